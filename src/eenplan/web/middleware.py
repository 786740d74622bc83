"""A form that arrives after the session ended: its text is kept on the sign-in page instead of thrown away."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eenplan.core.antwoord import is_bewaarpoging, wil_fragment
from eenplan.web import sessie_views

View = Callable[..., HttpResponse]


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
