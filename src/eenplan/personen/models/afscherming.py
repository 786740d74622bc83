"""What must stay hidden: marks on ties, protected addresses, and which resident a worker is."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.personen.models.inwoners import Huishouden, Persoon, Relatie
from eenplan.teams.models import Medewerker


class Markeringsoort(models.TextChoices):
    GEHEIM = "geheim", _("mag niet weten")
    SCHADELIJK = "schadelijk", _("schadelijk")


class Relatiemarkering(models.Model):
    """A tie must stay hidden from one of the two, or does harm: whom this protects, since when, why and by whom."""

    relatie = models.ForeignKey(Relatie, on_delete=models.PROTECT, related_name="markeringen")
    soort = models.CharField(max_length=12, choices=Markeringsoort.choices)
    beschermt = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True)
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "relatiemarkering"
        verbose_name_plural = "relatiemarkeringen"
        constraints = [
            models.UniqueConstraint(
                fields=["relatie", "soort", "beschermt"], condition=Q(tot__isnull=True), name="markering_een_keer"
            ),
            models.CheckConstraint(condition=Q(soort__in=Markeringsoort.values), name="markering_soort"),
        ]


class Adresafscherming(models.Model):
    """The address of a household is known only to who works in its file, from when till when (exclusive), and why."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="afschermingen")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    reden = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "adresafscherming"
        verbose_name_plural = "adresafschermingen"
        constraints = [
            models.UniqueConstraint(fields=["huishouden"], condition=Q(tot__isnull=True), name="afscherming_een_keer"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="afscherming_periode"),
        ]


class Eigenpersoon(models.Model):
    """A worker is a resident as well: the files of this resident and the family are closed to the worker (F1)."""

    medewerker = models.OneToOneField(Medewerker, on_delete=models.PROTECT, related_name="eigenpersoon")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "eigen persoon"
        verbose_name_plural = "eigen personen"
