"""Every read of sharing: what runs today and why not, what may be shared now, and who answered what.

Each starts from what the worker may see, or takes a file that was found so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from django.db.models import Count, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import datum
from eenplan.core.vertaling import vertaald
from eenplan.delen.bronnen import Deelbaar, Uitvraag, deelbaar
from eenplan.delen.gevers import gevers
from eenplan.delen.keuzes import Richting
from eenplan.delen.models import (
    Deling,
    Informatieverzoek,
    Informatievraag,
    Samenwerking,
    Toestemming,
    Toestemmingsvraag,
    Verstrekking,
)
from eenplan.delen.states import LOPEND, VERZOEK_OPEN, Delingstatus, Toestemmingstatus
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.wetgeving import grondslag as wet

M = TypeVar("M", bound=Model)
TEAM = "dossier__huishouden__team"
AFLOOP_DAGEN = 30  # from here a consent that ends stands on the coordinator's list


# --------------------------------------------------------------------------------------------------- collaborations


def samenwerkingen() -> QuerySet[Samenwerking]:
    """Give every agreement, those that hold first; it holds no resident, so it has no scope."""
    return Samenwerking.objects.select_related("vastgelegd_door").order_by("tot", "naam", "-vanaf")


def lopende_samenwerkingen(dag: date) -> QuerySet[Samenwerking]:
    """Give the agreements that hold on this day, by name."""
    return Samenwerking.objects.lopend_op(dag).order_by("naam", "pk")


# ---------------------------------------------------------------------------------------------------------- scope


def delingen(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Deling]:
    """Give the sharings in the worker's scope and labels."""
    rijen = Deling.objects.select_related("dossier__huishouden", "persoon", "samenwerking", "door", "vraag")
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Deling]:
    """Give the sharings in the worker's scope: the same as `delingen`, under the name every room has."""
    return delingen(medewerker, recht)


def vragen(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Toestemmingsvraag]:
    """Give the questions for consent in the worker's scope and labels, with their answers."""
    rijen = Toestemmingsvraag.objects.select_related("dossier__huishouden__adres", "persoon", "samenwerking")
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet").prefetch_related(_antwoorden())


def toestemmingen(medewerker: Medewerker, recht: Recht = Recht.GEGEVENS_DELEN) -> QuerySet[Toestemming]:
    """Give the answers to questions for consent in the worker's scope and labels."""
    rijen = Toestemming.objects.select_related("vraag__dossier__huishouden", "vraag__samenwerking", "vraag__persoon")
    return beperk(rijen, medewerker.bereik(recht), f"vraag__{TEAM}", wet="vraag__wet")


def verzoeken(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Informatieverzoek]:
    """Give the requests for information in the worker's scope and labels, each with the day it must be answered."""
    rijen = Informatieverzoek.objects.select_related("dossier__huishouden", "persoon", "samenwerking", "door")
    klok = Termijn.objects.filter(
        onderwerp_soort=Informatieverzoek.ONDERWERP, onderwerp_id=OuterRef("pk"), dossier=OuterRef("dossier")
    )
    rijen = rijen.annotate(uiterlijk=Subquery(klok.values("einddatum")[:1]), termijn_id=Subquery(klok.values("pk")[:1]))
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def _antwoorden(pad: str = "toestemmingen") -> Prefetch[str]:
    return Prefetch(pad, Toestemming.objects.select_related("gever", "vastgelegd_door").order_by("pk"))


# ----------------------------------------------------------------------------------------------------- what runs


def houdt_stand(vraag: Toestemmingsvraag, dag: date) -> bool:
    """Tell whether everybody who was asked gave consent, and each holds on this day."""
    rijen = list(vraag.toestemmingen.all())
    return bool(rijen) and all(
        rij.status == Toestemmingstatus.GEGEVEN and rij.geldig_tot is not None and dag < rij.geldig_tot for rij in rijen
    )


def loopt_tot(vraag: Toestemmingsvraag) -> date | None:
    """Give the first day on which one of the answers no longer holds."""
    return min((rij.geldig_tot for rij in vraag.toestemmingen.all() if rij.geldig_tot), default=None)


