"""D10: from a day on help comes with a letter; whoever asks gets a decision, with the clock of the law (LW11)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.besluiten import queries
from eenplan.besluiten.actions import bewaar_besluit, neem_besluit, ontvang_aanvraag
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitverzoek, Uitkomst, Vorm
from eenplan.besluiten.tekst import Besluittekst
from eenplan.besluiten.toekenning import stuur_toekenningsbrief, vraag_besluit
from eenplan.besluiten.toekenningsbrief import toekenningsbrief
from eenplan.brieven.leesbaarheid import score
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.klok import reis_naar
from eenplan.dossiers.models import Taak
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Beschikkingsvrij
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen.actions import meld_start, wijs_toe
from eenplan.toewijzingen.doorlooptijd import Stap
from eenplan.toewijzingen.queries import laatste_doorloop, te_verdelen
from eenplan.web import stand
from personas import MAANDAG
from verhalen import GEWONE_TEKST, aanvraag, huishoudelijke_hulp

OP = MAANDAG + timedelta(days=8)
LATER = MAANDAG + timedelta(days=30)


@pytest.fixture
def vrij(monkeypatch):
    """Leeuwarden since 2021: help comes with a letter."""
    lijnen = tuple(Beschikkingsvrij(wet, date(2021, 1, 1)) for wet in ("wmo", "jeugdwet"))
    anders = replace(inrichting(), beschikkingsvrij=lijnen)
    for kamer in (queries, stand):
        monkeypatch.setattr(kamer, "inrichting", lambda: anders)


@pytest.fixture
def gevraagd(vrij, de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


@pytest.fixture
def brief(gevraagd, amina):
    return stuur_toekenningsbrief(gevraagd, by=amina, at=OP)


def pagina_van(naam, rij):
    return reverse(f"besluiten:{naam}", args=[rij.pk])


def zin(page, wie, gevraagd, dag):
    with reis_naar(dag.date()):
        return page(wie, reverse("web:stand", args=[gevraagd.dossier_id]))


def test_the_coordinator_gets_the_letter_as_a_task_and_the_back_office_nothing(page, amina, daan, gevraagd):
    """Gegeven een aanvraag in een gemeente met brieven. Dan stuurt Amina de brief; Daan hoeft niet te beslissen."""
    taak = Taak.objects.get(herkomst=f"aanvraag:{gevraagd.pk}")
    assert (taak.voor, taak.uiterlijk) == (amina, queries.klok_van(gevraagd).einddatum)
    assert not queries.open_aanvragen(daan).exists()
    with reis_naar(OP.date()):
        seen = page(amina, pagina_van("toekenning", gevraagd))
        assert "Deze brief is geen besluit." in seen.words
        na = seen.post({}).follow()
    assert "De brief is verstuurd" in na.words
    verstuurd = Besluit.objects.get()
    assert (verstuurd.vorm, verstuurd.bezwaar_tot_en_met, verstuurd.mandaat) == (Vorm.BRIEF, None, None)
    assert verstuurd.document.inhoud[:4] == b"%PDF"
    taak.refresh_from_db()
    assert taak.gedaan_op
    assert queries.klok_van(gevraagd).voltooid_op == OP.date()
    assert not Termijn.objects.filter(regel="awb-bezwaar").exists()


def test_the_letter_is_plain_and_says_what_from_whom_since_when_and_how_to_get_a_decision(brief, amina):
    geschreven = toekenningsbrief(brief, queries.regels_van(brief), dag=OP.date(), ondertekenaar=amina)
    tekst = str(geschreven.delen)
    for deel in ("3 uur per week", "Thuishulp Zonnedaal", "Wilt u toch een besluit?", "bezwaar maken"):
        assert deel in tekst
    assert score(geschreven.tekst).niveau in ("A2", "B1")


def test_help_starts_on_the_letter_and_its_day_counts_in_the_lead_time_under_its_own_name(brief, daan, gevraagd):
    regel = te_verdelen(daan).get()
    toewijzing = wijs_toe(regel, aanbieder=huishoudelijke_hulp(OP).aanbieder, by=daan, at=OP)
    meld_start(toewijzing, gestart_op=OP.date(), by=daan, at=OP)
    weg = laatste_doorloop(gevraagd.dossier_id, op=LATER.date())
    stempel = weg.stempel(Stap.BESLUIT)
    assert (stempel.op, str(stempel.naam)) == (OP.date(), "Brief over de hulp")
    assert weg.stempel(Stap.START).op == OP.date()


def test_where_it_stands_reads_right_before_and_after_the_letter(page, gerda, amina, gevraagd):
    assert "De brief komt uiterlijk" in zin(page, gerda, gevraagd, OP).words
    stuur_toekenningsbrief(gevraagd, by=amina, at=OP)
    seen = zin(page, gerda, gevraagd, OP)
    assert "De brief over uw hulp is op 1 december verstuurd. U kunt altijd om een besluit vragen." in seen.words
    assert "De inwoner vraagt een besluit" in seen.words


def test_the_front_office_notes_the_request_and_the_clock_of_the_law_starts(page, gerda, daan, gevraagd, brief):
    """Gegeven een brief. Als Sanne belt om een besluit. Dan legt Gerda dat vast en heeft Daan twee weken."""
    with reis_naar(LATER.date()):
        vraag = {"gevraagd_door": "Sanne de Wit", "gevraagd_op": "23-12-2026"}
        adres = pagina_van("besluitverzoek", gevraagd)
        page(gerda, adres).post({"gevraagd_door": "", "gevraagd_op": "01-01-2020"}, status=422)
        page(gerda, adres).post(vraag)
        page(gerda, adres, data=vraag)
        seen = page(gerda, reverse("web:stand", args=[gevraagd.dossier_id]))
    verzoek = Besluitverzoek.objects.get()
    assert (verzoek.brief, verzoek.gevraagd_door) == (brief, "Sanne de Wit")
    klok = queries.klok_van(verzoek.aanvraag)
    assert (klok.regel, klok.start) == ("wmo-besluit", date(2026, 12, 23))
    assert "U vroeg op 23 december om een besluit." in seen.words
    assert queries.open_aanvragen(daan).get() == verzoek.aanvraag


def test_the_decision_confirms_the_letter_and_the_help_runs_on_once(page, amina, daan, gevraagd, brief):
    wijs_toe(te_verdelen(daan).get(), aanbieder=huishoudelijke_hulp(OP).aanbieder, by=daan, at=OP)
    verzoek = vraag_besluit(gevraagd, gevraagd_op=LATER.date(), gevraagd_door="Sanne", by=amina, at=LATER)
    with reis_naar(LATER.date()):
        assert "Sanne vroeg op" in page(daan, pagina_van("besluit", verzoek.aanvraag)).words
        page(daan, reverse("besluiten:voorbereiding", args=[verzoek.aanvraag_id]), data={})
        besluit = Besluit.objects.get(vorm=Vorm.BESCHIKKING)
        assert [regel.inzet for regel in besluit.regels.all()] == queries.regels_van(brief)
        tekst = Besluittekst("U krijgt drie uur hulp.", besluit.uitkomst, GEWONE_TEKST)
        bewaar_besluit(besluit, tekst, bewerking=besluit.bewerking, by=daan, at=LATER)
        neem_besluit(besluit, by=daan, at=LATER)
        assert besluit.bezwaar_tot_en_met
        assert not te_verdelen(daan).exists()
        seen = page(daan, reverse("toewijzingen:toewijzing", args=[verzoek.aanvraag_id]))
    assert "Deze hulp is al toegezegd in een brief" in seen.words
    with pytest.raises(NietMogelijk, match="al toegezegd in een brief"):
        wijs_toe(besluit.regels.get(), aanbieder=huishoudelijke_hulp(OP).aanbieder, by=daan, at=LATER)
    weg = laatste_doorloop(gevraagd.dossier_id, op=LATER.date())
    assert weg.stempel(Stap.BESLUIT).op == OP.date()


def test_asked_before_the_letter_the_clock_of_the_application_runs_on(amina, daan, gevraagd):
    verzoek = vraag_besluit(gevraagd, gevraagd_op=OP.date(), gevraagd_door="Sanne", by=amina, at=OP)
    assert verzoek.aanvraag == gevraagd
    assert queries.klok_van(gevraagd).voltooid_op is None
    assert queries.open_aanvragen(daan).get() == gevraagd
    with pytest.raises(NietMogelijk, match="volgt een besluit"):
        stuur_toekenningsbrief(Aanvraag.objects.get(), by=amina, at=OP)


def test_a_letter_cannot_refuse(page, amina, daan, de_wit, gevraagd):
    """Gegeven een vraag waarvoor niets in het plan staat. Dan kan een brief niet: weigeren is altijd een besluit."""
    zonder = ontvang_aanvraag(
        gevraagd.dossier,
        persoon=de_wit.daan,
        wet=Wet.JEUGDWET,
        ontvangen_op=OP.date(),
        melding=None,
        by=amina,
        at=OP,
    )
    with pytest.raises(NietMogelijk, match="Een brief kan niet weigeren"):
        stuur_toekenningsbrief(zonder, by=amina, at=OP)
    with reis_naar(OP.date()):
        assert "Een brief kan niet weigeren." in page(amina, pagina_van("toekenning", zonder)).words
        page(amina, pagina_van("toekenning", zonder)).post({}, status=422)
        assert "Weigeren kan alleen met een besluit" in page(daan, pagina_van("besluit", zonder)).words
        page(daan, reverse("besluiten:voorbereiding", args=[zonder.pk]), data={})
    besluit = Besluit.objects.get()
    assert (besluit.vorm, besluit.uitkomst) == (Vorm.BESCHIKKING, Uitkomst.AFGEWEZEN)


def test_an_application_from_before_that_day_or_under_another_law_gets_a_decision(monkeypatch, gevraagd, amina):
    later = replace(inrichting(), beschikkingsvrij=(Beschikkingsvrij("wmo", date(2027, 1, 1)),))
    monkeypatch.setattr(queries, "inrichting", lambda: later)
    assert queries.antwoordvorm(gevraagd) == Vorm.BESCHIKKING
    with pytest.raises(NietMogelijk, match="volgt een besluit"):
        stuur_toekenningsbrief(gevraagd, by=amina, at=OP)
    with pytest.raises(NietMogelijk, match="komt al een besluit"):
        vraag_besluit(gevraagd, gevraagd_op=OP.date(), gevraagd_door="Sanne", by=amina, at=OP)


def test_the_letter_is_not_for_a_manager_or_another_team(page, farid, chantal, gerda, gevraagd):
    with pytest.raises(NietToegestaan):
        stuur_toekenningsbrief(gevraagd, by=farid, at=OP)
    page(chantal, pagina_van("toekenning", gevraagd), status=404)
    page(chantal, pagina_van("besluitverzoek", gevraagd), status=404)
    page(gerda, pagina_van("toekenning", gevraagd), status=403)
