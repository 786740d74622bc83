"""Two workers at the very same moment, each in a transaction of their own: the database lets one through."""

import threading

import pytest
from django.db import connection

from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import (
    Afspraak,
    begin_verslag,
    bewaar_verslag,
    open_dossier,
    plan_gesprek,
    schrijf_notitie,
    wijs_regisseur_aan,
)
from eenplan.dossiers.models import Dossier, Gespreksverslag, Notitie, Regie
from personas import MAANDAG

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("spoor_mag_leeg")]


def tegelijk(*daden):
    """Let each act begin at the same moment and tell how each ended."""
    start, uitkomsten = threading.Barrier(len(daden)), []

    def doe(daad):
        start.wait()
        try:
            daad()
            uitkomsten.append("gelukt")
        except NietMogelijk:
            uitkomsten.append("geweigerd")
        finally:
            connection.close()

    draden = [threading.Thread(target=doe, args=(daad,)) for daad in daden]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return sorted(uitkomsten)


def test_two_workers_who_appoint_at_once_leave_one_coordinator(de_wit, amina, bram, monkeypatch):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    maak, beide_zagen_niemand = Regie.objects.create, threading.Barrier(2)

    def maak_samen(**feiten):
        beide_zagen_niemand.wait()
        return maak(**feiten)

    monkeypatch.setattr(Regie.objects, "create", maak_samen)

    def wijst_aan(wie):
        vers = Dossier.objects.get(pk=dossier.pk)
        return lambda: wijs_regisseur_aan(vers, regisseur=wie, by=wie, at=MAANDAG)

    assert tegelijk(wijst_aan(amina), wijst_aan(bram)) == ["gelukt", "geweigerd"]
    assert Regie.objects.filter(dossier=dossier, tot=None).count() == 1


def test_two_workers_who_hand_over_at_once_leave_one_coordinator(de_wit, amina, bram, farid):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)

    def draagt_over(wie):
        vers = Dossier.objects.get(pk=dossier.pk)
        return lambda: wijs_regisseur_aan(vers, regisseur=bram, by=wie, at=MAANDAG, reden="verlof")

    assert tegelijk(draagt_over(amina), draagt_over(farid)) == ["gelukt", "geweigerd"]
    assert Regie.objects.get(dossier=dossier, tot=None).regisseur == bram


def test_two_writers_who_save_the_same_edit_at_once_leave_one_text(de_wit, amina, bram):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    gesprek = plan_gesprek(dossier, Afspraak("telefoon", MAANDAG, "", (de_wit.sanne,)), by=amina, at=MAANDAG)
    verslag = begin_verslag(gesprek, by=amina, at=MAANDAG)

    def bewaart(wie):
        vers = Gespreksverslag.objects.get(pk=verslag.pk)
        return lambda: bewaar_verslag(vers, {"a": f"Tekst van {wie}."}, bewerking=0, by=wie, at=MAANDAG)

    assert tegelijk(bewaart(amina), bewaart(bram)) == ["gelukt", "geweigerd"]
    verslag.refresh_from_db()
    assert verslag.bewerking == 1
    assert verslag.onderdelen.count() == 1


def test_a_note_sent_twice_at_once_is_one_note(de_wit, amina):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)

    def schrijft():
        vers = Dossier.objects.get(pk=dossier.pk)
        return lambda: schrijf_notitie(vers, tekst="Belt morgen.", by=amina, at=MAANDAG)

    assert tegelijk(schrijft(), schrijft()) == ["gelukt", "gelukt"]
    assert Notitie.objects.count() == 1
