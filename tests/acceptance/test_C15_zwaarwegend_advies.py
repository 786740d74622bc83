"""C15: a weighty advice to an organisation that decides: sent on a ground, answered with a reason, chased, escalated.

Gegeven een vastgesteld plan en een organisatie die zelf over de hulp beslist (G32, aanbeveling 8)
Als de regisseur een zwaarwegend advies stuurt en het antwoord uitblijft
Dan staat het op de lijst, gaat het per niveau omhoog, en een afwijkend antwoord heeft een reden.
"""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

import verhalen
from eenplan.adviezen import actions, queries
from eenplan.adviezen.actions import NieuwAdvies
from eenplan.adviezen.models import Advies, Adviesantwoord, Escalatie
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import wijs_regisseur_aan
from eenplan.dossiers.models import Document, Dossier, Taak
from eenplan.plannen.actions import begin_plan
from personas import MAANDAG

DAG = MAANDAG.date()
LAAT = DAG + timedelta(days=15)


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def brug(els):
    return verhalen.samenwerking(els, at=MAANDAG)


@pytest.fixture
def dossier(de_wit, amina, farid) -> Dossier:
    verhalen.vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    dossier = Dossier.objects.get()
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    return dossier


@pytest.fixture
def verzonden(dossier, de_wit, brug, amina) -> Advies:
    nieuw = NieuwAdvies(de_wit.sanne, brug, "wmo", "wmo", "Geef drie uur hulp per week.", "Sanne valt anders om.")
    advies = actions.schrijf_advies(dossier, nieuw, by=amina, at=MAANDAG)
    actions.verstuur_advies(advies, by=amina, at=MAANDAG)
    return advies


def test_an_advice_is_written_sent_as_a_letter_and_its_answer_is_watched(page, als, dossier, de_wit, brug, amina):
    blad = page(amina, f"/huishoudens/{dossier.pk}/adviezen/", queries_max=22)
    velden = {
        "persoon": de_wit.sanne.pk, "ander": f"{brug.pk}:wmo", "wet": "wmo",
        "advies": "Geef drie uur hulp per week.", "motivering": "Sanne valt anders om.",
    }  # fmt: skip
    assert "Geef drie uur" in blad.post(velden | {"motivering": ""}, status=422).text
    advies = blad.post(velden).follow(queries_max=22)
    assert "concept" in advies.words
    verzonden = advies.post({}, url=f"{advies.url}verzending/").follow()
    assert "verzonden, wacht op antwoord" in verzonden.words
    assert "er ontbreekt niets" in verzonden.words
    assert "taak uit de wet" in verzonden.words
    rij = Advies.objects.get()
    assert rij.antwoord_uiterlijk == DAG + timedelta(days=14)
    taak = Taak.objects.get(herkomst=f"advies:{rij.pk}")
    assert (taak.voor, taak.uiterlijk, taak.bron) == (amina, rij.antwoord_uiterlijk, f"/adviezen/{rij.pk}/")
    pdf = als(amina).get(f"/documenten/{rij.brief_id}/")
    tekst = " ".join(" ".join(blz.extract_text() for blz in PdfReader(io.BytesIO(pdf.content)).pages).split())
    assert "Geef drie uur hulp per week." in tekst
    assert "Sanne valt anders om." in tekst
    assert Document.objects.get(pk=rij.brief_id).titel == "Zwaarwegend advies"


