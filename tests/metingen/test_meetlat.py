"""What a municipality may say about measuring and asking, and the sentence with which a wrong file is refused."""

import tomllib
from pathlib import Path

import pytest

import eenplan.inrichting
from eenplan.inrichting.lezen import OngeldigeInrichting, lees
from eenplan.inrichting.meetlat import SETS

ZONNEDAAL = Path(eenplan.inrichting.__file__).parent / "gemeenten" / "zonnedaal.toml"


@pytest.fixture
def met(tmp_path):
    """Read Zonnedaal's file with something else about measuring."""

    def maak(meten: str = "", rest: str = "", ankers: str = ""):
        (tmp_path / "ankers.toml").write_text(ankers, encoding="utf-8")
        tekst = ZONNEDAAL.read_text(encoding="utf-8").replace("[meten]\n", f"[meten]\n{meten}\n")
        bestand = tmp_path / "stad.toml"
        bestand.write_text(f"{tekst}\n{rest}\n", encoding="utf-8")
        assert tomllib.loads(bestand.read_text())
        return lees(bestand)

    return maak


def test_the_standard_sets_have_names_and_no_texts_per_level(met):
    assert [(rij.code, len(rij.domeinen)) for rij in met().leefgebiedsets] == [
        ("dertien", 13),
        ("elf", 11),
        ("ouderschap", 4),
        ("veiligheid", 2),
    ]
    assert met().ankers == {}


def test_the_texts_per_level_come_from_a_file_beside_it(met):
    gelezen = met('ankers = "ankers.toml"', ankers='[dertien.geld]\n5 = "Komt rond."\n')
    assert gelezen.ankers == {"dertien.geld.5": "Komt rond."}


def test_a_municipality_may_measure_on_domains_of_its_own(met):
    eigen = '[[leefgebiedset]]\ncode = "kort"\nnaam = "Kort"\ndomeinen = [{code = "geld", naam = "Geld"}]'
    assert [rij.naam for rij in met(rest=eigen).leefgebiedsets] == ["Kort"]
    assert len(SETS) == 4


@pytest.mark.parametrize(
    ("meten", "rest", "ankers", "zin"),
    [
        ('ankers = "ankers.toml"', "", '[dertien.geld]\n6 = "Rijk."', "dertien.geld.6 is geen niveau"),
        ('ankers = "nergens.toml"', "", "", "nergens.toml"),
        ("", '[[leefgebiedset]]\ncode = "kort"\nnaam = "Kort"', "", "ten minste één"),
        ("", '[[ervaringsvraag]]\ncode = "x"\nvraag = "X?"\nis_open = true', "", "ten hoogste één open vraag"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(met, meten, rest, ankers, zin):
    with pytest.raises(OngeldigeInrichting, match=zin):
        met(meten, rest, ankers)
