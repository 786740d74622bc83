"""C8: aftercare per kind of provision: none for a stair lift, once or regularly for help; what is overdue is seen."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from eenplan.core.klok import reis_naar
from eenplan.dossiers.models import Taak
from eenplan.regie.models import Nazorgcontact
from eenplan.toewijzingen.actions import meld_stop
from personas import MAANDAG
from verhalen import lopende_hulp

STOP = MAANDAG + timedelta(days=100)
DAG = timedelta(days=1)


@pytest.fixture
def hulp(de_wit, gerda, amina, farid, daan):
    return lopende_hulp(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, backoffice=daan)


def soort(hulp, code, *, is_dienst=True):
    voorziening = hulp.inzet.voorziening
    voorziening.code, voorziening.is_dienst = code, is_dienst
    voorziening.save()


def stop(page, daan, hulp):
    with reis_naar(STOP.date()):
        blad = page(daan, f"/toewijzingen/{hulp.pk}/beeindiging/")
        blad.post({"gestopt_op": STOP.strftime("%d-%m-%Y"), "reden": "Het doel is gehaald."})


def test_c8_stopping_help_on_the_screen_plans_aftercare_for_the_coordinator(page, hulp, daan, amina):
    """Gegeven hulp die loopt, als Daan meldt dat zij stopt, dan heeft Amina zes weken later nazorg."""
    stop(page, daan, hulp)
    contact = Nazorgcontact.objects.get()
    assert (contact.voor, contact.uiterlijk, contact.wet) == (amina, STOP.date() + 42 * DAG, "wmo")
    with reis_naar(STOP.date() + 40 * DAG):
        blad = page(amina, f"/huishoudens/{hulp.dossier_id}/coordinatie/", queries_max=15)
        assert "Nazorg: Hulp bij het huishouden" in blad.words
        dag = page(amina, "/mijn-dag/")
        assert f"/nazorgcontacten/{contact.pk}/" in dag.text, "the task opens the contact"


def test_c8_a_stair_lift_gets_no_aftercare(page, hulp, daan):
    soort(hulp, "WV-01", is_dienst=False)
    stop(page, daan, hulp)
    assert not Nazorgcontact.objects.exists()


def test_c8_guidance_is_followed_for_six_months_one_task_at_a_time(page, hulp, daan, amina):
    soort(hulp, "BG-01")
    stop(page, daan, hulp)
    dagen = list(Nazorgcontact.objects.order_by("uiterlijk").values_list("uiterlijk", flat=True))
    assert dagen == [STOP.date() + weken * 7 * DAG for weken in (6, 12, 18, 24)]
    assert Taak.objects.filter(herkomst__startswith="nazorgcontact", gedaan_op=None).count() == 1
    eerste = Nazorgcontact.objects.order_by("uiterlijk")[0]
    with reis_naar(dagen[0]):
        page(amina, f"/nazorgcontacten/{eerste.pk}/").post(
            {"uitkomst": "goed", "verslag": "", "op": dagen[0].strftime("%d-%m-%Y")}
        )
    (taak,) = Taak.objects.filter(herkomst__startswith="nazorgcontact", gedaan_op=None)
    assert taak.uiterlijk == dagen[1]


def test_c8_a_relapse_asks_what_was_done_and_becomes_work_for_tomorrow(page, hulp, daan, amina, bram):
    stop(page, daan, hulp)
    contact = Nazorgcontact.objects.get()
    vandaag = STOP.date() + 30 * DAG
    with reis_naar(vandaag):
        blad = page(amina, f"/nazorgcontacten/{contact.pk}/")
        gemeld = {"uitkomst": "terugval", "verslag": "", "op": vandaag.strftime("%d-%m-%Y")}
        assert "Schrijf op wat er aan de hand is" in blad.post(gemeld, status=422).words
        blad.post(gemeld | {"verslag": "Sanne slaapt niet. Ik kom morgen langs."})
        later = blad.post(gemeld | {"verslag": "Nog eens."}, status=422)
        assert "al vastgelegd" in later.words, "a second press changes nothing"
        assert "Sanne slaapt niet." in page(bram, f"/nazorgcontacten/{contact.pk}/").words
    taak = Taak.objects.get(wat__startswith="Terugval")
    assert (taak.voor, taak.uiterlijk, taak.wet) == (amina, vandaag + DAG, "wmo")
    assert not Taak.objects.filter(herkomst__startswith="nazorg", gedaan_op=None).exists()


def test_c8_overdue_aftercare_is_seen_by_worker_and_manager_and_by_no_other_team(
    page, hulp, daan, amina, farid, chantal
):
    stop(page, daan, hulp)
    with reis_naar(STOP.date() + 43 * DAG):
        for wie in (amina, farid):
            assert "te laat" in page(wie, "/nazorg/").words
            assert "Nazorg is te laat" in page(wie, "/uitzonderingen/").words
        assert "Geen nazorg in de komende vier weken" in page(chantal, "/nazorg/").words
        page(chantal, f"/nazorgcontacten/{Nazorgcontact.objects.get().pk}/", status=404)
        page(daan, "/nazorg/", status=403)


def test_c8_the_night_finds_what_nobody_planned_and_the_same_only_once(hulp, daan, amina, monkeypatch):
    monkeypatch.setattr("eenplan.toewijzingen.gestopt._GEVOLGEN", [])
    meld_stop(hulp.levering, gestopt_op=STOP.date(), reden="Verhuisd.", by=daan, at=STOP)
    assert not Nazorgcontact.objects.exists()
    gezegd = [StringIO(), StringIO()]
    with reis_naar(STOP.date() + DAG):
        for uit in gezegd:
            call_command("coordinatie", stdout=uit)
    assert Nazorgcontact.objects.get().voor == amina
    assert [uit.getvalue()[:1] for uit in gezegd] == ["1", "0"]


def test_c8_lighter_help_is_followed_as_well(page, hulp, amina):
    with reis_naar(date(2027, 1, 11)):
        blad = page(amina, f"/huishoudens/{hulp.dossier_id}/coordinatie/schaal/")
        blad.post({"van": "team", "naar": "basis", "grond": "Het gaat goed.", "bekijk_op": "12-04-2027"})
    assert Nazorgcontact.objects.get().uiterlijk == date(2027, 1, 11) + 42 * DAG
