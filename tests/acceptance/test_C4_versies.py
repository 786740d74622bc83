"""C4: any two versions side by side, with what changed word by word and why the new one came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.plannen.actions import (
    Doeltekst,
    Leefgebiedtekst,
    begin_plan,
    bewaar_analyse,
    bewaar_doel,
    bied_plan_aan,
    stel_plan_vast,
    verwijder_doel,
    voeg_actie_toe,
)
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.teams.models import Medewerker, Rolvervulling
from page import Page
from personas import BEGIN, MAANDAG, Gezin
from verhalen import concept_plan, vastgesteld_plan

Bezoek = Callable[..., Page]
DAG = MAANDAG.date() + timedelta(days=1)


@pytest.fixture(autouse=True)
def _een_dag_later() -> Iterator[None]:
    with klok.reis_naar(DAG):
        yield


@dataclass
class Schrijver:
    """Amina writes and Farid adopts, version after version."""

    amina: Medewerker
    farid: Medewerker

    def nieuw(self, plan: Ondersteuningsplan, reden: str) -> Ondersteuningsplan:
        return begin_plan(plan.dossier, reden=reden, by=self.amina, at=MAANDAG)

    def doel(self, plan: Ondersteuningsplan, doel: Doel | None = None, **anders: object) -> Doel:
        nu = {veld: getattr(doel, veld) for veld in Doeltekst.__dataclass_fields__} if doel else {}
        tekst = Doeltekst(**(nu | anders))
        return bewaar_doel(plan, tekst, doel=doel, bewerking=plan.bewerking, by=self.amina, at=MAANDAG)

    def stel_vast(self, plan: Ondersteuningsplan) -> Ondersteuningsplan:
        bied_plan_aan(plan, by=self.amina, at=MAANDAG)
        stel_plan_vast(plan, by=self.farid, at=MAANDAG)
        return plan


@pytest.fixture
def schrijver(amina: Medewerker, farid: Medewerker) -> Schrijver:
    return Schrijver(amina, farid)


@pytest.fixture
def dossier_id(schrijver: Schrijver, de_wit: Gezin) -> int:
    """Three versions: the second changed Sanne's goal, the third gave Daan one and left the first as it was."""
    eerste = vastgesteld_plan(de_wit, regisseur=schrijver.amina, manager=schrijver.farid, at=MAANDAG)
    tweede = schrijver.nieuw(eerste, "Sanne werkt weer.")
    doel = tweede.doelen.get()
    schrijver.doel(tweede, doel, eigen_woorden="Ik wil dat het huis schoon blijft zonder dat ik omval.")
    wie = {"bewerking": tweede.bewerking, "by": schrijver.amina, "at": MAANDAG}
    voeg_actie_toe(doel, wat="strijkt zelf", wie="Sanne", uiterlijk=None, **wie)
    derde = schrijver.nieuw(schrijver.stel_vast(tweede), "Daan ging naar een nieuwe school.")
    samen = {"resultaat": "Het lukt.", "eigenaar_soort": "inwoner", "evaluatie_op": DAG + timedelta(days=90)}
    schrijver.doel(derde, eigen_woorden="Ik wil vrienden.", eigenaar="Daan de Wit", persoon=de_wit.daan, **samen)
    wie["bewerking"] = derde.bewerking
    bewaar_analyse(derde, {"opvoeden": Leefgebiedtekst("Daan is vaak alleen.")}, **wie)
    return schrijver.stel_vast(derde).dossier_id


def adres(dossier_id: int, oud: object = "", nieuw: object = "") -> str:
    keuze = f"?oud={oud}&nieuw={nieuw}" if oud else ""
    return reverse("plannen:vergelijking", args=[dossier_id]) + keuze


def gemerkt(pagina: Page, soort: str) -> list[str]:
    """Return the words that are marked as gone (`del`) or new (`ins`), as a screen reader speaks them."""
    return [" ".join(deel.text_content().split()) for deel in pagina.tree.xpath(f"//main//{soort}")]


def koppen(pagina: Page, sectie: str) -> list[str]:
    return [
        " ".join(kop.text_content().split())
        for kop in pagina.tree.xpath("//*[@id=$id]//h3 | //*[@id=$id]/following-sibling::h3", id=sectie)
    ]


def test_the_words_of_a_goal_are_marked_as_gone_and_as_new(page: Bezoek, amina: Medewerker, dossier_id: int) -> None:
    """Als Amina versie 1 naast 2 zet, dan is doorgestreept wat weg is en onderstreept wat nieuw is, ook hoorbaar."""
    gezien = page(amina, adres(dossier_id, 1, 2), queries_max=15)
    assert gemerkt(gezien, "del") == ["weg: weer", "weg: is"]
    assert gemerkt(gezien, "ins") == ["nieuw: blijft", "nieuw: Sanne: strijkt zelf"]
    assert "Versie 2: Sanne werkt weer. vastgesteld door Farid Amrani, 23 nov 2026" in gezien.words
    assert "Wat is weggehaald, is doorgestreept. Wat nieuw is, is onderstreept." in gezien.words
    assert "Daan ging naar een nieuwe school." not in gezien.words


