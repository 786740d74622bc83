"""B13: the family as it is decides who is told, who consents, who signs; unknown custody is a task, never a guess."""

from datetime import date

import pytest

from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.gezin import gezag_onbekend, gezag_van, is_gezag_onbekend, wie_beslist
from eenplan.personen.models import Gezag, Huishoudlid, Huishoudrol, Persoon, Relatie, Relatiesoort
from eenplan.personen.queries import zoek
from eenplan.wetgeving.gezagsoorten import Besluitsoort, Gezagssoort
from personas import MAANDAG
from schermen import formulier

DAG = MAANDAG.date()


@pytest.fixture
def vader(de_wit):
    """The father of Daan and Mees, who lives elsewhere."""
    persoon = Persoon.objects.create(
        roepnaam="Ruud", voornamen="Ruud", achternaam="Bakker", geboortedatum=date(1985, 2, 3)
    )
    for kind in (de_wit.daan, de_wit.mees):
        Relatie.objects.create(van=persoon, naar=kind, soort=Relatiesoort.OUDER_VAN)
    return persoon


def pad(gezin, deel=""):
    return f"/huishoudens/{gezin.huishouden.pk}/gezin/{deel}"


def leg_gezag_vast(page, wie, gezin, kind, *houders, soort="ouders", status=302):
    velden = {"lid": kind.pk, "soort": soort, "houders": [houder.pk for houder in houders], "instelling": ""}
    return page(
        wie, pad(gezin, "gezag/"), data=velden | {"vanaf": "01-11-2026", "bron": "Gezagsregister"}, status=status
    )


def test_unknown_custody_is_work_and_no_answer(page, de_wit, amina):
    pagina = page(amina, pad(de_wit))
    assert "Wie het gezag heeft over Mees de Wit, is niet bekend." in pagina.words
    assert "eerst uitzoeken" in pagina.words
    assert {rij.naam for rij in gezag_onbekend([de_wit.huishouden.pk], DAG)} == {"Daan de Wit", "Mees de Wit"}
    for besluit in Besluitsoort:
        antwoord = wie_beslist(de_wit.mees, besluit, DAG)
        assert antwoord.is_uitzoeken
        assert not (antwoord.geinformeerd)
        assert not (antwoord.stemt_toe)
        assert not (antwoord.tekent)


def test_custody_recorded_with_its_source_gives_names_and_articles(page, de_wit, amina, vader):
    leg_gezag_vast(page, amina, de_wit, de_wit.mees, de_wit.sanne, vader).follow()
    pagina = page(amina, pad(de_wit))
    assert "Sanne de Wit en Ruud Bakker" in pagina.words
    assert "7.3.4 Jeugdwet" in pagina.words
    assert "Gezagsregister" in pagina.words
    assert not is_gezag_onbekend(de_wit.mees, DAG)
    assert wie_beslist(de_wit.mees, Besluitsoort.HULP, DAG).stemt_toe == ("Sanne de Wit", "Ruud Bakker")
    assert [rij.naam for rij in gezag_onbekend([de_wit.huishouden.pk], DAG)] == ["Daan de Wit"]


def test_a_parent_without_custody_hears_on_request_only(page, de_wit, amina, vader):
    leg_gezag_vast(page, amina, de_wit, de_wit.mees, de_wit.sanne, soort="ouder")
    antwoord = wie_beslist(de_wit.mees, Besluitsoort.INFORMEREN, DAG)
    assert antwoord.geinformeerd == ("Mees de Wit", "Sanne de Wit")
    assert antwoord.op_verzoek == ("Ruud Bakker (ouder zonder gezag)",)


def test_joint_custody_asks_for_two_people(page, de_wit, amina):
    pagina = leg_gezag_vast(page, amina, de_wit, de_wit.mees, de_wit.sanne, status=422)
    assert "precies 2 personen" in pagina.words
    assert not Gezag.objects.exists()


def test_history_stays_when_custody_changes(page, de_wit, amina, vader):
    leg_gezag_vast(page, amina, de_wit, de_wit.mees, de_wit.sanne, vader)
    velden = {"lid": de_wit.mees.pk, "soort": "ouder", "houders": [de_wit.sanne.pk], "instelling": ""}
    page(amina, pad(de_wit, "gezag/"), data=velden | {"vanaf": "20-11-2026", "bron": "Beschikking rechtbank"})
    assert gezag_van(de_wit.mees, date(2026, 11, 10)).soort is Gezagssoort.OUDERS
    assert gezag_van(de_wit.mees, DAG).soort is Gezagssoort.OUDER
    assert Gezag.objects.count() == 3


def test_custody_of_somebody_who_died_is_unknown_again(page, de_wit, amina, vader):
    leg_gezag_vast(page, amina, de_wit, de_wit.mees, vader, soort="ouder")
    Persoon.objects.filter(pk=vader.pk).update(overleden_op=DAG)
    assert is_gezag_onbekend(de_wit.mees, DAG)


def test_custody_that_ended_is_unknown_again(page, de_wit, amina):
    leg_gezag_vast(page, amina, de_wit, de_wit.mees, de_wit.sanne, soort="ouder")
    adres = f"{pad(de_wit, 'beeindiging/')}?soort=gezag&rij={Gezag.objects.get().pk}"
    velden = formulier(page(amina, adres), tot="20-11-2026")
    page(amina, pad(de_wit, "beeindiging/"), data=velden)
    assert is_gezag_onbekend(de_wit.mees, DAG)


