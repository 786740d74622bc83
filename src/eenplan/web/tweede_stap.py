"""The second step of signing in with a password: a code or a passkey, and setting one up the first time.

Between the steps nobody is signed in: the session only knows, for ten minutes, who gave the right password.
"""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from eenplan.aanmelden import actions, queries, views
from eenplan.aanmelden.forms import CodeappForm, PasskeyForm, TweedeStapForm
from eenplan.aanmelden.models import Wijze
from eenplan.access.toegang import public
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.teams import queries as teams
from eenplan.teams.models import Medewerker
from eenplan.web import toelating
from eenplan.web.meegenomen import Meegenomen, is_eigen_adres, neem_weg, onthoud_weg

HALVERWEGE: Final = "aanmelden_halverwege"
BEWIJSVRAAG: Final = "passkey_bewijsvraag"
GELDIG: Final = 600  # seconds between password and second step


def is_nodig(medewerker: Medewerker) -> bool:
    """Tell whether the password alone is not enough: always outside the demo, and inside for who set a step up."""
    return not settings.DEMO or bool(queries.factoren_van(medewerker))


def begin(request: HttpRequest, medewerker: Medewerker, *, volgende: str, meegenomen: str) -> HttpResponse:
    """Remember who gave the right password, in a session with a new key, and lead on to the second step."""
    request.session.cycle_key()
    request.session[HALVERWEGE] = [medewerker.pk, klok.echt_nu().timestamp()]
    onthoud_weg(request, volgende, meegenomen)
    return redirect("web:tweede_stap" if queries.factoren_van(medewerker) else "web:tweede_stap_app")


@public
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def tweede_stap(request: HttpRequest) -> HttpResponse:
    """Take the code or the answer of a passkey; five wrong ones in a quarter of an hour are enough."""
    medewerker = _halverwege(request)
    if medewerker is None:
        return _opnieuw(request)
    if toelating.is_geremd(request, medewerker):
        return toelating.remblad(request)
    if request.method != "POST":
        return _blad(request, medewerker, TweedeStapForm())
    form = TweedeStapForm(request.POST, met_code=not request.POST.get("antwoord"))
    if form.is_valid() and (wijze := _controleer(request, medewerker, form)):
        return _binnen(request, medewerker, wijze)
    return _blad(request, medewerker, form, ONVOLLEDIG)


def _controleer(request: HttpRequest, medewerker: Medewerker, form: TweedeStapForm) -> Wijze | None:
    """Judge the second step; what is wrong with it is one sentence."""
    nu, antwoord = klok.echt_nu(), form.cleaned_data["antwoord"]
    if antwoord:
        onthoud, host = request.session.pop(BEWIJSVRAAG, {}), request.get_host()
        wijze = actions.controleer_passkey(medewerker, antwoord, host=host, onthoud=onthoud, at=nu)
    else:
        wijze = actions.controleer_code(medewerker, form.cleaned_data["code"], at=nu)
    if wijze is None:
        toelating.meld_mislukt(request, medewerker)
        zin = _("Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app.")
        form.add_error(None, _("Uw passkey is niet herkend. Probeer het opnieuw.") if antwoord else zin)
    return wijze


def _blad(request: HttpRequest, medewerker: Medewerker, form: TweedeStapForm, status: int = 200) -> HttpResponse:
    """Ask for the second step that this worker has; each page asks a passkey a new question."""
    from eenplan.aanmelden import passkeys  # noqa: PLC0415 - it takes time to load, and few pages need it

    factoren = queries.factoren_van(medewerker)
    vraag: dict[str, Any] | None = None
    if factoren.passkeys:
        bekend = [bytes(rij.publiek) for rij in factoren.passkeys]
        vraag, request.session[BEWIJSVRAAG] = passkeys.vraag_om_bewijs(host=request.get_host(), bekend=bekend)
    return pagina(request, "web/tweede_stap.html", {"form": form, "factoren": factoren, "vraag": vraag}, status=status)


@public
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def app_instellen(request: HttpRequest) -> HttpResponse:
    """Set up an app with codes as the first second step; nobody without one goes any further."""
    medewerker = _zonder_factor(request)
    if medewerker is None:
        return _opnieuw(request)
    form = CodeappForm(request.POST or None, medewerker=medewerker, net_ingelogd=True)
    if request.method == "POST" and form.is_valid() and views.stel_codeapp_in(request, medewerker, form):
        return _binnen(request, medewerker, Wijze.CODE, met_herstelcodes=True)
    inhoud = views.codeapp_inhoud(request, medewerker, form)
    return pagina(request, "web/instellen_app.html", inhoud, status=ONVOLLEDIG if form.errors else 200)


@public
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def passkey_instellen(request: HttpRequest) -> HttpResponse:
    """Let a device make a passkey as the first second step."""
    medewerker = _zonder_factor(request)
    if medewerker is None:
        return _opnieuw(request)
    form = PasskeyForm(request.POST or None, medewerker=medewerker, net_ingelogd=True)
    if request.method == "POST" and form.is_valid() and views.voeg_passkey_toe(request, medewerker, form):
        return _binnen(request, medewerker, Wijze.PASSKEY, met_herstelcodes=True)
    inhoud = views.passkey_inhoud(request, medewerker, form)
    return pagina(request, "web/instellen_passkey.html", inhoud, status=ONVOLLEDIG if form.errors else 200)


def _binnen(
    request: HttpRequest, medewerker: Medewerker, wijze: Wijze, *, met_herstelcodes: bool = False
) -> HttpResponse:
    """Let the worker in; after the first time the codes for on paper come first."""
    request.session.pop(HALVERWEGE, None)
    volgende, meegenomen = neem_weg(request)
    toelating.laat_binnen(request, medewerker, wijze)
    if not met_herstelcodes:
        return toelating.verder(request, volgende, meegenomen)
    gedragen = Meegenomen.lees(meegenomen) if is_eigen_adres(volgende) else Meegenomen()
    inhoud = {
        "codes": actions.maak_herstelcodes(medewerker, at=klok.echt_nu()),
        "adres_terug": volgende if is_eigen_adres(volgende) else reverse("web:start"),
        "meegenomen": gedragen,
    }
    return pagina(request, "web/herstelcodes.html", inhoud)


def _halverwege(request: HttpRequest) -> Medewerker | None:
    """Give who gave the right password less than ten minutes ago, and is still welcome."""
    bewaard = request.session.get(HALVERWEGE)
    if not bewaard or not 0 <= klok.echt_nu().timestamp() - bewaard[1] <= GELDIG:
        return None
    return teams.actieve_medewerker(bewaard[0])


def _zonder_factor(request: HttpRequest) -> Medewerker | None:
    """Give who is halfway and has no second step: one who has one must use it, not make another."""
    medewerker = _halverwege(request)
    return None if medewerker is None or queries.factoren_van(medewerker) else medewerker


def _opnieuw(request: HttpRequest) -> HttpResponse:
    request.session.pop(HALVERWEGE, None)
    messages.info(request, _("Log opnieuw in met uw gebruikersnaam en wachtwoord."))
    return redirect("web:inloggen")
