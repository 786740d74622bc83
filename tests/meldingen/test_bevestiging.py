"""The confirmation of a melding: what the law wants it to say, in words anybody reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from eenplan.brieven.leesbaarheid import score
from eenplan.core import klok
from eenplan.dossiers.models import Document
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import Gespreksvraag, maak_melding, neem_contact_aan
from eenplan.meldingen.brief import bevestigingsbrief
from eenplan.meldingen.models import Kanaal, Urgentie
from eenplan.meldingen.queries import klokken
from eenplan.meldingen.states import Meldingstatus
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from verhalen import melding

Bezoek = Callable[..., Page]


def tekst(gezin: Gezin, gerda: Medewerker, wet: Wet) -> str:
    gemeld = melding(gezin, by=gerda, at=MAANDAG, wet=wet)
    return bevestigingsbrief(gemeld, klokken=klokken(gemeld), van=gerda, op=MAANDAG.date()).tekst


def test_the_wmo_letter_says_what_the_law_wants(gerda: Medewerker, de_wit: Gezin) -> None:
    gelezen = tekst(de_wit, gerda, Wet.WMO)
    assert "uiterlijk 4 januari 2027 klaar" in gelezen  # six weeks, Wmo 2.3.2 lid 1
    assert "uiterlijk 30 november 2026" in gelezen  # the own plan, lid 2
    assert "onafhankelijke cliëntondersteuner" in gelezen  # lid 3
    assert "kost u niets" in gelezen
    assert "Na het onderzoek kunt u een aanvraag doen." in gelezen  # lid 9
    assert "toch een aanvraag doen" in gelezen
    assert "binnen twee weken" in gelezen  # 2.3.5 lid 2
    assert "Team Noord 1, telefoon 0123 45 00 01" in gelezen


@pytest.mark.parametrize(
    ("wet", "wel", "niet"),
    [
        (Wet.JEUGDWET, "familiegroepsplan", "persoonlijk plan"),
        (Wet.WGS, "uiterlijk 21 december 2026", "persoonlijk plan"),
        (Wet.PARTICIPATIEWET, "Werk en Inkomen", "uiterlijk"),
    ],
)
def test_other_laws_have_their_own_words(wet: Wet, wel: str, niet: str, gerda: Medewerker, de_wit: Gezin) -> None:
    gelezen = tekst(de_wit, gerda, wet)
    assert wel in gelezen
    assert niet not in gelezen
    assert "cliëntondersteuner" in gelezen


@pytest.mark.parametrize("wet", [Wet.WMO, Wet.JEUGDWET, Wet.WGS, Wet.PARTICIPATIEWET])
def test_the_letter_reads_easily(wet: Wet, gerda: Medewerker, de_wit: Gezin) -> None:
    gemeten = score(tekst(de_wit, gerda, wet))
    assert gemeten.is_gewoon, gemeten


def test_a_letter_about_a_child_goes_to_the_parents(gerda: Medewerker, de_wit: Gezin) -> None:
    vraag = Gespreksvraag("Sanne", "Daan slaapt niet", persoon=de_wit.daan, huishouden=de_wit.huishouden)
    gemeld = maak_melding(neem_contact_aan(vraag, by=gerda, at=MAANDAG), wet=Wet.JEUGDWET, by=gerda, at=MAANDAG)
    brief = bevestigingsbrief(gemeld, klokken=[], van=gerda, op=MAANDAG.date())
    assert brief.naam == "ouders of verzorgers van Daan de Wit"
    assert brief.adresregels == ("Lindelaan 4", "1231 AA Zonnedaal")


def test_urgent_debts_name_the_short_term(gerda: Medewerker, de_wit: Gezin) -> None:
    vraag = Gespreksvraag(
        "Sanne",
        "Morgen word ik uit huis gezet",
        urgentie=Urgentie.SPOED,
        persoon=de_wit.sanne,
        huishouden=de_wit.huishouden,
    )
    gemeld = maak_melding(neem_contact_aan(vraag, by=gerda, at=MAANDAG), wet=Wet.WGS, by=gerda, at=MAANDAG)
    gelezen = bevestigingsbrief(gemeld, klokken=klokken(gemeld), van=gerda, op=MAANDAG.date()).tekst
    assert "uiterlijk 26 november 2026" in gelezen


def test_gerda_reads_the_letter_and_sends_it_once(page: Bezoek, gerda: Medewerker, de_wit: Gezin) -> None:
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    with klok.reis_naar(date(2026, 11, 24)):
        adres = f"/meldingen/{gemeld.pk}/bevestiging/"
        brief = page(gerda, adres, queries_max=14)
        assert "cliëntondersteuner" in brief.words
        verzonden = brief.post({})
        brief.post({})
        pagina = verzonden.follow()
    assert "ontvangst bevestigd" in pagina.words
    gemeld.refresh_from_db()
    assert gemeld.status == Meldingstatus.BEVESTIGD
    document = Document.objects.get()
    gedrukt = PdfReader(BytesIO(bytes(document.inhoud))).pages[0].extract_text()
    assert "Sanne de Wit" in gedrukt
    assert gemeld.bevestiging.verstuurd_op == date(2026, 11, 24)


def test_another_team_cannot_reach_it(page: Bezoek, gerda: Medewerker, chantal: Medewerker, de_wit: Gezin) -> None:
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    for adres in ("", "bevestiging/", "afsluiting/"):
        page(chantal, f"/meldingen/{gemeld.pk}/{adres}", status=404)
    page(gerda, f"/meldingen/{gemeld.pk}/afsluiting/", status=403)


def test_amina_closes_a_melding_with_a_reason(
    page: Bezoek, gerda: Medewerker, amina: Medewerker, de_wit: Gezin
) -> None:
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    pagina = page(amina, f"/meldingen/{gemeld.pk}/afsluiting/")
    assert "Vul het in" in pagina.post({"reden": ""}, status=422).words
    gesloten = pagina.post({"reden": "De buurvrouw helpt."}).follow()
    assert "De buurvrouw helpt." in gesloten.words
    nogmaals = pagina.post({"reden": "Nog eens"}, status=422)
    assert "Dit kan niet meer" in nogmaals.words


@pytest.mark.parametrize(
    ("kanaal", "beller", "namens", "wie", "zelf"),
    [
        (Kanaal.TELEFOON, "Sanne de Wit", "", "sanne", True),
        (Kanaal.TELEFOON, "Sanne de Wit", "Daan de Wit", "daan", True),  # the mother, for her child
        (Kanaal.PROFESSIONAL, "juf Marieke", "Daan de Wit", "daan", False),
        (Kanaal.NAASTE, "buurvrouw Ans", "Sanne de Wit", "sanne", False),
        (Kanaal.TELEFOON, "buurvrouw Ans", "Sanne de Wit", "sanne", False),
    ],
)
def test_what_another_told_is_not_put_into_the_residents_mouth(
    kanaal: Kanaal, beller: str, namens: str, wie: str, gerda: Medewerker, de_wit: Gezin, *, zelf: bool
) -> None:
    persoon = getattr(de_wit, wie)
    gehoord = Gespreksvraag(
        beller, "Het gaat daar mis.", kanaal=kanaal, namens=namens, persoon=persoon, huishouden=de_wit.huishouden
    )
    gemeld = maak_melding(neem_contact_aan(gehoord, by=gerda, at=MAANDAG), wet=Wet.JEUGDWET, by=gerda, at=MAANDAG)
    gelezen = bevestigingsbrief(gemeld, klokken=[], van=gerda, op=MAANDAG.date()).tekst
    assert ("hebt u ons om hulp gevraagd" in gelezen) == zelf
    assert ("Het gaat daar mis." in gelezen) == zelf
    assert (f"vroeg iemand anders ons om hulp voor {persoon.naam}" in gelezen) != zelf
