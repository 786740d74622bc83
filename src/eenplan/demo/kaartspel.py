"""Deals out choices in exact shares: luck decides the order, never the numbers, so small towns keep proportion."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Final, Generic, TypeVar

T = TypeVar("T")
STAPEL: Final = 20
# Steps of the golden ratio fill a range as evenly as can be, wherever one stops.
GULDEN_STAP: Final = (5**0.5 - 1) / 2


class Kaartspel(Generic[T]):
    """A deck that is filled evenly and shuffled per 20 cards, so that two decks never walk in step."""

    def __init__(self, aandelen: Mapping[T, float], rng: Random) -> None:
        totaal = sum(aandelen.values())
        self._kaarten = [kaart for kaart, aandeel in aandelen.items() if aandeel > 0]
        self._grenzen = list(accumulate(aandelen[kaart] / totaal for kaart in self._kaarten))[:-1]
        self._rng = rng
        self._plek = rng.random()
        self._stapel: list[T] = []

    def trek(self) -> T:
        """Give the next card."""
        if not self._stapel:
            self._stapel = [self._volgende() for _kaart in range(STAPEL)]
            self._rng.shuffle(self._stapel)
        return self._stapel.pop()

    def _volgende(self) -> T:
        self._plek = (self._plek + GULDEN_STAP) % 1
        return self._kaarten[bisect(self._grenzen, self._plek)]


def kans(aandeel: float, rng: Random) -> Kaartspel[bool]:
    """Give a deck that says yes in this share of the cases."""
    return Kaartspel({True: aandeel, False: 1 - aandeel}, rng)
