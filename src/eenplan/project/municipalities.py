"""Several municipalities in one installation: each its own process, settings, database, keys and folder.

Nothing is shared but the program. What two municipalities would share by mistake stops the start with a sentence.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from eenplan.project.environment import InstellingOntbreekt, text
from eenplan.project.frontdoor import TABLE

# Of our own environment a municipality gets only what any program needs: never a setting meant for another.
_PLAIN = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "VIRTUAL_ENV", "TMPDIR")
REQUIRED = ("SECRET_KEY", "EENPLAN_INRICHTING", "EENPLAN_VAR", "EENPLAN_BSN_KEYS")
APART = ("SECRET_KEY", "EENPLAN_VAR", "EENPLAN_BSN_KEYS", "EENPLAN_AUDIT_KEY", "DATABASE_URL", "EENPLAN_INRICHTING")


class OngeldigeGemeenten(InstellingOntbreekt):
    """The file with municipalities cannot be used; the sentence says why."""


@dataclass(frozen=True)
class Municipality:
    """One municipality: its name, its host names, and every setting of its process."""

    name: str
    hosts: tuple[str, ...]
    settings: dict[str, str]

    @property
    def socket(self) -> Path:
        return Path(self.settings["EENPLAN_VAR"]).resolve() / "eenplan.sock"

    @property
    def environment(self) -> dict[str, str]:
        """Return the whole environment of its process."""
        plain = {name: os.environ[name] for name in _PLAIN if name in os.environ}
        return plain | {"ALLOWED_HOSTS": ",".join(self.hosts)} | self.settings

    def value(self, name: str) -> str:
        """Return a setting, read from its file where it stands in one; empty when it was not set."""
        if file := self.settings.get(f"{name}_FILE"):
            return Path(file).read_text(encoding="utf-8").strip()
        return self.settings.get(name, "")


def read(file: Path) -> list[Municipality]:
    """Read the file. Raises OngeldigeGemeenten when something is missing or two municipalities share it."""
    with file.open("rb") as content:
        rows = tomllib.load(content).get("gemeente", [])
    found = [
        Municipality(
            row["naam"],
            tuple(host.lower() for host in row["hosts"]),
            {name: str(value) for name, value in row["instellingen"].items()},
        )
        for row in rows
    ]
    if faults := list(_faults(found)):
        raise OngeldigeGemeenten("\n".join(faults))
    return found


def _faults(found: list[Municipality]) -> Iterator[str]:
    if not found:
        yield "Er staat geen enkele [[gemeente]] in het bestand."
    for one in found:
        yield from (f"{one.name}: de instelling {name} ontbreekt." for name in REQUIRED if not one.value(name))
    hosts = [host for one in found for host in one.hosts]
    yield from (
        f"Het webadres {host} staat er twee keer in." for host in sorted({h for h in hosts if hosts.count(h) > 1})
    )
    for name in APART:
        owners: dict[str, str] = {}
        for one in found:
            if (value := one.value(name)) and (other := owners.setdefault(value, one.name)) != one.name:
                yield f"{other} en {one.name} delen {name}: elke gemeente heeft een eigen waarde."


def run(arguments: list[str]) -> int:
    """Start every municipality and the front door, and stop them all together."""
    parser = argparse.ArgumentParser(prog="eenplan gemeenten", description="Bedien meer gemeenten, gescheiden.")
    parser.add_argument("bestand", type=Path, help="het bestand met [[gemeente]]: naam, hosts en instellingen")
    parser.add_argument("--poort", type=int, default=int(text("PORT", "8000")), help="het poortnummer (8000)")
    parser.add_argument("--adres", default=text("ADDRESS", "127.0.0.1"), help="waar te luisteren (127.0.0.1)")
    options = parser.parse_args(arguments)
    found = read(options.bestand)
    processes = [_start(one) for one in found]
    os.environ[TABLE] = json.dumps({host: str(one.socket) for one in found for host in one.hosts})
    try:
        _listen(options)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=30)
    return 0


def _start(one: Municipality) -> subprocess.Popen[bytes]:
    folder = Path(one.settings["EENPLAN_VAR"])
    folder.mkdir(parents=True, exist_ok=True)
    # For the system user of this installation only, whatever the umask; one that was there already stays as it was.
    file = os.open(folder / "eenplan.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(file, "ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "eenplan.project.cli", "serve", "--socket", str(one.socket)],
            env=one.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _listen(options: argparse.Namespace) -> None:
    Granian(
        "eenplan.project.frontdoor:application",
        address=options.adres,
        port=options.poort,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=16,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()
