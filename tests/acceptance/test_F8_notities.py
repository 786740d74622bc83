"""F8: a note or paper hidden from the household leaves the team in no print, letter or copy; workers see the mark."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.klok import reis_naar
from eenplan.dossiers import queries
from eenplan.dossiers.actions import Stuk, open_dossier, schrijf_notitie, voeg_document_toe, wijs_regisseur_aan
from eenplan.dossiers.brief import verslagbrief
from eenplan.dossiers.models import Documentsoort, Notitie, Notitieverberging
from eenplan.dossiers.verbergen import Verbergreden, verberg_document, verberg_notitie
from eenplan.meldingen.actions import bevestig_ontvangst, start_onderzoek
from eenplan.plannen.brief import planbrief
from eenplan.plannen.queries import mensen, met_delen
from personas import MAANDAG
from schermen import formulier

GEHEIM = "Sanne overweegt te vertrekken, haar ex mag dit niet weten"
GEWOON = "Sanne belt liever na vieren"
REDEN = Verbergreden("Gevaar als de ex het leest.", (MAANDAG + timedelta(days=60)).date())


@pytest.fixture(autouse=True)
def _maandag():
    with reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def geheim(dossier, amina):
    schrijf_notitie(dossier, tekst=GEWOON, by=amina, at=MAANDAG)
    notitie = schrijf_notitie(dossier, tekst=GEHEIM, by=amina, at=MAANDAG)
    verberg_notitie(notitie, REDEN, by=amina, at=MAANDAG)
    return notitie


def test_a_note_is_hidden_while_writing_with_a_reason_and_a_day(page, dossier, amina, bram):
    adres = f"/huishoudens/{dossier.pk}/notities/"
    scherm = page(amina, adres)
    zonder = scherm.post(formulier(scherm, tekst=GEHEIM, verborgen="on"), status=422)
    assert "Schrijf op waarom het huishouden dit niet mag lezen." in zonder.words
    assert not Notitie.objects.exists()
    scherm.post(
        formulier(scherm, tekst=GEHEIM, verborgen="on", reden_verborgen="Gevaar thuis.", herzien_op="01-02-2027")
    )
    verberging = Notitieverberging.objects.get()
    assert (verberging.reden, verberging.door, verberging.opgeheven_op) == ("Gevaar thuis.", amina, None)
    gelezen = page(bram, adres)
    assert GEHEIM in gelezen.words
    assert "verborgen voor het huishouden" in gelezen.words
    assert "Verborgen voor het huishouden" in page(bram, f"/huishoudens/{dossier.pk}/?soort=notities").words


def test_a_day_in_the_past_is_refused_and_the_words_stay(page, dossier, amina):
    scherm = page(amina, f"/huishoudens/{dossier.pk}/notities/")
    terug = scherm.post(
        formulier(scherm, tekst=GEHEIM, verborgen="on", reden_verborgen="Gevaar.", herzien_op="01-02-2020"), status=422
    )
    assert GEHEIM in terug.text
    assert not Notitie.objects.exists()


def test_the_author_or_a_manager_hides_later_and_shows_again(page, dossier, amina, bram, farid):
    notitie = schrijf_notitie(dossier, tekst=GEHEIM, by=amina, at=MAANDAG)
    adres = f"/notities/{notitie.pk}/verberging/"
    assert "Alleen wie dit schreef" in page(bram, adres).words
    velden = {"reden_verborgen": "Gevaar.", "herzien_op": "01-02-2027"}
    page(bram, adres, data=velden, status=403)
    page(farid, adres, data=velden)
    assert list(queries.deelbare_notities(dossier.pk)) == []
    page(bram, adres, data={"tonen": "ja"}, status=403)
    page(amina, adres, data={"tonen": "ja"})
    assert list(queries.deelbare_notities(dossier.pk)) == [notitie]
    assert Notitieverberging.objects.get().opgeheven_door == amina  # that it was hidden stays on record


def test_what_may_leave_the_team_never_holds_something_hidden(dossier, geheim, amina):
    assert [notitie.tekst for notitie in queries.deelbare_notities(dossier.pk)] == [GEWOON]
    stuk = voeg_document_toe(dossier, Stuk(Documentsoort.INGEKOMEN, "Aangifte", b"%PDF-1.7 a"), by=amina, at=MAANDAG)
    open_stuk = voeg_document_toe(
        dossier, Stuk(Documentsoort.INGEKOMEN, "Rekening", b"%PDF-1.7 b"), by=amina, at=MAANDAG
    )
    verberg_document(stuk, REDEN, by=amina, at=MAANDAG)
    assert list(queries.deelbare_documenten(dossier.pk)) == [open_stuk]


def _onderzoek(gezin, gerda, amina):
    """The melding is confirmed and in onderzoek; the household has its coordinator already."""
    gemeld = verhalen.melding(gezin, by=gerda, at=MAANDAG)
    bevestig_ontvangst(gemeld, verhalen.BRIEF, by=gerda, at=MAANDAG)
    return start_onderzoek(gemeld, by=amina, at=MAANDAG)


def test_letter_plan_and_status_tell_nothing_of_it(page, de_wit, dossier, geheim, amina, gerda):
    lopend = _onderzoek(de_wit, gerda, amina)
    verslag = verhalen.verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG)
    plan = met_delen(verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG))
    bewoners = [mens for mens in mensen(plan, MAANDAG.date()) if mens.is_lid]
    for brief in (
        verslagbrief(verslag, aan=de_wit.sanne, van=amina, op=MAANDAG.date()),
        planbrief(plan, bewoners=bewoners, van=amina, op=MAANDAG.date()),
    ):
        assert "vertrekken" not in str(brief)
    assert "vertrekken" not in page(gerda, f"/huishoudens/{dossier.pk}/stand/").text
    assert "vertrekken" not in page(gerda, "/zoeken/", data={"zoek": "vertrekken"}, status=200).tree.xpath(
        "string(//main//*[contains(@class, 'treffer')])"
    )


def test_a_hidden_paper_is_marked_for_workers(page, dossier, amina):
    scherm = page(amina, f"/huishoudens/{dossier.pk}/documenten/")
    assert "Verbergen voor het huishouden" in scherm.words
    stuk = voeg_document_toe(dossier, Stuk(Documentsoort.INGEKOMEN, "Aangifte", b"%PDF-1.7 a"), by=amina, at=MAANDAG)
    page(amina, f"/documenten/{stuk.pk}/verberging/", data={"reden_verborgen": "Gevaar.", "herzien_op": "01-02-2027"})
    assert "verborgen voor het huishouden" in page(amina, f"/huishoudens/{dossier.pk}/documenten/").words


def test_the_rules_hold_below_the_screen(dossier, amina, bram):
    notitie = schrijf_notitie(dossier, tekst=GEHEIM, by=amina, at=MAANDAG)
    with pytest.raises(NietToegestaan):
        verberg_notitie(notitie, REDEN, by=bram, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        verberg_notitie(notitie, Verbergreden(" ", REDEN.herzien_op), by=amina, at=MAANDAG)
    eerste = verberg_notitie(notitie, REDEN, by=amina, at=MAANDAG)
    assert verberg_notitie(notitie, REDEN, by=amina, at=MAANDAG) == eerste