def test_a_changed_or_refused_advice_needs_a_reason(page, verzonden, amina):
    blad = page(amina, f"/adviezen/{verzonden.pk}/")
    for antwoord in ("gewijzigd", "niet"):
        zonder = {"antwoord": antwoord, "reden": "", "op": "23-11-2026"}
        assert "waarom de ander afwijkt" in blad.post(zonder, url=f"{blad.url}antwoord/", status=422).words
        with pytest.raises(NietMogelijk, match="afwijkt"):
            actions.leg_antwoord_vast(
                verzonden, antwoord=Adviesantwoord(antwoord), reden=" ", op=DAG, by=amina, at=MAANDAG
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            Advies.objects.filter(pk=verzonden.pk).update(status="beantwoord", antwoord=antwoord, antwoord_op=DAG)
    te_vroeg = {"antwoord": "overgenomen", "reden": "", "op": "1-11-2026"}
    assert "tussen het verzenden en vandaag" in blad.post(te_vroeg, url=f"{blad.url}antwoord/", status=422).words
    met = {"antwoord": "gewijzigd", "reden": "Twee uur is genoeg.", "op": "23-11-2026"}
    klaar = blad.post(met, url=f"{blad.url}antwoord/").follow()
    assert "gewijzigd overgenomen" in klaar.words
    assert "Twee uur is genoeg." in klaar.words
    assert not Taak.objects.filter(herkomst=f"advies:{verzonden.pk}", gedaan_op=None).exists()
    assert Sleutel.ADVIES_BEANTWOORD in set(Gebeurtenis.objects.values_list("sleutel", flat=True))


def test_overdue_feedback_is_listed_for_who_may_see_the_household(page, verzonden, amina, chantal, farid, gerda):
    assert "Geen enkel antwoord is te laat" in page(amina, "/adviezen/", queries_max=12).words
    with klok.reis_naar(LAAT):
        for wie in (amina, farid):
            lijst = page(wie, "/adviezen/", queries_max=12)
            assert f"/adviezen/{verzonden.pk}/" in lijst.text
            assert "te laat" in lijst.words
        assert f"/adviezen/{verzonden.pk}/" not in page(chantal, "/adviezen/").text
        page(chantal, f"/adviezen/{verzonden.pk}/", status=404)
        page(gerda, "/adviezen/", status=403)
        assert list(queries.te_laat(amina, LAAT)) == [verzonden]
        assert "antwoord is te laat" in page(amina, f"/adviezen/{verzonden.pk}/").words


def test_an_advice_without_answer_goes_up_level_by_level(page, verzonden, amina):
    blad = page(amina, f"/adviezen/{verzonden.pk}/")
    omhoog = {"aan": "", "grond": "Er komt geen antwoord."}
    blad.post(omhoog | {"grond": ""}, url=f"{blad.url}escalatie/", status=422)
    eerste = blad.post(omhoog, url=f"{blad.url}escalatie/").follow()
    assert "teamleider van de andere organisatie" in eerste.words
    rij = Escalatie.objects.get()
    assert (rij.niveau, rij.op, rij.uiterlijk) == (1, DAG, DAG + timedelta(days=7))
    assert Taak.objects.get(herkomst=f"advies:{verzonden.pk}").uiterlijk == rij.uiterlijk
    assert "wat het vorige niveau opleverde" in blad.post(omhoog, url=f"{blad.url}escalatie/", status=422).words
    blad.post({"effect": "Belooft te kijken."}, url=f"{blad.url}effect/")
    for _niveau in (2, 3):
        blad.post(omhoog | {"aan": "Karin de Groot"}, url=f"{blad.url}escalatie/")
        if _niveau == 2:
            blad.post({"effect": "Nog niets."}, url=f"{blad.url}effect/")
    assert list(Escalatie.objects.values_list("niveau", flat=True)) == [1, 2, 3]
    blad.post({"antwoord": "overgenomen", "reden": "", "op": "23-11-2026"}, url=f"{blad.url}antwoord/")
    assert not Escalatie.objects.filter(gesloten_op=None).exists()
    assert Escalatie.objects.get(niveau=3).effect == "beantwoord: overgenomen"
    assert "wacht op antwoord" not in page(amina, blad.url).words
    blad.post(omhoog, url=f"{blad.url}escalatie/", status=422)


def test_there_is_no_fourth_level(verzonden, amina):
    for _niveau in range(3):
        escalatie = actions.escaleer(verzonden, aan="", grond="Geen antwoord", by=amina, at=MAANDAG)
        actions.leg_effect_vast(escalatie, effect="Niets", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="geen hoger niveau"):
        actions.escaleer(verzonden, aan="", grond="Geen antwoord", by=amina, at=MAANDAG)


def test_managers_count_what_each_organisation_does_and_open_the_rows(page, verzonden, brug, amina, farid, karin):
    actions.leg_antwoord_vast(verzonden, antwoord=Adviesantwoord.NIET, reden="Geen geld.", op=DAG, by=amina, at=MAANDAG)
    cijfers = page(farid, "/cijfers/adviezen/", queries_max=10)
    rij = cijfers.tree.xpath("//tbody/tr")[0]
    assert [" ".join(cel.text_content().split()) for cel in rij] == ["Thuiszorg De Brug", "0", "0", "1", "0"]
    adres = rij.xpath(".//a/@href")[0]
    assert "niet overgenomen" in page(farid, adres).words
    van_karin = page(karin, "/cijfers/adviezen/")
    assert "Thuiszorg De Brug" in van_karin.words
    assert not van_karin.tree.xpath("//tbody//a")
    page(amina, "/cijfers/adviezen/", status=403)


def test_an_advice_asks_an_adopted_plan_and_a_ground(page, de_wit, els, amina, farid, brug):
    verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    dossier = Dossier.objects.get()
    assert "Eerst een vastgesteld plan" in page(amina, f"/huishoudens/{dossier.pk}/adviezen/").words
    nieuw = NieuwAdvies(de_wit.sanne, brug, "wmo", "wmo", "Doe dit.", "Daarom.")
    with pytest.raises(NietMogelijk, match="vastgesteld plan"):
        actions.schrijf_advies(dossier, nieuw, by=amina, at=MAANDAG)


def test_without_a_ground_or_with_a_newer_plan_nothing_is_sent(dossier, de_wit, brug, els, amina, farid):
    zorg = verhalen.samenwerking(
        els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", doelen=("zorg",), categorieen=("plan",)
    )
    geen = NieuwAdvies(de_wit.sanne, zorg, "wmo", "zorg", "Doe dit.", "Daarom.")
    with pytest.raises(NietMogelijk, match="toestemming nodig"):
        actions.schrijf_advies(dossier, geen, by=amina, at=MAANDAG)
    wel = NieuwAdvies(de_wit.sanne, brug, "wmo", "wmo", "Doe dit.", "Daarom.")
    advies = actions.schrijf_advies(dossier, wel, by=amina, at=MAANDAG)
    with pytest.raises(IntegrityError), transaction.atomic():
        Advies.objects.filter(pk=advies.pk).update(status="verzonden", verzonden_op=DAG)
    Advies.objects.filter(pk=advies.pk).update(plan=begin_plan(dossier, reden="Anders.", by=amina, at=MAANDAG))
    advies.refresh_from_db()
    with pytest.raises(NietMogelijk, match="nieuw plan"):
        actions.verstuur_advies(advies, by=amina, at=MAANDAG)
    actions.trek_advies_in(advies, reden="Er is een nieuw plan.", by=amina, at=MAANDAG)
    assert advies.get_status_display() == "ingetrokken"
