"""Reads what was typed in the one search box and finds residents by it.

Two questions to the database: which known words may be meant, and who has them. Nothing here knows files or plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from eenplan.core.formulier import lees_datum
from eenplan.personen.afscherming import afgeschermd
from eenplan.personen.bsn import zoeksleutels
from eenplan.personen.models import Huishoudlid, Zoekwoord
from eenplan.personen.zoeksleutels import (
    AANEEN,
    AANSPREEKVORMEN,
    STRAAT,
    TUSSENVOEGSELS,
    afstand,
    kaal,
    klank,
    toegestane_fouten,
    vormen,
    woorden,
)
from eenplan.wetgeving.bsn import is_bsn

MAXIMUM: Final = 20
MEESTE_WOORDEN: Final = 6  # what one types in a search box; more words make the question slower, not sharper
MEESTE_VARIANTEN: Final = 60
KORTSTE_BEGIN: Final = 2  # shorter beginnings fit half the town
KORTSTE_AANEEN: Final = 5  # so do "van" and "vand"
GENOEG: Final = 200  # of so many equally good hits any twenty will do: whoever types on gets fewer

_MAANDEN = "jan|feb|maart|mrt|apr|mei|juni?|juli?|aug|sep|okt|nov|dec"
_DATUM = re.compile(
    rf"\b(\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|\d{{1,2}} (?:{_MAANDEN})[a-z]* \d{{4}}"
    r"|\d{8}|\d{4}-\d{2}-\d{2})\b"
)
_KORT_JAAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})")
_POSTCODE = re.compile(r"\b([1-9]\d{3})( ?)([a-z]{2})\b", re.IGNORECASE)
_JAAR = re.compile(r"\b(?:19|20)\d{2}\b")
_NUMMER = re.compile(r"\b(\d{1,5})(?: ?-? ?([a-z]|\d{1,2}))?\b(?![-/.]\d)", re.IGNORECASE)
_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d(?:[ .]?\d){8}(?!\d)")


@dataclass(frozen=True)
class Zoekvraag:
    """What was typed, taken apart."""

    woorden: tuple[str, ...] = ()
    bsn: str = ""
    geboren: date | None = None
    geboortejaar: int | None = None
    postcode: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    fout: str = ""

    @property
    def is_leeg(self) -> bool:
        """Tell whether there is too little to search on."""
        vast = (self.bsn, self.geboren, self.geboortejaar, self.postcode)
        return not any(vast) and not any(len(woord) >= KORTSTE_BEGIN for woord in self.woorden)


@dataclass(frozen=True)
class Zoekresultaat:
    """Who was found, best first; the words that nobody has; and a sentence when the question itself is wrong."""

    treffers: tuple[Huishoudlid, ...] = ()
    er_zijn_meer: bool = False
    onbekende_woorden: tuple[str, ...] = ()
    uitleg: str = ""


def ontleed(tekst: str, *, vandaag: date) -> Zoekvraag:
    """Take apart what was typed; what is recognised as number or date is no longer a word."""
    rest = " ".join(tekst.casefold().split())
    if nummer := _NEGEN_CIJFERS.search(rest):
        bsn = re.sub(r"\D", "", nummer[0])
        if not is_bsn(bsn):
            return Zoekvraag(fout="bsn")
        return Zoekvraag(bsn=bsn)
    if gevonden := _DATUM.search(rest):
        geboren = _lees(gevonden[0], vandaag)
        if geboren is None:
            return Zoekvraag(fout="datum")
        rest = _zonder(rest, gevonden)
    else:
        geboren = None
    postcode, rest = _neem_postcode(rest)
    jaar, rest = _neem_jaar(rest, vandaag) if not geboren else (None, rest)
    huisnummer, toevoeging, rest = _neem_huisnummer(rest)
    return Zoekvraag(
        woorden=_naamwoorden(rest),
        geboren=geboren,
        geboortejaar=jaar,
        postcode=postcode,
        huisnummer=huisnummer,
        toevoeging=toevoeging,
    )


def _lees(geschreven: str, vandaag: date) -> date | None:
    """Read a date, also with a year of two figures: nobody is born in the future."""
    if kort := _KORT_JAAR.fullmatch(geschreven):
        eeuw = 2000 if int(kort[3]) <= vandaag.year % 100 else 1900
        geschreven = f"{kort[1]}-{kort[2]}-{eeuw + int(kort[3])}"
    return lees_datum(geschreven)


def _neem_postcode(tekst: str) -> tuple[str, str]:
    for gevonden in _POSTCODE.finditer(tekst):
        # "1987 de wit" is a year and a name; "1231 de" without more would be a postcode nobody types in two parts.
        if not (gevonden[2] and gevonden[3] in TUSSENVOEGSELS):
            return (gevonden[1] + gevonden[3]).upper(), _zonder(tekst, gevonden)
    return "", tekst


def _neem_jaar(tekst: str, vandaag: date) -> tuple[int | None, str]:
    gevonden = _JAAR.search(tekst)
    if gevonden is None or int(gevonden[0]) > vandaag.year:
        return None, tekst
    return int(gevonden[0]), _zonder(tekst, gevonden)


def _neem_huisnummer(tekst: str) -> tuple[int | None, str, str]:
    gevonden = _NUMMER.search(tekst)
    if gevonden is None:
        return None, "", tekst
    return int(gevonden[1]), gevonden[2] or "", _zonder(tekst, gevonden)


def _zonder(tekst: str, gevonden: re.Match[str]) -> str:
    return f"{tekst[: gevonden.start()]} {tekst[gevonden.end() :]}"


def _naamwoorden(tekst: str) -> tuple[str, ...]:
    """Keep the words that tell people apart; "van der" alone is kept when nothing else was typed."""
    alle = [woord for woord in woorden(tekst) if woord not in AANSPREEKVORMEN]
    sterk = [woord for woord in alle if woord not in TUSSENVOEGSELS]
    return tuple(dict.fromkeys(sterk or ["".join(alle)] * bool(alle)))[:MEESTE_WOORDEN]


@dataclass
class Varianten:
    """The keys that may be meant by one typed word, by how well they fit: as typed, sounding the same, misspelt.

    What begins with the word needs no list: the index knows beginnings.
    """

    woord: str
    is_begin: bool = False
    gelijk: list[str] = field(default_factory=list)
    ruim: list[str] = field(default_factory=list)

    @property
    def is_bekend(self) -> bool:
        return self.is_begin or bool(self.gelijk or self.ruim)

    def weeg(self, sleutels: Iterable[str]) -> None:
        """Divide the known keys by how far they lie from what was typed."""
        gewogen = sorted((gewicht, sleutel) for sleutel in sleutels if (gewicht := self._gewicht(sleutel)) is not None)
        self.is_begin = self.is_begin or any(gewicht < 0 for gewicht, _sleutel in gewogen)
        self.gelijk = [sleutel for gewicht, sleutel in gewogen if gewicht == 0]
        self.ruim = [sleutel for gewicht, sleutel in gewogen if gewicht > 0][:MEESTE_VARIANTEN]

    def _gewicht(self, sleutel: str) -> int | None:
        ander = kaal(sleutel)
        if ander.startswith(self.woord):
            return -1
        if klank(ander) == klank(self.woord):
            return 0
        hoogstens = toegestane_fouten(self.woord)
        fouten = afstand(self.woord, ander, hoogstens)
        if fouten > 1:
            fouten = min(fouten, afstand(klank(self.woord), klank(ander), hoogstens))
        return fouten if fouten <= hoogstens else None

    def naar_naam(self) -> list[str]:
        """Give the question to the index for each step from well to badly fitting, a name before a street."""
        begin = f"{self.woord}:*" if len(self.woord) >= KORTSTE_BEGIN else self.woord
        aaneen = f"{AANEEN}{self.woord}:*" if len(self.woord) >= KORTSTE_AANEEN else f"{AANEEN}{self.woord}"
        stappen = [
            [self.woord],
            [begin, aaneen],
            [f"{STRAAT}{self.woord}"],
            [f"{STRAAT}{begin}"],
            self.gelijk,
            self.ruim,
        ]
        return [" | ".join(stap) for stap in stappen if stap]


def zoek_leden(zichtbaar: QuerySet[Huishoudlid], vraag: Zoekvraag, *, maximum: int = MAXIMUM) -> Zoekresultaat:
    """Find the residents among the visible ones, best first, in at most two questions to the database."""
    if vraag.fout:
        return Zoekresultaat(uitleg=_uitleg(vraag.fout))
    if vraag.is_leeg:
        return Zoekresultaat()
    varianten = _varianten(vraag.woorden)
    bekend = [variant for variant in varianten if variant.is_bekend]
    onbekend = tuple(variant.woord for variant in varianten if not variant.is_bekend)
    if varianten and not bekend:
        return Zoekresultaat(onbekende_woorden=onbekend)
    rijen = list(_gewogen(_met(zichtbaar, vraag), bekend)[: maximum + 1])
    return Zoekresultaat(tuple(rijen[:maximum]), len(rijen) > maximum, onbekend)


def _uitleg(fout: str) -> str:
    if fout == "bsn":
        return _("Dit nummer kan geen BSN zijn: de cijfers kloppen niet samen. Vraag het nog eens.")
    return _("Deze datum bestaat niet. Schrijf dag, maand en jaar, bijvoorbeeld 07-04-1986.")


def _varianten(getypt: tuple[str, ...]) -> list[Varianten]:
    """Look up which known words may be meant, for all typed words in one question."""
    varianten = [Varianten(woord) for woord in getypt]
    if not varianten:
        return []
    vragen = [
        rijen.annotate(plaats=Value(plaats, IntegerField())).values_list("plaats", "woord")
        for plaats, variant in enumerate(varianten)
        for rijen in (_lijkt_op(variant.woord), *_begint_met(variant.woord))
    ]
    gevonden: dict[int, list[str]] = {}
    for plaats, woord in vragen[0].union(*vragen[1:], all=True):
        gevonden.setdefault(plaats, []).append(woord)
    for plaats, variant in enumerate(varianten):
        variant.weeg(gevonden.get(plaats, []))
    return varianten


def _lijkt_op(woord: str) -> QuerySet[Zoekwoord]:
    gezocht = [*vormen(woord, toegestane_fouten(woord)), woord, klank(woord)]
    return Zoekwoord.objects.filter(vormen=_indexvraag(" | ".join(gezocht)))


def _begint_met(woord: str) -> list[QuerySet[Zoekwoord]]:
    """Ask only whether anything begins so."""
    if len(woord) < KORTSTE_BEGIN:
        return []
    merken = ("", STRAAT, AANEEN) if len(woord) >= KORTSTE_AANEEN else ("", STRAAT)
    return [Zoekwoord.objects.filter(woord__startswith=f"{merk}{woord}")[:1] for merk in merken]


def _met(leden: QuerySet[Huishoudlid], vraag: Zoekvraag) -> QuerySet[Huishoudlid]:
    """Keep who fits the numbers and dates that were typed. Nobody is found by an address that is protected (F8)."""
    if vraag.bsn:
        leden = leden.filter(persoon__bsn__zoeksleutel__in=zoeksleutels(vraag.bsn))
    if vraag.geboren:
        leden = leden.filter(persoon__geboortedatum=vraag.geboren)
    if jaar := vraag.geboortejaar:
        leden = leden.filter(persoon__geboortedatum__range=(date(jaar, 1, 1), date(jaar, 12, 31)))
    if vraag.postcode or vraag.huisnummer is not None or vraag.toevoeging:
        leden = leden.filter(~afgeschermd("huishouden"))
    if vraag.postcode:
        leden = leden.filter(huishouden__adres__postcode=vraag.postcode)
    if vraag.huisnummer is not None:
        leden = leden.filter(huishouden__adres__huisnummer=vraag.huisnummer)
    if vraag.toevoeging:
        leden = leden.filter(huishouden__adres__toevoeging__iexact=vraag.toevoeging)
    return leden


def _gewogen(leden: QuerySet[Huishoudlid], varianten: list[Varianten]) -> QuerySet[Huishoudlid]:
    """Keep who has every typed word in some form; the better the words fit, the higher.

    First as typed, then begun or sounding alike, then misspelt, each cut off early: a beginning such as "jan" fits
    thousands, and weighing them all takes longer than typing the next letter.
    """
    stappen = [variant.naar_naam() for variant in varianten]
    if stappen:
        lagen = [_wie_heeft(leden, [" | ".join(stap[:tot]) for stap in stappen]) for tot in (1, 4, None)]
        leden = leden.filter(pk__in=lagen[0].union(*lagen[1:], all=True))
    gewicht: Combinable = Value(0)
    for stap in stappen:
        gewicht = gewicht + _afstand_van(stap)
    volgorde = ("gewicht", "persoon__achternaam", "huishouden", F("persoon__geboortedatum").asc(nulls_last=True), "pk")
    return leden.annotate(gewicht=gewicht).order_by(*volgorde)


def _wie_heeft(leden: QuerySet[Huishoudlid], per_woord: list[str]) -> QuerySet[Huishoudlid, int]:
    vraag = _indexvraag(" & ".join(f"({woord})" for woord in per_woord))
    return leden.filter(zoeksleutels=vraag).values_list("pk", flat=True)[:GENOEG]


def _afstand_van(stappen: list[str]) -> Case:
    """Weigh one typed word by the first step that fits."""
    regels = [When(zoeksleutels=_indexvraag(stap), then=Value(gewicht)) for gewicht, stap in enumerate(stappen)]
    return Case(*regels, default=Value(len(stappen)), output_field=IntegerField())


def _indexvraag(vraag: str) -> SearchQuery:
    # Keys are letters and figures only (zoeksleutels.woorden), so nothing typed can become an operator.
    return SearchQuery(vraag, config="simple", search_type="raw")
