"""Leeftijd op een dag, ook bij 29 februari en bij een onvolledige geboortedatum. De dag is altijd een argument."""

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from eenplan.wetgeving.regels import artikel

MEERDERJARIG: Final = 18
_JEUGDWET: Final = date(2015, 1, 1)
_MEERDERJARIG_VANAF: Final = date(1988, 1, 1)


class LeeftijdFout(ValueError):  # noqa: N818 - a Dutch noun says it
    """Een geboortedatum die niet kan; de boodschap noemt de datum niet."""


@dataclass(frozen=True, slots=True)
class Geboortedatum:
    """Een geboortedatum zoals de BRP die kent: alleen het jaar, jaar en maand, of de hele datum."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        if self.maand is None and self.dag is not None:
            raise LeeftijdFout("Een geboortedatum met een dag heeft ook een maand nodig.")
        try:
            date(self.jaar, self.maand or 1, self.dag or 1)
        except ValueError:
            raise LeeftijdFout("Deze geboortedatum bestaat niet; controleer dag, maand en jaar.") from None

    @classmethod
    def van(cls, dag: date) -> "Geboortedatum":
        return cls(dag.year, dag.month, dag.day)

    @property
    def is_volledig(self) -> bool:
        return self.dag is not None

    @property
    def vroegst_mogelijk(self) -> date:
        return date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def laatst_mogelijk(self) -> date:
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or monthrange(self.jaar, maand)[1])


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """De leeftijd die iemand ten minste heeft; `is_zeker` is onwaar als de geboortedatum ruimte laat."""

    jaren: int
    is_zeker: bool


@artikel("Jeugdwet", "1.1", vanaf=_JEUGDWET)
def verjaardag(geboren: date, *, jaar: int) -> date:
    """De verjaardag in een jaar; wie op 29 februari is geboren, verjaart in een gewoon jaar op 1 maart."""
    if (geboren.month, geboren.day) == (2, 29) and not isleap(jaar):
        return date(jaar, 3, 1)
    return geboren.replace(year=jaar)


@artikel("Jeugdwet", "1.1", vanaf=_JEUGDWET)
def dag_van_leeftijd(geboren: date, *, jaren: int) -> date:
    """De dag waarop iemand deze leeftijd bereikt."""
    return verjaardag(geboren, jaar=geboren.year + jaren)


@artikel("Jeugdwet", "1.1", vanaf=_JEUGDWET)
def leeftijd(geboren: date, *, op: date) -> int:
    """Het aantal volle levensjaren op een dag."""
    if op < geboren:
        raise LeeftijdFout("Deze geboortedatum ligt na de dag waarop de leeftijd wordt bepaald.")
    nog_niet_jarig = op < verjaardag(geboren, jaar=op.year)
    return op.year - geboren.year - nog_niet_jarig


@artikel("Jeugdwet", "1.1", vanaf=_JEUGDWET)
def leeftijd_bij_onvolledige_datum(geboren: Geboortedatum, *, op: date) -> Leeftijd:
    """De leeftijd op zijn laagst, dus gerekend vanaf de laatst mogelijke geboortedag (maar niet na `op`)."""
    hoogste = leeftijd(geboren.vroegst_mogelijk, op=op)
    laagste = leeftijd(min(geboren.laatst_mogelijk, op), op=op)
    return Leeftijd(laagste, is_zeker=laagste == hoogste)


@artikel("BW", "1:233", vanaf=_MEERDERJARIG_VANAF)
def is_minderjarig(geboren: date, *, op: date) -> bool:
    """Wie nog geen achttien is, is minderjarig. (Een meerderjarigverklaring kent deze rekenregel niet.)"""
    return leeftijd(geboren, op=op) < MEERDERJARIG
