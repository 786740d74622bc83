"""What happens around every request: one log line, the browser's policy, and the demo's journey in time."""

import time
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.project import views
from eenplan.web.tijdreis import dagen_vooruit

log = structlog.get_logger("eenplan.request")

GetResponse = Callable[[HttpRequest], HttpResponse]


REFUSALS = (401, 403, 413, 429)


class RequestLogMiddleware:
    """Write one line per request: its route (not its address), the answer, the time taken and the worker's id.

    A refusal is a warning, so that whoever watches the log can find it: no right, too often, or not there for this one.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        route = request.resolver_match.route if request.resolver_match else ""
        refused = response.status_code in REFUSALS or bool(route and response.status_code == 404)
        write = log.error if response.status_code >= 500 else log.warning if refused else log.info
        write(
            "request",
            method=request.method,
            route=route,
            status=response.status_code,
            refused=refused,
            ms=round((time.perf_counter() - started) * 1000),
            worker=getattr(getattr(request, "user", None), "pk", None),
        )
        return response


class BodySizeMiddleware:
    """Refuse what is larger than any form of ours, before a byte of it is read or put on disk."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "")
        if length.isdecimal() and int(length) > settings.LARGEST_BODY:
            return views.too_large(request)
        return self.get_response(request)


class BrowserPolicyMiddleware:
    """Switch off what no page of ours uses, and keep pages with personal data out of every cache."""

    HEADERS = {
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cache-Control": "no-store",
    }

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for header, value in self.HEADERS.items():
            response.headers.setdefault(header, value)
        return response


class TimeTravelMiddleware:
    """Let a visitor of the demo live on another day; outside the demo this does nothing."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        days = dagen_vooruit(request) if settings.DEMO else 0
        if not days:
            return self.get_response(request)
        with klok.verschuiving(days):
            return self.get_response(request)


class RefusalMiddleware:
    """Turn a refusal that no view caught into a page with its sentence: 403 for a right, 409 for the rules."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; leave everything else to Django."""
        if isinstance(exception, NietToegestaan):
            return views.forbidden(request, exception)
        if isinstance(exception, NietMogelijk):
            return views.conflict(request, exception)
        return None
