"""Every read of evaluations, each starting from what the worker may see.

What takes a `dossier_id` is for a page that found the file through `visible_to` of the files first.
"""

from __future__ import annotations

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.evaluaties.models import GAAT_DOOR, Doelevaluatie, Ervaring, Ervaringsantwoord, Evaluatie
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.plannen.states import IN_BEWERKING, Planstatus
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.PLAN_INZIEN) -> QuerySet[Evaluatie]:
    """Give the evaluations in the worker's scope, each with the goals whose label this worker may see."""
    rijen = Evaluatie.objects.select_related("dossier__huishouden__team", "plan", "door")
    bereik = medewerker.bereik(recht)
    doelen = binnen_label(
        Doelevaluatie.objects.select_related("doel"), bereik, wet="doel__wet", dossier="evaluatie__dossier"
    )
    rijen = rijen.prefetch_related("aanwezig", Prefetch("doelen", doelen))
    return beperk(rijen, bereik, TEAM)


def van_dossier(dossier_id: int, voor: Medewerker) -> QuerySet[Evaluatie]:
    """Give every time this household looked back, the last one first."""
    return visible_to(voor).filter(dossier_id=dossier_id).order_by("-dag", "-pk")


def te_evalueren(dossier_id: int, voor: Medewerker) -> QuerySet[Doel]:
    """Give the goals of the adopted plan that go on; `volgende` is the day of the next look at it."""
    laatste = Doelevaluatie.objects.filter(doel=OuterRef("pk")).order_by("-evaluatie__dag", "-pk")
    rijen = Doel.objects.select_related("plan__dossier__huishouden", "persoon").filter(
        plan__dossier_id=dossier_id, plan__status=Planstatus.VASTGESTELD
    )
    rijen = binnen_label(rijen, voor.bereik(Recht.PLAN_INZIEN), dossier="plan__dossier").annotate(
        laatste_vervolg=Subquery(laatste.values("vervolg")[:1]),
        volgende=Coalesce(Subquery(laatste.values("volgende_op")[:1]), "evaluatie_op"),
    )
    return rijen.filter(Q(laatste_vervolg__isnull=True) | Q(laatste_vervolg__in=GAAT_DOOR))


def in_bewerking(dossier_id: int) -> Ondersteuningsplan | None:
    """Give the next version that is being written or waits for adoption, or none."""
    return Ondersteuningsplan.objects.filter(dossier_id=dossier_id, status__in=IN_BEWERKING).first()


def ervaringen(dossier_id: int, voor: Medewerker) -> QuerySet[Ervaring]:
    """Give when residents of a household were asked, with their marks. Their own words are read without a name only."""
    rijen = Ervaring.objects.select_related("persoon", "vastgelegd_door")
    cijfers = Prefetch("antwoorden", Ervaringsantwoord.objects.filter(waarde__isnull=False))
    rijen = beperk(rijen.prefetch_related(cijfers), voor.bereik(Recht.DOSSIER_INZIEN), TEAM)
    return rijen.filter(dossier_id=dossier_id).order_by("-dag", "-pk")
