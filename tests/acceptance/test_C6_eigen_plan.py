"""C6: a plan that a resident or family made counts as input: when it came, whether in time, and its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Document
from eenplan.plannen.eigen_actions import Ingeleverd, lever_eigen_plan_in
from eenplan.plannen.models import Analyse, Doel, EigenPlan, EigenPlanaanbod, EigenPlansoort
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.termijnen.models import Termijn
from page import Page
from personas import BEGIN, Gezin
from verhalen import concept_plan, melding, vastgesteld_plan

Bezoek = Callable[..., Page]
GEMELD = datetime(2026, 10, 29, 10, tzinfo=AMSTERDAM)
WOORDEN = "Ik wil ’s nachts slapen.\n\nDe trap kom ik niet meer op."


@pytest.fixture(autouse=True)
def _begin_november() -> Iterator[None]:
    """Today is the fifth of November: the last day of Sanne's window."""
    with klok.reis_naar(date(2026, 11, 5)):
        yield


@pytest.fixture
def dossier(gerda: Medewerker, amina: Medewerker, de_wit: Gezin):
    """Sanne reported for the Wmo on 29 October."""
    return melding(de_wit, by=gerda, at=GEMELD).dossier


def adres(dossier) -> str:
    return reverse("plannen:eigen_plan", args=[dossier.pk])


def invoer(gezin: Gezin, **anders: object) -> dict[str, object]:
    return {"soort": "persoonlijk", "persoon": gezin.sanne.pk, "op": "03-11-2026", "tekst": WOORDEN} | anders


def test_a_personal_plan_within_seven_days_is_in_time_and_closes_the_window(
    page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin
) -> None:
    leeg = page(amina, adres(dossier), queries_max=15)
    assert "Nog niets ingeleverd." in leeg.words
    gezien = leeg.post(invoer(de_wit)).follow(queries_max=15)
    assert "persoonlijk plan (Wmo) van Sanne" in gezien.words
    assert "binnen zeven dagen" in gezien.words
    assert "dat kon tot en met 5 nov 2026" in gezien.words
    assert Termijn.objects.get(regel="wmo-persoonlijk-plan").voltooid_op == date(2026, 11, 3)


def test_a_late_plan_counts_too_and_is_only_noted_as_late(
    page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin
) -> None:
    with klok.reis_naar(date(2026, 11, 6)):
        gezien = page(amina, adres(dossier)).post(invoer(de_wit, op="06-11-2026")).follow()
    assert "na zeven dagen" in gezien.words
    assert "het plan telt wel mee" in gezien.words
    assert Termijn.objects.get(regel="wmo-persoonlijk-plan").voltooid_op is None


@pytest.mark.parametrize(("dag", "op_tijd"), [("29-10-2026", True), ("05-11-2026", True), ("28-10-2026", None)])
def test_the_window_is_from_the_melding_till_the_seventh_day(
    page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin, dag: str, op_tijd: bool | None
) -> None:
    page(amina, adres(dossier)).post(invoer(de_wit, op=dag))
    assert EigenPlan.objects.get().is_op_tijd is op_tijd


def test_a_family_group_plan_is_the_family_s_and_has_no_last_day(
    page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin
) -> None:
    gezien = page(amina, adres(dossier)).post(invoer(de_wit, soort="familiegroep", persoon="")).follow()
    assert "familiegroepsplan (Jeugdwet) van het gezin" in gezien.words
    assert "Hier hoort geen uiterste dag bij." in gezien.words
    assert EigenPlan.objects.get().wet == "jeugdwet"


def test_on_paper_it_becomes_a_document_of_the_file(
    page: Bezoek, als, amina: Medewerker, dossier, de_wit: Gezin
) -> None:
    papier = SimpleUploadedFile("plan.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "application/pdf")
    als(amina).post(adres(dossier), invoer(de_wit, tekst="", bestand=papier))
    document = Document.objects.get(titel="persoonlijk plan (Wmo)")
    assert (document.wet, document.soort) == ("wmo", "ingekomen")
    gezien = page(amina, adres(dossier))
    assert gezien.tree.xpath("//a[@href=$pad]", pad=reverse("dossiers:document", args=[document.pk]))


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"tekst": " "}, "Schrijf de woorden van het plan over, of voeg het papier toe."),
        ({"persoon": ""}, "Een persoonlijk plan is van één inwoner. Kies van wie."),
        ({"op": "06-11-2026"}, "De dag waarop het plan kwam, ligt in de toekomst."),
        ({"soort": ""}, "Kies een antwoord."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin, anders: dict[str, str], zin: str
) -> None:
    geweigerd = page(amina, adres(dossier)).post(invoer(de_wit, **anders), status=422)
    assert zin in geweigerd.words
    if "tekst" not in anders:
        assert "De trap kom ik niet meer op." in geweigerd.text
    assert not EigenPlan.objects.exists()


