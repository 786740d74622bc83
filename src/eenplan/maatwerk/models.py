"""The tailor-made route: what the resident wants to reach first, the rule that stands in the way afterwards (LW18).

A small amount is paid at once and tested afterwards; a larger one is decided by somebody else. Amounts are in cents.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Dossier, Gelabeld
from eenplan.maatwerk.states import MAATWERK, Maatwerkstatus
from eenplan.teams.models import Medewerker, Team


class Kenmerk(models.TextChoices):
    """What the money is for."""

    WONEN = "wonen", _("wonen en inrichting")
    SCHULD = "schuld", _("schuld of achterstand")
    WERK = "werk", _("werk, school of opleiding")
    VERVOER = "vervoer", _("vervoer")
    GEZONDHEID = "gezondheid", _("gezondheid")
    PAPIEREN = "papieren", _("papieren en leges")
    MEEDOEN = "meedoen", _("meedoen en sport")
    ANDERS = "anders", _("iets anders")


class Maatwerkroute(Gelabeld):
    """What one household needs outside the rules: perspective, effect, rule, cost and mark; never more fields.

    `team` is the team of that day, whose money it is. `volgnummer` counts what that team paid at once in the year.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="maatwerkroutes")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    perspectief = models.TextField()
    effect = models.TextField()
    regel = models.TextField()
    kosten_cent = models.PositiveIntegerField()
    kenmerk = models.CharField(max_length=12, choices=Kenmerk.choices)
    status = models.CharField(max_length=12, choices=Maatwerkstatus.choices, default=Maatwerkstatus.GEVRAAGD)
    is_meteen = models.BooleanField(default=False)
    jaar = models.PositiveSmallIntegerField()
    volgnummer = models.PositiveIntegerField(null=True)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    betaald_op = models.DateTimeField(null=True)

    ONDERWERP: ClassVar[str] = "maatwerkroute"
    OVERGANGEN: ClassVar[Overgangen] = MAATWERK

    class Meta:
        verbose_name = "maatwerkroute"
        verbose_name_plural = "maatwerkroutes"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Maatwerkstatus.values), name="maatwerk_status"),
            models.CheckConstraint(condition=Q(kosten_cent__gt=0), name="maatwerk_kost_iets"),
            models.CheckConstraint(
                condition=~Q(status=Maatwerkstatus.BETAALD) | Q(betaald_op__isnull=False), name="maatwerk_betaald_op"
            ),
            models.CheckConstraint(
                condition=Q(is_meteen=False) | Q(volgnummer__isnull=False), name="maatwerk_meteen_telt_mee"
            ),
            models.UniqueConstraint(fields=["team", "jaar", "volgnummer"], name="maatwerk_volgnummer"),
        ]


class Maatwerkbesluit(models.Model):
    """Somebody else decided on an amount above the threshold, and why."""

    route = models.OneToOneField(Maatwerkroute, on_delete=models.PROTECT, related_name="besluit")
    is_toegekend = models.BooleanField()
    reden = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "besluit over maatwerk"
        verbose_name_plural = "besluiten over maatwerk"


class Oordeel(models.TextChoices):
    """What somebody else thinks of a payment afterwards."""

    PAST = "past", _("dit past bij maatwerk")
    ANDERS = "anders", _("dit kan een volgende keer anders")


class Maatwerktoets(models.Model):
    """A payment fell in the sample: somebody else looks at it afterwards, and says so in a sentence."""

    route = models.OneToOneField(Maatwerkroute, on_delete=models.PROTECT, related_name="toets")
    gekozen_op = models.DateTimeField()
    oordeel = models.CharField(max_length=8, choices=Oordeel.choices, blank=True)
    zin = models.TextField(blank=True)
    beoordeeld_op = models.DateTimeField(null=True)
    beoordeeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "maatwerktoets"

    class Meta:
        verbose_name = "toets van maatwerk"
        verbose_name_plural = "toetsen van maatwerk"
        constraints = [
            models.CheckConstraint(
                condition=Q(beoordeeld_op__isnull=True, oordeel="")
                | (Q(beoordeeld_op__isnull=False, beoordeeld_door__isnull=False) & ~Q(oordeel="") & ~Q(zin="")),
                name="maatwerktoets_oordeel_heel",
            ),
        ]

    @property
    def dossier_id(self) -> int:
        nummer: int = self.route.dossier_id
        return nummer

    @property
    def scope_team_id(self) -> int:
        return self.route.scope_team_id

    @property
    def wet(self) -> str:
        return self.route.wet


class Precedent(models.Model):
    """One case told without saying whose: a sentence that every team may find, with its year and how much it was."""

    route = models.OneToOneField(Maatwerkroute, on_delete=models.PROTECT, related_name="precedent")
    zin = models.TextField()
    geschreven_op = models.DateTimeField()
    geschreven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    woorden = models.GeneratedField(
        expression=SearchVector("zin", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = "precedent"
        verbose_name_plural = "precedenten"
        indexes = [GinIndex(fields=["woorden"], name="precedent_woorden")]
