"""The PostgreSQL that comes along: it starts by itself, is shared, and survives being killed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from eenplan.project.postgres import Postgres, StartMislukt

# Another process that joins, says so, and stays until its input closes.
OTHER = """
import sys
from pathlib import Path
from eenplan.project.postgres import Postgres
server = Postgres(Path(sys.argv[1]))
server.join()
print("joined", flush=True)
sys.stdin.read()
server.leave()
"""


@pytest.fixture
def folder():
    # Not tmp_path: that one is closed to the system user that PostgreSQL runs as when the suite runs as root.
    made = Path(tempfile.mkdtemp(prefix="eenplan-test-"))
    made.chmod(0o755)
    yield made / "postgres"
    shutil.rmtree(made)


@pytest.fixture
def server(folder):
    made = Postgres(folder)
    made.join()
    yield made
    made.join()
    made.leave()


@pytest.fixture
def other(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "joined\n"
    yield process
    process.kill()
    process.communicate()


def ask(server, question):
    with psycopg.connect(server.address, autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


def write(server, statement):
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(statement)


def postmaster(server):
    return int((server.folder / "postmaster.pid").read_text().splitlines()[0])


def test_what_was_written_is_there_after_a_stop_and_a_start(server):
    write(server, "CREATE TABLE melding (naam text)")
    write(server, "INSERT INTO melding VALUES ('Ömer')")
    server.leave()
    assert not server.answers()
    server.join()
    assert ask(server, "SELECT lower(naam) FROM melding") == "ömer"


def test_after_a_hard_kill_it_answers_again_with_all_that_was_committed(server):
    write(server, "CREATE TABLE melding AS SELECT generate_series(1, 1000) AS nummer")
    os.kill(postmaster(server), signal.SIGKILL)
    again = Postgres(server.folder)
    again.join()
    assert ask(again, "SELECT count(*) FROM melding") == 1000
    again.leave()


def test_it_runs_as_long_as_anybody_uses_it(other, folder):
    server = Postgres(folder)
    server.join()
    server.leave()
    assert server.answers()
    other.communicate("")
    assert not server.answers()


def test_a_server_left_behind_by_a_killed_process_is_used_and_then_stopped(other, folder):
    other.kill()
    other.wait()
    server = Postgres(folder)
    assert server.answers()
    server.join()
    server.leave()
    assert not server.answers()


def test_what_was_committed_is_on_disk_and_no_network_is_listened_to(server):
    assert ask(server, "SHOW fsync") == "on"
    assert ask(server, "SHOW synchronous_commit") == "on"
    assert ask(server, "SHOW listen_addresses") == ""


def test_the_log_never_holds_what_was_in_a_row(server):
    write(server, "CREATE TABLE persoon (bsn text UNIQUE)")
    write(server, "INSERT INTO persoon VALUES ('999990019')")
    with pytest.raises(psycopg.errors.UniqueViolation):
        write(server, "INSERT INTO persoon VALUES ('999990019')")
    assert "999990019" not in (server.folder / "server.log").read_text()


def test_a_long_path_gets_a_short_socket():
    long = Postgres(Path("/srv") / ("gemeente" * 20) / "postgres")
    assert len(str(long.socket_folder)) < 60


def test_as_root_it_refuses_a_closed_folder_with_one_sentence_and_opens_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o700)
    with pytest.raises(StartMislukt, match="nooit als root"):
        Postgres(closed / "postgres").join()
    assert closed.stat().st_mode & 0o777 == 0o700
