"""What other rooms show beneath a goal of the plan: they add a source when they start, for they lie above this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import OOIT_VASTGESTELD
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Regel:
    """One line beneath a goal: what it is, the words, the day, and the page it is from."""

    kop: str
    tekst: str
    op: date
    adres: str


Bron = Callable[[Ondersteuningsplan, Medewerker], Iterable[tuple[int, Regel]]]
_BRONNEN: Final[list[Bron]] = []


def bron(functie: Bron) -> Bron:
    """Add a source: given a plan with its goals, and who reads, it gives the number of a goal and a line."""
    if functie not in _BRONNEN:
        _BRONNEN.append(functie)
    return functie


def erbij(plan: Ondersteuningsplan, voor: Medewerker) -> dict[int, list[Regel]]:
    """Give the lines of every room by the number of the goal; a draft has none."""
    gevonden: dict[int, list[Regel]] = {}
    if plan.status in OOIT_VASTGESTELD:
        for functie in _BRONNEN:
            for doel_id, regel in functie(plan, voor):
                gevonden.setdefault(doel_id, []).append(regel)
    return gevonden
