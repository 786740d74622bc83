"""Where everybody stands in the drawing of a network: rings around the household, names in two columns. Pure.

The same people in the same order always give the same drawing; names never overlap, for each has a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

BREEDTE: Final = 760
REGEL: Final = 40  # the height that one name takes
KLEINSTE: Final = 420
STRAAL: Final = {"dagelijks": 80, "wekelijks": 120, "maandelijks": 160, "soms": 160}
NAAM_LANG: Final = 24
_RAND: Final = 14


@dataclass(frozen=True)
class Mens:
    """Somebody to draw: the name, how often there, and how well it helps."""

    naam: str
    hoe_vaak: str = ""
    werking: str = ""
    is_overbelast: bool = False


@dataclass(frozen=True)
class Punt:
    """Where somebody stands (`x`, `y`), and where the name is written."""

    mens: Mens
    naam: str
    x: int
    y: int
    naam_x: int
    naam_y: int
    anker: str  # on which side of `naam_x` the name stands, as SVG calls it


@dataclass(frozen=True)
class Tekening:
    """The whole drawing."""

    hoogte: int
    punten: tuple[Punt, ...]

    breedte: int = BREEDTE

    @property
    def midden(self) -> tuple[int, int]:
        return self.breedte // 2, self.hoogte // 2

    @property
    def ringen(self) -> tuple[int, ...]:
        return tuple(sorted(set(STRAAL.values())))


def teken(mensen: Sequence[Mens]) -> Tekening:
    """Give everybody a place: half on the right, half on the left, from top to bottom in the order given."""
    rechts, links = mensen[: (len(mensen) + 1) // 2], mensen[(len(mensen) + 1) // 2 :]
    hoogte = max(KLEINSTE, len(rechts) * REGEL + 2 * _RAND)
    midden = (BREEDTE // 2, hoogte // 2)
    return Tekening(hoogte, (*_kant(rechts, midden, 1), *_kant(links, midden, -1)))


def _kant(mensen: Sequence[Mens], midden: tuple[int, int], kant: int) -> list[Punt]:
    """Spread one side from top to bottom; `kant` is 1 for the right and -1 for the left."""
    x, y = midden
    punten = []
    for nummer, mens in enumerate(mensen):
        deel = (nummer + 0.5) / len(mensen) - 0.5  # from -½ at the top to ½ at the bottom
        straal, hoek = STRAAL.get(mens.hoe_vaak, max(STRAAL.values())), radians(160 * deel)
        punten.append(
            Punt(
                mens,
                kort(mens.naam),
                round(x + kant * straal * cos(hoek)),
                round(y + straal * sin(hoek)),
                x + kant * (max(STRAAL.values()) + 24),
                round(y + deel * len(mensen) * REGEL),
                "start" if kant > 0 else "end",
            )
        )
    return punten


def kort(naam: str) -> str:
    """Give the name as it fits beside the drawing; the list has it whole."""
    return naam if len(naam) <= NAAM_LANG else f"{naam[: NAAM_LANG - 1].rstrip()}…"
