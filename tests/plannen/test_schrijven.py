"""Writing a draft part by part, alone and with two at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import open_dossier
from eenplan.plannen.actions import (
    Doeltekst,
    Leefgebiedtekst,
    begin_plan,
    bewaar_analyse,
    bewaar_doel,
    bewaar_perspectief,
    bied_plan_aan,
    verwijder_actie,
    verwijder_doel,
    voeg_actie_toe,
)
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from personas import MAANDAG
from verhalen import concept_plan, vastgesteld_plan

DAG = MAANDAG.date()


@pytest.fixture
def plan(amina, de_wit) -> Ondersteuningsplan:
    """An empty draft of Amina's."""
    return begin_plan(open_dossier(de_wit.huishouden, by=amina, at=MAANDAG), by=amina, at=MAANDAG)


@pytest.fixture
def wie(amina) -> dict[str, Any]:
    return {"by": amina, "at": MAANDAG}


def vers(plan: Ondersteuningsplan) -> Ondersteuningsplan:
    return Ondersteuningsplan.objects.get(pk=plan.pk)


def test_a_household_writes_one_plan_at_a_time(plan, bram):
    with pytest.raises(IntussenGewijzigd, match="al een plan in bewerking"):
        begin_plan(plan.dossier, by=bram, at=MAANDAG)


def test_who_does_not_write_plans_for_the_team_begins_none(plan, chantal, daan, farid):
    for ander in (chantal, daan, farid):
        with pytest.raises(NietToegestaan):
            begin_plan(plan.dossier, by=ander, at=MAANDAG)


def test_the_perspective_is_kept_and_numbered(plan, wie):
    bewaar_perspectief(plan, "Rust in huis", bewerking=0, **wie)
    assert (vers(plan).perspectief, vers(plan).bewerking) == ("Rust in huis", 1)


def test_saving_the_same_words_again_changes_nothing(plan, wie):
    """The answer of the first save got lost on the way; the second must not be taken for a colleague's."""
    bewaar_perspectief(plan, "Rust in huis", bewerking=0, **wie)
    bewaar_perspectief(plan, "Rust in huis", bewerking=0, **wie)
    assert vers(plan).bewerking == 1


def test_the_second_of_two_editors_of_the_same_words_is_stopped(plan, wie, bram):
    bewaar_perspectief(vers(plan), "Rust in huis", bewerking=0, **wie)
    with pytest.raises(IntussenGewijzigd):
        bewaar_perspectief(vers(plan), "De huur betaald", bewerking=0, by=bram, at=MAANDAG)
    assert vers(plan).perspectief == "Rust in huis"


def test_two_editors_of_different_parts_do_not_meet(plan, wie, bram):
    bewaar_perspectief(vers(plan), "Rust in huis", bewerking=0, **wie)
    bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("Er is een schuld.")}, bewerking=0, by=bram, at=MAANDAG)
    bewaar_analyse(vers(plan), {"wonen": Leefgebiedtekst("Het huis is klein.")}, bewerking=0, **wie)
    doel = bewaar_doel(vers(plan), Doeltekst("Ik wil slapen."), bewerking=0, by=bram, at=MAANDAG)
    assert vers(plan).analyses.count() == 2
    assert vers(plan).bewerking == doel.bewerking == 4


def test_the_second_of_two_editors_of_a_life_domain_is_stopped_and_saves_nothing(plan, wie, bram):
    bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("Er is een schuld.")}, bewerking=0, **wie)
    twee = {"geld": Leefgebiedtekst("Geen schuld."), "wonen": Leefgebiedtekst("Het huis is klein.")}
    with pytest.raises(IntussenGewijzigd):
        bewaar_analyse(vers(plan), twee, bewerking=0, by=bram, at=MAANDAG)
    assert [(rij.leefgebied, rij.situatie) for rij in vers(plan).analyses.all()] == [("geld", "Er is een schuld.")]


def test_emptying_a_life_domain_also_counts_as_a_change(plan, wie, bram):
    bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("Er is een schuld.")}, bewerking=0, **wie)
    bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("")}, bewerking=1, **wie)
    with pytest.raises(IntussenGewijzigd):
        bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("Meer schuld.")}, bewerking=1, by=bram, at=MAANDAG)


def test_an_untouched_empty_domain_makes_no_row(plan, wie):
    bewaar_analyse(plan, {"geld": Leefgebiedtekst("")}, bewerking=0, **wie)
    assert (vers(plan).analyses.count(), vers(plan).bewerking) == (0, 0)