def test_a_guardian_institution_decides_by_name(page, de_wit, amina):
    velden = {"lid": de_wit.mees.pk, "soort": "instelling", "instelling": "Jeugdbescherming Midden"}
    page(amina, pad(de_wit, "gezag/"), data=velden | {"vanaf": "01-11-2026", "bron": "Beschikking"})
    assert wie_beslist(de_wit.mees, Besluitsoort.HULP, DAG).tekent == ("Jeugdbescherming Midden",)


def test_a_bewindvoerder_decides_on_money_only(page, de_wit, amina):
    velden = {"lid": de_wit.sanne.pk, "soort": "bewindvoerder", "door": "", "organisatie": "Budget in Balans"}
    page(amina, pad(de_wit, "vertegenwoordiging/"), data=velden | {"vanaf": "01-11-2026", "bron": "Beschikking"})
    assert wie_beslist(de_wit.sanne, Besluitsoort.GELD, DAG).stemt_toe == ("Budget in Balans (bewindvoerder)",)
    assert wie_beslist(de_wit.sanne, Besluitsoort.HULP, DAG).stemt_toe == ("Sanne de Wit",)
    assert "Budget in Balans" in page(amina, pad(de_wit)).words


def test_a_mentor_decides_on_care_of_who_cannot_and_nobody_on_the_money(page, de_wit, amina):
    velden = {"lid": de_wit.sanne.pk, "soort": "mentor", "door": "", "organisatie": "Mentorschap Oost"}
    page(amina, pad(de_wit, "vertegenwoordiging/"), data=velden | {"vanaf": "01-11-2026", "bron": "Beschikking"})
    onbekwaam = {"lid": de_wit.sanne.pk, "besluit": "", "beoordeeld_door": "de huisarts", "vanaf": "01-11-2026"}
    page(amina, pad(de_wit, "wilsbekwaamheid/"), data=onbekwaam)
    assert wie_beslist(de_wit.sanne, Besluitsoort.HULP, DAG).stemt_toe == ("Mentorschap Oost (mentor)",)
    assert wie_beslist(de_wit.sanne, Besluitsoort.GELD, DAG).is_uitzoeken


def test_a_mandate_says_what_it_is_for(page, de_wit, amina):
    velden = {"lid": de_wit.sanne.pk, "soort": "gemachtigde", "door": "", "organisatie": "Humanitas"}
    antwoord = page(
        amina, pad(de_wit, "vertegenwoordiging/"), data=velden | {"vanaf": "01-11-2026", "bron": "Brief"}, status=422
    )
    assert "Schrijf op waarvoor de machtiging geldt." in antwoord.words


def test_a_child_in_two_households_is_found_in_both_and_its_nights_do_not_count_double(page, de_wit, amina, gerda):
    ander = schrijf_huishouden_in(
        NieuwHuishouden("Beukenweg", 12, "1231AA", (NieuwPersoon("Ruud", "Bakker", geboortedatum=date(1985, 2, 3)),)),
        by=gerda,
        at=MAANDAG,
    )
    Huishoudlid.objects.create(
        huishouden=ander, persoon=de_wit.mees, rol=Huishoudrol.KIND, vanaf=DAG, zoeksleutels="mees wit q0beukenweg"
    )
    velden = {"lid": de_wit.mees.pk, "nachten": 8, "afspraak": "week om week", "vanaf": "01-11-2026"}
    page(amina, pad(de_wit, "verblijf/"), data=velden)
    te_veel = page(amina, f"/huishoudens/{ander.pk}/gezin/verblijf/", data=velden, status=422)
    assert "meer dan veertien nachten" in te_veel.words
    page(amina, f"/huishoudens/{ander.pk}/gezin/verblijf/", data=velden | {"nachten": 6})
    assert {lid.huishouden for lid in zoek(amina, "mees wit", vandaag=DAG).treffers} == {de_wit.huishouden, ander}
    assert "Fam. Bakker" in page(amina, pad(de_wit)).words
    assert "Fam. de Wit" in page(amina, f"/huishoudens/{ander.pk}/gezin/").words
    alle = gezag_onbekend([de_wit.huishouden.pk, ander.pk], DAG)
    assert sorted({rij.naam for rij in alle}) == ["Daan de Wit", "Mees de Wit"]


def test_a_tie_with_somebody_who_was_not_known_yet_is_recorded_by_name(page, de_wit, amina):
    velden = {"lid": de_wit.mees.pk, "band": "kind", "ander": "anders", "naam": "Ruud van den Berg"}
    page(amina, pad(de_wit, "relatie/"), data=velden | {"geboortedatum": "03-02-1985"})
    band = Relatie.objects.get(naar=de_wit.mees, van__achternaam="Berg")
    assert (band.van.naam, band.soort) == ("Ruud van den Berg", "ouder_van")
    assert "Ruud van den Berg: ouder van Mees de Wit" in page(amina, pad(de_wit)).words


def test_the_page_asks_a_fixed_number_of_questions(page, de_wit, amina):
    page(amina, pad(de_wit), queries_max=26)


def test_managers_read_and_only_the_coordinators_write(page, de_wit, farid, gerda, chantal):
    assert "Gezag vastleggen" not in page(farid, pad(de_wit)).words
    page(farid, pad(de_wit, "gezag/"), status=403)
    page(gerda, pad(de_wit), status=403)
    page(chantal, pad(de_wit), status=404)
