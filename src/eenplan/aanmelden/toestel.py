"""A device in plain words, from what the browser says of itself. A guess for a reader, never a proof."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

# The first that fits wins: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
_BROWSERS: Final = (
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("crios", "Chrome"),
    ("chrome", "Chrome"),
    ("safari", "Safari"),
)
_SYSTEMEN: Final = (
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("windows", "Windows"),
    ("mac os x", "Mac"),
    ("cros", "Chromebook"),
    ("linux", "Linux"),
)


def toestel(user_agent: str) -> str:
    """Give browser and device: "Firefox op Windows". What we do not recognise we do not repeat."""
    tekst = user_agent[:400].lower()
    browser = next((naam for merk, naam in _BROWSERS if merk in tekst), "")
    systeem = next((naam for merk, naam in _SYSTEMEN if merk in tekst), "")
    if browser and systeem:
        return _("%(browser)s op %(systeem)s") % {"browser": browser, "systeem": systeem}
    return browser or systeem or _("onbekend apparaat")
