"""The reasons why lighter rungs are not enough, given at once."""

from __future__ import annotations

import pytest

from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import open_dossier
from eenplan.plannen.actions import Doeltekst, Keuze, begin_plan, bewaar_doel, kies_inzet, sla_treden_over
from personas import MAANDAG

REDENEN = {"eigen_kracht": "Sanne is te moe.", "netwerk": "Oma past al op."}


@pytest.fixture
def doel(amina, de_wit):
    plan = begin_plan(open_dossier(de_wit.huishouden, by=amina, at=MAANDAG), by=amina, at=MAANDAG)
    return bewaar_doel(plan, Doeltekst("Ik wil rust."), bewerking=plan.bewerking, by=amina, at=MAANDAG)


def test_reasons_given_at_once_stand_as_if_given_one_by_one(doel, amina):
    sla_treden_over(doel, REDENEN, bewerking=doel.plan.bewerking, by=amina, at=MAANDAG)
    assert dict(doel.overgeslagen.values_list("trede", "reden")) == REDENEN
    doel.plan.refresh_from_db()
    assert set(doel.overgeslagen.values_list("bewerking", flat=True)) == {doel.plan.bewerking}


def test_an_empty_reason_keeps_all_of_them_out(doel, amina):
    with pytest.raises(NietMogelijk):
        sla_treden_over(doel, REDENEN | {"netwerk": " "}, bewerking=doel.plan.bewerking, by=amina, at=MAANDAG)
    assert not doel.overgeslagen.exists()


def test_a_rung_that_is_used_is_not_skipped(doel, amina):
    kies_inzet(doel, Keuze("netwerk", "Oma past op"), bewerking=doel.plan.bewerking, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        sla_treden_over(doel, REDENEN, bewerking=doel.plan.bewerking, by=amina, at=MAANDAG)
