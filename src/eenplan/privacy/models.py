"""Requests of residents about their data, what followed from them, and how a file is destroyed.

What must outlive a file (hold, proposal, certificate) knows it by its number only.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Document, Dossier, Dossierdeel
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.privacy.states import VERZOEK, Verzoekstatus
from eenplan.teams.models import Medewerker


class Verzoeksoort(models.TextChoices):
    """What a resident may ask (AVG 15, 16, 17, 18, 21; Wmo 5.3.2 and 5.3.5; Jeugdwet 7.3.8 to 7.3.10)."""

    INZAGE = "inzage", _("inzage")
    RECTIFICATIE = "rectificatie", _("rectificatie of eigen verklaring")
    VERNIETIGING = "vernietiging", _("vernietiging")
    BEPERKING = "beperking", _("beperking van het gebruik")
    BEZWAAR = "bezwaar", _("bezwaar tegen het gebruik")


class Vragersoort(models.TextChoices):
    ZELF = "zelf", _("de inwoner zelf")
    OUDER = "ouder", _("een ouder met gezag")
    VERTEGENWOORDIGER = "vertegenwoordiger", _("een vertegenwoordiger of gemachtigde")


class Verzoekkanaal(models.TextChoices):
    BRIEF = "brief", _("brief")
    EMAIL = "email", _("e-mail")
    BALIE = "balie", _("aan de balie of in gesprek")
    TELEFOON = "telefoon", _("telefoon")


class Identiteit(models.TextChoices):
    """How it was made sure who asks (AVG 12 lid 6). No copy of the paper is kept."""

    NOG_NIET = "", _("nog niet vastgesteld")
    LEGITIMATIE = "legitimatie", _("paspoort, identiteitskaart of rijbewijs gezien")
    BEKEND = "bekend", _("persoonlijk bekend bij de medewerker")
    DIGID = "digid", _("ingelogd met DigiD")
    GEZAG = "gezag", _("legitimatie gezien en gezag of machtiging gecontroleerd")


class Verzoek(Dossierdeel):
    """A resident, or somebody on behalf of one, asks something about the data in a file."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="verzoeken")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verzoeken")
    soort = models.CharField(max_length=12, choices=Verzoeksoort.choices)
    vrager = models.CharField(max_length=18, choices=Vragersoort.choices, default=Vragersoort.ZELF)
    vrager_naam = models.CharField(max_length=120, blank=True)
    vrager_adres = models.TextField(blank=True)
    ontvangen_op = models.DateField()
    kanaal = models.CharField(max_length=10, choices=Verzoekkanaal.choices)
    identiteit = models.CharField(max_length=12, choices=Identiteit.choices, blank=True)
    tekst = models.TextField()
    status = models.CharField(max_length=14, choices=Verzoekstatus.choices, default=Verzoekstatus.ONTVANGEN)
    artikel = models.CharField(max_length=120, blank=True)
    reden = models.TextField(blank=True)
    geantwoord_op = models.DateField(null=True)
    geantwoord_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    wet: ClassVar[str] = Wet.GEEN.value  # a request is about the whole file, whatever the laws in it
    ONDERWERP: ClassVar[str] = "verzoek"
    OVERGANGEN: ClassVar[Overgangen] = VERZOEK

    class Meta:
        verbose_name = "verzoek"
        verbose_name_plural = "verzoeken"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Verzoekstatus.values), name="verzoek_status"),
            models.CheckConstraint(
                condition=~Q(status__in=["toegewezen", "deels", "afgewezen"])
                | Q(geantwoord_op__isnull=False, document__isnull=False) & ~Q(reden="") & ~Q(artikel=""),
                name="verzoek_antwoord_is_volledig",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "-ontvangen_op"], name="verzoek_dossier")]


class Verklaring(Dossierdeel):
    """The resident's own statement, added to the file when a correction was refused (Jeugdwet 7.3.8 lid 2)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="verklaringen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verklaringen")
    verzoek = models.OneToOneField(Verzoek, on_delete=models.PROTECT, related_name="verklaring")
    gaat_over = models.CharField(max_length=200)
    tekst = models.TextField()
    toegevoegd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "verklaring"

    class Meta:
        verbose_name = "verklaring van de inwoner"
        verbose_name_plural = "verklaringen van de inwoner"


class Beperking(Dossierdeel):
    """The data of a resident may be kept but not used, from when till when (exclusive) (AVG 18)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="beperkingen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="beperkingen")
    verzoek = models.OneToOneField(Verzoek, on_delete=models.PROTECT, related_name="beperking")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    reden_einde = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "beperking"

    class Meta:
        verbose_name = "beperking"
        verbose_name_plural = "beperkingen"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="beperking_periode"),
        ]
        indexes = [models.Index(fields=["dossier"], condition=Q(tot__isnull=True), name="beperking_loopt")]


