"""Areas, teams, workers, and who fills which role where and when.

A worker's rights follow from the roles filled today; nothing here knows residents.
"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.access.rechten import ROL_RECHTEN, Recht, Rol
from eenplan.access.toegang import Bereik
from eenplan.core import klok


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


class MedewerkerManager(BaseUserManager["Medewerker"]):
    """Makes workers; there is no superuser in Eenplan."""

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
    def vervullingen(self) -> list[tuple[Rol, int | None]]:
        """The roles filled today, each with its team (none means the whole municipality); one query."""
        rijen = self.rolvervullingen.in_dienst_op(klok.vandaag()).values_list("rol", "team_id")
        return [(Rol(rol), team_id) for rol, team_id in rijen]

    def bereik(self, recht: Recht) -> Bereik:
        """Say for which teams this worker holds the right today."""
        teams = [team_id for rol, team_id in self.vervullingen if recht in ROL_RECHTEN[rol]]
        return Bereik(None in teams, frozenset(team_id for team_id in teams if team_id is not None))

    def mag(self, recht: Recht) -> bool:
        """Say whether this worker holds the right anywhere."""
        return bool(self.bereik(recht))


class RolvervullingQuerySet(models.QuerySet["Rolvervulling"]):
    def in_dienst_op(self, dag: object) -> RolvervullingQuerySet:
        return self.filter(Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag)


class Rolvervulling(models.Model):
    """A worker fills a role, for a team or for the whole municipality, from when till when (exclusive)."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="rolvervullingen")
    rol = models.CharField(max_length=20, choices=[(rol.value, rol.value) for rol in Rol])
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="rolvervullingen")
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
