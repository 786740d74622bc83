"""Pages of no room: the choice of language, and the page that shows every component."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from eenplan.core import voorbeeld
from eenplan.core.antwoord import pagina


@require_POST
def taal(request: HttpRequest) -> HttpResponseBase:
    """Remember the chosen language in a cookie and go back to the page."""
    return set_language(request)


@require_safe
def ontwerp(request: HttpRequest) -> HttpResponse:
    """Show every component with invented people; only where nobody works for real."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return pagina(request, "core/voorbeeld.html", voorbeeld.inhoud())


# The marker that access.public sets: this room lies below it and cannot import it.
for view in (taal, ontwerp):
    view.is_public = True  # type: ignore[attr-defined]
