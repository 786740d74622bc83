"""The booklet with tales from practice says what the tests play."""

from __future__ import annotations

import pytest

from praktijkboek import boek, verhalen


def test_the_booklet_is_fresh(checkout):
    """If this fails: python tests/praktijkboek.py."""
    assert (checkout / "docs" / "praktijkverhalen.md").read_text(encoding="utf-8") == boek()


@pytest.mark.parametrize("verhaal", verhalen(), ids=lambda tekst: tekst.partition("\n")[0])
def test_every_tale_says_what_was_given_what_was_done_and_what_came_of_it(verhaal):
    regels = [regel.split(" ", 1)[0] for regel in verhaal.splitlines()]
    plaats = [regels.index(woord) for woord in ("Gegeven", "Als", "Dan", "Bron:")]
    assert plaats == sorted(plaats)
