"""F1: employers, secondment and managers over both; work and income; reviewers; and numbers without people."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.access.rechten import Rol
from eenplan.besluiten.actions import ontvang_aanvraag
from eenplan.besluiten.models import Besluitregel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import open_casus, open_dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.eigen import koppel_medewerker
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Geheimhoudingsverklaring, Medewerker, Rolvervulling
from eenplan.toewijzingen.actions import wijs_toe
from eenplan.web.cijfers import aandeel, aantal
from personas import BEGIN, MAANDAG

DAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    return open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)


def pagina_van(dossier):
    return f"/huishoudens/{dossier.pk}/"


# ------------------------------------------------------------------------------------ employers and secondment


def test_workers_of_two_employers_work_in_one_team_under_one_manager(page, dossier, amina, bram, farid):
    Medewerker.objects.filter(pk=bram.pk).update(werkgever="Stichting Welzijn Noord")
    page(amina, pagina_van(dossier))
    page(bram, f"{pagina_van(dossier)}notities/", data={"tekst": "Ook ik werk hier."})
    team = page(farid, "/team/").words
    assert "Amina Bouzid" in team
    assert "Bram Visser" in team


def test_a_secondment_ends_on_its_day_and_leaves_the_home_team(page, dossier, chantal, stad):
    Rolvervulling.objects.create(
        medewerker=chantal,
        rol=Rol.REGISSEUR,
        team=stad.noord,
        is_detachering=True,
        vanaf=BEGIN,
        tot=DAG + timedelta(days=1),
    )
    page(chantal, pagina_van(dossier))
    assert "Team Noord 1" in page(chantal, "/mijn-toegang/").words
    with klok.reis_naar(DAG + timedelta(days=1)):
        page(chantal, pagina_van(dossier), status=404)
        page(chantal, pagina_van(dossier), status=404, **{"HX-Request": "true"})
        assert "Team Zuid 1" in page(chantal, "/mijn-toegang/").words


# ------------------------------------------------------------------------------------ work and income


def test_the_team_cannot_grant_work_and_income(page, dossier, de_wit, amina):
    with pytest.raises(NietMogelijk, match="Werk en Inkomen"):
        ontvang_aanvraag(
            dossier,
            persoon=de_wit.sanne,
            wet=Wet.PARTICIPATIEWET,
            ontvangen_op=DAG,
            melding=None,
            by=amina,
            at=MAANDAG,
        )
    keuzes = page(amina, f"{pagina_van(dossier)}aanvragen/nieuw/").tree.xpath("//input[@name='wet']/@value")
    assert Wet.PARTICIPATIEWET not in keuzes


def test_help_for_work_and_income_is_not_allocated_either(de_wit, amina, farid, gerda, daan):
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    op = MAANDAG + timedelta(days=14)
    verhalen.genomen_besluit(gedaan, by=daan, at=op)
    regel = Besluitregel.objects.get()
    regel.inzet.voorziening.wet = Wet.PARTICIPATIEWET
    with pytest.raises(NietMogelijk, match="Werk en Inkomen"):
        wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=op)


# ------------------------------------------------------------------------------------ reviewers


def onderzoek(page, farid, otto, nummers, *, status=302):
    velden = {
        "onderzoeker": otto.pk,
        "dossiers": nummers,
        "vanaf": f"{DAG:%d-%m-%Y}",
        "tot_en_met": f"{DAG + timedelta(days=6):%d-%m-%Y}",
        "grond": "Onderzoek naar de duur van trajecten.",
    }
    return page(farid, "/dossieronderzoeken/").post(velden, status=status)


def verklaring(otto, *, tot=365):
    Geheimhoudingsverklaring.objects.create(
        medewerker=otto, getekend_op=BEGIN, geldig_tot=DAG + timedelta(days=tot), vastgelegd_door=otto
    )


def test_a_reviewer_reads_the_named_files_for_the_period_and_changes_nothing(page, dossier, farid, otto):
    verklaring(otto)
    onderzoek(page, farid, otto, str(dossier.pk))
    assert f"dossier {dossier.pk}" in page(otto, "/mijn-toegang/").words
    for deel in ("", "notities/", "documenten/", "plan/"):
        page(otto, pagina_van(dossier) + deel)
    page(otto, f"{pagina_van(dossier)}notities/", data={"tekst": "Ik verander iets."}, status=403)
    page(otto, "/zoeken/", data={"zoek": "Sanne"}, status=403)
    with klok.reis_naar(DAG + timedelta(days=7)):
        page(otto, pagina_van(dossier), status=403)


def test_without_a_statement_that_holds_a_reviewer_gets_nothing(page, dossier, farid, otto):
    assert "geheimhoudingsverklaring" in onderzoek(page, farid, otto, str(dossier.pk), status=422).words
    assert not Dossiertoegang.objects.exists()
    verklaring(otto, tot=3)
    onderzoek(page, farid, otto, str(dossier.pk))
    page(otto, pagina_van(dossier))
    with klok.reis_naar(DAG + timedelta(days=3)):
        page(otto, pagina_van(dossier), status=403)


def test_a_manager_opens_only_files_of_the_own_teams(page, dossier, farid, otto, stad):
    verklaring(otto)
    farid.rolvervullingen.update(team=stad.zuid)
    assert f"Niet gevonden: {dossier.pk}" in onderzoek(page, farid, otto, str(dossier.pk), status=422).words
    onderzoek(page, farid, otto, "12; drop", status=422)
    assert not Dossiertoegang.objects.exists()


# ------------------------------------------------------------------------------------ numbers without people


def huishoudens(aantal_, *, gerda, amina):
    for nummer in range(aantal_):
        nieuw = NieuwHuishouden("Lindelaan", 10 + nummer, "1231AA", (NieuwPersoon("Piet", f"Naam{nummer}"),))
        gezin = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
        dossier = open_dossier(gezin, by=amina, at=MAANDAG)
        persoon = gezin.leden.get().persoon
        for leefgebied in ("geld", "werk"):
            open_casus(
                dossier,
                persoon=persoon,
                wet=Wet.WMO,
                leefgebied=leefgebied,
                probleem=f"Zorg over {leefgebied}",
                by=amina,
                at=MAANDAG,
            )


def cellen(antwoord, team):
    return antwoord.tree.xpath(f"//tr[th[contains(., '{team}')]]/td/text()")


def test_a_controller_sees_numbers_per_team_and_no_group_below_five(page, karin, gerda, amina):
    huishoudens(4, gerda=gerda, amina=amina)
    klein = page(karin, "/cijfers/", queries_max=16)
    assert cellen(klein, "Noord")[:2] == ["minder dan 5", "8"]
    huishoudens(3, gerda=gerda, amina=amina)
    groot = page(karin, "/cijfers/", queries_max=16)
    # Seven households have fourteen cases in seven trajectories: counted apart.
    assert cellen(groot, "Noord")[:3] == ["7", "14", "7"]
    assert cellen(groot, "Zuid")[:3] == ["minder dan 5"] * 3


def test_the_page_holds_no_names_and_leads_to_no_file(page, karin, gerda, amina):
    huishoudens(6, gerda=gerda, amina=amina)
    gezien = page(karin, "/cijfers/")
    assert not gezien.tree.xpath("//main//a[not(starts-with(@href, '/cijfers/'))]")
    for geheim in ("Naam", "Piet", "Lindelaan", "Amina"):
        assert geheim not in gezien.tree.xpath("string(//main)")


def test_a_manager_sees_the_own_teams_only_without_the_own_file(page, farid, gerda, amina):
    huishoudens(5, gerda=gerda, amina=amina)
    gezien = page(farid, "/cijfers/")
    assert cellen(gezien, "Noord")[0] == "5"
    assert "Zuid" not in gezien.tree.xpath("string(//main)")
    koppel_medewerker(farid, Persoon.objects.get(achternaam="Naam0"), by=farid, at=klok.nu())
    assert cellen(page(farid, "/cijfers/"), "Noord")[0] == "minder dan 5"


def test_who_works_with_people_has_no_page_of_numbers(page, amina, daan, els, gerda, vera):
    for wie in (amina, daan, els, gerda, vera):
        page(wie, "/cijfers/", status=403)


@pytest.mark.parametrize(("n", "woord"), [(0, "minder dan 5"), (4, "minder dan 5"), (5, "5"), (1234, "1.234")])
def test_a_small_group_gets_no_number(n, woord):
    assert aantal(n) == woord


@pytest.mark.parametrize(
    ("deel", "geheel", "woord"),
    [(0, 4, "minder"), (1, 40, "minder"), (38, 40, "minder"), (10, 40, "25 %"), (5, 10, "50 %"), (4, 8, "minder")],
)
def test_a_share_gives_no_small_group_away(deel, geheel, woord):
    assert woord in aandeel(deel, geheel)
