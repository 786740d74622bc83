"""The states of a meldcode, each step with its reason (Wet verplichte meldcode)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Meldcodestatus(models.TextChoices):
    """How far the five steps are."""

    IN_GANG = "in_gang", _("stappen lopen")
    BESLIST = "beslist", _("beslist, wordt gevolgd")
    GESLOTEN = "gesloten", _("gesloten")


M = Meldcodestatus
MELDCODE = Overgangen(
    M.IN_GANG,
    (
        Overgang(M.IN_GANG, M.BESLIST, _("stap 5 is genomen na het wegen")),
        Overgang(M.IN_GANG, M.GESLOTEN, _("het wegen gaf geen vermoeden")),
        Overgang(M.BESLIST, M.IN_GANG, _("nieuwe signalen, of de hulp bracht geen veiligheid")),
        Overgang(M.BESLIST, M.GESLOTEN, _("gevolgd tot het duurzaam veilig was")),
        Overgang(M.GESLOTEN, M.IN_GANG, _("nieuwe signalen")),
    ),
)
