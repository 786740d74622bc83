"""What every page knows without asking a room: the municipality, who is signed in, where we are, and messages.

The navigation is not here: the room `web` adds it with a context processor of its own.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest


def pagina(request: HttpRequest) -> dict[str, Any]:
    """Give the names that basis.html uses."""
    user = getattr(request, "user", None)
    return {
        "gemeente": settings.GEMEENTE,
        "gebruiker": str(user) if user is not None and user.is_authenticated else "",
        "adres": request.path,
        # A function, so that messages are marked as read only where they are shown.
        "mededelingen": lambda: get_messages(request),
    }
