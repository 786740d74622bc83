"""D2: a decision from the adopted plan, with grounds, plain summary and objection clause, through the screens."""

import io
import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from eenplan.besluiten.actions import ontvang_aanvraag
from eenplan.besluiten.models import Aanvraag, Besluit
from eenplan.besluiten.states import Besluitstatus
from eenplan.core import klok
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast
from personas import MAANDAG
from verhalen import GEWONE_TEKST, aanvraag, afgerond_onderzoek, onderzoek

DAG = timedelta(days=1)


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    with klok.reis_naar(MAANDAG.date()):
        return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=klok.nu())


@pytest.fixture
def _op_besluitdag():
    with klok.reis_naar(MAANDAG.date() + 10 * DAG):
        yield


def _formulier(blad, **anders):
    (bewerking,) = blad.tree.xpath("//input[@name='bewerking']/@value")
    velden = {f"grond_{code}": tekst for code, tekst in GEWONE_TEKST.items()}
    samenvatting = "U krijgt drie uur per week hulp bij het huishouden."
    return {"bewerking": bewerking, "samenvatting": samenvatting, "uitkomst": "toegekend"} | velden | anders


def test_d2_amina_takes_in_an_application_without_typing_again_what_the_melding_says(page, de_wit, gerda, amina):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with klok.reis_naar(MAANDAG.date() + 5 * DAG):
        blad = page(amina, f"/huishoudens/{lopend.dossier_id}/aanvragen/nieuw/")
        assert "Sanne de Wit, Wmo 2015: melding van ma 23 november 2026" in blad.words
        assert "Onderzoek afgerond op" in blad.words
        (gekozen,) = blad.tree.xpath("//input[@name='melding'][@checked]/@value")
        (dag,) = blad.tree.xpath("//input[@name='ontvangen_op']/@value")
        na = blad.post({"melding": gekozen, "ontvangen_op": dag}).follow()
    assert "Uiterlijk ma 14 december 2026 moet er een besluit zijn." in na.words
    gedaan = Aanvraag.objects.get()
    assert (gedaan.persoon, gedaan.wet, gedaan.melding) == (de_wit.sanne, "wmo", lopend.melding)


