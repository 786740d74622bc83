"""E5: whoever waits has an owner, something to bridge the time, an agreement and a day to look again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.core import klok
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Dossier, Taak
from eenplan.teams.models import Medewerker
from eenplan.wachtlijsten.actions import Zorg, zet_op_wachtlijst
from eenplan.wachtlijsten.models import Wachtplek
from page import Page
from personas import MAANDAG, Gezin
from verhalen import huishoudelijke_hulp

Bezoek = Callable[..., Page]
DAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit: Gezin, gerda: Medewerker) -> Dossier:
    huishoudelijke_hulp(MAANDAG)
    return open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)


def invulling(eigenaar: Medewerker | None, **anders: object) -> dict[str, object]:
    """Fill the form in: Sanne waits for household help."""
    return {
        "waarvoor": "Hulp bij het huishouden",
        "voorziening": Voorziening.objects.get().pk,
        "aanbieder": Aanbieder.objects.get().pk,
        "sinds": "02-11-2026",
        "eigenaar": eigenaar.pk if eigenaar else "",
        "overbrugging": "Een vrijwilliger doet de was op donderdag.",
        "afspraak": "De aanbieder belt elke twee weken, Amina houdt contact met Sanne.",
        "herzien_op": "07-12-2026",
    } | anders


def wacht(dossier: Dossier, eigenaar: Medewerker, *, sinds: date, waarvoor: str = "Een eerste gesprek") -> Wachtplek:
    """Let the household wait for the team itself."""
    zorg = Zorg(eigenaar, "Wij bellen elke week.", "", DAG + timedelta(days=14))
    return zet_op_wachtlijst(dossier, waarvoor=waarvoor, zorg=zorg, sinds=sinds, by=eigenaar, at=MAANDAG)


def test_nobody_comes_on_the_list_without_an_owner(page, amina, dossier):
    """Gegeven dat Sanne op hulp wacht

    Als Amina geen eigenaar kiest
    Dan komt Sanne niet op de lijst, blijft staan wat is getypt, en weigert ook de database.
    """
    adres = f"/huishoudens/{dossier.pk}/wachten/"
    terug = page(amina, adres, data=invulling(None), status=422)
    assert "Zonder eigenaar komt niemand op de wachtlijst." in terug.words
    assert "Een vrijwilliger doet de was op donderdag." in terug.tree.xpath("string(//textarea[@name='overbrugging'])")
    assert not Wachtplek.objects.exists()
    gezet = wacht(dossier, amina, sinds=DAG)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wachtplek.objects.filter(pk=gezet.pk).update(eigenaar=None)


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("overbrugging", "", "Dit veld is nog leeg."),
        ("afspraak", "", "Schrijf op wat u met de aanbieder afsprak"),
        ("herzien_op", "23-11-2026", "De dag om opnieuw te kijken moet nog komen."),
        ("sinds", "24-11-2026", "Het wachten is nog niet begonnen."),
    ],
)
def test_what_belongs_to_waiting_is_asked(page, amina, dossier, veld, waarde, zin):
    terug = page(amina, f"/huishoudens/{dossier.pk}/wachten/", data=invulling(amina, **{veld: waarde}), status=422)
    assert zin in terug.words
    assert not Wachtplek.objects.exists()


def test_who_waits_stands_on_the_page_of_the_household_and_the_owner_is_called_to_look_again(
    page, amina, bram, de_wit, dossier
):
    adres = f"/huishoudens/{dossier.pk}/wachten/"
    velden = invulling(bram, aan=de_wit.sanne.pk)
    page(amina, adres, data=velden)
    page(amina, adres, data=velden)  # pressed twice
    gezet = Wachtplek.objects.get()
    assert gezet.wet == "wmo"
    pagina = page(amina, adres, queries_max=15)
    assert "Sanne de Wit 21 dagen Een vrijwilliger doet de was op donderdag. Bram Visser 7 dec 2026" in pagina.words
    taak = Taak.objects.get()
    assert (taak.voor, taak.uiterlijk, taak.bron) == (bram, date(2026, 12, 7), f"/wachtplekken/{gezet.pk}/")
    assert "Wachtlijst, kijk opnieuw: Hulp bij het huishouden" in page(bram, "/mijn-dag/").words


def test_looking_again_keeps_what_was_found_and_moves_the_task(page, amina, bram, dossier):
    page(amina, f"/huishoudens/{dossier.pk}/wachten/", data=invulling(amina))
    gezet = Wachtplek.objects.get()
    pagina = page(amina, f"/wachtplekken/{gezet.pk}/", queries_max=15)
    velden = {
        "gezien": "0",
        "bevinding": "De aanbieder noemt half januari.",
        "overbrugging": "Ook een maaltijd aan huis.",
        "afspraak": "Zelfde afspraak.",
        "eigenaar": bram.pk,
        "herzien_op": "04-01-2027",
    }
    pagina.post(velden)
    na = page(amina, f"/wachtplekken/{gezet.pk}/")
    assert "De aanbieder noemt half januari." in na.words
    assert "Ook een maaltijd aan huis." in na.words
    taak = Taak.objects.get(gedaan_op__isnull=True)
    assert (taak.voor, taak.uiterlijk) == (bram, date(2027, 1, 4))
    later = pagina.post(velden | {"bevinding": "Ik schreef tegelijk."}, status=422)
    assert "Een collega heeft hier net naar gekeken." in later.words
    assert "Ik schreef tegelijk." in later.tree.xpath("string(//textarea[@name='bevinding'])")
    assert later.tree.xpath("//input[@name='gezien']/@value") == ["1"]


def test_waiting_ends_with_a_reason_and_the_task_goes(page, amina, dossier):
    gezet = wacht(dossier, amina, sinds=DAG - timedelta(days=30))
    adres = f"/wachtplekken/{gezet.pk}/einde/"
    assert (
        "Schrijf in één zin waarom"
        in page(amina, adres, data={"einde": "anders", "op": "23-11-2026"}, status=422).words
    )
    page(amina, adres)
    page(amina, adres, data={"einde": "begonnen", "op": "20-11-2026"})
    assert not Taak.objects.filter(gedaan_op__isnull=True).exists()
    pagina = page(amina, f"/huishoudens/{dossier.pk}/wachten/")
    assert "Een eerste gesprek het hele huishouden 27 dagen de hulp is begonnen" in pagina.words
    assert "al beëindigd" in page(amina, adres, data={"einde": "begonnen", "op": "20-11-2026"}, status=422).words
    assert "de hulp is begonnen" in page(amina, f"/wachtplekken/{gezet.pk}/").words


def test_the_list_of_the_team_shows_who_waits_longest_first_and_what_is_late(page, amina, farid, bram, dossier):
    """Gegeven drie mensen op de lijst

    Als Farid de lijst opent
    Dan staat wie het langst wacht bovenaan, per voorziening geteld, en valt op waar te laat opnieuw wordt gekeken.
    """
    wacht(dossier, amina, sinds=date(2026, 9, 1), waarvoor="Schuldhulp")
    wacht(dossier, bram, sinds=date(2026, 11, 1), waarvoor="Een eerste gesprek")
    page(amina, f"/huishoudens/{dossier.pk}/wachten/", data=invulling(amina, sinds="01-10-2026"))
    with klok.reis_naar(date(2026, 12, 8)):
        lijst = page(farid, "/wachtlijst/", queries_max=12)
        waarop = [cel.text_content().strip().split("\n")[0] for cel in lijst.tree.xpath("//td[@data-kop='Waarop']")]
        assert [zin.split(" Thuishulp")[0] for zin in waarop] == [
            "Schuldhulp",
            "Hulp bij het huishouden",
            "Een eerste gesprek",
        ]
        assert "het team zelf (2)" in lijst.words
        assert "Hulp bij het huishouden (1)" in lijst.words
        assert "1 dag te laat" in lijst.words
        alleen = page(farid, f"/wachtlijst/?op={Voorziening.objects.get().pk}")
        assert "Schuldhulp" not in alleen.words
        page(farid, "/wachtlijst/?op=⁹²x")


def test_the_list_asks_as_many_questions_for_many_as_for_few(page, amina, dossier):
    for nummer in range(8):
        wacht(dossier, amina, sinds=DAG - timedelta(days=nummer), waarvoor=f"Gesprek {nummer}")
    page(amina, "/wachtlijst/", queries_max=12)


def test_another_team_sees_nothing_of_it_and_who_has_no_list_is_refused(page, amina, chantal, gerda, els, dossier):
    gezet = wacht(dossier, amina, sinds=DAG)
    assert "Een eerste gesprek" not in page(chantal, "/wachtlijst/").words
    page(chantal, f"/wachtplekken/{gezet.pk}/", status=404)
    page(chantal, f"/huishoudens/{dossier.pk}/wachten/", status=404)
    page(gerda, "/wachtlijst/", status=403)
    page(els, "/wachtlijst/", status=403)


def test_an_owner_of_another_team_is_refused(amina, chantal, dossier):
    with pytest.raises(Exception, match="Kies een andere eigenaar"):
        zet_op_wachtlijst(
            dossier,
            waarvoor="Gesprek",
            zorg=Zorg(chantal, "Bellen.", "", DAG + timedelta(days=7)),
            sinds=DAG,
            by=amina,
            at=MAANDAG,
        )
