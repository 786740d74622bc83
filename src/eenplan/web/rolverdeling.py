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
            _("Open Fam. Bouali: wie beslist er mee, en wat mag de school weten?"),
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
            _("Zoek Iris Visser: uw eigen dossier blijft voor u dicht."),
            _("Kijk bij Meldcodes: u bent de aandachtsfunctionaris van het team."),
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
            _("Kijk bij Dubbelen of twee inwoners één en dezelfde zijn."),
        ),
        "web:dag",
    ),
    Speler(
        "chantal",
        _("regisseur, Team Zuid 1"),
        _("Werkt in een ander team en ziet de dossiers van Noord dus niet."),
        (
            _("Zoek Fam. Bouali uit Noord: het dossier komt niet in beeld."),
            _("Vraag bij Toegang of iemand betrokken is, en vraag of u mag meewerken."),
            _("Kan het echt niet wachten? Open het dossier met noodtoegang; daarna oordeelt een ander."),
        ),
        "web:dag",
    ),
    Speler(
        "saskia",
        _("schuldhulpverlener, Team Noord 1"),
        _("Werkt alleen voor schuldhulp en ziet van een dossier wat daarbij hoort."),
        (
            _("Open Fam. de Wit: wat onder een andere wet valt, is voor u dicht."),
            _("Vraag bij Wetlabels inzage met een grond; de regisseur beslist, en het blijft in het dossier staan."),
        ),
        "web:dag",
    ),
    Speler(
        "willem",
        _("afdelingshoofd"),
        _("Neemt besluiten die meer kosten dan een ander mag beslissen."),
        (_("Neem het besluit voor Hans Vos, of stuur het terug met een reden."),),
        "web:dag",
    ),
    Speler(
        "vera",
        _("vrijwilliger"),
        _("Doet één taak voor één inwoner en ziet niets van het dossier."),
        (_("Lees wat Riet van u vraagt, en meld terug hoe het ging."),),
        "toegang:mijn_taken",
    ),
    Speler(
        "hanna",
        _("hulpverlener van een partner"),
        _("Werkt bij Thuiszorg De Brug. Ziet opdrachten aan haar organisatie en één doel dat Riet opende."),
        (_("Meld wat er van de opdracht over de trap kwam, en schrijf bij het doel hoe het gaat."),),
        "ketenpartners:mijn_opdrachten",
    ),
    Speler(
        "els",
        _("functionaris gegevensbescherming"),
        _("Ziet wie wat heeft bekeken en gewijzigd, en nooit de inhoud."),
        (
            _("Beoordeel de noodtoegang van Chantal, en kijk bij Opvallend welke blik een vraag waard is."),
            _("Werk het datalek af: de 72 uur lopen. Kijk bij Verzoeken wat inwoners vroegen."),
            _("Kijk bij Registers wie een verklaring tekende, en bij Bewaren of er iets weg mag."),
        ),
        "audit:spoor",
    ),
    Speler(
        "ilse",
        _("dossieronderzoeker"),
        _("Leest onder geheimhouding drie dossiers, tot een dag."),
        (_("Open een van uw dossiers. Els ziet dat u er was."),),
        "toegang:mijn_toegang",
    ),
    Speler(
        "koen",
        _("controller"),
        _("Ziet aantallen en geen mensen."),
        (_("Bekijk de cijfers: kleine aantallen blijven weg, zodat niemand te herkennen is."),),
        "web:cijfers",
    ),
    Speler(
        "ineke",
        _("functioneel beheerder"),
        _("Houdt mandaten, aanbod en aanmelden bij, zonder één dossier te zien."),
        (
            _("Bekijk bij Mandaten wie wat mag beslissen, ook op een eerdere dag."),
            _("Kijk bij Aanmelden van medewerkers wie een tweede stap heeft."),
        ),
        "besluiten:mandaten",
    ),
)


def speler(gebruikersnaam: str) -> Speler | None:
    """Give the member of the cast with this name, or none."""
    return next((rol for rol in SPELERS if rol.gebruikersnaam == gebruikersnaam), None)


def bezet(medewerkers: Iterable[Medewerker]) -> list[Bezetting]:
    """Match the cast with the workers who are there, in the order of the work."""
    per_naam = {medewerker.gebruikersnaam: medewerker for medewerker in medewerkers}
    return [Bezetting(rol, per_naam[rol.gebruikersnaam]) for rol in SPELERS if rol.gebruikersnaam in per_naam]
