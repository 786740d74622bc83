"""Citizen numbers and telephone numbers that belong to nobody.

Numbers 999900006 to 999999990 that pass the elfproef are the public test cases of the population register (BRP).
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Final

from eenplan.wetgeving.bsn import GEWICHTEN

EERSTE: Final = 999900006
LAATSTE: Final = 999999990
# There are 9,091 of them and no more: in a larger town only the people who ask for help get one, while they last.
AANTAL: Final = 9_091


@cache
def alle_testnummers() -> tuple[str, ...]:
    """Give every test number once, in a fixed order in which neighbours do not follow each other."""
    geldig = [nummer for nummer in map(_met_controlecijfer, range(EERSTE // 10, LAATSTE // 10 + 1)) if nummer]
    # 4,001 is prime and no divisor of 9,091, so the steps visit every number before the first returns.
    return tuple(geldig[plaats * 4_001 % len(geldig)] for plaats in range(len(geldig)))


def _met_controlecijfer(acht: int) -> str:
    """Complete eight digits to a number that passes the elfproef, or give nothing when no digit does."""
    rest = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, str(acht), strict=False)) % 11
    return f"{acht}{rest}" if rest < 10 else ""


def mobiel(rng: Random) -> str:
    """Give a mobile number in 06 9, which the national numbering plan gives to nobody."""
    return f"06 9{rng.randrange(10)} {rng.randrange(100):02} {rng.randrange(100):02} {rng.randrange(100):02}"


def vast(rng: Random) -> str:
    """Give a fixed number with area code 0123, which does not exist."""
    return f"0123 {rng.randrange(20, 90)} {rng.randrange(100):02} {rng.randrange(100):02}"
