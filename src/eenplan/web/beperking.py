"""While a restriction runs, nothing new is decided, handed in or shared in that file (AVG 18 lid 2).

The rooms where that happens do not know of it, so the door is watched here: reading stays open, writing is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from eenplan.access.rechten import Recht
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.dossiers.models import Dossier
from eenplan.privacy.queries import is_beperkt
from eenplan.teams.models import Medewerker
from eenplan.web.dossieradres import dossier_van

# What decides, pays or shares, per room.
BEWAAKT: Final = frozenset(
    {
        "adviezen:verzending",
        "besluiten:aanvraag_nieuw",
        "besluiten:bekendmaking",
        "besluiten:beoordeling",
        "besluiten:besluit",
        "besluiten:toekenning",
        "besluiten:voorbereiding",
        "besluiten:voorlegging",
        "delen:informatieantwoord",
        "delen:informatieverzoek_nieuw",
        "delen:nieuw",
        "delen:verstrekking",
        "ketenpartners:nieuw",
        "ketenpartners:openstellingen",
        "maatwerk:besluit",
        "maatwerk:maatwerk",
        "overleggen:genodigde",
        "plannen:vaststelling",
        "regie:ingrijpen",
        "toewijzingen:toewijzing",
    }
)


class BeperkingMiddleware:
    """Refuse to write where a restriction runs; the answer says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: tuple[object, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Look only at what is sent to a watched address, by somebody to whom the file is open at all."""
        waar = request.resolver_match
        if not waar or request.method != "POST" or waar.view_name not in BEWAAKT:
            return None
        if not isinstance(request.user, Medewerker) or not _is_beperkt(dossier_van(waar.route, kwargs), request.user):
            return None
        return pagina(request, "privacy/beperkt.html", status=409)


def _is_beperkt(dossier_id: int | None, medewerker: Medewerker) -> bool:
    dossier = Dossier.objects.select_related("huishouden").filter(pk=dossier_id).first()
    if dossier is None or not medewerker.bereik(Recht.HUISHOUDEN_VINDEN).omvat(dossier):
        return False
    return is_beperkt(dossier.pk, klok.vandaag())
