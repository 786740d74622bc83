"""Which database the program talks to, and the PostgreSQL that comes along when nobody named one.

With DATABASE_URL this module only translates an address. Without it, PostgreSQL from the wheel keeps its data under
var/postgres, answers on a socket in that folder only, and is shared by every process that needs it.
"""

import atexit
import os
from functools import cache
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from eenplan.project.environment import flag, text, var_folder
from eenplan.project.postgres import Postgres

DEFAULT_NAME = "eenplan"
LONGEST_QUESTION = 60  # seconds; the slowest page takes a tenth of one, see docs/benchmarks.md
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def is_embedded() -> bool:
    """Return whether the program brings its own PostgreSQL."""
    return not text("DATABASE_URL")


def name() -> str:
    """Return the name of the database: EENPLAN_DB, or plainly eenplan."""
    return text("EENPLAN_DB", DEFAULT_NAME)


@cache
def embedded() -> Postgres:
    """Return the PostgreSQL of this checkout, not yet started."""
    return Postgres(var_folder() / "postgres")


def start() -> None:
    """Let the database answer: start our own one if need be, and leave it again when this process ends."""
    if is_embedded():
        atexit.register(embedded().leave)
        embedded().join()


def address() -> str:
    """Return the address of the database of the program, as PostgreSQL's own tools read it."""
    return make_conninfo(embedded().address, dbname=name()) if is_embedded() else text("DATABASE_URL")


def stop_slow_questions() -> None:
    """Let PostgreSQL break off what a page asks for too long; for a web process, before it connects."""
    if not flag("DATABASE_TRANSACTION_POOLING"):  # a pooler in between takes no options; set it on the role there
        os.environ.setdefault("PGOPTIONS", f"-c statement_timeout={LONGEST_QUESTION}s")


def ensure_exists() -> None:
    """Make the database of the program inside our own PostgreSQL if it is not there yet."""
    if is_embedded():
        create_database(name())


def create_database(wanted: str) -> None:
    """Make a database of this name inside our own PostgreSQL, unless it exists."""
    with psycopg.connect(embedded().address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [wanted]).fetchone()
        if not found:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(wanted)))


def drop_database(unwanted: str) -> None:
    """Remove a database of this name from our own PostgreSQL, whoever is connected to it."""
    with psycopg.connect(embedded().address, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(unwanted)))


def connection_settings() -> dict[str, Any]:
    """Return Django's description of the database, with a pool of connections per web process."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        **(_embedded_address() if is_embedded() else _given_address()),
        # A transaction-mode pooler (PgBouncer) in between cannot keep a cursor open across transactions.
        "DISABLE_SERVER_SIDE_CURSORS": flag("DATABASE_TRANSACTION_POOLING"),
        "TEST": {"NAME": "test_eenplan_" + text("EENPLAN_TEST_DB", "suite")},
    }


def _embedded_address() -> dict[str, Any]:
    return {"NAME": name(), "USER": Postgres.ROLE, "HOST": str(embedded().socket_folder), "OPTIONS": {}}


def _given_address() -> dict[str, Any]:
    parts = {key: str(value) for key, value in conninfo_to_dict(text("DATABASE_URL")).items() if value is not None}
    host = parts.get("host", "")
    if host and not host.startswith("/") and host not in THIS_MACHINE:
        # The library itself would fall back to a plain connection without a word.
        parts.setdefault("sslmode", "verify-full")
    return {
        "NAME": parts.pop("dbname", DEFAULT_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }
