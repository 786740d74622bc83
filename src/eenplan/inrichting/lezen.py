"""Reads the municipality's file and refuses a file that would fail later, with a sentence that names the place."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from eenplan.access.rechten import Rol
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.meetlat import VRAGEN, Ervaringsvraag, controleer_vragen, lees_ankers, lees_sets
from eenplan.inrichting.model import (
    Beschikkingsvrij,
    Bewaarregel,
    Coordinatienormen,
    Crisisstap,
    Doorloopnorm,
    ExtraVraag,
    Gemeente,
    Gouderegel,
    Inrichting,
    Instructiestap,
    Klantgroep,
    Leefgebied,
    Nazorgregel,
    OidcRol,
    Opvalnorm,
    Route,
    Schaalniveau,
    Sluitregel,
    Toelating,
    Trede,
    Triagecriterium,
    Verordening,
)
from eenplan.wetgeving.termijnen import TermijnFout, bereken

T = TypeVar("T")
LANGSTE_NOODTOEGANG = 24
TRIAGE_UITKOMSTEN = ("te_licht", "past", "te_zwaar")
SLUITREGELS = ("regisseur", "gezamenlijk", "slapend")


class OngeldigeInrichting(ValueError):  # noqa: N818 - the Dutch noun says it
    """The file cannot be used; the message says where and why."""


@cache
def inrichting() -> Inrichting:
    """Give the configuration of the municipality that this installation serves."""
    return lees(Path(settings.EENPLAN_INRICHTING))


def lees(bestand: Path) -> Inrichting:
    """Read and check one file. Raises OngeldigeInrichting."""
    with bestand.open("rb") as inhoud:
        ruw = tomllib.load(inhoud)
    gelezen = Inrichting(
        gemeente=_maak(Gemeente, ruw["gemeente"], "gemeente"),
        routes=_lijst(Route, ruw, "route"),
        klantgroepen=_lijst(Klantgroep, ruw, "klantgroep"),
        aanpakken=dict(ruw["aanpakken"]),
        extra_vragen=_lijst(ExtraVraag, ruw, "extra_vraag"),
        leefgebieden=_lijst(Leefgebied, ruw, "leefgebied"),
        treden=_lijst(Trede, ruw, "trede"),
        redenen_overslaan=tuple(ruw["ladder"]["redenen_overslaan"]),
        normen=_lijst(Doorloopnorm, ruw, "norm"),
        bevestiging_dagen=ruw["bevestiging"]["dagen"],
        spoed_uren=ruw["spoed"]["uren"],
        zwaarte_per_fte=ruw["caseload"]["zwaarte_per_fte"],
        teambudget_per_maand_cent=ruw["budget"]["per_team_per_maand_cent"],
        terugbellen_binnen_uren=ruw["terugbellen"]["binnen_uren"],
        capaciteit_vers_dagen=ruw["aanbod"]["capaciteit_vers_dagen"],
        bewaarregels=_lijst(Bewaarregel, ruw, "bewaarregel"),
        inzage_log_namen=ruw.get("inzage_log", {}).get("namen", Inrichting.inzage_log_namen),
        opvalnormen=_lijst(Opvalnorm, ruw, "opvallend"),
        werkuren=(
            ruw.get("werkuren", {}).get("van", Inrichting.werkuren[0]),
            ruw.get("werkuren", {}).get("tot", Inrichting.werkuren[1]),
        ),
        noodtoegang_uren=ruw.get("noodtoegang", {}).get("uren", Inrichting.noodtoegang_uren),
        betrokkenheid_zichtbaar=ruw.get("betrokkenheid", {}).get("zichtbaar", Inrichting.betrokkenheid_zichtbaar),
        meewerken_dagen=ruw.get("meewerken", {}).get("dagen", Inrichting.meewerken_dagen),
        toestemming_dagen=ruw.get("toestemming", {}).get("dagen", Inrichting.toestemming_dagen),
        informatieverzoek_dagen=ruw.get("informatieverzoek", {}).get("dagen", Inrichting.informatieverzoek_dagen),
        verordeningen=_lijst(Verordening, ruw, "verordening"),
        instructiestappen=_lijst(Instructiestap, ruw, "instructiestap"),
        instructie_dagen=ruw.get("instructie", {}).get("dagen", 30),
        oidc_rollen=_lijst(OidcRol, ruw, "oidc_rol"),
        **_meetlat(ruw, bestand.parent),
        plan_ontvangst_dagen=ruw.get("plan", {}).get("ontvangst_dagen", Inrichting.plan_ontvangst_dagen),
        eigen_inzet_uren=ruw.get("plan", {}).get("eigen_inzet_uren", Inrichting.eigen_inzet_uren),
        triagecriteria=_lijst(Triagecriterium, ruw, "triagecriterium"),
        crisisstappen=_lijst(Crisisstap, ruw, "crisisstap"),
        toelatingen=_lijst(Toelating, ruw, "toelating"),
        sluitregels=_lijst(Sluitregel, ruw, "dossier_sluiten"),
        beschikkingsvrij=_lijst(Beschikkingsvrij, ruw, "beschikkingsvrij"),
        gouden_regels=_lijst(Gouderegel, ruw, "gouden_regel"),
        schaalniveaus=_lijst(Schaalniveau, ruw, "schaalniveau"),
        nazorgregels=_lijst(Nazorgregel, ruw, "nazorg"),
        coordinatie=_maak(Coordinatienormen, ruw.get("coordinatie", {}), "coordinatie"),
    )
    _controleer(gelezen)
    return gelezen


def _meetlat(ruw: dict[str, Any], map_: Path) -> dict[str, Any]:
    """Read on what is measured, and what residents are asked. The file of texts per level is optional."""
    meten, ervaringen = ruw.get("meten", {}), ruw.get("ervaringen", {})
    vragen = _lijst(Ervaringsvraag, ruw, "ervaringsvraag") or VRAGEN
    vanaf = ervaringen.get("vanaf", Inrichting.ervaringen_vanaf)
    try:
        sets = lees_sets(ruw.get("leefgebiedset", []))
        eigen = tomllib.loads((map_ / meten["ankers"]).read_text(encoding="utf-8")) if meten.get("ankers") else {}
        ankers = lees_ankers(eigen, sets)
        controleer_vragen(vragen, vanaf)
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as fout:
        raise OngeldigeInrichting(f"meten en ervaringen: {fout}") from fout
    maanden = meten.get("maanden", Inrichting.meten_maanden)
    if maanden < 1:
        raise OngeldigeInrichting("meten: maanden is ten minste 1")
    return {
        "leefgebiedsets": sets,
        "ankers": ankers,
        "meten_maanden": maanden,
        "ervaringsvragen": vragen,
        "ervaringen_vanaf": vanaf,
    }


def _lijst(soort: type[T], ruw: dict[str, Any], tafel: str) -> tuple[T, ...]:
    return tuple(_maak(soort, regel, f"{tafel} {nummer}") for nummer, regel in enumerate(ruw.get(tafel, []), 1))


def _maak(soort: type[T], regel: dict[str, Any], plaats: str) -> T:
    bekend = {veld.name for veld in fields(soort)}  # type: ignore[arg-type]
    if vreemd := sorted(set(regel) - bekend):
        raise OngeldigeInrichting(f"{plaats}: onbekend veld {', '.join(vreemd)}")
    try:
        return soort(**regel)
    except TypeError as fout:
        raise OngeldigeInrichting(f"{plaats}: {fout}") from fout


def _controleer(gelezen: Inrichting) -> None:
    _controleer_toegang(gelezen)
    _controleer_meldpunt(gelezen.gemeente.meldpunt)
    _controleer_oidc_rollen(gelezen)
    _controleer_werkwijze(gelezen)
    _controleer_triage(gelezen)
    _controleer_afloop(gelezen)
    for verordening in gelezen.verordeningen:
        _controleer_verordening(verordening)
    for regel in gelezen.bewaarregels:
        if regel.jaren < 1:
            raise OngeldigeInrichting(f"bewaarregel {regel.soort}: bewaren duurt ten minste één jaar")


def _controleer_toegang(gelezen: Inrichting) -> None:
    if not 1 <= gelezen.noodtoegang_uren <= LANGSTE_NOODTOEGANG:
        raise OngeldigeInrichting(f"noodtoegang: uren ligt tussen 1 en {LANGSTE_NOODTOEGANG}")
    if gelezen.plan_ontvangst_dagen < 1 or gelezen.eigen_inzet_uren < 1:
        raise OngeldigeInrichting("plan: ontvangst_dagen en eigen_inzet_uren zijn ten minste 1")
    if gelezen.meewerken_dagen < 1:
        raise OngeldigeInrichting("meewerken: dagen is ten minste 1")


def _controleer_werkwijze(gelezen: Inrichting) -> None:
    for groep in gelezen.klantgroepen:
        if groep.aanpak not in gelezen.aanpakken:
            raise OngeldigeInrichting(f"klantgroep {groep.code}: de aanpak {groep.aanpak} staat niet in [aanpakken]")
    for wet in Wet.values:
        if not any(route.geldt(wet, date(2015, 1, 1)) for route in gelezen.routes):
            raise OngeldigeInrichting(f"route: voor de wet {wet} is er op 1 januari 2015 geen route")
    eenmalig = (
        (gelezen.leefgebieden, "leefgebied"),
        (gelezen.treden, "trede"),
        (gelezen.gouden_regels, "gouden_regel"),
        (gelezen.schaalniveaus, "schaalniveau"),
    )
    for lijst, naam in eenmalig:
        codes = [regel.code for regel in lijst]
        if len(codes) != len(set(codes)):
            raise OngeldigeInrichting(f"{naam}: een code komt twee keer voor")


def _controleer_meldpunt(meldpunt: str) -> None:
    if meldpunt and not meldpunt.startswith(("https://", "mailto:")):
        raise OngeldigeInrichting("gemeente: meldpunt begint met https:// of mailto:")


def _controleer_verordening(verordening: Verordening) -> None:
    """The law must leave the term to the council, and names the most it may be."""
    try:
        bereken(verordening.regel, verordening.vanaf, verordening_weken=verordening.weken)
    except TermijnFout as fout:
        raise OngeldigeInrichting(f"verordening {verordening.regel}: {fout}") from fout


def _controleer_oidc_rollen(gelezen: Inrichting) -> None:
    for nummer, regel in enumerate(gelezen.oidc_rollen, 1):
        if regel.rol not in set(Rol):
            raise OngeldigeInrichting(f"oidc_rol {nummer}: de rol {regel.rol} bestaat niet")


def _controleer_triage(gelezen: Inrichting) -> None:
    for criterium in gelezen.triagecriteria:
        if criterium.uitkomst not in TRIAGE_UITKOMSTEN:
            raise OngeldigeInrichting(
                f"triagecriterium {criterium.code}: uitkomst is een van {', '.join(TRIAGE_UITKOMSTEN)}"
            )
    alle_codes = ([rij.code for rij in gelezen.triagecriteria], [stap.code for stap in gelezen.crisisstappen])
    for codes, naam in zip(alle_codes, ("triagecriterium", "crisisstap"), strict=True):
        if len(codes) != len(set(codes)):
            raise OngeldigeInrichting(f"{naam}: een code komt twee keer voor")
    for toelating in gelezen.toelatingen:
        if not 1 <= toelating.leefgebieden <= len(gelezen.leefgebieden):
            raise OngeldigeInrichting("toelating: leefgebieden is ten minste 1 en niet meer dan er in de lijst staan")


def _controleer_afloop(gelezen: Inrichting) -> None:
    for regel in gelezen.sluitregels:
        if regel.regel not in SLUITREGELS:
            raise OngeldigeInrichting(f"dossier_sluiten: regel is een van {', '.join(SLUITREGELS)}")
    for lijn in gelezen.beschikkingsvrij:
        if lijn.wet not in (Wet.WMO, Wet.JEUGDWET):
            raise OngeldigeInrichting(f"beschikkingsvrij: onder de wet {lijn.wet} kan hulp niet zonder besluit")
