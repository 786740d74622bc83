"""The plan on paper: plain Dutch, no prices, readable."""

from __future__ import annotations

from eenplan.brieven.leesbaarheid import score
from eenplan.brieven.model import Tabel
from eenplan.brieven.pdf import maak_pdf
from eenplan.plannen import queries
from eenplan.plannen.actions import begin_plan, voeg_actie_toe
from eenplan.plannen.brief import planbrief
from eenplan.plannen.models import Ondersteuningsplan
from personas import MAANDAG
from verhalen import concept_plan, vastgesteld_plan

DAG = MAANDAG.date()


def brief_van(plan: Ondersteuningsplan, van):
    vers = queries.met_delen(queries.visible_to(van).get(pk=plan.pk))
    bewoners = [mens for mens in queries.mensen(vers, DAG) if mens.is_lid]
    return planbrief(vers, bewoners=bewoners, van=vers.opgesteld_door, op=DAG)


def alles(brief) -> str:
    tabellen = [" ".join(cel for rij in deel.rijen for cel in rij) for deel in brief.delen if isinstance(deel, Tabel)]
    return " ".join([brief.tekst, *tabellen])


def test_an_adopted_plan_tells_where_to_who_what_and_when(amina, farid, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    brief = brief_van(plan, amina)
    assert (brief.naam, brief.adresregels[0], brief.ondertekenaar) == ("Sanne de Wit", "Lindelaan 4", "Amina Bouzid")
    tekst = alles(brief)
    for zin in (
        "Weer rust in huis, en tijd voor de jongens.",
        "Dit plan is vastgesteld op 23 november 2026.",
        "Ik wil dat het huis weer schoon is zonder dat ik omval.",
        "We kijken samen terug op: 21 februari 2027",
        "3 uur per week",
        "vanaf 7 december 2026 tot en met 6 december 2027",
    ):
        assert zin in tekst


def test_the_paper_shows_no_price_and_no_number_of_a_person(amina, farid, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    brief = brief_van(plan, amina)
    assert "€" not in alles(brief)
    assert "999900006" not in alles(brief)
    assert "Wit" not in brief.kenmerk


def test_a_draft_says_that_it_is_one_and_a_new_version_why_it_came(amina, farid, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    nieuw = begin_plan(plan.dossier, by=amina, at=MAANDAG, reden="Sanne werkt weer.")
    tekst = alles(brief_van(nieuw, amina))
    assert "Dit is een concept." in tekst
    assert "Waarom er een nieuwe versie is: Sanne werkt weer." in tekst


def test_our_own_sentences_are_readable(amina, de_wit):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    assert score(brief_van(plan, amina).tekst).niveau in {"A1", "A2", "B1"}


def test_it_becomes_a_pdf_also_with_a_half_written_goal(amina, de_wit):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    doel = plan.doelen.get()
    voeg_actie_toe(doel, wat="belt de school", wie="Sanne", uiterlijk=None, bewerking=0, by=amina, at=MAANDAG)
    plan.doelen.update(eigen_woorden="", evaluatie_op=None, streefdatum=None)
    assert maak_pdf(brief_van(plan, amina)).startswith(b"%PDF")
