"""Coordination of all help for one household: who takes over, which rules hold, what is scaled, watched and followed.

Who coordinates is a row of `dossiers`; here stands how it passed on and what a coordinator must not forget.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Dossier, Dossierdeel, Gelabeld
from eenplan.ketenpartners.models import Partnertaak
from eenplan.regie.states import OVERDRACHT, Overdrachtstatus
from eenplan.teams.models import Dossiertoegang, Medewerker, Team
from eenplan.toewijzingen.models import Toewijzing


class Achterwacht(models.Model):
    """Who coordinates every household of a team that nobody took yet, from when till when (exclusive) (B1)."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="achterwachten")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    aangewezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "achterwacht"

    class Meta:
        verbose_name = "achterwacht"
        verbose_name_plural = "achterwachten"
        constraints = [
            models.UniqueConstraint(fields=["team"], condition=Q(tot__isnull=True), name="achterwacht_een_per_team"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="achterwacht_periode"),
        ]

    @property
    def scope_team_id(self) -> int:
        return self.team_id


class Regieoverdracht(Dossierdeel):
    """A coordinator asks another to take over, with what they agree. Until the other accepts nothing changes (B1).

    With a team the household passes on to that team when it is accepted; `toegang` lets the asked worker read first.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="regieoverdrachten")
    van = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="gevraagd")
    afspraken = models.TextField()
    status = models.CharField(max_length=12, choices=Overdrachtstatus.choices, default=Overdrachtstatus.VOORGESTELD)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    beantwoord_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=200, blank=True)
    inwoner_ingelicht_op = models.DateField(null=True)
    toegang = models.ForeignKey(Dossiertoegang, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "regieoverdracht"
    OVERGANGEN: ClassVar[Overgangen] = OVERDRACHT

    class Meta:
        verbose_name = "regieoverdracht"
        verbose_name_plural = "regieoverdrachten"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Overdrachtstatus.values), name="regieoverdracht_status"),
            models.CheckConstraint(condition=~Q(afspraken=""), name="regieoverdracht_met_afspraken"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(status=Overdrachtstatus.VOORGESTELD),
                name="regieoverdracht_een_voorstel",
            ),
        ]


class Regelvink(Dossierdeel):
    """A golden rule of coordination was looked at and holds for this household: which, when, by whom (B1)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="regelvinken")
    regel = models.CharField(max_length=40)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "afgevinkte regel"
        verbose_name_plural = "afgevinkte regels"
        constraints = [models.UniqueConstraint(fields=["dossier", "regel", "op"], name="regelvink_een_keer_per_dag")]


class Nazorguitkomst(models.TextChoices):
    GOED = "goed", _("het gaat goed")
    TERUGVAL = "terugval", _("het gaat minder goed")
    NIET_BEREIKT = "niet_bereikt", _("niet bereikt, de nazorg stopt hier")


class Nazorgcontact(Gelabeld):
    """Somebody asks how it goes after help stopped or became lighter: when, who, and what came of it (C8)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="nazorgcontacten")
    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, null=True, related_name="nazorgcontacten")
    wat = models.CharField(max_length=160)
    voor = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    gehouden_op = models.DateField(null=True)
    gehouden_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    uitkomst = models.CharField(max_length=14, choices=Nazorguitkomst.choices, blank=True)
    verslag = models.TextField(blank=True)

    ONDERWERP: ClassVar[str] = "nazorgcontact"

    class Meta:
        verbose_name = "nazorgcontact"
        verbose_name_plural = "nazorgcontacten"
        constraints = [
            models.CheckConstraint(
                condition=Q(gehouden_op__isnull=True, uitkomst="") | Q(gehouden_op__isnull=False) & ~Q(uitkomst=""),
                name="nazorgcontact_met_uitkomst",
            ),
            models.UniqueConstraint(fields=["toewijzing", "uiterlijk"], name="nazorgcontact_een_keer"),
        ]
        indexes = [models.Index(fields=["uiterlijk"], condition=Q(gehouden_op__isnull=True), name="nazorg_open")]


class Schaalbesluit(Dossierdeel):
    """Help around the household became heavier or lighter: on what ground, and later with what effect (C10)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="schaalbesluiten")
    van = models.CharField(max_length=24)
    naar = models.CharField(max_length=24)
    is_zwaarder = models.BooleanField()
    grond = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bekijk_op = models.DateField()
    effect = models.TextField(blank=True)
    effect_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "schaalbesluit"

    class Meta:
        verbose_name = "schaalbesluit"
        verbose_name_plural = "schaalbesluiten"
        constraints = [
            models.CheckConstraint(condition=~Q(van=F("naar")), name="schaalbesluit_verandert"),
            models.CheckConstraint(condition=Q(effect_op__isnull=True) ^ ~Q(effect=""), name="schaalbesluit_effect"),
        ]


