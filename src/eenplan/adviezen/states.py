"""The states of a weighty advice and of a consult."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Adviesstatus(models.TextChoices):
    CONCEPT = "concept", _("concept")
    VERZONDEN = "verzonden", _("verzonden, wacht op antwoord")
    BEANTWOORD = "beantwoord", _("beantwoord")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


S = Adviesstatus
ADVIES = Overgangen(
    S.CONCEPT,
    (
        Overgang(S.CONCEPT, S.VERZONDEN, _("het advies is op grond van het plan aan de ander gegeven")),
        Overgang(S.CONCEPT, S.INGETROKKEN, _("het advies is niet meer nodig")),
        Overgang(S.VERZONDEN, S.BEANTWOORD, _("de ander zegt wat hij met het advies doet, en waarom")),
        Overgang(S.VERZONDEN, S.INGETROKKEN, _("het advies is door de tijd ingehaald")),
    ),
)


class Consultstatus(models.TextChoices):
    GEVRAAGD = "gevraagd", _("wacht op antwoord")
    BEANTWOORD = "beantwoord", _("beantwoord")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


C = Consultstatus
CONSULT = Overgangen(
    C.GEVRAAGD,
    (
        Overgang(C.GEVRAAGD, C.BEANTWOORD, _("de deskundige geeft advies")),
        Overgang(C.GEVRAAGD, C.INGETROKKEN, _("de vraag is niet meer nodig")),
    ),
)
