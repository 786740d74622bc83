"""Signing in and out by way of the municipality's sign-on service (OpenID Connect).

What the service says is judged in `aanmelden.dienst`; here somebody is let in, or reads why not.
"""

from __future__ import annotations

from typing import Any, Final

import structlog
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.aanmelden import actions, queries
from eenplan.aanmelden.dienst import (
    Dienst,
    DienstGeweigerd,
    Gang,
    adres_heen,
    dienst,
    nieuwe_gang,
    rolwaarden,
    verklaring,
)
from eenplan.aanmelden.dienst import adres_uit as adres_uit_bij
from eenplan.aanmelden.models import Einde, Wijze
from eenplan.access.toegang import public
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.core.versleuteling import Onleesbaar, ontsleutel, versleutel
from eenplan.teams.models import Medewerker
from eenplan.web import toelating
from eenplan.web.meegenomen import neem_weg, onthoud_weg

GANG: Final = "dienst_gang"
BEWIJS: Final = "dienst_bewijs"

log = structlog.get_logger("eenplan.aanmelden")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def heen(request: HttpRequest) -> HttpResponse:
    """Send the browser to the service; a form that carries text along gets there by way of a page of ours."""
    bij = _dienst()
    velden = request.POST if request.method == "POST" else request.GET
    gang = nieuwe_gang(at=klok.echt_nu())
    try:
        adres = adres_heen(bij, gang, terug=_terug(request))
    except DienstGeweigerd as fout:
        return _geweigerd(request, fout.reden)
    request.session[GANG] = gang.bewaar()
    onthoud_weg(request, velden.get("next", ""), velden.get("meegenomen", ""))
    return stuur_door(request, adres) if request.method == "POST" else redirect(adres)


@public
@require_safe
def terug(request: HttpRequest) -> HttpResponse:
    """Take whoever comes back from the service: in, or not, with one sentence for all that can be wrong."""
    bij, gang = _dienst(), Gang.lees(request.session.pop(GANG, None))
    if gang is None:
        return _geweigerd(request, "zonder vraag van ons")
    if toelating.is_geremd(request):
        return toelating.remblad(request)
    try:
        claims, id_token = verklaring(bij, gang, request.GET.dict(), terug=_terug(request), at=klok.echt_nu())
    except DienstGeweigerd as fout:
        toelating.meld_mislukt(request, None)
        return _geweigerd(request, fout.reden)
    medewerker = _medewerker(bij, claims)
    if medewerker is None or not medewerker.is_active:
        toelating.meld_mislukt(request, medewerker)
        return _geweigerd(
            request, "onbekend", _("De dienst kent u, maar Eenplan niet. Vraag uw functioneel beheerder.")
        )
    actions.volg_rollen(medewerker, rolwaarden(claims, bij.rollen_claim), at=klok.nu())
    if not medewerker.aanstelling[0]:
        actions.beeindig_sessies(medewerker, einde=Einde.ROL, by=medewerker, at=klok.echt_nu())
        toelating.meld_mislukt(request, medewerker)
        return _geweigerd(request, "geen rol", _("U hebt geen rol in Eenplan. Vraag uw functioneel beheerder."))
    volgende, meegenomen = neem_weg(request)
    toelating.laat_binnen(request, medewerker, Wijze.DIENST)
    request.session[BEWIJS] = versleutel(id_token, plaats=BEWIJS)
    return toelating.verder(request, volgende, meegenomen)


def adres_uit(request: HttpRequest) -> str | None:
    """Give where to sign out of the service, when this session began there and the service can."""
    bij, bewaard = dienst(), request.session.get(BEWIJS, "")
    if bij is None or not bewaard:
        return None
    try:
        id_token = ontsleutel(bewaard, plaats=BEWIJS)
    except Onleesbaar:
        id_token = ""
    return adres_uit_bij(bij, id_token=id_token, terug=request.build_absolute_uri(reverse("web:start")))


def stuur_door(request: HttpRequest, adres: str) -> HttpResponse:
    """Lead on to the service by a page: our policy lets no form end at another address."""
    return pagina(request, "web/naar_dienst.html", {"dienst": _dienst().naam, "adres_dienst": adres})


def _medewerker(bij: Dienst, claims: dict[str, Any]) -> Medewerker | None:
    """Give the worker by issuer and number only; a name or e-mail address can be somebody else's tomorrow."""
    gevonden = queries.gekoppelde(bij.uitgever, claims["sub"])
    if gevonden or not bij.onbekende_maken:
        return gevonden
    gebruikersnaam = str(claims.get(bij.naam_claim, ""))[:60]
    naam = str(claims.get("name") or gebruikersnaam)[:120]
    return actions.maak_medewerker(
        gebruikersnaam, naam=naam, uitgever=bij.uitgever, kenmerk=claims["sub"], at=klok.nu()
    )


def _dienst() -> Dienst:
    bij = dienst()
    if bij is None:
        raise Http404
    return bij


def _terug(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("web:dienst_terug"))


def _geweigerd(request: HttpRequest, reden: str, zin: str = "") -> HttpResponse:
    """Say that it did not work; only the log says why, in a word."""
    log.warning("sign-on refused", reason=reden)
    algemeen = _("De aanmelddienst gaf geen goed antwoord. Probeer het opnieuw; lukt het weer niet, bel uw helpdesk.")
    return pagina(request, "web/dienst_geweigerd.html", {"zin": zin or algemeen}, status=403)
