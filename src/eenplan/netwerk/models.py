"""Who is around a household: what each gives, how well, and what each can still carry.

A tie between residents stays a row of `personen`; here stands only what that tie gives.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models import Dossier, Dossierdeel
from eenplan.personen.models import Markeringsoort, Persoon
from eenplan.teams.models import Medewerker


class Bandsoort(models.TextChoices):
    FAMILIE = "familie", _("familie")
    PARTNER = "partner", _("partner")
    MANTELZORGER = "mantelzorger", _("mantelzorger")
    VRIEND = "vriend", _("vriend of vriendin")
    BUUR = "buur", _("buurman of buurvrouw")
    COLLEGA = "collega", _("collega")
    COACH = "coach", _("coach of trainer")
    GELOOF = "geloof", _("kerk, moskee of geloof")
    VRIJWILLIGER = "vrijwilliger", _("vrijwilliger")
    HULPVERLENER = "hulpverlener", _("hulpverlener")
    ANDERS = "anders", _("iemand anders")


class Frequentie(models.TextChoices):
    DAGELIJKS = "dagelijks", _("elke dag")
    WEKELIJKS = "wekelijks", _("elke week")
    MAANDELIJKS = "maandelijks", _("elke maand")
    SOMS = "soms", _("soms")


class Werking(models.TextChoices):
    GOED = "goed", _("helpt goed")
    WISSELEND = "wisselend", _("helpt wisselend")
    NIET = "niet", _("helpt niet")


class Draagkracht(models.TextChoices):
    KAN_MEER = "kan_meer", _("kan meer")
    AAN_DE_GRENS = "grens", _("zit aan de grens")
    OVERBELAST = "overbelast", _("overbelast")


class Steunfiguur(Dossierdeel):
    """Somebody supports a member of the household: a resident known here, or just a name. One that ended stays."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="steunfiguren")
    rond = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="steunfiguren")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="steunt")
    naam = models.CharField(max_length=80, blank=True)
    band = models.CharField(max_length=14, choices=Bandsoort.choices)
    steun = models.CharField(max_length=200)
    hoe_vaak = models.CharField(max_length=12, choices=Frequentie.choices)
    werking = models.CharField(max_length=10, choices=Werking.choices)
    draagkracht = models.CharField(max_length=10, choices=Draagkracht.choices)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateField(null=True)
    reden_gestopt = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "steunfiguur"

    class Meta:
        verbose_name = "steunfiguur"
        verbose_name_plural = "steunfiguren"
        constraints = [
            models.CheckConstraint(condition=Q(persoon__isnull=False) | ~Q(naam=""), name="steunfiguur_wie"),
            models.CheckConstraint(condition=~Q(persoon=F("rond")), name="steunfiguur_niet_zichzelf"),
            models.UniqueConstraint(
                fields=["dossier", "rond", "persoon"],
                condition=Q(gestopt_op__isnull=True, persoon__isnull=False),
                name="steunfiguur_een_keer",
            ),
        ]

    @property
    def wie(self) -> str:
        """Name who it is."""
        return self.persoon.naam if self.persoon else self.naam


class Steunmarkering(models.Model):
    """Nobody outside the file may know of this support, or it does harm: since when, why and by whom."""

    figuur = models.ForeignKey(Steunfiguur, on_delete=models.PROTECT, related_name="markeringen")
    soort = models.CharField(max_length=12, choices=Markeringsoort.choices)
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True)
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "markering van steun"
        verbose_name_plural = "markeringen van steun"
        constraints = [
            models.UniqueConstraint(
                fields=["figuur", "soort"], condition=Q(tot__isnull=True), name="steunmarkering_een_keer"
            ),
        ]


class Overbelasting(Dossierdeel):
    """Somebody who supports cannot go on like this; it stays until it was written what was done (Wmo 2.3.2 lid 4 d)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="overbelastingen")
    figuur = models.ForeignKey(Steunfiguur, on_delete=models.PROTECT, related_name="overbelastingen")
    gezien_op = models.DateTimeField()
    gezien_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    uitkomst = models.TextField(blank=True)
    afgerond_op = models.DateTimeField(null=True)
    afgerond_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "overbelasting"

    class Meta:
        verbose_name = "overbelasting"
        verbose_name_plural = "overbelastingen"
        constraints = [
            models.UniqueConstraint(
                fields=["figuur"], condition=Q(afgerond_op__isnull=True), name="overbelasting_een_open"
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True, afgerond_door__isnull=True)
                | Q(afgerond_op__isnull=False, afgerond_door__isnull=False) & ~Q(uitkomst=""),
                name="overbelasting_uitkomst",
            ),
        ]
