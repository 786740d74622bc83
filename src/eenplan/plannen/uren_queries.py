"""Every read of the team's own hours, under the label of the case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Casus
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import KWARTIEREN_PER_UUR, Urenoverschrijding, Urenregel, uren
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker) -> QuerySet[Urenregel]:
    """Give the lines of hours in the worker's scope, with case and household."""
    rijen = Urenregel.objects.select_related("dossier__huishouden__team", "casus__persoon", "medewerker")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="casus__wet")


@dataclass(frozen=True)
class Casusmaand:
    """A case in a calendar month: its lines, the sum, and why it went above the maximum."""

    casus: Casus
    regels: tuple[Urenregel, ...]
    overschrijding: Urenoverschrijding | None

    @property
    def aantal_uren(self) -> Decimal:
        return uren(sum(regel.kwartieren for regel in self.regels))

    @property
    def is_boven(self) -> bool:
        return self.aantal_uren > inrichting().eigen_inzet_uren


def in_maand(dossier_id: int, maand: date, voor: Medewerker) -> list[Casusmaand]:
    """Give the open cases of a file, and those with hours in this month, each with its lines: three questions."""
    regels = _van_maand(maand, voor).filter(dossier_id=dossier_id)
    per_casus: dict[int, list[Urenregel]] = {}
    for regel in regels:
        per_casus.setdefault(regel.casus_id, []).append(regel)
    waarom = _redenen(Q(casus__dossier_id=dossier_id), maand)
    casussen = dossiers.casussen_van(dossier_id, voor).filter(Q(gesloten_op__isnull=True) | Q(pk__in=list(per_casus)))
    return [
        Casusmaand(casus, tuple(per_casus.get(casus.pk, ())), waarom.get(casus.pk))
        for casus in casussen.order_by("gestart_op", "pk")
    ]


def _van_maand(maand: date, voor: Medewerker) -> QuerySet[Urenregel]:
    rijen = visible_to(voor).filter(dag__year=maand.year, dag__month=maand.month)
    return rijen.order_by("-dag", "-pk")


def _redenen(waar: Q, maand: date) -> dict[int, Urenoverschrijding]:
    rijen = Urenoverschrijding.objects.select_related("door").filter(waar, maand=maand)
    return {rij.casus_id: rij for rij in rijen}


@dataclass(frozen=True)
class Boven:
    """A case above the maximum in a month, for the list of the team."""

    casus: Casus
    aantal_uren: Decimal
    wie: tuple[str, ...]
    reden: Urenoverschrijding | None


def boven_maximum(medewerker: Medewerker, maand: date) -> list[Boven]:
    """Give the cases in scope that took more own hours in this month than the guard allows, the most first."""
    maximum = inrichting().eigen_inzet_uren * KWARTIEREN_PER_UUR
    rijen = _van_maand(maand, medewerker).order_by().values("casus").annotate(som=Sum("kwartieren"))
    sommen = dict(rijen.filter(som__gt=maximum).values_list("casus", "som"))
    casussen = Casus.objects.select_related("dossier__huishouden", "persoon").in_bulk(sommen)
    waarom, wie = _redenen(Q(casus__in=sommen), maand), _wie(sommen, maand)
    return [
        Boven(casussen[pk], uren(som), wie.get(pk, ()), waarom.get(pk))
        for pk, som in sorted(sommen.items(), key=lambda paar: (-paar[1], paar[0]))
    ]


def _wie(casussen: Iterable[int], maand: date) -> dict[int, tuple[str, ...]]:
    """Give who wrote the hours of these cases in this month, by name."""
    rijen = Urenregel.objects.filter(casus__in=casussen, dag__year=maand.year, dag__month=maand.month)
    namen: dict[int, tuple[str, ...]] = {}
    for casus_id, naam in rijen.order_by("medewerker__naam").values_list("casus", "medewerker__naam").distinct():
        namen[casus_id] = (*namen.get(casus_id, ()), naam)
    return namen


def overschrijdingen(dossier_id: int, voor: Medewerker) -> QuerySet[Urenoverschrijding]:
    """Give the months in which a case of this file went above the maximum."""
    rijen = Urenoverschrijding.objects.filter(casus__dossier_id=dossier_id)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN), wet="casus__wet", dossier="casus__dossier")
