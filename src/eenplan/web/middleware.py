"""What happens to a form on its way: its text is kept when the session ended, and its return with errors is a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eenplan.aanmelden.actions import zie_sessie
from eenplan.audit.actions import record_blik
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import is_bewaarpoging, wil_fragment
from eenplan.teams.models import Medewerker
from eenplan.web import sessie_views, toelating

View = Callable[..., HttpResponse]


class SessieMiddleware:
    """End a session after its time, or when its worker has no role any more; note once a minute that it is in use."""

    SINDSDIEN = 60  # seconds

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Medewerker):
            self._bekijk(request, request.user)
        return self.get_response(request)

    def _bekijk(self, request: HttpRequest, medewerker: Medewerker) -> None:
        nu = klok.echt_nu()
        einde = toelating.verlopen(request, medewerker, at=nu)
        if einde:
            toelating.laat_uit(request, medewerker, einde)
        elif nu.timestamp() - request.session.get(toelating.GEZIEN, nu.timestamp()) > self.SINDSDIEN:
            request.session[toelating.GEZIEN] = nu.timestamp()
            zie_sessie(request.session.session_key or "", at=nu)


class VerlopenSessieMiddleware:
    """Answer for guarded views when nobody is signed in (any more) and a plain redirect would lose something."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Leave autosave alone (the page itself keeps the text and says so) and every first visit (a redirect)."""
        if request.user.is_authenticated or not getattr(view, "rechten", None) or is_bewaarpoging(request):
            return None
        if wil_fragment(request):
            return HttpResponse(
                _("U bent uitgelogd. Log in op een nieuw tabblad; uw tekst blijft hier staan."), status=401
            )
        return sessie_views.opnieuw_aanmelden(request) if request.method == "POST" else None


class BlikOpFoutenMiddleware:
    """Record a look when a form comes back with errors: the page shows the file again, whatever room it is of (F7)."""

    MET_FOUTEN = (409, 422)

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in self.MET_FOUTEN and not is_bewaarpoging(request):
            getoond = next(_uit_dossiers(getattr(request, "getoond", {})), None)
            if getoond is not None and isinstance(request.user, Medewerker):
                record_blik(Sleutel.FORMULIER_INGEZIEN, getoond, by=request.user, at=klok.nu())
        return response


def _uit_dossiers(namen: Mapping[str, object]) -> Iterator[object]:
    """Give what the page showed of a file: by itself, or one step inside a sheet that holds several things."""
    for waarde in namen.values():
        if isinstance(getattr(waarde, "dossier_id", None), int):
            yield waarde
    for waarde in namen.values():
        if is_dataclass(waarde) and not isinstance(waarde, type):
            delen = (getattr(waarde, veld.name, None) for veld in fields(waarde))
            yield from (deel for deel in delen if isinstance(getattr(deel, "dossier_id", None), int))
