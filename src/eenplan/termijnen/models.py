"""The clocks of a file as rows, with the derivation that the law room computed.

`einddatum` is derived and written only by the actions of this room.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from eenplan.dossiers.models import Dossier, Gelabeld
from eenplan.teams.models import Medewerker


class Termijn(Gelabeld):
    """One running or completed clock, with the label of what it is about.

    `afleiding` holds steps, articles, source and warnings as the law gave them.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="termijnen")
    regel = models.CharField(max_length=40)
    naam = models.CharField(max_length=120)
    onderwerp_soort = models.CharField(max_length=40)
    onderwerp_id = models.BigIntegerField()
    start = models.DateField()
    einddatum = models.DateField()
    afleiding = models.JSONField()
    is_wettelijk = models.BooleanField(default=True)
    voltooid_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "termijn"

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        constraints = [
            models.CheckConstraint(condition=Q(einddatum__gte=F("start")), name="termijn_einddatum"),
            models.UniqueConstraint(
                fields=["regel", "onderwerp_soort", "onderwerp_id"], name="termijn_een_per_onderwerp"
            ),
        ]
        indexes = [
            models.Index(fields=["einddatum"], condition=Q(voltooid_op__isnull=True), name="termijn_lopend"),
            models.Index(fields=["dossier"], name="termijn_dossier"),
        ]


class Opschorting(models.Model):
    """The clock stands still from a day through a day (Awb 4:15). Without an end it still stands."""

    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="opschortingen")
    van = models.DateField()
    tot_en_met = models.DateField(null=True)
    grond = models.CharField(max_length=60)
    reden = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "opschorting"
        verbose_name_plural = "opschortingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=F("van")), name="opschorting_periode"
            ),
        ]


class Verdaging(models.Model):
    """The clock got more weeks, with a reason that was told to the resident (Awb 4:14)."""

    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="verdagingen")
    weken = models.PositiveSmallIntegerField()
    reden = models.CharField(max_length=200)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verdaging"
        verbose_name_plural = "verdagingen"
