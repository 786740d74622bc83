"""Residents, their household and address, and their family ties. The only home of a BSN.

Care, plans and law live in higher rooms.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.teams.models import Gebied, Medewerker, Team
from eenplan.wetgeving.gezagsoorten import Besluitsoort, Gezagssoort, Vertegenwoordigersoort


class Adres(models.Model):
    """An address in the municipality, with the buurt it lies in. The street may still be unknown."""

    straat = models.CharField(max_length=80, blank=True)
    huisnummer = models.PositiveIntegerField()
    toevoeging = models.CharField(max_length=6, blank=True)
    postcode = models.CharField(max_length=6)
    woonplaats = models.CharField(max_length=80)
    buurt = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="adressen")

    class Meta:
        verbose_name = "adres"
        verbose_name_plural = "adressen"
        indexes = [models.Index(fields=["postcode", "huisnummer"], name="adres_postcode_huisnummer")]

    def __str__(self) -> str:
        return f"{self.straat or self.postcode_met_spatie} {self.huisnummer}{self.toevoeging}"

    @property
    def postcode_met_spatie(self) -> str:
        return f"{self.postcode[:4]} {self.postcode[4:]}"


class Huishouden(models.Model):
    """The people who run one household at an address; the team of that address serves it.

    One that was taken up by another points there (`opgegaan_in`).
    """

    naam = models.CharField(max_length=120)
    adres = models.ForeignKey(Adres, on_delete=models.PROTECT, related_name="huishoudens")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="huishoudens")
    opgegaan_in = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="opgenomen")

    ONDERWERP: ClassVar[str] = "huishouden"

    class Meta:
        verbose_name = "huishouden"
        verbose_name_plural = "huishoudens"

    def __str__(self) -> str:
        return self.naam

    @property
    def scope_team_id(self) -> int:
        return self.team_id

    @property
    def dossier_id(self) -> int:
        """The file of a household carries the number of the household."""
        return self.pk


class Geslacht(models.TextChoices):
    VROUW = "v", _("vrouw")
    MAN = "m", _("man")
    ONBEKEND = "o", _("onbekend")


class Persoon(models.Model):
    """A resident. One who turned out to be registered twice points at the registration that stays (`opgegaan_in`)."""

    voornamen = models.CharField(max_length=120)
    roepnaam = models.CharField(max_length=60)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=120)
    geboortedatum = models.DateField(null=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    overleden_op = models.DateField(null=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    opgegaan_in = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="opgenomen")

    ONDERWERP: ClassVar[str] = "persoon"

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        indexes = [models.Index(fields=["geboortedatum"], name="persoon_geboortedatum")]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.roepnaam, self.tussenvoegsel, self.achternaam) if deel)


class Burgerservicenummer(models.Model):
    """The national number of a resident, kept apart from everything else (Wmo 5.2.9, Jeugdwet 7.2), and unreadable.

    Only bsn.py reads and writes it: `versleuteld` holds the number, `zoeksleutel` the digest by which it is found.
    """

    persoon = models.OneToOneField(Persoon, on_delete=models.PROTECT, primary_key=True, related_name="bsn")
    versleuteld = models.CharField(max_length=120)
    zoeksleutel = models.CharField(max_length=44, unique=True)

    class Meta:
        verbose_name = "burgerservicenummer"
        verbose_name_plural = "burgerservicenummers"

    def __str__(self) -> str:
        return "burgerservicenummer"


class Huishoudrol(models.TextChoices):
    ALLEENSTAAND = "alleenstaand", _("alleenstaand")
    PARTNER = "partner", _("partner")
    OUDER = "ouder", _("ouder")
    KIND = "kind", _("kind")
    INWONEND = "inwonend", _("inwonend")


class Huishoudlid(models.Model):
    """A resident belongs to a household, from when till when (exclusive).

    `zoeksleutels` holds the keys of name and street by which the resident is found there (see zoeksleutels.py).
    """

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="lidmaatschappen")
    rol = models.CharField(max_length=12, choices=Huishoudrol.choices)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    zoeksleutels = SearchVectorField(default="")

    class Meta:
        verbose_name = "huishoudlid"
        verbose_name_plural = "huishoudleden"
        indexes = [
            GinIndex(fields=["zoeksleutels"], name="huishoudlid_zoeksleutels", condition=Q(tot__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="huishoudlid_periode"),
            models.UniqueConstraint(
                fields=["huishouden", "persoon"], condition=Q(tot__isnull=True), name="huishoudlid_een_keer"
            ),
        ]


class Zoekwoord(models.Model):
    """A word that occurs in names or streets, with the forms that its misspellings share with it.

    The few ten thousand words of a municipality are searched for likeness; residents are then found by exact words.
    """

    woord = models.CharField(max_length=80, primary_key=True)
    vormen = SearchVectorField(default="")

    class Meta:
        verbose_name = "zoekwoord"
        verbose_name_plural = "zoekwoorden"
        indexes = [GinIndex(fields=["vormen"], name="zoekwoord_vormen")]

    def __str__(self) -> str:
        return self.woord


class Relatiesoort(models.TextChoices):
    OUDER_VAN = "ouder_van", _("ouder van")
    PARTNER_VAN = "partner_van", _("partner van")
    MANTELZORGER_VAN = "mantelzorger_van", _("mantelzorger van")
    FAMILIE_VAN = "familie_van", _("familie van")
    VRIEND_VAN = "vriend_van", _("vriend van")
    BUUR_VAN = "buur_van", _("buur van")
    HULPVERLENER_VAN = "hulpverlener_van", _("hulpverlener van")


class Relatie(models.Model):
    """A tie between two residents, whatever household they live in. Read it through `afscherming`, never bare."""

    van = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="relaties")
    naar = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="relaties_van_anderen")
    soort = models.CharField(max_length=20, choices=Relatiesoort.choices)

    class Meta:
        verbose_name = "relatie"
        verbose_name_plural = "relaties"
        constraints = [
            models.UniqueConstraint(fields=["van", "naar", "soort"], name="relatie_een_keer"),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="relatie_niet_met_zichzelf"),
        ]


def keuzes(soorten: type[StrEnum]) -> list[tuple[str, str]]:
    """Give the values of a list of the law as the choices of a column."""
    return [(soort.value, soort.value) for soort in soorten]


class Markeringsoort(models.TextChoices):
    GEHEIM = "geheim", _("mag niet weten")
    SCHADELIJK = "schadelijk", _("schadelijk")


class Relatiemarkering(models.Model):
    """A tie must stay hidden from one of the two, or does harm: whom this protects, since when, why and by whom."""

    relatie = models.ForeignKey(Relatie, on_delete=models.PROTECT, related_name="markeringen")
    soort = models.CharField(max_length=12, choices=Markeringsoort.choices)
    beschermt = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True)
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "relatiemarkering"
        verbose_name_plural = "relatiemarkeringen"
        constraints = [
            models.UniqueConstraint(
                fields=["relatie", "soort", "beschermt"], condition=Q(tot__isnull=True), name="markering_een_keer"
            ),
            models.CheckConstraint(condition=Q(soort__in=Markeringsoort.values), name="markering_soort"),
        ]


class Adresafscherming(models.Model):
    """The address of a household is known only to who works in its file, from when till when (exclusive), and why."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="afschermingen")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    reden = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "adresafscherming"
        verbose_name_plural = "adresafschermingen"
        constraints = [
            models.UniqueConstraint(fields=["huishouden"], condition=Q(tot__isnull=True), name="afscherming_een_keer"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="afscherming_periode"),
        ]


