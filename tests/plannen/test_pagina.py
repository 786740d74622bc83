"""The screens of a plan: who sees what, saving by itself, two editors, and the number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_casus, open_dossier
from eenplan.plannen.actions import (
    Doeltekst,
    bewaar_doel,
    bewaar_perspectief,
    bied_plan_aan,
    stuur_plan_terug,
    verwijder_doel,
)
from eenplan.plannen.models import Actie, Doel, Ondersteuningsplan
from personas import MAANDAG
from verhalen import afgerond_onderzoek, concept_plan, vastgesteld_plan

BEWAREN = {"Eenplan-Bewaren": "1"}
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _op_maandag() -> Iterator[None]:
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def plan(amina, de_wit) -> Ondersteuningsplan:
    return concept_plan(de_wit, regisseur=amina, at=MAANDAG)


def adres(naam: str, rij: Any) -> str:
    return reverse(f"plannen:{naam}", args=[rij.pk])


def nummer(plan: Ondersteuningsplan) -> int:
    return Ondersteuningsplan.objects.get(pk=plan.pk).bewerking


def doelvelden(doel: Doel, **anders: object) -> dict[str, object]:
    velden = {
        "bewerking": nummer(doel.plan),
        "eigen_woorden": doel.eigen_woorden,
        "resultaat": doel.resultaat,
        "eigenaar": doel.eigenaar,
        "eigenaar_soort": doel.eigenaar_soort,
        "persoon": doel.persoon_id or "",
        "leefgebied": doel.leefgebied,
        "streefdatum": "22-05-2027",
        "evaluatie_op": "21-02-2027",
    }
    return velden | anders


# ------------------------------------------------------------------------------------------------- who sees the plan


def test_looking_at_a_plan_is_recorded_once_and_not_for_the_norm_check_alone(page, amina, plan):
    page(amina, adres("plan", plan))
    page(amina, adres("plan", plan), **HTMX)
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_INGEZIEN, actor_id=amina.pk).count() == 1


def test_a_plan_of_another_team_does_not_exist(page, chantal, plan):
    doel = plan.doelen.get()
    for pagina in (adres("plan", plan), adres("afdruk", plan), adres("inzet", doel), adres("doel", doel)):
        page(chantal, pagina, status=404)
    for pagina in (adres("plan", plan), adres("doel_nieuw", plan), adres("doel", doel), adres("aanbieding", plan)):
        page(chantal, pagina, data={"bewerking": 0}, status=404)


def test_the_back_office_reads_an_adopted_plan_and_writes_nothing(page, amina, farid, daan, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    seen = page(daan, adres("plan", plan))
    assert "Ik wil dat het huis weer schoon is" in seen.words
    assert "Begin een nieuwe versie" not in seen.words
    for pagina in ("doel_nieuw", "aanbieding", "analyse", "vaststelling", "terugzending"):
        page(daan, adres(pagina, plan), data={"bewerking": 0}, status=403)
    page(daan, adres("plan", plan), data={"bewerking": 0, "perspectief": "x"}, status=403)
    page(daan, reverse("plannen:nieuw", args=[plan.dossier_id]), data={"reden": "x"}, status=403)


def test_the_back_office_does_not_see_a_draft(page, daan, plan):
    page(daan, adres("plan", plan), status=404)
    assert "Er is nog geen plan" in page(daan, reverse("plannen:nieuw", args=[plan.dossier_id])).words


def test_the_front_office_has_no_plans(page, gerda, plan):
    page(gerda, adres("plan", plan), status=403)


def test_the_manager_reads_a_draft_and_does_not_write_in_it(page, farid, plan):
    seen = page(farid, adres("plan", plan))
    assert not seen.tree.xpath("//main//textarea")
    page(farid, adres("plan", plan), data={"bewerking": 0, "perspectief": "x"}, status=403)


# ------------------------------------------------------------------------------------------------------ the one page


def test_a_household_without_a_plan_offers_to_begin_one(page, amina, de_wit):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    leeg = page(amina, reverse("plannen:nieuw", args=[dossier.pk]))
    assert "Er is nog geen plan" in leeg.words
    schrijven = leeg.post({}).follow()
    assert "Waar wil het huishouden naartoe" in schrijven.words
    assert page(amina, reverse("plannen:nieuw", args=[dossier.pk]), status=302).response["Location"] == schrijven.url


def test_beginning_twice_leads_to_the_plan_that_is_there(page, bram, plan):
    antwoord = page(bram, reverse("plannen:nieuw", args=[plan.dossier_id]), data={})
    assert "Er is al een plan in bewerking" in antwoord.follow(status=302).follow().words


def test_three_parts_stand_in_order_and_empty_domains_are_folded(page, amina, plan):
    seen = page(amina, adres("plan", plan))
    assert seen.tree.xpath("//main//section/details/summary/h2/text()") == [
        "Waar wil het huishouden naartoe",
        "Analyse",
        "Doelen",
    ]
    open_gebieden = seen.tree.xpath("//details[starts-with(@id, 'gebied-')][@open]/@id")
    assert open_gebieden == ["gebied-huishouden"]
    assert len(seen.tree.xpath("//details[starts-with(@id, 'gebied-')]")) == 15


def test_what_was_said_in_melding_and_report_is_ready_to_be_taken_over(page, amina, gerda, de_wit):
    afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    seen = page(amina, adres("plan", plan))
    overneembaar = seen.tree.xpath("//*[@id='bekend']//button[@data-invoegen='']/@data-tekst")
    assert overneembaar == [
        "Sanne is moe en komt niet aan het huishouden toe.",
        "Ik red het huishouden niet meer.",
    ]
    herkomst = " ".join(seen.tree.xpath("//*[@id='bekend']")[0].text_content().split())
    assert "gesprek , 24 nov 2026" in herkomst.replace("gesprek,", "gesprek ,")
    assert "23 nov 2026" in herkomst


@pytest.mark.parametrize("aantal", [1, 12])
def test_the_page_asks_at_most_fifteen_questions_however_many_goals(page, amina, gerda, de_wit, aantal):
    afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    for _keer in range(aantal - 1):
        bewaar_doel(plan, Doeltekst("Nog een doel"), bewerking=0, by=amina, at=MAANDAG)
    page(amina, adres("plan", plan), queries_max=15)


def test_reading_an_adopted_plan_asks_at_most_fifteen_questions(page, amina, farid, de_wit):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    page(amina, adres("plan", plan), queries_max=15)


# ------------------------------------------------------------------------------------------------- saving by itself


def test_each_part_saves_by_itself_and_answers_with_the_new_number(page, amina, plan):
    delen = [
        (adres("plan", plan), {"perspectief": "De huur betaald."}),
        (adres("analyse", plan), {"leefgebied": "geld", "situatie": "Er is een schuld.", "kracht": ""}),
        (adres("doel", plan.doelen.get()), doelvelden(plan.doelen.get(), resultaat="Elke week schoon.")),
    ]
    for pagina, velden in delen:
        voor = nummer(plan)
        antwoord = page(amina, pagina, data=velden | {"bewerking": voor}, status=204, **BEWAREN).response
        assert antwoord["Eenplan-Bewerking"] == str(voor + 1)
        assert antwoord["Eenplan-Bewaard"]


def test_saving_by_hand_leads_back_to_the_part(page, amina, plan):
    velden = {"bewerking": nummer(plan), "leefgebied": "geld", "situatie": "Er is een schuld.", "kracht": ""}
    antwoord = page(amina, adres("analyse", plan), data=velden)
    assert antwoord.response["Location"].endswith("#gebied-geld")
    assert "Er is een schuld." in antwoord.follow().text


def test_the_norm_check_comes_alone_after_a_save(page, amina, plan):
    Doel.objects.filter(plan=plan).update(resultaat="")
    stuk = page(amina, adres("plan", plan), **HTMX)
    assert not stuk.is_whole
    assert "Doel 1: schrijf op waaraan we zien dat het gelukt is." in stuk.words
    assert stuk.tree.xpath(f"//a[@href='#doel-{plan.doelen.get().pk}']")


def test_a_half_typed_date_does_not_hold_up_the_words(page, amina, plan):
    doel = plan.doelen.get()
    velden = doelvelden(doel, resultaat="Elke week schoon.", evaluatie_op="21-2")
    antwoord = page(amina, adres("doel", doel), data=velden, status=422, **BEWAREN).response
    assert antwoord.json() == {"bewerking": str(nummer(plan))}
    doel.refresh_from_db()
    assert (doel.resultaat, doel.evaluatie_op.isoformat()) == ("Elke week schoon.", "2027-02-21")
    seen = page(amina, adres("doel", doel), data=velden | {"bewerking": nummer(plan)}, status=422)
    assert "Dit is geen bestaande datum." in seen.words
    assert seen.tree.xpath("//input[@name='evaluatie_op']/@value") == ["21-2"]


def test_a_known_name_tells_itself_what_kind_of_owner_it_is(page, amina, bram, plan):
    doel = plan.doelen.get()
    page(amina, adres("doel", doel), data=doelvelden(doel, eigenaar="Bram Visser", eigenaar_soort=""))
    doel.refresh_from_db()
    assert doel.eigenaar_soort == "medewerker"


def test_a_goal_keeps_the_case_it_belongs_to(page, amina, de_wit, plan):
    doel = plan.doelen.get()
    casus = open_casus(
        plan.dossier,
        persoon=de_wit.sanne,
        wet="wmo",
        leefgebied="huishouden",
        probleem="Huishouden lukt niet",
        by=amina,
        at=MAANDAG,
    )
    assert "Sanne: Huishouden lukt niet" in page(amina, adres("plan", plan)).words
    page(amina, adres("doel", doel), data=doelvelden(doel, casus=casus.pk))
    doel.refresh_from_db()
    assert doel.casus == casus


def test_goals_and_actions_come_and_go(page, amina, plan):
    toegevoegd = page(amina, adres("doel_nieuw", plan), data={})
    nieuw = plan.doelen.last()
    assert toegevoegd.response["Location"].endswith(f"#doel-{nieuw.pk}")
    assert (nieuw.eigenaar, nieuw.eigenaar_soort) == ("Sanne de Wit", "inwoner")
    actie = {"bewerking": nummer(plan), "wie": "oma Riet", "wat": "past op", "uiterlijk": "1-12-2026"}
    assert "past op" in page(amina, adres("actie_nieuw", nieuw), data=actie).follow().words
    page(amina, adres("actie", Actie.objects.get()), data={})
    page(amina, adres("doel", nieuw), data={"bewerking": nummer(plan), "weghalen": "1"})
    assert not Actie.objects.exists()
    assert plan.doelen.count() == 1


def test_htmx_adds_a_goal_and_takes_an_action_away_without_a_new_page(page, amina, plan):
    stuk = page(amina, adres("doel_nieuw", plan), data={}, status=200, **HTMX)
    assert stuk.tree.xpath("//section/@id") == [f"doel-{plan.doelen.last().pk}"]
    assert stuk.response["HX-Trigger"] == "eenplan:bewaard"
    actie = Actie.objects.create(doel=plan.doelen.last(), wie="oma", wat="past op")
    assert page(amina, adres("actie", actie), data={}, status=200, **HTMX).response.content == b""


def test_an_action_without_words_comes_back_with_what_was_typed(page, amina, plan):
    velden = {"bewerking": nummer(plan), "wie": "oma Riet", "wat": "", "uiterlijk": ""}
    seen = page(amina, adres("actie_nieuw", plan.doelen.get()), data=velden, status=422)
    assert "Dit veld is nog leeg." in seen.words
    assert 'value="oma Riet"' in seen.text


# --------------------------------------------------------------------------------------------------------- two editors


def test_both_versions_of_the_same_words_are_shown_and_the_second_press_decides(page, amina, bram, plan):
    gezien = nummer(plan)
    bewaar_perspectief(plan, "De huur betaald.", bewerking=gezien, by=bram, at=MAANDAG)
    mijn = {"bewerking": gezien, "perspectief": "Een eigen kamer voor Mees."}
    zelf = page(amina, adres("plan", plan), data=mijn, status=409, **BEWAREN).response
    assert zelf["Content-Type"] == "application/json"
    seen = page(amina, adres("plan", plan), data=mijn, status=409)
    assert "De huur betaald." in seen.words
    assert "Een eigen kamer voor Mees." in seen.tree.xpath("//textarea[@name='perspectief']/text()")[0]
    nieuw = seen.tree.xpath("//textarea[@name='perspectief']/ancestor::form//input[@name='bewerking']/@value")[0]
    page(amina, adres("plan", plan), data=mijn | {"bewerking": nieuw})
    plan.refresh_from_db()
    assert plan.perspectief == "Een eigen kamer voor Mees."


def test_a_goal_shows_only_the_fields_that_a_colleague_changed(page, amina, bram, plan):
    doel, gezien = plan.doelen.get(), nummer(plan)
    van_bram = {veld: getattr(doel, veld) for veld in Doeltekst.__dataclass_fields__} | {"eigenaar": "oma Riet"}
    bewaar_doel(plan, Doeltekst(**van_bram), doel=doel, bewerking=gezien, by=bram, at=MAANDAG)
    velden = doelvelden(doel, bewerking=gezien, resultaat="Elke week schoon.")
    seen = page(amina, adres("doel", doel), data=velden, status=409)
    kader = seen.tree.xpath(f"(//*[@id='doel-{doel.pk}']//dl)[1]/div")
    assert [(regel.findtext("dt"), regel.findtext("dd")) for regel in kader] == [
        ("Waaraan zien we dat het gelukt is?", "Het huis is elke week schoon en Sanne is ’s avonds niet uitgeput."),
        ("Van wie is dit doel?", "oma Riet"),
    ]
    assert "Elke week schoon." in seen.text


def test_a_life_domain_shows_both_texts(page, amina, bram, plan):
    gezien = nummer(plan)
    velden = {"bewerking": gezien, "leefgebied": "geld", "situatie": "Schuld bij de woningbouw.", "kracht": ""}
    page(bram, adres("analyse", plan), data=velden | {"situatie": "Twee maanden huurachterstand."})
    seen = page(amina, adres("analyse", plan), data=velden, status=409)
    assert "Twee maanden huurachterstand." in seen.words
    assert "Schuld bij de woningbouw." in seen.text


def test_words_typed_while_the_plan_was_handed_in_stay_on_the_screen(page, amina, bram, plan):
    gezien = nummer(plan)
    bied_plan_aan(plan, by=bram, at=MAANDAG)
    seen = page(amina, adres("plan", plan), data={"bewerking": gezien, "perspectief": "Nog iets."}, status=409)
    assert "Uw tekst is niet bewaard" in seen.words
    assert "Nog iets." in seen.words


def test_words_for_a_goal_that_was_removed_stay_on_the_screen(page, amina, bram, chantal, plan):
    doel = plan.doelen.get()
    velden = doelvelden(doel, resultaat="Drie avonden per week rust.")
    verwijder_doel(plan.doelen.get(), bewerking=nummer(plan), by=bram, at=MAANDAG)
    seen = page(amina, adres("doel", doel), data=velden | {"plan": plan.pk}, status=409)
    assert "Een collega heeft dit doel net weggehaald." in seen.words
    assert "Drie avonden per week rust." in seen.words
    for wie, raar in ((amina, "x"), (amina, "9" * 30), (amina, ""), (chantal, plan.pk)):
        page(wie, adres("doel", doel), data=velden | {"plan": raar}, status=404)


def test_a_reason_of_a_colleague_stands_beside_mine_and_the_second_press_decides(page, amina, bram, plan):
    doel, gezien = plan.doelen.get(), nummer(plan)
    mijn = {"bewerking": gezien, "trede": "netwerk", "andere_reden": "Oma woont te ver weg."}
    page(bram, adres("overslaan", doel), data=mijn | {"andere_reden": "Er is ruzie."})
    seen = page(amina, adres("overslaan", doel), data=mijn, status=422)
    assert "Een collega heeft dit net gewijzigd." in seen.words
    assert "Er is ruzie." in seen.words
    assert "Oma woont te ver weg." in seen.text
    form = seen.tree.xpath("//form[.//input[@name='andere_reden']]")[0]
    nieuw = form.xpath(".//input[@name='bewerking']/@value")[0]
    page(amina, adres("overslaan", doel), data=mijn | {"bewerking": nieuw})
    assert doel.overgeslagen.get(trede="netwerk").reden == "Oma woont te ver weg."


def test_a_reason_written_meanwhile_is_not_taken_away_unread(page, amina, bram, plan):
    doel, gezien = plan.doelen.get(), nummer(plan)
    rij = doel.overgeslagen.get(trede="netwerk")
    andere = {"bewerking": gezien, "trede": "netwerk", "andere_reden": "Er is ruzie."}
    page(bram, adres("overslaan", doel), data=andere)
    seen = page(amina, adres("trede_weer", rij), data={"bewerking": gezien}).follow()
    assert "Een collega schreef hier net een reden. Lees die eerst." in seen.words
    assert "Er is ruzie." in seen.words


def test_what_two_workers_add_at_once_is_all_there(page, amina, bram, plan):
    doel, gezien = plan.doelen.get(), nummer(plan)
    for wie, wat in ((amina, "belt de school"), (bram, "belt de huisarts")):
        page(wie, adres("actie_nieuw", doel), data={"bewerking": gezien, "wie": "Sanne", "wat": wat, "uiterlijk": ""})
        page(wie, adres("doel_nieuw", plan), data={})
    assert sorted(doel.acties.values_list("wat", flat=True)) == ["belt de huisarts", "belt de school"]
    assert plan.doelen.count() == 3


# ------------------------------------------------------------------------------------------------------ sent back


def test_the_reason_of_a_returned_plan_stands_on_top(page, amina, farid, plan):
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    stuur_plan_terug(plan, reden="Wie vangt Mees op?", by=farid, at=MAANDAG)
    seen = page(amina, adres("plan", plan), queries_max=16)
    alert = seen.tree.xpath("(//main//*[contains(@class, 'ep-alert')])[1]")[0].text_content()
    assert "Farid Amrani stuurde het plan terug" in alert
    assert "Wie vangt Mees op?" in alert


def test_the_printed_plan_is_a_pdf_without_a_name_in_its_file_name(page, amina, plan):
    antwoord = page(amina, adres("afdruk", plan)).response
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == f'inline; filename="PL-{plan.pk:06}-1.pdf"'
    assert antwoord.content.startswith(b"%PDF")
    gezien = Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_INGEZIEN).values_list("doel", flat=True)
    assert list(gezien) == ["afgedrukt (regisseur, Team Noord 1)"]
