"""Reads of areas, teams and workers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from eenplan.access.rechten import Recht, rollen_met
from eenplan.access.toegang import beperk
from eenplan.teams.models import Gebied, Medewerker, Postcodegebied, Rolvervulling, Team, Werkgebied


@dataclass(frozen=True)
class Ligging:
    """In which buurt an address lies and which team serves it."""

    buurt: Gebied
    team: Team


def ligging(postcode: str, dag: date) -> Ligging | None:
    """Give buurt and team of a postcode on a day, or none when the postcode is not of this municipality (A3)."""
    gebied = Postcodegebied.objects.select_related("buurt__binnen__binnen").filter(postcode=postcode).first()
    if gebied is None:
        return None
    kringen = _kringen(gebied.buurt)
    lopend = Werkgebied.objects.select_related("team").filter(
        Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag, gebied__in=kringen
    )
    per_gebied = {werkgebied.gebied_id: werkgebied.team for werkgebied in lopend}
    team = next((per_gebied[plek.pk] for plek in kringen if plek.pk in per_gebied), None)
    return Ligging(gebied.buurt, team) if team else None


def _kringen(buurt: Gebied) -> list[Gebied]:
    """Give the buurt and what it lies in, smallest first: the smallest area with a team decides."""
    kringen: list[Gebied] = []
    plek: Gebied | None = buurt
    while plek is not None:
        kringen.append(plek)
        plek = plek.binnen
    return kringen


def team_met_naam(naam: str) -> Team | None:
    """Give the team with this name, or none."""
    return Team.objects.filter(naam=naam).first()


def teamgenoten(team_id: int, recht: Recht, dag: date) -> QuerySet[Medewerker]:
    """Give the workers who hold a right for this team on a day, by name."""
    vervulling = Rolvervulling.objects.in_dienst_op(dag).filter(team_id=team_id, rol__in=rollen_met(recht))
    return Medewerker.objects.filter(pk__in=vervulling.values("medewerker")).order_by("naam")


def medewerker_met_naam(gebruikersnaam: str) -> Medewerker | None:
    """Give the active worker who signs in with this name, or none."""
    return Medewerker.objects.filter(gebruikersnaam=gebruikersnaam, is_active=True).first()


def actieve_medewerker(pk: int) -> Medewerker | None:
    """Give the active worker with this number, or none."""
    return Medewerker.objects.filter(pk=pk, is_active=True).first()


def medewerkers_met_naam(gebruikersnamen: Iterable[str]) -> QuerySet[Medewerker]:
    """Give the active workers who sign in with these names."""
    return Medewerker.objects.filter(gebruikersnaam__in=list(gebruikersnamen), is_active=True)


def teams_van(medewerker: Medewerker, recht: Recht) -> QuerySet[Team]:
    """Give the teams for which the worker holds the right, by name."""
    return beperk(Team.objects.order_by("naam"), medewerker.bereik(recht), "pk")


def collegas_van(
    medewerker: Medewerker, team_id: int | None, recht: Recht, dag: date, *, eerst: int | None = None
) -> list[Medewerker]:
    """Give who may be asked: one worker first, then the team's, then whoever holds the right for the whole town."""
    vervulling = Rolvervulling.objects.in_dienst_op(dag).filter(rol__in=rollen_met(recht))
    hier = vervulling.filter(Q(team__isnull=True) | Q(team_id=team_id)).values("medewerker")
    wie = Medewerker.objects.filter(Q(pk__in=hier) | Q(pk=medewerker.pk) | Q(pk=eerst), is_active=True)
    in_team = set(vervulling.filter(team_id=team_id).values_list("medewerker", flat=True)) if team_id else set()
    return sorted(wie, key=lambda iemand: (iemand.pk != eerst, iemand.pk not in in_team, iemand.naam))


def medewerkers() -> QuerySet[Medewerker]:
    """Give every active worker, by name."""
    return Medewerker.objects.filter(is_active=True).order_by("naam", "pk")
