"""Sessions that one can see and end, that end by themselves, and a text that is not lost by it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from aanmeldproef import WACHTWOORD, code_van_nu
from eenplan.aanmelden.models import Sessie
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier
from eenplan.teams.models import Rolvervulling
from personas import MAANDAG

pytestmark = pytest.mark.usefixtures("geen_demo")
TEKST = "Sanne vertelt dat ze weer slaapt. Afspraak: volgende week bellen."


def verouder(client: Client, **hoeveel: float) -> None:
    """Let a session be older than it is, in the session and in its row."""
    sessie, sleutels = client.session, {"sinds", "gezien"} & set(hoeveel)
    for naam in sleutels:
        sessie[naam] -= hoeveel[naam]
    sessie.save()


@pytest.fixture
def telefoon(log_in, met_app) -> Client:
    """Amina on a second device, with the code of half a minute later."""
    client = Client(headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1"})
    return log_in(client, code=code_van_nu(-1))


def test_one_sees_where_one_is_signed_in_and_which_is_this_one(page, telefoon, log_in):
    laptop = log_in()
    lijst = page(laptop, "/mijn-sessies/")
    assert "Firefox op Windows" in lijst.words
    assert "Safari op iPhone" in lijst.words
    deze = lijst.tree.xpath("//tr[contains(., 'dit apparaat')]")
    assert [" ".join(rij.xpath("string(th)").split()) for rij in deze] == ["Firefox op Windows"]


def test_one_other_device_is_signed_out_from_here(page, telefoon, log_in):
    laptop = log_in()
    pk = Sessie.objects.get(toestel="Safari op iPhone").pk
    page(laptop, "/mijn-sessies/einde/", data={"sessie": pk})
    page(telefoon, "/mijn-dag/", status=302)
    page(laptop, "/mijn-dag/")
    assert Sessie.objects.get(pk=pk).einde == "elders"
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.SESSIES_BEEINDIGD).count() == 1


def test_all_others_are_signed_out_and_this_one_stays(page, telefoon, log_in):
    laptop = log_in()
    page(laptop, "/mijn-sessies/einde/", data={})
    page(telefoon, "/mijn-dag/", status=302)
    page(laptop, "/mijn-dag/")


def test_nobody_ends_the_session_of_somebody_else(page, telefoon, bram, settings):
    settings.DEMO = True
    pk = Sessie.objects.get().pk
    page(bram, "/mijn-sessies/einde/", data={"sessie": pk})
    settings.DEMO = False
    page(telefoon, "/mijn-dag/")


def test_rubbish_for_a_device_is_a_sentence(page, telefoon):
    page(telefoon, "/mijn-sessies/einde/", data={"sessie": "1 OR 1=1"}, status=409)


def test_after_half_an_hour_of_silence_the_session_is_over_and_the_text_is_not(page, telefoon, de_wit, met_app):
    open_dossier(de_wit.huishouden, by=met_app, at=MAANDAG)
    verouder(telefoon, gezien=31 * 60)
    adres = f"/huishoudens/{de_wit.huishouden.pk}/notities/"
    gevraagd = page(telefoon, adres, data={"tekst": TEKST}, status=401)
    assert TEKST in gevraagd.words
    assert Sessie.objects.get().einde == "stil"
    velden = {veld.get("name"): veld.get("value") for veld in gevraagd.tree.xpath("//main//input[@type='hidden']")}
    velden |= {"gebruikersnaam": "amina", "password": WACHTWOORD}
    tweede = page(telefoon, "/inloggen/", data=velden).follow()
    assert TEKST not in tweede.text, "between the steps nobody is known, so nothing is shown"
    binnen = tweede.post({"code": code_van_nu()}, status=200)
    assert TEKST in binnen.words


def test_the_text_between_the_steps_is_unreadable_in_the_session(page, met_app):
    invoer = {"gebruikersnaam": "amina", "password": WACHTWOORD, "next": "/team/", "meegenomen": f'[["a", "{TEKST}"]]'}
    client = page(None, "/inloggen/", data=invoer).client
    assert "Sanne" not in str(dict(client.session))


def test_a_page_within_half_an_hour_keeps_the_session_alive(page, telefoon):
    verouder(telefoon, gezien=29 * 60)
    page(telefoon, "/mijn-dag/")
    assert telefoon.session["gezien"] == pytest.approx(klok.echt_nu().timestamp(), abs=5)
    assert Sessie.objects.get().gezien_op > klok.echt_nu() - timedelta(seconds=5)


def test_after_ten_hours_the_session_is_over_however_busy(page, telefoon):
    verouder(telefoon, sinds=10 * 3600 + 1)
    page(telefoon, "/mijn-dag/", status=302)
    assert Sessie.objects.get().einde == "duur"


def test_a_role_that_ends_ends_the_session(page, telefoon, met_app):
    Rolvervulling.objects.filter(medewerker=met_app).update(tot=klok.vandaag())
    page(telefoon, "/mijn-dag/", status=302)
    assert Sessie.objects.get().einde == "rol"


def test_a_session_that_came_by_no_door_of_ours_is_over(page, amina, als):
    page(als(amina), "/mijn-dag/", status=302)


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(page, telefoon, log_in):
    laptop = log_in()
    invoer = {"wachtwoord": WACHTWOORD, "nieuw": "vier paarden in de regen", "herhaling": "vier paarden in de regen"}
    page(laptop, "/mijn-beveiliging/wachtwoord/", data=invoer)
    page(telefoon, "/mijn-dag/", status=302)
    lijst = page(laptop, "/mijn-sessies/")
    assert "dit apparaat" in lijst.words
    assert "iPhone" not in lijst.words
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.WACHTWOORD_GEWIJZIGD).count() == 1


@pytest.mark.parametrize(
    ("wachtwoord", "nieuw", "herhaling", "zin"),
    [
        ("mis", "vier paarden in de regen", "vier paarden in de regen", "niet uw wachtwoord"),
        (WACHTWOORD, "kort", "kort", "14 tekens"),
        (WACHTWOORD, "vier paarden in de regen", "vijf paarden in de regen", "niet gelijk"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_a_sentence(page, telefoon, wachtwoord, nieuw, herhaling, zin):
    invoer = {"wachtwoord": wachtwoord, "nieuw": nieuw, "herhaling": herhaling}
    geweigerd = page(telefoon, "/mijn-beveiliging/wachtwoord/", data=invoer, status=422)
    assert zin in geweigerd.words
    assert nieuw not in geweigerd.text


def test_an_administrator_ends_every_session_of_a_worker(page, telefoon, met_app, beheerder, settings):
    settings.DEMO = True
    page(beheerder, f"/aanmeldbeheer/{met_app.pk}/sessies/", data={})
    page(telefoon, "/mijn-dag/", status=302)
    assert Sessie.objects.get().einde == "beheerder"


def test_the_list_of_workers_costs_the_same_however_many_there_are(page, beheerder, amina, bram, chantal, settings):
    settings.DEMO = True
    page(beheerder, "/aanmeldbeheer/", queries_max=9)


def test_signing_out_ends_the_row_as_well(page, telefoon):
    page(telefoon, "/uitloggen/", data={})
    assert Sessie.objects.get().einde == "uitgelogd"
