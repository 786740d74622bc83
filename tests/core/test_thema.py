"""The style of the municipality: every token there, and every text readable, by day and by night."""

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "src/eenplan/core/static/eenplan"
TEXT = ["inkt", "inkt-zacht", "accent", "accent-sterk", "let-op", "fout"]
GROUND = ["papier", "vlak", "vlak-zacht", "accent-zacht", "let-op-zacht", "fout-zacht"]
# Which text is ever drawn on which ground: a signal only on its own tint.
PAIRS = [
    (text, ground)
    for text in TEXT
    for ground in GROUND
    if not (
        ground.endswith("-zacht") and ground not in {"vlak-zacht", "accent-zacht"} and text not in {"inkt", ground[:-6]}
    )
]


def palettes() -> dict[str, dict[str, str]]:
    day, night = (STYLE / "gemeente.css").read_text().split("@media screen and (prefers-color-scheme: dark)")
    found = [dict(re.findall(r"--ep-([\w-]+): (#[0-9a-f]{6});", part)) for part in (day, night)]
    return {"day": found[0], "night": found[0] | found[1]}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("when", ["day", "night"])
@pytest.mark.parametrize(("text", "ground"), [*PAIRS, ("op-accent", "accent"), ("op-accent", "accent-sterk")])
def test_text_has_a_contrast_of_seven(when, text, ground):
    colours = palettes()[when]
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("when", ["day", "night"])
@pytest.mark.parametrize("ground", ["papier", "vlak", "vlak-zacht"])
def test_the_edge_of_a_control_has_a_contrast_of_three(when, ground):
    colours = palettes()[when]
    assert contrast(colours["rand"], colours[ground]) >= 3


def test_the_municipality_sets_every_token_that_the_theme_asks():
    theme = (STYLE / "thema.css").read_text()
    asked = set(re.findall(r"var\((--ep-[\w-]+)", theme))
    own = set(re.findall(r"(--ep-[\w-]+):(?!.*!important)", theme))
    given = set(re.findall(r"(--ep-[\w-]+):", (STYLE / "gemeente.css").read_text()))
    assert asked - own == given


def test_the_theme_names_no_colour_of_its_own():
    rules = re.sub(r"url\([^)]*\)|/\*.*?\*/|rgb\([^)]*\)", "", (STYLE / "thema.css").read_text(), flags=re.DOTALL)
    on_paper = rules.index("@media print")
    assert re.findall(r"#[0-9a-fA-F]{3,6}\b", rules[:on_paper]) == []


def test_every_class_of_ours_is_styled():
    styled = set(re.findall(r"\.(ep-[\w-]+)", (STYLE / "thema.css").read_text()))
    used = {
        name
        for template in (STYLE.parents[1] / "templates/core").glob("*.html")
        for value in re.findall(r'class="([^"{]*)', template.read_text())
        for name in value.split()
        if name.startswith("ep-") and not name.endswith("--")
    }
    assert used <= styled


def test_what_is_borrowed_carries_its_licence():
    for folder in ("utrecht", "lettertype"):
        assert (STYLE / folder / "NOTICE").exists()
    assert "EUPL-1.2" in (STYLE / "utrecht/utrecht.css").read_text()
    assert "SIL OPEN FONT LICENSE" in (STYLE / "lettertype/LICENSE").read_text()
