"""B7: one box finds people and case text while one types, and never anything outside one's authorisation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import Sleutel
from eenplan.dossiers.actions import schrijf_notitie
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from verhalen import onderzoek

Bezoek = Callable[..., Page]
ZOEKEN = "/zoeken/"
LIVE = {"HX-Request": "true"}


@pytest.fixture
def dossier(amina: Medewerker, gerda: Medewerker, de_wit: Gezin) -> Gezin:
    """The household with an onderzoek and a note about a stairlift."""
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    schrijf_notitie(lopend.dossier, tekst="De traplift van haar moeder is kapot & versleten.", by=amina, at=MAANDAG)
    return de_wit


@pytest.mark.parametrize("tekst", ["sanne de wit", "sane de wti", "14-3-1988", "lindelaan 4", "1231 aa 4", "999900006"])
def test_the_worker_finds_the_resident_with_where_it_stands(
    page: Bezoek, amina: Medewerker, dossier: Gezin, tekst: str
) -> None:
    pagina = page(amina, ZOEKEN, data={"zoek": tekst}, status=200)
    eerste = pagina.tree.xpath("//*[@class='ep-treffer'][1]")[0].text_content()
    for deel in ("Sanne de Wit", "14 mrt 1988", "Lindelaan 4", "Fam. de Wit", "Amina Bouzid", "Team Noord 1"):
        assert deel in eerste
    assert "Amina Bouzid doet het onderzoek." in eerste
    (adres,) = pagina.tree.xpath("//*[@class='ep-treffer'][1]/a/@href")
    assert adres == f"/huishoudens/{dossier.huishouden.pk}/"


def test_the_first_hits_come_while_typing(page: Bezoek, amina: Medewerker, dossier: Gezin) -> None:
    stuk = page(amina, ZOEKEN, data={"zoek": "sann"}, status=200, **LIVE)
    assert "<html" not in stuk.text
    assert "Sanne de Wit" in stuk.text


def test_a_word_of_the_case_text_is_found_with_its_sentence(page: Bezoek, amina: Medewerker, dossier: Gezin) -> None:
    pagina = page(amina, ZOEKEN, data={"zoek": "traplift"}, status=200)
    assert pagina.tree.xpath("//mark")[0].text == "traplift"
    assert "kapot & versleten" in pagina.words
    half = page(amina, ZOEKEN, data={"zoek": "huishoud"}, status=200)
    assert "Melding" in half.words
    assert "Ik red het" in half.words


def test_another_team_finds_nothing_of_it(page: Bezoek, chantal: Medewerker, dossier: Gezin) -> None:
    for tekst in ("sanne de wit", "14-3-1988", "lindelaan 4", "999900006", "traplift", "huishouden"):
        pagina = page(chantal, ZOEKEN, data={"zoek": tekst}, status=200)
        assert "Niemand gevonden" in pagina.words
        assert not pagina.tree.xpath("//*[@class='ep-treffer']")


def test_the_front_office_finds_people_but_no_case_text(page: Bezoek, gerda: Medewerker, dossier: Gezin) -> None:
    pagina = page(gerda, ZOEKEN, data={"zoek": "sanne"}, status=200)
    (adres,) = pagina.tree.xpath("//*[@class='ep-treffer'][1]/a/@href")
    assert adres == f"/huishoudens/{dossier.huishouden.pk}/stand/"
    assert "traplift" not in page(gerda, ZOEKEN, data={"zoek": "moeder"}, status=200).words


def test_the_privacy_officer_may_not_search(page: Bezoek, els: Medewerker, dossier: Gezin) -> None:
    page(els, ZOEKEN, data={"zoek": "sanne"}, status=403)


def test_the_search_is_in_the_trail_without_its_text(page: Bezoek, amina: Medewerker, dossier: Gezin) -> None:
    page(amina, ZOEKEN, data={"zoek": "sanne de wit"}, status=200)
    gezocht = Gebeurtenis.objects.get(sleutel=Sleutel.GEZOCHT)
    assert gezocht.actor_id == amina.pk
    assert not Gebeurtenisdetail.objects.filter(gebeurtenis=gezocht).exists()


def test_a_search_asks_few_questions_whatever_it_finds(
    als: Callable[[Medewerker], Client], amina: Medewerker, dossier: Gezin
) -> None:
    client = als(amina)
    with CaptureQueriesContext(connection) as vragen:
        client.post(ZOEKEN, {"zoek": "wit huishouden"}, headers=LIVE)
    # Who is it 3, who is found 2, where it stands 3, case text 1, the trail 2.
    assert len(vragen) <= 11


def test_the_page_explains_an_impossible_number(page: Bezoek, amina: Medewerker, dossier: Gezin) -> None:
    pagina = page(amina, ZOEKEN, data={"zoek": "123456789"}, status=200)
    assert "kan geen BSN zijn" in pagina.words


def test_what_is_searched_never_stands_in_an_address(page: Bezoek, amina: Medewerker, dossier: Gezin) -> None:
    pagina = page(amina, ZOEKEN, data={"zoek": "sanne de wit"}, status=200)
    assert {form.get("method") for form in pagina.tree.xpath("//form[@role='search']")} == {"post"}
    assert not [adres for adres in pagina.tree.xpath("//@href") if "sanne" in adres.lower()]
