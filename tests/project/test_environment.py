"""The settings, read from the environment."""

import os

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from eenplan.project import database, environment


def test_a_secret_may_come_from_a_file(tmp_path, monkeypatch):
    (tmp_path / "sleutel").write_text("uit een bestand\n")
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "sleutel"))
    assert environment.required("SECRET_KEY") == "uit een bestand"


def test_a_missing_secret_is_named(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.delenv("SECRET_KEY_FILE", raising=False)
    with pytest.raises(environment.InstellingOntbreekt, match="SECRET_KEY"):
        environment.required("SECRET_KEY")


def test_the_demo_keeps_its_secret_to_itself_and_between_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("EENPLAN_VAR", str(tmp_path / "var"))
    first = environment.own_secret()
    assert environment.own_secret() == first
    assert len(first) >= 50
    assert (tmp_path / "var" / "demo-geheim").stat().st_mode & 0o077 == 0


def test_a_given_database_is_used_as_it_was_given(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://dienst:p%40ss@db.example:6432/wijk?sslmode=verify-full")
    settings = database.connection_settings()
    assert not database.is_embedded()
    assert (settings["NAME"], settings["USER"], settings["PASSWORD"]) == ("wijk", "dienst", "p@ss")
    assert (settings["HOST"], settings["PORT"]) == ("db.example", "6432")
    assert settings["OPTIONS"] == {"sslmode": "verify-full"}


@pytest.mark.django_db
def test_a_web_process_lets_no_question_to_the_database_run_on(monkeypatch):
    monkeypatch.setenv("PGOPTIONS", "")  # so that it is taken away again afterwards
    monkeypatch.delenv("PGOPTIONS")
    database.stop_slow_questions()
    here = make_conninfo(database.address(), dbname=connection.settings_dict["NAME"])
    with psycopg.connect(here) as own:
        assert own.execute("SHOW statement_timeout").fetchone() == ("1min",)
    monkeypatch.setenv("PGOPTIONS", "-c statement_timeout=20")
    with psycopg.connect(here) as own, pytest.raises(psycopg.errors.QueryCanceled):
        own.execute("SELECT count(*) FROM generate_series(1, 1000000000)")


def test_a_pooler_in_between_gets_no_options(monkeypatch):
    monkeypatch.setenv("PGOPTIONS", "")  # so that it is taken away again afterwards
    monkeypatch.delenv("PGOPTIONS")
    monkeypatch.setenv("DATABASE_TRANSACTION_POOLING", "1")
    database.stop_slow_questions()
    assert "PGOPTIONS" not in os.environ


@pytest.mark.parametrize(
    ("address", "sslmode"),
    [
        ("postgresql://dienst@db.example/wijk", "verify-full"),
        ("postgresql://dienst@db.example/wijk?sslmode=require", "require"),
        ("postgresql://dienst@localhost/wijk", None),
        ("postgresql:///wijk?host=/run/postgresql", None),
    ],
)
def test_a_database_on_another_machine_is_asked_for_its_certificate_unless_told_otherwise(
    monkeypatch, address, sslmode
):
    monkeypatch.setenv("DATABASE_URL", address)
    assert database.connection_settings()["OPTIONS"].get("sslmode") == sslmode
