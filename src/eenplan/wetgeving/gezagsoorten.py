"""De woorden van de gezagstabel: soorten gezag en vertegenwoordiging, besluiten, partijen en het antwoord."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Gezagssoort(StrEnum):
    """De zes soorten gezag over een minderjarige, en het ontbreken van die kennis."""

    OUDERS = "ouders"
    OUDER = "ouder"
    OUDER_EN_ANDER = "ouder_en_ander"
    VOOGD = "voogd"
    VOOGDEN = "voogden"
    INSTELLING = "instelling"
    ONBEKEND = "onbekend"


class Vertegenwoordigersoort(StrEnum):
    """Wie een meerderjarige vertegenwoordigt, en waarin."""

    CURATOR = "curator"
    BEWINDVOERDER = "bewindvoerder"
    MENTOR = "mentor"
    GEMACHTIGDE = "gemachtigde"


class Situatie(StrEnum):
    """De gezinssituatie: het gezag over een kind, of wie er naast een meerderjarige staat."""

    OUDERS = "ouders"
    OUDER = "ouder"
    OUDER_EN_ANDER = "ouder_en_ander"
    VOOGD = "voogd"
    VOOGDEN = "voogden"
    INSTELLING = "instelling"
    ONBEKEND = "onbekend"
    ZELF = "zelf"
    GEMACHTIGDE = "gemachtigde"
    MENTOR = "mentor"
    BEWIND = "bewind"
    BEWIND_EN_MENTOR = "bewind_en_mentor"
    CURATOR = "curator"


class Leeftijdsgroep(StrEnum):
    """De groepen waarin de wet verschil maakt."""

    TOT_12 = "jonger dan 12"
    VAN_12 = "12 tot en met 15"
    VAN_16 = "16 en 17"
    VOLWASSEN = "18 en ouder"
    VOLWASSEN_ONBEKWAAM = "18 en ouder, wilsonbekwaam"


class Besluitsoort(StrEnum):
    """Waarover iemand moet beslissen."""

    INFORMEREN = "informeren"
    HULP = "hulp"
    DELEN = "delen"
    INZAGE = "inzage"
    PLAN = "plan"
    AANVRAAG = "aanvraag"
    BEZWAAR = "bezwaar"
    GELD = "geld"


class Wie(StrEnum):
    """Een partij in de tabel; welke mensen dat zijn, weet de kamer personen."""

    ZELF = "zelf"
    GEZAG = "gezag"
    OUDER_ZONDER_GEZAG = "ouder zonder gezag"
    CURATOR = "curator"
    BEWINDVOERDER = "bewindvoerder"
    MENTOR = "mentor"
    GEMACHTIGDE = "gemachtigde"
    NAASTE = "naaste"


GEZAGSITUATIES: Final = frozenset(Situatie(soort.value) for soort in Gezagssoort)
GEDEELD: Final = frozenset({Situatie.OUDERS, Situatie.OUDER_EN_ANDER, Situatie.VOOGDEN})


@dataclass(frozen=True, slots=True)
class Beslissers:
    """Wie wordt geïnformeerd, wie toestemt en wie tekent, met de artikelen en de reden.

    `allen` zegt dat iedereen die in het vak staat nodig is; anders is één genoeg, zolang van bezwaar van de ander niet
    blijkt. `op_verzoek` krijgt alleen antwoord als hij erom vraagt. `onzeker` zegt wat een jurist moet bevestigen.
    """

    geinformeerd: tuple[Wie, ...]
    stemt_toe: tuple[Wie, ...]
    tekent: tuple[Wie, ...]
    artikelen: tuple[str, ...]
    reden: str
    op_verzoek: tuple[Wie, ...] = ()
    allen: bool = False
    is_uitzoeken: bool = False
    onzeker: str = ""
