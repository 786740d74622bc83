"""Hoe lang persoonsgegevens bewaard blijven. De Algemene termijnenwet geldt hier niet: het gaat om jaren.

Bewaren mag langer als dat redelijkerwijs nodig is; vernietigen doet nooit deze rekenregel maar een mens.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from eenplan.wetgeving.afleiding import EEN_DAG, Bron
from eenplan.wetgeving.lengte import Eenheid, Lengte, plus_lengte
from eenplan.wetgeving.regels import artikel

JAREN_WMO: Final = Lengte(15, Eenheid.JAREN)
JAREN_JEUGD: Final = Lengte(20, Eenheid.JAREN)
_STELSEL_2015: Final = date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """Tot en met welke dag bewaard moet worden, waarom, en gerekend vanaf welke gebeurtenis."""

    naam: str
    vindplaats: str
    bron: Bron
    gebeurtenis: str
    start: date
    tot_en_met: date

    @property
    def vernietigen_vanaf(self) -> date:
        """De eerste dag waarop vernietigd mag worden."""
        return self.tot_en_met + EEN_DAG


@artikel("Wmo 2015", "5.3.4", vanaf=_STELSEL_2015)
def bewaartermijn_wmo(vastlegging: date) -> Bewaartermijn:
    """Vijftien jaar na de dag waarop het gegeven is ontvangen of vastgelegd."""
    return Bewaartermijn(
        naam="Persoonsgegevens Wmo",
        vindplaats="artikel 5.3.4 Wmo 2015",
        bron=Bron.WETTELIJK,
        gebeurtenis="ontvangst of vastlegging van het gegeven",
        start=vastlegging,
        tot_en_met=plus_lengte(vastlegging, JAREN_WMO),
    )


@artikel("Jeugdwet", "7.3.8 lid 3", vanaf=_STELSEL_2015)
def bewaartermijn_jeugd(laatste_wijziging: date) -> Bewaartermijn:
    """Twintig jaar na de laatste wijziging in het dossier van de jeugdhulp."""
    return Bewaartermijn(
        naam="Dossier jeugdhulp",
        vindplaats="artikel 7.3.8 lid 3 Jeugdwet",
        bron=Bron.WETTELIJK,
        gebeurtenis="laatste wijziging in het dossier",
        start=laatste_wijziging,
        tot_en_met=plus_lengte(laatste_wijziging, JAREN_JEUGD),
    )
