"""Wetten, artikelen en het merk `@artikel` waarmee elke rechtsregel zijn vindplaats draagt.

Het merk verandert niets aan de functie: het maakt alleen dat `overzicht` alle regels kan nalopen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Wet:
    """Een wet met haar citeertitel en haar nummer: in het Basiswettenbestand, of voor Europees recht in CELEX."""

    naam: str
    bwb_id: str

    @property
    def url(self) -> str:
        if self.bwb_id.startswith("BWBR"):
            return f"https://wetten.overheid.nl/{self.bwb_id}"
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{self.bwb_id}"


WETTEN: Final[Mapping[str, Wet]] = {
    "Algemene termijnenwet": Wet("Algemene termijnenwet", "BWBR0002448"),
    "AVG": Wet("Algemene verordening gegevensbescherming", "32016R0679"),
    "Awb": Wet("Algemene wet bestuursrecht", "BWBR0005537"),
    "BW": Wet("Burgerlijk Wetboek Boek 1", "BWBR0002656"),
    "BW 3": Wet("Burgerlijk Wetboek Boek 3", "BWBR0005291"),
    "Jeugdwet": Wet("Jeugdwet", "BWBR0034925"),
    "Participatiewet": Wet("Participatiewet", "BWBR0015703"),
    "UAVG": Wet("Uitvoeringswet Algemene verordening gegevensbescherming", "BWBR0040940"),
    "Wgs": Wet("Wet gemeentelijke schuldhulpverlening", "BWBR0031331"),
    "Wmo 2015": Wet("Wet maatschappelijke ondersteuning 2015", "BWBR0035362"),
}


@dataclass(frozen=True, slots=True)
class Artikel:
    """Een vindplaats in de wet, met de dag vanaf wanneer de regel zo geldt."""

    wet: str
    nummer: str
    vanaf: date

    def __post_init__(self) -> None:
        if self.wet not in WETTEN:
            raise ValueError(f"De wet {self.wet!r} staat niet in WETTEN.")

    def __str__(self) -> str:
        return f"artikel {self.nummer} {self.wet}"


def artikel(wet: str, nummer: str, *, vanaf: date) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Geef een functie haar vindplaats; meer dan één artikel mag, door het merk te stapelen."""
    vindplaats = Artikel(wet, nummer, vanaf)

    def merk(functie: Callable[P, R]) -> Callable[P, R]:
        vars(functie)["artikelen"] = (vindplaats, *artikelen_van(functie))
        return functie

    return merk


def artikelen_van(functie: Callable[..., object]) -> tuple[Artikel, ...]:
    """De vindplaatsen van een functie; leeg als zij er geen draagt."""
    gevonden = vars(functie).get("artikelen", ())
    return tuple(plek for plek in gevonden if isinstance(plek, Artikel))
