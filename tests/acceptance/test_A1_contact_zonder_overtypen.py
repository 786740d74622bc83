"""A1: a call in at most four mandatory fields becomes a melding without retyping, and every fact keeps its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eenplan.meldingen.models import Afloop, Contact, Melding
from eenplan.personen.models import Huishouden, Huishoudlid
from eenplan.teams.models import Medewerker
from page import Page
from personas import Gezin, Stad
from schermen import AANNEMEN, gespreksformulier

Bezoek = Callable[..., Page]


def feiten(pagina: Page) -> dict[str, tuple[str, str]]:
    """Return the facts on the page of a melding: name → (value, where it came from)."""
    return {
        regel.findtext("dt"): (regel.find("dd").text.strip(), regel.find("dd/span").text_content().strip())
        for regel in pagina.tree.xpath("//dl[contains(@class, 'ep-feiten')]/div")
    }


def test_the_form_asks_at_most_four_mandatory_fields(page: Bezoek, gerda: Medewerker) -> None:
    pagina = page(gerda, AANNEMEN, queries_max=12)
    verplicht = [mate for mate in pagina.tree.xpath("//*[contains(@class, 'ep-mate')]") if mate.text == "verplicht"]
    assert len(verplicht) == 2
    leeg = pagina.post(gespreksformulier(pagina, einde="melding"), status=422)
    missend = leeg.tree.xpath("//*[@data-foutenlijst]//a/@href")
    assert missend == ["#id_naam", "#id_postcode", "#id_huisnummer", "#id_vraag"]


def test_a_call_of_a_known_resident_becomes_a_melding_with_every_fact_and_its_source(
    page: Bezoek, gerda: Medewerker, de_wit: Gezin
) -> None:
    pagina = page(gerda, AANNEMEN)
    gevonden = pagina.post(gespreksformulier(pagina, naam="sane de witt", vraag="Ik red het niet meer."), status=200)
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    gekozen = gevonden.post(gespreksformulier(gevonden, kies=lid.pk), status=200)
    assert gespreksformulier(gekozen)["naam"] == "Sanne de Wit"
    assert gespreksformulier(gekozen)["telefoon"] == "06 12 34 56 00"
    klaar = gekozen.post(
        gespreksformulier(
            gekozen,
            urgentie="snel",
            vraag_achter_de_vraag="Rust in huis",
            is_meervoudig="ja",
            klantgroep="gezin",
            extra_woonzorgzone="nee",
            einde="melding",
        )
    )
    melding = Melding.objects.get()
    pagina = klaar.follow(queries_max=16)
    assert "Ik red het niet meer." in pagina.words
    bron = f"telefoongesprek met Gerda, {pagina.tree.xpath('string(//figcaption)').split(', ')[1]}"
    gelezen = feiten(pagina)
    assert gelezen["Voor wie"][0].startswith("Sanne de Wit")
    assert gelezen["Voor wie"][1] == "was al bekend"
    assert gelezen["Wie belde"] == ("Sanne de Wit", bron)
    assert gelezen["Telefoonnummer"] == ("06 12 34 56 00", bron)
    assert gelezen["Hoe dringend"] == ("snel", bron)
    assert gelezen["De vraag achter de vraag"] == ("Rust in huis", bron)
    assert gelezen["Speelt er meer tegelijk"] == ("ja, meer dingen", bron)
    assert gelezen["Aanpak"] == ("Gesprek thuis, met het netwerk erbij", "volgt uit de groep")
    assert gelezen["Woont u in de woonzorgzone Lindehof?"] == ("nee", bron)
    assert gelezen["Welk team"] == ("Team Noord 1", "Het team van het adres helpt.")
    assert melding.contact.afloop == Afloop.MELDING


def test_a_call_of_an_unknown_resident_needs_four_fields_and_registers_the_household(
    page: Bezoek, gerda: Medewerker, stad: Stad
) -> None:
    pagina = page(gerda, AANNEMEN)
    vier = {"naam": "mw. Jannie van den Berg", "vraag": "Ik val steeds.", "postcode": "1231 aa", "huisnummer": "7 b"}
    klaar = pagina.post(gespreksformulier(pagina, einde="melding", **vier))
    melding = Melding.objects.get()
    assert melding.persoon.naam == "Jannie van den Berg"
    assert melding.dossier.huishouden.team == stad.noord
    gelezen = feiten(klaar.follow())
    assert gelezen["Adres"][0] == "1231 AA 7b (straat nog niet bekend)"
    assert "telefoongesprek met Gerda" in gelezen["Adres"][1]


def test_sending_the_form_twice_makes_one_melding_and_one_household(
    page: Bezoek, gerda: Medewerker, stad: Stad
) -> None:
    pagina = page(gerda, AANNEMEN)
    vier = {"naam": "Jan Bos", "vraag": "Hulp", "postcode": "1231AA", "huisnummer": "9", "einde": "melding"}
    verzonden = gespreksformulier(pagina, **vier)
    eerste, tweede = pagina.post(verzonden), pagina.post(verzonden)
    assert eerste.response["Location"] == tweede.response["Location"]
    assert Melding.objects.count() == Contact.objects.count() == Huishouden.objects.count() == 1


def test_an_error_keeps_everything_that_was_typed(page: Bezoek, gerda: Medewerker, stad: Stad) -> None:
    pagina = page(gerda, AANNEMEN)
    fout = pagina.post(
        gespreksformulier(pagina, naam="Jan Bos", vraag="Hulp", postcode="9999", telefoon="06 1", einde="melding"),
        status=422,
    )
    getypt = gespreksformulier(fout)
    assert (getypt["naam"], getypt["vraag"], getypt["postcode"], getypt["telefoon"]) == (
        "Jan Bos",
        "Hulp",
        "9999",
        "06 1",
    )
    assert not Contact.objects.exists()


def test_a_postcode_outside_the_municipality_is_refused_with_a_way_on(
    page: Bezoek, gerda: Medewerker, stad: Stad
) -> None:
    pagina = page(gerda, AANNEMEN)
    vier = {"naam": "Jan Bos", "vraag": "Hulp", "postcode": "9999AA", "huisnummer": "9", "einde": "melding"}
    fout = pagina.post(gespreksformulier(pagina, **vier), status=422)
    assert "ligt niet in onze gemeente" in fout.words
    assert not Contact.objects.exists()


def test_an_interrupted_call_waits_as_a_chip_and_goes_on_where_it_stopped(
    page: Bezoek, gerda: Medewerker, de_wit: Gezin
) -> None:
    pagina = page(gerda, AANNEMEN)
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    pagina.post(gespreksformulier(pagina, lid=lid.pk, naam="Sanne de Wit", vraag="Wacht even", einde="bewaar"))
    opnieuw = page(gerda, AANNEMEN, queries_max=12)
    (chip,) = opnieuw.tree.xpath("//a[@class='ep-chip'][contains(., 'Sanne')]/@href")
    hervat = page(gerda, AANNEMEN + chip.removeprefix(AANNEMEN), queries_max=16)
    assert gespreksformulier(hervat)["vraag"] == "Wacht even"
    assert gespreksformulier(hervat)["lid"] == str(lid.pk)
    hervat.post(gespreksformulier(hervat, vraag="Nu alles", einde="melding"), url=AANNEMEN)
    assert Contact.objects.get().vraag == "Nu alles"
    assert Melding.objects.get().omschrijving == "Nu alles"


@pytest.mark.parametrize("rol", ["daan", "els", "farid"])
def test_only_who_may_take_calls_sees_the_page(page: Bezoek, rol: str, request: pytest.FixtureRequest) -> None:
    page(request.getfixturevalue(rol), AANNEMEN, status=403)