class Uittreksel(models.Model):
    """Everything about one resident as it was collected for an access request; emptied once it was handed over."""

    verzoek = models.OneToOneField(Verzoek, on_delete=models.PROTECT, primary_key=True, related_name="uittreksel")
    inhoud = models.JSONField()
    verzameld_op = models.DateTimeField()
    verzameld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    bestand = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "uittreksel"
        verbose_name_plural = "uittreksels"


class Passage(models.Model):
    """A sentence, a value or a whole record in an extract that is about somebody else (AVG 15 lid 4).

    `is_tonen` empty: nobody judged it yet. `is_vast`: never shown, whatever anybody judges.
    """

    uittreksel = models.ForeignKey(Uittreksel, on_delete=models.PROTECT, related_name="passages")
    volgorde = models.PositiveIntegerField()
    onderdeel = models.CharField(max_length=60)
    rij = models.CharField(max_length=40)
    veld = models.CharField(max_length=60, blank=True)
    begin = models.PositiveIntegerField(default=0)
    einde = models.PositiveIntegerField(default=0)
    tekst = models.TextField()
    over = models.CharField(max_length=200)
    gevonden_aan = models.CharField(max_length=120)
    is_vast = models.BooleanField(default=False)
    is_tonen = models.BooleanField(null=True)
    reden = models.CharField(max_length=200, blank=True)
    beoordeeld_op = models.DateTimeField(null=True)
    beoordeeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "passage"
        verbose_name_plural = "passages"
        ordering = ["volgorde", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(is_vast=True, is_tonen=True), name="passage_vast_nooit_tonen"),
        ]


class Bewaarplicht(models.Model):
    """A file may not be destroyed for now: why, by whom, from when till when (exclusive)."""

    dossier_id = models.BigIntegerField()
    reden = models.CharField(max_length=200)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "bewaarplicht"

    class Meta:
        verbose_name = "bewaarplicht"
        verbose_name_plural = "bewaarplichten"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="bewaarplicht_periode"),
        ]
        indexes = [models.Index(fields=["dossier_id"], name="bewaarplicht_dossier")]


class Vernietigingssoort(models.TextChoices):
    """What is destroyed as a whole."""

    DOSSIER = "dossier", _("dossier")
    CONTACT = "contact", _("contact dat geen zaak werd")


class Vernietigingsvoorstel(models.Model):
    """One file of which the last term has passed, or whose destruction was asked for. Numbers and rules, no content.

    `voorgesteld_door` empty: only the nightly run named it; a human still has to propose it.
    """

    soort = models.CharField(max_length=10, choices=Vernietigingssoort.choices)
    nummer = models.BigIntegerField()
    grondslag = models.CharField(max_length=200)
    afleiding = models.JSONField(default=list)
    vernietigen_vanaf = models.DateField()
    gevonden_op = models.DateTimeField()
    verzoek = models.OneToOneField(Verzoek, on_delete=models.PROTECT, null=True, related_name="voorstel")
    voorgesteld_op = models.DateTimeField(null=True)
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "vernietigingsvoorstel"

    class Meta:
        verbose_name = "voorstel tot vernietiging"
        verbose_name_plural = "voorstellen tot vernietiging"
        constraints = [models.UniqueConstraint(fields=["soort", "nummer"], name="voorstel_een_per_dossier")]

    @property
    def dossier_id(self) -> int | None:
        return None if self.soort == Vernietigingssoort.CONTACT else self.nummer


class Vernietigingsverklaring(models.Model):
    """The certificate: all that is left of what was destroyed. No personal data; the database refuses to change it.

    `afdruk` is the print of this certificate and of the one before it.
    """

    soort = models.CharField(max_length=10, choices=Vernietigingssoort.choices)
    nummer = models.BigIntegerField()
    begonnen_op = models.DateField(null=True)
    grondslag = models.CharField(max_length=200)
    afleiding = models.JSONField(default=list)
    tellingen = models.JSONField()
    vernietigd_op = models.DateTimeField()
    voorgesteld_door = models.CharField(max_length=140)
    goedgekeurd_door = models.CharField(max_length=140)
    vorige_afdruk = models.CharField(max_length=64, blank=True)
    afdruk = models.CharField(max_length=64)

    ONDERWERP: ClassVar[str] = "vernietigingsverklaring"

    class Meta:
        verbose_name = "verklaring van vernietiging"
        verbose_name_plural = "verklaringen van vernietiging"
        indexes = [models.Index(fields=["soort", "nummer"], name="vernietigd_nummer")]

    @property
    def dossier_id(self) -> int | None:
        return None if self.soort == Vernietigingssoort.CONTACT else self.nummer
