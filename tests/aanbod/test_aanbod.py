"""The catalogue: prices keep their past, places keep their day, and only the administrator changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eenplan.aanbod.actions import (
    NieuweVoorziening,
    leg_aanbieder_vast,
    leg_voorziening_vast,
    meld_capaciteit,
    sluit_contract,
    vul_tarief,
)
from eenplan.aanbod.queries import catalogus, keuzes, tarief_op, visible_to
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.inrichting.keuzes import Wet
from personas import MAANDAG


def test_a_new_price_leaves_the_old_days_as_they_were(aanbod, ineke):
    vul_tarief(aanbod.linde, bedrag_cent=3410, vanaf=date(2026, 1, 1), by=ineke, at=MAANDAG)
    assert tarief_op(aanbod.linde, date(2025, 12, 31)).bedrag_cent == 3200
    assert tarief_op(aanbod.linde, date(2026, 1, 1)).bedrag_cent == 3410
    assert tarief_op(aanbod.linde, date(2023, 12, 31)) is None


@pytest.mark.parametrize("vanaf", [date(2023, 6, 1), date(2024, 1, 1)])
def test_a_price_of_the_past_is_never_changed(aanbod, ineke, vanaf):
    with pytest.raises(NietMogelijk):
        vul_tarief(aanbod.linde, bedrag_cent=1, vanaf=vanaf, by=ineke, at=MAANDAG)
    assert tarief_op(aanbod.linde, date(2024, 6, 1)).bedrag_cent == 3200


def test_a_code_and_a_provider_stand_in_the_catalogue_once(aanbod, ineke):
    hulp = aanbod.hulp
    nieuw = NieuweVoorziening(hulp.code, "Iets anders", hulp.soort, hulp.wet, hulp.trede, hulp.leefgebied, "uur")
    with pytest.raises(NietMogelijk):
        leg_voorziening_vast(nieuw, by=ineke, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        leg_voorziening_vast(replace(nieuw, code="NIEUW", trede="zolder"), by=ineke, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        leg_aanbieder_vast("Berkhof Thuis", by=ineke, at=MAANDAG)


def test_two_contracts_for_the_same_help_never_overlap(aanbod, ineke):
    with pytest.raises(NietMogelijk):
        sluit_contract(aanbod.hulp, aanbod.linde.aanbieder, vanaf=date(2026, 1, 1), by=ineke, at=MAANDAG)
    eerder = sluit_contract(
        aanbod.hulp, aanbod.linde.aanbieder, vanaf=date(2023, 1, 1), tot=date(2024, 1, 1), by=ineke, at=MAANDAG
    )
    assert eerder.tot == aanbod.linde.vanaf


def test_only_the_administrator_changes_the_catalogue(aanbod, amina):
    with pytest.raises(NietToegestaan):
        vul_tarief(aanbod.linde, bedrag_cent=1, vanaf=date(2027, 1, 1), by=amina, at=MAANDAG)


def test_the_cheapest_provider_stands_first_with_its_places(aanbod, ineke):
    meld_capaciteit(
        aanbod.linde, peildatum=date(2026, 11, 2), plaatsen_vrij=3, wachttijd_dagen=14, by=ineke, at=MAANDAG
    )
    berk, linde = keuzes(MAANDAG.date(), wet=Wet.WMO, trede="maatwerk")
    assert (berk.aanbieder.naam, berk.bedrag_cent, berk.plaatsen_vrij) == ("Berkhof Thuis", 3000, None)
    assert (linde.plaatsen_vrij, linde.wachttijd_dagen, linde.peildatum) == (3, 14, date(2026, 11, 2))


def test_an_old_report_of_places_is_marked_as_stale(aanbod, ineke):
    meld_capaciteit(aanbod.linde, peildatum=date(2026, 8, 3), plaatsen_vrij=3, wachttijd_dagen=0, by=ineke, at=MAANDAG)
    keuze = next(keuze for keuze in keuzes(MAANDAG.date()) if keuze.contract == aanbod.linde)
    assert keuze.is_vers(date(2026, 9, 3))
    assert not keuze.is_vers(MAANDAG.date())


def test_a_report_of_the_future_does_not_count_for_a_past_day(aanbod, ineke):
    meld_capaciteit(aanbod.linde, peildatum=date(2026, 11, 2), plaatsen_vrij=3, wachttijd_dagen=0, by=ineke, at=MAANDAG)
    assert all(keuze.plaatsen_vrij is None for keuze in keuzes(date(2026, 10, 1)))


def test_help_open_to_everybody_needs_no_contract_to_be_chosen(aanbod):
    koffie = next(keuze for keuze in keuzes(MAANDAG.date()) if keuze.voorziening == aanbod.koffie)
    assert koffie.contract is None
    assert koffie.bedrag_cent is None


def test_the_catalogue_follows_the_ladder_and_its_filters(aanbod):
    assert [regel.voorziening.naam for regel in catalogus(MAANDAG.date())] == [
        "Koffieochtend",
        "Hulp bij het huishouden",
    ]
    (hulp,) = catalogus(MAANDAG.date(), wet=Wet.WMO)
    assert (hulp.laagste_cent, hulp.hoogste_cent, hulp.aantal_aanbieders) == (3000, 3200, 2)
    assert catalogus(MAANDAG.date(), leefgebied="geld") == []


def test_keuzes_asks_the_same_number_of_questions_whatever_the_size(aanbod, django_assert_num_queries):
    with django_assert_num_queries(4):
        catalogus(MAANDAG.date())


def test_the_privacy_officer_sees_no_catalogue(aanbod, els, amina):
    assert not visible_to(els).exists()
    assert visible_to(amina).count() == 2
