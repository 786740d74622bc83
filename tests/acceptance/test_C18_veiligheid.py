"""C18: every intake asks after basic care and safety, the risk has a date, the safety plan is made together."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

import verhalen
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan, Onvolledig
from eenplan.dossiers.actions import open_dossier, verstuur_verslag
from eenplan.dossiers.models import Taak
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.actions import rond_onderzoek_af
from eenplan.meldingen.models import Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.privacy.verzamelen import verzamel
from eenplan.veiligheid.actions import (
    Antwoord,
    Taxatie,
    doe_check,
    maak_veiligheidsplan,
    sla_check_over,
    taxeer_risico,
)
from eenplan.veiligheid.models import OvergeslagenCheck, Risicotaxatie, Veiligheidscheck, Veiligheidsplan
from eenplan.veiligheid.queries import veiligheidsplan_voor_afdruk
from personas import MAANDAG

LATER = MAANDAG + timedelta(days=2)
DAG = LATER.date() + timedelta(days=90)


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date()):
        yield


@pytest.fixture
def onderzoek(de_wit, gerda, amina):
    """The written account went out; only the safety of the family was not asked after."""
    lopend = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    verstuur_verslag(verhalen.verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG), verhalen.BRIEF, by=amina, at=LATER)
    return lopend


@pytest.fixture
def dossier(de_wit, amina):
    return open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)


def adres(dossier_id, rest=""):
    return f"/huishoudens/{dossier_id}/veiligheid/{rest}"


def antwoorden(**anders):
    velden = {f"antwoord_{vraag.code}": "ja" for vraag in inrichting().veiligheidsvragen}
    return velden | {"kinderen": "gezien"} | anders


# -------------------------------------------------------------------------------------------------- at every intake


def test_an_onderzoek_does_not_end_before_safety_was_asked_after(page, onderzoek, amina):
    """Gegeven een onderzoek waarvan het verslag is verstuurd. Als Amina het wil afronden. Dan moet zij eerst naar
    veiligheid vragen, en daarna gaat zij verder waar zij was."""
    afronden = f"/meldingen/{onderzoek.melding_id}/onderzoek/afronding/"
    seen = page(amina, afronden)
    assert "Doe eerst de veiligheidscheck" in seen.words
    assert not seen.tree.xpath("//main//button[contains(., 'Onderzoek afronden')]")
    seen.post({}, status=422)
    (check,) = seen.tree.xpath("//a[contains(., 'Veiligheidscheck doen')]/@href")
    terug = page(amina, check).post(antwoorden()).follow()
    assert terug.url == afronden
    assert "Doe eerst de veiligheidscheck" not in terug.words
    page(amina, afronden, data={})
    assert Melding.objects.get().status == Meldingstatus.ONDERZOCHT
    rij = Veiligheidscheck.objects.get()
    assert (rij.door, rij.op) == (amina, LATER.date())
    assert rij.antwoorden.count() == len(inrichting().veiligheidsvragen)


def test_the_act_itself_refuses_whoever_calls_it(onderzoek, amina):
    with pytest.raises(NietMogelijk, match="veiligheidscheck"):
        rond_onderzoek_af(onderzoek, by=amina, at=LATER)


def test_a_check_from_before_the_melding_does_not_count(onderzoek, amina):
    verhalen.veiligheidscheck(onderzoek.dossier, by=amina, at=MAANDAG - timedelta(days=1))
    with pytest.raises(NietMogelijk, match="veiligheidscheck"):
        rond_onderzoek_af(onderzoek, by=amina, at=LATER)


def test_leaving_it_out_takes_a_reason_that_the_manager_reads(page, onderzoek, amina, farid, chantal):
    waar = adres(onderzoek.dossier_id, "overslaan/")
    page(amina, waar, data={"reden": " "}, status=422)
    page(amina, f"{waar}?melding={onderzoek.melding_id}", data={"reden": "Alleen een vraag over een parkeerkaart."})
    rond_onderzoek_af(onderzoek, by=amina, at=LATER)
    (waar_de_lijst_staat,) = page(farid, "/team/").tree.xpath("//a[contains(., 'Overgeslagen')]/@href")
    lijst = page(farid, waar_de_lijst_staat, queries_max=12).words
    for woord in ("Alleen een vraag over een parkeerkaart.", "Amina Bouzid", onderzoek.dossier.huishouden.naam):
        assert woord in lijst
    assert "parkeerkaart" not in page(chantal, "/team/overgeslagen-checks/").words
    assert "parkeerkaart" in page(farid, adres(onderzoek.dossier_id)).words
    with pytest.raises(NietMogelijk):
        sla_check_over(onderzoek.dossier, reden="", by=amina, at=LATER)
    assert OvergeslagenCheck.objects.count() == 1


def test_a_worry_has_its_words_and_so_has_a_child_that_was_not_seen(page, dossier, amina):
    fout = page(
        amina, adres(dossier.pk, "check/"), data=antwoorden(antwoord_veilig="zorg", kinderen="niet"), status=422
    )
    assert "Schrijf op wat de zorg is" in fout.words
    assert "Schrijf op waarom de kinderen niet zijn gezien." in fout.words
    assert fout.tree.xpath("//input[@name='antwoord_veilig'][@value='zorg'][@checked]")
    goed = antwoorden(
        antwoord_veilig="zorg", toelichting_veilig="Er wordt veel geschreeuwd.", kinderen="niet",
        kinderen_toelichting="Ze waren op school.",
    )  # fmt: skip
    page(amina, adres(dossier.pk, "check/"), data=goed)
    seen = page(amina, adres(dossier.pk), queries_max=15).words
    assert "Er wordt veel geschreeuwd." in seen
    assert "Ze waren op school." in seen


def test_every_question_has_an_answer(dossier, amina):
    with pytest.raises(Onvolledig) as fout:
        doe_check(dossier, {"veilig": Antwoord("zorg")}, kinderen="niet", by=amina, at=LATER)
    assert len(fout.value.zinnen) == len(inrichting().veiligheidsvragen) + 1


# ------------------------------------------------------------------------------------------- risk and the safety plan


def test_the_risk_is_judged_with_a_day_an_instrument_and_a_next_time(page, dossier, amina):
    velden = {"instrument": "LIRIK", "niveau": "hoog", "onderbouwing": "Politie kwam drie keer.", "wet": "geen"}
    page(amina, adres(dossier.pk, "risico/"), data=velden | {"opnieuw_op": LATER.date().isoformat()}, status=422)
    page(amina, adres(dossier.pk, "risico/"), data=velden | {"opnieuw_op": DAG.isoformat()})
    seen = page(amina, adres(dossier.pk)).words
    for woord in ("LIRIK", "hoog", "Politie kwam drie keer."):
        assert woord in seen
    taak = Taak.objects.get(gedaan_op__isnull=True)
    assert (taak.voor, taak.uiterlijk) == (amina, DAG)
    taxeer_risico(dossier, Taxatie("LIRIK", "laag", "Rust.", DAG), by=amina, at=LATER)
    assert Taak.objects.filter(gedaan_op__isnull=True).count() == 1
    assert list(Risicotaxatie.objects.order_by("pk").values_list("is_vervangen", flat=True)) == [True, False]


def test_the_safety_plan_is_made_together_and_changes_by_versions(page, dossier, amina):
    """Gegeven zorgen over ruzie thuis. Als Amina met Sanne en haar zus afspraken maakt. Dan staat erin wie wat doet,
    en blijft elke eerdere versie te lezen."""
    velden = vars(verhalen.afspraken(DAG)) | {"herzien_op": DAG.isoformat()}
    page(amina, adres(dossier.pk, "plan/"), data=velden)
    seen = page(amina, adres(dossier.pk)).words
    for woord in ("Sanne en haar zus", "De jongens gaan naar boven", "bij gevaar 112", "Haar zus belt elke avond."):
        assert woord in seen
    nieuw = page(amina, adres(dossier.pk, "plan/"))
    assert "Haar zus belt elke avond." in nieuw.text  # nothing is typed again
    nieuw.post(velden | {"wie_let_op": "De wijkagent komt langs."}, status=422)
    nieuw.post(velden | {"wie_let_op": "De wijkagent komt langs.", "waarom_nieuw": "Haar zus is verhuisd."})
    seen = page(amina, adres(dossier.pk)).words
    for woord in ("De wijkagent komt langs.", "Haar zus is verhuisd.", "Haar zus belt elke avond."):
        assert woord in seen
    assert list(Veiligheidsplan.objects.order_by("versie").values_list("versie", "is_vervangen")) == [
        (1, True),
        (2, False),
    ]
    assert [taak.uiterlijk for taak in Taak.objects.filter(gedaan_op__isnull=True)] == [DAG]
    assert "Veiligheid" in page(amina, f"/huishoudens/{dossier.pk}/").words


def _druk(page, wie, plan):
    inhoud = page(wie, f"/plannen/{plan.pk}/afdruk/").response.content
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())


def test_it_is_a_part_of_the_print_of_the_plan(page, de_wit, dossier, amina):
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=LATER)
    assert "Ons veiligheidsplan" not in _druk(page, amina, plan)
    maak_veiligheidsplan(dossier, verhalen.afspraken(DAG), by=amina, at=LATER)
    woorden = _druk(page, amina, plan)
    assert "Ons veiligheidsplan" in woorden
    assert "Sanne belt haar zus, bij gevaar 112." in woorden


def test_what_the_household_may_not_read_is_in_no_print_and_no_extract(page, de_wit, dossier, amina):
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=LATER)
    geheim = verhalen.afspraken(DAG, veilige_plek="De opvang in Kwikdorp.", reden_verborgen="Haar ex leest de post.")
    maak_veiligheidsplan(dossier, geheim, by=amina, at=LATER)
    taxeer_risico(
        dossier, Taxatie("LIRIK", "hoog", "Kwikreden.", DAG, reden_verborgen="Idem."), by=amina, at=LATER
    )  # fmt: skip
    assert veiligheidsplan_voor_afdruk(dossier) is None
    assert "Kwikdorp" not in _druk(page, amina, plan)
    uittreksel = str(verzamel(de_wit.sanne, at=LATER).inhoud)
    for woord in ("Kwikdorp", "Kwikreden", "Haar ex", "veiligheidsplan samen opnieuw", "risico opnieuw"):
        assert woord not in uittreksel, woord


def test_a_plan_under_another_law_is_not_printed_for_who_may_not_see_that_law(page, de_wit, dossier, amina, bram):
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=LATER)
    maak_veiligheidsplan(dossier, verhalen.afspraken(DAG, wet="jeugdwet"), by=amina, at=LATER)
    bram.rolvervullingen.update(wetten=["wmo"])
    assert "Ons veiligheidsplan" in _druk(page, amina, plan)
    assert "Ons veiligheidsplan" not in _druk(page, bram, plan)
    assert "De jongens gaan naar boven" not in page(bram, adres(dossier.pk)).words


def test_who_may_not_keep_the_file_reads_and_does_not_write(page, dossier, farid, chantal):
    assert not page(farid, adres(dossier.pk)).tree.xpath("//a[contains(., 'Veiligheidscheck doen')]")
    page(farid, adres(dossier.pk, "check/"), data=antwoorden(), status=403)
    page(chantal, adres(dossier.pk), status=404)
    with pytest.raises(NietToegestaan):
        verhalen.veiligheidscheck(dossier, by=farid, at=LATER)
