"""Turns a name into the keys by which it may be found, misspelt or half typed. Pure text, no database.

Three kinds of key share one column: the word itself, its sound, and its sound with one letter left out.
"""

from __future__ import annotations

import re
import unicodedata

# Longest first: each pair says "this is written many ways but sounds like that" in Dutch names.
KLANKEN = (
    ("sch", "sg"), ("ck", "k"), ("ks", "x"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ij", "y"), ("ei", "y"),
    ("ui", "u"), ("uy", "u"), ("ou", "au"), ("ae", "a"), ("gh", "g"), ("ch", "g"), ("qu", "kw"), ("c", "k"),
    ("z", "s"), ("v", "f"), ("w", "f"), ("j", "y"), ("i", "y"),
)  # fmt: skip


def woorden(tekst: str) -> list[str]:
    """Split a text in plain lower-case words without accents."""
    plat = unicodedata.normalize("NFKD", tekst.casefold()).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plat)


def klank(woord: str) -> str:
    """Give how a word sounds: spelling variants fold together, double letters become one."""
    for geschreven, gehoord in KLANKEN:
        woord = woord.replace(geschreven, gehoord)
    woord = re.sub(r"(.)\1+", r"\1", woord)
    return woord[:-1] if len(woord) > 3 and woord.endswith(("d", "t")) else woord


def zonder_een_letter(woord: str) -> set[str]:
    """Give the word and every form with one letter left out, so that one typing error still meets."""
    return {woord, *(woord[:plaats] + woord[plaats + 1 :] for plaats in range(len(woord)))}


def sleutels(*namen: str) -> list[str]:
    """Give all keys under which a person with these names is stored."""
    gevonden: set[str] = set()
    for woord in (woord for naam in namen for woord in woorden(naam)):
        gevonden.add(f"={woord}")
        gevonden |= {f"~{vorm}" for vorm in zonder_een_letter(klank(woord)) if len(vorm) > 1}
    return sorted(gevonden)
