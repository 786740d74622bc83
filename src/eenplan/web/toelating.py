"""The moment at which somebody is let in or goes out: one place for every way of signing in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from eenplan.aanmelden import actions, queries
from eenplan.aanmelden.models import Einde, Wijze
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.teams.models import Medewerker
from eenplan.web import tijdreis
from eenplan.web.adres import adresafdruk
from eenplan.web.meegenomen import Meegenomen, is_eigen_adres

WACHTWOORD = "eenplan.teams.aanmelding.Aanmelding"
SINDS, GEZIEN = "sinds", "gezien"
GEREMD = 429


def is_geremd(request: HttpRequest, medewerker: Medewerker | None = None) -> bool:
    """Tell whether too much went wrong from this address, or for this worker, to try again now (F9)."""
    nu = klok.echt_nu()
    if queries.pogingen(at=nu, adres=adresafdruk(request)) >= settings.AANMELDEN_PER_ADRES:
        return True
    return (
        medewerker is not None and queries.pogingen(at=nu, medewerker=medewerker) >= settings.AANMELDEN_PER_MEDEWERKER
    )


def remblad(request: HttpRequest) -> HttpResponse:
    """Say that it takes a quarter of an hour."""
    return pagina(request, "core/geblokkeerd.html", status=GEREMD)


def meld_mislukt(request: HttpRequest, medewerker: Medewerker | None) -> None:
    """Keep that it went wrong, without what was typed."""
    actions.meld_mislukt(adresafdruk(request), medewerker, at=klok.echt_nu())


def laat_binnen(request: HttpRequest, medewerker: Medewerker, wijze: Wijze) -> None:
    """Sign a worker in, in a session with a new key."""
    if request.user.is_authenticated:
        actions.sluit_sessie(request.session.session_key or "", Einde.UITGELOGD, at=klok.echt_nu())
    dagen = tijdreis.dagen_vooruit(request)
    login(request, medewerker, backend=WACHTWOORD)
    tijdreis.neem_mee(request, dagen)
    nu = klok.echt_nu()
    request.session[SINDS] = request.session[GEZIEN] = nu.timestamp()
    sleutel, toestel = request.session.session_key or "", request.headers.get("User-Agent", "")
    actions.begin_sessie(medewerker, sleutel=sleutel, wijze=wijze, user_agent=toestel, at=nu)
    record(Sleutel.AANGEMELD, medewerker, by=medewerker, at=klok.nu())


def laat_uit(request: HttpRequest, medewerker: Medewerker, einde: Einde = Einde.UITGELOGD) -> None:
    """End the session of a worker here."""
    dagen = tijdreis.dagen_vooruit(request)
    actions.sluit_sessie(request.session.session_key or "", einde, at=klok.echt_nu())
    record(Sleutel.AFGEMELD, medewerker, by=medewerker, at=klok.nu())
    logout(request)
    tijdreis.neem_mee(request, dagen)


def verder(request: HttpRequest, volgende: str, meegenomen: str) -> HttpResponse:
    """Lead on after signing in: to what was typed, to the page that was asked, or to the day; never elsewhere."""
    if not is_eigen_adres(volgende):
        return redirect("web:start")
    gedragen = Meegenomen.lees(meegenomen)
    if gedragen.velden:
        return pagina(request, "web/verder.html", {"adres_terug": volgende, "meegenomen": gedragen})
    return redirect(volgende)


def verlopen(request: HttpRequest, medewerker: Medewerker, *, at: datetime) -> Einde | None:
    """Tell why a session may go no further, or nothing when it may."""
    sinds, gezien = request.session.get(SINDS), request.session.get(GEZIEN)
    if sinds is None or gezien is None:
        # Every way in writes both; a session without came some other way, and only the demo's own may live.
        return None if settings.DEMO else Einde.DUUR
    nu = at.timestamp()
    if nu - sinds > settings.SESSIE_UREN * 3600:
        return Einde.DUUR
    if nu - gezien > settings.SESSIE_STIL_MINUTEN * 60:
        return Einde.STIL
    return None if medewerker.aanstelling[0] else Einde.ROL
