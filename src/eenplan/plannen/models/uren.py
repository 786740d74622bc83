"""The hours that the team itself puts in for a case, and why a month took more than the guard allows (C7)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from eenplan.dossiers.models import Casus, Dossier, Dossierdeel
from eenplan.teams.models import Medewerker

KWARTIEREN_PER_UUR = 4


class Urenregel(Dossierdeel):
    """A worker gave light support in a case: the day, the quarters of an hour, and what was done in one line."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="urenregels")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="urenregels")
    dag = models.DateField()
    kwartieren = models.PositiveSmallIntegerField()
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=200)
    geschreven_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "urenregel"

    class Meta:
        verbose_name = "urenregel"
        verbose_name_plural = "urenregels"
        ordering = ["-dag", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(kwartieren__gt=0), name="urenregel_iets")]
        indexes = [models.Index(fields=["casus", "dag"], name="urenregel_casus_dag")]

    @property
    def wet(self) -> str:
        wet: str = self.casus.wet
        return wet

    @property
    def uren(self) -> Decimal:
        return uren(self.kwartieren)


class Urenoverschrijding(models.Model):
    """In this calendar month a case took more own hours than the guard allows: why, and who said so."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="urenoverschrijdingen")
    maand = models.DateField()
    reden = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "overschrijding van eigen uren"
        verbose_name_plural = "overschrijdingen van eigen uren"
        constraints = [models.UniqueConstraint(fields=["casus", "maand"], name="urenoverschrijding_per_maand")]


def uren(kwartieren: int) -> Decimal:
    """Give quarters of an hour as hours."""
    return Decimal(kwartieren) / KWARTIEREN_PER_UUR


def eerste_dag(dag: date) -> date:
    """Give the first day of the calendar month."""
    return dag.replace(day=1)
