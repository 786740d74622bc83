"""What in a text would tell who a household is: names, addresses, numbers, dates, organisations around it.

The check is pure (`soorten_in`); what identifies a household is read once (`kenmerken_van`). An answer never repeats
what was found, only its kind. Higher rooms add the organisations and people they know of when they start (`bron`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.errors import NietMogelijk
from eenplan.personen.afscherming import afgeschermd, zonder_verborgen
from eenplan.personen.models import Adres, Gezag, Huishouden, Huishoudlid, Persoon, Relatie, Vertegenwoordiging
from eenplan.personen.zoeksleutels import AANSPREEKVORMEN, TUSSENVOEGSELS, woorden
from eenplan.wetgeving.bsn import is_bsn


class Kenmerksoort(models.TextChoices):
    """By what somebody could be recognised."""

    NAAM = "naam", _lazy("een naam")
    ADRES = "adres", _lazy("een straat")
    POSTCODE = "postcode", _lazy("een postcode")
    GEBOORTEDATUM = "geboortedatum", _lazy("een geboortedatum")
    BSN = "bsn", _lazy("een burgerservicenummer")
    TELEFOON = "telefoon", _lazy("een telefoonnummer")
    EMAIL = "email", _lazy("een e-mailadres")
    ORGANISATIE = "organisatie", _lazy("de naam van een school, aanbieder of organisatie")


@dataclass(frozen=True)
class Kenmerken:
    """What identifies a household. Names, streets and organisations are kept as they are spoken of: one joined word."""

    namen: frozenset[str] = frozenset()
    straten: frozenset[str] = frozenset()
    organisaties: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    geboortedata: frozenset[date] = frozenset()
    telefoons: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()


Bron = Callable[[int], Iterable[tuple[Kenmerksoort, str]]]
_BRONNEN: Final[list[Bron]] = []


def bron(functie: Bron) -> Bron:
    """Add a source of names around a file: given its number, people (NAAM) and organisations (ORGANISATIE)."""
    if functie not in _BRONNEN:
        _BRONNEN.append(functie)
    return functie


# ------------------------------------------------------------------------------------------------- the pure check

MAANDEN: Final = (
    "jan(?:uari)?", "feb(?:ruari)?", "m(?:aa)?rt", "apr(?:il)?", "mei", "juni?", "juli?", "aug(?:ustus)?",
    "sep(?:t(?:ember)?)?", "okt(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
TUSSEN: Final = r"[^0-9a-z]{1,3}"
DATUM: Final = re.compile(r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
POSTCODE: Final = re.compile(r"(?<!\d)[1-9]\d{3}(?:\s?[A-Z]{2}|[a-z]{2})(?![A-Za-z])")
EMAIL: Final = re.compile(r"[^\s@]+\s?@\s?[^\s@]+\.[a-z]{2,}")
APENSTAART: Final = re.compile(r"\s*(?:[\[({]\s*at\s*[\])}]|apenstaartje)\s*")
AANHALING: Final = re.compile("[“”„«»\"'‘’´`]")
CIJFERS: Final = re.compile(r"\d+(?:[ .\-/()]{1,2}\d+)*")
UMLAUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def plat(tekst: str) -> str:
    """Give the text without accents, invisible signs and odd letter forms; capitals stay."""
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in los if unicodedata.category(teken) not in {"Mn", "Me", "Cf"})


def sleutel(naam: str) -> str:
    """Give a name as one word: "de Wit" is dewit, "Anne-Marie" is annemarie."""
    return "".join(woorden(plat(naam)))


def soorten_in(tekst: str, kenmerken: Kenmerken) -> list[str]:
    """Give the kinds of what in this text tells who it is, each once, in the order of the list; empty when it is free.

    Any postcode, national number, telephone number and e-mail address counts, whoever it belongs to. A name that is
    itself a small word (Al, Le) counts only as part of the full name.
    """
    gezegd, schrijf = _gezegd(tekst, kenmerken), plat(tekst)
    klein = schrijf.casefold()
    nummers = set(_nummers(klein))
    zonder_data = set(_nummers(DATUM.sub("|", klein)))
    gevonden = {
        Kenmerksoort.NAAM: gezegd & kenmerken.namen,
        Kenmerksoort.ADRES: gezegd & kenmerken.straten,
        Kenmerksoort.POSTCODE: POSTCODE.search(schrijf) or gezegd & kenmerken.postcodes,
        Kenmerksoort.GEBOORTEDATUM: any(_noemt_dag(klein, dag) for dag in kenmerken.geboortedata),
        Kenmerksoort.BSN: any(is_bsn(nummer) for nummer in zonder_data),
        Kenmerksoort.TELEFOON: nummers & kenmerken.telefoons or any(map(_is_telefoon, zonder_data)),
        Kenmerksoort.EMAIL: _noemt_email(klein, kenmerken.emails),
        Kenmerksoort.ORGANISATIE: gezegd & kenmerken.organisaties,
    }
    return [soort.value for soort, iets in gevonden.items() if iets]


def _gezegd(tekst: str, kenmerken: Kenmerken) -> set[str]:
    """Give every run of words of the text that, joined, is one of the marks: d-e Wit, DEWIT and "s a n n e" as well."""
    gezocht = kenmerken.namen | kenmerken.straten | kenmerken.organisaties | kenmerken.postcodes
    langste = max(map(len, gezocht), default=0)
    los = unicodedata.normalize("NFC", tekst)
    los_van_tekens = AANHALING.sub(" ", los)  # "d'Angelo" is one name, “Sanne’s” is a name and a letter
    gevonden: set[str] = set()
    for lezing in {vorm for deel in (los, los_van_tekens) for vorm in (deel, deel.translate(UMLAUT))}:
        delen = [deel for woord in woorden(plat(lezing)) for deel in re.findall(r"[a-z]+|\d+", woord)]
        for begin in range(len(delen)):
            reeks = ""
            for deel in delen[begin:]:
                reeks += deel
                if len(reeks) > langste + 1:
                    break
                gevonden |= {reeks, reeks.removesuffix("s")} & gezocht
    return gevonden


def _noemt_dag(klein: str, dag: date) -> bool:
    """Tell whether a day is named: 3-4-1984, 03/04/84, 3 april 1984, 1984-04-03, 03041984."""
    maand = rf"(?:0?{dag.month}|{MAANDEN[dag.month - 1]})"
    jaar = rf"(?:{dag.year}|{dag.year % 100:02})"
    vormen = (
        rf"0?{dag.day}(?:e|ste|de)?{TUSSEN}{maand}{TUSSEN}{jaar}",
        rf"{dag.year}{TUSSEN}{maand}{TUSSEN}0?{dag.day}",
        f"{dag:%d%m%Y}|{dag:%Y%m%d}",
    )
    return any(re.search(rf"(?<!\d)(?:{vorm})(?!\d)", klein) for vorm in vormen)


def _nummers(klein: str) -> Iterator[str]:
    """Give every number in the text, also when it is written in groups: 06-12 34 56 78."""
    for gevonden in CIJFERS.finditer(klein):
        groepen = re.findall(r"\d+", gevonden.group())
        for begin in range(len(groepen)):
            reeks = ""
            for groep in groepen[begin:]:
                reeks += groep
                if len(reeks) > 13:
                    break
                yield _landelijk(reeks)


def _landelijk(cijfers: str) -> str:
    """Give a telephone number as it is dialled within the country."""
    for voor in ("0031", "31"):
        if cijfers.startswith(voor) and len(cijfers.removeprefix(voor).removeprefix("0")) == 9:
            return "0" + cijfers.removeprefix(voor).removeprefix("0")
    return cijfers


def _is_telefoon(nummer: str) -> bool:
    return len(nummer) == 10 and nummer.startswith("0") and nummer[1] != "0"


def _noemt_email(klein: str, emails: frozenset[str]) -> bool:
    leesbaar = APENSTAART.sub("@", klein)
    return bool(EMAIL.search(leesbaar)) or any(email in leesbaar for email in emails)


# ------------------------------------------------------------------------------------- what identifies a household


def kenmerken_van(huishouden: Huishouden) -> Kenmerken:
    """Read what identifies everybody who belongs or belonged to the household, or is tied to somebody in it.

    What this file itself may not know (a hidden tie, the protected address of another) is left out, so that a refusal
    never tells it.
    """
    personen = _personen(huishouden)
    adressen = _adressen(huishouden, personen)
    anders = [*_organisaties(personen), *(paar for functie in _BRONNEN for paar in functie(huishouden.pk))]
    namen = {naam for persoon in personen for naam in _naamsleutels(persoon)}
    namen |= {naam for soort, tekst in anders if soort == Kenmerksoort.NAAM for naam in _losse_namen(tekst)}
    return Kenmerken(
        namen=frozenset(namen),
        straten=_sleutels(adres.straat for adres in adressen),
        organisaties=_sleutels(tekst for soort, tekst in anders if soort == Kenmerksoort.ORGANISATIE),
        postcodes=_sleutels(adres.postcode for adres in adressen),
        geboortedata=frozenset(rij.geboortedatum for rij in personen if rij.geboortedatum),
        telefoons=frozenset(_landelijk(re.sub(r"\D", "", rij.telefoon)) for rij in personen if rij.telefoon),
        emails=frozenset(rij.email.casefold() for rij in personen if rij.email),
    )


def herkenbaar_in(tekst: str, huishouden: Huishouden) -> list[str]:
    """Give the kinds of what in this text tells that it is about this household; empty when it is free of them."""
    return soorten_in(tekst, kenmerken_van(huishouden))


def eis_zonder_namen(teksten: Iterable[str], huishouden: Huishouden) -> None:
    """Raise NietMogelijk when one of the texts would tell who it is; the sentence names kinds, never what was found."""
    if soorten := herkenbaar_in("\n".join(teksten), huishouden):
        wat = ", ".join(str(Kenmerksoort(soort).label) for soort in soorten)
        raise NietMogelijk(
            _("Deze tekst is niet anoniem. Er staat in: {wat}. Haal dat weg, en schrijf bijvoorbeeld “moeder”.").format(
                wat=wat
            )
        )


def _personen(huishouden: Huishouden) -> list[Persoon]:
    leden = Huishoudlid.objects.filter(huishouden=huishouden).values("persoon")
    banden = Relatie.objects.filter(Q(van__in=leden) | Q(naar__in=leden))
    paren = zonder_verborgen(banden, dossier=huishouden.pk).values_list("van_id", "naar_id")
    ids = {pk for paar in paren for pk in paar}
    return list(Persoon.objects.filter(Q(pk__in=ids) | Q(pk__in=leden)))


def _adressen(huishouden: Huishouden, personen: list[Persoon]) -> list[Adres]:
    elders = Huishouden.objects.filter(~afgeschermd(), leden__persoon__in=personen, leden__tot__isnull=True)
    return list(Adres.objects.filter(Q(huishoudens__in=elders) | Q(huishoudens=huishouden)).distinct())


def _organisaties(personen: list[Persoon]) -> Iterator[tuple[Kenmerksoort, str]]:
    instellingen = Gezag.objects.filter(kind__in=personen).exclude(instelling="").values_list("instelling")
    machten = Vertegenwoordiging.objects.filter(persoon__in=personen).exclude(organisatie="").values_list("organisatie")
    for (naam,) in instellingen.union(machten):
        yield Kenmerksoort.ORGANISATIE, naam


def _sleutels(namen: Iterable[str]) -> frozenset[str]:
    return frozenset(vorm for naam in namen for vorm in _lezingen(naam) if len(vorm) > 1)


def _lezingen(naam: str) -> set[str]:
    """Give a name as one word, and with ü written as ue."""
    los = unicodedata.normalize("NFC", naam)
    return {sleutel(los), sleutel(los.translate(UMLAUT))}


def _naamsleutels(persoon: Persoon) -> Iterator[str]:
    """Give the names somebody goes by: each first name, the surname with and without its prefix, and the whole."""
    achter = f"{persoon.tussenvoegsel} {persoon.achternaam}"
    for geheel in (achter, f"{persoon.roepnaam} {achter}", f"{persoon.roepnaam} {persoon.achternaam}"):
        yield from _sleutels([geheel])
    yield from _losse_namen(f"{persoon.roepnaam} {persoon.voornamen} {persoon.achternaam}")


def _losse_namen(tekst: str) -> Iterator[str]:
    """Give every name in a run of names by itself, whole ("Anne-Marie") and in parts, without the small words."""
    delen = [deel for stuk in tekst.split() for deel in (stuk, *re.split(r"[^\w'’]+", stuk))]
    for naam in _sleutels(delen):
        if naam not in TUSSENVOEGSELS and naam not in AANSPREEKVORMEN:
            yield naam
