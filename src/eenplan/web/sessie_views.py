"""Signing in and out, the front door, and the demo's cast and journey in time."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.aanmelden.dienst import dienst
from eenplan.aanmelden.models import Wijze
from eenplan.access.toegang import public
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.teams import queries as teams
from eenplan.teams.models import Medewerker
from eenplan.web import dienst_views, rolverdeling, tijdreis, toelating, tweede_stap
from eenplan.web.forms import AanmeldForm, TijdreisForm
from eenplan.web.meegenomen import Meegenomen
from eenplan.web.navigatie import beginpagina


@public
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Lead a worker to the first page of the menu; show a visitor of the demo the cast; ask anybody else to sign in."""
    if isinstance(request.user, Medewerker):
        return redirect(beginpagina(request.user))
    return _rollen(request, TijdreisForm()) if settings.DEMO else redirect("web:inloggen")


@public
@require_safe
def rollen(request: HttpRequest) -> HttpResponse:
    """Show the cast of the demo again, to play somebody else or go to another day."""
    _alleen_in_demo()
    return _rollen(request, TijdreisForm())


@public
@require_POST
def rol_spelen(request: HttpRequest) -> HttpResponse:
    """Sign a visitor of the demo in as a member of the cast, without a password."""
    _alleen_in_demo()
    speler = rolverdeling.speler(request.POST.get("wie", ""))
    medewerker = teams.medewerker_met_naam(speler.gebruikersnaam) if speler else None
    if speler is None or medewerker is None:
        raise Http404
    if isinstance(request.user, Medewerker):
        toelating.laat_uit(request, request.user)
    toelating.laat_binnen(request, medewerker, Wijze.DEMO)
    return redirect(speler.begin)


@public
@require_POST
def dag_kiezen(request: HttpRequest) -> HttpResponse:
    """Make it another day for this visitor of the demo; without a day, today again."""
    _alleen_in_demo()
    if "vandaag" in request.POST:
        tijdreis.reis(request, None)
    else:
        form = TijdreisForm(request.POST)
        if not form.is_valid():
            return _rollen(request, form, status=ONVOLLEDIG)
        tijdreis.reis(request, form.cleaned_data["dag"])
    return redirect("web:start")


@public
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Take name and password, then the second step; what is wrong is not told apart."""
    if request.method != "POST":
        volgende = request.GET.get("next", "")
        return _aanmeldpagina(request, AanmeldForm(initial={"next": volgende}))
    if toelating.is_geremd(request):
        return toelating.remblad(request)
    form = AanmeldForm(request.POST)
    medewerker = _controleer(request, form) if form.is_valid() else None
    if medewerker is None:
        return _aanmeldpagina(request, form, status=ONVOLLEDIG)
    volgende, meegenomen = form.cleaned_data["next"], form.cleaned_data["meegenomen"]
    if tweede_stap.is_nodig(medewerker):
        return tweede_stap.begin(request, medewerker, volgende=volgende, meegenomen=meegenomen)
    toelating.laat_binnen(request, medewerker, Wijze.WACHTWOORD)
    return toelating.verder(request, volgende, meegenomen)


@public
@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """End the session here, and at the sign-on service when it began there; twice is not an error."""
    if not isinstance(request.user, Medewerker):
        return redirect("web:start")
    bij_dienst = dienst_views.adres_uit(request)
    toelating.laat_uit(request, request.user)
    if bij_dienst:
        return _ruim_op(dienst_views.stuur_door(request, bij_dienst))
    messages.success(request, _("U bent uitgelogd."))
    return _ruim_op(redirect("web:start"))


def _ruim_op(antwoord: HttpResponse) -> HttpResponse:
    """Let the browser forget pages it may still hold; how a reader set the keys is no secret and stays."""
    antwoord["Clear-Site-Data"] = '"cache"'
    return antwoord


def opnieuw_aanmelden(request: HttpRequest) -> HttpResponse:
    """Ask to sign in again and keep what was just sent; called for a form that came after the session ended."""
    meegenomen = Meegenomen.uit(request)
    form = AanmeldForm(initial={"next": request.path, "meegenomen": meegenomen.schrijf()})
    return _aanmeldpagina(request, form, status=401)


def _aanmeldpagina(request: HttpRequest, form: AanmeldForm, status: int = 200) -> HttpResponse:
    meegenomen = Meegenomen.lees(form["meegenomen"].value() or "")
    bij = dienst()
    inhoud = {
        "form": form,
        "meegenomen": meegenomen,
        "met_bestand": bool(request.FILES),
        "is_demo": settings.DEMO,
        "dienst": bij.naam if bij else "",
    }
    return pagina(request, "web/inloggen.html", inhoud, status=status)


def _controleer(request: HttpRequest, form: AanmeldForm) -> Medewerker | None:
    gegevens = form.cleaned_data
    medewerker = authenticate(request, gebruikersnaam=gegevens["gebruikersnaam"], password=gegevens["password"])
    if isinstance(medewerker, Medewerker):
        return medewerker
    toelating.meld_mislukt(request, teams.medewerker_met_naam(gegevens["gebruikersnaam"]))
    form.add_error(None, _("Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer ze allebei."))
    return None


def _rollen(request: HttpRequest, form: TijdreisForm, status: int = 200) -> HttpResponse:
    namen = [speler.gebruikersnaam for speler in rolverdeling.SPELERS]
    inhoud = {
        "form": form,
        "rollen": rolverdeling.bezet(teams.medewerkers_met_naam(namen)),
        "vandaag": klok.vandaag(),
        "is_verzet": tijdreis.dagen_vooruit(request) != 0,
    }
    return pagina(request, "web/start.html", inhoud, status=status)


def _alleen_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