class Eigenpersoon(models.Model):
    """A worker is a resident as well: the files of this resident and the family are closed to the worker (F1)."""

    medewerker = models.OneToOneField(Medewerker, on_delete=models.PROTECT, related_name="eigenpersoon")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "eigen persoon"
        verbose_name_plural = "eigen personen"


class Gezag(models.Model):
    """Somebody, or a certified institution, holds custody of a child (BW 1:245), since when and by what evidence.

    Joint custody is two rows of one kind. No row that holds is unknown custody: never a guess.
    """

    kind = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag")
    soort = models.CharField(max_length=16, choices=[paar for paar in keuzes(Gezagssoort) if paar[0] != "onbekend"])
    houder = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="gezag_over")
    instelling = models.CharField(max_length=120, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    bron = models.CharField(max_length=200)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "gezag"
        verbose_name_plural = "gezag"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort=Gezagssoort.INSTELLING.value, houder__isnull=True) & ~Q(instelling="")
                | ~Q(soort=Gezagssoort.INSTELLING.value) & Q(houder__isnull=False, instelling=""),
                name="gezag_houder",
            ),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="gezag_periode"),
            models.UniqueConstraint(
                fields=["kind", "houder"],
                condition=Q(tot__isnull=True, houder__isnull=False),
                name="gezag_een_keer",
            ),
        ]


