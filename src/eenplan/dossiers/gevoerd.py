"""What follows in law from the fact that a talk was held: some terms stop there, others begin.

Higher rooms add their own when they start (`na_gesprek`); this room knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from eenplan.dossiers.models import Gesprek
from eenplan.teams.models import Medewerker

Gevolg = Callable[[Gesprek, Medewerker, datetime], None]

_GEVOLGEN: Final[list[Gevolg]] = []


def na_gesprek(functie: Gevolg) -> Gevolg:
    """Add what must happen when a talk was held; each room does so once, when the program starts."""
    if functie not in _GEVOLGEN:
        _GEVOLGEN.append(functie)
    return functie


def verwerk_gevoerd(gesprek: Gesprek, *, by: Medewerker, at: datetime) -> None:
    """Let every room do what it must, within the transaction of the act that held the talk."""
    for functie in _GEVOLGEN:
        functie(gesprek, by, at)
