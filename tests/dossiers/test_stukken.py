"""Notes, tasks and papers: short forms that bring the worker back, and papers under a name that says nothing."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.dossiers.actions import Stuk, maak_taak, schrijf_notitie, voeg_document_toe
from eenplan.dossiers.bestandssoort import DOCX, JPEG, PDF, PNG, TEKST, bestandssoort
from eenplan.dossiers.models import Document, Documentsoort, Notitie, Taak
from eenplan.dossiers.queries import documenten, notities
from eenplan.dossiers.virusscan import Oordeel
from personas import MAANDAG


def docx(*namen):
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w") as pakket:
        for naam in ("[Content_Types].xml", *namen):
            pakket.writestr(naam, "x")
    return inhoud.getvalue()


def papier(inhoud=b"%PDF-1.7 brief", naam="sanne-de-wit-bsn.pdf"):
    return SimpleUploadedFile(naam, inhoud)


def test_a_note_is_kept_and_cannot_be_changed(page, amina, dossier):
    seen = page(amina, f"/huishoudens/{dossier.pk}/notities/").post({"tekst": "Buurvrouw belt morgen."}).follow()
    assert "Buurvrouw belt morgen." in seen.words
    assert "Amina Bouzid" in seen.words
    assert len(seen.tree.xpath("//main//textarea")) == 1


def test_a_note_from_the_households_page_brings_the_worker_back_there(page, amina, dossier):
    data = {"tekst": "Belt morgen.", "terug": "huishouden"}
    sent = page(amina, f"/huishoudens/{dossier.pk}/notities/", data=data)
    assert sent.response["Location"] == f"/huishoudens/{dossier.pk}/"


def test_pressing_twice_writes_one_note(page, amina, dossier):
    seen = page(amina, f"/huishoudens/{dossier.pk}/notities/")
    seen.post({"tekst": "Belt morgen."})
    seen.post({"tekst": "Belt morgen."})
    assert Notitie.objects.count() == 1


def test_the_same_words_the_next_day_are_a_new_note(amina, dossier):
    for dag in (0, 1):
        schrijf_notitie(dossier, tekst="Geen gehoor.", by=amina, at=MAANDAG + timedelta(days=dag))
    assert notities(dossier.pk, amina).count() == 2


def test_an_empty_note_is_refused(page, amina, dossier):
    page(amina, f"/huishoudens/{dossier.pk}/notities/").post({"tekst": " "}, status=422)
    assert not Notitie.objects.exists()


def test_a_task_goes_to_a_colleague_and_is_done_once(page, amina, bram, dossier):
    data = {"wat": "School bellen", "voor": bram.pk, "uiterlijk": "1 december 2026"}
    seen = page(amina, f"/huishoudens/{dossier.pk}/taken/").post(data).follow()
    assert "School bellen" in seen.words
    assert "Bram Visser" in seen.words
    taak = Taak.objects.get()
    page(bram, f"/taken/{taak.pk}/gedaan/", data={}).follow()
    page(bram, f"/taken/{taak.pk}/gedaan/", data={})
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.TAAK_GEDAAN).count() == 1


def test_a_task_for_somebody_of_another_team_is_refused(page, amina, chantal, dossier):
    data = {"wat": "School bellen", "voor": chantal.pk, "uiterlijk": "01-12-2026"}
    page(amina, f"/huishoudens/{dossier.pk}/taken/").post(data, status=422)


def test_another_team_cannot_tick_a_task_off(page, amina, chantal, dossier):
    taak = maak_taak(dossier, voor=amina, wat="Bellen", uiterlijk=MAANDAG.date(), by=amina, at=MAANDAG)
    page(chantal, f"/taken/{taak.pk}/gedaan/", data={}, status=404)


def test_a_paper_is_handed_out_under_a_name_without_anybody_in_it(page, amina, dossier):
    data = {"titel": "Brief van de corporatie", "bestand": papier()}
    page(amina, f"/huishoudens/{dossier.pk}/documenten/").post(data)
    document = Document.objects.get()
    seen = page(amina, f"/documenten/{document.pk}/")
    assert seen.response["Content-Disposition"] == f'attachment; filename="document-{document.pk}.pdf"'
    assert seen.response["X-Content-Type-Options"] == "nosniff"
    assert Gebeurtenis.objects.get(sleutel=Sleutel.DOCUMENT_INGEZIEN).onderwerp_id == document.pk


def test_the_same_file_twice_is_one_paper_and_says_so(page, amina, dossier):
    seen = page(amina, f"/huishoudens/{dossier.pk}/documenten/")
    seen.post({"titel": "Brief van de corporatie", "bestand": papier()})
    refused = seen.post({"titel": "Nog een keer", "bestand": papier()}, status=422)
    assert "Dit bestand zit al in het dossier, als ‘Brief van de corporatie’." in refused.words


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"%PDF-1.4 x", PDF),
        (b"\xff\xd8\xff\xe0", JPEG),
        (b"\x89PNG\r\n\x1a\n", PNG),
        (docx("word/document.xml"), DOCX),
        ("Brief met één trema: ë".encode(), TEKST),
        (docx("word/document.xml", "word/vbaProject.bin"), ""),
        (docx("xl/workbook.xml"), ""),
        (b"PK\x03\x04 half", ""),
        (b"MZ\x90\x00", ""),
        (b"\x00\x01", ""),
        (b"GIF89a\x01\x00\xff\x00", ""),
        (b"   ", ""),
    ],
)
def test_a_file_is_what_its_bytes_say(inhoud, soort):
    assert bestandssoort(inhoud) == soort


def test_a_program_with_a_friendly_name_is_refused(page, amina, dossier):
    data = {"titel": "Brief", "bestand": papier(b"MZ\x90\x00", "brief.pdf")}
    refused = page(amina, f"/huishoudens/{dossier.pk}/documenten/").post(data, status=422)
    assert "Dit soort bestand kan niet in het dossier." in refused.words
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "inhoud", [b"<!DOCTYPE html><script>alert(1)</script>", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>']
)
def test_a_web_page_or_a_drawing_with_a_script_comes_back_as_plain_text(page, als, amina, dossier, inhoud):
    page(amina, f"/huishoudens/{dossier.pk}/documenten/").post({"titel": "Brief", "bestand": papier(inhoud)})
    stuk = Document.objects.get()
    antwoord = als(amina).get(f"/documenten/{stuk.pk}/")
    assert antwoord["Content-Type"] == TEKST
    assert antwoord["Content-Disposition"] == f'attachment; filename="document-{stuk.pk}.txt"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_too_large_is_refused(page, amina, dossier, monkeypatch):
    monkeypatch.setattr("eenplan.dossiers.forms.MAX_OMVANG", 20)
    data = {"titel": "Brief", "bestand": papier(b"%PDF-" + b"x" * 100)}
    assert "groter dan 10 MB" in page(amina, f"/huishoudens/{dossier.pk}/documenten/").post(data, status=422).words


def besmet(inhoud):
    return Oordeel.BESMET


def test_a_connected_scanner_stops_an_infected_file(page, amina, dossier, settings):
    assert "niet op virussen gecontroleerd" in page(amina, f"/huishoudens/{dossier.pk}/documenten/").words
    settings.EENPLAN_VIRUSSCAN = f"{__name__}.besmet"
    seen = page(amina, f"/huishoudens/{dossier.pk}/documenten/")
    assert "niet op virussen gecontroleerd" not in seen.words
    refused = seen.post({"titel": "Brief", "bestand": papier()}, status=422)
    assert "De virusscanner houdt dit bestand tegen." in refused.words


def test_a_file_of_435_papers_is_shown_a_page_at_a_time_without_reading_them(page, amina, dossier):
    for nummer in range(435):
        stuk = Stuk(Documentsoort.OVERIG, f"Stuk {nummer}", b"x")
        voeg_document_toe(dossier, stuk, by=amina, at=MAANDAG + timedelta(minutes=nummer))
    seen = page(amina, f"/huishoudens/{dossier.pk}/documenten/?pagina=2", queries_max=20)
    assert "26 tot en met 50 van 435" in seen.words
    assert "Stuk 409" in seen.words
    assert '"inhoud"' not in str(documenten(dossier.pk, amina).query)


def test_papers_of_another_team_do_not_exist(page, amina, chantal, dossier):
    document = voeg_document_toe(dossier, Stuk(Documentsoort.OVERIG, "Brief", b"x"), by=amina, at=MAANDAG)
    page(chantal, f"/documenten/{document.pk}/", status=404)
    for naam in ("notities", "taken", "documenten"):
        page(chantal, f"/huishoudens/{dossier.pk}/{naam}/", status=404)


def test_a_manager_reads_and_adds_nothing(page, farid, dossier):
    for naam in ("notities", "taken", "documenten"):
        seen = page(farid, f"/huishoudens/{dossier.pk}/{naam}/")
        assert not seen.tree.xpath("//main//form")
        seen.post({}, status=403)
