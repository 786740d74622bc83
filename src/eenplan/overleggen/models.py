"""A consultation: its agenda with options, who is invited, what a guest gets to read, and what was agreed.

Facts only. The database keeps no agreement without owner or day, and nothing shared without a ground.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.delen.keuzes import Categorie, Deeldoel
from eenplan.delen.models import Samenwerking, Toestemmingsvraag
from eenplan.dossiers.models import Dossier, Dossierdeel, Gelabeld
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.overleggen.states import (
    AFSPRAAK,
    BESPREKING,
    OVERLEG,
    Afspraakstatus,
    Besprekingstatus,
    Overlegstatus,
)
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class Overlegsoort(models.TextChoices):
    MDO = "mdo", _("multidisciplinair overleg (MDO)")
    CASUSBESPREKING = "casusbespreking", _("casusbespreking")
    RONDETAFEL = "rondetafel", _("rondetafelgesprek")


class Overleg(Gelabeld):
    """A consultation about one household: when, where, how it decides, and whether the resident was there."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="overleggen")
    soort = models.CharField(max_length=16, choices=Overlegsoort.choices)
    moment = models.DateTimeField()
    plaats = models.CharField(max_length=120)
    besluitregel = models.CharField(max_length=24)
    status = models.CharField(max_length=10, choices=Overlegstatus.choices, default=Overlegstatus.GEPLAND)
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    inwoner_aanwezig = models.BooleanField(null=True)
    reden_zonder_inwoner = models.CharField(max_length=300, blank=True)
    verslag = models.TextField(blank=True)
    reden_vervallen = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "overleg"
    OVERGANGEN: ClassVar[Overgangen] = OVERLEG

    class Meta:
        verbose_name = "overleg"
        verbose_name_plural = "overleggen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Overlegstatus.values), name="overleg_status"),
            models.CheckConstraint(
                condition=~Q(status=Overlegstatus.GEHOUDEN)
                | Q(inwoner_aanwezig=True)
                | (Q(inwoner_aanwezig=False) & ~Q(reden_zonder_inwoner="")),
                name="overleg_inwoner_of_waarom_niet",
            ),
            models.CheckConstraint(
                condition=~Q(status=Overlegstatus.VERVALLEN) | ~Q(reden_vervallen=""), name="overleg_reden_vervallen"
            ),
        ]
        indexes = [models.Index(fields=["dossier", "-moment"], name="overleg_dossier")]

    @property
    def besluitregel_naam(self) -> str:
        return inrichting().besluitregel_naam(self.besluitregel)

    @property
    def is_open(self) -> bool:
        """Tell whether the agenda, the guests and the options may still change."""
        return self.status == Overlegstatus.GEPLAND


class Vanoverleg(models.Model):
    """Whatever hangs on a consultation; file, team and label are those of the consultation."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def dossier_id(self) -> int:
        nummer: int = self.overleg.dossier_id
        return nummer

    @property
    def scope_team_id(self) -> int:
        return self.overleg.scope_team_id

    @property
    def wet(self) -> str:
        return self.overleg.wet


class Agendapunt(Vanoverleg):
    """One point to speak about, and what came out of it."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="punten")
    titel = models.CharField(max_length=160)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["pk"]


class Optie(models.Model):
    """A way to go on at one point: what speaks for it and against it, and whether it was chosen."""

    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="opties")
    wat = models.CharField(max_length=200)
    voor = models.CharField(max_length=500, blank=True)
    tegen = models.CharField(max_length=500, blank=True)
    is_gekozen = models.BooleanField(default=False)

    class Meta:
        verbose_name = "optie"
        verbose_name_plural = "opties"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["punt"], condition=Q(is_gekozen=True), name="optie_een_gekozen"),
        ]


class Genodigde(Vanoverleg):
    """Somebody is invited: a worker, a member of the household, or somebody of an organisation we work with.

    `zienswijze` is what the guest thinks beforehand, when not everybody can be there at the same time.
    """

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="genodigden")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, null=True, related_name="+")
    naam_extern = models.CharField(max_length=120, blank=True)
    zienswijze = models.TextField(blank=True)
    zienswijze_op = models.DateTimeField(null=True)
    is_aanwezig = models.BooleanField(null=True)

    ONDERWERP: ClassVar[str] = "genodigde"

    class Meta:
        verbose_name = "genodigde"
        verbose_name_plural = "genodigden"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, persoon__isnull=True, samenwerking__isnull=True, naam_extern="")
                | Q(medewerker__isnull=True, persoon__isnull=False, samenwerking__isnull=True, naam_extern="")
                | (Q(medewerker__isnull=True, persoon__isnull=True, samenwerking__isnull=False) & ~Q(naam_extern="")),
                name="genodigde_is_iemand",
            ),
            models.UniqueConstraint(fields=["overleg", "medewerker"], name="genodigde_medewerker_een_keer"),
            models.UniqueConstraint(fields=["overleg", "persoon"], name="genodigde_persoon_een_keer"),
        ]

    @property
    def naam(self) -> str:
        """Name the guest, with the organisation of somebody from outside."""
        if self.samenwerking:
            return f"{self.naam_extern} ({self.samenwerking.naam})"
        wie: Medewerker | Persoon | None = self.medewerker or self.persoon
        return wie.naam if wie else ""


class Gedeeldgrond(models.TextChoices):
    TAAK = "taak", _("taak uit de wet")
    TOESTEMMING = "toestemming", _("toestemming")
    BETROKKENE = "betrokkene", _("het gaat over het eigen huishouden")


