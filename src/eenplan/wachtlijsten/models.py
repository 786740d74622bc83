"""Who waits for what, who looks after them meanwhile, and when somebody looks again (E5)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.dossiers.models import Dossier, Gelabeld
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class Einde(models.TextChoices):
    """Why somebody waits no longer."""

    BEGONNEN = "begonnen", _("de hulp is begonnen")
    NIET_MEER = "niet_meer", _("het is niet meer nodig of gewenst")
    ANDERS = "anders", _("anders")


class Wachtplek(Gelabeld):
    """Somebody waits: for a provision, for a provider, or for the team itself. There is always an owner.

    Without a resident the household as a whole waits; without provision and provider it waits for the team.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="wachtplekken")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="wachtplekken")
    waarvoor = models.CharField(max_length=160)
    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, null=True, related_name="+")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, null=True, related_name="+")
    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="wachtplekken")
    overbrugging = models.TextField()
    afspraak = models.TextField(blank=True)
    sinds = models.DateField()
    herzien_op = models.DateField()
    geplaatst_op = models.DateTimeField()
    geplaatst_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateField(null=True)
    einde = models.CharField(max_length=12, choices=Einde.choices, blank=True)
    einde_toelichting = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "wachtplek"

    class Meta:
        verbose_name = "wachtplek"
        verbose_name_plural = "wachtplekken"
        constraints = [
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True, einde="")
                | Q(beeindigd_op__gte=F("sinds"), einde__in=Einde.values),
                name="wachtplek_einde",
            ),
            models.CheckConstraint(condition=~Q(overbrugging=""), name="wachtplek_overbrugging"),
            models.CheckConstraint(
                condition=Q(voorziening__isnull=True, aanbieder__isnull=True) | ~Q(afspraak=""),
                name="wachtplek_afspraak",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "sinds"], condition=Q(beeindigd_op__isnull=True), name="wachtplek_open")
        ]

    def dagen(self, dag: date) -> int:
        """Count how long somebody waits, or waited."""
        return ((self.beeindigd_op or dag) - self.sinds).days


class Wachtherziening(models.Model):
    """Somebody looked again at a place on the list: what was found, and when the next look is."""

    wachtplek = models.ForeignKey(Wachtplek, on_delete=models.CASCADE, related_name="herzieningen")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bevinding = models.TextField()
    volgende_op = models.DateField()

    class Meta:
        verbose_name = "herziening van een wachtplek"
        verbose_name_plural = "herzieningen van wachtplekken"
        ordering = ["-op", "-pk"]
