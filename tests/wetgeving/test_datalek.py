"""A breach is reported within 72 hours of knowing, whatever the calendar does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.core.klok import AMSTERDAM
from eenplan.wetgeving.datalek import MELDTERMIJN, uiterste_melding


@pytest.mark.artikel("AVG", "33 lid 1")
@pytest.mark.parametrize(
    ("kennisname", "uiterlijk"),
    [
        ("2026-11-23T09:00", "2026-11-26T09:00"),  # a working week
        ("2026-11-20T16:30", "2026-11-23T16:30"),  # over a weekend: the hours run on
        ("2026-12-24T23:59", "2026-12-27T23:59"),  # over Christmas
        ("2026-03-27T12:00", "2026-03-30T13:00"),  # summer time begins: still 72 hours
        ("2026-10-23T12:00", "2026-10-26T11:00"),  # winter time begins
    ],
)
def test_the_hours_run_through_weekend_and_summer_time(kennisname: str, uiterlijk: str) -> None:
    gekend, verwacht = (datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM) for tekst in (kennisname, uiterlijk))
    assert uiterste_melding(gekend) == verwacht


@given(st.integers(1527199200, 4102444800))
def test_it_is_always_seventy_two_real_hours(seconden: int) -> None:
    gekend = datetime.fromtimestamp(seconden, AMSTERDAM)
    assert uiterste_melding(gekend).timestamp() - gekend.timestamp() == MELDTERMIJN.total_seconds()
    assert timedelta(hours=72) == MELDTERMIJN


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        uiterste_melding(datetime(2026, 11, 23, 9, 0, tzinfo=UTC).replace(tzinfo=None))
