"""The states of a decision: prepared, perhaps put to whoever holds the mandate, then taken and made known."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Besluitstatus(models.TextChoices):
    VOORBEREID = "voorbereid", _("in voorbereiding")
    VOORGELEGD = "voorgelegd", _("voorgelegd")
    GENOMEN = "genomen", _("genomen en verzonden")


S = Besluitstatus
BESLUIT = Overgangen(
    S.VOORBEREID,
    (
        Overgang(S.VOORBEREID, S.GENOMEN, "genomen en bekendgemaakt, Awb 3:41"),
        Overgang(S.VOORBEREID, S.VOORGELEGD, "boven het mandaat van wie het opstelde, Awb 10:3"),
        Overgang(S.VOORGELEGD, S.VOORBEREID, "teruggestuurd met een reden, of teruggehaald"),
        Overgang(S.VOORGELEGD, S.GENOMEN, "genomen door wie het mandaat heeft"),
    ),
)
