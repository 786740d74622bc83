"""F8: a protected address is known only to who works in that file: not in search, calls, lists, letters to others."""

from datetime import date

import pytest

from eenplan.access.rechten import Recht
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.afscherming import adres_op_brief, adres_voor
from eenplan.personen.gezin_actions import scherm_adres_af
from eenplan.personen.models import Adresafscherming, Huishouden, Huishoudlid, Huishoudrol
from eenplan.personen.omzetten import NieuwAdres, Verdeling, splits_huishouden
from eenplan.personen.queries import bij_adres, zoek
from personas import MAANDAG
from verhalen import melding

DAG = MAANDAG.date()


@pytest.fixture
def geheim(de_wit, amina):
    """The household of Sanne, whose address nobody may know."""
    scherm_adres_af(de_wit.huishouden, reden="Bedreigd", by=amina, at=MAANDAG)
    return de_wit


def vers(gezin):
    return Huishouden.objects.select_related("adres", "team").get(pk=gezin.huishouden.pk)


def test_the_coordinator_protects_an_address_with_a_reason_and_ends_that(page, de_wit, amina):
    pad = f"/huishoudens/{de_wit.huishouden.pk}/gezin/adres/"
    page(amina, pad, data={"reden": ""}, status=422)
    page(amina, pad, data={"reden": "Bedreigd door ex-partner"})
    assert Adresafscherming.objects.get().door == amina
    assert "adres afgeschermd" in page(amina, f"/huishoudens/{de_wit.huishouden.pk}/gezin/").words
    page(amina, pad, data={})
    assert Adresafscherming.objects.get().tot is not None
    assert zoek(amina, "sanne lindelaan", vandaag=DAG).treffers


def test_only_who_works_in_the_file_reads_the_address(geheim, amina, bram, chantal, daan, gerda):
    assert {adres_voor(wie, vers(geheim)) for wie in (amina, bram)} == {"Lindelaan 4"}
    assert {adres_voor(wie, vers(geheim)) for wie in (chantal, daan, gerda, None)} == {"adres afgeschermd"}


@pytest.mark.parametrize("vraag", ["sanne de wit", "wit 1988", "999900006"])
def test_a_search_finds_the_resident_without_the_address(page, geheim, amina, gerda, vraag):
    for wie in (amina, gerda):
        gevonden = page(wie, "/zoeken/", data={"zoek": vraag}, status=200).words
        assert "Sanne" in gevonden
        assert "adres afgeschermd" in gevonden
        assert "Lindelaan" not in gevonden
        assert "1231" not in gevonden


@pytest.mark.parametrize("vraag", ["lindelaan 4", "1231AA", "1231 AA 4", "wit lindelaan", "sanne 4"])
def test_nobody_is_found_by_a_protected_address(geheim, amina, gerda, vraag):
    for wie in (amina, gerda):
        gevonden = zoek(wie, vraag, vandaag=DAG).treffers
        # A word of the street no longer narrows the search; what is left of the question may still name her.
        assert not gevonden or "wit" in vraag
    assert not bij_adres(gerda, "1231AA", 4, Recht.HUISHOUDEN_VERHUIZEN)


def test_the_front_office_sees_no_address_where_it_stands(page, geheim, gerda, amina):
    gezien = page(gerda, f"/huishoudens/{geheim.huishouden.pk}/stand/").words
    assert "adres afgeschermd" in gezien
    assert "Lindelaan" not in gezien
    assert "Lindelaan 4" in page(amina, f"/huishoudens/{geheim.huishouden.pk}/stand/").words


def test_a_call_is_not_filled_in_with_a_protected_address(page, geheim, gerda):
    lid = geheim.huishouden.leden.get(persoon=geheim.sanne)
    for antwoord in (
        page(gerda, f"/aannemen/?huishouden={geheim.huishouden.pk}"),
        page(gerda, "/aannemen/", data={"kies": lid.pk, "naam": "Sanne"}, status=200),
    ):
        assert "Lindelaan" not in antwoord.text
        assert "1231" not in antwoord.text


def test_a_melding_and_its_letter_on_the_screen_keep_the_address_from_the_front_office(page, geheim, gerda, amina):
    gemeld = melding(geheim, by=gerda, at=MAANDAG)
    for pad in (f"/meldingen/{gemeld.pk}/", f"/meldingen/{gemeld.pk}/bevestiging/"):
        assert "Lindelaan" not in page(gerda, pad).text
    assert "Lindelaan" in page(amina, f"/meldingen/{gemeld.pk}/bevestiging/").text


def test_a_letter_to_the_household_itself_bears_the_address_and_one_to_others_does_not(geheim):
    thuis = [lid.persoon_id for lid in geheim.huishouden.leden.all()]
    assert adres_op_brief(vers(geheim), aan=[geheim.sanne.pk], personen=thuis) is not None
    assert adres_op_brief(vers(geheim), aan=[geheim.sanne.pk, 0], personen=thuis) is None


def test_the_other_home_of_a_child_does_not_tell_where_the_first_is(page, geheim, gerda, chantal):
    ander = schrijf_huishouden_in(
        NieuwHuishouden("Kade", 9, "1232AA", (NieuwPersoon("Ruud", "Bakker", geboortedatum=date(1985, 2, 3)),)),
        by=gerda,
        at=MAANDAG,
    )
    Huishoudlid.objects.create(
        huishouden=ander, persoon=geheim.mees, rol=Huishoudrol.KIND, vanaf=DAG, zoeksleutels="mees wit q0kade"
    )
    gezien = page(chantal, f"/huishoudens/{ander.pk}/gezin/").words
    assert "een afgeschermd huishouden" in gezien
    assert "Lindelaan" not in gezien
    assert "Fam. de Wit" not in gezien


def test_a_protected_household_is_not_merged_away(page, geheim, gerda):
    ander = schrijf_huishouden_in(
        NieuwHuishouden("Kade", 9, "1231AA", (NieuwPersoon("Ruud", "Bakker"),)), by=gerda, at=MAANDAG
    )
    velden = {"postcode": "1231AA", "huisnummer": 4, "reden": "Samen"}
    antwoord = page(gerda, f"/huishoudens/{ander.pk}/samenvoeging/", data=velden, status=422)
    assert "vinden we geen ander huishouden" in antwoord.words
    assert "Wit" not in antwoord.words


def test_the_front_office_cannot_end_a_protection(page, geheim, gerda, daan):
    for wie in (gerda, daan):
        page(wie, f"/huishoudens/{geheim.huishouden.pk}/gezin/adres/", data={}, status=403)
    assert Adresafscherming.objects.get().tot is None


def test_a_split_does_not_tell_who_stayed_behind_which_team_a_protected_household_went_to(
    page, de_wit, amina, chantal, gerda
):
    weg = NieuwAdres("1232AA", 77, straat="Kade")
    verdeling = Verdeling(gaat=frozenset({de_wit.sanne.pk}))
    gedaan = splits_huishouden(de_wit.huishouden, verdeling, weg, reden="Uit elkaar", by=amina, at=MAANDAG)
    adres = f"/omzettingen/{gedaan.pk}/"
    assert "Team Zuid 1" in page(amina, adres).words
    scherm_adres_af(Huishouden.objects.get(pk=gedaan.naar_id), reden="Bedreigd.", by=chantal, at=MAANDAG)
    gezien = page(amina, adres).words
    assert "Team Noord 1" in gezien
    assert "een afgeschermd huishouden" in gezien
    assert "Team Zuid 1" not in gezien
    assert "Team Zuid 1" in page(chantal, adres).words
