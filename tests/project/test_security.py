"""What an attacker, a curious colleague or a careless log must never get: proved for every address and every page."""

import io
import json
import logging
import logging.config
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import URLPattern, get_resolver
from lxml import html

from eenplan.core.sleutelring import nieuwe_regel
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.bestandssoort import MAX_OMVANG
from eenplan.dossiers.models import Notitie
from eenplan.project import frontdoor
from eenplan.project.logs import logging_settings
from personas import MAANDAG

PACKAGE = Path(settings.PACKAGE)
MARKER = "Zwartkruis"  # a surname that nobody in the tests has
PASSWORD = "een lang en goed wachtwoord"
STRICT = {
    "default-src": "'none'",
    "object-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def addresses() -> Iterator[tuple[str, object]]:
    """Walk every address of the program, each number filled in with one that belongs to nobody."""

    def walk(patterns, before=""):
        for entry in patterns:
            here = before + str(entry.pattern)
            if isinstance(entry, URLPattern):
                yield "/" + re.sub(r"<int:\w+>", "987654321", here), entry.callback
            else:
                yield from walk(entry.url_patterns, here)

    yield from walk(get_resolver().url_patterns)


def is_strict(answer) -> bool:
    directives = dict(
        part.strip().split(" ", 1) for part in answer.headers.get("Content-Security-Policy", "").split(";")
    )
    return all(directives.get(name) == value for name, value in STRICT.items()) and "unsafe" not in str(directives)


@pytest.fixture
def staff(amina, daan, els, farid, gerda):
    return [amina, daan, els, farid, gerda]


# --- What a browser may do ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_address_answers_everybody_with_the_strict_policy(als, staff):
    clients = [Client(), *(als(worker) for worker in staff)]
    loose = [
        f"{address}: {answer.headers.get('Content-Security-Policy')}"
        for client in clients
        for address, _ in addresses()
        for answer in [client.get(address)]
        if not is_strict(answer)
    ]
    assert not loose


@pytest.mark.django_db
def test_no_address_fails_on_a_number_that_belongs_to_nobody(als, staff):
    faults = [
        f"{worker}: {answer.status_code} {address}"
        for worker in staff
        for client in [als(worker)]
        for address, _ in addresses()
        for answer in [client.get(address)]
        if answer.status_code >= 500
    ]
    assert not faults


@pytest.mark.django_db
def test_no_address_answers_a_trace_or_opens_itself_to_other_sites(als, gerda):
    wrong = [
        f"{answer.status_code} {address}"
        for client in [Client(), als(gerda)]
        for address, _ in addresses()
        for answer in [client.trace(address, headers={"x-marker": MARKER, "origin": "https://kwaad.example"})]
        if answer.status_code == 200
        or MARKER in answer.content.decode(errors="replace")
        or answer.has_header("Access-Control-Allow-Origin")
    ]
    assert not wrong


@pytest.mark.django_db
def test_every_answer_says_what_it_is(als, gerda):
    vague = [
        f"{address}: {answer.headers.get('Content-Type')}"
        for client in [Client(), als(gerda)]
        for address, _ in addresses()
        for answer in [client.get(address)]
        if answer.content
        and (
            (answer["Content-Type"].startswith("text/") and "charset=utf-8" not in answer["Content-Type"])
            or answer["X-Content-Type-Options"] != "nosniff"
        )
    ]
    assert not vague


def test_a_file_of_ours_is_for_our_own_pages_and_runs_nothing_by_itself(client, db):
    with closing(client.get("/static/eenplan/eenplan.svg")) as answer:
        assert answer.status_code == 200
        assert answer["Content-Security-Policy"] == "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in answer
    assert client.get("/static/eenplan/").status_code == 404


INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without a file": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "hx-on": re.compile(r"\bhx-on\b", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "a file of another server": re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//"),
    "switched-off escaping": re.compile(r"\|\s*safe\b|autoescape\s+false"),
}


