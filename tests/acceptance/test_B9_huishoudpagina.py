"""B9: one page tells the household's story, in one page load with a constant number of questions."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.audit.actions import record
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import maak_taak, schrijf_notitie
from eenplan.dossiers.models import Document, Documentsoort, Notitie
from personas import MAANDAG

BUDGET = 20
DAG = (MAANDAG + timedelta(days=30)).date()


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, farid, gerda, daan):
    """The whole road: call, onderzoek, report, plan, application and decision, with a task still open."""
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    verhalen.genomen_besluit(gedaan, by=daan, at=MAANDAG + timedelta(days=14))
    maak_taak(gedaan.dossier, voor=amina, wat="School bellen", uiterlijk=DAG, by=amina, at=MAANDAG)
    return gedaan.dossier


def test_one_page_holds_story_plan_people_tasks_deadlines_and_what_is_new(page, dossier, amina, bram):
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=amina, at=MAANDAG + timedelta(days=20))
    schrijf_notitie(dossier, tekst="De huisarts denkt mee.", by=bram, at=MAANDAG + timedelta(days=25))
    gezien = page(amina, f"/huishoudens/{dossier.pk}/", queries_max=BUDGET)
    for deel in (
        "Na zo 13 december 2026 heeft een ander hier één ding gewijzigd.",  # since the last visit
        "De huisarts denkt mee.",  # the story
        "Ik wil dat het huis weer schoon is zonder dat ik omval.",  # the plan, in the resident's words
        "38 jaar, ouder van Daan en Mees",  # the people
        "School bellen",  # the tasks
        "Bezwaar",  # the deadlines
        "regisseur Amina Bouzid",
    ):
        assert deel in gezien.words, deel


def test_the_page_asks_as_much_of_a_full_file_as_of_an_empty_one(page, dossier, amina):
    leeg = _aantal_vragen(page, dossier, amina)
    Document.objects.bulk_create(
        Document(
            dossier=dossier,
            soort=Documentsoort.INGEKOMEN,
            titel=f"Brief {nummer}",
            inhoud=b"x" * 2000,
            omvang=2000,
            sha256="0" * 64,
            gemaakt_op=MAANDAG,
            gemaakt_door=amina,
        )
        for nummer in range(435)
    )
    notities = Notitie.objects.bulk_create(
        Notitie(dossier=dossier, auteur=amina, geschreven_op=MAANDAG, tekst=f"Notitie {nummer}.")
        for nummer in range(2000)
    )
    Gebeurtenis.objects.bulk_create(
        Gebeurtenis(
            sleutel=Sleutel.NOTITIE_GESCHREVEN,
            moment=MAANDAG + timedelta(seconds=nummer),
            actor_id=amina.pk,
            actor_naam=amina.naam,
            onderwerp_soort="notitie",
            onderwerp_id=notitie.pk,
            dossier_id=dossier.pk,
        )
        for nummer, notitie in enumerate(notities)
    )
    gezien = page(amina, f"/huishoudens/{dossier.pk}/", queries_max=BUDGET)
    assert "Alle 438 documenten" in gezien.words  # with the letters of the story itself
    assert "Notitie 1999." in page(amina, f"/huishoudens/{dossier.pk}/?soort=notities", queries_max=BUDGET).words
    assert _aantal_vragen(page, dossier, amina) == leeg


def _aantal_vragen(page, dossier, medewerker):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as vragen:
        page(medewerker, f"/huishoudens/{dossier.pk}/", queries_max=BUDGET)
    return len(vragen)


def test_the_contents_of_documents_are_not_read_for_the_page(page, dossier, amina):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as vragen:
        page(amina, f"/huishoudens/{dossier.pk}/")
    assert not [vraag["sql"] for vraag in vragen if '"inhoud"' in vraag["sql"]]


def test_the_story_of_another_team_is_not_told(page, dossier, chantal):
    page(chantal, f"/huishoudens/{dossier.pk}/", status=404)
