"""C1: analysis → goals in the resident's words with result, owner and date; the norm check stands before finalising."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from verhalen import afgerond_onderzoek

Bezoek = Callable[..., Page]


@pytest.fixture
def begonnen(page: Bezoek, amina: Medewerker, gerda: Medewerker, de_wit: Gezin) -> Page:
    """Amina begins the plan after the onderzoek."""
    afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with klok.reis_naar(MAANDAG.date()):
        yield page(amina, reverse("plannen:nieuw", args=[de_wit.huishouden.pk])).post({}).follow()


def formulier(pagina: Page, actie: str, **anders: str) -> dict[str, str]:
    """Return the fields of the form that goes to `actie`, as the page filled them in."""
    form = pagina.tree.xpath(f"//form[@action='{actie}']")[0]
    return {naam: waarde for naam, waarde in form.form_values() if naam != "csrfmiddlewaretoken"} | anders


def schrijf(pagina: Page, actie: str, **anders: str) -> Page:
    """Type in a form of the page and press its button."""
    return pagina.post(formulier(pagina, actie, **anders), url=actie).follow()


def gemist(pagina: Page) -> list[str]:
    return [link.text_content() for link in pagina.tree.xpath("//*[@id='normtoets']//li/a")]


def test_an_empty_draft_is_kept_but_not_handed_in(begonnen: Page) -> None:
    plan = Ondersteuningsplan.objects.get()
    geweigerd = begonnen.post({}, url=reverse("plannen:aanbieding", args=[plan.pk]), status=422)
    assert "Het plan is nog niet compleet, dus nog niet aangeboden." in geweigerd.words
    assert gemist(geweigerd) == [
        "Schrijf op waar het huishouden naartoe wil, in hun eigen woorden.",
        "Beschrijf van ten minste één leefgebied wat er speelt.",
        "Voeg ten minste één doel toe.",
    ]
    plan.refresh_from_db()
    assert plan.status == Planstatus.CONCEPT


def test_the_plan_is_written_part_by_part_until_the_norm_check_is_clean(begonnen: Page) -> None:
    plan = Ondersteuningsplan.objects.get()
    pagina = schrijf(begonnen, reverse("plannen:plan", args=[plan.pk]), perspectief="Weer rust in huis.")
    analyse = reverse("plannen:analyse", args=[plan.pk])
    gezegd = pagina.tree.xpath("//*[@id='bekend']//button/@data-tekst")[0]
    velden = formulier(pagina, analyse) | {"leefgebied": "huishouden", "situatie": gezegd}
    pagina = pagina.post(velden, url=analyse).follow()
    pagina = pagina.post({}, url=reverse("plannen:doel_nieuw", args=[plan.pk])).follow()
    doel = Doel.objects.get()
    assert gemist(pagina) == [
        "Doel 1: schrijf het doel in de woorden van de inwoner.",
        "Doel 1: schrijf op waaraan we zien dat het gelukt is.",
        "Doel 1: wanneer kijken we samen terug?",
    ]
    pagina = schrijf(
        pagina,
        reverse("plannen:doel", args=[doel.pk]),
        eigen_woorden="Ik wil dat het huis weer schoon is.",
        resultaat="Elke vrijdag is het huis schoon.",
        evaluatie_op="1 maart 2027",
    )
    assert gemist(pagina) == []
    assert "Het plan is compleet." in pagina.words
    aangeboden = pagina.post({}, url=reverse("plannen:aanbieding", args=[plan.pk])).follow()
    assert "wacht op vaststelling" in aangeboden.words


@pytest.mark.parametrize(
    ("veld", "zin"),
    [
        ("eigen_woorden", "schrijf het doel in de woorden van de inwoner"),
        ("resultaat", "schrijf op waaraan we zien dat het gelukt is"),
        ("eigenaar", "van wie is dit doel?"),
        ("evaluatie_op", "wanneer kijken we samen terug?"),
    ],
)
def test_a_goal_without_one_of_its_parts_holds_the_plan_up_with_a_link_to_the_goal(
    begonnen: Page, veld: str, zin: str
) -> None:
    plan = Ondersteuningsplan.objects.get()
    pagina = schrijf(begonnen, reverse("plannen:plan", args=[plan.pk]), perspectief="Weer rust in huis.")
    analyse = reverse("plannen:analyse", args=[plan.pk])
    pagina = pagina.post(formulier(pagina, analyse) | {"situatie": "Schuld."}, url=analyse).follow()
    pagina = pagina.post({}, url=reverse("plannen:doel_nieuw", args=[plan.pk])).follow()
    doel = Doel.objects.get()
    heel = {"eigen_woorden": "Rust.", "resultaat": "Slapen.", "eigenaar": "Sanne de Wit", "evaluatie_op": "1-3-2027"}
    pagina = schrijf(pagina, reverse("plannen:doel", args=[doel.pk]), **(heel | {veld: ""}))
    geweigerd = pagina.post({}, url=reverse("plannen:aanbieding", args=[plan.pk]), status=422)
    assert gemist(geweigerd) == [f"Doel 1: {zin}" + ("" if zin.endswith("?") else ".")]
    assert geweigerd.tree.xpath(f"//*[@id='normtoets']//a[@href='#doel-{doel.pk}']")
    assert geweigerd.tree.xpath(f"//*[@id='doel-{doel.pk}']")
