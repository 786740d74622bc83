"""On which ground something may go out: one row per way, with the article that must be named."""

import pytest

from eenplan.wetgeving.grondslag import (
    Categorie,
    Deeldoel,
    Grondsoort,
    Herkomst,
    Partnersoort,
    grondslag,
    grondslag_navraag,
    hoogste_categorieen,
    mogelijke_doelen,
)

TAAK, TOESTEMMING, GEEN = Grondsoort.TAAK, Grondsoort.TOESTEMMING, Grondsoort.GEEN
H, P, D = Herkomst, Partnersoort, Deeldoel


@pytest.mark.artikel("AVG", "6")
@pytest.mark.artikel("AVG", "9")
@pytest.mark.artikel("Wmo 2015", "5.1.1")
@pytest.mark.artikel("Wmo 2015", "5.2.1")
@pytest.mark.artikel("Wmo 2015", "5.2.6")
@pytest.mark.artikel("Jeugdwet", "7.3.11")
@pytest.mark.artikel("Jeugdwet", "7.4.0")
@pytest.mark.artikel("Jeugdwet", "7.4.1")
@pytest.mark.artikel("Participatiewet", "64")
@pytest.mark.artikel("Wgs", "8")
@pytest.mark.parametrize(
    ("uit", "naar", "doel", "soort", "vindplaats"),
    [
        # A task of the law: nobody asks for consent.
        (H.WMO, P.AANBIEDER, D.WMO, TAAK, "5.2.1 Wmo"),
        (H.JEUGDWET, P.AANBIEDER, D.JEUGDHULP, TAAK, "7.4.0 Jeugdwet"),
        (H.WGS, P.SCHULDEISER, D.SCHULDHULP, TAAK, "8 Wgs"),
        (H.WGS, P.AANBIEDER, D.SCHULDHULP, TAAK, "8 Wgs"),
        (H.WGS, P.WERK_EN_INKOMEN, D.SCHULDHULP, TAAK, "8 Wgs"),
        (H.PARTICIPATIEWET, P.WERK_EN_INKOMEN, D.INKOMEN, TAAK, "64 Participatiewet"),
        (H.WMO, P.VEILIG_THUIS, D.VEILIGHEID, TAAK, "5.2.6 Wmo"),
        (H.WGS, P.VEILIG_THUIS, D.VEILIGHEID, TAAK, "5.2.6 Wmo"),
        (H.JEUGDWET, P.VEILIG_THUIS, D.VEILIGHEID, TAAK, "7.3.11 lid 4 Jeugdwet"),
        (H.JEUGDWET, P.ONDERZOEK_STATISTIEK, D.STATISTIEK, TAAK, "6 lid 1 onder c AVG"),
        # Into the Wmo from another law: only with consent.
        (H.JEUGDWET, P.AANBIEDER, D.WMO, TOESTEMMING, "5.1.1 lid 4 Wmo"),
        (H.PARTICIPATIEWET, P.AANBIEDER, D.WMO, TOESTEMMING, "5.1.1 lid 4 Wmo"),
        (H.WGS, P.AANBIEDER, D.WMO, TOESTEMMING, "5.1.1 lid 4 Wmo"),
        (H.PARTICIPATIEWET, P.WERK_EN_INKOMEN, D.WMO, TOESTEMMING, "5.1.1 lid 4 Wmo"),
        # Whoever gives youth help keeps it secret.
        (H.JEUGDWET, P.ONDERWIJS, D.ONDERWIJS, TOESTEMMING, "7.3.11 lid 1 Jeugdwet"),
        (H.JEUGDWET, P.HUISARTS_GGD, D.ZORG, TOESTEMMING, "7.3.11 lid 1 Jeugdwet"),
        (H.JEUGDWET, P.ONDERZOEK_STATISTIEK, D.ONDERZOEK, TOESTEMMING, "7.3.11 lid 1 Jeugdwet"),
        # No task: consent of the AVG.
        (H.WMO, P.WERK_EN_INKOMEN, D.INKOMEN, TOESTEMMING, "6 lid 1 onder a"),
        (H.WMO, P.ZORGVERZEKERAAR, D.ZORG, TOESTEMMING, "6 lid 1 onder a"),
        (H.WMO, P.AANBIEDER, D.JEUGDHULP, TOESTEMMING, "6 lid 1 onder a"),
        (H.GEEN, P.AANBIEDER, D.WELZIJN, TOESTEMMING, "6 lid 1 onder a"),
        (H.GEEN, P.OVERIG, D.WELZIJN, TOESTEMMING, "6 lid 1 onder a"),
        # Not at all.
        (H.WMO, P.SCHULDEISER, D.SCHULDHULP, GEEN, "6 AVG"),
        (H.JEUGDWET, P.SCHULDEISER, D.SCHULDHULP, GEEN, "6 AVG"),
        (H.WMO, P.POLITIE, D.VEILIGHEID, GEEN, "6 AVG"),
        (H.WMO, P.ONDERZOEK_STATISTIEK, D.STATISTIEK, GEEN, "6 AVG"),
        (H.WMO, P.ZORGVERZEKERAAR, D.INKOMEN, GEEN, "6 AVG"),
    ],
)
def test_each_way_out_has_one_ground(
    uit: Herkomst, naar: Partnersoort, doel: Deeldoel, soort: Grondsoort, vindplaats: str
) -> None:
    gevonden = grondslag(uit=uit, naar=naar, doel=doel)
    assert gevonden.soort is soort
    assert vindplaats in gevonden.vindplaats
    assert gevonden.uitleg.endswith((".", "Let op."))


