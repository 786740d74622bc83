"""De afleiding van een termijn: de stappen zelf, en wat eruit komt. Weet niet welke regel waar geldt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypedDict

from eenplan.wetgeving.datums import opsomming, voluit, zonder_weekdag
from eenplan.wetgeving.feestdagen import eerste_kb_jaar, is_werkdag, laatste_kb_jaar, reden_vrije_dag
from eenplan.wetgeving.lengte import Eenheid, Lengte, TermijnFout, plus_lengte

EEN_DAG: Final = timedelta(days=1)


class OngeldigeOpschorting(TermijnFout):
    """De opschorting eindigt voordat zij begint."""


class Bron(StrEnum):
    """Waar een termijn vandaan komt; een norm van de gemeente is nooit de wet."""

    WETTELIJK = "wettelijk"
    GEMEENTELIJK = "gemeentelijk"


class StapSoort(StrEnum):
    START = "start"
    LENGTE = "lengte"
    OPSCHORTING = "opschorting"
    VERDAGING = "verdaging"
    MINIMUM = "minimum"
    VERSCHUIVING = "verschuiving"


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Dagen waarop de termijn stilstaat; de eerste en de laatste dag tellen allebei mee."""

    vanaf: date
    tot_en_met: date
    reden: str = ""

    def __post_init__(self) -> None:
        if self.tot_en_met < self.vanaf:
            raise OngeldigeOpschorting(
                f"De opschorting eindigt ({zonder_weekdag(self.tot_en_met)}) voordat zij begint "
                f"({zonder_weekdag(self.vanaf)})."
            )

    @property
    def dagen(self) -> int:
        return (self.tot_en_met - self.vanaf).days + 1

    def bevat(self, dag: date) -> bool:
        return self.vanaf <= dag <= self.tot_en_met


class StapGegevens(TypedDict):
    datum: str
    artikel: str
    reden: str
    dagen: int
    soort: str


class TermijnGegevens(TypedDict):
    regel: str
    naam: str
    artikel: str
    bron: str
    start: str
    einddatum: str
    stappen: list[StapGegevens]
    waarschuwingen: list[str]


@dataclass(frozen=True, slots=True)
class Stap:
    """Eén stap in de berekening: tot welke dag, op grond van welk artikel, waarom en hoeveel dagen erbij."""

    datum: date
    artikel: str
    reden: str
    dagen: int
    soort: StapSoort

    def as_dict(self) -> StapGegevens:
        return {
            "datum": self.datum.isoformat(),
            "artikel": self.artikel,
            "reden": self.reden,
            "dagen": self.dagen,
            "soort": self.soort.value,
        }

    @classmethod
    def from_dict(cls, gegevens: StapGegevens) -> Stap:
        return cls(
            datum=date.fromisoformat(gegevens["datum"]),
            artikel=gegevens["artikel"],
            reden=gegevens["reden"],
            dagen=gegevens["dagen"],
            soort=StapSoort(gegevens["soort"]),
        )


@dataclass(frozen=True, slots=True)
class Termijn:
    """Een berekende termijn; `einddatum` is de laatste dag waarop het nog op tijd is."""

    regel: str
    naam: str
    artikel: str
    bron: Bron
    start: date
    einddatum: date
    stappen: tuple[Stap, ...]
    waarschuwingen: tuple[str, ...]

    def is_verstreken(self, op: date) -> bool:
        """Of de laatste dag op deze datum voorbij is."""
        return op > self.einddatum

    def as_dict(self) -> TermijnGegevens:
        return {
            "regel": self.regel,
            "naam": self.naam,
            "artikel": self.artikel,
            "bron": self.bron.value,
            "start": self.start.isoformat(),
            "einddatum": self.einddatum.isoformat(),
            "stappen": [stap.as_dict() for stap in self.stappen],
            "waarschuwingen": list(self.waarschuwingen),
        }

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2)

    @classmethod
    def from_dict(cls, gegevens: TermijnGegevens) -> Termijn:
        return cls(
            regel=gegevens["regel"],
            naam=gegevens["naam"],
            artikel=gegevens["artikel"],
            bron=Bron(gegevens["bron"]),
            start=date.fromisoformat(gegevens["start"]),
            einddatum=date.fromisoformat(gegevens["einddatum"]),
            stappen=tuple(Stap.from_dict(stap) for stap in gegevens["stappen"]),
            waarschuwingen=tuple(gegevens["waarschuwingen"]),
        )


