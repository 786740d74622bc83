"""F13: the register of collaborations says with whom, and drives it: what ended closes everything under it at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

import verhalen
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan, Onvolledig
from eenplan.delen import actions, verzoek_actions
from eenplan.delen.actions import Weg
from eenplan.delen.models import Deling, Informatieverzoek, Samenwerking
from eenplan.delen.states import Delingstatus, Verzoekstatus
from eenplan.delen.verzoek_actions import Verzoek
from eenplan.dossiers.models import Dossier
from personas import MAANDAG

DAG = MAANDAG.date()
NIEUW = {
    "naam": "Thuiszorg De Brug", "soort": "aanbieder", "rol": "geeft hulp thuis",
    "artikel_avg": "artikel 6 lid 1 onder e",
    "artikel_nationaal": "artikel 5.2.1 Wmo 2015", "doelen": ["wmo"], "categorieen": ["contact", "hulpvraag"],
    "overeenkomst": "OV-2026-01", "contactpersoon": "Ineke Vos", "adres": "Postbus 7, 1230 AB Zonnedaal",
    "vanaf": "01-01-2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


def bied_aan(dossier, de_wit, ander, *, by) -> Deling:
    return actions.bied_aan(
        dossier, Weg(de_wit.sanne, ander, "wmo", "wmo"), stukken=[f"persoon-{de_wit.sanne.pk}"],
        geldig_tot=DAG + timedelta(days=90), by=by, at=MAANDAG,
    )  # fmt: skip


def test_the_privacy_officer_keeps_the_register_and_residents_read_it_without_signing_in(page, els):
    assert "Nog geen samenwerking" in page(els, "/samenwerkingen/").words
    lijst = page(els, "/samenwerkingen/nieuw/").post(NIEUW).follow()
    assert "Thuiszorg De Brug" in lijst.words
    openbaar = page(None, "/samenwerking/").words
    for woord in ("Thuiszorg De Brug", "geeft hulp thuis", "artikel 5.2.1 Wmo 2015", "contactgegevens, hulpvraag"):
        assert woord in openbaar
    assert "Ineke Vos" not in openbaar, "who to call is for the team"
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.SAMENWERKING_VASTGELEGD).count() == 1


def test_nobody_else_keeps_it(page, els, amina, farid, daan, gerda):
    pk = verhalen.samenwerking(els, at=MAANDAG).pk
    for wie in (amina, farid, daan, gerda):
        for adres in ("/samenwerkingen/", "/samenwerkingen/nieuw/", f"/samenwerkingen/{pk}/"):
            page(wie, adres, status=403)
    with pytest.raises(NietToegestaan):
        verhalen.samenwerking(amina, at=MAANDAG)


def test_an_agreement_names_no_more_than_such_an_organisation_needs(page, els):
    fout = page(els, "/samenwerkingen/nieuw/").post(
        NIEUW | {"soort": "schuldeiser", "doelen": ["zorg"], "categorieen": ["contact", "gezondheid"]}, status=422
    )
    assert "past niet bij het werk" in fout.words
    assert "gezondheid" in fout.words
    with pytest.raises(Onvolledig):
        verhalen.samenwerking(els, at=MAANDAG, soort="schuldeiser")
    assert not Samenwerking.objects.exists()


def test_ending_it_today_closes_every_sharing_and_asking_at_once(page, dossier, de_wit, els, amina):
    brug = verhalen.samenwerking(els, at=MAANDAG)
    deling = bied_aan(dossier, de_wit, brug, by=amina)
    actions.aanvaard(deling, by=amina, at=MAANDAG)
    gevraagd = verzoek_actions.leg_verzoek_vast(
        dossier, Weg(de_wit.sanne, brug, "wmo", "wmo"), Verzoek("wijkcoach", "Om dubbel werk te voorkomen.", DAG),
        by=amina, at=MAANDAG,
    )  # fmt: skip
    page(els, f"/samenwerkingen/{brug.pk}/").post({"tot": "23-11-2026", "reden": "Het contract is afgelopen."})
    deling.refresh_from_db()
    gevraagd.refresh_from_db()
    assert (deling.status, gevraagd.status) == (Delingstatus.BEEINDIGD, Verzoekstatus.BEEINDIGD)
    page(amina, f"/delingen/{deling.pk}/verstrekking/", data={}, status=409)
    assert "de samenwerking is beëindigd" in page(amina, f"/delingen/{deling.pk}/").words
    assert "Thuiszorg De Brug" not in page(None, "/samenwerking/").words
    assert "Er is niemand om mee te delen" in page(amina, f"/huishoudens/{dossier.pk}/delen/nieuw/").words
    with pytest.raises(NietMogelijk, match="loopt op deze dag geen samenwerking"):
        bied_aan(dossier, de_wit, brug, by=amina)
    sleutels = Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("sleutel", flat=True)
    assert {Sleutel.DELING_BEEINDIGD, Sleutel.INFORMATIE_GESLOTEN} <= set(sleutels)


def test_an_end_to_come_closes_on_its_day_without_anybody_doing_anything(page, dossier, de_wit, els, amina):
    brug = verhalen.samenwerking(els, at=MAANDAG)
    deling = bied_aan(dossier, de_wit, brug, by=amina)
    actions.aanvaard(deling, by=amina, at=MAANDAG)
    einde = DAG + timedelta(days=7)
    actions.beeindig_samenwerking(brug, tot=einde, reden="Contract", by=els, at=MAANDAG)
    actions.verstrek(deling, by=amina, at=MAANDAG + timedelta(days=6))
    with pytest.raises(NietMogelijk, match="loopt niet meer"):
        actions.verstrek(deling, by=amina, at=MAANDAG + timedelta(days=7))
    with klok.reis_naar(einde):
        assert "loopt niet meer" in page(amina, f"/delingen/{deling.pk}/").words
    with pytest.raises(NietMogelijk, match="heeft al een einde"):
        actions.beeindig_samenwerking(brug, tot=einde, reden="Nog eens", by=els, at=MAANDAG)


def test_an_end_in_the_past_is_refused(els):
    brug = verhalen.samenwerking(els, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="vandaag of een latere dag"):
        actions.beeindig_samenwerking(brug, tot=date(2026, 11, 1), reden="x", by=els, at=MAANDAG)


def test_the_database_refuses_a_sharing_outside_the_agreement(dossier, de_wit, els, amina):
    brug = verhalen.samenwerking(els, at=MAANDAG)
    velden = {
        "dossier": dossier, "persoon": de_wit.sanne, "samenwerking": brug, "wet": "wmo", "grond": "taak",
        "artikel": "artikel 5.2.1 Wmo 2015", "aangeboden_op": MAANDAG, "door": amina,
        "geldig_tot": DAG + timedelta(days=9),
    }  # fmt: skip
    for doel, categorieen in (("zorg", ["contact"]), ("wmo", ["gezondheid"])):
        with pytest.raises(IntegrityError, match="no running collaboration"), transaction.atomic():
            Deling.objects.create(**velden, doel=doel, categorieen=categorieen)
    assert not Informatieverzoek.objects.exists()