def test_no_template_holds_what_the_policy_forbids():
    templates = sorted(PACKAGE.glob("*/templates/**/*.html"))
    assert len(templates) > 10
    faults = [
        f"{file.relative_to(PACKAGE)}: {what}"
        for file in templates
        for what, pattern in INLINE.items()
        # Comments explain; they are not sent.
        if pattern.search(re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert not faults


def test_no_script_of_ours_turns_text_into_code():
    scripts = sorted(PACKAGE.glob("*/static/eenplan/**/*.js"))
    assert scripts
    dangerous = re.compile(r"\beval\(|new Function|innerHTML|outerHTML|document\.write|insertAdjacentHTML")
    assert not [file.name for file in scripts if dangerous.search(file.read_text(encoding="utf-8"))]


# --- Forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_no_form_is_taken_without_its_token(amina):
    client = Client(enforce_csrf_checks=True)
    client.force_login(amina, backend="eenplan.teams.aanmelding.Aanmelding")
    taken = [
        f"{answer.status_code} {address}"
        for address, _ in addresses()
        for answer in [client.post(address, {"naam": "x"})]
        if answer.status_code != 403
    ]
    assert not taken
    assert not [address for address, view in addresses() if getattr(view, "csrf_exempt", False)]


@pytest.mark.django_db
def test_a_form_from_another_site_is_refused_even_with_a_token(amina):
    client = Client(enforce_csrf_checks=True)
    client.force_login(amina, backend="eenplan.teams.aanmelding.Aanmelding")
    token = html.fromstring(client.get("/mijn-dag/").content).xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]
    data = {"csrfmiddlewaretoken": token}
    assert client.post("/uitloggen/", data, headers={"origin": "https://kwaad.example"}).status_code == 403
    assert client.post("/uitloggen/", data).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/inloggen/", "/aannemen/"])
def test_a_body_larger_than_any_form_is_refused_unread(als, gerda, address):
    class Unread(io.BytesIO):
        def read(self, *_):
            raise AssertionError("read")

    answer = als(gerda).generic(
        "POST", address, content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(settings.LARGEST_BODY + 1), "wsgi.input": Unread()},
    )  # fmt: skip
    assert answer.status_code == 413
    assert "groter dan 10 MB" in answer.content.decode()


def test_the_front_door_takes_nothing_larger_into_memory(monkeypatch):
    said = []
    monkeypatch.setenv(frontdoor.TABLE, json.dumps({"zonnedaal.test": "/nergens"}))
    asked = {"HTTP_HOST": "zonnedaal.test", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(10**12), "wsgi.input": None}
    body = frontdoor.application(asked, lambda status, headers: said.extend([status, dict(headers)]))
    assert said[0].startswith("413")
    assert said[1]["X-Content-Type-Options"] == "nosniff"
    assert "12 MB" in b"".join(body).decode()
    assert frontdoor.LARGEST_BODY == settings.LARGEST_BODY > MAX_OMVANG


@pytest.mark.django_db
def test_a_form_sets_no_more_than_its_own_fields(als, amina, bram, de_wit):
    open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    extra = {
        "auteur": bram.pk,
        "geschreven_op": "2001-01-01",
        "dossier": 987654321,
        "pk": 987654321,
        "id": 987654321,
    }
    als(amina).post(f"/huishoudens/{de_wit.huishouden.pk}/notities/", {"tekst": "Belt morgen.", **extra})
    [note] = Notitie.objects.all()
    assert (note.auteur, note.dossier_id) == (amina, de_wit.huishouden.pk)
    assert note.pk != 987654321
    assert note.geschreven_op.year != 2001


