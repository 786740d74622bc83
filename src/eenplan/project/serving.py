"""Serve the program: for real, or as the demo that builds its own municipality first."""

import argparse
import os
import socket
import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from eenplan.project import database
from eenplan.project.environment import text

SEED = 20260101


def serve(arguments: list[str]) -> int:
    """Serve for real: stop with a sentence when a setting is missing or the tables are behind."""
    options = _parser("serve", "Start het programma voor echt gebruik.").parse_args(arguments)
    if not _is_free(options.adres, options.poort):
        return _taken(options.poort)
    import django

    database.start()
    database.ensure_exists()
    django.setup()
    from eenplan.project.views import pending_migrations

    if pending_migrations():
        print("De tabellen zijn niet bij: voer eerst uit: eenplan migrate", file=sys.stderr)
        return 1
    return _listen(options.adres, options.poort, options.processen)


def demo(arguments: list[str]) -> int:
    """Serve the demo, after building its municipality when there is none yet."""
    parser = _parser("demo", "Start een verzonnen gemeente om uit te proberen.")
    parser.add_argument("--inwoners", type=int, default=int(text("RESIDENTS", "5000")), help="hoeveel inwoners")
    parser.add_argument("--opnieuw", action="store_true", help="gooi de verzonnen gemeente weg en maak een nieuwe")
    options = parser.parse_args(arguments)
    if not _is_free(options.adres, options.poort):
        return _taken(options.poort)
    import django

    database.start()
    django.setup()
    from eenplan.project import demo_data

    demo_data.prepare(inwoners=options.inwoners, seed=SEED, opnieuw=options.opnieuw)
    print(f"Eenplan draait op http://localhost:{options.poort} — stoppen met Ctrl-C.", flush=True)
    return _listen(options.adres, options.poort, options.processen)


def _parser(task: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"eenplan {task}", description=description)
    parser.add_argument("--poort", type=int, default=int(text("PORT", "8000")), help="het poortnummer (8000)")
    parser.add_argument("--adres", default=text("ADDRESS", "127.0.0.1"), help="waar te luisteren (127.0.0.1)")
    parser.add_argument("--processen", type=int, default=int(text("WORKERS", "2")), help="aantal processen (2)")
    return parser


def _is_free(address: str, port: int) -> bool:
    """Return whether nobody listens there; asked first, because the web server itself would share the port."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((address, port))
        except OSError:
            return False
    return True


def _taken(port: int) -> int:
    print(f"Poort {port} is bezet: stop wat daar draait, of kies een andere poort met PORT.", file=sys.stderr)
    return 1


def _listen(address: str, port: int, workers: int) -> int:
    """Serve in the foreground until Ctrl-C or a stop by the system."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.project.settings")
    server = Granian(
        "eenplan.project.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    server.serve()
    return 0
