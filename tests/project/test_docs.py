"""The papers of the project tell the truth: links lead somewhere, quoted screen texts exist, commands are real."""

import re
import subprocess
import sys
import tomllib

import pytest
from babel.messages.pofile import read_po

from eenplan.project.cli import COMMANDS

PAPERS = ("README.md", "README.nl.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LARGEST_PICTURE = 250_000


def papers(checkout):
    return [*(checkout / name for name in PAPERS), *sorted((checkout / "docs").rglob("*.md"))]


def manual(checkout):
    return sorted((checkout / "docs" / "handleiding").glob("*.md"))


def without_code(text):
    return re.sub(r"`[^`]*`", "", FENCE.sub("", text))


def screen_texts(checkout):
    """Everything a screen can say: the messages, and the municipality's own words."""
    with (checkout / "src/eenplan/locale/en/LC_MESSAGES/django.po").open("rb") as opened:
        ids = [message.id for message in read_po(opened)]
    messages = {text for id_ in ids for text in (id_ if isinstance(id_, tuple) else (id_,))}
    example = (checkout / "src/eenplan/inrichting/gemeenten/zonnedaal.toml").read_text()
    own = {row["naam"] for name in ("trede", "leefgebied") for row in tomllib.loads(example)[name]}
    return messages | own


def test_every_link_inside_the_project_leads_somewhere(checkout):
    broken = [
        f"{paper.relative_to(checkout)}: {target}"
        for paper in papers(checkout)
        for target in LINK.findall(without_code(paper.read_text()))
        if not target.startswith(("http", "mailto:", "#")) and not (paper.parent / target.split("#")[0]).exists()
    ]
    assert not broken


def test_what_the_manual_sets_in_bold_stands_on_a_screen(checkout):
    known = screen_texts(checkout)
    strange = [
        f"{paper.name}: {quoted}"
        for paper in manual(checkout)
        for quoted in re.findall(r"\*\*(.+?)\*\*", without_code(paper.read_text()), re.DOTALL)
        if " ".join(quoted.split()) not in known
    ]
    # The very first page says what bold means, in bold.
    assert strange == ["index.md: vet"]


def test_the_manual_names_only_commands_that_exist(checkout):
    text = "\n".join(
        paper.read_text() for paper in [*manual(checkout), checkout / "README.md", checkout / "README.nl.md"]
    )
    named = set(
        re.findall(r"(?<![\w/-])(?:\.venv/bin/)?eenplan ([a-z][a-z-]+)", "\n".join(re.findall(r"`[^`]+`", text)))
    )
    named |= set(re.findall(r"^(?:\.venv/bin/)?eenplan ([a-z][a-z-]+)", text, re.MULTILINE))
    assert named
    assert named <= COMMANDS.keys()
    makefile = (checkout / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_every_command_of_an_administrator_is_in_the_manual(checkout):
    text = "\n".join(paper.read_text() for paper in manual(checkout))
    for_others = {"demo-data", "makemigrations"}
    assert not {name for name in COMMANDS.keys() - for_others if f"eenplan {name}" not in text}


@pytest.mark.parametrize("number", range(3))
def test_the_answers_of_the_command_in_the_manual_are_real(checkout, number):
    blocks = FENCE.findall((checkout / "docs/handleiding/termijnen.md").read_text())
    command, answer = blocks[2 * number : 2 * number + 2]
    done = subprocess.run(
        [sys.executable, "-m", "eenplan.project.cli", *command.split()[1:]],
        env={"PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout + done.stderr == answer


def test_the_list_of_terms_in_the_manual_is_complete(checkout):
    from eenplan.wetgeving.termijnregels import REGELS

    text = (checkout / "docs/handleiding/termijnen.md").read_text()
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \|", text, re.MULTILINE)
    assert rows == [(regel.code, str(regel.lengte), regel.naam) for regel in REGELS.values()]


def test_the_settings_in_the_manual_are_the_settings_of_the_program(checkout):
    text = (checkout / "docs/handleiding/beheer.md").read_text()
    listed = set(re.findall(r"`([A-Z][A-Z_]+)`", " ".join(re.findall(r"^\| (`[A-Z][^|]*) \|", text, re.MULTILINE))))
    source = "\n".join(file.read_text() for file in (checkout / "src/eenplan/project").glob("*.py"))
    read = set(re.findall(r"(?:text|required|flag|names)\(\"([A-Z_]+)\"", source)) | {"EENPLAN_VAR"}
    of_the_demo_and_the_tests = {"DEBUG", "EENPLAN_DEMO", "EENPLAN_TEST_DB", "RESIDENTS"}
    assert listed == read - of_the_demo_and_the_tests


def test_every_picture_is_used_and_light(checkout):
    shown = {
        (paper.parent / target).resolve()
        for paper in papers(checkout)
        for target in LINK.findall(paper.read_text())
        if target.endswith(".png")
    }
    pictures = set((checkout / "docs" / "beeld").glob("*.png"))
    assert {path for path in shown if path.exists()} == pictures
    assert not {path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE}
