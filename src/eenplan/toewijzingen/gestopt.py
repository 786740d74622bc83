"""What follows when help stops: higher rooms add their own when they start (`na_stop`); this room knows none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.models import Toewijzing

Gevolg = Callable[[Toewijzing, Medewerker, datetime], None]

_GEVOLGEN: Final[list[Gevolg]] = []


def na_stop(functie: Gevolg) -> Gevolg:
    """Add what must happen when help stopped; each room does so once, when the program starts."""
    if functie not in _GEVOLGEN:
        _GEVOLGEN.append(functie)
    return functie


def verwerk_gestopt(toewijzing: Toewijzing, *, by: Medewerker, at: datetime) -> None:
    """Let every room do what it must, within the transaction of the act that noted the end."""
    for functie in _GEVOLGEN:
        functie(toewijzing, by, at)