def waarom_niet(deling: Deling, dag: date) -> str:
    """Say in a sentence why nothing more goes out under this sharing on this day; empty when it may."""
    if deling.status not in LOPEND:
        return _("Dit delen is {status}: er gaat niets meer uit.").format(status=deling.get_status_display())
    if not deling.samenwerking.loopt_op(dag):
        return _("De samenwerking met {naam} loopt niet meer: er gaat niets meer uit.").format(
            naam=deling.samenwerking.naam
        )
    if deling.geldig_tot is None or deling.geldig_tot <= dag:
        return _("De afgesproken tijd is voorbij: er gaat niets meer uit. Deel zo nodig opnieuw.")
    if deling.vraag is not None:
        return waarom_geen_toestemming(deling.vraag, dag)
    return ""


def waarom_geen_toestemming(vraag: Toestemmingsvraag, dag: date) -> str:
    """Say why this consent does not carry anything on this day; empty when it does.

    Whose consent counts is asked anew: a child grows, custody changes.
    """
    if any(rij.status == Toestemmingstatus.INGETROKKEN for rij in vraag.toestemmingen.all()):
        return _("De toestemming is ingetrokken: er gaat niets meer uit.")
    if any(rij.status == Toestemmingstatus.GEWEIGERD for rij in vraag.toestemmingen.all()):
        return _("De toestemming is geweigerd: er gaat niets uit. Voor de hulp verandert er niets.")
    if not houdt_stand(vraag, dag):
        afgelopen = loopt_tot(vraag)
        if afgelopen is not None and afgelopen <= dag:
            return _("De toestemming liep tot {dag}. Vraag haar opnieuw.").format(dag=datum(afgelopen))
        return _("Nog niet iedereen heeft toestemming gegeven. Leg eerst de antwoorden vast.")
    return _nog_iemand_nodig(vraag, dag)


def _nog_iemand_nodig(vraag: Toestemmingsvraag, dag: date) -> str:
    try:
        nodig = gevers(vraag.persoon, dag).allen
    except NietMogelijk as fout:
        return fout.zin
    gegeven = {(rij.gever_id, rij.gever_naam if rij.gever_id is None else "") for rij in vraag.toestemmingen.all()}
    ontbreekt = [
        gever.naam
        for gever in nodig
        if (gever.persoon.pk if gever.persoon else None, "" if gever.persoon else gever.naam) not in gegeven
    ]
    if not ontbreekt:
        return ""
    return _("Nu is ook toestemming nodig van {wie}. Vraag haar opnieuw.").format(wie=", ".join(ontbreekt))


# ------------------------------------------------------------------------------------------- what may be shared now


@dataclass(frozen=True)
class Beoordeling:
    """What the law says of one way of sharing today. `beletsel` says why it cannot be done now; else it can.

    `vraag` is the consent that carries it, `laatste_tot` the day before which it must end.
    """

    grond: wet.Grondslag
    categorieen: tuple[str, ...]
    laatste_tot: date
    beletsel: str = ""
    vraag: Toestemmingsvraag | None = None

    @property
    def mag(self) -> bool:
        return not self.beletsel

    @property
    def vraagt_toestemming(self) -> bool:
        """Tell whether consent is what is missing: only then may it be asked."""
        return self.grond.vraagt_toestemming and self.vraag is None

    @property
    def artikel(self) -> str:
        return self.grond.vindplaats

    @property
    def uitleg(self) -> str:
        return vertaald(self.grond.uitleg)


def grond_van(samenwerking: Samenwerking, *, herkomst: str, doel: str, richting: str = Richting.UIT) -> wet.Grondslag:
    """Give the ground that the law names for this way, whatever the agreement says."""
    soort = wet.Partnersoort(samenwerking.soort)
    if richting == Richting.IN:
        return wet.grondslag_navraag(bij=soort, voor=wet.Herkomst(herkomst))
    return wet.grondslag(uit=wet.Herkomst(herkomst), naar=soort, doel=wet.Deeldoel(doel))


def mogelijke_categorieen(samenwerking: Samenwerking) -> tuple[str, ...]:
    """Give the kinds of data that the agreement names and such a partner may need at most (AVG 5)."""
    hoogste = wet.hoogste_categorieen(wet.Partnersoort(samenwerking.soort))
    return tuple(code for code in samenwerking.categorieen if wet.Categorie(code) in hoogste)


