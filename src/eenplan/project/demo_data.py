"""The demo's municipality: built once, kept between runs, built again when the tables were redesigned.

What was built is written in the comment on the database itself, as the last step: half a municipality has no comment.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.core.management import call_command
from psycopg import sql

from eenplan.inrichting.bestanden import bestanden
from eenplan.project import database
from eenplan.project.environment import var_folder

PACKAGE = Path(__file__).resolve().parents[1]


# The same seed gives the same people, so that a manual and a bug report can name them.
SEED = 20260101


def build(arguments: list[str]) -> int:
    """Have a complete demo in the database, with its tables up to date."""
    parser = argparse.ArgumentParser(prog="eenplan demo-data", description="Maak de verzonnen gemeente.")
    parser.add_argument("--inwoners", type=int, default=5000, help="hoeveel inwoners (5000)")
    parser.add_argument("--opnieuw", action="store_true", help="gooi de verzonnen gemeente weg en maak een nieuwe")
    options = parser.parse_args(arguments)
    database.start()
    database.ensure_exists()
    django.setup()
    built = _read_mark()
    if built and not options.opnieuw and _still_fits(built):
        call_command("migrate", verbosity=0)
        if built["inwoners"] != options.inwoners:
            print(f"Deze demo heeft {built['inwoners']} inwoners; een nieuwe maken kan met: eenplan demo --opnieuw")
    else:
        _build(options.inwoners)
    return 0


def _begin_inrichting() -> None:
    """Let the way of working begin anew as well: what was released in the demo before belongs to its database."""
    if settings.EENPLAN_INRICHTING.is_relative_to(var_folder()):
        for later in bestanden(settings.EENPLAN_INRICHTING)[1:]:
            later.pad.unlink()


def _build(inwoners: int) -> None:
    """Make everything anew; the mark comes last, so that half a municipality is never taken for a whole one."""
    if database.is_embedded():
        database.drop_database(database.name())
        database.create_database(database.name())
    _begin_inrichting()
    call_command("migrate", verbosity=0)
    progress = Progress()
    # Only here, after django.setup(): the rooms have models.
    from eenplan.core import klok
    from eenplan.demo.opbouw import bouw

    bouw(inwoners=inwoners, seed=SEED, voortgang=progress, vandaag=klok.vandaag())
    progress.end()
    _write_mark({"inwoners": inwoners, "migrations": _migrations()})


class Progress:
    """A bar on a terminal, a line per step elsewhere."""

    WIDTH = 30

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show that so much of the total is done, and what is being made."""
        if sys.stderr.isatty():
            full = round(self.WIDTH * gedaan / max(totaal, 1))
            bar = "█" * full + "░" * (self.WIDTH - full)
            print(f"\r{bar} {100 * gedaan // max(totaal, 1):3d}% {wat:<40.40}", end="", file=sys.stderr, flush=True)
        elif wat != self._last:
            print(f"Demo maken: {wat}", file=sys.stderr, flush=True)
        self._last = wat

    def end(self) -> None:
        """Leave the bar behind and go on below it."""
        if sys.stderr.isatty():
            print(file=sys.stderr)


def _still_fits(built: dict[str, object]) -> bool:
    """Return whether every migration that made these tables still reads as it did then."""
    now = _migrations()
    then = built["migrations"]
    return isinstance(then, dict) and all(now.get(name) == digest for name, digest in then.items())


def _migrations() -> dict[str, str]:
    files = PACKAGE.glob("*/migrations/0*.py")
    return {str(file.relative_to(PACKAGE)): hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in files}


def _read_mark() -> dict[str, object] | None:
    with psycopg.connect(database.address()) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    return json.loads(found[0]) if found and found[0] else None


def _write_mark(mark: dict[str, object]) -> None:
    with psycopg.connect(database.address()) as connection:
        name = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(json.dumps(mark))))
