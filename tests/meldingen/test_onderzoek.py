"""The onderzoek through its screens: begin, count talks, finish; and what is refused."""

from datetime import timedelta

import pytest

from eenplan.besluiten.actions import ontvang_aanvraag
from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import reis_naar
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import Afspraak, begin_verslag, plan_gesprek, verstuur_verslag
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import (
    Gespreksvraag,
    bevestig_ontvangst,
    handel_af_met_melding,
    maak_melding,
    neem_contact_aan,
    rond_onderzoek_af,
    sluit_melding,
)
from eenplan.meldingen.models import Melding, Onderzoek, Urgentie
from eenplan.meldingen.states import MELDING, Meldingstatus
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.termijnen.models import Termijn
from personas import MAANDAG, Gezin
from verhalen import BRIEF, afgerond_onderzoek, melding, onderzoek, veiligheidscheck, verslag


@pytest.fixture
def buren(gerda):
    nieuw = NieuwHuishouden("Lindelaan", 6, "1231AA", (NieuwPersoon("Riet", "Jansen"),))
    huishouden = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
    riet = huishouden.leden.get().persoon
    return Gezin(huishouden, riet, riet, riet)


def adres(gemeld, rest=""):
    return f"/meldingen/{gemeld.pk}/onderzoek/{rest}"


def test_the_onderzoek_waits_for_the_confirmation(page, amina, gerda, de_wit):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    seen = page(amina, adres(gemeld))
    assert "Bevestig eerst de ontvangst" in seen.words
    refused = seen.post({"beginnen": "1"}, status=422)
    assert "de status is nu “ontvangen”" in refused.words
    assert not Onderzoek.objects.exists()


def test_a_worker_begins_the_onderzoek_once_however_often_the_button_is_pressed(page, amina, gerda, de_wit):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    bevestig_ontvangst(gemeld, BRIEF, by=gerda, at=MAANDAG)
    seen = page(amina, adres(gemeld))
    seen.post({"beginnen": "1"})
    begun = seen.post({"beginnen": "1"}).follow()
    assert Onderzoek.objects.count() == 1
    assert "in onderzoek" in begun.words


def test_a_talk_since_the_melding_is_offered_and_counts_once_chosen(page, amina, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    concept = verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG)
    lopend.gesprekken.clear()
    seen = page(amina, adres(lopend.melding))
    assert "Nog geen gesprekken" in seen.words
    seen.post({"koppelen": "1", "gesprekken": [concept.gesprek_id]}).follow()
    assert list(lopend.gesprekken.all()) == [concept.gesprek]


