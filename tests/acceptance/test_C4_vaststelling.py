"""C4: somebody else than the drafter adopts; an adopted version is locked; a change is a new version with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.plannen import queries
from eenplan.plannen.actions import bied_plan_aan, verwijder_inzet
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker, Rolvervulling
from page import Page
from personas import BEGIN, MAANDAG, Gezin, Stad
from verhalen import concept_plan, vastgesteld_plan

Bezoek = Callable[..., Page]


@pytest.fixture(autouse=True)
def _een_dag_later() -> Iterator[None]:
    """What is done on the screens is done the day after the plan was written."""
    with klok.reis_naar(MAANDAG.date() + timedelta(days=1)):
        yield


def adres(naam: str, plan: Ondersteuningsplan) -> str:
    return reverse(f"plannen:{naam}", args=[plan.pk])


@pytest.fixture
def aangeboden(amina: Medewerker, de_wit: Gezin) -> Ondersteuningsplan:
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    return plan


def test_the_manager_sees_what_matters_and_adopts(
    page: Bezoek, farid: Medewerker, aangeboden: Ondersteuningsplan
) -> None:
    pagina = page(farid, adres("vaststelling", aangeboden), queries_max=25)
    woorden = pagina.words.replace("\u00a0", " ")
    for zin in (
        "Wat kost dit plan per maand? € 396,50",
        "De normtoets is schoon",
        "Netwerk, overgeslagen: Dit is geprobeerd en niet genoeg.",
        "aangeboden door Amina Bouzid",
    ):
        assert zin in woorden
    gelezen = pagina.post({}).follow()
    assert "vastgesteld door Farid Amrani" in gelezen.words
    assert not gelezen.tree.xpath("//main//textarea")
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_INGEZIEN, actor_id=farid.pk).count() == 2


def test_the_own_plan_is_refused(page: Bezoek, amina: Medewerker, aangeboden: Ondersteuningsplan, stad: Stad) -> None:
    Rolvervulling.objects.create(medewerker=amina, rol=Rol.MANAGER, team=stad.noord, vanaf=BEGIN)
    ook_manager = Medewerker.objects.get(pk=amina.pk)
    pagina = page(ook_manager, adres("vaststelling", aangeboden), queries_max=25)
    assert "Dit is uw eigen plan" in pagina.words
    assert "Stel het plan vast" not in pagina.words
    geweigerd = pagina.post({}, status=403)
    assert "Een ander stelt het vast" in geweigerd.words
    aangeboden.refresh_from_db()
    assert aangeboden.status == Planstatus.AANGEBODEN


def test_a_colleague_without_the_right_does_not_get_the_page(
    page: Bezoek, bram: Medewerker, chantal: Medewerker, aangeboden: Ondersteuningsplan
) -> None:
    page(bram, adres("vaststelling", aangeboden), status=403)
    page(bram, adres("vaststelling", aangeboden), data={}, status=403)
    page(chantal, adres("vaststelling", aangeboden), data={}, status=403)


def test_the_manager_of_another_team_finds_nothing(
    page: Bezoek, chantal: Medewerker, stad: Stad, aangeboden: Ondersteuningsplan
) -> None:
    Rolvervulling.objects.create(medewerker=chantal, rol=Rol.MANAGER, team=stad.zuid, vanaf=BEGIN)
    manager = Medewerker.objects.get(pk=chantal.pk)
    page(manager, adres("vaststelling", aangeboden), status=404)
    page(manager, adres("vaststelling", aangeboden), data={}, status=404)


def test_the_plan_goes_back_with_a_reason_and_the_drafter_reads_it_on_top(
    page: Bezoek, amina: Medewerker, farid: Medewerker, aangeboden: Ondersteuningsplan
) -> None:
    pagina = page(farid, adres("vaststelling", aangeboden), queries_max=25)
    zonder = pagina.post({"reden": " "}, url=adres("terugzending", aangeboden), status=422)
    assert "Dit veld is nog leeg." in zonder.words
    pagina.post({"reden": "Wie vangt Mees op woensdag op?"}, url=adres("terugzending", aangeboden))
    terug = page(amina, adres("plan", aangeboden), queries_max=16)
    assert "Farid Amrani stuurde het plan terug Wie vangt Mees op woensdag op?" in terug.words
    assert terug.tree.xpath("//main//textarea")


def test_the_drafter_takes_a_waiting_plan_back(
    page: Bezoek, amina: Medewerker, bram: Medewerker, aangeboden: Ondersteuningsplan
) -> None:
    assert "Neem het plan terug" not in page(bram, adres("plan", aangeboden)).words
    page(bram, adres("aanbieding", aangeboden), data={"terugnemen": "1"}, status=403)
    wacht = page(amina, adres("plan", aangeboden))
    assert not wacht.tree.xpath("//main//textarea")
    terug = wacht.post({"terugnemen": "1"}, url=adres("aanbieding", aangeboden)).follow()
    assert terug.tree.xpath("//main//textarea")


def test_a_change_is_a_new_version_with_a_reason_and_the_manager_sees_the_difference(
    page: Bezoek, amina: Medewerker, farid: Medewerker, de_wit: Gezin
) -> None:
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    gelezen = page(amina, adres("plan", plan))
    nieuw_adres = reverse("plannen:nieuw", args=[plan.dossier_id])
    zonder = gelezen.post({"reden": ""}, url=nieuw_adres, status=422)
    assert "Dit veld is nog leeg." in zonder.words
    gelezen.post({"reden": "Sanne werkt weer."}, url=nieuw_adres)
    nieuw = Ondersteuningsplan.objects.get(versie=2)
    verwijder_inzet(Inzet.objects.get(doel__plan=nieuw), bewerking=0, by=amina, at=MAANDAG)
    bied_plan_aan(nieuw, by=amina, at=MAANDAG)
    oordeel = page(farid, adres("vaststelling", nieuw), queries_max=30)
    woorden = oordeel.words.replace("\u00a0", " ")
    assert "€ 396,50 minder dan versie 1" in woorden
    assert "vervallen Maatwerk, tweede lijn: Hulp bij het huishouden door Thuishulp Zonnedaal" in woorden
    assert "Sanne werkt weer." in woorden
    oordeel.post({})
    assert queries.vastgesteld(plan.dossier_id) == nieuw
    oud = page(amina, adres("plan", plan))
    assert "vervangen door een nieuwe versie" in oud.words
    assert "Er is een nieuwere versie: vastgesteld." in oud.words


def test_the_adopted_version_takes_no_words_whatever_is_sent(
    page: Bezoek, amina: Medewerker, farid: Medewerker, de_wit: Gezin
) -> None:
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    doel = plan.doelen.get()
    pogingen = [
        (adres("plan", plan), {"perspectief": "Anders"}),
        (adres("analyse", plan), {"leefgebied": "geld", "situatie": "Anders", "kracht": ""}),
        (reverse("plannen:doel", args=[doel.pk]), {"eigen_woorden": "Anders"}),
        (reverse("plannen:doel", args=[doel.pk]), {"weghalen": "1"}),
        (reverse("plannen:actie_nieuw", args=[doel.pk]), {"wie": "x", "wat": "y"}),
        (reverse("plannen:overslaan", args=[doel.pk]), {"trede": "netwerk", "reden": "Anders"}),
        (reverse("plannen:inzet_weg", args=[Inzet.objects.get().pk]), {}),
        (adres("doel_nieuw", plan), {}),
    ]
    voor = queries.plan_overzicht(plan.dossier_id).vastgesteld
    for pagina, velden in pogingen:
        antwoord = page(amina, pagina, data=velden | {"bewerking": voor.bewerking}, status=409)
        assert "geen concept meer" in antwoord.words
    na = queries.plan_overzicht(plan.dossier_id).vastgesteld
    assert (na.bewerking, na.perspectief) == (voor.bewerking, voor.perspectief)
    assert na.doelen.get().eigen_woorden == doel.eigen_woorden
