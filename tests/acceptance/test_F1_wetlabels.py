"""F1: who works under one law sees that law and what belongs to the whole household; more takes a recorded ground."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import verhalen
from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import (
    Afspraak,
    Stuk,
    begin_verslag,
    maak_taak,
    open_casus,
    open_dossier,
    plan_gesprek,
    schrijf_notitie,
    voeg_document_toe,
    wijs_regisseur_aan,
)
from eenplan.dossiers.labelgronden import Toekenning, geef_label, vraag_label
from eenplan.dossiers.models import Documentsoort, Labelgrond
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Contact
from eenplan.plannen.actions import Doeltekst, begin_plan, bewaar_doel
from eenplan.plannen.models import Eigenaarsoort
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling
from eenplan.termijnen.models import Termijn
from personas import BEGIN, MAANDAG
from schermen import formulier

JEUGD = "Daan slaapt onrustig sinds de scheiding"
SCHULD = "De huur is drie maanden niet betaald"
SAMEN = "De bel doet het niet, klop aan"
LABELFILTER = r'"(dossiers|meldingen|termijnen)_\w+"\."wet" IN'
WOENSDAG = MAANDAG + timedelta(days=2)


@pytest.fixture(autouse=True)
def _maandag():
    with reis_naar(MAANDAG.date()):
        yield


def _specialist(naam, wet, stad):
    medewerker = Medewerker.objects.create_user(
        naam.lower(), naam=naam, functie="schuldhulpverlener", werkgever="Stadsbank"
    )
    Rolvervulling.objects.create(medewerker=medewerker, rol=Rol.REGISSEUR, team=stad.noord, wetten=[wet], vanaf=BEGIN)
    return medewerker


@pytest.fixture
def sam(stad):
    """A debt counsellor in the team: Wgs only."""
    return _specialist("Sam", Wet.WGS, stad)


@pytest.fixture
def wilma(stad):
    """A Wmo consultant in the team: Wmo only."""
    return _specialist("Wilma", Wet.WMO, stad)


@pytest.fixture
def dossier(de_wit, amina, gerda):
    """A household with something under the Jeugdwet, under the Wgs, and for everybody."""
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    wie = {"by": amina, "at": MAANDAG}
    schrijf_notitie(geopend, tekst=JEUGD, wet=Wet.JEUGDWET, **wie)
    schrijf_notitie(geopend, tekst=SCHULD, wet=Wet.WGS, **wie)
    schrijf_notitie(geopend, tekst=SAMEN, **wie)
    maak_taak(geopend, voor=amina, wat="Bel de school over Daan", uiterlijk=WOENSDAG.date(), wet=Wet.JEUGDWET, **wie)
    open_casus(
        geopend, persoon=de_wit.sanne, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Slapen lukt Daan niet", **wie
    )
    return geopend


@pytest.fixture
def stukken(dossier, amina, de_wit):
    """A paper, a talk with a report and a melding under the Jeugdwet."""
    stuk = Stuk(Documentsoort.INGEKOMEN, "Brief van het consultatiebureau", b"%PDF-1.7 x", wet=Wet.JEUGDWET)
    document = voeg_document_toe(dossier, stuk, by=amina, at=MAANDAG)
    afspraak = Afspraak("huisbezoek", MAANDAG, "Lindelaan 4", (de_wit.daan,), wet=Wet.JEUGDWET)
    gesprek = plan_gesprek(dossier, afspraak, by=amina, at=MAANDAG)
    begin_verslag(gesprek, by=amina, at=MAANDAG)
    return document, gesprek


# ---------------------------------------------------------------------------------------------- what one does not see


def test_a_debt_counsellor_sees_debts_and_what_is_for_everybody(page, dossier, sam):
    lijst = page(sam, f"/huishoudens/{dossier.pk}/notities/")
    assert SCHULD in lijst.words
    assert SAMEN in lijst.words
    assert JEUGD not in lijst.text
    assert "1 stuk onder de Jeugdwet: niet zichtbaar voor uw rol" in lijst.words
    assert f"/huishoudens/{dossier.pk}/wetlabels/" in lijst.text


def test_who_works_under_every_law_sees_it_all_and_the_label_beside_it(page, dossier, amina):
    lijst = page(amina, f"/huishoudens/{dossier.pk}/notities/")
    assert {JEUGD, SCHULD, SAMEN} == {tekst for tekst in (JEUGD, SCHULD, SAMEN) if tekst in lijst.words}
    assert "niet zichtbaar voor uw rol" not in lijst.words
    assert "Jeugdwet" in lijst.words


def test_the_page_of_the_household_tells_nothing_of_the_other_law(page, dossier, stukken, sam):
    verteld = page(sam, f"/huishoudens/{dossier.pk}/?soort=alles")
    for geheim in (JEUGD, "Bel de school", "Slapen lukt Daan niet", "consultatiebureau"):
        assert geheim not in verteld.text, geheim
    assert SCHULD in verteld.words
    assert SAMEN in verteld.words


@pytest.mark.parametrize("adres", ["/huishoudens/{pk}/", "/mijn-dag/", "/huishoudens/{pk}/notities/"])
def test_labels_cost_a_generalist_no_question_and_a_specialist_one(page, dossier, stukken, amina, sam, adres):
    vragen = {}
    for wie in (amina, sam):
        with CaptureQueriesContext(connection) as gesteld:
            page(wie, adres.format(pk=dossier.pk))
        vragen[wie] = [vraag["sql"] for vraag in gesteld]
    assert not [sql for sql in vragen[amina] if re.search(LABELFILTER, sql)]
    assert [sql for sql in vragen[sam] if re.search(LABELFILTER, sql)]
    assert len(vragen[sam]) <= len(vragen[amina]) + 1


def test_mijn_dag_and_tasks_leave_the_other_law_out(page, dossier, sam):
    assert "Bel de school" not in page(sam, f"/huishoudens/{dossier.pk}/taken/").text
    assert "Bel de school" not in page(sam, "/mijn-dag/").text


def test_objects_under_another_law_do_not_exist(page, dossier, stukken, sam, amina):
    document, gesprek = stukken
    casus = dossier.casussen.get()
    taak = dossier.taken.get()
    for adres in (
        f"/documenten/{document.pk}/",
        f"/gesprekken/{gesprek.pk}/",
        f"/gesprekken/{gesprek.pk}/verslag/",
        f"/casussen/{casus.pk}/sluiting/",
        f"/notities/{dossier.notities.get(wet=Wet.JEUGDWET).pk}/verberging/",
        f"/documenten/{document.pk}/verberging/",
    ):
        assert page(sam, adres, status=404).response.status_code == 404, adres
        assert page(amina, adres).response.status_code == 200, adres
    page(sam, f"/taken/{taak.pk}/gedaan/", data={}, status=404)
    assert dossier.taken.get().gedaan_op is None


def test_a_search_in_the_text_finds_nothing_under_another_law(page, dossier, sam, amina):
    assert "onrustig" in page(amina, "/zoeken/", data={"zoek": "onrustig"}, status=200).words
    gevonden = page(sam, "/zoeken/", data={"zoek": "scheiding"}, status=200)
    assert "onrustig" not in gevonden.text
    assert "huur" in page(sam, "/zoeken/", data={"zoek": "betaald"}, status=200).words


def test_a_melding_its_call_and_its_clocks_carry_one_label(page, de_wit, gerda, sam, amina):
    melding = verhalen.melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WMO)
    assert Contact.objects.get().wet == Wet.WMO
    assert set(Termijn.objects.values_list("wet", flat=True)) == {Wet.WMO}
    termijn = Termijn.objects.first()
    for adres in (f"/meldingen/{melding.pk}/", f"/contacten/{melding.contact_id}/", f"/termijnen/{termijn.pk}/"):
        page(sam, adres, status=404)
        page(amina, adres)
    stand = page(sam, f"/huishoudens/{de_wit.huishouden.pk}/stand/")
    assert "Er is geen vraag die u voor uw rol mag zien." in stand.words
    assert "ontvangen" in page(gerda, f"/huishoudens/{de_wit.huishouden.pk}/stand/").words


def test_of_a_goal_under_another_law_one_sees_only_that_it_is_there(page, dossier, de_wit, sam, amina):
    plan = begin_plan(dossier, by=amina, at=MAANDAG)
    for woorden, wet in (("Ik wil rustig slapen", Wet.JEUGDWET), ("Ik wil mijn huur betalen", Wet.WGS)):
        tekst = Doeltekst(woorden, eigenaar="Sanne de Wit", eigenaar_soort=Eigenaarsoort.INWONER, wet=wet)
        bewaar_doel(plan, tekst, bewerking=plan.bewerking, by=amina, at=MAANDAG)
    gelezen = page(sam, f"/plannen/{plan.pk}/")
    assert "Ik wil mijn huur betalen" in gelezen.text
    assert "Ik wil rustig slapen" not in gelezen.text
    assert "1 doel onder de Jeugdwet, niet zichtbaar voor uw rol" in gelezen.words
    jeugddoel = plan.doelen.get(wet=Wet.JEUGDWET)
    page(sam, f"/doelen/{jeugddoel.pk}/", status=404)
    page(sam, f"/doelen/{jeugddoel.pk}/", data={"eigen_woorden": "weg"}, status=404)
    assert "niet zichtbaar" not in page(amina, f"/plannen/{plan.pk}/").words


def test_a_goal_takes_its_label_from_its_case_or_its_help(dossier, de_wit, amina):
    plan = begin_plan(dossier, by=amina, at=MAANDAG)
    casus = dossier.casussen.get()
    doel = bewaar_doel(plan, Doeltekst("Slapen", casus=casus), bewerking=plan.bewerking, by=amina, at=MAANDAG)
    assert doel.wet == Wet.JEUGDWET


def test_a_goal_with_help_under_a_law_carries_that_law(de_wit, amina):
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    assert plan.doelen.get().wet == Wet.WMO


# ------------------------------------------------------------------------------------------------- labels on the way in


def test_what_a_debt_counsellor_writes_falls_under_the_wgs_by_itself(page, dossier, sam):
    lijst = page(sam, f"/huishoudens/{dossier.pk}/notities/")
    lijst.post(formulier(lijst, tekst="Beslag op het loon dreigt"))
    assert dossier.notities.get(tekst="Beslag op het loon dreigt").wet == Wet.WGS
    assert [optie.get("value") for optie in lijst.tree.xpath("//select[@name='wet']/option")] == ["geen", "wgs"]


def test_nobody_files_something_under_a_law_of_others(page, dossier, sam):
    lijst = page(sam, f"/huishoudens/{dossier.pk}/notities/")
    lijst.post(formulier(lijst, tekst="Stiekem", wet="jeugdwet"), status=422)
    assert not dossier.notities.filter(tekst="Stiekem").exists()
    with pytest.raises(NietToegestaan):
        schrijf_notitie(dossier, tekst="Stiekem", wet=Wet.JEUGDWET, by=sam, at=MAANDAG)
    with pytest.raises(NietToegestaan):
        open_casus(
            dossier,
            persoon=dossier.casussen.get().persoon,
            wet=Wet.JEUGDWET,
            leefgebied="opvoeden",
            probleem="x",
            by=sam,
            at=MAANDAG,
        )


def test_a_task_goes_only_to_who_works_under_its_law(page, dossier, amina, sam):
    lijst = page(amina, f"/huishoudens/{dossier.pk}/taken/")
    velden = formulier(
        lijst,
        "//form[contains(@action, 'taken/')][.//input[@name='wat']]",
        wat="Bel de jeugdarts",
        voor=str(sam.pk),
        uiterlijk="25-11-2026",
        wet="jeugdwet",
    )
    antwoord = lijst.post(velden, status=422)
    assert "Deze collega werkt niet onder dit label" in antwoord.words
    assert not dossier.taken.filter(wat="Bel de jeugdarts").exists()


# ------------------------------------------------------------------------------------------------- grounds, two people


def _vraag(page, wie, dossier, *, wet="jeugdwet", gebruik, doel="Past de regeling bij de hulp?"):
    scherm = page(wie, f"/huishoudens/{dossier.pk}/wetlabels/")
    scherm.post({"wet": wet, "gebruik": gebruik, "doel": doel})
    return Labelgrond.objects.get(medewerker=wie, wet=wet, afgewezen_op__isnull=True)


def test_the_wmo_takes_consent_and_withdrawal_closes_in_the_middle(page, dossier, wilma, amina):
    vraag = _vraag(page, wilma, dossier, gebruik="wmo")
    assert JEUGD not in page(wilma, f"/huishoudens/{dossier.pk}/notities/").text
    scherm = page(amina, f"/labelgronden/{vraag.pk}/")
    assert "artikel 5.1.1 lid 4 Wmo 2015" in scherm.words
    assert "Wie nee zegt, houdt dezelfde hulp" in scherm.words
    sanne = str(dossier.casussen.get().persoon_id)
    scherm.post({"geven": "ja", "tot_en_met": "01-12-2026"}, status=422)
    assert not Dossiertoegang.objects.exists()
    scherm.post({"geven": "ja", "tot_en_met": "01-12-2026", "over": [sanne]})
    vraag.refresh_from_db()
    assert (vraag.soort, vraag.toestemming_van) == ("toestemming", "Sanne de Wit")
    gelezen = page(wilma, f"/huishoudens/{dossier.pk}/notities/")
    assert JEUGD in gelezen.words
    assert SCHULD not in gelezen.text  # one label, not all
    page(amina, f"/labelgronden/{vraag.pk}/").post({"intrekken": "ja"})
    assert JEUGD not in gelezen._visit(gelezen.client, gelezen.url).text  # the same session, the very next page
    sleutels = set(Gebeurtenis.objects.filter(onderwerp_soort="labelgrond").values_list("sleutel", flat=True))
    assert {
        Sleutel.LABELGROND_GEVRAAGD,
        Sleutel.LABELGROND_GEGEVEN,
        Sleutel.LABELGROND_INGETROKKEN,
    } <= sleutels
    gegeven = Gebeurtenis.objects.get(sleutel=Sleutel.LABELGROND_GEGEVEN)
    assert gegeven.doel.startswith("Past de regeling bij de hulp?")


def test_elsewhere_consent_is_not_offered_and_a_reason_is_needed(page, dossier, sam, farid, amina):
    schrijf_notitie(dossier, tekst="Traplift gevraagd", wet=Wet.WMO, by=amina, at=MAANDAG)
    vraag = _vraag(page, sam, dossier, wet="wmo", gebruik="wgs")
    scherm = page(farid, f"/labelgronden/{vraag.pk}/")
    assert "artikel 8 Wgs" in scherm.words
    assert not scherm.tree.xpath("//input[@name='over']")
    scherm.post({"geven": "ja", "tot_en_met": "01-12-2026", "reden": ""}, status=422)
    scherm.post({"geven": "ja", "tot_en_met": "01-12-2026", "reden": "De regeling rekent met de eigen bijdrage."})
    vraag.refresh_from_db()
    assert (vraag.soort, vraag.toestemming_van) == ("uitzondering", "")
    assert "Traplift" in page(sam, f"/huishoudens/{dossier.pk}/notities/").words


def test_a_ground_ends_by_itself(page, dossier, sam, farid, amina):
    schrijf_notitie(dossier, tekst="Traplift gevraagd", wet=Wet.WMO, by=amina, at=MAANDAG)
    vraag = vraag_label(dossier, wet=Wet.WMO, gebruik=Wet.WGS, doel="Afstemmen", by=sam, at=MAANDAG)
    geef_label(vraag, Toekenning(WOENSDAG.date(), reden="Nodig"), by=farid, at=MAANDAG)
    with reis_naar(WOENSDAG.date()):
        assert "Traplift" in page(sam, f"/huishoudens/{dossier.pk}/notities/").words
    with reis_naar(WOENSDAG.date() + timedelta(days=1)):
        assert "Traplift" not in page(sam, f"/huishoudens/{dossier.pk}/notities/").text
        assert "verlopen" in page(sam, f"/huishoudens/{dossier.pk}/wetlabels/").words


def test_nobody_grants_the_own_request_and_a_teammate_does_not_decide(page, dossier, sam, bram, wilma):
    vraag = _vraag(page, sam, dossier, gebruik="wgs")
    for wie in (sam, bram, wilma):
        page(wie, f"/labelgronden/{vraag.pk}/")
        page(wie, f"/labelgronden/{vraag.pk}/", data={"geven": "ja", "tot_en_met": "01-12-2026"}, status=403)
    assert not Dossiertoegang.objects.exists()


def test_consent_of_a_child_counts_only_with_known_custody(page, dossier, de_wit, wilma, amina):
    casus = dossier.casussen.get()
    casus.persoon = de_wit.daan
    casus.save()
    vraag = _vraag(page, wilma, dossier, gebruik="wmo")
    scherm = page(amina, f"/labelgronden/{vraag.pk}/")
    geweigerd = scherm.post({"geven": "ja", "tot_en_met": "01-12-2026", "over": [str(de_wit.daan.pk)]}, status=422)
    assert "gezag" in geweigerd.words.lower()
    with pytest.raises(NietMogelijk):
        geef_label(vraag, Toekenning(WOENSDAG.date(), over=(de_wit.daan,)), by=amina, at=klok.nu())


def test_a_refusal_says_why_and_can_be_asked_again(page, dossier, sam, amina):
    vraag = _vraag(page, sam, dossier, gebruik="wgs")
    scherm = page(amina, f"/labelgronden/{vraag.pk}/")
    scherm.post({"afwijzen": "ja", "reden": ""}, status=422)
    scherm.post({"afwijzen": "ja", "reden": "Niet nodig voor de regeling."})
    assert "afgewezen" in page(sam, f"/huishoudens/{dossier.pk}/wetlabels/").words
    assert _vraag(page, sam, dossier, gebruik="wgs").pk != vraag.pk


def test_asking_for_what_one_sees_already_or_for_a_law_of_others_is_refused(page, dossier, sam, amina):
    with pytest.raises(NietMogelijk):
        vraag_label(dossier, wet=Wet.WGS, gebruik=Wet.WGS, doel="x", by=sam, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        vraag_label(dossier, wet=Wet.JEUGDWET, gebruik=Wet.WMO, doel="x", by=sam, at=MAANDAG)
    assert "ja, door uw rol" in page(amina, f"/huishoudens/{dossier.pk}/wetlabels/").words
