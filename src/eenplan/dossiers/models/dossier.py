"""The file of a household: coordinator, trajectory and cases, talks and reports, notes, tasks, documents.

A file carries the number of its household, so every row below it points to both at once.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.audit.paginas import pagina_bij
from eenplan.core.transitions import Overgangen
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.states import DOSSIER, GESPREK, VERSLAG, Dossierstatus, Gesprekstatus, Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker


class Dossier(models.Model):
    """The one file of a household, whatever the number of laws, members and workers."""

    huishouden = models.OneToOneField(Huishouden, on_delete=models.PROTECT, primary_key=True, related_name="dossier")
    status = models.CharField(max_length=12, choices=Dossierstatus.choices, default=Dossierstatus.NIEUW)
    geopend_op = models.DateField()

    ONDERWERP: ClassVar[str] = "dossier"
    OVERGANGEN: ClassVar[Overgangen] = DOSSIER

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Dossierstatus.values), name="dossier_status"),
        ]

    @property
    def dossier_id(self) -> int:
        return self.huishouden_id

    @property
    def scope_team_id(self) -> int:
        return self.huishouden.team_id


class Dossierdeel(models.Model):
    """Whatever belongs to a file; its team is the team of the household."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def scope_team_id(self) -> int:
        return self.dossier.huishouden.team_id


class Gelabeld(Dossierdeel):
    """A part of a file that falls under one law, or belongs to the household as a whole (Wmo 5.1.1 lid 4; ADR 0008)."""

    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)

    class Meta:
        abstract = True


class Statuswissel(models.Model):
    """The file moved from one status to another: when, by whom, why."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="statuswissels")
    van = models.CharField(max_length=12, choices=Dossierstatus.choices)
    naar = models.CharField(max_length=12, choices=Dossierstatus.choices)
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    samen_met = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "statuswissel"
        verbose_name_plural = "statuswissels"


class Hoeverteld(models.TextChoices):
    """How the resident heard that the file closes."""

    GESPREK = "gesprek", _("in een gesprek")
    TELEFOON = "telefoon", _("aan de telefoon")
    BRIEF = "brief", _("met een brief")


class Afsluiting(Dossierdeel):
    """How the help of a household ended (UT12): who was told, when and how, whom to call later, what was reached.

    Where two workers decide, it waits for `samen_met`, who agrees in person or gives it back. It stays when the file
    opens again.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="afsluitingen")
    reden = models.CharField(max_length=200)
    verteld_aan = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    verteld_op = models.DateField()
    verteld_hoe = models.CharField(max_length=10, choices=Hoeverteld.choices)
    blijft_contact = models.CharField(max_length=200)
    zicht_op_hulp = models.CharField(max_length=200, blank=True)
    bereikt_inwoner = models.TextField()
    bereikt_medewerker = models.TextField()
    opgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    samen_met = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    teruggegeven_op = models.DateTimeField(null=True)
    teruggegeven_reden = models.CharField(max_length=200, blank=True)
    gesloten_op = models.DateTimeField(null=True)
    document = models.ForeignKey("Document", on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "afsluiting"

    class Meta:
        verbose_name = "afsluiting"
        verbose_name_plural = "afsluitingen"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(gesloten_op__isnull=True, teruggegeven_op__isnull=True),
                name="afsluiting_een_open",
            ),
            models.CheckConstraint(condition=~Q(samen_met=F("opgesteld_door")), name="afsluiting_twee_mensen"),
        ]

    @property
    def is_open(self) -> bool:
        """Tell whether the second worker still has to agree."""
        return self.gesloten_op is None and self.teruggegeven_op is None


class Regie(models.Model):
    """Who coordinates, from when till when (exclusive). The database allows one at a time."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="regies")
    regisseur = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="regies")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    reden = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "regie"
        verbose_name_plural = "regie"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(tot__isnull=True), name="regie_een_regisseur"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="regie_periode"),
        ]
        indexes = [models.Index(fields=["regisseur"], condition=Q(tot__isnull=True), name="regie_lopend")]


class Ondersteuningstraject(models.Model):
    """One period in which the household is helped, over all members and laws. Counted apart from its cases (R-01)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="trajecten")
    gestart_op = models.DateField()
    gesloten_op = models.DateField(null=True)

    class Meta:
        verbose_name = "ondersteuningstraject"
        verbose_name_plural = "ondersteuningstrajecten"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(gesloten_op__isnull=True), name="traject_een_open"),
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | Q(gesloten_op__gte=F("gestart_op")), name="traject_periode"
            ),
        ]


