"""The norm check: each thing that is missing gives one sentence, with the place to put it right."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from eenplan.dossiers.actions import open_dossier
from eenplan.plannen.actions import Keuze, begin_plan, kies_inzet
from eenplan.plannen.models import Analyse, Doel, Ondersteuningsplan, OvergeslagenTrede
from eenplan.plannen.normtoets import normtoets
from personas import MAANDAG
from verhalen import concept_plan, huishoudelijke_hulp


@pytest.fixture
def plan(amina, de_wit) -> Ondersteuningsplan:
    return concept_plan(de_wit, regisseur=amina, at=MAANDAG)


def gemist(plan: Ondersteuningsplan) -> list[tuple[str, str]]:
    return [(gemis.zin, gemis.plek) for gemis in normtoets(Ondersteuningsplan.objects.get(pk=plan.pk))]


def test_a_complete_plan_misses_nothing(plan):
    assert gemist(plan) == []


def test_an_empty_draft_is_told_where_to_begin(amina, de_wit):
    leeg = begin_plan(open_dossier(de_wit.huishouden, by=amina, at=MAANDAG), by=amina, at=MAANDAG)
    assert gemist(leeg) == [
        ("Schrijf op waar het huishouden naartoe wil, in hun eigen woorden.", "perspectief"),
        ("Beschrijf van ten minste één leefgebied wat er speelt.", "analyse"),
        ("Voeg ten minste één doel toe.", "doelen"),
    ]


@pytest.mark.parametrize(
    ("veld", "leeg", "zin"),
    [
        ("eigen_woorden", " ", "Doel 1: schrijf het doel in de woorden van de inwoner."),
        ("resultaat", "", "Doel 1: schrijf op waaraan we zien dat het gelukt is."),
        ("eigenaar", "", "Doel 1: van wie is dit doel?"),
        ("eigenaar_soort", "", "Doel 1: van wie is dit doel?"),
        ("evaluatie_op", None, "Doel 1: wanneer kijken we samen terug?"),
        (
            "evaluatie_op",
            MAANDAG.date() - timedelta(days=1),
            "Doel 1: de dag waarop we terugkijken is al geweest. Kies een nieuwe.",
        ),
    ],
)
def test_each_part_of_a_goal_is_asked_for(plan, veld, leeg, zin):
    Doel.objects.filter(plan=plan).update(**{veld: leeg})
    assert gemist(plan) == [(zin, f"doel-{plan.doelen.get().pk}")]


def test_an_analysis_of_strengths_alone_is_not_yet_an_analysis(plan):
    Analyse.objects.filter(plan=plan).update(situatie=" ")
    assert [plek for _zin, plek in gemist(plan)] == ["analyse"]


def test_each_lighter_rung_without_help_or_reason_is_named_once(plan, amina):
    doel = plan.doelen.get()
    OvergeslagenTrede.objects.filter(doel=doel, trede__in=["netwerk", "algemeen"]).delete()
    kies_inzet(doel, Keuze("lichte_hulp", "Het team belt wekelijks."), bewerking=0, by=amina, at=MAANDAG)
    assert [zin for zin, _plek in gemist(plan)] == [
        "Doel 1: waarom is ‘Netwerk’ niet genoeg? Kies een reden.",
        "Doel 1: waarom is ‘Algemene voorziening’ niet genoeg? Kies een reden.",
    ]


def test_own_strength_needs_no_reason(plan, amina):
    doel = plan.doelen.get()
    doel.inzetten.all().delete()
    doel.overgeslagen.all().delete()
    kies_inzet(doel, Keuze("eigen_kracht", "Sanne maakt een weekrooster."), bewerking=0, by=amina, at=MAANDAG)
    assert gemist(plan) == []


def test_second_line_help_without_a_price_is_named(plan, amina):
    voorziening = huishoudelijke_hulp(MAANDAG).voorziening
    doel = plan.doelen.get()
    zonder_prijs = Keuze("maatwerk", "Hulp, nog zonder aanbieder", voorziening, aantal=Decimal(1), frequentie="week")
    kies_inzet(doel, zonder_prijs, bewerking=0, by=amina, at=MAANDAG)
    assert [zin for zin, _plek in gemist(plan)] == ["Doel 1: van ‘Hulp, nog zonder aanbieder’ is de prijs niet bekend."]


def test_the_check_asks_as_much_for_one_goal_as_for_ten(plan, django_assert_num_queries):
    for nummer in range(9):
        Doel.objects.create(plan=plan, volgorde=nummer + 2)
    with django_assert_num_queries(5):
        normtoets(Ondersteuningsplan(pk=plan.pk, begonnen_op=MAANDAG, perspectief="x"))
