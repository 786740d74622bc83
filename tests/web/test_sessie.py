"""Signing in and out, the demo's cast, its journey in time, and the text that a lost session does not take along."""

from datetime import date

import pytest
from axes.models import AccessAttempt
from django.test import Client

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Notitie
from personas import MAANDAG

WACHTWOORD = "een-lang-verzonnen-wachtwoord"


@pytest.fixture
def geen_demo(settings):
    settings.DEMO = False


@pytest.fixture
def met_wachtwoord(amina):
    amina.set_password(WACHTWOORD)
    amina.save()
    return amina


def gebeurd(sleutel):
    return list(Gebeurtenis.objects.filter(sleutel=sleutel).values_list("actor_naam", flat=True))


# ------------------------------------------------------------------------------------------------ the front door


def test_a_visitor_of_the_demo_meets_the_cast_in_the_order_of_the_work(page, amina, bram, gerda, els):
    gezien = page(None, "/")
    koppen = [kop.text_content().split()[0] for kop in gezien.tree.xpath("//main//ol//h2")]
    assert koppen == ["Gerda", "Amina", "Bram", "Els"]
    assert "Probeer eerst" in gezien.words


def test_without_a_municipality_the_demo_says_what_to_do(page, db):
    assert "eenplan demo" in page(None, "/").words


def test_outside_the_demo_a_visitor_is_asked_to_sign_in(page, db, geen_demo):
    assert page(None, "/", status=302).response["Location"] == "/inloggen/"


def test_a_worker_who_is_signed_in_goes_to_the_day(page, amina):
    assert page(amina, "/", status=302).response["Location"] == "/mijn-dag/"


# ------------------------------------------------------------------------------------------------------- the cast


@pytest.mark.parametrize(("wie", "begin"), [("amina", "/mijn-dag/"), ("els", "/logboek/")])
def test_a_member_of_the_cast_needs_no_password_and_starts_where_the_story_starts(page, amina, els, wie, begin):
    gespeeld = page(None, "/rollen/spelen/", data={"wie": wie})
    assert gespeeld.response["Location"] == begin
    gespeeld.follow()
    assert len(gebeurd(Sleutel.AANGEMELD)) == 1


def test_playing_somebody_else_signs_the_first_one_out(page, amina, bram):
    eerst = page(None, "/rollen/spelen/", data={"wie": "amina"})
    daarna = page(eerst.client, "/rollen/spelen/", data={"wie": "bram"})
    assert "Bram Visser" in daarna.follow().words
    assert gebeurd(Sleutel.AFGEMELD) == ["Amina Bouzid"]


@pytest.mark.parametrize("wie", ["", "chantal", "iemand"])
def test_nobody_outside_the_cast_can_be_played(page, amina, wie):
    page(None, "/rollen/spelen/", data={"wie": wie}, status=404)


def test_a_member_of_the_cast_who_left_cannot_be_played(page, amina):
    amina.is_active = False
    amina.save()
    page(None, "/rollen/spelen/", data={"wie": "amina"}, status=404)


@pytest.mark.parametrize(
    ("adres", "invoer"),
    [("/rollen/spelen/", {"wie": "amina"}), ("/rollen/dag/", {"dag": "01-02-2027"}), ("/rollen/", None)],
)
def test_outside_the_demo_there_is_no_cast_and_no_journey(page, amina, geen_demo, adres, invoer):
    bezocht = page(None, adres, data=invoer, status=404)
    assert "_auth_user_id" not in bezocht.client.session


def test_a_link_alone_plays_nobody(page, amina):
    page(None, "/rollen/spelen/?wie=amina", status=405)


# --------------------------------------------------------------------------------------------- the journey in time


def test_a_visitor_travels_and_every_page_says_so(page, amina):
    bezoek = page(None, "/rollen/dag/", data={"dag": "7 april 2027"})
    begin = bezoek.follow()
    assert "Demo: het is nu wo 7 april 2027" in begin.words
    gespeeld = page(bezoek.client, "/rollen/spelen/", data={"wie": "amina"})
    dag = gespeeld.follow()
    assert "Woensdag 7 april" in dag.words
    assert "Demo: het is nu wo 7 april 2027" in dag.words


def test_signing_out_keeps_the_day_and_today_brings_it_back(page, amina):
    bezoek = page(None, "/rollen/dag/", data={"dag": "07-04-2027"})
    page(bezoek.client, "/rollen/spelen/", data={"wie": "amina"})
    page(bezoek.client, "/uitloggen/", data={})
    assert "wo 7 april 2027" in page(bezoek.client, "/").words
    terug = page(bezoek.client, "/rollen/dag/", data={"vandaag": "1"}).follow()
    assert "7 april 2027" not in terug.words


@pytest.mark.parametrize("dag", ["", "31-02-2027", "01-01-1999", "01-01-2040"])
def test_a_day_that_cannot_be_is_refused_with_a_sentence(page, db, dag):
    geweigerd = page(None, "/rollen/dag/", data={"dag": dag}, status=422)
    assert "klopt nog niet" in geweigerd.words
    assert "demo_dagen_vooruit" not in geweigerd.client.session


def test_a_journey_moves_nobody_else(page, amina, bram):
    page(None, "/rollen/dag/", data={"dag": "07-04-2027"})
    assert "Maandag 23 november" in page(bram, "/mijn-dag/").words
    assert klok.vandaag() == date(2026, 11, 23)


# ---------------------------------------------------------------------------------------------------- the password


def test_a_worker_signs_in_with_name_and_password(page, met_wachtwoord):
    binnen = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD})
    assert binnen.response["Location"] == "/"
    assert gebeurd(Sleutel.AANGEMELD) == ["Amina Bouzid"]


