"""The states of a tailor-made payment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Maatwerkstatus(models.TextChoices):
    GEVRAAGD = "gevraagd", _("wacht op een besluit")
    BETAALD = "betaald", _("betaald")
    AFGEWEZEN = "afgewezen", _("afgewezen")


M = Maatwerkstatus
MAATWERK = Overgangen(
    M.GEVRAAGD,
    (
        Overgang(M.GEVRAAGD, M.BETAALD, _("onder de drempel meteen, daarboven na het besluit van een ander")),
        Overgang(M.GEVRAAGD, M.AFGEWEZEN, _("een ander besluit van niet, met een reden")),
    ),
)
