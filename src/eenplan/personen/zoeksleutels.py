"""Turns names and streets into words that may be found misspelt, half typed or spelt as they sound.

Pure text, no database: what a word sounds like, which forms it shares with its misspellings, and how far two lie apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import combinations
from typing import Final

# Longest first: each pair says "this is written many ways but sounds like that" in Dutch names.
KLANKEN: Final = (
    ("sch", "sg"), ("ck", "k"), ("ks", "x"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ij", "y"), ("ei", "y"),
    ("ui", "u"), ("uy", "u"), ("ou", "au"), ("ae", "a"), ("gh", "g"), ("ch", "g"), ("qu", "kw"), ("c", "k"),
    ("z", "s"), ("v", "f"), ("w", "f"), ("j", "y"), ("i", "y"),
)  # fmt: skip
# Letters that do not fall apart into a plain letter and an accent.
LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "'": "", "’": "", "`": ""}
)
TUSSENVOEGSELS: Final = frozenset(
    "aan al bij da de del den der des di dos du el en het in la le of op over s t te ten ter uit van vande vd vom von voor zu".split()  # noqa: E501, SIM905 - a list to read
)
AANSPREEKVORMEN: Final = frozenset("dhr heer hr meneer mevr mevrouw mw mej familie fam".split())  # noqa: SIM905

# A key is a word with a mark in front, which no word of a name begins with.
STRAAT: Final = "q0"  # a word of the address: a Willem is not everybody in the Willemstraat
AANEEN: Final = "q1"  # a surname written as one word with its prefix: "dewit"
BEGIN = 7  # a misspelling is looked up by its first letters; the rest is checked by `afstand`
KLEINSTE_VORM = 3
VEEL_WOORDEN: Final = 100_000  # more than the names and streets of a large town


def woorden(tekst: str) -> list[str]:
    """Split a text in plain lower-case words without accents; an apostrophe joins (o'brien is obrien)."""
    los = tekst.casefold().translate(LETTERS)
    plat = unicodedata.normalize("NFKD", los).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plat)


@lru_cache(maxsize=VEEL_WOORDEN)
def klank(woord: str) -> str:
    """Give how a word sounds: spelling variants fold together, double letters become one."""
    for geschreven, gehoord in KLANKEN:
        woord = woord.replace(geschreven, gehoord)
    woord = re.sub(r"(.)\1+", r"\1", woord)
    return woord[:-1] if len(woord) > 3 and woord.endswith(("d", "t")) else woord


def zonder_letters(woord: str, hoogstens: int) -> set[str]:
    """Give the word and every form with one (or two) letters left out, so that a misspelling meets its word."""
    gevonden = {woord}
    for aantal in range(1, hoogstens + 1):
        kleinste = KLEINSTE_VORM - 1 if aantal == 1 else KLEINSTE_VORM
        if len(woord) - aantal >= kleinste:
            gevonden |= {"".join(vorm) for vorm in combinations(woord, len(woord) - aantal)}
    return gevonden


def vormen(woord: str, hoogstens: int = 2) -> list[str]:
    """Give the forms by which a word is looked up, from how it is written and from how it sounds.

    Two words at most `hoogstens` errors apart share a form, also when only their first letters are kept.
    """
    bases = {woord[:BEGIN], klank(woord)[:BEGIN]}
    return sorted(set().union(*(zonder_letters(basis, hoogstens) for basis in bases)))


def sleutelvormen(sleutel: str) -> list[str]:
    """Give the forms a key is kept under; "vandenberg" only as it is written and sounds: half the town begins so."""
    woord = kaal(sleutel)
    return sorted({woord, klank(woord)}) if sleutel.startswith(AANEEN) else vormen(woord)


def toegestane_fouten(woord: str) -> int:
    """Say how many typing errors a typed word may hold and still be meant for another one."""
    return 0 if len(woord) < 3 else 1 if len(woord) < 6 else 2


def afstand(een: str, ander: str, hoogstens: int) -> int:
    """Count the typing errors between two words: a letter too many, missing, wrong, or two swapped.

    No letter is mended twice: a letter added between two that were swapped counts as more than two errors. Stops
    counting above `hoogstens` and answers one more than that.
    """
    te_ver = hoogstens + 1
    if abs(len(een) - len(ander)) > hoogstens or (_letters(een) ^ _letters(ander)).bit_count() > 2 * hoogstens:
        return te_ver
    vorige: list[int] = []
    rij = list(range(len(ander) + 1))
    for plaats, letter in enumerate(een, 1):
        voorvorige, vorige, rij = vorige, rij, [plaats]
        for andere_plaats, andere_letter in enumerate(ander, 1):
            fouten = min(rij[-1], vorige[andere_plaats]) + 1
            fouten = min(fouten, vorige[andere_plaats - 1] + (letter != andere_letter))
            gewisseld = plaats > 1 and andere_plaats > 1 and een[plaats - 2] == andere_letter
            if gewisseld and letter == ander[andere_plaats - 2]:
                fouten = min(fouten, voorvorige[andere_plaats - 2] + 1)
            rij.append(fouten)
        if min(rij) > hoogstens:
            return te_ver
    return min(rij[-1], te_ver)


@lru_cache(maxsize=VEEL_WOORDEN)
def _letters(woord: str) -> int:
    """Give which letters occur, one bit each: a typing error changes two at most, so most words need no counting."""
    bits = 0
    for letter in woord:
        bits |= 1 << ord(letter) % 64
    return bits


def naamwoorden(roepnaam: str, voornamen: str, tussenvoegsel: str, achternaam: str) -> set[str]:
    """Give the keys by which a person is found; "de Wit" also as "dewit", as many people write it."""
    gevonden = {*woorden(roepnaam), *woorden(voornamen), *woorden(achternaam)}
    if tussenvoegsel:
        gevonden.add(AANEEN + "".join(woorden(f"{tussenvoegsel}{achternaam}")))
    return gevonden


def straatwoorden(straat: str) -> set[str]:
    """Give the keys by which a street is found."""
    return {f"{STRAAT}{woord}" for woord in woorden(straat) if woord not in TUSSENVOEGSELS}


def splits_naam(tekst: str) -> tuple[str, str, str]:
    """Split a name as it was heard into first name, prefix and surname: "mw. Sanne de Wit" → Sanne, de, Wit."""
    delen = [deel for deel in tekst.split() if deel.strip(".").casefold() not in AANSPREEKVORMEN]
    voor = [deel.casefold().lstrip("'’") in TUSSENVOEGSELS for deel in delen]
    if True not in voor[:-1]:
        return " ".join(delen[:-1]), "", delen[-1] if delen else ""
    begin = voor.index(True)
    einde = next((plaats for plaats in range(begin, len(delen) - 1) if not voor[plaats]), len(delen) - 1)
    return " ".join(delen[:begin]), " ".join(delen[begin:einde]).casefold(), " ".join(delen[einde:])


def kaal(sleutel: str) -> str:
    """Give the word of a key, whether of a name or of a street."""
    return sleutel.removeprefix(STRAAT).removeprefix(AANEEN)
