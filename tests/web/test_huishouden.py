"""The page of one household."""

from datetime import timedelta

import pytest
from django.urls import reverse

import verhalen
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_casus, open_dossier, schrijf_notitie, sluit_casus, wijs_regisseur_aan
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Relatie, Relatiesoort
from personas import MAANDAG


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG - timedelta(days=21))
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG - timedelta(days=21))
    return geopend


@pytest.fixture
def adres(dossier):
    return f"/huishoudens/{dossier.pk}/"


def blok(gezien, naam):
    gevonden = gezien.tree.xpath("//section[@id=$naam]", naam=naam)
    return " ".join(gevonden[0].text_content().split()) if gevonden else ""


def blikken(medewerker):
    return Gebeurtenis.objects.filter(sleutel=Sleutel.DOSSIER_INGEZIEN, actor_id=medewerker.pk).count()


# ---------------------------------------------------------------------------------------------------- who may look


def test_another_team_finds_nothing_there(page, adres, chantal):
    page(chantal, adres, status=404)


@pytest.mark.parametrize("wie", ["gerda", "daan"])
def test_who_may_only_know_where_it_stands_is_led_there(page, adres, request, wie):
    assert page(request.getfixturevalue(wie), adres, status=302).response["Location"] == f"{adres}stand/"


def test_a_household_that_never_had_a_file_shows_where_it_stands(page, de_wit, amina):
    pk = de_wit.huishouden.pk
    assert page(amina, f"/huishoudens/{pk}/", status=302).response["Location"] == f"/huishoudens/{pk}/stand/"


def test_looking_is_recorded_once_for_the_page_and_not_for_its_parts(page, adres, amina):
    page(amina, adres)
    assert blikken(amina) == 1
    page(amina, adres, **{"HX-Request": "true"})
    assert blikken(amina) == 1


def test_a_manager_reads_the_page_but_is_offered_nothing_to_write(page, adres, farid):
    gezien = page(farid, adres)
    assert not gezien.tree.xpath("//main//textarea")
    assert "Gesprek plannen" not in gezien.words


# -------------------------------------------------------------------------------------------------- what it shows


def test_the_head_says_who_coordinates_since_when_and_how_the_file_stands(page, adres, amina):
    gezien = page(amina, adres)
    assert gezien.tree.xpath("string(//h1)") == "Fam. de Wit"
    assert "Lindelaan 4, Team Noord 1" in gezien.words
    assert "regisseur Amina Bouzid (sinds 2 nov 2026)" in gezien.words
    assert "actief" in gezien.words


def test_without_coordinator_one_press_takes_the_household(page, de_wit, amina, bram):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    gezien = page(bram, f"/huishoudens/{dossier.pk}/")
    assert "nog geen regisseur" in gezien.words
    (formulier,) = gezien.tree.xpath("//section[@id='nu']//form")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input")}
    genomen = page(gezien.client, formulier.get("action"), data=velden)
    assert "regisseur Bram Visser" in genomen.follow().words


def test_members_have_age_role_and_ties_and_a_carer_from_elsewhere_is_named(page, adres, de_wit, amina, gerda):
    oma = NieuwPersoon("Ria", "Boer", tussenvoegsel="de")
    elders = schrijf_huishouden_in(NieuwHuishouden("Esdoornlaan", 8, "1231AA", (oma,)), by=gerda, at=MAANDAG)
    ria = elders.leden.get().persoon
    Relatie.objects.create(van=ria, naar=de_wit.sanne, soort=Relatiesoort.MANTELZORGER_VAN)
    Relatie.objects.create(van=ria, naar=de_wit.sanne, soort=Relatiesoort.OUDER_VAN)
    wie = blok(page(amina, adres), "wie")
    assert "38 jaar, ouder van Daan en Mees" in wie
    assert "krijgt mantelzorg van Ria de Boer (woont elders)" in wie
    assert "kind van Ria de Boer (woont elders)" in wie
    assert "9 jaar, kind" in wie
    assert "kind van Sanne" not in wie, "the line of the parent already says so"


def test_each_member_shows_when_somebody_last_spoke_with_that_member(page, de_wit, amina, gerda):
    lopend = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG - timedelta(days=7))
    verhalen.verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG - timedelta(days=6))
    wie = blok(page(amina, f"/huishoudens/{lopend.dossier_id}/"), "wie")
    assert "laatst gesproken op 18 nov 2026" in wie
    assert wie.count("nog niet gesproken") == 2


def test_cases_and_trajectories_are_counted_apart(page, dossier, adres, de_wit, amina):
    wie = {"leefgebied": "geld", "by": amina}
    for persoon, dagen in ((de_wit.sanne, 20), (de_wit.daan, 10), (de_wit.mees, 5)):
        begin = MAANDAG - timedelta(days=dagen)
        casus = open_casus(
            dossier, persoon=persoon, wet=Wet.WGS, probleem=f"Zorg om {persoon.roepnaam}", at=begin, **wie
        )
    sluit_casus(casus, afloop="Opgelost.", by=amina, at=MAANDAG)
    casussen = blok(page(amina, adres), "casussen")
    assert "Eén traject loopt sinds 2 nov 2026." in casussen
    assert "Casussen: 2 open, 1 gesloten." in casussen
    assert "Zorg om Mees" not in casussen


def test_the_plan_shows_its_goals_in_the_words_of_the_resident(page, de_wit, amina, farid, gerda):
    gedaan = verhalen.aanvraag(
        de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=14)
    )
    gezien = page(amina, f"/huishoudens/{gedaan.dossier_id}/")
    plan = blok(gezien, "plan")
    assert "“Ik wil dat het huis weer schoon is zonder dat ik omval.”" in plan
    assert "van Sanne de Wit · evaluatie 14 feb 2027" in plan
    assert "versie 1, vastgesteld op 16 nov 2026" in plan


