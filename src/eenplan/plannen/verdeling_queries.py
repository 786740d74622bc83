"""Which solutions were chosen on which rung, counted over adopted plans (C2)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.core.klok import AMSTERDAM
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Trede
from eenplan.plannen.models import Inzet
from eenplan.plannen.queries import inzetten
from eenplan.teams.models import Medewerker

TEAM = "doel__plan__dossier__huishouden__team"
VASTGESTELD = "doel__plan__vaststelling__op"


def _in_periode(rijen: QuerySet[Inzet], vanaf: date, tot_en_met: date) -> QuerySet[Inzet]:
    """Keep what was chosen in plans adopted in the period; what was copied from the version before is no new choice."""
    begin = datetime.combine(vanaf, time(), AMSTERDAM)
    einde = datetime.combine(tot_en_met + timedelta(days=1), time(), AMSTERDAM)
    return rijen.filter(**{f"{VASTGESTELD}__gte": begin, f"{VASTGESTELD}__lt": einde}, oorsprong__isnull=True)


def per_team_en_trede(medewerker: Medewerker, vanaf: date, tot_en_met: date) -> Mapping[int, Counter[str]]:
    """Count per team and rung what was chosen, of every team this worker may see numbers of: one question."""
    rijen = beperk(Inzet.objects.all(), medewerker.bereik(Recht.CIJFERS_INZIEN), TEAM)
    geteld: dict[int, Counter[str]] = defaultdict(Counter)
    gekozen = _in_periode(rijen, vanaf, tot_en_met).order_by().values_list(TEAM, "trede").annotate(n=Count("pk"))
    for team_id, trede, aantal in gekozen:
        geteld[team_id][trede] = aantal
    return geteld


def treden(geteld: Mapping[int, Counter[str]]) -> list[Trede]:
    """Give the rungs in the municipality's order; one that was dropped since comes last under its code."""
    ladder = list(inrichting().treden)
    bekend = {trede.code for trede in ladder}
    oud = sorted({code for telling in geteld.values() for code in telling} - bekend)
    return [*ladder, *(Trede(code, code) for code in oud)]


def keuzes(medewerker: Medewerker, team_id: int, trede: str, vanaf: date, tot_en_met: date) -> QuerySet[Inzet]:
    """Give the rows behind one figure, within the plans and labels that this worker may see, latest first."""
    rijen = inzetten(medewerker).select_related("doel__plan__dossier__huishouden", "doel__plan__vaststelling")
    rijen = _in_periode(rijen.filter(**{TEAM: team_id}, trede=trede), vanaf, tot_en_met)
    return rijen.order_by(f"-{VASTGESTELD}", "-pk")
