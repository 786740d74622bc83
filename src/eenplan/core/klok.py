"""The one door to the clock; ruff bans every other.

Views and commands ask the moment here and pass it on as an argument; rules never ask. The door can be shifted by whole
days, for the whole process (EENPLAN_VANDAAG), for a test (reis_naar) or for one request (verschuiving).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_verschuiving: ContextVar[timedelta | None] = ContextVar("verschuiving", default=None)


def nu() -> datetime:
    """Return the present moment in Amsterdam, shifted when someone travels in time."""
    return _at(_shift())


def vandaag() -> date:
    """Return today's date in Amsterdam, shifted when someone travels in time."""
    return nu().date()


def echte_vandaag() -> date:
    """Return the date of the machine itself, which no journey in time changes."""
    return _at(timedelta(0)).date()


def echt_nu() -> datetime:
    """Return the moment of the machine itself, which no journey in time changes: for sessions, codes and brakes."""
    return _at(timedelta(0))


@contextmanager
def verschuiving(days: int) -> Iterator[None]:
    """Let the calendar run so many days ahead (or behind) inside this block: one request, one thread."""
    token = _verschuiving.set(timedelta(days=days))
    try:
        yield
    finally:
        _verschuiving.reset(token)


@contextmanager
def reis_naar(day: date) -> Iterator[None]:
    """Make it this day inside the block; the time of day keeps running."""
    with verschuiving((day - echte_vandaag()).days):
        yield


def _shift() -> timedelta:
    own = _verschuiving.get()
    return _process_shift() if own is None else own


@cache
def _process_shift() -> timedelta:
    """Return how far EENPLAN_VANDAAG lies from today, measured once so that midnight still passes normally."""
    wanted = os.environ.get("EENPLAN_VANDAAG")
    return date.fromisoformat(wanted) - echte_vandaag() if wanted else timedelta(0)


def _at(shift: timedelta) -> datetime:
    # Shift the local calendar, not the UTC moment: otherwise a journey across the change to summer time near midnight
    # would land on the wrong day.
    local = datetime.now(AMSTERDAM)
    return (local.replace(tzinfo=None) + shift).replace(tzinfo=AMSTERDAM).astimezone(UTC).astimezone(AMSTERDAM)
