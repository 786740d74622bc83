"""Two people write in one report: what can be kept side by side, and what only they can decide.

Pure text: it knows no report and no database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ingediend:
    """What an editor sends for one subject. `stand` is the print of the text it began from; empty is unknown."""

    tekst: str
    stand: str = ""


@dataclass(frozen=True)
class Botsing:
    """Both changed the same subject: the text that is kept now, and the text that was sent."""

    onderwerp: str
    bewaard: str
    ingediend: str


@dataclass(frozen=True)
class Samenvoeging:
    """What may be saved, and what the editor must look at."""

    te_bewaren: dict[str, str]
    botsingen: tuple[Botsing, ...]


def vingerafdruk(tekst: str) -> str:
    """Give a short print by which a text is recognised; never empty, so that empty can mean unknown."""
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def schoon(tekst: str) -> str:
    """Give the text as it is kept: one kind of line end, no blanks around it."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").strip()


def voeg_samen(bewaard: Mapping[str, str], ingediend: Mapping[str, Ingediend]) -> Samenvoeging:
    """Compare per subject: what only one of the two changed is kept, what both changed is a collision."""
    te_bewaren: dict[str, str] = {}
    botsingen: list[Botsing] = []
    for onderwerp, stuk in ingediend.items():
        nu, tekst = bewaard.get(onderwerp, ""), schoon(stuk.tekst)
        if tekst == nu or vingerafdruk(tekst) == stuk.stand:
            continue  # nothing new, or the text as this editor found it: a colleague's change stays
        if vingerafdruk(nu) == stuk.stand or not nu:
            te_bewaren[onderwerp] = tekst
        else:
            botsingen.append(Botsing(onderwerp, nu, tekst))
    return Samenvoeging(te_bewaren, tuple(botsingen))