@dataclass(slots=True)
class Afleiding:
    """De berekening zelf, stap voor stap. Elke methode zet ten hoogste een paar stappen en verandert niets anders."""

    start: date
    opschortingen: list[Opschorting]
    stappen: list[Stap] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)
    _geteld_tot_en_met: date = date.min

    @property
    def einde(self) -> date:
        return self.stappen[-1].datum

    def begin(self, vindplaats: str, gebeurtenis: str) -> None:
        reden = f"De termijn begint na {gebeurtenis}: {voluit(self.start)}; die dag zelf telt niet mee."
        self.stappen.append(Stap(self.start, vindplaats, reden, 0, StapSoort.START))

    def tel(self, lengte: Lengte, vindplaats: str, toevoeging: str = "") -> None:
        if lengte.eenheid is Eenheid.WERKDAGEN:
            self._tel_werkdagen(lengte, vindplaats)
            return
        einde = plus_lengte(self.start, lengte)
        self._zet(einde, vindplaats, f"{lengte} erbij{toevoeging}: {voluit(einde)}.", StapSoort.LENGTE)

    def schort_op(self, vindplaats: str) -> None:
        """Elke stilstaande dag binnen de lopende termijn telt één keer en schuift het einde een dag op."""
        for opschorting in self.opschortingen:
            eerste = max(opschorting.vanaf, self.start + EEN_DAG, self._geteld_tot_en_met + EEN_DAG)
            if eerste > min(opschorting.tot_en_met, self.einde):
                continue
            dagen = (opschorting.tot_en_met - eerste).days + 1
            self._geteld_tot_en_met = opschorting.tot_en_met
            waarom = f" ({opschorting.reden})" if opschorting.reden else ""
            reden = (
                f"De termijn stond {dagen} {'dag' if dagen == 1 else 'dagen'} stil, van {zonder_weekdag(eerste)} "
                f"tot en met {zonder_weekdag(opschorting.tot_en_met)}{waarom}."
            )
            self._zet(self.einde + timedelta(days=dagen), vindplaats, reden, StapSoort.OPSCHORTING)

    def verdaag(self, weken: int, vindplaats: str) -> None:
        reden = f"Verdaagd met {Lengte(weken, Eenheid.WEKEN)}."
        self._zet(self.einde + timedelta(weeks=weken), vindplaats, reden, StapSoort.VERDAGING)

    def bevat_twee_werkdagen(self) -> None:
        """ATW 2: reken door tot de termijn ten minste twee werkdagen bevat."""
        open_dagen = self._open_dagen(self.start + EEN_DAG)
        next(open_dagen)
        tweede = next(open_dagen)
        if tweede > self.einde:
            reden = f"De termijn bevat dan nog geen twee werkdagen en loopt door tot en met {voluit(tweede)}."
            self._zet(tweede, "artikel 2 Algemene termijnenwet", reden, StapSoort.MINIMUM)

    def eindigt_op_werkdag(self) -> None:
        """ATW 1: een termijn eindigt niet op een vrije dag; en ook niet op een dag waarop hij stilstaat."""
        laatste = next(self._open_dagen(self.einde))
        if laatste == self.einde:
            return
        reden = (
            f"Een termijn eindigt niet op een vrije dag: {self._overgeslagen(self.einde, laatste)}. De laatste dag "
            f"wordt {voluit(laatste)}."
        )
        self._zet(laatste, "artikel 1 lid 1 Algemene termijnenwet", reden, StapSoort.VERSCHUIVING)

    def waarschuw_voor_onbekende_vrije_dagen(self) -> None:
        if self.einde.year > laatste_kb_jaar():
            self.waarschuwingen.append(
                f"Voor {self.einde.year} is nog geen koninklijk besluit met extra vrije dagen bekend (het laatste "
                f"geldt voor {laatste_kb_jaar()}); reken deze datum opnieuw uit zodra dat besluit er is."
            )
        elif self.einde.year < eerste_kb_jaar():
            self.waarschuwingen.append(
                f"De extra vrije dagen bij koninklijk besluit van vóór {eerste_kb_jaar()} zijn niet bekend; "
                "controleer deze datum."
            )

    def waarschuw_voor_opschorting_zonder_gevolg(self) -> None:
        for opschorting in self.opschortingen:
            if opschorting.tot_en_met <= self.start or opschorting.vanaf > self.einde:
                self.waarschuwingen.append(
                    f"De opschorting van {zonder_weekdag(opschorting.vanaf)} tot en met "
                    f"{zonder_weekdag(opschorting.tot_en_met)} valt buiten de termijn en telt niet mee."
                )

    def _tel_werkdagen(self, lengte: Lengte, vindplaats: str) -> None:
        dagen = self._open_dagen(self.start + EEN_DAG)
        einde = [next(dagen) for _ in range(lengte.aantal)][-1]
        overgeslagen = self._overgeslagen(self.start + EEN_DAG, einde)
        zonder = f", zonder {overgeslagen}" if overgeslagen else ""
        self._zet(einde, vindplaats, f"{lengte} erbij{zonder}: {voluit(einde)}.", StapSoort.LENGTE)

    def _open_dagen(self, vanaf: date) -> Iterator[date]:
        """Werkdagen waarop de termijn niet stilstaat."""
        dag = vanaf
        while True:
            stilstand = next((rij for rij in self.opschortingen if rij.bevat(dag)), None)
            if stilstand is not None:
                dag = stilstand.tot_en_met
            elif is_werkdag(dag):
                yield dag
            dag += EEN_DAG

    def _overgeslagen(self, vanaf: date, tot: date) -> str:
        """De dagen van `vanaf` tot `tot` waarop de termijn niet kan eindigen, met de reden erbij."""
        delen: list[str] = []
        dag = vanaf
        while dag < tot:
            stilstand = next((rij for rij in self.opschortingen if rij.bevat(dag)), None)
            if stilstand is not None:
                delen.append(f"stilstand tot en met {zonder_weekdag(stilstand.tot_en_met)}")
                dag = stilstand.tot_en_met
            elif reden := reden_vrije_dag(dag):
                delen.append(f"{zonder_weekdag(dag)} ({reden})")
            dag += EEN_DAG
        return opsomming(delen) if delen else ""

    def _zet(self, datum: date, vindplaats: str, reden: str, soort: StapSoort) -> None:
        self.stappen.append(Stap(datum, vindplaats, reden, (datum - self.einde).days, soort))
