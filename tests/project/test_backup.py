"""A copy of the database, and back."""

import psycopg
import pytest

from eenplan.project import backup, database


@pytest.fixture
def _own_database(monkeypatch):
    monkeypatch.setenv("EENPLAN_DB", "test_eenplan_backup")
    database.start()
    database.drop_database(database.name())
    database.ensure_exists()
    yield
    database.drop_database(database.name())


def run(statement):
    with psycopg.connect(database.address()) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


@pytest.mark.usefixtures("_own_database")
def test_what_was_copied_comes_back_and_what_came_after_is_gone(tmp_path):
    copy = tmp_path / "zonnedaal.kopie"
    run("CREATE TABLE doel AS SELECT 'Weer rust in huis' AS zin")
    assert backup.backup([str(copy)]) == 0
    run("UPDATE doel SET zin = 'overschreven'")
    assert backup.restore([str(copy)]) == 0
    assert run("SELECT zin FROM doel") == [("Weer rust in huis",)]


@pytest.mark.usefixtures("_own_database")
def test_only_the_owner_can_read_the_copy_and_a_second_one_does_not_replace_it(tmp_path, capsys):
    copy = tmp_path / "zonnedaal.kopie"
    assert backup.backup([str(copy)]) == 0
    assert copy.stat().st_mode & 0o077 == 0
    before = copy.read_bytes()
    assert backup.backup([str(copy)]) == 1
    assert "bestaat al" in capsys.readouterr().err
    assert copy.read_bytes() == before
