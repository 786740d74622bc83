"""From application to decision, and every reason not to."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.actions import (
    bereid_besluit_voor,
    bewaar_besluit,
    neem_besluit,
    ontvang_aanvraag,
    volg_nieuw_plan,
)
from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitregel, Uitkomst
from eenplan.besluiten.queries import open_aanvragen, planregels, tekst_van
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.dossiers.actions import Afspraak, begin_verslag, plan_gesprek
from eenplan.dossiers.models import Document, Documentsoort
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Verordening
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast
from eenplan.plannen.models import Doel, Inzet
from eenplan.termijnen.models import Termijn
from personas import MAANDAG
from verhalen import (
    GEWONE_TEKST,
    aanvraag,
    afgerond_onderzoek,
    concept_plan,
    genomen_besluit,
    melding,
    onderzoek,
    vastgesteld_plan,
    voorbereid_besluit,
)

DAG = timedelta(days=1)
BESLUITDAG = MAANDAG + 10 * DAG  # Thursday 3 December 2026


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


def _ontvang(dossier, gezin, by, *, at=MAANDAG, wet=Wet.WMO, bij=None, op=None, persoon=None):
    return ontvang_aanvraag(
        dossier, persoon=persoon or gezin.sanne, wet=wet, ontvangen_op=op or at.date(), melding=bij, by=by, at=at
    )


# ------------------------------------------------------------------------------------------------------ ontvangen


def test_an_application_after_the_onderzoek_starts_the_two_weeks_of_the_wmo(gedaan):
    klok = Termijn.objects.get(onderwerp_soort="aanvraag", onderwerp_id=gedaan.pk)
    assert (klok.regel, klok.start, klok.einddatum) == ("wmo-besluit", date(2026, 11, 30), date(2026, 12, 14))
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.AANVRAAG_ONTVANGEN, onderwerp_id=gedaan.pk).count() == 1


def test_an_application_under_another_law_gets_eight_weeks(de_wit, gerda, amina):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.JEUGDWET)
    gedaan = _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.JEUGDWET, bij=gemeld)
    klok = Termijn.objects.get(onderwerp_soort="aanvraag", onderwerp_id=gedaan.pk)
    assert (klok.regel, klok.einddatum) == ("awb-besluit", date(2027, 1, 18))


def _gesprek(dossier, gezin, by, *, op):
    gesprek = plan_gesprek(dossier, Afspraak("huisbezoek", op, "", (gezin.sanne,)), by=by, at=op)
    begin_verslag(gesprek, by=by, at=op)


def test_the_decision_on_debt_help_counts_from_the_first_talk(de_wit, gerda, amina):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WGS)
    _gesprek(gemeld.dossier, de_wit, amina, op=MAANDAG + 7 * DAG)
    _gesprek(gemeld.dossier, de_wit, amina, op=MAANDAG + 14 * DAG)
    gedaan = _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.WGS, bij=gemeld, at=MAANDAG + 21 * DAG)
    klok = Termijn.objects.get(onderwerp_soort="aanvraag", onderwerp_id=gedaan.pk)
    assert (klok.regel, klok.start, klok.einddatum) == ("wgs-besluit", date(2026, 11, 30), date(2027, 1, 25))
    assert "artikel 4a Wgs" in str(klok.afleiding)


def test_an_application_for_debt_help_waits_for_its_first_talk(page, de_wit, gerda, amina, daan):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WGS)
    gedaan = _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.WGS, bij=gemeld)
    assert not Termijn.objects.filter(onderwerp_soort="aanvraag").exists()
    assert "begint bij het eerste gesprek" in page(daan, f"/aanvragen/{gedaan.pk}/besluit/").words
    _gesprek(gemeld.dossier, de_wit, amina, op=MAANDAG + 3 * DAG)
    klok = Termijn.objects.get(onderwerp_soort="aanvraag", onderwerp_id=gedaan.pk)
    assert (klok.start, klok.einddatum) == (date(2026, 11, 26), date(2027, 1, 21))


def test_a_by_law_makes_the_decision_on_debt_help_shorter(de_wit, gerda, amina, monkeypatch):
    korter = replace(inrichting(), verordeningen=(Verordening("wgs-besluit", 6, date(2026, 1, 1)),))
    monkeypatch.setattr("eenplan.termijnen.actions.inrichting_op", lambda _dag: korter)
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.WGS)
    _gesprek(gemeld.dossier, de_wit, amina, op=MAANDAG)
    _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.WGS, bij=gemeld)
    assert Termijn.objects.get(regel="wgs-besluit").einddatum == date(2027, 1, 4)


def test_no_wmo_application_while_the_onderzoek_runs(de_wit, gerda, amina):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="na maandag 4 januari 2027"):
        _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=MAANDAG + 10 * DAG)


def test_a_wmo_application_is_allowed_when_the_six_weeks_have_passed(de_wit, gerda, amina):
    lopend = onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=MAANDAG + 42 * DAG)
    assert _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=MAANDAG + 43 * DAG).pk


def test_an_application_dated_before_the_onderzoek_was_done_is_refused(de_wit, gerda, amina):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    later = MAANDAG + 5 * DAG
    with pytest.raises(NietMogelijk, match="nog niet klaar"):
        _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=later, op=MAANDAG.date() + DAG)
    assert _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=later, op=MAANDAG.date() + 2 * DAG).pk


def test_a_wmo_application_names_its_melding(de_wit, gerda, amina):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="volgt op een melding"):
        _ontvang(lopend.dossier, de_wit, amina, at=MAANDAG + 5 * DAG)


@pytest.mark.parametrize(
    ("wet", "zin"), [(Wet.PARTICIPATIEWET, "Werk en Inkomen beslist"), (Wet.GEEN, "geen aanvraag nodig")]
)
def test_the_team_takes_no_application_on_which_it_does_not_decide(de_wit, gerda, amina, wet, zin):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=wet)
    with pytest.raises(NietMogelijk, match=zin):
        _ontvang(gemeld.dossier, de_wit, amina, wet=wet, bij=gemeld)
    assert not Aanvraag.objects.exists()


def test_an_application_cannot_come_from_the_future_or_from_a_stranger(de_wit, gerda, amina, farid, gedaan):
    with pytest.raises(NietMogelijk, match="toekomst"):
        _ontvang(gedaan.dossier, de_wit, amina, wet=Wet.JEUGDWET, op=MAANDAG.date() + DAG)
    vreemd = type(de_wit.sanne).objects.create(voornamen="Ina", roepnaam="Ina", achternaam="Vreemd")
    with pytest.raises(NietMogelijk, match="hoort niet bij dit huishouden"):
        _ontvang(gedaan.dossier, de_wit, amina, wet=Wet.JEUGDWET, persoon=vreemd)


def test_the_melding_must_be_of_the_same_person_and_law(de_wit, gerda, amina):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.JEUGDWET)
    with pytest.raises(NietMogelijk, match="andere inwoner of een andere wet"):
        _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.JEUGDWET, bij=gemeld, persoon=de_wit.mees)


def test_the_same_application_is_taken_once(de_wit, amina, gedaan):
    with pytest.raises(NietMogelijk, match="loopt al een aanvraag"):
        _ontvang(gedaan.dossier, de_wit, amina, bij=gedaan.melding, at=MAANDAG + 8 * DAG)


def test_who_may_take_an_application(de_wit, gerda, bram, chantal, farid):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.JEUGDWET)
    for niet in (gerda, chantal, farid):
        with pytest.raises(NietToegestaan):
            _ontvang(gemeld.dossier, de_wit, niet, wet=Wet.JEUGDWET, bij=gemeld)
    assert _ontvang(gemeld.dossier, de_wit, bram, wet=Wet.JEUGDWET, bij=gemeld).pk


# ---------------------------------------------------------------------------------------------------- voorbereiden


def test_a_decision_points_at_the_lines_of_the_adopted_plan(gedaan, daan):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    (regel,) = besluit.regels.all()
    assert regel.inzet.doel.plan == besluit.plan
    assert (regel.inzet.voorziening.naam, regel.is_toegekend) == ("Hulp bij het huishouden", True)
    assert besluit.uitkomst == Uitkomst.TOEGEKEND


def test_the_six_considerations_of_the_wmo_wait_empty(gedaan, daan):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    assert [rij.grond for rij in besluit.overwegingen.all()] == list(GEWONE_TEKST)
    assert not any(rij.tekst for rij in besluit.overwegingen.all())


@pytest.mark.parametrize(("wet", "aantal"), [(Wet.WMO, 6), (Wet.JEUGDWET, 5), (Wet.WGS, 3)])
def test_each_law_has_its_own_considerations(wet, aantal):
    assert len(gronden_voor(wet)) == aantal


def test_preparing_twice_gives_the_same_decision(gedaan, daan):
    assert bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG) == bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)


def test_no_decision_without_an_adopted_plan(de_wit, gerda, amina, daan):
    lopend = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    gedaan = _ontvang(lopend.dossier, de_wit, amina, bij=lopend.melding, at=MAANDAG + 5 * DAG)
    with pytest.raises(NietMogelijk, match="nog geen vastgesteld plan"):
        bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)


def test_a_plan_without_this_help_can_only_be_refused(de_wit, gerda, amina, farid, daan):
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    gemeld = melding(de_wit, by=gerda, at=MAANDAG, wet=Wet.JEUGDWET)
    besluit = bereid_besluit_voor(
        _ontvang(gemeld.dossier, de_wit, amina, wet=Wet.JEUGDWET, bij=gemeld), by=daan, at=BESLUITDAG
    )
    assert besluit.uitkomst == Uitkomst.AFGEWEZEN
    assert not besluit.regels.exists()
    tekst = Besluittekst(
        "U krijgt geen jeugdhulp.", Uitkomst.AFGEWEZEN, {g.code: "Reden." for g in gronden_voor("jeugdwet")}
    )
    bewaar_besluit(besluit, tekst, bewerking=0, by=daan, at=BESLUITDAG)
    neem_besluit(besluit, by=daan, at=BESLUITDAG)
    assert "Wij wijzen uw aanvraag af." in _brieftekst(besluit)


def test_only_who_may_decide_prepares(gedaan, amina, farid, gerda):
    for niet in (amina, farid, gerda):
        with pytest.raises(NietToegestaan):
            bereid_besluit_voor(gedaan, by=niet, at=BESLUITDAG)


# ----------------------------------------------------------------------------------------------------------- bewaren


def test_a_second_writer_does_not_overwrite_the_first(gedaan, daan):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    nummer = bewaar_besluit(besluit, Besluittekst("Eerst.", "toegekend"), bewerking=0, by=daan, at=BESLUITDAG)
    assert nummer == 1
    with pytest.raises(IntussenGewijzigd):
        bewaar_besluit(besluit, Besluittekst("Toch.", "toegekend"), bewerking=0, by=daan, at=BESLUITDAG)
    besluit.refresh_from_db()
    assert besluit.samenvatting == "Eerst."


def test_a_ground_that_was_not_sent_keeps_its_text(gedaan, daan):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    bewaar_besluit(
        besluit, Besluittekst("", "toegekend", {"netwerk": "De zus helpt."}), bewerking=0, by=daan, at=BESLUITDAG
    )
    bewaar_besluit(besluit, Besluittekst("", "toegekend", {"mantelzorg": "Geen."}), bewerking=1, by=daan, at=BESLUITDAG)
    assert tekst_van(besluit).gronden["netwerk"] == "De zus helpt."


# ------------------------------------------------------------------------------------------------------------ nemen


def _brieftekst(besluit):
    besluit.refresh_from_db()
    pdf = PdfReader(io.BytesIO(bytes(besluit.document.inhoud)))
    return " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())


def test_a_decision_is_taken_sent_and_starts_the_objection_term(gedaan, daan):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    besluit.refresh_from_db()
    assert besluit.status == Besluitstatus.GENOMEN
    assert (besluit.genomen_op, besluit.genomen_door) == (date(2026, 12, 3), daan)
    assert besluit.bezwaar_tot_en_met == date(2027, 1, 14)
    assert besluit.document.soort == Documentsoort.BESCHIKKING
    assert besluit.leesbaarheid > 60
    assert Termijn.objects.get(regel="wmo-besluit", onderwerp_id=gedaan.pk).voltooid_op == date(2026, 12, 3)
    bezwaar = Termijn.objects.get(regel="awb-bezwaar", onderwerp_soort="besluit", onderwerp_id=besluit.pk)
    assert (bezwaar.start, bezwaar.einddatum) == (date(2026, 12, 3), date(2027, 1, 14))
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.BESLUIT_GENOMEN).count() == 1


def test_the_last_day_to_object_is_never_a_free_day(gedaan, daan):
    """Sent on Friday 13 November … six weeks later is Christmas Day, so the Monday after counts (Awb 6:7, ATW 1)."""
    besluit = genomen_besluit(gedaan, by=daan, at=MAANDAG.replace(year=2027, month=11, day=13))
    assert besluit.bezwaar_tot_en_met == date(2027, 12, 27)


def test_the_letter_reads_summary_help_reasons_and_objection_in_that_order(gedaan, daan):
    tekst = _brieftekst(genomen_besluit(gedaan, by=daan, at=BESLUITDAG))
    stukken = [
        "Beste Sanne de Wit,",
        "In het kort U krijgt drie uur per week hulp bij het huishouden.",
        "Wat u krijgt",
        "3 uur per week",
        "14 december 2026",
        "Thuishulp Zonnedaal",
        "Waarom wij dit besluiten",
        "Wat u zelf kunt. U kookt zelf.",
        "artikel 2.3.5",
        "Wat dit voor u betekent",
        "artikel 2.3.8",
        "bezwaar maken. Dat kan tot en met donderdag 14 januari 2027.",
        "Postbus 100, 1230 AC Zonnedaal",
        "Amina Bouzid, 0123 45 67 00",
        "namens het college van burgemeester en wethouders van Zonnedaal",
    ]
    plekken = [tekst.find(stuk) for stuk in stukken]
    assert -1 not in plekken, dict(zip(stukken, plekken, strict=True))
    assert plekken == sorted(plekken)


@pytest.mark.parametrize("grond", GEWONE_TEKST)
def test_every_single_ground_must_be_written(gedaan, daan, grond):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    tekst = Besluittekst("U krijgt hulp.", "toegekend", GEWONE_TEKST | {grond: "  "})
    bewaar_besluit(besluit, tekst, bewerking=0, by=daan, at=BESLUITDAG)
    with pytest.raises(Onvolledig) as fout:
        neem_besluit(besluit, by=daan, at=BESLUITDAG)
    (zin,) = fout.value.zinnen
    assert zin.startswith("Schrijf de reden bij")
    assert not Document.objects.filter(soort=Documentsoort.BESCHIKKING).exists()


def test_no_decision_without_a_plain_summary(gedaan, daan):
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    bewaar_besluit(besluit, Besluittekst(" ", "toegekend", GEWONE_TEKST), bewerking=0, by=daan, at=BESLUITDAG)
    with pytest.raises(Onvolledig, match="gewone zinnen"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)


def test_a_refusal_cannot_stand_against_the_plan(gedaan, daan):
    besluit = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    bewaar_besluit(besluit, Besluittekst("Nee.", "afgewezen", GEWONE_TEKST), bewerking=1, by=daan, at=BESLUITDAG)
    with pytest.raises(Onvolledig, match="Het plan geeft deze hulp wel"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)


def _nieuwe_versie(dossier, amina, farid):
    plan = begin_plan(dossier, by=amina, at=BESLUITDAG, reden="Er is meer hulp nodig.")
    bied_plan_aan(plan, by=amina, at=BESLUITDAG)
    stel_plan_vast(plan, by=farid, at=BESLUITDAG)
    return plan


def test_a_decision_on_a_replaced_plan_is_refused_until_it_follows_the_new_one(gedaan, daan, amina, farid):
    besluit = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    nieuw = _nieuwe_versie(gedaan.dossier, amina, farid)
    with pytest.raises(Onvolledig, match="nieuwe versie van het plan"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)
    volg_nieuw_plan(besluit, by=daan, at=BESLUITDAG)
    assert besluit.plan == nieuw
    assert {regel.inzet.doel.plan_id for regel in besluit.regels.all()} == {nieuw.pk}
    assert neem_besluit(besluit, by=daan, at=BESLUITDAG).status == Besluitstatus.GENOMEN


def test_a_decision_is_taken_once_and_then_stands(gedaan, daan):
    besluit = genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    with pytest.raises(NietMogelijk, match="al genomen"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)
    with pytest.raises(NietMogelijk, match="al genomen"):
        bewaar_besluit(
            besluit, Besluittekst("Anders.", "toegekend"), bewerking=besluit.bewerking, by=daan, at=BESLUITDAG
        )
    assert Document.objects.filter(soort=Documentsoort.BESCHIKKING).count() == 1


def test_who_wrote_the_plan_does_not_decide_on_it(gedaan, daan):
    besluit = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    besluit.plan.auteurs.create(medewerker=daan, sinds=BESLUITDAG)
    with pytest.raises(NietToegestaan, match="U hebt het plan geschreven"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)


def test_the_team_itself_does_not_decide(gedaan, daan, amina, farid, chantal):
    besluit = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    for niet in (amina, farid, chantal):
        with pytest.raises(NietToegestaan):
            neem_besluit(besluit, by=niet, at=BESLUITDAG)


def test_a_decision_on_work_and_income_is_refused_even_when_one_was_prepared(gedaan, daan):
    besluit = voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)
    Aanvraag.objects.filter(pk=gedaan.pk).update(wet=Wet.PARTICIPATIEWET)
    with pytest.raises(NietMogelijk, match="Werk en Inkomen beslist"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)


def test_help_that_was_granted_is_not_granted_again(gedaan, de_wit, daan, amina):
    genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    opnieuw = _ontvang(gedaan.dossier, de_wit, amina, bij=gedaan.melding, at=BESLUITDAG + DAG)
    besluit = bereid_besluit_voor(opnieuw, by=daan, at=BESLUITDAG + DAG)
    assert not besluit.regels.exists()
    assert Besluitregel.objects.count() == 1
    assert Besluit.objects.count() == 2


def test_a_letter_to_a_child_is_written_to_the_parents(de_wit, gerda, amina, farid, daan):
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    dossier = de_wit.huishouden.dossier
    gedaan = _ontvang(dossier, de_wit, amina, wet=Wet.JEUGDWET, persoon=de_wit.mees)
    besluit = bereid_besluit_voor(gedaan, by=daan, at=BESLUITDAG)
    gronden = {grond.code: "Reden." for grond in gronden_voor(Wet.JEUGDWET)}
    bewaar_besluit(besluit, Besluittekst("Nee.", "afgewezen", gronden), bewerking=0, by=daan, at=BESLUITDAG)
    tekst = _brieftekst(neem_besluit(besluit, by=daan, at=BESLUITDAG))
    assert "De ouder(s) of verzorger(s) van Mees de Wit" in tekst
    assert "Beste ouder(s) of verzorger(s) van Mees," in tekst


# ------------------------------------------------------------------------------------------------------------ reads


def test_open_applications_stand_in_the_order_in_which_they_fall_due(gedaan, de_wit, amina, daan):
    later = _ontvang(gedaan.dossier, de_wit, amina, wet=Wet.WGS, at=MAANDAG)  # earlier in, but with eight weeks
    assert list(open_aanvragen(daan)) == [gedaan, later]
    assert [rij.uiterlijk for rij in open_aanvragen(daan)] == [date(2026, 12, 14), date(2027, 1, 19)]
    assert not open_aanvragen(amina), "only who may decide has them on the desk"
    genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    assert list(open_aanvragen(daan)) == [later]


def test_an_application_from_before_the_law_is_refused_with_a_sentence(page, de_wit, gerda, amina):
    dossier = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier
    oud = {"melding": "zonder", "persoon": de_wit.daan.pk, "wet": "jeugdwet", "ontvangen_op": "01-02-1950"}
    gezien = page(amina, f"/huishoudens/{dossier.pk}/aanvragen/nieuw/", data=oud, status=422)
    assert "geldt vanaf 1 januari 1994" in gezien.words
    assert not dossier.aanvragen.exists()


def test_what_is_decided_is_what_was_read(page, gedaan, daan):
    besluit = voorbereid_besluit(gedaan, by=daan, at=MAANDAG + 10 * DAG)
    gelezen = page(daan, f"/aanvragen/{gedaan.pk}/besluit/bekendmaking/")
    (nummer,) = gelezen.tree.xpath("//main//form//input[@name='bewerking']/@value")
    tekst = Besluittekst("Een collega schreef iets anders.", besluit.uitkomst, tekst_van(besluit).gronden)
    bewaar_besluit(besluit, tekst, bewerking=int(nummer), by=daan, at=MAANDAG + 10 * DAG)
    geweigerd = gelezen.post({"bewerking": nummer}, status=422)
    assert "Een collega heeft dit net gewijzigd" in geweigerd.words
    opnieuw = page(daan, gelezen.url)
    (nummer,) = opnieuw.tree.xpath("//main//form//input[@name='bewerking']/@value")
    opnieuw.post({"bewerking": nummer})
    besluit.refresh_from_db()
    assert besluit.status == Besluitstatus.GENOMEN


def test_help_that_a_new_version_carries_on_is_not_granted_again(page, gedaan, amina, farid, daan):
    genomen_besluit(gedaan, by=daan, at=BESLUITDAG)
    for _keer in range(2):
        nieuw = _nieuwe_versie(gedaan.dossier, amina, farid)
    assert Inzet.objects.filter(doel__plan=nieuw).exists()
    assert not planregels(gedaan, nieuw).exists()


def test_two_decisions_on_one_line_of_the_household_grant_it_once(page, de_wit, amina, farid, daan):
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    Doel.objects.filter(plan=plan).update(persoon=None)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    stel_plan_vast(plan, by=farid, at=MAANDAG)
    gedaan, tweede = (
        Aanvraag.objects.create(dossier=plan.dossier, persoon=wie, wet=Wet.WMO, ontvangen_op=MAANDAG.date())
        for wie in (de_wit.sanne, de_wit.daan)
    )
    een, twee = (voorbereid_besluit(van, by=daan, at=BESLUITDAG) for van in (gedaan, tweede))
    assert een.regels.get().inzet == twee.regels.get().inzet
    neem_besluit(een, by=daan, at=BESLUITDAG)
    with pytest.raises(IntussenGewijzigd):
        neem_besluit(twee, by=daan, at=BESLUITDAG)
    page(daan, f"/aanvragen/{tweede.pk}/besluit/")
    volg_nieuw_plan(twee, by=daan, at=BESLUITDAG)
    assert not twee.regels.exists()
