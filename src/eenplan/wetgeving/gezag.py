"""Wie wordt geïnformeerd, wie stemt toe en wie tekent: gezinssituatie, leeftijd en besluit in één tabel.

Beoordeelt zelf niemand: of iemand wilsbekwaam is, is een oordeel van een mens en hier een argument.
"""

from enum import StrEnum


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
