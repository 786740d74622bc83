"""The application and the decision on it. What is granted are lines of the adopted plan, never typed again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Voorziening
from eenplan.access.rechten import Rol
from eenplan.audit.queries import begin_van
from eenplan.besluiten.states import BESLUIT, Besluitstatus
from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Document, Dossier, Dossierdeel
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.teams.models import Medewerker

# Advising is kept apart: whoever writes plans decides on none (EN R-06).
MANDAATROLLEN: Final = (Rol.BACKOFFICE, Rol.MANAGER)


class Aanvraag(Dossierdeel):
    """A resident applies for individual help under one law (Wmo 2.3.2 lid 9, Awb 1:3)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="aanvragen")
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, null=True, related_name="aanvragen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="aanvragen")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    ontvangen_op = models.DateField()

    ONDERWERP: ClassVar[str] = "aanvraag"

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"


class MandaatQuerySet(models.QuerySet["Mandaat"]):
    def op(self, dag: date) -> MandaatQuerySet:
        """Keep the lines in force on a day: begun, confirmed by then, and not ended."""
        return self.filter(
            Q(tot__isnull=True) | Q(tot__gt=dag),
            Q(einde__isnull=True) | Q(einde__tot__gt=dag),
            vanaf__lte=dag,
            bevestiging__op__lt=begin_van(dag + timedelta(days=1)),
        )


class Mandaat(models.Model):
    """One line of the register: who may decide what, up to which amount, on whose behalf, since when (Awb 10:1–10:12).

    Held by a role or by one worker; without law or provision it holds for all of the team's. Never edited: a line ends
    and another begins. Work and income is never within it.
    """

    rol = models.CharField(max_length=20, choices=[(rol.value, rol.value) for rol in MANDAATROLLEN], blank=True)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="mandaten")
    wet = models.CharField(max_length=16, choices=Wet.choices, blank=True)
    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, null=True, related_name="+")
    max_per_maand_cent = models.PositiveIntegerField(null=True)
    mag_afwijzen = models.BooleanField(default=False)
    mag_afwijken = models.BooleanField(default=False)
    mag_na_vaststellen = models.BooleanField(default=False)
    namens = models.CharField(max_length=160)
    grondslag = models.CharField(max_length=160)
    grondslag_datum = models.DateField()
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    ondermandaat_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="ondermandaten")
    ingevoerd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    ingevoerd_op = models.DateTimeField()

    objects = MandaatQuerySet.as_manager()
    ONDERWERP: ClassVar[str] = "mandaat"

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        constraints = [
            models.CheckConstraint(condition=Q(rol="") ^ Q(medewerker__isnull=True), name="mandaat_een_houder"),
            models.CheckConstraint(condition=~Q(wet__in=[Wet.PARTICIPATIEWET, Wet.GEEN]), name="mandaat_wet"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="mandaat_periode"),
        ]


class Mandaatbevestiging(models.Model):
    """A second pair of eyes: from this moment the line is in force."""

    mandaat = models.OneToOneField(Mandaat, on_delete=models.PROTECT, related_name="bevestiging")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "bevestiging van een mandaat"
        verbose_name_plural = "bevestigingen van mandaten"


class Mandaateinde(models.Model):
    """The line holds till this day (exclusive), earlier than it said itself (Awb 10:8)."""

    mandaat = models.OneToOneField(Mandaat, on_delete=models.PROTECT, related_name="einde")
    tot = models.DateField()
    reden = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "einde van een mandaat"
        verbose_name_plural = "einden van mandaten"


class WaarnemingQuerySet(models.QuerySet["Waarneming"]):
    def op(self, dag: date) -> WaarnemingQuerySet:
        """Keep the replacements that hold on a day."""
        return self.filter(Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=dag), vanaf__lte=dag, tot__gt=dag)

    def overlapt(self, vanaf: date, tot: date) -> WaarnemingQuerySet:
        """Keep the replacements that hold on any day of a period."""
        loopt = Q(beeindigd_per__isnull=True) | (Q(beeindigd_per__gt=vanaf) & Q(beeindigd_per__gt=F("vanaf")))
        return self.filter(loopt, vanaf__lt=tot, tot__gt=vanaf)


class Waarneming(models.Model):
    """A worker is away and another acts with the mandate, from when till when (exclusive), and why."""

    afwezige = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="afwezigheden")
    waarnemer = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="waarnemingen")
    vanaf = models.DateField()
    tot = models.DateField()
    reden = models.CharField(max_length=200)
    geregeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    geregeld_op = models.DateTimeField()
    beeindigd_per = models.DateField(null=True)
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WaarnemingQuerySet.as_manager()
    ONDERWERP: ClassVar[str] = "waarneming"

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        constraints = [
            models.CheckConstraint(condition=Q(tot__gt=F("vanaf")), name="waarneming_periode"),
            models.CheckConstraint(condition=~Q(afwezige=F("waarnemer")), name="waarneming_door_een_ander"),
        ]


class Vorm(models.TextChoices):
    """How an application is answered: by a decision, or by a letter where none is needed until it is asked (LW)."""

    BESCHIKKING = "beschikking", _("besluit")
    BRIEF = "brief", _("brief")


