"""Which payments somebody looks at afterwards: one of every N, by a rule that nobody steers and all can redo."""

from __future__ import annotations

from hashlib import sha256


def valt_in_steekproef(team: str, jaar: int, volgnummer: int, *, een_op: int) -> bool:
    """Tell whether this payment is the one of its block of N; `volgnummer` counts the team's payments from 1."""
    blok, plek = divmod(volgnummer - 1, een_op)
    afdruk = sha256(f"maatwerk:{team}:{jaar}:{blok}".encode()).digest()
    return plek == int.from_bytes(afdruk[:8]) % een_op
