"""The command `eenplan`: every task of an administrator or an evaluator, in plain words.

It starts the database when a task needs one, and hands what it does not know to Django.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

Task = Callable[[list[str]], int]

# What the help shows; the last group is Django's own.
COMMANDS = {
    "demo": "start een verzonnen gemeente om uit te proberen, op http://localhost:8000",
    "termijn": "reken een wettelijke termijn uit en laat de stappen zien",
    "demo-data": "maak de verzonnen gemeente, zonder haar te starten",
    "termijnen": "reken alle lopende termijnen na en meld alleen wat veranderde (voor elke nacht)",
    "bewaren": "zet op de lijst wat vernietigd mag worden (voor elke nacht), of ruim op na een teruggezette kopie",
    "coordinatie": "plan vergeten nazorg en vraag om evaluatie van hulp die afloopt (voor elke nacht)",
    "dubbelen": "zoek inwoners die misschien dubbel staan (voor elke nacht)",
    "serve": "start het programma voor echt gebruik (vraagt om SECRET_KEY en ALLOWED_HOSTS)",
    "gemeenten": "bedien meer gemeenten in één installatie, elk met eigen instellingen, database en sleutels",
    "migrate": "werk de tabellen van de database bij",
    "audit": "verzegel het logboek (zegel), controleer het (verify), bewaar een anker, haal het eruit (export)",
    "backup": "zet een kopie van de database in een bestand",
    "restore": "zet een kopie terug in de database",
    "bsn": "maak een sleutel voor burgerservicenummers (sleutel), wissel hem (wissel), tel ze na (controle)",
    "check": "controleer de instellingen",
    "inrichting": "controleer de werkwijze van de gemeente (check <bestand of map>), of druk het schema af (schema)",
    "shell": "open een Python-venster met het programma erin",
    "makemigrations": "schrijf op wat er in de tabellen moet veranderen (voor ontwikkelaars)",
}
WITHOUT_DATABASE = {"check", "collectstatic", "diffsettings", "findstatic", "help", "inrichting", "version"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one task and return its exit code; a refusal is one sentence, never a stack of code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(help_text())
        return 0
    if arguments[0] == "termijn":
        # Pure arithmetic: it must answer at once, so nothing else is loaded.
        from eenplan.wetgeving import opdracht

        return opdracht.main(arguments[1:])
    if arguments[:2] == ["bsn", "sleutel"]:
        return _nieuwe_sleutel(arguments[2:])
    return _run(arguments[0], arguments[1:])


def help_text() -> str:
    """Return the list of tasks."""
    lines = [f"  eenplan {name:<15}{sentence}" for name, sentence in COMMANDS.items()]
    return "\n".join(["Eenplan: één gezin, één plan, één regisseur.", "", *lines, "", _MORE])


def _nieuwe_sleutel(arguments: list[str]) -> int:
    """Print the line of a new key; asked before anything is set up, so it needs no setting and no database."""
    from eenplan.core.sleutelring import OngeldigeSleutels, nieuwe_regel

    parser = argparse.ArgumentParser(prog="eenplan bsn sleutel", description="Maak een regel voor EENPLAN_BSN_KEYS.")
    parser.add_argument("naam", help="een korte naam die nog geen sleutel heeft, zoals 2026-11")
    try:
        print(nieuwe_regel(parser.parse_args(arguments).naam))
    except OngeldigeSleutels as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


_MORE = "Meer over één opdracht: eenplan <opdracht> --help"


def _run(name: str, arguments: list[str]) -> int:
    from eenplan.core.sleutelring import OngeldigeSleutels
    from eenplan.project.environment import InstellingOntbreekt
    from eenplan.project.postgres import StartMislukt

    # A stop by the system ends like Ctrl-C, so that our own PostgreSQL is left properly.
    signal.signal(signal.SIGTERM, _end)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.project.settings")
    _assume_demo(name)
    try:
        return _tasks().get(name, _django(name))(arguments)
    except (InstellingOntbreekt, OngeldigeSleutels, StartMislukt) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _end(signum: int, frame: object) -> NoReturn:
    raise SystemExit(128 + signum)


def _assume_demo(name: str) -> None:
    """Treat a checkout where nothing was configured as the demo; serving for real never falls back to it."""
    configured = {"DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "EENPLAN_DEMO", "DEBUG"} & os.environ.keys()
    if name.startswith("demo") or (name not in {"serve", "gemeenten"} and not configured):
        os.environ["EENPLAN_DEMO"] = "1"


def _tasks() -> dict[str, Task]:
    from eenplan.project import backup, demo_data, municipalities, serving

    return {
        "demo": serving.demo,
        "demo-data": demo_data.build,
        "serve": serving.serve,
        "gemeenten": municipalities.run,
        "backup": backup.backup,
        "restore": backup.restore,
    }


def _django(name: str) -> Task:
    def run(arguments: list[str]) -> int:
        from django.core.management import execute_from_command_line

        from eenplan.project import database

        if name not in WITHOUT_DATABASE:
            database.start()
            database.ensure_exists()
        execute_from_command_line(["eenplan", name, *arguments])
        return 0

    return run


if __name__ == "__main__":
    sys.exit(main())
