"""The household has its plan: kept with who, when and how, or why somebody did not want it (C5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.klok import AMSTERDAM
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.werktaken import rond_af
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Ontvangstwijze, Planontvangst, Vaststelling
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Ontvangst:
    """Who has the plan since which day and how; without wanting it, why."""

    persoon: Persoon
    hoe: str
    op: date
    reden: str = ""


@transaction.atomic
def leg_ontvangst_vast(
    vaststelling: Vaststelling, ontvangst: Ontvangst, *, by: Medewerker, at: datetime
) -> Planontvangst:
    """Keep that a member of the household has the adopted plan; the coordinator is no longer reminded of it.

    Raises NietMogelijk for a day before the adoption or to come, for no reason where one is asked, and for the second
    confirmation of the same person.
    """
    require(by, Recht.PLAN_SCHRIJVEN, vaststelling.plan)
    if not vaststelling.op.astimezone(AMSTERDAM).date() <= ontvangst.op <= at.date():
        raise NietMogelijk(_("Kies een dag tussen de vaststelling van het plan en vandaag."))
    if ontvangst.hoe == Ontvangstwijze.NIET_GEWENST and not ontvangst.reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het plan op papier niet gewenst is."))
    Vaststelling.objects.select_for_update().get(pk=vaststelling.pk)
    if vaststelling.ontvangsten.filter(persoon=ontvangst.persoon).exists():
        raise IntussenGewijzigd(_("Van deze inwoner staat de ontvangst er al."))
    gemaakt = Planontvangst.objects.create(
        vaststelling=vaststelling, **vars(ontvangst), vastgelegd_door=by, vastgelegd_op=at
    )
    rond_af(vaststelling, by=by, at=at)
    hoe = vastgelegd(Ontvangstwijze(ontvangst.hoe).label)
    record(Sleutel.PLAN_ONTVANGEN, gemaakt, by=by, at=at, toelichting=f"{ontvangst.persoon.roepnaam}: {hoe}")
    return gemaakt
