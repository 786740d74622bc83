"""Tales from practice, played on the screens: a plan that fits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Regie
from eenplan.maatwerk.models import Maatwerkroute
from eenplan.plannen.models import Doel
from eenplan.toegang.models import Meewerkverzoek
from personas import MAANDAG
from verhalen import concept_plan, huishoudelijke_hulp, onderzoek


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def doel(amina, de_wit) -> Doel:
    gevonden = concept_plan(de_wit, regisseur=amina, at=MAANDAG).doelen.get()
    gevonden.inzetten.all().delete()
    gevonden.overgeslagen.all().delete()
    return gevonden


def open_trede(pagina, einde):
    """Return the fields of the open rung's form whose address ends so."""
    form = pagina.tree.xpath("//li[@aria-current='step']//form[contains(@action, $einde)]", einde=einde)[-1]
    return {naam: waarde for naam, waarde in form.form_values() if naam != "csrfmiddlewaretoken"}


def test_the_question_behind_the_mobility_scooter(page, amina, doel):
    """De vraag achter de scootmobiel

    Gegeven een vraag om een scootmobiel; wat iemand wil, is elke woensdag naar de koffieochtend.
    Als Amina het doel in die woorden opschrijft en de ladder van licht naar zwaar langsloopt,
    Dan vraagt elke overgeslagen trede een reden, en is de buurtbus met een vrijwilliger genoeg.

    Bron: Utrecht 2013, de vraag achter de vraag. Rijen C1 en C2.
    """
    ladder = page(amina, reverse("plannen:inzet", args=[doel.pk]))
    overslaan = reverse("plannen:overslaan", args=[doel.pk])
    for _trede in ("Eigen kracht", "Netwerk"):
        ladder.post(open_trede(ladder, "/overgeslagen/"), url=overslaan, status=422)
        reden = ladder.tree.xpath("//li[@aria-current='step']//button[@name='reden']/@value")[1]
        ladder = ladder.post(open_trede(ladder, "/overgeslagen/") | {"reden": reden}, url=overslaan).follow()
    bus = "Elke woensdag met de buurtbus, met een vrijwilliger mee"
    invoer = open_trede(ladder, "/inzet/") | {"stap": "zin", "omschrijving": bus}
    ladder.post(invoer, url=reverse("plannen:inzet", args=[doel.pk]))
    assert doel.inzetten.get().trede == "vrijwilliger"
    assert bus in page(amina, reverse("plannen:plan", args=[doel.plan_id])).words


def test_the_price_is_seen_before_the_choice(page, amina, doel):
    """De prijs schrok pas achteraf

    Gegeven een team dat eerst de hulp koos, en daarna pas schrok van de prijs.
    Als Amina drie uur per week invult,
    Dan staat vóór het opslaan bij elke aanbieder de prijs, de wachttijd en wat het team deze maand nog kan uitgeven.

    Bron: Leeuwarden 2021, verhaal C13. Rij C3.
    """
    huishoudelijke_hulp(MAANDAG)
    keuze = page(amina, reverse("plannen:inzet", args=[doel.pk]) + "?trede=maatwerk")
    invoer = open_trede(keuze, "/inzet/") | {"stap": "bereken", "aantal": "3", "frequentie": "week"}
    gerekend = keuze.post(invoer, url=reverse("plannen:inzet", args=[doel.pk]), status=200)
    woorden = gerekend.words.replace("\u00a0", " ")
    assert "€ 30,50" in woorden
    assert "9 dagen" in woorden
    assert not doel.inzetten.exists()


def test_one_coordinator_and_a_colleague_of_another_team_who_helps(page, amina, chantal, gerda, de_wit):
    """Het jeugdteam voor het kind, een collega voor de rest

    Gegeven een gezin waarvan Amina regisseur is, en Chantal van een ander team die iets van de jongste weet.
    Als Chantal vraagt om mee te werken en Amina dat voor een maand toestaat,
    Dan leest Chantal mee, blijft Amina de enige regisseur, en eindigt het meelezen vanzelf.

    Bron: Leeuwarden 2021, verhaal C14. Rijen B1 en F1.
    """
    dossier = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier
    adres = f"/huishoudens/{dossier.pk}/"
    page(chantal, adres, status=404)
    wie = {"achternaam": "Wit", "geboortedatum": de_wit.sanne.geboortedatum.strftime("%d-%m-%Y")}
    gevonden = page(chantal, reverse("toegang:betrokkenheid")).post(wie, status=200)
    assert "Amina Bouzid" in gevonden.words
    kaartje = gevonden.tree.xpath("//input[@name='kaartje']/@value")[0]
    vraag = {"kaartje": kaartje, "vraag": "Ik ken Mees van de voetbalschool."}
    gevonden.post(vraag, url=reverse("toegang:meewerken"))
    verzoek = page(amina, reverse("toegang:meewerkverzoek", args=[Meewerkverzoek.objects.get().pk]))
    verzoek.post({"besluit": "toestaan", "dagen": "30", "grond": "Samen optrekken voor Mees."})
    page(chantal, adres)
    assert Regie.objects.get(tot=None).regisseur == amina
    with klok.reis_naar(MAANDAG.date() + timedelta(days=30)):
        page(chantal, adres, status=404)


def test_a_surname_that_keeps_somebody_from_school(page, amina, chantal, farid, de_wit):
    """Een achternaam die iemand van school houdt

    Gegeven een jongen die zich door zijn achternaam niet durft in te schrijven; een andere naam kost ruim 700 euro.
    Als Amina in vijf velden opschrijft wat hij wil en welke regel in de weg staat, en Farid het toekent met een reden,
    Dan kan zij meteen betalen, en vindt Chantal in een ander team het voorbeeld terug zonder naam of adres.

    Bron: Leeuwarden 2021, verhaal C6. Rij C14.
    """
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    vraag = {
        "perspectief": "Hij wil naar de opleiding tot kok.",
        "effect": "Met een andere achternaam durft hij zich in te schrijven.",
        "regel": "Leges voor een naamswijziging vallen onder geen enkele regeling.",
        "kosten_cent": "712,40",
        "kenmerk": "papieren",
    }
    page(amina, f"/huishoudens/{dossier.pk}/maatwerk/").post(vraag)
    hier = f"/maatwerkroutes/{Maatwerkroute.objects.get().pk}/"
    besluit = {"besluit": "toekennen", "reden": "Dit voorkomt schooluitval."}
    page(amina, f"{hier}besluit/", data=besluit, status=403)
    page(farid, hier).post(besluit, url=f"{hier}besluit/")
    assert "Dit voorkomt schooluitval." in page(amina, hier).words
    les = "Een jongere kon door zijn achternaam niet naar school; de leges van een naamswijziging zijn betaald."
    geweigerd = page(amina, hier).post({"zin": f"{les} Hij heet de Wit."}, url=f"{hier}precedent/", status=422)
    assert "niet anoniem" in geweigerd.words
    page(amina, hier).post({"zin": les}, url=f"{hier}precedent/")
    gevonden = page(chantal, "/maatwerk/precedenten/").post(
        {"woorden": "naamswijziging school", "kenmerk": ""}, status=200
    )
    assert les in gevonden.words
    assert "Wit" not in gevonden.text
