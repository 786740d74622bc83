"""C20: a task goes to a partner with just what is needed, its result comes back on the goal, and late ones are chased.

Gegeven een vastgesteld plan met een doel van Sanne, en een partner met een hulpverlener die kan inloggen.
Als de regisseur een opdracht uitzet en de hulpverlener hem aanneemt en klaar meldt,
dan staat het resultaat onder het doel in het plan en in de tijdlijn, en heeft de partner verder niets gezien.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import verhalen
from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.delen.actions import beeindig_samenwerking
from eenplan.delen.models import Deling
from eenplan.delen.states import Delingstatus
from eenplan.dossiers.actions import schrijf_notitie, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Taak
from eenplan.ketenpartners.models import Partnertaak
from eenplan.personen.eigen import koppel_medewerker
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG

DAG = MAANDAG.date()
VRIJDAG = DAG + timedelta(days=4)
MIJN = "/mijn-opdrachten/"


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def plan(de_wit, amina, farid, gerda) -> Ondersteuningsplan:
    gemaakt = verhalen.vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    wijs_regisseur_aan(gemaakt.dossier, regisseur=amina, by=amina, at=MAANDAG)
    schrijf_notitie(gemaakt.dossier, tekst="Sanne heeft schulden.", by=amina, at=MAANDAG)
    return gemaakt


@pytest.fixture
def dossier(plan) -> Dossier:
    return plan.dossier


@pytest.fixture
def brug(els, hanna):
    partner = verhalen.samenwerking(els, at=MAANDAG)
    verhalen.werkt_voor(hanna, partner, sinds=BEGIN)
    return partner


def zet_uit(page, wie, dossier, de_wit, brug, *, status=302, **anders) -> Partnertaak | None:
    velden = {
        "ander": f"{brug.pk}:wmo", "wat": "Help met een weekplanning", "persoon": de_wit.sanne.pk, "wet": "wmo",
        "gegevens": "Mevrouw is bereikbaar na 16 uur op 06 12 34 56 00.", "categorieen": ["hulpvraag", "contact"],
        "uiterlijk": f"{VRIJDAG:%d-%m-%Y}", "doel_van_plan": dossier.plannen.get().doelen.get().pk,
    }  # fmt: skip
    gezien = page(wie, f"/huishoudens/{dossier.pk}/partnertaken/nieuw/").post(velden | anders, status=status)
    return Partnertaak.objects.order_by("pk").last() if status == 302 else gezien


def antwoord(page, wie, taak, status=302, **velden):
    return page(wie, MIJN).post(
        {f"{taak.pk}-{naam}": waarde for naam, waarde in velden.items()}, url=f"{MIJN}{taak.pk}/", status=status
    )


def test_the_full_round_trip(page, plan, dossier, de_wit, brug, amina, hanna):
    assert "Er zijn nu geen opdrachten" in page(hanna, MIJN).words
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    aangeboden = page(hanna, MIJN, queries_max=14)
    assert "Help met een weekplanning" in aangeboden.words
    assert "na 16 uur" not in aangeboden.text, "what is needed is seen by who takes it on"
    antwoord(page, hanna, taak, antwoord="aanvaard")
    gezien = page(hanna, MIJN)
    assert "na 16 uur" in gezien.words
    for geheim in ("Sanne", "Wit", "Lindelaan", "Mees", "schulden", "omval", "1988", "Noord"):
        assert geheim not in gezien.text, geheim
    antwoord(page, hanna, taak, antwoord="gereed", tekst="Er hangt een weekplanning op de koelkast.")
    assert "Er zijn nu geen opdrachten" in page(hanna, MIJN).words
    in_plan = page(amina, f"/plannen/{plan.pk}/", queries_max=18).words
    assert "Resultaat van Thuiszorg De Brug" in in_plan
    assert "op de koelkast" in in_plan
    tijdlijn = page(amina, f"/huishoudens/{dossier.pk}/").words
    assert "Resultaat van een opdracht gemeld" in tijdlijn
    assert "op de koelkast" in tijdlijn
    taak.refresh_from_db()
    assert taak.deling.status == Delingstatus.BEEINDIGD
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PARTNERTAAK_INGEZIEN, actor_id=hanna.pk).exists()


def test_the_result_stays_with_the_goal_in_a_new_version(page, plan, dossier, de_wit, brug, amina, farid, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    antwoord(page, hanna, taak, antwoord="aanvaard")
    antwoord(page, hanna, taak, antwoord="gereed", tekst="Er hangt een weekplanning op de koelkast.")
    nieuw = begin_plan(dossier, reden="Er is iets veranderd.", by=amina, at=MAANDAG)
    bied_plan_aan(nieuw, by=amina, at=MAANDAG)
    stel_plan_vast(nieuw, by=farid, at=MAANDAG)
    assert "op de koelkast" in page(amina, f"/plannen/{nieuw.pk}/").words


def test_the_coordinator_looks_at_every_answer_and_then_it_is_off_the_list(page, dossier, de_wit, brug, amina, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    naloop = Taak.objects.get(herkomst=f"partnertaak:{taak.pk}")
    assert (naloop.voor, naloop.uiterlijk, "Naloop" in naloop.wat) == (amina, VRIJDAG, True)
    fout = antwoord(page, hanna, taak, status=422, antwoord="geweigerd")
    assert "Schrijf op waarom" in fout.words
    antwoord(page, hanna, taak, antwoord="geweigerd", tekst="Wij hebben geen plaats.")
    assert "geweigerd door partner" in page(amina, "/mijn-dag/").words
    hier = page(amina, f"/partnertaken/{taak.pk}/", queries_max=16)
    assert "Wij hebben geen plaats." in hier.words
    hier.post({}, url=f"/partnertaken/{taak.pk}/gezien/")
    assert not Taak.objects.filter(herkomst=f"partnertaak:{taak.pk}", gedaan_op__isnull=True).exists()
    assert "Ik heb dit bekeken" not in page(amina, f"/partnertaken/{taak.pk}/").words


def test_a_partner_may_give_an_accepted_task_back(page, dossier, de_wit, brug, amina, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    antwoord(page, hanna, taak, antwoord="aanvaard")
    antwoord(page, hanna, taak, antwoord="teruggegeven", tekst="Het lukt niet meer.")
    assert "Het lukt niet meer." in page(amina, f"/partnertaken/{taak.pk}/").words
    antwoord(page, hanna, taak, status=404, antwoord="gereed", tekst="Toch wel.")


def test_who_has_no_account_answers_by_telephone_and_it_says_so(page, dossier, de_wit, brug, amina):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    adres = f"/partnertaken/{taak.pk}/antwoord/"
    fout = page(amina, f"/partnertaken/{taak.pk}/").post({"antwoord": "aanvaard"}, url=adres, status=422)
    assert "Dit veld is nog leeg" in fout.words
    page(amina, f"/partnertaken/{taak.pk}/").post({"antwoord": "aanvaard", "gehoord_van": "Ineke Vos"}, url=adres)
    gezien = page(amina, f"/partnertaken/{taak.pk}/").words
    assert "gehoord van Ineke Vos, vastgelegd namens de partner door Amina Bouzid" in gezien


def test_what_is_late_is_listed_per_team_and_the_partner_is_reminded(
    page, dossier, de_wit, brug, amina, farid, chantal
):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    assert "Niets te laat" in page(amina, "/partnertaken/te-laat/").words
    with klok.reis_naar(VRIJDAG + timedelta(days=1)):
        for wie in (amina, farid):
            lijst = page(wie, "/partnertaken/te-laat/", queries_max=10).words
            assert "Team Noord 1" in lijst
            assert "Help met een weekplanning" in lijst
        assert "weekplanning" not in page(chantal, "/partnertaken/te-laat/").words
        page(amina, f"/partnertaken/{taak.pk}/").post({}, url=f"/partnertaken/{taak.pk}/herinnering/")
        assert "1 keer" in page(farid, "/partnertaken/te-laat/").words
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PARTNERTAAK_HERINNERD).count() == 1


def test_without_a_ground_nothing_goes_out_and_nothing_typed_is_lost(page, dossier, de_wit, els, amina, hanna):
    zorg = verhalen.samenwerking(
        els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", doelen=("zorg",), categorieen=("contact",)
    )
    verhalen.werkt_voor(hanna, zorg, sinds=BEGIN)
    velden = {"ander": f"{zorg.pk}:zorg", "categorieen": ["contact"]}
    fout = zet_uit(page, amina, dossier, de_wit, zorg, status=422, **velden)
    assert "toestemming nodig" in fout.words
    assert "Help met een weekplanning" in fout.text
    assert not Partnertaak.objects.exists()
    assert not Deling.objects.exists()


def test_when_the_ground_is_gone_the_partner_sees_nothing_any_more(page, dossier, de_wit, brug, els, amina, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    beeindig_samenwerking(brug, tot=DAG, reden="Het contract is afgelopen.", by=els, at=MAANDAG)
    assert "weekplanning" not in page(hanna, MIJN).text
    page(hanna, f"{MIJN}{taak.pk}/", data={f"{taak.pk}-antwoord": "aanvaard"}, status=404)
    assert "ziet deze opdracht niet meer" in page(amina, f"/partnertaken/{taak.pk}/").words


def test_only_the_own_organisation_sees_the_task_and_never_a_file(page, dossier, de_wit, brug, els, amina, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    ander = Medewerker.objects.create_user("rik", naam="Rik Smit", functie="begeleider", werkgever="Andere Zorg")
    Rolvervulling.objects.create(medewerker=ander, rol=Rol.KETENPARTNER, team=None, vanaf=BEGIN)
    assert "hoort nu niet bij een partner" in page(ander, MIJN).words
    zorg = verhalen.samenwerking(els, at=MAANDAG, naam="Andere Zorg")
    verhalen.werkt_voor(ander, zorg, sinds=BEGIN)
    assert "weekplanning" not in page(ander, MIJN).text
    page(ander, f"{MIJN}{taak.pk}/", data={f"{taak.pk}-antwoord": "aanvaard"}, status=404)
    for adres in ("/zoeken/", "/mijn-dag/", f"/huishoudens/{dossier.pk}/partnertaken/", f"/partnertaken/{taak.pk}/"):
        page(hanna, adres, status=403)


def test_a_helper_who_is_a_relative_sees_no_task_of_that_file(page, dossier, de_wit, brug, amina, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    koppel_medewerker(hanna, de_wit.daan, by=hanna, at=klok.nu())
    hanna = Medewerker.objects.get(pk=hanna.pk)
    assert "weekplanning" not in page(hanna, MIJN).text
    page(hanna, f"{MIJN}{taak.pk}/", data={f"{taak.pk}-antwoord": "aanvaard"}, status=404)


def test_withdrawn_is_gone_there_and_another_team_never_saw_it(page, dossier, de_wit, brug, amina, chantal, hanna):
    taak = zet_uit(page, amina, dossier, de_wit, brug)
    page(chantal, f"/partnertaken/{taak.pk}/", status=404)
    page(chantal, f"/huishoudens/{dossier.pk}/partnertaken/", status=404)
    hier = page(amina, f"/partnertaken/{taak.pk}/")
    hier.post({"reden": ""}, url=f"/partnertaken/{taak.pk}/intrekking/", status=422)
    hier.post({"reden": "Het is al geregeld."}, url=f"/partnertaken/{taak.pk}/intrekking/")
    assert "weekplanning" not in page(hanna, MIJN).text
    assert "ingetrokken" in page(amina, f"/huishoudens/{dossier.pk}/partnertaken/").words


def test_the_administrator_ties_a_helper_to_a_partner_and_lets_go(page, els, iris, hanna, amina):
    brug = verhalen.samenwerking(els, at=MAANDAG)
    hier = page(iris, "/partnermedewerkers/")
    assert "Nog geen medewerkers van partners" in hier.words
    hier.post({"medewerker": amina.pk, "partner": brug.pk}, status=422)
    hier.post({"medewerker": hanna.pk, "partner": brug.pk})
    assert "Thuiszorg De Brug" in page(hanna, MIJN).words
    band = hanna.partners.get()
    page(iris, "/partnermedewerkers/").post({}, url=f"/partnermedewerkers/{band.pk}/einde/")
    assert "hoort nu niet bij een partner" in page(hanna, MIJN).words
    assert band.vanaf == date(2026, 11, 23)
