"""C21: coordination of the coordination: what does not go as agreed, since when, whose turn; authority."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Taak
from eenplan.evaluaties.models import Doelevaluatie, Evaluatie
from eenplan.ketenpartners.actions import Deelgrond, zet_taak_uit
from eenplan.overleggen.models import Overleg, Overlegafspraak
from eenplan.personen.models import Adres, Huishouden
from eenplan.plannen.actions import bied_plan_aan
from eenplan.plannen.models import Doel
from eenplan.regie.models import Doorzetting
from eenplan.regie.overdracht import stel_overdracht_voor
from eenplan.regie.uitzonderingen import uitzonderingen
from personas import MAANDAG
from verhalen import concept_plan, samenwerking, vastgesteld_plan

BEGIN = MAANDAG.date()
DAG = timedelta(days=1)


@pytest.fixture
def dossier(de_wit, gerda, amina):
    geopend = open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


def regels(page, wie, dag, adres="/uitzonderingen/"):
    """Give the lines of the list as a worker reads them on a day."""
    with reis_naar(dag):
        seen = page(wie, adres)
    rijen = seen.tree.xpath("//table[caption[contains(., 'langst lopende')]]/tbody/tr")
    return [" ".join(rij.text_content().split()) for rij in rijen]


def test_c21_a_household_that_nobody_took_is_listed_and_the_stand_in_is_in_turn(page, de_wit, gerda, amina, farid):
    open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    for wie in (amina, farid):
        (regel,) = regels(page, wie, BEGIN + DAG)
        assert "Niemand nam de regie" in regel
        assert "23 nov 2026" in regel
        assert "achterwacht van het team" in regel


def test_c21_a_household_that_moved_away_from_its_coordinator_is_listed_by_the_new_team(page, dossier, stad, chantal):
    """Gegeven een gezin dat verhuist naar het andere team, als niemand daar de regie nam, dan staat dat op de lijst."""
    Huishouden.objects.update(team=stad.zuid)
    (regel,) = regels(page, chantal, BEGIN + DAG)
    assert "De regisseur werkt niet meer in dit team" in regel
    wijs_regisseur_aan(Dossier.objects.get(), regisseur=chantal, by=chantal, at=MAANDAG + DAG)
    assert regels(page, chantal, BEGIN + DAG) == []
    assert Adres.objects.exists()


def test_c21_a_plan_that_does_not_come_and_a_plan_that_nobody_answers(page, dossier, de_wit, amina, farid):
    assert regels(page, amina, BEGIN + 56 * DAG) == []
    (regel,) = regels(page, amina, BEGIN + 57 * DAG)
    assert "Er is nog geen vastgesteld plan" in regel
    assert "Amina Bouzid" in regel
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG + 10 * DAG)
    (regel,) = regels(page, farid, BEGIN + 25 * DAG)
    assert "Aangeboden plan wacht op antwoord" in regel
    assert "manager van het team" in regel
    assert regels(page, farid, BEGIN + 23 * DAG) == []


def test_c21_a_day_to_look_back_that_passed_is_listed_until_somebody_looked(page, dossier, de_wit, amina, farid):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    later = BEGIN + 91 * DAG
    (regel,) = regels(page, amina, later)
    assert "De dag om terug te kijken is voorbij" in regel
    gekeken = Evaluatie.objects.create(dossier=dossier, plan=plan, dag=later, door=amina, vastgelegd_op=MAANDAG)
    Doelevaluatie.objects.create(
        evaluatie=gekeken,
        doel=Doel.objects.get(),
        bereikt=0,
        zin="Schoon.",
        vervolg="doorgaan",
        volgende_op=later + DAG,
    )
    assert regels(page, amina, later) == []


def test_c21_agreements_and_partner_tasks_that_are_not_kept(page, dossier, de_wit, amina, bram, els):
    overleg = Overleg.objects.create(
        dossier=dossier, soort="mdo", moment=MAANDAG, besluitregel="consensus", gemaakt_op=MAANDAG, gemaakt_door=amina
    )
    Overlegafspraak.objects.create(
        overleg=overleg,
        wat="School bellen",
        eigenaar_soort="medewerker",
        medewerker=bram,
        uiterlijk=BEGIN + DAG,
        gemaakt_op=MAANDAG,
        gemaakt_door=amina,
    )
    partner = samenwerking(els, at=MAANDAG)
    grond = Deelgrond(de_wit.sanne, "wmo", "wmo")
    wat = "Vaste hulp regelen"
    zet_taak_uit(dossier, partner=partner, wat=wat, uiterlijk=BEGIN + 2 * DAG, grond=grond, by=amina, at=MAANDAG)
    afspraak, taak = regels(page, amina, BEGIN + 4 * DAG)
    assert "Afspraak uit een overleg is niet nagekomen" in afspraak
    assert "Bram Visser" in afspraak
    assert "Taak bij een partner is te laat" in taak
    assert "Thuiszorg De Brug" in taak
    assert len(regels(page, bram, BEGIN + 4 * DAG, "/uitzonderingen/?wie=ik")) == 1


def test_c21_a_handover_without_an_answer(page, dossier, amina, bram):
    stel_overdracht_voor(dossier, naar=bram, afspraken="Rustig.", by=amina, at=MAANDAG)
    (regel,) = regels(page, amina, BEGIN + 8 * DAG)
    assert "wacht op antwoord" in regel
    assert "Bram Visser" in regel


def test_c21_the_manager_decides_by_authority_and_the_effect_is_looked_at(page, dossier, amina, farid, chantal):
    """Gegeven dat een aanbieder niet begint, als Farid met gezag besluit dat de hulp deze week start,

    dan staat er op welke grond en aan wie, en kijkt Amina op de afgesproken dag wat het deed.
    """
    huis = f"/huishoudens/{dossier.pk}/coordinatie/"
    with reis_naar(BEGIN):
        page(amina, f"{huis}gezag/", status=403)
        besluit = {"wat": "De hulp start deze week.", "grond": "", "aan_wie": "De Brug", "bekijk_op": "07-12-2026"}
        blad = page(farid, f"{huis}gezag/")
        leeg = blad.post(besluit, status=422)
        assert "De hulp start deze week." in leeg.text
        blad.post(besluit | {"grond": "Doorzettingsmacht, mandaatbesluit artikel 3"})
    rij = Doorzetting.objects.get()
    assert Taak.objects.get(herkomst=f"doorzetting:{rij.pk}").voor == amina
    (regel,) = regels(page, amina, date(2026, 12, 8))
    assert "Het effect is nog niet bekeken" in regel
    with reis_naar(date(2026, 12, 9)):
        page(amina, f"/doorzettingen/{rij.pk}/").post({"effect": "De hulp is begonnen."})
        seen = page(farid, "/uitzonderingen/")
        assert "De hulp is begonnen. (9 dec 2026)" in seen.words
        assert "mandaatbesluit artikel 3" in page(farid, f"/doorzettingen/{rij.pk}/").words
        page(chantal, f"/doorzettingen/{rij.pk}/", status=404)
    assert regels(page, farid, date(2026, 12, 9)) == []


def test_c21_another_team_and_another_role_see_nothing(page, de_wit, gerda, chantal, daan, els):
    open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    assert regels(page, chantal, BEGIN + DAG) == []
    for wie in (daan, els, gerda):
        page(wie, "/uitzonderingen/", status=403)


def test_c21_the_number_of_questions_does_not_grow_with_the_list(de_wit, gerda, stad, amina):
    eerste = open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)

    def vragen():
        with CaptureQueriesContext(connection) as gesteld:
            rijen = uitzonderingen(amina, MAANDAG + 100 * DAG)
        return len(rijen), len(gesteld)

    amina.aanstelling  # noqa: B018 - read once before counting
    aantal, eerst = vragen()
    for nummer in range(5):
        ander = Huishouden.objects.create(naam=f"Fam. {nummer}", adres=eerste.huishouden.adres, team=stad.noord)
        open_dossier(ander, by=gerda, at=MAANDAG)
    meer, daarna = vragen()
    assert (meer - aantal, daarna) == (5, eerst)