@pytest.mark.artikel("AVG", "6")
@pytest.mark.parametrize(
    ("bij", "voor", "soort", "vindplaats"),
    [
        (P.AANBIEDER, H.WMO, TAAK, "5.1.1 lid 1 Wmo"),
        (P.AANBIEDER, H.JEUGDWET, TAAK, "7.4.0 Jeugdwet"),
        (P.SCHULDEISER, H.WGS, TAAK, "8 Wgs"),
        (P.WERK_EN_INKOMEN, H.WGS, TAAK, "8 Wgs"),
        (P.WERK_EN_INKOMEN, H.PARTICIPATIEWET, TAAK, "64 Participatiewet"),
        (P.WERK_EN_INKOMEN, H.WMO, TOESTEMMING, "5.1.1 lid 4 Wmo"),
        (P.ZORGVERZEKERAAR, H.WMO, TOESTEMMING, "5.1.1 lid 5 Wmo"),
        (P.HUISARTS_GGD, H.JEUGDWET, TOESTEMMING, "6 lid 1 onder a"),
        (P.OVERIG, H.GEEN, TOESTEMMING, "6 lid 1 onder a"),
        (P.SCHULDEISER, H.WMO, GEEN, "6 AVG"),
        (P.POLITIE, H.WMO, GEEN, "6 AVG"),
        (P.ONDERZOEK_STATISTIEK, H.JEUGDWET, GEEN, "6 AVG"),
    ],
)
def test_each_way_in_has_one_ground(bij: Partnersoort, voor: Herkomst, soort: Grondsoort, vindplaats: str) -> None:
    gevonden = grondslag_navraag(bij=bij, voor=voor)
    assert gevonden.soort is soort
    assert vindplaats in gevonden.vindplaats


@pytest.mark.parametrize("naar", Partnersoort)
@pytest.mark.parametrize("uit", Herkomst)
def test_every_combination_has_an_answer_and_only_fitting_purposes_pass(uit: Herkomst, naar: Partnersoort) -> None:
    for doel in Deeldoel:
        gevonden = grondslag(uit=uit, naar=naar, doel=doel)
        assert gevonden.vindplaats
        assert not gevonden.mag or doel in mogelijke_doelen(naar)


@pytest.mark.artikel("AVG", "5")
def test_a_partner_gets_no_more_than_its_work_needs() -> None:
    assert hoogste_categorieen(P.SCHULDEISER) == {Categorie.CONTACT, Categorie.FINANCIEN}
    assert Categorie.GEZONDHEID not in hoogste_categorieen(P.WERK_EN_INKOMEN)
    assert Categorie.CONTACT not in hoogste_categorieen(P.ONDERZOEK_STATISTIEK)
    assert hoogste_categorieen(P.VEILIG_THUIS) == frozenset(Categorie)
    assert mogelijke_doelen(P.ZORGVERZEKERAAR) == {Deeldoel.ZORG}
