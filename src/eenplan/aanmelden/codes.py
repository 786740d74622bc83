"""Codes that change every half minute (TOTP, RFC 6238) and codes on paper. Arithmetic only; nothing is kept here."""

from __future__ import annotations

import base64
import hmac
import secrets
from datetime import datetime
from typing import Final
from urllib.parse import quote

from django.utils.crypto import salted_hmac

STAP: Final = 30  # seconds
CIJFERS: Final = 6
SPELING: Final = 1  # a clock may be this many steps off, either way
AANTAL: Final = 10
# Without letters and digits that look alike on paper.
_ALFABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTE: Final = 16  # times five bits: nobody guesses one


def nieuw_geheim() -> str:
    """Give the secret that an app and we share, in the letters that apps read."""
    return base64.b32encode(secrets.token_bytes(20)).decode("ascii")


def adres_voor_app(geheim: str, *, naam: str, van: str) -> str:
    """Give the address behind the square code that an app scans."""
    return f"otpauth://totp/{quote(van)}:{quote(naam)}?secret={geheim}&issuer={quote(van)}"


def code(geheim: str, stap: int) -> str:
    """Give the code of one half minute."""
    som = hmac.digest(base64.b32decode(geheim), stap.to_bytes(8, "big"), "sha1")  # the RFC's own; apps know no other
    begin = som[-1] & 0x0F
    getal = int.from_bytes(som[begin : begin + 4], "big") & 0x7FFFFFFF
    return f"{getal % 10**CIJFERS:0{CIJFERS}d}"


def stap_van(geheim: str, ingevuld: str, *, at: datetime, na: int) -> int | None:
    """Give the half minute to which a code belongs, when it lies near now and after the last one used; else none."""
    nu = int(at.timestamp()) // STAP
    gevonden = None
    for stap in range(nu - SPELING, nu + SPELING + 1):
        # Every step is compared, so that the time taken does not tell which one fitted.
        if hmac.compare_digest(code(geheim, stap), ingevuld) and stap > na:
            gevonden = stap
    return gevonden


def nieuwe_herstelcodes() -> list[str]:
    """Give codes for on paper, in groups of four."""
    tekens = ["".join(secrets.choice(_ALFABET) for _ in range(_LENGTE)) for _ in range(AANTAL)]
    return ["-".join(code[begin : begin + 4] for begin in range(0, _LENGTE, 4)) for code in tekens]


def afdruk(herstelcode: str) -> str:
    """Give the digest under which a code on paper is kept; how it was typed does not matter."""
    kaal = "".join(teken for teken in herstelcode.lower() if teken.isalnum())
    return salted_hmac("eenplan.herstelcode", kaal, algorithm="sha256").hexdigest()
