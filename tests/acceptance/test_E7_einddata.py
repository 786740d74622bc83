"""E7: every running provision has an owner and an evaluation before its end: listed weeks ahead, always live."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from eenplan.core.klok import reis_naar
from eenplan.dossiers.models import Regie, Taak
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.regie.models import Eindevaluatie
from eenplan.regie.queries import eindigende_hulp
from verhalen import lopende_hulp

DAG = timedelta(days=1)
WEEK = timedelta(weeks=1)


@pytest.fixture
def hulp(de_wit, gerda, amina, farid, daan):
    return lopende_hulp(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, backoffice=daan)


@pytest.fixture
def einde(hulp):
    return hulp.inzet.tot_en_met


def test_e7_help_is_listed_eight_weeks_before_its_end_with_its_owner(page, hulp, einde, amina, farid, chantal, daan):
    with reis_naar(einde - 8 * WEEK - DAG):
        assert "Er loopt geen hulp af" in page(amina, "/einddata/").words
    with reis_naar(einde - 8 * WEEK):
        for wie in (amina, farid):
            blad = page(wie, "/einddata/")
            assert "Thuishulp Zonnedaal" in blad.words
            assert "Amina Bouzid" in blad.words
        assert "Thuishulp Zonnedaal" in page(amina, "/einddata/?wie=ik").words
        assert "Er loopt geen hulp af" in page(farid, "/einddata/?wie=ik").words
        assert "Er loopt geen hulp af" in page(chantal, "/einddata/").words
        page(daan, "/einddata/", status=403)


def test_e7_help_without_coordinator_still_has_an_owner(page, hulp, einde, farid):
    Regie.objects.update(tot=einde - 30 * WEEK)
    with reis_naar(einde - WEEK):
        assert "achterwacht van het team" in page(farid, "/einddata/").words


def test_e7_the_night_gives_the_owner_a_task_once(page, hulp, einde, amina):
    gezegd = [StringIO(), StringIO()]
    with reis_naar(einde - 7 * WEEK):
        for uit in gezegd:
            call_command("coordinatie", stdout=uit)
        (evaluatie,) = Eindevaluatie.objects.all()
        assert f"/eindevaluaties/{evaluatie.pk}/" in page(amina, "/mijn-dag/").text
    assert ["1 keer om" in uit.getvalue() for uit in gezegd] == [True, False]
    taak = Taak.objects.get(herkomst__startswith="eindevaluatie")
    assert (taak.voor, taak.uiterlijk, taak.wet) == (amina, einde, "wmo")


def test_e7_to_go_on_is_a_new_version_of_the_plan_and_moves_the_end(page, hulp, einde, amina):
    """Gegeven hulp die over zes weken afloopt, als Amina haar evalueert en verlengt,

    dan begint er een nieuwe versie van het plan, en is de lijst leeg zodra die later eindigt.
    """
    with reis_naar(einde - 6 * WEEK):
        (adres,) = page(amina, "/einddata/").tree.xpath("//a[normalize-space()='Evalueer']/@href")
        blad = page(amina, adres)
        leeg = blad.post({"uitkomst": "verlengen", "toelichting": ""}, status=422)
        assert leeg.tree.xpath("//input[@value='verlengen'][@checked]")
        plan = blad.post({"uitkomst": "verlengen", "toelichting": "Het huis is schoon, zonder hulp niet."}).follow()
        assert "/plannen/" in plan.url
        nieuw = Ondersteuningsplan.objects.get(versie=2)
        assert nieuw.reden_nieuwe_versie.startswith("verlengen: Hulp bij het huishouden")
        lijst = page(amina, "/einddata/")
        assert "verlengen" in lijst.words
        assert not lijst.tree.xpath("//a[normalize-space()='Evalueer']")
        Inzet.objects.filter(doel__plan=nieuw).update(tot_en_met=einde + 52 * WEEK)
        Ondersteuningsplan.objects.filter(versie=1).update(status=Planstatus.VERVANGEN)
        Ondersteuningsplan.objects.filter(versie=2).update(status=Planstatus.VASTGESTELD)
        assert "Er loopt geen hulp af" in page(amina, "/einddata/").words
    assert not Taak.objects.filter(herkomst__startswith="eindevaluatie", gedaan_op=None).exists()


def test_e7_to_stop_leaves_a_task_to_note_the_end(page, hulp, einde, amina):
    with reis_naar(einde - WEEK):
        blad = page(amina, f"/toewijzingen/{hulp.pk}/einde/")
        blad.post({"uitkomst": "stoppen", "toelichting": "Haar zus neemt het over."}).follow()
        dubbel = blad.post({"uitkomst": "verlengen", "toelichting": "Toch niet."}, status=422)
        assert "al vastgelegd" in dubbel.words
    taak = Taak.objects.get(wat__startswith="Einde melden")
    assert (taak.voor, taak.uiterlijk) == (amina, einde)
    assert not Ondersteuningsplan.objects.filter(versie=2).exists()


def test_e7_another_team_does_not_evaluate_and_the_manager_reads(page, hulp, chantal, farid):
    adres = f"/toewijzingen/{hulp.pk}/einde/"
    page(chantal, adres, status=404)
    page(farid, adres).post({"uitkomst": "stoppen", "toelichting": "Klaar."}, status=403)
    assert not Eindevaluatie.objects.exists()


def test_e7_the_list_is_one_question_whatever_the_number(hulp, einde, amina):
    with CaptureQueriesContext(connection) as vragen:
        rijen = list(eindigende_hulp(amina, einde))
        assert [(rij.eigenaar, rij.aanbieder.naam, rij.dossier.huishouden.naam) for rij in rijen]
    assert len(vragen) <= 2
