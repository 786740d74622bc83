"""Who may ask about a file: the child from twelve, a parent until sixteen, the resident after that."""

from datetime import date

import pytest

from eenplan.wetgeving.inwonerrechten import Vrager, mag_verzoek_doen
from eenplan.wetgeving.termijnen import NietVerdaagbaar, bereken

GEBOREN = date(2010, 5, 2)


@pytest.mark.artikel("Wmo 2015", "5.3.2")
@pytest.mark.artikel("Jeugdwet", "7.3.10")
@pytest.mark.parametrize(
    ("vrager", "op", "mag"),
    [
        (Vrager.ZELF, date(2022, 5, 1), False),
        (Vrager.ZELF, date(2022, 5, 2), True),
        (Vrager.OUDER, date(2022, 5, 1), True),
        (Vrager.OUDER, date(2026, 5, 1), True),
        (Vrager.OUDER, date(2026, 5, 2), False),
        (Vrager.ZELF, date(2026, 5, 2), True),
        (Vrager.VERTEGENWOORDIGER, date(2020, 1, 1), True),
        (Vrager.VERTEGENWOORDIGER, date(2040, 1, 1), True),
    ],
)
def test_who_may_ask_turns_with_the_birthday(vrager: Vrager, op: date, mag: bool) -> None:
    antwoord = mag_verzoek_doen(GEBOREN, vrager, op=op)
    assert antwoord.mag is mag
    assert antwoord.uitleg.endswith(".")


@pytest.mark.artikel("AVG", "12 lid 3")
def test_an_answer_may_come_two_months_later_and_never_more() -> None:
    assert bereken("avg-verzoek", date(2026, 11, 23), verdaging_weken=8).einddatum == date(2027, 2, 17)
    with pytest.raises(NietVerdaagbaar):
        bereken("avg-verzoek", date(2026, 11, 23), verdaging_weken=9)
