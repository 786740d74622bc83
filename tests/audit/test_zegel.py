"""The sealed chain: whoever is master of the database can change the log, and cannot hide it."""

from __future__ import annotations

import io
import json
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, connections

from eenplan.audit import verzegelen
from eenplan.audit.actions import record
from eenplan.audit.controle import Anker, Schending, controleer, laatste_zegel
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail, Zegel
from eenplan.audit.sleutels import Sleutel
from eenplan.audit.verzegelen import verzegel
from eenplan.audit.zegel import KOLOMMEN
from personas import MAANDAG


class Wie:
    """Somebody who needs no tables of workers."""

    pk, naam = 7, "Amina Bouzid"

    def doel_bij(self, dossier_id):
        return "regisseur, Team Noord 1"


class Iets:
    ONDERWERP, pk, dossier_id = "dossier", 12, 12


def gebeur(aantal=1, *, at=MAANDAG, toelichting=""):
    return [
        record(Sleutel.NOTITIE_GESCHREVEN, Iets(), by=Wie(), at=at + timedelta(seconds=n), toelichting=toelichting)
        for n in range(aantal)
    ]


@contextmanager
def eigenaar():
    """Act as the owner of the tables, who can switch every guard off."""
    tabellen = ("audit_gebeurtenis", "audit_gebeurtenisdetail", "audit_zegel")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in tabellen:
            cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER ALL")
        yield cursor
        for tabel in tabellen:
            cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER ALL")


def knoei(opdracht, *waarden):
    with eigenaar() as cursor:
        cursor.execute(opdracht, waarden)
        assert cursor.rowcount, "nothing was touched"


def soorten(**vraag):
    return [bevinding.soort for bevinding in controleer(**vraag).bevindingen]


@pytest.fixture
def keten(db):
    """Three blocks of three events, one of them with words, as the clock of the database filled them."""
    rijen = []
    for _blok in range(3):
        rijen += [*gebeur(2), *gebeur(1, toelichting="Sanne belde terug.")]
        verzegel()
    return rijen


def test_an_untouched_log_fits_its_seals(keten):
    uitslag = controleer()
    assert uitslag.klopt, uitslag.bevindingen
    assert (uitslag.blokken, uitslag.gebeurtenissen, uitslag.niet_verzegeld) == (3, 9, 0)


def test_what_is_not_sealed_yet_is_counted(keten):
    gebeur(2)
    assert controleer().niet_verzegeld == 2
    assert verzegel() == 2
    assert verzegel() == 0
    assert controleer().niet_verzegeld == 0


def test_a_chain_has_numbers_without_gaps_and_each_seal_holds_the_hash_before_it(keten):
    zegels = list(Zegel.objects.order_by("nummer"))
    assert [zegel.nummer for zegel in zegels] == [1, 2, 3]
    assert [zegel.vorige_hash for zegel in zegels] == ["", zegels[0].hash, zegels[1].hash]


def test_every_column_of_an_event_is_sealed():
    kolommen = {veld.attname for veld in Gebeurtenis._meta.concrete_fields if not veld.primary_key}
    assert kolommen == set(KOLOMMEN)


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        ("sleutel", "dossier:geopend"),
        ("moment", "2026-11-23 10:00+01"),
        ("vastgelegd_op", "2026-11-21 10:00+01"),
        ("actor_id", 8),
        ("actor_id", None),
        ("actor_naam", "Iemand anders"),
        ("onderwerp_soort", "plan"),
        ("onderwerp_id", 13),
        ("dossier_id", 13),
        ("dossier_id", None),
        ("is_inzage", True),
        ("verwerking", "aanbod"),
        ("doel", "nieuwsgierig"),
        ("detail_zegel", "0" * 64),
    ],
)
def test_one_changed_column_is_found_with_its_event_block_and_day(keten, kolom, waarde):
    knoei(f"UPDATE audit_gebeurtenis SET {kolom} = %s WHERE id = %s", waarde, keten[4].pk)  # noqa: S608
    gevonden = [rij for rij in controleer().bevindingen if rij.soort is Schending.GEWIJZIGD]
    assert [(rij.gebeurtenis, rij.blok) for rij in gevonden] == [(keten[4].pk, 2)]
    assert f"Gebeurtenis {keten[4].pk} is gewijzigd. Dag " in gevonden[0].zin


