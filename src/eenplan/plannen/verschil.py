"""What changed between two versions of a plan, in words, for whoever adopts the new one.

Goals and help are compared with the row they were copied from, never by their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from eenplan.core.opmaak import bedrag, datum_kort
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.ladder import alle_inzet, plankosten
from eenplan.plannen.models import Analyse, Doel, Inzet, Ondersteuningsplan


class Soort(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class Verschil:
    """One thing that differs: what it is, and for a change each detail as it was and as it is."""

    soort: Soort
    wat: str
    details: tuple[tuple[str, str, str], ...] = ()


def verschillen(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> list[Verschil]:
    """Give everything that differs, in the order of the page. Both plans come with their parts."""
    return [*_perspectief(nieuw, oud), *_analyses(nieuw, oud), *_doelen(nieuw, oud), *_hulp(nieuw, oud)]


def kostenverschil(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> int:
    """Give how much more (or less, below zero) the new version costs in a month, in cents."""
    return plankosten(nieuw) - plankosten(oud)


def _perspectief(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> Iterator[Verschil]:
    if nieuw.perspectief.strip() != oud.perspectief.strip():
        detail = ("", oud.perspectief, nieuw.perspectief)
        yield Verschil(Soort.GEWIJZIGD, _("Waar het huishouden naartoe wil"), (detail,))


def _analyses(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> Iterator[Verschil]:
    nu, toen = _per_gebied(nieuw), _per_gebied(oud)
    for gebied in inrichting().leefgebieden:
        a, b = nu.get(gebied.code), toen.get(gebied.code)
        if a and not b:
            yield Verschil(Soort.NIEUW, gebied.naam, ((_("Wat speelt er"), "", a.situatie),))
        elif b and not a:
            yield Verschil(Soort.VERVALLEN, gebied.naam)
        elif a and b and (a.situatie, a.kracht) != (b.situatie, b.kracht):
            paren = [(_("Wat speelt er"), b.situatie, a.situatie), (_("Wat gaat goed"), b.kracht, a.kracht)]
            yield Verschil(Soort.GEWIJZIGD, gebied.naam, _anders(paren))


def _per_gebied(plan: Ondersteuningsplan) -> dict[str, Analyse]:
    return {rij.leefgebied: rij for rij in plan.analyses.all() if rij.situatie.strip() or rij.kracht.strip()}


def _doelen(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> Iterator[Verschil]:
    toen = {doel.pk: doel for doel in oud.doelen.all()}
    for doel in nieuw.doelen.all():
        vorige = toen.pop(doel.vorige_id or 0, None)
        if vorige is None:
            yield Verschil(Soort.NIEUW, _doelnaam(doel))
        elif details := _anders(zip(_koppen(), _feiten(vorige), _feiten(doel), strict=True)):
            yield Verschil(Soort.GEWIJZIGD, _doelnaam(doel), details)
    yield from (Verschil(Soort.VERVALLEN, _doelnaam(doel)) for doel in toen.values())


def _doelnaam(doel: Doel) -> str:
    return _("Doel: {woorden}").format(woorden=doel.eigen_woorden)


def _koppen() -> list[str]:
    return [_("Doel"), _("Resultaat"), _("Van wie"), _("Streefdatum"), _("Samen terugkijken op"), _("Wie doet wat")]


def _feiten(doel: Doel) -> list[str]:
    acties = "; ".join(f"{actie.wie}: {actie.wat}" for actie in doel.acties.all())
    datums = [datum_kort(doel.streefdatum), datum_kort(doel.evaluatie_op)]
    return [doel.eigen_woorden, doel.resultaat, doel.eigenaar, *datums, acties]


def _hulp(nieuw: Ondersteuningsplan, oud: Ondersteuningsplan) -> Iterator[Verschil]:
    """Compare the help; what was copied and left alone is the same row, and a change is a new row."""
    gebleven = {inzet.vorige_id for inzet in alle_inzet(nieuw)}
    for inzet in alle_inzet(nieuw):
        if inzet.vorige_id is None:
            yield Verschil(Soort.NIEUW, _hulpnaam(inzet))
    for inzet in alle_inzet(oud):
        if inzet.pk not in gebleven:
            yield Verschil(Soort.VERVALLEN, _hulpnaam(inzet))


def _hulpnaam(inzet: Inzet) -> str:
    prijs = inzet.kosten_per_maand_cent
    kosten = _(", {bedrag} per maand").format(bedrag=bedrag(prijs)) if prijs else ""
    return _("{trede}: {hulp}{kosten}").format(
        trede=inrichting().trede_naam(inzet.trede), hulp=inzet.omschrijving, kosten=kosten
    )


def _anders(paren: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple((kop, toen, nu) for kop, toen, nu in paren if toen != nu)
