"""Op welke grond gegevens over een inwoner naar een ander mogen, of bij een ander mogen worden gevraagd.

Toestemming is nooit het vangnet: waar een andere grond geldt, wordt zij niet gevraagd. Kent geen personen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from eenplan.wetgeving.regels import artikel

_AVG: Final = date(2018, 5, 25)
_DECENTRALISATIE: Final = date(2015, 1, 1)
_WGS: Final = date(2021, 1, 1)


class Grondsoort(StrEnum):
    """De drie uitkomsten: een taak uit de wet, toestemming van de inwoner, of niet toegestaan."""

    TAAK = "taak"
    TOESTEMMING = "toestemming"
    GEEN = "geen"


class Herkomst(StrEnum):
    """Onder welke wet een gegeven in het dossier valt."""

    WMO = "wmo"
    JEUGDWET = "jeugdwet"
    PARTICIPATIEWET = "participatiewet"
    WGS = "wgs"
    GEEN = "geen"


class Partnersoort(StrEnum):
    """Wat voor organisatie de ander is."""

    WERK_EN_INKOMEN = "werk_en_inkomen"
    ZORGVERZEKERAAR = "zorgverzekeraar"
    SCHULDEISER = "schuldeiser"
    AANBIEDER = "aanbieder"
    ONDERWIJS = "onderwijs"
    HUISARTS_GGD = "huisarts_ggd"
    VEILIG_THUIS = "veilig_thuis"
    POLITIE = "politie"
    ONDERZOEK_STATISTIEK = "onderzoek_statistiek"
    OVERIG = "overig"


class Deeldoel(StrEnum):
    """Waarvoor de ander de gegevens gebruikt (AVG 5 lid 1 onder b)."""

    WMO = "wmo"
    JEUGDHULP = "jeugdhulp"
    INKOMEN = "inkomen"
    SCHULDHULP = "schuldhulp"
    ZORG = "zorg"
    ONDERWIJS = "onderwijs"
    VEILIGHEID = "veiligheid"
    STATISTIEK = "statistiek"
    ONDERZOEK = "onderzoek"
    WELZIJN = "welzijn"


class Categorie(StrEnum):
    """De gesloten lijst van soorten gegevens."""

    CONTACT = "contact"
    HULPVRAAG = "hulpvraag"
    PLAN = "plan"
    VOORZIENINGEN = "voorzieningen"
    FINANCIEN = "financien"
    GEZONDHEID = "gezondheid"
    VEILIGHEID = "veiligheid"


@dataclass(frozen=True, slots=True)
class Grondslag:
    """De grond met zijn vindplaats en een zin voor het scherm. `bijzonder` geldt voor gegevens over gezondheid."""

    soort: Grondsoort
    vindplaats: str
    uitleg: str
    bijzonder: str = ""

    @property
    def vraagt_toestemming(self) -> bool:
        return self.soort is Grondsoort.TOESTEMMING

    @property
    def mag(self) -> bool:
        """Of delen kan: uit een taak, of met toestemming die er dan ook moet zijn."""
        return self.soort is not Grondsoort.GEEN


_DOELEN: Final[Mapping[Partnersoort, frozenset[Deeldoel]]] = {
    Partnersoort.WERK_EN_INKOMEN: frozenset({Deeldoel.WMO, Deeldoel.INKOMEN, Deeldoel.SCHULDHULP}),
    Partnersoort.ZORGVERZEKERAAR: frozenset({Deeldoel.ZORG}),
    Partnersoort.SCHULDEISER: frozenset({Deeldoel.SCHULDHULP}),
    Partnersoort.AANBIEDER: frozenset({Deeldoel.WMO, Deeldoel.JEUGDHULP, Deeldoel.SCHULDHULP, Deeldoel.WELZIJN}),
    Partnersoort.ONDERWIJS: frozenset({Deeldoel.ONDERWIJS}),
    Partnersoort.HUISARTS_GGD: frozenset({Deeldoel.ZORG}),
    Partnersoort.VEILIG_THUIS: frozenset({Deeldoel.VEILIGHEID}),
    Partnersoort.POLITIE: frozenset({Deeldoel.VEILIGHEID}),
    Partnersoort.ONDERZOEK_STATISTIEK: frozenset({Deeldoel.STATISTIEK, Deeldoel.ONDERZOEK}),
    Partnersoort.OVERIG: frozenset({Deeldoel.WELZIJN}),
}
_ALLES: Final = frozenset(Categorie)
_MINDER: Final[Mapping[Partnersoort, frozenset[Categorie]]] = {
    Partnersoort.SCHULDEISER: frozenset({Categorie.CONTACT, Categorie.FINANCIEN}),
    Partnersoort.ZORGVERZEKERAAR: _ALLES - {Categorie.FINANCIEN, Categorie.VEILIGHEID},
    Partnersoort.ONDERWIJS: _ALLES - {Categorie.FINANCIEN},
    Partnersoort.WERK_EN_INKOMEN: _ALLES - {Categorie.GEZONDHEID},
    Partnersoort.ONDERZOEK_STATISTIEK: _ALLES - {Categorie.CONTACT},
}
_ZORGPLICHT: Final = "artikel 9 lid 2 onder h AVG, artikel 30 lid 3 UAVG"
_UITDRUKKELIJK: Final = "artikel 9 lid 2 onder a AVG"


@artikel("AVG", "5", vanaf=_AVG)
def mogelijke_doelen(naar: Partnersoort) -> frozenset[Deeldoel]:
    """Waarvoor zo'n organisatie gegevens kan gebruiken; een ander doel past niet bij haar werk."""
    return _DOELEN[naar]


