"""De opdracht `eenplan termijn`: een termijn uitrekenen op de opdrachtregel.

Naast `overzicht` de enige module hier die leest en schrijft: zij drukt het antwoord af. Geen Django, dus direct klaar.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Final, NoReturn

from eenplan.wetgeving.afleiding import Opschorting, Termijn
from eenplan.wetgeving.datums import voluit
from eenplan.wetgeving.lengte import TermijnFout
from eenplan.wetgeving.termijnen import bereken
from eenplan.wetgeving.termijnregels import REGELS, zoek_regel

HULP: Final = """\
Gebruik: eenplan termijn REGEL START [--opschorting VAN:TOT]… [--verdaging WEKEN] [--commissie] [--json]
         eenplan termijn --lijst [--json]

Rekent de laatste dag van een wettelijke termijn uit en laat zien hoe de wet daar komt.

  REGEL                  de code van de termijn, zie --lijst
  START                  de dag van de gebeurtenis, als jaar-maand-dag (2026-02-23)
  --opschorting VAN:TOT  dagen waarop de termijn stilstond, beide dagen meegeteld; mag vaker
  --verdaging WEKEN      het aantal weken waarmee de termijn is verdaagd
  --commissie            er adviseert of behandelt een commissie
  --json                 het antwoord als JSON
  --lijst                alle termijnen die Eenplan kent
  --help                 deze uitleg

Voorbeeld: eenplan termijn wmo-onderzoek 2026-02-23
"""
DATUMVORM: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WEKENVORM: Final = re.compile(r"[+-]?\d{1,6}", re.ASCII)
LANGSTE_CITAAT: Final = 40


class OpdrachtFout(ValueError):  # noqa: N818 - a Dutch noun says it
    """Een opdracht die niet klopt; de boodschap is één zin."""


class Opdrachtlezer(argparse.ArgumentParser):
    """Zoals argparse, maar een fout is één Nederlandse zin in plaats van een blok uitleg."""

    def error(self, message: str) -> NoReturn:
        raise OpdrachtFout("Deze opdracht klopt niet; bekijk `eenplan termijn --help` voor de juiste vorm.")


def main(argv: Sequence[str]) -> int:
    """Voer de opdracht uit; `argv` is alles ná `eenplan termijn`. 0 is gelukt, 2 is een opdracht die niet kan."""
    try:
        antwoord = _antwoord(_lezer().parse_intermixed_args(list(argv)))
    except (OpdrachtFout, TermijnFout) as fout:
        sys.stderr.write(f"{fout}\n")
        return 2
    sys.stdout.write(f"{antwoord}\n")
    return 0


def _lezer() -> Opdrachtlezer:
    lezer = Opdrachtlezer(prog="eenplan termijn", add_help=False, allow_abbrev=False)
    lezer.add_argument("woorden", nargs="*")
    lezer.add_argument("--opschorting", action="append", default=[])
    lezer.add_argument("--verdaging")
    for vlag in ("--commissie", "--json", "--lijst", "--help", "-h"):
        lezer.add_argument(vlag, action="store_true")
    return lezer


def _antwoord(opdracht: argparse.Namespace) -> str:
    if opdracht.help or opdracht.h:
        return HULP.rstrip()
    if opdracht.lijst:
        return _lijst(als_json=opdracht.json)
    termijn = _termijn(opdracht)
    return termijn.as_json() if opdracht.json else _uitleg(termijn)


def _termijn(opdracht: argparse.Namespace) -> Termijn:
    if len(opdracht.woorden) != 2:
        raise OpdrachtFout("Geef één regel en één startdatum, bijvoorbeeld `eenplan termijn wmo-onderzoek 2026-02-23`.")
    code, start = opdracht.woorden
    zoek_regel(code)
    return bereken(
        code,
        _datum(start),
        opschortingen=[_opschorting(tekst) for tekst in opdracht.opschorting],
        verdaging_weken=0 if opdracht.verdaging is None else _weken(opdracht.verdaging),
        commissie=opdracht.commissie,
    )


def _datum(tekst: str) -> date:
    try:
        if DATUMVORM.fullmatch(tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        raise OpdrachtFout(f"De datum {_citaat(tekst)} bestaat niet.") from None
    raise OpdrachtFout(f"De datum {_citaat(tekst)} is niet te lezen; schrijf jaar-maand-dag, zoals 2026-02-23.")


def _opschorting(tekst: str) -> Opschorting:
    van, dubbelepunt, tot = tekst.partition(":")
    if not dubbelepunt:
        raise OpdrachtFout(
            f"De opschorting {_citaat(tekst)} is niet te lezen; schrijf VAN:TOT, zoals 2026-06-02:2026-06-09."
        )
    return Opschorting(_datum(van), _datum(tot))


def _weken(tekst: str) -> int:
    if not WEKENVORM.fullmatch(tekst):
        raise OpdrachtFout(f"De verdaging {_citaat(tekst)} is niet te lezen; geef een aantal weken, zoals 6.")
    weken = int(tekst)
    if weken < 1:
        raise OpdrachtFout("Een verdaging duurt ten minste één week.")
    return weken


def _citaat(tekst: str) -> str:
    """Wat de gebruiker intypte, kort en zonder regeleinden of besturingstekens."""
    return repr(tekst if len(tekst) <= LANGSTE_CITAAT else f"{tekst[:LANGSTE_CITAAT]}…")


def _lijst(*, als_json: bool) -> str:
    if als_json:
        return json.dumps([regel.as_dict() for regel in REGELS.values()], ensure_ascii=False, indent=2)
    breedte = max(len(code) for code in REGELS)
    return "\n".join(
        f"{regel.code:<{breedte}}  {regel.lengte!s:<11}  {regel.naam} ({regel.artikel}), na {regel.start}"
        for regel in REGELS.values()
    )


def _uitleg(termijn: Termijn) -> str:
    regel = zoek_regel(termijn.regel)
    return "\n".join(
        [
            f"{termijn.naam} ({termijn.artikel})",
            "",
            f"Laatste dag: {voluit(termijn.einddatum)} ({termijn.einddatum.isoformat()})",
            "",
            "Zo komt de wet daar:",
            *(f"  {nummer}. {stap.reden} [{stap.artikel}]" for nummer, stap in enumerate(termijn.stappen, start=1)),
            "",
            regel.toelichting,
            f"Gevolg: {regel.gevolg}",
            *(f"Let op: {waarschuwing}" for waarschuwing in termijn.waarschuwingen),
        ]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
