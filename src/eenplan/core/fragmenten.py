"""Render one block of a page alone, for htmx: a fragment is a block of the page it belongs to, never a second file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.template.backends.jinja2 import Template
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.utils.safestring import SafeString, mark_safe


def render_blok(template_name: str, blok: str, context: Mapping[str, Any], request: HttpRequest) -> SafeString:
    """Give the text of one block, as it would stand in the whole page."""
    page = engines["jinja2"].get_template(template_name)
    assert isinstance(page, Template)  # the only engine of this project  # noqa: S101
    names = page.template.new_context(_names(page, context, request))
    # The first step of the root runs the imports and links the parent's blocks; it stops at the first text of the page.
    next(page.template.root_render_func(names), None)
    if blok not in names.blocks:
        raise KeyError(f"{template_name} has no block {blok}")
    text = page.template.environment.concat(names.blocks[blok][0](names))
    return mark_safe(text)  # noqa: S308 - the environment escaped every value in it


def _names(page: Template, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Collect what Django itself would pass to the whole page."""
    names: dict[str, Any] = {
        "request": request,
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
    }
    for processor in page.backend.template_context_processors:
        names |= processor(request)
    return names | dict(context)
