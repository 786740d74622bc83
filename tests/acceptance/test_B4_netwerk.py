"""B4: who is around a household, how well and how much; who must not be known is in no print and no export."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

import verhalen
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Taak
from eenplan.netwerk.actions import leg_steun_vast, wijzig_steun
from eenplan.netwerk.models import Overbelasting, Steunfiguur, Steunmarkering
from eenplan.netwerk.queries import om_af_te_drukken, visible_to, zonder_verborgen
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.gezin_actions import leg_relatie_vast, markeer_relatie
from eenplan.personen.models import Markeringsoort, Relatiesoort
from eenplan.privacy.verzamelen import verzamel
from personas import MAANDAG

DAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    gevonden = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(gevonden, regisseur=amina, by=amina, at=MAANDAG)
    return gevonden


@pytest.fixture
def zus(stad, gerda):
    """Sanne's sister, who is a resident of another part of town."""
    elders = NieuwHuishouden(
        "Beukenweg", 12, "1232AA", (NieuwPersoon("Loes", "Vermeer", geboortedatum=date(1990, 5, 4)),)
    )
    return schrijf_huishouden_in(elders, by=gerda, at=MAANDAG).leden.get().persoon


def pagina_van(dossier, rest=""):
    return f"/huishoudens/{dossier.pk}/netwerk/{rest}"


def invoer(gezin, **anders):
    velden = {
        "rond": gezin.sanne.pk,
        "persoon": "",
        "naam": "buurvrouw Ria",
        "band": "buur",
        "steun": "Brengt de jongens naar school.",
        "hoe_vaak": "wekelijks",
        "werking": "goed",
        "draagkracht": "kan_meer",
    }
    return velden | anders


def druk(page, wie, dossier):
    inhoud = page(wie, pagina_van(dossier, "afdruk/")).response.content
    return " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def test_the_worker_writes_down_who_supports_how_well_and_how_much(page, de_wit, dossier, amina):
    """Gegeven een gesprek over wie Sanne helpt. Als Amina buurvrouw Ria toevoegt. Dan staat zij in de lijst."""
    leeg = page(amina, pagina_van(dossier), queries_max=15)
    assert "Nog niemand" in leeg.words
    page(amina, pagina_van(dossier, "nieuw/"), data=invoer(de_wit))
    seen = page(amina, pagina_van(dossier), queries_max=15)
    for woord in ("buurvrouw Ria", "Brengt de jongens naar school.", "elke week", "helpt goed", "kan meer"):
        assert woord in seen.words
    tekening = seen.tree.xpath("//*[local-name()='svg'][@role='img']")[0]
    assert "buurvrouw Ria" in " ".join(tekening.xpath(".//*[local-name()='text']/text()"))
    lijst, beeld = (seen.text.index(f'id="{deel}"') for deel in ("lijst", "tekening"))
    assert lijst < beeld  # the list comes first, for who listens or works by keyboard


def test_a_tie_that_is_known_stands_there_already_and_only_asks_for_the_support(page, de_wit, dossier, zus, amina):
    leg_relatie_vast(de_wit.huishouden, zus, de_wit.sanne, Relatiesoort.FAMILIE_VAN, by=amina, at=MAANDAG)
    seen = page(amina, pagina_van(dossier))
    assert "Loes Vermeer" in seen.words
    (verder,) = seen.tree.xpath("//a[contains(., 'Steun opschrijven')]/@href")
    form = page(amina, verder)
    assert form.tree.xpath("//select[@name='persoon']/option[@selected]/text()") == ["Loes Vermeer"]
    form.post(invoer(de_wit, persoon=zus.pk, naam="", band="familie"))
    seen = page(amina, pagina_van(dossier))
    assert [kop.text_content().strip() for kop in seen.tree.xpath("//h3")] == ["Loes Vermeer"]
    assert not seen.tree.xpath("//a[contains(., 'Steun opschrijven')]")
    page(amina, verder, data=invoer(de_wit, persoon=zus.pk, naam="", band="familie"), status=422)  # not typed twice


def test_what_lacks_is_said_and_nothing_is_lost(page, de_wit, dossier, amina):
    fout = page(amina, pagina_van(dossier, "nieuw/"), data=invoer(de_wit, naam="", markeringen=["geheim"]), status=422)
    assert "vul een naam in" in fout.words
    assert "Schrijf op waarom dit afgeschermd of schadelijk is." in fout.words
    assert fout.tree.xpath("//input[@name='steun']/@value") == ["Brengt de jongens naar school."]
    assert not Steunfiguur.objects.exists()


def test_an_overloaded_carer_is_work_until_somebody_wrote_what_was_done(page, de_wit, dossier, amina, bram):
    """Gegeven dat Bram ziet dat de buurvrouw het niet volhoudt. Als hij dat opschrijft. Dan krijgt regisseur Amina een
    taak, en die is pas klaar als er staat wat er is gedaan."""
    page(bram, pagina_van(dossier, "nieuw/"), data=invoer(de_wit, band="mantelzorger", draagkracht="overbelast"))
    taak = Taak.objects.get()
    assert (taak.voor, taak.uiterlijk) == (amina, DAG + timedelta(days=14))
    assert "Wmo 2.3.2 lid 4 onder d" in taak.wat
    assert "Ria" not in taak.wat
    assert "Iemand houdt het niet vol" in page(amina, pagina_van(dossier)).words
    assert "Netwerk: overbelast" in page(amina, f"/huishoudens/{dossier.pk}/").words
    rij = Overbelasting.objects.get()
    waar = f"/overbelastingen/{rij.pk}/"
    assert page(amina, "/mijn-dag/").tree.xpath(f"//a[@href='{waar}']")
    page(amina, waar, data={"uitkomst": ""}, status=422)
    page(amina, waar, data={"uitkomst": "Respijtzorg op dinsdag geregeld."})
    assert not Taak.objects.filter(gedaan_op__isnull=True).exists()
    assert "Respijtzorg op dinsdag geregeld." in page(amina, pagina_van(dossier)).words
    page(amina, waar, data={"uitkomst": "Nog eens."}, status=422)  # somebody else was first


