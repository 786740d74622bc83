"""C12: the status model and the municipality's closing rule: jointly (Enschede), or dormant first (Leeuwarden)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.core.klok import reis_naar
from eenplan.dossiers import actions, queries
from eenplan.dossiers.actions import open_casus, open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Regie, Statuswissel
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Sluitregel
from personas import MAANDAG
from verhalen import melding


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def sluit_samen(monkeypatch):
    """The municipality wants two workers to decide on closing, as in Enschede."""
    samen = replace(inrichting(), sluitregels=(Sluitregel("gezamenlijk", date(2015, 1, 1)),))
    for kamer in (actions, queries):
        monkeypatch.setattr(kamer, "inrichting", lambda: samen)


def adres(dossier):
    return reverse("dossiers:status", args=[dossier.pk])


def zet(page, wie, dossier, naar, **anders):
    return page(wie, adres(dossier)).post({"naar": naar, "reden": "afgesproken met Sanne"} | anders)


def test_a_household_walks_from_new_to_closed_and_each_step_is_on_record(page, amina, dossier):
    with reis_naar(MAANDAG.date()):
        for naar in ("in_regie", "afgeschaald", "nazorg", "slapend", "gesloten"):
            zet(page, amina, dossier, naar)
        seen = page(amina, adres(dossier))
    assert "nazorg → slapend" in seen.words
    assert Statuswissel.objects.filter(dossier=dossier).count() == 6  # the first made it active
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN


def test_an_open_case_keeps_the_file_open_and_the_page_says_which_way_to_go(page, amina, dossier, de_wit):
    open_casus(
        dossier, persoon=de_wit.daan, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="School", by=amina, at=MAANDAG
    )
    seen = page(amina, adres(dossier))
    assert "“gesloten” kan nog niet." in seen.words
    assert "Er loopt nog 1 casus." in seen.words
    assert "gesloten" not in seen.tree.xpath("//input[@name='naar']/@value")
    seen.post({"naar": "gesloten", "reden": "toch"}, status=422)
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_leeuwarden_a_dormant_file_reopens_with_the_same_coordinator(page, amina, gerda, dossier, de_wit):
    with reis_naar(MAANDAG.date()):
        for naar in ("in_regie", "nazorg", "slapend"):
            zet(page, amina, dossier, naar)
    melding(de_wit, by=gerda, at=MAANDAG + timedelta(days=200))
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF
    assert Regie.objects.get(tot=None).regisseur == amina


def test_enschede_closing_takes_a_second_worker(page, amina, farid, dossier, sluit_samen):
    alleen = page(amina, adres(dossier)).post({"naar": "gesloten", "reden": "klaar"}, status=422)
    assert "In deze gemeente sluit u een dossier samen." in alleen.words
    with reis_naar(MAANDAG.date()):
        samen = zet(page, amina, dossier, "gesloten", samen_met=farid.pk).follow()
    assert "Amina Bouzid samen met Farid Amrani" in samen.words
    assert Statuswissel.objects.get(naar=Dossierstatus.GESLOTEN).samen_met == farid


def test_enschede_nobody_closes_with_himself_or_with_another_team(page, amina, chantal, dossier, sluit_samen):
    seen = page(amina, adres(dossier))
    for wie in (amina, chantal):
        seen.post({"naar": "gesloten", "reden": "klaar", "samen_met": wie.pk}, status=422)
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_other_steps_ask_for_no_second_worker(page, amina, farid, dossier, sluit_samen):
    zet(page, amina, dossier, "in_regie")
    assert Dossier.objects.get().status == Dossierstatus.IN_REGIE
