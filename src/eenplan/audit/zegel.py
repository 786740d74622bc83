"""What a seal is made of: prints of events and a hash over them, both with a key that is not in the database.

No database here and no clock: the same events always give the same seal. ADR 0007 tells why it is made so.
"""

from __future__ import annotations

import hmac
import json
import secrets
import struct
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final

from django.conf import settings

# Every column of an event but its number, in alphabetical order; the number stands beside the print (see `drukken`).
KOLOMMEN: Final = (
    "actor_id",
    "actor_naam",
    "detail_zegel",
    "doel",
    "dossier_id",
    "is_inzage",
    "moment",
    "onderwerp_id",
    "onderwerp_soort",
    "sleutel",
    "vastgelegd_op",
    "verwerking",
)
_MOMENT, _VASTGELEGD = KOLOMMEN.index("moment"), KOLOMMEN.index("vastgelegd_op")
AFDRUK: Final = struct.Struct(">q16s")  # the number of an event and the first half of its HMAC
_naar_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@cache
def _afgeleid(geheim: str, doel: str) -> bytes:
    """Give a key for one purpose only, so that a seal of one kind is never taken for another."""
    return hmac.digest(geheim.encode(), f"eenplan:audit:{doel}".encode(), "sha256")


def _sleutel(doel: str) -> bytes:
    return _afgeleid(settings.EENPLAN_AUDIT_KEY, doel)


def sleutelkenmerk() -> str:
    """Name the key without giving it away, so that a wrong key is told from a changed log."""
    return _sleutel("kenmerk").hex()[:16]


def canoniek(waarden: Sequence[Any]) -> bytes:  # Any: the values of the columns
    """Write the columns of an event in exactly one way: JSON of the values in the order of KOLOMMEN, moments in UTC."""
    rij = list(waarden)
    rij[_MOMENT], rij[_VASTGELEGD] = _utc(rij[_MOMENT]), _utc(rij[_VASTGELEGD])
    return _naar_json(rij).encode()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def afdruk(waarden: Sequence[Any]) -> bytes:  # Any: see canoniek
    """Give the print of one event."""
    return hmac.digest(_sleutel("gebeurtenis"), canoniek(waarden), "sha256")[:16]


def drukken(afdrukken: Iterable[tuple[int, bytes]]) -> bytes:
    """Put numbers and prints in one row of bytes, as a seal keeps them."""
    return b"".join(AFDRUK.pack(nummer, druk) for nummer, druk in afdrukken)


def gedrukt(afdrukken: bytes) -> Iterator[tuple[int, bytes]]:
    """Read them back; bytes that are no whole prints give none at all."""
    return AFDRUK.iter_unpack(afdrukken) if len(afdrukken) % AFDRUK.size == 0 else iter(())


def hash_van_blok(
    *,
    nummer: int,
    dag: date,
    gesloten_op: datetime,
    eerste_id: int,
    laatste_id: int,
    aantal: int,
    afdrukken: bytes,
    vorige: str,
) -> str:
    """Give the hash of a block: its own facts, the prints of its events and the hash of the block before."""
    kop = [nummer, dag.isoformat(), _utc(gesloten_op), eerste_id, laatste_id, aantal, vorige]
    inhoud = _naar_json(kop).encode()
    # The length in front, so that no byte of the head can pass for a byte of a print.
    bericht = struct.pack(">q", len(inhoud)) + inhoud + afdrukken
    return hmac.digest(_sleutel("blok"), bericht, "sha256").hex()


def nieuw_zout() -> str:
    """Give what makes the seal of a detail unlike any other, also of the same words."""
    return secrets.token_hex(16)


def detail_zegel(zout: str, toelichting: str) -> str:
    """Seal the words of an event, which are not in the chain themselves."""
    return hmac.digest(_sleutel("detail"), f"{len(zout)}:{zout}{toelichting}".encode(), "sha256").hex()
