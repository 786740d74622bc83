"""The catalogue: provisions, who gives them, what they cost on a date, and how full they are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.inrichting.keuzes import Wet


class Voorzieningsoort(models.TextChoices):
    ALGEMEEN = "algemeen", _("algemene voorziening")
    COLLECTIEF = "collectief", _("collectieve voorziening")
    MAATWERK = "maatwerk", _("maatwerkvoorziening")


class Aanbieder(models.Model):
    """An organisation that gives help."""

    naam = models.CharField(max_length=120, unique=True)
    telefoon = models.CharField(max_length=20, blank=True)

    ONDERWERP: ClassVar[str] = "aanbieder"

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"

    def __str__(self) -> str:
        return self.naam


class Voorziening(models.Model):
    """One kind of help. A maatwerkvoorziening needs a decision, the others do not. `trede` is a rung of the ladder."""

    code = models.CharField(max_length=20, unique=True)
    naam = models.CharField(max_length=120)
    omschrijving = models.TextField(blank=True)
    soort = models.CharField(max_length=12, choices=Voorzieningsoort.choices)
    wet = models.CharField(max_length=16, choices=Wet.choices)
    trede = models.CharField(max_length=24)
    leefgebied = models.CharField(max_length=40)
    eenheid = models.CharField(max_length=40)
    is_dienst = models.BooleanField(default=True)

    ONDERWERP: ClassVar[str] = "voorziening"

    class Meta:
        verbose_name = "voorziening"
        verbose_name_plural = "voorzieningen"

    def __str__(self) -> str:
        return self.naam


class Contract(models.Model):
    """A provider gives a provision, from when till when (exclusive)."""

    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, related_name="contracten")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="contracten")
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "contract"

    class Meta:
        verbose_name = "contract"
        verbose_name_plural = "contracten"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="contract_periode"),
        ]


class Tarief(models.Model):
    """What one unit costs under a contract, in cents, from when till when (exclusive). Old lines stay."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="tarieven")
    bedrag_cent = models.PositiveIntegerField()
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="tarief_periode"),
            models.UniqueConstraint(fields=["contract", "vanaf"], name="tarief_een_per_dag"),
        ]


class Capaciteit(models.Model):
    """How many places were free and how long people waited, as a provider reported on a date."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="capaciteiten")
    peildatum = models.DateField()
    plaatsen_vrij = models.PositiveIntegerField()
    wachttijd_dagen = models.PositiveIntegerField()

    class Meta:
        verbose_name = "capaciteit"
        verbose_name_plural = "capaciteit"
        constraints = [models.UniqueConstraint(fields=["contract", "peildatum"], name="capaciteit_een_per_dag")]
