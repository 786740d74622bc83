"""Every read of the catalogue: what there is, what it costs on a day, and how full it was when last reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from eenplan.aanbod.models import Aanbieder, Capaciteit, Contract, Tarief, Voorziening
from eenplan.access.rechten import Recht
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker


def visible_to(medewerker: Medewerker) -> QuerySet[Voorziening]:
    """Give the catalogue to whoever may see it; it belongs to no team."""
    rijen = Voorziening.objects.all()
    return rijen if medewerker.mag(Recht.AANBOD_INZIEN) else rijen.none()


@dataclass(frozen=True)
class Keuze:
    """One thing that may be chosen on a day: help, who gives it, its price and how full the provider was.

    Help that is open to everybody may have no contract; then nothing is known of price and places.
    """

    voorziening: Voorziening
    contract: Contract | None = None
    aanbieder: Aanbieder | None = None
    bedrag_cent: int | None = None
    eenheid: str = ""
    plaatsen_vrij: int | None = None
    wachttijd_dagen: int | None = None
    peildatum: date | None = None

    def is_vers(self, dag: date) -> bool:
        """Tell whether the report of places is recent enough to rely on, by the municipality's own norm."""
        return self.peildatum is not None and (dag - self.peildatum).days <= inrichting().capaciteit_vers_dagen


def keuzes(dag: date, wet: str | None = None, trede: str | None = None) -> list[Keuze]:
    """Give what may be chosen on a day, by name and then cheapest first (C3). Three questions, whatever the size."""
    rijen = Voorziening.objects.all()
    if wet:
        rijen = rijen.filter(wet=wet)
    if trede:
        rijen = rijen.filter(trede=trede)
    return _keuzes(rijen, dag)


def keuzes_van(voorziening: Voorziening, dag: date) -> list[Keuze]:
    """Give who gives this provision on a day, cheapest first."""
    return _keuzes(Voorziening.objects.filter(pk=voorziening.pk), dag)


def _keuzes(voorzieningen: QuerySet[Voorziening], dag: date) -> list[Keuze]:
    contracten = list(_lopend(Contract.objects.filter(voorziening__in=voorzieningen), dag).select_related("aanbieder"))
    prijzen = {rij.contract_id: rij.bedrag_cent for rij in _lopend(Tarief.objects.filter(contract__in=contracten), dag)}
    standen = {rij.contract_id: rij for rij in _laatste_standen(contracten, dag)}
    per_voorziening: dict[int, list[Contract]] = {}
    for contract in contracten:
        per_voorziening.setdefault(contract.voorziening_id, []).append(contract)
    gevonden = []
    for voorziening in voorzieningen.order_by("naam", "pk"):
        groep = [
            _keuze(voorziening, contract, prijzen.get(contract.pk), standen.get(contract.pk))
            for contract in per_voorziening.get(voorziening.pk, [])
        ]
        if not groep and voorziening.soort != "maatwerk":
            groep = [Keuze(voorziening, eenheid=voorziening.eenheid)]
        gevonden += sorted(groep, key=_goedkoopst)
    return gevonden


def _goedkoopst(keuze: Keuze) -> tuple[bool, int, str]:
    naam = keuze.aanbieder.naam if keuze.aanbieder else ""
    return (keuze.bedrag_cent is None, keuze.bedrag_cent or 0, naam)


def _keuze(voorziening: Voorziening, contract: Contract, bedrag_cent: int | None, stand: Capaciteit | None) -> Keuze:
    contract.voorziening = voorziening
    return Keuze(
        voorziening,
        contract,
        contract.aanbieder,
        bedrag_cent,
        voorziening.eenheid,
        stand.plaatsen_vrij if stand else None,
        stand.wachttijd_dagen if stand else None,
        stand.peildatum if stand else None,
    )


def _lopend(rijen: QuerySet, dag: date) -> QuerySet:  # type: ignore[type-arg]
    """Keep what holds on the day: `tot` is exclusive."""
    return rijen.filter(Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag)


def _laatste_standen(contracten: Iterable[Contract], dag: date) -> QuerySet[Capaciteit]:
    rijen = Capaciteit.objects.filter(contract__in=list(contracten), peildatum__lte=dag)
    return rijen.order_by("contract_id", "-peildatum").distinct("contract_id")


def tarief_op(contract: Contract, dag: date) -> Tarief | None:
    """Give the price line of a contract on a day, past days included, or none (E1)."""
    lopend: Tarief | None = _lopend(contract.tarieven.all(), dag).first()
    return lopend


def prijsverloop(voorziening: Voorziening) -> QuerySet[Tarief]:
    """Give every price line of a provision, by provider and then newest first."""
    rijen = Tarief.objects.select_related("contract__aanbieder").filter(contract__voorziening=voorziening)
    return rijen.order_by("contract__aanbieder__naam", "-vanaf")


@dataclass(frozen=True)
class Catalogusregel:
    """One provision on a day, over all its providers."""

    voorziening: Voorziening
    keuzes: tuple[Keuze, ...]

    @property
    def _prijzen(self) -> list[int]:
        return [keuze.bedrag_cent for keuze in self.keuzes if keuze.bedrag_cent is not None]

    @property
    def laagste_cent(self) -> int | None:
        return min(self._prijzen, default=None)

    @property
    def hoogste_cent(self) -> int | None:
        return max(self._prijzen, default=None)

    @property
    def aantal_aanbieders(self) -> int:
        return sum(keuze.contract is not None for keuze in self.keuzes)

    @property
    def plaatsen_vrij(self) -> int | None:
        """Give the places of all providers that reported, or nothing when none did: missing is not zero."""
        gemeld = [keuze.plaatsen_vrij for keuze in self.keuzes if keuze.plaatsen_vrij is not None]
        return sum(gemeld) if gemeld else None

    @property
    def kortste_wachttijd(self) -> int | None:
        return min((keuze.wachttijd_dagen for keuze in self.keuzes if keuze.wachttijd_dagen is not None), default=None)

    @property
    def oudste_peildatum(self) -> date | None:
        """Give the day of the oldest report that counts in the figures above."""
        return min((keuze.peildatum for keuze in self.keuzes if keuze.peildatum), default=None)

    def is_vers(self, dag: date) -> bool:
        """Tell whether every report that counts is recent enough."""
        return all(keuze.is_vers(dag) for keuze in self.keuzes if keuze.peildatum)


def catalogus(
    dag: date, wet: str | None = None, trede: str | None = None, leefgebied: str | None = None
) -> list[Catalogusregel]:
    """Give the catalogue of a day, narrowed to a law, a rung and a life domain, in the order of the ladder (E1)."""
    groepen: dict[int, list[Keuze]] = {}
    for keuze in keuzes(dag, wet, trede):
        if not leefgebied or keuze.voorziening.leefgebied == leefgebied:
            groepen.setdefault(keuze.voorziening.pk, []).append(keuze)
    treden = [plek.code for plek in inrichting().treden]
    regels = [Catalogusregel(groep[0].voorziening, tuple(groep)) for groep in groepen.values()]
    return sorted(regels, key=lambda regel: _plaats(treden, regel.voorziening.trede))


def _plaats(treden: list[str], code: str) -> int:
    return treden.index(code) if code in treden else len(treden)
