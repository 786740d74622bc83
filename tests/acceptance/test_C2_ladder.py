"""C2: the ladder of solutions; skipping a rung takes one click and a reason, second line without reasons is blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import ladder, ladder_views, normtoets
from eenplan.plannen.models import Doel, Inzet
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from verhalen import concept_plan, huishoudelijke_hulp

Bezoek = Callable[..., Page]
TREDEN = ["Eigen kracht", "Netwerk", "Vrijwilliger of groep", "Algemene voorziening", "Lichte hulp van het team"]


@pytest.fixture
def doel(amina: Medewerker, de_wit: Gezin) -> Iterator[Doel]:
    """A goal that is complete but for its ladder."""
    gevonden = concept_plan(de_wit, regisseur=amina, at=MAANDAG).doelen.get()
    gevonden.inzetten.all().delete()
    gevonden.overgeslagen.all().delete()
    with klok.reis_naar(MAANDAG.date()):
        yield gevonden


def open_trede(pagina: Page) -> str:
    """Return the name of the rung that is open."""
    namen = pagina.tree.xpath("//li[@aria-current='step']//h2")
    return " ".join(namen[0].text_content().split()[1:]) if namen else ""


def velden(pagina: Page, einde: str) -> dict[str, str]:
    """Return the fields of the open rung's form whose address ends so."""
    form = pagina.tree.xpath("//li[@aria-current='step']//form[contains(@action, $einde)]", einde=einde)[-1]
    return {naam: waarde for naam, waarde in form.form_values() if naam != "csrfmiddlewaretoken"}


def kies_maatwerk(page: Bezoek, wie: Medewerker, doel: Doel) -> Page:
    contract = huishoudelijke_hulp(MAANDAG)
    pagina = page(wie, reverse("plannen:inzet", args=[doel.pk]) + "?trede=maatwerk", queries_max=25)
    invoer = velden(pagina, "/inzet/") | {"stap": "hulp", "hulp": f"c{contract.pk}", "aantal": "3"}
    return pagina.post(invoer, url=reverse("plannen:inzet", args=[doel.pk]))


def test_second_line_help_without_reasons_is_blocked(page: Bezoek, amina: Medewerker, doel: Doel) -> None:
    kies_maatwerk(page, amina, doel)
    plan = page(amina, reverse("plannen:plan", args=[doel.plan_id]))
    geweigerd = plan.post({}, url=reverse("plannen:aanbieding", args=[doel.plan_id]), status=422)
    for trede in TREDEN:
        assert f"Doel 1: waarom is ‘{trede}’ niet genoeg? Kies een reden." in geweigerd.words


def test_each_rung_is_skipped_with_one_click_on_a_reason(page: Bezoek, amina: Medewerker, doel: Doel) -> None:
    kies_maatwerk(page, amina, doel)
    pagina = page(amina, reverse("plannen:inzet", args=[doel.pk]), queries_max=25)
    gezien = []
    while trede := open_trede(pagina):
        gezien.append(trede)
        reden = pagina.tree.xpath("//li[@aria-current='step']//button[@name='reden']/@value")[1]
        klik = velden(pagina, "/overgeslagen/") | {"reden": reden}
        pagina = pagina.post(klik, url=reverse("plannen:overslaan", args=[doel.pk])).follow(queries_max=25)
    assert gezien == TREDEN
    plan = page(amina, reverse("plannen:plan", args=[doel.plan_id]))
    assert "Het plan is compleet." in plan.words
    assert plan.words.count("Dit is geprobeerd en niet genoeg gebleken.") == 5
    plan.post({}, url=reverse("plannen:aanbieding", args=[doel.plan_id]))


