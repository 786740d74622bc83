"""The errors an action may raise, each with a sentence for the screen.

They say what is wrong and what to do next; they never hold personal data.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class Weigering(Exception):  # noqa: N818 - the word on the screen, not a fault of the program
    """An act that cannot be done, with the sentence the worker reads."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class NietToegestaan(Weigering, PermissionDenied):
    """The worker lacks the right for this act on this file (answered as 403)."""


class NietMogelijk(Weigering):
    """The rules or the state of the file forbid this act (shown in the form, answered as 409 elsewhere)."""


class IntussenGewijzigd(NietMogelijk):
    """Somebody else changed the same thing first; nothing was overwritten."""

    def __init__(self, zin: str = "") -> None:
        super().__init__(
            zin or _("Een collega heeft dit net gewijzigd. Uw tekst is niet weg: vergelijk hem met de nieuwe versie.")
        )


class Onvolledig(NietMogelijk):
    """Something is missing before this act may be done; `zinnen` lists what."""

    def __init__(self, zinnen: list[str]) -> None:
        super().__init__(" ".join(zinnen))
        self.zinnen = zinnen
