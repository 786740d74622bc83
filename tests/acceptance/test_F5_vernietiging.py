"""F5: what is past its term is named at night, proposed and approved by two people, destroyed, and nothing is left."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

import verhalen
from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import wijs_regisseur_aan
from eenplan.dossiers.models import Casus, Dossier
from eenplan.dossiers.sluiten import sluit_dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import bevestig_ontvangst, sluit_melding
from eenplan.meldingen.models import Contact
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Huishouden, Huishoudlid, Huishoudrol, Persoon, Relatie, Zoekwoord
from eenplan.privacy import vernietiging
from eenplan.privacy.models import Bewaarplicht, Vernietigingsverklaring, Vernietigingsvoorstel
from eenplan.privacy.vernietigen import alles_van_huishouden
from eenplan.teams.models import Medewerker, Rolvervulling
from merktekens import alle_rijen, overgebleven, plant, vul
from personas import BEGIN, MAANDAG, Gezin

LATER = MAANDAG.replace(year=2042)  # sixteen years on: past the fifteen of the Wmo
WEG = date(2041, 11, 26)  # closed on 25 November 2026, kept for fifteen years


@pytest.fixture
def frits(stad):
    """A second privacy officer: nobody approves what he proposed himself."""
    frits = Medewerker.objects.create_user(
        "frits", naam="Frits Bakker", functie="privacy officer", werkgever="Zonnedaal"
    )
    Rolvervulling.objects.create(medewerker=frits, rol=Rol.PRIVACY, team=None, vanaf=BEGIN)
    return frits


@pytest.fixture
def gesloten(de_wit, gerda, amina):
    """The file of the family De Wit, under the Wmo, closed two days after it began."""
    gemeld = verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    dossier = gemeld.dossier
    bevestig_ontvangst(gemeld, verhalen.BRIEF, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    sluit_melding(gemeld, reden="Sanne redt het weer zelf.", by=amina, at=MAANDAG + timedelta(days=1))
    dossier.refresh_from_db()
    later = MAANDAG + timedelta(days=2)
    sluit_dossier(dossier, verhalen.afronding(de_wit, at=later), by=amina, at=later)
    return dossier


def buren(gerda) -> Huishouden:
    """Another household, in the other part of the town; its children share a name and a tie with the first."""
    nieuw = NieuwHuishouden(
        straat="Lindelaan",
        huisnummer=6,
        postcode="1231AA",
        woonplaats="Zonnedaal",
        leden=(NieuwPersoon("Karin", "Wit", Huishoudrol.OUDER, tussenvoegsel="de", geboortedatum=date(1960, 1, 2)),),
    )
    return schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)


def op_de_lijst(at=LATER):
    with klok.reis_naar(at.date()):
        vernietiging.maak_lijst(vandaag=at.date(), at=at)
    return Vernietigingsvoorstel.objects.filter(soort="dossier").first()


# ----------------------------------------------------------------------------------------------------- the list


@pytest.mark.parametrize(("dag", "staat"), [(WEG - timedelta(days=1), False), (WEG, True)])
def test_a_closed_file_is_named_on_the_day_after_its_last_term_and_not_before(gesloten, dag, staat):
    vernietiging.maak_lijst(vandaag=dag, at=LATER)
    gevonden = Vernietigingsvoorstel.objects.filter(nummer=gesloten.pk, soort="dossier").first()
    assert bool(gevonden) is staat
    if gevonden:
        assert "5.3.4 Wmo 2015" in gevonden.grondslag
        assert gevonden.vernietigen_vanaf == WEG
        assert gevonden.afleiding[0]["bron"] == "wettelijk"


def test_the_longest_term_of_the_laws_in_the_file_wins(gesloten, de_wit):
    Casus.objects.create(
        dossier=gesloten,
        traject=gesloten.trajecten.get(),
        persoon=de_wit.daan,
        wet=Wet.JEUGDWET,
        leefgebied="opvoeden",
        probleem="Zorg",
        gestart_op=MAANDAG.date(),
        gesloten_op=MAANDAG.date(),
    )
    assert op_de_lijst() is None
    assert op_de_lijst(LATER.replace(year=2047)).grondslag.startswith("Dossier jeugdhulp")


def test_an_open_file_is_never_named_however_old(de_wit, gerda):
    verhalen.melding(de_wit, by=gerda, at=MAANDAG)
    assert op_de_lijst(LATER.replace(year=2090)) is None


def test_a_contact_that_never_became_a_case_has_its_own_term(gesloten, gerda):
    los = Contact.objects.create(naam="Iemand", vraag="Waar is het loket?", ontvangen_op=MAANDAG, aangenomen_door=gerda)
    vernietiging.maak_lijst(vandaag=date(2027, 11, 23), at=MAANDAG)
    assert not Vernietigingsvoorstel.objects.exists()
    vernietiging.maak_lijst(vandaag=date(2027, 11, 24), at=MAANDAG)
    voorstel = Vernietigingsvoorstel.objects.get()
    assert (voorstel.soort, voorstel.nummer) == ("contact", los.pk)
    assert voorstel.afleiding[0]["bron"] == "gemeentelijk"


def test_the_nightly_command_names_and_destroys_nothing(gesloten, capsys):
    with klok.reis_naar(LATER.date()):
        call_command("bewaren")
    assert "1 nieuw op de lijst" in capsys.readouterr().out
    assert Dossier.objects.filter(pk=gesloten.pk).exists()


def test_a_file_under_hold_leaves_the_list_and_cannot_be_destroyed(page, gesloten, els):
    assert op_de_lijst()
    with klok.reis_naar(LATER.date()):
        page(els, "/bewaren/", data={"dossier_id": gesloten.pk, "reden": "Er loopt een beroep.", "tot": ""})
        assert not Vernietigingsvoorstel.objects.exists()
        assert op_de_lijst() is None
        plicht = Bewaarplicht.objects.get()
        assert "Er loopt een beroep" in page(els, "/bewaren/").words
        page(els, f"/bewaarplichten/{plicht.pk}/opheffing/", data={})
    assert op_de_lijst()


# --------------------------------------------------------------------------------------------- two people, one proof

VRAGEN = 500  # one or two per table of the program, whatever the size of the file


def test_one_proposes_another_approves_and_only_a_certificate_is_left(page, gesloten, els, frits):
    voorstel = op_de_lijst()
    adres, nummer = f"/voorstellen/{voorstel.pk}/", gesloten.pk
    with klok.reis_naar(LATER.date()):
        lijst = page(els, "/bewaren/").words
        assert f"dossier {nummer}" in lijst
        assert "Sanne" not in lijst
        eerste = page(els, adres, queries_max=VRAGEN).words
        assert "Niemand kan dit ongedaan maken" in eerste
        assert "Sanne" not in eerste
        page(els, adres, data={}, status=422)
        page(els, adres, data={"begrepen": "on"})
        assert "Een collega moet het goedkeuren" in page(els, adres, queries_max=VRAGEN).words
        assert "U hebt dit zelf voorgesteld" in page(els, adres, data={"begrepen": "on"}, status=422).words
        assert Dossier.objects.filter(pk=nummer).exists()
        page(frits, adres, data={"begrepen": "on"})
        assert "Frits Bakker" in page(els, "/bewaren/").words
    verklaring = Vernietigingsverklaring.objects.get()
    assert not Dossier.objects.filter(pk=nummer).exists()
    assert (verklaring.nummer, verklaring.tellingen["dossiers"]) == (nummer, 1)
    assert "Els Hoekstra" in verklaring.voorgesteld_door
    assert not vernietiging.gebroken_schakels()
    assert Gebeurtenis.objects.filter(sleutel="vernietiging:gedaan", dossier_id=nummer).exists()


def test_a_contact_is_destroyed_by_two_people_as_well(gesloten, gerda, els, frits):
    los = Contact.objects.create(naam="Iemand", vraag="Geheim.", ontvangen_op=MAANDAG, aangenomen_door=gerda)
    vernietiging.maak_lijst(vandaag=date(2028, 1, 1), at=MAANDAG)
    voorstel = Vernietigingsvoorstel.objects.get(soort="contact")
    verklaring = _vernietig(voorstel, els, frits)
    assert not Contact.objects.filter(pk=los.pk).exists()
    assert not Vernietigingsvoorstel.objects.filter(soort="contact").exists()
    assert (verklaring.soort, verklaring.nummer) == ("contact", los.pk)
    assert Dossier.objects.filter(pk=gesloten.pk).exists()


def test_what_nobody_proposed_cannot_be_approved(gesloten, els):
    with pytest.raises(NietMogelijk, match="voorgesteld"):
        vernietiging.keur_goed_en_vernietig(op_de_lijst(), by=els, at=LATER)


def test_who_may_not_destroy_sees_nothing_of_it(page, gesloten, amina, daan, gerda, farid):
    voorstel = op_de_lijst()
    for wie in (amina, daan, gerda, farid):
        page(wie, "/bewaren/", status=403)
        page(wie, f"/voorstellen/{voorstel.pk}/", data={"begrepen": "on"}, status=403)


def test_a_certificate_cannot_be_changed_and_a_false_one_is_noticed(gesloten, els, frits):
    _vernietig(op_de_lijst(), els, frits)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Vernietigingsverklaring.objects.update(grondslag="zomaar")
    verklaring = Vernietigingsverklaring.objects.get()
    Vernietigingsverklaring.objects.create(
        **{
            veld.name: getattr(verklaring, veld.name)
            for veld in verklaring._meta.concrete_fields
            if veld.name not in {"id", "nummer"}
        },
        nummer=999,
    )
    assert vernietiging.gebroken_schakels() == [Vernietigingsverklaring.objects.get(nummer=999).pk]


def test_nothing_of_the_file_is_left_anywhere_in_the_database_and_nobody_else_is_touched(
    de_wit, amina, farid, gerda, daan, els, frits
):
    vul(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)
    gepland = plant()
    assert len({soort for soort, _rij, _veld in gepland.values()}) > 40
    assert len(overgebleven()) > 100
    voor = alle_rijen()
    ander = buren(gerda)
    verhalen.melding(Gezin(ander, *[ander.leden.get().persoon] * 3), by=gerda, at=MAANDAG)
    van_anderen = alle_rijen() - voor
    _vernietig_zonder_meer(de_wit.huishouden.pk, els, frits)
    assert overgebleven() == []
    verloren = {(tabel, rij) for tabel, rij in van_anderen - alle_rijen()}
    assert not verloren
    assert not alles_van_huishouden(de_wit.huishouden.pk)[Dossier]
    assert not Gebeurtenisdetail.objects.filter(gebeurtenis__dossier_id=de_wit.huishouden.pk).exists()


def test_a_resident_who_stands_in_another_file_stays_with_what_belongs_there(gesloten, de_wit, gerda, els, frits):
    ander = buren(gerda)
    Huishoudlid.objects.create(huishouden=ander, persoon=de_wit.daan, rol=Huishoudrol.KIND, vanaf=date(2026, 11, 24))
    Relatie.objects.create(van=ander.leden.first().persoon, naar=de_wit.daan, soort="familie_van")
    _vernietig(op_de_lijst(), els, frits)
    assert set(Persoon.objects.values_list("roepnaam", flat=True)) == {"Daan", "Karin"}
    assert Relatie.objects.get().naar == de_wit.daan
    assert Huishoudlid.objects.filter(persoon=de_wit.daan).get().huishouden == ander


def test_the_words_of_a_name_go_only_when_nobody_else_is_found_by_them(gesloten, gerda, els, frits):
    buren(gerda)
    _vernietig(op_de_lijst(), els, frits)
    woorden = set(Zoekwoord.objects.values_list("woord", flat=True))
    assert "wit" in woorden
    assert "sanne" not in woorden


def test_after_a_copy_is_put_back_the_certificates_are_carried_out_again(gesloten, els, frits, tmp_path, capsys):
    register = tmp_path / "vernietigd.jsonl"
    nummer = gesloten.pk
    kopie = transaction.savepoint()
    _vernietig(op_de_lijst(), els, frits)
    call_command("bewaren", register=register)
    transaction.savepoint_rollback(kopie)  # the copy from before, put back
    assert Dossier.objects.filter(pk=nummer).exists()
    assert "Sanne" not in register.read_text()
    assert json.loads(register.read_text().splitlines()[0])["nummer"] == nummer
    with klok.reis_naar(LATER.date()):
        call_command("bewaren", na_herstel=True, register=register)
    assert "1 opnieuw vernietigd" in capsys.readouterr().out
    assert not Dossier.objects.filter(pk=nummer).exists()
    assert Vernietigingsverklaring.objects.get().grondslag.startswith("Opnieuw na het terugzetten")
    call_command("bewaren", na_herstel=True, register=register)
    assert "0 opnieuw vernietigd" in capsys.readouterr().out


def test_a_new_file_that_got_the_number_of_a_destroyed_one_is_left_alone(gesloten, els, frits):
    regel = {"soort": "dossier", "nummer": gesloten.pk, "begonnen_op": "2020-01-01", "grondslag": "x", "afleiding": []}
    assert vernietiging.vernietig_opnieuw([regel], at=LATER) == 0
    assert Dossier.objects.filter(pk=gesloten.pk).exists()


def _vernietig(voorstel, els, frits):
    vernietiging.stel_voor(voorstel, by=els, at=LATER)
    return vernietiging.keur_goed_en_vernietig(voorstel, by=frits, at=LATER)


def _vernietig_zonder_meer(nummer, els, frits):
    """Destroy the file as it is: whether it may is another test."""
    opdracht = vernietiging.Opdracht("dossier", nummer, "test", [], els.naam, frits.naam)
    with transaction.atomic():
        vernietiging._voer_uit(opdracht, by=frits, at=LATER)
