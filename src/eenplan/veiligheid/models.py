"""Whether everybody in a household is safe: the check at intake, the assessment of risk, the safety plan, the meldcode.

The meldcode has an access group of its own (ADR 0016); it is found by no file number.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Dossier, Dossierdeel, Gelabeld
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.states import MELDCODE, Meldcodestatus

# ----------------------------------------------------------------------------------------------- the check at intake


class Checkantwoordsoort(models.TextChoices):
    JA = "ja", _("ja")
    ZORG = "zorg", _("zorg")
    NIET_BESPROKEN = "niet_besproken", _("niet besproken")


class KinderenGezien(models.TextChoices):
    GEZIEN = "gezien", _("gezien en gesproken")
    NIET = "niet", _("niet gezien")
    GEEN = "geen", _("er zijn geen kinderen")


class Veiligheidscheck(Dossierdeel):
    """Basic care and safety were asked after: by whom, when, and whether the children were seen."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="veiligheidschecks")
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    kinderen = models.CharField(max_length=8, choices=KinderenGezien.choices)
    kinderen_toelichting = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "veiligheidscheck"

    class Meta:
        verbose_name = "veiligheidscheck"
        verbose_name_plural = "veiligheidschecks"
        constraints = [
            models.CheckConstraint(
                condition=~Q(kinderen=KinderenGezien.NIET) | ~Q(kinderen_toelichting=""), name="check_kinderen_waarom"
            ),
        ]


class Checkantwoord(models.Model):
    """The answer to one question of the municipality, as it was put that day; a worry has its words."""

    check_rij = models.ForeignKey(Veiligheidscheck, on_delete=models.PROTECT, related_name="antwoorden")
    vraag = models.CharField(max_length=200)
    antwoord = models.CharField(max_length=16, choices=Checkantwoordsoort.choices)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = "antwoord van een veiligheidscheck"
        verbose_name_plural = "antwoorden van veiligheidschecks"
        constraints = [
            models.UniqueConstraint(fields=["check_rij", "vraag"], name="checkantwoord_een_keer"),
            models.CheckConstraint(
                condition=Q(antwoord=Checkantwoordsoort.JA) | ~Q(toelichting=""), name="checkantwoord_waarom"
            ),
        ]


class OvergeslagenCheck(Dossierdeel):
    """The check was not done at this intake: why, by whom, when. The manager reads the list."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="overgeslagen_checks")
    reden = models.CharField(max_length=300)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "overgeslagen_check"

    class Meta:
        verbose_name = "overgeslagen veiligheidscheck"
        verbose_name_plural = "overgeslagen veiligheidschecks"
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="overgeslagen_check_waarom")]


# ------------------------------------------------------------------------------------------- risk and the safety plan


class Verbergbaar(Gelabeld):
    """Something about safety that may be kept from the household: with a reason it is in no print and no extract."""

    reden_verborgen = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def is_verborgen(self) -> bool:
        return bool(self.reden_verborgen)


class Risiconiveau(models.TextChoices):
    LAAG = "laag", _("laag")
    MIDDEN = "midden", _("midden")
    HOOG = "hoog", _("hoog")
    ACUUT = "acuut", _("acuut: nu onveilig")


class Risicotaxatie(Verbergbaar):
    """A dated judgement of the risk: with which instrument, how high, on what it rests and when it is done again."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="risicotaxaties")
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=80)
    niveau = models.CharField(max_length=6, choices=Risiconiveau.choices)
    onderbouwing = models.TextField()
    opnieuw_op = models.DateField()
    is_vervangen = models.BooleanField(default=False)

    ONDERWERP: ClassVar[str] = "risicotaxatie"

    class Meta:
        verbose_name = "risicotaxatie"
        verbose_name_plural = "risicotaxaties"
        constraints = [
            models.CheckConstraint(condition=Q(opnieuw_op__gt=models.F("op")), name="risicotaxatie_opnieuw"),
        ]


