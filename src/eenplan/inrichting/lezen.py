"""Reads the municipality's file and refuses a file that would fail later, with a sentence that names the place."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any, Final, TypeVar, cast

from django.conf import settings

from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.inrichting.bestanden import OngeldigeInrichting, bestanden, vingerafdruk
from eenplan.inrichting.document import Document, Proef, eerste_proef, maak, passend, regelnummer
from eenplan.inrichting.keuzes import Kanaal, Wet
from eenplan.inrichting.meetlat import VRAGEN, Ervaringsvraag, Leefgebiedset, controleer_vragen, lees_ankers, lees_sets
from eenplan.inrichting.model import (
    Beschikkingsvrij,
    Besluitregel,
    Bewaarregel,
    Coordinatienormen,
    Crisisstap,
    Deskundigheid,
    Doorloopnorm,
    Escalatietrap,
    ExtraVraag,
    Gemeente,
    Gouderegel,
    Ingang,
    Inrichting,
    Instructiestap,
    Klantgroep,
    Leefgebied,
    Maatwerkregels,
    Nazorgregel,
    OidcRol,
    Opvalnorm,
    Route,
    Schaalniveau,
    Sluitregel,
    Toelating,
    Trede,
    Triagecriterium,
    Veiligheidsvraag,
    Verordening,
)
from eenplan.inrichting.woorden import fout_in_woorden
from eenplan.wetgeving.datums import zonder_weekdag
from eenplan.wetgeving.termijnen import TermijnFout, bereken

T = TypeVar("T")
log = logging.getLogger(__name__)
LANGSTE_NOODTOEGANG = 24
TRIAGE_UITKOMSTEN = ("te_licht", "past", "te_zwaar")
SLUITREGELS = ("regisseur", "gezamenlijk", "slapend")


@dataclass(frozen=True)
class Versie:
    """The configuration that holds from a day until the next one."""

    vanaf: date
    bestand: Path
    inrichting: Inrichting


@dataclass
class Stand:
    """What was read, what the folder looked like then, and when it is looked at again."""

    vingerafdruk: tuple[int, int, int]
    versies: tuple[Versie, ...]
    opnieuw: float


# A page asks the configuration thousands of times; the disk is asked once a second.
KIJK_ELKE_SECONDE: Final = 1.0
_gelezen: dict[Path, Stand] = {}


_op_proef: ContextVar[Inrichting | None] = ContextVar("op_proef", default=None)


@contextmanager
def op_proef(kandidaat: Inrichting) -> Iterator[None]:
    """Let every rule inside this block, in this thread, read this configuration: for a dry run, which only reads."""
    greep = _op_proef.set(kandidaat)
    try:
        yield
    finally:
        _op_proef.reset(greep)


def inrichting() -> Inrichting:
    """Give the configuration that is in force today at the municipality that this installation serves."""
    if kandidaat := _op_proef.get():
        return kandidaat
    rijen = versies()
    return rijen[0].inrichting if len(rijen) == 1 else _van_kracht(rijen, klok.vandaag())


def inrichting_op(dag: date) -> Inrichting:
    """Give the configuration of a day: an old case keeps its rules. Before the first day the oldest one holds."""
    return _op_proef.get() or _van_kracht(versies(), dag)


def _van_kracht(rijen: tuple[Versie, ...], dag: date) -> Inrichting:
    return next((rij for rij in reversed(rijen) if rij.vanaf <= dag), rijen[0]).inrichting


def versies() -> tuple[Versie, ...]:
    """Give every version, oldest first, read anew when the folder (or the one file) changed.

    Raises OngeldigeInrichting when the first reading fails; afterwards what was good stays in use, and the log says so.
    """
    pad, nu = Path(settings.EENPLAN_INRICHTING), monotonic()
    eerder = _gelezen.get(pad)
    if eerder and nu < eerder.opnieuw:
        return eerder.versies
    gezien = vingerafdruk(pad)
    rijen = eerder.versies if eerder and eerder.vingerafdruk == gezien else _lees_of_houd(pad, eerder)
    _gelezen[pad] = Stand(gezien, rijen, nu + KIJK_ELKE_SECONDE)
    return rijen


def vergeet() -> None:
    """Look at the disk again at the next question: this process itself just wrote there."""
    _gelezen.clear()


def _lees_of_houd(pad: Path, eerder: Stand | None) -> tuple[Versie, ...]:
    try:
        return _lees_alle(pad)
    except OngeldigeInrichting:
        if eerder is None:
            raise
        log.exception("configuration unchanged: the new one cannot be used")
        return eerder.versies


def _lees_alle(pad: Path) -> tuple[Versie, ...]:
    gevonden = bestanden(pad)
    if gevonden[0].vanaf > klok.echte_vandaag():
        dag = zonder_weekdag(gevonden[0].vanaf)
        raise OngeldigeInrichting(f"{pad}: de eerste versie geldt vanaf {dag}; tot die dag is er geen inrichting.")
    return tuple(Versie(rij.vanaf, rij.pad, lees(rij.pad)) for rij in gevonden)


def lees(bestand: Path) -> Inrichting:
    """Read and check one file. Raises OngeldigeInrichting with the name of the file, the line and what is wrong."""
    try:
        tekst = bestand.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise OngeldigeInrichting(f"{bestand.name}: dit bestand is niet te lezen als tekst (UTF-8).") from fout
    return lees_tekst(tekst, naam=bestand.name, map_=bestand.parent)


def lees_tekst(tekst: str, *, naam: str, map_: Path = Path()) -> Inrichting:
    """Read and check the text of a file. Raises OngeldigeInrichting: one sentence with file, line and place."""
    try:
        document = Document(tomllib.loads(tekst))
        gelezen = passend(bouw(document, map_), plaatsen())
        document.weiger_onbekend()
        _controleer(gelezen)
    except tomllib.TOMLDecodeError as fout:
        raise OngeldigeInrichting(f"{naam}: dit is geen geldige TOML ({fout}).") from fout
    except OngeldigeInrichting as fout:
        nummer = regelnummer(tekst, str(fout))
        plaats = f"{naam}, regel {nummer}" if nummer else naam
        raise OngeldigeInrichting(f"{plaats}: {fout}{'' if str(fout)[-1] in '.?' else '.'}") from fout
    except (TypeError, ValueError, KeyError, AttributeError) as fout:
        raise OngeldigeInrichting(f"{naam}: een waarde heeft de verkeerde soort ({fout}).") from fout
    return gelezen


@cache
def plaatsen() -> dict[str, Proef]:
    """Tell of each field of the configuration where it stands in the file, and whether it must."""
    proef = bouw(Proef())
    return {veld.name: eerste_proef(getattr(proef, veld.name)) for veld in fields(proef)}


# Any: what a document holds, or (for the schema) something that stands for it.
def bouw(ruw: Any, map_: Path = Path()) -> Inrichting:  # noqa: ANN401
    """Put every key of the file where it belongs, and see to it that each has its type. Raises OngeldigeInrichting.

    `map_` is the folder of the file, where a file that it names lies too.
    """
    return Inrichting(
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
        besluitregels=_lijst(Besluitregel, ruw, "besluitregel") or Inrichting.besluitregels,
        advies_dagen=ruw.get("advies", {}).get("dagen", Inrichting.advies_dagen),
        escalatietrappen=_lijst(Escalatietrap, ruw, "escalatie"),
        deskundigheden=_lijst(Deskundigheid, ruw, "deskundigheid"),
        **_meetlat(ruw, map_),
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
        ingangen=_lijst(Ingang, ruw, "ingang"),
        woorden=dict(ruw.get("woorden", {})),
        veiligheidsvragen=_lijst(Veiligheidsvraag, ruw, "veiligheidsvraag") or Inrichting.veiligheidsvragen,
        coordinatie=_maak(Coordinatienormen, ruw.get("coordinatie", {}), "coordinatie"),
        maatwerk=_maak(Maatwerkregels, ruw.get("maatwerk", {}), "maatwerk"),
    )


def _meetlat(ruw: Any, map_: Path) -> dict[str, Any]:  # noqa: ANN401
    """Read on what is measured, and what residents are asked. The file of texts per level is optional."""
    meten, ervaringen = ruw.get("meten", {}), ruw.get("ervaringen", {})
    if isinstance(ruw, Proef):
        return _proef_van_meetlat(ruw)
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


def _proef_van_meetlat(ruw: Proef) -> dict[str, Any]:
    """Tell the schema where these values stand, for they are read in a way of their own."""
    return {
        "leefgebiedsets": ruw.get("leefgebiedset").van(tuple[Leefgebiedset, ...]),
        "ankers": ruw["meten"].get("ankers").van(str),
        "meten_maanden": ruw["meten"].get("maanden"),
        "ervaringsvragen": ruw.get("ervaringsvraag").van(tuple[Ervaringsvraag, ...]),
        "ervaringen_vanaf": ruw["ervaringen"].get("vanaf"),
    }


def _lijst(soort: type[T], ruw: Any, tafel: str) -> tuple[T, ...]:  # noqa: ANN401
    regels = ruw.get(tafel, [])
    if isinstance(regels, Proef):
        return cast("tuple[T, ...]", regels.van(tuple[soort, ...]))  # type: ignore[valid-type]
    if not isinstance(regels, list):
        raise OngeldigeInrichting(f"{tafel}: schrijf dit met dubbele haken, als [[{tafel}]]")
    return tuple(_maak(soort, regel, f"{tafel} {nummer}") for nummer, regel in enumerate(regels, 1))


def _maak(soort: type[T], regel: Any, plaats: str) -> T:  # noqa: ANN401
    return regel.van(soort) if isinstance(regel, Proef) else maak(soort, regel, plaats)


def _controleer(gelezen: Inrichting) -> None:
    _controleer_toegang(gelezen)
    _controleer_meldpunt(gelezen.gemeente.meldpunt)
    _controleer_oidc_rollen(gelezen)
    _controleer_werkwijze(gelezen)
    _controleer_triage(gelezen)
    _controleer_ingangen(gelezen)
    _controleer_woorden(gelezen)
    _controleer_afloop(gelezen)
    _controleer_adviezen(gelezen)
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
    if min(gelezen.maatwerk.drempel_cent, gelezen.maatwerk.teamjaar_cent) < 0 or gelezen.maatwerk.toets_een_op < 1:
        raise OngeldigeInrichting("maatwerk: bedragen zijn ten minste 0, en toets_een_op ten minste 1")
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
        (gelezen.veiligheidsvragen, "veiligheidsvraag"),
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


def _controleer_ingangen(gelezen: Inrichting) -> None:
    kanalen = [ingang.kanaal for ingang in gelezen.ingangen]
    for nummer, kanaal in enumerate(kanalen, 1):
        if kanaal not in Kanaal.values:
            raise OngeldigeInrichting(f"ingang {nummer}.kanaal: kies een van {', '.join(Kanaal.values)}")
    if len(kanalen) != len(set(kanalen)):
        raise OngeldigeInrichting("ingang: een kanaal komt twee keer voor")


def _controleer_woorden(gelezen: Inrichting) -> None:
    if fout := fout_in_woorden(gelezen.woorden):
        raise OngeldigeInrichting(f"woorden.{fout}")


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


def _controleer_adviezen(gelezen: Inrichting) -> None:
    if gelezen.advies_dagen < 1 or any(trap.dagen < 1 for trap in gelezen.escalatietrappen):
        raise OngeldigeInrichting("advies en escalatie: dagen is ten minste 1")
    for rij in gelezen.deskundigheden:
        if not 1 <= rij.spoed_uren <= rij.uren:
            raise OngeldigeInrichting(f"deskundigheid {rij.code}: spoed_uren ligt tussen 1 en uren")
