"""A small catalogue: help in the household by two providers, and a coffee morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from eenplan.aanbod.actions import (
    NieuweVoorziening,
    leg_aanbieder_vast,
    leg_voorziening_vast,
    sluit_contract,
    vul_tarief,
)
from eenplan.aanbod.models import Contract, Voorziening, Voorzieningsoort
from eenplan.access.rechten import Rol
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG

HULP = NieuweVoorziening(
    "HH-01", "Hulp bij het huishouden", Voorzieningsoort.MAATWERK, Wet.WMO, "maatwerk", "huishouden", "uur"
)
KOFFIE = NieuweVoorziening("AV-01", "Koffieochtend", Voorzieningsoort.ALGEMEEN, Wet.GEEN, "algemeen", "meedoen", "keer")


@dataclass(frozen=True)
class Aanbod:
    """What the tests look at."""

    hulp: Voorziening
    koffie: Voorziening
    linde: Contract
    berk: Contract


@pytest.fixture
def ineke(stad: object) -> Medewerker:
    """The functional administrator, who keeps the catalogue."""
    medewerker = Medewerker.objects.create_user(
        gebruikersnaam="ineke", naam="Ineke Brouwer", functie="functioneel beheerder", werkgever="Gemeente Zonnedaal"
    )
    Rolvervulling.objects.create(medewerker=medewerker, rol=Rol.BEHEERDER, team=None, vanaf=BEGIN)
    return medewerker


@pytest.fixture
def aanbod(ineke: Medewerker) -> Aanbod:
    hulp = leg_voorziening_vast(HULP, by=ineke, at=MAANDAG)
    koffie = leg_voorziening_vast(KOFFIE, by=ineke, at=MAANDAG)
    contracten = []
    for naam, bedrag in (("Thuiszorg De Linde", 3200), ("Berkhof Thuis", 3000)):
        aanbieder = leg_aanbieder_vast(naam, by=ineke, at=MAANDAG)
        contract = sluit_contract(hulp, aanbieder, vanaf=date(2024, 1, 1), by=ineke, at=MAANDAG)
        vul_tarief(contract, bedrag_cent=bedrag, vanaf=date(2024, 1, 1), by=ineke, at=MAANDAG)
        contracten.append(contract)
    return Aanbod(hulp, koffie, *contracten)