def test_the_way_from_contact_to_help_shows_each_stamp_and_what_is_next(page, de_wit, amina, farid, gerda):
    gedaan = verhalen.aanvraag(
        de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=14)
    )
    weg = blok(page(amina, f"/huishoudens/{gedaan.dossier_id}/"), "doorloop")
    assert "Contact 9 nov 2026" in weg
    assert "Besluit nu aan de beurt" in weg
    assert "Hulp gestart nog niet" in weg


def test_the_sentence_of_where_it_stands_is_the_one_the_front_office_reads(page, de_wit, amina, gerda):
    from eenplan.web.stand import stand

    gemeld = verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    zin = stand(gemeld.dossier_id, vandaag=klok.vandaag()).zin
    assert zin in page(amina, f"/huishoudens/{gemeld.dossier_id}/").words


# ----------------------------------------------------------------------------------------------------- the story


def test_a_first_visit_calls_nothing_new(page, dossier, adres, amina, bram):
    schrijf_notitie(dossier, tekst="Gebeld.", by=bram, at=MAANDAG - timedelta(days=1))
    gezien = page(amina, adres)
    assert "Sinds uw vorige bezoek" not in gezien.words
    assert "nieuw voor u" not in gezien.words


def test_what_others_did_since_the_last_visit_is_new_all_day(page, dossier, adres, amina, bram):
    with klok.reis_naar((MAANDAG - timedelta(days=7)).date()):
        page(amina, adres)
    schrijf_notitie(dossier, tekst="De huisarts belt morgen.", by=bram, at=MAANDAG - timedelta(days=2))
    schrijf_notitie(dossier, tekst="Mijn eigen notitie.", by=amina, at=MAANDAG - timedelta(days=1))
    for _bezoek in range(2):
        gezien = page(amina, adres)
        nieuws = gezien.words.split("Sinds uw vorige bezoek")[1].split("Nu ")[0]
        assert "heeft een ander hier één ding gewijzigd" in nieuws
        assert "De huisarts belt morgen." in nieuws
        assert "Mijn eigen notitie." not in nieuws
        assert gezien.words.count("nieuw voor u") == 1


def test_the_story_is_read_on_page_by_page_with_and_without_htmx(page, dossier, adres, amina):
    for nummer in range(60):
        schrijf_notitie(
            dossier, tekst=f"Notitie nummer {nummer}.", by=amina, at=MAANDAG - timedelta(days=20 - nummer / 10)
        )
    eerste = page(amina, adres)
    assert "Notitie nummer 59." in eerste.words
    assert "Notitie nummer 0." not in eerste.words
    (meer,) = eerste.tree.xpath("//a[@rel='next']")
    ouder = page(amina, meer.get("href").split("#")[0])
    assert "Notitie nummer 0." in ouder.words
    assert "Notitie nummer 59." not in ouder.words
    deel = page(amina, meer.get("hx-get"), **{"HX-Request": "true"})
    assert not deel.is_whole
    assert "Notitie nummer 0." in deel.words
    assert "Wie" not in deel.words


def test_the_story_can_be_read_by_kind(page, dossier, adres, amina):
    schrijf_notitie(dossier, tekst="Gebeld met school.", by=amina, at=MAANDAG)
    gezien = page(amina, f"{adres}?soort=notities")
    verhaal = blok(gezien, "verhaal")
    assert "Gebeld met school." in verhaal
    assert "Regisseur aangewezen" not in verhaal
    assert gezien.tree.xpath("//section[@id='verhaal']//a[@aria-current='true']")[0].text == "notities"


@pytest.mark.parametrize("vraag", ["?soort=onzin", "?na=abc", "?na=99999999999999999999", "?soort=plan&na=0"])
def test_a_strange_address_still_tells_the_story(page, adres, amina, vraag):
    page(amina, adres + vraag)


def test_a_note_is_written_from_the_page_and_one_stays_there(page, adres, amina):
    gezien = page(amina, adres)
    (formulier,) = gezien.tree.xpath("//form[.//textarea]")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input[@type='hidden']")}
    geschreven = page(gezien.client, formulier.get("action"), data=velden | {"tekst": "Sanne belde terug."})
    assert geschreven.response["Location"] == adres
    assert "Sanne belde terug." in blok(geschreven.follow(), "verhaal")


def test_every_kind_of_event_of_a_whole_story_can_be_shown_and_leads_somewhere(page, de_wit, amina, farid, gerda, daan):
    gedaan = verhalen.aanvraag(
        de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=21)
    )
    verhalen.genomen_besluit(gedaan, by=daan, at=MAANDAG - timedelta(days=10))
    gezien = page(amina, reverse("web:huishouden", args=[gedaan.dossier_id]))
    assert "Besluit genomen en verzonden" in gezien.words
    links = set(gezien.tree.xpath("//section[@id='verhaal']//ol//a/@href"))
    for link in sorted(links):
        page(amina, link)


def test_what_one_act_left_behind_is_one_line_of_the_story(page, de_wit, amina, gerda):
    melding = verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    regels = page(amina, f"/huishoudens/{melding.dossier_id}/").tree.xpath("//li[@class='ep-tijdlijn__punt']")
    (regel,) = [" ".join(regel.text_content().split()) for regel in regels]
    assert "Melding ontvangen" in regel
    assert "Contact aangenomen: vraag om hulp" in regel
