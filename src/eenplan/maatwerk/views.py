"""The pages of the tailor-made route: of a household, one route, what is to be judged, and the precedents."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk, Onvolledig
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.maatwerk import actions, queries
from eenplan.maatwerk.forms import TOEKENNEN, BesluitForm, MaatwerkForm, PrecedentForm, ToetsForm, ZoekForm
from eenplan.maatwerk.models import Maatwerkroute
from eenplan.maatwerk.states import Maatwerkstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.MAATWERK_INZIEN)
@require_http_methods(GET_EN_POST)
def maatwerk(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what was done outside the rules for a household; a POST asks for it in five fields."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers_voor(medewerker, Recht.MAATWERK_INZIEN), pk=dossier_id)
    if request.method != "POST":
        record(Sleutel.MAATWERK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_lijst(request, dossier, medewerker, MaatwerkForm())
    require(medewerker, Recht.MAATWERK_AANVRAGEN, dossier)
    form = MaatwerkForm(request.POST)
    if form.is_valid():
        try:
            route = actions.vraag_maatwerk(dossier, form.vraag(), by=medewerker, at=klok.nu())
        except Onvolledig as fout:
            for zin in fout.zinnen:
                form.add_error(None, zin)
        else:
            messages.success(request, _uitkomst(route))
            return naar(request, reverse("maatwerk:route", args=[route.pk]))
    return _toon_lijst(request, dossier, medewerker, form, status=ONVOLLEDIG)


def _uitkomst(route: Maatwerkroute) -> str:
    if route.status == Maatwerkstatus.BETAALD:
        return _("Betaald. U kunt het meteen regelen.")
    return _("Dit wacht op het besluit van een ander. U ziet het hier.")


def _toon_lijst(
    request: HttpRequest, dossier: Dossier, medewerker: Medewerker, form: MaatwerkForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "form": form,
        "routes": queries.van_dossier(dossier.pk, medewerker),
        "ruimte": queries.ruimte(dossier, klok.vandaag()),
        "mag_vragen": medewerker.bereik(Recht.MAATWERK_AANVRAGEN).omvat(dossier),
    }
    return pagina(request, "maatwerk/maatwerk.html", context, status=status)


# ------------------------------------------------------------------------------------------------------ one route


def _route(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Maatwerkroute]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, recht), pk=pk)


@requires(Recht.MAATWERK_INZIEN)
@require_safe
def route(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one route: the five fields, how it went, and the case without names."""
    medewerker, gevonden = _route(request, pk, Recht.MAATWERK_INZIEN)
    record(Sleutel.MAATWERK_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker)


def _toon(
    request: HttpRequest, gevonden: Maatwerkroute, medewerker: Medewerker, *, status: int = 200, **forms: object
) -> HttpResponse:
    toets, precedent = getattr(gevonden, "toets", None), getattr(gevonden, "precedent", None)
    oordeelt = medewerker.bereik(Recht.MAATWERK_BEOORDELEN).omvat(gevonden)
    oordeelt = oordeelt and gevonden.gevraagd_door_id != medewerker.pk
    context = {
        "route": gevonden,
        "besluit": getattr(gevonden, "besluit", None),
        "toets": toets,
        "precedent": precedent,
        "mag_beslissen": oordeelt and gevonden.status == Maatwerkstatus.GEVRAAGD,
        "mag_toetsen": oordeelt and toets is not None and toets.beoordeeld_op is None,
        "mag_schrijven": gevonden.status != Maatwerkstatus.GEVRAAGD
        and medewerker.bereik(Recht.MAATWERK_AANVRAGEN).omvat(gevonden),
        "besluitform": BesluitForm(),
        "toetsform": ToetsForm(),
        "precedentform": PrecedentForm(
            initial={"zin": precedent.zin if precedent else ""}, auto_id="id_zonder_%s"
        ),
    }  # fmt: skip
    return pagina(request, "maatwerk/route.html", context | forms, status=status)


@requires(Recht.MAATWERK_BEOORDELEN)
@require_POST
def besluit(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide on an amount above the threshold."""
    medewerker, gevonden = _route(request, pk, Recht.MAATWERK_BEOORDELEN)
    form = BesluitForm(request.POST)
    if form.is_valid():
        is_toegekend = form.cleaned_data["besluit"] == TOEKENNEN
        reden = form.cleaned_data["reden"]
        try:
            actions.beslis(gevonden, is_toegekend=is_toegekend, reden=reden, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Toegekend en betaald.") if is_toegekend else _("Afgewezen, met uw reden."))
            return naar(request, reverse("maatwerk:te_beoordelen"))
    return _toon(request, gevonden, medewerker, besluitform=form, status=ONVOLLEDIG)


@requires(Recht.MAATWERK_BEOORDELEN)
@require_POST
def toets(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge a payment of the sample."""
    medewerker, gevonden = _route(request, pk, Recht.MAATWERK_BEOORDELEN)
    te_toetsen = getattr(gevonden, "toets", None)
    if te_toetsen is None:
        raise Http404
    form = ToetsForm(request.POST)
    if form.is_valid():
        try:
            actions.toets_achteraf(te_toetsen, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Uw oordeel staat erbij."))
            return naar(request, reverse("maatwerk:te_beoordelen"))
    return _toon(request, gevonden, medewerker, toetsform=form, status=ONVOLLEDIG)


@requires(Recht.MAATWERK_AANVRAGEN)
@require_POST
def precedent(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the case down without names."""
    medewerker, gevonden = _route(request, pk, Recht.MAATWERK_AANVRAGEN)
    form = PrecedentForm(request.POST, auto_id="id_zonder_%s")
    if form.is_valid():
        try:
            actions.schrijf_zonder_namen(gevonden, zin=form.cleaned_data["zin"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error("zin", fout.zin)
        else:
            messages.success(request, _("Bewaard. Collega’s van alle teams kunnen dit vinden."))
            return naar(request, reverse("maatwerk:route", args=[pk]))
    return _toon(request, gevonden, medewerker, precedentform=form, status=ONVOLLEDIG)


# ------------------------------------------------------------------------------------- for who judges, for everybody


@requires(Recht.MAATWERK_BEOORDELEN)
@require_safe
def te_beoordelen(request: HttpRequest) -> HttpResponse:
    """Show what waits for a decision, and what of the sample waits for a judgement."""
    medewerker = medewerker_van(request)
    record(Sleutel.MAATWERK_INGEZIEN, None, by=medewerker, at=klok.nu())
    context = {"beslissen": queries.te_beslissen(medewerker), "toetsen": queries.te_toetsen(medewerker)}
    return pagina(request, "maatwerk/te_beoordelen.html", context)


@requires(Recht.MAATWERK_INZIEN)
@require_http_methods(GET_EN_POST)
def precedenten(request: HttpRequest) -> HttpResponse:
    """Search what was done before, of all teams, without saying for whom; the words are sent, never in the address."""
    medewerker = medewerker_van(request)
    form = ZoekForm(request.POST if request.method == "POST" else None)
    zoek = form.cleaned_data if form.is_bound and form.is_valid() else {}
    context = {
        "form": form,
        "gezocht": bool(zoek),
        "rijen": queries.precedenten(medewerker, **zoek),
        "mag_beoordelen": medewerker.mag(Recht.MAATWERK_BEOORDELEN),
    }
    return pagina(request, "maatwerk/precedenten.html", context)
