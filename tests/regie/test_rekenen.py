"""The small rules of coordination that need no database: on which days aftercare falls."""

from datetime import date

from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Nazorgregel

STOP = date(2026, 3, 2)


def test_help_that_needs_no_aftercare_has_no_day():
    assert Nazorgregel("hulpmiddel").dagen(STOP) == []


def test_once_after_some_days_is_one_day():
    assert Nazorgregel("dienst", na_dagen=42).dagen(STOP) == [date(2026, 4, 13)]


def test_every_six_weeks_for_six_months_is_four_times():
    dagen = Nazorgregel("BG-01", elke_weken=6, maanden=6).dagen(STOP)
    assert dagen == [date(2026, 4, 13), date(2026, 5, 25), date(2026, 7, 6), date(2026, 8, 17)]


def test_the_provision_itself_goes_before_its_kind():
    assert inrichting().nazorgregel("BG-01", "dienst").voor == "BG-01"
    assert inrichting().nazorgregel("HH1", "dienst").voor == "dienst"
    assert inrichting().nazorgregel("onbekend") is None
