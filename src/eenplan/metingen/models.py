"""How somebody does per life domain, measured at a moment: level, reason, and beside it the resident's own mark.

There is no total, here or on any screen: the domains are not one thing.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models import Dossier, Gelabeld
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class Moment(models.TextChoices):
    """When in the help it was measured."""

    BEGIN = "begin", _("bij het begin")
    TUSSEN = "tussen", _("tussendoor")
    EIND = "eind", _("aan het eind")


class Niveau(models.IntegerChoices):
    """How self-reliant somebody is in one life domain."""

    ACUUT = 1, _("acute problematiek")
    NIET = 2, _("niet zelfredzaam")
    BEPERKT = 3, _("beperkt zelfredzaam")
    VOLDOENDE = 4, _("voldoende zelfredzaam")
    VOLLEDIG = 5, _("volledig zelfredzaam")


class Meting(Gelabeld):
    """One person was measured on one set of life domains on one day. Never changed: a correction replaces it whole."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="metingen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="metingen")
    leefgebiedset = models.CharField(max_length=40)
    moment = models.CharField(max_length=8, choices=Moment.choices)
    dag = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    vervangt = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="vervangen_door")

    ONDERWERP: ClassVar[str] = "meting"

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        constraints = [models.CheckConstraint(condition=Q(moment__in=Moment.values), name="meting_moment")]
        indexes = [models.Index(fields=["dossier", "persoon", "dag"], name="meting_reeks")]


class Score(models.Model):
    """How it stands in one life domain. What was not discussed has no row."""

    meting = models.ForeignKey(Meting, on_delete=models.CASCADE, related_name="scores")
    domein = models.CharField(max_length=40)
    niveau = models.PositiveSmallIntegerField(choices=Niveau.choices, null=True)
    reden = models.TextField(blank=True)
    cijfer = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = "score"
        verbose_name_plural = "scores"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meting", "domein"], name="score_een_per_domein"),
            models.CheckConstraint(condition=Q(niveau__isnull=True) | Q(niveau__range=(1, 5)), name="score_niveau"),
            models.CheckConstraint(condition=Q(cijfer__isnull=True) | Q(cijfer__range=(1, 10)), name="score_cijfer"),
            models.CheckConstraint(condition=Q(niveau__isnull=False) | Q(cijfer__isnull=False), name="score_zegt_iets"),
        ]
