"""Help is allocated, starts and stops; and every reason why not."""

from datetime import date, timedelta

import pytest

from eenplan.aanbod.models import Aanbieder, Contract
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import wijzig_status
from eenplan.dossiers.states import Dossierstatus
from eenplan.toewijzingen import queries
from eenplan.toewijzingen.actions import meld_start, meld_stop, wijs_toe
from eenplan.toewijzingen.doorlooptijd import Stap
from eenplan.toewijzingen.models import Toewijzing, Vertragingsreden
from personas import MAANDAG
from verhalen import aanvraag, genomen_besluit, melding, voorbereid_besluit

DAG = timedelta(days=1)
BESLUITDAG = MAANDAG + 10 * DAG


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


@pytest.fixture
def regel(gedaan, daan):
    return genomen_besluit(gedaan, by=daan, at=BESLUITDAG).regels.get()


@pytest.fixture
def toewijzing(regel, daan):
    return wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=BESLUITDAG)


def test_the_provider_is_asked_for_a_result_and_not_for_hours(regel, toewijzing):
    assert toewijzing.beoogd_resultaat == regel.inzet.doel.resultaat
    assert toewijzing.toegewezen_op == BESLUITDAG.date()
    velden = {veld.name for veld in Toewijzing._meta.get_fields()}
    assert not velden & {"uren", "aantal", "volume"}


def test_nothing_is_allocated_before_the_decision(gedaan, daan):
    regel = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG).regels.get()
    with pytest.raises(NietMogelijk, match="nog geen besluit"):
        wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=BESLUITDAG)


def test_a_line_is_allocated_once(regel, toewijzing, daan):
    with pytest.raises(IntussenGewijzigd, match="al toegewezen"):
        wijs_toe(regel, aanbieder=toewijzing.aanbieder, by=daan, at=BESLUITDAG)


def test_a_provider_without_a_contract_on_the_first_day_is_refused(regel, daan):
    ander = Aanbieder.objects.create(naam="Zorg zonder Contract")
    with pytest.raises(NietMogelijk, match="14 december 2026 geen contract"):
        wijs_toe(regel, aanbieder=ander, by=daan, at=BESLUITDAG)
    Contract.objects.create(
        voorziening=regel.inzet.voorziening, aanbieder=ander, vanaf=date(2026, 1, 1), tot=date(2026, 12, 14)
    )
    with pytest.raises(NietMogelijk):
        wijs_toe(regel, aanbieder=ander, by=daan, at=BESLUITDAG)
    assert ander not in queries.aanbieders_voor(regel.inzet, BESLUITDAG.date())


def test_another_provider_with_a_contract_may_give_the_help(regel, daan):
    ander = Aanbieder.objects.create(naam="Schoon en Zo")
    Contract.objects.create(voorziening=regel.inzet.voorziening, aanbieder=ander, vanaf=date(2026, 1, 1))
    assert ander in queries.aanbieders_voor(regel.inzet, BESLUITDAG.date())
    assert wijs_toe(regel, aanbieder=ander, by=daan, at=BESLUITDAG).aanbieder == ander


def test_the_start_of_help_brings_an_active_file_in_regie(toewijzing, daan, amina):
    for status in (Dossierstatus.NAZORG, Dossierstatus.ACTIEF):
        wijzig_status(toewijzing.dossier, to=status, reden="het gaat minder goed", by=amina, at=BESLUITDAG)
    meld_start(toewijzing, gestart_op=BESLUITDAG.date() + 11 * DAG, by=daan, at=BESLUITDAG + 12 * DAG)
    toewijzing.dossier.refresh_from_db()
    assert toewijzing.dossier.status == Dossierstatus.IN_REGIE
    wissel = toewijzing.dossier.statuswissels.latest("pk")
    assert (wissel.naar, wissel.door) == (Dossierstatus.IN_REGIE, daan)
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.HULP_GESTART, onderwerp_id=toewijzing.pk).count() == 1


def test_a_file_in_another_status_stays_there(toewijzing, daan, amina):
    wijzig_status(toewijzing.dossier, to=Dossierstatus.AFGESCHAALD, reden="lichter", by=amina, at=BESLUITDAG)
    meld_start(toewijzing, gestart_op=BESLUITDAG.date(), by=daan, at=BESLUITDAG)
    toewijzing.dossier.refresh_from_db()
    assert toewijzing.dossier.status == Dossierstatus.AFGESCHAALD


def test_help_cannot_start_tomorrow_before_the_decision_or_twice(toewijzing, daan):
    with pytest.raises(NietMogelijk, match="toekomst"):
        meld_start(toewijzing, gestart_op=BESLUITDAG.date() + DAG, by=daan, at=BESLUITDAG)
    with pytest.raises(NietMogelijk, match="voor het besluit"):
        meld_start(toewijzing, gestart_op=BESLUITDAG.date() - DAG, by=daan, at=BESLUITDAG)
    meld_start(toewijzing, gestart_op=BESLUITDAG.date(), by=daan, at=BESLUITDAG)
    with pytest.raises(IntussenGewijzigd, match="al gemeld"):
        meld_start(toewijzing, gestart_op=BESLUITDAG.date(), by=daan, at=BESLUITDAG)


