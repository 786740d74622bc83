"""Partners, questions for consent with their answers, what was shared with whom, and requests for information.

Facts only. What still holds today is computed in `queries`; the database refuses what has no ground (migration 0002).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.delen.keuzes import (
    Bekendheid,
    Categorie,
    Deeldoel,
    Grondsoort,
    Hoedanigheid,
    Partnersoort,
    Richting,
    Wijze,
)
from eenplan.delen.states import (
    DELING,
    LOPEND,
    TOESTEMMING,
    VERZOEK,
    Delingstatus,
    Toestemmingstatus,
    Verzoekstatus,
)
from eenplan.dossiers.models import Document, Dossier, Dossierdeel
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class SamenwerkingQuerySet(models.QuerySet["Samenwerking"]):
    def lopend_op(self, dag: date) -> SamenwerkingQuerySet:
        """Keep the agreements that hold on this day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag)


class Samenwerking(models.Model):
    """An organisation we work with, on which ground, for what, and from when till when (exclusive).

    An agreement is never rewritten: when it changes, it ends and a new one begins.
    """

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=24, choices=Partnersoort.choices)
    rol = models.CharField(max_length=200)
    artikel_avg = models.CharField(max_length=80)
    artikel_nationaal = models.CharField(max_length=120)
    doelen = ArrayField(models.CharField(max_length=16, choices=Deeldoel.choices))
    categorieen = ArrayField(models.CharField(max_length=16, choices=Categorie.choices))
    overeenkomst = models.CharField(max_length=80)
    contactpersoon = models.CharField(max_length=120)
    adres = models.CharField(max_length=160)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    reden_einde = models.CharField(max_length=200, blank=True)

    objects = SamenwerkingQuerySet.as_manager()
    ONDERWERP: ClassVar[str] = "samenwerking"

    class Meta:
        verbose_name = "samenwerking"
        verbose_name_plural = "samenwerkingen"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=Partnersoort.values), name="samenwerking_soort"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="samenwerking_periode"),
            models.CheckConstraint(
                condition=Q(doelen__len__gt=0, categorieen__len__gt=0), name="samenwerking_zegt_wat_en_waarvoor"
            ),
            models.CheckConstraint(
                condition=Q(doelen__contained_by=Deeldoel.values, categorieen__contained_by=Categorie.values),
                name="samenwerking_gesloten_lijsten",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | (~Q(reden_einde="") & Q(beeindigd_door__isnull=False)),
                name="samenwerking_einde_heeft_reden",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def loopt_op(self, dag: date) -> bool:
        """Tell whether the agreement holds on this day."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


class Toestemmingsvraag(Dossierdeel):
    """One question for consent about one resident: to give to, or ask of, this partner, these data for this purpose."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="toestemmingsvragen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="toestemmingsvragen")
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="toestemmingsvragen")
    richting = models.CharField(max_length=3, choices=Richting.choices, default=Richting.UIT)
    wet = models.CharField(max_length=16, choices=Wet.choices)
    doel = models.CharField(max_length=16, choices=Deeldoel.choices)
    categorieen = ArrayField(models.CharField(max_length=16, choices=Categorie.choices))
    artikel = models.CharField(max_length=120)
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "toestemmingsvraag"

    class Meta:
        verbose_name = "vraag om toestemming"
        verbose_name_plural = "vragen om toestemming"
        constraints = [
            models.CheckConstraint(
                condition=Q(categorieen__len__gt=0, categorieen__contained_by=Categorie.values),
                name="toestemmingsvraag_zegt_wat",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "persoon"], name="toestemmingsvraag_persoon")]


