"""C1: the plan of a family of six with four laws, nine providers and two years of history fits page and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from eenplan.core import klok
from eenplan.plannen.models import Inzet
from eenplan.teams.models import Medewerker
from groot_gezin import NAMEN, VERSIES, GrootGezin, bouw
from page import Page
from personas import MAANDAG

Bezoek = Callable[..., Page]
HUISHOUDPAGINA, PLANPAGINA = 20, 16


@pytest.fixture
def groot(amina: Medewerker, farid: Medewerker, gerda: Medewerker, daan: Medewerker) -> Iterator[GrootGezin]:
    gezin = bouw(amina=amina, farid=farid, gerda=gerda, daan=daan)
    with klok.reis_naar(MAANDAG.date()):
        yield gezin


def papier(als, wie: Medewerker, adres: str) -> PdfReader:
    return PdfReader(BytesIO(als(wie).get(adres).content))


def test_the_family_is_as_large_as_the_proof_asks(groot: GrootGezin) -> None:
    hulp = Inzet.objects.filter(doel__plan=groot.plan)
    assert groot.dossier.huishouden.leden.count() == 6
    assert set(hulp.values_list("voorziening__wet", flat=True)) == {"wmo", "jeugdwet", "participatiewet", "wgs"}
    assert hulp.values("contract__aanbieder").distinct().count() == 9
    assert groot.plan.versie == len(VERSIES) == 4
    assert (groot.plan.begonnen_op - groot.plannen[0].begonnen_op).days > 600
    assert groot.dossier.gesprekken.count() == 13


def test_household_and_plan_stay_within_their_questions(page: Bezoek, amina: Medewerker, groot: GrootGezin) -> None:
    page(amina, reverse("web:huishouden", args=[groot.dossier.pk]), queries_max=HUISHOUDPAGINA)
    plan = page(amina, reverse("plannen:plan", args=[groot.plan.pk]), queries_max=PLANPAGINA)
    for _reden, hulpen in VERSIES:
        for hulp in hulpen:
            assert hulp.woorden in plan.words
            assert hulp.aanbieder in plan.words
    for pagina in ("eigen_plan", "eigen_inzet"):
        page(amina, reverse(f"plannen:{pagina}", args=[groot.dossier.pk]), queries_max=15)


def test_the_first_version_beside_the_last_is_one_page(page: Bezoek, amina: Medewerker, groot: GrootGezin) -> None:
    adres = reverse("plannen:vergelijking", args=[groot.dossier.pk])
    gezien = page(amina, f"{adres}?oud=1&nieuw=4", queries_max=15)
    for reden, _hulpen in VERSIES[1:]:
        assert reden in gezien.words
    assert gezien.words.count("nieuw") >= 6


def test_a_next_version_is_written_within_the_questions_of_a_small_one(
    page: Bezoek, amina: Medewerker, groot: GrootGezin
) -> None:
    nieuw = reverse("plannen:nieuw", args=[groot.dossier.pk])
    schrijven = page(amina, nieuw, data={"reden": "Sami is klaar."}).follow(queries_max=PLANPAGINA)
    assert len(schrijven.tree.xpath("//*[contains(@class, 'ep-doel ') or @class='ep-doel']")) == 9


def test_the_print_is_four_pages_at_most_and_the_own_part_less(als, amina: Medewerker, groot: GrootGezin) -> None:
    adres = reverse("plannen:afdruk", args=[groot.plan.pk])
    heel = papier(als, amina, adres)
    assert len(heel.pages) <= 4
    tekst = " ".join(" ".join(blad.extract_text() for blad in heel.pages).split())
    for _reden, hulpen in VERSIES:
        for hulp in hulpen:
            assert hulp.aanbieder in tekst
    for naam in NAMEN:
        deel = papier(als, amina, f"{adres}?voor={groot.leden[naam].pk}")
        assert len(deel.pages) < len(heel.pages)
