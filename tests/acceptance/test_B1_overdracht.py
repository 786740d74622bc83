"""B1: the coordination passes on with agreement, every day has one name, and the golden rules are looked at."""

from datetime import timedelta

import pytest

from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import maak_taak, open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Regie, Taak
from eenplan.inrichting.lezen import inrichting
from eenplan.regie.actions import zet_waakvlam_aan
from eenplan.regie.models import Regelvink, Regieoverdracht
from eenplan.regie.overdracht import stel_overdracht_voor
from eenplan.regie.queries import geschiedenis, verantwoordelijke
from eenplan.teams.models import Medewerker
from personas import BEGIN, MAANDAG
from verhalen import melding

DAG = timedelta(days=1)


@pytest.fixture
def dossier(de_wit, gerda, amina):
    geopend = open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


def keuze(seen, naam):
    (waarde,) = seen.tree.xpath("//select[@name='naar']/option[starts-with(text(), $naam)]/@value", naam=naam)
    return waarde


def stel_voor(page, wie, dossier, *, naar, afspraken="Sanne belt vrijdag."):
    seen = page(wie, f"/huishoudens/{dossier.pk}/coordinatie/overdracht/", queries_max=15)
    return seen.post({"naar": keuze(seen, naar), "afspraken": afspraken, "regels": ["een_plan", "gehoord"]}).follow()


def test_b1_amina_hands_over_to_bram_with_an_agreement(page, dossier, de_wit, amina, bram):
    """Gegeven dat Amina regisseur is van Fam. De Wit.

    Als zij Bram vraagt de regie over te nemen, dan blijft zij regisseur tot Bram ja zegt.
    Dan begint Bram dezelfde dag, gaan de taken van het dossier mee, en weet het huishouden het.
    """
    zet_waakvlam_aan(dossier, medewerker=amina, waarom="Rustig aan.", weken=13, by=amina, at=MAANDAG)
    maak_taak(dossier, voor=amina, wat="Eigen briefje", uiterlijk=MAANDAG.date(), by=amina, at=MAANDAG)
    with reis_naar(MAANDAG.date() + DAG):
        assert page(amina, f"/huishoudens/{dossier.pk}/coordinatie/overdracht/").words.count("nog niet gesproken") == 3
        seen = stel_voor(page, amina, dossier, naar="Bram Visser")
        assert "wacht op antwoord" in seen.words
        assert "Amina Bouzid" in seen.words
        voorstel = Regieoverdracht.objects.get()
        assert "Regie overnemen of niet" in page(bram, "/mijn-dag/").words
        adres = f"/regieoverdrachten/{voorstel.pk}/"
        assert not page(amina, adres).tree.xpath("//button[@value='ja']"), "Amina does not answer for Bram"
        seen = page(bram, adres)
        assert "Sanne belt vrijdag." in seen.words
        seen = seen.post({"antwoord": "ja"}).follow()
        assert "De regie is overgedragen." in seen.words
        page(bram, f"/huishoudens/{dossier.pk}/coordinatie/", queries_max=15)
        assert "huishouden nog niet ingelicht" in seen.words
        page(bram, f"{adres}inwoner/").post({"op": "24-11-2026"}).follow()
    regies = list(dossier.regies.order_by("vanaf", "pk").values_list("regisseur__naam", "vanaf", "tot"))
    assert regies == [
        ("Amina Bouzid", MAANDAG.date(), MAANDAG.date() + DAG),
        ("Bram Visser", MAANDAG.date() + DAG, None),
    ]
    assert Taak.objects.get(herkomst__startswith="waakvlam").voor == bram
    assert Taak.objects.get(wat="Eigen briefje").voor == amina
    assert Regieoverdracht.objects.get().inwoner_ingelicht_op == MAANDAG.date() + DAG
    assert set(Regelvink.objects.values_list("regel", flat=True)) == {"een_plan", "gehoord"}


def test_b1_who_refuses_says_why_and_the_old_coordinator_stays(page, dossier, amina, bram):
    with reis_naar(MAANDAG.date()):
        stel_voor(page, amina, dossier, naar="Bram Visser")
        seen = page(bram, f"/regieoverdrachten/{Regieoverdracht.objects.get().pk}/")
        assert "Schrijf op waarom" in seen.post({"antwoord": "nee"}, status=422).words
        seen.post({"antwoord": "nee", "reden": "Ik ken deze school niet."})
        assert "Ik ken deze school niet." in page(amina, seen.url).words
    assert Regie.objects.get(dossier=dossier, tot=None).regisseur == amina


def test_b1_nobody_takes_over_or_appoints_behind_the_back_of_the_coordinator(page, dossier, amina, bram, farid):
    with pytest.raises(NietMogelijk, match="Stel een overdracht voor"):
        wijs_regisseur_aan(dossier, regisseur=bram, by=bram, at=MAANDAG)
    with reis_naar(MAANDAG.date()):
        assert "Stel een overdracht voor" in page(bram, f"/huishoudens/{dossier.pk}/regie/").words
        stel_voor(page, amina, dossier, naar="Bram Visser")
        adres = f"/regieoverdrachten/{Regieoverdracht.objects.get().pk}/"
        page(amina, adres).post({"antwoord": "ja"}, status=403)
        page(farid, adres).post({"antwoord": "ja"}, status=403)


