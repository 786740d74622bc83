"""E1: the catalogue with codes, dated tariffs, contracts, capacity and waiting time; the price of any past date."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from eenplan.aanbod.actions import (
    NieuweVoorziening,
    leg_aanbieder_vast,
    leg_voorziening_vast,
    meld_capaciteit,
    sluit_contract,
    vul_tarief,
)
from eenplan.aanbod.models import Voorzieningsoort
from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG


@pytest.fixture
def traplift(stad):
    """A stair lift by one provider, dearer since 1 January 2026, with a fresh report of places."""
    ineke = Medewerker.objects.create_user(gebruikersnaam="ineke", naam="Ineke Brouwer")
    Rolvervulling.objects.create(medewerker=ineke, rol=Rol.BEHEERDER, vanaf=BEGIN)
    nieuw = NieuweVoorziening(
        "WV-07", "Traplift", Voorzieningsoort.MAATWERK, Wet.WMO, "maatwerk", "wonen", "stuk", is_dienst=False
    )
    voorziening = leg_voorziening_vast(nieuw, by=ineke, at=MAANDAG)
    aanbieder = leg_aanbieder_vast("Hulpmiddelen Oost", by=ineke, at=MAANDAG)
    contract = sluit_contract(voorziening, aanbieder, vanaf=date(2024, 1, 1), by=ineke, at=MAANDAG)
    vul_tarief(contract, bedrag_cent=250000, vanaf=date(2024, 1, 1), by=ineke, at=MAANDAG)
    vul_tarief(contract, bedrag_cent=261250, vanaf=date(2026, 1, 1), by=ineke, at=MAANDAG)
    meld_capaciteit(contract, peildatum=date(2026, 11, 9), plaatsen_vrij=4, wachttijd_dagen=21, by=ineke, at=MAANDAG)
    return voorziening


@pytest.mark.parametrize(
    ("op", "prijs"),
    [
        ("31-12-2025", "€\xa02.500,00 per stuk"),
        ("01-01-2026", "€\xa02.612,50 per stuk"),
        ("", "€\xa02.612,50 per stuk"),
    ],
)
def test_the_price_of_any_past_date_is_on_the_screen(page, amina, traplift, op, prijs):
    with klok.reis_naar(MAANDAG.date()):
        lijst = page(amina, f"{reverse('aanbod:aanbod')}?op={op}")
        een = page(amina, f"{reverse('aanbod:voorziening', args=[traplift.pk])}?op={op}")
    assert prijs.replace("\xa0", " ") in lijst.words.replace("\xa0", " ")
    cel = een.tree.xpath("//table[1]//tr[th[contains(., 'Hulpmiddelen Oost')]]/td[1]")[0].text_content()
    assert cel.replace("\xa0", " ").strip() == prijs.replace("\xa0", " ")


def test_places_and_waiting_time_are_shown_with_their_day(page, amina, traplift):
    with klok.reis_naar(MAANDAG.date()):
        woorden = page(amina, reverse("aanbod:voorziening", args=[traplift.pk])).words
    assert "21 dagen" in woorden
    assert "9 nov 2026" in woorden
    with klok.reis_naar(date(2027, 2, 1)):
        assert "verouderd, 9 nov 2026" in page(amina, reverse("aanbod:aanbod")).words


def test_the_catalogue_is_narrowed_by_law_rung_and_life_domain(page, amina, traplift):
    adres = reverse("aanbod:aanbod")
    assert "Traplift" in page(amina, f"{adres}?wet=wmo&trede=maatwerk&leefgebied=wonen").words
    leeg = page(amina, f"{adres}?wet=jeugdwet").words
    assert "Traplift" not in leeg
    assert "Geen aanbod gevonden" in leeg


def test_a_date_that_cannot_be_read_is_said_and_the_list_stays(page, amina, traplift):
    antwoord = page(amina, f"{reverse('aanbod:aanbod')}?op=gisteren", status=422)
    assert "Traplift" in antwoord.words


def test_the_privacy_officer_has_no_business_in_the_catalogue(page, els, traplift):
    page(els, reverse("aanbod:aanbod"), status=403)
