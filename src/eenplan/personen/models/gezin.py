"""The family as it is: custody, representatives, ability, and the stay of a child in two households."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from eenplan.personen.models.inwoners import Huishouden, Persoon
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.gezagsoorten import Besluitsoort, Gezagssoort, Vertegenwoordigersoort


def keuzes(soorten: type[StrEnum]) -> list[tuple[str, str]]:
    """Give the values of a list of the law as the choices of a column."""
    return [(soort.value, soort.value) for soort in soorten]


class Gezag(models.Model):
    """Somebody, or a certified institution, holds custody of a child (BW 1:245), since when and by what evidence.

    Joint custody is two rows of one kind. No row that holds is unknown custody: never a guess.
    """

    kind = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag")
    soort = models.CharField(max_length=16, choices=[paar for paar in keuzes(Gezagssoort) if paar[0] != "onbekend"])
    houder = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="gezag_over")
    instelling = models.CharField(max_length=120, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    bron = models.CharField(max_length=200)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "gezag"
        verbose_name_plural = "gezag"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort=Gezagssoort.INSTELLING.value, houder__isnull=True) & ~Q(instelling="")
                | ~Q(soort=Gezagssoort.INSTELLING.value) & Q(houder__isnull=False, instelling=""),
                name="gezag_houder",
            ),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="gezag_periode"),
            models.UniqueConstraint(
                fields=["kind", "houder"],
                condition=Q(tot__isnull=True, houder__isnull=False),
                name="gezag_een_keer",
            ),
        ]


class Vertegenwoordiging(models.Model):
    """Somebody, or an organisation, acts for an adult, in what and from when till when (BW 1:378, 1:431, 1:450)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="vertegenwoordigingen")
    soort = models.CharField(max_length=16, choices=keuzes(Vertegenwoordigersoort))
    vertegenwoordiger = models.ForeignKey(
        Persoon, on_delete=models.PROTECT, null=True, related_name="vertegenwoordiging_van"
    )
    organisatie = models.CharField(max_length=120, blank=True)
    reikwijdte = models.CharField(max_length=200, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    bron = models.CharField(max_length=200)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "vertegenwoordiging"
        verbose_name_plural = "vertegenwoordigingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(vertegenwoordiger__isnull=True) ^ Q(organisatie=""), name="vertegenwoordiging_wie"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="vertegenwoordiging_periode"
            ),
            models.CheckConstraint(
                condition=~Q(soort=Vertegenwoordigersoort.GEMACHTIGDE.value) | ~Q(reikwijdte=""),
                name="vertegenwoordiging_machtiging_zegt_waarin",
            ),
        ]


class Wilsonbekwaamheid(models.Model):
    """Somebody cannot weigh this decision (or none at all), judged by whom, from when till when (exclusive)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="wilsonbekwaamheden")
    besluit = models.CharField(max_length=16, choices=keuzes(Besluitsoort), blank=True)
    beoordeeld_door = models.CharField(max_length=120)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "wilsonbekwaamheid"
        verbose_name_plural = "wilsonbekwaamheden"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="wilsonbekwaamheid_periode"
            ),
        ]


class Verblijf(models.Model):
    """How a child who lives in two households divides the nights of two weeks, from when till when (exclusive)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verblijven")
    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="verblijven")
    nachten = models.PositiveSmallIntegerField()
    afspraak = models.CharField(max_length=200, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verblijf"
        verbose_name_plural = "verblijven"
        constraints = [
            models.CheckConstraint(condition=Q(nachten__lte=14), name="verblijf_nachten"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="verblijf_periode"),
            models.UniqueConstraint(
                fields=["persoon", "huishouden"], condition=Q(tot__isnull=True), name="verblijf_een_keer"
            ),
        ]
