"""The whole table of who is told, consents and signs, to be read beside the law; and what may never be guessed.

In a cell: told / consents / signs. z oneself, G everybody with custody, g one of them, o parent without custody (on
request), c curator, b bewindvoerder, m mentor, v gemachtigde, n a relative, + all of them, ? find out first.
"""

from itertools import product
from pathlib import Path

import pytest

from eenplan.wetgeving import gezag, gezagsoverzicht
from eenplan.wetgeving.gezag import (
    beslissing,
    leeftijdsgroep,
    recht_op_informatie,
    situatie_van_volwassene,
    soort_van_gezag,
)
from eenplan.wetgeving.gezagsoorten import (
    GEDEELD,
    Beslissers,
    Besluitsoort,
    Gezagssoort,
    Leeftijdsgroep,
    Situatie,
    Vertegenwoordigersoort,
    Wie,
)
from eenplan.wetgeving.gezagstabel import GRONDSLAG
from eenplan.wetgeving.regels import artikelen_van

LETTERS = {
    Wie.ZELF: "z", Wie.GEZAG: "g", Wie.CURATOR: "c", Wie.BEWINDVOERDER: "b", Wie.MENTOR: "m", Wie.GEMACHTIGDE: "v",
    Wie.NAASTE: "n", Wie.OUDER_ZONDER_GEZAG: "o",
}  # fmt: skip
GROEPEN = {
    "<12": Leeftijdsgroep.TOT_12, "12-15": Leeftijdsgroep.VAN_12, "16-17": Leeftijdsgroep.VAN_16,
    "18+": Leeftijdsgroep.VOLWASSEN, "18+onb": Leeftijdsgroep.VOLWASSEN_ONBEKWAAM,
}  # fmt: skip
TABEL = """
situatie         leeftijd informeren  hulp        delen       inzage      plan        aanvraag    bezwaar     geld
ouders           <12      zg/-/-      zg/G/G      zg/G/G      g/g/g       zg/G/G      zg/g/g      zg/g/g      g/g/g
ouders           12-15    zg/-/-      zg/z+G/z+G  zg/z+G/z+G  zg/-/zg     zg/z+G/z+G  zg/g/g      zg/g/g      zg/g/g
ouders           16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
ouder            <12      zg(o)/-/-   zg/g/g      zg/g/g      g/g/g       zg/g/g      zg/g/g      zg/g/g      g/g/g
ouder            12-15    zg(o)/-/-   zg/z+g/z+g  zg/z+g/z+g  zg/-/zg     zg/z+g/z+g  zg/g/g      zg/g/g      zg/g/g
ouder            16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
ouder_en_ander   <12      zg(o)/-/-   zg/G/G      zg/G/G      g/g/g       zg/G/G      zg/g/g      zg/g/g      g/g/g
ouder_en_ander   12-15    zg(o)/-/-   zg/z+G/z+G  zg/z+G/z+G  zg/-/zg     zg/z+G/z+G  zg/g/g      zg/g/g      zg/g/g
ouder_en_ander   16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
voogd            <12      zg(o)/-/-   zg/g/g      zg/g/g      g/g/g       zg/g/g      zg/g/g      zg/g/g      g/g/g
voogd            12-15    zg(o)/-/-   zg/z+g/z+g  zg/z+g/z+g  zg/-/zg     zg/z+g/z+g  zg/g/g      zg/g/g      zg/g/g
voogd            16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
voogden          <12      zg(o)/-/-   zg/G/G      zg/G/G      g/g/g       zg/G/G      zg/g/g      zg/g/g      g/g/g
voogden          12-15    zg(o)/-/-   zg/z+G/z+G  zg/z+G/z+G  zg/-/zg     zg/z+G/z+G  zg/g/g      zg/g/g      zg/g/g
voogden          16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
instelling       <12      zg(o)/-/-   zg/g/g      zg/g/g      g/g/g       zg/g/g      zg/g/g      zg/g/g      g/g/g
instelling       12-15    zg(o)/-/-   zg/z+g/z+g  zg/z+g/z+g  zg/-/zg     zg/z+g/z+g  zg/g/g      zg/g/g      zg/g/g
instelling       16-17    z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       zg/z/zg     z/z/z       zg/g/g
onbekend         <12      ?           ?           ?           ?           ?           ?           ?           ?
onbekend         12-15    ?           ?           ?           ?           ?           ?           ?           ?
onbekend         16-17    ?           ?           ?           ?           ?           ?           ?           ?
zelf             18+      z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       z/z/z       z/z/z       z/z/z
zelf             18+onb   zn/-/-      zn/n/n      zn/n/n      zn/n/n      zn/n/n      zn/n/n      zn/n/n      ?
gemachtigde      18+      zv/-/-      zv/zv/zv    zv/zv/zv    zv/zv/zv    zv/zv/zv    zv/zv/zv    zv/zv/zv    zv/zv/zv
gemachtigde      18+onb   zv/-/-      zv/v/v      zv/v/v      zv/v/v      zv/v/v      zv/v/v      zv/v/v      zv/v/v
mentor           18+      zm/-/-      zm/z/z      zm/z/z      zm/z/z      zm/z/z      zm/z/z      zm/z/z      z/z/z
mentor           18+onb   zm/-/-      zm/m/m      zm/m/m      zm/m/m      zm/m/m      zm/m/m      zm/m/m      ?
bewind           18+      z/-/-       z/z/z       z/z/z       z/z/z       z/z/z       z/z/z       z/z/z       zb/b/b
bewind           18+onb   zn/-/-      zn/n/n      zn/n/n      zn/n/n      zn/n/n      zn/n/n      zn/n/n      zb/b/b
bewind_en_mentor 18+      zm/-/-      zm/z/z      zm/z/z      zm/z/z      zm/z/z      zm/z/z      zm/z/z      zb/b/b
bewind_en_mentor 18+onb   zm/-/-      zm/m/m      zm/m/m      zm/m/m      zm/m/m      zm/m/m      zm/m/m      zb/b/b
curator          18+      zc/-/-      zc/z/z      zc/z/z      zc/z/z      zc/z/z      zc/z/z      zc/z/z      zc/c/c
curator          18+onb   zc/-/-      zc/c/c      zc/c/c      zc/c/c      zc/c/c      zc/c/c      zc/c/c      zc/c/c
"""
KOP, *RIJEN = (regel.split() for regel in TABEL.strip().splitlines())
CELLEN = [
    (Situatie(situatie), GROEPEN[groep], Besluitsoort(besluit), verwacht)
    for situatie, groep, *vakken in RIJEN
    for besluit, verwacht in zip(KOP[2:], vakken, strict=True)
]


