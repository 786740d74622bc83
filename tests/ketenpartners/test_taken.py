"""A task goes to a partner on a ground or not at all, and what went out ends with the task."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.delen.actions import aanvaard, trek_deling_in
from eenplan.delen.models import Deling
from eenplan.delen.states import Delingstatus
from eenplan.dossiers.models import Dossier, Taak
from eenplan.ketenpartners.actions import Deelgrond, beantwoord, heb_gezien, herinner, trek_in, zet_taak_uit
from eenplan.ketenpartners.models import Partnertaak
from eenplan.ketenpartners.states import Partnertaakstatus
from personas import MAANDAG

DAG = MAANDAG.date()
VRIJDAG = DAG + timedelta(days=4)


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


@pytest.fixture
def brug(els):
    return verhalen.samenwerking(els, at=MAANDAG)


def zet_uit(dossier, de_wit, brug, *, by, **anders) -> Partnertaak:
    velden = {"wat": "Kennismaken", "uiterlijk": VRIJDAG, "grond": Deelgrond(de_wit.sanne, "wmo", "wmo")} | anders
    return zet_taak_uit(dossier, partner=brug, **velden, by=by, at=MAANDAG)


def test_what_goes_along_is_a_sharing_with_its_ground_and_sent_twice_it_is_one_task(dossier, de_wit, brug, amina):
    taak = zet_uit(dossier, de_wit, brug, by=amina, gegevens="Bel na 16 uur.")
    assert zet_uit(dossier, de_wit, brug, by=amina, gegevens="Bel na 16 uur.").pk == taak.pk
    deling = Deling.objects.get()
    assert (deling.grond, deling.artikel, deling.status) == ("taak", deling.artikel, Delingstatus.AANGEBODEN)
    assert deling.onderdelen.get().titel == "Opdracht: Kennismaken"
    naloop = Taak.objects.get(herkomst=f"partnertaak:{taak.pk}")
    assert (naloop.voor, naloop.uiterlijk) == (amina, VRIJDAG)


def test_without_a_ground_a_right_or_a_day_to_come_nothing_goes(dossier, de_wit, brug, amina, chantal, gerda):
    with pytest.raises(NietMogelijk, match="Zonder grond"):
        zet_uit(dossier, de_wit, brug, by=amina, grond=None)
    with pytest.raises(NietMogelijk, match="uiterste dag"):
        zet_uit(dossier, de_wit, brug, by=amina, uiterlijk=DAG - timedelta(days=1))
    with pytest.raises(NietMogelijk, match="buiten de afspraken"):
        zet_uit(dossier, de_wit, brug, by=amina, grond=Deelgrond(de_wit.sanne, "wmo", "wmo", ("gezondheid",)))
    with pytest.raises(NietMogelijk):
        zet_uit(dossier, de_wit, brug, by=amina, grond=Deelgrond(de_wit.sanne, "wmo", "zorg"))
    for wie in (chantal, gerda):
        with pytest.raises(NietToegestaan):
            zet_uit(dossier, de_wit, brug, by=wie)
    assert not Partnertaak.objects.exists()
    assert not Deling.objects.exists()


def test_where_the_law_asks_consent_it_must_be_there(dossier, de_wit, els, amina):
    zorg = verhalen.samenwerking(els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", doelen=("zorg",),
                                 categorieen=("contact",))  # fmt: skip
    grond = Deelgrond(de_wit.sanne, "wmo", "zorg", ("contact",))
    with pytest.raises(NietMogelijk, match="toestemming nodig"):
        zet_uit(dossier, de_wit, zorg, by=amina, grond=grond)


def test_the_sharing_goes_where_the_task_goes(dossier, de_wit, brug, amina):
    stand = {}
    for naar in ("aanvaard", "geweigerd"):
        taak = zet_uit(dossier, de_wit, brug, by=amina, wat=naar)
        beantwoord(taak, naar=Partnertaakstatus(naar), tekst="Zo is het.", gehoord_van="Ineke", by=amina, at=MAANDAG)
        stand[naar] = Deling.objects.get(pk=taak.deling_id).status
    assert stand == {"aanvaard": Delingstatus.AANVAARD, "geweigerd": Delingstatus.GEWEIGERD}
    taak = zet_uit(dossier, de_wit, brug, by=amina, wat="ingetrokken")
    trek_in(taak, reden="Niet meer nodig.", by=amina, at=MAANDAG)
    assert Deling.objects.get(pk=taak.deling_id).status == Delingstatus.INGETROKKEN
    assert not Taak.objects.filter(herkomst=f"partnertaak:{taak.pk}", gedaan_op__isnull=True).exists()


def test_a_sharing_that_was_accepted_by_itself_does_not_hold_the_task_up(dossier, de_wit, brug, amina):
    stand = {}
    for naar in ("aanvaard", "geweigerd"):
        taak = zet_uit(dossier, de_wit, brug, by=amina, wat=naar)
        aanvaard(taak.deling, by=amina, at=MAANDAG)
        beantwoord(taak, naar=Partnertaakstatus(naar), tekst="Zo is het.", gehoord_van="Ineke", by=amina, at=MAANDAG)
        stand[naar] = Deling.objects.get(pk=taak.deling_id).status
    assert stand == {"aanvaard": Delingstatus.AANVAARD, "geweigerd": Delingstatus.BEEINDIGD}


def test_an_answer_says_why_or_what_and_by_telephone_from_whom(dossier, de_wit, brug, amina):
    taak = zet_uit(dossier, de_wit, brug, by=amina)
    with pytest.raises(NietMogelijk, match="wie u bij de partner sprak"):
        beantwoord(taak, naar=Partnertaakstatus.AANVAARD, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="Schrijf op waarom"):
        beantwoord(taak, naar=Partnertaakstatus.GEWEIGERD, gehoord_van="Ineke", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="kan niet meer"):
        beantwoord(taak, naar=Partnertaakstatus.GEREED, tekst="Klaar", gehoord_van="I.", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="Kies wat"):
        beantwoord(taak, naar=Partnertaakstatus.INGETROKKEN, tekst="Weg", gehoord_van="I.", by=amina, at=MAANDAG)


def test_nobody_accepts_what_may_no_longer_go_out(dossier, de_wit, brug, amina):
    taak = zet_uit(dossier, de_wit, brug, by=amina)
    trek_deling_in(taak.deling, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="er gaat niets meer uit"):
        beantwoord(taak, naar=Partnertaakstatus.AANVAARD, gehoord_van="Ineke", by=amina, at=MAANDAG)


def test_who_is_not_late_is_not_reminded_and_a_running_task_stays_on_the_list(dossier, de_wit, brug, amina):
    taak = zet_uit(dossier, de_wit, brug, by=amina)
    with pytest.raises(NietMogelijk, match="niet te laat"):
        herinner(taak, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="nog bezig"):
        heb_gezien(taak, by=amina, at=MAANDAG)
    later = MAANDAG + timedelta(days=10)
    for _keer in range(2):
        herinner(taak, by=amina, at=later)
    assert taak.herinneringen.count() == 1