def test_a_talk_of_another_household_cannot_be_chosen(page, amina, gerda, de_wit, buren):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    ander = onderzoek(buren, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    vreemd = verslag(ander, gezin=buren, by=amina, at=MAANDAG)
    page(amina, adres(lopend.melding)).post({"koppelen": "1", "gesprekken": [vreemd.gesprek_id]})
    assert not lopend.gesprekken.exists()


def test_finishing_without_a_sent_report_is_refused_and_leads_to_the_report(page, amina, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    concept = verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG)
    seen = page(amina, adres(lopend.melding, "afronding/"))
    assert "Stuur eerst het gespreksverslag naar de inwoner" in seen.words
    assert seen.tree.xpath("//a[@href=$to]", to=f"/gesprekken/{concept.gesprek_id}/verslag/")
    seen.post({}, status=422)
    assert Melding.objects.get().status == Meldingstatus.IN_ONDERZOEK


def test_finishing_stops_the_clock_and_twice_is_once(page, amina, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    concept = verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG)
    verstuur_verslag(concept, BRIEF, by=amina, at=MAANDAG + timedelta(days=2))
    veiligheidscheck(lopend.dossier, by=amina, at=MAANDAG + timedelta(days=2))
    seen = page(amina, adres(lopend.melding, "afronding/"))
    assert "nog niet op het verslag gereageerd" in seen.words
    seen.post({})
    again = seen.post({})
    assert again.response["Location"] == adres(lopend.melding)
    assert Melding.objects.get().status == Meldingstatus.ONDERZOCHT
    assert not Termijn.objects.filter(regel="wmo-onderzoek", voltooid_op__isnull=True).exists()


def test_the_resident_may_still_hand_in_a_plan_in_the_first_week(page, amina, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with reis_naar(MAANDAG.date() + timedelta(days=3)):
        assert "persoonlijk plan inleveren" in page(amina, adres(lopend.melding, "afronding/")).words
    with reis_naar(MAANDAG.date() + timedelta(days=20)):
        assert "persoonlijk plan inleveren" not in page(amina, adres(lopend.melding, "afronding/")).words


def test_a_manager_reads_the_onderzoek_but_does_not_do_it(page, amina, farid, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    seen = page(farid, adres(lopend.melding))
    assert not seen.tree.xpath("//main//form")
    seen.post({"koppelen": "1"}, status=403)


def test_another_team_does_not_find_the_onderzoek(page, amina, chantal, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    page(chantal, adres(lopend.melding), status=404)
    page(chantal, adres(lopend.melding, "afronding/"), status=404)


def test_an_onderzoek_without_any_talk_is_not_finished(amina, gerda, de_wit):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="Stuur eerst het gespreksverslag"):
        rond_onderzoek_af(lopend, by=amina, at=MAANDAG)


def test_the_first_talk_meets_the_debt_term_on_the_day_it_was_held(amina, gerda, de_wit):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WGS)
    op = MAANDAG + timedelta(days=1)
    gesprek = plan_gesprek(gemeld.dossier, Afspraak("huisbezoek", op, "", (de_wit.sanne,)), by=amina, at=MAANDAG)
    klok = Termijn.objects.get(regel="wgs-gesprek")
    assert klok.voltooid_op is None, "it was only planned"
    begin_verslag(gesprek, by=amina, at=MAANDAG + timedelta(days=9))
    klok.refresh_from_db()
    assert klok.voltooid_op == op.date(), "and nobody had to count it as part of the onderzoek"


def test_a_threatening_situation_ends_its_term_with_the_first_talk_as_well(amina, gerda, de_wit):
    vraag = Gespreksvraag(
        naam="Sanne", vraag="Ontruiming", persoon=de_wit.sanne, huishouden=de_wit.huishouden, urgentie=Urgentie.SPOED
    )
    gemeld = handel_af_met_melding(vraag, wet=Wet.WGS, by=gerda, at=MAANDAG)
    gesprek = plan_gesprek(gemeld.dossier, Afspraak("telefoon", MAANDAG, "", (de_wit.sanne,)), by=amina, at=MAANDAG)
    begin_verslag(gesprek, by=amina, at=MAANDAG)
    assert Termijn.objects.get(regel="wgs-spoed").voltooid_op == MAANDAG.date()


def test_a_talk_before_the_question_about_debts_is_not_its_first_talk(amina, gerda, de_wit):
    eerder = melding(de_wit, by=gerda, at=MAANDAG)
    gesprek = plan_gesprek(eerder.dossier, Afspraak("kantoor", MAANDAG, "", (de_wit.sanne,)), by=amina, at=MAANDAG)
    begin_verslag(gesprek, by=amina, at=MAANDAG)
    melding(de_wit, by=gerda, at=MAANDAG + timedelta(days=3), wet=Wet.WGS)
    assert Termijn.objects.get(regel="wgs-gesprek").voltooid_op is None


def test_a_melding_on_which_an_application_followed_is_not_closed_without_one(page, amina, gerda, de_wit):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    gemeld = lopend.melding
    op = MAANDAG + timedelta(days=3)
    assert "Afsluiten zonder aanvraag" in page(amina, f"/meldingen/{gemeld.pk}/").words
    ontvang_aanvraag(
        gemeld.dossier, persoon=de_wit.sanne, wet=Wet.WMO, ontvangen_op=op.date(), melding=gemeld, by=amina, at=op
    )
    blad = page(amina, f"/meldingen/{gemeld.pk}/")
    assert "Afsluiten zonder aanvraag" not in blad.words
    antwoord = blad.post({"reden": "Opgelost."}, url=f"/meldingen/{gemeld.pk}/afsluiting/", status=422)
    assert "volgde op 26 november 2026 een aanvraag" in antwoord.words
    assert Melding.objects.get().status == Meldingstatus.ONDERZOCHT


def test_no_application_follows_on_a_melding_that_was_closed(amina, gerda, de_wit):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    op = MAANDAG + timedelta(days=3)
    sluit_melding(lopend.melding, reden="Opgelost met de buren.", by=amina, at=op)
    with pytest.raises(NietMogelijk, match="is afgesloten"):
        ontvang_aanvraag(
            lopend.dossier, persoon=de_wit.sanne, wet=Wet.WMO, ontvangen_op=op.date(), melding=lopend.melding,
            by=amina, at=op,
        )  # fmt: skip


PAREN = [(van, naar) for van in Meldingstatus for naar in Meldingstatus]


@pytest.mark.parametrize(("van", "naar"), PAREN, ids=lambda status: status.value)
def test_a_melding_moves_only_along_its_table(van, naar, gerda, de_wit):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    Melding.objects.filter(pk=gemeld.pk).update(status=van)
    gemeld.status = van
    if MELDING.mag(van, naar):
        transition(gemeld, to=naar)
        assert Melding.objects.get().status == naar
    else:
        with pytest.raises(NietMogelijk):
            transition(gemeld, to=naar)
        assert Melding.objects.get().status == van


@pytest.mark.parametrize(("wet", "is_wmo"), [(Wet.WMO, True), (Wet.JEUGDWET, False), (Wet.PARTICIPATIEWET, False)])
def test_the_pages_of_the_onderzoek_speak_of_the_wmo_only_under_the_wmo(page, amina, gerda, de_wit, *, wet, is_wmo):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=wet)
    gezien = [page(amina, adres(gemeld)).words]
    bevestig_ontvangst(gemeld, BRIEF, by=gerda, at=MAANDAG)
    seen = page(amina, adres(gemeld))
    assert ("De termijn loopt al sinds de melding." in seen.words) == is_wmo
    seen.post({"beginnen": "1"})
    gezien.append(page(amina, adres(gemeld, "afronding/")).words)
    assert ["artikel 2.3.2" in woorden for woorden in gezien] == [is_wmo, is_wmo]


def test_the_words_of_a_reporter_are_not_shown_as_those_of_the_resident(page, amina, gerda, de_wit):
    gehoord = Gespreksvraag(
        "juf Marieke", "Daan komt te laat.", persoon=de_wit.daan, huishouden=de_wit.huishouden, namens="Daan de Wit"
    )
    gemeld = maak_melding(neem_contact_aan(gehoord, by=gerda, at=MAANDAG), wet=Wet.JEUGDWET, by=gerda, at=MAANDAG)
    for deel in (adres(gemeld), f"/meldingen/{gemeld.pk}/afsluiting/"):
        (citaat,) = page(amina, deel).tree.xpath("//figure[blockquote]//figcaption")
        assert citaat.text_content().strip() == "juf Marieke"


def test_after_the_onderzoek_the_page_of_the_melding_leads_on_to_the_plan(page, amina, gerda, de_wit):
    klaar = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    seen = page(amina, f"/meldingen/{klaar.melding_id}/")
    (verder,) = seen.tree.xpath("//a[contains(., 'Verder met het plan')]/@href")
    assert verder == f"/huishoudens/{klaar.dossier_id}/#plan"
    assert page(amina, verder.partition("#")[0]).tree.xpath("//*[@id='plan']//button[contains(., 'Plan beginnen')]")
    assert seen.tree.xpath(f"//a[@href='{adres(klaar.melding)}']")
