"""Signing in by the municipality's own service: against a real provider, over http, as a process of its own."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from aanmelddiensten import geef_claims, heen_en_terug, instelling, meld_aan_bij, vraag
from aanmeldproef import WACHTWOORD
from eenplan.aanmelden.models import Aanmeldkoppeling, Sessie
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier
from eenplan.project.environment import InstellingOntbreekt
from eenplan.project.sign_on import oidc_settings
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG

TEKST = "Sanne vertelt dat ze weer slaapt. Afspraak: volgende week bellen."


@pytest.fixture
def dienst(settings, provider) -> str:
    settings.EENPLAN_OIDC = instelling(provider)
    settings.DEMO = False
    return provider


@pytest.fixture
def gekoppeld(dienst, amina) -> Medewerker:
    geef_claims(dienst, "nr-amina", roles=["eenplan-noord-1"], name="Amina Bouzid", preferred_username="amina")
    Aanmeldkoppeling.objects.create(medewerker=amina, uitgever=dienst, kenmerk="nr-amina")
    return amina


def rollen(medewerker: Medewerker) -> list[tuple[str, str | None]]:
    """Give what the worker may be today."""
    nu = Rolvervulling.objects.in_dienst_op(klok.vandaag()).filter(medewerker=medewerker)
    return sorted((rij.rol, rij.team.naam if rij.team else None) for rij in nu)


def test_a_worker_signs_in_at_the_service_and_needs_no_second_step_here(gekoppeld, dienst, page):
    client = Client()
    antwoord = meld_aan_bij(dienst, client, "nr-amina", volgende="/team/")
    assert antwoord.status_code == 302
    assert antwoord["Location"] == "/team/"
    page(client, "/mijn-dag/")
    assert Sessie.objects.get().wijze == "dienst"
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.AANGEMELD).count() == 1


def test_the_question_to_the_service_carries_state_nonce_and_pkce(gekoppeld):
    gevraagd = parse_qs(urlsplit(Client().get("/inloggen/dienst/")["Location"]).query)
    assert gevraagd["response_type"] == ["code"]
    assert gevraagd["code_challenge_method"] == ["S256"]
    assert min(len(gevraagd[naam][0]) for naam in ("state", "nonce", "code_challenge")) >= 43
    nogmaals = parse_qs(urlsplit(Client().get("/inloggen/dienst/")["Location"]).query)
    assert not [naam for naam in ("state", "nonce", "code_challenge") if nogmaals[naam] == gevraagd[naam]]


def test_the_session_gets_a_new_key_at_signing_in(gekoppeld, dienst):
    client = Client()
    terug = heen_en_terug(client, "nr-amina")
    voor = client.session.session_key
    client.get(f"{terug.path}?{terug.query}")
    assert client.session.session_key != voor
    assert not Client(headers={"cookie": f"eenplan_sessie={voor}"}).session.get("_auth_user_id")


def test_a_role_that_the_service_gives_begins_today_and_one_it_takes_ends_today(gekoppeld, dienst, stad):
    meld_aan_bij(dienst, Client(), "nr-amina")
    assert rollen(gekoppeld) == [("regisseur", "Team Noord 1")]
    geef_claims(dienst, "nr-amina", roles=["eenplan-frontoffice", "iets-anders"])
    meld_aan_bij(dienst, Client(), "nr-amina")
    assert rollen(gekoppeld) == [("frontoffice", None)]
    oud = Rolvervulling.objects.get(medewerker=gekoppeld, rol="regisseur")
    assert (oud.vanaf, oud.tot) == (BEGIN, klok.vandaag())
    assert Gebeurtenis.objects.filter(sleutel__in=[Sleutel.ROL_GEGEVEN, Sleutel.ROL_BEEINDIGD]).count() == 2


def test_a_secondment_stays_as_it_was_agreed(gekoppeld, dienst, stad):
    Rolvervulling.objects.create(
        medewerker=gekoppeld, rol="regisseur", team=stad.zuid, vanaf=BEGIN, tot=date(2030, 1, 1), is_detachering=True
    )
    meld_aan_bij(dienst, Client(), "nr-amina")
    assert ("regisseur", "Team Zuid 1") in rollen(gekoppeld)


def test_without_a_role_nobody_comes_in_and_older_sessions_end(gekoppeld, dienst, page):
    eerder = Client()
    meld_aan_bij(dienst, eerder, "nr-amina")
    geef_claims(dienst, "nr-amina", roles=[])
    nu = Client()
    antwoord = meld_aan_bij(dienst, nu, "nr-amina")
    assert antwoord.status_code == 403
    assert "geen rol" in antwoord.content.decode()
    assert "_auth_user_id" not in nu.session
    page(eerder, "/mijn-dag/", status=302)


def test_a_worker_without_lines_in_the_configuration_keeps_the_roles_of_the_municipality(
    gekoppeld, dienst, monkeypatch
):
    from dataclasses import replace

    from eenplan.aanmelden import actions
    from eenplan.inrichting.lezen import inrichting

    zonder = replace(inrichting(), oidc_rollen=())
    monkeypatch.setattr(actions, "inrichting", lambda: zonder)
    geef_claims(dienst, "nr-amina", roles=[])
    assert meld_aan_bij(dienst, Client(), "nr-amina").status_code == 302
    assert rollen(gekoppeld) == [("regisseur", "Team Noord 1")]


def test_somebody_whom_we_do_not_know_is_refused(dienst, stad):
    geef_claims(dienst, "nr-9", roles=["eenplan-noord-1"], preferred_username="nieuw")
    antwoord = meld_aan_bij(dienst, Client(), "nr-9")
    assert antwoord.status_code == 403
    assert "Eenplan niet" in antwoord.content.decode()
    assert not Medewerker.objects.exists()


def test_somebody_whom_we_do_not_know_is_made_when_the_municipality_wants_so(dienst, stad, settings):
    settings.EENPLAN_OIDC = instelling(dienst, onbekende_maken=True)
    geef_claims(dienst, "nr-9", roles=["eenplan-noord-1"], preferred_username="nieuw", name="Nina Nieuw")
    assert meld_aan_bij(dienst, Client(), "nr-9").status_code == 302
    nina = Medewerker.objects.get()
    assert (nina.gebruikersnaam, nina.naam, nina.has_usable_password()) == ("nieuw", "Nina Nieuw", False)
    assert rollen(nina) == [("regisseur", "Team Noord 1")]
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.MEDEWERKER_GEMAAKT).count() == 1


def test_a_name_or_an_address_that_somebody_has_already_takes_nobody_over(dienst, amina, settings):
    settings.EENPLAN_OIDC = instelling(dienst, onbekende_maken=True)
    geef_claims(dienst, "nr-8", roles=["eenplan-noord-1"], preferred_username="amina", email="amina@zonnedaal.example")
    client = Client()
    assert meld_aan_bij(dienst, client, "nr-8").status_code == 403
    assert "_auth_user_id" not in client.session
    assert not Aanmeldkoppeling.objects.exists()


def test_a_worker_who_left_is_refused_whatever_the_service_says(gekoppeld, dienst):
    gekoppeld.is_active = False
    gekoppeld.save()
    assert meld_aan_bij(dienst, Client(), "nr-amina").status_code == 403


def test_signing_out_here_signs_out_there_by_a_page_of_ours(gekoppeld, dienst, page):
    client = Client()
    meld_aan_bij(dienst, client, "nr-amina")
    door = page(client, "/uitloggen/", data={}, status=200)
    assert "_auth_user_id" not in client.session
    (adres,) = door.tree.xpath("//main//a/@href")
    gevraagd = parse_qs(urlsplit(adres).query)
    assert gevraagd["post_logout_redirect_uri"] == ["http://testserver/"]
    assert vraag(adres).status == 200
    assert gevraagd["id_token_hint"][0].count(".") == 2


def test_the_token_is_unreadable_in_the_session(gekoppeld, dienst):
    client = Client()
    meld_aan_bij(dienst, client, "nr-amina")
    assert "eyJ" not in str(dict(client.session))


def test_a_text_that_was_typed_travels_through_the_service(gekoppeld, dienst, de_wit, page):
    open_dossier(de_wit.huishouden, by=gekoppeld, at=MAANDAG)
    adres = f"/huishoudens/{de_wit.huishouden.pk}/notities/"
    gevraagd = page(None, adres, data={"tekst": TEKST}, status=401)
    (formulier,) = gevraagd.tree.xpath("//form[@action='/inloggen/dienst/']")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.xpath(".//input")}
    door = page(gevraagd.client, "/inloggen/dienst/", data=velden, status=200)
    (heen,) = door.tree.xpath("//main//a/@href")
    terug = urlsplit(vraag(heen, velden={"sub": "nr-amina"}).koppen["Location"])
    binnen = page(gevraagd.client, f"{terug.path}?{terug.query}")
    assert TEKST in binnen.words


def test_the_sign_in_page_names_the_service_first(dienst, db, page):
    blad = page(None, "/inloggen/?next=/team/")
    (knop,) = blad.tree.xpath("//main//a[contains(., 'Inloggen via Zonnedaal')]/@href")
    assert knop == "/inloggen/dienst/?next=%2Fteam%2F"


def test_a_password_still_asks_for_a_second_step_beside_the_service(dienst, met_wachtwoord, page):
    eerst = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD})
    assert eerst.response["Location"] == "/inloggen/tweede-stap/app/"


def test_without_a_service_there_is_no_way_to_it(page, db):
    page(None, "/inloggen/dienst/", status=404)
    page(None, "/inloggen/dienst/terug/", status=404)


def test_an_administrator_ties_a_worker_and_never_two_to_one_number(dienst, amina, bram, beheerder, page, settings):
    settings.DEMO = True
    page(beheerder, f"/aanmeldbeheer/{amina.pk}/koppeling/", data={"kenmerk": "nr-1"})
    bezet = page(beheerder, f"/aanmeldbeheer/{bram.pk}/koppeling/", data={"kenmerk": "nr-1"}, status=422)
    assert "andere medewerker" in bezet.words
    assert Aanmeldkoppeling.objects.get().medewerker == amina
    page(beheerder, f"/aanmeldbeheer/{amina.pk}/koppeling/", data={"kenmerk": ""})
    assert not Aanmeldkoppeling.objects.exists()


def test_the_settings_ask_for_https_and_for_a_secret(monkeypatch):
    monkeypatch.setenv("EENPLAN_OIDC_ISSUER", "http://aanmelden.example")
    with pytest.raises(InstellingOntbreekt, match="https"):
        oidc_settings(production=True)
    monkeypatch.setenv("EENPLAN_OIDC_ISSUER", "https://aanmelden.example")
    with pytest.raises(InstellingOntbreekt, match="EENPLAN_OIDC_CLIENT_ID"):
        oidc_settings(production=True)
    monkeypatch.setenv("EENPLAN_OIDC_CLIENT_ID", "eenplan")
    monkeypatch.setenv("EENPLAN_OIDC_CLIENT_SECRET", "x")
    gelezen = oidc_settings(production=True)
    assert gelezen is not None
    assert gelezen["uitgever"] == "https://aanmelden.example"