class Toestemming(models.Model):
    """The answer of one person whose consent counts: given, refused or withdrawn. A refusal is a row as well.

    `gever` is empty for an organisation that decides (a certified institution, a guardian); `gever_naam` never is.
    """

    vraag = models.ForeignKey(Toestemmingsvraag, on_delete=models.PROTECT, related_name="toestemmingen")
    gever = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="gegeven_toestemmingen")
    gever_naam = models.CharField(max_length=160)
    hoedanigheid = models.CharField(max_length=20, choices=Hoedanigheid.choices)
    status = models.CharField(max_length=12, choices=Toestemmingstatus.choices, default=Toestemmingstatus.GEVRAAGD)
    wijze = models.CharField(max_length=12, choices=Wijze.choices, blank=True)
    aantekening = models.TextField(blank=True)
    antwoord_op = models.DateField(null=True)
    geldig_tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "toestemming"
    OVERGANGEN: ClassVar[Overgangen] = TOESTEMMING

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Toestemmingstatus.values), name="toestemming_status"),
            models.CheckConstraint(
                condition=Q(status=Toestemmingstatus.GEVRAAGD)
                | (Q(antwoord_op__isnull=False, vastgelegd_door__isnull=False) & ~Q(wijze="")),
                name="toestemming_antwoord_is_volledig",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Toestemmingstatus.GEGEVEN, Toestemmingstatus.INGETROKKEN])
                | Q(geldig_tot__gt=F("antwoord_op")),
                name="toestemming_loopt_af",
            ),
            models.CheckConstraint(
                condition=~Q(wijze=Wijze.MONDELING) | ~Q(aantekening=""), name="toestemming_mondeling_met_aantekening"
            ),
            models.CheckConstraint(
                condition=Q(status=Toestemmingstatus.INGETROKKEN) ^ Q(ingetrokken_op__isnull=True),
                name="toestemming_intrekking_heeft_dag",
            ),
            models.UniqueConstraint(fields=["vraag", "gever_naam", "hoedanigheid"], name="toestemming_een_per_gever"),
        ]
        indexes = [
            models.Index(fields=["geldig_tot"], condition=Q(status="gegeven"), name="toestemming_loopt_af"),
        ]

    @property
    def dossier_id(self) -> int:
        nummer: int = self.vraag.dossier_id
        return nummer

    @property
    def scope_team_id(self) -> int:
        return self.vraag.dossier.huishouden.team_id

    @property
    def wet(self) -> str:
        return self.vraag.wet


class Wie(models.TextChoices):
    """Who refused."""

    WIJ = "wij", _("wij")
    ANDER = "ander", _("de ander")


