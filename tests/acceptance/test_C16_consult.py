"""C16: a question to a specialist with an agreed answer time; the specialist reads the question, never the file.

Gegeven een regisseur die vastloopt op de schulden van een gezin (TEN 22)
Als zij een deskundige om advies vraagt
Dan leest die alleen de vraag zonder namen, antwoordt binnen de afgesproken tijd, en de tijd wordt gemeld.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

import verhalen
from eenplan.adviezen import consult_actions as actions
from eenplan.adviezen import queries
from eenplan.adviezen.consult_actions import Consultvraag
from eenplan.adviezen.models import Consult
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.models import Dossier, Taak
from personas import MAANDAG

DAG = MAANDAG.date()
VRAAG = "Een moeder met twee zonen heeft vijf schuldeisers. Waar begint zij?"


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


def vraag(dossier, *, by, at=MAANDAG, **anders) -> Consult:
    velden = {"vraag": VRAAG, "deskundigheid": "schulden"} | anders
    return actions.vraag_consult(dossier, Consultvraag(**velden), by=by, at=at)


def test_a_question_is_asked_answered_in_time_and_comes_back(page, dossier, amina, daan):
    blad = page(amina, f"/huishoudens/{dossier.pk}/consulten/", queries_max=18)
    assert "antwoord binnen 48 uur, met spoed 4 uur" in blad.words
    geweigerd = blad.post({"deskundigheid": "schulden", "vraag": "Sanne heeft schulden."}, status=422)
    assert "niet anoniem" in geweigerd.words
    assert "Sanne heeft schulden." in geweigerd.text
    gesteld = blad.post({"deskundigheid": "schulden", "vraag": VRAAG, "is_spoed": "on"}).follow(queries_max=18)
    assert "wacht op antwoord" in gesteld.words
    consult = Consult.objects.get()
    assert consult.uiterlijk - consult.gevraagd_op == timedelta(hours=4)
    taak = Taak.objects.get(herkomst=f"consult:{consult.pk}")
    assert (taak.voor, taak.bron) == (amina, f"/consulten/{consult.pk}/")
    mijn = page(daan, "/consulten/", queries_max=14)
    assert "U bent deskundige voor: schulden." in mijn.words
    assert VRAAG[:40] in mijn.words
    stuk = page(daan, f"/consulten/{consult.pk}/", queries_max=14)
    for spoor in (f"/huishoudens/{dossier.pk}", "de Wit", "Amina", "Noord"):
        assert spoor not in stuk.text
    stuk.post({"advies": ""}, status=422)
    assert "geen postcodes" in stuk.post({"advies": "Bel 06-12345678."}, status=422).words
    stuk.post({"advies": "Begin bij de huur, en stop de incasso."})
    assert not Gebeurtenis.objects.filter(dossier_id=dossier.pk, actor_id=daan.pk, is_inzage=True).exists()
    assert "Begin bij de huur" in page(amina, f"/consulten/{consult.pk}/").words
    assert not Taak.objects.filter(herkomst=f"consult:{consult.pk}", gedaan_op=None).exists()


def test_only_who_holds_the_expertise_reads_and_answers(page, dossier, amina, chantal, farid, daan, gerda):
    consult = vraag(dossier, by=amina)
    page(chantal, f"/consulten/{consult.pk}/", status=404)
    page(gerda, "/consulten/", status=403)
    assert "Geef advies" not in page(farid, f"/consulten/{consult.pk}/").words
    page(farid, f"/consulten/{consult.pk}/").post({"advies": "Ik denk van wel."}, status=403)
    with pytest.raises(NietToegestaan):
        actions.beantwoord_consult(consult, advies="Ja.", by=amina, at=MAANDAG)
    jeugd = vraag(dossier, by=amina, deskundigheid="jeugd")
    assert VRAAG[:30] in page(chantal, f"/consulten/{jeugd.pk}/").words
    assert list(queries.voor_deskundige(daan)) == [consult]
    with pytest.raises(NietMogelijk, match="geen eigen deskundige"):
        vraag(dossier, by=amina, deskundigheid="verslaving")


def test_an_organisation_answers_through_who_asked(page, dossier, els, amina):
    partner = verhalen.samenwerking(els, at=MAANDAG, naam="Kliniek Zuid", soort="huisarts_ggd", doelen=("zorg",))
    consult = vraag(dossier, by=amina, deskundigheid="verslaving", partner=partner)
    page(amina, f"/consulten/{consult.pk}/").post({"advies": "Laat de huisarts verwijzen."})
    klaar = page(amina, f"/huishoudens/{dossier.pk}/consulten/")
    assert "beantwoord" in klaar.words
    assert "Kliniek Zuid" in page(amina, f"/consulten/{consult.pk}/").words


def test_a_question_without_a_file_belongs_to_who_asked(page, dossier, amina, bram, chantal, daan):
    blad = page(amina, "/consulten/")
    blad.post({"deskundigheid": "schulden", "vraag": "Mail mij op a@b.nl"}, status=422)
    gesteld = blad.post({"deskundigheid": "schulden", "vraag": "Mag een incasso in december?"}).follow()
    consult = Consult.objects.get()
    assert consult.dossier is None
    assert consult.uiterlijk - consult.gevraagd_op == timedelta(hours=48)
    page(bram, gesteld.url)
    page(chantal, gesteld.url, status=404)
    page(daan, gesteld.url).post({"advies": "Nee."})
    assert "Mag een incasso" in page(amina, "/consulten/").words


def test_the_answer_time_is_reported_with_what_came_too_late(page, dossier, amina, daan, farid, karin):
    later: datetime = MAANDAG
    for uren in (10, 20, 60):
        later = MAANDAG + timedelta(hours=uren)
        actions.beantwoord_consult(vraag(dossier, by=amina), advies="Zo.", by=daan, at=later)
    vraag(dossier, by=amina)
    with klok.reis_naar(DAG + timedelta(days=4)):
        cijfers = page(farid, "/cijfers/consulten/", queries_max=10)
        rij = cijfers.tree.xpath("//tbody/tr")[0]
        cellen = [" ".join(cel.text_content().split()) for cel in rij]
        assert cellen == ["schulden", "4", "3", "20,0 uur", "50 % (2)"]
        rijen = page(farid, rij.xpath(".//a/@href")[0].partition("#")[0], queries_max=12)
        assert rijen.text.count("/consulten/") >= 4
        van_karin = page(karin, "/cijfers/consulten/")
        assert "20,0 uur" in van_karin.words
        assert VRAAG[:20] not in page(karin, "/cijfers/consulten/?deskundigheid=schulden").words
    page(amina, "/cijfers/consulten/", status=403)


def test_a_question_that_is_not_needed_any_more_is_taken_back(page, dossier, amina, daan):
    consult = vraag(dossier, by=amina)
    blad = page(amina, f"/consulten/{consult.pk}/")
    blad.post({}, url=f"{blad.url}intrekking/")
    assert "ingetrokken" in page(amina, blad.url).words
    assert not Taak.objects.filter(herkomst=f"consult:{consult.pk}", gedaan_op=None).exists()
    consult.refresh_from_db()
    with pytest.raises(NietMogelijk, match="Dit kan niet meer"):
        actions.beantwoord_consult(consult, advies="Te laat.", by=daan, at=MAANDAG)
