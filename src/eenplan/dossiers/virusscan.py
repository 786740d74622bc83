"""The place where a municipality connects its own virus scanner; Eenplan ships none and says so on the screen.

Setting EENPLAN_VIRUSSCAN names a function `(inhoud: bytes) -> Oordeel`, as "package.module.function".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


class Oordeel(StrEnum):
    """What the scanner says of a file. A scanner that cannot answer raises; the file is then refused."""

    SCHOON = "schoon"
    BESMET = "besmet"
    NIET_GECONTROLEERD = "niet gecontroleerd"  # no scanner is connected


Scanner = Callable[[bytes], Oordeel]


def is_aangesloten() -> bool:
    """Tell whether this installation has a scanner."""
    return bool(settings.EENPLAN_VIRUSSCAN)


def controleer(inhoud: bytes) -> Oordeel:
    """Let the municipality's scanner look at the file; without one the answer is that nobody looked."""
    if not is_aangesloten():
        return Oordeel.NIET_GECONTROLEERD
    scanner = cast("Scanner", import_string(settings.EENPLAN_VIRUSSCAN))
    return scanner(inhoud)
