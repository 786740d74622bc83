"""E3: granted help is asked as a result, without hours; its start and end are noted, through the screens."""

from datetime import timedelta

import pytest

from eenplan.core import klok
from eenplan.toewijzingen.models import Toewijzing
from personas import MAANDAG
from verhalen import aanvraag, genomen_besluit, voorbereid_besluit

DAG = timedelta(days=1)
BESLUITDAG = MAANDAG + 10 * DAG


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


def test_e3_from_decision_to_start_and_end(page, gedaan, daan):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    regel = besluit.regels.get()
    with klok.reis_naar(BESLUITDAG.date()):
        blad = page(daan, f"/aanvragen/{gedaan.pk}/toewijzing/")
        assert "Het huis is elke week schoon" in blad.words
        (gekozen,) = blad.tree.xpath("//select[@name='aanbieder']/option[@selected]")
        assert gekozen.text == "Thuishulp Zonnedaal", "the provider of the plan stands ready"
        blad = blad.post({"regel": regel.pk, "aanbieder": gekozen.get("value")}).follow()
    assert "Thuishulp Zonnedaal heeft de opdracht." in blad.words
    assert Toewijzing.objects.get().beoogd_resultaat == regel.inzet.doel.resultaat

    with klok.reis_naar(BESLUITDAG.date() + 20 * DAG):
        blad = page(daan, f"/aanvragen/{gedaan.pk}/toewijzing/")
        (adres,) = blad.tree.xpath("//form[contains(@action, 'levering')]/@action")
        (dag,) = blad.tree.xpath("//input[@name='gestart_op']/@value")
        assert dag == "23-12-2026", "one click reports a start today"
        blad = blad.post({"gestart_op": dag}, url=adres).follow()
        assert "De start van de hulp is gemeld." in blad.words
        assert "De hulp is al gestart" in page(daan, adres).words

    with klok.reis_naar(BESLUITDAG.date() + 60 * DAG):
        blad = page(daan, adres.replace("levering", "beeindiging"))
        assert "De hulp loopt sinds wo 23 december 2026." in blad.words
        blad = blad.post({"gestopt_op": "01-02-2027", "reden": "Het doel is gehaald."}).follow()
    assert "Gestopt: Het doel is gehaald." in blad.words


def test_e3_before_the_decision_there_is_nothing_to_allocate(page, gedaan, daan):
    voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    assert "Er is nog geen besluit" in page(daan, f"/aanvragen/{gedaan.pk}/toewijzing/").words


def test_e3_a_start_in_the_future_is_refused_and_what_was_typed_stays(page, gedaan, daan):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    regel = besluit.regels.get()
    with klok.reis_naar(BESLUITDAG.date()):
        blad = page(daan, f"/aanvragen/{gedaan.pk}/toewijzing/")
        blad.post({"regel": regel.pk, "aanbieder": regel.inzet.contract.aanbieder_id})
        adres = f"/toewijzingen/{Toewijzing.objects.get().pk}/levering/"
        geweigerd = page(daan, adres).post({"gestart_op": "14-12-2026"}, status=422)
        assert "niet in de toekomst" in geweigerd.words
        assert geweigerd.tree.xpath("//input[@name='gestart_op']/@value") == ["14-12-2026"]
        stop = page(daan, adres.replace("levering", "beeindiging"), status=302).follow()
        assert "Meld eerst de start." in stop.words


def test_e3_another_team_sees_nothing_and_the_manager_only_reads(page, gedaan, daan, farid, chantal):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    adres = f"/aanvragen/{gedaan.pk}/toewijzing/"
    page(chantal, adres, status=404)
    blad = page(farid, adres)
    assert "wacht op een aanbieder" in blad.words
    assert not blad.tree.xpath("//main//form")
    regel = besluit.regels.get()
    blad.post({"regel": regel.pk, "aanbieder": regel.inzet.contract.aanbieder_id}, status=403)
