"""The plug is pulled while calls are being saved: whatever the screen said was saved is there, and nothing is half."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import psycopg
import pytest
from lxml import html

from eenplan.project.postgres import Postgres

RESIDENTS = 1000
CLERKS = 3  # as many writers as the server has work for at once
ENOUGH = 60  # saved calls before the plug is pulled, while more are under way


@dataclass
class Server:
    """A demo of its own, in its own folder, that can be killed and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"http://localhost:{self.port}"

    @property
    def postgres(self) -> Postgres:
        """Return its PostgreSQL."""
        return Postgres(self.folder / "postgres")

    def start(self) -> None:
        """Start it, and its PostgreSQL with it, and wait until it answers."""
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "eenplan.project.cli",
                "demo",
                f"--poort={self.port}",
                f"--inwoners={RESIDENTS}",
                "--processen=1",
            ],
            env={name: value for name, value in os.environ.items() if not name.startswith(("EENPLAN_", "DJANGO_"))}
            | {"EENPLAN_VAR": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Eenplan draait op" in line:
                return
        pytest.fail("the server did not start:\n" + "".join(said[-30:]))

    def pull_the_plug(self) -> None:
        """Kill everything at once: no signal handler, no rollback, no goodbye."""
        postmaster = int((self.postgres.folder / "postmaster.pid").read_text().splitlines()[0])
        backends = [pid for pid, parent in parents().items() if parent == postmaster]
        os.killpg(self.process.pid, signal.SIGKILL)
        for pid in (postmaster, *backends):
            kill(pid)
        self.process.communicate()

    def stop(self) -> None:
        """End it the normal way."""
        self.process.terminate()
        self.process.communicate(timeout=60)


def parents() -> dict[int, int]:
    """Return every process with its parent, as the kernel knows them."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # gone meanwhile
    return found


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # PostgreSQL's parts leave by themselves once their parent is gone


@pytest.fixture
def server() -> Iterator[Server]:
    # Not tmp_path: that one is closed to the system user that PostgreSQL runs as when the suite runs as root.
    folder = Path(tempfile.mkdtemp(prefix="eenplan-crash-"))
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Server(folder, port)
    made.start()
    yield made
    made.stop()
    shutil.rmtree(folder)


@dataclass
class Clerk:
    """Gerda at one desk: takes calls over HTTP and remembers which ones the server said it kept."""

    name: str
    server: Server
    browser: OpenerDirector = field(default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar())))
    tried: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def get(self, path: str) -> html.HtmlElement:
        """Visit a page."""
        return html.fromstring(self.browser.open(self.server.address + path, timeout=30).read())

    def send(self, path: str, fields: dict[str, str]) -> html.HtmlElement:
        """Send a form and follow where it leads."""
        answer = self.browser.open(self.server.address + path, urlencode(fields).encode(), timeout=30)
        return html.fromstring(answer.read())

    def sign_in(self) -> None:
        """Press Gerda's button on the front page."""
        [token] = self.get("/").xpath("(//main//input[@name='csrfmiddlewaretoken'])[1]/@value")
        self.send("/rollen/spelen/", {"csrfmiddlewaretoken": token, "wie": "gerda"})

    def take_call(self, number: int) -> None:
        """Take one call and end it with an answer; it counts as kept only when the page says so."""
        form = self.get("/aannemen/").get_element_by_id("gesprek")
        asked = f"Vraag {number} aan balie {self.name}"
        self.tried.append(asked)
        chosen = {"naam": f"Beller {self.name}", "vraag": asked, "antwoord": f"Antwoord op {asked}"}
        # lxml reads the empty choice of a radio group as "on"; a browser sends it empty.
        filled_in = {name: "" if value == "on" else value for name, value in form.form_values()}
        page = self.send("/aannemen/", filled_in | chosen | {"einde": "beantwoord"})
        if "Beantwoord. Er is geen dossier geopend." in page.text_content():
            self.kept.append(asked)

    def work(self, power: Event) -> None:
        """Take calls until the power goes."""
        number = 0
        while power.is_set():
            number += 1
            try:
                self.take_call(number)
            except (URLError, HTTPException, OSError):
                return


def test_after_pulling_the_plug_every_call_that_was_saved_is_there_whole(server):
    clerks = [Clerk(str(desk), server) for desk in range(CLERKS)]
    for clerk in clerks:
        clerk.sign_in()
    power = Event()
    power.set()
    desks = [Thread(target=clerk.work, args=(power,)) for clerk in clerks]
    for desk in desks:
        desk.start()
    while sum(len(clerk.kept) for clerk in clerks) < ENOUGH and any(desk.is_alive() for desk in desks):
        desks[0].join(0.05)
    server.pull_the_plug()
    power.clear()
    for desk in desks:
        desk.join()
    kept = {asked for clerk in clerks for asked in clerk.kept}
    tried = {asked for clerk in clerks for asked in clerk.tried}
    assert len(kept) >= ENOUGH

    server.start()

    found = calls(server)
    assert kept <= found.keys(), f"lost: {sorted(kept - found.keys())}"
    assert found.keys() <= tried
    assert {facts for facts in found.values() if facts != (1, True, True)} == set(), "a call is half there, or twice"
    assert orphans(server) == 0
    again = Clerk("na de storing", server)
    again.sign_in()
    again.take_call(1)
    assert again.kept


def ask(server: Server, question: str) -> list[tuple]:
    with psycopg.connect(re.sub("dbname=postgres", "dbname=eenplan", server.postgres.address)) as connection:
        return connection.execute(question).fetchall()


def calls(server: Server) -> dict[str, tuple[int, bool, bool]]:
    """Return of each call of ours: how often it is there, whether it holds its answer, whether the trail knows it."""
    rows = ask(
        server,
        """SELECT c.vraag, count(*), bool_and(c.antwoord = 'Antwoord op ' || c.vraag AND c.afloop = 'beantwoord'),
                  bool_and(EXISTS (SELECT 1 FROM audit_gebeurtenis g
                                   WHERE g.onderwerp_soort = 'contact' AND g.onderwerp_id = c.id))
           FROM meldingen_contact c WHERE c.naam LIKE 'Beller %' GROUP BY c.vraag""",
    )
    return {asked: (count, answered, recorded) for asked, count, answered, recorded in rows}


def orphans(server: Server) -> int:
    """Count events of calls that are not there: an act that half happened."""
    [(count,)] = ask(
        server,
        """SELECT count(*) FROM audit_gebeurtenis g WHERE g.onderwerp_soort = 'contact'
           AND NOT EXISTS (SELECT 1 FROM meldingen_contact c WHERE c.id = g.onderwerp_id)""",
    )
    return count
