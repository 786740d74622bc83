"""C19: an outside helper sees and updates only the goals that a resident opened; the resident decides, safety closes.

Gegeven een plan met meer doelen, en een hulpverlener van buiten.
Als Sanne aan tafel één doel opent, dan ziet de hulpverlener dat doel en verder niets van het plan of het huishouden.
Trekt Sanne dit in, sluit de regisseur het om veiligheid of is de tijd voorbij, dan is het meteen dicht.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

import verhalen
from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.delen.actions import beeindig_samenwerking
from eenplan.dossiers.actions import maak_taak, open_casus, schrijf_notitie, wijs_regisseur_aan
from eenplan.inrichting.keuzes import Wet
from eenplan.ketenpartners import opening_actions, opening_queries
from eenplan.ketenpartners.brief import openingsbrief
from eenplan.ketenpartners.models import Doelopening, Veiligheidssluiting, Voortgang
from eenplan.ketenpartners.states import Openingstatus
from eenplan.personen.models import Huishouden, Persoon
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast, verwijder_doel
from eenplan.plannen.models import Actie, Doel, Inzet, Ondersteuningsplan
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG

DAG = MAANDAG.date()
LAATSTE = DAG + timedelta(days=60)
MIJN = "/mijn-doelen/"


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def brug(els, hanna):
    partner = verhalen.samenwerking(els, at=MAANDAG)
    verhalen.werkt_voor(hanna, partner, sinds=BEGIN)
    return partner


@pytest.fixture
def plan(de_wit, amina, farid, gerda, brug) -> Ondersteuningsplan:
    """The adopted plan with one goal of Sanne; one action is of the helper's organisation, one of Sanne's sister."""
    concept = verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    doel = concept.doelen.get()
    Actie.objects.create(doel=doel, wat="Samen een weekplanning maken", wie=brug.naam, uiterlijk=DAG)
    Actie.objects.create(doel=doel, wat="Op zaterdag de was doen", wie="Zus Merel")
    bied_plan_aan(concept, by=amina, at=MAANDAG)
    stel_plan_vast(concept, by=farid, at=MAANDAG)
    wijs_regisseur_aan(concept.dossier, regisseur=amina, by=amina, at=MAANDAG)
    return concept


def lijst(plan) -> str:
    return f"/huishoudens/{plan.dossier_id}/openstellingen/"


def vraag(page, wie, plan, helper, inwoner, *, status=302, **anders):
    velden = {
        "doel": plan.doelen.get().pk, "helper": helper.pk, "inwoner": inwoner.pk, "antwoord": "ja",
        "tot_en_met": f"{LAATSTE:%d-%m-%Y}",
    } | anders  # fmt: skip
    return page(wie, lijst(plan)).post(velden, status=status)


@pytest.fixture
def opening(page, plan, amina, hanna, de_wit) -> Doelopening:
    vraag(page, amina, plan, hanna, de_wit.sanne)
    return Doelopening.objects.get()


def test_the_helper_sees_the_opened_goal(page, opening, hanna):
    assert "Ik wil dat het huis weer schoon is" in page(hanna, MIJN, queries_max=16).words
    gezien = page(hanna, f"{MIJN}{opening.pk}/", queries_max=16).words
    for deel in ("Ik wil dat het huis weer schoon is", "Het huis is elke week schoon", "Samen een weekplanning maken",
                 "Op zaterdag de was doen", "21 februari 2027", "iemand anders"):  # fmt: skip
        assert deel in gezien, deel
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.OPENGESTELD_DOEL_INGEZIEN, actor_id=hanna.pk).count() >= 1


def test_nothing_else_of_plan_household_names_or_laws_is_on_the_helpers_pages(
    page, opening, plan, hanna, amina, de_wit, gerda
):
    """Every other text of the file holds a mark; none of them comes out."""
    dossier = plan.dossier
    verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    schrijf_notitie(dossier, tekst="MERKnotitie", by=amina, at=MAANDAG)
    maak_taak(dossier, voor=amina, wat="MERKtaak", uiterlijk=DAG, by=amina, at=MAANDAG)
    open_casus(dossier, persoon=de_wit.daan, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="MERKzorg", by=amina,
               at=MAANDAG)  # fmt: skip
    eigen = opening.doel
    eigen_id = eigen.pk
    kopie = Doel.objects.get(pk=eigen_id)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        versie = Ondersteuningsplan.objects.filter(pk=plan.pk)
        versie.update(perspectief="MERKperspectief", reden_nieuwe_versie="MERKreden")
        plan.analyses.update(situatie="MERKsituatie", kracht="MERKkracht")
        Doel.objects.filter(pk=eigen_id).update(eigenaar="MERKeigenaar", wet=Wet.WMO)
        Inzet.objects.filter(doel=eigen_id).update(omschrijving="MERKinzet")
        Actie.objects.filter(doel=eigen_id, wie="Zus Merel").update(wie="MERKzus")
        kopie.overgeslagen.update(reden="MERKtrede")
        Doel.objects.create(plan=plan, volgorde=9, eigen_woorden="MERKdoel", resultaat="MERK1", eigenaar="MERK2")
        cursor.execute("SET session_replication_role = DEFAULT")
    Persoon.objects.exclude(pk=de_wit.sanne.pk).update(roepnaam="MERKkind", achternaam="MERKachter")
    Persoon.objects.filter(pk=de_wit.sanne.pk).update(achternaam="MERKwit", telefoon="0699MERK", email="MERK@x.nl")
    Huishouden.objects.update(naam="MERKgezin")
    Huishouden.objects.get(pk=dossier.pk).adres.__class__.objects.update(straat="MERKstraat")
    for adres in (MIJN, f"{MIJN}{opening.pk}/", "/mijn-opdrachten/", "/mijn-toegang/"):
        gezien = page(hanna, adres).text
        assert "MERK" not in gezien, adres
        for woord in ("Wmo", "Jeugdwet", "Noord", "Hulp bij het huishouden", "3.050", "Amina"):
            assert woord not in gezien, (adres, woord)


def test_the_helper_writes_progress_and_ticks_only_own_actions(page, opening, plan, hanna, amina):
    hier = f"{MIJN}{opening.pk}/"
    assert "Dit veld is nog leeg" in page(hanna, hier).post({"tekst": ""}, status=422).words
    page(hanna, hier).post({"tekst": "De planning hangt op de koelkast."})
    page(hanna, hier).post({"tekst": "De planning hangt op de koelkast."})
    assert Voortgang.objects.count() == 1
    eigen, ander = plan.doelen.get().acties.order_by("pk")
    page(hanna, hier).post({"actie": eigen.pk, "gedaan": "1"}, url=f"{hier}acties/")
    assert "Toch niet gedaan" in page(hanna, hier).words
    page(hanna, hier).post({"actie": eigen.pk, "gedaan": "0"}, url=f"{hier}acties/")
    assert "Toch niet gedaan" not in page(hanna, hier).words
    page(hanna, hier).post({"actie": ander.pk, "gedaan": "1"}, url=f"{hier}acties/", status=403)
    page(hanna, hier).post({"actie": "999999", "gedaan": "1"}, url=f"{hier}acties/", status=404)
    assert "Voortgang van Hanna Yilmaz" in page(amina, f"/plannen/{plan.pk}/").words
    assert "op de koelkast" in page(amina, f"/openstellingen/{opening.pk}/").words


def test_the_resident_refuses_and_the_refusal_is_on_the_list(page, plan, amina, hanna, de_wit):
    assert "Er staat geen doel open" in page(amina, lijst(plan)).words
    vraag(page, amina, plan, hanna, de_wit.sanne, antwoord="nee", tot_en_met="")
    assert "geweigerd door de inwoner" in page(amina, lijst(plan), queries_max=16).words
    assert "omval" not in page(hanna, MIJN).text


def test_the_resident_withdraws_and_it_is_closed_at_once(page, opening, plan, amina, hanna):
    page(amina, lijst(plan)).post({}, url=f"/openstellingen/{opening.pk}/intrekking/")
    assert "omval" not in page(hanna, MIJN).text
    page(hanna, f"{MIJN}{opening.pk}/", status=404)
    page(hanna, f"{MIJN}{opening.pk}/", data={"tekst": "Nog iets."}, status=404)
    assert "ingetrokken door de inwoner" in page(amina, lijst(plan)).words


def test_the_coordinator_closes_it_for_safety_and_the_residents_pages_do_not_say_why(
    page, opening, plan, amina, bram, hanna, als
):
    hier, sluiting = f"/openstellingen/{opening.pk}/", f"/openstellingen/{opening.pk}/sluiting/"
    page(bram, hier).post({"reden": "Ik vind dat."}, url=sluiting, status=403)
    page(amina, hier).post({"reden": ""}, url=sluiting, status=422)
    page(amina, hier).post({"reden": "De hulpverlener is een bekende van de vader."}, url=sluiting)
    page(hanna, f"{MIJN}{opening.pk}/", status=404)
    assert "bekende van de vader" in page(amina, hier).words
    voor_inwoner = page(amina, lijst(plan))
    assert "gesloten door de regisseur" in voor_inwoner.words
    assert "bekende" not in voor_inwoner.text
    papier = als(amina).get(f"{lijst(plan)}afdruk/")
    assert papier.status_code == 200
    assert papier.content.startswith(b"%PDF")
    assert not Gebeurtenisdetail.objects.filter(toelichting__contains="bekende").exists()
    assert Veiligheidssluiting.objects.get().door == amina


def test_the_list_on_paper_names_who_sees_what_and_not_why_it_was_closed(opening, plan, amina):
    opening_actions.sluit_om_veiligheid(opening, reden="Geheime reden.", by=amina, at=MAANDAG)
    rijen = opening_queries.lijst(plan.dossier_id, amina, DAG)
    tekst = str(openingsbrief(plan.dossier, rijen, van=amina, op=DAG))
    assert "Hanna Yilmaz" in tekst
    assert "gesloten door de regisseur" in tekst
    assert "Geheime reden" not in tekst


def test_after_the_last_day_or_the_end_of_the_collaboration_it_is_closed(page, opening, plan, brug, els, amina, hanna):
    with klok.reis_naar(LAATSTE):
        assert "omval" in page(hanna, MIJN).text
    with klok.reis_naar(LAATSTE + timedelta(days=1)):
        assert "omval" not in page(hanna, MIJN).text
        page(hanna, f"{MIJN}{opening.pk}/", status=404)
        assert "de tijd is voorbij" in page(amina, lijst(plan)).words
    beeindig_samenwerking(brug, tot=DAG, reden="Het contract is afgelopen.", by=els, at=MAANDAG)
    page(hanna, f"{MIJN}{opening.pk}/", status=404)


def test_a_new_version_keeps_it_open_only_while_the_goal_lives_on(page, opening, plan, amina, farid, hanna):
    hier = f"{MIJN}{opening.pk}/"
    eigen = plan.doelen.get().acties.order_by("pk").first()
    page(hanna, hier).post({"actie": eigen.pk, "gedaan": "1"}, url=f"{hier}acties/")
    tweede = begin_plan(plan.dossier, reden="Er is iets veranderd.", by=amina, at=MAANDAG)
    Doel.objects.filter(plan=tweede).update(resultaat="Het huis is om de week schoon.")
    assert "om de week" not in page(hanna, hier).words, "a draft is the team's own"
    bied_plan_aan(tweede, by=amina, at=MAANDAG)
    stel_plan_vast(tweede, by=farid, at=MAANDAG)
    gezien = page(hanna, hier).words
    assert "om de week" in gezien
    assert "Toch niet gedaan" in gezien, "what was ticked stays ticked"
    derde = begin_plan(plan.dossier, reden="Dit doel is bereikt.", by=amina, at=MAANDAG)
    oud = derde.doelen.get()
    Doel.objects.create(plan=derde, volgorde=2, **{
        veld: getattr(oud, veld) for veld in ("persoon", "leefgebied", "resultaat", "eigenaar_soort", "eigenaar",
                                              "streefdatum", "evaluatie_op")
    }, eigen_woorden="Ik wil weer werken.")  # fmt: skip
    verwijder_doel(oud, bewerking=derde.bewerking, by=amina, at=MAANDAG)
    Ondersteuningsplan.objects.filter(pk=derde.pk).update(status="aangeboden")
    stel_plan_vast(Ondersteuningsplan.objects.get(pk=derde.pk), by=farid, at=MAANDAG)
    page(hanna, hier, status=404)
    assert "het doel staat niet meer in het plan" in page(amina, lijst(plan)).words


def test_only_whose_consent_counts_may_open_and_only_once(page, plan, amina, hanna, de_wit):
    fout = vraag(page, amina, plan, hanna, de_wit.daan, status=422)
    assert "geeft een ander toegang: Sanne de Wit" in fout.words
    te_lang = vraag(page, amina, plan, hanna, de_wit.sanne, status=422, tot_en_met="01-01-2040")
    assert "Kies een laatste dag" in te_lang.words
    assert "tot en met welke dag" in vraag(page, amina, plan, hanna, de_wit.sanne, status=422, tot_en_met="").words
    vraag(page, amina, plan, hanna, de_wit.sanne)
    assert "staat al open" in vraag(page, amina, plan, hanna, de_wit.sanne, status=422).words
    assert Doelopening.objects.filter(status=Openingstatus.OPEN).count() == 1


def test_another_helper_and_another_team_find_nothing(page, opening, plan, chantal, hanna):
    ander = Medewerker.objects.create_user("rik", naam="Rik Smit", functie="begeleider", werkgever="De Brug")
    Rolvervulling.objects.create(medewerker=ander, rol=Rol.KETENPARTNER, team=None, vanaf=BEGIN)
    verhalen.werkt_voor(ander, hanna.partners.get().partner, sinds=BEGIN)
    assert "Er staat nu geen doel voor u open" in page(ander, MIJN).words
    page(ander, f"{MIJN}{opening.pk}/", status=404)
    page(chantal, f"/openstellingen/{opening.pk}/", status=404)
    page(chantal, lijst(plan), status=404)
    for adres in (f"/plannen/{plan.pk}/", f"/huishoudens/{plan.dossier_id}/", "/zoeken/", lijst(plan)):
        page(hanna, adres, status=403)
