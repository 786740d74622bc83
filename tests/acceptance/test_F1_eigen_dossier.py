"""F1: own and relatives' files are closed to a worker everywhere, whatever the role, and break-glass does not help."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from adressen import LATER, rij_van_elke_soort
from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.dossiers.models import Dossier
from eenplan.meldingen.actions import beloof_terugbellen
from eenplan.personen.eigen import koppel_medewerker
from eenplan.personen.models import Eigenpersoon
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN

KOPPEL = "/eigen-dossiers/"


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date()):
        yield


@pytest.fixture
def rijen(de_wit, amina, farid, gerda, daan):
    return rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)


def koppel(page, iris, wie, *, status=302, **anders):
    velden = {"medewerker": wie.pk, "achternaam": "de Wit", "geboortedatum": "14-03-1988"}
    return page(iris, KOPPEL).post(velden | anders, status=status)


# ------------------------------------------------------------------------------------ the administrator's screen


def test_the_administrator_links_by_name_and_birth_date_and_sees_no_file(page, rijen, iris, amina):
    gezien = koppel(page, iris, amina).follow()
    assert "Amina Bouzid" in gezien.words
    for geheim in ("Sanne", "Wit", "Lindelaan", f"dossier {rijen['huishoudens']}"):
        assert geheim not in gezien.tree.xpath("string(//main)")
    page(iris, f"/huishoudens/{rijen['huishoudens']}/", status=403)
    assert Eigenpersoon.objects.get().medewerker == amina


@pytest.mark.parametrize("anders", [{"achternaam": "Wi"}, {"geboortedatum": "15-03-1988"}, {"geboortedatum": ""}])
def test_somebody_who_does_not_fit_exactly_is_not_linked(page, rijen, iris, amina, anders):
    koppel(page, iris, amina, status=422, **anders)
    assert not Eigenpersoon.objects.exists()


def test_only_the_administrator_links_and_nobody_loosens_the_own_link(page, rijen, iris, amina, farid, els):
    for wie in (amina, farid, els):
        page(wie, KOPPEL, status=403)
        page(wie, f"{KOPPEL}{amina.pk}/einde/", data={}, status=403)
    koppel(page, iris, iris)
    page(iris, f"{KOPPEL}{iris.pk}/einde/", data={}, status=403)
    assert Eigenpersoon.objects.exists()


def test_loosening_the_link_opens_what_it_closed(page, rijen, iris, amina):
    hier = f"/huishoudens/{rijen['huishoudens']}/"
    koppel(page, iris, amina)
    page(amina, hier, status=404)
    page(iris, f"{KOPPEL}{amina.pk}/einde/", data={})
    page(amina, hier)


def test_the_worker_reads_that_the_own_file_is_closed_and_which_access_there_is(page, rijen, iris, amina):
    assert "Wij weten niet of u ook inwoner bent" in page(amina, "/mijn-toegang/").words
    koppel(page, iris, amina)
    gezien = page(amina, "/mijn-toegang/", queries_max=12)
    assert "Uw eigen dossier en dat van uw naasten is voor u gesloten" in gezien.words
    assert f"dossier {rijen['huishoudens']}" not in gezien.words
    assert "Team Noord 1" in gezien.words


# ------------------------------------------------------------------------------------ nothing of it anywhere


@pytest.fixture
def gesloten_voor(rijen, de_wit):
    """Close the household to these workers: one is Sanne's relative, another Mees' father."""

    def sluit(*wie: Medewerker) -> int:
        for nummer, medewerker in enumerate(wie):
            koppel_medewerker(medewerker, (de_wit.sanne, de_wit.mees)[nummer % 2], by=medewerker, at=klok.nu())
        return rijen["huishoudens"]

    return sluit


GEHEIM = ("Sanne", "de Wit", "Lindelaan", "Mees")


@pytest.mark.parametrize("wie", ["amina", "bram", "farid", "daan", "gerda"])
def test_no_page_list_count_or_search_shows_anything_of_it(page, gesloten_voor, request, amina, wie):
    medewerker = request.getfixturevalue(wie)
    dossier_id = gesloten_voor(medewerker)
    for adres in ("/mijn-dag/", "/team/", "/cijfers/", "/mijn-toegang/", "/aannemen/", "/noodtoegangen/"):
        antwoord = page(medewerker, adres, status=None) if _mag(medewerker, adres) else None
        for geheim in GEHEIM if antwoord else ():
            assert geheim not in antwoord.tree.xpath("string(//main)"), (adres, geheim)
    for zoek in ("Sanne de Wit", "999900006", "14-03-1988", "1231AA 4", "huishouden"):
        for kop in ({}, {"HX-Request": "true"}):
            gevonden = page(medewerker, "/zoeken/", data={"zoek": zoek}, status=200, **kop)
            assert f"/huishoudens/{dossier_id}/" not in gevonden.text
            assert "Lindelaan" not in gevonden.text


def _mag(medewerker, adres):
    from django.urls import resolve

    return any(medewerker.mag(recht) for recht in resolve(adres).func.rechten)


def test_the_lists_and_counts_of_the_team_leave_it_out(page, gesloten_voor, farid, amina, bram):
    voor = page(farid, "/team/").tree.xpath("//section[@id='werk']//tbody/tr/td[1]/text()")
    gesloten_voor(farid)
    na = page(farid, "/team/")
    assert sum(map(int, voor)) - sum(map(int, na.tree.xpath("//section[@id='werk']//tbody/tr/td[1]/text()"))) == 1
    for keuze in (f"collega={amina.pk}", "toon=te-laat", "toon=zonder-regisseur", "toon=wacht-op-start"):
        team = na.tree.xpath("//section[@id='werk']//a/@href")[0].split("team=")[1].split("&")[0]
        assert "de Wit" not in page(farid, f"/team/?team={team}&{keuze}").tree.xpath("string(//main)"), keuze


def test_the_coordinator_who_turns_out_to_be_a_relative_sees_it_leave_the_own_day(page, gesloten_voor, amina, gerda):
    assert "de Wit" in page(amina, "/mijn-dag/").words
    gesloten_voor(amina)
    gezien = page(amina, "/mijn-dag/").words
    assert "de Wit" not in gezien
    assert "U bent regisseur van 0 huishoudens" in gezien


def test_a_promise_to_call_back_to_the_own_family_is_nobody_elses_to_read(page, gesloten_voor, de_wit, gerda, bram):
    contact = verhalen.contact(de_wit, by=gerda, at=LATER)
    beloof_terugbellen(contact, voor=bram, beloofd_op=LATER, by=gerda, at=LATER)
    gesloten_voor(bram)
    assert "Sanne" not in page(bram, "/mijn-dag/").words


def test_whoever_answers_the_phone_finds_no_relatives(page, gesloten_voor, gerda, de_wit):
    dossier_id = gesloten_voor(gerda)
    antwoord = page(gerda, "/aannemen/", data={"naam": "Sanne de Wit"}, status=200, **{"HX-Request": "true"})
    assert "Lindelaan" not in antwoord.text
    lid = de_wit.huishouden.leden.get(persoon=de_wit.sanne)
    gekozen = page(gerda, "/aannemen/", data={"kies": str(lid.pk), "naam": "Sanne"}, status=200)
    assert "Lindelaan" not in gekozen.text
    page(gerda, f"/aannemen/?huishouden={dossier_id}")
    page(gerda, f"/huishoudens/{dossier_id}/stand/", status=404)


@pytest.mark.parametrize("rol", [Rol.MANAGER, Rol.REGISSEUR, Rol.BACKOFFICE, Rol.FRONTOFFICE])
def test_a_role_for_the_whole_city_does_not_open_it(page, gesloten_voor, bram, rol):
    Rolvervulling.objects.create(medewerker=bram, rol=rol, team=None, vanaf=BEGIN)
    dossier_id = gesloten_voor(bram)
    for deel in ("", "stand/", "notities/", "plan/"):
        page(bram, f"/huishoudens/{dossier_id}/{deel}", status=404)


def test_the_partners_family_too_and_from_the_moment_of_the_link_on(page, gesloten_voor, bram, farid):
    with klok.reis_naar(LATER.date() - timedelta(days=1)):
        page(bram, f"/huishoudens/{Dossier.objects.get().pk}/")
    dossier_id = gesloten_voor(farid, bram)
    for wie in (farid, bram):
        page(wie, f"/huishoudens/{dossier_id}/", status=404)
        page(wie, f"/huishoudens/{dossier_id}/", status=404, **{"HX-Request": "true"})
        page(wie, f"/huishoudens/{dossier_id}/notities/", data={"tekst": "Hallo."}, status=404)
