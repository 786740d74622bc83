"""What was typed when the session had just ended, carried through signing in and back to where it belonged.

It lives in the page of the worker who typed it; between two steps of signing in the session holds it, encrypted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from eenplan.core.versleuteling import Onleesbaar, ontsleutel, versleutel

NIET_MEENEMEN = {"csrfmiddlewaretoken", "password"}
WEG: Final = "aanmelden_weg"
# Shorter values are choices and dates; a reader recognises the work by its sentences.
LEESBAAR_VANAF = 12


@dataclass(frozen=True)
class Meegenomen:
    """The fields of a form that arrived too late."""

    velden: tuple[tuple[str, str], ...] = ()

    @classmethod
    def uit(cls, request: HttpRequest) -> Meegenomen:
        """Take the fields that were posted; files cannot be carried along."""
        lijst = request.POST.lists()
        return cls(tuple((naam, waarde) for naam, rij in lijst if naam not in NIET_MEENEMEN for waarde in rij))

    @classmethod
    def lees(cls, tekst: str) -> Meegenomen:
        """Read what `schrijf` wrote; anything else carries nothing."""
        try:
            rijen = json.loads(tekst or "[]")
            return cls(tuple((str(naam), str(waarde)) for naam, waarde in rijen))
        except (ValueError, TypeError, RecursionError):
            return cls()

    def schrijf(self) -> str:
        """Give the fields as the text of one hidden field."""
        return json.dumps(self.velden) if self.velden else ""

    @property
    def teksten(self) -> list[str]:
        """Give what a worker would recognise as the own words."""
        return [waarde for _naam, waarde in self.velden if len(waarde.strip()) >= LEESBAAR_VANAF]


def is_eigen_adres(adres: str) -> bool:
    """Tell whether the address lies within this program: a path, without host."""
    return adres.startswith("/") and url_has_allowed_host_and_scheme(adres, allowed_hosts=None)


def onthoud_weg(request: HttpRequest, volgende: str, meegenomen: str) -> None:
    """Keep where somebody was going, and with what, until the last step of signing in."""
    request.session[WEG] = versleutel(json.dumps([volgende, meegenomen]), plaats=WEG)


def neem_weg(request: HttpRequest) -> tuple[str, str]:
    """Give back what `onthoud_weg` kept, once; nothing when there is nothing."""
    try:
        volgende, meegenomen = json.loads(ontsleutel(request.session.pop(WEG, ""), plaats=WEG))
    except (Onleesbaar, ValueError):
        return "", ""
    return volgende, meegenomen
