"""What changed between two versions, in words."""

from __future__ import annotations

import pytest

from eenplan.plannen import queries
from eenplan.plannen.actions import (
    Doeltekst,
    Leefgebiedtekst,
    begin_plan,
    bewaar_analyse,
    bewaar_doel,
    bewaar_perspectief,
    verwijder_doel,
    verwijder_inzet,
)
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.verschil import Soort, kostenverschil, verschillen
from personas import MAANDAG
from verhalen import vastgesteld_plan


@pytest.fixture
def nieuw(amina, farid, de_wit) -> Ondersteuningsplan:
    """A second version, not changed yet."""
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    return begin_plan(plan.dossier, by=amina, at=MAANDAG, reden="Minder hulp.")


def gevonden(nieuw: Ondersteuningsplan) -> list[tuple[str, str]]:
    return [(verschil.soort.value, verschil.wat) for verschil in verschillen(*beide(nieuw))]


def beide(nieuw: Ondersteuningsplan) -> tuple[Ondersteuningsplan, Ondersteuningsplan]:
    plan = queries.met_delen(Ondersteuningsplan.objects.get(pk=nieuw.pk))
    return plan, queries.vorige_versie(plan)


def test_a_copy_does_not_differ(nieuw):
    assert gevonden(nieuw) == []
    assert kostenverschil(*beide(nieuw)) == 0


def test_less_help_and_a_new_goal_are_named(nieuw, amina):
    wie = {"by": amina, "at": MAANDAG}
    verwijder_inzet(nieuw.doelen.get().inzetten.get(), bewerking=0, **wie)
    bewaar_doel(nieuw, Doeltekst("Ik wil een baan."), bewerking=0, **wie)
    assert gevonden(nieuw) == [
        ("nieuw", "Doel: Ik wil een baan."),
        (
            "vervallen",
            "Maatwerk, tweede lijn: Hulp bij het huishouden door Thuishulp Zonnedaal, €\u00a0396,50 per maand",
        ),
    ]
    assert kostenverschil(*beide(nieuw)) == -39650


def test_each_changed_text_shows_as_it_was_and_as_it_is(nieuw, amina):
    wie = {"by": amina, "at": MAANDAG}
    bewaar_perspectief(nieuw, "Weer aan het werk.", bewerking=0, **wie)
    bewaar_analyse(
        nieuw, {"huishouden": Leefgebiedtekst(""), "werk": Leefgebiedtekst("Zoekt werk.")}, bewerking=0, **wie
    )
    doel = nieuw.doelen.get()
    anders = {veld: getattr(doel, veld) for veld in Doeltekst.__dataclass_fields__} | {"eigenaar": "oma Riet"}
    bewaar_doel(nieuw, Doeltekst(**anders), doel=doel, bewerking=0, **wie)
    perspectief, werk, huishouden, doel_anders = verschillen(*beide(nieuw))
    assert perspectief.details == (("", "Weer rust in huis, en tijd voor de jongens.", "Weer aan het werk."),)
    assert (werk.soort, werk.wat) == (Soort.NIEUW, "Werk en opleiding")
    assert (huishouden.soort, huishouden.wat) == (Soort.VERVALLEN, "Huishouden en regelen")
    assert doel_anders.details == (("Van wie", "Sanne de Wit", "oma Riet"),)


def test_a_goal_that_went_is_named(nieuw, amina):
    verwijder_doel(nieuw.doelen.get(), bewerking=0, by=amina, at=MAANDAG)
    assert [soort for soort, _wat in gevonden(nieuw)] == ["vervallen", "vervallen"]
