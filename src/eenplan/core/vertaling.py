"""Sentences that the program itself wrote down in Dutch, read in the language of the page.

The law speaks Dutch and so does everything that is recorded; whatever somebody typed stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain, product
from typing import Final

from django.utils.translation import gettext, ngettext

from eenplan.core import opmaak
from eenplan.wetgeving import grondslag as delen
from eenplan.wetgeving.gezag import beslissing
from eenplan.wetgeving.gezagsoorten import Besluitsoort, Situatie
from eenplan.wetgeving.inwonerrechten import OUDERS_TOT, ZELF_VANAF, Vrager, mag_verzoek_doen
from eenplan.wetgeving.leeftijd import MEERDERJARIG
from eenplan.wetgeving.termijnregels import REGELS
from eenplan.wetgeving.wetlabel import grond_voor_label


def _(zin: str) -> str:
    """Mark a text for `make messages`; it is translated where it is shown."""
    return zin


# The sentences that `wetgeving` puts together.
_ZINNEN: Final[tuple[str, ...]] = (
    _("De termijn begint na {gebeurtenis}: {dag}; die dag zelf telt niet mee."),
    _("{lengte} erbij: {dag}."),
    _("{lengte} erbij ({voorwaarde}): {dag}."),
    _("{lengte} erbij, zonder {dagen}: {dag}."),
    _("De termijn stond {lengte} stil, van {van} tot en met {tot} ({waarom})."),
    _("De termijn stond {lengte} stil, van {van} tot en met {tot}."),
    _("Verdaagd met {lengte}."),
    _("De termijn bevat dan nog geen twee werkdagen en loopt door tot en met {dag}."),
    _("Een termijn eindigt niet op een vrije dag: {dagen}. De laatste dag wordt {dag}."),
    _(
        "Voor {jaar} is nog geen koninklijk besluit met extra vrije dagen bekend (het laatste geldt voor {laatste}); "
        "reken deze datum opnieuw uit zodra dat besluit er is."
    ),
    _("De extra vrije dagen bij koninklijk besluit van vóór {jaar} zijn niet bekend; controleer deze datum."),
    _("De opschorting van {van} tot en met {tot} valt buiten de termijn en telt niet mee."),
    _("De opschorting eindigt ({tot}) voordat zij begint ({van})."),
    _("{artikel} geldt vanaf {van}, dus niet voor een start op {dag}."),
    _("De termijn {code} kan niet stilstaan: {reden}."),
    _("De termijn {code} kan niet worden verdaagd: {reden}."),
    _("De termijn {code} kan niet met {lengte} worden verdaagd: {reden}."),
    _("De einddatum valt voorbij het jaar {jaar}."),
    _("De wettelijke termijn ({artikel}) eindigt eerder dan deze norm, op {dag}; die dag gaat voor."),
    _("artikel {nummer}"),
    _("norm van de gemeente ({plek})"),
)
# What the rooms write down themselves as a name or a reason.
_OPGESCHREVEN: Final[tuple[str, ...]] = (
    _("Antwoord op een informatieverzoek"),
    _("Antwoorden: {naam} wil de regie overnemen"),
    _("Besluit over maatwerk: {wat}"),
    _("Doel: {doel}"),
    _("Einde melden: {hulp}"),
    _("Evalueren voor het einde: {hulp}"),
    _("Hulp: {hulp}"),
    _("Hulpvraag van {dag}"),
    _("Naam en bereikbaarheid"),
    _("Nagaan wat {aanbieder} veranderde"),
    _("Nazorg: {hulp}"),
    _("Opnieuw meten: hoe gaat het met {naam}?"),
    _("Probleem: {probleem}"),
    _("Samen terugkijken op het plan"),
    _("Toets maatwerk achteraf: {wat}"),
    _("Vraag het advies na over: {onderwerp}"),
    _("Vraag na bij {naam}: {wat}"),
    _("Vraag {naam} om antwoord op ons advies"),
    _("Wachtlijst, kijk opnieuw: {onderwerp}"),
    _("Zegt u nee? Dan verandert er niets aan de hulp die u krijgt of vraagt."),
    _("afgedrukt"),
    _("artikel 5.3.4 Wmo 2015"),
    _("artikel 7.3.8 lid 3 Jeugdwet"),
    _("De geboortedatum is niet bekend. Zoek die eerst op: de leeftijd bepaalt wie beslist."),
    _("de dag waarop het verzoek is gedaan"),
    _("de geboortedatum"),
    _("de naam ‘{waarom}’"),
    _("de toestemming is ingetrokken"),
    _("dossieronderzoek onder geheimhouding"),
    _("een e-mailadres"),
    _("een nummer van negen cijfers"),
    _("een telefoonnummer"),
    _("eigen dossier, of dat van familie of een huisgenoot"),
    _("het adres"),
    _("het telefoonnummer"),
    _("het woord ‘{waarom}’"),
    _("iemand die wij niet kennen"),
    _("iemand zonder naam"),
    _("ingetrokken door het team"),
    _("inrichting van de gemeente"),
    _("laatste wijziging in het dossier"),
    _("meewerken op verzoek van de regisseur"),
    _("nachtelijke controle"),
    _("ontvangst of vastlegging van het gegeven"),
    _("risico opnieuw taxeren"),
    _("steun voor de mantelzorger bespreken (Wmo 2.3.2 lid 4 onder d)"),
    _("taak als vrijwilliger"),
    _("veiligheidsplan samen opnieuw bekijken"),
    _("vernietigen wat al vernietigd was"),
    _("vertrouwelijke taak"),
    _("‘{waarom}’ na een zin over een ander"),
)
# What stands inside them, besides dates.
_DELEN: Final[tuple[str, ...]] = (
    _("dag aangewezen bij koninklijk besluit"),
    _("stilstand tot en met"),
    _("artikel "),
    _("Artikel "),
    _("zaterdag"),
    _("zondag"),
    _("Nieuwjaarsdag"),
    _("Goede Vrijdag"),
    _("tweede Paasdag"),
    _("Koningsdag"),
    _("Bevrijdingsdag"),
    _("Hemelvaartsdag"),
    _("tweede Pinksterdag"),
    _("eerste Kerstdag"),
    _("tweede Kerstdag"),
    _(" lid "),
    _(" en "),
)
# The blanks that hold what somebody typed.
_GETYPT: Final = frozenset({"aanbieder", "doel", "hulp", "naam", "onderwerp", "probleem", "waarom", "wat"})
_ROLDEEL: Final = re.compile(r"[^\s;,:()](?:[^;,:()]*[^\s;,:()])?")
_LENGTE: Final = re.compile(r"(\d+) (dag|werkdag|week|wek|maand)(?:en)?")
_LENGTES: Final[Mapping[str, Callable[[int], str]]] = {
    "dag": lambda n: ngettext("%(n)s dag", "%(n)s dagen", n),
    "werkdag": lambda n: ngettext("%(n)s werkdag", "%(n)s werkdagen", n),
    "week": lambda n: ngettext("%(n)s week", "%(n)s weken", n),
    "wek": lambda n: ngettext("%(n)s week", "%(n)s weken", n),
    "maand": lambda n: ngettext("%(n)s maand", "%(n)s maanden", n),
}


def vertaald(zin: str | None) -> str:
    """Give a sentence of the program itself in the language of the page; any other text comes back as it is."""
    if not zin or opmaak.taal() == "nl":
        return zin or ""
    if (heel := gettext(zin)) != zin:
        return heel
    for patroon, bericht in _patronen():
        if gevonden := patroon.fullmatch(zin):
            delen = {naam: tekst if naam in _GETYPT else _deel(tekst) for naam, tekst in gevonden.groupdict().items()}
            return gettext(bericht).format(**delen)
    return _twee_delen(zin)


def als_rol(doel: str) -> str:
    """Give as what somebody acted, the way the trail keeps it: roles, teams and grounds between commas and brackets."""
    if opmaak.taal() == "nl":
        return doel
    return _ROLDEEL.sub(lambda deel: gettext(deel[0]), doel)


def _twee_delen(zin: str) -> str:
    """Give a line such as `in regie: de hulp is gestart`, of which both parts are the program's own."""
    delen = zin.split(": ", 1)
    vertaling = [gettext(deel) for deel in delen if deel]
    eigen = len(vertaling) == 2 and all(engels != deel for engels, deel in zip(vertaling, delen, strict=True))
    return ": ".join(vertaling) if eigen else zin


