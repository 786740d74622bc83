"""The environment variables, read in one way: as themselves, or from the file named by <NAME>_FILE."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from eenplan.core.sleutelring import nieuwe_regel

CHECKOUT = Path(__file__).resolve().parents[3]


class InstellingOntbreekt(Exception):  # noqa: N818 - a sentence for whoever starts the program
    """The program cannot start: the sentence says which setting is missing."""


def text(name: str, default: str = "") -> str:
    """Return the value of a variable, or the content of the file that <NAME>_FILE points at."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def required(name: str) -> str:
    """Return the value, or stop with a sentence: outside the demo nothing secret has a default."""
    value = text(name)
    if not value:
        raise InstellingOntbreekt(
            f"De instelling {name} (of {name}_FILE) ontbreekt. Alleen de demo start zonder: eenplan demo."
        )
    return value


def flag(name: str) -> bool:
    """Return whether a variable is switched on."""
    return text(name).lower() in {"1", "true", "yes", "ja"}


def names(name: str) -> list[str]:
    """Return a comma-separated variable as a list."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def var_folder() -> Path:
    """Return the one folder with everything that changes (EENPLAN_VAR), made when it is not there yet."""
    base = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    folder = Path(os.environ.get("EENPLAN_VAR") or base / "var").resolve()
    if not folder.exists():
        folder.mkdir(parents=True)
        # Open to pass through, whatever the umask: the database may run as another system user.
        folder.chmod(0o755)
    return folder


def own_secret() -> str:
    """Return the secret of a demo: made once and kept, so that a restart signs nobody out."""
    return _own("demo-geheim", secrets.token_urlsafe(50))


def own_keys() -> str:
    """Return the keys of a demo for what is encrypted in its database: made once and kept beside that database."""
    return _own("demo-sleutels", nieuwe_regel("demo"))


def own_audit_key() -> str:
    """Return the key of a demo's seals: made once and kept outside the database, where the seals are."""
    return _own("demo-zegelsleutel", secrets.token_urlsafe(50))


def _own(name: str, fresh: str) -> str:
    """Return what a file holds that only its owner can read; the first to come writes it, whole or not at all."""
    file = var_folder() / name
    if not file.exists():
        draft = file.with_name(f"{name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
            opened.write(fresh)
        with suppress(FileExistsError):
            os.link(draft, file)
        draft.unlink()
    return file.read_text(encoding="ascii")
