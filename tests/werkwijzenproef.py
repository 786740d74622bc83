"""The four municipalities (six ways of working) as the tests walk them: what each offers, asks and says, and ends."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eenplan.inrichting.bestanden import bestanden
from eenplan.inrichting.lezen import vergeet
from eenplan.inrichting.woorden import maak_catalogus

GEMEENTEN = Path(__file__).parents[1] / "src/eenplan/inrichting/gemeenten"
TEKSTEN = GEMEENTEN.parents[1] / "locale/en/LC_MESSAGES/django.mo"


@dataclass(frozen=True)
class Variant:
    """One way of working. `kanaal` is the way in of its story, `leefgebieden` what admission to casework asks."""

    bestand: str
    naam: str
    woord: str
    kanaal: str
    einde: str
    organisatie: str = ""
    leefgebieden: tuple[str, ...] = ()
    samen_toegelaten: bool = False
    niet: str = "inloop"

    @property
    def pad(self) -> Path:
        return GEMEENTEN / self.bestand


VARIANTEN = (
    Variant(
        "enschede.toml",
        "Enschede",
        "wijkcoach",
        "professional",
        "gezamenlijk",
        organisatie="Woonstichting De Brug",
        leefgebieden=("geld", "wonen"),
        samen_toegelaten=True,
    ),
    Variant("leeuwarden", "Leeuwarden", "sociaal werker", "inloop", "slapend", niet="post"),
    Variant("zaanstad.toml", "Zaanstad", "generalist", "inloop", "regisseur", niet="professional"),
    Variant(
        "utrecht-team.toml",
        "Utrecht, team",
        "buurtteammedewerker",
        "naaste",
        "regisseur",
        leefgebieden=("geld", "wonen"),
        niet="post",
    ),
    Variant(
        "utrecht-frontbackoffice.toml",
        "Utrecht, front- en backoffice",
        "casemanager",
        "telefoon",
        "regisseur",
        niet="naaste",
    ),
    Variant(
        "utrecht-netwerkoverleg.toml",
        "Utrecht, netwerkoverleg",
        "trekker",
        "professional",
        "gezamenlijk",
        organisatie="Huisartsenpraktijk Noord",
        niet="telefoon",
    ),
)


@contextmanager
def als_in(variant: Variant, settings: Any, var: Path) -> Iterator[None]:
    """Let this process serve the municipality: its configuration and, as at a start, the catalogue of its words."""
    eerder = settings.EENPLAN_INRICHTING, settings.LOCALE_PATHS
    woorden = tomllib.loads(bestanden(variant.pad)[-1].pad.read_text(encoding="utf-8")).get("woorden", {})
    catalogus = maak_catalogus(TEKSTEN, woorden, var)
    settings.EENPLAN_INRICHTING = variant.pad
    settings.LOCALE_PATHS = [*([catalogus] if catalogus else []), *eerder[1]]
    try:
        yield
    finally:
        settings.EENPLAN_INRICHTING, settings.LOCALE_PATHS = eerder
        vergeet()


SLUITING = {
    "reden": "De doelen zijn gehaald.",
    "verteld_hoe": "gesprek",
    "blijft_contact": "Het team, 0123 45 00 01",
    "bereikt_inwoner": "Het is weer rustig in huis.",
    "bereikt_medewerker": "Sanne redt het met haar zus.",
}
