"""Draws every state table of the program, so that a worker can see what may follow what, and why."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from eenplan.core.transitions import Overgangen

KOP = """# Statussen

Wat kan waarop volgen, en waarom. Deze pagina is gemaakt uit de tabellen waarmee het programma zelf werkt
(`eenplan statussen`); wat er niet staat, kan niet. Een test loopt elke stap na, de verboden stappen ook.
"""


def met_status() -> list[type[Model]]:
    """Give every model whose rows move through a state table, by name."""
    met = (model for model in apps.get_models() if isinstance(getattr(model, "OVERGANGEN", None), Overgangen))
    return sorted(met, key=lambda model: str(model._meta.verbose_name))


def namen(model: type[Model]) -> dict[str, str]:
    """Give the states of this model with the words on the screen."""
    veld = model._meta.get_field("status")
    return {str(code): str(naam) for code, naam in veld.flatchoices}  # type: ignore[union-attr]


def overzicht() -> str:
    """Give the whole page in Markdown: per kind a diagram and a table with the reasons."""
    return "\n".join([KOP, *(regel for model in met_status() for regel in _deel(model))])


def _deel(model: type[Model]) -> Iterator[str]:
    tabel: Overgangen = model.OVERGANGEN  # type: ignore[attr-defined]
    naam = namen(model)
    yield from (f"## {str(model._meta.verbose_name).capitalize()}", "", "```mermaid", "stateDiagram-v2")
    yield from (f"    {code}: {woord}" for code, woord in naam.items())
    yield f"    [*] --> {tabel.begin}"
    yield from (f"    {stap.van} --> {stap.naar}" for stap in tabel.overgangen)
    yield from ("```", "", "| van | naar | waarom |", "|---|---|---|")
    yield from (f"| {naam[stap.van]} | {naam[stap.naar]} | {stap.reden} |" for stap in tabel.overgangen)
    yield ""
