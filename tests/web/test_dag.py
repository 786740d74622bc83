"""Mijn dag, as each member of the cast meets it."""

from datetime import timedelta

import pytest
from django.urls import reverse

import verhalen
from eenplan.aanbod.models import Voorziening
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import (
    Afspraak,
    maak_taak,
    open_dossier,
    plan_gesprek,
    schrijf_notitie,
    wijs_regisseur_aan,
)
from eenplan.dossiers.models import Regie, Taak
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import Gespreksvraag, beloof_terugbellen, neem_contact_aan
from eenplan.meldingen.models import Urgentie
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast, stuur_plan_terug
from personas import MAANDAG

DAG = "/mijn-dag/"


def blok(gezien, naam):
    """Give the words of one block of the page."""
    gevonden = gezien.tree.xpath("//section[@id=$naam]", naam=naam)
    return " ".join(gevonden[0].text_content().split()) if gevonden else ""


NET = MAANDAG + timedelta(minutes=10)


def keek(dossier, medewerker, at=MAANDAG + timedelta(minutes=1)):
    """The worker opened the page of the household."""
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=at)


@pytest.fixture
def dossier(de_wit, amina):
    """Amina coordinates the household since three weeks."""
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG - timedelta(days=21))
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG - timedelta(days=21))
    return geopend


# ------------------------------------------------------------------------------------------------- coordinator


def test_a_term_that_ran_out_stands_first_and_shows_how_it_was_derived(page, de_wit, amina, gerda):
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=60))
    eerst = blok(page(amina, DAG), "eerst")
    assert "Onderzoek na een melding" in eerst
    assert "18 dagen te laat" in eerst
    assert "artikel 2.3.2 lid 1 Wmo 2015" in eerst


def test_the_days_of_the_resident_are_never_late_for_the_worker(page, de_wit, amina, gerda):
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=20))
    gezien = page(amina, DAG)
    assert "Persoonlijk plan inleveren" not in gezien.words


def test_the_days_of_the_resident_are_something_to_wait_for(page, de_wit, amina, gerda):
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=2))
    assert "Persoonlijk plan inleveren" in blok(page(amina, DAG), "wacht")


def test_a_promise_and_a_task_that_are_late_stand_first(page, dossier, de_wit, amina, gerda):
    gebeld = verhalen.contact(de_wit, by=gerda, at=MAANDAG - timedelta(days=2))
    beloofd = MAANDAG - timedelta(days=1)
    beloof_terugbellen(gebeld, voor=amina, beloofd_op=beloofd, by=gerda, at=MAANDAG - timedelta(days=2))
    eerder = MAANDAG - timedelta(days=5)
    maak_taak(dossier, voor=amina, wat="School bellen", uiterlijk=eerder.date(), by=amina, at=eerder)
    eerst = blok(page(amina, DAG), "eerst")
    assert eerst.index("Terugbellen") < eerst.index("School bellen")
    assert "zo 22 november 2026 09:00 beloofd" in eerst


def test_a_talk_of_today_has_its_address_and_the_report_of_last_time(page, de_wit, amina, gerda):
    lopend = verhalen.afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=14))
    vorig = lopend.gesprekken.get()
    afspraak = Afspraak("huisbezoek", MAANDAG.replace(hour=23, minute=30), "", (de_wit.sanne,))
    plan_gesprek(lopend.dossier, afspraak, by=amina, at=MAANDAG)
    gezien = page(amina, DAG)
    assert "Lindelaan 4" in blok(gezien, "vandaag")
    assert "23:30" in blok(gezien, "vandaag")
    link = gezien.tree.xpath("//section[@id='vandaag']//a[contains(., 'vorige keer')]/@href")
    assert link == [reverse("dossiers:verslag", args=[vorig.pk])]


def test_a_talk_that_should_have_been_held_asks_whether_it_was(page, dossier, de_wit, amina):
    afspraak = Afspraak("huisbezoek", MAANDAG - timedelta(days=3), "", (de_wit.sanne,))
    plan_gesprek(dossier, afspraak, by=amina, at=MAANDAG - timedelta(days=5))
    assert "Leg vast of dit gesprek doorging" in blok(page(amina, DAG), "eerst")


def test_a_report_waits_for_the_resident_and_a_draft_waits_for_the_worker(page, de_wit, amina, gerda):
    lopend = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=7))
    verhalen.verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG - timedelta(days=6))
    assert "Gespreksverslag afmaken" in blok(page(amina, DAG), "deze-week")


def test_a_sent_report_waits_for_the_resident(page, de_wit, amina, gerda):
    verhalen.afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=7))
    assert "de inwoner reageerde nog niet" in blok(page(amina, DAG), "wacht")