def test_d2_an_application_before_the_onderzoek_is_done_is_refused_with_the_article(page, de_wit, gerda, amina):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with klok.reis_naar(MAANDAG.date() + 5 * DAG):
        blad = page(amina, f"/huishoudens/{lopend.dossier_id}/aanvragen/nieuw/")
        assert "Kan nog niet: het onderzoek loopt, tot en met ma 4 januari 2027." in blad.words
        na = blad.post({"melding": lopend.melding.pk, "ontvangen_op": "28-11-2026"}, status=422)
    assert "Wmo 2.3.2 lid 9" in na.words
    assert not Aanvraag.objects.exists()


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_daan_decides_and_the_letter_grants_exactly_what_the_plan_holds(page, gedaan, daan):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    blad = page(daan, adres)
    assert "Het plan (versie 1) is vastgesteld." in blad.words
    blad = blad.post({}, url=f"{adres}voorbereiding/").follow()
    regel = ("Hulp bij het huishouden", "3 uur per week", "14 december 2026", "13 december 2027", "Thuishulp Zonnedaal")
    assert " ".join(regel) in blad.words
    assert not blad.tree.xpath("//form[@data-autosave]//*[@name='aantal' or @name='inzet']"), (
        "granted help is not a field"
    )

    blad = blad.post(_formulier(blad, verder="1")).follow()
    assert "U staat op het punt dit te besluiten" in blad.words
    assert "do 14 januari 2027" in blad.words
    blad = blad.post({}).follow()
    assert "Het besluit is genomen." in blad.words

    pdf = page(daan, f"{adres}brief/").response
    assert pdf["Content-Type"] == "application/pdf"
    tekst = " ".join(" ".join(b.extract_text() for b in PdfReader(io.BytesIO(pdf.content)).pages).split())
    for stuk in (*regel[1:], "bezwaar maken. Dat kan tot en met donderdag 14 januari 2027", *GEWONE_TEKST.values()):
        assert stuk in tekst
    assert Besluit.objects.get().status == Besluitstatus.GENOMEN


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_without_a_ground_the_decision_is_refused_and_the_page_names_the_ground(page, gedaan, daan):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    blad = page(daan, adres).post({}, url=f"{adres}voorbereiding/").follow()
    blad = blad.post(_formulier(blad, grond_mantelzorg="", verder="1")).follow()
    assert "Schrijf de reden bij ‘Mantelzorg’." in blad.words
    assert not blad.tree.xpath("//main//form"), "there is no button that cannot work"
    geweigerd = blad.post({}, status=422)
    assert "Schrijf de reden bij ‘Mantelzorg’." in geweigerd.words
    assert Besluit.objects.get().status == Besluitstatus.VOORBEREID


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_the_letter_follows_the_typing_with_readability_and_objection_date(page, gedaan, daan):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    blad = page(daan, adres).post({}, url=f"{adres}voorbereiding/").follow()
    lang = "Deze zin gaat maar door en door " * 4 + "zonder dat er ooit een punt komt."
    deel = blad.post(
        _formulier(blad, samenvatting=lang), url=f"{adres}voorbeeld/", status=200, **{"HX-Request": "true"}
    )
    assert not deel.is_whole
    assert lang in deel.words
    assert "1 lange zin van u" in deel.words
    assert "do 14 januari 2027" in deel.words
    assert "hoe berekend" in deel.words
    assert Besluit.objects.get().samenvatting == "", "a preview keeps nothing"


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_typing_is_kept_by_itself_and_a_colleague_is_not_overwritten(page, gedaan, daan):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    blad = page(daan, adres).post({}, url=f"{adres}voorbereiding/").follow()
    bewaard = blad.post(_formulier(blad), status=204, **{"Eenplan-Bewaren": "1"}).response
    assert bewaard["Eenplan-Bewerking"] == "1"
    assert re.fullmatch(r"\d\d:\d\d", bewaard["Eenplan-Bewaard"])
    botsing = blad.post(_formulier(blad, samenvatting="Mijn eigen zin."), status=409)
    assert "Een collega heeft dit net gewijzigd." in botsing.words
    assert "Mijn eigen zin." in botsing.words
    assert "U krijgt drie uur per week hulp bij het huishouden." in botsing.words
    opnieuw = _formulier(botsing, samenvatting="Mijn eigen zin.")
    assert opnieuw["bewerking"] == "1"
    botsing.post(opnieuw)
    assert Besluit.objects.get().samenvatting == "Mijn eigen zin."


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_team_and_manager_read_along_and_do_not_write(page, gedaan, daan, amina, farid):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    page(daan, adres).post({}, url=f"{adres}voorbereiding/")
    for wie in (amina, farid):
        blad = page(wie, adres)
        assert "De backoffice schrijft dit besluit" in blad.words
        assert not blad.tree.xpath("//textarea")
        page(wie, f"{adres}bekendmaking/", status=403)


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_another_team_and_other_roles_do_not_see_the_decision(page, gedaan, chantal, gerda, els):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    page(chantal, adres, status=404)
    page(chantal, f"{adres}brief/", status=404)
    for wie in (gerda, els):
        page(wie, adres, status=403)


@pytest.mark.usefixtures("_op_besluitdag")
def test_d2_a_new_version_of_the_plan_is_taken_over_with_one_button(page, gedaan, daan, amina, farid):
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    blad = page(daan, adres).post({}, url=f"{adres}voorbereiding/").follow()
    blad.post(_formulier(blad))
    plan = begin_plan(gedaan.dossier, by=amina, at=klok.nu(), reden="Er is meer hulp nodig.")
    bied_plan_aan(plan, by=amina, at=klok.nu())
    stel_plan_vast(plan, by=farid, at=klok.nu())
    blad = page(daan, adres)
    assert "Er is een nieuwe versie van het plan vastgesteld" in blad.words
    page(daan, f"{adres}bekendmaking/").post({}, status=422)
    na = blad.post({}, url=f"{adres}voorbereiding/").follow()
    assert "Dit komt uit het vastgestelde plan, versie 2." in na.words
    assert GEWONE_TEKST["netwerk"] in na.words


def test_d2_without_an_adopted_plan_the_page_says_what_must_happen_first(page, de_wit, gerda, amina, daan):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    later = MAANDAG + 5 * DAG
    gedaan = ontvang_aanvraag(
        lopend.dossier,
        persoon=de_wit.sanne,
        wet=Wet.WMO,
        ontvangen_op=later.date(),
        melding=lopend.melding,
        by=amina,
        at=later,
    )
    with klok.reis_naar(later.date()):
        assert "Er is nog geen vastgesteld plan" in page(daan, f"/aanvragen/{gedaan.pk}/besluit/").words
