"""Measure what Amina and Gerda wait for, in a town of any size, beside three yardsticks of the same run.

The town is a lived-in one of a few thousand residents; the rest of the population is added as the register delivers it.
Every measure and every yardstick takes turns, so that a busy machine weighs on all of them alike. Ratios go to
docs/benchmarks.md.
"""

import http.client
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import urlencode

CHECKOUT = Path(__file__).resolve().parents[1]
os.environ["EENPLAN_DEMO"] = "1"
os.environ["EENPLAN_VAR"] = os.environ.get("EENPLAN_BENCH_VAR") or str(CHECKOUT / "var" / "bench")
os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.project.settings"

import django
from document import write_section

from eenplan.project import database

RESIDENTS = int(os.environ.get("RESIDENTS", "160000"))
LIVED_IN = 2_000
PORT = int(os.environ.get("BENCH_PORT", "8765"))
VISITS = 60
DOCUMENTS, NOTES = 435, 2_000
NAME_WITH_ERROR = "jansne"
# For somebody who is signed in this is the frame of every page, with session, worker and menu, around one small form.
EMPTY_PAGE = "/inloggen/"
# A search must keep up with typing; a page feels instant.
MOST_MS = {"search for a name with a typing error": 50}
FEELS_INSTANT_MS = 150
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Measure:
    """How long something took, over all visits."""

    name: str
    times: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return sorted(self.times)[int(len(self.times) * 0.95) - 1]


@dataclass(frozen=True)
class Case:
    """One thing to wait for: over HTTP, beside an empty page, its bare SQL, and the same rows in a plain template."""

    name: str
    visit: Callable[[], None]
    empty: Callable[[], object]
    sql: Callable[[], None]
    template: Callable[[], None]


