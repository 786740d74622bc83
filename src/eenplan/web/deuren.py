"""Which pages open for a worker, asked of the pages themselves, so that no line of work leads to a closed door."""

from __future__ import annotations

from dataclasses import replace

from django.urls import resolve

from eenplan.teams.models import Medewerker
from eenplan.web.volgorde import Werk


def opent(medewerker: Medewerker, adres: str) -> bool:
    """Tell whether the page at this address is open to the worker, as far as rights go."""
    rechten = getattr(resolve(adres.partition("?")[0]).func, "rechten", ())
    return not rechten or any(medewerker.mag(recht) for recht in rechten)


def met_open_deuren(regel: Werk, medewerker: Medewerker) -> Werk:
    """Give the line with only the link and the act that this worker may follow."""
    adres = regel.adres if opent(medewerker, regel.adres) else ""
    mag = not regel.actie or (opent(medewerker, regel.actie_adres) and (not regel.recht or medewerker.mag(regel.recht)))
    return replace(regel, adres=adres) if mag else replace(regel, adres=adres, actie="", formulier=None)
