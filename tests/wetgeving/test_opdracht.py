"""`eenplan termijn`: an answer that explains itself, or one sentence that says what is wrong."""

import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eenplan.wetgeving.opdracht import main
from eenplan.wetgeving.termijnregels import REGELS

Uitvoer = pytest.CaptureFixture[str]


def _json(capsys: Uitvoer, *argv: str) -> dict[str, object]:
    assert main([*argv, "--json"]) == 0
    gevonden = json.loads(capsys.readouterr().out)
    assert isinstance(gevonden, dict)
    return gevonden


def test_the_answer_explains_itself_in_dutch(capsys: Uitvoer) -> None:
    assert main(["wmo-onderzoek", "2026-02-23"]) == 0
    tekst = capsys.readouterr().out
    assert "Laatste dag: dinsdag 7 april 2026 (2026-04-07)" in tekst
    assert "tweede Paasdag" in tekst
    assert "[artikel 1 lid 1 Algemene termijnenwet]" in tekst
    assert "Gevolg: " in tekst


def test_the_answer_in_json_has_its_steps(capsys: Uitvoer) -> None:
    termijn = _json(capsys, "wmo-onderzoek", "2026-02-23")
    assert (termijn["regel"], termijn["start"], termijn["einddatum"]) == ("wmo-onderzoek", "2026-02-23", "2026-04-07")
    assert termijn["waarschuwingen"] == []
    stappen = termijn["stappen"]
    assert isinstance(stappen, list)
    assert all({"datum", "artikel", "reden"} <= set(stap) for stap in stappen)
    assert stappen[-1]["datum"] == "2026-04-07"


@pytest.mark.parametrize(
    ("argv", "einde"),
    [
        (["awb-besluit", "2026-06-01", "--opschorting", "2026-06-02:2026-06-09"], "2026-08-04"),
        (["--opschorting=2026-06-02:2026-06-09", "awb-besluit", "2026-06-01"], "2026-08-04"),
        (
            [
                *("awb-besluit", "2026-06-01", "--opschorting", "2026-06-02:2026-06-09"),
                *("--opschorting", "2026-06-05:2026-06-10"),
            ],
            "2026-08-05",
        ),
        (["awb-beslissing-op-bezwaar", "2026-05-18", "--commissie"], "2026-08-10"),
        (["awb-beslissing-op-bezwaar", "--commissie", "2026-05-18", "--verdaging", "6"], "2026-09-21"),
        (["klacht", "2026-03-02", "--verdaging=4"], "2026-05-11"),
    ],
)
def test_the_options_reach_the_calculation(argv: list[str], einde: str, capsys: Uitvoer) -> None:
    assert _json(capsys, *argv)["einddatum"] == einde


def test_the_list_shows_every_rule(capsys: Uitvoer) -> None:
    assert main(["--lijst"]) == 0
    assert [regel.split()[0] for regel in capsys.readouterr().out.splitlines()] == list(REGELS)
    assert main(["--lijst", "--json"]) == 0
    assert [regel["regel"] for regel in json.loads(capsys.readouterr().out)] == list(REGELS)


def test_a_warning_is_printed(capsys: Uitvoer) -> None:
    assert main(["wmo-onderzoek", "2029-03-01"]) == 0
    assert "Let op: Voor 2029" in capsys.readouterr().out


@pytest.mark.parametrize("vlag", ["--help", "-h"])
def test_help_explains_in_dutch(vlag: str, capsys: Uitvoer) -> None:
    assert main([vlag]) == 0
    assert capsys.readouterr().out.startswith("Gebruik: eenplan termijn REGEL START")


FOUTEN = [
    ([], "Geef één regel en één startdatum"),
    (["wmo-onderzoek"], "Geef één regel en één startdatum"),
    (["wmo-onderzoek", "2026-02-23", "2026-02-24"], "Geef één regel"),
    (["wmo-huis", "2026-02-23"], "bestaat niet"),
    (["wmo-huis\nregel", "2026-02-23"], "bestaat niet"),
    (["wmo-onderzoek", "2026-02-30"], "De datum '2026-02-30' bestaat niet."),
    (["wmo-onderzoek", "23-02-2026"], "jaar-maand-dag"),
    (["wmo-onderzoek", "20260223"], "jaar-maand-dag"),
    (["wmo-onderzoek", "2026-02-23", "--onzin"], "klopt niet"),
    (["wmo-onderzoek", "2026-02-23", "--opschorting"], "klopt niet"),
    (["wmo-onderzoek", "2026-02-23", "--opschorting", "2026-02-24:2026-02-25"], "kan niet stilstaan"),
    (["awb-besluit", "2026-02-23", "--opschorting", "2026-02-24"], "VAN:TOT"),
    (["awb-besluit", "2026-02-23", "--opschorting", "2026-02-25:2026-02-24"], "voordat zij begint"),
    (["awb-besluit", "2026-02-23", "--opschorting", "2026-02-30:2026-03-24"], "bestaat niet"),
    (["awb-besluit", "2026-02-23", "--verdaging", "-1"], "ten minste één week"),
    (["awb-besluit", "2026-02-23", "--verdaging", "0"], "ten minste één week"),
    (["awb-besluit", "2026-02-23", "--verdaging", "twee"], "aantal weken"),
    (["awb-besluit", "2026-02-23", "--verdaging", "999999"], "jaar 9999"),
    (["awb-beslissing-op-bezwaar", "2026-05-18", "--verdaging", "7"], "ten hoogste zes weken"),
    (["klacht", "2026-05-18", "--verdaging", "5"], "ten hoogste vier weken"),
    (["wmo-onderzoek", "2026-05-18", "--verdaging", "1"], "kan niet worden verdaagd"),
    (["wmo-onderzoek", "2026-05-18", "--commissie"], "commissie"),
    (["wmo-onderzoek", "2014-05-18"], "geldt vanaf 1 januari 2015"),
    (["wmo-onderzoek", "9999-12-31"], "jaar 9999"),
]


@pytest.mark.parametrize(("argv", "woorden"), FOUTEN)
def test_what_cannot_be_is_refused_in_one_sentence(argv: list[str], woorden: str, capsys: Uitvoer) -> None:
    assert main(argv) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert woorden in fout
    assert fout.count("\n") == 1
    assert fout.endswith(".\n")


WOORDEN = st.text() | st.sampled_from(
    ["--json", "--lijst", "--commissie", "--verdaging", "--opschorting", "--", "-", "2026-02-23", "3", "-7", *REGELS]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(argv=st.lists(WOORDEN, max_size=6))
def test_no_text_whatsoever_makes_it_stumble(argv: list[str], capsys: Uitvoer) -> None:
    uitkomst = main(argv)
    uit, fout = capsys.readouterr()
    assert uitkomst in (0, 2)
    assert (fout.count("\n"), bool(uit)) == ((0, True) if uitkomst == 0 else (1, False))


def test_it_starts_without_django() -> None:
    opdracht = (
        "import sys; from eenplan.wetgeving.opdracht import main; main(['--lijst']); print('django' in sys.modules)"
    )
    uitkomst = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    assert uitkomst.stdout.endswith("False\n")
