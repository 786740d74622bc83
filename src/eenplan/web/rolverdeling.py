"""The cast of the demo: who they are, and what to try first. Read only when the demo runs.

The people themselves are rows that the room `demo` makes; here stand only their lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.teams.models import Medewerker

Tekst = str | Promise


@dataclass(frozen=True)
class Speler:
    """One member of the cast; `begin` is the name of the page where the story starts."""

    gebruikersnaam: str
    rol: Tekst
    wie: Tekst
    stappen: tuple[Tekst, ...]
    begin: str


@dataclass(frozen=True)
class Bezetting:
    """A member of the cast who is really there, ready to be played."""

    speler: Speler
    medewerker: Medewerker


# In the order of the work: from the call to the look behind the scenes.
SPELERS = (
    Speler(
        "gerda",
        _("frontoffice"),
        _("Neemt de telefoon op en ziet meteen of iemand bekend is."),
        (
            _("Neem een vraag om hulp aan en maak er een melding van."),
            _("Beantwoord een vraag waar het staat, zonder iemand door te verbinden."),
        ),
        "web:aannemen",
    ),
    Speler(
        "amina",
        _("regisseur, Team Noord 1"),
        _("Voert de gesprekken, schrijft het plan en houdt de regie."),
        (
            _("Begin bij Mijn dag: wat moet er eerst?"),
            _("Pak een nieuwe melding op, plan een gesprek en schrijf het verslag."),
            _("Maak het plan met het gezin en bied het aan."),
        ),
        "web:dag",
    ),
    Speler(
        "bram",
        _("regisseur, Team Noord 1"),
        _("Amina’s collega. Ziet dezelfde huishoudens en neemt waar."),
        (
            _("Open een huishouden van Amina en schrijf een notitie."),
            _("Kijk daarna als Amina wat er sinds haar laatste bezoek is veranderd."),
        ),
        "web:dag",
    ),
    Speler(
        "farid",
        _("manager, Team Noord 1"),
        _("Stelt plannen vast en ziet hoe het team ervoor staat."),
        (
            _("Stel het plan vast dat Amina aanbood, of stuur het terug met een reden."),
            _("Bekijk op Team welke huishoudens nog geen regisseur hebben."),
        ),
        "web:dag",
    ),
    Speler(
        "daan",
        _("backoffice"),
        _("Neemt het besluit, maakt het bekend en wijst de hulp toe."),
        (
            _("Neem een besluit uit het vastgestelde plan; niets hoeft opnieuw getypt."),
            _("Wijs de hulp toe en leg vast wanneer zij begon."),
        ),
        "web:dag",
    ),
    Speler(
        "chantal",
        _("regisseur, Team Zuid 1"),
        _("Werkt in een ander team en ziet de dossiers van Noord dus niet."),
        (_("Zoek een huishouden uit Noord: het komt niet in beeld."),),
        "web:dag",
    ),
    Speler(
        "els",
        _("functionaris gegevensbescherming"),
        _("Ziet wie wat heeft bekeken en gewijzigd, en nooit de inhoud."),
        (_("Zoek in het logboek wie het dossier van Amina’s huishouden opende."),),
        "audit:spoor",
    ),
)


def speler(gebruikersnaam: str) -> Speler | None:
    """Give the member of the cast with this name, or none."""
    return next((rol for rol in SPELERS if rol.gebruikersnaam == gebruikersnaam), None)


def bezet(medewerkers: Iterable[Medewerker]) -> list[Bezetting]:
    """Match the cast with the workers who are there, in the order of the work."""
    per_naam = {medewerker.gebruikersnaam: medewerker for medewerker in medewerkers}
    return [Bezetting(rol, per_naam[rol.gebruikersnaam]) for rol in SPELERS if rol.gebruikersnaam in per_naam]
