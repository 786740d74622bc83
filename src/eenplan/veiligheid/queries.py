"""Every read about safety in the file itself: checks, risks and the safety plan. The meldcode is read elsewhere."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.models import OvergeslagenCheck, Risicotaxatie, Veiligheidscheck, Veiligheidsplan

TEAM = "dossier__huishouden__team"


# ---------------------------------------------------------------------------------------------- the check at intake


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Veiligheidscheck]:
    """Give the checks in the worker's scope, the latest first."""
    rijen = Veiligheidscheck.objects.select_related("door").prefetch_related("antwoorden")
    return beperk(rijen, medewerker.bereik(recht), TEAM).order_by("-op", "-pk")


def is_gevraagd(dossier_id: int, sinds: date) -> bool:
    """Tell whether safety was asked after since a day, or somebody wrote down why not."""
    return any(
        soort.objects.filter(dossier=dossier_id, op__gte=sinds).exists()
        for soort in (Veiligheidscheck, OvergeslagenCheck)
    )


def overgeslagen_van(dossier: Dossier) -> QuerySet[OvergeslagenCheck]:
    """Give when the check was left out in this file, and why."""
    return dossier.overgeslagen_checks.select_related("door").order_by("-op", "-pk")


def overgeslagen(medewerker: Medewerker) -> QuerySet[OvergeslagenCheck]:
    """Give every check that was left out in the teams of a manager, the latest first."""
    rijen = OvergeslagenCheck.objects.select_related("dossier__huishouden", "door")
    return beperk(rijen, medewerker.bereik(Recht.TEAM_INZIEN), TEAM).order_by("-op", "-pk")


# ------------------------------------------------------------------------------------------- risk and the safety plan


def risicotaxaties(medewerker: Medewerker) -> QuerySet[Risicotaxatie]:
    """Give the assessments of risk in the worker's scope and under the worker's labels, the latest first."""
    rijen = Risicotaxatie.objects.select_related("dossier__huishouden", "door").order_by("-op", "-pk")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="wet")


def veiligheidsplannen(medewerker: Medewerker) -> QuerySet[Veiligheidsplan]:
    """Give the safety plans in the worker's scope and under the worker's labels, the latest version first."""
    rijen = Veiligheidsplan.objects.select_related("dossier__huishouden", "door").order_by("-versie")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="wet")


def veiligheidsplan_nu(dossier: Dossier, medewerker: Medewerker) -> Veiligheidsplan | None:
    """Give the version that holds now, when this worker may read it."""
    return veiligheidsplannen(medewerker).filter(dossier=dossier, is_vervangen=False).first()


def veiligheidsplan_voor_afdruk(dossier: Dossier, voor: Medewerker | None = None) -> Veiligheidsplan | None:
    """Give the safety plan that may stand in the print of the plan: of now, and not kept from the household.

    With a worker also: only under a label that this worker may see, as the rest of the print.
    """
    rijen = Veiligheidsplan.objects.select_related("door").filter(
        dossier=dossier, is_vervangen=False, reden_verborgen=""
    )
    return (binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN)) if voor else rijen).first()


def te_herzien(dossier_id: int, medewerker: Medewerker) -> QuerySet[Veiligheidsplan]:
    """Give the safety plan that holds now with its review day; for the block on the household's page."""
    return veiligheidsplannen(medewerker).filter(dossier=dossier_id, is_vervangen=False)
