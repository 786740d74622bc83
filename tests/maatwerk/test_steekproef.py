"""One of every N is looked at afterwards, by a rule that gives the same answer every time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.maatwerk.steekproef import valt_in_steekproef


@given(st.integers(1, 10_000), st.integers(2020, 2100), st.integers(1, 25), st.integers(0, 50))
def test_of_every_block_exactly_one_is_taken(team, jaar, een_op, blok):
    nummers = range(blok * een_op + 1, (blok + 1) * een_op + 1)
    assert sum(valt_in_steekproef(team, jaar, nummer, een_op=een_op) for nummer in nummers) == 1


def test_the_rule_gives_the_same_answer_every_time_and_another_place_for_another_team():
    def plekken(team):
        return [nummer for nummer in range(1, 101) if valt_in_steekproef(team, 2026, nummer, een_op=10)]

    assert plekken(1) == plekken(1)
    assert plekken(1) != plekken(2)


@pytest.mark.parametrize("nummer", range(1, 9))
def test_with_one_of_one_everything_is_looked_at(nummer):
    assert valt_in_steekproef(1, 2026, nummer, een_op=1)
