"""Every text on every screen, read as an editor would: u, short sentences, one word for one thing, nothing to click."""

import re

import pytest
from babel.messages.pofile import read_po

from eenplan.core.vertaling import _ZINNEN as WETSZINNEN
from eenplan.core.vertaling import wetsteksten

# What not to write, and what to write instead.
LIEVER_NIET = {
    r"je|jij|jou|jouw|jullie": "u, uw",
    r"u heeft|heeft u": "u hebt, hebt u",
    r"klik|klikt|klikken": "kies",
    r"links|rechts|linker\w*|rechter\w*": "zeg wat het is, niet waar het staat",
    r"cli[eë]nt|burger|klant": "inwoner",
    r"middels|d\.m\.v\.|door middel van": "met",
    r"indien": "als",
    r"tevens": "ook",
    r"reeds": "al",
    r"conform": "volgens",
    r"dient|dienen te": "moet",
    r"teneinde": "om",
    r"aangaande|betreffende|inzake|m\.b\.t\.": "over",
    r"derhalve": "dus",
    r"gaarne|a\.u\.b\.": "weglaten",
    r"t/m": "tot en met",
    r"PDF": "pdf",
    r"dropdown|popup|button|error|default": "een Nederlands woord",
}
MEESTE_WOORDEN = 20
GEEN_ZINSEINDE = re.compile(r"\b(\d+|jan|feb|art|nr)\.$")


@pytest.fixture(scope="module")
def teksten(checkout):
    """The messages that are ours to word; the law has its own words."""
    wet = {tekst for _regel, _functie, tekst, _uitleg in wetsteksten()} | set(WETSZINNEN)
    with (checkout / "src/eenplan/locale/en/LC_MESSAGES/django.po").open("rb") as opened:
        ids = [bericht.id for bericht in read_po(opened) if bericht.id]
    return sorted({tekst for id_ in ids for tekst in (id_ if isinstance(id_, tuple) else (id_,))} - wet)


@pytest.mark.parametrize("woorden", LIEVER_NIET)
def test_a_screen_uses_the_plain_word(teksten, woorden):
    vlag = 0 if woorden == "PDF" else re.IGNORECASE
    gevonden = [tekst for tekst in teksten if re.search(rf"(?<!\w)(?:{woorden})(?!\w)", tekst, vlag)]
    assert not gevonden, f"liever: {LIEVER_NIET[woorden]}"


def test_a_sentence_on_a_screen_is_short(teksten):
    zinnen = [zin for tekst in teksten for zin in re.split(r"(?<=[.?!])\s+", tekst)]
    assert not [zin for zin in zinnen if len(re.sub(r"\(artikel[^)]*\)", "", zin).split()) > MEESTE_WOORDEN]


def test_a_text_has_no_loose_ends(teksten):
    assert not [tekst for tekst in teksten if "  " in tekst or re.search(r"\s[.,;:?!]|\.\.|[!?]{2}", tekst)]


def test_quotation_marks_are_curly_and_the_apostrophe_is_one_kind(teksten):
    assert not [tekst for tekst in teksten if re.search(r"[\"']", tekst)]
