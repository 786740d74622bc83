"""Any two versions of a plan side by side: each part with the old words and the new ones, and which of them differ.

A goal is followed through every version by the goal it was copied from, never by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from django.utils.translation import gettext as _

from eenplan.core.opmaak import datum_kort
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import Analyse, Doel, Inzet, Ondersteuningsplan
from eenplan.plannen.verschil import Soort

_WOORD: Final = re.compile(r"\s+|\S+")
TE_LANG: Final = 4_000  # pieces; of longer texts every word is shown as changed


@dataclass(frozen=True)
class Stukje:
    """Words of one version, and whether the other version lacks them."""

    tekst: str
    is_anders: bool = False


@dataclass(frozen=True)
class Regel:
    """One fact in both versions."""

    kop: str
    oud: tuple[Stukje, ...]
    nieuw: tuple[Stukje, ...]
    is_anders: bool


@dataclass(frozen=True)
class Blok:
    """One part of the plan in both versions; without `soort` nothing changed."""

    titel: str
    soort: Soort | None
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Stammen:
    """The first goal of each row of copies, and which of those rows this worker may not see in one of two versions."""

    eerste: Mapping[int, int] = field(default_factory=dict)
    verborgen: frozenset[int] = frozenset()

    def van(self, doel: Doel) -> int:
        """Give the goal with which this goal began."""
        return self.eerste.get(doel.pk, doel.pk)


def vergelijk(oud: Ondersteuningsplan, nieuw: Ondersteuningsplan, stammen: Stammen) -> list[Blok]:
    """Give every part of both versions in the order of the page. Both come with their parts."""
    return [*_perspectief(oud, nieuw), *_analyses(oud, nieuw), *_doelen(oud, nieuw, stammen)]


def regel(kop: str, was: str, is_nu: str) -> Regel:
    """Mark, word by word, what one version says and the other does not."""
    was, is_nu = was.strip(), is_nu.strip()
    if was == is_nu:
        return Regel(kop, _heel(was), _heel(is_nu), is_anders=False)
    toen, nu = _WOORD.findall(was), _WOORD.findall(is_nu)
    if len(toen) + len(nu) > TE_LANG:
        return Regel(kop, _heel(was, is_anders=True), _heel(is_nu, is_anders=True), is_anders=True)
    stappen = SequenceMatcher(None, toen, nu, autojunk=False).get_opcodes()
    links = ((toen[a:b], soort != "equal") for soort, a, b, _c, _d in stappen)
    rechts = ((nu[c:d], soort != "equal") for soort, _a, _b, c, d in stappen)
    return Regel(kop, _samen(links), _samen(rechts), is_anders=True)


def _heel(tekst: str, *, is_anders: bool = False) -> tuple[Stukje, ...]:
    return (Stukje(tekst, is_anders),) if tekst else ()


def _samen(delen: Iterator[tuple[list[str], bool]]) -> tuple[Stukje, ...]:
    return tuple(Stukje("".join(woorden), anders) for woorden, anders in delen if woorden)


def _blok(titel: str, regels: list[Regel], *, was_er: bool, is_er: bool) -> Blok:
    """Say of a part whether it is new, gone, changed or the same; a fact that is empty in both is left out."""
    gevuld = tuple(rij for rij in regels if rij.oud or rij.nieuw)
    anders = Soort.GEWIJZIGD if any(rij.is_anders for rij in gevuld) else None
    return Blok(titel, Soort.NIEUW if not was_er else Soort.VERVALLEN if not is_er else anders, gevuld)


def _perspectief(oud: Ondersteuningsplan, nieuw: Ondersteuningsplan) -> Iterator[Blok]:
    woorden = regel(_("In hun eigen woorden"), oud.perspectief, nieuw.perspectief)
    if woorden.oud or woorden.nieuw:
        yield _blok(
            _("Waar het huishouden naartoe wil"), [woorden], was_er=bool(woorden.oud), is_er=bool(woorden.nieuw)
        )


def _analyses(oud: Ondersteuningsplan, nieuw: Ondersteuningsplan) -> Iterator[Blok]:
    toen, nu = ({rij.leefgebied: rij for rij in plan.analyses.all()} for plan in (oud, nieuw))
    for gebied in inrichting().leefgebieden:
        was, is_nu = _woorden(toen.get(gebied.code)), _woorden(nu.get(gebied.code))
        if any(was) or any(is_nu):
            koppen = (_("Wat speelt er"), _("Wat gaat goed"))
            regels = [regel(*paar) for paar in zip(koppen, was, is_nu, strict=True)]
            yield _blok(gebied.naam, regels, was_er=any(was), is_er=any(is_nu))


def _woorden(rij: Analyse | None) -> tuple[str, str]:
    return (rij.situatie.strip(), rij.kracht.strip()) if rij else ("", "")


def _doelen(oud: Ondersteuningsplan, nieuw: Ondersteuningsplan, stammen: Stammen) -> Iterator[Blok]:
    """Pair the goals of both versions; what this worker may not see in one of them is shown in neither."""
    toen = {stammen.van(doel): doel for doel in oud.doelen.all()}
    nu = {stammen.van(doel): doel for doel in nieuw.doelen.all()}
    for stam in [*nu, *(stam for stam in toen if stam not in nu)]:
        if stam not in stammen.verborgen:
            yield _doel(toen.get(stam), nu.get(stam))


def _doel(was: Doel | None, is_nu: Doel | None) -> Blok:
    links, rechts = _feiten(was), _feiten(is_nu)
    regels = [regel(kop, links.get(kop, ""), rechts.get(kop, "")) for kop in (rechts or links)]
    woorden = next(doel.eigen_woorden for doel in (is_nu, was) if doel)
    titel = _("Doel: {woorden}").format(woorden=woorden)
    return _blok(titel, regels, was_er=was is not None, is_er=is_nu is not None)


def _feiten(doel: Doel | None) -> dict[str, str]:
    """Give what a goal says, each fact with its name; lists have a line for each."""
    if doel is None:
        return {}
    acties = (f"{rij.wie}: {rij.wat} {datum_kort(rij.uiterlijk)}".strip() for rij in doel.acties.all())
    overgeslagen = (f"{inrichting().trede_naam(rij.trede)}: {rij.reden}" for rij in doel.overgeslagen.all())
    return {
        _("In de woorden van de inwoner"): doel.eigen_woorden,
        _("Gelukt als"): doel.resultaat,
        _("Dit doel is van"): doel.eigenaar,
        _("Gaat over"): doel.persoon.naam if doel.persoon else _("het hele huishouden"),
        _("Leefgebied"): inrichting().leefgebied_naam(doel.leefgebied),
        _("Streefdatum"): datum_kort(doel.streefdatum),
        _("Samen terugkijken op"): datum_kort(doel.evaluatie_op),
        _("Wie doet wat"): "\n".join(acties),
        _("Wat we inzetten"): "\n".join(map(_hulp, doel.inzetten.all())),
        _("Waarom niet lichter"): "\n".join(sorted(overgeslagen)),
    }


def _hulp(inzet: Inzet) -> str:
    """Say in one line what is put in, how much and how long."""
    aantal = f"{inzet.aantal.normalize():f}".replace(".", ",") if inzet.aantal is not None else ""
    eenheid = inzet.voorziening.eenheid if inzet.voorziening and aantal else ""
    hoeveel = " ".join(filter(None, (aantal, eenheid, inzet.get_frequentie_display() if aantal else "")))
    vanaf = _("vanaf {dag}").format(dag=datum_kort(inzet.vanaf)) if inzet.vanaf else ""
    tot = _("tot en met {dag}").format(dag=datum_kort(inzet.tot_en_met)) if inzet.tot_en_met else ""
    trede = inrichting().trede_naam(inzet.trede)
    return f"{trede}: " + ", ".join(filter(None, (inzet.omschrijving, hoeveel, f"{vanaf} {tot}".strip())))
