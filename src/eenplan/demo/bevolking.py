"""Peoples the area of one team, two hundred households at a time, and lets happen what fell to each of them.

Memory holds one batch at a time, and teams do not touch each other, so several may be peopled side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from django.db import transaction

from eenplan.audit.actions import gebundeld
from eenplan.demo import verhoudingen as v
from eenplan.demo.brieven import Bulkpost
from eenplan.demo.gebieden import WOONPLAATS, Buurt
from eenplan.demo.gezag import AANDEEL_ONBEKEND, ontvang_gezag
from eenplan.demo.gezinnen import Gezin, Gezinnen
from eenplan.demo.kaartspel import kans
from eenplan.demo.kalender import om
from eenplan.demo.loop import Loop, Toeval
from eenplan.demo.loting import NIETS, Lot, Loting
from eenplan.demo.stad import Stad
from eenplan.demo.testnummers import AANTAL, alle_testnummers
from eenplan.demo.werkverdeling import Werkverdeling
from eenplan.demo.zaak import Zaak
from eenplan.personen.actions import NieuwHuishouden, leg_relaties_vast, schrijf_huishoudens_in
from eenplan.personen.models import Huishouden, Huishoudlid, Persoon, Relatiesoort

PER_KEER: Final = 200
BSNS_VOOR_VERHALEN: Final = 80
Gemeld = Callable[[int], None]


def inwoners_van(teamnaam: str, inwoners: int) -> int:
    """Give how many residents a team's area gets; the first team takes what rounding leaves."""
    aandelen = {naam: round(inwoners * aandeel) for naam, aandeel in v.AANDEEL_PER_TEAM.items()}
    eerste = next(iter(aandelen))
    aandelen[eerste] += inwoners - sum(aandelen.values())
    return aandelen[teamnaam]


def bsns_van(teamnaam: str, inwoners: int) -> tuple[str, ...]:
    """Give the test numbers of a team's residents: no two teams share one, and a large town runs out of them."""
    nummers = alle_testnummers()[BSNS_VOOR_VERHALEN:]
    schaal = min(1.0, len(nummers) / inwoners)
    begin = 0
    for naam in v.AANDEEL_PER_TEAM:
        aantal = int(inwoners_van(naam, inwoners) * schaal)
        if naam == teamnaam:
            return nummers[begin : begin + aantal]
        begin += aantal
    raise KeyError(teamnaam)


@dataclass(frozen=True)
class Geplaatst:
    """A household with its address and its lot, not yet entered."""

    gezin: Gezin
    lot: Lot
    buurt: Buurt
    nieuw: NieuwHuishouden


