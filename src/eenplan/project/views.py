"""The pages that belong to no room: is the program well, and what went wrong."""

from datetime import timedelta
from typing import Final

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eenplan import VERSIE
from eenplan.access.toegang import public
from eenplan.core import klok
from eenplan.core.errors import Weigering
from eenplan.inrichting.lezen import inrichting

VALID: Final = timedelta(days=180)  # how long an answer about where to report may be believed


@public
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Tell a load balancer whether this process can serve: the database answers and its tables are up to date."""
    try:
        pending = len(pending_migrations())
        database = "ok"
    except DatabaseError:
        pending, database = 0, "onbereikbaar"
    ready = database == "ok" and not pending
    answer = {
        "status": "ok" if ready else "niet gereed",
        "database": database,
        "migraties": "bij" if database == "ok" and not pending else f"{pending} te doen" if pending else "onbekend",
        "versie": VERSIE,
    }
    return JsonResponse(answer, status=200 if ready else 503)


def pending_migrations() -> list[str]:
    """Return the migrations that the database has not had yet."""
    executor = MigrationExecutor(connection)
    return [str(migration) for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


@public
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell where to report a weakness (RFC 9116); not there when the municipality named no place."""
    where = inrichting().gemeente.meldpunt
    if not where:
        raise Http404
    lines = [
        f"Contact: {where}",
        f"Expires: {(klok.echt_nu() + VALID).isoformat(timespec='seconds')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what could not be read."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a missing right, with the sentence of the refusal when there is one."""
    return _page(request, 403, zin=exception.zin if isinstance(exception, Weigering) else "")


def conflict(request: HttpRequest, exception: Weigering) -> HttpResponse:
    """Answer an act that the rules or the state of the file forbid."""
    return _page(request, 409, zin=exception.zin)


def too_large(request: HttpRequest) -> HttpResponse:
    """Answer what is larger than any form of ours; it was not read."""
    zin = _("Dit bestand is groter dan 10 MB. Maak het kleiner of splits het.")
    return HttpResponse(loader.render_to_string("core/409.html", {"zin": zin}, request), status=413)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what does not exist, or not for this worker: the page does not tell which."""
    return _page(request, 404)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was sent from a page that is no longer valid."""
    return HttpResponse(loader.render_to_string("core/403_csrf.html", {}, request), status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours without the database: no request, so no session, no user, no menu."""
    return HttpResponse(loader.render_to_string("core/500.html"), status=500)


def _page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    return HttpResponse(loader.render_to_string(f"core/{status}.html", context, request), status=status)
