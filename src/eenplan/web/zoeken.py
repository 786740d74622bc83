"""The one search box: residents with where they stand, and words in the case text.

What is typed travels in a POST, never in an address, and is not kept in the trail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record_blik
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina, wil_fragment
from eenplan.personen import queries as personen
from eenplan.personen.models import Huishoudlid
from eenplan.personen.zoeken import MAXIMUM, Zoekresultaat
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.web.stand import Stand, stand_van
from eenplan.web.zaaktekst import Tekstvondst, zoek_in_zaaktekst

LENGTE = 120
EERSTE = 7  # while typing: what fits on a screen without scrolling


@dataclass(frozen=True)
class Treffer:
    """A resident that was found, with where the household stands."""

    lid: Huishoudlid
    stand: Stand


@dataclass(frozen=True)
class Gevonden:
    """Everything a search shows."""

    tekst: str
    resultaat: Zoekresultaat
    treffers: tuple[Treffer, ...]
    teksten: tuple[Tekstvondst, ...] = ()

    @property
    def is_leeg(self) -> bool:
        return not (self.treffers or self.teksten)


def zoek_met_stand(medewerker: Medewerker, tekst: str, *, vandaag: date, maximum: int = MAXIMUM) -> Gevonden:
    """Find residents, each with the sentence that says where the household stands."""
    resultaat = personen.zoek(medewerker, tekst, vandaag=vandaag, maximum=maximum)
    standen = stand_van((lid.huishouden_id for lid in resultaat.treffers), voor=medewerker, vandaag=vandaag)
    treffers = tuple(Treffer(lid, standen[lid.huishouden_id]) for lid in resultaat.treffers)
    return Gevonden(tekst, resultaat, treffers)


@requires(Recht.HUISHOUDEN_VINDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def zoek(request: HttpRequest) -> HttpResponse:
    """Show the search page; a POST looks, and htmx gets the first hits while one types."""
    medewerker, nu = medewerker_van(request), klok.nu()
    tekst = request.POST.get("zoek", "").strip()[:LENGTE]
    live = wil_fragment(request)
    gevonden = None
    if tekst:
        gevonden = zoek_met_stand(medewerker, tekst, vandaag=nu.date(), maximum=EERSTE if live else MAXIMUM)
        if not gevonden.resultaat.uitleg:
            teksten = tuple(zoek_in_zaaktekst(medewerker, tekst))
            gevonden = Gevonden(tekst, gevonden.resultaat, gevonden.treffers, teksten)
        record_blik(Sleutel.GEZOCHT, None, by=medewerker, at=nu)
    context = {
        "gevonden": gevonden,
        "tekst": tekst,
        "vandaag": nu.date(),
        "mag_dossier": medewerker.mag(Recht.DOSSIER_INZIEN),
        "mag_aannemen": medewerker.mag(Recht.CONTACT_AANNEMEN),
    }
    return pagina(request, "web/zoek.html", context, fragment="treffers")
