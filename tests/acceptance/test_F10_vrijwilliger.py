"""F10: a volunteer sees the own task, of one person what is needed for it, and nothing else of the file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import maak_taak, open_dossier, rond_taak_af, schrijf_notitie, wijs_regisseur_aan
from eenplan.dossiers.models import Taak
from eenplan.personen.eigen import koppel_medewerker
from eenplan.personen.models import Adresafscherming
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling
from eenplan.toegang.models import Vrijwilligerstaak
from personas import BEGIN, MAANDAG

MIJN_TAKEN = "/mijn-taken/"
VRIJDAG = MAANDAG.date() + timedelta(days=4)


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    schrijf_notitie(geopend, tekst="Sanne heeft schulden.", by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def taak(dossier, amina):
    return maak_taak(dossier, voor=amina, wat="Boodschappen doen", uiterlijk=VRIJDAG, by=amina, at=MAANDAG)


def geef(page, wie, taak, vera, wie_het_is, *, status=302, **anders):
    velden = {
        "vrijwilliger": vera.pk,
        "persoon": wie_het_is.pk,
        "tot_en_met": f"{VRIJDAG:%d-%m-%Y}",
        "met_telefoon": "on",
    }
    return page(wie, reverse("toegang:taak_vrijwilliger", args=[taak.pk])).post(velden | anders, status=status)


def test_a_task_is_given_and_the_volunteer_sees_just_enough(page, taak, amina, vera, de_wit):
    assert "U hebt nu geen taken" in page(vera, MIJN_TAKEN).words
    geef(page, amina, taak, vera, de_wit.sanne)
    gezien = page(vera, MIJN_TAKEN, queries_max=14)
    for woord in ("Boodschappen doen", "Sanne", "Lindelaan 4", "06 12 34 56 00", "27 november 2026"):
        assert woord in gezien.words
    for geheim in ("Wit", "1988", "Mees", "Daan", "schulden", "Fam."):
        assert geheim not in gezien.text
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.TAAK_INGEZIEN, actor_id=vera.pk).count() == 1


def test_the_telephone_number_stays_away_when_it_is_not_needed(page, taak, amina, vera, de_wit):
    geef(page, amina, taak, vera, de_wit.sanne, met_telefoon="")
    assert "06 12 34 56 00" not in page(vera, MIJN_TAKEN).text


def test_a_protected_address_is_not_handed_out(page, taak, amina, vera, de_wit):
    Adresafscherming.objects.create(huishouden=de_wit.huishouden, vanaf=MAANDAG.date(), reden="Stalking", door=amina)
    geef(page, amina, taak, vera, de_wit.sanne)
    gezien = page(vera, MIJN_TAKEN)
    assert "Lindelaan" not in gezien.text
    assert "vraag het de regisseur" in gezien.words


def test_nothing_else_of_the_file_opens(page, taak, dossier, amina, vera, de_wit):
    geef(page, amina, taak, vera, de_wit.sanne)
    for deel in ("", "stand/", "notities/", "taken/", "documenten/", "plan/", "toegang/", "regie/"):
        page(vera, f"/huishoudens/{dossier.pk}/{deel}", status=403)
    for adres in ("/zoeken/", "/mijn-dag/", "/team/", "/aannemen/", "/cijfers/", "/betrokkenheid/"):
        page(vera, adres, status=403)
    page(vera, f"/taken/{taak.pk}/gedaan/", data={}, status=403)


def test_a_message_back_lands_in_the_file_and_done_is_done(page, taak, dossier, amina, vera, de_wit):
    geef(page, amina, taak, vera, de_wit.sanne)
    gegeven = Vrijwilligerstaak.objects.get()
    adres = reverse("toegang:mijn_taak", args=[gegeven.pk])
    assert "Schrijf een bericht" in page(vera, adres, data={}, status=422).words
    page(vera, adres, data={f"{gegeven.pk}-bericht": "De winkel was dicht, morgen weer."})
    assert "De winkel was dicht" in page(vera, MIJN_TAKEN).words
    assert "De winkel was dicht" in page(amina, reverse("toegang:toegang", args=[dossier.pk])).words
    assert "De winkel was dicht" in page(amina, f"/huishoudens/{dossier.pk}/").words
    page(vera, adres, data={f"{gegeven.pk}-is_gedaan": "on", f"{gegeven.pk}-bericht": "Gelukt."})
    taak.refresh_from_db()
    assert taak.gedaan_op
    assert "U hebt nu geen taken" in page(vera, MIJN_TAKEN).words
    page(vera, adres, data={f"{gegeven.pk}-bericht": "Nog iets."}, status=404)
    assert not Dossiertoegang.objects.op(klok.nu()).filter(medewerker=vera).exists()


def test_after_the_last_day_it_is_gone(page, taak, amina, vera, de_wit):
    geef(page, amina, taak, vera, de_wit.sanne)
    with klok.reis_naar(VRIJDAG):
        assert "Boodschappen doen" in page(vera, MIJN_TAKEN).words
    with klok.reis_naar(VRIJDAG + timedelta(days=1)):
        gezien = page(vera, MIJN_TAKEN)
        assert "Boodschappen doen" not in gezien.text
        assert "Sanne" not in gezien.text
        page(vera, reverse("toegang:mijn_taak", args=[Vrijwilligerstaak.objects.get().pk]), data={}, status=404)


def test_a_task_the_regisseur_finished_or_took_back_is_gone(page, taak, dossier, amina, vera, de_wit):
    geef(page, amina, taak, vera, de_wit.sanne)
    hier = reverse("toegang:toegang", args=[dossier.pk])
    toegang = Dossiertoegang.objects.get(medewerker=vera)
    page(amina, hier).post({"toegang": toegang.pk, "reden": "Vera is ziek."})
    assert "Sanne" not in page(vera, MIJN_TAKEN).text
    geef(page, amina, taak, vera, de_wit.sanne)
    assert "Sanne" in page(vera, MIJN_TAKEN).text
    rond_taak_af(taak, by=amina, at=MAANDAG)
    assert "Sanne" not in page(vera, MIJN_TAKEN).text


def test_another_volunteer_sees_nothing_of_it(page, taak, amina, vera, de_wit, stad):
    wim = Medewerker.objects.create_user("wim", naam="Wim Smit", functie="vrijwilliger", werkgever="Naast U")
    Rolvervulling.objects.create(medewerker=wim, rol=Rol.VRIJWILLIGER, team=stad.noord, vanaf=BEGIN)
    geef(page, amina, taak, vera, de_wit.sanne)
    assert "Sanne" not in page(wim, MIJN_TAKEN).text
    gegeven = Vrijwilligerstaak.objects.get()
    page(wim, reverse("toegang:mijn_taak", args=[gegeven.pk]), data={f"{gegeven.pk}-is_gedaan": "on"}, status=404)


def test_only_a_volunteer_a_member_and_a_day_to_come_are_accepted(page, taak, amina, bram, vera, de_wit):
    geef(page, amina, taak, bram, de_wit.sanne, status=422)
    geef(page, amina, taak, vera, de_wit.sanne, status=422, tot_en_met="1-1-2026")
    geef(page, amina, taak, vera, de_wit.sanne, status=422, persoon="99999")
    assert not Vrijwilligerstaak.objects.exists()
    geef(page, amina, taak, vera, de_wit.sanne)
    assert "al bij een vrijwilliger" in geef(page, amina, taak, vera, de_wit.mees, status=422).words


def test_only_who_works_in_the_file_gives_its_tasks(page, taak, chantal, farid, daan, vera):
    adres = reverse("toegang:taak_vrijwilliger", args=[taak.pk])
    page(chantal, adres, status=404)
    for wie in (farid, daan, vera):
        page(wie, adres, status=403)


def test_a_relative_cannot_be_the_volunteer(page, taak, amina, vera, de_wit):
    koppel_medewerker(vera, de_wit.daan, by=vera, at=klok.nu())
    assert vera.naam not in page(amina, reverse("toegang:taak_vrijwilliger", args=[taak.pk])).words
    geef(page, amina, taak, vera, de_wit.sanne, status=422)
    assert Taak.objects.get().vrijwilligerstaken.count() == 0
