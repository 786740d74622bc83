"""What a browser would send: the fields of a form as they stand on the page, with what is typed over them."""

from __future__ import annotations

from typing import Any

from page import Page

AANNEMEN = "/aannemen/"


def formulier(pagina: Page, xpath: str = "//main//form[@method='post']", **anders: Any) -> dict[str, Any]:
    """Return the fields of a form of the page; radio buttons and boxes only when they are on."""
    velden: dict[str, Any] = {}
    for veld in pagina.tree.xpath(f"{xpath}//*[self::input or self::select or self::textarea]"):
        if veld.get("type") in {"radio", "checkbox"} and veld.get("checked") is None:
            continue
        waarde = veld.get("value") if veld.tag == "input" else veld.value
        velden[veld.get("name")] = (waarde or "").strip("\n")
    return velden | anders


def gespreksformulier(pagina: Page, **anders: Any) -> dict[str, Any]:
    """Return the form of a call."""
    return formulier(pagina, "//form[@id='gesprek']", **anders)
