"""B3: per person a level per life domain, beside it the resident's own mark, measured again every three months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Taak
from eenplan.inrichting import lezen
from eenplan.metingen.models import Meting
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin

Bezoek = Callable[..., Page]
EERSTE, TWEEDE = MAANDAG.date(), date(2027, 2, 23)


@pytest.fixture
def dossier(de_wit: Gezin, amina: Medewerker, gerda: Medewerker) -> Dossier:
    """Amina coordinates the help for Sanne and her sons."""
    dossier = open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    return dossier


def meet(
    page: Bezoek, wie: Medewerker, dossier: Dossier, persoon_id: int, dag: date, *, status: int = 302, **velden: object
) -> Page:
    """Measure on the 13 life domains through the form."""
    adres = f"/huishoudens/{dossier.pk}/metingen/nieuw/?persoon={persoon_id}&leefgebiedset=dertien"
    begin = {"moment": "begin", "dag": dag.strftime("%d-%m-%Y"), "wet": "geen"}
    begin |= {naam.replace("_", "-"): wat for naam, wat in velden.items()}
    with klok.reis_naar(dag):
        return page(wie, adres, data=begin, status=status)


def test_a_household_is_measured_twice_and_the_difference_shows_per_domain(page, amina, de_wit, dossier):
    """Gegeven een gezin waarvan Sanne bij het begin is gemeten

    Als Amina na drie maanden opnieuw meet
    Dan staan begin en nu naast elkaar, per leefgebied, met het eigen cijfer, en nergens een eindcijfer.
    """
    sanne = de_wit.sanne.pk
    meet(
        page,
        amina,
        dossier,
        sanne,
        EERSTE,
        geld_niveau="2",
        geld_reden="Er is beslag op het loon.",
        geld_cijfer="3",
        wonen_niveau="4",
        thuis_cijfer="8",
    )
    meet(page, amina, dossier, sanne, TWEEDE, moment="tussen", geld_niveau="4", geld_cijfer="6", wonen_niveau="4")
    with klok.reis_naar(TWEEDE):
        pagina = page(amina, f"/huishoudens/{dossier.pk}/metingen/", queries_max=15)
    rijen = {rij.xpath("string(th)").strip(): " ".join(rij.text_content().split()) for rij in pagina.tree.xpath("//tr")}
    assert "2 – niet zelfredzaam 4 – voldoende zelfredzaam 2 stappen omhoog" in rijen["1. Geld"]
    assert "gelijk" in rijen["4. Wonen"]
    assert "niet besproken" in rijen["2. Werk en opleiding"]
    assert "2 eigen cijfer 3 4 eigen cijfer 6" in rijen["Geld"]
    assert pagina.tree.xpath("//svg[@class='ep-veelhoek'][@aria-hidden='true']")
    assert len(pagina.tree.xpath("//svg[@class='ep-trend']")) == 13
    kleine = pagina.words.lower()
    assert not [woord for woord in ("totaal", "gemiddeld", "eindscore", "totaalscore") if woord in kleine]


def test_the_form_asks_from_high_to_low_and_shows_last_time_without_choosing_it(page, amina, de_wit, dossier):
    meet(page, amina, dossier, de_wit.sanne.pk, EERSTE, geld_niveau="2", geld_reden="Beslag op het loon.")
    with klok.reis_naar(TWEEDE):
        adres = f"/huishoudens/{dossier.pk}/metingen/nieuw/?persoon={de_wit.sanne.pk}&leefgebiedset=dertien"
        pagina = page(amina, adres, queries_max=15)
    knoppen = pagina.tree.xpath("//input[@name='geld-niveau']")
    assert [knop.get("value") for knop in knoppen] == ["5", "4", "3", "2", "1", ""]
    assert [knop.get("value") for knop in knoppen if knop.get("checked") is not None] == [""]
    assert "Vorige keer (23 nov 2026): 2 – niet zelfredzaam. Beslag op het loon." in pagina.words


def test_what_was_typed_stays_when_something_is_not_right_yet(page, amina, de_wit, dossier):
    terug = meet(
        page, amina, dossier, de_wit.sanne.pk, EERSTE, geld_niveau="1", wonen_reden="Er lekt water.", status=422
    )
    assert "Schrijf in één zin waarom het dit niveau is." in terug.words
    assert terug.tree.xpath("//input[@name='geld-niveau'][@checked]/@value") == ["1"]
    assert "Er lekt water." in terug.tree.xpath("string(//textarea[@name='wonen-reden'])")
    assert not Meting.objects.exists()
    leeg = meet(page, amina, dossier, de_wit.sanne.pk, EERSTE, status=422)
    assert "Er is nog niets ingevuld." in leeg.words


def test_several_persons_of_one_household_have_their_own_measurements(page, amina, de_wit, dossier):
    for persoon in (de_wit.sanne, de_wit.daan):
        meet(page, amina, dossier, persoon.pk, EERSTE, dag_niveau="3", dag_reden="Weinig te doen.", status=302)
    pagina = page(amina, f"/huishoudens/{dossier.pk}/metingen/")
    koppen = [kop.text_content() for kop in pagina.tree.xpath("//main//h2")]
    assert koppen == ["Sanne de Wit: 13 leefgebieden", "Daan de Wit: 13 leefgebieden"]


def test_after_three_months_the_coordinator_is_reminded_and_after_the_last_one_no_more(page, amina, de_wit, dossier):
    """Gegeven een meting bij het begin

    Als er drie maanden voorbij zijn
    Dan staat er een taak voor de regisseur, die weggaat bij de volgende meting en niet terugkomt na de laatste.
    """
    sanne = de_wit.sanne.pk
    meet(page, amina, dossier, sanne, EERSTE, geld_niveau="4")
    taak = Taak.objects.get(gedaan_op__isnull=True)
    assert (taak.voor, taak.uiterlijk) == (amina, date(2027, 2, 23))
    with klok.reis_naar(TWEEDE):
        dag = page(amina, "/mijn-dag/")
        assert "Opnieuw meten: hoe gaat het met Sanne de Wit?" in dag.words
        meting = page(amina, taak.bron)
        (verder,) = meting.tree.xpath("//a[contains(., 'Meet opnieuw')]/@href")
        page(amina, verder)
    meet(page, amina, dossier, sanne, TWEEDE, moment="tussen", geld_niveau="4")
    assert Taak.objects.get(gedaan_op__isnull=True).uiterlijk == date(2027, 5, 23)
    meet(page, amina, dossier, sanne, date(2027, 5, 24), moment="eind", geld_niveau="5")
    assert not Taak.objects.filter(gedaan_op__isnull=True).exists()


def test_a_measurement_is_put_right_and_the_old_one_stays_readable(page, amina, de_wit, dossier):
    meet(page, amina, dossier, de_wit.sanne.pk, EERSTE, geld_niveau="5")
    oud = Meting.objects.get()
    with klok.reis_naar(EERSTE):
        form = page(amina, f"/metingen/{oud.pk}/verbetering/")
        assert form.tree.xpath("//input[@name='geld-niveau'][@checked]/@value") == ["5"]
        velden = {"moment": "begin", "dag": "23-11-2026", "geld-niveau": "4"}
        form.post(velden)
        assert "Deze meting is later verbeterd." in page(amina, f"/metingen/{oud.pk}/").words
        lijst = page(amina, f"/huishoudens/{dossier.pk}/metingen/")
        assert "4 – voldoende zelfredzaam" in lijst.words
        assert "5 – volledig zelfredzaam" not in lijst.words
        form.post(velden, status=422)  # a colleague was first
    assert Taak.objects.filter(gedaan_op__isnull=True).count() == 1


def test_the_text_of_a_level_comes_from_the_municipalitys_own_file(page, amina, de_wit, dossier, monkeypatch):
    met_tekst = replace(lezen.inrichting(), ankers={"dertien.geld.5": "Komt rond en legt geld opzij."})
    monkeypatch.setattr("eenplan.metingen.views.inrichting", lambda: met_tekst)
    adres = f"/huishoudens/{dossier.pk}/metingen/nieuw/?persoon={de_wit.sanne.pk}&leefgebiedset=dertien"
    assert "Komt rond en legt geld opzij." in page(amina, adres).words


@pytest.mark.parametrize(
    ("leefgebiedset", "aantal"), [("dertien", 13), ("elf", 11), ("ouderschap", 4), ("veiligheid", 2)]
)
def test_each_set_of_life_domains_has_its_own_form(page, amina, de_wit, dossier, leefgebiedset, aantal):
    kies = page(amina, f"/huishoudens/{dossier.pk}/metingen/nieuw/")
    assert leefgebiedset in kies.tree.xpath("//input[@name='leefgebiedset']/@value")
    adres = f"/huishoudens/{dossier.pk}/metingen/nieuw/?persoon={de_wit.sanne.pk}&leefgebiedset={leefgebiedset}"
    assert len(page(amina, adres).tree.xpath("//main//section[contains(@class, 'ep-kaart')]")) == aantal


def test_another_team_and_whoever_only_reads_do_not_measure(page, farid, chantal, amina, de_wit, dossier):
    meet(page, amina, dossier, de_wit.sanne.pk, EERSTE, geld_niveau="4")
    page(chantal, f"/huishoudens/{dossier.pk}/metingen/", status=404)
    page(chantal, f"/metingen/{Meting.objects.get().pk}/", status=404)
    lezen_ = page(farid, f"/huishoudens/{dossier.pk}/metingen/")
    assert "Nieuwe meting" not in lezen_.words
    page(farid, f"/huishoudens/{dossier.pk}/metingen/nieuw/", status=403)


def test_who_works_under_another_law_sees_that_there_is_a_measurement_and_no_more(page, amina, bram, de_wit, dossier):
    meet(page, amina, dossier, de_wit.daan.pk, EERSTE, wet="jeugdwet", geld_niveau="2", geld_reden="Geen zakgeld.")
    bram.rolvervullingen.update(wetten=["wmo"])
    pagina = page(Medewerker.objects.get(pk=bram.pk), f"/huishoudens/{dossier.pk}/metingen/")
    assert "Geen zakgeld." not in pagina.words
    assert "1 stuk onder de Jeugdwet: niet zichtbaar voor uw rol" in pagina.words
    page(Medewerker.objects.get(pk=bram.pk), f"/metingen/{Meting.objects.get().pk}/", status=404)