def test_help_stops_once_with_a_reason_and_not_before_it_began(toewijzing, daan):
    levering = meld_start(toewijzing, gestart_op=BESLUITDAG.date(), by=daan, at=BESLUITDAG)
    later = BESLUITDAG + 30 * DAG
    with pytest.raises(NietMogelijk, match="waarom"):
        meld_stop(levering, gestopt_op=later.date(), reden=" ", by=daan, at=later)
    with pytest.raises(NietMogelijk, match="voordat zij begon"):
        meld_stop(levering, gestopt_op=BESLUITDAG.date() - DAG, reden="Klaar.", by=daan, at=later)
    with pytest.raises(NietMogelijk, match="loopt nu nog"):
        meld_stop(levering, gestopt_op=later.date() + DAG, reden="Klaar.", by=daan, at=later)
    meld_stop(levering, gestopt_op=later.date(), reden="Het doel is gehaald.", by=daan, at=later)
    with pytest.raises(IntussenGewijzigd, match="al gemeld"):
        meld_stop(levering, gestopt_op=later.date(), reden="Klaar.", by=daan, at=later)


def test_who_may_allocate(regel, farid, gerda, chantal, bram):
    aanbieder = regel.inzet.contract.aanbieder
    for niet in (farid, gerda, chantal):
        with pytest.raises(NietToegestaan):
            wijs_toe(regel, aanbieder=aanbieder, by=niet, at=BESLUITDAG)
    assert wijs_toe(regel, aanbieder=aanbieder, by=bram, at=BESLUITDAG).pk


# ------------------------------------------------------------------------------------------------------------ reads


def test_what_waits_moves_from_list_to_list(regel, daan, chantal):
    assert list(queries.te_verdelen(daan)) == [regel]
    assert not queries.te_verdelen(chantal)
    toewijzing = wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=BESLUITDAG)
    assert not queries.te_verdelen(daan)
    assert list(queries.wacht_op_start(daan)) == [toewijzing]
    assert not queries.wacht_op_start(chantal)
    levering = meld_start(toewijzing, gestart_op=BESLUITDAG.date(), by=daan, at=BESLUITDAG)
    assert not queries.wacht_op_start(daan)
    hulp = queries.lopende_hulp(daan, toewijzing.dossier_id)
    assert hulp.rijen == (toewijzing,)
    assert hulp.per_maand_cent == 39650  # 3 hours × € 30,50 × 52 / 12
    meld_stop(levering, gestopt_op=BESLUITDAG.date(), reden="Klaar.", by=daan, at=BESLUITDAG)
    assert queries.lopende_hulp(daan, toewijzing.dossier_id) == queries.Hulp((), 0)


def test_the_line_of_time_stamps_of_a_household(toewijzing, daan, django_assert_num_queries):
    start = BESLUITDAG + 70 * DAG
    meld_start(toewijzing, gestart_op=start.date(), by=daan, at=start, reden_vertraging=Vertragingsreden.WACHTLIJST)
    with django_assert_num_queries(2):
        (weg,) = queries.doorlopen([toewijzing.dossier_id], op=start.date())[toewijzing.dossier_id]
    maandag = MAANDAG.date()
    assert {stempel.stap: stempel.op for stempel in weg.stappen} == {
        Stap.CONTACT: maandag,
        Stap.GESPREK: maandag + DAG,
        Stap.PLAN: maandag + 7 * DAG,
        Stap.VASTSTELLING: maandag + 7 * DAG,
        Stap.BESLUIT: BESLUITDAG.date(),
        Stap.TOEWIJZING: BESLUITDAG.date(),
        Stap.START: start.date(),
    }
    assert weg.stempel(Stap.START).oordeel == "te laat"
    assert (weg.hulp, weg.wet, weg.reden_vertraging) == ("Hulp bij het huishouden", "wmo", "wachtlijst")


def test_a_melding_without_paid_help_ends_with_the_plan(de_wit, gerda, amina):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    weg = queries.laatste_doorloop(gemeld.dossier_id, op=MAANDAG.date())
    assert [stempel.stap for stempel in weg.stappen] == ["contact", "gesprek", "plan", "vaststelling"]
    assert weg.nu.stap == Stap.GESPREK


def test_two_requests_give_two_ways_the_newest_first(toewijzing, de_wit, gerda):
    melding(de_wit, by=gerda, at=BESLUITDAG)
    wegen = queries.doorlopen([toewijzing.dossier_id], op=BESLUITDAG.date())[toewijzing.dossier_id]
    assert [weg.hulp for weg in wegen] == ["", "Hulp bij het huishouden"]


def test_a_household_without_a_question_has_no_way(de_wit):
    assert queries.doorlopen([de_wit.huishouden.pk], op=MAANDAG.date()) == {de_wit.huishouden.pk: []}
    assert queries.laatste_doorloop(de_wit.huishouden.pk, op=MAANDAG.date()) is None


@pytest.mark.parametrize("nummer", ["", "abc", "9" * 5000, "0\x00"])
def test_a_line_that_is_no_number_is_not_found(page, regel, daan, nummer):
    page(daan, f"/aanvragen/{regel.besluit.aanvraag_id}/toewijzing/", data={"regel": nummer}, status=404)
