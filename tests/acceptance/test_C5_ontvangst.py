"""C5: the household has its plan on paper, each member the own part; that it arrived is kept, and chased when not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.dossiers.actions import wijs_regisseur_aan
from eenplan.dossiers.models import Taak
from eenplan.plannen.actions import Doeltekst, begin_plan, bewaar_doel, bied_plan_aan, stel_plan_vast, voeg_actie_toe
from eenplan.plannen.models import Ondersteuningsplan, Planontvangst
from eenplan.teams.models import Medewerker, Rolvervulling
from page import Page
from personas import BEGIN, MAANDAG, Gezin
from verhalen import concept_plan, vastgesteld_plan

Bezoek = Callable[..., Page]
DAG = MAANDAG.date() + timedelta(days=1)


@pytest.fixture(autouse=True)
def _een_dag_later() -> Iterator[None]:
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def plan(amina: Medewerker, farid: Medewerker, de_wit: Gezin) -> Ondersteuningsplan:
    """Adopted: one goal of Sanne, one of Daan, one of all; Sanne and Daan each do something."""
    concept = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    wie = {"by": amina, "at": MAANDAG}
    wijs_regisseur_aan(concept.dossier, regisseur=amina, **wie)
    samen = {"resultaat": "Het lukt.", "eigenaar_soort": "inwoner", "evaluatie_op": date(2027, 2, 21)}
    daan = Doeltekst("Ik wil weer naar voetbal.", persoon=de_wit.daan, eigenaar="Daan de Wit", **samen)
    allen = Doeltekst("We eten elke dag samen.", eigenaar="het gezin", **samen)
    van_daan = bewaar_doel(concept, daan, bewerking=concept.bewerking, **wie)
    bewaar_doel(concept, allen, bewerking=concept.bewerking, **wie)
    actie = {"uiterlijk": date(2026, 12, 4), "bewerking": concept.bewerking}
    voeg_actie_toe(van_daan, wat="zoekt een club", wie="Daan", **actie, **wie)
    voeg_actie_toe(van_daan, wat="belt de club", wie="Sanne de Wit", **actie, **wie)
    bied_plan_aan(concept, **wie)
    stel_plan_vast(concept, by=farid, at=MAANDAG)
    return concept


def adres(plan: Ondersteuningsplan) -> str:
    return reverse("plannen:ontvangst", args=[plan.vaststelling.pk])


def papier(als, wie: Medewerker, plan: Ondersteuningsplan, voor: int | None = None) -> str:
    """Return the words of the print, on one line."""
    antwoord = als(wie).get(reverse("plannen:afdruk", args=[plan.pk]) + (f"?voor={voor}" if voor else ""))
    assert antwoord["Content-Type"] == "application/pdf"
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(antwoord.content)).pages).split())


def test_the_whole_plan_says_who_does_what_and_when_we_expect_to_be_done(als, amina, plan) -> None:
    tekst = papier(als, amina, plan)
    for zin in ("naar voetbal", "We eten elke dag samen", "zoekt een club", "We denken dat we klaar zijn op"):
        assert zin in tekst


def test_each_member_gets_the_own_part_and_nothing_of_another(als, amina, plan, de_wit) -> None:
    van_sanne = papier(als, amina, plan, de_wit.sanne.pk)
    assert "Uw deel van het plan" in van_sanne
    assert "Wat u zelf doet" in van_sanne
    assert "belt de club" in van_sanne
    assert "We eten elke dag samen" in van_sanne
    assert "We denken dat we klaar zijn op 6 december 2027" in van_sanne
    assert "zoekt een club" not in van_sanne
    assert "Ik wil weer naar voetbal" not in van_sanne
    van_daan = papier(als, amina, plan, de_wit.daan.pk)
    assert "Ik wil weer naar voetbal" in van_daan
    assert "Er is nog geen dag waarop we klaar zijn. We praten daarover op 21 februari 2027" in van_daan
    for woord in ("schoon", "Thuishulp", "moe"):
        assert woord not in van_daan


def test_the_print_of_who_works_under_another_law_leaves_the_goal_out(als, bram, stad, plan, de_wit) -> None:
    Rolvervulling.objects.filter(medewerker=bram).delete()
    Rolvervulling.objects.create(medewerker=bram, rol=Rol.REGISSEUR, team=stad.noord, vanaf=BEGIN, wetten=["jeugdwet"])
    tekst = papier(als, Medewerker.objects.get(pk=bram.pk), plan, de_wit.sanne.pk)
    assert "Dit is een deel van uw plan." in tekst
    assert "We eten elke dag samen" in tekst
    for woord in ("omval", "Thuishulp"):
        assert woord not in tekst


def test_somebody_of_another_household_has_no_part(page: Bezoek, amina, plan) -> None:
    page(amina, reverse("plannen:afdruk", args=[plan.pk]) + "?voor=0", status=404)


def test_the_receipt_is_kept_shown_and_closes_the_task(page: Bezoek, amina, plan, de_wit) -> None:
    """Gegeven een vastgesteld plan. Als Amina het doorneemt, dan staat dat bij het plan en is haar taak af."""
    taak = Taak.objects.get(herkomst=f"vaststelling:{plan.vaststelling.pk}")
    assert (taak.voor, taak.uiterlijk) == (amina, MAANDAG.date() + timedelta(days=14))
    with klok.reis_naar(MAANDAG.date() + timedelta(days=15)):
        dag = page(amina, "/mijn-dag/")
        assert "Ontvangst van het plan vastleggen" in dag.words
        assert dag.tree.xpath("//a[@href=$adres]", adres=adres(plan))
    form = page(amina, adres(plan), queries_max=15)
    gelezen = form.post({"persoon": de_wit.sanne.pk, "hoe": "tafel", "op": "24-11-2026", "reden": ""}).follow()
    assert "aan tafel gekregen en doorgenomen" in gelezen.words
    assert "vastgelegd door Amina Bouzid" in gelezen.words
    taak.refresh_from_db()
    assert taak.gedaan_op


def test_who_wants_no_paper_says_why(page: Bezoek, amina, plan, de_wit) -> None:
    form = page(amina, adres(plan))
    invoer = {"persoon": de_wit.sanne.pk, "hoe": "niet_gewenst", "op": "24-11-2026"}
    geweigerd = form.post(invoer, status=422)
    assert "Schrijf op waarom het plan op papier niet gewenst is." in geweigerd.words
    assert geweigerd.tree.xpath("//input[@value='niet_gewenst'][@checked]")
    form.post(invoer | {"reden": "Ze wil niet dat haar ex het ziet liggen."})
    assert Planontvangst.objects.get().reden.startswith("Ze wil niet")


def test_a_day_before_the_adoption_and_a_second_time_are_refused(page: Bezoek, amina, plan, de_wit) -> None:
    form = page(amina, adres(plan))
    invoer = {"persoon": de_wit.sanne.pk, "hoe": "post", "op": "22-11-2026"}
    assert "tussen de vaststelling van het plan en vandaag" in form.post(invoer, status=422).words
    form.post(invoer | {"op": "23-11-2026"})
    nog_eens = form.post(invoer | {"op": "24-11-2026"}, status=422)
    assert "Van deze inwoner staat de ontvangst er al." in nog_eens.words
    assert Planontvangst.objects.count() == 1


def test_a_new_version_asks_for_its_own_receipt(amina, farid, plan) -> None:
    nieuw = begin_plan(plan.dossier, reden="Sanne werkt weer.", by=amina, at=MAANDAG)
    bied_plan_aan(nieuw, by=amina, at=MAANDAG)
    stel_plan_vast(nieuw, by=farid, at=MAANDAG)
    open_taken = Taak.objects.filter(gedaan_op=None).values_list("herkomst", flat=True)
    assert list(open_taken) == [f"vaststelling:{nieuw.vaststelling.pk}"]


def test_without_coordinator_the_drafter_is_asked(amina, farid, de_wit) -> None:
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    assert Taak.objects.get().voor == amina


def test_a_reader_and_another_team_keep_no_receipt(page: Bezoek, farid, chantal, plan) -> None:
    page(farid, adres(plan), status=403)
    page(farid, adres(plan), data={}, status=403)
    page(chantal, adres(plan), status=404)
