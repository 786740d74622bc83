"""Help is delivered: a provider is asked for a result, and when the help starts and stops."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Aanbieder
from eenplan.besluiten.models import Besluitregel
from eenplan.dossiers.models import Dossier, Dossierdeel
from eenplan.plannen.models import Inzet
from eenplan.teams.models import Medewerker


class Toewijzing(Dossierdeel):
    """A provider is asked to give the granted help, for an intended result."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="toewijzingen")
    regel = models.OneToOneField(Besluitregel, on_delete=models.PROTECT, related_name="toewijzing")
    inzet = models.ForeignKey(Inzet, on_delete=models.PROTECT, related_name="toewijzingen")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="toewijzingen")
    beoogd_resultaat = models.TextField()
    toegewezen_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "toewijzing"

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"

    @property
    def wet(self) -> str:
        return self.regel.besluit.wet


class Vertragingsreden(models.TextChoices):
    """Why the help started later than the municipality's norm (EN R-05)."""

    WACHTLIJST = "wachtlijst", _("wachtlijst bij de aanbieder")
    GEEN_PERSONEEL = "geen_personeel", _("aanbieder heeft geen medewerker")
    INWONER = "inwoner", _("op verzoek van de inwoner")
    OPNAME = "opname", _("opname of verblijf elders")
    ADMINISTRATIE = "administratie", _("vertraging bij ons")


class Levering(models.Model):
    """The help really started on a day. A missing row is a missing stamp, never 'on time' (EN R-05)."""

    toewijzing = models.OneToOneField(Toewijzing, on_delete=models.PROTECT, related_name="levering")
    gestart_op = models.DateField()
    reden_vertraging = models.CharField(max_length=16, choices=Vertragingsreden.choices, blank=True)
    gemeld_op = models.DateTimeField()
    gemeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringen"


class Beeindiging(models.Model):
    """The help stopped: when, why, and what came of it."""

    levering = models.OneToOneField(Levering, on_delete=models.PROTECT, related_name="beeindiging")
    gestopt_op = models.DateField()
    reden = models.CharField(max_length=200)
    gemeld_op = models.DateTimeField()
    gemeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "beëindiging"
        verbose_name_plural = "beëindigingen"
