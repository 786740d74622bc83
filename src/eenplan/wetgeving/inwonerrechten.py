"""Wie een verzoek over een dossier mag doen, naar leeftijd. Of iemand echt gezag heeft, zegt deze rekenregel niet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from eenplan.wetgeving.leeftijd import leeftijd
from eenplan.wetgeving.regels import artikel

ZELF_VANAF: Final = 12
OUDERS_TOT: Final = 16
_STELSEL_2015: Final = date(2015, 1, 1)


class Vrager(StrEnum):
    """Wie het verzoek doet."""

    ZELF = "zelf"
    OUDER = "ouder"
    VERTEGENWOORDIGER = "vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Bevoegdheid:
    """Of deze vrager het verzoek mag doen, en waarom (niet)."""

    mag: bool
    vindplaats: str
    uitleg: str


@artikel("Wmo 2015", "5.3.2", vanaf=_STELSEL_2015)
@artikel("Jeugdwet", "7.3.10", vanaf=_STELSEL_2015)
def mag_verzoek_doen(geboren: date, vrager: Vrager, *, op: date) -> Bevoegdheid:
    """Onder de twaalf niet het kind zelf; tot zestien ook de ouder met gezag; daarna de inwoner zelf.

    Een vertegenwoordiger (voogd, mentor, curator of gemachtigde) mag op elke leeftijd, met het stuk dat dat laat zien.
    """
    jaren = leeftijd(geboren, op=op)
    plek = "artikel 5.3.2 Wmo 2015 en artikel 7.3.10 Jeugdwet"
    if vrager is Vrager.ZELF and jaren < ZELF_VANAF:
        return Bevoegdheid(False, plek, "Een kind jonger dan twaalf vraagt niet zelf: dat doet een ouder met gezag.")
    if vrager is Vrager.OUDER and jaren >= OUDERS_TOT:
        return Bevoegdheid(False, plek, "Wie zestien of ouder is, vraagt zelf of machtigt iemand.")
    return Bevoegdheid(True, plek, "Deze vrager mag het verzoek doen.")
