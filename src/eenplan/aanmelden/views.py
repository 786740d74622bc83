"""One's own sessions, second steps and password; and the administrator's page of how workers sign in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.aanmelden import actions, codes, queries
from eenplan.aanmelden.dienst import dienst
from eenplan.aanmelden.forms import CodeappForm, KoppelForm, MetWachtwoordForm, PasskeyForm, RedenForm, WachtwoordForm
from eenplan.aanmelden.models import Einde
from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GEHEIM = "codeapp_in_aanbouw"
PASSKEYVRAAG = "passkey_vraag"
PER_BLAD = 50


# --- Sessions -------------------------------------------------------------------------------------------------------


@requires(Recht.EIGEN_AANMELDING)
@require_safe
def sessies(request: HttpRequest) -> HttpResponse:
    """Show where one is signed in."""
    lopend = queries.lopende_sessies(medewerker_van(request), at=klok.echt_nu())
    inhoud = {"sessies": list(lopend), "deze": request.session.session_key, "stil": settings.SESSIE_STIL_MINUTEN}
    return pagina(request, "aanmelden/sessies.html", inhoud | {"uren": settings.SESSIE_UREN})


@requires(Recht.EIGEN_AANMELDING)
@require_POST
def sessies_einde(request: HttpRequest) -> HttpResponse:
    """Sign out one other device, or all of them; never this one, for which there is a button already."""
    medewerker = medewerker_van(request)
    gekozen = request.POST.get("sessie", "")
    if gekozen and not gekozen.isdecimal():
        raise NietMogelijk(_("Kies een apparaat uit de lijst."))
    aantal = actions.beeindig_sessies(
        medewerker,
        einde=Einde.ELDERS,
        by=medewerker,
        at=klok.echt_nu(),
        alleen=[int(gekozen)] if gekozen else (),
        behalve=request.session.session_key or "",
    )
    messages.success(
        request, _("Uitgelogd op dat apparaat.") if aantal == 1 else _("Uitgelogd op uw andere apparaten.")
    )
    return redirect("aanmelden:sessies")


# --- Second steps ---------------------------------------------------------------------------------------------------


@requires(Recht.EIGEN_AANMELDING)
@require_safe
def beveiliging(request: HttpRequest) -> HttpResponse:
    """Show one's own second steps."""
    return _beveiliging(request, medewerker_van(request))


def _beveiliging(request: HttpRequest, medewerker: Medewerker, fout: str = "", status: int = 200) -> HttpResponse:
    inhoud = {
        "factoren": queries.factoren_van(medewerker),
        "met_wachtwoord": medewerker.has_usable_password(),
        "form": MetWachtwoordForm(medewerker=medewerker),
        "fout": fout,
    }
    return pagina(request, "aanmelden/beveiliging.html", inhoud, status=status)


@requires(Recht.EIGEN_AANMELDING)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def codeapp(request: HttpRequest) -> HttpResponse:
    """Set up an app that gives codes."""
    medewerker = _met_wachtwoord(request)
    form = CodeappForm(request.POST or None, medewerker=medewerker)
    if request.method == "POST" and form.is_valid() and stel_codeapp_in(request, medewerker, form):
        messages.success(request, _("De app is ingesteld."))
        return _naar_herstelcodes(request, medewerker)
    return pagina(request, "aanmelden/codeapp.html", codeapp_inhoud(request, medewerker, form), status=_status(form))


def codeapp_inhoud(request: HttpRequest, medewerker: Medewerker, form: CodeappForm) -> dict[str, Any]:
    """Give the square code and its letters; the same ones until the app is set up, so that a slip costs nothing."""
    import segno  # noqa: PLC0415 - it takes time to load, and few pages need it

    geheim = actions.lees_geheim(medewerker, request.session.get(GEHEIM, ""))
    if not geheim:
        geheim = codes.nieuw_geheim()
        request.session[GEHEIM] = actions.verberg_geheim(medewerker, geheim)
    adres = codes.adres_voor_app(geheim, naam=medewerker.gebruikersnaam, van=f"Eenplan {settings.GEMEENTE}")
    letters = " ".join(geheim[begin : begin + 4] for begin in range(0, len(geheim), 4))
    return {"form": form, "plaatje": segno.make(adres, error="m").svg_data_uri(scale=5), "letters": letters}


def stel_codeapp_in(request: HttpRequest, medewerker: Medewerker, form: CodeappForm) -> bool:
    """Keep the app when its first code is right; otherwise the form says what to do."""
    geheim = actions.lees_geheim(medewerker, request.session.get(GEHEIM, ""))
    try:
        actions.stel_codeapp_in(
            medewerker, geheim=geheim or codes.nieuw_geheim(), code=form.cleaned_data["code"], at=klok.echt_nu()
        )
    except NietMogelijk as fout:
        form.add_error("code", fout.zin)
        return False
    request.session.pop(GEHEIM, None)
    return True


