"""D1: the statutory clocks, a table of dated cases each with its article, on the screen and on the command line."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.core.klok import reis_naar
from eenplan.core.opmaak import datum
from eenplan.inrichting.keuzes import Wet
from eenplan.termijnen.actions import start_termijn
from eenplan.termijnen.models import Termijn
from eenplan.wetgeving.opdracht import main
from personas import MAANDAG
from verhalen import melding

# rule, day of the event (with its weekday), last day (with its weekday), article that decides, what moved it
TABEL = [
    ("wmo-onderzoek", "ma 2026-02-23", "di 2026-04-07", "artikel 2.3.2 lid 1 Wmo 2015", "tweede Paasdag"),
    ("wmo-onderzoek", "ma 2026-03-02", "ma 2026-04-13", "artikel 2.3.2 lid 1 Wmo 2015", ""),
    ("wmo-persoonlijk-plan", "vr 2026-05-08", "ma 2026-05-18", "artikel 2.3.2 lid 2 Wmo 2015", "zaterdag"),
    ("wmo-besluit", "ma 2026-04-13", "di 2026-04-28", "artikel 2.3.5 lid 2 Wmo 2015", "Koningsdag"),
    ("awb-besluit", "vr 2026-03-20", "ma 2026-05-18", "artikel 4:13 Awb", "zaterdag"),
    ("awb-bezwaar", "di 2026-03-24", "wo 2026-05-06", "artikel 6:7 en 6:8 Awb", "Bevrijdingsdag"),
    ("wgs-gesprek", "vr 2026-03-06", "di 2026-04-07", "artikel 4 lid 1 Wgs", "Goede Vrijdag"),
    ("wgs-spoed", "do 2026-04-02", "do 2026-04-09", "artikel 4 lid 2 Wgs", "Goede Vrijdag"),
    ("klacht", "ma 2026-03-02", "ma 2026-04-13", "artikel 9:11 lid 1 Awb", ""),
    ("awb-beslissing-op-bezwaar", "ma 2026-05-18", "ma 2026-06-29", "artikel 7:10 lid 1 Awb", ""),
]
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def dag(tekst):
    """Read a day and check that its weekday was written down rightly."""
    naam, iso = tekst.split()
    gelezen = date.fromisoformat(iso)
    assert DAGEN[gelezen.weekday()] == naam, tekst
    return gelezen


@pytest.fixture
def gemeld(de_wit, gerda):
    """A melding under a law that starts no clock, to which each case of the table is tied."""
    return melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.JEUGDWET)


@pytest.mark.parametrize(("regel", "start", "einde", "artikel", "verschoven"), TABEL)
def test_screen_and_command_give_the_same_last_day_with_its_article(
    page, amina, gemeld, capsys, *, regel, start, einde, artikel, verschoven
):
    termijn = start_termijn(regel, gemeld, start=dag(start), by=amina, at=MAANDAG)
    with reis_naar(dag(start)):
        seen = page(amina, reverse("termijnen:termijn", args=[termijn.pk]))
    assert main([regel, dag(start).isoformat()]) == 0
    opdracht = capsys.readouterr().out
    assert f"uiterlijk {datum(dag(einde))}" in seen.words
    assert dag(einde).isoformat() in opdracht
    for vindplaats in (artikel, verschoven):
        assert vindplaats in seen.words
        assert vindplaats in opdracht


def test_the_command_answers_on_its_own_without_a_database(checkout):
    opdracht = [sys.executable, "-c", "import sys; from eenplan.project.cli import main; sys.exit(main())"]
    gedaan = subprocess.run(
        [*opdracht, "termijn", "wmo-onderzoek", "2026-02-23"], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert "dinsdag 7 april 2026" in gedaan.stdout
    assert "artikel 2.3.2 lid 1 Wmo 2015" in gedaan.stdout


def test_a_wmo_melding_starts_its_clocks_and_a_debt_question_its_own(page, amina, gerda, de_wit):
    melding(de_wit, by=gerda, at=MAANDAG)
    melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WGS)
    assert set(Termijn.objects.values_list("regel", flat=True)) == {
        "wmo-onderzoek",
        "wmo-persoonlijk-plan",
        "wgs-gesprek",
    }


def test_suspension_and_extension_together_on_the_screen_and_on_the_command_line(page, amina, gemeld, capsys):
    """Eight weeks from 1 June, eight days of standstill, two weeks more: the same date twice."""
    begin = date(2026, 6, 1)
    termijn = start_termijn("awb-besluit", gemeld, start=begin, by=amina, at=MAANDAG)
    with reis_naar(begin + timedelta(days=9)):
        page(amina, reverse("termijnen:opschorting", args=[termijn.pk])).post(
            {
                "grond": "Awb 4:15 lid 1 onder a",
                "van": "02-06-2026",
                "tot_en_met": "09-06-2026",
                "reden": "loonstrook gevraagd op 1 juni",
            }
        )
        verdaging = reverse("termijnen:verdaging", args=[termijn.pk])
        seen = page(amina, verdaging).post({"weken": "2", "reden": "we wachten op een advies"}).follow()
    opties = ["--opschorting", "2026-06-02:2026-06-09", "--verdaging", "2"]
    assert main(["awb-besluit", "2026-06-01", *opties]) == 0
    assert "2026-08-18" in capsys.readouterr().out
    assert "uiterlijk di 18 augustus 2026" in seen.words
    for vindplaats in ("artikel 4:13 Awb", "artikel 4:15 Awb", "artikel 4:14 lid 3 Awb"):
        assert vindplaats in seen.words


def test_the_clock_speaks_before_and_after_its_last_day(page, amina, gemeld):
    termijn = start_termijn("wmo-besluit", gemeld, start=MAANDAG.date(), by=amina, at=MAANDAG)
    adres = reverse("termijnen:termijn", args=[termijn.pk])
    for verschil, zin in ((-3, "nog 3 dagen"), (-1, "morgen"), (0, "vandaag"), (2, "2 dagen te laat")):
        with reis_naar(termijn.einddatum + timedelta(days=verschil)):
            assert zin in page(amina, adres).words
