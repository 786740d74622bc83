"""Codes of apps and codes on paper, against the examples of RFC 6238."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from eenplan.aanmelden import codes
from eenplan.aanmelden.toestel import toestel

RFC = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconde", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_those_of_the_standard(seconde: int, code: str) -> None:
    assert codes.code(RFC, seconde // 30) == code
    assert codes.stap_van(RFC, code, at=datetime.fromtimestamp(seconde, UTC), na=0) == seconde // 30


@pytest.mark.parametrize(("naast", "goed"), [(-61, False), (-30, True), (0, True), (30, True), (61, False)])
def test_a_clock_may_be_half_a_minute_off_and_no_more(naast: int, goed: bool) -> None:
    at = datetime.fromtimestamp(1_800_000_000, UTC)
    code = codes.code(RFC, (1_800_000_000 + naast) // 30)
    assert (codes.stap_van(RFC, code, at=at, na=0) is not None) is goed


def test_a_code_that_was_used_is_used_up() -> None:
    at = datetime.fromtimestamp(1_800_000_000, UTC)
    stap = 1_800_000_000 // 30
    assert codes.stap_van(RFC, codes.code(RFC, stap), at=at, na=stap) is None


def test_the_address_behind_the_square_code_says_who_and_where() -> None:
    adres = codes.adres_voor_app("ABC", naam="amina", van="Eenplan Zonnedaal")
    assert adres == "otpauth://totp/Eenplan%20Zonnedaal:amina?secret=ABC&issuer=Eenplan%20Zonnedaal"


def test_codes_on_paper_differ_and_read_the_same_however_they_are_typed() -> None:
    nieuw = codes.nieuwe_herstelcodes()
    assert len(set(nieuw)) == codes.AANTAL
    assert codes.afdruk(nieuw[0]) == codes.afdruk(nieuw[0].upper().replace("-", " "))
    assert nieuw[0].replace("-", "") not in codes.afdruk(nieuw[0])


@pytest.mark.parametrize(
    ("user_agent", "zin"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36", "Chrome op Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0", "Edge op Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari op iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/139.0 Mobile Safari/537.36", "Chrome op Android"),
        ("curl/8.5", "onbekend apparaat"),
        ("<script>alert(1)</script>", "onbekend apparaat"),
        ("", "onbekend apparaat"),
    ],
)
def test_a_device_is_named_in_plain_words_and_never_repeated(user_agent: str, zin: str) -> None:
    assert toestel(user_agent) == zin
