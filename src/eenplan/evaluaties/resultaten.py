"""What residents say of the help, per team: nothing of a group so small that somebody is known by it (G5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Avg, Count, Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.evaluaties.models import Ervaring, Ervaringsantwoord, Wijze
from eenplan.evaluaties.queries import TEAM
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.meetlat import Ervaringsvraag
from eenplan.teams.models import Medewerker, Team
from eenplan.teams.queries import teams_van

PERIODE: Final = timedelta(days=365)


@dataclass(frozen=True)
class Vraagresultaat:
    """How many answered one question, and their average on the scale of 1 to 5; none when there are too few."""

    vraag: Ervaringsvraag
    aantal: int | None
    gemiddelde: float | None


@dataclass(frozen=True)
class Teamresultaat:
    """What residents said of one team in a year. `genoeg` says whether anything may be shown at all."""

    team: Team
    gevraagd: int
    ingevuld: int
    vragen: tuple[Vraagresultaat, ...]
    woorden: tuple[str, ...]
    genoeg: bool


def resultaten(medewerker: Medewerker, dag: date) -> list[Teamresultaat]:
    """Give the teams in scope with their results: four questions, whatever the number of teams and answers."""
    teams = list(teams_van(medewerker, Recht.CIJFERS_INZIEN))
    ervaringen = Ervaring.objects.filter(team__in=teams, dag__gt=dag - PERIODE, dag__lte=dag)
    ingevuld = Count("pk", filter=~Q(wijze=Wijze.WIL_NIET))
    geteld = {
        team_id: (alle, met)
        for team_id, alle, met in ervaringen.order_by().values_list("team").annotate(alle=Count("pk"), met=ingevuld)
    }
    antwoorden = Ervaringsantwoord.objects.filter(ervaring__in=ervaringen).order_by()
    per_vraag = {
        (team_id, vraag): (aantal, gemiddelde)
        for team_id, vraag, aantal, gemiddelde in antwoorden.values_list("ervaring__team", "vraag").annotate(
            Count("pk"), Avg("waarde")
        )
    }
    woorden: dict[int, list[str]] = {}
    for team_id, tekst in antwoorden.exclude(tekst="").order_by("tekst").values_list("ervaring__team", "tekst"):
        woorden.setdefault(team_id, []).append(tekst)
    return [_van_team(team, geteld.get(team.pk, (0, 0)), per_vraag, woorden.get(team.pk, [])) for team in teams]


def _van_team(
    team: Team,
    geteld: tuple[int, int],
    per_vraag: dict[tuple[int, str], tuple[int, float | None]],
    woorden: list[str],
) -> Teamresultaat:
    vanaf = inrichting().ervaringen_vanaf
    vragen = []
    for vraag in inrichting().ervaringsvragen:
        aantal, gemiddelde = per_vraag.get((team.pk, vraag.code), (0, None))
        if not vraag.is_open:
            vragen.append(Vraagresultaat(vraag, *((aantal, gemiddelde) if aantal >= vanaf else (None, None))))
    return Teamresultaat(
        team=team,
        gevraagd=geteld[0],
        ingevuld=geteld[1],
        vragen=tuple(vragen),
        woorden=tuple(woorden) if len(woorden) >= vanaf else (),
        genoeg=geteld[1] >= vanaf,
    )


def rijen_achter(medewerker: Medewerker, team: Team, dag: date) -> QuerySet[Ervaring]:
    """Give who was asked, behind the figures of a team: only the files that this worker may open."""
    rijen = Ervaring.objects.select_related("dossier__huishouden")
    rijen = rijen.filter(team=team, dag__gt=dag - PERIODE, dag__lte=dag)
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM).order_by("-dag", "-pk")
