"""The statutory terms: the table of check values, suspension and adjournment, and what must hold for every date."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.wetgeving import termijnen
from eenplan.wetgeving.afleiding import Afleiding
from eenplan.wetgeving.datums import DAGNAMEN, plus_maanden
from eenplan.wetgeving.feestdagen import is_werkdag
from eenplan.wetgeving.lengte import (
    Eenheid,
    Lengte,
    heeft_minimum_van_twee_werkdagen,
    is_termijnenwet_van_toepassing,
    plus_lengte,
)
from eenplan.wetgeving.normen import Norm, bereken_norm
from eenplan.wetgeving.termijnen import (
    REGELS,
    Bron,
    NietOpschortbaar,
    NietVerdaagbaar,
    OngeldigeOpschorting,
    Opschorting,
    StapSoort,
    Termijn,
    TermijnFout,
    bereken,
)

VECTOREN = [
    # code, commissie, weekday and date of the event, weekday and date of the last day
    ("wmo-onderzoek", False, "maandag", "2026-02-23", "dinsdag", "2026-04-07"),
    ("wmo-onderzoek", False, "maandag", "2026-03-02", "maandag", "2026-04-13"),
    ("wmo-persoonlijk-plan", False, "vrijdag", "2026-05-08", "maandag", "2026-05-18"),
    ("wmo-besluit", False, "maandag", "2026-04-13", "dinsdag", "2026-04-28"),
    ("wmo-besluit", False, "vrijdag", "2026-12-11", "maandag", "2026-12-28"),
    ("awb-besluit", False, "vrijdag", "2026-03-20", "maandag", "2026-05-18"),
    ("awb-besluit", False, "dinsdag", "2026-03-10", "woensdag", "2026-05-06"),
    ("awb-bezwaar", False, "dinsdag", "2026-03-24", "woensdag", "2026-05-06"),
    ("awb-bezwaar", False, "vrijdag", "2026-04-03", "maandag", "2026-05-18"),
    ("awb-beslissing-op-bezwaar", False, "maandag", "2026-05-18", "maandag", "2026-06-29"),
    ("awb-beslissing-op-bezwaar", True, "maandag", "2026-05-18", "maandag", "2026-08-10"),
    ("wgs-spoed", False, "woensdag", "2026-05-13", "woensdag", "2026-05-20"),
    ("wgs-spoed", False, "donderdag", "2026-04-02", "donderdag", "2026-04-09"),
    ("wgs-gesprek", False, "vrijdag", "2026-03-06", "dinsdag", "2026-04-07"),
    ("wgs-besluit", False, "dinsdag", "2026-03-10", "woensdag", "2026-05-06"),
    ("wgs-besluit", False, "vrijdag", "2026-03-20", "maandag", "2026-05-18"),
    ("klacht", False, "maandag", "2026-03-02", "maandag", "2026-04-13"),
    ("klacht", True, "vrijdag", "2026-02-27", "vrijdag", "2026-05-08"),
    ("wmo-vernietiging", False, "maandag", "2026-11-30", "maandag", "2027-03-01"),
    ("avg-verzoek", False, "maandag", "2026-11-23", "woensdag", "2026-12-23"),
    ("avg-verzoek", False, "woensdag", "2026-11-25", "maandag", "2026-12-28"),
    ("avg-verzoek", False, "zaterdag", "2026-01-31", "maandag", "2026-03-02"),
    ("awb-dwangsombeschikking", False, "maandag", "2026-04-13", "dinsdag", "2026-04-28"),
]


@pytest.mark.artikel("Wmo 2015", "2.3.2 lid 1")
@pytest.mark.artikel("Wmo 2015", "2.3.2 lid 2")
@pytest.mark.artikel("Wmo 2015", "2.3.5 lid 2")
@pytest.mark.artikel("Wmo 2015", "5.3.5")
@pytest.mark.artikel("AVG", "12 lid 3")
@pytest.mark.artikel("Awb", "4:13")
@pytest.mark.artikel("Awb", "4:18")
@pytest.mark.artikel("Awb", "6:7 en 6:8")
@pytest.mark.artikel("Awb", "7:10 lid 1")
@pytest.mark.artikel("Awb", "7:13")
@pytest.mark.artikel("Awb", "9:11 lid 1")
@pytest.mark.artikel("Wgs", "4 lid 1")
@pytest.mark.artikel("Wgs", "4 lid 2")
@pytest.mark.artikel("Wgs", "4a")
@pytest.mark.artikel("Algemene termijnenwet", "1 lid 1")
@pytest.mark.parametrize("vector", VECTOREN, ids=lambda vector: f"{vector[0]}-{vector[3]}")
def test_a_term_ends_on_the_day_of_the_table(vector: tuple[str, bool, str, str, str, str]) -> None:
    code, commissie, dag, start, laatste_dag, einde = vector
    termijn = bereken(code, date.fromisoformat(start), commissie=commissie)
    assert termijn.einddatum == date.fromisoformat(einde)
    assert DAGNAMEN[termijn.start.weekday()] == dag
    assert DAGNAMEN[termijn.einddatum.weekday()] == laatste_dag


def test_every_rule_has_a_line_in_the_table() -> None:
    assert {vector[0] for vector in VECTOREN} == set(REGELS)


@pytest.mark.parametrize(
    ("functie", "code"),
    [
        (termijnen.einddatum_onderzoek, "wmo-onderzoek"),
        (termijnen.einddatum_persoonlijk_plan, "wmo-persoonlijk-plan"),
        (termijnen.einddatum_besluit_wmo, "wmo-besluit"),
        (termijnen.einddatum_vernietiging_op_verzoek, "wmo-vernietiging"),
        (termijnen.einddatum_avg_verzoek, "avg-verzoek"),
        (termijnen.einddatum_besluit, "awb-besluit"),
        (termijnen.einddatum_bezwaar, "awb-bezwaar"),
        (termijnen.einddatum_gesprek_schulden, "wgs-gesprek"),
        (termijnen.einddatum_gesprek_bedreigende_situatie, "wgs-spoed"),
        (termijnen.einddatum_besluit_schuldhulp, "wgs-besluit"),
        (termijnen.einddatum_dwangsombeschikking, "awb-dwangsombeschikking"),
    ],
)
def test_the_name_of_the_law_and_the_code_give_the_same_answer(functie: Callable[[date], Termijn], code: str) -> None:
    assert functie(date(2026, 3, 2)) == bereken(code, date(2026, 3, 2))


@pytest.mark.artikel("Wgs", "4a")
def test_a_by_law_shortens_the_decision_on_debt_help_and_never_lengthens_it() -> None:
    start = date(2026, 6, 1)
    korter = termijnen.einddatum_besluit_schuldhulp(start, verordening_weken=6)
    assert korter.einddatum == date(2026, 7, 13)
    assert "volgens de verordening" in korter.stappen[1].reden
    for weken in (0, 9):
        with pytest.raises(TermijnFout, match="ten hoogste 8 weken"):
            bereken("wgs-besluit", start, verordening_weken=weken)
    with pytest.raises(TermijnFout, match="staat in de wet"):
        bereken("wmo-besluit", start, verordening_weken=1)


def test_terms_with_a_committee_ask_for_it_by_name() -> None:
    start = date(2026, 5, 18)
    assert termijnen.einddatum_klacht(start, commissie=True) == bereken("klacht", start, commissie=True)
    assert termijnen.einddatum_beslissing_op_bezwaar(start, commissie=True).einddatum == date(2026, 8, 10)


def test_the_steps_tell_why_easter_moves_the_end() -> None:
    termijn = termijnen.einddatum_onderzoek(date(2026, 2, 23))
    assert [(stap.datum.isoformat(), stap.dagen, stap.soort) for stap in termijn.stappen] == [
        ("2026-02-23", 0, StapSoort.START),
        ("2026-04-06", 42, StapSoort.LENGTE),
        ("2026-04-07", 1, StapSoort.VERSCHUIVING),
    ]
    assert "6 april 2026 (tweede Paasdag)" in termijn.stappen[-1].reden
    assert termijn.stappen[-1].artikel == "artikel 1 lid 1 Algemene termijnenwet"
    assert termijn.stappen[1].artikel == "artikel 2.3.2 lid 1 Wmo 2015"


def test_christmas_names_each_day_it_skips() -> None:
    reden = termijnen.einddatum_besluit_wmo(date(2026, 12, 11)).stappen[-1].reden
    for deel in (
        "25 december 2026 (eerste Kerstdag)",
        "26 december 2026 (tweede Kerstdag)",
        "27 december 2026 (zondag)",
    ):
        assert deel in reden


def test_three_working_days_name_the_days_that_do_not_count() -> None:
    reden = termijnen.einddatum_gesprek_bedreigende_situatie(date(2026, 5, 13)).stappen[-1].reden
    assert "14 mei 2026 (Hemelvaartsdag)" in reden
    assert "15 mei 2026 (dag aangewezen bij koninklijk besluit (Stcrt. 2025, 24713))" in reden


@pytest.mark.artikel("Awb", "4:15")
def test_the_term_stands_still_from_the_day_after_the_invitation_until_the_day_of_completion() -> None:
    stilstand = termijnen.opschorting_aanvulling(date(2026, 6, 1), aangevuld=date(2026, 6, 10))
    assert stilstand is not None
    assert (stilstand.vanaf, stilstand.tot_en_met, stilstand.dagen) == (date(2026, 6, 2), date(2026, 6, 9), 8)


@pytest.mark.artikel("Awb", "4:15")
def test_completing_on_the_next_day_stops_nothing() -> None:
    assert termijnen.opschorting_aanvulling(date(2026, 6, 1), aangevuld=date(2026, 6, 2)) is None
    with pytest.raises(OngeldigeOpschorting):
        termijnen.opschorting_aanvulling(date(2026, 6, 2), aangevuld=date(2026, 6, 1))


OPSCHORTINGEN = [
    # what, ranges, last day of an aanvraag of Monday 2026-06-01 (eight weeks: Monday 2026-07-27)
    ("none", [], "2026-07-27"),
    ("eight days", [("2026-06-02", "2026-06-09")], "2026-08-04"),
    ("one day", [("2026-06-10", "2026-06-10")], "2026-07-28"),
    ("overlap counts once", [("2026-06-02", "2026-06-09"), ("2026-06-05", "2026-06-10")], "2026-08-05"),
    ("twice the same counts once", [("2026-06-02", "2026-06-09")] * 2, "2026-08-04"),
    ("one inside the other counts once", [("2026-06-02", "2026-06-09"), ("2026-06-04", "2026-06-05")], "2026-08-04"),
    ("order does not matter", [("2026-06-05", "2026-06-10"), ("2026-06-02", "2026-06-09")], "2026-08-05"),
    ("wholly before the start", [("2026-05-01", "2026-05-20")], "2026-07-27"),
    ("the day of the event itself does not count", [("2026-05-28", "2026-06-02")], "2026-07-28"),
    ("wholly after the end", [("2026-07-28", "2026-08-20")], "2026-07-27"),
    ("over the end", [("2026-07-27", "2026-08-02")], "2026-08-03"),
    (
        "reached only because of an earlier one",
        [("2026-06-02", "2026-06-09"), ("2026-08-03", "2026-08-05")],
        "2026-08-07",
    ),
]


@pytest.mark.artikel("Awb", "4:15")
@pytest.mark.parametrize(("wat", "rijen", "einde"), OPSCHORTINGEN)
def test_only_suspended_days_within_the_running_term_extend_it(
    wat: str, rijen: list[tuple[str, str]], einde: str
) -> None:
    opschortingen = [Opschorting(date.fromisoformat(van), date.fromisoformat(tot)) for van, tot in rijen]
    termijn = termijnen.einddatum_besluit(date(2026, 6, 1), opschortingen=opschortingen)
    assert termijn.einddatum == date.fromisoformat(einde), wat


def test_a_suspension_without_effect_is_said_so() -> None:
    laat = Opschorting(date(2026, 9, 1), date(2026, 9, 3))
    (waarschuwing,) = termijnen.einddatum_besluit(date(2026, 6, 1), opschortingen=[laat]).waarschuwingen
    assert "van 1 september 2026 tot en met 3 september 2026 valt buiten de termijn" in waarschuwing


def test_a_term_carried_over_the_weekend_does_not_end_while_it_stands_still() -> None:
    """Raw end Saturday 25 July, so Monday 27 July; but from that Monday to Thursday the applicant is at work on it."""
    stilstand = Opschorting(date(2026, 7, 27), date(2026, 7, 30))
    termijn = termijnen.einddatum_besluit(date(2026, 5, 30), opschortingen=[stilstand])
    assert termijn.einddatum == date(2026, 7, 31)
    assert "stilstand tot en met 30 juli 2026" in termijn.stappen[-1].reden


def test_a_reversed_suspension_is_refused() -> None:
    with pytest.raises(OngeldigeOpschorting, match="voordat zij begint"):
        Opschorting(date(2026, 6, 9), date(2026, 6, 2))


@pytest.mark.artikel("Awb", "7:10 lid 2")
@pytest.mark.parametrize("code", REGELS)
def test_only_an_aanvraag_or_a_bezwaar_under_repair_can_stand_still(code: str) -> None:
    mag = code in {"wmo-besluit", "awb-besluit", "wgs-besluit", "awb-beslissing-op-bezwaar"}
    assert termijnen.mag_opschorten(code) is mag
    stilstand = Opschorting(date(2026, 6, 3), date(2026, 6, 9))
    if mag:
        assert bereken(code, date(2026, 6, 1), opschortingen=[stilstand]).einddatum > date(2026, 6, 9)
    else:
        with pytest.raises(NietOpschortbaar, match="kan niet stilstaan"):
            bereken(code, date(2026, 6, 1), opschortingen=[stilstand])


VERDAGINGEN = [
    ("awb-beslissing-op-bezwaar", 6, True),
    ("awb-beslissing-op-bezwaar", 7, False),
    ("klacht", 4, True),
    ("klacht", 5, False),
    ("awb-besluit", 26, True),  # a reasonable term: the law names no maximum
    ("wmo-besluit", 1, False),  # 4:14 lid 1 is a message, it does not move the term
    ("wmo-onderzoek", 1, False),
    ("awb-bezwaar", 1, False),
    ("wgs-spoed", 1, False),
    ("wgs-besluit", 1, False),  # eight weeks is the most the law allows
]


@pytest.mark.artikel("Awb", "4:14 lid 3")
@pytest.mark.artikel("Awb", "7:10 lid 3")
@pytest.mark.artikel("Awb", "9:11 lid 2")
@pytest.mark.parametrize(("code", "weken", "mag"), VERDAGINGEN)
def test_a_term_is_adjourned_no_longer_than_the_law_allows(code: str, weken: int, mag: bool) -> None:
    start = date(2026, 6, 1)
    assert termijnen.mag_verdagen(code, weken=weken) is mag
    if mag:
        zonder = bereken(code, start)
        assert bereken(code, start, verdaging_weken=weken).einddatum == zonder.einddatum + timedelta(weeks=weken)
    else:
        with pytest.raises(NietVerdaagbaar):
            bereken(code, start, verdaging_weken=weken)


def test_a_negative_adjournment_is_refused() -> None:
    with pytest.raises(NietVerdaagbaar, match="positief"):
        bereken("klacht", date(2026, 6, 1), verdaging_weken=-1)


@pytest.mark.artikel("Awb", "4:15")
def test_adjourned_time_can_stand_still_too() -> None:
    """Eight weeks from 1 June is 27 July; two more weeks is 10 August; the standstill lies in those two weeks."""
    termijn = termijnen.einddatum_besluit(
        date(2026, 6, 1),
        opschortingen=[Opschorting(date(2026, 8, 3), date(2026, 8, 5))],
        verdaging_weken=2,
    )
    assert termijn.einddatum == date(2026, 8, 13)
    assert [stap.soort for stap in termijn.stappen] == [
        StapSoort.START,
        StapSoort.LENGTE,
        StapSoort.VERDAGING,
        StapSoort.OPSCHORTING,
    ]


@pytest.mark.artikel("Wmo 2015", "2.3.2 lid 9")
@pytest.mark.parametrize(
    ("op", "is_onderzoek_gedaan", "mag"),
    [
        (date(2026, 3, 10), False, False),
        (date(2026, 3, 10), True, True),
        (date(2026, 4, 7), False, False),  # Tuesday: the last day, carried over Easter
        (date(2026, 4, 8), False, True),
    ],
)
def test_an_aanvraag_waits_for_the_onderzoek_or_for_six_weeks(op: date, is_onderzoek_gedaan: bool, mag: bool) -> None:
    melding = date(2026, 2, 23)
    assert termijnen.mag_aanvraag_indienen(melding, op=op, is_onderzoek_gedaan=is_onderzoek_gedaan) is mag


@pytest.mark.artikel("Algemene termijnenwet", "4")
@pytest.mark.parametrize(
    ("aantal", "eenheid", "valt_eronder"),
    [
        (48, Eenheid.UREN, False),
        (90, Eenheid.DAGEN, True),
        (91, Eenheid.DAGEN, False),
        (12, Eenheid.WEKEN, True),
        (13, Eenheid.WEKEN, False),
        (3, Eenheid.MAANDEN, True),
        (4, Eenheid.MAANDEN, False),
        (1, Eenheid.JAREN, False),
    ],
)
def test_long_terms_and_hours_fall_outside_the_termijnenwet(aantal: int, eenheid: Eenheid, valt_eronder: bool) -> None:
    assert is_termijnenwet_van_toepassing(Lengte(aantal, eenheid)) is valt_eronder


@pytest.mark.artikel("Algemene termijnenwet", "2")
def test_a_term_of_three_days_holds_two_working_days() -> None:
    """Three days after Thursday 24 December 2026 are Christmas and a Sunday: Monday 28th and Tuesday 29th follow."""
    afleiding = Afleiding(date(2026, 12, 24), [])
    afleiding.begin("artikel", "iets")
    afleiding.tel(Lengte(3, Eenheid.DAGEN), "artikel")
    assert afleiding.einde == date(2026, 12, 27)
    afleiding.bevat_twee_werkdagen()
    assert afleiding.einde == date(2026, 12, 29)
    assert afleiding.stappen[-1].artikel == "artikel 2 Algemene termijnenwet"


@pytest.mark.artikel("Algemene termijnenwet", "2")
def test_the_minimum_begins_at_three_days() -> None:
    assert not heeft_minimum_van_twee_werkdagen(Lengte(2, Eenheid.DAGEN))
    assert heeft_minimum_van_twee_werkdagen(Lengte(3, Eenheid.DAGEN))
    assert heeft_minimum_van_twee_werkdagen(Lengte(1, Eenheid.WEKEN))
    assert not heeft_minimum_van_twee_werkdagen(Lengte(1, Eenheid.JAREN))


@pytest.mark.artikel("Awb", "6:8")
def test_a_month_ends_on_the_same_number_or_the_last_day() -> None:
    assert plus_lengte(date(2026, 11, 30), Lengte(3, Eenheid.MAANDEN)) == date(2027, 2, 28)
    assert plus_maanden(date(2026, 12, 15), 1) == date(2027, 1, 15)
    with pytest.raises(TermijnFout):
        plus_lengte(date(2026, 1, 1), Lengte(48, Eenheid.UREN))


def test_a_length_reads_as_dutch() -> None:
    lengtes = [Lengte(1, Eenheid.WEKEN), Lengte(2, Eenheid.DAGEN), Lengte(15, Eenheid.JAREN), Lengte(48, Eenheid.UREN)]
    assert [str(lengte) for lengte in lengtes] == ["1 week", "2 dagen", "15 jaar", "48 uur"]


def test_a_length_of_nothing_is_refused() -> None:
    with pytest.raises(TermijnFout):
        Lengte(0, Eenheid.DAGEN)


@pytest.mark.artikel("Algemene termijnenwet", "3 lid 3")
def test_a_date_beyond_the_last_decree_warns() -> None:
    assert not termijnen.einddatum_onderzoek(date(2028, 11, 1)).waarschuwingen
    (waarschuwing,) = termijnen.einddatum_onderzoek(date(2028, 12, 1)).waarschuwingen
    assert "Voor 2029 is nog geen koninklijk besluit" in waarschuwing


def test_a_date_before_the_first_decree_warns() -> None:
    (waarschuwing,) = termijnen.einddatum_onderzoek(date(2019, 3, 1)).waarschuwingen
    assert "vóór 2023" in waarschuwing


@pytest.mark.parametrize(
    ("code", "start", "woorden"),
    [
        ("wmo-onderzoek", date(2014, 12, 31), "geldt vanaf 1 januari 2015"),
        ("awb-bezwaar", date(2009, 1, 1), "vanaf 2014"),
        ("awb-bezwaar", date(9999, 12, 30), "jaar 9999"),
        ("wmo-24-uur", date(2026, 1, 1), "bestaat niet"),
    ],
)
def test_what_cannot_be_computed_is_refused_in_one_sentence(code: str, start: date, woorden: str) -> None:
    with pytest.raises(TermijnFout, match=woorden):
        bereken(code, start)


def test_a_committee_is_refused_where_the_law_has_none() -> None:
    with pytest.raises(TermijnFout, match="commissie"):
        bereken("wmo-onderzoek", date(2026, 6, 1), commissie=True)


# What must hold for every date on which every rule holds

STARTDAGEN = st.dates(date(2021, 1, 1), date(2060, 12, 31))
CODES = st.sampled_from(sorted(REGELS))
OPSCHORTBAAR = st.sampled_from([code for code in REGELS if termijnen.mag_opschorten(code)])


@st.composite
def stilstanden(draw: st.DrawFn, start: date) -> list[Opschorting]:
    rijen = draw(st.lists(st.tuples(st.integers(-20, 120), st.integers(0, 40)), max_size=4))
    return [Opschorting(start + timedelta(days=na), start + timedelta(days=na + duur)) for na, duur in rijen]


@st.composite
def termijnen_met_van_alles(draw: st.DrawFn) -> Termijn:
    code, start = draw(CODES), draw(STARTDAGEN)
    regel = REGELS[code]
    return bereken(
        code,
        start,
        opschortingen=draw(stilstanden(start)) if termijnen.mag_opschorten(code) else [],
        verdaging_weken=draw(st.integers(0, regel.verdaging.max_weken or 4)) if regel.verdaging.artikel else 0,
        commissie=regel.commissie is not None and draw(st.booleans()),
    )


@given(termijnen_met_van_alles())
def test_a_term_never_ends_on_a_free_day(termijn: Termijn) -> None:
    assert is_werkdag(termijn.einddatum)


@given(termijnen_met_van_alles())
def test_the_steps_lead_from_the_start_to_the_end(termijn: Termijn) -> None:
    assert termijn.stappen[0].datum == termijn.start
    assert termijn.stappen[-1].datum == termijn.einddatum
    for vorige, stap in zip(termijn.stappen, termijn.stappen[1:], strict=False):
        assert stap.datum == vorige.datum + timedelta(days=stap.dagen)
        assert stap.dagen > 0
    assert all(stap.reden and stap.artikel.startswith("artikel ") for stap in termijn.stappen)


@given(termijnen_met_van_alles())
def test_a_term_survives_json(termijn: Termijn) -> None:
    assert Termijn.from_dict(json.loads(termijn.as_json())) == termijn


@given(OPSCHORTBAAR, st.data())
def test_one_more_suspension_never_brings_the_end_forward(code: str, data: st.DataObject) -> None:
    start = data.draw(STARTDAGEN)
    minder = data.draw(stilstanden(start))
    meer = minder + data.draw(stilstanden(start))
    assert bereken(code, start, opschortingen=minder).einddatum <= bereken(code, start, opschortingen=meer).einddatum


@given(CODES, STARTDAGEN, st.integers(0, 30), st.data())
def test_a_later_start_never_ends_earlier(code: str, start: date, dagen: int, data: st.DataObject) -> None:
    stilstand = data.draw(stilstanden(start)) if termijnen.mag_opschorten(code) else []
    vroeg = bereken(code, start, opschortingen=stilstand)
    laat = bereken(code, start + timedelta(days=dagen), opschortingen=stilstand)
    assert vroeg.einddatum <= laat.einddatum


@given(OPSCHORTBAAR, st.data())
def test_the_end_is_never_a_day_on_which_the_term_stands_still(code: str, data: st.DataObject) -> None:
    start = data.draw(STARTDAGEN)
    stilstand = data.draw(stilstanden(start))
    einde = bereken(code, start, opschortingen=stilstand).einddatum
    assert not any(rij.bevat(einde) for rij in stilstand)


@given(st.data())
def test_the_length_is_the_number_of_days_that_did_count(data: st.DataObject) -> None:
    """Counting day by day gives the same raw end as the arithmetic with ranges."""
    start = data.draw(STARTDAGEN)
    stilstand = data.draw(stilstanden(start))
    termijn = termijnen.einddatum_besluit(start, opschortingen=stilstand)
    geteld, dag = 0, start
    while geteld < 56:
        dag += timedelta(days=1)
        geteld += not any(rij.bevat(dag) for rij in stilstand)
    ruw = [stap for stap in termijn.stappen if stap.soort is not StapSoort.VERSCHUIVING][-1]
    assert ruw.datum == dag


# The municipality's own norm

NORM = Norm(
    code="spoed-wmo",
    naam="Spoed: eerste contact",
    vindplaats="Beleidsregels maatschappelijke ondersteuning 2026, artikel 4",
    start="de dag waarop de melding is ontvangen",
    lengte=Lengte(2, Eenheid.DAGEN),
    volgt_termijnenwet=False,
)


def test_a_norm_of_the_municipality_is_never_called_law() -> None:
    termijn = bereken_norm(NORM, date(2026, 4, 2))
    assert termijn.bron is Bron.GEMEENTELIJK
    assert termijn.einddatum == date(2026, 4, 4)  # a Saturday: the Algemene termijnenwet does not apply
    assert all(stap.artikel.startswith("norm van de gemeente") for stap in termijn.stappen)
    assert Termijn.from_dict(json.loads(termijn.as_json())) == termijn


def test_a_norm_follows_the_termijnenwet_only_when_the_municipality_says_so() -> None:
    norm = Norm("n", "Norm", "Verordening 2026, artikel 2", "de melding", Lengte(2, Eenheid.DAGEN), True)
    assert bereken_norm(norm, date(2026, 4, 2)).einddatum == date(2026, 4, 7)  # Tuesday after Easter


def test_a_norm_longer_than_the_law_warns_that_the_law_comes_first() -> None:
    norm = Norm("n", "Norm", "Besluit", "de melding", Lengte(10, Eenheid.WEKEN), False, bij_regel="wmo-onderzoek")
    (waarschuwing,) = bereken_norm(norm, date(2026, 6, 1)).waarschuwingen
    assert "op 13 juli 2026; die dag gaat voor" in waarschuwing


def test_a_norm_in_hours_or_before_the_calendar_is_refused() -> None:
    with pytest.raises(TermijnFout, match="uren"):
        Norm("n", "Norm", "Besluit", "de melding", Lengte(48, Eenheid.UREN), False)
    with pytest.raises(TermijnFout, match="vanaf 2014"):
        bereken_norm(NORM, date(2013, 1, 1))
    with pytest.raises(TermijnFout, match="9999"):
        bereken_norm(NORM, date(9999, 12, 31))
