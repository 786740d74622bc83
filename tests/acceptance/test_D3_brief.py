"""D3: the decision as an accessible PDF in the municipality's style, and how well it reads, through the screens."""

import io
from datetime import timedelta

import pikepdf
import pytest
from pypdf import PdfReader

from eenplan.besluiten.models import Besluit
from eenplan.core import klok
from eenplan.dossiers.models import Document
from personas import MAANDAG
from verhalen import aanvraag, genomen_besluit, voorbereid_besluit

BESLUITDAG = MAANDAG + timedelta(days=10)


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


def test_d3_the_letter_opens_is_tagged_and_its_score_is_kept(page, gedaan, daan):
    genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    adres = f"/aanvragen/{gedaan.pk}/besluit/"
    antwoord = page(daan, f"{adres}brief/").response
    with pikepdf.open(io.BytesIO(antwoord.content)) as pdf, pdf.open_metadata() as meta:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "nl-NL"
        assert meta["pdfuaid:part"] == "1"
        assert pdf.docinfo["/Title"] == "Besluit op uw aanvraag"
    besluit = Besluit.objects.get()
    assert besluit.leesbaarheid > 60
    with klok.reis_naar(BESLUITDAG.date()):
        assert f"Leesbaarheid van de brief {besluit.leesbaarheid:.1f}".replace(".", ",") in page(daan, adres).words


def test_d3_the_letter_in_the_file_is_the_letter_that_was_sent(page, gedaan, daan):
    genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    with klok.reis_naar(BESLUITDAG.date() + timedelta(days=400)):
        later = page(daan, f"/aanvragen/{gedaan.pk}/besluit/brief/").response
    assert later.content == bytes(Document.objects.get(soort="beschikking").inhoud)
    assert later["Content-Disposition"].startswith('inline; filename="BS-')


def test_d3_the_letter_can_be_kept_as_a_file_whose_name_says_nothing_about_a_person(page, gedaan, daan):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    antwoord = page(daan, f"/aanvragen/{gedaan.pk}/besluit/brief/?bewaren").response
    assert antwoord["Content-Disposition"] == f'attachment; filename="BS-{besluit.pk:06}.pdf"'


def test_d3_before_the_decision_the_pdf_shows_what_it_would_be_today(page, gedaan, daan, chantal):
    voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    adres = f"/aanvragen/{gedaan.pk}/besluit/brief/"
    with klok.reis_naar(BESLUITDAG.date()):
        antwoord = page(daan, adres).response
        page(chantal, adres, status=404)
    tekst = " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(antwoord.content)).pages).split())
    assert "3 december 2026" in tekst
    assert "concept" in antwoord["Content-Disposition"]
    assert not Document.objects.filter(soort="beschikking").exists()


def test_d3_without_a_decision_there_is_no_letter(page, gedaan, daan):
    page(daan, f"/aanvragen/{gedaan.pk}/besluit/brief/", status=404)
