"""The states of a request: received, in hand, and one of four ends."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Verzoekstatus(models.TextChoices):
    ONTVANGEN = "ontvangen", _("ontvangen")
    IN_BEHANDELING = "in_behandeling", _("in behandeling")
    TOEGEWEZEN = "toegewezen", _("toegewezen")
    DEELS = "deels", _("deels toegewezen")
    AFGEWEZEN = "afgewezen", _("afgewezen")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


OPEN = (Verzoekstatus.ONTVANGEN, Verzoekstatus.IN_BEHANDELING)
BEANTWOORD = (Verzoekstatus.TOEGEWEZEN, Verzoekstatus.DEELS, Verzoekstatus.AFGEWEZEN)

VERZOEK = Overgangen(
    Verzoekstatus.ONTVANGEN,
    (
        Overgang(Verzoekstatus.ONTVANGEN, Verzoekstatus.IN_BEHANDELING, "identiteit vastgesteld, AVG 12 lid 6"),
        Overgang(Verzoekstatus.ONTVANGEN, Verzoekstatus.INGETROKKEN, "de inwoner trekt het verzoek in"),
        Overgang(Verzoekstatus.IN_BEHANDELING, Verzoekstatus.INGETROKKEN, "de inwoner trekt het verzoek in"),
        *(
            Overgang(Verzoekstatus.IN_BEHANDELING, einde, "beantwoord met een brief, AVG 12 lid 3 en 4")
            for einde in BEANTWOORD
        ),
    ),
)
