"""A household with a talk and its report, for the tests of this room."""

from datetime import timedelta

import pytest

from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import (
    Afspraak,
    begin_verslag,
    bewaar_verslag,
    open_dossier,
    plan_gesprek,
    verstuur_verslag,
    wijs_regisseur_aan,
)
from personas import MAANDAG


@pytest.fixture(autouse=True)
def _op_maandag():
    """It is the Monday on which most stories start."""
    with reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def gesprek(dossier, de_wit, amina):
    afspraak = Afspraak("huisbezoek", MAANDAG + timedelta(hours=5), "Lindelaan 4", (de_wit.sanne, de_wit.daan))
    return plan_gesprek(dossier, afspraak, by=amina, at=MAANDAG)


@pytest.fixture
def concept(gesprek, amina):
    begonnen = begin_verslag(gesprek, by=amina, at=MAANDAG)
    bewaar_verslag(begonnen, {"a": "Sanne is moe.", "b": "Daan dekt de tafel."}, bewerking=0, by=amina, at=MAANDAG)
    return begonnen


@pytest.fixture
def verstuurd(concept, de_wit, amina):
    verstuur_verslag(concept, b"%PDF-1.7", aan=de_wit.sanne, by=amina, at=MAANDAG + timedelta(days=1))
    return concept
