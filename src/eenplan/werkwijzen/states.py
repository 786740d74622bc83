"""The states of a proposed way of working: one proposes, another one releases."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Voorstelstatus(models.TextChoices):
    """How far a proposed version is."""

    VOORGESTELD = "voorgesteld", _("wacht op vrijgave")
    VRIJGEGEVEN = "vrijgegeven", _("vrijgegeven")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    TERUGGEGEVEN = "teruggegeven", _("teruggegeven")
    VERVANGEN = "vervangen", _("vervangen voordat hij inging")


S = Voorstelstatus
VOORSTEL = Overgangen(
    S.VOORGESTELD,
    (
        Overgang(S.VOORGESTELD, S.VRIJGEGEVEN, _("iemand anders dan de indiener geeft de versie vrij")),
        Overgang(S.VOORGESTELD, S.TERUGGEGEVEN, _("iemand anders dan de indiener geeft een reden om het niet te doen")),
        Overgang(S.VOORGESTELD, S.INGETROKKEN, _("de indiener ziet ervan af")),
        Overgang(S.VRIJGEGEVEN, S.VERVANGEN, _("een andere versie met dezelfde begindag is vrijgegeven")),
    ),
)
