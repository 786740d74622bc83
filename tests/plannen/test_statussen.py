"""Every pair of states: what the table allows happens, everything else is refused with a sentence."""

from __future__ import annotations

from itertools import product

import pytest

from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import PLAN, Planstatus
from personas import MAANDAG
from verhalen import concept_plan

MAG = {
    (Planstatus.CONCEPT, Planstatus.AANGEBODEN),
    (Planstatus.AANGEBODEN, Planstatus.CONCEPT),
    (Planstatus.AANGEBODEN, Planstatus.VASTGESTELD),
    (Planstatus.VASTGESTELD, Planstatus.VERVANGEN),
}


@pytest.mark.parametrize(("van", "naar"), list(product(Planstatus, Planstatus)))
def test_a_plan_moves_only_along_the_table(van, naar, amina, de_wit):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    Ondersteuningsplan.objects.filter(pk=plan.pk).update(status=van)
    plan.refresh_from_db()
    if (van, naar) in MAG:
        transition(plan, to=naar)
        assert Ondersteuningsplan.objects.get(pk=plan.pk).status == naar
    else:
        with pytest.raises(NietMogelijk, match="Dit kan niet meer"):
            transition(plan, to=naar)
        assert Ondersteuningsplan.objects.get(pk=plan.pk).status == van


def test_the_table_says_why_for_each_step():
    assert {(stap.van, stap.naar) for stap in PLAN.overgangen} == MAG
    assert all(stap.reden for stap in PLAN.overgangen)