def beoordeel(
    persoon: Persoon, samenwerking: Samenwerking, *, dossier_id: int, herkomst: str, doel: str, dag: date,
    richting: str = Richting.UIT,
) -> Beoordeling:  # fmt: skip
    """Say on which ground this may be done today, what may go and till when, or in a sentence why not."""
    grond = grond_van(samenwerking, herkomst=herkomst, doel=doel, richting=richting)
    laatste = dag + timedelta(days=inrichting().toestemming_dagen)
    kan = mogelijke_categorieen(samenwerking)
    if beletsel := bezwaar_tegen(samenwerking, doel=doel, dag=dag):
        return Beoordeling(grond, kan, laatste, beletsel)
    if not grond.mag:
        return Beoordeling(grond, (), laatste, vertaald(grond.uitleg))
    if not grond.vraagt_toestemming:
        return Beoordeling(grond, kan, laatste)
    vraag = _geldige_vraag(
        persoon, samenwerking, dossier_id=dossier_id, herkomst=herkomst, doel=doel, dag=dag, richting=richting
    )
    if vraag is None:
        return Beoordeling(grond, kan, laatste, _("Hiervoor is toestemming nodig, en die is er nu niet."))
    gegeven = tuple(code for code in kan if code in vraag.categorieen)
    return Beoordeling(grond, gegeven, min(laatste, loopt_tot(vraag) or laatste), vraag=vraag)


def bezwaar_tegen(samenwerking: Samenwerking, *, doel: str, dag: date) -> str:
    """Say why the agreement does not carry this on this day; empty when it does."""
    if not samenwerking.loopt_op(dag):
        return _("Met {naam} loopt op deze dag geen samenwerking.").format(naam=samenwerking.naam)
    if doel not in samenwerking.doelen:
        return _("De afspraken met {naam} gaan niet over dit doel.").format(naam=samenwerking.naam)
    return ""


def _geldige_vraag(
    persoon: Persoon, samenwerking: Samenwerking, *, dossier_id: int, herkomst: str, doel: str, dag: date, richting: str
) -> Toestemmingsvraag | None:
    rijen = Toestemmingsvraag.objects.select_related("persoon").prefetch_related(_antwoorden()).filter(
        persoon=persoon, samenwerking=samenwerking, dossier=dossier_id, wet=herkomst, doel=doel, richting=richting
    )  # fmt: skip
    return next((rij for rij in rijen.order_by("-pk") if not waarom_geen_toestemming(rij, dag)), None)


def te_kiezen(
    dossier: Dossier, persoon: Persoon, *, herkomst: str, categorieen: Iterable[str], dag: date
) -> list[Deelbaar]:
    """Give the pieces of these kinds of data that may be chosen under this law today."""
    mag = set(categorieen)
    return [stuk for stuk in deelbaar(Uitvraag(dossier, persoon, herkomst, dag)) if stuk.categorie in mag]


def gekozen(deling: Deling, dag: date) -> list[Deelbaar]:
    """Give what was chosen and may still go today: what was hidden, closed or relabelled since is left out."""
    keuze = set(deling.onderdelen.values_list("soort", "nummer", "categorie"))
    nog = te_kiezen(
        deling.dossier, deling.persoon, herkomst=deling.wet, categorieen=_nu_toegestaan(deling), dag=dag
    )  # fmt: skip
    return [stuk for stuk in nog if (stuk.soort, stuk.nummer, stuk.categorie) in keuze]


def _nu_toegestaan(deling: Deling) -> list[str]:
    """Give the kinds of data that were agreed, limited to what agreement and consent name now."""
    kan = set(mogelijke_categorieen(deling.samenwerking)) & set(deling.categorieen)
    return sorted(kan & set(deling.vraag.categorieen) if deling.vraag else kan)


# -------------------------------------------------------------------------------------------------------- the pages


@dataclass(frozen=True)
class Stand:
    """One sharing on a page: where it stands today and, when nothing more goes out, why."""

    deling: Deling
    waarom_niet: str

    @property
    def loopt(self) -> bool:
        return not self.waarom_niet

    @property
    def is_open(self) -> bool:
        """Tell whether somebody can still withdraw it, even when time has closed it already."""
        return self.deling.status in LOPEND


def overzicht(dossier_id: int, voor: Medewerker, dag: date) -> list[Stand]:
    """Give everything that was shared or refused in a file, the latest first."""
    rijen = Deling.objects.select_related("persoon", "samenwerking", "door", "vraag__persoon").filter(
        dossier=dossier_id
    )
    zichtbaar = binnen_label(rijen, voor.bereik(Recht.DELING_INZIEN))
    met = zichtbaar.prefetch_related(_antwoorden("vraag__toestemmingen")).order_by("-aangeboden_op", "-pk")
    return [Stand(deling, waarom_niet(deling, dag)) for deling in met]


