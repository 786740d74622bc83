"""F7: every look at a file and every change is kept, nobody can alter that, and it can be read who looked and why."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

import verhalen
from adressen import LATER, VAN_IEDEREEN, adressen, rij_van_elke_soort
from eenplan.access.rechten import Recht
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from personas import MAANDAG

NAMEN = re.compile(r"\b(Sanne|Daan|Mees|Wit|Lindelaan)\b")
# Forms of rooms that keep no file of a household.
ZONDER_DOSSIER = ("/effectbeoordelingen/", "/datalekken/")


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date()):
        yield


@pytest.fixture
def noord(de_wit, amina, farid, gerda, daan):
    return rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda"])
def test_every_page_that_shows_a_file_keeps_that_it_was_looked_at(noord, request, als, wie):
    medewerker = request.getfixturevalue(wie)
    client = als(medewerker)
    stil = []
    for adres in adressen(noord):
        if adres.is_open or not adres.heeft_rij or adres.naam in VAN_IEDEREEN:
            continue
        voor = Gebeurtenis.objects.filter(actor_id=medewerker.pk, is_inzage=True, dossier_id__isnull=False)
        with transaction.atomic():
            eerst = voor.count()
            antwoord = client.get(adres.pad)
            daarna = voor.count()
            transaction.set_rollback(True)
        if antwoord.status_code == 200 and daarna == eerst:
            stil.append(adres.naam)
    assert not stil


def test_a_look_is_kept_with_who_when_and_which_file(page, noord, amina):
    page(amina, f"/huishoudens/{noord['huishoudens']}/")
    blik = Gebeurtenis.objects.filter(is_inzage=True).latest("moment")
    assert (blik.actor_naam, blik.dossier_id, blik.moment.date()) == (
        "Amina Bouzid",
        noord["huishoudens"],
        LATER.date(),
    )


def test_a_refused_look_shows_nothing_and_is_no_look(page, noord, chantal):
    page(chantal, f"/huishoudens/{noord['huishoudens']}/", status=404)
    assert not Gebeurtenis.objects.filter(actor_id=chantal.pk, dossier_id__isnull=False).exists()


def test_the_whole_road_of_a_request_can_be_read_back(page, de_wit, amina, farid, gerda, daan, els):
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    verhalen.genomen_besluit(gedaan, by=daan, at=MAANDAG + timedelta(days=14))
    gelezen = page(els, f"/logboek/?dossier={gedaan.dossier_id}&soort=wijziging").words
    for stap in ("melding ontvangen", "regisseur aangewezen", "plan vastgesteld", "besluit genomen en verzonden"):
        assert stap in gelezen
    for naam in ("Gerda Smit", "Amina Bouzid", "Farid Amrani", "Daan Mulder"):
        assert naam in gelezen


@pytest.mark.parametrize("opdracht", ["UPDATE audit_gebeurtenis SET actor_id = 1", "DELETE FROM audit_gebeurtenis"])
def test_tampering_is_refused_by_the_database(page, noord, amina, opdracht):
    aantal = Gebeurtenis.objects.count()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
    assert Gebeurtenis.objects.count() == aantal


def test_who_reads_the_log_is_in_the_log(page, noord, els):
    page(els, f"/logboek/?dossier={noord['huishoudens']}")
    assert "logboek bekeken" in page(els, f"/logboek/?dossier={noord['huishoudens']}").words
    assert els.mag(Recht.SPOOR_INZIEN)


# ------------------------------------------------------------------------- a form with errors, and the title of a page


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda"])
def test_a_form_that_comes_back_with_errors_shows_the_file_and_is_a_look(noord, request, als, wie):
    medewerker = request.getfixturevalue(wie)
    client = als(medewerker)
    stil, gezien = [], 0
    for adres in adressen(noord):
        if adres.is_open or not adres.heeft_rij or adres.naam in VAN_IEDEREEN:
            continue
        voor = Gebeurtenis.objects.filter(actor_id=medewerker.pk, is_inzage=True, dossier_id__isnull=False)
        with transaction.atomic():
            eerst = voor.count()
            antwoord = client.post(adres.pad, {})
            daarna = voor.count()
            transaction.set_rollback(True)
        if antwoord.status_code == 422:
            gezien += 1
            if daarna == eerst and not any(deel in adres.pad for deel in ZONDER_DOSSIER):
                stil.append(adres.naam)
    assert not stil
    assert gezien


def test_a_form_with_errors_says_which_part_of_which_file_was_shown(page, noord, amina):
    melding = f"/huishoudens/{noord['huishoudens']}/taken/"
    page(amina, melding, data={"wat": ""}, status=422)
    blik = Gebeurtenis.objects.filter(actor_id=amina.pk).latest("pk")
    assert (blik.sleutel, blik.dossier_id) == ("formulier:ingezien", noord["huishoudens"])


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda", "els"])
def test_no_page_puts_the_name_of_a_resident_in_its_title(noord, request, als, wie):
    client = als(request.getfixturevalue(wie))
    met_naam = {}
    for adres in adressen(noord):
        antwoord = client.get(adres.pad)
        if antwoord.get("Content-Type", "").startswith("text/html") and b"<title>" in antwoord.content:
            titel = antwoord.content.decode().partition("<title>")[2].partition("</title>")[0]
            if NAMEN.search(titel):
                met_naam[adres.naam] = titel
    assert not met_naam
