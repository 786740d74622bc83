"""C12: the status model and the municipality's closing rule: the coordinator (Zaanstad), jointly, or dormant (LW)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from django.urls import reverse

from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import reis_naar
from eenplan.dossiers import actions, queries, sluiten
from eenplan.dossiers.actions import open_casus, open_dossier, wijs_regisseur_aan, wijzig_status
from eenplan.dossiers.models import Afsluiting, Dossier, Regie, Statuswissel, Taak
from eenplan.dossiers.states import ALLEEN_SLAPEND, DOSSIER, Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Sluitregel
from personas import MAANDAG
from verhalen import afronding, melding

VANDAAG = MAANDAG.date()
ALLE = list(Dossierstatus)


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def sluitregel(monkeypatch):
    """Let the municipality choose how a file ends."""

    def kies(regel):
        anders = replace(inrichting(), sluitregels=(Sluitregel(regel, date(2015, 1, 1)),))
        for kamer in (actions, queries, sluiten):
            monkeypatch.setattr(kamer, "inrichting", lambda: anders)

    return kies


def adres(dossier, naam="status"):
    return reverse(f"dossiers:{naam}", args=[dossier.pk])


def zet(page, wie, dossier, naar):
    return page(wie, adres(dossier)).post({"naar": naar, "reden": "afgesproken met Sanne"})


def sluit(page, wie, dossier, de_wit, *, status=302, **anders):
    ingevuld = {
        "reden": "De doelen zijn gehaald.",
        "aan": de_wit.sanne.pk,
        "verteld_op": "23-11-2026",
        "verteld_hoe": "gesprek",
        "blijft_contact": "Team Noord 1, 0123 45 00 01",
        "bereikt_inwoner": "Het is weer rustig in huis.",
        "bereikt_medewerker": "Sanne redt het met haar zus.",
    }
    return page(wie, adres(dossier, "sluiting")).post(ingevuld | anders, status=status)


def test_a_household_walks_from_new_to_closed_and_each_step_is_on_record(page, amina, dossier, de_wit):
    with reis_naar(VANDAAG):
        for naar in ("in_regie", "afgeschaald", "nazorg", "slapend"):
            zet(page, amina, dossier, naar)
        sluit(page, amina, dossier, de_wit)
        seen = page(amina, adres(dossier))
    assert "nazorg → slapend" in seen.words
    assert "slapend → gesloten" in seen.words
    assert Statuswissel.objects.filter(dossier=dossier).count() == 6  # the first made it active
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN


@pytest.mark.parametrize("regel", ["regisseur", "gezamenlijk", "slapend"])
def test_every_step_is_offered_and_taken_just_when_table_and_rule_allow_it(dossier, amina, sluitregel, regel):
    sluitregel(regel)
    for van, naar in product(ALLE, repeat=2):
        Dossier.objects.update(status=van)
        vers = Dossier.objects.get()
        alleen_hier = (van, naar) not in ALLEEN_SLAPEND or regel == "slapend"
        mag = DOSSIER.mag(van, naar) and naar != Dossierstatus.GESLOTEN and alleen_hier
        aangeboden = {stap.naar for stap in queries.mogelijke_stappen(vers, VANDAAG)}
        assert (naar in aangeboden) is mag, (van, naar)
        if mag:
            wijzig_status(vers, to=naar, reden="het kan", by=amina, at=MAANDAG)
            assert Dossier.objects.get().status == naar
        else:
            with pytest.raises(NietMogelijk):
                wijzig_status(vers, to=naar, reden="toch", by=amina, at=MAANDAG)
            assert Dossier.objects.get().status == van


@pytest.mark.parametrize("van", ALLE)
def test_a_file_closes_from_the_states_of_the_table_only(dossier, de_wit, amina, van):
    Dossier.objects.update(status=van)
    vers = Dossier.objects.get()
    if DOSSIER.mag(van, Dossierstatus.GESLOTEN):
        sluiten.sluit_dossier(vers, afronding(de_wit, at=MAANDAG), by=amina, at=MAANDAG)
        assert Dossier.objects.get().status == Dossierstatus.GESLOTEN
    else:
        with pytest.raises(NietMogelijk):
            sluiten.sluit_dossier(vers, afronding(de_wit, at=MAANDAG), by=amina, at=MAANDAG)


def test_an_open_case_keeps_the_file_open_and_the_page_says_which_way_to_go(page, amina, dossier, de_wit):
    open_casus(
        dossier, persoon=de_wit.daan, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="School", by=amina, at=MAANDAG
    )
    with reis_naar(VANDAAG):
        seen = sluit(page, amina, dossier, de_wit, status=422)
    assert "Er loopt nog 1 casus." in seen.words
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_zaanstad_the_coordinator_closes_and_a_colleague_reads_whom_to_ask(page, amina, bram, dossier, de_wit):
    with reis_naar(VANDAAG):
        seen = sluit(page, bram, dossier, de_wit, status=422)
        assert "De regisseur sluit het dossier. Vraag Amina Bouzid" in seen.words
        sluit(page, amina, dossier, de_wit)
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN
    assert not Regie.objects.filter(tot=None).exists()


def test_leeuwarden_a_file_is_never_closed_but_goes_dormant(page, amina, dossier, de_wit, sluitregel):
    sluitregel("slapend")
    with reis_naar(VANDAAG):
        seen = page(amina, adres(dossier))
        assert "Dossier sluiten" not in seen.words
        assert "slapend" in seen.tree.xpath("//input[@name='naar']/@value")
        geweigerd = sluit(page, amina, dossier, de_wit, status=422)
        assert "In deze gemeente sluit u geen dossier." in geweigerd.words
        zet(page, amina, dossier, "slapend")
    assert Dossier.objects.get().status == Dossierstatus.SLAPEND


def test_leeuwarden_a_dormant_file_reopens_with_the_same_coordinator(page, amina, gerda, dossier, de_wit, sluitregel):
    """Gegeven een slapend dossier. Als het huishouden opnieuw belt. Dan gaat dezelfde regisseur verder."""
    sluitregel("slapend")
    with reis_naar(VANDAAG):
        zet(page, amina, dossier, "slapend")
    Regie.objects.update(tot=VANDAAG + timedelta(days=30))
    melding(de_wit, by=gerda, at=MAANDAG + timedelta(days=200))
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF
    assert Regie.objects.get(tot=None).regisseur == amina


def test_leeuwarden_when_that_worker_left_the_team_sees_that_nobody_coordinates(
    page, amina, bram, gerda, dossier, de_wit, sluitregel
):
    sluitregel("slapend")
    with reis_naar(VANDAAG):
        zet(page, amina, dossier, "slapend")
    amina.is_active = False
    amina.save()
    with reis_naar(VANDAAG + timedelta(days=2)):
        melding(de_wit, by=gerda, at=MAANDAG + timedelta(days=2))
        assert not Regie.objects.filter(tot=None).exists()
        assert "de Wit" in page(bram, reverse("web:dag")).words


def test_enschede_the_second_worker_decides_in_person(page, amina, farid, dossier, de_wit, sluitregel):
    """Gegeven een dossier van Amina. Als Farid zelf instemt. Dan pas is het gesloten, door hen beiden."""
    sluitregel("gezamenlijk")
    with reis_naar(VANDAAG):
        sluit(page, amina, dossier, de_wit, samen_met=farid.pk)
        assert Dossier.objects.get().status == Dossierstatus.ACTIEF
        assert Taak.objects.get(gedaan_op=None).voor == farid
        afsluiting = adres(Afsluiting.objects.get(), "afsluiting")
        page(amina, afsluiting).post({"eens": "ja"}, status=403)
        page(farid, afsluiting).post({"eens": "ja"})
        assert "Farid Amrani samen met Amina Bouzid" in page(amina, adres(dossier)).words
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN
    assert not Taak.objects.filter(gedaan_op=None).exists()


def test_enschede_the_second_worker_may_keep_the_file_open(page, amina, farid, dossier, de_wit, sluitregel):
    sluitregel("gezamenlijk")
    with reis_naar(VANDAAG):
        sluit(page, amina, dossier, de_wit, samen_met=farid.pk)
        afsluiting = adres(Afsluiting.objects.get(), "afsluiting")
        page(farid, afsluiting).post({"terug": "ja"}, status=422)
        page(farid, afsluiting).post({"terug": "ja", "reden": "De zus is nog niet ingewerkt."})
        assert Taak.objects.get(gedaan_op=None).voor == amina
        assert "De zus is nog niet ingewerkt." in page(amina, afsluiting).words
    assert not Taak.objects.filter(gedaan_op=None).exists()
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_enschede_nobody_closes_with_himself_or_with_another_team(
    page, amina, farid, chantal, dossier, de_wit, sluitregel
):
    sluitregel("gezamenlijk")
    with reis_naar(VANDAAG):
        for wie in (amina, chantal):
            sluit(page, amina, dossier, de_wit, samen_met=wie.pk, status=422)
    assert not Afsluiting.objects.exists()


def test_a_closed_file_that_opens_again_offers_its_earlier_coordinator_first(
    page, amina, bram, farid, gerda, dossier, de_wit
):
    wijs_regisseur_aan(dossier, regisseur=bram, by=farid, at=MAANDAG, reden="Amina is met verlof")
    with reis_naar(VANDAAG):
        sluit(page, bram, dossier, de_wit)
        melding(de_wit, by=gerda, at=MAANDAG)
        seen = page(amina, adres(dossier, "regie"))
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF
    assert seen.tree.xpath("//input[@name='regisseur']/@value")[0] == str(bram.pk)
    assert "was eerder regisseur van dit huishouden" in seen.words
