"""F7: every look at a file and every change is kept, nobody can alter that, and it can be read who looked and why."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

import verhalen
from adressen import LATER, VAN_IEDEREEN, adressen, rij_van_elke_soort
from eenplan.access.rechten import Recht
from eenplan.audit.actions import record
from eenplan.audit.controle import controleer
from eenplan.audit.export import VELDEN
from eenplan.audit.models import Gebeurtenis, Opvallend
from eenplan.audit.sleutels import Sleutel
from eenplan.audit.verzegelen import verzegel
from eenplan.core import klok
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Eigenpersoon, Huishoudrol
from personas import MAANDAG

NAMEN = re.compile(r"\b(Sanne|Daan|Mees|Wit|Lindelaan)\b")
# Forms of rooms that keep no file of a household.
ZONDER_DOSSIER = ("/effectbeoordelingen/", "/datalekken/", "/mandaten/", "/waarneming/", "/werkwijze")
# A specialist reads a question without names, and learns of no file.
ZONDER_NAMEN = {("daan", "adviezen:consult")}


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
        elders = any(deel in adres.pad for deel in ZONDER_DOSSIER) or (wie, adres.naam) in ZONDER_NAMEN
        if antwoord.status_code == 200 and daarna == eerst and not elders:
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


# ------------------------------------------------------------------------------------- sealed, and why somebody looked


def test_every_event_of_a_day_of_work_is_sealed_and_says_as_what_somebody_was_there(noord):
    verzegel()
    uitslag = controleer()
    assert uitslag.klopt, uitslag.bevindingen
    assert uitslag.gebeurtenissen == Gebeurtenis.objects.count()
    zonder = Gebeurtenis.objects.filter(doel="", actor_id__isnull=False).values_list("actor_naam", flat=True)
    assert not set(zonder)
    assert not Gebeurtenis.objects.filter(verwerking="").exists()


def test_the_log_says_as_what_somebody_looked_and_how_much_waits_for_a_seal(page, noord, amina, els):
    page(amina, f"/huishoudens/{noord['huishoudens']}/")
    gelezen = page(els, f"/logboek/?dossier={noord['huishoudens']}", queries_max=9).words
    assert "regisseur, Team Noord 1" in gelezen
    assert "Nog niet verzegeld" in gelezen


# ------------------------------------------------------------------------------------------------------- taken out


def test_the_log_is_taken_out_in_the_fields_of_the_national_standard_and_that_is_recorded(page, noord, els):
    antwoord = als_bestand(els, {"dossier": noord["huishoudens"], "soort": "wijziging"})
    regels = [json.loads(regel) for regel in antwoord.splitlines()]
    assert regels
    assert all(set(regel) == set(VELDEN) for regel in regels)
    assert not NAMEN.search(re.sub(r'"gebruiker": "[^"]*"', "", antwoord))
    assert {regel["verwerkteObjecten"][0]["objectId"] for regel in regels} == {str(noord["huishoudens"])}
    assert "logboek opgeslagen als bestand" in page(els, f"/logboek/?dossier={noord['huishoudens']}").words


def als_bestand(wie, keuze):
    client = Client()
    client.force_login(wie, backend="eenplan.teams.aanmelding.Aanmelding")
    antwoord = client.post("/logboek/bestand/", keuze)
    assert antwoord.status_code == 200
    return b"".join(antwoord.streaming_content).decode()


def test_the_command_gives_the_same_lines(noord):
    uit = io.StringIO()
    call_command("audit", "export", "--van", "2026-11-01", "--tot", "2026-12-31", stdout=uit)
    regels = [json.loads(regel) for regel in uit.getvalue().splitlines()]
    assert len(regels) == Gebeurtenis.objects.filter(moment__lt=LATER + timedelta(days=8)).count()
    assert regels[0]["uitvoerder"] == "Zonnedaal"
    assert regels[0]["bewaartermijn"].startswith("P")


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda"])
def test_only_the_privacy_officer_takes_the_log_out(page, noord, request, wie):
    page(request.getfixturevalue(wie), "/logboek/bestand/", data={}, status=403)


def test_the_processing_register_is_a_page_of_the_privacy_officer(page, els, amina):
    gelezen = page(els, "/verwerkingen/").words
    for woord in ("Verwerkingsregister", "Wmo 5.1.1", "Bewaartermijn", "gebeurtenissen ("):
        assert woord in gelezen
    page(amina, "/verwerkingen/", status=403)


# ------------------------------------------------------------------------------------------------------ what is unusual


@pytest.fixture
def kijk(de_wit):
    """Let a worker look at a file at a moment."""

    def eens(wie, *, at, dossier_id=None):
        onderwerp = SimpleNamespace(ONDERWERP="dossier", pk=1, dossier_id=dossier_id or de_wit.huishouden.pk)
        return record(Sleutel.DOSSIER_INGEZIEN, onderwerp, by=wie, at=at)

    return eens


def regels_van(wie):
    return {rij.regel: rij.aantal for rij in Opvallend.objects.filter(actor_id=wie.pk)}


# A working day at ten, within the days that the list looks back from LATER.
WERKDAG = (LATER - timedelta(days=2)).replace(hour=10)


def test_many_files_far_above_habit_and_team_are_listed_with_what_is_usual(page, kijk, amina, bram, els):
    for dag in range(5, 15):
        for nummer in range(6):
            kijk(amina, at=WERKDAG - timedelta(days=dag), dossier_id=1000 + nummer)
    for nummer in range(40):
        kijk(amina, at=WERKDAG + timedelta(minutes=5 * nummer), dossier_id=2000 + nummer)
        kijk(bram, at=WERKDAG + timedelta(minutes=5 * (nummer % 10)), dossier_id=2000 + nummer % 10)
    gelezen = page(els, "/logboek/opvallend/").words
    assert regels_van(amina)["veel_dossiers"] == 40
    assert "veel_dossiers" not in regels_van(bram)
    assert "veel verschillende dossiers op één dag" in gelezen
    assert "gewoonlijk 10" in gelezen, "a busy colleague counts as well"


def test_much_work_that_is_usual_for_the_worker_is_not_listed(page, kijk, amina, els):
    for dag in range(12):
        for nummer in range(30):
            kijk(amina, at=WERKDAG - timedelta(days=dag, minutes=-9 * nummer), dossier_id=1000 + nummer)
    page(els, "/logboek/opvallend/")
    assert "veel_dossiers" not in regels_van(amina)


def test_a_look_at_night_or_in_a_weekend_is_listed(page, kijk, amina, bram, els):
    kijk(amina, at=WERKDAG.replace(hour=23))
    kijk(bram, at=WERKDAG)
    page(els, "/logboek/opvallend/")
    assert regels_van(amina) == {"ongewoon_uur": 1}
    assert not regels_van(bram)


def test_a_file_at_the_own_postcode_is_listed(page, kijk, de_wit, amina, els):
    buur = schrijf_huishouden_in(
        NieuwHuishouden(
            straat="Lindelaan",
            huisnummer=6,
            postcode="1231AA",
            woonplaats="Zonnedaal",
            leden=(NieuwPersoon("Amina", "Bouzid", Huishoudrol.ALLEENSTAAND),),
        ),
        by=els,
        at=MAANDAG,
    )
    Eigenpersoon.objects.create(medewerker=amina, persoon=buur.leden.get().persoon, vastgelegd_door=els, op=MAANDAG)
    kijk(amina, at=WERKDAG)
    page(els, "/logboek/opvallend/")
    assert regels_van(amina) == {"eigen_buurt": 1}


def test_a_file_with_the_own_surname_is_listed(page, kijk, bram, els):
    bram.naam = "Bram de Wit"
    bram.save()
    kijk(bram, at=WERKDAG)
    page(els, "/logboek/opvallend/")
    assert regels_van(bram) == {"zelfde_naam": 1}


def test_searches_without_opening_anything_are_listed(page, kijk, amina, gerda, els):
    for keer in range(12):
        for wie in (amina, gerda):
            record(Sleutel.GEZOCHT, None, by=wie, at=WERKDAG + timedelta(minutes=20 * keer))
        kijk(amina, at=WERKDAG + timedelta(minutes=20 * keer + 2))
    page(els, "/logboek/opvallend/")
    assert regels_van(gerda) == {"zoeken": 12}
    assert "zoeken" not in regels_van(amina)


def test_a_line_leads_to_its_rows_and_stays_until_it_is_explained(page, kijk, amina, els):
    kijk(amina, at=WERKDAG.replace(hour=23))
    lijst = page(els, "/logboek/opvallend/")
    (achter,) = lijst.tree.xpath("//main//table//a[contains(@href, 'medewerker=')]/@href")
    assert "dossier bekeken" in page(els, achter).words
    rij = Opvallend.objects.get()
    een = page(els, f"/logboek/opvallend/{rij.pk}/")
    assert "klopt nog niet" in een.post({"uitkomst": "verklaard", "reden": " "}, status=422).words
    een.post({"uitkomst": "nader_onderzoek", "reden": "Amina gebeld."}).follow()
    assert "Amina Bouzid" in page(els, "/logboek/opvallend/").words
    een.post({"uitkomst": "verklaard", "reden": "Zij had crisisdienst."})
    assert "Niets opvallends" in page(els, "/logboek/opvallend/").words
    assert "verklaard" in page(els, "/logboek/opvallend/?alles=1").words
    assert "crisisdienst" in page(els, f"/logboek/opvallend/{rij.pk}/").words
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.OPVALLEND_BEOORDEELD, actor_id=els.pk).count() == 2


def test_nobody_judges_about_oneself(page, kijk, els):
    kijk(els, at=WERKDAG.replace(hour=23))
    page(els, "/logboek/opvallend/")
    rij = Opvallend.objects.get(actor_id=els.pk)
    een = page(els, f"/logboek/opvallend/{rij.pk}/")
    assert "Dit gaat over uzelf" in een.words
    een.post({"uitkomst": "verklaard", "reden": "Ik mocht dat."}, status=403)


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda"])
def test_only_the_privacy_officer_reads_what_is_unusual(page, noord, request, wie):
    page(request.getfixturevalue(wie), "/logboek/opvallend/", status=403)


def test_the_list_of_what_is_unusual_asks_as_many_questions_however_much_there_is(page, kijk, amina, bram, els):
    for nummer in range(60):
        kijk(amina, at=WERKDAG.replace(hour=23) + timedelta(seconds=nummer), dossier_id=nummer + 1)
        kijk(bram, at=WERKDAG.replace(hour=22) + timedelta(seconds=nummer), dossier_id=nummer + 1)
    page(els, "/logboek/opvallend/", queries_max=24)
