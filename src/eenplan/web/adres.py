"""From which address a request comes, also behind a web server of our own; kept nowhere in plain text."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def adres_van(request: HttpRequest) -> str:
    """Give the address of whoever calls. Behind our own web server it is the last one in its list, which it added."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.SECURE_PROXY_SSL_HEADER:
        return direct
    return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or direct


def adresafdruk(request: HttpRequest) -> str:
    """Give what the brake remembers of an address: enough to count, too little to know where it was."""
    return salted_hmac("eenplan.adres", adres_van(request), algorithm="sha256").hexdigest()
