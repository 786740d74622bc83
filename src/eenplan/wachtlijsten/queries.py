"""Every read of the waiting list, each starting from what the worker may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.wachtlijsten.models import Wachtherziening, Wachtplek

TEAM = "dossier__huishouden__team"
OP_HET_TEAM, BIJ_AANBIEDER = "team", "aanbieder"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Wachtplek]:
    """Give the places on the list in the worker's scope, with everything a line shows."""
    rijen = Wachtplek.objects.select_related(
        "dossier__huishouden__team", "persoon", "voorziening", "aanbieder", "eigenaar"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def van_dossier(dossier_id: int, voor: Medewerker) -> QuerySet[Wachtplek]:
    """Give everything this household waits or waited for, what waits longest first and what ended last."""
    return visible_to(voor).filter(dossier_id=dossier_id).order_by("beeindigd_op", "sinds", "pk")


def wachtend(dossier_id: int, voor: Medewerker) -> QuerySet[Wachtplek]:
    """Give what this household waits for now."""
    return visible_to(voor).filter(dossier_id=dossier_id, beeindigd_op__isnull=True)


def herzieningen(wachtplek: Wachtplek) -> QuerySet[Wachtherziening]:
    """Give every time somebody looked again, the last one first."""
    return wachtplek.herzieningen.select_related("door")


def wachtlijst(medewerker: Medewerker, op: str = "") -> QuerySet[Wachtplek]:
    """Give who waits in the worker's teams, who waits longest first; `op` keeps one thing that is waited for."""
    rijen = visible_to(medewerker, Recht.WACHTLIJST_INZIEN).filter(beeindigd_op__isnull=True)
    if op == OP_HET_TEAM:
        rijen = rijen.filter(voorziening__isnull=True, aanbieder__isnull=True)
    elif op == BIJ_AANBIEDER:
        rijen = rijen.filter(voorziening__isnull=True, aanbieder__isnull=False)
    elif op.isascii() and op.isdigit() and len(op) < 10:
        rijen = rijen.filter(voorziening=int(op))
    return rijen.order_by("sinds", "pk")


@dataclass(frozen=True)
class Groep:
    """How many wait for one thing. `code` is what the address asks for."""

    code: str
    naam: str | Promise
    aantal: int


def groepen(medewerker: Medewerker) -> list[Groep]:
    """Count who waits per provision, most first: one question."""
    rijen = wachtlijst(medewerker).order_by().values_list("voorziening", "voorziening__naam", "aanbieder")
    geteld: dict[str, Groep] = {}
    for voorziening, naam, aanbieder, aantal in rijen.annotate(n=Count("pk")):
        if voorziening:
            code, wat = str(voorziening), naam
        else:
            code, wat = (BIJ_AANBIEDER, _("alleen een aanbieder")) if aanbieder else (OP_HET_TEAM, _("het team zelf"))
        eerder = geteld[code].aantal if code in geteld else 0
        geteld[code] = Groep(code, wat, eerder + aantal)
    return sorted(geteld.values(), key=lambda groep: (-groep.aantal, str(groep.naam)))


def voorzieningen(dossier: Dossier, medewerker: Medewerker) -> list[Voorziening]:
    """Give what may be waited for, under the laws this worker works with in this file."""
    bereik = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN)
    return [rij for rij in Voorziening.objects.order_by("naam") if bereik.ziet(dossier.pk, rij.wet)]


def aanbieders() -> QuerySet[Aanbieder]:
    """Give every provider, by name."""
    return Aanbieder.objects.order_by("naam")