@artikel("AVG", "5", vanaf=_AVG)
def hoogste_categorieen(naar: Partnersoort) -> frozenset[Categorie]:
    """Wat zo'n organisatie hooguit nodig kan hebben (minimale gegevensverwerking)."""
    return _MINDER.get(naar, _ALLES)


@artikel("AVG", "6", vanaf=_AVG)
@artikel("AVG", "9", vanaf=_AVG)
@artikel("Wmo 2015", "5.1.1", vanaf=_DECENTRALISATIE)
@artikel("Wmo 2015", "5.2.1", vanaf=_DECENTRALISATIE)
@artikel("Wmo 2015", "5.2.6", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.3.11", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.4.0", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.4.1", vanaf=_DECENTRALISATIE)
@artikel("Participatiewet", "64", vanaf=_DECENTRALISATIE)
@artikel("Wgs", "8", vanaf=_WGS)
def grondslag(*, uit: Herkomst, naar: Partnersoort, doel: Deeldoel) -> Grondslag:
    """De grond waarop gegevens die onder `uit` vallen naar deze organisatie gaan voor dit doel.

    Eerst wat niet kan, dan de taken uit de wet, en alleen voor de rest toestemming.
    """
    if doel not in mogelijke_doelen(naar):
        return _geen("Dit doel past niet bij het werk van deze organisatie.")
    if verbod := _verboden(uit, naar, doel):
        return verbod
    return _taak_voor(uit, naar, doel) or _toestemming_voor(uit, doel)


@artikel("AVG", "6", vanaf=_AVG)
@artikel("AVG", "9", vanaf=_AVG)
@artikel("Wmo 2015", "5.1.1", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.4.0", vanaf=_DECENTRALISATIE)
@artikel("Wgs", "8", vanaf=_WGS)
def grondslag_navraag(*, bij: Partnersoort, voor: Herkomst) -> Grondslag:
    """De grond waarop wij bij deze organisatie gegevens vragen voor het werk onder de wet `voor`."""
    if bij in (Partnersoort.POLITIE, Partnersoort.ONDERZOEK_STATISTIEK):
        return _geen("Bij deze organisatie vraagt een wijkteam geen gegevens over een inwoner.")
    if voor is Herkomst.GEEN:
        return _toestemming("artikel 6 lid 1 onder a AVG", "Zonder taak uit een wet vraagt u alleen met toestemming.")
    if bij is Partnersoort.SCHULDEISER and voor is not Herkomst.WGS:
        return _geen("Aan een schuldeiser vraagt u alleen iets voor schuldhulp.")
    zonder_taak = "Deze organisatie heeft een eigen geheimhouding: alleen met toestemming."
    return _NAVRAAG.get((bij, voor)) or _toestemming("artikel 6 lid 1 onder a AVG", zonder_taak)


def _verboden(uit: Herkomst, naar: Partnersoort, doel: Deeldoel) -> Grondslag | None:
    if naar is Partnersoort.POLITIE:
        return _geen(
            "Aan de politie geeft een wijkteam zelf niets. Bij direct gevaar belt u 112; een vordering is voor "
            "de jurist."
        )
    if naar is Partnersoort.SCHULDEISER and uit is not Herkomst.WGS:
        return _geen("Een schuldeiser krijgt alleen gegevens uit de schuldhulp.")
    if doel is Deeldoel.STATISTIEK and uit is not Herkomst.JEUGDWET:
        return _geen("Hiervoor levert de gemeente tellingen, geen gegevens van één inwoner.")
    return None


def _taak_voor(uit: Herkomst, naar: Partnersoort, doel: Deeldoel) -> Grondslag | None:
    if naar is Partnersoort.VEILIG_THUIS:
        plek = "artikel 7.3.11 lid 4 Jeugdwet" if uit is Herkomst.JEUGDWET else "artikel 5.2.6 Wmo 2015"
        return _taak(plek, "Bij een vermoeden van geweld of mishandeling mag u dit melden, ook zonder toestemming.")
    if doel is Deeldoel.STATISTIEK:
        zin = "De gemeente levert deze gegevens omdat de wet het voorschrijft."
        return _taak("artikel 7.4.1 Jeugdwet", zin, onderdeel="c")
    return _TAKEN.get((uit, naar, doel))


def _toestemming_voor(uit: Herkomst, doel: Deeldoel) -> Grondslag:
    if doel is Deeldoel.WMO and uit in (Herkomst.JEUGDWET, Herkomst.PARTICIPATIEWET, Herkomst.WGS):
        return _toestemming(
            "artikel 5.1.1 lid 4 Wmo 2015", "Gegevens uit een andere wet gebruikt de Wmo alleen met toestemming."
        )
    if uit is Herkomst.JEUGDWET:
        return _toestemming(
            "artikel 7.3.11 lid 1 Jeugdwet", "Wie jeugdhulp geeft, houdt geheim wat hij weet: alleen met toestemming."
        )
    return _toestemming(
        "artikel 6 lid 1 onder a en lid 4 AVG", "De wet geeft voor dit doel geen taak: alleen met toestemming."
    )


def _taak(vindplaats: str, uitleg: str, *, onderdeel: str = "e") -> Grondslag:
    return Grondslag(Grondsoort.TAAK, f"artikel 6 lid 1 onder {onderdeel} AVG, {vindplaats}", uitleg, _ZORGPLICHT)


def _toestemming(vindplaats: str, uitleg: str) -> Grondslag:
    return Grondslag(Grondsoort.TOESTEMMING, vindplaats, uitleg, _UITDRUKKELIJK)


def _geen(uitleg: str) -> Grondslag:
    return Grondslag(Grondsoort.GEEN, "artikel 6 AVG", uitleg)


_TAKEN: Final[Mapping[tuple[Herkomst, Partnersoort, Deeldoel], Grondslag]] = {
    (Herkomst.WMO, Partnersoort.AANBIEDER, Deeldoel.WMO): _taak(
        "artikel 5.2.1 Wmo 2015", "De aanbieder krijgt wat hij nodig heeft om de hulp te geven."
    ),
    (Herkomst.JEUGDWET, Partnersoort.AANBIEDER, Deeldoel.JEUGDHULP): _taak(
        "artikel 7.4.0 Jeugdwet", "De jeugdhulpaanbieder krijgt wat hij nodig heeft om de hulp te geven."
    ),
    (Herkomst.WGS, Partnersoort.AANBIEDER, Deeldoel.SCHULDHULP): _taak(
        "artikel 8 Wgs", "Wie de schuldhulp uitvoert, krijgt wat daarvoor nodig is."
    ),
    (Herkomst.WGS, Partnersoort.SCHULDEISER, Deeldoel.SCHULDHULP): _taak(
        "artikel 8 Wgs", "Een regeling treffen kan alleen met de schuldeiser."
    ),
    (Herkomst.WGS, Partnersoort.WERK_EN_INKOMEN, Deeldoel.SCHULDHULP): _taak(
        "artikel 8 Wgs", "Schuldhulp en werk en inkomen werken aan dezelfde taak."
    ),
    (Herkomst.PARTICIPATIEWET, Partnersoort.WERK_EN_INKOMEN, Deeldoel.INKOMEN): _taak(
        "artikel 64 Participatiewet", "Werk en inkomen beslist over de uitkering en heeft dit daarvoor nodig."
    ),
}
_SCHULDHULP: Final = _taak("artikel 8 Wgs", "Schuldhulp mag bij deze organisatie vragen wat nodig is.")
_JEUGD: Final = _taak("artikel 7.4.0 Jeugdwet", "Voor de toegang tot jeugdhulp mag de gemeente dit verwerken.")
_WMO: Final = _taak("artikel 5.1.1 lid 1 Wmo 2015", "Voor onderzoek en besluit mag de gemeente dit verwerken.")
_NAVRAAG: Final[Mapping[tuple[Partnersoort, Herkomst], Grondslag]] = {
    (Partnersoort.SCHULDEISER, Herkomst.WGS): _SCHULDHULP,
    (Partnersoort.WERK_EN_INKOMEN, Herkomst.WGS): _SCHULDHULP,
    (Partnersoort.WERK_EN_INKOMEN, Herkomst.PARTICIPATIEWET): _taak(
        "artikel 64 Participatiewet", "Werk en inkomen en het team werken aan dezelfde taak."
    ),
    (Partnersoort.AANBIEDER, Herkomst.JEUGDWET): _JEUGD,
    (Partnersoort.VEILIG_THUIS, Herkomst.JEUGDWET): _JEUGD,
    (Partnersoort.AANBIEDER, Herkomst.WMO): _WMO,
    (Partnersoort.VEILIG_THUIS, Herkomst.WMO): _WMO,
    (Partnersoort.ZORGVERZEKERAAR, Herkomst.WMO): _toestemming(
        "artikel 5.1.1 lid 5 Wmo 2015", "Gegevens van een zorgverzekeraar: alleen met toestemming."
    ),
    (Partnersoort.WERK_EN_INKOMEN, Herkomst.WMO): _toestemming(
        "artikel 5.1.1 lid 4 Wmo 2015", "Gegevens van werk en inkomen gebruikt de Wmo alleen met toestemming."
    ),
}
