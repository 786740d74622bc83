"""The one door to the clock."""

from datetime import date, timedelta

import pytest

from eenplan.core import klok


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 3, 29), date(2026, 10, 25), date(2027, 1, 1)])
def test_a_journey_arrives_on_the_day_asked_for_and_comes_back(day):
    before = klok.vandaag()
    with klok.reis_naar(day):
        assert klok.vandaag() == day
        assert klok.nu().date() == day
    assert klok.vandaag() == before


def test_the_moment_knows_that_it_is_in_amsterdam():
    assert klok.nu().utcoffset() in {timedelta(hours=1), timedelta(hours=2)}


def test_a_journey_inside_a_journey_returns_to_the_first():
    with klok.reis_naar(date(2027, 5, 5)):
        with klok.verschuiving(0):
            assert klok.vandaag() == klok.echte_vandaag()
        assert klok.vandaag() == date(2027, 5, 5)


def test_the_whole_program_can_live_on_another_day(monkeypatch):
    monkeypatch.setenv("EENPLAN_VANDAAG", "2028-02-29")
    klok._process_shift.cache_clear()
    try:
        assert klok.vandaag() == date(2028, 2, 29)
    finally:
        monkeypatch.undo()
        klok._process_shift.cache_clear()
