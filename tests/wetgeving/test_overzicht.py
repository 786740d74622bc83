"""No rule without an article, no article without a test, and a document that says so and is up to date."""

from datetime import date
from pathlib import Path

import pytest

from eenplan.wetgeving import overzicht
from eenplan.wetgeving.regels import Artikel, artikel, artikelen_van

PROJECT = Path(__file__).parents[2]
TESTS = overzicht.tests_per_plek(overzicht.lees_tests(PROJECT / "tests" / "wetgeving"))
BEKEND = {overzicht.plek(artikel) for artikel in overzicht.regels_per_artikel()}


@pytest.mark.parametrize("naam", overzicht.rechtsregels())
def test_every_public_rule_carries_its_article(naam: str) -> None:
    assert artikelen_van(overzicht.rechtsregels()[naam])


@pytest.mark.parametrize("naam", overzicht.rechtsregels())
def test_every_public_rule_says_what_it_does(naam: str) -> None:
    assert overzicht.rechtsregels()[naam].__doc__


@pytest.mark.parametrize("plek", sorted(BEKEND), ids=" ".join)
def test_every_article_has_a_test(plek: tuple[str, str]) -> None:
    assert TESTS.get(plek)


def test_no_test_names_an_article_that_no_rule_carries() -> None:
    assert set(TESTS) <= BEKEND


def test_the_document_is_up_to_date() -> None:
    """If this fails: python -m eenplan.wetgeving.overzicht."""
    geschreven = (PROJECT / "docs" / "wetgeving.md").read_text(encoding="utf-8")
    assert geschreven == overzicht.overzicht(overzicht.lees_tests(PROJECT / "tests" / "wetgeving"))


def test_the_document_is_written_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "tests" / "wetgeving").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    assert overzicht.main([str(tmp_path)]) == 0
    assert "**geen test**" in (tmp_path / "docs" / "wetgeving.md").read_text(encoding="utf-8")


def test_every_module_of_the_law_is_walked() -> None:
    """What is not walked is machinery: the registry, the wording, the municipality's own norms and the two commands."""
    machinerie = {"__init__", "afleiding", "datums", "normen", "opdracht", "overzicht", "regels", "termijnregels"}
    machinerie |= {"gezagsoorten", "gezagstabel", "gezagsoverzicht"}
    modules = {pad.stem for pad in (PROJECT / "src" / "eenplan" / "wetgeving").glob("*.py")}
    assert modules - machinerie == set(overzicht.WETSMODULES)


def test_the_mark_leaves_the_function_alone_and_can_be_stacked() -> None:
    def verdubbel(getal: int) -> int:
        return 2 * getal

    gemerkt = artikel("Awb", "1:1", vanaf=date(2020, 1, 1))(artikel("Awb", "1:2", vanaf=date(2021, 1, 1))(verdubbel))
    assert gemerkt is verdubbel
    assert gemerkt(2) == 4
    assert [str(plek) for plek in artikelen_van(gemerkt)] == ["artikel 1:1 Awb", "artikel 1:2 Awb"]


def test_an_unknown_law_is_refused() -> None:
    with pytest.raises(ValueError, match="WETTEN"):
        Artikel("Wet op de fantasie", "1", date(2020, 1, 1))
