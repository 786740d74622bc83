"""The picture of the rooms still holds: what import-linter cannot see is walked here."""

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from jinja2 import meta

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "src" / "eenplan"
LAYERS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))


def name(path):
    return str(path.relative_to(PACKAGE))


def height(room):
    return len(LAYERS) - LAYERS.index(room)


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path, *kinds):
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def test_no_room_imports_upward():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_relation_points_at_a_higher_room():
    relations = [
        (model._meta.app_label, field.related_model._meta.app_label, f"{model.__name__}.{field.name}")
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
    ]
    upward = [label for own, other, label in relations if {own, other} <= set(LAYERS) and height(other) > height(own)]
    assert not upward


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "views.py"], ids=name)
def test_a_view_never_asks_the_database_itself(path):
    asked = [node.lineno for node in nodes(path, ast.Attribute) if node.attr in {"objects", "_default_manager"}]
    assert not asked


CLOCK_CALLS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")} | {
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("timezone", "localtime"),
    ("time", "time"),
    ("time", "localtime"),
}


@pytest.mark.parametrize("path", [path for path in SOURCES if name(path) != "core/klok.py"], ids=name)
def test_nobody_reads_the_clock_but_klok(path):
    read = [
        node.lineno
        for node in nodes(path, ast.Attribute)
        if isinstance(node.value, ast.Name | ast.Attribute)
        and (getattr(node.value, "id", getattr(node.value, "attr", "")), node.attr) in CLOCK_CALLS
    ]
    ambient = [node.value.lineno for node in nodes(path, ast.keyword) if node.arg in {"auto_now", "auto_now_add"}]
    assert not read + ambient


GIVEN_THE_MOMENT = {"actions.py", "queries.py", "states.py"}


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name in GIVEN_THE_MOMENT], ids=name)
def test_the_rules_and_the_actions_are_given_the_moment(path):
    imported = [alias.name for node in nodes(path, ast.ImportFrom) for alias in node.names]
    assert "klok" not in imported


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_uses_only_its_own_room_core_or_a_lower_room(path):
    environment = engines["jinja2"].env
    room = path.relative_to(PACKAGE).parts[0]
    used = meta.find_referenced_templates(environment.parse(path.read_text(encoding="utf-8")))
    upward = [other for other in used if other is None or height(other.split("/")[0]) > height(room)]
    assert not upward
    assert path.relative_to(PACKAGE).parts[2] == room, "templates stand in templates/<room>/"


@pytest.mark.parametrize("path", [path for path in SOURCES if path.read_text().strip()], ids=name)
def test_a_module_says_what_it_is(path):
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert len([line for line in docstring.splitlines() if line.strip()]) <= 3


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "models.py"], ids=name)
def test_models_stay_short_and_hold_facts_only(path):
    assert len(path.read_text().splitlines()) <= 400, "make it a package"
    overridden = [node.lineno for node in nodes(path, ast.FunctionDef) if node.name in {"save", "delete"}]
    assert not overridden


def test_no_business_rule_hides_behind_a_signal():
    assert not [
        name(path)
        for path in SOURCES
        if any(
            (node.module or "").startswith(("django.db.models.signals", "django.dispatch"))
            for node in nodes(path, ast.ImportFrom)
        )
    ]


def test_nothing_is_left_to_do():
    left = [
        name(path)
        for path in (*SOURCES, *TEMPLATES)
        if any(mark in path.read_text() for mark in ("TODO", "FIXME", "XXX"))
    ]
    assert not left