def in_letters(situatie: Situatie, regel: Beslissers) -> str:
    """Write a rule as the table above does."""
    if regel.is_uitzoeken:
        return "?"
    ieder = "G" if regel.allen and situatie in GEDEELD else "g"
    letters = LETTERS | {Wie.GEZAG: ieder}
    toe, tekent = (
        ("+" if regel.allen else "").join(letters[wie] for wie in partijen) or "-"
        for partijen in (regel.stemt_toe, regel.tekent)
    )
    hoort = "".join(LETTERS[wie] for wie in regel.geinformeerd)
    return f"{hoort}{''.join(f'({LETTERS[wie]})' for wie in regel.op_verzoek)}/{toe}/{tekent}"


@pytest.mark.artikel("BW", "1:245")
@pytest.mark.artikel("BW", "1:253i")
@pytest.mark.artikel("BW", "1:253v")
@pytest.mark.artikel("BW", "1:377c")
@pytest.mark.artikel("BW", "1:381")
@pytest.mark.artikel("BW", "1:453")
@pytest.mark.artikel("BW 3", "3:32")
@pytest.mark.artikel("Jeugdwet", "2.3")
@pytest.mark.artikel("Jeugdwet", "4.1.3")
@pytest.mark.artikel("Jeugdwet", "7.3.2")
@pytest.mark.artikel("Jeugdwet", "7.3.4")
@pytest.mark.artikel("Jeugdwet", "7.3.5")
@pytest.mark.artikel("Jeugdwet", "7.3.10")
@pytest.mark.artikel("Jeugdwet", "7.3.11")
@pytest.mark.artikel("Jeugdwet", "7.3.15")
@pytest.mark.artikel("Wmo 2015", "1.1.1")
@pytest.mark.artikel("Wmo 2015", "2.3.2")
@pytest.mark.artikel("Wmo 2015", "2.3.5")
@pytest.mark.artikel("Wmo 2015", "5.1.1")
@pytest.mark.artikel("Wmo 2015", "5.3.2")
@pytest.mark.artikel("AVG", "6")
@pytest.mark.artikel("AVG", "15")
@pytest.mark.artikel("UAVG", "5")
@pytest.mark.artikel("Awb", "2:1")
@pytest.mark.artikel("Awb", "7:1")
@pytest.mark.artikel("Awb", "8:21")
def test_the_whole_table_is_as_it_reads() -> None:
    gevonden = {
        (situatie, groep, besluit): in_letters(situatie, gezagsoverzicht.cel(situatie, groep, besluit))
        for situatie, groep, besluit, _verwacht in CELLEN
    }
    assert gevonden == {(situatie, groep, besluit): verwacht for situatie, groep, besluit, verwacht in CELLEN}


