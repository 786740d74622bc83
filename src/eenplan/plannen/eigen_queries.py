"""Every read of plans that residents made themselves, under their label."""

from __future__ import annotations

import re

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.plannen.models import EigenPlan, EigenPlanaanbod
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker) -> QuerySet[EigenPlan]:
    """Give the own plans in the worker's scope."""
    rijen = EigenPlan.objects.select_related("dossier__huishouden__team", "persoon", "document", "vastgelegd_door")
    rijen = rijen.defer("document__inhoud")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="wet")


def eigen_plannen(dossier_id: int, voor: Medewerker) -> QuerySet[EigenPlan]:
    """Give the own plans of a file that was found before, the latest first."""
    rijen = EigenPlan.objects.select_related("persoon", "document", "vastgelegd_door").defer("document__inhoud")
    rijen = binnen_label(rijen.filter(dossier_id=dossier_id), voor.bereik(Recht.DOSSIER_INZIEN))
    return rijen.order_by("-ingeleverd_op", "-pk")


def hulpaanboden(dossier_id: int, voor: Medewerker) -> QuerySet[EigenPlanaanbod]:
    """Give to whom we offered help with an own plan, the latest first."""
    rijen = EigenPlanaanbod.objects.select_related("persoon", "vastgelegd_door").filter(dossier_id=dossier_id)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN)).order_by("-aangeboden_op", "-pk")


def stukken(eigen: EigenPlan) -> list[str]:
    """Give the words of an own plan passage by passage, as an empty line parts them."""
    return [stuk.strip() for stuk in re.split(r"\n\s*\n", eigen.tekst.replace("\r", "")) if stuk.strip()]
