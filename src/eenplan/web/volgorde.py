"""What must happen first: one order for all work. Pure arithmetic over moments, without clock or database.

Late goes before today, today by the clock. Among what is late, law goes before promise, promise before own work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, IntEnum

from django.utils.functional import Promise

from eenplan.access.rechten import Recht
from eenplan.core.klok import AMSTERDAM
from eenplan.termijnen.beeld import Termijnbeeld

Tekst = str | Promise


class Gewicht(IntEnum):
    """How heavy a broken date weighs; the lowest goes first."""

    WET = 1
    BELOFTE = 2
    AFSPRAAK = 3
    WERK = 4


class Band(IntEnum):
    """How near the moment is."""

    TE_LAAT = 1
    VANDAAG = 2
    DEZE_WEEK = 3
    LATER = 4
    ZONDER_DATUM = 5


class Vak(Enum):
    """On which pile a line lies."""

    TE_DOEN = "te doen"
    WACHT = "wacht op anderen"
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd door anderen"
    CONTACT = "al gedaan"


@dataclass(frozen=True)
class Werk:
    """One line of work: what, for whom, by when, why, and one thing to do.

    `uiterlijk` is a day (through its end) or a moment. `is_eerst` lifts a line without a date before those of this
    week. With `formulier` the act is done from here, by sending these fields; without it the act is a link. `recht` is
    what the act asks for when its page is open to others too.
    """

    wat: Tekst
    wie: str
    adres: str
    gewicht: Gewicht = Gewicht.WERK
    vak: Vak = Vak.TE_DOEN
    uiterlijk: date | datetime | None = None
    is_eerst: bool = False
    waarom: Tekst = ""
    actie: Tekst = ""
    actie_adres: str = ""
    recht: Recht | None = None
    formulier: tuple[tuple[str, str], ...] | None = None
    bijlage: tuple[Tekst, str] | None = None
    termijn: Termijnbeeld | None = None
    nummer: int = 0

    @property
    def actie_voluit(self) -> str:
        """Name the act with what it is about, for who hears the button without the line around it."""
        return f"{self.actie}: {self.wat}" + (f", {self.wie}" if self.wie else "")

    @property
    def heeft_tijd(self) -> bool:
        """Tell whether a time of day was promised, not only a day."""
        return isinstance(self.uiterlijk, datetime)

    @property
    def moment(self) -> datetime:
        """Give the last moment on which this is in time; far away without a date."""
        if isinstance(self.uiterlijk, datetime):
            return self.uiterlijk
        return datetime.combine(self.uiterlijk or date.max, time.max, tzinfo=AMSTERDAM)

    @property
    def dag(self) -> date | None:
        """Give the day in Amsterdam on which this must have happened."""
        if isinstance(self.uiterlijk, datetime):
            return self.uiterlijk.astimezone(AMSTERDAM).date()
        return self.uiterlijk


def band(werk: Werk, op: datetime) -> Band:
    """Say how near the moment of this line is, seen from `op`; the week ends on Sunday."""
    if werk.dag is None:
        return Band.ZONDER_DATUM
    if werk.moment < op:
        return Band.TE_LAAT
    vandaag = op.astimezone(AMSTERDAM).date()
    if werk.dag == vandaag:
        return Band.VANDAAG
    return Band.DEZE_WEEK if werk.dag <= einde_week(vandaag) else Band.LATER


def einde_week(dag: date) -> date:
    """Give the Sunday that ends the week; from Friday on the next one, so that Monday is no surprise."""
    zondag = dag + timedelta(days=6 - dag.weekday())
    return zondag if dag.weekday() < 4 else zondag + timedelta(days=7)


def op_volgorde(werk: Iterable[Werk], op: datetime) -> list[Werk]:
    """Put the lines in the order in which they must happen; the same lines always give the same order."""
    return sorted(werk, key=lambda regel: _sleutel(regel, op))


def _sleutel(werk: Werk, op: datetime) -> tuple[int, int, datetime, int, str, int]:
    plek = band(werk, op)
    # Late is late: there the weight decides before the days do. From today on, the clock decides.
    eerst = werk.gewicht if plek is Band.TE_LAAT else 0
    return (plek, eerst, werk.moment, werk.gewicht, werk.wie, werk.nummer)
