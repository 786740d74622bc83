"""The Jinja2 environment of every page: escaped, strict about missing names, in the language of the reader."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined

from eenplan.core import opmaak, vertaling


def url(name: str, *args: object, **kwargs: object) -> str:
    """Give the address of a named view: `url('meldingen:melding', melding.pk)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def combineer(eerst: dict[str, object], dan: dict[str, object]) -> dict[str, object]:
    """Join two sets of attributes; the second wins."""
    return eerst | dan


def environment(**options: Any) -> Environment:  # noqa: ANN401 - whatever settings.TEMPLATES holds
    """Build the environment for Django's Jinja2 backend."""
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)  # noqa: S701 - autoescape is on, above
    env.policies["ext.i18n.trimmed"] = True  # as babel.cfg collects them
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {"static": static, "url": url, "taalcode": opmaak.taal, **opmaak.FILTERS}
    env.filters |= opmaak.FILTERS | vertaling.FILTERS | {"combineer": combineer}
    return env
