"""The states of an impact assessment and of a breach, each step with its reason."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Beoordelingstatus(models.TextChoices):
    """How far an impact assessment is (AVG 35)."""

    CONCEPT = "concept", _("in de maak")
    ADVIES = "advies", _("bij de functionaris voor advies")
    VASTGESTELD = "vastgesteld", _("vastgesteld")


B = Beoordelingstatus
BEOORDELING = Overgangen(
    B.CONCEPT,
    (
        Overgang(B.CONCEPT, B.ADVIES, _("de functionaris geeft advies, AVG 35 lid 2")),
        Overgang(B.ADVIES, B.CONCEPT, _("het advies vraagt om aanpassing")),
        Overgang(B.ADVIES, B.VASTGESTELD, _("het advies is verwerkt")),
        Overgang(B.VASTGESTELD, B.CONCEPT, _("het risico is veranderd, AVG 35 lid 11")),
    ),
)


class Datalekstatus(models.TextChoices):
    """How far the handling of a breach is (AVG 33 and 34)."""

    OPEN = "open", _("wordt beoordeeld")
    GEMELD = "gemeld", _("gemeld bij de Autoriteit Persoonsgegevens")
    NIET_GEMELD = "niet_gemeld", _("niet meldplichtig")
    AFGEHANDELD = "afgehandeld", _("afgehandeld")


D = Datalekstatus
DATALEK = Overgangen(
    D.OPEN,
    (
        Overgang(D.OPEN, D.GEMELD, _("er is een risico voor inwoners, AVG 33 lid 1")),
        Overgang(D.OPEN, D.NIET_GEMELD, _("een risico is niet waarschijnlijk, AVG 33 lid 1")),
        Overgang(D.NIET_GEMELD, D.GEMELD, _("bij nader inzien is er wel een risico")),
        Overgang(D.GEMELD, D.AFGEHANDELD, _("de maatregelen zijn genomen, AVG 33 lid 5")),
        Overgang(D.NIET_GEMELD, D.AFGEHANDELD, _("de maatregelen zijn genomen, AVG 33 lid 5")),
    ),
)
