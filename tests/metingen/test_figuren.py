"""The drawings say what the numbers say: high is up or outward, and what was not discussed is not drawn."""

from datetime import date

from eenplan.metingen.figuren import BREED, HOOG, MIDDEN, RAND, STRAAL, Punt, assen, omtrek, ring, trend, veelhoek


def test_a_trend_goes_from_left_to_right_and_a_higher_level_stands_higher():
    punten = trend([(date(2026, 1, 1), 1), (date(2026, 1, 11), 3), (date(2026, 1, 21), 5)])
    assert [punt.x for punt in punten] == [RAND, BREED / 2, BREED - RAND]
    assert [punt.y for punt in punten] == [HOOG - RAND, HOOG / 2, RAND]


def test_a_day_on_which_it_was_not_discussed_has_no_point():
    punten = trend([(date(2026, 1, 1), 2), (date(2026, 2, 1), None), (date(2026, 3, 1), 2)])
    assert [punt.x for punt in punten] == [RAND, BREED - RAND]


def test_one_measurement_and_none_can_be_drawn():
    assert len(trend([(date(2026, 1, 1), 4)])) == 1
    assert trend([]) == []


def test_the_first_corner_of_a_polygon_stands_on_top_and_the_second_to_the_right():
    assert veelhoek([5, 5, 5, 5]) == [
        Punt(MIDDEN, MIDDEN - STRAAL),
        Punt(MIDDEN + STRAAL, MIDDEN),
        Punt(MIDDEN, MIDDEN + STRAAL),
        Punt(MIDDEN - STRAAL, MIDDEN),
    ]
    assert veelhoek([1, None, 3])[0] == Punt(MIDDEN, MIDDEN - STRAAL / 5)


def test_the_outline_is_broken_where_nothing_was_discussed():
    heel, gebroken = omtrek(veelhoek([5, 5, 5, 5])), omtrek(veelhoek([5, None, 5, 5]))
    assert (heel.count("L"), gebroken.count("L")) == (4, 2)
    assert omtrek(veelhoek([None, None, 3])) == ""


def test_there_is_a_spoke_for_each_domain_and_a_ring_for_each_level():
    assert [as_.nummer for as_ in assen(13)] == list(range(1, 14))
    assert len(ring(13, 5).split()) == 13
