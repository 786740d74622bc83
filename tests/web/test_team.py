"""How a team stands, and the rows behind each count."""

from datetime import timedelta

import pytest

import verhalen
from eenplan.dossiers.actions import maak_taak, open_casus, open_dossier, wijs_regisseur_aan
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.actions import bied_plan_aan
from eenplan.teams.models import Rolvervulling
from personas import BEGIN, MAANDAG

TEAM = "/team/"


def rij(gezien, naam):
    (gevonden,) = gezien.tree.xpath("//section[@id='werk']//tr[th[contains(., $naam)]]", naam=naam)
    return [" ".join(cel.text_content().split()) for cel in gevonden.xpath("./td")]


def lijst(gezien):
    return [" ".join(cel.text_content().split()) for cel in gezien.tree.xpath("//section[@id='lijst']//tbody//th")]


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG - timedelta(days=21))
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG - timedelta(days=21))
    return geopend


def test_work_is_counted_per_worker_with_cases_and_trajectories_apart(page, dossier, de_wit, amina, bram, farid):
    for persoon in (de_wit.sanne, de_wit.daan, de_wit.mees):
        open_casus(
            dossier, persoon=persoon, wet=Wet.JEUGDWET, leefgebied="geld", probleem="Zorgen", by=amina, at=MAANDAG
        )
    gisteren = MAANDAG - timedelta(days=1)
    maak_taak(dossier, voor=amina, wat="Bellen", uiterlijk=gisteren.date(), by=amina, at=gisteren)
    gezien = page(farid, TEAM)
    assert rij(gezien, "Amina Bouzid") == ["1", "3", "1", "0", "1"]
    assert rij(gezien, "Bram Visser") == ["0", "0", "0", "0", "0"]


def test_a_worker_opens_into_the_households(page, dossier, amina, farid):
    gezien = page(farid, TEAM)
    (link,) = gezien.tree.xpath("//section[@id='werk']//a[contains(., 'Amina')]/@href")
    assert lijst(page(farid, link.split("#")[0])) == ["Fam. de Wit"]


def test_each_count_opens_its_rows(page, de_wit, amina, farid, gerda):
    verhalen.melding(de_wit, by=gerda, at=MAANDAG - timedelta(days=60))
    bied_plan_aan(verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG), by=amina, at=MAANDAG)
    gezien = page(farid, TEAM)
    for vraag in ("geen regisseur", "wachten op vaststelling", "zijn verstreken"):
        (link,) = gezien.tree.xpath("//main//a[contains(., $vraag)]/@href", vraag=vraag)
        assert lijst(page(farid, link.split("#")[0])) == ["Fam. de Wit"], vraag


def test_a_question_without_rows_says_that_it_is_in_order(page, farid):
    assert "Geen enkel huishouden: dit is op orde." in page(farid, f"{TEAM}?toon=plannen").words


def test_a_worker_of_two_teams_chooses_and_no_other_team_exists(page, dossier, stad, farid, chantal):
    Rolvervulling.objects.create(medewerker=farid, rol="manager", team=stad.zuid, vanaf=BEGIN)
    assert "Amina Bouzid" in page(farid, TEAM).words
    zuid = page(farid, f"{TEAM}?team={stad.zuid.pk}")
    assert "Chantal Peeters" in zuid.words
    assert "Amina Bouzid" not in zuid.words.split("Werk per medewerker")[1]
    page(chantal, f"{TEAM}?team={stad.noord.pk}", status=404)
    page(chantal, f"{TEAM}?team=onzin", status=404)


def test_a_colleague_of_another_team_opens_no_list(page, dossier, amina, chantal):
    assert not page(chantal, f"{TEAM}?collega={amina.pk}").tree.xpath("//section[@id='lijst']")


def test_the_number_of_questions_does_not_grow_with_the_team(page, dossier, farid, bram):
    page(farid, TEAM, queries_max=16)