def test_another_reason_may_be_written_but_not_left_out(page: Bezoek, amina: Medewerker, doel: Doel) -> None:
    pagina = page(amina, reverse("plannen:inzet", args=[doel.pk]), queries_max=25)
    overslaan = reverse("plannen:overslaan", args=[doel.pk])
    leeg = pagina.post(velden(pagina, "/overgeslagen/"), url=overslaan, status=422)
    assert "Kies of schrijf een reden." in leeg.words
    assert open_trede(leeg) == "Eigen kracht"
    eigen = velden(leeg, "/overgeslagen/") | {"andere_reden": "Sanne heeft een gebroken pols."}
    verder = leeg.post(eigen, url=overslaan).follow(queries_max=25)
    assert open_trede(verder) == "Netwerk"
    assert "Sanne heeft een gebroken pols." in verder.words


def test_own_strength_is_put_in_with_one_sentence_and_can_be_taken_back(
    page: Bezoek, amina: Medewerker, doel: Doel
) -> None:
    inzet = reverse("plannen:inzet", args=[doel.pk])
    pagina = page(amina, inzet, queries_max=25)
    assert "Wat doet de inwoner zelf?" in pagina.words
    leeg = pagina.post(velden(pagina, "/inzet/") | {"stap": "zin"}, url=inzet, status=422)
    assert "Dit veld is nog leeg." in leeg.words
    zin = velden(pagina, "/inzet/") | {"stap": "zin", "omschrijving": "Sanne maakt een weekrooster."}
    verder = pagina.post(zin, url=inzet).follow(queries_max=25)
    assert open_trede(verder) == "Netwerk"
    assert "Sanne maakt een weekrooster." in verder.words
    terug = verder.post({}, url=reverse("plannen:inzet_weg", args=[Inzet.objects.get().pk])).follow(queries_max=25)
    assert open_trede(terug) == "Eigen kracht"


def test_a_skipped_rung_can_be_looked_at_again(page: Bezoek, amina: Medewerker, doel: Doel) -> None:
    pagina = page(amina, reverse("plannen:inzet", args=[doel.pk]), queries_max=25)
    klik = velden(pagina, "/overgeslagen/") | {"reden": "Er is niemand die dit kan of wil doen."}
    verder = pagina.post(klik, url=reverse("plannen:overslaan", args=[doel.pk])).follow(queries_max=25)
    weer = verder.tree.xpath("//form[contains(@action, '/overgeslagen/')][.//button[contains(., 'Toch')]]/@action")[0]
    gezien = verder.tree.xpath("//form[.//button[contains(., 'Toch')]]//input[@name='bewerking']/@value")[0]
    assert open_trede(verder.post({"bewerking": gezien}, url=weer).follow(queries_max=25)) == "Eigen kracht"


def ladder_op_het_scherm(page: Bezoek, amina: Medewerker, doel: Doel) -> list[str]:
    pagina = page(amina, reverse("plannen:inzet", args=[doel.pk]), queries_max=25)
    return [" ".join(kop.text_content().split()[1:]) for kop in pagina.tree.xpath("//main//ol//h2")]


def test_the_order_is_the_municipality_s(
    page: Bezoek, amina: Medewerker, doel: Doel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ladder_op_het_scherm(page, amina, doel) == [*TREDEN, "Maatwerk, tweede lijn"]
    eigen, netwerk, *rest = inrichting().treden
    anders = replace(inrichting(), treden=(netwerk, eigen, *rest))
    for deel in (ladder, ladder_views, normtoets):
        monkeypatch.setattr(deel, "inrichting", lambda: anders)
    assert ladder_op_het_scherm(page, amina, doel)[:2] == ["Netwerk", "Eigen kracht"]


def test_a_plan_that_waits_has_no_open_ladder(page: Bezoek, amina: Medewerker, de_wit: Gezin) -> None:
    from eenplan.plannen.actions import bied_plan_aan

    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    antwoord = page(amina, reverse("plannen:inzet", args=[plan.doelen.get().pk]), status=302).response
    assert antwoord["Location"].startswith(reverse("plannen:plan", args=[plan.pk]))
