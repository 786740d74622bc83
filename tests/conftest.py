"""What every test may use: PostgreSQL that starts by itself, and `page`, which looks at each page as a worker would."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.project import database
from page import Page, check_page

pytest_plugins = ["personas", "aanmeldproef"]

PASSWORD_BACKEND = "eenplan.teams.aanmelding.Aanmelding"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Let the database answer before Django makes the test database; tests without a database never start it."""
    database.start()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Close what still reads the test database when it goes: a server thread may outlive its last answer."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="module")
def spoor_mag_leeg(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let the tests of one module empty all tables afterwards, which everything append-only refuses."""
    op_slot = "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0"

    def zet(stand: str) -> None:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(op_slot)
            for tabel, slot in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {tabel} {stand} TRIGGER {slot}")

    zet("DISABLE")
    yield
    zet("ENABLE")


@pytest.fixture
def page() -> Callable[..., Page]:
    """Return a function that visits a page and looks at it.

    page(who, url) is a GET, page(who, url, data={…}) a POST. `who` is a Medewerker, a Client, or None for a visitor.
    Every whole page is checked (see page.py) and may ask the database at most `queries_max` questions.
    """

    def visit(
        who: Any,
        url: str,
        *,
        data: dict[str, Any] | None = None,
        status: int | None = None,
        queries_max: int = 40,
        **headers: str,
    ) -> Page:
        client = who if isinstance(who, Client) else Client()
        if who is not None and client is not who:
            client.force_login(who, backend=PASSWORD_BACKEND)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url, headers=headers) if data is None else client.post(url, data, headers=headers)
        seen = Page(client, url, response, visit)
        expected = status or (200 if data is None else 302)
        assert response.status_code == expected, f"{url} answered {response.status_code}, not {expected}:\n{seen.words}"
        if seen.is_whole:
            check_page(seen)
        if data is None:
            asked = "\n".join(query["sql"][:160] for query in queries)
            assert len(queries) <= queries_max, f"{url} asked {len(queries)} questions, at most {queries_max}:\n{asked}"
        return seen

    return visit


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the project."""
    return Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Begin every test in Dutch, whatever the one before it chose."""
    from django.utils import translation

    with translation.override("nl"):
        yield