class Gedeeld(models.Model):
    """What one guest without the file gets to read for this consultation, as it was then, and on which ground."""

    genodigde = models.ForeignKey(Genodigde, on_delete=models.PROTECT, related_name="gedeeld")
    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, null=True, related_name="+")
    kop = models.CharField(max_length=160)
    tekst = models.TextField()
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)
    doel = models.CharField(max_length=16, choices=Deeldoel.choices, blank=True)
    categorie = models.CharField(max_length=16, choices=Categorie.choices, blank=True)
    grond = models.CharField(max_length=12, choices=Gedeeldgrond.choices)
    artikel = models.CharField(max_length=120)
    vraag = models.ForeignKey(Toestemmingsvraag, on_delete=models.PROTECT, null=True, related_name="+")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "gedeeld voor een overleg"
        verbose_name_plural = "gedeeld voor een overleg"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(artikel=""), name="gedeeld_noemt_artikel"),
            models.CheckConstraint(
                condition=Q(grond=Gedeeldgrond.BETROKKENE, vraag__isnull=True)
                | (
                    Q(persoon__isnull=False)
                    & ~Q(doel="")
                    & ~Q(categorie="")
                    & (
                        Q(grond=Gedeeldgrond.TAAK, vraag__isnull=True)
                        | Q(grond=Gedeeldgrond.TOESTEMMING, vraag__isnull=False)
                    )
                ),
                name="gedeeld_heeft_grond",
            ),
        ]


class Afspraakeigenaar(models.TextChoices):
    MEDEWERKER = "medewerker", _("een medewerker")
    INWONER = "inwoner", _("een inwoner")
    PARTNER = "partner", _("iemand van een andere organisatie")
    NETWERK = "netwerk", _("iemand uit het netwerk")


class Overlegafspraak(Vanoverleg):
    """What somebody promised at a consultation: what, who, before which day, and how it went."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="afspraken")
    wat = models.CharField(max_length=200)
    eigenaar_soort = models.CharField(max_length=12, choices=Afspraakeigenaar.choices)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    eigenaar_naam = models.CharField(max_length=120, blank=True)
    uiterlijk = models.DateField()
    status = models.CharField(max_length=16, choices=Afspraakstatus.choices, default=Afspraakstatus.OPEN)
    reden = models.CharField(max_length=300, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    afgehandeld_op = models.DateTimeField(null=True)
    afgehandeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "overlegafspraak"
    OVERGANGEN: ClassVar[Overgangen] = AFSPRAAK

    class Meta:
        verbose_name = "afspraak van een overleg"
        verbose_name_plural = "afspraken van overleggen"
        ordering = ["uiterlijk", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Afspraakstatus.values), name="overlegafspraak_status"),
            models.CheckConstraint(
                condition=Q(eigenaar_soort=Afspraakeigenaar.MEDEWERKER, medewerker__isnull=False, persoon__isnull=True)
                | Q(eigenaar_soort=Afspraakeigenaar.INWONER, persoon__isnull=False, medewerker__isnull=True)
                | (
                    Q(
                        eigenaar_soort__in=[Afspraakeigenaar.PARTNER, Afspraakeigenaar.NETWERK],
                        medewerker__isnull=True,
                        persoon__isnull=True,
                    )
                    & ~Q(eigenaar_naam="")
                ),
                name="overlegafspraak_heeft_eigenaar",
            ),
            models.CheckConstraint(
                condition=~Q(status=Afspraakstatus.NIET_NAGEKOMEN) | ~Q(reden=""), name="overlegafspraak_reden"
            ),
            models.CheckConstraint(
                condition=Q(status=Afspraakstatus.OPEN) | Q(afgehandeld_op__isnull=False),
                name="overlegafspraak_afgehandeld",
            ),
        ]
        indexes = [
            models.Index(fields=["uiterlijk"], condition=~Q(status="nagekomen"), name="overlegafspraak_open"),
        ]

    @property
    def wie(self) -> str:
        """Name who promised it."""
        eigenaar: Medewerker | Persoon | None = self.medewerker or self.persoon
        return eigenaar.naam if eigenaar else self.eigenaar_naam

    def is_te_laat(self, dag: date) -> bool:
        """Tell whether its day went by without word."""
        return self.status == Afspraakstatus.OPEN and self.uiterlijk < dag


class Casusbespreking(Dossierdeel):
    """A case put before colleagues of all teams without names; `kenmerk` is drawn by lot and tells nothing."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="casusbesprekingen")
    kenmerk = models.PositiveIntegerField(unique=True)
    vraag = models.CharField(max_length=200)
    situatie = models.TextField()
    status = models.CharField(max_length=10, choices=Besprekingstatus.choices, default=Besprekingstatus.OPEN)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    afgerond_op = models.DateTimeField(null=True)

    ONDERWERP: ClassVar[str] = "casusbespreking"
    OVERGANGEN: ClassVar[Overgangen] = BESPREKING

    class Meta:
        verbose_name = "anonieme casusbespreking"
        verbose_name_plural = "anonieme casusbesprekingen"
        ordering = ["-op", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Besprekingstatus.values), name="casusbespreking_status"),
        ]


class Casusadvies(models.Model):
    """What a colleague advises on a case without names."""

    bespreking = models.ForeignKey(Casusbespreking, on_delete=models.PROTECT, related_name="adviezen")
    tekst = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "advies op een casusbespreking"
        verbose_name_plural = "adviezen op casusbesprekingen"
        ordering = ["op", "pk"]