def _deel(tekst: str) -> str:
    """Give what fills a blank: a length, a text of the law as a whole, or days with the reason why they are free."""
    if lengte := _LENGTE.fullmatch(tekst):
        return _LENGTES[lengte[2]](int(lengte[1])) % {"n": lengte[1]}
    if (heel := gettext(tekst)) != tekst:
        return heel
    tekst = opmaak.datums_in(tekst)
    for deel in _DELEN:
        tekst = tekst.replace(deel, gettext(deel))
    return tekst


@cache
def _patronen() -> tuple[tuple[re.Pattern[str], str], ...]:
    zinnen = (*_ZINNEN, *_OPGESCHREVEN)
    return tuple(
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(zin))), zin) for zin in zinnen if "{" in zin
    )


def wetsteksten(*_args: object, **_options: object) -> Iterator[tuple[int, None, str, list[str]]]:
    """Give the fixed texts of the law to `make messages` (see babel.cfg): `wetgeving` itself knows no screens."""
    alle = chain(_van_termijnen(), _van_gronden(), _van_gezag(), _van_verzoeken())
    yield from ((1, None, tekst, []) for tekst in dict.fromkeys(alle) if tekst)


def _van_termijnen() -> Iterator[str]:
    for regel in REGELS.values():
        yield from (regel.naam, regel.start, regel.toelichting, regel.gevolg)
        yield from (regel.opschorting.reden, regel.verdaging.reden)
        if regel.commissie:
            yield regel.commissie.voorwaarde


