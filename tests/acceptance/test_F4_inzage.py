"""F4: an access request gives everything about one resident, the log included, and nothing about anybody else."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from django.apps import apps

import verhalen
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.models import Document, Notitie, Notitieverberging
from eenplan.netwerk.queries import verborgen_figuren
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.bsn import bewaar_bsn
from eenplan.personen.models import Adresafscherming, Huishoudlid, Relatie, Relatiemarkering
from eenplan.privacy.actions import Gevraagd, neem_in_behandeling, neem_verzoek_op
from eenplan.privacy.anderen import Iemand, Zoeker
from eenplan.privacy.brief import WEGGELATEN
from eenplan.privacy.kaart import KOLOMMEN_ZONDER_INHOUD, NIET_IN_UITTREKSEL, SOORTEN
from eenplan.privacy.models import Passage, Uittreksel
from eenplan.privacy.verzamelen import is_machine, verzamel
from eenplan.teams.models import Rolvervulling
from eenplan.veiligheid.models import Risicotaxatie, Veiligheidsplan
from merktekens import LATER, MERK, plant, vul
from personas import MAANDAG


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def verzoek(de_wit, gerda, daan):
    """Sanne asked what we have of her; the back office knows it is her."""
    dossier = verhalen.melding(de_wit, by=gerda, at=MAANDAG).dossier
    gevraagd = Gevraagd("inzage", de_wit.sanne, MAANDAG.date(), "brief", "Wat hebt u van mij?")
    verzoek = neem_verzoek_op(dossier, gevraagd, by=daan, at=MAANDAG)
    neem_in_behandeling(verzoek, identiteit="legitimatie", by=daan, at=MAANDAG)
    return verzoek


def noteer(verzoek, wie, tekst):
    return Notitie.objects.create(dossier=verzoek.dossier, auteur=wie, geschreven_op=MAANDAG, tekst=tekst)


def gegeven(page, wie, verzoek, *, rest="1", **keuzes):
    """Collect, judge, release and open the file as the resident gets it."""
    adres = f"/verzoeken/{verzoek.pk}/"
    page(wie, f"{adres}verzameling/", data={})
    page(wie, f"{adres}uittreksel/", data={"rest": rest, **keuzes})
    page(wie, f"{adres}uittreksel/vrijgave/", data={})
    antwoord = page(wie, f"{adres}bestand/")
    pak = zipfile.ZipFile(io.BytesIO(antwoord.response.content))
    return pak, pak.read("gegevens.json").decode()


# ------------------------------------------------------------------------------------- everything, against the database


def test_every_text_of_the_file_is_in_the_extract_or_in_a_named_list(de_wit, amina, farid, gerda, daan):
    vul(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)
    gepland = plant()
    bewaar_bsn(de_wit.sanne, "999900006")  # a mark in an encrypted number cannot be read back
    de_wit.sanne.refresh_from_db()
    inhoud = json.dumps(verzamel(de_wit.sanne, at=LATER).inhoud)
    gevonden = {f"merk{nummer}x" for nummer in MERK.findall(inhoud)}
    alleen_eigen = {soort.model for soort in SOORTEN if not soort.dossier or soort.model == "personen.Persoon"}
    gemist = [
        plek
        for merk, plek in gepland.items()
        if merk not in gevonden and not _mag_ontbreken(*plek, alleen_eigen, de_wit.sanne)
    ]
    assert not gemist
    assert len(gevonden) > 60


VERBERGING = {
    "dossiers.Notitie": Notitie.objects.filter(verbergingen__isnull=False, verbergingen__opgeheven_op=None),
    "dossiers.Document": Document.objects.filter(verbergingen__isnull=False, verbergingen__opgeheven_op=None),
    "netwerk.Steunfiguur": verborgen_figuren(),
    "veiligheid.Risicotaxatie": Risicotaxatie.objects.exclude(reden_verborgen=""),
    "veiligheid.Veiligheidsplan": Veiligheidsplan.objects.exclude(reden_verborgen=""),
}


def _mag_ontbreken(soort, rij, kolom, alleen_eigen, persoon):
    """A kind or column that the map names as left out, or a row of another resident."""
    model = apps.get_model(soort)
    if soort in NIET_IN_UITTREKSEL or f"{soort}.{kolom}" in KOLOMMEN_ZONDER_INHOUD:
        return True
    if soort in VERBERGING and VERBERGING[soort].filter(pk=rij).exists():
        return True  # hidden from the household: never in an extract
    if soort == "personen.Burgerservicenummer" or is_machine(model._meta.get_field(kolom)):
        return True
    return soort in alleen_eigen and not _is_eigen(soort, rij, persoon)


def _is_eigen(soort, rij, persoon):
    deel = next(deel for deel in SOORTEN if deel.model == soort)
    paden = deel.persoon or ("pk",)
    rijen = apps.get_model(soort)._default_manager.filter(pk=rij)
    return any(rijen.filter(**{pad: persoon.pk}).exists() for pad in paden)


def test_nothing_of_another_household_is_in_it(de_wit, amina, gerda, verzoek):
    nieuw = NieuwHuishouden(
        straat="Vijverweg", huisnummer=9, postcode="1231AA", woonplaats="Zonnedaal",
        leden=(NieuwPersoon("Karin", "Bos", geboortedatum=date(1960, 1, 2), telefoon="0687654321"),),
    )  # fmt: skip
    buren = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
    Notitie.objects.create(
        dossier=verhalen.open_dossier(buren, by=amina, at=MAANDAG),
        auteur=amina,
        geschreven_op=MAANDAG,
        tekst="vreemdwoord",
    )
    inhoud = json.dumps(verzamel(de_wit.sanne, at=MAANDAG).inhoud)
    for woord in ("vreemdwoord", "Karin", "Vijverweg", "0687654321"):
        assert woord not in inhoud


def test_the_file_holds_paper_data_letters_decisions_and_who_looked(page, verzoek, daan, amina, de_wit):
    record(Sleutel.DOSSIER_INGEZIEN, verzoek.dossier, by=amina, at=MAANDAG)
    noteer(verzoek, amina, "Sanne belde over het huishouden.")
    Document.objects.create(
        dossier=verzoek.dossier, soort="bevestiging", titel="Wij kregen uw melding", inhoud=b"%PDF-1.7 brief",
        omvang=14,
        sha256="0" * 64, gemaakt_op=MAANDAG, gemaakt_door=daan,
    )  # fmt: skip
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    stuk = Passage.objects.get(onderdeel="bijlage")
    pak, data = gegeven_na(page, daan, verzoek, {f"keuze-{stuk.pk}": "tonen"})
    assert pak.read("gegevens.pdf").startswith(b"%PDF")
    assert pak.read("bijlagen/001.pdf") == b"%PDF-1.7 brief"
    assert "Sanne belde over het huishouden." in data
    assert "999900006" in data
    assert "Amina Bouzid" in data
    assert "dossier bekeken" in data
    assert "Wij kregen uw melding" in data


def gegeven_na(page, wie, verzoek, keuzes):
    adres = f"/verzoeken/{verzoek.pk}/"
    page(wie, f"{adres}uittreksel/", data={"rest": "1", **keuzes})
    page(wie, f"{adres}uittreksel/vrijgave/", data={})
    pak = zipfile.ZipFile(io.BytesIO(page(wie, f"{adres}bestand/").response.content))
    return pak, pak.read("gegevens.json").decode()


# ------------------------------------------------------------------------------------------------ others, withheld


def test_a_sentence_about_somebody_else_is_marked_judged_and_withheld(page, verzoek, daan, amina):
    noteer(verzoek, amina, "Sanne slaapt slecht. Daan is bang op school. Hij plast in bed. Sanne kookt zelf.")
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    scherm = page(daan, f"/verzoeken/{verzoek.pk}/uittreksel/").words
    assert "Daan is bang op school." in scherm
    assert "de naam ‘Daan’" in scherm
    _pak, data = gegeven_na(page, daan, verzoek, {})
    assert f"Sanne slaapt slecht. {WEGGELATEN} Sanne kookt zelf." in data
    assert "bang op school" not in data
    assert "plast in bed" not in data


def test_what_a_worker_lets_stand_stays_and_what_is_withheld_has_a_reason(page, verzoek, daan, amina):
    noteer(verzoek, amina, "Daan doet het goed op school.")
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    passage = Passage.objects.get(tekst__contains="goed op school")
    _pak, data = gegeven_na(page, daan, verzoek, {f"keuze-{passage.pk}": "tonen"})
    assert "Daan doet het goed op school." in data
    for andere in Passage.objects.filter(is_tonen=False, is_vast=False):
        assert andere.reden
        assert andere.beoordeeld_door == daan


def test_nothing_goes_out_before_everything_was_judged(page, verzoek, daan, amina):
    noteer(verzoek, amina, "Mees is ziek.")
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    page(daan, f"/verzoeken/{verzoek.pk}/uittreksel/vrijgave/", data={})
    assert Uittreksel.objects.get().vrijgegeven_op is None
    page(daan, f"/verzoeken/{verzoek.pk}/bestand/", status=404)
    toewijzen = {"uitkomst": "toegewezen", "artikel": "artikel 15 AVG", "reden": "Hierbij."}
    assert "Verzamel eerst" in page(daan, f"/verzoeken/{verzoek.pk}/antwoord/", data=toewijzen, status=422).words


def test_a_worker_withholds_what_the_search_did_not_find(page, verzoek, daan, amina):
    noteer(verzoek, amina, "Op nummer 7 wordt gedeald.")
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    adres = f"/verzoeken/{verzoek.pk}/uittreksel/merking/"
    page(daan, adres, data={"woorden": "staat er niet in", "reden": "artikel 41 UAVG"}, status=422)
    page(daan, adres, data={"woorden": "Op nummer 7 wordt gedeald.", "reden": "artikel 41 UAVG"})
    _pak, data = gegeven_na(page, daan, verzoek, {})
    assert "gedeald" not in data


def test_after_release_what_was_withheld_is_kept_nowhere_a_second_time(page, verzoek, daan, amina):
    noteer(verzoek, amina, "Daan heeft een bijzonderwoord gezegd.")
    gegeven(page, daan, verzoek)
    uittreksel = Uittreksel.objects.get()
    assert uittreksel.inhoud == {}
    assert not uittreksel.passages.exclude(tekst="").exists()
    assert b"bijzonderwoord" not in zipfile.ZipFile(io.BytesIO(bytes(uittreksel.bestand))).read("gegevens.json")


ZOEKER = Zoeker(
    Iemand("Sanne de Wit", ("Sanne", "", "Wit"), date(1988, 3, 14), "06 12 34 56 00"),
    [
        Iemand("Daan de Wit", ("Daan", "", "Wit"), date(2017, 5, 2)),
        Iemand("Cornelis Visser", ("Cor", "Cornelis", "Visser"), telefoon="06 11 22 33 44", adres="Vijverweg 9"),
        Iemand("Petra Schut", ("Petra", "", "Schut"), is_geheim=True),
    ],
)


@pytest.mark.parametrize(
    ("zin", "over"),
    [
        ("Daan was er ook.", "Daan de Wit"),
        ("daan was er ook", "Daan de Wit"),
        ("Kornelis kwam langs.", "Cornelis Visser"),
        ("Mevrouw Fisser belde.", "Cornelis Visser"),
        ("De jongste (2 mei 2017) is ziek.", "Daan de Wit"),
        ("Geboren 02-05-2017.", "Daan de Wit"),
        ("Bel 0611223344.", "Cornelis Visser"),
        ("Zij gaan naar Vijverweg 9.", "Cornelis Visser"),
        ("De buurvrouw hoort geschreeuw.", "iemand zonder naam"),
        ("Bel +31 6 99 88 77 66.", "iemand die wij niet kennen"),
        ("Mail naar x@elders.nl.", "iemand die wij niet kennen"),
        ("Petra weet ervan.", "Petra Schut"),
    ],
)
def test_others_are_found_by_name_sound_date_number_and_address(zin, over):
    assert [vondst.over for vondst in ZOEKER.in_tekst(zin)] == [over]


@pytest.mark.parametrize("zin", ["Sanne de Wit belde.", "Zij is moe.", "Bel 06 12 34 56 00.", "Er is hulp nodig.", ""])
def test_what_is_about_the_resident_alone_is_not_marked(zin):
    assert not list(ZOEKER.in_tekst(zin))


def test_who_must_stay_secret_decides_for_the_whole_sentence():
    assert next(ZOEKER.in_tekst("Daan en Petra waren er.")).is_vast


# ---------------------------------------------------------------------------------- hidden, protected, of others


def test_a_note_hidden_from_the_household_is_never_collected(verzoek, de_wit, daan, amina):
    notitie = noteer(verzoek, amina, "verborgenwoord")
    Notitieverberging.objects.create(
        notitie=notitie, reden="Veiligheid.", herzien_op=date(2027, 1, 1), op=MAANDAG, door=amina
    )
    assert "verborgenwoord" not in json.dumps(verzamel(de_wit.sanne, at=MAANDAG).inhoud)


def test_a_marked_tie_and_who_it_protects_are_never_shown_whoever_judges(page, verzoek, de_wit, daan, amina, gerda):
    nieuw = NieuwHuishouden(
        straat="Vijverweg", huisnummer=9, postcode="1231AA", woonplaats="Zonnedaal",
        leden=(NieuwPersoon("Karin", "Bos", geboortedatum=date(1960, 1, 2)),),
    )  # fmt: skip
    karin = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG).leden.get().persoon
    band = Relatie.objects.create(van=karin, naar=de_wit.sanne, soort="familie_van")
    Relatiemarkering.objects.create(
        relatie=band, soort="geheim", beschermt=karin, reden="Bedreigd.", op=MAANDAG, door=amina
    )
    noteer(verzoek, amina, "Karin Bos belde ons.")
    page(daan, f"/verzoeken/{verzoek.pk}/verzameling/", data={})
    vast = Passage.objects.get(tekst="Karin Bos belde ons.")
    assert vast.is_vast
    assert "Karin" not in page(daan, f"/verzoeken/{verzoek.pk}/uittreksel/").words
    _pak, data = gegeven_na(page, daan, verzoek, {f"keuze-{vast.pk}": "tonen"})
    assert "Karin" not in data


def test_who_left_a_household_with_a_protected_address_learns_nothing_of_it(de_wit, gerda, amina, daan, verzoek):
    Huishoudlid.objects.filter(persoon=de_wit.sanne).update(tot=MAANDAG.date() + timedelta(days=1))
    Adresafscherming.objects.create(huishouden=de_wit.huishouden, vanaf=MAANDAG.date(), reden="Bedreigd.", door=amina)
    inhoud = json.dumps(verzamel(de_wit.sanne, at=MAANDAG).inhoud)
    assert "Lindelaan" not in inhoud
    assert "Sanne" in inhoud


def test_another_residents_records_are_marked_as_a_whole(verzoek, de_wit, daan):
    gevonden = verzamel(de_wit.sanne, at=MAANDAG)
    heel = {(passage.onderdeel, passage.over) for passage in gevonden.passages if not passage.veld}
    assert ("personen.Huishoudlid", "Daan de Wit") in heel


# ------------------------------------------------------------------------------------------------------- rights


def test_who_handles_no_requests_cannot_collect_or_read(page, verzoek, els, gerda, farid, chantal):
    for wie in (els, gerda, farid):
        page(wie, f"/verzoeken/{verzoek.pk}/verzameling/", data={}, status=403)
        page(wie, f"/verzoeken/{verzoek.pk}/bestand/", status=403)
    page(chantal, f"/verzoeken/{verzoek.pk}/uittreksel/", status=404)


def test_who_may_not_see_every_law_or_file_cannot_collect(page, verzoek, de_wit, amina):
    Rolvervulling.objects.filter(medewerker=amina).update(wetten=["jeugdwet"])
    page(amina, f"/verzoeken/{verzoek.pk}/verzameling/", data={}, status=403)
