"""What is already known of a household while a report is written, so that nobody asks it twice.

Higher rooms add their own source when they start (`bron`); this room knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.functional import Promise

from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Feit:
    """One known fact: the words that may be taken over, where they come from, and since when they are known."""

    groep: str | Promise
    tekst: str
    herkomst: str
    op: date | datetime | None = None
    adres: str = ""


Bron = Callable[[Medewerker, Dossier, date], Iterable[Feit]]

_BRONNEN: Final[list[Bron]] = []


def bron(functie: Bron) -> Bron:
    """Add a source of facts; each room does so once, when the program starts."""
    if functie not in _BRONNEN:
        _BRONNEN.append(functie)
    return functie


def bekende_feiten(medewerker: Medewerker, dossier: Dossier, op: date) -> list[tuple[str | Promise, list[Feit]]]:
    """Give what this worker may know of the household on a day, by group, in the order of the sources."""
    groepen: dict[str, tuple[str | Promise, list[Feit]]] = {}
    for functie in _BRONNEN:
        for feit in functie(medewerker, dossier, op):
            groepen.setdefault(str(feit.groep), (feit.groep, []))[1].append(feit)
    return list(groepen.values())
