"""The ladder of a goal on screen: what is on each rung, what may be chosen, what it costs and what the team can spend.

Pure reading and arithmetic over rows that were fetched; choosing itself is an action.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format

from eenplan.aanbod.queries import Keuze as Aanbodkeuze
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Trede
from eenplan.plannen.actions import kosten_per_maand
from eenplan.plannen.models import Doel, Frequentie, Inzet, Ondersteuningsplan, OvergeslagenTrede


@dataclass(frozen=True)
class Sport:
    """One rung for one goal: what is put in, or why it is skipped, or nothing yet."""

    nummer: int
    trede: Trede
    inzetten: tuple[Inzet, ...] = ()
    overgeslagen: OvergeslagenTrede | None = None
    is_nodig: bool = False

    @property
    def is_beantwoord(self) -> bool:
        return bool(self.inzetten) or self.overgeslagen is not None


def ladder(doel: Doel) -> list[Sport]:
    """Give every rung in the municipality's order; help on a rung that was dropped since comes last."""
    inzetten = list(doel.inzetten.all())
    overgeslagen = {rij.trede: rij for rij in doel.overgeslagen.all()}
    bekend = {trede.code for trede in inrichting().treden}
    oud = [Trede(code, code) for code in dict.fromkeys(rij.trede for rij in inzetten) if code not in bekend]
    lichter = {trede.code for inzet in inzetten for trede in inrichting().treden_voor(inzet.trede)}
    return [
        Sport(
            nummer,
            trede,
            tuple(rij for rij in inzetten if rij.trede == trede.code),
            overgeslagen.get(trede.code),
            is_nodig=trede.code in lichter,
        )
        for nummer, trede in enumerate([*inrichting().treden, *oud], 1)
    ]


def eerste_open(sporten: Iterable[Sport]) -> str:
    """Give the lightest rung without an answer, or nothing when each has one."""
    return next((sport.trede.code for sport in sporten if not sport.is_beantwoord), "")


@dataclass(frozen=True)
class Hulpkeuze:
    """One line to choose from, with what it would cost in a month as asked for now."""

    sleutel: str
    aanbod: Aanbodkeuze
    per_maand_cent: int | None
    is_gekozen: bool = False

    @property
    def is_betaald(self) -> bool:
        return self.aanbod.bedrag_cent is not None


def hulpkeuzes(
    aanbod: Iterable[Aanbodkeuze], *, leefgebied: str, aantal: Decimal | None, frequentie: str, gekozen: str
) -> list[Hulpkeuze]:
    """Give the lines of the catalogue for one life domain (or all), each with its monthly cost."""
    return [
        Hulpkeuze(
            sleutel(keuze), keuze, kosten_per_maand(keuze.bedrag_cent, aantal, frequentie), sleutel(keuze) == gekozen
        )
        for keuze in aanbod
        if not leefgebied or keuze.voorziening.leefgebied == leefgebied
    ]


def sleutel(keuze: Aanbodkeuze) -> str:
    """Name a line of the catalogue in a form: by its contract, or by its provision when nobody contracts it."""
    return f"c{keuze.contract.pk}" if keuze.contract else f"v{keuze.voorziening.pk}"


@dataclass(frozen=True)
class Teambudget:
    """What the team may spend in a month, what adopted plans take, and what this plan and this choice add."""

    maand: date
    kader_cent: int
    vastgelegd_cent: int
    plan_cent: int
    keuze_cent: int = 0

    @property
    def maandnaam(self) -> str:
        return date_format(self.maand, "F Y")

    @property
    def over_cent(self) -> int:
        """What remains after this plan and this choice; below zero the frame is exceeded."""
        return self.kader_cent - self.vastgelegd_cent - self.plan_cent - self.keuze_cent


def in_maand(inzet: Inzet, dag: date) -> bool:
    """Tell whether the help runs in the month of this day."""
    maand = (dag.year, dag.month)
    begint = inzet.vanaf is None or (inzet.vanaf.year, inzet.vanaf.month) <= maand
    return begint and (inzet.tot_en_met is None or (inzet.tot_en_met.year, inzet.tot_en_met.month) >= maand)


def alle_inzet(plan: Ondersteuningsplan) -> list[Inzet]:
    """Give all help in the plan, goal by goal."""
    return [inzet for doel in plan.doelen.all() for inzet in doel.inzetten.all()]


def plankosten(plan: Ondersteuningsplan, dag: date | None = None) -> int:
    """Give what the plan costs in a month, in cents: all of its help, or what runs in the month of a day."""
    inzetten = alle_inzet(plan)
    return sum(rij.kosten_per_maand_cent or 0 for rij in inzetten if dag is None or in_maand(rij, dag))


def eenmalige_kosten(plan: Ondersteuningsplan) -> int:
    """Give what the plan costs once, in cents."""
    return sum(
        int(rij.prijs_cent * rij.aantal)
        for rij in alle_inzet(plan)
        if rij.frequentie == Frequentie.EENMALIG and rij.prijs_cent is not None and rij.aantal is not None
    )
