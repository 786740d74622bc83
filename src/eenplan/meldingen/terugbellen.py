"""When a call back is promised: so many hours from now, within office hours of a working day. The clock is given."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from eenplan.core.klok import AMSTERDAM
from eenplan.wetgeving.feestdagen import is_werkdag

OPEN: Final = time(9)
DICHT: Final = time(17)
KWARTIER: Final = 15


def belofte(at: datetime, *, binnen_uren: int) -> datetime:
    """Give the moment before which the worker calls back: the municipality's own norm, on a working day."""
    moment = (at.astimezone(AMSTERDAM) + timedelta(hours=binnen_uren)).replace(tzinfo=None, second=0, microsecond=0)
    moment += timedelta(minutes=-moment.minute % KWARTIER)
    if moment.time() > DICHT:
        moment = datetime.combine(moment.date() + timedelta(days=1), OPEN)
    while not is_werkdag(moment.date()):
        moment = datetime.combine(moment.date() + timedelta(days=1), OPEN)
    return max(moment, datetime.combine(moment.date(), OPEN)).replace(tzinfo=AMSTERDAM)
