"""B10: move, split and merge households and duplicate persons; undo restores both, or says why it cannot."""

from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from eenplan.audit.models import Gebeurtenis
from eenplan.core.klok import AMSTERDAM
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.bsn import bewaar_bsn
from eenplan.personen.dubbelen import werk_kandidaten_bij, zoek_dubbelen
from eenplan.personen.models import Dubbelkandidaat, Geslacht, Huishouden, Huishoudrol, Omzetting, Persoon
from personas import MAANDAG
from schermen import formulier
from verhalen import melding

NU = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)


def schrijf_in(gerda, *leden, huisnummer=12, relaties=()):
    nieuw = NieuwHuishouden("Beukenweg", huisnummer, "1231AA", leden, relaties=relaties)
    return schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)


@pytest.fixture
def sanna(de_wit, gerda):
    """Sanne once more: another spelling, day and month of her birth swapped, no number."""
    huishouden = schrijf_in(
        gerda, NieuwPersoon("Sanne", "Witt", geboortedatum=date(1988, 3, 14), email="sanne@voorbeeld.nl")
    )
    return huishouden.leden.get().persoon


@pytest.fixture
def kandidaat(sanna):
    werk_kandidaten_bij(at=NU)
    return Dubbelkandidaat.objects.get()


# --------------------------------------------------------------------------------------------------- to find duplicates


def test_a_resident_who_was_entered_twice_is_proposed_with_the_reasons(page, de_wit, kandidaat, daan):
    pagina = page(daan, "/dubbelen/")
    assert "zelfde geboortedatum, voornaam klinkt gelijk, achternaam klinkt gelijk" in pagina.words
    assert {kandidaat.een, kandidaat.ander} == {de_wit.sanne, Persoon.objects.get(achternaam="Witt")}


@pytest.mark.parametrize(
    ("ander", "gevonden"),
    [
        (NieuwPersoon("Sanne", "Wit", geboortedatum=date(1988, 3, 14)), True),
        (NieuwPersoon("Zanne", "Wit", geboortedatum=date(1988, 3, 14)), True),
        (NieuwPersoon("Bram", "Wit", geboortedatum=date(1988, 3, 14)), False),  # a twin
        (NieuwPersoon("Sanne", "Wit", geboortedatum=date(1988, 3, 15)), False),
        (NieuwPersoon("Sanne", "Jansen", geboortedatum=date(1988, 3, 14)), False),  # many share a birth date
        (NieuwPersoon("Sanne", "Wit", geboortedatum=date(1988, 3, 14), geslacht=Geslacht.MAN), False),
        (NieuwPersoon("Sanne", "Wit", geboortedatum=date(1988, 3, 14), bsn="999993653"), False),  # two numbers
    ],
)
def test_who_looks_alike_is_found_and_who_cannot_be_is_not(de_wit, gerda, ander, gevonden):
    schrijf_in(gerda, ander)
    assert bool(zoek_dubbelen()) == gevonden


def test_day_and_month_swapped_are_seen(gerda, stad):
    schrijf_in(gerda, NieuwPersoon("Noor", "Bakker", geboortedatum=date(1990, 4, 3)), huisnummer=1)
    schrijf_in(gerda, NieuwPersoon("Noor", "Bakker", geboortedatum=date(1990, 3, 4)), huisnummer=2)
    assert zoek_dubbelen()[0].redenen == ("verwisseld", "roepnaam", "achternaam")


def test_father_and_son_with_one_name_are_two(gerda, stad):
    schrijf_in(
        gerda,
        NieuwPersoon("Jan", "Bakker", Huishoudrol.OUDER, geboortedatum=None),
        NieuwPersoon("Jan", "Bakker", Huishoudrol.KIND, geboortedatum=date(2015, 3, 4)),
        relaties=((0, 1, "ouder_van"),),
    )
    assert not zoek_dubbelen()


def test_who_is_not_the_same_is_remembered(page, kandidaat, daan):
    page(daan, f"/dubbelen/{kandidaat.pk}/", data={"oordeel": "anders"})
    werk_kandidaten_bij(at=NU)
    assert "Geen dubbele personen gevonden" in page(daan, "/dubbelen/").words


def test_the_command_names_nobody(kandidaat):
    uit = StringIO()
    call_command("dubbelen", stdout=uit)
    assert uit.getvalue() == "1 mogelijk dubbele inwoners om te beoordelen\n"


# ------------------------------------------------------------------------------------------------------------- to merge


def test_the_back_office_merges_side_by_side_and_takes_it_back(page, de_wit, kandidaat, sanna, daan, gerda):
    melding(de_wit, by=gerda, at=MAANDAG)
    pagina = page(daan, f"/dubbelen/{kandidaat.pk}/")
    assert "anders" in pagina.words
    velden = formulier(pagina, "//section[@id='samenvoegen']//form", blijft="ander", achternaam="een", reden="Zelfde")
    bladzij = page(daan, f"/dubbelen/{kandidaat.pk}/", data=velden).follow()
    sanna.refresh_from_db()
    assert (sanna.naam, sanna.email) == ("Sanne Wit", "sanne@voorbeeld.nl") or sanna.tussenvoegsel == "de"
    assert sanna.meldingen.count() == 1
    page(daan, bladzij.url, data={})
    sanna.refresh_from_db()
    assert sanna.achternaam == "Witt"
    assert de_wit.sanne.meldingen.count() == 1
    assert "Ongedaan maken" not in page(daan, bladzij.url).words
    sleutels = set(Gebeurtenis.objects.values_list("sleutel", flat=True))
    assert {"persoon:samengevoegd", "omzetting:ongedaan"} <= sleutels


