"""The demo's journey in time: which day a visitor chose, kept in the session as a number of days.

The middleware of `project` shifts the clock with it, one request at a time; outside the demo nothing is kept.
"""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from eenplan.core import klok

DAGEN_VOORUIT = "demo_dagen_vooruit"


def reis(request: HttpRequest, naar: date | None) -> None:
    """Make it this day for every next request of the visitor; no day means back to today."""
    dagen = (naar - klok.echte_vandaag()).days if naar else 0
    if dagen:
        request.session[DAGEN_VOORUIT] = dagen
    else:
        request.session.pop(DAGEN_VOORUIT, None)


def dagen_vooruit(request: HttpRequest) -> int:
    """Give how many days the visitor travelled."""
    return int(request.session.get(DAGEN_VOORUIT, 0))


def neem_mee(request: HttpRequest, dagen: int) -> None:
    """Keep the chosen day when the session starts anew at signing in or out."""
    if dagen:
        request.session[DAGEN_VOORUIT] = dagen