@pytest.mark.django_db
def test_what_stands_in_an_address_never_fills_a_form(gerda):
    gerda.set_password(PASSWORD)
    gerda.save()
    client = Client()
    assert client.post(f"/inloggen/?gebruikersnaam=gerda&password={PASSWORD}", {}).status_code == 422
    twice = f"gebruikersnaam=gerda&gebruikersnaam=niemand&password={PASSWORD}"
    answer = client.post("/inloggen/", twice, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session


# --- Signing in -----------------------------------------------------------------------------------------------------


@pytest.fixture
def with_password(gerda):
    gerda.set_password(PASSWORD)
    gerda.save()
    return gerda


def sign_in(client, name, password, **extra):
    return client.post("/inloggen/", {"gebruikersnaam": name, "password": password, **extra})


@pytest.mark.django_db
def test_after_five_wrong_passwords_even_the_right_one_waits(with_password):
    client = Client()
    answers = [sign_in(client, "gerda", "mis") for _ in range(5)]
    assert [answer.status_code for answer in answers[:4]] == [422] * 4
    assert sign_in(client, "gerda", PASSWORD).status_code == 429
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_colleague_at_another_address_is_not_locked_out(with_password):
    for _ in range(6):
        sign_in(Client(REMOTE_ADDR="10.0.0.66"), "gerda", "mis")
    assert sign_in(Client(REMOTE_ADDR="10.0.0.7"), "gerda", PASSWORD).status_code == 302


@pytest.mark.django_db
def test_a_wrong_name_and_a_wrong_password_read_the_same(with_password):
    unknown = sign_in(Client(), "niemand", "mis").content.decode().replace("niemand", "gerda")
    wrong = sign_in(Client(), "gerda", "mis").content.decode()
    without_token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert without_token.sub("", unknown) == without_token.sub("", wrong)


@pytest.mark.django_db
def test_what_was_typed_before_signing_in_again_is_not_kept_with_the_failed_attempt(with_password):
    sign_in(Client(), "gerda", "mis", meegenomen=f'[["vraag", "Mevrouw {MARKER} valt"]]')
    [attempt] = AccessAttempt.objects.all()
    assert MARKER not in attempt.post_data


@pytest.mark.django_db
def test_signing_in_begins_a_new_session(with_password):
    client = Client()
    client.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = before = client.session.session_key
    sign_in(client, "gerda", PASSWORD)
    assert client.session.session_key != before


@pytest.mark.django_db
def test_an_account_that_was_closed_is_out_on_the_very_next_page(als, gerda):
    client = als(gerda)
    assert client.get("/mijn-dag/").status_code == 200
    gerda.is_active = False
    gerda.save(update_fields=["is_active"])
    assert client.get("/mijn-dag/").url.startswith("/inloggen/")


@pytest.mark.django_db
def test_signing_out_lets_the_browser_forget_what_it_held(als, gerda):
    client = als(gerda)
    assert client.get("/mijn-dag/")["Cache-Control"] == "no-store"
    answer = client.post("/uitloggen/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert client.get("/mijn-dag/").url.startswith("/inloggen/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "easy", ["Zonnedaal2026!!", "welkom bij eenplan", "Wijkteam-Zomer-26", "Gerda de Groot 1", "123456789123456789"]
)
def test_a_password_of_words_that_everybody_here_knows_is_refused(gerda, easy):
    gerda.naam = "Gerda de Groot"
    with pytest.raises(ValidationError):
        validate_password(easy, gerda)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "good", [PASSWORD, "schaap koffie dinsdag ladder", "7" * 5 + "1984205563417", "é¿" * 20, "x" * 7 + "yzwv" * 30]
)
def test_a_password_may_be_long_and_of_any_signs(gerda, good):
    validate_password(good, gerda)


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", r"/\kwaad"])
def test_signing_in_never_leads_to_another_site(with_password, elsewhere):
    answer = sign_in(Client(), "gerda", PASSWORD, next=elsewhere)
    assert answer.status_code == 302
    assert answer["Location"] == "/"


@pytest.mark.django_db
def test_outside_the_demo_nobody_signs_in_without_a_password(settings, gerda):
    settings.DEMO = False
    client = Client()
    assert client.post("/rollen/spelen/", {"wie": "gerda"}).status_code == 404
    assert "_auth_user_id" not in client.session
    assert client.get("/").url == "/inloggen/"