def test_a_plan_waits_for_adoption_and_comes_first_when_it_is_sent_back(page, dossier, de_wit, amina, farid):
    eerder = MAANDAG - timedelta(days=3)
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=eerder)
    assert "Plan afmaken" in blok(page(amina, DAG), "deze-week")
    bied_plan_aan(plan, by=amina, at=eerder)
    assert "Plan wacht op vaststelling" in blok(page(amina, DAG), "wacht")
    stuur_plan_terug(plan, reden="Het tweede doel heeft geen eigenaar.", by=farid, at=eerder)
    assert "Plan is teruggestuurd" in blok(page(amina, DAG), "eerst")


def test_an_adopted_plan_with_paid_help_asks_for_the_application(page, dossier, de_wit, amina, farid):
    plan = verhalen.vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    gezien = page(amina, DAG)
    assert "Aanvraag vastleggen" in blok(gezien, "eerst")
    assert f"/huishoudens/{plan.dossier_id}/aanvragen/nieuw/" in gezien.text
    assert "Aanvraag vastleggen" in page(amina, f"/huishoudens/{plan.dossier_id}/").words


def test_help_on_which_the_team_does_not_decide_needs_no_application_here(page, dossier, de_wit, amina, farid):
    verhalen.vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    Voorziening.objects.update(wet=Wet.PARTICIPATIEWET)
    assert "Aanvraag vastleggen" not in page(amina, DAG).words


def test_once_applied_for_nothing_is_asked_any_more(page, de_wit, amina, farid, gerda, daan):
    begin = MAANDAG - timedelta(days=14)
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=begin)
    assert "Aanvraag vastleggen" not in page(amina, DAG).words
    verhalen.genomen_besluit(gedaan, by=daan, at=MAANDAG - timedelta(days=1))
    assert "Aanvraag vastleggen" not in page(amina, DAG).words


def test_help_granted_long_ago_asks_for_no_application_in_any_later_version(page, de_wit, amina, farid, gerda, daan):
    begin = MAANDAG - timedelta(days=28)
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=begin)
    verhalen.genomen_besluit(gedaan, by=daan, at=begin + timedelta(days=10))
    for _keer in range(3):
        nieuw = begin_plan(gedaan.dossier, by=amina, at=MAANDAG, reden="Er is iets veranderd.")
        bied_plan_aan(nieuw, by=amina, at=MAANDAG)
        stel_plan_vast(nieuw, by=farid, at=MAANDAG)
        assert "Aanvraag vastleggen" not in page(amina, DAG).words
        assert "zonder aanvraag komt er geen" not in page(amina, f"/huishoudens/{gedaan.dossier_id}/").words


def test_a_decision_is_waited_for_until_its_last_day(page, de_wit, amina, farid, gerda):
    verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=14))
    assert "De backoffice beslist." in blok(page(amina, DAG), "wacht")
    with klok.reis_naar((MAANDAG + timedelta(days=7)).date()):
        assert "Besluit op een aanvraag" in blok(page(amina, DAG), "eerst")


def test_one_press_takes_a_household_that_nobody_coordinates(page, de_wit, amina, gerda):
    gemeld = verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    gezien = page(amina, DAG)
    assert "Nieuwe melding" in blok(gezien, "nieuw")
    (formulier,) = gezien.tree.xpath("//section[@id='nieuw']//form")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input")}
    page(gezien.client, formulier.get("action"), data=velden)
    assert Regie.objects.get(dossier=gemeld.dossier, tot__isnull=True).regisseur == amina
    daarna = page(amina, DAG)
    assert "Nieuwe melding" not in daarna.words
    assert "Ontvangst bevestigen" in blok(daarna, "deze-week")


def test_two_meldingen_of_one_household_are_one_line(page, de_wit, amina, gerda):
    for _keer in range(2):
        verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    assert blok(page(amina, DAG), "nieuw").count("Fam. de Wit") == 1


def test_an_urgent_melding_says_so(page, de_wit, amina, gerda):
    gehoord = Gespreksvraag(
        "Sanne de Wit",
        "Ik kan niet verder.",
        urgentie=Urgentie.SPOED,
        persoon=de_wit.sanne,
        huishouden=de_wit.huishouden,
    )
    verhalen.maak_melding(neem_contact_aan(gehoord, by=gerda, at=MAANDAG), wet="wmo", by=gerda, at=MAANDAG)
    assert "Spoed: nieuwe melding" in blok(page(amina, DAG), "nieuw")


def test_a_task_is_ticked_off_from_here(page, dossier, amina):
    maak_taak(dossier, voor=amina, wat="School bellen", uiterlijk=MAANDAG.date(), by=amina, at=MAANDAG)
    gezien = page(amina, DAG)
    (formulier,) = gezien.tree.xpath("//section[@id='eerst']//form")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input")}
    gedaan = page(gezien.client, formulier.get("action"), data=velden)
    assert gedaan.response["Location"] == DAG
    assert Taak.objects.get().gedaan_op is not None
    assert "School bellen" not in blok(gedaan.follow(), "eerst")


