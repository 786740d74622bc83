"""The database itself keeps the trail: nobody changes, removes or empties it, whatever program asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from eenplan.audit.actions import record
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import Sleutel
from personas import MAANDAG


@pytest.fixture
def gebeurd(amina):
    gebeurtenis = record(Sleutel.AANGEMELD, amina, by=amina, at=MAANDAG, toelichting="woorden")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing is left waiting, as after a commit
    return gebeurtenis


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE audit_gebeurtenis SET actor_naam = 'Iemand anders'",
        "UPDATE audit_gebeurtenis SET moment = moment - interval '1 day'",
        "DELETE FROM audit_gebeurtenis",
        "TRUNCATE audit_gebeurtenis CASCADE",
    ],
)
def test_the_database_refuses(gebeurd, opdracht):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
    assert Gebeurtenis.objects.get(pk=gebeurd.pk).actor_naam == "Amina Bouzid"


def test_a_program_cannot_rewrite_an_event_either(gebeurd):
    gebeurd.actor_naam = "Iemand anders"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        gebeurd.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Gebeurtenis.objects.filter(pk=gebeurd.pk).update(is_inzage=True)


def test_the_words_can_be_erased_and_the_event_stays(gebeurd):
    Gebeurtenisdetail.objects.filter(gebeurtenis=gebeurd).delete()
    bewaard = Gebeurtenis.objects.get(pk=gebeurd.pk)
    assert bewaard.sleutel == Sleutel.AANGEMELD
    assert not hasattr(bewaard, "detail")


def test_an_event_keeps_its_subject_as_plain_text_and_numbers(amina, de_wit):
    gezien = record(Sleutel.DOSSIER_INGEZIEN, de_wit.huishouden, by=amina, at=MAANDAG)
    rij = Gebeurtenis.objects.get(pk=gezien.pk)
    assert (rij.onderwerp_soort, rij.onderwerp_id, rij.dossier_id) == (
        "huishouden",
        de_wit.huishouden.pk,
        de_wit.huishouden.pk,
    )
    assert (rij.actor_id, rij.actor_naam, rij.moment, rij.is_inzage) == (amina.pk, "Amina Bouzid", MAANDAG, True)
