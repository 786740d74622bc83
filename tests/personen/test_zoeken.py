"""One search box finds a resident by whatever the caller says, and never outside the worker's own area."""

from __future__ import annotations

from datetime import date
from string import ascii_lowercase

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.queries import zoek
from eenplan.personen.zoeken import Zoekvraag, ontleed
from eenplan.teams.models import Medewerker
from personas import MAANDAG, Gezin, Stad

VANDAAG = MAANDAG.date()


def gevonden(medewerker: Medewerker, tekst: str) -> list[str]:
    """Return the names found, best first."""
    return [lid.persoon.naam for lid in zoek(medewerker, tekst, vandaag=VANDAAG).treffers]


@pytest.fixture
def buurt(de_wit: Gezin, gerda: Medewerker) -> None:
    """A few more people in Noord and one household in Zuid."""
    for straat, nummer, postcode, leden in (
        ("Lindelaan", 8, "1231AA", (NieuwPersoon("Johannes", "Jansen", geboortedatum=date(1987, 6, 1)),)),
        ("Willemstraat", 12, "1231AA", (NieuwPersoon("Fatima", "Bouzid", geboortedatum=date(1955, 1, 9)),)),
        (
            "Eikenweg",
            3,
            "1231AA",
            (NieuwPersoon("Willem", "Dijk", tussenvoegsel="van", geboortedatum=date(1987, 2, 2)),),
        ),
        ("Eikenweg", 5, "1231AA", (NieuwPersoon("Ayşe", "Yıldız", geboortedatum=date(1990, 2, 2)),)),
        ("Zeeweg", 1, "1232AA", (NieuwPersoon("Piet", "Jansen", geboortedatum=date(1987, 6, 1)),)),
    ):
        nieuw = NieuwHuishouden(straat=straat, huisnummer=nummer, postcode=postcode, leden=leden)
        schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [
        ("sanne de wit", "Sanne de Wit"),
        ("de wit sanne", "Sanne de Wit"),
        ("wit, sanne", "Sanne de Wit"),
        ("mevrouw de wit 14-3-88", "Sanne de Wit"),
        ("14-03-1988", "Sanne de Wit"),
        ("14 maart 1988", "Sanne de Wit"),
        ("14031988", "Sanne de Wit"),
        ("1231 aa 4 sanne", "Sanne de Wit"),
        ("999900006", "Sanne de Wit"),
        ("9999.00.006", "Sanne de Wit"),
        ("dewit sanne", "Sanne de Wit"),
        ("sane de witt", "Sanne de Wit"),
        ("jansen 1987", "Johannes Jansen"),
        ("janssen", "Johannes Jansen"),
        ("jasnen", "Johannes Jansen"),
        ("jan", "Johannes Jansen"),
        ("bouzit", "Fatima Bouzid"),
        ("boezid fatma", "Fatima Bouzid"),
        ("bouz", "Fatima Bouzid"),
        ("van dyck", "Willem van Dijk"),
        ("vandijk", "Willem van Dijk"),
        ("willem", "Willem van Dijk"),
        ("willemstraat 12", "Fatima Bouzid"),
        ("ayse yildiz", "Ayşe Yıldız"),
        ("lindelaan 8", "Johannes Jansen"),
        ("lindenlaan 8", "Johannes Jansen"),
        ("jansen lindelaan", "Johannes Jansen"),
    ],
)
def test_the_first_hit_is_the_one_the_caller_means(tekst: str, eerste: str, gerda: Medewerker, buurt: None) -> None:
    assert gevonden(gerda, tekst)[:1] == [eerste]


def test_an_address_gives_everybody_who_lives_there_eldest_first(gerda: Medewerker, buurt: None) -> None:
    assert gevonden(gerda, "1231aa 4") == ["Sanne de Wit", "Daan de Wit", "Mees de Wit"]
    assert gevonden(gerda, "de wit lindelaan") == ["Sanne de Wit", "Daan de Wit", "Mees de Wit"]


def test_a_name_comes_before_a_street(gerda: Medewerker, buurt: None) -> None:
    assert gevonden(gerda, "willem") == ["Willem van Dijk", "Fatima Bouzid"]