class Bevolking:
    """Everything that peopling one team's area needs."""

    def __init__(self, stad: Stad, teamnaam: str) -> None:
        rng = stad.opdracht.dobbelstenen(teamnaam)
        inwoners = stad.opdracht.inwoners
        self._stad = stad
        self._team = stad.teams[teamnaam]
        self._adressen = stad.adressen(teamnaam)
        self._gezinnen = Gezinnen(stad.kalender.vandaag, rng)
        self._stroom = self._gezinnen.stroom()
        self._loting = Loting(rng)
        self._toeval = Toeval(rng)
        self._gezag_onbekend = kans(AANDEEL_ONBEKEND, stad.opdracht.dobbelstenen(f"gezag/{teamnaam}"))
        self._bsns = iter(bsns_van(teamnaam, inwoners))
        # Citizen numbers are scarce: in a large town only households that ask something get them.
        self._bsn_voor_iedereen = inwoners + BSNS_VOOR_VERHALEN <= AANTAL
        self._werkverdeling = Werkverdeling(stad.personeel, rng)
        self._post = Bulkpost()
        self._ruimte = inwoners_van(teamnaam, inwoners)

    def vul(self, gemeld: Gemeld) -> None:
        """People the area until it has its size, and report how many residents each batch added."""
        self._sla_bewoonde_adressen_over()
        for groep in self._groepen():
            self._schrijf_in(groep)
            gemeld(sum(len(plek.gezin.leden) for plek in groep))

    def _sla_bewoonde_adressen_over(self) -> None:
        """Leave the addresses and places that the stories took."""
        for buurt in self._adressen.buurten:
            for _huishouden in range(Huishouden.objects.filter(adres__buurt=buurt.gebied).count()):
                self._adressen.volgende(buurt)
        bewoners = Huishoudlid.objects.filter(huishouden__adres__buurt__in=self._gebieden())
        self._ruimte -= bewoners.values("persoon").distinct().count()  # a child may live in two households

    def _gebieden(self) -> list[int]:
        return [buurt.gebied.pk for buurt in self._adressen.buurten]

    # --- thinking up --------------------------------------------------------------------------------------------------

    def _groepen(self) -> Iterator[list[Geplaatst]]:
        groep: list[Geplaatst] = []
        geplaatst = 0
        for buurt, tot in zip(self._adressen.buurten, self._tussenstanden(), strict=True):
            while geplaatst < tot:
                for gezin in self._volgende(self._ruimte - geplaatst):
                    groep.append(self._plaats(gezin, buurt))
                    geplaatst += len(gezin.leden)
                if len(groep) >= PER_KEER:
                    yield groep
                    groep = []
        if groep:
            yield groep

    def _tussenstanden(self) -> Iterator[int]:
        """Give how many residents there are when each buurt is full; a family may run over into the next count."""
        aantal = len(self._adressen.buurten)
        return (self._ruimte * nummer // aantal for nummer in range(1, aantal + 1))

    def _volgende(self, ruimte: int) -> tuple[Gezin, ...]:
        """Give the next household (or two that belong together); the last places of the area are for single people."""
        gezinnen = next(self._stroom)
        if sum(len(gezin.leden) for gezin in gezinnen) > ruimte:
            return (self._gezinnen.alleenstaande(),)
        return gezinnen

    def _plaats(self, gezin: Gezin, buurt: Buurt) -> Geplaatst:
        plek = self._adressen.volgende(buurt)
        lot = self._loting.trek(gezin.soort)
        leden = gezin.leden
        if self._bsn_voor_iedereen or lot.afloop != NIETS:
            leden = tuple(replace(lid, bsn=next(self._bsns, "")) for lid in leden)
        nieuw = NieuwHuishouden(
            straat=plek.straat,
            huisnummer=plek.huisnummer,
            postcode=plek.postcode,
            leden=leden,
            woonplaats=WOONPLAATS,
            relaties=gezin.relaties,
        )
        return Geplaatst(gezin, lot, buurt, nieuw)

    # --- writing ------------------------------------------------------------------------------------------------------

    def _schrijf_in(self, groep: list[Geplaatst]) -> None:
        """Enter one batch, and then play what happened to it: two transactions, so that teams wait for nobody."""
        with transaction.atomic():
            huishoudens, leden = self._neem_op(groep)
        with transaction.atomic(), gebundeld():
            for plek, huishouden in zip(groep, huishoudens, strict=True):
                if plek.lot.afloop != NIETS:
                    self._speel(plek, huishouden, leden[huishouden.pk])

    def _neem_op(self, groep: list[Geplaatst]) -> tuple[list[Huishouden], dict[int, list[Persoon]]]:
        self._adressen.bewaar_postcodes()
        at = om(self._stad.kalender.begin, 9)
        huishoudens = schrijf_huishoudens_in([(plek.nieuw, plek.buurt.ligging) for plek in groep], at=at)
        leden = _leden(groep, huishoudens)
        leg_relaties_vast(
            (leden[huishoudens[nummer].pk][0], kind, Relatiesoort.OUDER_VAN)
            for nummer, plek in enumerate(groep)
            if plek.gezin.is_andere_ouder
            for kind in leden[huishoudens[nummer - 1].pk][1:]
        )
        ontvang_gezag(huishoudens, by=self._stad.personeel.gerda, onbekend=self._gezag_onbekend)
        return huishoudens, leden

    def _speel(self, plek: Geplaatst, huishouden: Huishouden, leden: list[Persoon]) -> None:
        zaak = Zaak(
            huishouden=huishouden,
            leden=leden,
            post=self._post,
            regisseur=self._werkverdeling.kies(self._team.naam),
        )
        Loop(zaak, plek.lot, toeval=self._toeval, stad=self._stad).speel()
        self._werkverdeling.tel(zaak)


def _leden(groep: list[Geplaatst], huishoudens: list[Huishouden]) -> dict[int, list[Persoon]]:
    """Give the members of the households that have a role to play, in one question."""
    nodig = [
        huishouden.pk
        for nummer, (plek, huishouden) in enumerate(zip(groep, huishoudens, strict=True))
        if plek.lot.afloop != NIETS or plek.gezin.is_andere_ouder or _heeft_andere_ouder(groep, nummer)
    ]
    leden: dict[int, list[Persoon]] = {}
    for lid in Huishoudlid.objects.filter(huishouden__in=nodig).select_related("persoon").order_by("pk"):
        leden.setdefault(lid.huishouden_id, []).append(lid.persoon)
    return leden


def _heeft_andere_ouder(groep: list[Geplaatst], nummer: int) -> bool:
    return nummer + 1 < len(groep) and groep[nummer + 1].gezin.is_andere_ouder
