"""The municipality's own words on the screen: a catalogue for Dutch, made once when a process starts.

The texts of the program are Dutch already; here only those in which a word was replaced are written. Whole words, with
their plural and capital; a compound such as “regisseursoverleg”, a placeholder and a tag stay as they are.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

# The words that may be replaced, each with its plural. Terms of the law are not among them.
WOORDEN: Final[Mapping[str, str]] = {
    "regisseur": "regisseurs",
    "wijkteam": "wijkteams",
    "team": "teams",
    "casus": "casussen",
    "manager": "managers",
    "vrijwilliger": "vrijwilligers",
    "frontoffice": "",
    "backoffice": "",
}
_MAGIC: Final = 0x950412DE
_HEEL_LATEN = r"\{[^{}]*\}|%\([^()]*\)[sd]|<[^<>]*>"


def fout_in_woorden(woorden: Mapping[str, str]) -> str:
    """Tell what is wrong with the municipality's words, beginning with the word; empty when all is well."""
    mag = {*WOORDEN, *WOORDEN.values()} - {""}
    for woord, eigen in woorden.items():
        if woord not in mag:
            return f"{woord}: dit woord ligt vast; kies uit {', '.join(sorted(mag))}"
        if not eigen.strip() or re.search(r"[{}%<>\n]", eigen):
            return f"{woord}: schrijf een of meer gewone woorden"
    for enkel, meer in WOORDEN.items():
        if meer and (enkel in woorden) != (meer in woorden):
            heeft, mist = (enkel, meer) if enkel in woorden else (meer, enkel)
            return f"{heeft}: schrijf ook op wat {mist} wordt"
    return ""


def vertaal(tekst: str, woorden: Mapping[str, str]) -> str:
    """Give the text with the municipality's words, each as capital or small as the word it replaces."""
    if not woorden:
        return tekst
    vast = "|".join(sorted(map(re.escape, woorden), key=len, reverse=True))
    patroon = re.compile(rf"{_HEEL_LATEN}|(?<![\w-])({vast})(?![\w-])", re.IGNORECASE)

    def vervang(gevonden: re.Match[str]) -> str:
        oud = gevonden[1]
        return gevonden[0] if oud is None else _als(oud, woorden[oud.lower()])

    return patroon.sub(vervang, tekst)


def _als(oud: str, nieuw: str) -> str:
    if oud.isupper():
        return nieuw.upper()
    return nieuw[0].upper() + nieuw[1:] if oud[0].isupper() else nieuw


def maak_catalogus(teksten: Path, woorden: Mapping[str, str], map_: Path) -> Path | None:
    """Write the Dutch catalogue for these words and give the folder for LOCALE_PATHS, or none without own words.

    `teksten` is the compiled catalogue that holds every text of the screen. The folder is named after what is in it, so
    processes that start together write the same.
    """
    if not woorden or not teksten.exists():
        return None
    ruw = teksten.read_bytes()
    naam = hashlib.sha256(ruw + repr(sorted(woorden.items())).encode()).hexdigest()[:16]
    doel = map_ / naam / "nl" / "LC_MESSAGES" / "django.mo"
    if not doel.exists():
        _schrijf(doel, schrijf_mo(_vervangen(lees_mo(ruw), woorden)))
    return map_ / naam


def _vervangen(paren: Mapping[str, str], woorden: Mapping[str, str]) -> dict[str, str]:
    nieuw = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}
    for sleutel in paren:
        zonder_plek = sleutel.rpartition("\x04")[2]
        if sleutel and (eigen := vertaal(zonder_plek, woorden)) != zonder_plek:
            nieuw[sleutel] = eigen
    return nieuw


def lees_mo(ruw: bytes) -> dict[str, str]:
    """Read a compiled catalogue; a plural keeps its two forms with a null between them, as in the file."""
    aantal, bron, doel = struct.unpack("<3I", ruw[8:20])
    if struct.unpack("<I", ruw[:4])[0] != _MAGIC:
        raise ValueError("geen catalogus")

    def tekst(plek: int) -> str:
        lengte, begin = struct.unpack("<2I", ruw[plek : plek + 8])
        return ruw[begin : begin + lengte].decode()

    return {tekst(bron + 8 * nummer): tekst(doel + 8 * nummer) for nummer in range(aantal)}


def schrijf_mo(paren: Mapping[str, str]) -> bytes:
    """Give the bytes of a compiled catalogue."""
    rijen = sorted((sleutel.encode(), waarde.encode()) for sleutel, waarde in paren.items())
    kop, tabel = 28, 8 * len(rijen)
    plek = kop + 2 * tabel
    tabellen, inhoud = [b"", b""], b""
    for kant in (0, 1):
        for rij in rijen:
            tabellen[kant] += struct.pack("<2I", len(rij[kant]), plek + len(inhoud))
            inhoud += rij[kant] + b"\0"
    return struct.pack("<7I", _MAGIC, 0, len(rijen), kop, kop + tabel, 0, 0) + b"".join(tabellen) + inhoud


def _schrijf(doel: Path, inhoud: bytes) -> None:
    doel.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=doel.parent)
    with os.fdopen(greep, "wb") as uit:
        uit.write(inhoud)
    Path(tijdelijk).replace(doel)