def test_two_numbers_are_refused_with_the_reason(page, kandidaat, sanna, daan):
    bewaar_bsn(sanna, "999993653")
    pagina = page(daan, f"/dubbelen/{kandidaat.pk}/")
    assert "Deze twee hebben elk een eigen burgerservicenummer" in pagina.words
    velden = {"blijft": "ander", "reden": "Zelfde", "achternaam": "een", "tussenvoegsel": "een", "email": "een"}
    velden |= {"geslacht": "een", "telefoon": "een", "voornamen": "een"}
    page(daan, f"/dubbelen/{kandidaat.pk}/", data=velden, status=422)
    assert not Omzetting.objects.exists()


def test_only_the_back_office_sees_duplicates(page, kandidaat, amina, gerda, farid, els):
    for wie in (amina, gerda, farid, els):
        page(wie, "/dubbelen/", status=403)
        page(wie, f"/dubbelen/{kandidaat.pk}/", status=403)


def test_the_undo_that_came_too_late_says_why(page, de_wit, kandidaat, sanna, daan, gerda):
    velden = formulier(
        page(daan, f"/dubbelen/{kandidaat.pk}/"), "//section[@id='samenvoegen']//form", blijft="een", reden="Zelfde"
    )
    bladzij = page(daan, f"/dubbelen/{kandidaat.pk}/", data=velden)
    melding(de_wit, by=gerda, at=MAANDAG + timedelta(days=1))
    geweigerd = page(daan, bladzij.response["Location"], data={}, status=422)
    assert "1 × melding" in geweigerd.words
    assert "Niemand kan zien bij wie die horen" in geweigerd.words


# -------------------------------------------------------------------------------------------- to move, split and join


def test_the_front_office_moves_a_household_and_both_teams_can_read_it(page, de_wit, amina, chantal, gerda):
    velden = {"postcode": "1232 aa", "huisnummer": 9, "straat": "Kade", "reden": "Verhuisd"}
    bladzij = page(gerda, f"/huishoudens/{de_wit.huishouden.pk}/verhuizing/", data=velden)
    huishouden = Huishouden.objects.get(pk=de_wit.huishouden.pk)
    assert huishouden.team.naam == "Team Zuid 1"
    page(chantal, f"/huishoudens/{huishouden.pk}/gezin/")
    page(amina, f"/huishoudens/{huishouden.pk}/gezin/", status=404)
    sleutels = set(Gebeurtenis.objects.filter(dossier_id=huishouden.pk).values_list("sleutel", flat=True))
    assert {"huishouden:verhuisd", "huishouden:ontvangen"} <= sleutels
    page(gerda, bladzij.response["Location"], data={})
    page(amina, f"/huishoudens/{huishouden.pk}/gezin/")


def test_an_address_outside_the_municipality_is_refused_in_the_form(page, de_wit, gerda):
    velden = {"postcode": "9999ZZ", "huisnummer": 9, "reden": "Verhuisd"}
    pagina = page(gerda, f"/huishoudens/{de_wit.huishouden.pk}/verhuizing/", data=velden, status=422)
    assert "niet in onze gemeente" in pagina.words


def test_parents_separate_and_the_child_lives_with_both(page, de_wit, amina):
    velden = {
        "gaat": [de_wit.sanne.pk], "in_beide": [de_wit.mees.pk], "postcode": "1231AA", "huisnummer": 77,
        "straat": "Kade", "reden": "Gescheiden",
    }  # fmt: skip
    page(amina, f"/huishoudens/{de_wit.huishouden.pk}/splitsing/", data=velden)
    nieuw = Huishouden.objects.get(pk=Omzetting.objects.get().naar_id)
    assert nieuw.naam == "Fam. de Wit"
    gezien = page(amina, f"/huishoudens/{nieuw.pk}/gezin/").words
    assert "Mees de Wit" in gezien
    assert "Woont ook in" in gezien
    assert "splitsing van het huishouden" in gezien


def test_who_moves_in_with_a_known_household_is_asked_whether_it_is_that_one(page, de_wit, gerda):
    ander = schrijf_in(gerda, NieuwPersoon("Ruud", "Bakker"))
    velden = {"gaat": [de_wit.sanne.pk], "postcode": "1231AA", "huisnummer": 12, "reden": "Samenwonen"}
    pad = f"/huishoudens/{de_wit.huishouden.pk}/splitsing/"
    vraag = page(gerda, pad, data=velden, status=422)
    assert "Op dit adres woont al een huishouden" in vraag.words
    page(gerda, pad, data=velden | {"huishouden": ander.pk})
    assert ander.leden.filter(tot=None).count() == 2


def test_two_households_become_one_and_the_first_points_at_it(page, de_wit, gerda):
    ander = schrijf_in(gerda, NieuwPersoon("Ruud", "Bakker"))
    velden = {"postcode": "1231AA", "huisnummer": 4, "reden": "Samen", "huishouden": de_wit.huishouden.pk}
    page(gerda, f"/huishoudens/{ander.pk}/samenvoeging/", data=velden)
    ander.refresh_from_db()
    assert ander.opgegaan_in_id == de_wit.huishouden.pk


def test_another_team_neither_moves_nor_takes_back(page, de_wit, chantal, amina, gerda):
    velden = {"postcode": "1231AA", "huisnummer": 9, "reden": "Verhuisd"}
    page(chantal, f"/huishoudens/{de_wit.huishouden.pk}/verhuizing/", data=velden, status=404)
    bladzij = page(gerda, f"/huishoudens/{de_wit.huishouden.pk}/verhuizing/", data=velden)
    page(chantal, bladzij.response["Location"], status=404)
    page(amina, bladzij.response["Location"])
