"""Handing in, adopting, sending back, taking back, and the next version."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan, Onvolledig
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Statuswissel
from eenplan.dossiers.states import Dossierstatus
from eenplan.plannen import queries
from eenplan.plannen.actions import (
    begin_plan,
    bewaar_perspectief,
    bied_plan_aan,
    neem_plan_terug,
    stel_plan_vast,
    stuur_plan_terug,
    voeg_actie_toe,
)
from eenplan.plannen.models import Doel, Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG
from verhalen import concept_plan, vastgesteld_plan


@pytest.fixture
def plan(amina, de_wit) -> Ondersteuningsplan:
    return concept_plan(de_wit, regisseur=amina, at=MAANDAG)


@pytest.fixture
def aangeboden(plan, amina) -> Ondersteuningsplan:
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    return plan


def status(plan: Ondersteuningsplan) -> str:
    return Ondersteuningsplan.objects.get(pk=plan.pk).status


def test_an_incomplete_plan_is_not_handed_in_and_says_everything(plan, amina):
    Doel.objects.filter(plan=plan).update(eigenaar="", evaluatie_op=None)
    with pytest.raises(Onvolledig) as fout:
        bied_plan_aan(plan, by=amina, at=MAANDAG)
    assert fout.value.zinnen == ["Doel 1: van wie is dit doel?", "Doel 1: wanneer kijken we samen terug?"]
    assert status(plan) == Planstatus.CONCEPT


def test_a_complete_plan_waits_for_somebody_else(aangeboden, amina, farid, bram, chantal):
    assert status(aangeboden) == Planstatus.AANGEBODEN
    assert list(queries.te_beoordelen(farid)) == [aangeboden]
    for ander in (amina, bram, chantal):
        assert not queries.te_beoordelen(ander).exists()


def test_nobody_adopts_a_plan_without_the_right(aangeboden, bram, daan, chantal):
    for ander in (bram, daan, chantal):
        with pytest.raises(NietToegestaan):
            stel_plan_vast(aangeboden, by=ander, at=MAANDAG)


def ook_manager(medewerker: Medewerker, team: object) -> Medewerker:
    Rolvervulling.objects.create(medewerker=medewerker, rol=Rol.MANAGER, team=team, vanaf=BEGIN)
    return Medewerker.objects.get(pk=medewerker.pk)


def test_the_drafter_does_not_adopt_the_own_plan_even_with_the_right(aangeboden, amina, stad):
    amina = ook_manager(amina, stad.noord)
    assert not queries.te_beoordelen(amina).exists()
    with pytest.raises(NietToegestaan, match="zelf geschreven"):
        stel_plan_vast(aangeboden, by=amina, at=MAANDAG)
    assert status(aangeboden) == Planstatus.AANGEBODEN


def test_who_handed_it_in_does_not_adopt_it_either(plan, bram, stad):
    bied_plan_aan(plan, by=bram, at=MAANDAG)
    bram = ook_manager(bram, stad.noord)
    assert not queries.te_beoordelen(bram).exists()
    with pytest.raises(NietToegestaan, match="zelf geschreven"):
        stel_plan_vast(plan, by=bram, at=MAANDAG)


def test_who_wrote_only_a_part_does_not_adopt_it_either(plan, amina, bram, stad):
    bewaar_perspectief(plan, "Rust, en weer werk.", bewerking=plan.bewerking, by=bram, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    bram = ook_manager(bram, stad.noord)
    assert not queries.te_beoordelen(bram).exists()
    with pytest.raises(NietToegestaan, match="zelf geschreven"):
        stel_plan_vast(plan, by=bram, at=MAANDAG)


def test_who_wrote_in_the_version_before_may_adopt_the_next(aangeboden, amina, bram, farid, stad):
    stel_plan_vast(aangeboden, by=farid, at=MAANDAG)
    nieuw = begin_plan(aangeboden.dossier, by=bram, at=MAANDAG, reden="Minder hulp.")
    bied_plan_aan(nieuw, by=bram, at=MAANDAG)
    stel_plan_vast(nieuw, by=ook_manager(amina, stad.noord), at=MAANDAG)
    assert status(nieuw) == Planstatus.VASTGESTELD


def test_adopting_moves_an_active_file_to_in_regie(aangeboden, amina, farid):
    wijs_regisseur_aan(aangeboden.dossier, regisseur=amina, by=amina, at=MAANDAG)
    stel_plan_vast(aangeboden, by=farid, at=MAANDAG)
    assert Dossier.objects.get().status == Dossierstatus.IN_REGIE
    wissel = Statuswissel.objects.latest("pk")
    assert (wissel.reden, wissel.door) == ("het plan is vastgesteld", farid)


def test_a_file_that_nobody_coordinates_stays_new_when_its_plan_is_adopted(aangeboden, farid):
    stel_plan_vast(aangeboden, by=farid, at=MAANDAG)
    assert Dossier.objects.get().status == Dossierstatus.NIEUW


def test_adopting_locks_the_plan_and_says_who_and_when(aangeboden, farid):
    vaststelling = stel_plan_vast(aangeboden, by=farid, at=MAANDAG)
    assert (vaststelling.door, vaststelling.op) == (farid, MAANDAG)
    assert status(aangeboden) == Planstatus.VASTGESTELD
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_VASTGESTELD, actor_id=farid.pk).count() == 1


def test_a_draft_is_not_adopted(plan, farid):
    with pytest.raises(NietMogelijk, match="status is nu “concept”"):
        stel_plan_vast(plan, by=farid, at=MAANDAG)


def test_sending_back_needs_a_reason_and_tells_it(aangeboden, farid):
    with pytest.raises(NietMogelijk, match="wat er nog moet gebeuren"):
        stuur_plan_terug(aangeboden, reden=" ", by=farid, at=MAANDAG)
    stuur_plan_terug(aangeboden, reden="Wie vangt Mees op?", by=farid, at=MAANDAG)
    assert status(aangeboden) == Planstatus.CONCEPT
    assert queries.terugzending(aangeboden).reden == "Wie vangt Mees op?"
    assert Gebeurtenisdetail.objects.filter(toelichting="Wie vangt Mees op?").exists()


def test_the_reason_is_gone_from_sight_once_the_plan_is_handed_in_again(aangeboden, amina, farid):
    stuur_plan_terug(aangeboden, reden="Wie vangt Mees op?", by=farid, at=MAANDAG)
    later = MAANDAG + timedelta(hours=2)
    bied_plan_aan(aangeboden, by=amina, at=later)
    neem_plan_terug(aangeboden, by=amina, at=later)
    assert queries.terugzending(aangeboden) is None


def test_the_drafter_takes_it_back_and_a_colleague_does_not(aangeboden, amina, bram):
    with pytest.raises(NietToegestaan, match="kan het terugnemen"):
        neem_plan_terug(aangeboden, by=bram, at=MAANDAG)
    neem_plan_terug(aangeboden, by=amina, at=MAANDAG)
    assert status(aangeboden) == Planstatus.CONCEPT


def test_an_adopted_plan_is_neither_taken_nor_sent_back(amina, farid, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        neem_plan_terug(plan, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        stuur_plan_terug(plan, reden="Toch niet.", by=farid, at=MAANDAG)


# ------------------------------------------------------------------------------------------------- the next version


def inhoud(plan: Ondersteuningsplan) -> dict[str, object]:
    """Everything a plan says, without numbers of rows."""
    buiten = {"id", "plan", "doel", "vorige", "oorsprong", "bewerking"}

    def rijen(verzameling: object) -> list[dict[str, object]]:
        return [
            {veld.name: getattr(rij, veld.name) for veld in rij._meta.concrete_fields if veld.name not in buiten}
            for rij in verzameling.order_by("pk")
        ]

    return {
        "perspectief": plan.perspectief,
        "analyses": rijen(plan.analyses),
        "doelen": [
            [rijen(Doel.objects.filter(pk=doel.pk)), *map(rijen, (doel.acties, doel.inzetten, doel.overgeslagen))]
            for doel in plan.doelen.all()
        ],
    }


@pytest.fixture
def vastgesteld(amina, farid, de_wit) -> Ondersteuningsplan:
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    voeg_actie_toe(
        plan.doelen.get(), wat="belt", wie="Sanne", uiterlijk=MAANDAG.date(), bewerking=0, by=amina, at=MAANDAG
    )
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    stel_plan_vast(plan, by=farid, at=MAANDAG)
    return plan


def test_a_new_version_begins_as_a_complete_copy(vastgesteld, bram):
    nieuw = begin_plan(vastgesteld.dossier, by=bram, at=MAANDAG, reden="Sanne werkt weer.")
    assert inhoud(nieuw) == inhoud(vastgesteld)
    assert (nieuw.versie, nieuw.reden_nieuwe_versie, nieuw.bewerking) == (2, "Sanne werkt weer.", 0)
    assert not nieuw.doelen.filter(bewerking__gt=0).exists()
    assert nieuw.doelen.get().vorige == vastgesteld.doelen.get()
    assert nieuw.doelen.get().inzetten.get().vorige == vastgesteld.doelen.get().inzetten.get()


def test_the_adopted_version_stays_untouched_while_the_new_one_is_written(vastgesteld, amina):
    voor = inhoud(vastgesteld)
    nieuw = begin_plan(vastgesteld.dossier, by=amina, at=MAANDAG, reden="Minder hulp.")
    nieuw.doelen.get().inzetten.all().delete()
    Doel.objects.filter(plan=nieuw).update(eigen_woorden="Anders")
    assert inhoud(Ondersteuningsplan.objects.get(pk=vastgesteld.pk)) == voor


def test_a_new_version_needs_a_reason(vastgesteld, amina):
    with pytest.raises(NietMogelijk, match="waarom het plan verandert"):
        begin_plan(vastgesteld.dossier, by=amina, at=MAANDAG)


def test_adopting_the_new_version_replaces_the_former(vastgesteld, amina, farid):
    nieuw = begin_plan(vastgesteld.dossier, by=amina, at=MAANDAG, reden="Minder hulp.")
    bied_plan_aan(nieuw, by=amina, at=MAANDAG)
    assert queries.vastgesteld(nieuw.dossier_id) == vastgesteld
    stel_plan_vast(nieuw, by=farid, at=MAANDAG)
    assert (status(vastgesteld), status(nieuw)) == (Planstatus.VERVANGEN, Planstatus.VASTGESTELD)
    assert queries.vastgesteld(nieuw.dossier_id) == nieuw


def test_the_database_itself_knows_one_adopted_version(vastgesteld, amina):
    nieuw = begin_plan(vastgesteld.dossier, by=amina, at=MAANDAG, reden="Minder hulp.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ondersteuningsplan.objects.filter(pk=nieuw.pk).update(status=Planstatus.VASTGESTELD)


@pytest.mark.parametrize(
    "poging",
    [
        lambda plan: Ondersteuningsplan.objects.filter(pk=plan.pk).update(perspectief="Anders"),
        lambda plan: Ondersteuningsplan.objects.filter(pk=plan.pk).update(status=Planstatus.CONCEPT),
        lambda plan: plan.analyses.update(situatie="Anders"),
        lambda plan: plan.doelen.update(eigen_woorden="Anders"),
        lambda plan: plan.doelen.create(volgorde=9),
        lambda plan: Inzet.objects.filter(doel__plan=plan).update(kosten_per_maand_cent=1),
        lambda plan: plan.doelen.get().inzetten.create(trede="netwerk", omschrijving="Erbij"),
        lambda plan: plan.doelen.get().acties.update(wat="Anders"),
        lambda plan: plan.doelen.get().overgeslagen.update(reden="Anders"),
    ],
    ids=["words", "status", "analysis", "goal", "new goal", "price", "new help", "action", "reason"],
)
def test_the_database_itself_locks_an_adopted_plan(vastgesteld, poging):
    with pytest.raises(IntegrityError, match="an adopted plan does not change"), transaction.atomic():
        poging(vastgesteld)


# --------------------------------------------------------------------------------------------------- who sees which


def test_the_overview_gives_both_versions_with_their_goals_in_six_questions(
    vastgesteld, amina, django_assert_num_queries
):
    nieuw = begin_plan(vastgesteld.dossier, by=amina, at=MAANDAG, reden="Minder hulp.")
    with django_assert_num_queries(6):
        overzicht = queries.plan_overzicht(nieuw.dossier_id)
        gelezen = [
            inzet.contract.aanbieder.naam
            for plan in (overzicht.vastgesteld, overzicht.in_bewerking)
            for doel in plan.doelen.all()
            for inzet in doel.inzetten.all()
        ]
    assert gelezen == ["Thuishulp Zonnedaal", "Thuishulp Zonnedaal"]
    assert overzicht.huidig == vastgesteld
    assert overzicht.in_bewerking == nieuw


def test_the_back_office_sees_adopted_plans_and_no_drafts(vastgesteld, daan, chantal, farid, gerda):
    nieuw = begin_plan(vastgesteld.dossier, by=vastgesteld.opgesteld_door, at=MAANDAG, reden="Minder hulp.")
    assert list(queries.visible_to(daan)) == [vastgesteld]
    assert set(queries.visible_to(farid)) == {vastgesteld, nieuw}
    assert not queries.visible_to(chantal).exists()
    assert not queries.visible_to(gerda).exists()
    assert set(queries.doelen(daan)) == set(vastgesteld.doelen.all())


def test_what_is_adopted_is_what_was_read(page, aangeboden, amina, farid):
    gelezen = page(farid, f"/plannen/{aangeboden.pk}/vaststelling/")
    (nummer,) = gelezen.tree.xpath("//main//form//input[@name='bewerking']/@value")
    neem_plan_terug(aangeboden, by=amina, at=MAANDAG)
    bewaar_perspectief(aangeboden, "Toch iets anders.", bewerking=aangeboden.bewerking, by=amina, at=MAANDAG)
    bied_plan_aan(aangeboden, by=amina, at=MAANDAG)
    opnieuw = gelezen.post({"bewerking": nummer}).follow()
    assert "Een collega heeft dit net gewijzigd" in opnieuw.words
    assert status(aangeboden) == Planstatus.AANGEBODEN
    (nummer,) = opnieuw.tree.xpath("//main//form//input[@name='bewerking']/@value")
    opnieuw.post({"bewerking": nummer})
    assert status(aangeboden) == Planstatus.VASTGESTELD


def test_a_reason_that_cannot_be_kept_begins_no_fault(page, de_wit, amina):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    page(amina, f"/huishoudens/{dossier.pk}/plan/", data={"reden": "nul\x00byte"}, status=302)
    assert dossier.plannen.get().reden_nieuwe_versie == ""


def test_the_whole_plan_is_recorded_also_for_who_asks_for_a_part(page, aangeboden, bram):
    page(bram, f"/plannen/{aangeboden.pk}/", **{"HX-Request": "true"})
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_INGEZIEN, actor_id=bram.pk).count() == 1
