"""A4: one intake script for all teams; the group that is chosen sets the approach; a neighbourhood may ask more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin, Stad
from schermen import AANNEMEN, gespreksformulier

Bezoek = Callable[..., Page]
EXTRA = "extra_woonzorgzone"


@pytest.mark.parametrize("groep", [groep.code for groep in inrichting().klantgroepen])
def test_the_group_sets_the_approach(page: Bezoek, gerda: Medewerker, stad: Stad, groep: str) -> None:
    pagina = page(gerda, AANNEMEN)
    vier = {"naam": "Eva Bos", "vraag": "Hulp", "postcode": "1231AA", "huisnummer": "7", "einde": "melding"}
    pagina.post(gespreksformulier(pagina, klantgroep=groep, is_meervoudig="nee", **vier))
    melding = Melding.objects.get()
    regels = inrichting()
    assert melding.contact.verheldering.aanpak == regels.aanpak_van(groep)
    assert melding.contact.verheldering.is_meervoudig is False
    assert regels.aanpakken[regels.aanpak_van(groep)] in page(gerda, f"/meldingen/{melding.pk}/").words


def test_the_approach_stands_under_each_group_while_choosing(page: Bezoek, gerda: Medewerker, stad: Stad) -> None:
    pagina = page(gerda, AANNEMEN)
    for groep in inrichting().klantgroepen:
        assert f"Aanpak: {inrichting().aanpakken[groep.aanpak]}" in pagina.words


def test_the_script_is_never_mandatory(page: Bezoek, gerda: Medewerker, stad: Stad) -> None:
    pagina = page(gerda, AANNEMEN)
    pagina.post(gespreksformulier(pagina, naam="Eva", vraag="Hulp", antwoord="Bel 14 0123", einde="beantwoord"))


def test_every_team_asks_the_same_and_one_neighbourhood_asks_more(
    page: Bezoek, gerda: Medewerker, de_wit: Gezin
) -> None:
    nieuw = NieuwHuishouden(straat="Zeeweg", huisnummer=1, postcode="1232AA", leden=(NieuwPersoon("Piet", "Jansen"),))
    zuid = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
    pagina = page(gerda, AANNEMEN)
    vragen = {}
    for huishouden in (de_wit.huishouden, zuid):
        lid = huishouden.leden.order_by("pk").first()
        gekozen = pagina.post(gespreksformulier(pagina, kies=lid.pk), status=200)
        vragen[huishouden.pk] = set(gespreksformulier(gekozen))
    assert vragen[de_wit.huishouden.pk] - vragen[zuid.pk] == {EXTRA}
    assert vragen[zuid.pk] <= vragen[de_wit.huishouden.pk]
