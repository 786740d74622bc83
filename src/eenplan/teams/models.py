"""Areas, teams, workers, and who fills which role where and when.

A worker's rights follow from the roles filled today; nothing here knows residents.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from eenplan.access.rechten import (
    DOEL_VAN_TOEGANG,
    ROL_NAMEN,
    ROL_RECHTEN,
    TOEGANG_RECHTEN,
    Recht,
    Rol,
    Toegangsoort,
)
from eenplan.access.toegang import Bereik
from eenplan.core import klok
from eenplan.core.opmaak import vastgelegd
from eenplan.inrichting.keuzes import Wet


class Gebiedsoort(models.TextChoices):
    STADSDEEL = "stadsdeel", _("stadsdeel")
    WIJK = "wijk", _("wijk")
    BUURT = "buurt", _("buurt")


class Gebied(models.Model):
    """An area with a code in the form that Statistics Netherlands uses (WK012301, BU01230101)."""

    code = models.CharField(max_length=12, unique=True)
    naam = models.CharField(max_length=80)
    soort = models.CharField(max_length=10, choices=Gebiedsoort.choices)
    binnen = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="delen")

    class Meta:
        verbose_name = "gebied"
        verbose_name_plural = "gebieden"

    def __str__(self) -> str:
        return self.naam


class Team(models.Model):
    """A sociaal wijkteam."""

    naam = models.CharField(max_length=80, unique=True)
    stadsdeel = models.ForeignKey(Gebied, on_delete=models.PROTECT, null=True, related_name="teams")
    telefoon = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"

    def __str__(self) -> str:
        return self.naam

    @property
    def scope_team_id(self) -> int:
        return self.pk


class Werkgebied(models.Model):
    """Which team serves an area, from when till when (exclusive)."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="werkgebieden")
    gebied = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="werkgebieden")
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = "werkgebied"
        verbose_name_plural = "werkgebieden"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="werkgebied_periode"),
            models.UniqueConstraint(fields=["gebied"], condition=Q(tot__isnull=True), name="werkgebied_een_team"),
        ]


class Postcodegebied(models.Model):
    """In which buurt the addresses of a postcode lie."""

    postcode = models.CharField(max_length=6, primary_key=True)
    buurt = models.ForeignKey(Gebied, on_delete=models.PROTECT, related_name="postcodes")

    class Meta:
        verbose_name = "postcodegebied"
        verbose_name_plural = "postcodegebieden"


_ALLE_WETTEN = frozenset(Wet.values) - {Wet.GEEN}


def alle_wetten() -> list[str]:
    """Give every label, for a generalist who works over the laws."""
    return sorted(_ALLE_WETTEN)


class MedewerkerManager(BaseUserManager["Medewerker"]):
    """Makes workers; there is no superuser in Eenplan."""

    def met_aanstelling(self) -> models.QuerySet[Medewerker]:
        """Let each worker bring along the roles filled today and the files opened or closed now."""
        nu = klok.nu()
        rollen = Rolvervulling.objects.in_dienst_op(nu.date()).filter(medewerker=OuterRef("pk"))
        toegangen = Dossiertoegang.objects.op(nu).filter(medewerker=OuterRef("pk"))
        return self.annotate(
            rolrijen=ArraySubquery(
                rollen.values(rij=JSONObject(rol="rol", team="team_id", wetten="wetten", teamnaam="team__naam"))
            ),
            toegangrijen=ArraySubquery(
                toegangen.values(rij=JSONObject(soort="soort", dossier="dossier_id", wet="wet", grond="grond"))
            ),
        )

    def create_user(self, gebruikersnaam: str, wachtwoord: str | None = None, **velden: object) -> Medewerker:
        medewerker = self.model(gebruikersnaam=gebruikersnaam, **velden)
        medewerker.set_password(wachtwoord)
        medewerker.save(using=self._db)
        return medewerker