def test_the_table_leaves_no_situation_age_or_decision_out() -> None:
    vakken = {(situatie, groep, besluit) for situatie, groep, besluit, _verwacht in CELLEN}
    verwacht = {
        (situatie, groep, besluit)
        for situatie in Situatie
        for groep in gezagsoverzicht.groepen_van(situatie)
        for besluit in Besluitsoort
    }
    assert vakken == verwacht


@pytest.mark.parametrize("leeftijd", range(18))
def test_unknown_custody_is_never_a_guess(leeftijd: int) -> None:
    for bekwaam, besluit in product((True, False), Besluitsoort):
        regel = beslissing(Situatie.ONBEKEND, leeftijd, bekwaam, besluit)
        assert regel.is_uitzoeken
        assert not (regel.geinformeerd)
        assert not (regel.stemt_toe)
        assert not (regel.tekent)


@pytest.mark.parametrize("situatie", [Situatie.CURATOR, Situatie.BEWIND, Situatie.MENTOR, Situatie.ZELF])
def test_what_belongs_to_adults_says_nothing_of_a_child(situatie: Situatie) -> None:
    assert beslissing(situatie, 10, True, Besluitsoort.HULP).is_uitzoeken


def test_custody_ends_at_eighteen() -> None:
    assert beslissing(Situatie.OUDERS, 17, True, Besluitsoort.GELD).stemt_toe == (Wie.GEZAG,)
    assert beslissing(Situatie.OUDERS, 18, True, Besluitsoort.GELD).stemt_toe == (Wie.ZELF,)


def test_every_cell_gives_a_reason_and_an_article_that_the_table_carries() -> None:
    gemerkt = {
        f"{artikel.nummer} {artikel.wet}"
        for functie in (beslissing, soort_van_gezag, situatie_van_volwassene, leeftijdsgroep)
        for artikel in artikelen_van(functie)
    }
    for situatie, groep, besluit, _verwacht in CELLEN:
        regel = gezagsoverzicht.cel(situatie, groep, besluit)
        assert regel.reden.endswith("."), (situatie, groep, besluit)
        assert regel.artikelen, (situatie, groep, besluit)
        assert set(regel.artikelen) <= gemerkt, (situatie, groep, besluit)
    assert {plek for plekken in GRONDSLAG.values() for plek in plekken} <= gemerkt


