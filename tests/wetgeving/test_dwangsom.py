"""The penalty for deciding late: both readings of the first day, the three amounts, and the maximum."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.wetgeving.dwangsom import (
    MAXIMUM_DAGEN,
    DwangsomFout,
    Lezing,
    dwangsom,
    eerste_dwangsomdag,
    hoogste_dwangsom,
    mag_in_gebreke_stellen,
    tarief,
)
from eenplan.wetgeving.termijnen import einddatum_dwangsombeschikking

EINDE = date(2026, 5, 29)  # Friday, last day of the beslistermijn
INGEBREKESTELLING = date(2026, 6, 1)  # Monday


@pytest.mark.artikel("Awb", "4:17 lid 3")
@pytest.mark.parametrize(
    ("lezing", "verwacht"),
    [
        (Lezing.DAG_ZELF, date(2026, 6, 15)),  # Monday
        (Lezing.DAG_ERNA, date(2026, 6, 16)),  # Tuesday
    ],
)
def test_the_first_day_has_two_readings(lezing: Lezing, verwacht: date) -> None:
    assert eerste_dwangsomdag(EINDE, INGEBREKESTELLING, lezing=lezing) == verwacht


@pytest.mark.artikel("Awb", "4:17 lid 3")
def test_a_notice_on_the_last_day_is_too_early() -> None:
    assert not mag_in_gebreke_stellen(EINDE, op=EINDE)
    assert mag_in_gebreke_stellen(EINDE, op=EINDE + timedelta(days=1))
    with pytest.raises(DwangsomFout, match="te vroeg"):
        eerste_dwangsomdag(EINDE, EINDE, lezing=Lezing.DAG_ZELF)


@pytest.mark.artikel("Awb", "4:17 lid 1")
@pytest.mark.artikel("Awb", "4:17 lid 2")
@pytest.mark.parametrize(
    ("dagen", "euro"),
    [(0, 0), (1, 23), (14, 322), (15, 357), (28, 812), (29, 857), (42, 1442), (43, 1442), (400, 1442)],
)
def test_the_amount_rises_every_fortnight_and_stops_at_forty_two_days(dagen: int, euro: int) -> None:
    eerste = date(2026, 6, 15)
    verschuldigd = dwangsom(eerste, besluit=eerste + timedelta(days=dagen))
    assert verschuldigd.centen == euro * 100
    assert verschuldigd.dagen == min(dagen, MAXIMUM_DAGEN)


def test_a_decision_before_the_first_day_costs_nothing() -> None:
    verschuldigd = dwangsom(date(2026, 6, 15), besluit=date(2026, 6, 1))
    assert (verschuldigd.centen, verschuldigd.laatste_dag) == (0, None)


@pytest.mark.artikel("Awb", "4:17 lid 2")
def test_old_cases_keep_their_amounts() -> None:
    assert tarief(date(2018, 12, 31)).centen_per_dag == (2000, 3000, 4000)
    assert tarief(date(2019, 1, 1)).centen_per_dag == (2300, 3500, 4500)
    assert hoogste_dwangsom(date(2018, 12, 31)) == 126000
    assert hoogste_dwangsom(date(2026, 1, 1)) == 144200
    with pytest.raises(DwangsomFout, match="1 oktober 2009"):
        tarief(date(2009, 9, 30))


@pytest.mark.artikel("Awb", "4:18")
def test_the_decision_on_the_penalty_follows_within_two_weeks() -> None:
    verschuldigd = dwangsom(date(2026, 6, 15), besluit=date(2026, 12, 1))
    assert verschuldigd.laatste_dag == date(2026, 7, 26)  # Sunday: no shift inside the 42 days
    assert einddatum_dwangsombeschikking(verschuldigd.laatste_dag).einddatum == date(2026, 8, 10)  # from Sunday the 9th


@given(st.dates(date(2010, 1, 1), date(2060, 1, 1)), st.integers(-10, 100))
def test_one_more_day_never_costs_less(eerste: date, dagen: int) -> None:
    besluit = eerste + timedelta(days=dagen)
    vandaag = dwangsom(eerste, besluit=besluit).centen
    morgen = dwangsom(eerste, besluit=besluit + timedelta(days=1)).centen
    assert vandaag <= morgen <= hoogste_dwangsom(eerste)
