"""Residents, their household and address, and their family ties. The only home of a BSN.

Care, plans and law live in higher rooms.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.teams.models import Gebied, Team


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
