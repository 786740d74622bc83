"""Wettelijke termijnen: de laatste dag, met alle stappen waarlangs de wet daar komt.

Volgorde: lengte, opschorting, verdaging, twee werkdagen (ATW 2), geen vrije dag als einde (ATW 1).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from eenplan.wetgeving.afleiding import (
    EEN_DAG,
    Afleiding,
    Bron,
    OngeldigeOpschorting,
    Opschorting,
    Stap,
    StapSoort,
    Termijn,
)
from eenplan.wetgeving.datums import zonder_weekdag
from eenplan.wetgeving.feestdagen import EERSTE_JAAR
from eenplan.wetgeving.lengte import (
    Eenheid,
    Lengte,
    TermijnFout,
    heeft_minimum_van_twee_werkdagen,
    is_termijnenwet_van_toepassing,
)
from eenplan.wetgeving.regels import Artikel, artikel
from eenplan.wetgeving.termijnregels import REGELS, Termijnregel, zoek_regel

__all__ = [
    "REGELS",
    "Bron",
    "NietOpschortbaar",
    "NietVerdaagbaar",
    "OngeldigeOpschorting",
    "Opschorting",
    "Stap",
    "StapSoort",
    "Termijn",
    "TermijnFout",
    "bereken",
    "zoek_regel",
]

_ATW: Final = date(1965, 4, 1)
_WMO: Final = date(2015, 1, 1)
_AWB: Final = date(1994, 1, 1)
_AWB_DWANGSOM: Final = date(2009, 10, 1)
_AWB_KLACHT: Final = date(1999, 7, 1)
_WGS: Final = date(2012, 7, 1)
_WGS_BESLUIT: Final = date(2021, 1, 1)
_AVG: Final = date(2018, 5, 25)


class NietOpschortbaar(TermijnFout):
    """De wet laat deze termijn niet stilstaan."""


class NietVerdaagbaar(TermijnFout):
    """De wet laat deze verdaging niet toe, of niet zo lang."""


@artikel("Awb", "4:15", vanaf=_AWB_DWANGSOM)
def mag_opschorten(code: str) -> bool:
    """Of deze termijn mag stilstaan: alleen bij een aanvraag, of bij bezwaar volgens artikel 7:10 lid 2."""
    return zoek_regel(code).opschorting.artikel is not None


@artikel("Awb", "4:14 lid 3", vanaf=_AWB)
@artikel("Awb", "7:10 lid 3", vanaf=_AWB_DWANGSOM)
@artikel("Awb", "9:11 lid 2", vanaf=_AWB_KLACHT)
@artikel("AVG", "12 lid 3", vanaf=_AVG)
def mag_verdagen(code: str, *, weken: int) -> bool:
    """Of deze termijn met zoveel weken mag worden verdaagd."""
    verdaging = zoek_regel(code).verdaging
    return verdaging.artikel is not None and 1 <= weken <= (verdaging.max_weken or weken)


@artikel("Awb", "4:15", vanaf=_AWB_DWANGSOM)
def opschorting_aanvulling(uitnodiging: date, *, aangevuld: date) -> Opschorting | None:
    """De stilstand door een onvolledige aanvraag: vanaf de dag na de uitnodiging tot de dag van de aanvulling.

    De dag van de aanvulling zelf telt dus niet mee. `None` als er geen enkele dag tussen ligt.
    """
    if aangevuld < uitnodiging:
        raise OngeldigeOpschorting("De aanvulling kan niet vóór de uitnodiging om aan te vullen zijn ontvangen.")
    if aangevuld <= uitnodiging + EEN_DAG:
        return None
    return Opschorting(uitnodiging + EEN_DAG, aangevuld - EEN_DAG, "wachten op aanvulling van de aanvraag")


@artikel("Algemene termijnenwet", "1 lid 1", vanaf=_ATW)
@artikel("Algemene termijnenwet", "2", vanaf=_ATW)
def bereken(
    code: str,
    start: date,
    *,
    opschortingen: Sequence[Opschorting] = (),
    verdaging_weken: int = 0,
    commissie: bool = False,
    verordening_weken: int | None = None,
) -> Termijn:
    """De termijn bij een regelcode, met alle stappen; `TermijnFout` als de wet dit niet toelaat.

    `verordening_weken` is de kortere termijn die de gemeenteraad stelde, waar de wet hem dat laat doen.
    """
    regel = _bij_verordening(zoek_regel(code), verordening_weken)
    _controleer(regel, start, opschortingen, verdaging_weken, commissie)
    try:
        afleiding = _leid_af(regel, start, opschortingen, verdaging_weken, commissie)
    except OverflowError as fout:
        raise TermijnFout("De einddatum valt voorbij het jaar 9999.") from fout
    return Termijn(
        regel=regel.code,
        naam=regel.naam,
        artikel=str(regel.artikel),
        bron=Bron.WETTELIJK,
        start=start,
        einddatum=afleiding.einde,
        stappen=tuple(afleiding.stappen),
        waarschuwingen=tuple(afleiding.waarschuwingen),
    )


@artikel("Wmo 2015", "2.3.2 lid 1", vanaf=_WMO)
def einddatum_onderzoek(melding: date) -> Termijn:
    """Uiterlijk zes weken na de melding is het onderzoek gedaan."""
    return bereken("wmo-onderzoek", melding)


@artikel("Wmo 2015", "2.3.2 lid 2", vanaf=_WMO)
def einddatum_persoonlijk_plan(melding: date) -> Termijn:
    """Tot en met zeven dagen na de melding kan de cliënt een persoonlijk plan inleveren."""
    return bereken("wmo-persoonlijk-plan", melding)


@artikel("Wmo 2015", "2.3.2 lid 9", vanaf=_WMO)
def mag_aanvraag_indienen(melding: date, *, op: date, is_onderzoek_gedaan: bool) -> bool:
    """Een aanvraag kan na het onderzoek, of eerder als het onderzoek niet binnen zes weken is gedaan."""
    return is_onderzoek_gedaan or einddatum_onderzoek(melding).is_verstreken(op)


@artikel("Wmo 2015", "2.3.5 lid 2", vanaf=_WMO)
def einddatum_besluit_wmo(aanvraag: date, *, opschortingen: Sequence[Opschorting] = ()) -> Termijn:
    """Uiterlijk twee weken na de aanvraag geeft het college de beschikking."""
    return bereken("wmo-besluit", aanvraag, opschortingen=opschortingen)


@artikel("Wmo 2015", "5.3.5", vanaf=_WMO)
def einddatum_vernietiging_op_verzoek(verzoek: date) -> Termijn:
    """Uiterlijk drie maanden na het verzoek vernietigt het college de gegevens."""
    return bereken("wmo-vernietiging", verzoek)


@artikel("AVG", "12 lid 3", vanaf=_AVG)
def einddatum_avg_verzoek(verzoek: date, *, verdaging_weken: int = 0) -> Termijn:
    """Uiterlijk een maand na het verzoek krijgt de betrokkene antwoord; met bericht en reden later."""
    return bereken("avg-verzoek", verzoek, verdaging_weken=verdaging_weken)


@artikel("Awb", "4:13", vanaf=_AWB)
def einddatum_besluit(
    aanvraag: date, *, opschortingen: Sequence[Opschorting] = (), verdaging_weken: int = 0
) -> Termijn:
    """Acht weken na de aanvraag is de redelijke beslistermijn in elk geval voorbij."""
    return bereken("awb-besluit", aanvraag, opschortingen=opschortingen, verdaging_weken=verdaging_weken)


@artikel("Awb", "6:7 en 6:8", vanaf=_AWB)
def einddatum_bezwaar(bekendmaking: date) -> Termijn:
    """De laatste dag om bezwaar te maken: de dag van bekendmaking plus 42 dagen, dan de Algemene termijnenwet."""
    return bereken("awb-bezwaar", bekendmaking)


@artikel("Awb", "7:10 lid 1", vanaf=_AWB_DWANGSOM)
@artikel("Awb", "7:10 lid 2", vanaf=_AWB_DWANGSOM)
@artikel("Awb", "7:13", vanaf=_AWB_DWANGSOM)
def einddatum_beslissing_op_bezwaar(
    einde_bezwaartermijn: date,
    *,
    commissie: bool,
    opschortingen: Sequence[Opschorting] = (),
    verdaging_weken: int = 0,
) -> Termijn:
    """Zes weken, of twaalf met een adviescommissie, na de laatste dag van de bezwaartermijn."""
    return bereken(
        "awb-beslissing-op-bezwaar",
        einde_bezwaartermijn,
        opschortingen=opschortingen,
        verdaging_weken=verdaging_weken,
        commissie=commissie,
    )


@artikel("Wgs", "4 lid 1", vanaf=_WGS)
def einddatum_gesprek_schulden(hulpvraag: date) -> Termijn:
    """Uiterlijk vier weken na de hulpvraag is er een eerste gesprek."""
    return bereken("wgs-gesprek", hulpvraag)


@artikel("Wgs", "4 lid 2", vanaf=_WGS)
def einddatum_gesprek_bedreigende_situatie(hulpvraag: date) -> Termijn:
    """Bij een bedreigende situatie is er binnen drie werkdagen een eerste gesprek."""
    return bereken("wgs-spoed", hulpvraag)


@artikel("Wgs", "4a", vanaf=_WGS_BESLUIT)
def einddatum_besluit_schuldhulp(
    eerste_gesprek: date, *, verordening_weken: int | None = None, opschortingen: Sequence[Opschorting] = ()
) -> Termijn:
    """Uiterlijk acht weken na het eerste gesprek is er een beschikking; de verordening kan korter zeggen."""
    return bereken("wgs-besluit", eerste_gesprek, opschortingen=opschortingen, verordening_weken=verordening_weken)


@artikel("Awb", "9:11 lid 1", vanaf=_AWB_KLACHT)
def einddatum_klacht(ontvangst: date, *, commissie: bool, verdaging_weken: int = 0) -> Termijn:
    """Zes weken, of tien met een klachtencommissie, na ontvangst van het klaagschrift."""
    return bereken("klacht", ontvangst, commissie=commissie, verdaging_weken=verdaging_weken)


@artikel("Awb", "4:18", vanaf=_AWB_DWANGSOM)
def einddatum_dwangsombeschikking(laatste_dwangsomdag: date) -> Termijn:
    """Twee weken na de laatste dag waarover dwangsom is verschuldigd, stelt het college de hoogte vast."""
    return bereken("awb-dwangsombeschikking", laatste_dwangsomdag)


def _bij_verordening(regel: Termijnregel, weken: int | None) -> Termijnregel:
    """De regel met de lengte die de verordening stelt: korter mag, langer niet."""
    if weken is None:
        return regel
    if not regel.bij_verordening:
        raise TermijnFout(f"De lengte van de termijn {regel.code} staat in de wet; geen verordening verandert haar.")
    if not 1 <= weken <= regel.lengte.aantal:
        raise TermijnFout(f"De verordening kan voor {regel.code} ten hoogste {regel.lengte} stellen.")
    return replace(regel, lengte=Lengte(weken, Eenheid.WEKEN), lengte_volgens="volgens de verordening")


def _controleer(
    regel: Termijnregel, start: date, opschortingen: Sequence[Opschorting], verdaging_weken: int, commissie: bool
) -> None:
    if start < regel.artikel.vanaf:
        raise TermijnFout(
            f"{_met_hoofdletter(regel.artikel)} geldt vanaf {zonder_weekdag(regel.artikel.vanaf)}, dus niet voor een "
            f"start op {zonder_weekdag(start)}."
        )
    if start.year < EERSTE_JAAR:
        raise TermijnFout(f"Eenplan rekent met de feestdagen vanaf {EERSTE_JAAR}; kies een latere startdatum.")
    if opschortingen and regel.opschorting.artikel is None:
        raise NietOpschortbaar(f"De termijn {regel.code} kan niet stilstaan: {regel.opschorting.reden}.")
    if commissie and regel.commissie is None:
        raise TermijnFout(f"De termijn {regel.code} kent geen langere termijn met een commissie.")
    if verdaging_weken:
        _controleer_verdaging(regel, verdaging_weken)


def _controleer_verdaging(regel: Termijnregel, weken: int) -> None:
    if weken < 0:
        raise NietVerdaagbaar("Een verdaging is een positief aantal weken.")
    if regel.verdaging.artikel is None:
        raise NietVerdaagbaar(f"De termijn {regel.code} kan niet worden verdaagd: {regel.verdaging.reden}.")
    if not mag_verdagen(regel.code, weken=weken):
        raise NietVerdaagbaar(
            f"De termijn {regel.code} kan niet met {weken} weken worden verdaagd: {regel.verdaging.reden}."
        )


def _leid_af(
    regel: Termijnregel, start: date, opschortingen: Sequence[Opschorting], verdaging_weken: int, commissie: bool
) -> Afleiding:
    afleiding = Afleiding(start, sorted(opschortingen, key=lambda rij: (rij.vanaf, rij.tot_en_met)))
    afleiding.begin(str(regel.artikel), regel.start)
    gekozen = regel.commissie if commissie else None
    lengte = gekozen.lengte if gekozen else regel.lengte
    volgens = gekozen.voorwaarde if gekozen else regel.lengte_volgens
    afleiding.tel(lengte, _vindplaats(regel, commissie), f" ({volgens})" if volgens else "")
    afleiding.schort_op(str(regel.opschorting.artikel))
    if verdaging_weken:
        afleiding.verdaag(verdaging_weken, str(regel.verdaging.artikel))
        afleiding.schort_op(str(regel.opschorting.artikel))
    if heeft_minimum_van_twee_werkdagen(lengte):
        afleiding.bevat_twee_werkdagen()
    if is_termijnenwet_van_toepassing(lengte):
        afleiding.eindigt_op_werkdag()
        afleiding.waarschuw_voor_onbekende_vrije_dagen()
    afleiding.waarschuw_voor_opschorting_zonder_gevolg()
    return afleiding


def _vindplaats(regel: Termijnregel, commissie: bool) -> str:
    if commissie and regel.commissie and regel.commissie.artikel != regel.artikel:
        return f"{regel.artikel}, {regel.commissie.artikel}"
    return str(regel.artikel)


def _met_hoofdletter(vindplaats: Artikel) -> str:
    tekst = str(vindplaats)
    return tekst[0].upper() + tekst[1:]
