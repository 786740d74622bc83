"""How hard a Dutch text is to read: the Flesch-Douma score (Douma 1960), with the sentences that are too long.

A signal for the writer, never a judgement about the reader. Knows no letters and no clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LANGE_ZIN: Final = 20  # words; above this most readers lose the thread
_HOOGST: Final = Decimal(100)

_WOORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# Longest first: a cluster is one syllable, what is left are single vowels. A diaeresis begins a new syllable.
_KLINKERS: Final = re.compile(
    r"aai|ooi|oei|eeu|ieu|aau|[ëïöüä](?:[ijeu](?![aeiou]))?|aa|ee|ie|oo|uu|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâèéêìíîòóôùúû]"
)
_ZINSEINDE: Final = re.compile(r"(?<=[.!?:])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Þ0-9])")
_AFKORTING: Final = re.compile(
    r"\b(?:bijv|bv|art|nr|dhr|mw|mevr|drs|dr|mr|ir|ca|evt|enz|o\.a|m\.b\.t|t/m|i\.v\.m|d\.w\.z|[A-Z])\.$", re.IGNORECASE
)


@dataclass(frozen=True)
class Leesbaarheid:
    """The score (0 to 100, higher is easier), the reading level it points at, and what to say about it."""

    getal: Decimal
    niveau: str
    zin: str
    lange_zinnen: tuple[str, ...] = field(default=())

    @property
    def is_gewoon(self) -> bool:
        """Tell whether most residents can read it: B1 or easier."""
        return self.niveau in {"A2", "B1"}


def score(tekst: str) -> Leesbaarheid:
    """Give 206,84 − 0,77 × syllables per 100 words − 0,93 × words per sentence, kept between 0 and 100."""
    gesplitst = zinnen(tekst)
    woorden = [woord for zin in gesplitst for woord in _WOORD.findall(zin)]
    if not woorden:
        return Leesbaarheid(Decimal(0), "", _("Er is nog geen tekst om te meten."))
    per_woord = Decimal(sum(lettergrepen(woord) for woord in woorden)) / len(woorden)
    per_zin = Decimal(len(woorden)) / len(gesplitst)
    ruw = Decimal("206.84") - 77 * per_woord - Decimal("0.93") * per_zin
    getal = min(max(ruw, Decimal(0)), _HOOGST).quantize(Decimal("0.1"), ROUND_HALF_UP)
    lang = tuple(zin for zin in gesplitst if len(_WOORD.findall(zin)) > LANGE_ZIN)
    niveau, oordeel = _niveau(getal)
    return Leesbaarheid(getal, niveau, f"{oordeel} {_over_lengte(len(lang))}".strip(), lang)


def zinnen(tekst: str) -> list[str]:
    """Split a text into sentences; a new line ends one too, an abbreviation does not."""
    uit: list[str] = []
    for regel in tekst.splitlines():
        begin = len(uit)
        for stuk in _ZINSEINDE.split(regel.strip()):
            if len(uit) > begin and _AFKORTING.search(uit[-1]):
                uit[-1] = f"{uit[-1]} {stuk}"
            elif _WOORD.search(stuk):
                uit.append(stuk)
    return uit


def lettergrepen(woord: str) -> int:
    """Count the syllables of a Dutch word by its vowel sounds; a number or abbreviation counts as one."""
    return max(1, len(_KLINKERS.findall(woord.lower())))


def _niveau(getal: Decimal) -> tuple[str, str]:
    """The bands are the usual reading of the Flesch scale; the letters point at a level, they do not measure it."""
    if getal >= 75:
        return "A2", _("Makkelijk te lezen, ongeveer niveau A2.")
    if getal >= 60:
        return "B1", _("Goed te lezen, ongeveer niveau B1.")
    if getal >= 45:
        return "B2", _("Best moeilijk, ongeveer niveau B2. Gebruik kortere woorden en zinnen.")
    return "C1", _("Moeilijk te lezen, ongeveer niveau C1. Schrijf het zoals u het aan tafel zou zeggen.")


def _over_lengte(aantal: int) -> str:
    if not aantal:
        return ""
    zin = ngettext("%(n)s zin is langer dan %(max)s woorden.", "%(n)s zinnen zijn langer dan %(max)s woorden.", aantal)
    return zin % {"n": aantal, "max": LANGE_ZIN}
