"""Which characters the letter's fonts can draw. A character that no font knows must not stop a letter.

Reads only the character map (`cmap`, format 12) of a TrueType file.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

LETTERTYPEN: Final = Path(__file__).parent / "lettertype"
ONBEKEND: Final = "□"  # drawn where a character has no shape in any font


def toonbaar(tekst: str) -> str:
    """Give the text with only characters that can be drawn; control and direction marks are left out."""
    tekens = unicodedata.normalize("NFC", tekst).replace("\t", " ")
    return "".join(_teken(teken) for teken in tekens if teken == "\n" or unicodedata.category(teken)[0] != "C")


def _teken(teken: str) -> str:
    if teken == "\n" or ord(teken) in _gedekt():
        return teken
    # A variation selector only styles the character before it.
    return "" if unicodedata.category(teken) == "Mn" else ONBEKEND


@cache
def _gedekt() -> frozenset[int]:
    """The characters of the two regular fonts together: the typesetter falls back from one to the other."""
    return tekens_van("SourceSans3-Regular.ttf") | tekens_van("DejaVuSans.ttf")


def tekens_van(bestand: str) -> frozenset[int]:
    """Give the code points that a font file has a shape for."""
    font = (LETTERTYPEN / bestand).read_bytes()
    cmap = _tabel(font, b"cmap")
    (aantal,) = struct.unpack_from(">H", font, cmap + 2)
    for nummer in range(aantal):
        _platform, _codering, plek = struct.unpack_from(">HHI", font, cmap + 4 + 8 * nummer)
        (soort,) = struct.unpack_from(">H", font, cmap + plek)
        if soort == 12:
            return _groepen(font, cmap + plek)
    raise ValueError(f"{bestand} has no character map of format 12")


def _tabel(font: bytes, naam: bytes) -> int:
    (aantal,) = struct.unpack_from(">H", font, 4)
    for nummer in range(aantal):
        label, _som, plek, _lengte = struct.unpack_from(">4sIII", font, 12 + 16 * nummer)
        if label == naam:
            return int(plek)
    raise ValueError(f"no table {naam!r} in this font")


def _groepen(font: bytes, plek: int) -> frozenset[int]:
    (aantal,) = struct.unpack_from(">I", font, plek + 12)
    groepen = (struct.unpack_from(">III", font, plek + 16 + 12 * nummer) for nummer in range(aantal))
    return frozenset(teken for eerste, laatste, _vorm in groepen for teken in range(eerste, laatste + 1))
