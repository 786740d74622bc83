"""Sets of life domains to measure on, and what residents are asked about the help; a municipality may replace both.

Names only: the texts that describe each level are licensed, and come from a file of the municipality itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

NIVEAUS: Final = range(1, 6)
SCHAALVRAGEN: Final = range(3, 7)  # few enough to answer at the kitchen table


@dataclass(frozen=True)
class Domein:
    code: str
    naam: str


@dataclass(frozen=True)
class Leefgebiedset:
    """Life domains that are measured together, in the order in which they are asked."""

    code: str
    naam: str
    domeinen: tuple[Domein, ...]

    def domein_naam(self, code: str) -> str:
        """Give the name on the screen; an old code that was dropped shows as itself."""
        return next((domein.naam for domein in self.domeinen if domein.code == code), code)


@dataclass(frozen=True)
class Ervaringsvraag:
    """One thing a resident is asked about the help: on a scale of 1 to 5, or open (G5)."""

    code: str
    vraag: str
    is_open: bool = False


def _set(code: str, naam: str, **domeinen: str) -> Leefgebiedset:
    return Leefgebiedset(code, naam, tuple(Domein(eigen, zo) for eigen, zo in domeinen.items()))


SETS: Final = (
    _set(
        "dertien",
        "13 leefgebieden",
        geld="Geld",
        werk="Werk en opleiding",
        dag="Tijdsbesteding",
        wonen="Wonen",
        thuis="Relaties thuis",
        psychisch="Psychische gezondheid",
        lichaam="Lichamelijke gezondheid",
        middelen="Gebruik van middelen",
        zelfzorg="Voor zichzelf zorgen",
        huishouden="Huishouden en regelen",
        netwerk="Mensen om u heen",
        meedoen="Meedoen in de buurt",
        justitie="Politie en justitie",
    ),
    _set(
        "elf",
        "11 leefgebieden",
        geld="Geld",
        dag="Werk, opleiding en tijdsbesteding",
        wonen="Wonen",
        thuis="Relaties thuis",
        psychisch="Psychische gezondheid",
        lichaam="Lichamelijke gezondheid",
        middelen="Verslaving",
        zelfzorg="Dagelijks leven",
        netwerk="Mensen om u heen",
        meedoen="Meedoen in de buurt",
        justitie="Politie en justitie",
    ),
    _set(
        "ouderschap",
        "Ouderschap",
        verzorging="Lichamelijke verzorging van de kinderen",
        steun="Steun en warmte voor de kinderen",
        school="School",
        opvang="Opvang van de kinderen",
    ),
    _set(
        "veiligheid", "Veiligheid", volwassenen="Veiligheid van de volwassenen", kinderen="Veiligheid van de kinderen"
    ),
)

VRAGEN: Final = (
    Ervaringsvraag("serieus", "Ik werd serieus genomen."),
    Ervaringsvraag("samen", "We hebben samen naar een oplossing gezocht."),
    Ervaringsvraag("wie", "Ik weet bij wie ik terechtkan."),
    Ervaringsvraag("passend", "De hulp past bij wat ik nodig heb."),
    Ervaringsvraag("beter", "Het gaat door de hulp beter met mij."),
    Ervaringsvraag("anders", "Wat moeten wij weten, of anders doen?", is_open=True),
)


def anker_sleutel(leefgebiedset: str, domein: str, niveau: int | str) -> str:
    """Give the key under which the municipality's text for a level is kept."""
    return f"{leefgebiedset}.{domein}.{niveau}"


def lees_sets(ruw: list[dict[str, Any]]) -> tuple[Leefgebiedset, ...]:
    """Make the municipality's own sets, or give the standard ones. Raises ValueError with the place that is wrong."""
    if not ruw:
        return SETS
    sets = tuple(
        Leefgebiedset(rij["code"], rij["naam"], tuple(Domein(**domein) for domein in rij.get("domeinen", ())))
        for rij in ruw
    )
    for rij in sets:
        codes = [domein.code for domein in rij.domeinen]
        if not codes or len(codes) != len(set(codes)):
            raise ValueError(f"leefgebiedset {rij.code}: elk domein staat er één keer in, en er is er ten minste één")
    if len({rij.code for rij in sets}) != len(sets):
        raise ValueError("leefgebiedset: een code komt twee keer voor")
    return sets


def lees_ankers(ruw: Mapping[str, Any], sets: tuple[Leefgebiedset, ...]) -> dict[str, str]:
    """Give the texts of the municipality's own file, by set, domain and level. Raises ValueError at a stray one."""
    bekend = {
        anker_sleutel(rij.code, domein.code, niveau) for rij in sets for domein in rij.domeinen for niveau in NIVEAUS
    }
    ankers = {
        anker_sleutel(code, domein, niveau): str(tekst)
        for code, domeinen in ruw.items()
        for domein, niveaus in domeinen.items()
        for niveau, tekst in niveaus.items()
    }
    if vreemd := sorted(ankers.keys() - bekend):
        raise ValueError(f"ankers: {vreemd[0]} is geen niveau van een leefgebied in deze inrichting")
    return ankers


def controleer_vragen(vragen: tuple[Ervaringsvraag, ...], vanaf: int) -> None:
    """Refuse more questions than a resident answers, or figures of so few that somebody is known by them."""
    schaal = sum(not vraag.is_open for vraag in vragen)
    if schaal not in SCHAALVRAGEN or len(vragen) - schaal > 1:
        raise ValueError("ervaringsvraag: er zijn 3 tot en met 6 vragen op een schaal, en ten hoogste één open vraag")
    if len({vraag.code for vraag in vragen}) != len(vragen):
        raise ValueError("ervaringsvraag: een code komt twee keer voor")
    if vanaf < 3:
        raise ValueError("ervaringen: vanaf is ten minste 3, anders is iemand te herkennen")
