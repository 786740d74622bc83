"""The one plan of a household: analysis, goals, what is put in, and who adopted it.

An adopted version never changes; a change is a new version with a reason.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Contract, Voorziening
from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Casus, Dossier, Dossierdeel
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.plannen.models.eigen import EigenPlan
from eenplan.plannen.states import PLAN, Planstatus
from eenplan.teams.models import Medewerker


class Ondersteuningsplan(Dossierdeel):
    """One version of the household's plan.

    `bewerking` rises with every save. Each part keeps the number of its own last change, so that two editors are
    stopped only when they change the same words.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="plannen")
    versie = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=Planstatus.choices, default=Planstatus.CONCEPT)
    perspectief = models.TextField(blank=True)
    perspectief_bewerking = models.PositiveIntegerField(default=0)
    reden_nieuwe_versie = models.CharField(max_length=200, blank=True)
    opgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="plannen")
    begonnen_op = models.DateTimeField()
    bewaard_op = models.DateTimeField()
    bewerking = models.PositiveIntegerField(default=0)

    ONDERWERP: ClassVar[str] = "plan"
    OVERGANGEN: ClassVar[Overgangen] = PLAN

    class Meta:
        verbose_name = "ondersteuningsplan"
        verbose_name_plural = "ondersteuningsplannen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Planstatus.values), name="plan_status"),
            models.UniqueConstraint(fields=["dossier", "versie"], name="plan_versie"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(status__in=[Planstatus.CONCEPT, Planstatus.AANGEBODEN]),
                name="plan_een_in_bewerking",
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(status=Planstatus.VASTGESTELD), name="plan_een_vastgesteld"
            ),
        ]


class Planauteur(models.Model):
    """A worker who began this version, wrote a part of it or handed it in: it is their own plan."""

    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.CASCADE, related_name="auteurs")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    sinds = models.DateTimeField()

    class Meta:
        verbose_name = "auteur van een plan"
        verbose_name_plural = "auteurs van plannen"
        constraints = [models.UniqueConstraint(fields=["plan", "medewerker"], name="planauteur_een_keer")]


class Analyse(models.Model):
    """How one life domain stands: what is going on, and what goes well."""

    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.CASCADE, related_name="analyses")
    leefgebied = models.CharField(max_length=40)
    situatie = models.TextField(blank=True)
    kracht = models.TextField(blank=True)
    uit_eigen_plan = models.ForeignKey(EigenPlan, on_delete=models.PROTECT, null=True, related_name="+")
    bewerking = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "analyse"
        verbose_name_plural = "analyses"
        constraints = [models.UniqueConstraint(fields=["plan", "leefgebied"], name="analyse_een_per_leefgebied")]


class Eigenaarsoort(models.TextChoices):
    """Who owns a goal (C3 of the plan: resident first)."""

    INWONER = "inwoner", _("inwoner")
    NETWERK = "netwerk", _("netwerk")
    VRIJWILLIGER = "vrijwilliger", _("vrijwilliger")
    MEDEWERKER = "medewerker", _("medewerker van het team")
    AANBIEDER = "aanbieder", _("aanbieder")


class Doel(models.Model):
    """A goal in the resident's own words, how one sees it is reached, whose it is and when we look again.

    `vorige` is the same goal in the version before; a goal without it is new. `wet` is the label of its case, or
    else of the first help under a law that was put in for it.
    """

    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.CASCADE, related_name="doelen")
    vorige = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    volgorde = models.PositiveSmallIntegerField()
    bewerking = models.PositiveIntegerField(default=0)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, null=True, related_name="+")
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)
    leefgebied = models.CharField(max_length=40, blank=True)
    eigen_woorden = models.TextField(blank=True)
    uit_eigen_plan = models.ForeignKey(EigenPlan, on_delete=models.PROTECT, null=True, related_name="+")
    resultaat = models.TextField(blank=True)
    eigenaar_soort = models.CharField(max_length=12, choices=Eigenaarsoort.choices, blank=True)
    eigenaar = models.CharField(max_length=120, blank=True)
    streefdatum = models.DateField(null=True)
    evaluatie_op = models.DateField(null=True)

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["volgorde"]

    @property
    def dossier_id(self) -> int:
        nummer: int = self.plan.dossier_id
        return nummer

    @property
    def scope_team_id(self) -> int:
        return self.plan.scope_team_id


class Actie(models.Model):
    """Who does what towards a goal, before when."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="acties")
    wat = models.CharField(max_length=200)
    wie = models.CharField(max_length=120)
    uiterlijk = models.DateField(null=True)

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["pk"]


class Frequentie(models.TextChoices):
    """How often an amount of help recurs."""

    WEEK = "week", _("per week")
    VIER_WEKEN = "vier_weken", _("per vier weken")
    MAAND = "maand", _("per maand")
    EENMALIG = "eenmalig", _("één keer")


class Inzet(models.Model):
    """What is put in for a goal on one rung of the ladder, with the price as it was at the moment of choice.

    `vorige` is the same help in the version before: it was granted and costed already. `oorsprong` is the line with
    which that help began, however many versions ago.
    """

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="inzetten")
    vorige = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    oorsprong = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="kopieen")
    trede = models.CharField(max_length=24)
    omschrijving = models.CharField(max_length=200)
    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, null=True, related_name="+")
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, null=True, related_name="+")
    aantal = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    frequentie = models.CharField(max_length=12, choices=Frequentie.choices, blank=True)
    vanaf = models.DateField(null=True)
    tot_en_met = models.DateField(null=True)
    prijs_cent = models.PositiveIntegerField(null=True)
    kosten_per_maand_cent = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = "inzet"
        verbose_name_plural = "inzet"
        ordering = ["pk"]

    @property
    def wet(self) -> str:
        return self.doel.wet


class OvergeslagenTrede(models.Model):
    """A rung of the ladder was passed over for a goal, and why."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="overgeslagen")
    trede = models.CharField(max_length=24)
    reden = models.CharField(max_length=200)
    bewerking = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "overgeslagen trede"
        verbose_name_plural = "overgeslagen treden"
        constraints = [models.UniqueConstraint(fields=["doel", "trede"], name="overgeslagen_een_keer")]


class Aanbieding(models.Model):
    """The plan was handed in for adoption."""

    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="aanbiedingen")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "aanbieding"
        verbose_name_plural = "aanbiedingen"


class Terugzending(models.Model):
    """The plan went back to its drafter, with a reason."""

    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="terugzendingen")
    reden = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "terugzending"
        verbose_name_plural = "terugzendingen"


class Vaststelling(models.Model):
    """The plan was adopted by somebody else than its drafter (N-09); from then on we wait for its receipt."""

    plan = models.OneToOneField(Ondersteuningsplan, on_delete=models.PROTECT, related_name="vaststelling")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "vaststelling"

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"

    @property
    def dossier_id(self) -> int:
        nummer: int = self.plan.dossier_id
        return nummer
