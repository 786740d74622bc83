"""What is unusual in the trail: rules over who looked at how much, when, and how near to home.

Each rule counts per worker per day; from how many on it is worth a question is the municipality's choice. The rules
read the trail, the addresses and the names; nothing they find says what was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, TruncDate, TruncHour

from eenplan.audit.models import Gebeurtenis, Opvalregel
from eenplan.audit.oordelen import Vondst
from eenplan.audit.queries import begin_van
from eenplan.audit.sleutels import Sleutel
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Opvalnorm
from eenplan.personen.models import Eigenpersoon, Huishouden, Huishoudlid
from eenplan.teams.models import Medewerker, Rolvervulling

TERUG: Final = timedelta(days=7)  # how far back is looked each time; what was found before stays
GEWOONTE: Final = timedelta(days=30)
OPENEN: Final = timedelta(minutes=15)  # whoever searched for work opens something soon
_ZATERDAG: Final = 6

Sleutelpaar = tuple[int, date]
Telling = dict[Sleutelpaar, int]


@dataclass(frozen=True)
class Blik:
    """A worker looked at a file on a day."""

    actor_id: int
    dag: date
    dossier_id: int


@dataclass(frozen=True)
class Periode:
    """The days that are looked at now, and the looks of those days."""

    van: date
    tot: date
    blikken: tuple[Blik, ...]

    def rijen(self, van: date | None = None) -> QuerySet[Gebeurtenis]:
        """Give the events of the period, or from an earlier day on."""
        return Gebeurtenis.objects.filter(moment__gte=begin_van(van or self.van), moment__lt=begin_van(self.tot))

    def inzagen(self, van: date | None = None) -> QuerySet[Gebeurtenis]:
        """Give the looks at files among them."""
        return self.rijen(van).filter(is_inzage=True, dossier_id__isnull=False, actor_id__isnull=False)


def zoek(at: datetime) -> list[Vondst]:
    """Hold the last days against every rule for which the municipality set a threshold."""
    tot = at.date() + timedelta(days=1)
    leeg = Periode(tot - TERUG, tot, ())
    gezien = leeg.inzagen().values_list("actor_id", _dag("moment"), "dossier_id").distinct()
    periode = Periode(leeg.van, leeg.tot, tuple(Blik(*rij) for rij in gezien))
    namen = dict(Medewerker.objects.values_list("pk", "naam"))
    return [
        Vondst(Opvalregel(norm.regel), actor_id, namen.get(actor_id, ""), dag, aantal, gewoonlijk)
        for norm in inrichting().opvalnormen
        for (actor_id, dag), aantal, gewoonlijk in _boven(norm, periode)
    ]


def _boven(norm: Opvalnorm, periode: Periode) -> Iterator[tuple[Sleutelpaar, int, int]]:
    """Give what reaches the threshold; a relative one also asks that it is far above what is usual."""
    geteld = {paar: n for paar, n in REGELS[Opvalregel(norm.regel)](periode).items() if n >= norm.vanaf}
    gewoon = _gewoonlijk(periode, geteld) if norm.maal_gewoonlijk and geteld else {}
    for paar, aantal in geteld.items():
        gewoonlijk = gewoon.get(paar, 0)
        if aantal >= norm.maal_gewoonlijk * gewoonlijk:
            yield paar, aantal, gewoonlijk


def _dag(veld: str) -> TruncDate:
    return TruncDate(veld, tzinfo=AMSTERDAM)


# ---------------------------------------------------------------------------------------------------- the rules


def _veel_dossiers(periode: Periode) -> Telling:
    return _per_dag(periode.blikken)


def _veel_in_uur(periode: Periode) -> Telling:
    uren = periode.inzagen().annotate(uur=TruncHour("moment", tzinfo=AMSTERDAM)).values("actor_id", "uur")
    telling: Telling = defaultdict(int)
    for rij in uren.annotate(aantal=Count("dossier_id", distinct=True)):
        paar = (int(rij["actor_id"] or 0), rij["uur"].astimezone(AMSTERDAM).date())
        telling[paar] = max(telling[paar], rij["aantal"])
    return telling


def _ongewoon_uur(periode: Periode) -> Telling:
    van, tot = inrichting().werkuren
    rijen = periode.inzagen().annotate(
        uur=ExtractHour("moment", tzinfo=AMSTERDAM), weekdag=ExtractIsoWeekDay("moment", tzinfo=AMSTERDAM)
    )
    return _geteld(rijen.filter(Q(uur__lt=van) | Q(uur__gte=tot) | Q(weekdag__gte=_ZATERDAG)))


def _eigen_buurt(periode: Periode) -> Telling:
    """Count files at the postcode where the worker lives, as far as the worker is linked to a resident."""
    eigen = dict(Eigenpersoon.objects.values_list("persoon_id", "medewerker_id"))
    thuis = Huishoudlid.objects.filter(persoon__in=eigen, tot__isnull=True)
    postcodes: dict[int, set[str]] = defaultdict(set)
    for persoon_id, postcode in thuis.values_list("persoon_id", "huishouden__adres__postcode"):
        postcodes[eigen[persoon_id]].add(postcode)
    bekeken = [blik for blik in periode.blikken if blik.actor_id in postcodes]
    adressen = Huishouden.objects.filter(pk__in={blik.dossier_id for blik in bekeken})
    waar = dict(adressen.values_list("pk", "adres__postcode"))
    return _per_dag(blik for blik in bekeken if waar.get(blik.dossier_id) in postcodes[blik.actor_id])


def _zelfde_naam(periode: Periode) -> Telling:
    """Count files of a household with a member of the worker's own surname."""
    namen = {pk: naam.split()[-1].casefold() for pk, naam in Medewerker.objects.values_list("pk", "naam") if naam}
    leden = Huishoudlid.objects.filter(huishouden__in={blik.dossier_id for blik in periode.blikken}, tot__isnull=True)
    in_huis: dict[int, set[str]] = defaultdict(set)
    for dossier_id, achternaam in leden.values_list("huishouden_id", "persoon__achternaam"):
        in_huis[dossier_id].add(achternaam.split()[-1].casefold() if achternaam.strip() else "")
    return _per_dag(blik for blik in periode.blikken if namen.get(blik.actor_id, "-") in in_huis[blik.dossier_id])


