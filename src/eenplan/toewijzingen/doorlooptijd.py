"""How long the way took from first contact to the start of help, against the municipality's own norms.

Pure arithmetic over dates. A stamp that is missing is missing, never on time (EN R-05).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Stap(StrEnum):
    """The way of a request, in order; each stretch ends in a stamp."""

    CONTACT = "contact"
    GESPREK = "gesprek"
    PLAN = "plan"
    VASTSTELLING = "vaststelling"
    BESLUIT = "besluit"
    TOEWIJZING = "toewijzing"
    START = "start"


NAMEN: Mapping[Stap, str | Promise] = {
    Stap.CONTACT: _("Contact"),
    Stap.GESPREK: _("Gesprek"),
    Stap.PLAN: _("Plan klaar"),
    Stap.VASTSTELLING: _("Plan vastgesteld"),
    Stap.BESLUIT: _("Besluit"),
    Stap.TOEWIJZING: _("Hulp toegewezen"),
    Stap.START: _("Hulp gestart"),
}
ZONDER_MAATWERK = (Stap.CONTACT, Stap.GESPREK, Stap.PLAN, Stap.VASTSTELLING)


class Oordeel(StrEnum):
    """What can be said of a stamp. Without a norm (or a first contact) nothing is said about being on time."""

    OP_TIJD = "op tijd"
    TE_LAAT = "te laat"
    ONTBREEKT = "ontbreekt"
    LOOPT = "loopt"
    GEEN_NORM = "geen norm"


@dataclass(frozen=True)
class Stempel:
    """One step: when it was reached, how many days after the first contact, and what the norm says of it."""

    stap: Stap
    naam: str | Promise
    op: date | None
    dagen_sinds_contact: int | None
    norm_dagen: int | None
    oordeel: Oordeel


@dataclass(frozen=True)
class Doorloop:
    """The way of one request or one provision. `hulp` names it; empty when the plan needs no decision."""

    stappen: tuple[Stempel, ...]
    hulp: str = ""
    wet: str = ""
    dossier_id: int = 0
    reden_vertraging: str = ""

    def stempel(self, stap: Stap) -> Stempel | None:
        """Give the stamp of a step, or none when this way has no such step."""
        return next((stempel for stempel in self.stappen if stempel.stap == stap), None)

    @property
    def nu(self) -> Stempel | None:
        """Give the step that is being worked on, or none when the way is finished."""
        return next((s for s in self.stappen if s.op is None and s.oordeel != Oordeel.ONTBREEKT), None)


Norm = Callable[[Stap], int | None]


def doorloop(
    stempels: Mapping[Stap, date | None],
    *,
    norm: Norm,
    op: date,
    stappen: Iterable[Stap] = tuple(Stap),
    hulp: str = "",
    wet: str = "",
    dossier_id: int = 0,
    reden_vertraging: str = "",
    namen: Mapping[Stap, str] | None = None,
) -> Doorloop:
    """Judge each step as it stands on the day `op`; `namen` are other names for some of them."""
    stappen = tuple(stappen)
    bereikt = [nummer for nummer, stap in enumerate(stappen) if stempels.get(stap)]
    laatste = bereikt[-1] if bereikt else -1
    contact = stempels.get(Stap.CONTACT)
    rij = tuple(
        _stempel(stap, stempels.get(stap), contact, norm(stap), op=op, later_bereikt=nummer < laatste)
        for nummer, stap in enumerate(stappen)
    )
    anders = namen or {}
    rij = tuple(replace(stempel, naam=anders.get(stempel.stap, stempel.naam)) for stempel in rij)
    return Doorloop(rij, hulp, wet, dossier_id, reden_vertraging)


def _stempel(
    stap: Stap, dag: date | None, contact: date | None, norm: int | None, *, op: date, later_bereikt: bool
) -> Stempel:
    if dag is None and later_bereikt:
        return Stempel(stap, NAMEN[stap], None, None, norm, Oordeel.ONTBREEKT)
    dagen = (dag - contact).days if dag and contact else None
    verstreken = dagen if dag else (op - contact).days if contact else None
    return Stempel(stap, NAMEN[stap], dag, dagen, norm, _oordeel(stap, dag, verstreken, norm))


def _oordeel(stap: Stap, dag: date | None, verstreken: int | None, norm: int | None) -> Oordeel:
    if dag and stap == Stap.CONTACT:
        return Oordeel.OP_TIJD
    if verstreken is not None and norm is not None and verstreken > norm:
        return Oordeel.TE_LAAT
    if dag is None:
        return Oordeel.LOOPT
    return Oordeel.OP_TIJD if verstreken is not None and norm is not None else Oordeel.GEEN_NORM


@dataclass(frozen=True)
class Aandeel:
    """How many of the ways that reached a step were too late.

    `ontbreekt` counts what cannot be judged because a stamp is missing, `nog_niet` what has not come that far.
    """

    aantal: int
    te_laat: int
    ontbreekt: int
    nog_niet: int

    @property
    def procent(self) -> Decimal | None:
        """Give the share that was too late of what can be judged, in one decimal; none when nothing can."""
        if not self.aantal:
            return None
        return (Decimal(100 * self.te_laat) / self.aantal).quantize(Decimal("0.1"), ROUND_HALF_UP)


def te_laat_aandeel(
    wegen: Iterable[Doorloop], *, stap: Stap = Stap.START, vanaf: date | None = None, tot: date | None = None
) -> Aandeel:
    """Count the ways that reached the step from a day till a day (exclusive), and how many of them too late."""
    stempels = [stempel for weg in wegen if (stempel := weg.stempel(stap))]
    bereikt = Counter(stempel.oordeel for stempel in stempels if stempel.op and _in_periode(stempel.op, vanaf, tot))
    zonder = Counter(stempel.oordeel for stempel in stempels if stempel.op is None)
    te_laat = bereikt[Oordeel.TE_LAAT]
    return Aandeel(
        aantal=te_laat + bereikt[Oordeel.OP_TIJD],
        te_laat=te_laat,
        ontbreekt=bereikt[Oordeel.GEEN_NORM] + zonder[Oordeel.ONTBREEKT],
        nog_niet=zonder[Oordeel.LOOPT] + zonder[Oordeel.TE_LAAT],
    )


def _in_periode(dag: date, vanaf: date | None, tot: date | None) -> bool:
    return (vanaf is None or dag >= vanaf) and (tot is None or dag < tot)
