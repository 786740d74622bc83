"""Words that look or sound alike meet; words that do not stay apart."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.personen.zoeksleutels import (
    AANEEN,
    STRAAT,
    afstand,
    klank,
    naamwoorden,
    sleutelvormen,
    splits_naam,
    straatwoorden,
    vormen,
    woorden,
)

WOORD = st.text(ascii_lowercase, min_size=4, max_size=14)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("dijk", "dyck"),
        ("jansen", "janssen"),
        ("schouten", "sgauten"),
        ("visser", "fisser"),
        ("meijer", "meyer"),
        ("hendriks", "hendrix"),
        ("bouzid", "bauzit"),
        ("thomas", "tomas"),
    ],
)
def test_spellings_that_sound_the_same_fold_together(een: str, ander: str) -> None:
    assert klank(een) == klank(ander)


@pytest.mark.parametrize(("een", "ander"), [("bakker", "dekker"), ("jansen", "hansen"), ("bos", "vos")])
def test_other_names_keep_their_own_sound(een: str, ander: str) -> None:
    assert klank(een) != klank(ander)


@pytest.mark.parametrize(
    ("tekst", "los"),
    [
        ("Ayşe Yıldız-Öztürk", ["ayse", "yildiz", "ozturk"]),
        ("O’Brien van 't Hof", ["obrien", "van", "t", "hof"]),
        ("Łukasz Björn", ["lukasz", "bjorn"]),
        ("  ", []),
    ],
)
def test_a_text_falls_apart_in_plain_words(tekst: str, los: list[str]) -> None:
    assert woorden(tekst) == los


@pytest.mark.parametrize(
    ("een", "ander", "fouten"),
    [
        ("jansen", "jansen", 0),
        ("jansen", "jasnen", 1),
        ("jansen", "janse", 1),
        ("jansen", "jannsen", 1),
        ("jansen", "jamsen", 1),
        ("jansen", "jamsem", 2),
        ("jansen", "bakker", 3),
        ("bakker", "rekkab", 3),
    ],
)
def test_typing_errors_are_counted_up_to_two(een: str, ander: str, fouten: int) -> None:
    assert afstand(een, ander, 2) == afstand(ander, een, 2) == fouten


@st.composite
def verschreven(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and the same with at most one error in each half: no letter is touched twice (see `afstand`)."""
    goed = draw(WOORD)
    midden = draw(st.integers(0, len(goed)))
    return goed, draw(een_fout(goed[:midden])) + draw(een_fout(goed[midden:]))


def een_fout(deel: str) -> st.SearchStrategy[str]:
    """The part as it is, or with one letter changed, dropped, added or swapped with the next."""
    if not deel:
        return st.just(deel)
    return st.tuples(st.integers(0, len(deel) - 1), st.sampled_from(ascii_lowercase)).flatmap(
        lambda fout: st.sampled_from(_vormen(deel[: fout[0]], deel[fout[0] :], fout[1]))
    )


def _vormen(voor: str, na: str, letter: str) -> list[str]:
    return [voor + na, voor + letter + na, voor + na[1:], voor + letter + na[1:], voor + na[1::-1] + na[2:]]


@given(paar=verschreven())
def test_two_typing_errors_are_never_more_than_two(paar: tuple[str, str]) -> None:
    assert afstand(*paar, 2) <= 2


@given(paar=verschreven())
def test_a_word_with_two_errors_shares_a_form_with_what_was_meant(paar: tuple[str, str]) -> None:
    goed, fout = paar
    if len(fout) >= 6 and len(goed) >= 6:
        assert set(vormen(goed)) & set(vormen(fout))


def test_a_name_is_found_with_its_prefix_written_apart_or_together() -> None:
    assert naamwoorden("Sanne", "Sanne Maria", "de", "Wit") == {"sanne", "maria", "wit", f"{AANEEN}dewit"}
    assert sleutelvormen(f"{AANEEN}vandenberg") == ["fandenberg", "vandenberg"]


def test_a_street_is_kept_apart_from_names() -> None:
    assert straatwoorden("Willem de Zwijgerlaan") == {f"{STRAAT}willem", f"{STRAAT}zwijgerlaan"}
    assert straatwoorden("") == set()


@pytest.mark.parametrize(
    ("gehoord", "delen"),
    [
        ("Sanne de Wit", ("Sanne", "de", "Wit")),
        ("mw. Jannie van den Berg", ("Jannie", "van den", "Berg")),
        ("Jansen", ("", "", "Jansen")),
        ("mevrouw de Vries", ("", "de", "Vries")),
        ("Jan Peter Bos", ("Jan Peter", "", "Bos")),
        ("Van der", ("", "van", "der")),
        ("", ("", "", "")),
    ],
)
def test_a_name_as_it_was_heard_is_split(gehoord: str, delen: tuple[str, str, str]) -> None:
    assert splits_naam(gehoord) == delen
