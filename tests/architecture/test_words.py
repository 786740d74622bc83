"""Every Dutch word that became a room or a model stands in docs/woordenlijst.md, and the list holds no dead words."""

import re

from django.apps import apps

ENGLISH_ROOMS = {"access", "audit", "core", "demo", "project", "web"}


def _words(checkout):
    lines = (checkout / "docs" / "woordenlijst.md").read_text().splitlines()
    rows = [re.split(r"\s*\|\s*", line.strip("| ")) for line in lines if line.startswith("|")]
    return {row[0]: row for row in rows if row[0] != "word" and not row[0].startswith("---")}


def _rooms(checkout):
    return {folder.name for folder in (checkout / "src" / "eenplan").iterdir() if (folder / "__init__.py").exists()}


def _models():
    own = [model for model in apps.get_models(include_auto_created=False) if model.__module__.startswith("eenplan.")]
    return {model.__name__ for model in own}


def test_every_room_and_model_stands_in_the_list(checkout):
    missing = (_models() | _rooms(checkout)) - ENGLISH_ROOMS - _words(checkout).keys()
    assert not missing, f"add to docs/woordenlijst.md: {sorted(missing)}"


def test_every_word_has_meaning_source_and_english(checkout):
    incomplete = [word for word, row in _words(checkout).items() if len(row) != 4 or not all(row)]
    assert not incomplete, f"fill in: {incomplete}"


def test_the_list_holds_no_word_that_the_code_lost(checkout):
    code = "\n".join(path.read_text() for path in (checkout / "src" / "eenplan").glob("**/*.py"))
    rooms = _rooms(checkout)
    dead = [
        word
        for word in _words(checkout)
        if word not in rooms and not re.search(rf"^class {word}\b", code, re.MULTILINE)
    ]
    assert not dead, f"take out of docs/woordenlijst.md: {dead}"
