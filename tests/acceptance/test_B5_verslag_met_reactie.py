"""B5: the resident reads, corrects or disagrees; the original stays and the remark is shown wherever it is shown."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from eenplan.dossiers.actions import Afspraak, plan_gesprek
from eenplan.dossiers.models import Document
from personas import MAANDAG
from verhalen import onderzoek, verslag

OPMERKING = "Ik ben niet moe, ik ben boos op school."
ORIGINEEL = "Sanne is moe en komt niet aan het huishouden toe."


@pytest.fixture
def lopend(de_wit, gerda, amina):
    return onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)


@pytest.fixture
def gesprek(lopend, de_wit, amina):
    return verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG).gesprek


def stuur(page, amina, gesprek, de_wit):
    page(amina, reverse("dossiers:verslag_verzending", args=[gesprek.pk])).post({"aan": de_wit.sanne.pk})


def reageer(page, amina, gesprek, de_wit, *, soort, tekst):
    adres = reverse("dossiers:verslag_reactie", args=[gesprek.pk])
    page(amina, adres).post({"aan": de_wit.sanne.pk, "soort": soort, "tekst": tekst})


def woorden(pdf):
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(
    ("soort", "kop"),
    [
        ("akkoord", "is het eens met dit verslag"),
        ("aangevuld", "vult aan of verbetert"),
        ("niet_akkoord", "is het niet eens met dit verslag"),
    ],
)
def test_the_remark_stands_with_the_report_on_every_screen_and_print(
    page, amina, lopend, gesprek, de_wit, *, soort, kop
):
    stuur(page, amina, gesprek, de_wit)
    reageer(page, amina, gesprek, de_wit, soort=soort, tekst=OPMERKING)
    volgend = plan_gesprek(
        gesprek.dossier, Afspraak("telefoon", MAANDAG + timedelta(days=9), "", (de_wit.sanne,)), by=amina, at=MAANDAG
    )
    overal = [
        reverse("dossiers:verslag", args=[gesprek.pk]),
        reverse("dossiers:gesprek", args=[gesprek.pk]),
        reverse("dossiers:verslag_reactie", args=[gesprek.pk]),
        reverse("dossiers:verslag", args=[volgend.pk]),
    ]
    for adres in overal:
        woord = page(amina, adres).words
        assert ORIGINEEL in woord, adres
        assert OPMERKING in woord, adres
    for adres in (
        reverse("dossiers:gesprek_nieuw", args=[gesprek.dossier_id]),
        reverse("meldingen:onderzoek", args=[lopend.melding_id]),
        reverse("meldingen:onderzoek_afronden", args=[lopend.melding_id]),
    ):
        assert OPMERKING in page(amina, adres).words, adres
    druk = woorden(page(amina, reverse("dossiers:verslag_afdruk", args=[gesprek.pk])).response.content)
    assert ORIGINEEL in druk
    assert OPMERKING in druk
    assert kop in druk


def test_the_letter_that_was_sent_stays_byte_for_byte(page, amina, gesprek, de_wit):
    stuur(page, amina, gesprek, de_wit)
    verstuurd = Document.objects.get(soort="verslag")
    voor = bytes(verstuurd.inhoud)
    reageer(page, amina, gesprek, de_wit, soort="niet_akkoord", tekst=OPMERKING)
    verstuurd.refresh_from_db()
    assert bytes(verstuurd.inhoud) == voor
    assert ORIGINEEL in woorden(voor)
    assert OPMERKING not in woorden(voor)


def test_after_sending_nobody_can_change_the_report(page, amina, gesprek, de_wit):
    stuur(page, amina, gesprek, de_wit)
    adres = reverse("dossiers:verslag", args=[gesprek.pk])
    page(amina, adres, data={"a": "Iets heel anders."}, status=422)
    assert ORIGINEEL in page(amina, adres).words


def test_a_print_of_the_report_names_nobody_in_its_file_name(page, amina, gesprek, de_wit):
    stuur(page, amina, gesprek, de_wit)
    antwoord = page(amina, reverse("dossiers:verslag_afdruk", args=[gesprek.pk])).response
    assert antwoord["Content-Disposition"] == f'attachment; filename="GV-{gesprek.pk:06}.pdf"'
