"""A clock as the pages show it: its end with the steps that lead there, and whose clock it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eenplan.termijnen.models import Termijn
from eenplan.wetgeving.afleiding import Bron, Stap
from eenplan.wetgeving.afleiding import Termijn as Afgeleid


@dataclass(frozen=True)
class Termijnbeeld:
    """What the macro `termijn` draws."""

    naam: str
    einddatum: date
    artikel: str
    is_gemeentelijk: bool
    stappen: tuple[Stap, ...]
    waarschuwingen: tuple[str, ...]


def beeld(termijn: Termijn) -> Termijnbeeld:
    """Read the stored derivation back; nothing is computed anew."""
    return beeld_van(Afgeleid.from_dict(termijn.afleiding))


def beeld_van(afgeleid: Afgeleid) -> Termijnbeeld:
    """Show a clock that does not run yet, such as the last day for an objection to a decision of today."""
    return Termijnbeeld(
        naam=afgeleid.naam,
        einddatum=afgeleid.einddatum,
        artikel=afgeleid.artikel,
        is_gemeentelijk=afgeleid.bron is Bron.GEMEENTELIJK,
        stappen=afgeleid.stappen,
        waarschuwingen=afgeleid.waarschuwingen,
    )
