"""G4: a resident reads who looked at the file, as what and why; never what was read, and nothing that endangers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from eenplan.audit.actions import record
from eenplan.audit.sleutels import BETEKENIS, Sleutel
from eenplan.audit.wie_keek import wie_keek
from eenplan.brieven.leesbaarheid import score
from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier, schrijf_notitie
from eenplan.inrichting.lezen import inrichting
from eenplan.web import wie_keek as blad
from personas import MAANDAG

DAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _die_week():
    with klok.reis_naar(DAG + timedelta(days=3)):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    return open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)


@pytest.fixture
def bekeken(dossier, amina, bram, farid):
    """Amina looked twice on Monday, Bram on Tuesday, and Farid searched without opening anything."""
    for minuten in (0, 40):
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=amina, at=MAANDAG + timedelta(minutes=minuten))
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=bram, at=MAANDAG + timedelta(days=1))
    record(Sleutel.GEZOCHT, None, by=farid, at=MAANDAG)
    return f"/huishoudens/{dossier.pk}/wie-keek/"


def test_who_looked_is_told_per_day_and_worker_with_role_team_and_purpose(page, bekeken, amina):
    gelezen = page(amina, bekeken, queries_max=12).words
    assert "di 24 november 2026" in gelezen
    for woord in ("Amina Bouzid", "Bram Visser", "regisseur, Team Noord 1", "Dossier en regie"):
        assert woord in gelezen
    assert "Farid Amrani" not in gelezen


def test_a_worker_who_looked_twice_on_a_day_is_one_line(dossier, bekeken, amina):
    maandag = [blik for blik in wie_keek(dossier.pk, DAG, DAG + timedelta(days=1)) if blik.actor_id == amina.pk]
    assert [(blik.aantal, blik.rol) for blik in maandag] == [(2, "regisseur, Team Noord 1")]


def test_what_stands_in_the_file_is_not_told(page, bekeken, dossier, amina):
    schrijf_notitie(dossier, tekst="Sanne is bang voor haar broer.", by=amina, at=MAANDAG)
    gelezen = page(amina, bekeken).words
    assert "broer" not in gelezen


def test_only_the_days_asked_for_are_told(page, bekeken, amina):
    gelezen = page(amina, f"{bekeken}?van=24-11-2026&tot_en_met=24-11-2026").words
    assert "Bram Visser" in gelezen
    assert "Niemand keek" in page(amina, f"{bekeken}?van=01-10-2026&tot_en_met=02-10-2026").words


@pytest.mark.parametrize("vraag", ["?van=31-02-2026", "?van=25-11-2026&tot_en_met=24-11-2026"])
def test_a_period_that_cannot_be_is_refused_with_a_sentence(page, bekeken, amina, vraag):
    assert "klopt nog niet" in page(amina, bekeken + vraag, status=422).words


def test_a_municipality_can_leave_the_names_out(page, bekeken, amina, monkeypatch):
    zonder = replace(inrichting(), inzage_log_namen=False)
    monkeypatch.setattr(blad, "inrichting", lambda: zonder)
    rijen = page(amina, bekeken).tree.xpath("//table//th[@scope='row']//text()")
    assert "regisseur, Team Noord 1" in rijen
    assert not any("Bouzid" in rij or "Visser" in rij for rij in rijen)


def test_break_glass_is_told_and_its_reason_is_not(page, bekeken, dossier, chantal, amina):
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=chantal, at=MAANDAG, doel="noodtoegang: bedreiging")
    gelezen = page(amina, bekeken).words
    assert "noodtoegang (regisseur, Team Zuid 1)" in gelezen
    assert "bedreiging" not in gelezen


def test_a_look_that_would_endanger_somebody_is_not_told(page, bekeken, dossier, farid, amina, monkeypatch):
    stil = replace(BETEKENIS[Sleutel.PLAN_INGEZIEN], niet_voor_inwoner=True)
    monkeypatch.setitem(BETEKENIS, Sleutel.PLAN_INGEZIEN, stil)
    record(Sleutel.PLAN_INGEZIEN, dossier, by=farid, at=MAANDAG)
    assert "Farid Amrani" not in page(amina, bekeken).words


def test_the_letter_is_a_pdf_without_an_address_and_in_plain_dutch(page, bekeken, dossier, amina):
    antwoord = page(amina, f"{bekeken}brief/")
    assert antwoord.response.content.startswith(b"%PDF")
    assert "Wit" not in antwoord.response["Content-Disposition"]
    van, tot = date(2026, 11, 1), date(2026, 11, 30)
    geschreven = blad.schrijf_brief(dossier, blad.dagen(dossier.pk, van, tot), van=van, tot=tot, door=amina, op=DAG)
    assert geschreven.adresregels == ()
    assert score(geschreven.tekst).niveau in {"A1", "A2", "B1"}


def test_who_asks_for_the_list_is_on_the_list(page, bekeken, dossier, amina):
    page(amina, bekeken)
    page(amina, f"{bekeken}brief/")
    vandaag = klok.vandaag()
    (blik,) = wie_keek(dossier.pk, vandaag, vandaag + timedelta(days=1))
    assert (blik.actor_id, blik.aantal, blik.waarvoor) == (amina.pk, 2, "Rechten van de inwoner")


def test_who_may_not_read_the_file_may_not_read_who_looked(page, bekeken, chantal, els, gerda):
    page(chantal, bekeken, status=404)
    page(els, bekeken, status=403)
    page(gerda, f"{bekeken}brief/", status=403)
