"""The answers a view can give: a page, a fragment of it, a next address, or the word that a draft is saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from eenplan.core.fragmenten import render_blok
from eenplan.core.opmaak import tijd

# A form that came back with errors; htmx is told to show this one (see the meta tag in basis.html).
ONVOLLEDIG = 422


def pagina(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page, or with its block `fragment` when htmx asks for part of it.

    Messages travel along with a fragment, so that a screen reader speaks them at once.
    """
    names = dict(context or {})
    request.getoond = names  # type: ignore[attr-defined]  # so that a look is recorded in one place (web/middleware.py)
    if fragment is None or not wil_fragment(request):
        answer = render(request, template, names, status=status)
    else:
        text = render_blok(template, fragment, names, request)
        if _has_messages(request):
            text += render_blok("core/mededelingen.html", "mededelingen", names | {"los": True}, request)
        answer = HttpResponse(text, status=status)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def wil_fragment(request: HttpRequest) -> bool:
    """Tell whether htmx asks for part of a page; a boosted link and the back button want the whole."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def naar(request: HttpRequest, adres: str) -> HttpResponse:
    """Send the browser on to another page after an act, whether it asked by itself or through htmx."""
    if wil_fragment(request):
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return HttpResponseRedirect(adres)


def is_bewaarpoging(request: HttpRequest) -> bool:
    """Tell whether this is the page saving a draft by itself (a form with data-autosave)."""
    return request.headers.get("Eenplan-Bewaren") == "1"


def bewaard(
    *, at: datetime, bewerking: int | None = None, velden: Mapping[str, str] | None = None, status: int = 200
) -> HttpResponse:
    """Tell the page that its draft is kept, and since when: it then shows “bewaard 14:02”.

    `bewerking` is the new edit number; the page puts it in the field of that name. `velden` are new values for other
    fields. Status 409 says that a colleague wrote in the same place; what could be kept beside it is kept.
    """
    extra = {} if bewerking is None else {"Eenplan-Bewerking": str(bewerking)}
    headers = {"Eenplan-Bewaard": tijd(at)} | extra
    if velden is None:
        return HttpResponse(status=204, headers=headers)
    return JsonResponse(dict(velden), status=status, headers=headers)


def _has_messages(request: HttpRequest) -> bool:
    return hasattr(request, "_messages") and len(get_messages(request)) > 0


def gelezen_nummer(request: HttpRequest) -> int | None:
    """Give the edit number of what stood on the page that was read, or none."""
    nummer = request.POST.get("bewerking", "")
    return int(nummer) if nummer.isdecimal() and len(nummer) < 19 else None