def test_seeing_it_twice_is_one_task(de_wit, dossier, amina):
    rij = leg_steun_vast(dossier, verhalen.steun(de_wit, draagkracht="overbelast"), by=amina, at=MAANDAG)
    wijzig_steun(rij, verhalen.steun(de_wit, draagkracht="overbelast", steun="Kookt ook."), by=amina, at=MAANDAG)
    assert Taak.objects.count() == Overbelasting.objects.count() == 1


def test_support_that_ended_stays_to_be_read_and_closes_the_task(page, de_wit, dossier, amina):
    rij = leg_steun_vast(dossier, verhalen.steun(de_wit, draagkracht="overbelast"), by=amina, at=MAANDAG)
    page(amina, f"/steunfiguren/{rij.pk}/einde/", data={"reden": "Verhuisd naar Friesland."})
    seen = page(amina, pagina_van(dossier))
    assert "Verhuisd naar Friesland." in seen.words
    assert not seen.tree.xpath("//*[local-name()='svg'][@role='img']")
    assert not Taak.objects.filter(gedaan_op__isnull=True).exists()
    with pytest.raises(NietMogelijk):
        wijzig_steun(rij, verhalen.steun(de_wit), by=amina, at=MAANDAG)


# ------------------------------------------------------------------------------------------------ hidden and harmful


@pytest.fixture
def geheim(de_wit, dossier, amina):
    steun = verhalen.steun(
        de_wit, naam="Quirijn", markeringen=frozenset({"geheim"}), reden="Haar ex mag dit niet weten.",
        draagkracht="overbelast",
    )  # fmt: skip
    return leg_steun_vast(dossier, steun, by=amina, at=MAANDAG)


def test_who_works_in_the_file_sees_who_is_hidden_and_why(page, dossier, geheim, amina):
    seen = page(amina, pagina_van(dossier)).words
    assert "Quirijn" in seen
    assert "mag niet weten" in seen
    assert "Haar ex mag dit niet weten." in seen
    rij = Steunmarkering.objects.get()
    assert (rij.door, rij.op) == (amina, MAANDAG)


def test_the_print_for_the_household_leaves_out_who_is_hidden_or_harmful(page, de_wit, dossier, geheim, amina):
    leg_steun_vast(dossier, verhalen.steun(de_wit), by=amina, at=MAANDAG)
    slecht = verhalen.steun(de_wit, naam="Dealer Dirk", markeringen=frozenset({"schadelijk"}), reden="Verkoopt drugs.")
    leg_steun_vast(dossier, slecht, by=amina, at=MAANDAG)
    woorden = druk(page, amina, dossier)
    assert "buurvrouw Ria" in woorden
    assert "Quirijn" not in woorden
    assert "Dirk" not in woorden


def test_the_extract_of_the_resident_does_not_hold_it_nor_the_task_that_it_brought(de_wit, dossier, geheim, amina):
    leg_steun_vast(dossier, verhalen.steun(de_wit), by=amina, at=MAANDAG)
    tekst = str(verzamel(de_wit.sanne, at=MAANDAG).inhoud)
    assert "buurvrouw Ria" in tekst
    for woord in ("Quirijn", "Haar ex", "mantelzorger bespreken"):
        assert woord not in tekst, woord


def test_a_town_wide_role_and_another_team_do_not_see_it(page, dossier, geheim, chantal, daan):
    page(chantal, pagina_van(dossier), status=404)
    page(chantal, f"/steunfiguren/{geheim.pk}/", status=404)
    page(daan, pagina_van(dossier), status=403)
    assert not visible_to(chantal).exists()
    assert not zonder_verborgen(Steunfiguur.objects.all()).exists()


def test_a_mark_on_the_tie_itself_hides_the_support_as_well(de_wit, dossier, zus, amina):
    band = leg_relatie_vast(de_wit.huishouden, zus, de_wit.sanne, Relatiesoort.FAMILIE_VAN, by=amina, at=MAANDAG)
    leg_steun_vast(dossier, verhalen.steun(de_wit, persoon=zus, naam=""), by=amina, at=MAANDAG)
    assert om_af_te_drukken(dossier)
    markeer_relatie(
        band, de_wit.huishouden, soort=Markeringsoort.GEHEIM, beschermt=de_wit.sanne, reden="x", by=amina, at=MAANDAG
    )
    assert om_af_te_drukken(dossier) == []


def test_ending_the_mark_is_a_row_and_brings_the_support_back_on_paper(page, de_wit, dossier, geheim, amina):
    wijzig_steun(geheim, verhalen.steun(de_wit, naam="Quirijn"), by=amina, at=MAANDAG)
    merk = Steunmarkering.objects.get()
    assert (merk.tot, merk.beeindigd_door) == (MAANDAG, amina)
    assert "Quirijn" in druk(page, amina, dossier)


def test_a_manager_reads_the_network_and_does_not_write_in_it(page, de_wit, dossier, geheim, farid):
    assert "Quirijn" in page(farid, pagina_van(dossier)).words
    page(farid, pagina_van(dossier, "nieuw/"), data=invoer(de_wit), status=403)
    with pytest.raises(NietToegestaan):
        leg_steun_vast(dossier, verhalen.steun(de_wit), by=farid, at=MAANDAG)
