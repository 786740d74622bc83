"""Secrets at rest: AES-256-GCM, bound to the row they belong to, and a keyed digest to search by.

A value names its key, so that old and new keys live beside each other while they are being changed.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from functools import cache
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from eenplan.core.sleutelring import Sleutel, lees

NONCE: Final = 12  # bytes, the size that GCM is made for; random, and the number of rows is far below its limit


class Onleesbaar(Exception):  # noqa: N818 - a sentence for whoever looks after the keys
    """A secret cannot be read; the sentence says why and never what it would have been."""


def ring() -> tuple[Sleutel, ...]:
    """Give the keys of this installation, the newest first."""
    return lees(settings.EENPLAN_BSN_KEYS)


def nieuwste() -> Sleutel:
    """Give the key that everything new is kept under."""
    return ring()[0]


def versleutel(waarde: str, *, plaats: str) -> str:
    """Give the value unreadable, and readable again at this place (row) only."""
    sleutel = nieuwste()
    nonce = secrets.token_bytes(NONCE)
    geheim = _kluis(sleutel.versleutelen).encrypt(nonce, waarde.encode(), _bij(sleutel, plaats))
    return f"{sleutel.naam}:{base64.urlsafe_b64encode(nonce + geheim).decode('ascii')}"


def ontsleutel(bewaard: str, *, plaats: str) -> str:
    """Give the value that was kept at this place. Raises Onleesbaar."""
    naam, _, waarde = bewaard.partition(":")
    sleutel = next((sleutel for sleutel in ring() if sleutel.naam == naam), None)
    if sleutel is None:
        raise Onleesbaar(
            "Een versleuteld gegeven is gemaakt met een sleutel die niet in EENPLAN_BSN_KEYS staat. "
            "Zet die sleutel terug, achter de nieuwste."
        )
    try:
        rauw = base64.urlsafe_b64decode(waarde)
        return _kluis(sleutel.versleutelen).decrypt(rauw[:NONCE], rauw[NONCE:], _bij(sleutel, plaats)).decode()
    except (InvalidTag, ValueError, binascii.Error):
        raise Onleesbaar(
            "Een versleuteld gegeven past niet bij zijn rij of bij zijn sleutel: het is verplaatst of veranderd, of "
            "onder deze naam staat een andere sleutel in EENPLAN_BSN_KEYS."
        ) from None


def afdruk(waarde: str, sleutel: Sleutel) -> str:
    """Give the digest by which an equal value is found again under one key; it does not lead back to the value."""
    return base64.urlsafe_b64encode(hmac.digest(sleutel.zoeken, waarde.encode(), "sha256")).decode("ascii")


def is_van(bewaard: str, sleutel: Sleutel) -> bool:
    """Tell whether a kept value was encrypted with this key."""
    return bewaard.startswith(f"{sleutel.naam}:")


def _bij(sleutel: Sleutel, plaats: str) -> bytes:
    """Bind to the name of the key as well: nobody can pass one key's work off as another's."""
    return f"{sleutel.naam}|{plaats}".encode()


@cache
def _kluis(sleutel: bytes) -> AESGCM:
    return AESGCM(sleutel)
