"""Which days and hours an office works, counted from the day on which the town is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from eenplan.core.klok import AMSTERDAM
from eenplan.wetgeving.feestdagen import is_werkdag

HISTORIE_DAGEN = 730


@cache
def is_kantoordag(dag: date) -> bool:
    """Tell whether an office works; asked a few million times in a large town, so remembered."""
    return is_werkdag(dag)


def werkdag_vanaf(dag: date) -> date:
    """Give this day, or the first working day after it."""
    while not is_kantoordag(dag):
        dag += timedelta(days=1)
    return dag


def werkdag_voor(dag: date) -> date:
    """Give the last working day before this day."""
    dag -= timedelta(days=1)
    while not is_kantoordag(dag):
        dag -= timedelta(days=1)
    return dag


def werkdagen_verder(dag: date, aantal: int) -> date:
    """Give the working day so many working days later, or earlier when negative."""
    stap = timedelta(days=1 if aantal > 0 else -1)
    while aantal:
        dag += stap
        if is_kantoordag(dag):
            aantal -= stap.days
    return dag


def om(dag: date, uur: int, minuut: int = 0) -> datetime:
    """Give a moment of the day in Amsterdam."""
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


def kantooruur(dag: date, rng: Random) -> datetime:
    """Give a moment in office hours on the first working day from this day on."""
    return om(werkdag_vanaf(dag), rng.randrange(9, 17), rng.randrange(0, 60, 5))


@dataclass(frozen=True)
class Kalender:
    """The day on which the town is made, and what counts as past. Nothing was recorded on the day itself."""

    vandaag: date

    @property
    def begin(self) -> date:
        """Give the first day of the history."""
        return self.vandaag - timedelta(days=HISTORIE_DAGEN)

    @property
    def gisteren(self) -> date:
        """Give the last working day before today."""
        return werkdag_voor(self.vandaag)

    @property
    def grens(self) -> datetime:
        """Give the moment after which nothing has been recorded yet."""
        return om(self.gisteren, 17)

    def geleden(self, werkdagen: int) -> date:
        """Give the working day so many working days before today."""
        return werkdagen_verder(self.vandaag, -werkdagen)

    def over(self, werkdagen: int) -> date:
        """Give the working day so many working days after today."""
        return werkdagen_verder(self.vandaag, werkdagen)

    def afspraakdag(self) -> date:
        """Give today, or the next working day when offices are closed today."""
        return werkdag_vanaf(self.vandaag)