def test_goals_keep_the_order_in_which_they_were_written(plan, wie):
    for woorden in ("eerst", "dan", "laatst"):
        bewaar_doel(plan, Doeltekst(woorden), bewerking=0, **wie)
    assert [doel.eigen_woorden for doel in vers(plan).doelen.all()] == ["eerst", "dan", "laatst"]


def test_a_goal_changed_by_a_colleague_is_not_overwritten(plan, wie, bram):
    doel = bewaar_doel(plan, Doeltekst("Ik wil slapen."), bewerking=0, **wie)
    bewaar_doel(vers(plan), Doeltekst("Ik wil weer slapen."), doel=doel, bewerking=1, by=bram, at=MAANDAG)
    with pytest.raises(IntussenGewijzigd):
        bewaar_doel(vers(plan), Doeltekst("Ik wil doorslapen."), doel=doel, bewerking=1, **wie)
    with pytest.raises(IntussenGewijzigd):
        verwijder_doel(vers(plan).doelen.get(), bewerking=1, **wie)
    assert vers(plan).doelen.get().eigen_woorden == "Ik wil weer slapen."


def test_a_goal_that_a_colleague_removed_says_so(plan, wie, bram):
    doel = bewaar_doel(plan, Doeltekst("Ik wil slapen."), bewerking=0, **wie)
    verwijder_doel(vers(plan).doelen.get(), bewerking=1, by=bram, at=MAANDAG)
    with pytest.raises(IntussenGewijzigd, match="weggehaald"):
        bewaar_doel(vers(plan), Doeltekst("Ik wil doorslapen."), doel=doel, bewerking=2, **wie)
    with pytest.raises(IntussenGewijzigd, match="weggehaald"):
        voeg_actie_toe(doel, wat="belt", wie="Sanne", uiterlijk=None, bewerking=2, **wie)


def test_actions_come_and_go_without_stopping_anybody(plan, wie, bram):
    doel = bewaar_doel(plan, Doeltekst("Ik wil slapen."), bewerking=0, **wie)
    belt = voeg_actie_toe(doel, wat="belt de huisarts", wie="Sanne", uiterlijk=DAG, bewerking=0, **wie)
    voeg_actie_toe(doel, wat="brengt Mees naar bed", wie="oma Riet", uiterlijk=None, bewerking=0, by=bram, at=MAANDAG)
    verwijder_actie(belt, bewerking=0, **wie)
    assert [actie.wie for actie in doel.acties.all()] == ["oma Riet"]


def test_a_number_that_the_plan_never_had_is_refused(plan, wie):
    with pytest.raises(IntussenGewijzigd):
        bewaar_perspectief(plan, "Rust", bewerking=7, **wie)


def test_a_plan_that_was_handed_in_takes_no_more_words(amina, de_wit, wie):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, **wie)
    with pytest.raises(NietMogelijk, match="geen concept meer"):
        bewaar_perspectief(vers(plan), "Anders", bewerking=plan.bewerking, **wie)


def test_an_adopted_plan_is_locked_in_every_part(amina, farid, de_wit, wie):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    doel = plan.doelen.get()
    nummer = vers(plan).bewerking
    pogingen = [
        lambda: bewaar_perspectief(vers(plan), "Anders", bewerking=nummer, **wie),
        lambda: bewaar_analyse(vers(plan), {"geld": Leefgebiedtekst("x")}, bewerking=nummer, **wie),
        lambda: bewaar_doel(vers(plan), Doeltekst("Nieuw"), bewerking=nummer, **wie),
        lambda: verwijder_doel(doel, bewerking=nummer, **wie),
        lambda: voeg_actie_toe(doel, wat="x", wie="y", uiterlijk=None, bewerking=nummer, **wie),
    ]
    for poging in pogingen:
        with pytest.raises(NietMogelijk, match="geen concept meer"):
            poging()
    assert vers(plan).status == Planstatus.VASTGESTELD


def test_the_trail_has_one_line_for_a_day_of_autosaves_by_one_worker(plan, wie, bram):
    for nummer in range(3):
        bewaar_perspectief(plan, f"Rust {nummer}", bewerking=plan.bewerking, **wie)
    bewaar_analyse(plan, {"geld": Leefgebiedtekst("Schuld.")}, bewerking=plan.bewerking, by=bram, at=MAANDAG)
    morgen = MAANDAG + timedelta(days=1)
    bewaar_perspectief(plan, "Rust 4", bewerking=plan.bewerking, by=wie["by"], at=morgen)
    regels = Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_GEWIJZIGD).order_by("pk")
    assert [(regel.actor_naam, regel.moment.date()) for regel in regels] == [
        ("Amina Bouzid", DAG),
        ("Bram Visser", DAG),
        ("Amina Bouzid", date(2026, 11, 24)),
    ]
