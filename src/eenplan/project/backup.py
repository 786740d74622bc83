"""A copy of the whole database in one file, and back, with PostgreSQL's own tools from the wheel."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from eenplan.project import database
from eenplan.project.postgres import programs


def backup(arguments: list[str]) -> int:
    """Write the database to a new file that only its owner can read."""
    file = _file("backup", arguments)
    if file.exists():
        print(f"{file} bestaat al: kies een andere naam.", file=sys.stderr)
        return 1
    # What happened since the last seal goes along sealed; a log that is too busy now is sealed within a minute anyway.
    subprocess.run([sys.executable, "-m", "eenplan.project.cli", "audit", "zegel"], check=False, capture_output=True)
    # Made before pg_dump writes to it: a file with personal data must at no moment be open to others.
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return _tool("pg_dump", "--format=custom", f"--file={file}")


def restore(arguments: list[str]) -> int:
    """Replace what is in the database by what is in the file, or change nothing at all."""
    file = _file("restore", arguments)
    options = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
    return _tool("pg_restore", *options, f"--dbname={database.connection_settings()['NAME']}", str(file))


def _file(task: str, arguments: list[str]) -> Path:
    parser = argparse.ArgumentParser(prog=f"eenplan {task}", description="Eén bestand met de hele database.")
    parser.add_argument("bestand", type=Path, help="het bestand met de kopie")
    return Path(parser.parse_args(arguments).bestand)


def _tool(name: str, *arguments: str) -> int:
    database.start()
    database.ensure_exists()
    settings = database.connection_settings()
    # By environment, not by argument: arguments are visible to everyone on the machine.
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    own = {variable: str(settings[key]) for key, variable in names.items() if settings.get(key)}
    own |= {f"PG{key.upper()}": str(value) for key, value in settings["OPTIONS"].items() if key.startswith("ssl")}
    return subprocess.run([programs() / name, *arguments], env={**os.environ, **own}, check=False).returncode
