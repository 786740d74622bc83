"""Fills the catalogue through the actions of the room `aanbod`: two years of prices, and what providers reported."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from eenplan.aanbod.actions import (
    leg_aanbieder_vast,
    leg_voorziening_vast,
    meld_capaciteit,
    sluit_contract,
    vul_tarief,
)
from eenplan.aanbod.models import Aanbieder, Contract
from eenplan.demo.catalogusgegevens import CATALOGUS, INDEXERING, Aanbodregel
from eenplan.demo.kalender import Kalender, kantooruur, om
from eenplan.demo.testnummers import vast
from eenplan.teams.models import Medewerker

KLEINE_PRIJS = 1000


def lees_contracten() -> dict[str, list[Contract]]:
    """Give the contracts per product code, with provision and provider."""
    per_code: dict[str, list[Contract]] = {}
    for contract in Contract.objects.select_related("voorziening", "aanbieder").order_by("pk"):
        per_code.setdefault(contract.voorziening.code, []).append(contract)
    return per_code


class Winkel:
    """The catalogue while it is being filled."""

    def __init__(self, *, beheerder: Medewerker, kalender: Kalender, rng: Random) -> None:
        self._by = beheerder
        self._kalender = kalender
        self._rng = rng
        self._aanbieders: dict[str, Aanbieder] = {}

    def vul(self) -> None:
        """Put every provision in, with providers, contracts, prices and places."""
        for regel in CATALOGUS:
            self._vul_regel(regel)

    def _vul_regel(self, regel: Aanbodregel) -> None:
        begin = date(self._kalender.vandaag.year - len(INDEXERING) + 1, 1, 1)
        at = kantooruur(begin - timedelta(days=30), self._rng)
        voorziening = leg_voorziening_vast(regel.voorziening, by=self._by, at=at)
        for naam in regel.aanbieders:
            aanbieder = self._aanbieders.get(naam) or leg_aanbieder_vast(
                naam, telefoon=vast(self._rng), by=self._by, at=at
            )
            self._aanbieders[naam] = aanbieder
            contract = sluit_contract(voorziening, aanbieder, vanaf=begin, by=self._by, at=at)
            self._vul_tarieven(contract, regel.prijs_cent, begin.year)
            self._vul_capaciteit(contract)

    def _vul_tarieven(self, contract: Contract, prijs_cent: int, jaar: int) -> None:
        """Set the price of the first year and let it rise on 1 January of every year after it, this year included."""
        prijs = float(prijs_cent) if prijs_cent < KLEINE_PRIJS else prijs_cent * self._rng.uniform(0.96, 1.06)
        for verder, factor in enumerate(INDEXERING):
            prijs *= factor
            vanaf = date(jaar + verder, 1, 1)
            cent = round(prijs / 5) * 5 if prijs_cent >= KLEINE_PRIJS else prijs_cent
            at = kantooruur(vanaf - timedelta(days=21), self._rng)
            vul_tarief(contract, bedrag_cent=cent, vanaf=vanaf, by=self._by, at=at)
            if prijs_cent < KLEINE_PRIJS:
                return  # what costs little or nothing keeps its price

    def _vul_capaciteit(self, contract: Contract) -> None:
        """Report places: most providers last month, some longer ago, a few never."""
        maanden_geleden = self._rng.choices((1, 3, 0), (80, 12, 8))[0]
        if maanden_geleden:
            dag = self._kalender.geleden(22 * maanden_geleden - self._rng.randint(0, 15))
            is_vol = self._rng.random() < 0.3
            meld_capaciteit(
                contract,
                peildatum=dag,
                plaatsen_vrij=0 if is_vol else self._rng.randint(1, 12),
                wachttijd_dagen=self._rng.randint(20, 90) if is_vol else self._rng.choice((0, 0, 5, 7, 10, 14)),
                by=self._by,
                at=om(dag, 11),
            )