class Veiligheidsplan(Verbergbaar):
    """What is agreed when it goes wrong, made with the household; a change is a new version, till the review day."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="veiligheidsplannen")
    versie = models.PositiveIntegerField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    met_wie = models.CharField(max_length=200)
    signalen = models.TextField()
    als_het_misgaat = models.TextField()
    wie_belt_wie = models.TextField()
    veilige_plek = models.TextField(blank=True)
    wie_let_op = models.TextField()
    herzien_op = models.DateField()
    waarom_nieuw = models.CharField(max_length=200, blank=True)
    is_vervangen = models.BooleanField(default=False)

    ONDERWERP: ClassVar[str] = "veiligheidsplan"

    class Meta:
        verbose_name = "veiligheidsplan"
        verbose_name_plural = "veiligheidsplannen"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "versie"], name="veiligheidsplan_versie"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(is_vervangen=False), name="veiligheidsplan_een_geldig"
            ),
            models.CheckConstraint(condition=Q(versie=1) | ~Q(waarom_nieuw=""), name="veiligheidsplan_waarom"),
        ]


# ------------------------------------------------------------------------------------------------------- the meldcode


class Meldcode(models.Model):
    """A suspicion of domestic violence or child abuse, and what was done with it in five steps.

    The way to the file is called `bij` on purpose: whatever goes by `dossier_id` (timeline, log, extract, counts)
    finds nothing here.
    """

    bij = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    vermoeden = models.TextField()
    over = models.CharField(max_length=200)
    begonnen_op = models.DateTimeField()
    begonnen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Meldcodestatus.choices, default=Meldcodestatus.IN_GANG)
    volgen_op = models.DateField(null=True)
    reden_gesloten = models.TextField(blank=True)

    ONDERWERP: ClassVar[str] = "vertrouwelijk"
    OVERGANGEN: ClassVar[Overgangen] = MELDCODE

    class Meta:
        verbose_name = "meldcode"
        verbose_name_plural = "meldcodes"
        constraints = [models.CheckConstraint(condition=Q(status__in=Meldcodestatus.values), name="meldcode_status")]

    @property
    def scope_team_id(self) -> int:
        return self.bij.huishouden.team_id


class Meldcodetoegang(models.Model):
    """One worker is let in to one meldcode: by whom, why, from when till when."""

    meldcode = models.ForeignKey(Meldcode, on_delete=models.PROTECT, related_name="toegangen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=200)
    vanaf = models.DateTimeField()
    gegeven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True)
    ingetrokken_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "toegang tot een meldcode"
        verbose_name_plural = "toegangen tot meldcodes"
        constraints = [
            models.UniqueConstraint(
                fields=["meldcode", "medewerker"], condition=Q(tot__isnull=True), name="meldcodetoegang_een_keer"
            ),
        ]


class Stap(models.IntegerChoices):
    SIGNALEN = 1, _("signalen in kaart brengen")
    OVERLEG = 2, _("overleggen met een collega, en zo nodig met Veilig Thuis")
    GESPREK = 3, _("praten met de betrokkenen")
    WEGEN = 4, _("wegen van het geweld")
    BESLISSEN = 5, _("beslissen: melden, hulp, of allebei")


class Meldcodestap(models.Model):
    """A step that was taken, or left out with its reason: who, when, what. Steps may come again."""

    meldcode = models.ForeignKey(Meldcode, on_delete=models.PROTECT, related_name="stappen")
    stap = models.PositiveSmallIntegerField(choices=Stap.choices)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    is_overgeslagen = models.BooleanField(default=False)
    met_wie = models.CharField(max_length=200, blank=True)
    is_anoniem = models.BooleanField(default=False)
    wat = models.TextField()
    geschreven_op = models.DateTimeField()

    class Meta:
        verbose_name = "stap van een meldcode"
        verbose_name_plural = "stappen van een meldcode"
        constraints = [
            models.CheckConstraint(condition=~Q(wat=""), name="meldcodestap_wat"),
            models.CheckConstraint(
                condition=Q(is_overgeslagen=False) | Q(stap__lt=Stap.WEGEN), name="meldcodestap_wegen_altijd"
            ),
        ]


class JaNee(models.TextChoices):
    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    NOG_NIET = "nog_niet", _("nog niet te zeggen")


class Wegingsuitkomst(models.TextChoices):
    SLUITEN = "sluiten", _("geen vermoeden: vastleggen en sluiten")
    MELDEN = "melden", _("melden bij Veilig Thuis")
    HULP = "hulp", _("hulp bieden of organiseren, en volgen")


class Weging(models.Model):
    """The five questions of the afwegingskader with their answers and what they lead to (step 4)."""

    meldcode = models.ForeignKey(Meldcode, on_delete=models.PROTECT, related_name="wegingen")
    stap = models.OneToOneField(Meldcodestap, on_delete=models.PROTECT, related_name="weging")
    vermoeden = models.CharField(max_length=8, choices=JaNee.choices)
    onveilig = models.CharField(max_length=8, choices=JaNee.choices, blank=True)
    kan_helpen = models.CharField(max_length=8, choices=JaNee.choices, blank=True)
    aanvaardt = models.CharField(max_length=8, choices=JaNee.choices, blank=True)
    duurzaam = models.CharField(max_length=8, choices=JaNee.choices, blank=True)
    uitkomst = models.CharField(max_length=8, choices=Wegingsuitkomst.choices)

    class Meta:
        verbose_name = "weging"
        verbose_name_plural = "wegingen"


class Meldbeslissing(models.Model):
    """Step 5: report to Veilig Thuis, give or arrange help, both or neither; why, and why other than the weighing."""

    meldcode = models.ForeignKey(Meldcode, on_delete=models.PROTECT, related_name="beslissingen")
    stap = models.OneToOneField(Meldcodestap, on_delete=models.PROTECT, related_name="beslissing")
    weging = models.ForeignKey(Weging, on_delete=models.PROTECT, related_name="beslissingen")
    is_melden = models.BooleanField()
    is_hulp = models.BooleanField()
    reden_anders = models.TextField(blank=True)

    class Meta:
        verbose_name = "beslissing in een meldcode"
        verbose_name_plural = "beslissingen in meldcodes"
