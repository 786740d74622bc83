"""Every state table of the program, walked whole: what may follow what, what may not, and the page that says so."""

from __future__ import annotations

from itertools import product

import pytest

from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.statussen import met_status, namen, overzicht
from eenplan.core.transitions import transition

MODELLEN = met_status()
STAPPEN = [(model, van, naar) for model in MODELLEN for van, naar in product(namen(model), repeat=2)]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "van", "naar"), STAPPEN, ids=lambda deel: getattr(deel, "__name__", deel))
def test_a_step_is_taken_only_when_the_table_holds_it(model, van, naar):
    rij = model(pk=0, status=van)  # not in the database: a step that is allowed finds that somebody else took the row
    with pytest.raises(IntussenGewijzigd if model.OVERGANGEN.mag(van, naar) else NietMogelijk):
        transition(rij, to=naar)
    assert rij.status == van


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_every_state_can_be_reached_and_every_step_says_why(model):
    tabel = model.OVERGANGEN
    bereikt, nieuw = set(), {str(tabel.begin)}
    while nieuw:
        bereikt |= nieuw
        nieuw = {str(stap.naar) for van in nieuw for stap in tabel.vanuit(van)} - bereikt
    assert bereikt == set(namen(model))
    assert all(str(stap.reden).strip() for stap in tabel.overgangen)
    assert model._meta.get_field("status").default == tabel.begin


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_the_database_refuses_a_state_that_is_not_in_the_table(model):
    regels = [str(regel.condition) for regel in model._meta.constraints if hasattr(regel, "condition")]
    assert any("status__in" in regel for regel in regels), f"{model.__name__} has no check on its status"


def test_the_page_of_states_is_fresh(checkout):
    """If this fails: eenplan statussen."""
    assert (checkout / "docs" / "statussen.md").read_text(encoding="utf-8") == overzicht()