@pytest.mark.parametrize("welke", [0, 3, 7, 8])
def test_a_deleted_event_is_found_also_the_last(keten, welke):
    Gebeurtenisdetail.objects.filter(pk=keten[welke].pk).delete()
    knoei("DELETE FROM audit_gebeurtenis WHERE id = %s", keten[welke].pk)
    (rij,) = controleer().bevindingen
    assert (rij.soort, rij.gebeurtenis, rij.blok) == (Schending.VERWIJDERD, keten[welke].pk, welke // 3 + 1)


def test_two_events_that_changed_places_are_found(keten):
    een, twee = keten[0].pk, keten[3].pk
    for van, naar in ((een, -1), (twee, een), (-1, twee)):
        knoei("UPDATE audit_gebeurtenis SET id = %s WHERE id = %s", naar, van)
    gevonden = [rij for rij in controleer().bevindingen if rij.soort is not Schending.INGEVOEGD]
    assert {rij.gebeurtenis for rij in gevonden} == {een, twee}


def test_two_events_that_changed_places_in_a_block_are_called_so(keten):
    een, twee = keten[0].pk, keten[1].pk
    for van, naar in ((een, -1), (twee, een), (-1, twee)):
        knoei("UPDATE audit_gebeurtenis SET id = %s WHERE id = %s", naar, van)
    assert soorten() == [Schending.VERWISSELD, Schending.VERWISSELD]


KOPIE = (
    "INSERT INTO audit_gebeurtenis (id, sleutel, moment, vastgelegd_op, actor_naam, onderwerp_soort, is_inzage,"
    " verwerking, doel, detail_zegel) SELECT {nummer}, sleutel, moment, vastgelegd_op, actor_naam, onderwerp_soort,"
    " is_inzage, verwerking, doel, '' FROM audit_gebeurtenis WHERE id = %s"
)


def test_an_event_put_in_between_is_found(keten):
    knoei("DELETE FROM audit_gebeurtenis WHERE id = %s", keten[4].pk)
    knoei(KOPIE.format(nummer=keten[4].pk), keten[3].pk)
    assert soorten() == [Schending.GEWIJZIGD]
    knoei(KOPIE.format(nummer=-5), keten[3].pk)
    assert Schending.INGEVOEGD in soorten()


def test_an_event_added_later_with_an_old_date_does_not_fit_its_block(keten):
    knoei(KOPIE.format(nummer=keten[-1].pk + 1), keten[0].pk)
    verzegel()
    (rij,) = controleer().bevindingen
    assert (rij.soort, rij.gebeurtenis, rij.blok) == (Schending.INGEVOEGD, keten[-1].pk + 1, 4)


def test_what_is_honestly_entered_later_is_counted_and_no_fault(keten):
    gebeur(1, at=MAANDAG - timedelta(days=400))
    verzegel()
    uitslag = controleer()
    assert uitslag.klopt
    assert uitslag.later_ingevoerd == 1


@pytest.mark.parametrize("nummer", [1, 2])
def test_a_removed_seal_is_found(keten, nummer):
    knoei("DELETE FROM audit_zegel WHERE nummer = %s", nummer)
    (rij,) = controleer().bevindingen
    assert rij.soort is Schending.ZEGEL_VERWIJDERD
    assert f"Zegel {nummer} is verwijderd" in rij.zin


@pytest.mark.parametrize(
    "wijziging",
    ["dag = dag - 1", "gesloten_op = gesloten_op + interval '1 second'", "aantal = 2", "hash = 'x'", "afdrukken = ''"],
)
def test_a_changed_seal_is_found(keten, wijziging):
    knoei(f"UPDATE audit_zegel SET {wijziging} WHERE nummer = 2")  # noqa: S608
    assert controleer().bevindingen


def test_a_cut_off_end_is_found_by_the_anchor(keten, tmp_path):
    anker = Anker(3, laatste_zegel().hash)
    assert not soorten(anker=anker)
    knoei("DELETE FROM audit_zegel WHERE nummer = 3")
    knoei("DELETE FROM audit_gebeurtenis WHERE id > %s", keten[5].pk)
    knoei("DELETE FROM audit_gebeurtenisdetail WHERE gebeurtenis_id > %s", keten[5].pk)
    assert not soorten(), "without an anchor nothing shows"
    assert soorten(anker=anker) == [Schending.EINDE_AFGEKNIPT]


def test_an_end_that_was_written_anew_is_found_by_the_anchor(keten):
    anker = Anker(3, laatste_zegel().hash)
    knoei("DELETE FROM audit_zegel WHERE nummer = 3")
    knoei("UPDATE audit_gebeurtenis SET actor_naam = 'Iemand anders' WHERE id = %s", keten[7].pk)
    verzegel()
    assert soorten(anker=anker) == [Schending.ZEGEL_GEWIJZIGD]


def test_changed_words_are_found(keten):
    knoei("UPDATE audit_gebeurtenisdetail SET toelichting = 'Sanne belde niet.' WHERE gebeurtenis_id = %s", keten[2].pk)
    (rij,) = controleer().bevindingen
    assert (rij.soort, rij.gebeurtenis) == (Schending.DETAIL_GEWIJZIGD, keten[2].pk)


def test_words_that_were_put_with_an_event_later_are_found(keten):
    Gebeurtenisdetail.objects.create(gebeurtenis=keten[0], toelichting="Zij wilde dit zelf.")
    assert soorten() == [Schending.DETAIL_GEWIJZIGD]


def test_erased_words_are_a_fault_until_the_file_was_destroyed(keten):
    Gebeurtenisdetail.objects.all().delete()
    assert set(soorten()) == {Schending.DETAIL_VERWIJDERD}
    record(Sleutel.VERNIETIGD, Iets(), by=Wie(), at=MAANDAG)
    assert not soorten()


def test_the_words_are_not_in_the_chain_and_the_same_words_leave_another_seal(keten):
    zegels = {keten[2].detail_zegel, keten[5].detail_zegel, keten[8].detail_zegel}
    assert len(zegels) == 3
    assert all("Sanne" not in str(waarde) for rij in Gebeurtenis.objects.values_list() for waarde in rij)


def test_another_key_is_told_from_a_changed_log(keten, settings):
    settings.EENPLAN_AUDIT_KEY = "een andere sleutel"
    assert soorten()[0] is Schending.SLEUTEL
    assert Schending.GEWIJZIGD not in soorten()


def test_a_check_can_begin_on_a_day(keten):
    dag = Zegel.objects.get(nummer=3).dag
    assert controleer(vanaf=dag).blokken == 3
    assert controleer(vanaf=dag + timedelta(days=1)).blokken == 0


@pytest.mark.parametrize(
    "opdracht", ["UPDATE audit_zegel SET aantal = 1", "DELETE FROM audit_zegel", "TRUNCATE audit_zegel"]
)
def test_the_database_refuses_to_touch_a_seal(keten, opdracht):
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def test_many_events_are_sealed_in_blocks_of_a_size(db, monkeypatch):
    monkeypatch.setattr(verzegelen, "GROOTTE", 4)
    gebeur(10)
    assert verzegel() == 10
    assert list(Zegel.objects.order_by("nummer").values_list("aantal", flat=True)) == [4, 4, 2]
    assert controleer().klopt


# ----------------------------------------------------------------------------------------------- the command


def opdracht(*woorden):
    uit, code = io.StringIO(), 0
    try:
        call_command("audit", *woorden, stdout=uit)
    except SystemExit as einde:
        code = einde.code
    return code, uit.getvalue()


def test_the_command_says_in_sentences_that_the_log_fits(keten):
    code, gezegd = opdracht("verify")
    assert code == 0
    assert "Het logboek klopt: 9 gebeurtenissen in 3 blokken" in gezegd


def test_the_command_says_what_was_touched_and_ends_with_a_code(keten):
    knoei("UPDATE audit_gebeurtenis SET actor_naam = 'X' WHERE id = %s", keten[0].pk)
    code, gezegd = opdracht("verify")
    assert code == 1
    assert f"gewijzigd: Gebeurtenis {keten[0].pk} is gewijzigd. Dag " in gezegd
    code, gezegd = opdracht("verify", "--json")
    assert code == 1
    assert json.loads(gezegd)["bevindingen"][0]["gebeurtenis"] == keten[0].pk


def test_the_anchor_that_the_command_gives_is_the_one_it_reads(keten, tmp_path):
    _code, gezegd = opdracht("anker")
    bestand = tmp_path / "anker.json"
    bestand.write_text(gezegd)
    assert opdracht("verify", "--anker", str(bestand))[0] == 0
    knoei("DELETE FROM audit_zegel WHERE nummer = 3")
    knoei("DELETE FROM audit_gebeurtenis WHERE id > %s", keten[5].pk)
    knoei("DELETE FROM audit_gebeurtenisdetail WHERE gebeurtenis_id > %s", keten[5].pk)
    code, gezegd = opdracht("verify", "--anker", str(bestand))
    assert code == 1
    assert "einde van het logboek is afgeknipt" in gezegd


# ------------------------------------------------------------------------------- several writers at the same time


@pytest.mark.usefixtures("spoor_mag_leeg")
@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_or_sealed_twice_while_many_write():
    per_schrijver, schrijvers = 40, 4
    klaar = threading.Event()

    def schrijf():
        try:
            for _keer in range(per_schrijver):
                gebeur(1, toelichting="woorden")
        finally:
            connections.close_all()

    def verzegel_steeds():
        try:
            while not klaar.is_set():
                verzegel()
        finally:
            connections.close_all()

    zegelaars = [threading.Thread(target=verzegel_steeds) for _n in range(2)]
    threads = [threading.Thread(target=schrijf) for _n in range(schrijvers)]
    for thread in [*zegelaars, *threads]:
        thread.start()
    for thread in threads:
        thread.join()
    klaar.set()
    for thread in zegelaars:
        thread.join()
    verzegel()
    uitslag = controleer()
    assert uitslag.klopt, uitslag.bevindingen
    assert uitslag.niet_verzegeld == 0
    assert uitslag.gebeurtenissen == Gebeurtenis.objects.count() == per_schrijver * schrijvers
    assert sum(Zegel.objects.values_list("aantal", flat=True)) == per_schrijver * schrijvers


@pytest.mark.usefixtures("spoor_mag_leeg")
@pytest.mark.django_db(transaction=True)
def test_sealing_gives_up_when_somebody_writes_for_long_and_tries_later():
    geschreven, mag_door = threading.Event(), threading.Event()

    def schrijf_lang():
        from django.db import transaction

        try:
            with transaction.atomic():
                gebeur(1)
                geschreven.set()
                mag_door.wait(20)
        finally:
            connections.close_all()

    schrijver = threading.Thread(target=schrijf_lang)
    schrijver.start()
    assert geschreven.wait(20)
    assert verzegel() is None
    mag_door.set()
    schrijver.join()
    assert verzegel() == 1