@pytest.mark.parametrize(
    ("leeftijd", "bekwaam", "groep"),
    [
        (0, True, "<12"), (11, True, "<12"), (12, True, "12-15"), (12, False, "<12"), (15, True, "12-15"),
        (16, True, "16-17"), (17, False, "<12"), (18, True, "18+"), (18, False, "18+onb"),
    ],
)  # fmt: skip
def test_ages_fall_in_the_groups_of_the_law(leeftijd: int, bekwaam: bool, groep: str) -> None:
    assert leeftijdsgroep(leeftijd, bekwaam) is GROEPEN[groep]


@pytest.mark.artikel("BW", "1:251")
@pytest.mark.artikel("BW", "1:251b")
@pytest.mark.artikel("BW", "1:253aa")
@pytest.mark.artikel("BW", "1:253b")
@pytest.mark.artikel("BW", "1:253sa")
@pytest.mark.artikel("BW", "1:253t")
@pytest.mark.artikel("BW", "1:280")
@pytest.mark.artikel("BW", "1:282")
@pytest.mark.artikel("BW", "1:302")
@pytest.mark.parametrize(
    ("soorten", "soort"),
    [
        (("ouders", "ouders"), "ouders"),
        (("ouders",), "onbekend"),  # half of what was recorded is not the whole
        (("ouder",), "ouder"),
        (("ouder", "ouder"), "onbekend"),  # two who each hold it alone cannot be
        (("ouder_en_ander", "ouder_en_ander"), "ouder_en_ander"),
        (("voogd",), "voogd"),
        (("voogden", "voogden"), "voogden"),
        (("instelling",), "instelling"),
        (("ouder", "voogd"), "onbekend"),
        ((), "onbekend"),
    ],
)
def test_custody_that_does_not_fit_together_is_unknown(soorten: tuple[str, ...], soort: str) -> None:
    assert soort_van_gezag(tuple(Gezagssoort(een) for een in soorten)) is Gezagssoort(soort)


@pytest.mark.artikel("BW", "1:378")
@pytest.mark.artikel("BW", "1:431")
@pytest.mark.artikel("BW", "1:450")
@pytest.mark.parametrize(
    ("soorten", "situatie"),
    [
        ((), Situatie.ZELF),
        (("gemachtigde",), Situatie.GEMACHTIGDE),
        (("mentor",), Situatie.MENTOR),
        (("bewindvoerder", "gemachtigde"), Situatie.BEWIND),
        (("bewindvoerder", "mentor"), Situatie.BEWIND_EN_MENTOR),
        (("curator", "gemachtigde"), Situatie.CURATOR),
    ],
)
def test_the_strongest_protection_of_an_adult_counts(soorten: tuple[str, ...], situatie: Situatie) -> None:
    assert situatie_van_volwassene(frozenset(Vertegenwoordigersoort(een) for een in soorten)) is situatie


@pytest.mark.artikel("BW", "1:247")
@pytest.mark.artikel("BW", "1:377b")
def test_a_parent_without_custody_hears_on_request_only_and_nobody_past_sixteen() -> None:
    assert recht_op_informatie(8, True, heeft_gezag=False).startswith("Alleen op verzoek")
    assert recht_op_informatie(8, True, heeft_gezag=True).startswith("Wat nodig is")
    assert recht_op_informatie(16, True, heeft_gezag=True).startswith("Alleen met toestemming van de jongere")
    assert recht_op_informatie(17, False, heeft_gezag=True).startswith("Wat nodig is")


def test_the_document_of_the_table_is_up_to_date() -> None:
    """If this fails: python -m eenplan.wetgeving.overzicht."""
    project = Path(gezag.__file__).parents[3]
    assert (project / "docs" / "gezag.md").read_text(encoding="utf-8") == gezagsoverzicht.overzicht()
