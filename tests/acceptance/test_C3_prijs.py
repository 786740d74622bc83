"""C3: price, free places, waiting time and the team's budget are on the screen before a choice is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.urls import reverse

from eenplan.aanbod.models import Aanbieder, Capaciteit, Contract, Tarief
from eenplan.core import klok
from eenplan.plannen.models import Doel, Inzet
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from verhalen import concept_plan, huishoudelijke_hulp

Bezoek = Callable[..., Page]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def doel(amina: Medewerker, de_wit: Gezin) -> Iterator[Doel]:
    gevonden = concept_plan(de_wit, regisseur=amina, at=MAANDAG).doelen.get()
    gevonden.inzetten.all().delete()
    with klok.reis_naar(MAANDAG.date()):
        yield gevonden


@pytest.fixture
def duurder() -> Contract:
    """A second provider, that costs more and is full; its report is old."""
    contract = Contract.objects.create(
        voorziening=huishoudelijke_hulp(MAANDAG).voorziening,
        aanbieder=Aanbieder.objects.create(naam="Zorg Dichtbij"),
        vanaf=date(2026, 1, 1),
    )
    Tarief.objects.create(contract=contract, bedrag_cent=3320, vanaf=date(2026, 1, 1), tot=date(2027, 1, 1))
    Tarief.objects.create(contract=contract, bedrag_cent=3500, vanaf=date(2027, 1, 1))
    Capaciteit.objects.create(contract=contract, peildatum=date(2026, 8, 1), plaatsen_vrij=0, wachttijd_dagen=40)
    return contract


def reken(page: Bezoek, wie: Medewerker, doel: Doel, **anders: str) -> Page:
    """Change the amounts without saving, as htmx does while somebody types."""
    invoer = {
        "trede": "maatwerk",
        "stap": "bereken",
        "bewerking": "0",
        "vanaf": "23-11-2026",
        "aantal": "3",
        "frequentie": "week",
    }
    return page(wie, reverse("plannen:inzet", args=[doel.pk]), data=invoer | anders, status=200, **HTMX)


def keuzes(pagina: Page) -> list[tuple[str, dict[str, str]]]:
    """Return each choice: who gives it, and the facts beside it."""
    return [
        (
            " ".join(vak.xpath("./label/span")[0].text_content().split()),
            {deel.findtext("dt"): " ".join(deel.find("dd").text_content().split()) for deel in vak.xpath("./dl/div")},
        )
        for vak in pagina.tree.xpath("//*[input[@name='hulp']]")
    ]


def som(pagina: Page) -> dict[str, str]:
    rijen = pagina.tree.xpath("//dl[contains(@class, 'ep-som')]/div")
    return {rij.findtext("dt"): rij.findtext("dd").replace("\u00a0", " ") for rij in rijen}


def test_price_places_and_waiting_time_stand_beside_each_choice(
    page: Bezoek, amina: Medewerker, doel: Doel, duurder: Contract
) -> None:
    pagina = page(amina, reverse("plannen:inzet", args=[doel.pk]) + "?trede=maatwerk", queries_max=25)
    (eerste, goedkoop), (tweede, duur) = keuzes(pagina)
    assert (eerste, tweede) == ("Thuishulp Zonnedaal", "Zorg Dichtbij")
    assert goedkoop == {
        "Prijs": "€ 30,50 per uur",
        "Per maand": "€ 132,17",
        "Plaatsen vrij": "4",
        "Wachttijd": "9 dagen",
        "Opgave van": "23 nov 2026",
    }
    assert (duur["Plaatsen vrij"], duur["Wachttijd"]) == ("vol", "40 dagen")
    assert duur["Opgave van"] == "1 aug 2026 · oud"


def test_the_monthly_price_follows_amount_and_first_day_and_nothing_is_saved(
    page: Bezoek, amina: Medewerker, doel: Doel, duurder: Contract
) -> None:
    nu = dict(keuzes(reken(page, amina, doel)))
    assert [feiten["Per maand"] for feiten in nu.values()] == ["€ 396,50", "€ 431,60"]
    straks = dict(keuzes(reken(page, amina, doel, vanaf="1-1-2027", aantal="1,5")))
    assert straks["Zorg Dichtbij"]["Prijs"] == "€ 35,00 per uur"
    assert straks["Zorg Dichtbij"]["Per maand"] == "€ 227,50"
    assert not Inzet.objects.exists()


def test_the_teams_budget_shows_what_the_choice_adds_and_what_remains(
    page: Bezoek, amina: Medewerker, doel: Doel
) -> None:
    contract = huishoudelijke_hulp(MAANDAG)
    assert som(reken(page, amina, doel))["Deze keuze erbij"] == "€ 0,00"
    assert som(reken(page, amina, doel, hulp=f"c{contract.pk}")) == {
        "Kader per maand": "€ 450.000,00",
        "Vastgelegd in andere plannen": "€ 0,00",
        "Dit plan": "€ 0,00",
        "Deze keuze erbij": "€ 396,50",
        "Blijft over": "€ 449.603,50",
    }


def test_what_was_shown_is_what_is_saved(page: Bezoek, amina: Medewerker, doel: Doel, duurder: Contract) -> None:
    getoond = dict(keuzes(reken(page, amina, doel)))["Zorg Dichtbij"]["Per maand"]
    invoer = {
        "trede": "maatwerk",
        "stap": "hulp",
        "bewerking": "0",
        "vanaf": "23-11-2026",
        "aantal": "3",
        "frequentie": "week",
        "hulp": f"c{duurder.pk}",
    }
    gekozen = page(amina, reverse("plannen:inzet", args=[doel.pk]), data=invoer).follow(queries_max=25)
    assert f"{getoond} per maand" in gekozen.words.replace("\u00a0", " ")
    inzet = Inzet.objects.get()
    assert (inzet.prijs_cent, inzet.kosten_per_maand_cent) == (3320, 43160)


def test_without_a_choice_or_an_amount_nothing_is_put_in(
    page: Bezoek, amina: Medewerker, doel: Doel, duurder: Contract
) -> None:
    invoer = {"trede": "maatwerk", "stap": "hulp", "bewerking": "0", "vanaf": "23-11-2026", "frequentie": "week"}
    adres = reverse("plannen:inzet", args=[doel.pk])
    geen_keuze = page(amina, adres, data=invoer | {"aantal": "3"}, status=422)
    assert "Kies eerst welke hulp het wordt, en van wie." in geen_keuze.words
    geen_aantal = page(amina, adres, data=invoer | {"hulp": f"c{duurder.pk}"}, status=422)
    assert "Vul in hoeveel hulp het is en hoe vaak" in geen_aantal.words
    assert not Inzet.objects.exists()


def test_the_choice_narrows_to_a_law_and_a_life_domain(
    page: Bezoek, amina: Medewerker, doel: Doel, duurder: Contract
) -> None:
    assert len(keuzes(reken(page, amina, doel, wet="wmo", leefgebied="huishouden"))) == 2
    leeg = reken(page, amina, doel, wet="jeugdwet")
    assert keuzes(leeg) == []
    assert "geen aanbod" in leeg.words
