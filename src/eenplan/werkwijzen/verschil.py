"""What a version changes, in words: per section of the file what comes, what goes and what becomes different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.opmaak import bedrag, datum_kort
from eenplan.inrichting.lezen import plaatsen
from eenplan.inrichting.model import Inrichting

# What names a line of a list, when it has no code: with the same names on both sides the line was changed.
_NAMEN: Final = ("wet", "stap", "soort", "voorziening", "urgentie", "regel", "waarde", "rol", "team", "kanaal", "voor")
_SECTIES: Final[Mapping[str, str | Promise]] = {
    "gemeente": _lazy("Gemeente"),
    "route": _lazy("Waar een vraag heen gaat"),
    "ingang": _lazy("Hoe een vraag binnenkomt"),
    "woorden": _lazy("Woorden op het scherm"),
    "klantgroep": _lazy("Groepen in het intakescript"),
    "aanpakken": _lazy("Aanpak per groep"),
    "extra_vraag": _lazy("Extra vragen van een team"),
    "leefgebied": _lazy("Leefgebieden"),
    "trede": _lazy("Treden van de ladder"),
    "ladder": _lazy("Redenen om een trede over te slaan"),
    "norm": _lazy("Normen voor de doorlooptijd"),
    "verordening": _lazy("Termijnen in de verordening"),
    "toelating": _lazy("Toelating tot een casus"),
    "triagecriterium": _lazy("Triage"),
    "dossier_sluiten": _lazy("Hoe een dossier eindigt"),
    "beschikkingsvrij": _lazy("Brief in plaats van besluit"),
    "bewaarregel": _lazy("Bewaartermijnen"),
    "opvallend": _lazy("Wat opvalt in het logboek"),
    "budget": _lazy("Budget per team"),
}


@dataclass(frozen=True)
class Wijziging:
    """One difference. Empty `oud` means it is new, empty `nieuw` that it goes."""

    sectie: str
    wat: str
    oud: str
    nieuw: str

    @property
    def soort(self) -> str:
        """Name the kind of change for the screen."""
        if not self.oud:
            return _("nieuw")
        return _("gewijzigd") if self.nieuw else _("vervalt")


def verschil(oud: Inrichting, nieuw: Inrichting) -> list[Wijziging]:
    """Give every difference, in the order of the file's sections."""
    gevonden = []
    for veld, proef in plaatsen().items():
        tafel, _punt, sleutel = proef.plaats.partition(".")
        sectie = str(_SECTIES.get(tafel, tafel.replace("_", " ").capitalize()))
        gevonden += [
            Wijziging(sectie, wat or sleutel.replace("_", " "), voor, na)
            for wat, voor, na in _vergelijk(veld, getattr(oud, veld), getattr(nieuw, veld))
        ]
    return gevonden


def _vergelijk(naam: str, oud: Any, nieuw: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - values of any type
    if oud == nieuw:
        return
    if is_dataclass(oud):
        yield from _velden(oud, nieuw)
    elif isinstance(oud, dict):
        for sleutel in dict.fromkeys([*oud, *nieuw]):
            if oud.get(sleutel) != nieuw.get(sleutel):
                yield sleutel.replace("_", " "), in_woorden(oud.get(sleutel)), in_woorden(nieuw.get(sleutel))
    elif isinstance(oud, tuple) and any(map(is_dataclass, (*oud, *nieuw))):
        yield from _lijst(oud, nieuw)
    else:
        yield "", in_woorden(oud, naam), in_woorden(nieuw, naam)


def _velden(oud: Any, nieuw: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401
    for veld in fields(oud):
        voor, na = getattr(oud, veld.name), getattr(nieuw, veld.name)
        if voor != na:
            geen = _("niets")
            naam = veld.name.replace("_", " ")
            yield naam, in_woorden(voor, veld.name) or geen, in_woorden(na, veld.name) or geen


def _lijst(oud: tuple[Any, ...], nieuw: tuple[Any, ...]) -> Iterator[tuple[str, str, str]]:
    voor, na = _op_naam(oud), _op_naam(nieuw)
    for sleutel in dict.fromkeys([*voor, *na]):
        een, ander = voor.get(sleutel), na.get(sleutel)
        if een is None or ander is None:
            yield sleutel, _regel(een), _regel(ander)
        elif een != ander:
            yield from ((f"{sleutel}: {wat}", was, wordt) for wat, was, wordt in _velden(een, ander))
    gebleven = [sleutel for sleutel in voor if sleutel in na]
    if (anders := [sleutel for sleutel in na if sleutel in voor]) != gebleven:
        yield _("volgorde"), ", ".join(gebleven), ", ".join(anders)


def _op_naam(rijen: tuple[Any, ...]) -> dict[str, Any]:
    """Give each line under what names it; the second of the same name gets a number."""
    op_naam: dict[str, Any] = {}
    for rij in rijen:
        namen = [rij.code] if hasattr(rij, "code") else [getattr(rij, naam, "") for naam in _NAMEN]
        naam = " ".join(str(deel) for deel in namen if deel).replace("*", _("elke wet")) or _("regel")
        if isinstance(vanaf := getattr(rij, "vanaf", None), date):
            naam = _("{naam} vanaf {dag}").format(naam=naam, dag=datum_kort(vanaf))
        nummer = sum(bekend == naam or bekend.startswith(f"{naam} (") for bekend in op_naam)
        op_naam[f"{naam} ({nummer + 1})" if nummer else naam] = rij
    return op_naam


def _regel(rij: Any) -> str:  # noqa: ANN401
    if rij is None:
        return ""
    delen = ((veld.name, getattr(rij, veld.name)) for veld in fields(rij))
    return "; ".join(f"{naam.replace('_', ' ')}: {in_woorden(waarde, naam)}" for naam, waarde in delen if waarde)


def in_woorden(waarde: Any, naam: str = "") -> str:  # noqa: ANN401
    """Write a value as people read it; an amount of cents as euros. Nothing at all stays empty."""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return datum_kort(waarde)
    if isinstance(waarde, int) and naam.endswith("_cent"):
        return bedrag(waarde)
    if isinstance(waarde, tuple):
        return "; ".join(_regel(deel) if is_dataclass(deel) else str(deel) for deel in waarde) or _("leeg")
    return "" if waarde is None else str(waarde) or _("leeg")
