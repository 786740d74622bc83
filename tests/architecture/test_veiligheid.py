"""Every defence that the threat model and the table of ASVS name is proved by a test that exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DOCUMENTEN = [PROJECT / "docs" / naam for naam in ("veiligheid.md", "asvs.md")]
GENOEMD = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@cache
def namen_in(bestand: Path) -> frozenset[str]:
    """Give the names of the tests in a file."""
    boom = ast.parse(bestand.read_text(encoding="utf-8"))
    return frozenset(knoop.name for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef))


@pytest.mark.parametrize("document", DOCUMENTEN, ids=lambda pad: pad.name)
def test_every_proof_that_is_named_exists(document):
    genoemd = GENOEMD.findall(document.read_text(encoding="utf-8"))
    assert len(genoemd) > 20
    ontbreekt = [
        f"{bestand}::{naam}"
        for bestand, naam in genoemd
        if not (PROJECT / bestand).exists() or (naam and naam not in namen_in(PROJECT / bestand))
    ]
    assert not ontbreekt


def test_every_abuse_case_names_its_proof():
    tekst = (PROJECT / "docs" / "veiligheid.md").read_text(encoding="utf-8")
    gevallen = tekst.split("## Abuse cases")[1].split("## What this does not stop")[0]
    rijen = [rij for rij in gevallen.splitlines() if rij.startswith("|") and not rij.startswith(("| what", "|---"))]
    assert len(rijen) > 40
    assert [rij for rij in rijen if not GENOEMD.search(rij)] == []