class Casus(Dossierdeel):
    """One problem of one member under one law, within a trajectory."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="casussen")
    traject = models.ForeignKey(Ondersteuningstraject, on_delete=models.PROTECT, related_name="casussen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="casussen")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    leefgebied = models.CharField(max_length=40)
    probleem = models.CharField(max_length=200)
    gestart_op = models.DateField()
    gesloten_op = models.DateField(null=True)
    afloop = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "casus"

    class Meta:
        verbose_name = "casus"
        verbose_name_plural = "casussen"
        constraints = [
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | Q(gesloten_op__gte=F("gestart_op")), name="casus_periode"
            ),
        ]


class Notitie(Gelabeld):
    """A short note of a worker. Never changed: a correction is a new note."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="notities")
    auteur = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()
    tekst = models.TextField()
    woorden = models.GeneratedField(
        expression=SearchVector("tekst", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    ONDERWERP: ClassVar[str] = "notitie"

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        indexes = [
            models.Index(fields=["dossier", "-geschreven_op"], name="notitie_dossier"),
            GinIndex(fields=["woorden"], name="notitie_woorden"),
        ]


class Taak(Gelabeld):
    """Something a worker must do for this household before a date.

    `herkomst` names the fact that asks it (`nazorg:12`): such a task opens that fact and is done when the fact says so.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="taken")
    voor = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="taken")
    wat = models.CharField(max_length=200)
    uiterlijk = models.DateField()
    gemaakt_op = models.DateTimeField()
    gedaan_op = models.DateTimeField(null=True)
    herkomst = models.CharField(max_length=60, blank=True)

    ONDERWERP: ClassVar[str] = "taak"

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        constraints = [
            models.UniqueConstraint(
                fields=["herkomst"], condition=Q(gedaan_op__isnull=True) & ~Q(herkomst=""), name="taak_een_per_herkomst"
            ),
        ]
        indexes = [models.Index(fields=["voor", "uiterlijk"], condition=Q(gedaan_op__isnull=True), name="taak_open")]

    @property
    def titel(self) -> str:
        """Give what is to be done: in the language of the page when the program itself asks it."""
        return vertaald(self.wat)

    @property
    def bron(self) -> str:
        """Give the address of the fact that asks this, or nothing when a worker made the task."""
        return pagina_bij(self.herkomst)


class Documentsoort(models.TextChoices):
    BEVESTIGING = "bevestiging", _("ontvangstbevestiging")
    VERSLAG = "verslag", _("gespreksverslag")
    PLAN = "plan", _("plan")
    BESCHIKKING = "beschikking", _("beschikking")
    INGEKOMEN = "ingekomen", _("ingekomen stuk")
    OVERIG = "overig", _("overig")


class Document(Gelabeld):
    """A letter or paper of the file. The name of the stored file holds no personal data."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="documenten")
    soort = models.CharField(max_length=12, choices=Documentsoort.choices)
    titel = models.CharField(max_length=160)
    inhoud = models.BinaryField()
    inhoudstype = models.CharField(max_length=80, default="application/pdf")
    omvang = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "document"

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        indexes = [models.Index(fields=["dossier", "-gemaakt_op"], name="document_dossier")]


class Gespreksoort(models.TextChoices):
    HUISBEZOEK = "huisbezoek", _("huisbezoek")
    KANTOOR = "kantoor", _("gesprek op de teamlocatie")
    TELEFOON = "telefoon", _("telefoongesprek")
    BEELDBELLEN = "beeldbellen", _("beeldbellen")


class Gesprek(Gelabeld):
    """A planned or held conversation with the household."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="gesprekken")
    soort = models.CharField(max_length=12, choices=Gespreksoort.choices, default=Gespreksoort.HUISBEZOEK)
    begint_op = models.DateTimeField()
    plaats = models.CharField(max_length=120, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="gesprekken")
    deelnemers = models.ManyToManyField(Persoon, related_name="gesprekken")
    anderen = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Gesprekstatus.choices, default=Gesprekstatus.GEPLAND)
    reden_vervallen = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "gesprek"
    OVERGANGEN: ClassVar[Overgangen] = GESPREK

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        constraints = [models.CheckConstraint(condition=Q(status__in=Gesprekstatus.values), name="gesprek_status")]
        indexes = [models.Index(fields=["door", "begint_op"], name="gesprek_agenda")]


class Gespreksverslag(Dossierdeel):
    """The written account of a conversation. `bewerking` rises with every save, so two editors see each other."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="verslagen")
    gesprek = models.OneToOneField(Gesprek, on_delete=models.PROTECT, related_name="verslag")
    status = models.CharField(max_length=12, choices=Verslagstatus.choices, default=Verslagstatus.CONCEPT)
    bewerking = models.PositiveIntegerField(default=0)
    begonnen_op = models.DateTimeField()
    bewaard_op = models.DateTimeField()
    bewaard_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    verstuurd_op = models.DateTimeField(null=True)
    verstuurd_aan = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "gespreksverslag"
    OVERGANGEN: ClassVar[Overgangen] = VERSLAG

    class Meta:
        verbose_name = "gespreksverslag"
        verbose_name_plural = "gespreksverslagen"
        constraints = [models.CheckConstraint(condition=Q(status__in=Verslagstatus.values), name="verslag_status")]

    @property
    def wet(self) -> str:
        return self.gesprek.wet


class Verslagonderdeel(models.Model):
    """What was said about one subject (Wmo 2.3.2 lid 4 a–g, the question, the agreements)."""

    verslag = models.ForeignKey(Gespreksverslag, on_delete=models.PROTECT, related_name="onderdelen")
    onderwerp = models.CharField(max_length=20)
    tekst = models.TextField()

    class Meta:
        verbose_name = "verslagonderdeel"
        verbose_name_plural = "verslagonderdelen"
        constraints = [models.UniqueConstraint(fields=["verslag", "onderwerp"], name="verslagonderdeel_een_keer")]


class Verslagreactie(models.Model):
    """What the resident answered to the report. It stays beside the report for ever."""

    verslag = models.ForeignKey(Gespreksverslag, on_delete=models.PROTECT, related_name="reacties")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=Verslagstatus.choices)
    tekst = models.TextField(blank=True)
    ontvangen_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "reactie op een verslag"
        verbose_name_plural = "reacties op verslagen"
