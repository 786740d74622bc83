"""What a page shows of a series of measurements: the drawings, and the tables that say the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eenplan.metingen import figuren
from eenplan.metingen.figuren import As, Punt
from eenplan.metingen.models import Niveau, Score
from eenplan.metingen.queries import Reeks, scores_van

NIVEAUS_HOOG_NAAR_LAAG = tuple(reversed(Niveau))
MINSTE_ASSEN = 3  # below that a polygon is a line


@dataclass(frozen=True)
class Regel:
    """One life domain in a series: what it was at first, what it is now, and how it went."""

    nummer: int
    naam: str
    begin: Score | None
    laatste: Score | None
    verloop: list[tuple[date, Score | None]]
    punten: list[Punt]

    @property
    def verschil(self) -> str:
        """Say in words how much higher or lower the level is than at the beginning."""
        if self.begin is None or self.laatste is None or None in (self.begin.niveau, self.laatste.niveau):
            return _("niet te vergelijken")
        stappen = (self.laatste.niveau or 0) - (self.begin.niveau or 0)
        if stappen == 0:
            return _("gelijk")
        zin = ngettext("%(n)s stap omhoog", "%(n)s stappen omhoog", stappen)
        if stappen < 0:
            zin = ngettext("%(n)s stap omlaag", "%(n)s stappen omlaag", -stappen)
        return zin % {"n": abs(stappen)}


@dataclass(frozen=True)
class Veelhoek:
    """The polygon of a series: the first measurement against the last."""

    assen: list[As]
    ringen: list[str]
    begin: list[Punt | None]
    laatste: list[Punt | None]
    omtrek_begin: str
    omtrek_laatste: str


@dataclass(frozen=True)
class Beeld:
    """A series as it stands on the page."""

    reeks: Reeks
    regels: list[Regel]
    veelhoek: Veelhoek | None


def beeld_van(reeks: Reeks) -> Beeld:
    """Draw a series. One measurement has a polygon and no trend yet."""
    begin, laatste = scores_van(reeks.begin), scores_van(reeks.laatste)
    regels = []
    for nummer, domein in enumerate(reeks.leefgebiedset.domeinen, 1):
        verloop = reeks.verloop(domein.code)
        punten = figuren.trend([(dag, score.niveau if score else None) for dag, score in verloop])
        regels.append(Regel(nummer, domein.naam, begin.get(domein.code), laatste.get(domein.code), verloop, punten))
    return Beeld(reeks, regels, _veelhoek(reeks))


def _veelhoek(reeks: Reeks) -> Veelhoek | None:
    aantal = len(reeks.leefgebiedset.domeinen)
    if aantal < MINSTE_ASSEN:
        return None
    begin = figuren.veelhoek(reeks.niveaus(reeks.begin))
    laatste = figuren.veelhoek(reeks.niveaus(reeks.laatste))
    return Veelhoek(
        assen=figuren.assen(aantal),
        ringen=[figuren.ring(aantal, niveau) for niveau in Niveau.values],
        begin=begin,
        laatste=laatste,
        omtrek_begin=figuren.omtrek(begin),
        omtrek_laatste=figuren.omtrek(laatste),
    )
