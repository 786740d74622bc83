"""Tales from practice, played on the screens: people around a household, and what happens when help runs or ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import verhalen
from eenplan.core import klok
from eenplan.ketenpartners.models import Partnertaak
from eenplan.netwerk.models import Overbelasting
from eenplan.overleggen.models import Overleg, Overlegafspraak
from eenplan.regie.models import Nazorgcontact, Waakvlam
from personas import MAANDAG

DAG = MAANDAG.date()
WEEK = timedelta(weeks=1)


@pytest.fixture
def hulp(de_wit, gerda, amina, farid, daan):
    return verhalen.lopende_hulp(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, backoffice=daan)


def stop(page, daan, hulp, op: date) -> None:
    """Daan notes that the help stops."""
    with klok.reis_naar(op):
        blad = page(daan, f"/toewijzingen/{hulp.pk}/beeindiging/")
        blad.post({"gestopt_op": f"{op:%d-%m-%Y}", "reden": "Het doel is gehaald."})


def test_the_other_adult_in_the_house_cannot_go_on(page, amina, gerda, de_wit):
    """De andere volwassene in huis houdt het niet vol

    Gegeven een huishouden dat geen hulp kreeg omdat er nog een volwassene woont; die valt nu zelf om.
    Als Amina bij de mensen om het huishouden opschrijft dat de mantelzorger overbelast is,
    Dan krijgt zij een taak om steun te bespreken, en die is pas klaar als er staat wat er is gedaan.

    Bron: Leeuwarden 2021, verhaal C1. Rij B4.
    """
    with klok.reis_naar(DAG):
        dossier = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier
        netwerk = f"/huishoudens/{dossier.pk}/netwerk/"
        oom = {
            "rond": de_wit.sanne.pk, "persoon": "", "naam": "oom Karel", "band": "mantelzorger",
            "steun": "Doet het huishouden naast zijn baan.", "hoe_vaak": "wekelijks", "werking": "wisselend",
            "draagkracht": "overbelast",
        }  # fmt: skip
        page(amina, f"{netwerk}nieuw/", data=oom)
        waar = f"/overbelastingen/{Overbelasting.objects.get().pk}/"
        assert page(amina, "/mijn-dag/").tree.xpath(f"//a[@href='{waar}']")
        page(amina, waar, data={"uitkomst": ""}, status=422)
        page(amina, waar, data={"uitkomst": "Respijtzorg op dinsdag; zijn werkgever weet ervan."})
        assert "Respijtzorg op dinsdag" in page(amina, netwerk).words
        assert not page(amina, "/mijn-dag/").tree.xpath(f"//a[@href='{waar}']")


def test_the_indication_ran_out_and_nobody_knew(page, amina, farid, hulp):
    """De indicatie liep af en niemand wist het

    Gegeven hulp die over acht weken afloopt, terwijl het gezin denkt dat zij doorloopt.
    Als Amina op maandag haar lijst opent,
    Dan staat de hulp erop met haar naam en de laatste dag, en ziet Farid hetzelfde voor het hele team.

    Bron: Leeuwarden 2021, verhaal C4. Rij E7.
    """
    with klok.reis_naar(hulp.inzet.tot_en_met - 8 * WEEK):
        for wie in (amina, farid):
            lijst = page(wie, "/einddata/").words
            assert "Thuishulp Zonnedaal" in lijst
            assert "Amina Bouzid" in lijst


def test_no_aftercare_for_a_stair_lift_and_regular_aftercare_for_guidance(page, amina, daan, hulp):
    """Geen nazorg na een traplift, wel na begeleiding

    Gegeven begeleiding die stopt; bij een traplift hoeft daarna niemand te bellen, bij begeleiding juist wel.
    Als Daan vastlegt dat de begeleiding stopt,
    Dan staan er vier contacten in een half jaar gepland, en vraagt alleen het eerstvolgende om aandacht.

    Bron: Enschede 2019, S-15. Rij C8.
    """
    voorziening = hulp.inzet.voorziening
    voorziening.code, voorziening.is_dienst = "BG-01", True
    voorziening.save()
    stop(page, daan, hulp, DAG + 20 * WEEK)
    assert Nazorgcontact.objects.count() == 4
    with klok.reis_naar(DAG + 25 * WEEK):
        assert page(amina, "/mijn-dag/").words.count("Nazorg:") == 1


def test_the_round_table_about_two_months_of_arrears(page, amina, bram, els, gerda, de_wit):
    """Om de tafel over twee maanden huurschuld

    Gegeven een inwoner met twee maanden huurschuld, een bewindvoerder en een woningcorporatie die wil ontruimen.
    Als Amina hen om de tafel vraagt, met de inwoner erbij, en zij iets afspreken,
    Dan heeft elke afspraak een eigenaar en een dag, en vraagt Eenplan op die dag of het is gebeurd.

    Bron: Leeuwarden 2021, verhaal C5. Rij C9.
    """
    with klok.reis_naar(DAG):
        dossier = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier
        tafel = {
            "soort": "mdo",
            "datum": "23-11-2026",
            "tijd": "8:30",
            "plaats": "Wijkcentrum",
            "besluitregel": "consensus",
        }
        page(amina, f"/huishoudens/{dossier.pk}/overleggen/").post(tafel)
        eigen = f"/overleggen/{Overleg.objects.get().pk}/"
        overleg = page(amina, eigen)
        overleg.post({"wie": f"p{de_wit.sanne.pk}"}, url=f"{eigen}genodigden/")
        afspraak = {"wat": "Niet ontruimen zolang Sanne betaalt", "wie": "netwerk", "uiterlijk": "30-11-2026"}
        zonder = overleg.post(afspraak, url=f"{eigen}afspraken/", status=422)
        assert "Schrijf op wie dit doet" in zonder.words
        overleg.post(afspraak | {"eigenaar_naam": "de corporatie"}, url=f"{eigen}afspraken/")
        assert Overlegafspraak.objects.get().wie == "de corporatie"
    with klok.reis_naar(date(2026, 11, 30)):
        assert "Vraag na bij de corporatie" in page(amina, "/mijn-dag/").words


def test_help_becomes_lighter_only_when_somebody_asks_for_it(page, amina, els, hulp):
    """Afschalen blijft uit als niemand erom vraagt

    Gegeven hulp die al maanden loopt en lichter kan, maar de aanbieder heeft daar zelf geen belang bij.
    Als Amina ingrijpt en de aanbieder vraagt om vóór 15 januari af te bouwen,
    Dan krijgt de aanbieder die vraag met een uiterste dag, en blijft de reden binnen het team.

    Bron: Leeuwarden 2021, P43. Rijen C10 en C20.
    """
    partner = verhalen.samenwerking(els, at=MAANDAG, naam=hulp.aanbieder.naam)
    with klok.reis_naar(DAG + 10 * WEEK - 35 * timedelta(days=1)):
        vraag = {
            "toewijzing": hulp.pk, "wat": "Van drie naar één keer per week.", "waarom": "Sanne redt het weer zelf.",
            "uiterlijk": "15-01-2027", "partner": partner.pk,
        }  # fmt: skip
        page(amina, f"/huishoudens/{hulp.dossier_id}/coordinatie/ingrijpen/").post(vraag)
    taak = Partnertaak.objects.get()
    assert taak.uiterlijk == date(2027, 1, 15)
    assert "redt het weer" not in f"{taak.wat} {taak.gegevens}"
    with klok.reis_naar(date(2027, 1, 14)):
        assert f"Nagaan wat {partner.naam} veranderde" in page(amina, "/mijn-dag/").words


def test_a_light_contact_keeps_it_small(page, amina, gerda, de_wit):
    """Een waakvlam houdt het klein

    Gegeven een gezin waar het nu goed gaat, maar dat niet uit zichzelf belt als het misgaat.
    Als Amina een waakvlam aansteekt: elke dertien weken even contact,
    Dan staat het op de dag zelf op Mijn dag, en verschuift de volgende keer vanzelf zodra zij heeft gebeld.

    Bron: Tien aandachtsgebieden, E-24. Rij C11.
    """
    with klok.reis_naar(DAG):
        dossier = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier
        vlam = {"medewerker": amina.pk, "waarom": "Sanne belt niet uit zichzelf.", "weken": "13"}
        page(amina, f"/huishoudens/{dossier.pk}/coordinatie/waakvlam/").post(vlam)
    with klok.reis_naar(DAG + 13 * WEEK):
        (adres,) = page(amina, "/waakvlam/").tree.xpath("//a[normalize-space()='Contact gehad']/@href")
        page(amina, adres).post({"op": f"{DAG + 13 * WEEK:%d-%m-%Y}", "hoe": "Het gaat goed."})
        assert Waakvlam.objects.get().volgende_op == DAG + 26 * WEEK
    with klok.reis_naar(DAG + 26 * WEEK):
        assert page(amina, "/mijn-dag/").tree.xpath(f"//a[@href='{adres}']")
