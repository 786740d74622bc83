"""Forms that read what people type, and say in plain Dutch what to change."""

from datetime import date, time

import pytest
from django import forms

from eenplan.core.formulier import BasisForm, Bedragveld, Datumveld, Tijdveld, lees_bedrag, lees_datum, lees_tijd


class Proefformulier(BasisForm):
    naam = forms.CharField(label="Naam", max_length=10)
    geboren = Datumveld(label="Geboortedatum", required=False)
    om = Tijdveld(label="Tijd", required=False)
    schuld = Bedragveld(label="Schuld", required=False)
    soort = forms.ChoiceField(label="Soort", choices=[("a", "Eén"), ("b", "Twee")], widget=forms.RadioSelect)
    kinderen = forms.IntegerField(label="Kinderen", required=False, min_value=0)
    akkoord = forms.BooleanField(label="Akkoord", error_messages={"required": "Vraag eerst toestemming."})


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("07-04-2026", date(2026, 4, 7)),
        ("7-4-2026", date(2026, 4, 7)),
        (" 7/4/2026 ", date(2026, 4, 7)),
        ("7.4.2026", date(2026, 4, 7)),
        ("7 4 2026", date(2026, 4, 7)),
        ("07042026", date(2026, 4, 7)),
        ("2026-04-07", date(2026, 4, 7)),
        ("7 april 2026", date(2026, 4, 7)),
        ("di 7 april 2026", date(2026, 4, 7)),
        ("Dinsdag 7 apr. 2026", date(2026, 4, 7)),
        ("1 mrt 2026", date(2026, 3, 1)),
        ("29-02-2028", date(2028, 2, 29)),
        ("29-02-2026", None),
        ("31-04-2026", None),
        ("04/31/2026", None),
        ("7-4-26", None),
        ("01-01-0001", None),
        ("07-04-0206", None),
        ("31-12-9999", None),
        ("7 zomer 2026", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(getypt, dag):
    assert lees_datum(getypt) == dag


@pytest.mark.parametrize(
    ("getypt", "tijdstip"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("14u30", time(14, 30)),
        ("9 uur", time(9, 0)),
        ("9", time(9, 0)),
        ("24:00", None),
        ("half tien", None),
    ],
)
def test_a_time_is_read_as_people_write_it(getypt, tijdstip):
    assert lees_tijd(getypt) == tijdstip


@pytest.mark.parametrize(
    ("getypt", "cents"),
    [
        ("1.234,56", 123456),
        ("1234,56", 123456),
        ("€ 80", 8000),
        ("80,-", 8000),
        ("80,5", 8050),
        ("0,05", 5),
        ("1.234", 123400),
        ("12.34", None),
        ("1,234.56", None),
        ("-5", None),
        ("veel", None),
    ],
)
def test_an_amount_becomes_whole_cents_or_is_refused(getypt, cents):
    assert lees_bedrag(getypt) == cents


def test_a_complete_form_gives_typed_values():
    form = Proefformulier(
        {
            "naam": "Sanne",
            "geboren": "7-4-1987",
            "om": "14.30",
            "schuld": "1.234,56",
            "soort": "a",
            "kinderen": "2",
            "akkoord": "on",
        }
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "naam": "Sanne",
        "geboren": date(1987, 4, 7),
        "om": time(14, 30),
        "schuld": 123456,
        "soort": "a",
        "kinderen": 2,
        "akkoord": True,
    }


def test_each_error_says_how_to_put_it_right():
    form = Proefformulier(
        {"naam": "een veel te lange naam", "geboren": "31-02-1987", "om": "25:00", "schuld": "veel", "kinderen": "-1"}
    )
    assert not form.is_valid()
    assert form.errors == {
        "naam": ["Maak de tekst korter: hooguit 10 tekens. Nu zijn het er 22."],
        "geboren": ["Dit is geen bestaande datum. Schrijf dag, maand en jaar, bijvoorbeeld 07-04-2026."],
        "om": ["Dit is geen tijd. Schrijf uren en minuten, bijvoorbeeld 14:30."],
        "schuld": ["Dit is geen bedrag. Schrijf euro’s en centen met een komma, bijvoorbeeld 1.234,56."],
        "soort": ["Kies een antwoord."],
        "kinderen": ["Dit getal is te laag. Vul ten minste 0 in."],
        "akkoord": ["Vraag eerst toestemming."],
    }


def test_a_wrong_date_stays_in_its_box_as_it_was_typed():
    form = Proefformulier({"geboren": "31-02-1987"})
    assert 'value="31-02-1987"' in form["geboren"].invoer()


def test_a_known_date_and_amount_show_as_they_are_typed():
    form = Proefformulier(initial={"geboren": date(1987, 4, 7), "schuld": 5, "om": time(9, 5)})
    assert 'value="07-04-1987"' in form["geboren"].invoer()
    assert 'value="0,05"' in form["schuld"].invoer()
    assert 'value="09:05"' in form["om"].invoer()


def test_the_browser_is_not_asked_to_refuse_in_its_own_words():
    assert " required" not in Proefformulier()["naam"].invoer()


@pytest.mark.parametrize(
    ("veld", "soort"),
    [("naam", "invoer"), ("geboren", "datumveld"), ("soort", "radios"), ("akkoord", "vinkje")],
)
def test_a_field_knows_how_it_is_drawn(veld, soort):
    assert Proefformulier()[veld].soort == soort


def test_a_field_is_described_by_its_hint_its_error_and_who_reads_it():
    field = Proefformulier({"geboren": "x"})["geboren"]
    assert field.beschreven_door(wie=True) == "id_geboren_helptext id_geboren_error id_geboren_wie"
    assert Proefformulier()["naam"].beschreven_door() == ""