class Interventie(Dossierdeel):
    """The coordinator steps into help that runs: what must change, why, before when, what came of it (C10, LW22)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="interventies")
    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="interventies")
    wat = models.TextField()
    waarom = models.TextField()
    uiterlijk = models.DateField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    partnertaak = models.ForeignKey(Partnertaak, on_delete=models.PROTECT, null=True, related_name="+")
    uitkomst = models.TextField(blank=True)
    uitkomst_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "interventie"

    class Meta:
        verbose_name = "interventie"
        verbose_name_plural = "interventies"
        constraints = [
            models.CheckConstraint(condition=Q(uitkomst_op__isnull=True) ^ ~Q(uitkomst=""), name="interventie_uitkomst")
        ]

    @property
    def wet(self) -> str:
        return self.toewijzing.wet


class Waakvlam(Dossierdeel):
    """A light that stays on: a worker gets in touch every so many weeks, help or no help (C11)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="waakvlammen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    waarom = models.CharField(max_length=200)
    weken = models.PositiveSmallIntegerField()
    begonnen_op = models.DateField()
    volgende_op = models.DateField()
    beeindigd_op = models.DateField(null=True)
    reden_einde = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "waakvlam"

    class Meta:
        verbose_name = "waakvlam"
        verbose_name_plural = "waakvlammen"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(beeindigd_op__isnull=True), name="waakvlam_een_lopend"
            ),
            models.CheckConstraint(condition=Q(weken__gte=1, weken__lte=104), name="waakvlam_weken"),
            models.CheckConstraint(condition=Q(beeindigd_op__isnull=True) ^ ~Q(reden_einde=""), name="waakvlam_einde"),
        ]

    def volgende_na(self, dag: date) -> date:
        """Give the last day of the next contact after one on this day."""
        return dag + timedelta(weeks=self.weken)


class Waakvlamcontact(models.Model):
    """A pilot-light contact took place."""

    waakvlam = models.ForeignKey(Waakvlam, on_delete=models.PROTECT, related_name="contacten")
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    hoe = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "waakvlamcontact"
        verbose_name_plural = "waakvlamcontacten"
        constraints = [models.UniqueConstraint(fields=["waakvlam", "op"], name="waakvlamcontact_een_per_dag")]


class Doorzetting(Dossierdeel):
    """A decision by authority: what, on which mandate, towards whom, and with what effect (C21, doorzettingsmacht)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="doorzettingen")
    wat = models.TextField()
    grond = models.CharField(max_length=200)
    aan_wie = models.CharField(max_length=120)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bekijk_op = models.DateField()
    effect = models.TextField(blank=True)
    effect_op = models.DateField(null=True)

    ONDERWERP: ClassVar[str] = "doorzetting"

    class Meta:
        verbose_name = "doorzetting"
        verbose_name_plural = "doorzettingen"
        constraints = [
            models.CheckConstraint(condition=Q(effect_op__isnull=True) ^ ~Q(effect=""), name="doorzetting_effect")
        ]


class Eindeuitkomst(models.TextChoices):
    VERLENGEN = "verlengen", _("verlengen")
    AFSCHALEN = "afschalen", _("lichter maken")
    STOPPEN = "stoppen", _("stoppen op de einddatum")


class Eindevaluatie(Dossierdeel):
    """Help was looked at before its end: does it go on, become lighter, or stop (E7). Open until somebody did."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="eindevaluaties")
    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="eindevaluaties")
    einddatum = models.DateField()
    geevalueerd_op = models.DateField(null=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    uitkomst = models.CharField(max_length=10, choices=Eindeuitkomst.choices, blank=True)
    toelichting = models.TextField(blank=True)

    ONDERWERP: ClassVar[str] = "eindevaluatie"

    class Meta:
        verbose_name = "evaluatie voor het einde"
        verbose_name_plural = "evaluaties voor het einde"
        constraints = [
            models.UniqueConstraint(fields=["toewijzing", "einddatum"], name="eindevaluatie_een_per_einde"),
            models.CheckConstraint(
                condition=Q(geevalueerd_op__isnull=True) ^ ~Q(uitkomst=""), name="eindevaluatie_uitkomst"
            ),
        ]

    @property
    def wet(self) -> str:
        return self.toewijzing.wet
