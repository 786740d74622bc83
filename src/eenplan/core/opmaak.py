"""How dates, amounts and counts read on a page, in the language of the page.

Pure functions without a clock. Written by hand because a list of fifty rows spends most of its time in dates.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from eenplan.core.klok import AMSTERDAM

_DAGEN: Final = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_DAGEN_VOLUIT: Final = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MAANDEN: Final = {
    "nl": tuple(
        "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905 - a table to read
    ),
    "en": tuple(
        "January February March April May June July August September October November December".split()  # noqa: SIM905 - a table to read
    ),
}
_MAANDEN_KORT: Final = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_DATUM_IN_ZIN: Final = re.compile(rf"(?:({'|'.join(_DAGEN_VOLUIT['nl'])}) )?(\d{{1,2}}) ({'|'.join(_MAANDEN['nl'])})\b")
# Thousands and decimals.
_TEKENS: Final = {"nl": (".", ","), "en": (",", ".")}


def taal() -> str:
    """Give the language of the page: `nl` unless English was chosen."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def datum(dag: date | None) -> str:
    """Write a date with its weekday: `di 7 april 2026`; nothing for no date."""
    if dag is None:
        return ""
    dag, nu = _lokaal(dag), taal()
    return f"{_DAGEN[nu][dag.weekday()]} {dag.day} {_MAANDEN[nu][dag.month - 1]} {dag.year}"


def datum_voluit(dag: date | None) -> str:
    """Write a date as a heading: `dinsdag 7 april`; nothing for no date."""
    if dag is None:
        return ""
    dag, nu = _lokaal(dag), taal()
    return f"{_DAGEN_VOLUIT[nu][dag.weekday()]} {dag.day} {_MAANDEN[nu][dag.month - 1]}"


def datums_in(zin: str) -> str:
    """Give a Dutch sentence its days and months in the language of the page: `dinsdag 7 april` → `Tuesday 7 April`."""
    nu = taal()

    def schrijf(gevonden: re.Match[str]) -> str:
        weekdag, dag, maand = gevonden.groups()
        eerst = f"{_DAGEN_VOLUIT[nu][_DAGEN_VOLUIT['nl'].index(weekdag)]} " if weekdag else ""
        return f"{eerst}{dag} {_MAANDEN[nu][_MAANDEN['nl'].index(maand)]}"

    return _DATUM_IN_ZIN.sub(schrijf, zin)


def dag_en_maand(dag: date | None, vandaag: date) -> str:
    """Write a date inside a sentence: `7 april`, with the year when it is another year; nothing for no date."""
    if dag is None:
        return ""
    dag = _lokaal(dag)
    jaar = "" if dag.year == vandaag.year else f" {dag.year}"
    return f"{dag.day} {_MAANDEN[taal()][dag.month - 1]}{jaar}"


def datum_kort(dag: date | None) -> str:
    """Write a date for a list: `7 apr 2026`; nothing for no date."""
    if dag is None:
        return ""
    dag = _lokaal(dag)
    return f"{dag.day} {_MAANDEN_KORT[taal()][dag.month - 1]} {dag.year}"


def datum_invoer(dag: date | None) -> str:
    """Write a date as it is typed: `07-04-2026`, in every language the same; nothing for no date."""
    if dag is None:
        return ""
    dag = _lokaal(dag)
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


def tijd(tijdstip: time | datetime | None) -> str:
    """Write a time of day in Amsterdam: `14:02`; nothing for no time."""
    if tijdstip is None:
        return ""
    if isinstance(tijdstip, datetime):
        tijdstip = _amsterdam(tijdstip)
    return f"{tijdstip.hour:02}:{tijdstip.minute:02}"


def moment(tijdstip: datetime | None) -> str:
    """Write a moment in Amsterdam: `7 apr 2026 14:02`; nothing for no moment."""
    if tijdstip is None:
        return ""
    hier = _amsterdam(tijdstip)
    return f"{hier.day} {_MAANDEN_KORT[taal()][hier.month - 1]} {hier.year} {hier.hour:02}:{hier.minute:02}"


def relatief(dag: date, vandaag: date) -> str:
    """Say how far a due date lies from today: `nog 12 dagen`, `morgen`, `vandaag`, `3 dagen te laat`."""
    dagen = (_lokaal(dag) - vandaag).days
    if dagen == 0:
        return _("vandaag")
    if dagen == 1:
        return _("morgen")
    if dagen < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -dagen) % {"n": -dagen}
    return ngettext("nog %(n)s dag", "nog %(n)s dagen", dagen) % {"n": dagen}


def bedrag(cents: int | None) -> str:
    """Write integer cents as euros: `€ 1.234,56`, in English `€1,234.56`; nothing for no amount."""
    if cents is None:
        return ""
    nu = taal()
    duizend, komma = _TEKENS[nu]
    euros, rest = divmod(abs(cents), 100)
    # U+00A0 keeps the sign and the figures on one line; U+2212 is a minus that a screen reader speaks.
    sign = "€\u00a0" if nu == "nl" else "€"
    min_teken = "\u2212" if cents < 0 else ""
    return f"{sign}{min_teken}{_gegroepeerd(euros, duizend)}{komma}{rest:02}"


def getal(aantal: float | None, decimalen: int = 0) -> str:
    """Write a number with the separators of the language: `12.345` or, with one decimal, `3,5`."""
    if aantal is None:
        return ""
    duizend, komma = _TEKENS[taal()]
    geheel, _punt, rest = f"{abs(aantal):.{decimalen}f}".partition(".")
    min_teken = "\u2212" if aantal < 0 else ""
    return f"{min_teken}{_gegroepeerd(int(geheel), duizend)}{komma + rest if rest else ''}"


def vastgelegd(tekst: str | Promise, **delen: object) -> str:
    """Write a text of the program in Dutch, the language of the file: what is kept does not depend on whose screen.

    The blanks of the text are filled with `delen`.
    """
    with override("nl"):
        return str(tekst).format(**delen) if delen else str(tekst)


def maandnummer(naam: str) -> int:
    """Give the number of a month from its name or its first letters, in Dutch or English; 0 when it is none."""
    if naam in {"mrt", "mar"}:
        return 3
    namen = (maanden for taal_maanden in _MAANDEN.values() for maanden in enumerate(taal_maanden, start=1))
    return next((nummer for nummer, voluit in namen if voluit.lower().startswith(naam)), 0)


def leeftijd(geboren: date, op: date) -> int:
    """Count the completed years of life on a day; someone born on 29 February turns a year on 1 March."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def _gegroepeerd(geheel: int, teken: str) -> str:
    return f"{geheel:,}".replace(",", teken)


def _amsterdam(tijdstip: datetime) -> datetime:
    return tijdstip if tijdstip.tzinfo is None else tijdstip.astimezone(AMSTERDAM)


def _lokaal(dag: date) -> date:
    """Give the calendar day in Amsterdam, whether a date or a moment was passed."""
    return _amsterdam(dag).date() if isinstance(dag, datetime) else dag


FILTERS: Final = {
    "datum": datum,
    "datum_voluit": datum_voluit,
    "dag_en_maand": dag_en_maand,
    "datum_kort": datum_kort,
    "datum_invoer": datum_invoer,
    "tijd": tijd,
    "moment": moment,
    "relatief": relatief,
    "bedrag": bedrag,
    "getal": getal,
    "leeftijd": leeftijd,
}
