"""The attack list of signing in: each attempt is made as an attacker would make it, and nobody comes in."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from aanmelddiensten import (
    ANDERE_SOORT,
    CLIENT,
    GEDEELD,
    VREEMD,
    met_openbare_sleutel_als_geheim,
    zonder_handtekening,
)
from aanmeldproef import WACHTWOORD, code_van_nu
from eenplan.aanmelden.models import Sessie
from eenplan.core import klok
from eenplan.teams.models import Medewerker


def is_binnen(client: Client) -> bool:
    return "_auth_user_id" in client.session


def ga_heen(client: Client) -> dict[str, str]:
    """Begin at our side and give what was asked of the service."""
    heen = client.get("/inloggen/dienst/")
    return {naam: waarde[0] for naam, waarde in parse_qs(urlsplit(heen["Location"]).query).items()}


def kom_terug(client: Client, **velden: str) -> int:
    return client.get("/inloggen/dienst/terug/", velden).status_code


def langs(client: Client, **velden: str) -> int:
    """Go and come back; the code is the nonce, which the service gives back in its token."""
    gevraagd = ga_heen(client)
    return kom_terug(client, state=gevraagd["state"], code=gevraagd["nonce"], **velden)


# --- The sign-on service --------------------------------------------------------------------------------------------


def test_without_an_attack_the_same_way_leads_inside(boos):
    client = Client()
    assert langs(client) == 302
    assert is_binnen(client)
    assert boos.vragen[0]["code_verifier"]


@pytest.mark.parametrize("state", ["", "geraden", "\u00e9"])
def test_a_wrong_state_is_refused_before_the_service_is_asked(boos, state):
    client = Client()
    gevraagd = ga_heen(client)
    assert kom_terug(client, state=state, code=gevraagd["nonce"]) == 403
    assert not is_binnen(client)
    assert not boos.vragen


def test_a_way_back_that_was_never_begun_here_is_refused(boos):
    """Signing a victim in as somebody else: the attacker's link in the victim's browser."""
    aanvaller, slachtoffer = Client(), Client()
    gevraagd = ga_heen(aanvaller)
    assert kom_terug(slachtoffer, state=gevraagd["state"], code=gevraagd["nonce"]) == 403
    assert not is_binnen(slachtoffer)


def test_the_same_way_back_twice_leads_in_once(boos):
    client = Client()
    gevraagd = ga_heen(client)
    assert kom_terug(client, state=gevraagd["state"], code=gevraagd["nonce"]) == 302
    client.post("/uitloggen/")
    assert kom_terug(client, state=gevraagd["state"], code=gevraagd["nonce"]) == 403
    assert not is_binnen(client)


def test_a_code_that_was_caught_is_worth_nothing_in_another_browser(boos):
    slachtoffer, aanvaller = Client(), Client()
    code = ga_heen(slachtoffer)["nonce"]
    eigen = ga_heen(aanvaller)
    assert kom_terug(aanvaller, state=eigen["state"], code=code) == 403
    assert not is_binnen(aanvaller)


def test_a_replayed_code_is_refused(boos):
    eerste = Client()
    gevraagd = ga_heen(eerste)
    boos.gebruikt.add(gevraagd["nonce"])
    assert kom_terug(eerste, state=gevraagd["state"], code=gevraagd["nonce"]) == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "een andere"},
        {"aud": "een-ander-programma"},
        {"aud": [CLIENT, "een-ander-programma"]},
        {"aud": [CLIENT, "een-ander-programma"], "azp": "een-ander-programma"},
        {"azp": "een-ander-programma"},
        {"aud": None},
        {"iss": "https://elders.example"},
        {"exp": 1_700_000_000},
        {"exp": "morgen"},
        {"exp": True},
        {"iat": 4_000_000_000, "exp": 4_000_000_100},
        {"nbf": 4_000_000_000},
        {"sub": ""},
        {"sub": 1},
        {"sub": "x" * 256},
        {"sub": "nr-2"},
    ],
    ids=lambda claims: json.dumps(claims)[:40],
)
def test_a_token_with_a_wrong_claim_opens_nothing(boos, claims):
    boos.claims = claims
    client = Client()
    assert langs(client) == 403
    assert not is_binnen(client)


@pytest.mark.parametrize("claim", ["nonce", "aud", "iss", "exp", "sub", "iat"])
def test_a_token_without_a_claim_that_it_needs_opens_nothing(boos, claim):
    boos.weg = (claim,)
    client = Client()
    assert langs(client) == 403
    assert not is_binnen(client)


def test_a_token_signed_by_another_key_is_refused(boos):
    boos.sleutel = VREEMD
    client = Client()
    assert langs(client) == 403
    assert not is_binnen(client)


@pytest.mark.parametrize("token", [zonder_handtekening, met_openbare_sleutel_als_geheim, lambda _claims: "a.b.c"])
def test_a_token_that_chooses_how_it_is_checked_is_refused(boos, token):
    boos.token = token
    client = Client()
    assert langs(client) == 403
    assert not is_binnen(client)


def test_a_shared_secret_among_the_keys_of_the_service_signs_for_nobody(boos):
    boos.sleutels = [GEDEELD.as_dict(private=True)]
    boos.sleutel, boos.alg = GEDEELD, "HS256"
    client = Client()
    assert langs(client) == 403
    assert not is_binnen(client)


def test_a_key_of_another_kind_is_fine_when_the_service_says_it_is_its_own(boos):
    boos.sleutels = [ANDERE_SOORT.as_dict(private=False)]
    boos.sleutel, boos.alg = ANDERE_SOORT, "ES256"
    client = Client()
    assert langs(client) == 302
    assert is_binnen(client)


def test_an_answer_that_names_another_issuer_is_refused(boos):
    client = Client()
    assert langs(client, iss="https://elders.example") == 403


def test_an_error_of_the_service_is_a_sentence_and_not_what_it_said(boos):
    client = Client()
    gevraagd = ga_heen(client)
    antwoord = client.get(
        "/inloggen/dienst/terug/",
        {"state": gevraagd["state"], "error": "access_denied", "error_description": "<b>Zwartkruis</b>"},
    )
    assert antwoord.status_code == 403
    assert "Zwartkruis" not in antwoord.content.decode()


@pytest.mark.parametrize(
    "gegevens",
    [
        {"issuer": "https://elders.example"},
        {"token_endpoint": None},
        {"token_endpoint": "file:///etc/passwd"},
        {"jwks_uri": "ftp://127.0.0.1/jwks"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_service_that_says_something_else_of_itself_is_not_followed(boos, gegevens):
    boos.gegevens = gegevens
    assert Client().get("/inloggen/dienst/").status_code == 403


def test_our_secret_is_not_sent_on_to_another_address(boos):
    boos.doorsturen = f"{boos.uitgever}/elders"
    client = Client()
    assert langs(client) == 403
    assert not boos.vragen


def test_a_service_that_does_not_answer_is_a_sentence(boos):
    boos.gegevens = {"token_endpoint": "http://127.0.0.1:9/token"}
    assert langs(Client()) == 403


def test_a_lighter_sign_in_than_the_municipality_asks_is_refused(boos, settings):
    settings.EENPLAN_OIDC = settings.EENPLAN_OIDC | {"acr": ("hoog",)}
    assert langs(Client()) == 403
    boos.claims = {"acr": "hoog"}
    assert langs(Client()) == 302


@pytest.mark.parametrize("elders", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", r"/\kwaad"])
def test_the_service_leads_back_to_our_own_pages_only(boos, elders):
    client = Client()
    heen = client.get("/inloggen/dienst/", {"next": elders})
    gevraagd = {naam: waarde[0] for naam, waarde in parse_qs(urlsplit(heen["Location"]).query).items()}
    antwoord = client.get("/inloggen/dienst/terug/", {"state": gevraagd["state"], "code": gevraagd["nonce"]})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")


def test_a_session_that_an_attacker_laid_ready_is_not_the_one_that_comes_inside(boos):
    aanvaller = Client()
    aanvaller.get("/inloggen/dienst/")
    klaargelegd = aanvaller.cookies["eenplan_sessie"].value
    slachtoffer = Client()
    slachtoffer.cookies["eenplan_sessie"] = klaargelegd
    assert langs(slachtoffer) == 302
    assert slachtoffer.cookies["eenplan_sessie"].value != klaargelegd
    assert not is_binnen(aanvaller)


def test_guessing_at_the_way_back_meets_the_same_brake(boos, settings):
    settings.AANMELDEN_PER_ADRES = 3
    boos.sleutel = VREEMD
    assert [langs(Client()) for _keer in range(4)] == [403, 403, 403, 429]


# --- Password and second step ---------------------------------------------------------------------------------------


def test_many_names_from_one_address_meet_the_brake(page, db, settings, geen_demo):
    settings.AANMELDEN_PER_ADRES = 6
    client = Client()
    antwoorden = [
        client.post("/inloggen/", {"gebruikersnaam": f"naam{n}", "password": "mis"}).status_code for n in range(7)
    ]
    assert antwoorden == [422] * 6 + [429]
    elders = Client(REMOTE_ADDR="10.0.0.9")
    assert elders.post("/inloggen/", {"gebruikersnaam": "naam", "password": "mis"}).status_code == 422


def test_an_address_that_a_caller_makes_up_does_not_open_the_brake(db, settings, geen_demo):
    settings.AANMELDEN_PER_ADRES = 2
    antwoorden = [
        Client(headers={"x-forwarded-for": f"10.1.1.{n}"})
        .post("/inloggen/", {"gebruikersnaam": f"naam{n}", "password": "mis"})
        .status_code
        for n in range(3)
    ]
    assert antwoorden == [422, 422, 429]


def test_behind_our_own_web_server_the_address_it_added_counts(db, settings, geen_demo):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.AANMELDEN_PER_ADRES = 1
    invoer = {"gebruikersnaam": "naam", "password": "mis"}
    een = Client(headers={"x-forwarded-for": "6.6.6.6, 10.1.1.1"})
    zelfde = Client(headers={"x-forwarded-for": "7.7.7.7, 10.1.1.1"})
    ander = Client(headers={"x-forwarded-for": "6.6.6.6, 10.1.1.2"})
    assert [een.post("/inloggen/", invoer).status_code, zelfde.post("/inloggen/", invoer).status_code] == [422, 429]
    assert ander.post("/inloggen/", invoer).status_code == 422


def test_the_session_changes_its_key_at_both_steps(met_app, geen_demo):
    client = Client()
    client.get("/inloggen/dienst/")
    client.session.save()
    sleutels = [client.session.session_key]
    client.post("/inloggen/", {"gebruikersnaam": "amina", "password": WACHTWOORD})
    sleutels.append(client.session.session_key)
    client.post("/inloggen/tweede-stap/", {"code": code_van_nu()})
    sleutels.append(client.session.session_key)
    assert is_binnen(client)
    assert len(set(sleutels)) == 3


def test_half_a_sign_in_is_not_a_sign_in(met_app, geen_demo):
    client = Client()
    client.post("/inloggen/", {"gebruikersnaam": "amina", "password": WACHTWOORD})
    for adres in ("/mijn-dag/", "/mijn-sessies/", "/mijn-beveiliging/", "/mijn-beveiliging/app/", "/zoeken/"):
        assert client.get(adres).status_code == 302, adres
    assert not is_binnen(client)


def test_the_half_sign_in_of_one_is_no_use_with_the_code_of_another(met_app, bram, geen_demo):
    bram.set_password(WACHTWOORD)
    bram.save()
    client = Client()
    client.post("/inloggen/", {"gebruikersnaam": "bram", "password": WACHTWOORD})
    client.post("/inloggen/tweede-stap/", {"code": code_van_nu()})
    assert not is_binnen(client)


def test_a_passkey_answer_without_a_question_or_with_rubbish_opens_nothing(met_app, geen_demo):
    client = Client()
    client.post("/inloggen/", {"gebruikersnaam": "amina", "password": WACHTWOORD})
    for antwoord in ("{}", "[]", "null", "rommel", '{"id": 1}', '{"response": {}}', "[" * 900):
        assert client.post("/inloggen/tweede-stap/", {"antwoord": antwoord}).status_code in {422, 429}, antwoord
    assert not is_binnen(client)


def test_signing_out_elsewhere_works_on_the_very_next_page(met_app, log_in, geen_demo):
    client = log_in()
    assert client.get("/mijn-dag/").status_code == 200
    ander = log_in(code=code_van_nu(1))
    ander.post("/mijn-sessies/einde/", {})
    assert client.get("/mijn-dag/").status_code == 302


def test_a_cookie_that_was_stolen_dies_with_the_session(met_app, log_in, geen_demo):
    client = log_in()
    dief = Client()
    dief.cookies["eenplan_sessie"] = client.cookies["eenplan_sessie"].value
    assert dief.get("/mijn-dag/").status_code == 200
    client.post("/uitloggen/")
    assert dief.get("/mijn-dag/").status_code == 302


def test_the_hidden_fields_of_the_way_along_lead_nowhere_else(met_app, geen_demo):
    client = Client()
    invoer = {
        "gebruikersnaam": "amina",
        "password": WACHTWOORD,
        "next": "https://kwaad.example/",
        "meegenomen": '[["a","b"]]',
    }
    client.post("/inloggen/", invoer)
    antwoord = client.post("/inloggen/tweede-stap/", {"code": code_van_nu()})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")


def test_a_form_from_another_site_signs_nobody_out_and_changes_nothing(met_app, log_in, geen_demo):
    client = log_in()
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = client.cookies
    for adres in (
        "/uitloggen/",
        "/mijn-sessies/einde/",
        "/mijn-beveiliging/wachtwoord/",
        "/mijn-beveiliging/weghalen/",
    ):
        assert streng.post(adres, {}).status_code == 403, adres
    assert Sessie.objects.get().tot is None


def test_no_page_of_signing_in_tells_whether_a_name_exists(met_app, geen_demo):
    def woorden(naam: str) -> str:
        blad = Client().post("/inloggen/", {"gebruikersnaam": naam, "password": "mis"}).content.decode()
        return "".join(regel for regel in blad.replace(naam, "").splitlines() if "csrf" not in regel)

    assert woorden("amina") == woorden("niemand")
    assert Medewerker.objects.filter(gebruikersnaam="amina").exists()
    assert klok.echt_nu()