class Deling(Dossierdeel):
    """We share something of one resident with a partner: what, why, on which ground, till when (exclusive).

    A refusal without any ground is a row as well; anything else without a ground does not exist.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="delingen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="delingen")
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="delingen")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    doel = models.CharField(max_length=16, choices=Deeldoel.choices)
    grond = models.CharField(max_length=12, choices=Grondsoort.choices)
    artikel = models.CharField(max_length=120)
    vraag = models.ForeignKey(Toestemmingsvraag, on_delete=models.PROTECT, null=True, related_name="delingen")
    categorieen = ArrayField(models.CharField(max_length=16, choices=Categorie.choices))
    status = models.CharField(max_length=12, choices=Delingstatus.choices, default=Delingstatus.AANGEBODEN)
    aangeboden_op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    geldig_tot = models.DateField(null=True)
    gewijzigd_op = models.DateTimeField(null=True)
    geweigerd_door = models.CharField(max_length=5, choices=Wie.choices, blank=True)
    reden = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "deling"
    OVERGANGEN: ClassVar[Overgangen] = DELING

    class Meta:
        verbose_name = "deling"
        verbose_name_plural = "delingen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Delingstatus.values), name="deling_status"),
            models.CheckConstraint(
                condition=Q(grond=Grondsoort.TAAK, vraag__isnull=True)
                | Q(grond=Grondsoort.TOESTEMMING, vraag__isnull=False)
                | Q(status=Delingstatus.GEWEIGERD, vraag__isnull=True),
                name="deling_heeft_grond",
            ),
            models.CheckConstraint(condition=~Q(artikel=""), name="deling_noemt_artikel"),
            models.CheckConstraint(
                condition=Q(status=Delingstatus.GEWEIGERD)
                | Q(geldig_tot__isnull=False, categorieen__len__gt=0, categorieen__contained_by=Categorie.values),
                name="deling_zegt_wat_en_tot_wanneer",
            ),
            models.CheckConstraint(condition=Q(status__in=LOPEND) | ~Q(reden=""), name="deling_einde_heeft_reden"),
            models.CheckConstraint(
                condition=Q(status=Delingstatus.GEWEIGERD) ^ Q(geweigerd_door=""), name="deling_wie_weigert"
            ),
        ]
        indexes = [models.Index(fields=["dossier", "-aangeboden_op"], name="deling_dossier")]


class Delingonderdeel(models.Model):
    """One piece that was chosen to go: its kind of data, what it is and its number, and its title of that day."""

    deling = models.ForeignKey(Deling, on_delete=models.PROTECT, related_name="onderdelen")
    categorie = models.CharField(max_length=16, choices=Categorie.choices)
    soort = models.CharField(max_length=20)
    nummer = models.BigIntegerField()
    titel = models.CharField(max_length=200)

    class Meta:
        verbose_name = "onderdeel van een deling"
        verbose_name_plural = "onderdelen van een deling"
        constraints = [models.UniqueConstraint(fields=["deling", "soort", "nummer"], name="delingonderdeel_een_keer")]


class Verstrekking(models.Model):
    """What was shared really went out: when, by whom, and the paper exactly as it went."""

    deling = models.ForeignKey(Deling, on_delete=models.PROTECT, related_name="verstrekkingen")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verstrekking"
        verbose_name_plural = "verstrekkingen"


class Informatieverzoek(models.Model):
    """A partner asks about a resident, or we ask a partner: first “do you know this person?”, then stated questions.

    Of somebody who is not with us no name is kept: such a request has no file and no resident.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="informatieverzoeken")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="informatieverzoeken")
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="informatieverzoeken")
    richting = models.CharField(max_length=3, choices=Richting.choices)
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)
    doel = models.CharField(max_length=16, choices=Deeldoel.choices)
    rol = models.CharField(max_length=120)
    noodzaak = models.CharField(max_length=300)
    grond = models.CharField(max_length=12, choices=Grondsoort.choices)
    artikel = models.CharField(max_length=120)
    vraag = models.ForeignKey(Toestemmingsvraag, on_delete=models.PROTECT, null=True, related_name="verzoeken")
    bekend = models.CharField(max_length=12, choices=Bekendheid.choices, default=Bekendheid.OPEN)
    status = models.CharField(max_length=12, choices=Verzoekstatus.choices, default=Verzoekstatus.BEKENDHEID)
    ontvangen_op = models.DateField()
    vastgelegd_op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "informatieverzoek"
    OVERGANGEN: ClassVar[Overgangen] = VERZOEK

    class Meta:
        verbose_name = "informatieverzoek"
        verbose_name_plural = "informatieverzoeken"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Verzoekstatus.values), name="informatieverzoek_status"),
            models.CheckConstraint(condition=~Q(noodzaak="") & ~Q(rol=""), name="informatieverzoek_zegt_waarom"),
            models.CheckConstraint(
                condition=Q(dossier__isnull=False, persoon__isnull=False)
                | Q(dossier__isnull=True, persoon__isnull=True, richting=Richting.IN, bekend=Bekendheid.NEE),
                name="informatieverzoek_over_een_inwoner",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Verzoekstatus.VRAGEN, Verzoekstatus.BEANTWOORD]) | Q(bekend=Bekendheid.JA),
                name="informatieverzoek_eerst_bekend",
            ),
            models.CheckConstraint(
                condition=~Q(grond=Grondsoort.GEEN) | Q(richting=Richting.IN), name="informatieverzoek_uit_heeft_grond"
            ),
        ]

    @property
    def scope_team_id(self) -> int | None:
        return self.dossier.huishouden.team_id if self.dossier else None


class Informatievraag(models.Model):
    """One stated question of a request, with its answer or the reason why it stays unanswered."""

    verzoek = models.ForeignKey(Informatieverzoek, on_delete=models.PROTECT, related_name="vragen")
    categorie = models.CharField(max_length=16, choices=Categorie.choices)
    tekst = models.CharField(max_length=300)
    antwoord = models.TextField(blank=True)
    weigering = models.CharField(max_length=200, blank=True)
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "vraag van een informatieverzoek"
        verbose_name_plural = "vragen van een informatieverzoek"
        constraints = [
            models.CheckConstraint(condition=Q(antwoord="") | Q(weigering=""), name="informatievraag_een_antwoord"),
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, antwoord="", weigering="")
                | (Q(beantwoord_op__isnull=False) & (~Q(antwoord="") | ~Q(weigering=""))),
                name="informatievraag_beantwoord_of_niet",
            ),
        ]
