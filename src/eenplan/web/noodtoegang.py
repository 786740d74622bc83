"""One place that sees every request on a file that is open by break-glass: it records each, and lets nothing change.

Pages, fragments, autosaves and refused acts alike; views need not know of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eenplan.access.aanraking import houd_bij
from eenplan.access.rechten import Toegangsoort
from eenplan.adviezen.models import Advies, Consult
from eenplan.besluiten.models import Aanvraag
from eenplan.core import klok
from eenplan.core.errors import NietToegestaan
from eenplan.delen.models import Deling, Informatieverzoek, Toestemming, Toestemmingsvraag
from eenplan.dossiers.models import Afsluiting, Casus, Document, Gesprek, Labelgrond, Notitie, Taak
from eenplan.evaluaties.models import Evaluatie
from eenplan.ketenpartners.models import Doelopening, Partnertaak
from eenplan.maatwerk.models import Maatwerkroute
from eenplan.meldingen.models import Contact, Crisisbericht, Melding, Terugbelverzoek, Toelating, Triage
from eenplan.metingen.models import Meting
from eenplan.netwerk.models import Overbelasting, Steunfiguur
from eenplan.overleggen.models import Genodigde, Overleg, Overlegafspraak
from eenplan.plannen.models import (
    Actie,
    Doel,
    EigenPlan,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Urenregel,
    Vaststelling,
)
from eenplan.privacy.models import Verzoek
from eenplan.regie.models import (
    Doorzetting,
    Eindevaluatie,
    Interventie,
    Nazorgcontact,
    Regieoverdracht,
    Schaalbesluit,
    Waakvlam,
)
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.toegang.actions import leg_bezoek_vast
from eenplan.toegang.models import Meewerkverzoek, Noodtoegang
from eenplan.toegang.queries import lopende_noodtoegang
from eenplan.toewijzingen.models import Toewijzing
from eenplan.veiligheid.models import Risicotaxatie, Veiligheidsplan
from eenplan.wachtlijsten.models import Wachtplek

View = Callable[..., HttpResponse]
VEILIG: Final = frozenset({"GET", "HEAD", "OPTIONS"})
HUISHOUDENS: Final = "huishoudens"

# The first word of an address, what its number counts, and the way from there to the number of the file.
RIJEN: Final[Mapping[str, tuple[type[Model], str]]] = {
    "aanvragen": (Aanvraag, "dossier_id"),
    "adviezen": (Advies, "dossier_id"),
    "consulten": (Consult, "dossier_id"),
    "genodigden": (Genodigde, "overleg__dossier_id"),
    "overlegafspraken": (Overlegafspraak, "overleg__dossier_id"),
    "overleggen": (Overleg, "dossier_id"),
    "acties": (Actie, "doel__plan__dossier_id"),
    "afsluitingen": (Afsluiting, "dossier_id"),
    "casussen": (Casus, "dossier_id"),
    "contacten": (Contact, "huishouden_id"),
    "crisisberichten": (Crisisbericht, "triage__dossier_id"),
    "documenten": (Document, "dossier_id"),
    "delingen": (Deling, "dossier_id"),
    "doelen": (Doel, "plan__dossier_id"),
    "eigen-plannen": (EigenPlan, "dossier_id"),
    "gesprekken": (Gesprek, "dossier_id"),
    "informatieverzoeken": (Informatieverzoek, "dossier_id"),
    "inzetten": (Inzet, "doel__plan__dossier_id"),
    "labelgronden": (Labelgrond, "dossier_id"),
    "meewerkverzoeken": (Meewerkverzoek, "dossier_id"),
    "evaluaties": (Evaluatie, "dossier_id"),
    "meldingen": (Melding, "dossier_id"),
    "metingen": (Meting, "dossier_id"),
    "noodtoegangen": (Noodtoegang, "dossier_id"),
    "notities": (Notitie, "dossier_id"),
    "overbelastingen": (Overbelasting, "dossier_id"),
    "overgeslagen": (OvergeslagenTrede, "doel__plan__dossier_id"),
    "maatwerkroutes": (Maatwerkroute, "dossier_id"),
    "openstellingen": (Doelopening, "dossier_id"),
    "partnertaken": (Partnertaak, "dossier_id"),
    "plannen": (Ondersteuningsplan, "dossier_id"),
    "risicotaxaties": (Risicotaxatie, "dossier_id"),
    "steunfiguren": (Steunfiguur, "dossier_id"),
    "taken": (Taak, "dossier_id"),
    "termijnen": (Termijn, "dossier_id"),
    "terugbelverzoeken": (Terugbelverzoek, "contact__huishouden_id"),
    "toelatingen": (Toelating, "triage__dossier_id"),
    "triages": (Triage, "dossier_id"),
    "toestemmingen": (Toestemming, "vraag__dossier_id"),
    "toestemmingsvragen": (Toestemmingsvraag, "dossier_id"),
    "toewijzingen": (Toewijzing, "dossier_id"),
    "urenregels": (Urenregel, "dossier_id"),
    "vaststellingen": (Vaststelling, "plan__dossier_id"),
    "veiligheidsplannen": (Veiligheidsplan, "dossier_id"),
    "verzoeken": (Verzoek, "dossier_id"),
    "wachtplekken": (Wachtplek, "dossier_id"),
    "regieoverdrachten": (Regieoverdracht, "dossier_id"),
    "schaalbesluiten": (Schaalbesluit, "dossier_id"),
    "interventies": (Interventie, "dossier_id"),
    "nazorgcontacten": (Nazorgcontact, "dossier_id"),
    "waakvlammen": (Waakvlam, "dossier_id"),
    "doorzettingen": (Doorzetting, "dossier_id"),
    "eindevaluaties": (Eindevaluatie, "dossier_id"),
}


def dossier_van(route: str, kwargs: Mapping[str, object]) -> int | None:
    """Give the number of the file that an address is about, or none: one question at most."""
    soort = route.partition("/")[0]
    nummer = kwargs.get("dossier_id", kwargs.get("pk"))
    if not isinstance(nummer, int):
        return None
    if soort == HUISHOUDENS or "dossier_id" in kwargs:
        return nummer
    if soort not in RIJEN:
        return None
    model, pad = RIJEN[soort]
    gevonden: int | None = model._default_manager.filter(pk=nummer).values_list(pad, flat=True).first()
    return gevonden


class NoodtoegangMiddleware:
    """Record every request that touches a file open by break-glass, refuse to change it, and hang out the warning."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with houd_bij() as geraakt:
            antwoord = self.get_response(request)
        lopend: dict[int, Noodtoegang] = getattr(request, "lopende_noodtoegang", {})
        for dossier_id in sorted(geraakt & lopend.keys()):
            if getattr(request, "noodtoegang", None) is not lopend[dossier_id]:
                _leg_vast(request, lopend[dossier_id])
        return antwoord

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Look at the address before the view does, so that a refused or failing request is recorded as well."""
        lopend = _lopend(request, view)
        if not lopend:
            return None
        request.lopende_noodtoegang = lopend  # type: ignore[attr-defined]  # read above, and by the menu for the bar
        assert request.resolver_match  # noqa: S101 - a view was found
        noodtoegang = lopend.get(dossier_van(request.resolver_match.route, kwargs) or 0)
        if noodtoegang is None:
            return None
        request.noodtoegang = noodtoegang  # type: ignore[attr-defined]
        _leg_vast(request, noodtoegang)
        if request.method not in VEILIG and request.resolver_match.app_name != "toegang":
            raise NietToegestaan(_("Met noodtoegang leest u alleen. Er is niets gewijzigd."))
        return None


def _lopend(request: HttpRequest, view: View) -> dict[int, Noodtoegang]:
    """Give what is open to this worker by break-glass; who has nothing open asks the database nothing more."""
    if not getattr(view, "rechten", None) or not isinstance(request.user, Medewerker):
        return {}
    soorten: dict[int, set[Toegangsoort]] = {}
    for soort, dossier_id, _wet in request.user.toegangen:
        soorten.setdefault(dossier_id, set()).add(soort)
    alleen_nood = {
        pk for pk, waarom in soorten.items() if Toegangsoort.NOOD in waarom and Toegangsoort.MEEWERKEN not in waarom
    }
    if not alleen_nood:
        return {}
    lopend = lopende_noodtoegang(request.user, klok.nu())
    return {pk: noodtoegang for pk, noodtoegang in lopend.items() if pk in alleen_nood}


def _leg_vast(request: HttpRequest, noodtoegang: Noodtoegang) -> None:
    route = request.resolver_match.route if request.resolver_match else ""
    leg_bezoek_vast(
        noodtoegang,
        methode=request.method or "",
        adres="/" + re.sub(r"<[^>]+>", "…", route),
        by=noodtoegang.medewerker,
        at=klok.nu(),
    )