def test_versions_that_are_not_neighbours_follow_the_same_goal(
    page: Bezoek, amina: Medewerker, dossier_id: int
) -> None:
    gezien = page(amina, adres(dossier_id, 1, 3))
    blokken = [kop for kop in koppen(gezien, "anders") if kop]
    assert any(kop.startswith("Doel: Ik wil dat het huis schoon blijft") and "gewijzigd" in kop for kop in blokken)
    assert "Doel: Ik wil vrienden. nieuw" in blokken
    for reden in ("Sanne werkt weer.", "Daan ging naar een nieuwe school."):
        assert reden in gezien.words


def test_what_stayed_the_same_is_told_apart(page: Bezoek, amina: Medewerker, dossier_id: int) -> None:
    gezien = page(amina, adres(dossier_id, 2, 3))
    assert not any("schoon blijft" in kop for kop in koppen(gezien, "anders"))
    assert any("schoon blijft" in kop for kop in koppen(gezien, "gelijk"))
    assert gemerkt(gezien, "del") == []


def test_a_goal_and_help_that_went_are_shown_with_their_cost(
    page: Bezoek, schrijver: Schrijver, amina: Medewerker, dossier_id: int
) -> None:
    derde = Ondersteuningsplan.objects.get(versie=3)
    vierde = schrijver.nieuw(derde, "De hulp is klaar.")
    verwijder_doel(vierde.doelen.first(), bewerking=vierde.bewerking, by=amina, at=MAANDAG)
    gezien = page(amina, adres(dossier_id, 3, 4))
    assert any("vervallen" in kop for kop in koppen(gezien, "anders"))
    assert "€ 396,50 per maand minder" in gezien.words.replace("\u00a0", " ")


def test_the_versions_are_chosen_on_the_page_of_the_plan(page: Bezoek, amina: Medewerker, dossier_id: int) -> None:
    plan = page(amina, reverse("plannen:nieuw", args=[dossier_id]), status=302).follow(queries_max=18)
    form = plan.tree.xpath("//form[@action=$pad]", pad=adres(dossier_id))[0]
    assert form.get("method") == "get"
    assert form.xpath(".//select[@name='oud']/option[@selected]/@value") == ["2"]
    assert form.xpath(".//select[@name='nieuw']/option[@selected]/@value") == ["3"]
    assert "Versie 2 naast versie 3." in page(amina, adres(dossier_id)).words


@pytest.mark.parametrize(("oud", "nieuw"), [(3, 1), (1, 3)])
def test_the_older_version_stands_first_however_they_were_chosen(
    page: Bezoek, amina: Medewerker, dossier_id: int, oud: int, nieuw: int
) -> None:
    assert "Versie 1 naast versie 3." in page(amina, adres(dossier_id, oud, nieuw)).words


def test_the_same_version_twice_and_a_version_that_is_not_there(
    page: Bezoek, amina: Medewerker, dossier_id: int
) -> None:
    gezien = page(amina, adres(dossier_id, 2, 2))
    assert "U koos twee keer dezelfde versie." in gezien.words
    assert "Er is niets veranderd." in gezien.words
    assert "Versie 2 naast versie 3." in page(amina, adres(dossier_id, 2, 9)).words
    assert "Versie 2 naast versie 3." in page(amina, adres(dossier_id, "x", "y")).words


def test_with_one_version_the_page_says_what_it_is_for(page: Bezoek, amina: Medewerker, de_wit: Gezin) -> None:
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    assert "Er is maar één versie" in page(amina, adres(plan.dossier_id)).words


def test_the_back_office_compares_only_what_was_adopted(
    page: Bezoek, daan: Medewerker, schrijver: Schrijver, dossier_id: int
) -> None:
    schrijver.nieuw(Ondersteuningsplan.objects.get(versie=3), "Sanne verhuist.")
    assert "Versie 2 naast versie 3." in page(daan, adres(dossier_id)).words
    assert "Versie 2 naast versie 3." in page(daan, adres(dossier_id, 3, 4)).words


def test_a_goal_under_another_law_is_shown_in_neither_version(
    page: Bezoek, bram: Medewerker, stad, dossier_id: int
) -> None:
    Rolvervulling.objects.filter(medewerker=bram).delete()
    Rolvervulling.objects.create(medewerker=bram, rol=Rol.REGISSEUR, team=stad.noord, vanaf=BEGIN, wetten=["jeugdwet"])
    jeugd = Medewerker.objects.get(pk=bram.pk)
    gezien = page(jeugd, adres(dossier_id, 1, 3))
    assert "omval" not in gezien.text
    assert "Ik wil vrienden." in gezien.text
    assert "1 doel onder de Wmo" in gezien.words


def test_looking_is_recorded_for_both_versions_and_another_team_finds_nothing(
    page: Bezoek, amina: Medewerker, chantal: Medewerker, dossier_id: int
) -> None:
    page(amina, adres(dossier_id, 1, 3))
    gezien = Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_INGEZIEN, actor_id=amina.pk)
    versies = Ondersteuningsplan.objects.filter(pk__in=gezien.values("onderwerp_id"))
    assert set(versies.values_list("versie", flat=True)) == {1, 3}
    page(chantal, adres(dossier_id, 1, 3), status=404)
