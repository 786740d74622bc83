"""What a letter says, apart from how it looks. A letter is always in Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Kop:
    """A heading inside the letter."""

    tekst: str


@dataclass(frozen=True)
class Alinea:
    """A paragraph of plain text."""

    tekst: str


@dataclass(frozen=True)
class Lijst:
    """A list of sentences."""

    punten: tuple[str, ...]


@dataclass(frozen=True)
class Kader:
    """A framed part that must stand out, such as the summary or the resident's remark."""

    titel: str
    tekst: str


@dataclass(frozen=True)
class Tabel:
    """A table with a head row and a caption for screen readers."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


Deel = Kop | Alinea | Lijst | Kader | Tabel


@dataclass(frozen=True)
class Brief:
    """A letter to one address. `kenmerk` identifies it without personal data."""

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
