"""The stones of the demo, without a town: decks, test numbers, days, streets, and what a build refuses."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from demo.dorp import dobbelstenen
from eenplan.demo.bevolking import bsns_van, inwoners_van
from eenplan.demo.gezinnen import Gezinnen
from eenplan.demo.kaartspel import Kaartspel
from eenplan.demo.kalender import Kalender
from eenplan.demo.loting import LOOPT, Loting
from eenplan.demo.opbouw import GROOTSTE, KLEINSTE, NietLeeg, bouw, is_gebouwd
from eenplan.demo.straten import Straatnamen
from eenplan.demo.testnummers import AANTAL, alle_testnummers
from eenplan.demo.verhalen.yilmaz import dag_van_aanvraag
from eenplan.demo.verhoudingen import AANDEEL_PER_TEAM, HUISHOUDENS_MET_VOORZIENING, WETTEN
from eenplan.wetgeving.bsn import is_testbsn
from eenplan.wetgeving.feestdagen import is_werkdag
from eenplan.wetgeving.termijnen import bereken


def test_a_deck_keeps_its_shares_wherever_one_stops():
    spel = Kaartspel({"a": 0.7, "b": 0.27, "c": 0.03}, dobbelstenen(1))
    getrokken = Counter(spel.trek() for _kaart in range(300))
    assert getrokken["a"] == pytest.approx(210, abs=3)
    assert getrokken["c"] == pytest.approx(9, abs=2)


def test_the_same_dice_deal_the_same_cards():
    reeksen = [
        [spel.trek() for _kaart in range(50)]
        for spel in (Kaartspel({1: 0.5, 2: 0.5}, dobbelstenen(3)) for _keer in "ab")
    ]
    assert reeksen[0] == reeksen[1]


def test_the_shares_per_law_sum_to_the_share_of_households():
    assert sum(WETTEN.values()) == pytest.approx(HUISHOUDENS_MET_VOORZIENING)
    assert sum(AANDEEL_PER_TEAM.values()) == pytest.approx(1)


@pytest.mark.parametrize("aantal", [500, 5_000])
def test_households_get_help_in_the_published_share(aantal):
    rng = dobbelstenen(11)
    loting = Loting(rng)
    gezinnen = (gezin for groep in Gezinnen(date(2026, 11, 23), rng).stroom() for gezin in groep)
    loten = [loting.trek(gezin.soort).afloop for gezin in islice(gezinnen, aantal)]
    assert loten.count(LOOPT) / aantal == pytest.approx(HUISHOUDENS_MET_VOORZIENING, abs=0.012)


def test_there_are_as_many_test_numbers_as_the_register_publishes_and_each_comes_once():
    nummers = alle_testnummers()
    assert len(nummers) == len(set(nummers)) == AANTAL
    assert all(is_testbsn(nummer) for nummer in nummers)


@pytest.mark.parametrize("inwoners", [1_000, 9_000, 1_000_000])
def test_no_two_teams_share_a_citizen_number(inwoners):
    alle = [nummer for teamnaam in AANDEEL_PER_TEAM for nummer in bsns_van(teamnaam, inwoners)]
    assert len(alle) == len(set(alle)) <= AANTAL


@pytest.mark.parametrize("inwoners", [1_000, 3_333, 160_000])
def test_the_teams_together_serve_every_resident(inwoners):
    assert sum(inwoners_van(teamnaam, inwoners) for teamnaam in AANDEEL_PER_TEAM) == inwoners


def test_two_parts_of_the_town_never_share_a_street():
    delen = [Straatnamen(dobbelstenen(deel), deel=deel, delen=9) for deel in range(9)]
    namen = [deel.nieuwe(thema) for deel in delen for thema in range(16) for _keer in range(12)]
    assert len(namen) == len(set(namen))


@pytest.mark.parametrize(
    ("vandaag", "gisteren", "afspraakdag"),
    [
        (date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 23)),  # Monday after Friday
        (date(2026, 11, 22), date(2026, 11, 20), date(2026, 11, 23)),  # Sunday: offices open tomorrow
        (date(2026, 12, 25), date(2026, 12, 24), date(2026, 12, 28)),  # Christmas on a Friday
    ],
)
def test_the_calendar_knows_when_offices_work(vandaag, gisteren, afspraakdag):
    kalender = Kalender(vandaag)
    assert kalender.gisteren == gisteren
    assert kalender.afspraakdag() == afspraakdag


@pytest.mark.parametrize("dag", [date(2026, 11, 23), date(2026, 12, 28), date(2027, 5, 3), date(2028, 2, 29)])
def test_an_application_is_found_whose_last_day_is_today(dag):
    aangevraagd = dag_van_aanvraag(dag)
    assert is_werkdag(aangevraagd)
    assert bereken("wmo-besluit", aangevraagd).einddatum == dag


@pytest.mark.parametrize("inwoners", [0, KLEINSTE - 1, GROOTSTE + 1])
def test_a_town_of_an_impossible_size_is_refused(inwoners):
    with pytest.raises(ValueError, match="1000 tot en met 1000000"):
        bouw(inwoners=inwoners, seed=1, voortgang=lambda *_stap: None, vandaag=date(2026, 11, 23))


def test_a_demo_is_never_built_over_somebodys_work(amina):
    with pytest.raises(NietLeeg):
        bouw(inwoners=1_000, seed=1, voortgang=lambda *_stap: None, vandaag=date(2026, 11, 23))


@pytest.mark.django_db
def test_an_empty_database_holds_no_town():
    assert not is_gebouwd()
