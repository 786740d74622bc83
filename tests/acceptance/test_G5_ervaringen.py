"""G5: residents say how the help was, at an evaluation and at closing; a team sees it, nobody is known by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Dossier
from eenplan.evaluaties.actions import Gevraagd, leg_ervaring_vast
from eenplan.evaluaties.models import Aanleiding, Ervaring, Ervaringsantwoord, Wijze
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Huishoudrol
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin

Bezoek = Callable[..., Page]
DAG = MAANDAG.date()
WOORDEN = "Ik moest drie keer hetzelfde vertellen."


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit: Gezin, gerda: Medewerker) -> Dossier:
    return open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)


def vraag(page: Bezoek, wie: Medewerker, gezin: Gezin, wijze: str) -> Page:
    """Ask Sanne at an evaluation."""
    velden = {"persoon": gezin.sanne.pk, "aanleiding": "evaluatie", "wijze": wijze}
    return page(wie, f"/huishoudens/{gezin.huishouden.pk}/ervaringen/", data=velden)


def vul_team(amina: Medewerker, gerda: Medewerker, aantal: int, *, begin: int = 0) -> None:
    """So many residents of as many households say how the help was."""
    for nummer in range(begin, begin + aantal):
        lid = NieuwPersoon("Noa", f"Nummer{nummer}", Huishoudrol.ALLEENSTAAND)
        nieuw = NieuwHuishouden(
            straat="Lindelaan", huisnummer=100 + nummer, postcode="1231AA", woonplaats="Zonnedaal", leden=(lid,)
        )
        huishouden = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
        dossier = open_dossier(huishouden, by=gerda, at=MAANDAG)
        persoon = huishouden.leden.get().persoon
        gevraagd = Gevraagd(persoon, Aanleiding.AFSLUITING, Wijze.SAMEN, DAG)
        antwoorden = {"serieus": 4 if nummer % 2 else 5, "anders": f"Woorden nummer {nummer}."}
        leg_ervaring_vast(dossier, gevraagd, antwoorden, by=amina, at=MAANDAG)


def test_the_resident_fills_it_in_on_a_page_of_its_own(page, amina, de_wit, dossier):
    """Gegeven een evaluatie aan de keukentafel

    Als Amina het scherm aan Sanne geeft
    Dan ziet Sanne alleen de vragen, en na afloop een dankwoord; Amina leest haar eigen woorden hier niet terug.
    """
    vragen = vraag(page, amina, de_wit, "zelf").follow(queries_max=15)
    assert not vragen.tree.xpath("//nav | //form[@role='search'] | //header")
    assert "de Wit" not in vragen.words
    assert [knop.get("value") for knop in vragen.tree.xpath("//input[@name='serieus']")] == [
        "5",
        "4",
        "3",
        "2",
        "1",
        "",
    ]
    klaar = vragen.post({"serieus": "4", "samen": "2", "anders": WOORDEN}).follow()
    assert "Geef het scherm terug" in klaar.words
    assert not klaar.tree.xpath("//nav")
    lijst = page(amina, f"/huishoudens/{dossier.pk}/ervaringen/", queries_max=15)
    assert "Ik werd serieus genomen. 4" in lijst.words
    assert WOORDEN not in lijst.words
    assert Ervaringsantwoord.objects.get(vraag="anders").tekst == WOORDEN


def test_the_worker_may_type_along_and_an_empty_form_is_not_kept(page, amina, de_wit, dossier):
    vragen = vraag(page, amina, de_wit, "samen").follow()
    assert "Er is nog niets ingevuld." in vragen.post({}, status=422).words
    terug = vragen.post({"serieus": "9", "anders": WOORDEN}, status=422)
    assert WOORDEN in terug.tree.xpath("string(//textarea[@name='anders'])")
    vragen.post({"serieus": "5"})
    assert "Vandaag is dit al aan deze inwoner gevraagd." in vragen.post({"serieus": "5"}, status=422).words
    assert Ervaring.objects.get().wijze == Wijze.SAMEN


def test_a_resident_may_say_no(page, amina, de_wit, dossier):
    vraag(page, amina, de_wit, "wil_niet")
    assert "de inwoner wil dit niet" in page(amina, f"/huishoudens/{dossier.pk}/ervaringen/").words
    assert not Ervaringsantwoord.objects.exists()


def test_a_team_sees_nothing_below_the_minimum_and_an_average_from_there(page, amina, farid, gerda, karin, stad):
    """Gegeven vier inwoners die antwoordden

    Als Farid de cijfers opent
    Dan staat er niets; bij de vijfde wel, met eigen woorden zonder naam.
    """
    vul_team(amina, gerda, 4)
    weinig = page(farid, "/cijfers/ervaringen/", queries_max=12)
    assert "Minder dan 5 keer ingevuld: hier staat nog niets." in weinig.words
    assert "Woorden nummer" not in weinig.words
    assert "Noa" not in page(farid, f"/cijfers/ervaringen/?team={stad.noord.pk}").words
    vul_team(amina, gerda, 1, begin=4)
    genoeg = page(farid, "/cijfers/ervaringen/", queries_max=12)
    assert "Ik werd serieus genomen. 4,6 5" in genoeg.words
    assert "We hebben samen naar een oplossing gezocht. te weinig antwoorden minder dan 5" in genoeg.words
    assert "Woorden nummer 3." in genoeg.words
    assert "Noa" not in genoeg.words
    assert "Ik werd serieus genomen. 4,6 5" in page(karin, "/cijfers/ervaringen/").words
    assert "/cijfers/ervaringen/" in page(farid, "/cijfers/").tree.xpath("//main//a/@href")


def test_the_rows_behind_a_figure_open_only_for_whoever_may_see_those_files(page, amina, farid, gerda, karin, stad):
    vul_team(amina, gerda, 5)
    adres = f"/cijfers/ervaringen/?team={stad.noord.pk}"
    rijen = page(farid, adres, queries_max=15).tree.xpath("//tr[@class='ep-rij-link']//a/@href")
    assert len(rijen) == 5
    page(farid, rijen[0])
    dicht = page(karin, adres)
    assert not dicht.tree.xpath("//tr[@class='ep-rij-link']")
    assert "Nummer1" not in dicht.words


def test_the_figures_are_of_the_own_team_and_for_whoever_may_see_figures(page, amina, chantal, gerda, de_wit, dossier):
    page(amina, "/cijfers/ervaringen/", status=403)
    page(gerda, "/cijfers/ervaringen/", status=403)
    page(chantal, f"/huishoudens/{dossier.pk}/ervaringen/", status=404)
    page(chantal, f"/huishoudens/{dossier.pk}/ervaringen/inwoner/", status=404)
    page(amina, f"/huishoudens/{dossier.pk}/ervaringen/inwoner/?persoon=x", status=302)


def test_more_answers_ask_no_more_questions_of_the_database(page, amina, farid, gerda, stad):
    vul_team(amina, gerda, 9)
    page(farid, f"/cijfers/ervaringen/?team={stad.noord.pk}", queries_max=15)
