"""The keys with which a municipality keeps secrets in its database: read from text, the newest first.

Only text here; what the keys do stands in versleuteling.py, so that reading the settings costs nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from dataclasses import dataclass
from functools import cache
from typing import Final

LENGTE: Final = 32  # bytes of each of the two keys on a line
_NAAM = re.compile(r"[a-z0-9-]{1,12}")


class OngeldigeSleutels(ValueError):  # noqa: N818 - the Dutch noun says it
    """The keys cannot be used; the sentence names the line, never what stands in it."""


@dataclass(frozen=True)
class Sleutel:
    """Two keys that share a name: one to encrypt with, one to search with."""

    naam: str
    versleutelen: bytes
    zoeken: bytes

    def __repr__(self) -> str:
        return f"Sleutel({self.naam})"


@cache
def lees(tekst: str) -> tuple[Sleutel, ...]:
    """Read lines of `name:base64`, the newest first. Raises OngeldigeSleutels."""
    regels = [regel.strip() for regel in tekst.replace(",", "\n").splitlines()]
    ring = tuple(_lees_regel(nummer, regel) for nummer, regel in enumerate(filter(None, regels), 1))
    if not ring:
        raise OngeldigeSleutels("Er staat geen sleutel in EENPLAN_BSN_KEYS. Maak er een met: eenplan bsn sleutel")
    if len({sleutel.naam for sleutel in ring}) < len(ring):
        raise OngeldigeSleutels(
            "Twee sleutels in EENPLAN_BSN_KEYS hebben dezelfde naam. Geef elke sleutel een eigen naam."
        )
    return ring


def _lees_regel(nummer: int, regel: str) -> Sleutel:
    naam, _, waarde = regel.partition(":")
    try:
        bytes_ = base64.b64decode(waarde, validate=True)
    except binascii.Error:
        bytes_ = b""
    if not _NAAM.fullmatch(naam) or len(bytes_) != 2 * LENGTE:
        raise OngeldigeSleutels(
            f"Regel {nummer} van EENPLAN_BSN_KEYS is geen sleutel. Zo'n regel maakt u met: eenplan bsn sleutel"
        )
    return Sleutel(naam, bytes_[:LENGTE], bytes_[LENGTE:])


def nieuwe_regel(naam: str) -> str:
    """Give the line of a new key, from the system's own source of chance. Raises OngeldigeSleutels for such a name."""
    if not _NAAM.fullmatch(naam):
        raise OngeldigeSleutels(
            "De naam van een sleutel heeft hooguit 12 tekens: kleine letters, cijfers en streepjes."
        )
    return f"{naam}:{base64.b64encode(secrets.token_bytes(2 * LENGTE)).decode('ascii')}"
