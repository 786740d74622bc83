"""Every read of plans, each starting from what the worker may see."""

from __future__ import annotations

from django.db.models import QuerySet, Sum

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.plannen.models import Doel, Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.PLAN_INZIEN) -> QuerySet[Ondersteuningsplan]:
    """Give the plans in the worker's scope, with household and drafter."""
    rijen = Ondersteuningsplan.objects.select_related("dossier__huishouden__adres", "opgesteld_door")
    return beperk(rijen, medewerker.bereik(recht), TEAM)


def doelen(medewerker: Medewerker) -> QuerySet[Doel]:
    """Give the goals in the worker's scope, with plan and household."""
    rijen = Doel.objects.select_related("plan__dossier__huishouden", "persoon")
    return beperk(rijen, medewerker.bereik(Recht.PLAN_INZIEN), f"plan__{TEAM}")


def vastgesteld(dossier_id: int) -> Ondersteuningsplan | None:
    """Give the adopted version of a file, or none."""
    return Ondersteuningsplan.objects.filter(dossier_id=dossier_id, status=Planstatus.VASTGESTELD).first()


def te_beoordelen(medewerker: Medewerker) -> QuerySet[Ondersteuningsplan]:
    """Give the plans that wait for this worker's adoption, longest waiting first; own plans excluded."""
    rijen = visible_to(medewerker, Recht.PLAN_VASTSTELLEN).filter(status=Planstatus.AANGEBODEN)
    return rijen.exclude(opgesteld_door=medewerker).order_by("bewaard_op")


def vastgelegd_per_maand(team_id: int) -> int:
    """Give what a team has committed per month in adopted plans, in cents (C3)."""
    rijen = Inzet.objects.filter(
        doel__plan__status=Planstatus.VASTGESTELD, doel__plan__dossier__huishouden__team_id=team_id
    )
    return rijen.aggregate(som=Sum("kosten_per_maand_cent"))["som"] or 0