class Uitkomst(models.TextChoices):
    TOEGEKEND = "toegekend", _("toegekend")
    DEELS = "deels", _("deels toegekend")
    AFGEWEZEN = "afgewezen", _("afgewezen")


class Besluit(Dossierdeel):
    """The answer to an application, made from the adopted plan: a decision (Awb 1:3, 3:46), or only a letter (`vorm`).

    A letter never refuses and knows no objection.

    `bewerking` rises with every save, so that two writers see each other. `afwijking` says why the rules of policy are
    not followed (Awb 4:84). `namens` and `mandaatgrond` are the words of the letter on the day of the decision.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="besluiten")
    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="besluit")
    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="besluiten")
    vorm = models.CharField(max_length=12, choices=Vorm.choices, default=Vorm.BESCHIKKING)
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices, default=Uitkomst.TOEGEKEND)
    samenvatting = models.TextField(blank=True)
    afwijking = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Besluitstatus.choices, default=Besluitstatus.VOORBEREID)
    bewerking = models.PositiveIntegerField(default=0)
    opgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    begonnen_op = models.DateTimeField()
    bewaard_op = models.DateTimeField()
    genomen_op = models.DateField(null=True)
    genomen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    mandaat = models.ForeignKey(Mandaat, on_delete=models.PROTECT, null=True, related_name="besluiten")
    waarneming = models.ForeignKey(Waarneming, on_delete=models.PROTECT, null=True, related_name="besluiten")
    namens = models.CharField(max_length=400, blank=True)
    mandaatgrond = models.TextField(blank=True)
    bezwaar_tot_en_met = models.DateField(null=True)
    leesbaarheid = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "besluit"
    OVERGANGEN: ClassVar[Overgangen] = BESLUIT

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Besluitstatus.values), name="besluit_status"),
            models.CheckConstraint(condition=Q(uitkomst__in=Uitkomst.values), name="besluit_uitkomst"),
            models.CheckConstraint(
                condition=~Q(status=Besluitstatus.GENOMEN)
                | Q(genomen_op__isnull=False, bezwaar_tot_en_met__isnull=False, document__isnull=False)
                | Q(vorm=Vorm.BRIEF, genomen_op__isnull=False, document__isnull=False),
                name="besluit_genomen_is_volledig",
            ),
            models.CheckConstraint(
                condition=~Q(status=Besluitstatus.GENOMEN)
                | (Q(mandaat__isnull=False) & ~Q(mandaatgrond=""))
                | Q(vorm=Vorm.BRIEF),
                name="besluit_genomen_krachtens_mandaat",
            ),
            models.CheckConstraint(
                condition=Q(vorm=Vorm.BESCHIKKING)
                | Q(
                    vorm=Vorm.BRIEF, uitkomst=Uitkomst.TOEGEKEND, bezwaar_tot_en_met__isnull=True, mandaat__isnull=True
                ),
                name="besluit_brief_weigert_nooit",
            ),
        ]

    @property
    def wet(self) -> str:
        return self.aanvraag.wet


class Besluitverzoek(Dossierdeel):
    """A resident who got a letter, or would get one, asks for a decision: who asked, on which day (LW11).

    `aanvraag` is the application that is decided on; `brief` the letter that came before, when there was one.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="besluitverzoeken")
    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="verzoek")
    brief = models.OneToOneField(Besluit, on_delete=models.PROTECT, null=True, related_name="verzoek")
    gevraagd_op = models.DateField()
    gevraagd_door = models.CharField(max_length=120)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "besluitverzoek"

    class Meta:
        verbose_name = "verzoek om een besluit"
        verbose_name_plural = "verzoeken om een besluit"

    @property
    def wet(self) -> str:
        return self.aanvraag.wet


class Voorlegging(models.Model):
    """A prepared decision was put to whoever may take it, and perhaps came back with a reason."""

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="voorleggingen")
    mandaat = models.ForeignKey(Mandaat, on_delete=models.PROTECT, related_name="voorleggingen")
    reden = models.CharField(max_length=400)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    terug_op = models.DateTimeField(null=True)
    terug_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    terug_reden = models.TextField(blank=True)

    class Meta:
        verbose_name = "voorlegging"
        verbose_name_plural = "voorleggingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(terug_op__isnull=True, terug_door__isnull=True)
                | Q(terug_op__isnull=False, terug_door__isnull=False),
                name="voorlegging_terug_is_volledig",
            ),
        ]


class Overweging(models.Model):
    """One ground of the decision (Awb 3:46; Wmo 2.3.5 lid 3–5)."""

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="overwegingen")
    grond = models.CharField(max_length=40)
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = "overweging"
        verbose_name_plural = "overwegingen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["besluit", "grond"], name="overweging_een_per_grond")]


class Besluitregel(models.Model):
    """One provision of the adopted plan that this decision grants or refuses."""

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="regels")
    inzet = models.ForeignKey(Inzet, on_delete=models.PROTECT, related_name="besluitregels")
    is_toegekend = models.BooleanField(default=True)

    class Meta:
        verbose_name = "besluitregel"
        verbose_name_plural = "besluitregels"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["besluit", "inzet"], name="besluitregel_een_keer")]
