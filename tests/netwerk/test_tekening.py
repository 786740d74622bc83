"""The drawing of a network: always the same, nobody on top of another, everybody within it."""

from itertools import combinations

import pytest

from eenplan.netwerk.tekening import NAAM_LANG, Mens, teken

TEKENBREED, REGELHOOG = 10, 20  # of a letter at its widest, and of a line


def mensen(n, naam="Wilhelmina van den Berg-de Vries"):
    frequenties = ("dagelijks", "wekelijks", "maandelijks", "soms", "")
    return [Mens(f"{naam} {nummer}", frequenties[nummer % 5], "goed") for nummer in range(n)]


def vak(punt):
    lang = len(punt.naam) * TEKENBREED
    links = punt.naam_x if punt.anker == "start" else punt.naam_x - lang
    return links, punt.naam_y - REGELHOOG // 2, links + lang, punt.naam_y + REGELHOOG // 2


def overlappen(een, ander):
    return een[0] < ander[2] and ander[0] < een[2] and een[1] < ander[3] and ander[1] < een[3]


@pytest.mark.parametrize("n", range(1, 18))
def test_no_two_names_overlap_and_all_lie_within_the_drawing(n):
    tekening = teken(mensen(n))
    vakken = [vak(punt) for punt in tekening.punten]
    assert not [paar for paar in combinations(vakken, 2) if overlappen(*paar)]
    for _links, boven, _rechts, onder in vakken:
        assert boven >= 0
        assert onder <= tekening.hoogte


@pytest.mark.parametrize("n", [2, 7, 16])
def test_no_two_people_stand_in_the_same_place(n):
    plaatsen = [(punt.x, punt.y) for punt in teken(mensen(n)).punten]
    for (x, y), (x2, y2) in combinations(plaatsen, 2):
        assert abs(x - x2) + abs(y - y2) > 15


def test_the_same_people_always_give_the_same_drawing():
    assert teken(mensen(9)) == teken(mensen(9))


def test_who_comes_every_day_stands_nearer_than_who_comes_now_and_then():
    dagelijks, soms = (teken([Mens("Ria", vaak)]).punten[0] for vaak in ("dagelijks", "soms"))
    assert dagelijks.x < soms.x


def test_a_long_name_is_cut_in_the_drawing_only():
    (punt,) = teken(mensen(1)).punten
    assert len(punt.naam) <= NAAM_LANG
    assert punt.mens.naam.endswith(" 0")


def test_nobody_is_a_drawing_without_points():
    assert teken([]).punten == ()