def _van_gronden() -> Iterator[str]:
    """Give every ground for sharing, for asking and for a label, with its article."""
    uit = (
        delen.grondslag(uit=wet, naar=soort, doel=doel)
        for wet, soort, doel in product(delen.Herkomst, delen.Partnersoort, delen.Deeldoel)
    )
    bij = (delen.grondslag_navraag(bij=soort, voor=wet) for soort, wet in product(delen.Partnersoort, delen.Herkomst))
    label = (grond_voor_label(gebruik=wet, van=ander) for wet, ander in product(delen.Herkomst, delen.Herkomst))
    for grond in chain(uit, bij, label):
        yield from (grond.uitleg, grond.vindplaats)


def _van_gezag() -> Iterator[str]:
    """Give every reason and every doubt of the one table, with its articles."""
    leeftijden = (0, ZELF_VANAF, OUDERS_TOT, MEERDERJARIG)
    for situatie, jaren, bekwaam, besluit in product(Situatie, leeftijden, (True, False), Besluitsoort):
        regel = beslissing(situatie, jaren, bekwaam, besluit)
        yield from (regel.reden, regel.onzeker, *regel.artikelen)


def _van_verzoeken() -> Iterator[str]:
    """Give every answer to who may ask something about a file."""
    geboren = date(2000, 1, 1)
    for vrager, jaren in product(Vrager, (0, OUDERS_TOT)):
        mag = mag_verzoek_doen(geboren, vrager, op=geboren.replace(year=geboren.year + jaren))
        yield from (mag.uitleg, mag.vindplaats)


FILTERS: Final = {"vertaald": vertaald, "als_rol": als_rol}
