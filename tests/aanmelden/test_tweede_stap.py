"""The second step: asked of everybody with a password, set up once, used up at once, taken away with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from aanmeldproef import GEHEIM, WACHTWOORD, code_van_nu
from eenplan.aanmelden import actions, codes
from eenplan.aanmelden.models import Aanmeldpoging, Codeapp, Herstelcode, Sessie
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok

pytestmark = pytest.mark.usefixtures("geen_demo")


def gebeurd(sleutel: Sleutel) -> int:
    return Gebeurtenis.objects.filter(sleutel=sleutel).count()


def is_binnen(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_password_alone_opens_nothing(page, met_app):
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    assert not is_binnen(client)
    page(client, "/mijn-dag/", status=302)


def test_password_and_code_let_somebody_in_and_on_to_where_they_were_going(page, met_app):
    eerst = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD, "next": "/team/"})
    tweede = eerst.follow()
    assert "Tweede stap" in tweede.words
    binnen = tweede.post({"code": code_van_nu()})
    assert binnen.response["Location"] == "/team/"
    assert Sessie.objects.get().wijze == "code"
    assert gebeurd(Sleutel.AANGEMELD) == 1


def test_the_first_time_one_sets_up_an_app_and_gets_codes_for_on_paper(page, met_wachtwoord):
    eerst = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD})
    instellen = eerst.follow()
    geheim = "".join(instellen.tree.xpath("//main//code/text()")).replace(" ", "")
    mis = instellen.post({"code": "000000"}, status=422)
    assert "klopt niet" in mis.words
    assert "".join(mis.tree.xpath("//main//code/text()")).replace(" ", "") == geheim, "the same square code again"
    nu = int(klok.echt_nu().timestamp()) // codes.STAP
    klaar = mis.post({"code": codes.code(geheim, nu)}, status=200)
    assert len(klaar.tree.xpath("//main//code")) == codes.AANTAL
    assert is_binnen(klaar.client)
    assert gebeurd(Sleutel.FACTOR_INGESTELD) == 1


def test_who_has_a_second_step_cannot_make_another_one_with_the_password_alone(page, met_app):
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    page(client, "/inloggen/tweede-stap/app/", status=302)
    assert not is_binnen(client)


@pytest.mark.parametrize(
    "adres", ["/inloggen/tweede-stap/", "/inloggen/tweede-stap/app/", "/inloggen/tweede-stap/passkey/"]
)
def test_the_second_step_without_the_first_leads_back_to_the_first(page, db, adres):
    assert page(None, adres, status=302).response["Location"] == "/inloggen/"
    assert page(None, adres, data={"code": "123456"}).response["Location"] == "/inloggen/"


def test_a_second_step_after_ten_minutes_comes_too_late(page, met_app):
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    sessie = client.session
    pk, toen = sessie["aanmelden_halverwege"]
    sessie["aanmelden_halverwege"] = [pk, toen - 601]
    sessie.save()
    page(client, "/inloggen/tweede-stap/", data={"code": code_van_nu()})
    assert not is_binnen(client)


def test_a_worker_who_left_between_the_two_steps_stays_out(page, met_app):
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    met_app.is_active = False
    met_app.save()
    page(client, "/inloggen/tweede-stap/", data={"code": code_van_nu()})
    assert not is_binnen(client)


def test_a_code_that_was_used_is_refused(log_in, met_app):
    code = code_van_nu()
    assert is_binnen(log_in(code=code))
    assert not is_binnen(log_in(code=code))


def test_five_wrong_codes_close_the_door_for_the_right_one_too(page, met_app):
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    for _keer in range(5):
        page(client, "/inloggen/tweede-stap/", data={"code": "000000"}, status=422)
    page(client, "/inloggen/tweede-stap/", data={"code": code_van_nu()}, status=429)
    assert not is_binnen(client)
    assert gebeurd(Sleutel.AANMELDEN_MISLUKT) == 5


def test_a_new_password_does_not_open_the_brake_on_codes(page, met_app):
    for _keer in range(5):
        client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
        page(client, "/inloggen/tweede-stap/", data={"code": "000000"}, status=422)
    client = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).client
    page(client, "/inloggen/tweede-stap/", data={"code": code_van_nu()}, status=429)


def test_a_code_on_paper_works_once(log_in, met_app):
    eerste, tweede, *_rest = actions.maak_herstelcodes(met_app, at=klok.echt_nu())
    assert is_binnen(log_in(code=eerste.upper().replace("-", " ")))
    assert not is_binnen(log_in(code=eerste))
    assert is_binnen(log_in(code=tweede))
    assert Herstelcode.objects.filter(gebruikt_op__isnull=False).count() == 2


def test_new_codes_on_paper_end_the_old_ones(log_in, met_app):
    oud = actions.maak_herstelcodes(met_app, at=klok.echt_nu())
    actions.maak_herstelcodes(met_app, at=klok.echt_nu())
    assert not is_binnen(log_in(code=oud[0]))


def test_secrets_and_codes_are_unreadable_in_the_database(met_app):
    codes_ = actions.maak_herstelcodes(met_app, at=klok.echt_nu())
    rij = Codeapp.objects.get()
    assert GEHEIM not in rij.geheim
    bewaard = " ".join(Herstelcode.objects.values_list("afdruk", flat=True))
    assert not [een for een in codes_ if een.replace("-", "") in bewaard]


def test_changing_the_second_step_asks_for_the_password(page, log_in, met_app):
    client = log_in()
    geweigerd = page(client, "/mijn-beveiliging/herstelcodes/", data={"wachtwoord": "mis"}, status=422)
    assert "niet uw wachtwoord" in geweigerd.words
    page(client, "/mijn-beveiliging/herstelcodes/", data={"wachtwoord": WACHTWOORD}, status=200)


def test_the_only_second_step_cannot_be_taken_away(page, log_in, met_app):
    client = log_in()
    invoer = {"wachtwoord": WACHTWOORD, "welke": "codeapp"}
    geweigerd = page(client, "/mijn-beveiliging/weghalen/", data=invoer, status=422)
    assert "enige tweede stap" in geweigerd.words
    assert Codeapp.objects.exists()


def test_an_administrator_takes_it_away_with_a_reason_and_the_sessions_end(page, log_in, met_app, beheerder, settings):
    settings.DEMO = True  # the administrator of the test comes in by the test itself
    client = log_in()
    adres = f"/aanmeldbeheer/{met_app.pk}/tweede-stap/"
    page(beheerder, adres, data={"reden": ""}, status=422)
    assert Codeapp.objects.exists()
    page(beheerder, adres, data={"reden": "Telefoon kwijt, aan de balie herkend."})
    assert not Codeapp.objects.exists()
    page(client, "/mijn-dag/", status=302)
    assert (
        Gebeurtenisdetail.objects.filter(gebeurtenis__sleutel=Sleutel.FACTOR_WEG).get().toelichting.startswith("Tele")
    )


def test_an_administrator_does_not_take_the_own_one_away(page, beheerder, settings):
    settings.DEMO = True
    geweigerd = page(beheerder, f"/aanmeldbeheer/{beheerder.pk}/tweede-stap/", data={"reden": "kwijt"}, status=422)
    assert "andere beheerder" in geweigerd.words


def test_nobody_but_an_administrator_comes_near_it(page, amina, bram, settings):
    settings.DEMO = True
    for deel in ("", "sessies/", "tweede-stap/", "koppeling/"):
        page(amina, f"/aanmeldbeheer/{bram.pk}/{deel}", data={"reden": "x"} if deel else None, status=403)


def test_what_failed_is_kept_for_a_day_without_what_was_typed(page, db):
    page(None, "/inloggen/", data={"gebruikersnaam": "Zwartkruis", "password": "geheim-geheim"}, status=422)
    poging = Aanmeldpoging.objects.get()
    assert poging.medewerker is None
    assert "127.0.0.1" not in poging.adres
    actions.meld_mislukt("x", None, at=klok.echt_nu() + timedelta(days=2))
    assert Aanmeldpoging.objects.count() == 1
    gebeurtenis = Gebeurtenis.objects.filter(sleutel=Sleutel.AANMELDEN_MISLUKT).first()
    assert gebeurtenis.actor_naam == "onbekend"
