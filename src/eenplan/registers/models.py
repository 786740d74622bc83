"""What the privacy officer keeps: assessments, breaches and who was instructed. Never a resident's data.

Statements of secrecy are rows of `teams`, because a reviewer's access hangs on them.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from eenplan.core.transitions import Overgangen
from eenplan.registers.states import BEOORDELING, DATALEK, Beoordelingstatus, Datalekstatus
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datalek import uiterste_melding


class Effectbeoordeling(models.Model):
    """A data protection impact assessment of one processing, with who owns it and when it is due (AVG 35)."""

    titel = models.CharField(max_length=160)
    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Beoordelingstatus.choices, default=Beoordelingstatus.CONCEPT)
    risicos = models.TextField()
    maatregelen = models.TextField(blank=True)
    advies = models.TextField(blank=True)
    uiterlijk = models.DateField()
    begonnen_op = models.DateTimeField()
    vastgesteld_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "effectbeoordeling"
    OVERGANGEN: ClassVar[Overgangen] = BEOORDELING

    class Meta:
        verbose_name = "effectbeoordeling"
        verbose_name_plural = "effectbeoordelingen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Beoordelingstatus.values), name="effectbeoordeling_status"),
            models.CheckConstraint(
                condition=~Q(status=Beoordelingstatus.VASTGESTELD) | Q(vastgesteld_op__isnull=False) & ~Q(advies=""),
                name="effectbeoordeling_met_advies",
            ),
        ]


class Datalek(models.Model):
    """A breach of personal data, its judgement and what was done (AVG 33 lid 5: every breach, reported or not)."""

    wat = models.TextField()
    soorten_gegevens = models.CharField(max_length=200)
    aantal_betrokkenen = models.PositiveIntegerField(null=True)
    kennisname = models.DateTimeField()
    status = models.CharField(max_length=12, choices=Datalekstatus.choices, default=Datalekstatus.OPEN)
    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    ingevoerd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    afweging = models.TextField(blank=True)
    gemeld_op = models.DateTimeField(null=True)
    reden_te_laat = models.TextField(blank=True)
    betrokkenen_ingelicht_op = models.DateField(null=True)
    reden_niet_ingelicht = models.TextField(blank=True)
    maatregelen = models.TextField(blank=True)
    afgehandeld_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "datalek"
    OVERGANGEN: ClassVar[Overgangen] = DATALEK

    class Meta:
        verbose_name = "datalek"
        verbose_name_plural = "datalekken"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Datalekstatus.values), name="datalek_status"),
            models.CheckConstraint(
                condition=~Q(status=Datalekstatus.GEMELD) | Q(gemeld_op__isnull=False), name="datalek_gemeld_op"
            ),
        ]

    @property
    def uiterlijk(self) -> datetime:
        """The moment before which it must be reported."""
        return uiterste_melding(self.kennisname)


class Instructie(models.Model):
    """A step of the privacy onboarding that a worker took: which, when (F6). The steps stand in the configuration."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="instructies")
    stap = models.CharField(max_length=40)
    gedaan_op = models.DateField()

    ONDERWERP: ClassVar[str] = "instructie"

    class Meta:
        verbose_name = "instructie"
        verbose_name_plural = "instructies"
        constraints = [models.UniqueConstraint(fields=["medewerker", "stap"], name="instructie_een_keer")]
