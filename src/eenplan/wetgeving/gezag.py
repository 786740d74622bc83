"""Wie wordt geïnformeerd, wie stemt toe en wie tekent: gezinssituatie, leeftijd en besluit in één tabel.

Beoordeelt zelf niemand: of iemand wilsbekwaam is, is een oordeel van een mens en hier een argument.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from eenplan.wetgeving.gezagsoorten import (
    GEDEELD,
    GEZAGSITUATIES,
    Beslissers,
    Besluitsoort,
    Gezagssoort,
    Leeftijdsgroep,
    Situatie,
    Vertegenwoordigersoort,
    Wie,
)
from eenplan.wetgeving.gezagstabel import ARTIKEL, GEEN_WETTELIJKE, GRONDSLAG, KIND, NAMEN, PARTIJ, UITZOEKEN, WAT
from eenplan.wetgeving.leeftijd import MEERDERJARIG
from eenplan.wetgeving.regels import artikel
from eenplan.wetgeving.toestemming import JEUGDIGE_ALLEEN_VANAF, OUDERS_EN_JEUGDIGE_VANAF

_BW: Final = date(1998, 1, 1)
_VAN_RECHTSWEGE: Final = date(2023, 1, 1)
_BESCHERMING: Final = date(2014, 1, 1)
_JEUGDWET: Final = date(2015, 1, 1)
_WMO: Final = date(2015, 1, 1)
_AVG: Final = date(2018, 5, 25)
_AWB: Final = date(1994, 1, 1)


# ------------------------------------------------------------------------------------------------- wie heeft gezag


@artikel("BW", "1:245", vanaf=_BW)
@artikel("BW", "1:251", vanaf=_BW)
@artikel("BW", "1:251b", vanaf=_VAN_RECHTSWEGE)
@artikel("BW", "1:253aa", vanaf=_BW)
@artikel("BW", "1:253b", vanaf=_BW)
@artikel("BW", "1:253sa", vanaf=_BW)
@artikel("BW", "1:253t", vanaf=_BW)
@artikel("BW", "1:280", vanaf=_BW)
@artikel("BW", "1:282", vanaf=_BW)
@artikel("BW", "1:302", vanaf=_BW)
def soort_van_gezag(soorten: tuple[Gezagssoort, ...]) -> Gezagssoort:
    """Welk gezag het is, naar wat er van elke houder vastligt.

    Gedeeld gezag vraagt twee houders, ander gezag één. Wat niet klopt of niet compleet is, is onbekend: nooit een gok.
    """
    gevonden = set(soorten)
    if len(gevonden) != 1:
        return Gezagssoort.ONBEKEND
    (soort,) = gevonden
    nodig = 2 if Situatie(soort.value) in GEDEELD else 1
    return soort if len(soorten) == nodig else Gezagssoort.ONBEKEND


@artikel("BW", "1:378", vanaf=_BESCHERMING)
@artikel("BW", "1:431", vanaf=_BESCHERMING)
@artikel("BW", "1:450", vanaf=_BESCHERMING)
def situatie_van_volwassene(soorten: frozenset[Vertegenwoordigersoort]) -> Situatie:
    """Wie er naast een meerderjarige staat; curatele gaat voor, daarna bewind en mentorschap, dan een machtiging."""
    if Vertegenwoordigersoort.CURATOR in soorten:
        return Situatie.CURATOR
    bewind, mentor = (
        soort in soorten for soort in (Vertegenwoordigersoort.BEWINDVOERDER, Vertegenwoordigersoort.MENTOR)
    )
    if bewind or mentor:
        return Situatie.BEWIND_EN_MENTOR if bewind and mentor else Situatie.BEWIND if bewind else Situatie.MENTOR
    return Situatie.GEMACHTIGDE if Vertegenwoordigersoort.GEMACHTIGDE in soorten else Situatie.ZELF


@artikel("Jeugdwet", "7.3.4", vanaf=_JEUGDWET)
@artikel("BW", "1:245", vanaf=_BW)
def leeftijdsgroep(leeftijd: int, wilsbekwaam: bool) -> Leeftijdsgroep:
    """De leeftijdsgroep; een minderjarige die dit niet zelf kan wegen, staat gelijk met een kind onder de twaalf."""
    if leeftijd >= MEERDERJARIG:
        return Leeftijdsgroep.VOLWASSEN if wilsbekwaam else Leeftijdsgroep.VOLWASSEN_ONBEKWAAM
    if leeftijd < OUDERS_EN_JEUGDIGE_VANAF or not wilsbekwaam:
        return Leeftijdsgroep.TOT_12
    return Leeftijdsgroep.VAN_12 if leeftijd < JEUGDIGE_ALLEEN_VANAF else Leeftijdsgroep.VAN_16


# --------------------------------------------------------------------------------------------------- meerderjarigen


def _vertegenwoordiger(situatie: Situatie, besluit: Besluitsoort) -> Wie | None:
    """Wie er namens een meerderjarige optreedt in dit onderwerp: geld is van de bewindvoerder, zorg van de mentor."""
    partijen = PARTIJ[situatie]
    if Wie.CURATOR in partijen:
        return Wie.CURATOR
    bevoegd = Wie.BEWINDVOERDER if besluit is Besluitsoort.GELD else Wie.MENTOR
    if bevoegd in partijen:
        return bevoegd
    return Wie.GEMACHTIGDE if Wie.GEMACHTIGDE in partijen else None


def _volwassene(situatie: Situatie, wilsbekwaam: bool, besluit: Besluitsoort) -> Beslissers:
    """De regel voor een meerderjarige: zelf als het kan, anders de vertegenwoordiger binnen zijn terrein."""
    bevoegd = _vertegenwoordiger(situatie, besluit)
    dwingend = besluit is Besluitsoort.GELD and bevoegd in (Wie.BEWINDVOERDER, Wie.CURATOR)
    if wilsbekwaam and not dwingend:
        return _zelf(situatie, bevoegd, besluit)
    wie = bevoegd or Wie.NAASTE
    reden = f"{NAMEN[wie]} {WAT[besluit]}" + (
        ", zo veel mogelijk met de inwoner samen."
        if wie is not Wie.NAASTE
        else f" namens de inwoner. {GEEN_WETTELIJKE}"
    )
    if wie is Wie.NAASTE and besluit is Besluitsoort.GELD:
        return _niemand_over_geld()
    geeft = () if besluit is Besluitsoort.INFORMEREN else (wie,)
    return Beslissers(
        (Wie.ZELF, wie),
        geeft,
        geeft,
        (*_grondslag(situatie, wie), *ARTIKEL[besluit]),
        reden,
        onzeker=_twijfel(wie, besluit),
    )


def _zelf(situatie: Situatie, bevoegd: Wie | None, besluit: Besluitsoort) -> Beslissers:
    geeft: tuple[Wie, ...] = () if besluit is Besluitsoort.INFORMEREN else (Wie.ZELF,)
    verteld: tuple[Wie, ...] = (Wie.ZELF,)
    reden = f"De inwoner {WAT[besluit]}: hij kan dit zelf wegen."
    onzeker = ""
    if bevoegd is Wie.GEMACHTIGDE:
        verteld = (Wie.ZELF, Wie.GEMACHTIGDE)
        geeft = geeft and (Wie.ZELF, Wie.GEMACHTIGDE)
        reden = f"De inwoner {WAT[besluit]}. De gemachtigde mag dat ook, voor zover de machtiging het zegt."
    elif bevoegd is not None:
        verteld = (Wie.ZELF, bevoegd)
        reden += f" {NAMEN[bevoegd]} wordt betrokken en laat de inwoner zo veel mogelijk zelf beslissen."
        onzeker = (
            "Curator en mentor vertegenwoordigen ook buiten wilsonbekwaamheid; laat de inwoner zelf "
            "beslissen waar dat kan."
        )
    return Beslissers(
        verteld, geeft, geeft, (*_grondslag(situatie, bevoegd), *ARTIKEL[besluit]), reden, onzeker=onzeker
    )


def _niemand_over_geld() -> Beslissers:
    return Beslissers(
        (Wie.ZELF,), (), (), ("1:431 BW", "3:32 BW 3"),
        "Over het geld van iemand die dit niet kan wegen, beslist niemand zonder volmacht of benoeming. Vraag "
        "bewind aan, of "
        "laat een volmacht zien.",
        is_uitzoeken=True,
    )  # fmt: skip


def _grondslag(situatie: Situatie, wie: Wie | None) -> tuple[str, ...]:
    if wie is None or wie is Wie.NAASTE:
        return ("1.1.1 Wmo 2015",) if wie else ()
    if situatie is Situatie.BEWIND_EN_MENTOR:
        return GRONDSLAG[Situatie.BEWIND if wie is Wie.BEWINDVOERDER else Situatie.MENTOR]
    return GRONDSLAG[situatie]


def _twijfel(wie: Wie, besluit: Besluitsoort) -> str:
    if wie is Wie.MENTOR and besluit in (Besluitsoort.AANVRAAG, Besluitsoort.BEZWAAR):
        return "De mentor gaat over zorg; raakt het besluit ook geld (pgb), betrek dan de bewindvoerder."
    if wie is Wie.GEMACHTIGDE:
        return (
            "Een machtiging van voor de wilsonbekwaamheid blijft alleen gelden als zij dat zegt of de inwoner "
            "haar toen kon wegen."
        )
    if wie is Wie.NAASTE and besluit in (Besluitsoort.DELEN, Besluitsoort.INZAGE):
        return (
            "De AVG noemt naasten niet; voor delen en inzage is een benoemde vertegenwoordiger zekerder "
            "(vergelijk artikel 7:465 BW)."
        )
    return ""


# ---------------------------------------------------------------------------------------------------- de ene tabel


@artikel("BW", "1:245", vanaf=_BW)
@artikel("BW", "1:253i", vanaf=_BW)
@artikel("BW", "1:253v", vanaf=_BW)
@artikel("BW", "1:377c", vanaf=_BW)
@artikel("BW", "1:381", vanaf=_BESCHERMING)
@artikel("BW", "1:453", vanaf=_BESCHERMING)
@artikel("Jeugdwet", "2.3", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "4.1.3", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.2", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.4", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.5", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.10", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.11", vanaf=_JEUGDWET)
@artikel("Jeugdwet", "7.3.15", vanaf=_JEUGDWET)
@artikel("Wmo 2015", "1.1.1", vanaf=_WMO)
@artikel("Wmo 2015", "2.3.2", vanaf=_WMO)
@artikel("Wmo 2015", "2.3.5", vanaf=_WMO)
@artikel("Wmo 2015", "5.1.1", vanaf=_WMO)
@artikel("Wmo 2015", "5.3.2", vanaf=_WMO)
@artikel("AVG", "6", vanaf=_AVG)
@artikel("AVG", "15", vanaf=_AVG)
@artikel("UAVG", "5", vanaf=_AVG)
@artikel("Awb", "2:1", vanaf=_AWB)
@artikel("Awb", "7:1", vanaf=_AWB)
@artikel("Awb", "8:21", vanaf=_AWB)
@artikel("BW 3", "3:32", vanaf=date(1992, 1, 1))
def beslissing(situatie: Situatie, leeftijd: int, wilsbekwaam: bool, besluit: Besluitsoort) -> Beslissers:
    """Wie wordt geïnformeerd, wie stemt toe en wie tekent.

    Onbekend gezag over een minderjarige geeft altijd "eerst uitzoeken". Past de situatie niet bij de leeftijd, dan ook:
    gezag eindigt op achttien jaar en een curator heeft alleen een meerderjarige.
    """
    groep = leeftijdsgroep(leeftijd, wilsbekwaam)
    if leeftijd >= MEERDERJARIG:
        return _volwassene(Situatie.ZELF if situatie in GEZAGSITUATIES else situatie, wilsbekwaam, besluit)
    if situatie is Situatie.ONBEKEND or situatie not in GEZAGSITUATIES:
        return UITZOEKEN
    return _voor_kind(situatie, groep, besluit)


def _voor_kind(situatie: Situatie, groep: Leeftijdsgroep, besluit: Besluitsoort) -> Beslissers:
    regel = KIND[groep, besluit]
    artikelen = regel.artikelen
    if Wie.GEZAG in (*regel.geinformeerd, *regel.stemt_toe, *regel.tekent):
        artikelen = tuple(dict.fromkeys((*artikelen, *GRONDSLAG[situatie])))
    if besluit is Besluitsoort.INFORMEREN and situatie is not Situatie.OUDERS and groep is not Leeftijdsgroep.VAN_16:
        return replace(
            regel, artikelen=tuple(dict.fromkeys((*artikelen, "1:377c BW"))), op_verzoek=(Wie.OUDER_ZONDER_GEZAG,)
        )
    # Who must agree are the holders of shared custody, and from twelve on always the youngster beside them.
    allen = regel.allen and (situatie in GEDEELD or len(regel.stemt_toe) > 1)
    return replace(regel, artikelen=artikelen, allen=allen)


@artikel("BW", "1:247", vanaf=date(2009, 3, 1))
@artikel("BW", "1:377b", vanaf=_BW)
@artikel("BW", "1:377c", vanaf=_BW)
def recht_op_informatie(leeftijd: int, wilsbekwaam: bool, *, heeft_gezag: bool) -> str:
    """Wat een ouder mag horen: met gezag alles tot zestien jaar, zonder gezag alleen op verzoek."""
    groep = leeftijdsgroep(leeftijd, wilsbekwaam)
    if groep in (Leeftijdsgroep.VAN_16, Leeftijdsgroep.VOLWASSEN, Leeftijdsgroep.VOLWASSEN_ONBEKWAAM):
        return "Alleen met toestemming van de jongere zelf (artikel 7.3.11 Jeugdwet)."
    if heeft_gezag:
        return "Wat nodig is om te beslissen, uit eigen beweging (artikel 7.3.2 Jeugdwet; artikel 1:247 BW)."
    return (
        "Alleen op verzoek: belangrijke feiten over het kind, nooit meer dan de ouder met gezag zou horen en niet "
        "als het het "
        "kind schaadt. De ouder met gezag informeert zelf (artikelen 1:377b en 1:377c BW)."
    )
