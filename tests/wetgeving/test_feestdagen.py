"""Free days: the table of check values, the two odd rules, and an outside calendar as a second opinion."""

from datetime import date, timedelta

import holidays
import pytest

from eenplan.wetgeving.datums import DAGNAMEN
from eenplan.wetgeving.feestdagen import (
    eerste_kb_jaar,
    eerste_paasdag,
    feestdagen,
    is_feestdag,
    is_werkdag,
    koningsdag,
    laatste_kb_jaar,
    reden_vrije_dag,
)

# One line per year: Easter Sunday, then every free day with its weekday; KB marks a day by royal decree.
KALENDER = """
2025 | 20-04 | wo 01-01, vr 18-04, ma 21-04, za 26-04, ma 05-05, do 29-05, vr 30-05 KB, ma 09-06, do 25-12, vr 26-12
2026 | 05-04 | do 01-01, vr 02-01 KB, vr 03-04, ma 06-04, ma 27-04, di 05-05, do 14-05, vr 15-05 KB, ma 25-05, vr 25-12, za 26-12
2027 | 28-03 | vr 01-01, vr 26-03, ma 29-03, di 27-04, wo 05-05, do 06-05, vr 07-05 KB, ma 17-05, za 25-12, zo 26-12
2028 | 16-04 | za 01-01, vr 14-04, ma 17-04, do 27-04, vr 28-04 KB, vr 05-05, do 25-05, vr 26-05 KB, ma 05-06, ma 25-12, di 26-12
2029 | 01-04 | ma 01-01, vr 30-03, ma 02-04, vr 27-04, za 05-05, do 10-05, ma 21-05, di 25-12, wo 26-12
2030 | 21-04 | di 01-01, vr 19-04, ma 22-04, za 27-04, zo 05-05, do 30-05, ma 10-06, wo 25-12, do 26-12
"""  # noqa: E501 - one year, one line


def _dag(tekst: str, jaar: int) -> date:
    dag, maand = tekst.split("-")
    return date(jaar, int(maand), int(dag))


@pytest.mark.artikel("Algemene termijnenwet", "3 lid 1")
@pytest.mark.artikel("Algemene termijnenwet", "3 lid 2")
@pytest.mark.artikel("Algemene termijnenwet", "3 lid 3")
@pytest.mark.parametrize("regel", KALENDER.strip().splitlines())
def test_the_free_days_of_a_year_are_those_of_the_table(regel: str) -> None:
    kolom, pasen, rij = regel.split(" | ")
    jaar = int(kolom)
    verwacht = []
    for cel in rij.split(", "):
        weekdag, dag, *kb = cel.split(" ")
        datum = _dag(dag, jaar)
        assert DAGNAMEN[datum.weekday()].startswith(weekdag)
        verwacht.append((datum, bool(kb)))
    assert eerste_paasdag(jaar) == _dag(pasen, jaar)
    assert [(vrij.datum, vrij.lid == 3) for vrij in feestdagen(jaar)] == verwacht


@pytest.mark.artikel("Algemene termijnenwet", "3 lid 3")
def test_the_earlier_royal_decree_days_are_free_as_well() -> None:
    for dag in (date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)):
        assert is_feestdag(dag)
        assert dag.weekday() == 4


@pytest.mark.parametrize(
    ("jaar", "verwacht"),
    [
        (2014, date(2014, 4, 26)),  # the 27th is a Sunday
        (2025, date(2025, 4, 26)),  # the 27th is a Sunday
        (2026, date(2026, 4, 27)),  # Monday
        (2030, date(2030, 4, 27)),  # a Saturday stays
        (2031, date(2031, 4, 26)),  # the 27th is a Sunday
    ],
)
def test_koningsdag_leaves_the_sunday(jaar: int, verwacht: date) -> None:
    assert koningsdag(jaar) == verwacht


def test_the_fifth_of_may_is_free_every_year() -> None:
    assert all(is_feestdag(date(jaar, 5, 5)) for jaar in range(2014, 2100))


@pytest.mark.artikel("Algemene termijnenwet", "1 lid 1")
@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 4), "zaterdag"),
        (date(2026, 4, 5), "zondag"),
        (date(2026, 4, 6), "tweede Paasdag"),
        (date(2026, 4, 7), None),
        (date(2026, 5, 15), "dag aangewezen bij koninklijk besluit (Stcrt. 2025, 24713)"),
        (date(2026, 12, 26), "tweede Kerstdag"),
        (date(2016, 5, 5), "Bevrijdingsdag en Hemelvaartsdag"),
    ],
)
def test_a_free_day_says_why_it_is_free(dag: date, reden: str | None) -> None:
    assert reden_vrije_dag(dag) == reden
    assert is_werkdag(dag) is (reden is None)


def test_an_ordinary_sunday_is_not_a_feestdag() -> None:
    assert not is_feestdag(date(2026, 4, 5))
    assert not is_werkdag(date(2026, 4, 5))


@pytest.mark.artikel("Algemene termijnenwet", "3 lid 3")
def test_the_loaded_decrees_name_their_years() -> None:
    assert (eerste_kb_jaar(), laatste_kb_jaar()) == (2023, 2028)


def test_years_before_koningsdag_are_refused() -> None:
    with pytest.raises(ValueError, match="vanaf 2014"):
        feestdagen(2013)


@pytest.mark.parametrize("jaar", range(2014, 2076))
def test_an_outside_calendar_agrees(jaar: int) -> None:
    """The package lists Easter Sunday and Whit Sunday (Sundays anyway) and does not know royal decrees.

    Its default (`public`) has 5 May only in the lustrum years, when most people are off; the Algemene termijnenwet
    counts it every year, hence `optional` as well.
    """
    ander = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    pasen = eerste_paasdag(jaar)
    zondagen = {pasen, pasen + timedelta(days=49)}
    assert {vrij.datum for vrij in feestdagen(jaar) if vrij.lid != 3} == set(ander) - zondagen


def test_the_outside_calendar_differs_on_the_fifth_of_may_by_default() -> None:
    standaard = holidays.country_holidays("NL", years=2027)
    assert date(2027, 5, 5) not in standaard
    assert is_feestdag(date(2027, 5, 5))
