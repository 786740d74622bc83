"""The story of an adopted plan, on which the rooms above build."""

from __future__ import annotations

from eenplan.plannen.models import Inzet
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from personas import MAANDAG, Gezin
from verhalen import vastgesteld_plan


def test_the_story_gives_an_adopted_plan_with_one_paid_line(
    amina: Medewerker, farid: Medewerker, de_wit: Gezin
) -> None:
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    plan.refresh_from_db()
    assert plan.status == Planstatus.VASTGESTELD
    assert Inzet.objects.get(doel__plan=plan).kosten_per_maand_cent == 39650  # 3 × € 30,50 × 52 / 12
