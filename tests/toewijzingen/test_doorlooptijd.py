"""The line of time stamps as arithmetic: a missing stamp is missing, never on time (R-05)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.toewijzingen.doorlooptijd import Aandeel, Oordeel, Stap, doorloop, te_laat_aandeel

NORMEN = {"gesprek": 14, "plan": 28, "vaststelling": 35, "besluit": 56, "toewijzing": 59, "start": 73}
CONTACT = date(2026, 3, 2)


def _dag(dagen):
    return None if dagen is None else CONTACT + timedelta(days=dagen)


def _weg(op=200, norm=NORMEN.get, **dagen):
    stempels = {Stap(stap): _dag(aantal) for stap, aantal in dagen.items()}
    return doorloop(stempels, norm=norm, op=_dag(op))


def _oordelen(weg):
    return [stempel.oordeel.value for stempel in weg.stappen]


ALLES = {"contact": 0, "gesprek": 10, "plan": 20, "vaststelling": 30, "besluit": 50, "toewijzing": 55, "start": 70}


def test_everything_within_the_norm_is_on_time():
    weg = _weg(**ALLES)
    assert set(_oordelen(weg)) == {"op tijd"}
    assert [stempel.dagen_sinds_contact for stempel in weg.stappen] == list(ALLES.values())
    assert weg.nu is None


@pytest.mark.parametrize(("dag", "oordeel"), [(72, "op tijd"), (73, "op tijd"), (74, "te laat")])
def test_the_last_day_of_the_norm_is_still_on_time(dag, oordeel):
    assert _oordelen(_weg(**ALLES | {"start": dag}))[-1] == oordeel


@pytest.mark.parametrize("stap", ["gesprek", "plan", "vaststelling", "besluit", "toewijzing"])
def test_a_missing_stamp_before_a_later_one_is_missing_and_not_on_time(stap):
    weg = _weg(**ALLES | {stap: None})
    assert weg.stempel(Stap(stap)).oordeel == Oordeel.ONTBREEKT
    assert _oordelen(weg).count("op tijd") == 6


def test_a_step_that_runs_is_judged_by_today():
    weg = _weg(op=40, contact=0, gesprek=10, plan=20)
    assert _oordelen(weg) == ["op tijd", "op tijd", "op tijd", "te laat", "loopt", "loopt", "loopt"]
    assert weg.nu.stap == Stap.VASTSTELLING


def test_without_the_first_contact_nothing_is_on_time():
    weg = _weg(**ALLES | {"contact": None})
    assert _oordelen(weg) == ["ontbreekt"] + ["geen norm"] * 6
    assert {stempel.dagen_sinds_contact for stempel in weg.stappen} == {None}


def test_without_a_norm_nothing_is_said_about_being_on_time():
    assert _oordelen(_weg(norm=lambda _stap: None, **ALLES)) == ["op tijd"] + ["geen norm"] * 6


def test_nobody_asked_anything_yet():
    assert set(_oordelen(_weg())) == {"loopt"}


@given(st.dictionaries(st.sampled_from(list(Stap)), st.integers(0, 300)), st.integers(0, 400))
def test_no_missing_stamp_is_ever_on_time(dagen, vandaag):
    weg = doorloop({stap: _dag(aantal) for stap, aantal in dagen.items()}, norm=NORMEN.get, op=_dag(vandaag))
    for stempel in weg.stappen:
        if stempel.op is None:
            assert stempel.oordeel in {Oordeel.ONTBREEKT, Oordeel.LOOPT, Oordeel.TE_LAAT}
        else:
            assert stempel.oordeel not in {Oordeel.ONTBREEKT, Oordeel.LOOPT}


def test_r05_nine_of_thirty_provisions_that_started_in_april_above_the_norm_is_30_percent():
    contact = date(2026, 1, 20)
    april = [date(2026, 4, 1) + timedelta(days=nummer % 3) for nummer in range(21)]  # 71 to 73 days: within the norm
    laat = [date(2026, 4, 20) + timedelta(days=nummer) for nummer in range(9)]
    elders = [date(2026, 3, 31), date(2026, 5, 1)]
    wegen = [
        doorloop({Stap.CONTACT: contact, Stap.START: dag}, norm=NORMEN.get, op=date(2026, 6, 1))
        for dag in [*april, *laat, *elders]
    ]
    aandeel = te_laat_aandeel(wegen, vanaf=date(2026, 4, 1), tot=date(2026, 5, 1))
    assert aandeel == Aandeel(aantal=30, te_laat=9, ontbreekt=0, nog_niet=0)
    assert aandeel.procent == Decimal("30.0")


def test_missing_stamps_are_counted_apart_and_change_no_percentage():
    goed, laat = _weg(**ALLES), _weg(**ALLES | {"start": 90})
    zonder_contact, nog_niet = _weg(**ALLES | {"contact": None}), _weg(op=40, contact=0)
    aandeel = te_laat_aandeel([goed, laat, zonder_contact, nog_niet])
    assert aandeel == Aandeel(aantal=2, te_laat=1, ontbreekt=1, nog_niet=1)
    assert aandeel.procent == Decimal("50.0")
    zonder_besluit = _weg(**ALLES | {"besluit": None})
    assert te_laat_aandeel([zonder_besluit, goed], stap=Stap.BESLUIT) == Aandeel(1, 0, 1, 0)


def test_a_percentage_of_nothing_is_no_percentage():
    assert te_laat_aandeel([]).procent is None
