"""Aftercare follows when help stops (C8), within the transaction of the act that notes the end."""

from __future__ import annotations

from datetime import datetime

from eenplan.regie.actions import plan_nazorg
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.gestopt import na_stop
from eenplan.toewijzingen.models import Toewijzing


@na_stop
def plan_na_stop(toewijzing: Toewijzing, by: Medewerker, at: datetime) -> None:
    """Plan what the kind of help asks."""
    plan_nazorg(toewijzing, by=by, at=at)
