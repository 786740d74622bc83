"""The journal of moves, splits and merges, and residents who may be registered twice."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.personen.models.inwoners import Persoon
from eenplan.teams.models import Medewerker


class Omzettingsoort(models.TextChoices):
    VERHUIZING = "verhuizing", _("verhuizing")
    SPLITSING = "splitsing", _("splitsing van het huishouden")
    PERSONEN = "personen", _("samenvoegen van dubbele personen")
    HUISHOUDENS = "huishoudens", _("samenvoegen van huishoudens")


class Omzetting(models.Model):
    """Residents or households were moved, split or merged; its rows say exactly what changed, so it can be undone.

    `van_id` and `naar_id` are plain numbers (of persons or of households): a journal is never itself moved.
    """

    soort = models.CharField(max_length=12, choices=Omzettingsoort.choices)
    van_id = models.BigIntegerField()
    naar_id = models.BigIntegerField()
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    met_bsn = models.BooleanField(default=False)
    ongedaan_op = models.DateTimeField(null=True)
    ongedaan_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "omzetting"

    class Meta:
        verbose_name = "omzetting"
        verbose_name_plural = "omzettingen"
        indexes = [models.Index(fields=["naar_id"], name="omzetting_naar")]


class Daad(models.TextChoices):
    GEWIJZIGD = "gewijzigd", _("gewijzigd")
    GEMAAKT = "gemaakt", _("gemaakt")
    VERWIJDERD = "verwijderd", _("verwijderd")
    GEBLEVEN = "gebleven", _("gebleven")
    STAND = "stand", _("stond er al")


class Omzettingregel(models.Model):
    """One row that an omzetting changed, made, took away or had to leave, with its old and its new value."""

    omzetting = models.ForeignKey(Omzetting, on_delete=models.PROTECT, related_name="regels")
    daad = models.CharField(max_length=12, choices=Daad.choices)
    model = models.CharField(max_length=80)
    rij = models.CharField(max_length=40)
    veld = models.CharField(max_length=60, blank=True)
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)

    class Meta:
        verbose_name = "omzettingregel"
        verbose_name_plural = "omzettingregels"


class Dubbelkandidaat(models.Model):
    """Two residents who may be one, with the reasons and how strong they are; a worker said no when `afgewezen_op`."""

    een = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    ander = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    redenen = ArrayField(models.CharField(max_length=20))
    gevonden_op = models.DateTimeField()
    afgewezen_op = models.DateTimeField(null=True)
    afgewezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "dubbelkandidaat"
        verbose_name_plural = "dubbelkandidaten"
        constraints = [
            models.UniqueConstraint(fields=["een", "ander"], name="dubbel_een_keer"),
            models.CheckConstraint(condition=Q(een__lt=F("ander")), name="dubbel_op_volgorde"),
        ]
        indexes = [
            models.Index(fields=["-score", "een"], condition=Q(afgewezen_op__isnull=True), name="dubbel_open"),
        ]
