"""Every defence that the threat model and the table of ASVS name is proved by a test that exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STANDAARD = Path(__file__).with_name("asvs_5_0_0.txt")  # the numbers of level 1 and 2 of OWASP ASVS 5.0.0, no more
STANDEN = ("met", "not applicable", "not yet")
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
    # A file is no proof: somebody has to be able to run the very test.
    assert [rij for rij in rijen if not all(naam for _, naam in GENOEMD.findall(rij))] == []


def asvs_rows() -> list[list[str]]:
    """Give the rows of the table: number, level, what it asks, state, where."""
    tekst = (PROJECT / "docs" / "asvs.md").read_text(encoding="utf-8")
    tabel = tekst.split("## The table")[1].split("## What the standard wants written down")[0]
    return [[cel.strip() for cel in rij.strip("|").split(" | ")] for rij in tabel.splitlines() if rij.startswith("| V")]


def test_every_number_of_the_standard_is_in_the_table_once():
    numbers = STANDAARD.read_text(encoding="ascii").split()
    assert len(numbers) == 253
    assert [rij[0] for rij in asvs_rows()] == [f"V{number}" for number in numbers]


def test_every_state_is_one_of_three_with_its_reason_or_its_proof():
    faults = []
    for rij in asvs_rows():
        assert len(rij) == 5, rij
        number, _level, asked, state, where = rij
        kind, _, reason = state.partition("**:")
        named = re.findall(r"`([\w./-]+?)(?:::\w+)?`", where)
        if (
            kind.strip("*") not in STANDEN
            or (kind.strip("*") == "met" and not named)
            or (kind.strip("*") != "met" and len(reason.split()) < 2)
            or len(asked.split()) > 12
            or not all((PROJECT / pad).exists() for pad in named)
        ):
            faults.append(f"{number}: {state} {where}")
    assert not faults


def test_the_totals_above_the_table_are_counted():
    tekst = (PROJECT / "docs" / "asvs.md").read_text(encoding="utf-8")
    counted = {stand: sum(rij[3].startswith(f"**{stand}**") for rij in asvs_rows()) for stand in STANDEN}
    for stand, aantal in counted.items():
        assert f"| {stand} | {aantal} |" in tekst
    assert f"| together | {sum(counted.values())} |" in tekst