class Visitor:
    """A browser without a screen: one connection, its cookies, one persona."""

    def __init__(self, persona: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self._cookies: dict[str, str] = {}
        [name] = [
            form for form in re.findall(r"<form.*?</form>", self.get("/"), re.DOTALL) if f"Verder als {persona}" in form
        ]
        fields = dict(re.findall(r'name="(\w+)" (?:type="hidden" )?value="([^"]*)"', name))
        fields |= dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', name))
        [action] = re.findall(r'action="([^"]*)"', name)
        self.post(action, fields)

    def get(self, url: str) -> str:
        return self._ask("GET", url, None, {})

    def post(self, url: str, fields: dict[str, str], **headers: str) -> str:
        return self._ask("POST", url, urlencode(fields), FORM | headers)

    def _ask(self, method: str, url: str, body: str | None, headers: dict[str, str]) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        known = {"Cookie": cookies, "Accept-Language": "nl", "Origin": f"http://127.0.0.1:{PORT}"}
        self._connection.request(method, url, body, headers | known)
        answer = self._connection.getresponse()
        text = answer.read().decode(errors="replace")
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, value = header.split(";")[0].split("=", 1)
            self._cookies[name] = value
        if answer.status >= 400:  # a measure of an error page would flatter
            raise RuntimeError(f"{method} {url} answered {answer.status}")
        return text


def main() -> int:
    """Build the town, measure, and write the ratios down."""
    build()
    server = subprocess.Popen([sys.executable, "-m", "eenplan.project.cli", "demo", "--poort", str(PORT)])
    try:
        wait_for_server()
        measures = measure_in_turns(cases())
        trail = measure_trail()
    finally:
        server.terminate()
        server.wait()
    report = as_text(measures)
    print(report)
    write_section("bench", [report])
    print(trail)
    write_section("trail", [trail])
    return 0


def build() -> None:
    """Have a town of the size asked for, with one household that has a very thick file."""
    command = [sys.executable, "-m", "eenplan.project.cli", "demo-data", "--inwoners", str(LIVED_IN)]
    subprocess.run(command, check=True)
    database.start()
    django.setup()
    from eenplan.core import klok
    from eenplan.demo.stad import Opdracht, lees_stad
    from eenplan.personen.models import Persoon

    town = lees_stad(Opdracht(LIVED_IN, 7, klok.vandaag()))
    missing = RESIDENTS - Persoon.objects.count()
    if missing > 0:
        add_residents(town, missing)
    thicken(the_household())


def add_residents(town: object, missing: int) -> None:
    """Add people without a question, spread over the teams, as the population register delivers them."""
    from django.db import connection, transaction

    from eenplan.demo.gezinnen import Gezinnen
    from eenplan.demo.kalender import om
    from eenplan.demo.verhoudingen import AANDEEL_PER_TEAM
    from eenplan.personen.actions import NieuwHuishouden, schrijf_huishoudens_in

    stream = Gezinnen(town.kalender.vandaag, Random(7)).stroom()
    at = om(town.kalender.begin, 9)
    areas = [area for team in AANDEEL_PER_TEAM for area in town.adressen(team).buurten]
    number = 0
    while missing > 0:
        batch = []
        while len(batch) < 500:
            for family in next(stream):
                area = areas[number % len(areas)]
                number += 1
                address = NieuwHuishouden(
                    straat="Registerstraat", huisnummer=number, postcode=area_postcode(area), leden=family.leden
                )
                batch.append((address, area.ligging))
                missing -= len(family.leden)
        with transaction.atomic():
            schrijf_huishoudens_in(batch, at=at)
        print(f"\rstill to add: {max(missing, 0):7d}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def area_postcode(area: object) -> str:
    from eenplan.teams.models import Postcodegebied

    found = Postcodegebied.objects.filter(buurt=area.gebied).values_list("postcode", flat=True).first()
    return found or "1231AA"


def the_household() -> object:
    """Give a household of Amina's that has a plan and running help."""
    from eenplan.dossiers.models import Dossier

    files = Dossier.objects.filter(regies__regisseur__gebruikersnaam="amina", regies__tot=None, status="in_regie")
    return files.order_by("pk")[0]


def thicken(file: object) -> None:
    """Give the file 435 papers and 2,000 notes."""
    from eenplan.core import klok
    from eenplan.dossiers.models import Document, Notitie
    from eenplan.teams.models import Medewerker

    amina, at = Medewerker.objects.get(gebruikersnaam="amina"), klok.nu()
    notes = NOTES - file.notities.count()
    papers = DOCUMENTS - file.documenten.count()
    Notitie.objects.bulk_create(
        Notitie(dossier=file, auteur=amina, geschreven_op=at, tekst=f"Notitie {number} over het gezin.")
        for number in range(max(notes, 0))
    )
    Document.objects.bulk_create(
        Document(
            dossier=file,
            soort="overig",
            titel=f"Stuk {number}",
            inhoud=b"%PDF-1.7" * 4000,
            omvang=32_000,
            sha256="0" * 64,
            gemaakt_op=at,
            gemaakt_door=amina,
        )
        for number in range(max(papers, 0))
    )


def wait_for_server() -> None:
    """Return as soon as the server answers, or fail after two minutes."""
    until = time.perf_counter() + 120
    while time.perf_counter() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT)
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            continue
    raise RuntimeError("the server did not answer")


def cases() -> list[Case]:
    """Give what is measured, each with its own yardsticks."""
    amina, gerda = Visitor("Amina"), Visitor("Gerda")
    household = f"/huishoudens/{the_household().pk}/"
    token = partial(token_of, gerda, "/aannemen/")
    search = {"zoek": NAME_WITH_ERROR, "csrfmiddlewaretoken": token()}
    return [
        page_case("household page, 435 documents and 2,000 notes", amina, "GET", household, {}),
        page_case("Mijn dag", amina, "GET", "/mijn-dag/", {}),
        page_case("search for a name with a typing error", gerda, "POST", "/zoeken/", search, **{"HX-Request": "true"}),
        page_case(
            "save a contact", gerda, "POST", "/aannemen/", {"csrfmiddlewaretoken": search["csrfmiddlewaretoken"]}
        ),
    ]


def token_of(visitor: Visitor, url: str) -> str:
    return re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', visitor.get(url))[0]


def page_case(name: str, who: Visitor, method: str, url: str, fields: dict[str, str], **headers: str) -> Case:
    """Make a case: the visit over HTTP, and the statements that one such visit sends to the database."""
    send = partial(visit, who, method, url, fields, headers)
    persona = "amina" if method == "GET" else "gerda"
    statements = statements_of(persona, method, url, fields, headers)
    return Case(
        name, send, partial(who.get, EMPTY_PAGE), partial(run_sql, statements), partial(render, rows_of(statements))
    )


def visit(who: Visitor, method: str, url: str, fields: dict[str, str], headers: dict[str, str]) -> None:
    if method == "GET":
        who.get(url)
    elif url == "/aannemen/":
        who.post(url, fields | contact_fields(), **headers)
    else:
        who.post(url, fields, **headers)


def contact_fields() -> dict[str, str]:
    from uuid import uuid4

    return {
        "sleutel": str(uuid4()),
        "naam": "Meting",
        "vraag": "Wanneer is het spreekuur?",
        "soort": "informatie",
        "kanaal": "telefoon",
        "urgentie": "gewoon",
        "antwoord": "Elke dinsdag om negen uur.",
        "wet": "wmo",
        "einde": "beantwoord",
    }


def statements_of(persona: str, method: str, url: str, fields: dict[str, str], headers: dict[str, str]) -> list[str]:
    """Capture what one visit asks the database, in this process, without keeping what it wrote."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    client = signed_in(persona)
    extra = contact_fields() if url == "/aannemen/" else {}
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        if method == "GET":
            client.get(url)
        else:
            client.post(url, fields | extra, headers=headers)
        transaction.set_rollback(True)
    skip = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    return [query["sql"] for query in asked if not query["sql"].startswith(skip)]


def run_sql(statements: Iterable[str]) -> None:
    """Send the bare statements again, in one transaction that is thrown away."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.cursor.execute(statement.encode())
            if cursor.description:
                cursor.fetchall()
        transaction.set_rollback(True)


def rows_of(statements: Iterable[str]) -> list[tuple[object, ...]]:
    """Give every row that the reads answer."""
    from django.db import connection

    rows: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        for statement in statements:
            if statement.startswith("SELECT"):
                cursor.cursor.execute(statement.encode())
                rows += cursor.fetchall()
    return rows


def render(rows: list[tuple[object, ...]]) -> None:
    """Put the rows in the plainest table a template can make."""
    TEMPLATE.render(rows=rows)


def measure_in_turns(todo: list[Case]) -> list[tuple[Measure, Measure, Measure, Measure]]:
    """Let every case and its yardsticks take turns, so that they share the mood of the machine."""
    times: dict[tuple[str, str], list[float]] = {}
    for _visit in range(VISITS):
        for case in todo:
            acts = {"page": case.visit, "empty": case.empty, "sql": case.sql}
            for kind, act in (acts | {"template": case.template}).items():
                started = time.perf_counter()
                act()
                times.setdefault((case.name, kind), []).append((time.perf_counter() - started) * 1000)
    kinds = ("page", "empty", "sql", "template")
    return [tuple(Measure(case.name, times[case.name, kind]) for kind in kinds) for case in todo]  # type: ignore[misc]


def measure_trail() -> str:
    """Visit with and without the writes of the log, in turns and in this process, and give the ratios."""
    from unittest.mock import patch

    from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail

    visits = {
        "household page": ("amina", "GET", f"/huishoudens/{the_household().pk}/"),
        "Mijn dag": ("amina", "GET", "/mijn-dag/"),
        "save a contact": ("gerda", "POST", "/aannemen/"),
    }
    clients = {persona: signed_in(persona) for persona in ("amina", "gerda")}
    times: dict[tuple[str, bool], list[float]] = {}
    for _visit in range(VISITS):
        for name, (persona, method, url) in visits.items():
            for with_log in (True, False):
                fields = contact_fields()
                with (
                    patch.object(Gebeurtenis, "save", Gebeurtenis.save if with_log else no_write),
                    patch.object(Gebeurtenisdetail, "save", Gebeurtenisdetail.save if with_log else no_write),
                ):
                    started = time.perf_counter()
                    answer = clients[persona].get(url) if method == "GET" else clients[persona].post(url, fields)
                    times.setdefault((name, with_log), []).append((time.perf_counter() - started) * 1000)
                if answer.status_code != (200 if method == "GET" else 302):
                    raise RuntimeError(f"{url} answered {answer.status_code}")
    lines = ["| what | median ms with the log | without | × |", "|---|---:|---:|---:|"]
    for name in visits:
        on, off = (statistics.median(times[name, with_log]) for with_log in (True, False))
        lines.append(f"| {name} | {on:.1f} | {off:.1f} | {on / off:.2f} |")
    return "\n".join(lines)


def signed_in(persona: str) -> object:
    from django.test import Client

    from eenplan.teams.models import Medewerker

    client = Client(headers={"host": "localhost"})
    who = Medewerker.objects.get(gebruikersnaam=persona)
    client.force_login(who, backend="eenplan.teams.aanmelding.Aanmelding")
    return client


def no_write(*_args: object, **_options: object) -> None:
    """Stand in for the write of an event."""


def as_text(measures: list[tuple[Measure, Measure, Measure, Measure]]) -> str:
    """Draw the table: times of this run, and the ratios that travel to another machine."""
    from django.db import connection

    from eenplan.personen.models import Huishouden, Persoon

    lines = [
        f"{Persoon.objects.count():,} residents in {Huishouden.objects.count():,} households; {VISITS} visits each, in",
        f"turns; {os.cpu_count()} cores, Python {platform.python_version()}, Django {django.get_version()}, two server",
        f"processes, PostgreSQL {connection.pg_version // 10000}.{connection.pg_version % 10000}.",
        "",
        "| what | median ms | p95 ms | × empty page | × its bare SQL | × same rows, plain template |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {page.name} | {page.median:.1f} | {page.p95:.1f} | {page.median / empty.median:.1f} "
        f"| {page.median / sql.median:.1f} | {page.median / template.median:.1f} |"
        for page, empty, sql, template in measures
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    from jinja2 import Environment

    TEMPLATE = Environment(autoescape=True).from_string(
        "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
    )
    sys.exit(main())