@requires(Recht.EIGEN_AANMELDING)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def passkey(request: HttpRequest) -> HttpResponse:
    """Let a device make a passkey."""
    medewerker = _met_wachtwoord(request)
    form = PasskeyForm(request.POST or None, medewerker=medewerker)
    if request.method == "POST" and form.is_valid() and voeg_passkey_toe(request, medewerker, form):
        messages.success(request, _("De passkey is toegevoegd."))
        return _naar_herstelcodes(request, medewerker)
    return pagina(request, "aanmelden/passkey.html", passkey_inhoud(request, medewerker, form), status=_status(form))


def passkey_inhoud(request: HttpRequest, medewerker: Medewerker, form: PasskeyForm) -> dict[str, Any]:
    """Give the question for the device; each page asks a new one."""
    from eenplan.aanmelden import passkeys  # noqa: PLC0415 - it takes time to load, and few pages need it

    bekend = [bytes(rij.publiek) for rij in queries.factoren_van(medewerker).passkeys]
    vraag, request.session[PASSKEYVRAAG] = passkeys.vraag_om_nieuwe(
        host=request.get_host(), pk=medewerker.pk, gebruikersnaam=medewerker.gebruikersnaam, bekend=bekend
    )
    return {"form": form, "vraag": vraag}


def voeg_passkey_toe(request: HttpRequest, medewerker: Medewerker, form: PasskeyForm) -> bool:
    """Keep the passkey when the device answered our question; the question is used up either way."""
    try:
        actions.voeg_passkey_toe(
            medewerker,
            naam=form.cleaned_data["naam"],
            antwoord=form.cleaned_data["antwoord"],
            host=request.get_host(),
            onthoud=request.session.pop(PASSKEYVRAAG, {}),
            at=klok.echt_nu(),
        )
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.EIGEN_AANMELDING)
@sensitive_post_parameters()
@require_POST
def herstelcodes(request: HttpRequest) -> HttpResponse:
    """Make new codes for on paper and show them this once."""
    medewerker = _met_wachtwoord(request)
    form = MetWachtwoordForm(request.POST, medewerker=medewerker)
    if not form.is_valid():
        return _beveiliging(request, medewerker, _geen_wachtwoord(form), ONVOLLEDIG)
    return _toon_herstelcodes(request, medewerker)


