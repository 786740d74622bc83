"""Measure how many events a second are sealed and checked, in a database of its own that is thrown away afterwards."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
NAME = "eenplan_maat"
os.environ |= {"EENPLAN_DEMO": "1", "EENPLAN_DB": NAME, "DJANGO_SETTINGS_MODULE": "eenplan.project.settings"}

import django
from document import write_section

from eenplan.project import database

EVENTS = int(os.environ.get("EVENTS", "2000000"))
# Looks at 20,000 files by 300 workers, as the trail keeps them.
FILL = """
INSERT INTO audit_gebeurtenis (sleutel, moment, actor_id, actor_naam, onderwerp_soort, onderwerp_id, dossier_id,
    is_inzage, verwerking, doel, detail_zegel)
SELECT 'dossier:ingezien', now() - n * interval '1 second', n %% 300, 'Medewerker ' || n %% 300, 'dossier', n %% 20000,
    n %% 20000, true, 'dossier', 'regisseur, Team Noord ' || n %% 12, ''
FROM generate_series(1, %s) AS n
"""


def main() -> int:
    """Fill, seal, check, and write the speed down."""
    database.start()
    database.drop_database(NAME)
    database.create_database(NAME)
    try:
        django.setup()
        report = measure()
    finally:
        database.drop_database(NAME)
    print(report)
    write_section("log", [report])
    return 0


def measure() -> str:
    """Give the table of one run."""
    from django.core.management import call_command
    from django.db import connection

    from eenplan.audit.controle import controleer
    from eenplan.audit.verzegelen import verzegel

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(FILL, [EVENTS])
        cursor.execute("ANALYZE audit_gebeurtenis")
    lines = [
        f"{EVENTS:,} events, {os.cpu_count()} cores.",
        "",
        "| what | seconds | events per second |",
        "|---|---:|---:|",
    ]
    for name, act in (("seal", verzegel), ("check", lambda: check(controleer))):
        seconds = timed(act)
        lines.append(f"| {name} | {seconds:.0f} | {EVENTS / seconds:,.0f} |")
    connection.close()
    return "\n".join(lines)


def check(controleer: Callable[[], object]) -> None:
    outcome = controleer()
    assert outcome.klopt  # type: ignore[attr-defined] # noqa: S101 - a measure of a broken log would tell nothing


def timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
