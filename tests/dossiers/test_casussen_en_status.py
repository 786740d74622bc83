"""Cases and status through the pages, and the state tables walked from every state to every other."""

import pytest

from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import open_casus, open_dossier, sluit_casus
from eenplan.dossiers.models import Casus, Dossier, Gesprek, Gespreksverslag, Regie, Statuswissel
from eenplan.dossiers.sluiten import sluit_dossier
from eenplan.dossiers.states import DOSSIER, GESPREK, VERSLAG, Dossierstatus, Gesprekstatus, Verslagstatus, mag_bij
from eenplan.inrichting.keuzes import Wet
from personas import MAANDAG
from verhalen import afronding


@pytest.fixture
def casus(dossier, de_wit, amina):
    feiten = {"persoon": de_wit.daan, "wet": Wet.JEUGDWET, "leefgebied": "opvoeden", "probleem": "Daan mist school."}
    return open_casus(dossier, **feiten, by=amina, at=MAANDAG)


def paren(statussen):
    return [(van, naar) for van in statussen for naar in statussen]


def loop(soort, rij, van, naar, tabel):
    soort.objects.filter(pk=rij.pk).update(status=van)
    rij.status = van
    if tabel.mag(van, naar):
        transition(rij, to=naar)
        assert soort.objects.get(pk=rij.pk).status == naar
    else:
        with pytest.raises(NietMogelijk):
            transition(rij, to=naar)
        assert soort.objects.get(pk=rij.pk).status == van


@pytest.mark.parametrize(("van", "naar"), paren(Dossierstatus), ids=lambda status: status.value)
def test_a_file_moves_only_along_its_table(van, naar, dossier):
    loop(Dossier, dossier, van, naar, DOSSIER)


@pytest.mark.parametrize(("van", "naar"), paren(Gesprekstatus), ids=lambda status: status.value)
def test_a_talk_moves_only_along_its_table(van, naar, gesprek):
    loop(Gesprek, gesprek, van, naar, GESPREK)


@pytest.mark.parametrize(("van", "naar"), paren(Verslagstatus), ids=lambda status: status.value)
def test_a_report_moves_only_along_its_table(van, naar, concept):
    loop(Gespreksverslag, concept, van, naar, VERSLAG)


@pytest.mark.parametrize("van", list(Dossierstatus), ids=lambda status: status.value)
def test_the_page_offers_exactly_the_steps_of_the_table(van, page, amina, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(status=van)
    seen = page(amina, f"/huishoudens/{dossier.pk}/status/")
    hier = [stap.naar for stap in DOSSIER.vanuit(van) if mag_bij("regisseur", van, stap.naar)]
    assert seen.tree.xpath("//input[@name='naar']/@value") == [naar for naar in hier if naar != "gesloten"]
    assert ("Dossier sluiten" in seen.words) is ("gesloten" in hier)


def test_a_step_the_table_forbids_is_refused_when_somebody_sends_it_anyway(page, amina, dossier):
    page(amina, f"/huishoudens/{dossier.pk}/status/", data={"naar": "slapend", "reden": "rust"}, status=422)
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_a_case_is_opened_and_closed_with_its_outcome(page, amina, dossier, de_wit):
    ingevuld = {"aan": de_wit.daan.pk, "wet": "jeugdwet", "leefgebied": "opvoeden", "probleem": "Daan mist school."}
    seen = page(amina, f"/huishoudens/{dossier.pk}/casussen/").post(ingevuld).follow()
    assert "Daan mist school." in seen.words
    casus = Casus.objects.get()
    after = page(amina, f"/casussen/{casus.pk}/sluiting/").post({"afloop": "Daan gaat weer."}).follow()
    assert "Daan gaat weer." in after.words


def test_closing_a_case_needs_its_outcome_and_happens_once(page, amina, casus):
    seen = page(amina, f"/casussen/{casus.pk}/sluiting/")
    seen.post({"afloop": ""}, status=422)
    seen.post({"afloop": "Klaar."})
    assert "al gesloten" in seen.post({"afloop": "Nog eens."}, status=422).words
    casus.refresh_from_db()
    assert casus.afloop == "Klaar."


def test_a_case_of_somebody_outside_the_household_is_refused(page, amina, dossier):
    ingevuld = {"aan": 999999, "wet": "jeugdwet", "leefgebied": "opvoeden", "probleem": "x"}
    page(amina, f"/huishoudens/{dossier.pk}/casussen/").post(ingevuld, status=422)


def test_another_team_finds_neither_cases_nor_status(page, chantal, dossier, casus):
    for url in (f"/huishoudens/{dossier.pk}/casussen/", f"/huishoudens/{dossier.pk}/status/"):
        page(chantal, url, status=404)
    page(chantal, f"/casussen/{casus.pk}/sluiting/", status=404)


def test_a_manager_sees_cases_and_status_and_changes_neither(page, farid, dossier, casus):
    for naam in ("casussen", "status"):
        seen = page(farid, f"/huishoudens/{dossier.pk}/{naam}/")
        assert not seen.tree.xpath("//main//form")
        seen.post({"naar": "gesloten", "reden": "x"}, status=403)
    page(farid, f"/casussen/{casus.pk}/sluiting/", status=403)


def test_closing_ends_the_coordination_and_keeps_the_history(amina, dossier, de_wit):
    sluit_dossier(dossier, afronding(de_wit, at=MAANDAG), by=amina, at=MAANDAG)
    assert not Regie.objects.filter(tot=None).exists()
    assert Regie.objects.count() == 1
    assert Statuswissel.objects.filter(naar=Dossierstatus.GESLOTEN).get().door == amina


def test_a_new_melding_reopens_a_closed_file_with_a_second_trajectory(amina, dossier, de_wit):
    sluit_dossier(dossier, afronding(de_wit, at=MAANDAG), by=amina, at=MAANDAG)
    heropend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    assert heropend.status == Dossierstatus.ACTIEF
    assert heropend.trajecten.count() == 2


def test_a_case_that_is_sent_twice_is_one_case(page, amina, de_wit, casus):
    gegevens = {"aan": de_wit.daan.pk, "wet": "jeugdwet", "leefgebied": "opvoeden", "probleem": casus.probleem}
    page(amina, f"/huishoudens/{casus.dossier_id}/casussen/", data=gegevens)
    assert Casus.objects.get() == casus


def test_the_first_outcome_of_a_case_stands(amina, bram, casus):
    tweede = Casus.objects.get(pk=casus.pk)
    sluit_casus(casus, afloop="Daan gaat weer naar school.", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al gesloten"):
        sluit_casus(tweede, afloop="Iets anders.", by=bram, at=MAANDAG)
    assert Casus.objects.get().afloop == "Daan gaat weer naar school."
