"""The demo remembers what it built."""

import pytest

from eenplan.project import database, demo_data


@pytest.fixture
def _own_database(monkeypatch):
    monkeypatch.setenv("EENPLAN_DB", "test_eenplan_demo_data")
    database.start()
    database.drop_database(database.name())
    database.ensure_exists()
    yield
    database.drop_database(database.name())


@pytest.mark.usefixtures("_own_database")
def test_what_was_built_is_remembered_in_the_database_itself():
    assert demo_data._read_mark() is None
    demo_data._write_mark({"inwoners": 10, "migrations": {}})
    assert demo_data._read_mark() == {"inwoners": 10, "migrations": {}}


def test_a_new_migration_keeps_the_demo_and_a_rewritten_one_does_not(monkeypatch):
    monkeypatch.setattr(demo_data, "_migrations", lambda: {"a/0001.py": "x", "a/0002.py": "y"})
    assert demo_data._still_fits({"migrations": {"a/0001.py": "x"}})
    assert not demo_data._still_fits({"migrations": {"a/0001.py": "z"}})


def test_progress_is_a_line_per_step_where_nobody_watches(capsys):
    progress = demo_data.Progress()
    progress("huishoudens", 1, 10)
    progress("huishoudens", 2, 10)
    progress("meldingen", 3, 10)
    assert capsys.readouterr().err == "Demo maken: huishoudens\nDemo maken: meldingen\n"
