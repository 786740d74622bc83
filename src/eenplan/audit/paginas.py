"""Where the subject of an event has a page of its own, under its own number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.urls import reverse

PAGINAS: Final[Mapping[str, str]] = {
    "aanvraag": "besluiten:besluit",
    "advies": "adviezen:advies",
    "consult": "adviezen:consult",
    "overleg": "overleggen:overleg",
    "overlegafspraak": "overleggen:afspraak",
    "afsluiting": "dossiers:afsluiting",
    "contact": "meldingen:contact",
    "document": "dossiers:document",
    "doelopening": "ketenpartners:opening",
    "gesprek": "dossiers:gesprek",
    "evaluatie": "evaluaties:terugblik",
    "melding": "meldingen:melding",
    "meting": "metingen:meting",
    "maatwerkroute": "maatwerk:route",
    "partnertaak": "ketenpartners:partnertaak",
    "overbelasting": "netwerk:overbelasting",
    "plan": "plannen:plan",
    "risicotaxatie": "veiligheid:risico_van",
    "steunfiguur": "netwerk:steunfiguur",
    "vaststelling": "plannen:ontvangst",
    "crisisbericht": "meldingen:crisisbericht",
    "toelating": "meldingen:toelating",
    "triage": "meldingen:crisis",
    "termijn": "termijnen:termijn",
    "wachtplek": "wachtlijsten:wachtplek",
    "veiligheidsplan": "veiligheid:plan_van",
    "vertrouwelijk": "veiligheid:meldcode",
    "regieoverdracht": "regie:regieoverdracht",
    "nazorgcontact": "regie:nazorgcontact",
    "schaalbesluit": "regie:schaalbesluit",
    "interventie": "regie:interventie",
    "waakvlam": "regie:waakvlam",
    "doorzetting": "regie:doorzetting",
    "eindevaluatie": "regie:eindevaluatie",
}


def pagina_van(soort: str, nummer: int | str | None) -> str:
    """Give the address of the page of this subject, or nothing when it has none of its own."""
    pagina = PAGINAS.get(soort)
    return reverse(pagina, args=[int(nummer)]) if pagina and nummer else ""


def pagina_bij(herkomst: str) -> str:
    """Give the address of the fact that a task came from, written as `soort:nummer`."""
    soort, _dubbele_punt, nummer = herkomst.partition(":")
    return pagina_van(soort, nummer)
