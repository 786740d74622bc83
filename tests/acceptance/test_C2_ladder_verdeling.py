"""C2: the share of each rung in what was chosen, per team and period, in the municipality's order, down to the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Huishoudrol
from eenplan.plannen import verdeling_queries
from eenplan.plannen.actions import Keuze, begin_plan, bied_plan_aan, kies_inzet, stel_plan_vast
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.web.ladder_cijfers import onherleidbaar
from page import Page
from personas import BEGIN, MAANDAG, Gezin
from verhalen import concept_plan

Bezoek = Callable[..., Page]
RAPPORT = "/cijfers/ladder/"


@pytest.fixture(autouse=True)
def _een_dag_later() -> Iterator[None]:
    with klok.reis_naar(MAANDAG.date() + timedelta(days=1)):
        yield


@pytest.fixture
def plan(amina: Medewerker, farid: Medewerker, de_wit: Gezin) -> Ondersteuningsplan:
    """Adopted: once maatwerk, twice something the network does, once own strength."""
    concept = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    wie = {"bewerking": concept.bewerking, "by": amina, "at": MAANDAG}
    for trede, wat in (("netwerk", "Oma past op"), ("netwerk", "De buurman kookt"), ("eigen_kracht", "Weekrooster")):
        kies_inzet(concept.doelen.get(), Keuze(trede, wat), **wie)
    bied_plan_aan(concept, by=amina, at=MAANDAG)
    stel_plan_vast(concept, by=farid, at=MAANDAG)
    return concept


def koppen(pagina: Page) -> list[str]:
    return [" ".join(kop.text_content().split()) for kop in pagina.tree.xpath("//main//thead//th")]


def cellen(pagina: Page, team: str) -> dict[str, str]:
    """Return what stands in the row of a team, by the heading of the column."""
    rij = pagina.tree.xpath("//main//tr[th[contains(., $team)]]/td", team=team)
    return dict(zip(koppen(pagina)[1:], [" ".join(cel.text_content().split()) for cel in rij], strict=True))


def test_the_report_shows_the_share_of_each_rung(page: Bezoek, farid: Medewerker, plan: Ondersteuningsplan) -> None:
    assert RAPPORT in page(farid, "/cijfers/").tree.xpath("//a/@href")
    gezien = cellen(page(farid, RAPPORT, queries_max=15), "Noord")
    assert gezien["Eigen kracht"] == "25 % (1)"
    assert gezien["Netwerk"] == "50 % (2)"
    assert gezien["Maatwerk, tweede lijn"] == "25 % (1)"
    assert gezien["Samen"] == "4"


def test_a_figure_opens_its_rows_and_a_row_opens_the_goal(
    page: Bezoek, farid: Medewerker, plan: Ondersteuningsplan
) -> None:
    adres = page(farid, RAPPORT).tree.xpath("//main//td//a[contains(., '50')]/@href")[0]
    rijen = page(farid, adres, queries_max=15)
    for woord in ("Oma past op", "De buurman kookt", "Fam. de Wit"):
        assert woord in rijen.words
    assert "Weekrooster" not in rijen.words
    doel = plan.doelen.get()
    assert rijen.tree.xpath("//main//a[contains(@href, $pad)]", pad=f"/plannen/{plan.pk}/#doel-{doel.pk}")


def test_what_was_copied_into_a_new_version_is_not_chosen_again(
    page: Bezoek, amina: Medewerker, farid: Medewerker, plan: Ondersteuningsplan
) -> None:
    nieuw = begin_plan(plan.dossier, reden="Sanne werkt weer.", by=amina, at=MAANDAG)
    wie = {"bewerking": nieuw.bewerking, "by": amina, "at": MAANDAG}
    kies_inzet(nieuw.doelen.get(), Keuze("netwerk", "Tante kookt"), **wie)
    assert cellen(page(farid, RAPPORT), "Noord")["Samen"] == "4"  # a draft counts for nothing
    bied_plan_aan(nieuw, by=amina, at=MAANDAG)
    stel_plan_vast(nieuw, by=farid, at=MAANDAG)
    gezien = cellen(page(farid, RAPPORT), "Noord")
    assert (gezien["Netwerk"], gezien["Samen"]) == ("60 % (3)", "5")


def test_only_what_was_adopted_in_the_period_counts(page: Bezoek, farid: Medewerker, plan: Ondersteuningsplan) -> None:
    op_de_dag = page(farid, RAPPORT + "?vanaf=23-11-2026&tot_en_met=23-11-2026")
    assert cellen(op_de_dag, "Noord")["Samen"] == "4"
    ervoor = page(farid, RAPPORT + "?vanaf=01-01-2026&tot_en_met=22-11-2026")
    assert cellen(ervoor, "Noord")["Samen"] == "0"
    verkeerd = page(farid, RAPPORT + "?vanaf=23-11-2026&tot_en_met=01-01-2026", status=422)
    assert "De laatste dag ligt voor de eerste." in verkeerd.words


def test_the_order_of_the_columns_is_the_municipality_s_ladder(
    page: Bezoek, farid: Medewerker, plan: Ondersteuningsplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = koppen(page(farid, RAPPORT))
    assert gewoon == ["Team", *(trede.naam for trede in inrichting().treden), "Samen"]
    eigen, netwerk, *rest = inrichting().treden
    zonder_maatwerk = (netwerk, eigen, *(trede for trede in rest if trede.code != "maatwerk"))
    monkeypatch.setattr(verdeling_queries, "inrichting", lambda: replace(inrichting(), treden=zonder_maatwerk))
    anders = koppen(page(farid, RAPPORT))
    assert anders[1:3] == ["Netwerk", "Eigen kracht"]
    assert anders[-2:] == ["maatwerk", "Samen"]  # a rung that was dropped is still counted, last


def test_a_controller_reads_shares_of_no_small_group_and_opens_nothing(
    page: Bezoek, karin: Medewerker, amina: Medewerker, plan: Ondersteuningsplan
) -> None:
    gezien = page(karin, RAPPORT)
    assert set(cellen(gezien, "Noord").values()) == {"minder dan 5"}
    assert not gezien.tree.xpath("//main//table//a")
    team = plan.dossier.huishouden.team_id
    page(karin, f"{RAPPORT}rijen/?team={team}&trede=netwerk", status=404)
    page(amina, RAPPORT, status=403)
    page(amina, f"{RAPPORT}rijen/?team={team}&trede=netwerk", status=403)


@pytest.mark.parametrize(
    ("telling", "verborgen"),
    [
        ({"a": 20, "b": 7, "c": 0}, {"c"}),
        ({"a": 20, "b": 7, "c": 3}, {"b", "c"}),  # with the total, c would be what remains
        ({"a": 20, "b": 4, "c": 3}, {"b", "c"}),
        ({"a": 2, "b": 0, "c": 0}, {"a", "b", "c"}),
    ],
)
def test_a_small_group_is_not_to_be_found_by_subtraction(telling: dict[str, int], verborgen: set[str]) -> None:
    assert onherleidbaar(Counter(telling), ["a", "b", "c"]) == verborgen


def test_who_works_under_one_law_gets_shares_without_rows(
    page: Bezoek, farid: Medewerker, stad, plan: Ondersteuningsplan
) -> None:
    Rolvervulling.objects.filter(medewerker=farid).delete()
    Rolvervulling.objects.create(medewerker=farid, rol=Rol.MANAGER, team=stad.noord, vanaf=BEGIN, wetten=["jeugdwet"])
    beperkt = Medewerker.objects.get(pk=farid.pk)
    assert not page(beperkt, RAPPORT).tree.xpath("//main//table//a")
    page(beperkt, f"{RAPPORT}rijen/?team={stad.noord.pk}&trede=maatwerk", status=404)


def test_another_team_and_a_strange_address_give_nothing(
    page: Bezoek, farid: Medewerker, stad, plan: Ondersteuningsplan
) -> None:
    for raar in (f"?team={stad.zuid.pk}&trede=netwerk", "?team=x", "?team=99999999999999999999&trede=netwerk"):
        page(farid, f"{RAPPORT}rijen/{raar}", status=404)
    leeg = page(farid, f"{RAPPORT}rijen/?team={stad.noord.pk}&trede=zwemmen")
    assert "Op deze trede is in deze periode niets gekozen." in leeg.words


def test_the_report_asks_as_many_questions_for_many_plans(
    page: Bezoek, farid: Medewerker, gerda: Medewerker, amina: Medewerker, plan: Ondersteuningsplan
) -> None:
    for nummer in range(6):
        wie = (NieuwPersoon("Piet", f"Naam{nummer}", Huishoudrol.OUDER),)
        adres = NieuwHuishouden(
            straat="Lindelaan", huisnummer=20 + nummer, postcode="1231AA", woonplaats="Zonnedaal", leden=wie
        )
        huishouden = schrijf_huishouden_in(adres, by=gerda, at=MAANDAG)
        persoon = huishouden.leden.get().persoon
        gezin = Gezin(huishouden, persoon, persoon, persoon)
        ander = concept_plan(gezin, regisseur=amina, at=MAANDAG)
        bied_plan_aan(ander, by=amina, at=MAANDAG)
        stel_plan_vast(ander, by=farid, at=MAANDAG)
    gezien = page(farid, RAPPORT, queries_max=15)
    assert cellen(gezien, "Noord")["Samen"] == "10"
    adres = gezien.tree.xpath("//main//td//a[contains(., '(7)')]/@href")[0]
    assert "Fam. Naam5" in page(farid, adres, queries_max=15).words
