"""One place that sees every request on a file that is open by break-glass: it records each, and lets nothing change.

Pages, fragments, autosaves and refused acts alike; views need not know of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eenplan.access.aanraking import houd_bij
from eenplan.access.rechten import Toegangsoort
from eenplan.core import klok
from eenplan.core.errors import NietToegestaan
from eenplan.teams.models import Medewerker
from eenplan.toegang.actions import leg_bezoek_vast
from eenplan.toegang.models import Noodtoegang
from eenplan.toegang.queries import lopende_noodtoegang
from eenplan.web.dossieradres import dossier_van

View = Callable[..., HttpResponse]
VEILIG: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class NoodtoegangMiddleware:
    """Record every request that touches a file open by break-glass, refuse to change it, and hang out the warning."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with houd_bij() as geraakt:
            antwoord = self.get_response(request)
        lopend: dict[int, Noodtoegang] = getattr(request, "lopende_noodtoegang", {})
        for dossier_id in sorted(geraakt & lopend.keys()):
            if getattr(request, "noodtoegang", None) is not lopend[dossier_id]:
                _leg_vast(request, lopend[dossier_id])
        return antwoord

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Look at the address before the view does, so that a refused or failing request is recorded as well."""
        lopend = _lopend(request, view)
        if not lopend:
            return None
        request.lopende_noodtoegang = lopend  # type: ignore[attr-defined]  # read above, and by the menu for the bar
        assert request.resolver_match  # noqa: S101 - a view was found
        noodtoegang = lopend.get(dossier_van(request.resolver_match.route, kwargs) or 0)
        if noodtoegang is None:
            return None
        request.noodtoegang = noodtoegang  # type: ignore[attr-defined]
        _leg_vast(request, noodtoegang)
        if request.method not in VEILIG and request.resolver_match.app_name != "toegang":
            raise NietToegestaan(_("Met noodtoegang leest u alleen. Er is niets gewijzigd."))
        return None


def _lopend(request: HttpRequest, view: View) -> dict[int, Noodtoegang]:
    """Give what is open to this worker by break-glass; who has nothing open asks the database nothing more."""
    if not getattr(view, "rechten", None) or not isinstance(request.user, Medewerker):
        return {}
    soorten: dict[int, set[Toegangsoort]] = {}
    for soort, dossier_id, _wet in request.user.toegangen:
        soorten.setdefault(dossier_id, set()).add(soort)
    alleen_nood = {
        pk for pk, waarom in soorten.items() if Toegangsoort.NOOD in waarom and Toegangsoort.MEEWERKEN not in waarom
    }
    if not alleen_nood:
        return {}
    lopend = lopende_noodtoegang(request.user, klok.nu())
    return {pk: noodtoegang for pk, noodtoegang in lopend.items() if pk in alleen_nood}


def _leg_vast(request: HttpRequest, noodtoegang: Noodtoegang) -> None:
    route = request.resolver_match.route if request.resolver_match else ""
    leg_bezoek_vast(
        noodtoegang,
        methode=request.method or "",
        adres="/" + re.sub(r"<[^>]+>", "…", route),
        by=noodtoegang.medewerker,
        at=klok.nu(),
    )
