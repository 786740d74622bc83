"""F7: every look at a file and every change is kept, nobody can alter that, and it can be read who looked and why."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

import verhalen
from adressen import LATER, VAN_IEDEREEN, adressen, rij_van_elke_soort
from eenplan.access.rechten import Recht
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from personas import MAANDAG


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
