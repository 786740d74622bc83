"""Age, consent, retention and the BSN: tables with the edge in the row."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.wetgeving.bewaartermijn import bewaartermijn_jeugd, bewaartermijn_wmo
from eenplan.wetgeving.bsn import BsnFout, bsn, is_bsn, is_testbsn
from eenplan.wetgeving.leeftijd import (
    Geboortedatum,
    LeeftijdFout,
    dag_van_leeftijd,
    is_minderjarig,
    leeftijd,
    leeftijd_bij_onvolledige_datum,
    verjaardag,
)
from eenplan.wetgeving.lengte import Eenheid, Lengte
from eenplan.wetgeving.normen import Bewaarnorm, bewaartermijn_norm
from eenplan.wetgeving.termijnen import Bron
from eenplan.wetgeving.toestemming import Partij, vereiste_toestemming


@pytest.mark.artikel("Jeugdwet", "1.1")
@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        (date(2010, 6, 1), date(2026, 5, 31), 15),
        (date(2010, 6, 1), date(2026, 6, 1), 16),
        (date(2008, 2, 29), date(2026, 2, 28), 17),  # not a leap year: the day before
        (date(2008, 2, 29), date(2026, 3, 1), 18),  # from 1 March
        (date(2008, 2, 29), date(2028, 2, 29), 20),  # a leap year: on the day itself
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_age_is_counted_in_whole_years(geboren: date, op: date, jaren: int) -> None:
    assert leeftijd(geboren, op=op) == jaren


@pytest.mark.artikel("Jeugdwet", "1.1")
def test_a_leap_day_child_comes_of_age_on_the_first_of_march() -> None:
    assert dag_van_leeftijd(date(2008, 2, 29), jaren=18) == date(2026, 3, 1)
    assert verjaardag(date(2008, 2, 29), jaar=2028) == date(2028, 2, 29)


@pytest.mark.artikel("BW", "1:233")
def test_the_day_of_eighteen_ends_minority() -> None:
    assert is_minderjarig(date(2008, 6, 1), op=date(2026, 5, 31))
    assert not is_minderjarig(date(2008, 6, 1), op=date(2026, 6, 1))


@pytest.mark.artikel("Jeugdwet", "1.1")
@pytest.mark.parametrize(
    ("geboren", "op", "jaren", "is_zeker"),
    [
        (Geboortedatum(2010), date(2026, 6, 1), 15, False),  # may be sixteen, is at least fifteen
        (Geboortedatum(2010), date(2026, 12, 31), 16, True),
        (Geboortedatum(2010, 6), date(2026, 6, 15), 15, False),
        (Geboortedatum(2010, 6), date(2026, 6, 30), 16, True),
        (Geboortedatum(2010, 6, 15), date(2026, 6, 15), 16, True),
        (Geboortedatum(2026), date(2026, 6, 1), 0, True),
    ],
)
def test_an_incomplete_birth_date_counts_from_the_latest_possible_day(
    geboren: Geboortedatum, op: date, jaren: int, is_zeker: bool
) -> None:
    gevonden = leeftijd_bij_onvolledige_datum(geboren, op=op)
    assert (gevonden.jaren, gevonden.is_zeker) == (jaren, is_zeker)


def test_a_birth_date_knows_whether_it_is_complete() -> None:
    assert Geboortedatum.van(date(2010, 6, 15)).is_volledig
    assert not Geboortedatum(2010, 2).is_volledig
    assert Geboortedatum(2012, 2).laatst_mogelijk == date(2012, 2, 29)


@pytest.mark.parametrize("delen", [(2010, 13), (2010, 2, 30), (2010, None, 3), (0,)])
def test_an_impossible_birth_date_is_refused_without_repeating_it(delen: tuple[int, ...]) -> None:
    with pytest.raises(LeeftijdFout) as fout:
        Geboortedatum(*delen)
    assert not any(teken.isdigit() for teken in str(fout.value))


def test_a_birth_after_the_day_is_refused() -> None:
    with pytest.raises(LeeftijdFout):
        leeftijd(date(2026, 6, 2), op=date(2026, 6, 1))


@given(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(1, 100))
def test_the_day_of_an_age_is_the_first_day_of_that_age(geboren: date, jaren: int) -> None:
    dag = dag_van_leeftijd(geboren, jaren=jaren)
    assert leeftijd(geboren, op=dag) == jaren
    assert leeftijd(geboren, op=dag - timedelta(days=1)) == jaren - 1


JEUGDIGE, OUDERS, NAMENS = Partij.JEUGDIGE, Partij.OUDERS_MET_GEZAG, Partij.VERTEGENWOORDIGER


@pytest.mark.artikel("Jeugdwet", "7.3.4")
@pytest.mark.artikel("Jeugdwet", "7.3.5")
@pytest.mark.parametrize(
    ("jaren", "wilsbekwaam", "van"),
    [
        (0, True, {OUDERS}),
        (11, True, {OUDERS}),
        (11, False, {OUDERS}),
        (12, True, {JEUGDIGE, OUDERS}),
        (15, True, {JEUGDIGE, OUDERS}),
        (12, False, {OUDERS}),
        (15, False, {OUDERS}),
        (16, True, {JEUGDIGE}),
        (16, False, {OUDERS}),
        (17, True, {JEUGDIGE}),
        (17, False, {OUDERS}),
        (18, True, {JEUGDIGE}),
        (18, False, {NAMENS}),
    ],
)
def test_consent_is_asked_from_whom_the_law_says(jaren: int, wilsbekwaam: bool, van: set[Partij]) -> None:
    toestemming = vereiste_toestemming(jaren, wilsbekwaam)
    assert toestemming.van == van
    assert "Jeugdwet" in toestemming.vindplaats
    assert toestemming.uitleg


@pytest.mark.artikel("Wmo 2015", "5.3.4")
def test_wmo_data_are_kept_fifteen_years_from_their_receipt() -> None:
    termijn = bewaartermijn_wmo(date(2026, 5, 9))
    assert termijn.tot_en_met == date(2041, 5, 9)
    assert termijn.vernietigen_vanaf == date(2041, 5, 10)
    assert termijn.bron is Bron.WETTELIJK


@pytest.mark.artikel("Jeugdwet", "7.3.8 lid 3")
def test_a_jeugdhulp_file_is_kept_twenty_years_from_its_last_change() -> None:
    termijn = bewaartermijn_jeugd(date(2026, 5, 9))
    assert termijn.tot_en_met == date(2046, 5, 9)
    assert termijn.gebeurtenis == "laatste wijziging in het dossier"


@pytest.mark.artikel("Wmo 2015", "5.3.4")
def test_retention_ends_on_a_free_day_if_it_falls_so() -> None:
    assert bewaartermijn_wmo(date(2026, 12, 25)).tot_en_met == date(2041, 12, 25)
    assert bewaartermijn_wmo(date(2024, 2, 29)).tot_en_met == date(2039, 2, 28)


def test_a_municipal_retention_is_called_municipal() -> None:
    norm = Bewaarnorm("Klachten", "Selectielijst gemeenten 2020", "afhandeling", Lengte(5, Eenheid.JAREN))
    termijn = bewaartermijn_norm(norm, date(2026, 5, 9))
    assert (termijn.tot_en_met, termijn.bron) == (date(2031, 5, 9), Bron.GEMEENTELIJK)
    assert termijn.vindplaats.startswith("norm van de gemeente")


@pytest.mark.artikel("Wmo 2015", "5.2.9")
@pytest.mark.artikel("Jeugdwet", "7.2.1")
@pytest.mark.parametrize("nummer", ["123456782", "111222333", "999900006", "999993653"])
def test_a_number_that_passes_the_elfproef_is_a_bsn(nummer: str) -> None:
    assert is_bsn(nummer)


@pytest.mark.artikel("Wmo 2015", "5.2.9")
@pytest.mark.parametrize(
    "nummer", ["999999999", "123456789", "000000000", "00000000", "1234567", "1234567820", "12345678a", "", "١٢٣٤٥٦٧٨٢"]
)
def test_anything_else_is_not(nummer: str) -> None:
    assert not is_bsn(nummer)


@pytest.mark.artikel("Jeugdwet", "7.2.1")
def test_a_bsn_is_written_in_nine_digits() -> None:
    assert bsn(" 1234.56.782 ") == "123456782"
    acht = next(f"{nummer:08d}" for nummer in range(10_000_000, 10_000_100) if is_bsn(f"{nummer:08d}"))
    assert bsn(acht) == f"0{acht}"


@given(st.text() | st.from_regex(r"\A[0-9]{8,9}\Z"))
def test_a_rejected_number_never_comes_back_in_the_message(invoer: str) -> None:
    try:
        assert is_bsn(bsn(invoer))
    except BsnFout as fout:
        assert not any(teken.isdigit() for teken in str(fout))  # noqa: PT017 - both ways out are right


@pytest.mark.artikel("Wmo 2015", "5.2.9")
def test_the_test_range_is_recognised() -> None:
    assert is_testbsn("999900006")
    assert not is_testbsn("123456782")
    assert not is_testbsn("999900007")
