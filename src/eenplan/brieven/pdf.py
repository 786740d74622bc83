"""From a letter to its PDF: tagged (PDF/UA-1), fit for the archive (PDF/A-2a), in the municipality's house style.

The text travels as data; the template never sees it as markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

import typst

from eenplan.brieven.dekking import LETTERTYPEN, toonbaar
from eenplan.brieven.model import Alinea, Brief, Deel, Kader
from eenplan.inrichting.lezen import inrichting

SJABLOON: Final = Path(__file__).parent / "brief.typ"


def maak_pdf(brief: Brief) -> bytes:
    """Give the letter as PDF. The same letter gives the same bytes."""
    pdf: bytes = typst.compile(
        SJABLOON.read_bytes(),
        font_paths=_lettertypen(),
        sys_inputs=_invoer(brief),
        timestamp=int(datetime.combine(brief.datum, time(), UTC).timestamp()),
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
    )
    return pdf


def maak_plaatjes(brief: Brief, *, ppi: float = 110) -> list[bytes]:
    """Give the pages of the letter as PNG, for looking at the house style."""
    bladen: bytes | list[bytes] = typst.compile(
        SJABLOON.read_bytes(), font_paths=_lettertypen(), sys_inputs=_invoer(brief), format="png", ppi=ppi
    )
    return [bladen] if isinstance(bladen, bytes) else bladen


def _invoer(brief: Brief) -> dict[str, str]:
    return {"brief": json.dumps(_schoon(_gegevens(brief)), ensure_ascii=False)}


@cache
def _lettertypen() -> typst.Fonts:
    """Only our own fonts, so that a letter looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(LETTERTYPEN)])


def _gegevens(brief: Brief) -> dict[str, object]:
    return {
        "titel": brief.titel,
        "kenmerk": brief.kenmerk,
        "datum": brief.dagtekening,
        "naam": brief.naam,
        "adresregels": list(brief.adresregels),
        "aanhef": brief.aanhef,
        "delen": [_deel(deel) for deel in brief.delen],
        "ondertekenaar": brief.ondertekenaar,
        "functie": brief.functie,
        "onderwerp": brief.onderwerp,
        "bijlagen": list(brief.bijlagen),
        "namens": brief.namens,
        "behandelaar": brief.behandelaar,
        "telefoon": brief.telefoon,
        "gemeente": asdict(inrichting().gemeente),
        "dag": [brief.datum.year, brief.datum.month, brief.datum.day],
    }


def _deel(deel: Deel) -> dict[str, object]:
    alineas = {"alineas": deel.alineas} if isinstance(deel, (Alinea, Kader)) else {}
    return {"soort": deel.soort} | asdict(deel) | alineas


def _schoon(waarde: object) -> object:
    """Leave out of every text what no font can draw."""
    match waarde:
        case str():
            return toonbaar(waarde)
        case list() | tuple():
            return [_schoon(deel) for deel in waarde]
        case dict():
            return {naam: _schoon(deel) for naam, deel in waarde.items()}
        case _:
            return waarde
