"""Wie toestemming geeft voor jeugdhulp, naar leeftijd en wilsbekwaamheid. Beoordeelt zelf niemand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from eenplan.wetgeving.regels import artikel

OUDERS_EN_JEUGDIGE_VANAF: Final = 12
JEUGDIGE_ALLEEN_VANAF: Final = 16
MEERDERJARIG_VANAF: Final = 18
_JEUGDWET: Final = date(2015, 1, 1)


class Partij(StrEnum):
    """Wie toestemming geeft."""

    JEUGDIGE = "jeugdige"
    OUDERS_MET_GEZAG = "ouders met gezag of voogd"
    VERTEGENWOORDIGER = "vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Toestemming:
    """Van wie toestemming nodig is (van allemaal), volgens welk artikel en waarom."""

    van: frozenset[Partij]
    vindplaats: str
    uitleg: str


@artikel("Jeugdwet", "7.3.4", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.5", vanaf=_JEUGDWET)
def vereiste_toestemming(leeftijd: int, wilsbekwaam: bool) -> Toestemming:
    """Wie toestemming geeft: onder 12 de ouders, van 12 tot 16 beiden, vanaf 16 de jeugdige zelf."""
    if leeftijd < OUDERS_EN_JEUGDIGE_VANAF:
        return Toestemming(
            frozenset({Partij.OUDERS_MET_GEZAG}),
            "artikel 7.3.4 Jeugdwet",
            "De jeugdige is jonger dan twaalf: de ouders met gezag of de voogd beslissen.",
        )
    if not wilsbekwaam:
        return _toestemming_namens(leeftijd)
    if leeftijd < JEUGDIGE_ALLEEN_VANAF:
        return Toestemming(
            frozenset({Partij.JEUGDIGE, Partij.OUDERS_MET_GEZAG}),
            "artikel 7.3.4 Jeugdwet",
            "De jeugdige is twaalf tot zestien: jeugdige én ouders beslissen. De jeugdige alleen is genoeg als dat "
            "ernstig nadeel voorkomt, of als hij de hulp na een weigering weloverwogen blijft wensen.",
        )
    return Toestemming(
        frozenset({Partij.JEUGDIGE}),
        "artikel 7.3.5 Jeugdwet",
        "De jeugdige is zestien of ouder en beslist zelf.",
    )


def _toestemming_namens(leeftijd: int) -> Toestemming:
    if leeftijd < MEERDERJARIG_VANAF:
        return Toestemming(
            frozenset({Partij.OUDERS_MET_GEZAG}),
            "artikel 7.3.4 Jeugdwet",
            "De jeugdige kan zijn belangen hierin niet zelf waarderen: de ouders met gezag of de voogd beslissen.",
        )
    return Toestemming(
        frozenset({Partij.VERTEGENWOORDIGER}),
        "artikel 7.3.4 Jeugdwet",
        "De jongere is meerderjarig en kan zijn belangen hierin niet zelf waarderen: de vertegenwoordiger beslist.",
    )