def test_a_wrong_name_and_a_wrong_password_read_the_same(page, met_wachtwoord):
    fout = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": "mis"}, status=422)
    onbekend = page(None, "/inloggen/", data={"gebruikersnaam": "niemand", "password": "mis"}, status=422)
    zin = "horen niet bij elkaar"
    assert zin in fout.words
    assert zin in onbekend.words
    assert not gebeurd(Sleutel.AANGEMELD)


def test_a_worker_who_left_reads_the_same_too(page, met_wachtwoord):
    met_wachtwoord.is_active = False
    met_wachtwoord.save()
    weg = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}, status=422)
    assert "horen niet bij elkaar" in weg.words


def test_guessing_stops_after_five_times(page, met_wachtwoord):
    client = Client()
    for _keer in range(5):
        client.post("/inloggen/", {"gebruikersnaam": "amina", "password": "mis"})
    dicht = page(client, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}, status=429)
    assert "een kwartier" in dicht.words
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("volgende", "verwacht"),
    [
        ("/team/", "/team/"),
        ("https://elders.example/", "/"),
        ("//elders.example/", "/"),
        ("/\\elders.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("team/", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_only_to_our_own_pages(page, met_wachtwoord, volgende, verwacht):
    invoer = {"gebruikersnaam": "amina", "password": WACHTWOORD, "next": volgende}
    assert page(None, "/inloggen/", data=invoer).response["Location"] == verwacht


def test_a_page_that_needs_a_worker_leads_through_signing_in_and_back(page, met_wachtwoord):
    naar_inloggen = page(None, "/team/", status=302)
    formulier = naar_inloggen.follow()
    assert formulier.tree.xpath("//main//input[@name='next']/@value") == ["/team/"]


def test_the_password_never_comes_back_on_the_page(page, met_wachtwoord):
    fout = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": "geheim-geheim"}, status=422)
    assert "geheim-geheim" not in fout.text
    assert fout.tree.xpath("//input[@name='gebruikersnaam']/@value") == ["amina"]


def test_signing_out_is_recorded_and_asks_for_a_press(page, amina):
    page(amina, "/uitloggen/", status=405)
    uit = page(amina, "/uitloggen/", data={})
    assert gebeurd(Sleutel.AFGEMELD) == ["Amina Bouzid"]
    assert "_auth_user_id" not in uit.client.session
    page(uit.client, "/uitloggen/", data={})
    assert len(gebeurd(Sleutel.AFGEMELD)) == 1


# --------------------------------------------------------------------------------------- the session that ended

TEKST = "Sanne vertelt dat ze weer slaapt. Afspraak: volgende week bellen."


@pytest.fixture
def notitieblad(de_wit, met_wachtwoord):
    open_dossier(de_wit.huishouden, by=met_wachtwoord, at=MAANDAG)
    return f"/huishoudens/{de_wit.huishouden.pk}/notities/"


def test_a_note_sent_after_the_session_ended_is_not_lost(page, notitieblad):
    gevraagd = page(None, notitieblad, data={"tekst": TEKST, "terug": "huishouden"}, status=401)
    assert "uw tekst is er nog" in gevraagd.words
    assert TEKST in gevraagd.words
    assert not Notitie.objects.exists()

    velden = {veld.get("name"): veld.get("value") for veld in gevraagd.tree.xpath("//main//input[@type='hidden']")}
    velden |= {"gebruikersnaam": "amina", "password": WACHTWOORD}
    binnen = page(gevraagd.client, "/inloggen/", data=velden, status=200)
    assert TEKST in binnen.words
    assert not Notitie.objects.exists(), "nothing is saved without a press"

    (formulier,) = binnen.tree.xpath("//main//form")
    assert formulier.get("action") == notitieblad
    nogmaals = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input[@type='hidden']")}
    page(binnen.client, notitieblad, data=nogmaals)
    assert Notitie.objects.get().tekst == TEKST


def test_a_wrong_password_does_not_lose_the_text_either(page, notitieblad):
    gevraagd = page(None, notitieblad, data={"tekst": TEKST}, status=401)
    velden = {veld.get("name"): veld.get("value") for veld in gevraagd.tree.xpath("//main//input[@type='hidden']")}
    fout = page(None, "/inloggen/", data=velden | {"gebruikersnaam": "amina", "password": "mis"}, status=422)
    assert TEKST in fout.words
    assert not AccessAttempt.objects.filter(post_data__contains="Sanne").exists(), "the log of attempts holds no text"


def test_what_was_carried_along_may_be_anything_without_harm(page, met_wachtwoord):
    for rommel in ("geen json", "[1]", '{"a": 1}', "[[1, 2, 3]]"):
        invoer = {"gebruikersnaam": "amina", "password": WACHTWOORD, "next": "/team/", "meegenomen": rommel}
        assert page(None, "/inloggen/", data=invoer).response["Location"] == "/team/"


def test_the_text_is_carried_only_to_our_own_pages(page, met_wachtwoord):
    invoer = {
        "gebruikersnaam": "amina",
        "password": WACHTWOORD,
        "next": "https://elders.example/",
        "meegenomen": '[["a","b"]]',
    }
    assert page(None, "/inloggen/", data=invoer).response["Location"] == "/"


def test_autosave_is_redirected_so_that_the_page_itself_keeps_the_text(page, notitieblad):
    page(None, notitieblad, data={"tekst": TEKST}, status=302, **{"Eenplan-Bewaren": "1"})


def test_a_fragment_asked_without_a_session_is_a_sentence_and_no_sign_in_page(page, notitieblad):
    geweigerd = page(None, notitieblad, status=401, **{"HX-Request": "true"})
    assert "U bent uitgelogd" in geweigerd.text
    assert "<form" not in geweigerd.text
