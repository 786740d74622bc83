"""Finds other people in what is written about a resident: by name, sound, birth date, telephone or address.

Pure text over plain data. It marks too much rather than too little: a worker judges every mark first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eenplan.personen.zoeksleutels import TUSSENVOEGSELS, afstand, klank, woorden
from eenplan.wetgeving.datums import zonder_weekdag

_ZIN: Final = re.compile(r"[^\n]+?(?:[.!?]+(?=\s|$)|\n|$)")  # a dot within a number or an address ends nothing
_WOORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMMER: Final = re.compile(r"(?:\+31|0)[\d ()-]{7,14}\d")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_BSN: Final = re.compile(r"(?<!\d)\d{9}(?!\d)")
_VERVOLG: Final = frozenset(("hij", "zij", "ze", "hem", "haar", "zijn", "hun", "hen", "die", "deze"))
_NAAMLOOS: Final = frozenset(
    (
        "ex", "expartner", "buurman", "buurvrouw", "buren", "vriend", "vriendin", "moeder", "vader", "ouders", "opa",
        "oma", "zus", "broer", "zoon", "dochter", "partner", "stiefvader", "stiefmoeder", "oom", "tante", "nicht",
        "neef", "schoonmoeder", "schoonvader", "mantelzorger", "melder", "tipgever", "huisgenoot",
    )
)  # fmt: skip
_LANG_GENOEG: Final = 5  # in a shorter name one other letter is another name


@dataclass(frozen=True)
class Iemand:
    """What a person may be recognised by. `is_geheim`: the reader may not even learn that this person is there."""

    naam: str
    namen: tuple[str, ...] = ()
    geboren: date | None = None
    telefoon: str = ""
    email: str = ""
    adres: str = ""
    is_geheim: bool = False


@dataclass(frozen=True)
class Vondst:
    """A stretch of a text that is about somebody else, whom, and what gave it away."""

    begin: int
    einde: int
    over: str
    aan: str
    is_vast: bool = False


@dataclass
class Zoeker:
    """Knows one resident and the others around; made once for a whole extract."""

    zelf: Iemand
    anderen: Sequence[Iemand]
    _klanken: dict[str, Iemand] = field(init=False, default_factory=dict)
    _eigen: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._eigen = {klank(woord) for woord in _losse(self.zelf.namen)}
        for ander in sorted(self.anderen, key=lambda iemand: iemand.is_geheim):
            for woord in _losse(ander.namen):
                if klank(woord) not in self._eigen:
                    self._klanken[klank(woord)] = ander

    def in_tekst(self, tekst: str) -> Iterator[Vondst]:
        """Give every sentence that names somebody else, and the one after it that speaks on about the same person."""
        vorige: Vondst | None = None
        for zin in _ZIN.finditer(tekst):
            if not zin[0].strip():
                continue
            gevonden = self._in_zin(zin[0]) or _vervolg(zin[0], vorige)
            vorige = None
            if gevonden:
                over, aan, vast = gevonden
                vorige = Vondst(zin.start(), zin.end(), over, aan, vast)
                yield vorige

    def is_ander(self, naam: str) -> bool:
        """Tell whether a name as it was written down is of somebody else than the resident."""
        return any(klank(woord) not in self._eigen for woord in woorden(naam) if woord not in TUSSENVOEGSELS)

    def _in_zin(self, zin: str) -> tuple[str, str, bool] | None:
        gevonden = [*self._op_naam(zin), *self._op_gegeven(zin), *_naamloos(zin), *self._los(zin)]
        # The strictest mark wins: whoever must stay secret decides for the whole sentence.
        return max(gevonden, key=lambda vondst: vondst[2], default=None)

    def _op_naam(self, zin: str) -> Iterator[tuple[str, str, bool]]:
        for geschreven in _WOORD.findall(zin):
            for woord in woorden(geschreven):
                if ander := self._herken(woord):
                    yield ander.naam, f"de naam ‘{geschreven}’", ander.is_geheim

    def _herken(self, woord: str) -> Iemand | None:
        gehoord = klank(woord)
        if gehoord in self._eigen or len(woord) < 2:
            return None
        if gehoord in self._klanken:
            return self._klanken[gehoord]
        if len(woord) < _LANG_GENOEG:
            return None
        return next(
            (
                ander
                for naam, ander in self._klanken.items()
                if len(naam) >= _LANG_GENOEG and naam[0] == gehoord[0] and afstand(naam, gehoord, 1) <= 1
            ),
            None,
        )

    def _op_gegeven(self, zin: str) -> Iterator[tuple[str, str, bool]]:
        plat, cijfers = " ".join(woorden(zin)), re.sub(r"\D", "", zin)
        for ander in self.anderen:
            if ander.geboren and ander.geboren != self.zelf.geboren and _noemt_dag(zin, ander.geboren):
                yield ander.naam, "de geboortedatum", ander.is_geheim
            if (nummer := _kern(ander.telefoon)) and nummer in cijfers and nummer != _kern(self.zelf.telefoon):
                yield ander.naam, "het telefoonnummer", ander.is_geheim
            if ander.adres and ander.adres != self.zelf.adres and " ".join(woorden(ander.adres)) in plat:
                yield ander.naam, "het adres", ander.is_geheim

    def _los(self, zin: str) -> Iterator[tuple[str, str, bool]]:
        """Numbers and addresses that are not the resident's own, of whoever they are."""
        for nummer in _NUMMER.findall(zin):
            if _kern(nummer) != _kern(self.zelf.telefoon):
                yield "iemand die wij niet kennen", "een telefoonnummer", False
        for adres in _EMAIL.findall(zin):
            if adres.casefold() != self.zelf.email.casefold():
                yield "iemand die wij niet kennen", "een e-mailadres", False
        if _BSN.search(zin):
            yield "iemand die wij niet kennen", "een nummer van negen cijfers", False


def _vervolg(zin: str, vorige: Vondst | None) -> tuple[str, str, bool] | None:
    eerste = next(iter(woorden(zin)), "")
    if vorige is None or eerste not in _VERVOLG:
        return None
    return vorige.over, f"‘{eerste}’ na een zin over een ander", vorige.is_vast


def _naamloos(zin: str) -> Iterator[tuple[str, str, bool]]:
    for woord in woorden(zin.replace("-", "")):
        if woord in _NAAMLOOS:
            yield "iemand zonder naam", f"het woord ‘{woord}’", False


def _losse(namen: Iterable[str]) -> Iterator[str]:
    return (woord for naam in namen for woord in woorden(naam) if woord not in TUSSENVOEGSELS and len(woord) > 1)


def _noemt_dag(zin: str, dag: date) -> bool:
    vormen = (
        f"{dag.day}-{dag.month}-{dag.year}",
        f"{dag:%d-%m-%Y}",
        f"{dag.day}/{dag.month}/{dag.year}",
        f"{dag:%d/%m/%Y}",
        f"{dag:%Y-%m-%d}",
        zonder_weekdag(dag),
    )
    return any(vorm in zin.casefold() for vorm in vormen)


def _kern(telefoon: str) -> str:
    """Give the last nine digits: the same with 0 or with +31."""
    return re.sub(r"\D", "", telefoon)[-9:]