def test_what_a_colleague_did_is_news_until_one_has_looked(page, dossier, amina, bram):
    keek(dossier, amina)
    schrijf_notitie(dossier, tekst="Gebeld met de huisarts.", by=bram, at=NET)
    assert "1 wijziging door een ander" in blok(page(amina, DAG), "sinds")
    assert "notitie geschreven, Bram Visser" in blok(page(amina, DAG), "sinds")
    keek(dossier, amina, at=NET + timedelta(minutes=1))
    assert "Niemand anders heeft iets gewijzigd" in blok(page(amina, DAG), "sinds")


def test_my_own_work_is_no_news(page, dossier, amina):
    keek(dossier, amina)
    schrijf_notitie(dossier, tekst="Zelf geschreven.", by=amina, at=NET)
    assert "Niemand anders heeft iets gewijzigd" in blok(page(amina, DAG), "sinds")


def test_a_day_without_work_says_what_that_means(page, bram):
    gezien = page(bram, DAG)
    assert "Niets is te laat en niets moet vandaag af." in gezien.words
    assert "U hebt vandaag geen gesprekken." in gezien.words
    assert "Elk huishouden in uw team heeft een regisseur." in gezien.words


def test_nothing_of_another_team_reaches_the_day(page, dossier, de_wit, amina, chantal, gerda):
    verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    maak_taak(dossier, voor=amina, wat="School bellen", uiterlijk=MAANDAG.date(), by=amina, at=MAANDAG)
    assert "de Wit" not in page(chantal, DAG).words


# --------------------------------------------------------------------------------------------- the other roles


def test_a_manager_sees_plans_to_judge_households_without_coordinator_and_terms_that_ran_out(
    page, de_wit, amina, farid, gerda
):
    verhalen.melding(de_wit, by=gerda, at=MAANDAG - timedelta(days=60))
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    gezien = page(farid, DAG, queries_max=12)
    assert "Plan beoordelen" in blok(gezien, "eerst")
    assert "Onderzoek na een melding" in blok(gezien, "eerst")
    assert "Er is geen regisseur" in blok(gezien, "nieuw")


def test_the_back_office_sees_what_to_decide_and_what_to_allocate(page, de_wit, amina, farid, gerda, daan):
    gedaan = verhalen.aanvraag(
        de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=21)
    )
    gezien = page(daan, DAG, queries_max=12)
    assert "Besluit Wmo 2015" in blok(gezien, "eerst")
    assert "artikel 2.3.5 lid 2 Wmo 2015" in blok(gezien, "eerst")
    verhalen.genomen_besluit(gedaan, by=daan, at=MAANDAG - timedelta(days=10))
    assert "toewijzen" in blok(page(daan, DAG), "eerst")


def test_an_application_that_came_in_today_can_be_opened_though_it_is_due_after_this_week(
    page, de_wit, amina, farid, gerda, daan
):
    gedaan = verhalen.aanvraag(
        de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=klok.nu() - timedelta(days=7)
    )
    gezien = page(daan, DAG, queries_max=12)
    assert "Daarna nog 1 ding" in blok(gezien, "deze-week")
    links = gezien.tree.xpath("//section[@id='deze-week']//details//a/@href")
    assert reverse("besluiten:besluit", args=[gedaan.pk]) in links


def test_the_front_office_sees_confirmations_to_send_promises_and_its_own_calls(page, de_wit, amina, gerda):
    verhalen.melding(de_wit, by=gerda, at=MAANDAG.replace(hour=0, minute=1))
    gebeld = verhalen.contact(de_wit, by=gerda, at=MAANDAG.replace(hour=0, minute=2))
    beloof_terugbellen(gebeld, voor=amina, beloofd_op=MAANDAG + timedelta(days=1), by=gerda, at=MAANDAG)
    gezien = page(gerda, DAG, queries_max=12)
    assert "Ontvangst bevestigen" in blok(gezien, "deze-week")
    assert "Amina Bouzid belt terug" in blok(gezien, "wacht")
    assert blok(gezien, "contacten").count("Vraag om hulp") == 2


def test_the_privacy_officer_sees_counts_that_open_the_log(page, dossier, amina, els):
    page(amina, f"/huishoudens/{dossier.pk}/")
    gezien = page(els, DAG, queries_max=12)
    assert "Hoe vaak is er vandaag gekeken? 1 keer" in gezien.words
    link = gezien.tree.xpath("//main//a[contains(., 'gekeken')]/@href")[0]
    assert "dossier bekeken" in page(els, link).words


def test_a_role_without_daily_work_is_told_where_to_go(page, stad):
    from eenplan.access.rechten import Rol
    from eenplan.teams.models import Medewerker, Rolvervulling
    from personas import BEGIN

    ineke = Medewerker.objects.create_user(gebruikersnaam="ineke", naam="Ineke Brouwer")
    Rolvervulling.objects.create(medewerker=ineke, rol=Rol.BEHEERDER, vanaf=BEGIN)
    assert "Hier staat geen werk voor u" in page(ineke, DAG).words
