"""What must happen first, as a rule without a database."""

from datetime import date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.core.klok import AMSTERDAM
from eenplan.web.volgorde import Band, Gewicht, Werk, band, einde_week, op_volgorde

NU = datetime(2026, 11, 25, 11, 0, tzinfo=AMSTERDAM)  # a Wednesday
VANDAAG = NU.date()


def werk(naam, uiterlijk, gewicht=Gewicht.WERK, **anders):
    return Werk(wat=naam, wie="", adres="/", uiterlijk=uiterlijk, gewicht=gewicht, **anders)


def om(uur, minuut=0, dag=VANDAAG):
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("uiterlijk", "verwacht"),
    [
        (VANDAAG - timedelta(days=1), Band.TE_LAAT),
        (om(10, 59), Band.TE_LAAT),  # promised before 11:00
        (om(11, 0), Band.VANDAAG),
        (VANDAAG, Band.VANDAAG),  # a day lasts until its end
        (VANDAAG + timedelta(days=4), Band.DEZE_WEEK),  # Sunday
        (VANDAAG + timedelta(days=5), Band.LATER),  # Monday
        (None, Band.ZONDER_DATUM),
    ],
)
def test_a_line_is_as_near_as_its_last_moment(uiterlijk, verwacht):
    assert band(werk("x", uiterlijk), NU) == verwacht


@pytest.mark.parametrize(
    ("dag", "zondag"),
    [
        (date(2026, 11, 23), date(2026, 11, 29)),  # Monday
        (date(2026, 11, 26), date(2026, 11, 29)),  # Thursday
        (date(2026, 11, 27), date(2026, 12, 6)),  # Friday: next week comes into view
        (date(2026, 11, 29), date(2026, 12, 6)),  # Sunday
    ],
)
def test_from_friday_on_the_next_week_is_in_view(dag, zondag):
    assert einde_week(dag) == zondag


def test_what_is_late_goes_by_weight_and_what_is_due_today_by_the_clock():
    regels = [
        werk("taak van vandaag", VANDAAG),
        werk("termijn van vandaag", VANDAAG, Gewicht.WET),
        werk("bellen om vier uur", om(16), Gewicht.BELOFTE),
        werk("bellen om twaalf uur", om(12), Gewicht.BELOFTE),
        werk("oude taak", VANDAAG - timedelta(days=30)),
        werk("gemiste belofte", om(9), Gewicht.BELOFTE),
        werk("verlopen termijn", VANDAAG - timedelta(days=1), Gewicht.WET),
        werk("langer verlopen termijn", VANDAAG - timedelta(days=9), Gewicht.WET),
        werk("morgen", VANDAAG + timedelta(days=1)),
        werk("ooit", None),
    ]
    assert [regel.wat for regel in op_volgorde(regels, NU)] == [
        "langer verlopen termijn",
        "verlopen termijn",
        "gemiste belofte",
        "oude taak",
        "bellen om twaalf uur",
        "bellen om vier uur",
        "termijn van vandaag",
        "taak van vandaag",
        "morgen",
        "ooit",
    ]


def test_the_same_lines_always_give_the_same_order():
    regels = [werk("gelijk", VANDAAG, nummer=nummer) for nummer in range(4)]
    uitkomsten = {tuple(regel.nummer for regel in op_volgorde(rij, NU)) for rij in permutations(regels)}
    assert uitkomsten == {(0, 1, 2, 3)}


@given(st.lists(st.integers(min_value=-400, max_value=400), max_size=30))
def test_nothing_that_is_due_earlier_today_or_later_waits_behind_something_due_later(dagen):
    regels = op_volgorde([werk("x", VANDAAG + timedelta(days=dag)) for dag in dagen], NU)
    einden = [regel.dag for regel in regels]
    assert einden == sorted(einden)


def test_the_button_says_what_it_is_about():
    regel = Werk(wat="Onderzoek", wie="Fam. de Wit", adres="/", actie="Openen")
    assert regel.actie_voluit == "Openen: Onderzoek, Fam. de Wit"