class Vertegenwoordiging(models.Model):
    """Somebody, or an organisation, acts for an adult, in what and from when till when (BW 1:378, 1:431, 1:450)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="vertegenwoordigingen")
    soort = models.CharField(max_length=16, choices=keuzes(Vertegenwoordigersoort))
    vertegenwoordiger = models.ForeignKey(
        Persoon, on_delete=models.PROTECT, null=True, related_name="vertegenwoordiging_van"
    )
    organisatie = models.CharField(max_length=120, blank=True)
    reikwijdte = models.CharField(max_length=200, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    bron = models.CharField(max_length=200)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "vertegenwoordiging"
        verbose_name_plural = "vertegenwoordigingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(vertegenwoordiger__isnull=True) ^ Q(organisatie=""), name="vertegenwoordiging_wie"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="vertegenwoordiging_periode"
            ),
            models.CheckConstraint(
                condition=~Q(soort=Vertegenwoordigersoort.GEMACHTIGDE.value) | ~Q(reikwijdte=""),
                name="vertegenwoordiging_machtiging_zegt_waarin",
            ),
        ]


class Wilsonbekwaamheid(models.Model):
    """Somebody cannot weigh this decision (or none at all), judged by whom, from when till when (exclusive)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="wilsonbekwaamheden")
    besluit = models.CharField(max_length=16, choices=keuzes(Besluitsoort), blank=True)
    beoordeeld_door = models.CharField(max_length=120)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "wilsonbekwaamheid"
        verbose_name_plural = "wilsonbekwaamheden"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="wilsonbekwaamheid_periode"
            ),
        ]


class Verblijf(models.Model):
    """How a child who lives in two households divides the nights of two weeks, from when till when (exclusive)."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="verblijven")
    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="verblijven")
    nachten = models.PositiveSmallIntegerField()
    afspraak = models.CharField(max_length=200, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verblijf"
        verbose_name_plural = "verblijven"
        constraints = [
            models.CheckConstraint(condition=Q(nachten__lte=14), name="verblijf_nachten"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="verblijf_periode"),
            models.UniqueConstraint(
                fields=["persoon", "huishouden"], condition=Q(tot__isnull=True), name="verblijf_een_keer"
            ),
        ]


class Omzettingsoort(models.TextChoices):
    VERHUIZING = "verhuizing", _("verhuizing")
    SPLITSING = "splitsing", _("splitsing van het huishouden")
    PERSONEN = "personen", _("samenvoegen van dubbele personen")
    HUISHOUDENS = "huishoudens", _("samenvoegen van huishoudens")


class Omzetting(models.Model):
    """Residents or households were moved, split or merged; its rows say exactly what changed, so it can be undone.

    `van_id` and `naar_id` are plain numbers (of persons or of households): a journal is never itself moved.
    """

    soort = models.CharField(max_length=12, choices=Omzettingsoort.choices)
    van_id = models.BigIntegerField()
    naar_id = models.BigIntegerField()
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    met_bsn = models.BooleanField(default=False)
    ongedaan_op = models.DateTimeField(null=True)
    ongedaan_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "omzetting"

    class Meta:
        verbose_name = "omzetting"
        verbose_name_plural = "omzettingen"
        indexes = [models.Index(fields=["naar_id"], name="omzetting_naar")]


class Daad(models.TextChoices):
    GEWIJZIGD = "gewijzigd", _("gewijzigd")
    GEMAAKT = "gemaakt", _("gemaakt")
    VERWIJDERD = "verwijderd", _("verwijderd")
    GEBLEVEN = "gebleven", _("gebleven")
    STAND = "stand", _("stond er al")


class Omzettingregel(models.Model):
    """One row that an omzetting changed, made, took away or had to leave, with its old and its new value."""

    omzetting = models.ForeignKey(Omzetting, on_delete=models.PROTECT, related_name="regels")
    daad = models.CharField(max_length=12, choices=Daad.choices)
    model = models.CharField(max_length=80)
    rij = models.CharField(max_length=40)
    veld = models.CharField(max_length=60, blank=True)
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)

    class Meta:
        verbose_name = "omzettingregel"
        verbose_name_plural = "omzettingregels"


class Dubbelkandidaat(models.Model):
    """Two residents who may be one, with the reasons and how strong they are; a worker said no when `afgewezen_op`."""

    een = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    ander = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    redenen = ArrayField(models.CharField(max_length=20))
    gevonden_op = models.DateTimeField()
    afgewezen_op = models.DateTimeField(null=True)
    afgewezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "dubbelkandidaat"
        verbose_name_plural = "dubbelkandidaten"
        constraints = [
            models.UniqueConstraint(fields=["een", "ander"], name="dubbel_een_keer"),
            models.CheckConstraint(condition=Q(een__lt=F("ander")), name="dubbel_op_volgorde"),
        ]
        indexes = [
            models.Index(fields=["-score", "een"], condition=Q(afgewezen_op__isnull=True), name="dubbel_open"),
        ]
