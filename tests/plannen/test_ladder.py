"""The ladder: what may be put in, at which price, and why a rung was passed over."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from eenplan.aanbod.models import Contract, Tarief
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.plannen import queries
from eenplan.plannen.actions import (
    Keuze,
    betrek_trede_weer,
    kies_inzet,
    kosten_per_maand,
    sla_trede_over,
    sla_treden_over,
    verwijder_inzet,
)
from eenplan.plannen.ladder import Teambudget, eenmalige_kosten, eerste_open, in_maand, ladder, plankosten
from eenplan.plannen.models import Doel, Inzet
from personas import MAANDAG
from verhalen import concept_plan, huishoudelijke_hulp, vastgesteld_plan

DAG = MAANDAG.date()


@pytest.fixture
def doel(amina, de_wit) -> Doel:
    """A goal with nothing on its ladder yet."""
    gevonden = concept_plan(de_wit, regisseur=amina, at=MAANDAG).doelen.get()
    gevonden.inzetten.all().delete()
    gevonden.overgeslagen.all().delete()
    return gevonden


def hulp(contract: Contract, **anders: object) -> Keuze:
    gegevens = {
        "trede": "maatwerk",
        "omschrijving": "Hulp bij het huishouden",
        "voorziening": contract.voorziening,
        "contract": contract,
        "aantal": Decimal(2),
        "frequentie": "week",
        "vanaf": DAG,
    }
    return Keuze(**(gegevens | anders))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prijs", "aantal", "frequentie", "per_maand"),
    [
        (3050, Decimal(3), "week", 39650),  # 3 × 30,50 × 52 / 12
        (3050, Decimal("1.5"), "week", 19825),
        (10000, Decimal(1), "vier_weken", 10833),  # 13 / 12 of 100,00, rounded to the cent
        (10001, Decimal("0.5"), "maand", 5001),  # half a cent goes up
        (25000, Decimal(1), "maand", 25000),
        (90000, Decimal(1), "eenmalig", 0),
        (None, Decimal(1), "week", None),
        (3050, None, "week", None),
        (3050, Decimal(1), "", None),
    ],
)
def test_what_help_costs_in_an_average_month(prijs, aantal, frequentie, per_maand):
    assert kosten_per_maand(prijs, aantal, frequentie) == per_maand


def test_the_price_is_that_of_the_first_day_of_the_help(doel, amina):
    contract = huishoudelijke_hulp(MAANDAG)
    Tarief.objects.filter(contract=contract).update(tot=date(2027, 1, 1))
    Tarief.objects.create(contract=contract, bedrag_cent=3200, vanaf=date(2027, 1, 1))
    nu = kies_inzet(doel, hulp(contract), bewerking=0, by=amina, at=MAANDAG)
    straks = kies_inzet(doel, hulp(contract, vanaf=date(2027, 1, 1)), bewerking=0, by=amina, at=MAANDAG)
    assert (nu.prijs_cent, straks.prijs_cent) == (3050, 3200)


def test_a_contract_without_a_price_on_the_first_day_is_refused(doel, amina):
    contract = huishoudelijke_hulp(MAANDAG)
    Tarief.objects.filter(contract=contract).update(tot=date(2027, 1, 1))
    with pytest.raises(NietMogelijk, match="geen tarief"):
        kies_inzet(doel, hulp(contract, vanaf=date(2027, 1, 1)), bewerking=0, by=amina, at=MAANDAG)


def test_a_contract_that_ended_is_refused(doel, amina):
    contract = huishoudelijke_hulp(MAANDAG)
    contract.tot = date(2026, 12, 1)
    contract.save()
    kies_inzet(doel, hulp(contract, vanaf=date(2026, 11, 30)), bewerking=0, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="geen tarief"):
        kies_inzet(doel, hulp(contract, vanaf=date(2026, 12, 1)), bewerking=0, by=amina, at=MAANDAG)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"trede": "onbekend"}, "niet op de ladder"),
        ({"trede": "algemeen"}, "andere trede"),
        ({"omschrijving": " "}, "één zin"),
        ({"voorziening": None}, "geeft deze voorziening niet"),
        ({"aantal": None}, "hoeveel hulp"),
        ({"aantal": Decimal(-1)}, "hoeveel hulp"),
        ({"frequentie": "soms"}, "hoeveel hulp"),
        ({"tot_en_met": DAG - timedelta(days=1)}, "laatste dag"),
    ],
)
def test_a_choice_that_contradicts_itself_or_the_catalogue_is_refused(doel, amina, anders, zin):
    with pytest.raises(NietMogelijk, match=zin):
        kies_inzet(doel, hulp(huishoudelijke_hulp(MAANDAG), **anders), bewerking=0, by=amina, at=MAANDAG)
    assert not Inzet.objects.exists()


def test_putting_something_in_takes_the_reason_for_skipping_away(doel, amina):
    sla_trede_over(doel, trede="netwerk", reden="Er is niemand.", bewerking=0, by=amina, at=MAANDAG)
    kies_inzet(doel, Keuze("netwerk", "Oma past op woensdag op."), bewerking=0, by=amina, at=MAANDAG)
    assert not doel.overgeslagen.exists()


def test_a_rung_in_use_cannot_be_skipped(doel, amina):
    inzet = kies_inzet(doel, Keuze("netwerk", "Oma past op."), bewerking=0, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al iets ingezet"):
        sla_trede_over(doel, trede="netwerk", reden="Te zwaar.", bewerking=0, by=amina, at=MAANDAG)
    verwijder_inzet(inzet, bewerking=0, by=amina, at=MAANDAG)
    sla_trede_over(doel, trede="netwerk", reden="Te zwaar.", bewerking=0, by=amina, at=MAANDAG)


def test_skipping_asks_a_reason(doel, amina):
    with pytest.raises(NietMogelijk, match="reden"):
        sla_trede_over(doel, trede="netwerk", reden="  ", bewerking=0, by=amina, at=MAANDAG)


def test_several_rungs_are_skipped_at_once_or_not_at_all(doel, amina):
    wie = {"bewerking": 0, "by": amina, "at": MAANDAG}
    kies_inzet(doel, Keuze("netwerk", "Oma past op."), **wie)
    for redenen in ({"eigen_kracht": "Te zwaar.", "vrijwilliger": " "}, {"eigen_kracht": "Te zwaar.", "netwerk": "x"}):
        with pytest.raises(NietMogelijk):
            sla_treden_over(doel, redenen, **wie)
    assert not doel.overgeslagen.exists()
    sla_treden_over(doel, {"eigen_kracht": "Te zwaar.", "vrijwilliger": "Geen plek."}, **wie)
    assert doel.overgeslagen.count() == 2


def test_two_reasons_for_one_rung_do_not_overwrite_each_other(doel, amina, bram):
    gezien = queries.visible_to(bram).get(pk=doel.plan_id).bewerking
    sla_trede_over(doel, trede="netwerk", reden="Er is niemand.", bewerking=gezien, by=amina, at=MAANDAG)
    with pytest.raises(IntussenGewijzigd):
        sla_trede_over(doel, trede="netwerk", reden="Te ver weg.", bewerking=gezien, by=bram, at=MAANDAG)
    assert doel.overgeslagen.get().reden == "Er is niemand."


def test_a_skipped_rung_can_be_looked_at_again(doel, amina):
    rij = sla_trede_over(doel, trede="eigen_kracht", reden="Niet genoeg.", bewerking=0, by=amina, at=MAANDAG)
    assert eerste_open(ladder(doel)) == "netwerk"
    betrek_trede_weer(rij, bewerking=rij.bewerking, by=amina, at=MAANDAG)
    assert eerste_open(ladder(doel)) == "eigen_kracht"


def test_the_ladder_stands_in_the_order_of_the_municipality_and_keeps_what_was_dropped(doel):
    Inzet.objects.create(doel=doel, trede="oude_trede", omschrijving="Van vroeger")
    assert [sport.trede.code for sport in ladder(doel)] == [
        "eigen_kracht",
        "netwerk",
        "vrijwilliger",
        "algemeen",
        "lichte_hulp",
        "maatwerk",
        "oude_trede",
    ]


# ------------------------------------------------------------------------------------------------------- team's money


def test_committed_is_what_adopted_plans_cost_in_that_month(amina, farid, de_wit, stad):
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)  # 7 December 2026 to 6 December 2027
    per_maand = [queries.vastgelegd_per_maand(stad.noord.pk, date(jaar, maand, 15)) for jaar, maand in MAANDEN]
    assert per_maand == [0, 39650, 39650, 0]
    assert queries.vastgelegd_per_maand(stad.zuid.pk, date(2026, 12, 15)) == 0
    zonder = queries.vastgelegd_per_maand(stad.noord.pk, date(2026, 12, 15), zonder_dossier=de_wit.huishouden.pk)
    assert zonder == 0


MAANDEN = [(2026, 11), (2026, 12), (2027, 12), (2028, 1)]


def test_a_draft_commits_nothing(amina, de_wit, stad):
    concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    assert queries.vastgelegd_per_maand(stad.noord.pk, date(2026, 12, 15)) == 0


def test_what_remains_counts_this_plan_and_this_choice():
    assert Teambudget(DAG, 100_000, 60_000, 20_000, 15_000).over_cent == 5_000
    assert Teambudget(DAG, 100_000, 90_000, 20_000).over_cent == -10_000


def test_help_runs_in_every_month_it_touches():
    inzet = Inzet(vanaf=date(2026, 11, 30), tot_en_met=date(2027, 1, 1))
    assert [in_maand(inzet, date(2026, 10, 31)), in_maand(inzet, date(2026, 11, 1))] == [False, True]
    assert [in_maand(inzet, date(2027, 1, 31)), in_maand(inzet, date(2027, 2, 1))] == [True, False]
    assert in_maand(Inzet(), DAG)


def test_help_given_once_costs_once(doel, amina):
    contract = huishoudelijke_hulp(MAANDAG)
    kies_inzet(doel, hulp(contract, frequentie="eenmalig", aantal=Decimal(4)), bewerking=0, by=amina, at=MAANDAG)
    plan = queries.met_delen(queries.visible_to(amina).get(pk=doel.plan_id))
    assert (plankosten(plan), eenmalige_kosten(plan)) == (0, 12200)


@pytest.mark.parametrize("trede", ["", "onzin", "x" * 40, "nul\x00byte"])
def test_a_rung_that_is_not_on_the_ladder_is_neither_skipped_nor_used(page, doel, amina, trede):
    for adres, gegevens in (
        (f"/doelen/{doel.pk}/overgeslagen/", {"reden": "Niet genoeg."}),
        (f"/doelen/{doel.pk}/inzet/", {"stap": "zin", "zin-omschrijving": "Iets", "omschrijving": "Iets"}),
        (f"/doelen/{doel.pk}/inzet/", {"stap": "hulp", "vanaf": "01-12-2026", "hulp": "x", "aantal": "1"}),
    ):
        page(amina, adres, data=gegevens | {"trede": trede, "bewerking": "0"}, status=422)
    assert not doel.overgeslagen.exists()
    assert not doel.inzetten.exists()