class Medewerker(AbstractBaseUser):
    """Somebody who works with files, of whichever employer."""

    gebruikersnaam = models.CharField(max_length=60, unique=True)
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=80)
    werkgever = models.CharField(max_length=80)
    telefoon = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[MedewerkerManager] = MedewerkerManager()
    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]
    ONDERWERP: ClassVar[str] = "medewerker"

    class Meta:
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"

    def __str__(self) -> str:
        return self.naam

    @cached_property
    def aanstelling(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The roles filled today and the files opened or closed now; one question, or none when they came along."""
        gebracht: dict[str, Any] = vars(self)
        if "rolrijen" not in gebracht:
            gebracht = vars(Medewerker.objects.met_aanstelling().get(pk=self.pk))
        return gebracht["rolrijen"], gebracht["toegangrijen"]

    @property
    def vervullingen(self) -> list[tuple[Rol, int | None]]:
        """The roles filled today, each with its team (none means the whole municipality)."""
        return [(Rol(rij["rol"]), rij["team"]) for rij in self.aanstelling[0]]

    @property
    def toegangen(self) -> list[tuple[Toegangsoort, int, str]]:
        """The files opened or closed to this worker now, whatever the roles: kind, file and label."""
        return [(Toegangsoort(rij["soort"]), rij["dossier"], rij["wet"]) for rij in self.aanstelling[1]]

    def bereik(self, recht: Recht) -> Bereik:
        """Say where this worker holds the right now: by role for teams, by Dossiertoegang for single files."""
        rollen = [rij for rij in self.aanstelling[0] if recht in ROL_RECHTEN[Rol(rij["rol"])]]
        teams = [rij["team"] for rij in rollen]
        wetten = frozenset().union(*(rij["wetten"] for rij in rollen))
        toegangen = self.toegangen
        return Bereik(
            overal=None in teams,
            team_ids=frozenset(team_id for team_id in teams if team_id is not None),
            dossier_ids=frozenset(d for soort, d, _wet in toegangen if recht in TOEGANG_RECHTEN[soort]),
            gesloten_ids=frozenset(d for soort, d, _wet in toegangen if soort == Toegangsoort.GESLOTEN),
            wetten=wetten if rollen and not wetten.issuperset(_ALLE_WETTEN) else None,
            wet_gronden=frozenset((d, wet) for soort, d, wet in toegangen if soort == Toegangsoort.WETLABEL),
        )

    def doel_bij(self, dossier_id: int | None) -> str:
        """Say as what this worker is in a file: the roles, and the ground when one file was opened besides them."""
        paren = ((vastgelegd(ROL_NAMEN[Rol(rij["rol"])]), rij["teamnaam"]) for rij in self.aanstelling[0])
        rollen = "; ".join(sorted(f"{rol}, {team}" if team else rol for rol, team in paren))
        for rij in self.aanstelling[1]:
            if rij["dossier"] == dossier_id and rij["soort"] in DOEL_VAN_TOEGANG:
                doel = DOEL_VAN_TOEGANG[rij["soort"]]
                return (
                    f"{doel}: {rij['grond']} ({rollen})" if rij["soort"] == Toegangsoort.NOOD else f"{doel} ({rollen})"
                )
        return rollen

    def mag(self, recht: Recht) -> bool:
        """Say whether this worker holds the right anywhere."""
        return bool(self.bereik(recht))


class RolvervullingQuerySet(models.QuerySet["Rolvervulling"]):
    def in_dienst_op(self, dag: object) -> RolvervullingQuerySet:
        return self.filter(Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag)


class Rolvervulling(models.Model):
    """A worker fills a role, for a team or for the whole municipality, from when till when (exclusive).

    `wetten` are the labels the role carries: what falls under another law takes a recorded ground to see. A seconded
    worker keeps the home employer; the secondment has an end.
    """

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="rolvervullingen")
    rol = models.CharField(max_length=20, choices=[(rol.value, rol.value) for rol in Rol])
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="rolvervullingen")
    wetten = ArrayField(models.CharField(max_length=16, choices=Wet.choices), default=alle_wetten)
    is_detachering = models.BooleanField(default=False)
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    objects = RolvervullingQuerySet.as_manager()

    class Meta:
        verbose_name = "rolvervulling"
        verbose_name_plural = "rolvervullingen"
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="rolvervulling_periode"),
            models.UniqueConstraint(
                fields=["medewerker", "rol", "team"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="rolvervulling_een_keer",
            ),
            models.CheckConstraint(
                condition=Q(is_detachering=False) | Q(tot__isnull=False), name="rolvervulling_detachering_eindigt"
            ),
        ]


class DossiertoegangQuerySet(models.QuerySet["Dossiertoegang"]):
    def op(self, moment: datetime) -> DossiertoegangQuerySet:
        """Keep what holds at a moment; what a reviewer may see holds only under a statement signed and not expired."""
        dag = moment.date()
        verklaring = Geheimhoudingsverklaring.objects.filter(
            medewerker=OuterRef("medewerker"), getekend_op__lte=dag, geldig_tot__gt=dag
        )
        geldt = Q(tot__isnull=True) | Q(tot__gt=moment)
        return self.filter(geldt, ~Q(soort=Toegangsoort.ONDERZOEK) | Exists(verklaring), vanaf__lte=moment)


class Dossiertoegang(models.Model):
    """One file is open or closed to one worker besides the roles, from when till when (exclusive), and why.

    `dossier_id` is the plain number of a household: its room lies above this one.
    """

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="dossiertoegangen")
    dossier_id = models.BigIntegerField()
    soort = models.CharField(max_length=12, choices=[(soort.value, soort.value) for soort in Toegangsoort])
    wet = models.CharField(max_length=16, choices=Wet.choices, blank=True)
    grond = models.CharField(max_length=200)
    vanaf = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    objects = DossiertoegangQuerySet.as_manager()

    class Meta:
        verbose_name = "dossiertoegang"
        verbose_name_plural = "dossiertoegangen"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="dossiertoegang_periode"
            ),
            models.CheckConstraint(
                condition=Q(soort=Toegangsoort.GESLOTEN) | Q(tot__isnull=False), name="dossiertoegang_eindigt"
            ),
            models.CheckConstraint(
                condition=~Q(soort=Toegangsoort.WETLABEL) ^ Q(wet__in=sorted(_ALLE_WETTEN)), name="dossiertoegang_label"
            ),
        ]
        indexes = [models.Index(fields=["medewerker", "tot"], name="dossiertoegang_medewerker")]


class Geheimhoudingsverklaring(models.Model):
    """A worker signed for secrecy; without a statement that holds, a reviewer sees nothing (F6)."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="geheimhoudingsverklaringen")
    getekend_op = models.DateField()
    geldig_tot = models.DateField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "geheimhoudingsverklaring"

    class Meta:
        verbose_name = "geheimhoudingsverklaring"
        verbose_name_plural = "geheimhoudingsverklaringen"
        constraints = [
            models.CheckConstraint(condition=Q(geldig_tot__gt=F("getekend_op")), name="geheimhouding_periode"),
        ]


class Formatie(models.Model):
    """How many fte of a function a team has, per employer, on a reference date. In hundredths of an fte."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="formatie")
    functie = models.CharField(max_length=80)
    werkgever = models.CharField(max_length=80)
    fte_honderdsten = models.PositiveIntegerField()
    peildatum = models.DateField()

    class Meta:
        verbose_name = "formatie"
        verbose_name_plural = "formatie"
