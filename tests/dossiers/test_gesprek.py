"""A talk is planned at the household's own address, cancelled with a reason, and exists once."""

from datetime import timedelta

from eenplan.dossiers.actions import Afspraak, begin_verslag, plan_gesprek
from eenplan.dossiers.models import Gesprek
from eenplan.dossiers.queries import gehoord
from eenplan.dossiers.states import Gesprekstatus
from personas import MAANDAG


def nieuw(dossier):
    return f"/huishoudens/{dossier.pk}/gesprekken/nieuw/"


def invulling(de_wit, **anders):
    leden = [de_wit.sanne.pk, de_wit.mees.pk]
    return {
        "soort": "huisbezoek",
        "datum": "26-11-2026",
        "tijd": "11:00",
        "plaats": "Lindelaan 4",
        "deelnemers": leden,
    } | anders


def test_the_home_address_stands_ready_and_every_member_can_be_chosen(page, amina, dossier):
    seen = page(amina, nieuw(dossier))
    assert seen.tree.xpath("//input[@name='plaats']/@value") == ["Lindelaan 4"]
    assert len(seen.tree.xpath("//input[@name='deelnemers']")) == 3
    assert "nog niet gesproken" in seen.words


def test_a_planned_talk_is_shown_with_who_takes_part(page, amina, dossier, de_wit):
    seen = page(amina, nieuw(dossier)).post(invulling(de_wit, anderen="oma Riet")).follow()
    assert "do 26 november 2026 om 11:00" in seen.words
    assert "Mees de Wit" in seen.words
    assert "oma Riet" in seen.words


def test_pressing_twice_plans_one_talk(page, amina, dossier, de_wit):
    seen = page(amina, nieuw(dossier))
    first, second = seen.post(invulling(de_wit)), seen.post(invulling(de_wit))
    assert first.response["Location"] == second.response["Location"]
    assert Gesprek.objects.count() == 1


def test_a_talk_without_a_day_or_people_comes_back_with_all_that_was_typed(page, amina, dossier, de_wit):
    seen = page(amina, nieuw(dossier)).post(invulling(de_wit, datum="", deelnemers=[], anderen="oma Riet"), status=422)
    assert "Kies ten minste één antwoord." in seen.words
    assert seen.tree.xpath("//input[@name='anderen']/@value") == ["oma Riet"]
    assert not Gesprek.objects.exists()


def test_someone_of_another_household_cannot_be_invited_by_number(page, amina, dossier, de_wit):
    page(amina, nieuw(dossier)).post(invulling(de_wit, deelnemers=[999999]), status=422)
    assert not Gesprek.objects.exists()


def test_a_cancelled_talk_says_why_and_gets_no_report(page, amina, gesprek):
    seen = page(amina, f"/gesprekken/{gesprek.pk}/").post({"reden": "Sanne is ziek"}).follow()
    assert "Dit gesprek is niet doorgegaan." in seen.words
    assert "Sanne is ziek" in seen.words
    written = page(amina, f"/gesprekken/{gesprek.pk}/verslag/", data={"a": "tekst"}, status=422)
    assert "niet doorgegaan" in written.words
    assert "tekst" in written.words


def test_cancelling_asks_for_a_reason(page, amina, gesprek):
    page(amina, f"/gesprekken/{gesprek.pk}/").post({"reden": ""}, status=422)
    gesprek.refresh_from_db()
    assert gesprek.status == Gesprekstatus.GEPLAND


def test_a_talk_that_was_held_cannot_be_cancelled(page, amina, gesprek, concept):
    seen = page(amina, f"/gesprekken/{gesprek.pk}/", data={"reden": "toch niet"}, status=422)
    assert "de status is nu “gevoerd”" in seen.words


def test_each_member_shows_when_it_was_last_heard(amina, dossier, de_wit, concept):
    rijen = {rij.lid.persoon.roepnaam: rij.laatst for rij in gehoord(dossier.huishouden)}
    assert rijen["Sanne"] == rijen["Daan"] == MAANDAG + timedelta(hours=5)
    assert rijen["Mees"] is None


def test_another_team_does_not_find_the_talk(page, chantal, dossier, gesprek):
    page(chantal, nieuw(dossier), status=404)
    page(chantal, f"/gesprekken/{gesprek.pk}/", status=404)
    page(chantal, f"/gesprekken/{gesprek.pk}/", data={"reden": "x"}, status=404)


def test_a_manager_reads_the_talk_and_plans_none(page, farid, dossier, gesprek):
    assert not page(farid, f"/gesprekken/{gesprek.pk}/").tree.xpath("//main//form")
    page(farid, f"/gesprekken/{gesprek.pk}/", data={"reden": "x"}, status=403)
    page(farid, nieuw(dossier), status=403)


def test_the_page_of_a_household_with_many_talks_asks_no_more_questions(
    page, amina, dossier, de_wit, django_assert_max_num_queries
):
    for dag in range(1, 9):
        afspraak = Afspraak("telefoon", MAANDAG + timedelta(days=dag), "", (de_wit.sanne,))
        begin_verslag(plan_gesprek(dossier, afspraak, by=amina, at=MAANDAG), by=amina, at=MAANDAG)
    page(amina, nieuw(dossier), queries_max=25)