def test_b1_who_asks_to_take_over_waits_for_the_coordinator(page, dossier, amina, bram):
    with reis_naar(MAANDAG.date()):
        stel_voor(page, bram, dossier, naar="Bram Visser")
        assert "Bram Visser wil de regie overnemen" in page(amina, "/mijn-dag/").words
        adres = f"/regieoverdrachten/{Regieoverdracht.objects.get().pk}/"
        page(bram, adres).post({"antwoord": "ja"}, status=403)
        page(amina, adres).post({"antwoord": "ja"})
    assert Regie.objects.get(dossier=dossier, tot=None).regisseur == bram


def test_b1_the_manager_appoints_at_once_with_a_reason_when_somebody_is_ill(page, dossier, bram, farid):
    with reis_naar(MAANDAG.date()):
        seen = page(farid, f"/huishoudens/{dossier.pk}/regie/")
        verborgen = {veld.get("name"): veld.get("value") for veld in seen.tree.xpath("//main//input[@type='hidden']")}
        seen.post(verborgen | {"regisseur": bram.pk, "reden": "Amina is ziek."})
    assert Regie.objects.get(dossier=dossier, tot=None).regisseur == bram


def test_b1_a_proposal_that_lost_its_coordinator_is_not_accepted(page, dossier, amina, bram, farid):
    voorstel = stel_overdracht_voor(dossier, naar=bram, afspraken="Rustig.", by=farid, at=MAANDAG)
    derde = Medewerker.objects.create_user("ben", naam="Ben Smit", functie="wijkcoach", werkgever="Gemeente")
    derde.rolvervullingen.create(rol="regisseur", team=dossier.huishouden.team, vanaf=BEGIN)
    wijs_regisseur_aan(dossier, regisseur=derde, by=farid, at=MAANDAG)
    with reis_naar(MAANDAG.date()):
        seen = page(bram, f"/regieoverdrachten/{voorstel.pk}/").post({"antwoord": "ja"}, status=422)
        assert "Intussen is er een andere regisseur" in seen.words
        page(farid, f"/regieoverdrachten/{voorstel.pk}/intrekking/").post({"reden": "Ben doet het."})
    assert Regie.objects.get(dossier=dossier, tot=None).regisseur == derde


def test_b1_a_file_that_nobody_took_yet_has_a_coordinator_all_the_same(page, de_wit, gerda, amina, bram, farid):
    """Gegeven een dossier dat Gerda vandaag opent en dat nog niemand oppakt.

    Als u kijkt wie regisseur is, dan is dat de achterwacht van het team; en zonder achterwacht de manager.
    """
    dossier = melding(de_wit, by=gerda, at=MAANDAG).dossier
    vandaag = MAANDAG.date()
    assert verantwoordelijke(dossier, vandaag).medewerker == farid
    with reis_naar(vandaag + DAG):
        seen = page(farid, "/achterwacht/")
        (bramkeuze,) = [w for w in seen.tree.xpath("//input[@name='wie']/@value") if w.startswith(f"{bram.pk}-")]
        assert "Bram Visser is vanaf vandaag achterwacht." in seen.post({"wie": bramkeuze}).follow().words
        assert "Voorlopig Bram Visser" in page(amina, f"/huishoudens/{dossier.pk}/coordinatie/", queries_max=15).words
        assert "Fam. de Wit" in page(amina, "/mijn-dag/").words, "it stays new in the team until somebody takes it"
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG + 3 * DAG)
    with reis_naar(vandaag + 3 * DAG):
        seen = page(amina, f"/huishoudens/{dossier.pk}/coordinatie/geschiedenis/")
    rijen = [rij.text_content() for rij in seen.tree.xpath("//table//tbody/tr")]
    assert [naam in rij for naam, rij in zip(("Amina", "Bram", "Farid"), rijen, strict=True)] == [True] * 3
    perioden = geschiedenis(dossier)
    for dag in range(30):
        op = vandaag + dag * DAG
        assert sum(1 for rij in perioden if rij.vanaf <= op and (rij.tot is None or op < rij.tot)) == 1
    page(amina, "/achterwacht/", status=403)


def test_b1_the_golden_rules_are_the_municipality_s_own_and_looked_at_every_year(page, dossier, amina):
    regels = inrichting().gouden_regels
    assert len(regels) == 10
    with reis_naar(MAANDAG.date()):
        seen = page(amina, f"/huishoudens/{dossier.pk}/coordinatie/regels/")
        seen = seen.post({"regels": [regel.code for regel in regels[:3]]}).follow()
        assert "3 van 10 kloppen" in seen.words
        page(amina, f"/huishoudens/{dossier.pk}/coordinatie/regels/").post({}, status=422)
    with reis_naar(MAANDAG.date() + 366 * DAG):
        seen = page(amina, f"/huishoudens/{dossier.pk}/coordinatie/")
    assert "0 van 10 kloppen" in seen.words
    assert "langer dan een jaar geleden" in seen.words


def test_b1_another_team_finds_no_coordination(page, dossier, chantal, daan):
    page(chantal, f"/huishoudens/{dossier.pk}/coordinatie/", status=404)
    page(chantal, f"/huishoudens/{dossier.pk}/coordinatie/overdracht/", status=404)
    page(daan, f"/huishoudens/{dossier.pk}/coordinatie/", status=403)
