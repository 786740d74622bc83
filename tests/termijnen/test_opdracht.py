"""`eenplan termijnen`: silence when every stored date is what the law gives, a line and exit code 1 otherwise."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from eenplan.core.klok import reis_naar
from eenplan.termijnen.actions import schort_op, start_termijn
from eenplan.termijnen.models import Termijn
from personas import MAANDAG
from verhalen import melding

START = MAANDAG.date()


@pytest.fixture
def gemeld(de_wit, gerda):
    return melding(de_wit, by=gerda, at=MAANDAG)


def draai(dag=START):
    uit = StringIO()
    with reis_naar(dag):
        try:
            call_command("termijnen", stdout=uit)
        except SystemExit as einde:
            return einde.code, uit.getvalue()
    return 0, uit.getvalue()


def test_nothing_changed_is_silence(gemeld):
    assert Termijn.objects.count() == 2
    assert draai() == (0, "")


def test_a_date_that_somebody_changed_by_hand_is_put_right_and_told(gemeld):
    termijn = Termijn.objects.get(regel="wmo-onderzoek")
    goed = termijn.einddatum
    Termijn.objects.filter(pk=termijn.pk).update(einddatum=date(2027, 3, 1))
    code, tekst = draai()
    assert code == 1
    assert tekst == f"termijn {termijn.pk} (wmo-onderzoek): ma 1 maart 2027 wordt ma 4 januari 2027\n"
    assert Termijn.objects.get(pk=termijn.pk).einddatum == goed
    assert draai() == (0, "")


def test_the_line_names_nobody(gemeld, de_wit):
    Termijn.objects.filter(regel="wmo-onderzoek").update(einddatum=date(2027, 3, 1))
    _code, tekst = draai()
    assert de_wit.huishouden.naam not in tekst


def test_a_clock_that_stands_still_moves_along_in_silence(gemeld, amina):
    termijn = start_termijn("awb-besluit", gemeld, start=MAANDAG.date(), by=amina, at=MAANDAG)
    schort_op(termijn, van=MAANDAG.date() + timedelta(days=1), tot_en_met=None, reden="x", by=amina, at=MAANDAG)
    voor = Termijn.objects.get(pk=termijn.pk).einddatum
    assert draai(MAANDAG.date() + timedelta(days=8)) == (0, "")
    assert Termijn.objects.get(pk=termijn.pk).einddatum == voor + timedelta(days=7)


def test_a_finished_clock_is_left_alone(gemeld):
    Termijn.objects.update(einddatum=date(2027, 3, 1), voltooid_op=MAANDAG.date())
    assert draai() == (0, "")


@pytest.mark.parametrize("dag", [date(2027, 11, 22), date(2028, 2, 29)])
def test_the_night_makes_no_difference_on_any_other_day(dag, gemeld):
    assert draai(dag) == (0, "")
