"""Who is signed in, as a worker with a type."""

from __future__ import annotations

from django.http import HttpRequest

from eenplan.teams.models import Medewerker


def medewerker_van(request: HttpRequest) -> Medewerker:
    """Give the worker of a guarded view; anything else is a programming error."""
    if not isinstance(request.user, Medewerker):
        raise TypeError("medewerker_van() outside a view with @requires")
    return request.user
