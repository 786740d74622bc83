"""The tales from practice as a booklet that a social worker can read, made from the tests that play them."""

from __future__ import annotations

import ast
from pathlib import Path

VERHALEN = Path(__file__).parent / "praktijk"
KOP = """# Praktijkverhalen

Vijftien verhalen van medewerkers en inwoners, uit de onderzoeken naar sociale wijkteams. Elk verhaal wordt bij elke
wijziging van het programma nagespeeld, op dezelfde schermen die een medewerker gebruikt. Gaat er een mis, dan komt de
wijziging er niet door. De namen zijn verzonnen.
"""


def verhalen() -> list[str]:
    """Give the text of every tale, in the order in which they stand."""
    bomen = (ast.parse(bestand.read_text(encoding="utf-8")) for bestand in sorted(VERHALEN.glob("test_*.py")))
    delen = [deel for boom in bomen for deel in boom.body if isinstance(deel, ast.FunctionDef)]
    return [tekst for deel in delen if deel.name.startswith("test_") and (tekst := ast.get_docstring(deel))]


def boek() -> str:
    """Give the whole booklet in Markdown."""
    return "\n".join([KOP, *(_hoofdstuk(nummer, tekst) for nummer, tekst in enumerate(verhalen(), 1))])


def _hoofdstuk(nummer: int, tekst: str) -> str:
    titel, _leeg, rest = tekst.partition("\n")
    regels = [regel.strip() for regel in rest.strip().splitlines()]
    return f"## {nummer}. {titel}\n\n" + "\n".join(_nadruk(regel) for regel in regels) + "\n"


def _nadruk(regel: str) -> str:
    for woord in ("Gegeven", "Als", "Dan"):
        if regel.startswith(woord + " "):
            return f"**{woord}**{regel[len(woord) :]}"
    return f"*{regel}*" if regel.startswith("Bron:") else regel


if __name__ == "__main__":
    doel = Path(__file__).parent.parent / "docs" / "praktijkverhalen.md"
    doel.write_text(boek(), encoding="utf-8")
