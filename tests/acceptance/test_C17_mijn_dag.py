"""C17: tasks, deadlines, call-backs and visits of one worker on one screen, ordered by what must happen first."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.core import klok
from eenplan.dossiers.actions import Afspraak, maak_taak, open_dossier, plan_gesprek, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import Gespreksvraag, beloof_terugbellen, maak_melding, neem_contact_aan
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from personas import MAANDAG

VANDAAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(VANDAAG):
        yield


def huishouden(nummer, *, amina, gerda):
    """A household with everything that reaches the day: a melding with its clocks, a promise, a task and a visit."""
    begin = MAANDAG - timedelta(days=nummer)
    gezin = NieuwHuishouden("Esdoornlaan", nummer, "1231AA", (NieuwPersoon("Jo", f"Achternaam {nummer}"),))
    huis = schrijf_huishouden_in(gezin, by=gerda, at=begin)
    jo = huis.leden.get().persoon
    gehoord = Gespreksvraag(naam=jo.naam, vraag="Kunt u helpen?", persoon=jo, huishouden=huis)
    dossier = maak_melding(neem_contact_aan(gehoord, by=gerda, at=begin), wet=Wet.WMO, by=gerda, at=begin).dossier
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=begin)
    terug = neem_contact_aan(gehoord, by=gerda, at=begin)
    beloof_terugbellen(terug, voor=amina, beloofd_op=begin, by=gerda, at=begin)
    maak_taak(dossier, voor=amina, wat=f"Taak {nummer}", uiterlijk=VANDAAG, by=amina, at=begin)
    afspraak = Afspraak("huisbezoek", MAANDAG + timedelta(hours=nummer % 8), "", (jo,))
    plan_gesprek(dossier, afspraak, by=amina, at=begin)
    return dossier


def test_everything_of_the_day_stands_on_one_screen_in_the_order_of_what_must_happen_first(page, amina, gerda):
    dossier = huishouden(45, amina=amina, gerda=gerda)  # six weeks and three days ago: the onderzoek is late
    gezien = page(amina, "/mijn-dag/", queries_max=12)
    regels = [
        " ".join(regel.text_content().split())
        for regel in gezien.tree.xpath("//section[@id='eerst']//li[contains(@class, 'ep-werk__regel')]")
    ]
    soorten = ["Onderzoek na een melding", "Terugbellen", "Ontvangst bevestigen", "Taak 45"]  # law, promises, work
    gevonden = [next((soort for soort in soorten if soort in regel), regel) for regel in regels]
    assert gevonden == soorten
    vandaag = " ".join(gezien.tree.xpath("//section[@id='vandaag']")[0].text_content().split())
    assert "Esdoornlaan 45" in vandaag
    assert Dossier.objects.get() == dossier


def test_every_line_says_what_for_whom_why_and_by_when_and_offers_one_thing_to_do(page, amina, gerda):
    huishouden(45, amina=amina, gerda=gerda)
    gezien = page(amina, "/mijn-dag/")
    regels = gezien.tree.xpath("//section[@id='eerst']//li[contains(@class, 'ep-werk__regel')]")
    assert regels
    for regel in regels:
        assert regel.xpath(".//p[contains(@class, 'ep-werk__wat')]")[0].text_content().strip()
        assert regel.xpath(".//div[contains(@class, 'ep-werk__wanneer')]")[0].text_content().strip()
        assert len(regel.xpath(".//*[contains(@class, 'ep-werk__actie')]")) == 1


@pytest.mark.parametrize("aantal", [3, 30])
def test_one_set_of_questions_whatever_the_number_of_rows(page, amina, farid, gerda, aantal):
    for nummer in range(1, aantal + 1):
        huishouden(nummer, amina=amina, gerda=gerda)
    for wie in (amina, gerda, farid):
        page(wie, "/mijn-dag/", queries_max=12)


@pytest.mark.parametrize("aantal", [1, 12])
def test_the_back_office_too(page, amina, farid, gerda, daan, aantal):
    for nummer in range(1, aantal + 1):
        _aanvraag(nummer, amina=amina, farid=farid, gerda=gerda)
    assert "Besluit Wmo 2015" in page(daan, "/mijn-dag/", queries_max=12).words


def _aanvraag(nummer, *, amina, farid, gerda):
    from personas import Gezin

    leden = (NieuwPersoon("Jo", f"Achternaam {nummer}"),)
    huis = schrijf_huishouden_in(NieuwHuishouden("Esdoornlaan", nummer, "1231AA", leden), by=gerda, at=MAANDAG)
    jo = huis.leden.get().persoon
    gezin = Gezin(huis, jo, jo, jo)
    verhalen.aanvraag(gezin, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG - timedelta(days=20))


def test_somebody_elses_household_is_not_on_my_day(page, de_wit, amina, bram):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    maak_taak(dossier, voor=amina, wat="Bellen", uiterlijk=VANDAAG, by=amina, at=MAANDAG)
    assert "de Wit" not in page(bram, "/mijn-dag/").words