def test_the_offer_to_help_is_noted_with_the_answer(page: Bezoek, amina: Medewerker, dossier, de_wit: Gezin) -> None:
    """Als Amina hulp aanbiedt bij een familiegroepsplan en het gezin maakt het zelf, dan staat dat er."""
    aanbod = {"wat": "aanbod", "soort": "familiegroep", "persoon": "", "op": "05-11-2026", "antwoord": "zelf"}
    pagina = page(amina, adres(dossier))
    assert "Kies een antwoord." in pagina.post(aanbod | {"antwoord": ""}, status=422).words
    gezien = pagina.post(aanbod).follow()
    assert "5 nov 2026, familiegroepsplan (Jeugdwet): het gezin maakt het zelf" in gezien.words
    assert EigenPlanaanbod.objects.get().vastgelegd_door == amina


@pytest.fixture
def eigen(dossier, amina: Medewerker, de_wit: Gezin) -> EigenPlan:
    op = datetime(2026, 11, 3, 9, tzinfo=AMSTERDAM)
    return lever_eigen_plan_in(
        dossier, Ingeleverd(EigenPlansoort.PERSOONLIJK, de_wit.sanne, op.date(), WOORDEN), by=amina, at=op
    )


@pytest.fixture
def plan(eigen: EigenPlan, amina: Medewerker, de_wit: Gezin):
    return concept_plan(de_wit, regisseur=amina, at=GEMELD + timedelta(days=6))


def overname(eigen: EigenPlan) -> str:
    return reverse("plannen:overname", args=[eigen.pk])


def test_its_words_stand_beside_the_writing_page_and_become_a_goal_with_one_press(
    page: Bezoek, amina: Medewerker, eigen: EigenPlan, plan, de_wit: Gezin
) -> None:
    schrijven = page(amina, reverse("plannen:plan", args=[plan.pk]), queries_max=16)
    assert "De trap kom ik niet meer op. uit het eigen plan van Sanne, 3 november" in schrijven.words
    verder = schrijven.post({"stuk": "1", "naar": "doel"}, url=overname(eigen)).follow()
    doel = Doel.objects.get(uit_eigen_plan=eigen)
    assert (doel.eigen_woorden, doel.persoon, doel.eigenaar, doel.wet) == (
        "De trap kom ik niet meer op.",
        de_wit.sanne,
        "Sanne de Wit",
        "wmo",
    )
    blok = verder.tree.xpath("//*[@id=$id]", id=f"doel-{doel.pk}")[0]
    assert "uit het eigen plan van Sanne, 3 november" in " ".join(blok.text_content().split())


def test_its_words_go_below_what_the_analysis_says_already(
    page: Bezoek, amina: Medewerker, eigen: EigenPlan, plan
) -> None:
    schrijven = page(amina, reverse("plannen:plan", args=[plan.pk]))
    for _keer in range(2):  # a double click takes them over once
        schrijven.post({"stuk": "0", "naar": "huishouden"}, url=overname(eigen))
    rij = Analyse.objects.get(plan=plan, leefgebied="huishouden")
    assert rij.situatie == "Sanne is moe en komt niet aan het huishouden toe.\nIk wil ’s nachts slapen."
    assert rij.kracht == "Ze kookt zelf."
    gezien = page(amina, reverse("plannen:plan", args=[plan.pk]))
    gebied = gezien.tree.xpath("//*[@id='gebied-huishouden']")[0]
    assert "uit het eigen plan van Sanne, 3 november" in " ".join(gebied.text_content().split())


def test_without_a_draft_nothing_is_taken_over(
    page: Bezoek, amina: Medewerker, farid: Medewerker, eigen: EigenPlan, de_wit: Gezin
) -> None:
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=GEMELD + timedelta(days=6))
    terug = page(amina, overname(eigen), data={"stuk": "0", "naar": "doel"}, status=302).follow()
    assert "Begin eerst een plan of een nieuwe versie." in terug.words
    assert not Doel.objects.filter(uit_eigen_plan=eigen).exists()


def test_a_passage_or_domain_that_does_not_exist_is_refused(
    page: Bezoek, amina: Medewerker, eigen: EigenPlan, plan
) -> None:
    for raar in ({"stuk": "7", "naar": "doel"}, {"stuk": "0", "naar": "zwemmen"}, {}):
        page(amina, overname(eigen), data=raar, status=302)
    assert Doel.objects.filter(plan=plan).count() == 1


def test_who_works_under_another_law_only_knows_that_there_is_one(
    page: Bezoek, bram: Medewerker, farid: Medewerker, chantal: Medewerker, eigen: EigenPlan, plan, stad
) -> None:
    Rolvervulling.objects.filter(medewerker=bram).delete()
    Rolvervulling.objects.create(medewerker=bram, rol=Rol.REGISSEUR, team=stad.noord, vanaf=BEGIN, wetten=["jeugdwet"])
    jeugd = Medewerker.objects.get(pk=bram.pk)
    gezien = page(jeugd, adres(eigen.dossier))
    assert "De trap" not in gezien.text
    assert "1 stuk onder de Wmo" in gezien.words
    assert "De trap" not in page(jeugd, reverse("plannen:plan", args=[plan.pk])).text
    page(jeugd, overname(eigen), data={"stuk": "0", "naar": "doel"}, status=404)
    assert "De trap" in page(farid, adres(eigen.dossier)).text
    page(farid, adres(eigen.dossier), data={}, status=403)
    page(chantal, adres(eigen.dossier), status=404)
