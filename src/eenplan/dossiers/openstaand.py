"""What must be settled before a file can close. Higher rooms tell theirs when they start; this room knows only its own.

The sentences count and name nobody, so that they hold for every worker, whatever the labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from django.utils.translation import ngettext

from eenplan.dossiers.models import Dossier

Vraag = Callable[[Dossier], Iterable[str]]
Regievraag = Callable[[Dossier, date], Iterable[str]]

_VRAGEN: Final[list[Vraag]] = []
_LOOPT_DOOR: Final[list[Vraag]] = []
_VOOR_REGIE: Final[list[Regievraag]] = []


def moet_eerst(functie: Vraag) -> Vraag:
    """Add a room's own open matters; each room does so once, when the program starts."""
    if functie not in _VRAGEN:
        _VRAGEN.append(functie)
    return functie


def mag_doorlopen(functie: Vraag) -> Vraag:
    """Add what may run on after closing, when it is written down who keeps an eye on it."""
    if functie not in _LOOPT_DOOR:
        _LOOPT_DOOR.append(functie)
    return functie


def wat_doorloopt(dossier: Dossier) -> list[str]:
    """Give a sentence for everything that runs on after closing and needs somebody who keeps an eye on it."""
    return [zin for functie in _LOOPT_DOOR for zin in functie(dossier)]


def voor_regie(functie: Regievraag) -> Regievraag:
    """Add what must be decided before a file goes into regie."""
    if functie not in _VOOR_REGIE:
        _VOOR_REGIE.append(functie)
    return functie


def wat_regie_belet(dossier: Dossier, dag: date) -> list[str]:
    """Give a sentence for everything that must be decided before this file goes into regie."""
    return [zin for functie in _VOOR_REGIE for zin in functie(dossier, dag)]


def wat_openstaat(dossier: Dossier) -> list[str]:
    """Give a sentence for everything that must be settled before this file can close."""
    return [zin for functie in _VRAGEN for zin in functie(dossier)]


@moet_eerst
def open_casussen(dossier: Dossier) -> Iterable[str]:
    """Every case ends with its own outcome."""
    if aantal := dossier.casussen.filter(gesloten_op__isnull=True).count():
        yield ngettext(
            "Er loopt nog %(n)s casus. Sluit die eerst met zijn afloop.",
            "Er lopen nog %(n)s casussen. Sluit ze eerst met hun afloop.",
            aantal,
        ) % {"n": aantal}