# --- The settings of a municipality ---------------------------------------------------------------------------------

OURS = ("EENPLAN_", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "DEBUG", "DJANGO_")


def in_production(*command: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    zonnedaal = PACKAGE / "inrichting" / "gemeenten" / "zonnedaal.toml"
    production = {
        "SECRET_KEY": "".join(chr(ord("!") + (7 * n) % 90) for n in range(80)),
        "ALLOWED_HOSTS": "eenplan.example",
        "EENPLAN_INRICHTING": str(zonnedaal),
        "EENPLAN_BSN_KEYS": nieuwe_regel("proef"),
        "EENPLAN_AUDIT_KEY": "een lang en toevallig geheim",
        "DJANGO_SETTINGS_MODULE": "eenplan.project.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.run(
        [sys.executable, *command], env=plain | production, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_check_for_deployment_has_nothing_to_say():
    done = in_production("-m", "eenplan.project.cli", "check", "--deploy", "--fail-level", "DEBUG")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_in_production_cookies_travel_over_https_only_and_scripts_cannot_read_them():
    wanted = {
        "DEMO": False,
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        **{f"{cookie}_COOKIE_SECURE": True for cookie in ("SESSION", "CSRF", "LANGUAGE")},
        **{f"{cookie}_COOKIE_HTTPONLY": True for cookie in ("SESSION", "CSRF", "LANGUAGE")},
        **{f"{cookie}_COOKIE_SAMESITE": "Lax" for cookie in ("SESSION", "CSRF", "LANGUAGE")},
        # Set by this very host, for the whole of it: nobody next door can lay one ready.
        **{f"{cookie}_COOKIE_DOMAIN": None for cookie in ("SESSION", "CSRF", "LANGUAGE")},
        **{f"{cookie}_COOKIE_PATH": "/" for cookie in ("SESSION", "CSRF", "LANGUAGE")},
        "SESSION_COOKIE_NAME": "__Host-eenplan_sessie",
        "CSRF_COOKIE_NAME": "__Host-eenplan_csrf",
        "LANGUAGE_COOKIE_NAME": "__Host-eenplan_taal",
    }
    script = (
        "import json, sys\nfrom django.conf import settings\n"
        "print(json.dumps({name: getattr(settings, name) for name in json.loads(sys.argv[1])}))"
    )
    done = in_production("-c", script, json.dumps(list(wanted)))
    assert json.loads(done.stdout) == wanted, done.stderr


def test_passwords_are_hashed_with_argon2_in_production():
    done = in_production("-c", "from django.conf import settings; print(settings.PASSWORD_HASHERS[0])")
    assert "Argon2" in done.stdout


# --- No personal data in addresses and logs -------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_form_whose_content_stands_in_the_address_asks_no_name(als, staff):
    pages = [address for address, _ in addresses() if "987654321" not in address]
    typed = [
        f"{address}: {field.get('name')}"
        for worker in staff
        for client in [als(worker)]
        for address in pages
        for answer in [client.get(address)]
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
        for field in html.fromstring(answer.content).xpath("//form[not(@method='post')]//input | //form//textarea")
        if field.xpath("ancestor::form[1][not(@method='post')]") and is_free_text(field)
    ]
    assert not typed


def is_free_text(field) -> bool:
    """Return whether people can write anything in it; a date has its own keyboard."""
    kind = field.get("type", "text")
    return field.tag == "textarea" or (kind in {"text", "search"} and field.get("inputmode") != "numeric")


@pytest.fixture
def log_lines():
    """Collect every line as production would write it, while the real logging settings are in force."""
    written = io.StringIO()
    chosen = logging_settings(readable=False)
    handler = logging.StreamHandler(written)
    handler.setFormatter(
        logging.config.DictConfigurator(chosen).configure_formatter(chosen["formatters"]["structured"])
    )
    root = logging.getLogger()
    loggers = {name: logging.getLogger(name) for name in chosen["loggers"]}
    before = root.level, {name: logger.level for name, logger in loggers.items()}
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name, options in chosen["loggers"].items():
        loggers[name].setLevel(options["level"])
    yield written.getvalue
    root.removeHandler(handler)
    root.setLevel(before[0])
    for name, level in before[1].items():
        loggers[name].setLevel(level)


def a_call(**changes: str) -> dict[str, str]:
    return {
        "sleutel": str(uuid.uuid4()),
        "naam": f"Joke {MARKER}",
        "vraag": f"Mijn moeder, mevrouw {MARKER}, valt steeds.",
        "postcode": "1231AA",
        "huisnummer": "12",
        "soort": "hulpvraag",
        "urgentie": "gewoon",
        "kanaal": "telefoon",
        "wet": "wmo",
        **changes,
    }


@pytest.mark.django_db
def test_a_day_of_work_leaves_no_name_in_the_log_nor_in_an_address(als, gerda, log_lines):
    client = als(gerda)
    client.raise_request_exception = False
    answers = [
        client.post("/zoeken/", {"zoek": MARKER}),
        client.post("/aannemen/", a_call(einde="melding")),
        client.post("/aannemen/", a_call(einde="beantwoord", antwoord=f"Gezegd tegen {MARKER}.")),
        client.post("/aannemen/", a_call(einde="melding", postcode=MARKER)),
        client.get(f"/zoeken/?zoek={MARKER}"),
        client.get(f"/{MARKER}/"),
        client.post(f"/{MARKER}/", {"naam": MARKER}),
        client.get("/mijn-dag/", headers={"user-agent": MARKER, "referer": f"https://x.example/{MARKER}"}),
        client.get("/mijn-dag/", headers={"host": f"{MARKER}.example"}),
        sign_in(Client(), MARKER, MARKER),
        *(sign_in(Client(), MARKER, "mis") for _ in range(5)),
    ]
    written = log_lines()
    assert written.count('"event": "request"') >= len(answers) - 1
    assert MARKER not in written
    assert not [answer["Location"] for answer in answers if MARKER in answer.headers.get("Location", "")]


@pytest.mark.django_db
def test_whoever_is_refused_is_one_warning_in_the_log_with_no_name(als, chantal, gerda, de_wit, log_lines):
    als(chantal).get(f"/huishoudens/{de_wit.huishouden.pk}/?naam={MARKER}")
    als(gerda).get("/logboek/")
    Client(enforce_csrf_checks=True).post("/inloggen/", {"gebruikersnaam": MARKER})
    als(gerda).get(f"/{MARKER}/")
    lines = [line for line in map(json.loads, log_lines().splitlines()) if line["event"] == "request"]
    assert [(line["worker"], line["status"], line["level"], line["refused"]) for line in lines] == [
        (chantal.pk, 404, "warning", True),
        (gerda.pk, 403, "warning", True),
        (None, 403, "warning", True),
        (gerda.pk, 404, "info", False),
    ]
    assert all(line["timestamp"].endswith("Z") for line in lines)
    assert MARKER not in log_lines()


@pytest.mark.django_db
def test_a_fault_of_ours_is_logged_without_what_somebody_typed(als, gerda, log_lines, monkeypatch):
    def fail(*_arguments, **_names):
        raise RuntimeError(f"kon {MARKER} niet bewaren")

    client = als(gerda)
    client.raise_request_exception = False
    monkeypatch.setattr("eenplan.web.navigatie.navigatie", fail)
    monkeypatch.setattr("eenplan.web.dag.stel_samen", fail)
    answer = client.get(f"/mijn-dag/?naam={MARKER}")
    assert answer.status_code == 500
    assert MARKER not in answer.content.decode()
    assert "RuntimeError" in log_lines()
    assert MARKER not in log_lines()
