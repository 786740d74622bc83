"""What a letter says, apart from how it looks. A letter is always in Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from eenplan.wetgeving.datums import zonder_weekdag


@dataclass(frozen=True)
class Kop:
    """A heading inside the letter."""

    tekst: str

    soort: ClassVar[str] = "kop"


@dataclass(frozen=True)
class Alinea:
    """Plain text; an empty line begins a new paragraph. `aanloop` is the bold name that the first one begins with."""

    tekst: str
    aanloop: str = ""

    soort: ClassVar[str] = "alinea"

    @property
    def alineas(self) -> list[list[str]]:
        return _alineas(self.tekst)


@dataclass(frozen=True)
class Lijst:
    """A list of sentences."""

    punten: tuple[str, ...]

    soort: ClassVar[str] = "lijst"


@dataclass(frozen=True)
class Kader:
    """A framed part that must stand out, such as the summary or the resident's remark."""

    titel: str
    tekst: str

    soort: ClassVar[str] = "kader"

    @property
    def alineas(self) -> list[list[str]]:
        return _alineas(self.tekst)


@dataclass(frozen=True)
class Tabel:
    """A table with a head row and a caption for screen readers; `getallen` names the columns of numbers, from 0."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: tuple[int, ...] = ()

    soort: ClassVar[str] = "tabel"


Deel = Kop | Alinea | Lijst | Kader | Tabel


@dataclass(frozen=True)
class Brief:
    """A letter to one address. `kenmerk` identifies it without personal data; `namens` is the body that signs."""

    titel: str
    kenmerk: str
    datum: date
    naam: str
    adresregels: tuple[str, ...]
    aanhef: str
    delen: tuple[Deel, ...]
    ondertekenaar: str
    functie: str
    onderwerp: str = ""
    bijlagen: tuple[str, ...] = field(default=())
    namens: str = ""
    behandelaar: str = ""
    telefoon: str = ""

    @property
    def dagtekening(self) -> str:
        """The date as the letter writes it."""
        return zonder_weekdag(self.datum)

    @property
    def tekst(self) -> str:
        """The running text without table and signature: what the readability score is about."""
        return "\n\n".join(tekst for deel in self.delen if (tekst := _lopende_tekst(deel)))


def _lopende_tekst(deel: Deel) -> str:
    match deel:
        case Alinea() | Kader():
            return deel.tekst
        case Lijst():
            return "\n".join(deel.punten)
        case _:
            return ""


def _alineas(tekst: str) -> list[list[str]]:
    """Split at empty lines into paragraphs, each a list of its lines."""
    alineas: list[list[str]] = [[]]
    for regel in tekst.splitlines():
        if regel.strip():
            alineas[-1].append(regel.strip())
        elif alineas[-1]:
            alineas.append([])
    return [alinea for alinea in alineas if alinea]
