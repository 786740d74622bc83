"""Numbers per team for whoever may see numbers only: no names, no files, and no group small enough to know somebody by.

Households, cases and trajectories are counted apart (R-01); a missing stamp is missing, never on time (R-05).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.core.opmaak import getal
from eenplan.dossiers.models import Casus, Dossier, Ondersteuningstraject
from eenplan.dossiers.states import Dossierstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teams_van
from eenplan.teams.sessie import medewerker_van
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen.doorlooptijd import Doorloop, Oordeel
from eenplan.toewijzingen.models import Toewijzing
from eenplan.toewijzingen.queries import doorlopen
from eenplan.web.werkregels import VAN_DE_INWONER

KLEINSTE_GROEP: Final = 5
DEEL: Final = "dossier__huishouden__team"
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Teamcijfers:
    """One team in numbers, as they are shown: small groups are words."""

    team: str
    huishoudens: str
    casussen: str
    trajecten: str
    wachtend: str
    te_laat: str
    zonder_stempel: str


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """Show the numbers of the teams in scope, as they stand now."""
    medewerker, nu = medewerker_van(request), klok.nu()
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=nu)
    inhoud = {"rijen": teamcijfers(medewerker, nu), "nu": nu, "kleinste": KLEINSTE_GROEP}
    return pagina(request, "web/cijfers.html", inhoud)


def teamcijfers(medewerker: Medewerker, op: datetime) -> list[Teamcijfers]:
    """Count per team, in a number of questions that does not grow with the teams."""
    dossiers = _binnen(medewerker, Dossier.objects.exclude(status=Dossierstatus.GESLOTEN), "huishouden__team")
    verlopen = Termijn.objects.filter(voltooid_op__isnull=True, einddatum__lt=op.date())
    trajecten = _binnen(medewerker, Ondersteuningstraject.objects.filter(gesloten_op__isnull=True), DEEL)
    geteld = {
        "huishoudens": _per_team(dossiers, "huishouden__team"),
        "casussen": _per_team(_binnen(medewerker, Casus.objects.filter(gesloten_op__isnull=True), DEEL), DEEL),
        "trajecten": _per_team(trajecten, DEEL),
        "wachtend": _per_team(_binnen(medewerker, Toewijzing.objects.filter(levering__isnull=True), DEEL), DEEL),
        "te_laat": _per_team(_binnen(medewerker, verlopen.exclude(regel__in=VAN_DE_INWONER), DEEL), DEEL),
    }
    zonder_stempel = _zonder_stempel(trajecten, op)
    return [
        Teamcijfers(
            team=team.naam,
            zonder_stempel=aandeel(*zonder_stempel.get(team.pk, (0, 0))),
            **{naam: aantal(per_team[team.pk]) for naam, per_team in geteld.items()},
        )
        for team in teams_van(medewerker, Recht.CIJFERS_INZIEN)
    ]


def _binnen(medewerker: Medewerker, rijen: QuerySet[M], pad: str) -> QuerySet[M]:
    return beperk(rijen, medewerker.bereik(Recht.CIJFERS_INZIEN), pad)


def _per_team(rijen: QuerySet[Any], pad: str) -> Counter[int]:  # Any: rows of several kinds
    return Counter(dict(rijen.order_by().values_list(pad).annotate(n=Count("pk"))))


def _zonder_stempel(trajecten: QuerySet[Ondersteuningstraject], op: datetime) -> dict[int, tuple[int, int]]:
    """Give per team how many ways of running trajectories miss a stamp, and of how many."""
    team_van = dict(trajecten.order_by().values_list("dossier_id", DEEL))
    per_team: dict[int, list[Doorloop]] = {}
    for dossier_id, wegen in doorlopen(team_van, op=op.date()).items():
        per_team.setdefault(team_van[dossier_id], []).extend(wegen)
    return {team_id: (_met_gat(wegen), len(wegen)) for team_id, wegen in per_team.items()}


def _met_gat(wegen: Iterable[Doorloop]) -> int:
    return sum(any(stempel.oordeel is Oordeel.ONTBREEKT for stempel in weg.stappen) for weg in wegen)


def aantal(n: int) -> str:
    """Give a number as it may be shown: of fewer than five somebody could be recognised."""
    return getal(n) if n >= KLEINSTE_GROEP else _("minder dan {n}").format(n=KLEINSTE_GROEP)


def aandeel(deel: int, geheel: int) -> str:
    """Give a share in whole percents; none of a small group, and none that would give a small group away."""
    if geheel < KLEINSTE_GROEP or not KLEINSTE_GROEP <= deel <= geheel - KLEINSTE_GROEP:
        return _("niet te zeggen: minder dan {n}").format(n=KLEINSTE_GROEP)
    return _("{procent} %").format(procent=getal(round(100 * deel / geheel)))
