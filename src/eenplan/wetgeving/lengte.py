"""De lengte van een termijn, hoe die telt, en of de Algemene termijnenwet erop van toepassing is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from eenplan.wetgeving.datums import plus_maanden
from eenplan.wetgeving.regels import artikel

_ATW: Final = date(1965, 4, 1)
_AWB: Final = date(1994, 1, 1)


class TermijnFout(ValueError):  # noqa: N818 - a Dutch noun says it
    """Een termijn die niet te berekenen is; de boodschap is één zin voor het scherm."""


class Eenheid(StrEnum):
    UREN = "uren"
    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


ENKELVOUD: Final[Mapping[Eenheid, str]] = {
    Eenheid.UREN: "uur",
    Eenheid.DAGEN: "dag",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
}
MEERVOUD_GELIJK: Final = frozenset({Eenheid.UREN, Eenheid.JAREN})


@dataclass(frozen=True, slots=True)
class Lengte:
    """Hoe lang een termijn duurt, in de eenheid van de wet."""

    aantal: int
    eenheid: Eenheid

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise TermijnFout("Een termijn duurt ten minste één dag.")

    def __str__(self) -> str:
        enkel = self.aantal == 1 or self.eenheid in MEERVOUD_GELIJK
        return f"{self.aantal} {ENKELVOUD[self.eenheid] if enkel else self.eenheid.value}"


@artikel("Algemene termijnenwet", "4", vanaf=_ATW)
def is_termijnenwet_van_toepassing(lengte: Lengte) -> bool:
    """Of een wettelijke termijn van deze lengte onder de wet valt.

    Buiten de wet vallen uren, jaren, meer dan 90 dagen, meer dan twaalf weken en meer dan drie maanden;
    precies twaalf weken valt er dus nog onder.
    """
    grenzen = {Eenheid.DAGEN: 90, Eenheid.WERKDAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}
    return lengte.aantal <= grenzen.get(lengte.eenheid, 0)


@artikel("Algemene termijnenwet", "2", vanaf=_ATW)
def heeft_minimum_van_twee_werkdagen(lengte: Lengte) -> bool:
    """Of een termijn van deze lengte ten minste twee werkdagen moet bevatten: vanaf drie dagen."""
    kort = lengte.eenheid in (Eenheid.DAGEN, Eenheid.WERKDAGEN) and lengte.aantal < 3
    return is_termijnenwet_van_toepassing(lengte) and not kort


@artikel("Awb", "6:8", vanaf=_AWB)
def plus_lengte(dag: date, lengte: Lengte) -> date:
    """De laatste dag als de termijn op de dag ná `dag` begint; de dag van de gebeurtenis telt niet mee."""
    match lengte.eenheid:
        case Eenheid.DAGEN:
            return dag + timedelta(days=lengte.aantal)
        case Eenheid.WEKEN:
            return dag + timedelta(weeks=lengte.aantal)
        case Eenheid.MAANDEN:
            return plus_maanden(dag, lengte.aantal)
        case Eenheid.JAREN:
            return plus_maanden(dag, 12 * lengte.aantal)
    raise TermijnFout(f"Een termijn in {lengte.eenheid.value} is niet in hele kalenderdagen op te tellen.")
