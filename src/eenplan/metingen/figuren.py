"""Where the lines of a drawing go: a small trend per life domain, and a polygon of all domains. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

LAAGSTE, HOOGSTE = 1, 5
BREED, HOOG, RAND = 120, 32, 4  # of a trend
STRAAL, MIDDEN = 100, 150  # of a polygon


@dataclass(frozen=True)
class Punt:
    """A place in a drawing."""

    x: float
    y: float

    def __str__(self) -> str:
        return f"{self.x:g},{self.y:g}"


def trend(verloop: Sequence[tuple[date, int | None]]) -> list[Punt]:
    """Give the points of a trend: days from left to right, level 5 on top. A day without a level has no point."""
    if not verloop:
        return []
    eerste, laatste = verloop[0][0], verloop[-1][0]
    dagen = max((laatste - eerste).days, 1)
    return [
        Punt(round(RAND + (BREED - 2 * RAND) * (dag - eerste).days / dagen, 1), _hoogte(niveau))
        for dag, niveau in verloop
        if niveau is not None
    ]


def _hoogte(niveau: int) -> float:
    return round(RAND + (HOOG - 2 * RAND) * (HOOGSTE - niveau) / (HOOGSTE - LAAGSTE), 1)


@dataclass(frozen=True)
class As:
    """One spoke of a polygon: where it ends, where its number stands, and how that is aligned."""

    nummer: int
    einde: Punt
    tekst: Punt


def assen(aantal: int) -> list[As]:
    """Give the spokes, the first one straight up, then clockwise."""
    return [As(nr + 1, _op(nr, aantal, STRAAL), _op(nr, aantal, STRAAL + 18)) for nr in range(aantal)]


def ring(aantal: int, niveau: int) -> str:
    """Give the outline of one level."""
    return " ".join(str(_op(nr, aantal, _afstand(niveau))) for nr in range(aantal))


def veelhoek(niveaus: Sequence[int | None]) -> list[Punt | None]:
    """Give the corner on each spoke; none where nothing was discussed."""
    return [None if niveau is None else _op(nr, len(niveaus), _afstand(niveau)) for nr, niveau in enumerate(niveaus)]


def omtrek(hoeken: Sequence[Punt | None]) -> str:
    """Give the way along the corners as an SVG path; it is broken where a corner is missing, so nothing is invented."""
    stukken = []
    for nr, hoek in enumerate(hoeken):
        volgende = hoeken[(nr + 1) % len(hoeken)]
        if hoek is not None and volgende is not None:
            stukken.append(f"M{hoek}L{volgende}")
    return "".join(stukken)


def _afstand(niveau: int) -> float:
    return STRAAL * niveau / HOOGSTE


def _op(nummer: int, aantal: int, afstand: float) -> Punt:
    hoek = 2 * pi * nummer / aantal
    return Punt(round(MIDDEN + afstand * sin(hoek), 1), round(MIDDEN - afstand * cos(hoek), 1))
