"""What the program answers when no room does: health, faults, and the policy on every page."""

import json
import logging
import logging.config
import sys
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.inrichting.lezen import inrichting
from eenplan.project import middleware, views
from eenplan.project.logs import logging_settings
from eenplan.web.tijdreis import DAGEN_VOORUIT


@pytest.mark.django_db
def test_health_says_that_all_is_well(client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "migraties": "bij", "versie": "0.1.0"}


def test_health_says_that_the_database_does_not_answer(client, monkeypatch):
    def fail():
        raise OperationalError("secret address")

    monkeypatch.setattr(views, "pending_migrations", fail)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["database"] == "onbereikbaar"
    assert b"secret" not in answer.content


def test_health_says_that_the_tables_are_behind(client, monkeypatch):
    monkeypatch.setattr(views, "pending_migrations", lambda: ["meldingen.0007"])
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["migraties"] == "1 te doen"


def test_anybody_reads_where_to_report_a_weakness(client):
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert told["Contact"] == inrichting().gemeente.meldpunt
    assert klok.echt_nu() < datetime.fromisoformat(told["Expires"]) < klok.echt_nu() + timedelta(days=365)


@pytest.mark.django_db
def test_without_a_place_to_report_there_is_no_such_page(client, monkeypatch):
    without = replace(inrichting(), gemeente=replace(inrichting().gemeente, meldpunt=""))
    monkeypatch.setattr(views, "inrichting", lambda: without)
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.django_db
def test_an_unknown_address_is_a_page_like_any_other(page):
    page(None, "/bestaat-niet/", status=404)


def test_the_page_for_our_own_fault_needs_no_database():
    answer = views.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"<h1" in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("refusal", "status"), [(NietToegestaan("Vraag uw manager."), 403), (NietMogelijk("Dit kan niet meer."), 409)]
)
def test_a_refusal_nobody_caught_shows_its_sentence(refusal, status):
    request = RequestFactory().get("/")
    answer = middleware.RefusalMiddleware(lambda request: None).process_exception(request, refusal)
    assert answer.status_code == status
    assert refusal.zin in answer.content.decode()


@pytest.mark.django_db
def test_every_page_carries_the_strict_policy(client):
    headers = client.get("/bestaat-niet/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_log_holds_the_route_and_not_the_question(client, caplog, monkeypatch):
    monkeypatch.setattr(views, "pending_migrations", list)
    with caplog.at_level(logging.INFO, "eenplan.request"):
        client.get("/health?naam=Jansen")
    [line] = [record.msg for record in caplog.records if record.name == "eenplan.request"]
    assert line["route"] == "health"
    assert line["status"] == 200
    assert "Jansen" not in str(line)


def test_the_log_of_a_fault_says_where_and_not_what():
    formatter = logging.config.DictConfigurator(logging_settings(readable=False)).configure_formatter(
        logging_settings(readable=False)["formatters"]["structured"]
    )
    try:
        raise ValueError("mevrouw Jansen")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Fault", None, sys.exc_info())
    line = json.loads(formatter.format(record))
    assert line["exception"] == "ValueError"
    assert "test_answers.py" in line["trace"][-1]
    assert "Jansen" not in str(line)


@pytest.mark.django_db
def test_a_form_from_a_page_that_stood_open_too_long_is_explained():
    answer = views.csrf_refused(RequestFactory().get("/"))
    assert answer.status_code == 403
    assert "te lang open" in answer.content.decode()


def test_a_visitor_of_the_demo_lives_on_the_day_they_chose_and_nobody_else_does(settings):
    seen = []
    travel = middleware.TimeTravelMiddleware(lambda request: seen.append(klok.vandaag()))
    request = RequestFactory().get("/")
    request.session = {DAGEN_VOORUIT: 42}
    travel(request)
    settings.DEMO = False
    travel(request)
    today = klok.vandaag()
    assert seen == [today + timedelta(days=42), today]
