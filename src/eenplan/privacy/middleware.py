"""While a restriction runs, nothing new is decided, handed in or shared in that file (AVG 18 lid 2).

The rooms where that happens lie below this one, so the door is watched here: reading stays open, writing is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.apps import apps
from django.http import HttpRequest, HttpResponse

from eenplan.access.rechten import Recht
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.privacy.queries import is_beperkt
from eenplan.teams.models import Medewerker

# What decides or shares, per room: name of the address → kind of record its number belongs to.
BEWAAKT: Final[dict[str, str]] = {
    "besluiten:aanvraag_nieuw": "dossiers.Dossier",
    "besluiten:besluit": "besluiten.Aanvraag",
    "besluiten:voorbereiding": "besluiten.Aanvraag",
    "besluiten:voorlegging": "besluiten.Aanvraag",
    "besluiten:beoordeling": "besluiten.Aanvraag",
    "besluiten:bekendmaking": "besluiten.Aanvraag",
    "delen:nieuw": "dossiers.Dossier",
    "delen:verstrekking": "delen.Deling",
    "delen:informatieverzoek_nieuw": "dossiers.Dossier",
    "delen:informatieantwoord": "delen.Informatieverzoek",
    "toewijzingen:toewijzing": "besluiten.Aanvraag",
    "plannen:vaststelling": "plannen.Ondersteuningsplan",
}


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
        model = BEWAAKT.get(waar.view_name) if waar and request.method == "POST" else None
        if model is None or not isinstance(request.user, Medewerker) or not _is_beperkt(model, kwargs, request.user):
            return None
        return pagina(request, "privacy/beperkt.html", status=409)


def _is_beperkt(model: str, kwargs: dict[str, Any], medewerker: Medewerker) -> bool:
    nummer = kwargs.get("dossier_id") or kwargs.get("pk")
    rij: Any = apps.get_model(model)._default_manager.filter(pk=nummer).first()
    dossier = getattr(rij, "dossier", rij)
    if dossier is None or not medewerker.bereik(Recht.HUISHOUDEN_VINDEN).omvat(dossier):
        return False
    return is_beperkt(dossier.pk, klok.vandaag())
