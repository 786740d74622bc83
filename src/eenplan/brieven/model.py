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
    """A table with a head row and a caption for screen readers; `getallen` names the columns of numbers, from 0."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: tuple[int, ...] = ()


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
    def tekst(self) -> str:
        """The running text without table and signature: what the readability score is about."""
        return "\n\n".join(tekst for deel in self.delen if (tekst := _lopende_tekst(deel)))


def _lopende_tekst(deel: Deel) -> str:
    match deel:
        case Alinea(tekst) | Kader(_, tekst):
            return tekst
        case Lijst(punten):
            return "\n".join(punten)
        case _:
            return ""
