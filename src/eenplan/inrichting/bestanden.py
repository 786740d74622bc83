"""Where the configuration lies: one file, or a folder with a complete file for each day on which something changes.

Knows no Django, for the settings ask here first.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eenplan.core import klok

_NAAM = re.compile(r"vanaf-(\d{4}-\d{2}-\d{2})\.toml")
ALTIJD = date(1, 1, 1)


class OngeldigeInrichting(ValueError):  # noqa: N818 - the Dutch noun says it
    """The configuration cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Bestand:
    """One complete file and the day from which it is in force. A file outside a folder always is."""

    vanaf: date
    pad: Path


def bestandsnaam(vanaf: date) -> str:
    """Give the name that a version carries in the folder."""
    return f"vanaf-{vanaf.isoformat()}.toml"


def bestanden(pad: Path) -> list[Bestand]:
    """Give every file of the installation, oldest first. Raises OngeldigeInrichting for a name that says no day."""
    if not pad.is_dir():
        return [Bestand(ALTIJD, pad)]
    gevonden = sorted((_bestand(rij) for rij in pad.glob("*.toml")), key=lambda rij: rij.vanaf)
    if not gevonden:
        raise OngeldigeInrichting(f"{pad}: in deze map staat geen bestand vanaf-JJJJ-MM-DD.toml.")
    return gevonden


def _bestand(pad: Path) -> Bestand:
    gelezen = _NAAM.fullmatch(pad.name)
    try:
        return Bestand(date.fromisoformat(gelezen[1] if gelezen else ""), pad)
    except ValueError as fout:
        zin = f"{pad.name}: een bestand in deze map heet vanaf-JJJJ-MM-DD.toml, met een dag die bestaat."
        raise OngeldigeInrichting(zin) from fout


def van_kracht(rijen: list[Bestand], dag: date) -> Bestand:
    """Give the file that holds on a day; before the first day the oldest one does."""
    return next((rij for rij in reversed(rijen) if rij.vanaf <= dag), rijen[0])


def ruw(pad: Path) -> dict[str, Any]:  # Any: a file holds values of every type
    """Give the unchecked content of the file in force on the day of this machine. Raises OngeldigeInrichting."""
    rij = van_kracht(bestanden(pad), klok.echte_vandaag())
    try:
        return tomllib.loads(rij.pad.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise OngeldigeInrichting(f"{rij.pad.name}: dit bestand is niet te lezen ({fout}).") from fout


def vingerafdruk(pad: Path) -> tuple[int, int, int]:
    """Give what changes when a file is put into the folder, or the one file is replaced: one question to the disk."""
    stand = os.stat(pad)  # noqa: PTH116 - asked at every look at the configuration
    return stand.st_mtime_ns, stand.st_size, stand.st_ino


def schrijf(map_: Path, vanaf: date, tekst: str) -> Path:
    """Put a version into the folder in one step: a process that looks meanwhile sees all of it or nothing."""
    doel = map_ / bestandsnaam(vanaf)
    greep, tijdelijk = tempfile.mkstemp(dir=map_, prefix=".nieuw-")
    try:
        with os.fdopen(greep, "w", encoding="utf-8") as uit:
            uit.write(tekst)
            uit.flush()
            os.fsync(uit.fileno())
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(doel)
    except OSError:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
    return doel


def zaai(voorbeeld: Path, map_: Path) -> Path:
    """Make a folder that begins with the example, and renew that first file when the example changed."""
    eerste = date(2015, 1, 1)
    tekst = voorbeeld.read_text(encoding="utf-8")
    map_.mkdir(parents=True, exist_ok=True)
    doel = map_ / bestandsnaam(eerste)
    if not doel.exists() or doel.read_text(encoding="utf-8") != tekst:
        schrijf(map_, eerste, tekst)
    return map_
