"""A3: the address leads to an area and its team; a dated route per law says otherwise from configuration alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from eenplan.core import klok
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin, Stad
from schermen import AANNEMEN, gespreksformulier
from verhalen import onderzoek

Bezoek = Callable[..., Page]
VIER = {"vraag": "Mijn zoon slaapt niet.", "huisnummer": "7", "einde": "melding"}


def meld(
    page: Bezoek, gerda: Medewerker, *, op: date, wet: str, postcode: str = "1231AA", naam: str = "Eva Bos"
) -> Melding:
    """Take a call on a day and make it a melding under a law, through the screen."""
    with klok.reis_naar(op):
        pagina = page(gerda, AANNEMEN)
        pagina.post(gespreksformulier(pagina, naam=naam, postcode=postcode, wet=wet, **VIER))
    return Melding.objects.latest("pk")


@pytest.mark.parametrize(
    ("dag", "wet", "waarheen"),
    [
        # The question is the same; only the dated line in the configuration differs.
        (date(2026, 12, 31), "jeugdwet", ("Team Noord 1", "Het team van het adres helpt.")),
        (date(2027, 1, 1), "jeugdwet", ("Jeugdteam", "Vanaf 1 januari 2027")),
        (date(2027, 1, 1), "wmo", ("Team Noord 1", "Het team van het adres helpt.")),
        (date(2026, 12, 31), "participatiewet", ("Team Noord 1", "Werk en Inkomen beslist")),
    ],
)
def test_a_youth_request_takes_another_route_from_new_year(
    dag: date, wet: str, waarheen: tuple[str, str], page: Bezoek, gerda: Medewerker
) -> None:
    team, reden = waarheen
    melding = meld(page, gerda, op=dag, wet=wet)
    assert melding.dossier.huishouden.team.naam == team
    pagina = page(gerda, f"/meldingen/{melding.pk}/")
    assert team in pagina.words
    assert reden in pagina.words


def test_the_route_stands_in_the_configuration_and_nowhere_else() -> None:
    regels = inrichting()
    assert regels.route("jeugdwet", date(2026, 12, 31)).naar == "wijkteam"
    assert regels.route("jeugdwet", date(2027, 1, 1)).naar == "Jeugdteam"


def test_the_postcode_decides_the_team(page: Bezoek, gerda: Medewerker, stad: Stad) -> None:
    noord = meld(page, gerda, op=MAANDAG.date(), wet="wmo")
    zuid = meld(page, gerda, op=MAANDAG.date(), wet="wmo", postcode="1232 aa", naam="Kim Bos")
    assert (noord.dossier.huishouden.team, zuid.dossier.huishouden.team) == (stad.noord, stad.zuid)


def test_a_household_that_is_already_helped_keeps_its_team(
    page: Bezoek, gerda: Medewerker, amina: Medewerker, de_wit: Gezin
) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with klok.reis_naar(date(2027, 1, 4)):
        pagina = page(gerda, AANNEMEN)
        lid = de_wit.huishouden.leden.get(persoon=de_wit.daan)
        gekozen = pagina.post(gespreksformulier(pagina, kies=lid.pk, vraag="Daan wil niet naar school"), status=200)
        gekozen.post(gespreksformulier(gekozen, wet="jeugdwet", einde="melding"))
    melding = Melding.objects.latest("pk")
    assert melding.dossier.huishouden.team.naam == "Team Noord 1"
    assert "eigen team blijft" in melding.route