def _noodtoegang(periode: Periode) -> Telling:
    return _geteld(periode.rijen().filter(sleutel=Sleutel.NOODTOEGANG_GEOPEND))


def _afgesloten(periode: Periode) -> Telling:
    bekeken = {blik.dossier_id for blik in periode.blikken}
    dicht = set(Dossier.objects.filter(pk__in=bekeken, status=Dossierstatus.GESLOTEN).values_list("pk", flat=True))
    return _per_dag(blik for blik in periode.blikken if blik.dossier_id in dicht)


def _zoeken(periode: Periode) -> Telling:
    daarna = Gebeurtenis.objects.filter(
        actor_id=OuterRef("actor_id"),
        dossier_id__isnull=False,
        moment__gte=OuterRef("moment"),
        moment__lt=OuterRef("moment") + OPENEN,
    )
    return _geteld(periode.rijen().filter(~Exists(daarna), sleutel=Sleutel.GEZOCHT))


REGELS: Final[dict[Opvalregel, Callable[[Periode], Telling]]] = {
    Opvalregel.VEEL_DOSSIERS: _veel_dossiers,
    Opvalregel.VEEL_IN_UUR: _veel_in_uur,
    Opvalregel.ONGEWOON_UUR: _ongewoon_uur,
    Opvalregel.EIGEN_BUURT: _eigen_buurt,
    Opvalregel.ZELFDE_NAAM: _zelfde_naam,
    Opvalregel.NOODTOEGANG: _noodtoegang,
    Opvalregel.AFGESLOTEN: _afgesloten,
    Opvalregel.ZOEKEN: _zoeken,
}


def _per_dag(blikken: Iterable[Blik]) -> Telling:
    telling: Telling = defaultdict(int)
    for blik in blikken:
        telling[blik.actor_id, blik.dag] += 1
    return telling


def _geteld(rijen: QuerySet[Gebeurtenis]) -> Telling:
    per_dag = rijen.filter(actor_id__isnull=False).annotate(dag=_dag("moment")).values_list("actor_id", "dag")
    return {(actor_id, dag): aantal for actor_id, dag, aantal in per_dag.annotate(aantal=Count("pk")).order_by()}


# ------------------------------------------------------------------------------------------------ what is usual


def _gewoonlijk(periode: Periode, geteld: Telling) -> Telling:
    """Give how many files the worker, or else a colleague of the team, opens on a day of work, whichever is more."""
    dagen = periode.inzagen(periode.van - GEWOONTE).annotate(dag=_dag("moment")).values_list("actor_id", "dag")
    per_actor: dict[int, dict[date, int]] = defaultdict(dict)
    for actor_id, dag, aantal in dagen.annotate(aantal=Count("dossier_id", distinct=True)).order_by():
        per_actor[actor_id][dag] = aantal
    collegas = _collegas()
    return {
        (actor_id, dag): max(
            _gemiddeld(n for op, n in per_actor[actor_id].items() if op != dag),
            _gemiddeld(n for collega in collegas.get(actor_id, ()) for n in per_actor[collega].values()),
        )
        for actor_id, dag in geteld
    }


def _collegas() -> dict[int, set[int]]:
    """Give for each worker the others of the same teams."""
    paren = set(Rolvervulling.objects.filter(team__isnull=False).values_list("team_id", "medewerker_id"))
    per_team: dict[int, set[int]] = defaultdict(set)
    for team_id, medewerker_id in paren:
        per_team[team_id].add(medewerker_id)
    return {
        medewerker_id: set().union(*(leden for leden in per_team.values() if medewerker_id in leden)) - {medewerker_id}
        for _team_id, medewerker_id in paren
    }


def _gemiddeld(aantallen: Iterable[int]) -> int:
    gevuld = list(aantallen)
    return round(fmean(gevuld)) if gevuld else 0