def vragen_van(dossier_id: int, voor: Medewerker) -> list[Toestemmingsvraag]:
    """Give every question for consent of a file with its answers, per resident, the latest first."""
    rijen = Toestemmingsvraag.objects.select_related("persoon", "samenwerking", "gevraagd_door")
    zichtbaar = binnen_label(rijen.filter(dossier=dossier_id), voor.bereik(Recht.DELING_INZIEN))
    return list(zichtbaar.prefetch_related(_antwoorden()).order_by("persoon__geboortedatum", "persoon", "-pk"))


def verzoeken_van(dossier_id: int, voor: Medewerker) -> QuerySet[Informatieverzoek]:
    """Give the requests for information of a file, the open ones first."""
    return verzoeken(voor).filter(dossier=dossier_id).order_by("status", "-vastgelegd_op")


def open_verzoeken(medewerker: Medewerker) -> QuerySet[Informatieverzoek]:
    """Give the open requests in the worker's scope, what is due first first."""
    return verzoeken(medewerker).filter(status__in=VERZOEK_OPEN).order_by("ontvangen_op", "pk")


def vragen_bij(verzoek: Informatieverzoek) -> QuerySet[Informatievraag]:
    """Give the stated questions of a request in the order in which they were put."""
    return verzoek.vragen.select_related("beantwoord_door").order_by("pk")


def verstrekkingen(deling: Deling) -> QuerySet[Verstrekking]:
    """Give what went out under a sharing, the latest first, without the papers themselves."""
    return deling.verstrekkingen.select_related("door", "document").defer("document__inhoud").order_by("-op", "-pk")


def loopt_af(medewerker: Medewerker, dag: date) -> QuerySet[Toestemming]:
    """Give the consents in files this worker coordinates that end within thirty days, the first first."""
    rijen = toestemmingen(medewerker).filter(
        status=Toestemmingstatus.GEGEVEN,
        geldig_tot__gt=dag,
        geldig_tot__lte=dag + timedelta(days=AFLOOP_DAGEN),
        vraag__dossier__regies__regisseur=medewerker,
        vraag__dossier__regies__tot__isnull=True,
    )
    return rijen.order_by("geldig_tot", "pk")


@dataclass(frozen=True)
class Samenvatting:
    """Sharing in one line for the household's page."""

    lopend: int
    geweigerd: int
    open_verzoeken: int

    @property
    def is_leeg(self) -> bool:
        return not (self.lopend or self.geweigerd or self.open_verzoeken)


def samenvatting(dossier_id: int, medewerker: Medewerker, dag: date) -> Samenvatting:
    """Count what is shared on this day, refused and asked in a file, as far as this worker may see: one question."""
    rij = Dossier.objects.filter(pk=dossier_id).values_list(*telling(medewerker, dag).values()).first()
    return Samenvatting(*(aantal or 0 for aantal in rij or (0, 0, 0)))


TELLING: Final = ("delingen_lopend", "delingen_geweigerd", "informatieverzoeken_open")


def telling(medewerker: Medewerker, dag: date) -> dict[str, Subquery]:
    """Say in a query for files how often is shared, refused and asked, as far as this worker may see."""
    bereik = medewerker.bereik(Recht.DELING_INZIEN)
    hier, gevraagd = Deling.objects.all(), Informatieverzoek.objects.all()
    if not bereik:
        hier, gevraagd = hier.none(), gevraagd.none()
    hier = binnen_label(hier.filter(dossier=OuterRef("pk")), bereik)
    gevraagd = binnen_label(gevraagd.filter(dossier=OuterRef("pk")), bereik)
    loopt = Q(samenwerking__tot__isnull=True) | Q(samenwerking__tot__gt=dag)
    geteld = (
        hier.filter(loopt, status__in=LOPEND, geldig_tot__gt=dag),
        hier.filter(status=Delingstatus.GEWEIGERD),
        gevraagd.filter(status__in=VERZOEK_OPEN),
    )
    return {naam: _aantal(rijen) for naam, rijen in zip(TELLING, geteld, strict=True)}


def _aantal(rijen: QuerySet[M]) -> Subquery:
    return Subquery(rijen.order_by().values("dossier").annotate(aantal=Count("pk")).values("aantal")[:1])
