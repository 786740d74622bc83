"""Looking back at the plan: how far each goal came, in words and one sentence, and what happens with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.models import Dossier, Taak
from eenplan.evaluaties.actions import Terugblik, evalueer
from eenplan.evaluaties.models import Doelevaluatie, Evaluatie
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.teams.models import Medewerker
from personas import MAANDAG
from verhalen import concept_plan, vastgesteld_plan

DAG = date(2027, 2, 22)


@pytest.fixture
def doel(de_wit, amina, farid):
    """The plan of Sanne was adopted three months ago."""
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    with klok.reis_naar(DAG):
        yield plan.doelen.get()


def invulling(doel: Doel, **anders: object) -> dict[str, object]:
    velden = {
        "bereikt": "1",
        "zin": "Het huis is schoon en Sanne slaapt beter.",
        "vervolg": "doorgaan",
        "volgende_op": "24-05-2027",
    } | anders
    return {"dag": "22-02-2027", "hoe_verder": "We gaan zo door."} | {
        f"doel{doel.pk}-{naam}": waarde for naam, waarde in velden.items()
    }


def adres(doel: Doel) -> str:
    return f"/huishoudens/{doel.plan.dossier_id}/evaluatie/"


def test_each_goal_is_scored_from_minus_two_to_plus_two_and_goes_on(page, amina, de_wit, doel):
    pagina = page(amina, adres(doel), queries_max=20)
    assert "Ik wil dat het huis weer schoon is zonder dat ik omval." in pagina.words
    keuzes = [knop.get("value") for knop in pagina.tree.xpath(f"//input[@name='doel{doel.pk}-bereikt']")]
    assert keuzes == ["2", "1", "0", "-1", "-2", ""]
    na = pagina.post(invulling(doel) | {"aanwezig": [de_wit.sanne.pk], "anderen": "de begeleider"}).follow()
    assert "+1: meer dan we wilden" in na.words
    assert "Sanne de Wit, de begeleider" in na.words
    assert "Begin een nieuwe versie" not in na.words
    taak = Taak.objects.get(wat="Samen terugkijken op het plan")
    assert (taak.voor, taak.uiterlijk, taak.bron) == (amina, date(2027, 5, 24), na.url)


def test_the_next_evaluation_replaces_the_task_of_the_one_before(page, amina, doel):
    page(amina, adres(doel), data=invulling(doel))
    page(amina, adres(doel), data=invulling(doel, vervolg="behaald", volgende_op="", bereikt="2"))
    assert not Taak.objects.filter(wat="Samen terugkijken op het plan", gedaan_op__isnull=True).exists()
    pagina = page(amina, adres(doel))
    assert "Elk doel van dit plan is behaald of gestopt." in pagina.words
    assert "+2: veel meer dan we wilden" in pagina.words


def test_the_same_evaluation_sent_twice_is_one(page, amina, doel):
    for _keer in range(2):
        page(amina, adres(doel), data=invulling(doel))
    assert Evaluatie.objects.count() == 1


def test_a_goal_to_adjust_leads_to_a_new_version_and_leaves_the_adopted_one_alone(page, amina, doel):
    na = page(amina, adres(doel), data=invulling(doel, bereikt="-1", vervolg="bijstellen")).follow()
    assert "−1: minder dan we wilden" in na.words
    reden = na.tree.xpath("//input[@name='reden']/@value")[0]
    assert reden == "Na de evaluatie van 22 feb 2027: Het huis is schoon en Sanne slaapt beter."
    na.post({"reden": reden}, url=f"/huishoudens/{doel.plan.dossier_id}/plan/")
    assert Ondersteuningsplan.objects.count() == 2
    doel.refresh_from_db()
    assert doel.evaluatie_op == MAANDAG.date() + timedelta(days=90)
    assert "Begin een nieuwe versie" not in page(amina, na.url).words


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"zin": ""}, "Schrijf in één zin hoe het ging."),
        ({"vervolg": ""}, "Kies wat er met dit doel gebeurt."),
        ({"bereikt": ""}, "Kies hoe ver dit doel kwam."),
        ({"volgende_op": ""}, "Kies een dag na deze evaluatie om weer terug te kijken."),
        ({"volgende_op": "22-02-2027"}, "Kies een dag na deze evaluatie om weer terug te kijken."),
        ({"bereikt": "3"}, "Dit antwoord staat niet meer in de lijst."),
        (
            {"zin": "", "vervolg": "", "bereikt": "", "volgende_op": ""},
            "Kies bij ten minste één doel hoe ver het kwam.",
        ),
    ],
)
def test_what_lacks_is_said_and_nothing_typed_is_lost(page, amina, doel, anders, zin):
    terug = page(amina, adres(doel), data=invulling(doel, **anders), status=422)
    assert zin in terug.words
    assert "We gaan zo door." in terug.tree.xpath("string(//textarea[@name='hoe_verder'])")
    assert not Evaluatie.objects.exists()


def test_a_plan_that_was_not_adopted_is_not_looked_back_at(page, amina, farid, de_wit, gerda):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    assert "Nog geen vastgesteld plan" in page(amina, f"/huishoudens/{plan.dossier_id}/evaluatie/").words
    page(amina, f"/huishoudens/{plan.dossier_id}/evaluatie/", data={"dag": "23-11-2026"}, status=422)
    with pytest.raises(NietMogelijk):
        evalueer(plan, Terugblik(MAANDAG.date()), {}, by=amina, at=MAANDAG)


def test_the_manager_reads_and_does_not_write_and_another_team_sees_nothing(page, amina, farid, chantal, doel):
    na = page(amina, adres(doel), data=invulling(doel))
    assert "Evaluatie bewaren" not in page(farid, adres(doel)).words
    page(farid, adres(doel), data=invulling(doel), status=403)
    page(chantal, adres(doel), status=404)
    page(chantal, na.response["Location"], status=404)


def test_a_goal_under_another_law_is_not_read_and_not_scored(page, amina, bram, doel):
    page(amina, adres(doel), data=invulling(doel))
    assert doel.wet == Wet.WMO
    bram.rolvervullingen.update(wetten=[Wet.JEUGDWET])
    jeugd = Medewerker.objects.get(pk=bram.pk)
    pagina = page(jeugd, adres(doel))
    assert "Sanne slaapt beter" not in pagina.words
    assert "1 doel onder de Wmo" in pagina.words
    page(jeugd, adres(doel), data=invulling(doel), status=422)


def test_the_household_page_counts_the_goals_with_their_next_day(page, amina, doel):
    page(amina, adres(doel), data=invulling(doel))
    dossier = Dossier.objects.get()
    pagina = page(amina, f"/huishoudens/{dossier.pk}/")
    assert f"/huishoudens/{dossier.pk}/evaluatie/" in pagina.tree.xpath("//main//a/@href")


def test_the_database_refuses_a_goal_that_goes_on_without_a_day(page, amina, doel):
    page(amina, adres(doel), data=invulling(doel))
    with pytest.raises(IntegrityError), transaction.atomic():
        Doelevaluatie.objects.update(volgende_op=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Doelevaluatie.objects.update(bereikt=3)
