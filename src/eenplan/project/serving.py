"""Serve the program: for real, or as the demo.

This process only watches: the tables and the demo are prepared by processes of their own, so that the web server's
workers begin clean, without anybody else's connections.
"""

import argparse
import os
import socket
import subprocess
import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from eenplan.project import database
from eenplan.project.environment import names, required, text

# Python runs one thread at a time; a few more let a page be sent while another waits for the database.
THREADS = 4
# Granian counts connections, not requests: a browser keeps up to six open between two clicks, and whoever comes after
# the last one waits for somebody to leave. So: enough for the workers of a large municipality.
CONNECTIONS = 512
SEAL_EVERY_SECONDS = 60


def serve(arguments: list[str]) -> int:
    """Serve for real: stop with a sentence when a setting is missing or the tables are behind."""
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "EENPLAN_INRICHTING", "EENPLAN_BSN_KEYS", "EENPLAN_AUDIT_KEY"):
        required(name)
    parser = _parser("serve", "Start het programma voor echt gebruik.")
    parser.add_argument("--socket", type=Path, help="luister op dit socketbestand in plaats van op een poort")
    options = parser.parse_args(arguments)
    if not options.socket and not _is_free(options.adres, options.poort):
        return _taken(options.poort)
    database.start()
    if _eenplan("migrate", "--check", "--verbosity=0"):
        print("De tabellen zijn niet bij: voer eerst uit: eenplan migrate", file=sys.stderr)
        return 1
    return _eenplan("collectstatic", "--no-input", "--verbosity=0") or _listen(options)


def demo(arguments: list[str]) -> int:
    """Serve the demo, after building its municipality when there is none yet."""
    parser = _parser("demo", "Start een verzonnen gemeente om uit te proberen.")
    parser.add_argument("--inwoners", default=text("RESIDENTS", "5000"), help="hoeveel inwoners (5000)")
    parser.add_argument("--opnieuw", action="store_true", help="gooi de verzonnen gemeente weg en maak een nieuwe")
    options = parser.parse_args(arguments)
    if not _is_free(options.adres, options.poort):
        return _taken(options.poort)
    database.start()
    again = ["--opnieuw"] if options.opnieuw else []
    return _eenplan("demo-data", "--inwoners", options.inwoners, *again) or _listen(options)


def _parser(task: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"eenplan {task}", description=description)
    parser.add_argument("--poort", type=int, default=int(text("PORT", "8000")), help="het poortnummer (8000)")
    parser.add_argument("--adres", default=text("ADDRESS", "127.0.0.1"), help="waar te luisteren (127.0.0.1)")
    parser.add_argument("--processen", type=int, default=int(text("WORKERS", "2")), help="aantal processen (2)")
    return parser


def _eenplan(*arguments: str) -> int:
    """Run another task of ours to its end."""
    return subprocess.run([sys.executable, "-m", "eenplan.project.cli", *arguments], check=False).returncode


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


def _listen(options: argparse.Namespace) -> int:
    """Serve in the foreground until Ctrl-C or a stop by the system."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.project.settings")
    server = Granian(
        "eenplan.project.wsgi:application",
        address=options.adres,
        port=options.poort,
        **_socket(getattr(options, "socket", None)),
        interface=Interfaces.WSGI,
        workers=options.processen,
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    if not getattr(options, "socket", None):
        Thread(target=_announce, args=(options.adres, options.poort), daemon=True).start()
    sealer = _sealer()
    try:
        server.serve()
    finally:
        sealer.terminate()
        sealer.wait()
    return 0


def _sealer() -> subprocess.Popen[bytes]:
    """Start the process that seals the log every minute; it ends by itself when this one is gone."""
    every = ("audit", "zegel", "--elke", str(SEAL_EVERY_SECONDS))
    return subprocess.Popen([sys.executable, "-m", "eenplan.project.cli", *every])


def _socket(path: Path | None) -> dict[str, Any]:
    """Return what lets the web server listen on a file that only this system user may open."""
    if path is None:
        return {}
    path.unlink(missing_ok=True)
    return {"uds": path, "uds_permissions": 0o600}


def _announce(address: str, port: int) -> None:
    """Print where to look, as soon as there is something to see."""
    pause = Event()
    host = (names("ALLOWED_HOSTS") or ["localhost"])[0].lstrip(".")
    while not pause.wait(0.1):
        connection = HTTPConnection(address, port, timeout=5)
        try:
            connection.request("HEAD", "/health", headers={"Host": host})
            connection.getresponse()
        except (OSError, HTTPException):
            continue
        finally:
            connection.close()
        print(f"Eenplan draait op http://localhost:{port} (stoppen: Ctrl-C)", flush=True)
        return
