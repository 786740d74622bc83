"""Tales from practice, played on the screens: a plan that fits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.dossiers.models import Regie
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