def _naar_herstelcodes(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    """Show codes for on paper after the first second step; whoever has them keeps them."""
    if queries.factoren_van(medewerker).herstelcodes:
        return redirect("aanmelden:beveiliging")
    return _toon_herstelcodes(request, medewerker)


def _toon_herstelcodes(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    nieuw = actions.maak_herstelcodes(medewerker, at=klok.echt_nu())
    return pagina(request, "aanmelden/herstelcodes.html", {"codes": nieuw})


@requires(Recht.EIGEN_AANMELDING)
@sensitive_post_parameters()
@require_POST
def factor_weg(request: HttpRequest) -> HttpResponse:
    """Take an app or a passkey away."""
    medewerker = _met_wachtwoord(request)
    form = MetWachtwoordForm(request.POST, medewerker=medewerker)
    welke = request.POST.get("welke", "")
    if not form.is_valid() or not (welke == "codeapp" or welke.isdecimal()):
        zin = _geen_wachtwoord(form) or _("Kies wat u wilt weghalen.")
        return _beveiliging(request, medewerker, zin, ONVOLLEDIG)
    try:
        passkey_pk = None if welke == "codeapp" else int(welke)
        actions.haal_factor_weg(medewerker, passkey=passkey_pk, at=klok.echt_nu())
    except NietMogelijk as fout:
        return _beveiliging(request, medewerker, fout.zin, ONVOLLEDIG)
    messages.success(request, _("Weggehaald."))
    return redirect("aanmelden:beveiliging")


@requires(Recht.EIGEN_AANMELDING)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def wachtwoord(request: HttpRequest) -> HttpResponse:
    """Change one's own password; all other sessions end."""
    medewerker = _met_wachtwoord(request)
    form = WachtwoordForm(request.POST or None, medewerker=medewerker)
    if request.method != "POST" or not form.is_valid():
        return pagina(request, "aanmelden/wachtwoord.html", {"form": form}, status=_status(form))
    oud = request.session.session_key or ""
    actions.wijzig_wachtwoord(medewerker, form.cleaned_data["nieuw"], sleutel=oud, at=klok.echt_nu())
    update_session_auth_hash(request, medewerker)
    actions.volg_sessie(oud, request.session.session_key or "")
    messages.success(request, _("Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd."))
    return redirect("aanmelden:beveiliging")


def _met_wachtwoord(request: HttpRequest) -> Medewerker:
    """Give the worker who signs in with a password of our own; others arrange this at their service."""
    medewerker = medewerker_van(request)
    if not medewerker.has_usable_password():
        raise NietMogelijk(_("U logt in zonder wachtwoord van Eenplan. Uw tweede stap regelt u waar u inlogt."))
    return medewerker


def _geen_wachtwoord(form: MetWachtwoordForm) -> str:
    return " ".join(str(fout) for fout in form.errors.get("wachtwoord", []))


def _status(form: CodeappForm | PasskeyForm | WachtwoordForm) -> int:
    return ONVOLLEDIG if form.is_bound and form.errors else 200


# --- The administrator ----------------------------------------------------------------------------------------------


@requires(Recht.AANMELDEN_BEHEREN)
@require_safe
def beheer(request: HttpRequest) -> HttpResponse:
    """List the workers and how each signs in."""
    rijen = queries.te_beheren(medewerker_van(request), at=klok.echt_nu())
    blad = Paginator(rijen, PER_BLAD).get_page(request.GET.get("pagina"))
    return pagina(request, "aanmelden/beheer.html", {"blad": blad})


@requires(Recht.AANMELDEN_BEHEREN)
@require_safe
def beheer_medewerker(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how one worker signs in, with what an administrator may do about it."""
    return _beheer_medewerker(request, _te_beheren(request, pk))


def _beheer_medewerker(
    request: HttpRequest, wie: Medewerker, *, reden: RedenForm | None = None, koppel: KoppelForm | None = None
) -> HttpResponse:
    koppeling = queries.koppeling_van(wie)
    inhoud = {
        "wie": wie,
        "sessies": list(queries.lopende_sessies(wie, at=klok.echt_nu())),
        "factoren": queries.factoren_van(wie),
        "reden_form": reden or RedenForm(),
        "koppel_form": koppel or KoppelForm(initial={"kenmerk": koppeling.kenmerk if koppeling else ""}),
        "met_dienst": dienst() is not None,
    }
    status = ONVOLLEDIG if reden or koppel else 200
    return pagina(request, "aanmelden/beheer_medewerker.html", inhoud, status=status)


@requires(Recht.AANMELDEN_BEHEREN)
@require_POST
def beheer_sessies(request: HttpRequest, pk: int) -> HttpResponse:
    """End every session of a worker."""
    wie = _te_beheren(request, pk)
    actions.beeindig_sessies(
        wie,
        einde=Einde.BEHEERDER,
        by=medewerker_van(request),
        at=klok.echt_nu(),
        behalve=request.session.session_key or "",
    )
    messages.success(request, _("De sessies zijn beëindigd."))
    return redirect("aanmelden:beheer_medewerker", pk)


@requires(Recht.AANMELDEN_BEHEREN)
@require_POST
def beheer_factoren(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second steps of a worker away, with the reason."""
    wie = _te_beheren(request, pk)
    form = RedenForm(request.POST)
    if not form.is_valid():
        return _beheer_medewerker(request, wie, reden=form)
    try:
        actions.wis_factoren(wie, reden=form.cleaned_data["reden"], by=medewerker_van(request), at=klok.echt_nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return _beheer_medewerker(request, wie, reden=form)
    messages.success(
        request, _("De tweede stap is weg. Bij het volgende inloggen stelt deze medewerker een nieuwe in.")
    )
    return redirect("aanmelden:beheer_medewerker", pk)


@requires(Recht.AANMELDEN_BEHEREN)
@require_POST
def beheer_koppeling(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie a worker to the sign-on service, or untie."""
    wie, bij = _te_beheren(request, pk), dienst()
    form = KoppelForm(request.POST)
    if bij is None:
        raise NietMogelijk(_("Er is geen aanmelddienst ingesteld."))
    if not form.is_valid():
        return _beheer_medewerker(request, wie, koppel=form)
    try:
        kenmerk = form.cleaned_data["kenmerk"]
        actions.koppel(wie, uitgever=bij.uitgever, kenmerk=kenmerk, by=medewerker_van(request), at=klok.echt_nu())
    except NietMogelijk as fout:
        form.add_error("kenmerk", fout.zin)
        return _beheer_medewerker(request, wie, koppel=form)
    messages.success(request, _("Bewaard."))
    return redirect("aanmelden:beheer_medewerker", pk)


def _te_beheren(request: HttpRequest, pk: int) -> Medewerker:
    return get_object_or_404(queries.te_beheren(medewerker_van(request), at=klok.echt_nu()), pk=pk)