def test_a_bsn_is_found_exactly_or_not_at_all(gerda: Medewerker, buurt: None) -> None:
    resultaat = zoek(gerda, "999900007", vandaag=VANDAAG)
    assert not resultaat.treffers
    assert "BSN" in resultaat.uitleg
    assert "999900007" not in resultaat.uitleg
    assert not zoek(gerda, "999900018", vandaag=VANDAAG).treffers


def test_an_unknown_word_is_named_and_the_others_still_count(gerda: Medewerker, buurt: None) -> None:
    resultaat = zoek(gerda, "fatima scootmobiel", vandaag=VANDAAG)
    assert [lid.persoon.naam for lid in resultaat.treffers] == ["Fatima Bouzid"]
    assert resultaat.onbekende_woorden == ("scootmobiel",)


def test_chantal_finds_nobody_of_noord(chantal: Medewerker, buurt: None) -> None:
    assert gevonden(chantal, "jansen") == ["Piet Jansen"]
    for tekst in ("sanne de wit", "1231aa 4", "14-03-1988", "999900006", "lindelaan", "bouzid"):
        assert gevonden(chantal, tekst) == []


def test_someone_without_the_right_finds_nobody(els: Medewerker, buurt: None) -> None:
    assert gevonden(els, "jansen") == []


def test_a_search_asks_the_database_two_questions(gerda: Medewerker, buurt: None) -> None:
    assert gerda.vervullingen
    with CaptureQueriesContext(connection) as vragen:
        assert gevonden(gerda, "jansen lindelaan 8 1987")
    assert len(vragen) == 2


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("", Zoekvraag()),
        ("Jansen 1987", Zoekvraag(("jansen",), geboortejaar=1987)),
        ("1987 de Wit", Zoekvraag(("wit",), geboortejaar=1987)),
        ("1231 AA 4-b", Zoekvraag(postcode="1231AA", huisnummer=4, toevoeging="b")),
        ("Lindelaan 4b", Zoekvraag(("lindelaan",), huisnummer=4, toevoeging="b")),
        ("de wit 3-4-26", Zoekvraag(("wit",), geboren=date(2026, 4, 3))),
        ("de wit 3-4-27", Zoekvraag(("wit",), geboren=date(1927, 4, 3))),
        ("jansen 31-2-1990", Zoekvraag(fout="datum")),
        ("123456789", Zoekvraag(fout="bsn")),
        ("lindelaan 4 de wit 1988", Zoekvraag(("lindelaan", "wit"), huisnummer=4, geboortejaar=1988)),
        ("van der", Zoekvraag(("vander",))),
        ("mw. De Vries", Zoekvraag(("vries",))),
    ],
)
def test_what_was_typed_is_taken_apart(tekst: str, vraag: Zoekvraag) -> None:
    assert ontleed(tekst, vandaag=VANDAAG) == vraag


ACHTERNAMEN = (
    "Jansen",
    "Bakker",
    "Visser",
    "Schouten",
    "Hoekstra",
    "Dijkstra",
    "Bouzid",
    "Yilmaz",
    "Kowalski",
    "Smits",
)


@st.composite
def tikfout(draw: st.DrawFn) -> tuple[str, str]:
    """A surname, and the same with one letter too many, missing, wrong, or two swapped."""
    naam = draw(st.sampled_from(ACHTERNAMEN))
    woord, plaats = naam.lower(), draw(st.integers(0, len(naam) - 1))
    letter = draw(st.sampled_from(ascii_lowercase))
    fout = draw(
        st.sampled_from(
            [
                woord[:plaats] + letter + woord[plaats:],
                woord[:plaats] + woord[plaats + 1 :],
                woord[:plaats] + letter + woord[plaats + 1 :],
                woord[:plaats] + woord[plaats : plaats + 2][::-1] + woord[plaats + 2 :],
            ]
        )
    )
    return naam, fout


@pytest.fixture
def namenlijst(stad: Stad, gerda: Medewerker) -> None:
    for nummer, naam in enumerate(ACHTERNAMEN, 1):
        nieuw = NieuwHuishouden(
            straat="Beukenhof", huisnummer=nummer, postcode="1231AA", leden=(NieuwPersoon("Kim", naam),)
        )
        schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(geval=tikfout())
def test_any_single_typing_error_still_finds_the_surname(
    geval: tuple[str, str], gerda: Medewerker, namenlijst: None
) -> None:
    naam, fout = geval
    assert f"Kim {naam}" in gevonden(gerda, fout)
