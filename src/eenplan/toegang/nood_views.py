"""Break-glass: ask for it, use it, close it, and the list on which somebody else judges it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.toegang import actions, kaartje, queries
from eenplan.toegang.forms import NoodForm, NoodZoekForm, OordeelForm
from eenplan.toegang.models import Noodtoegang

GET_EN_POST = ["GET", "HEAD", "POST"]
HOOGSTENS = 100


@requires(Recht.NOODTOEGANG_VRAGEN)
@require_http_methods(GET_EN_POST)
def noodtoegang_nieuw(request: HttpRequest) -> HttpResponse:
    """Break the glass for the file that an answer named, or for the resident typed here where there are no answers."""
    medewerker = medewerker_van(request)
    if inrichting().betrokkenheid_zichtbaar:
        return _met_kaartje(request, medewerker)
    form = NoodZoekForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        gevonden = queries.dossiers_van(form.gezocht)
        dossier = queries.dossier_met_nummer(gevonden[0]) if len(gevonden) == 1 else None
        if dossier is None:
            actions.leg_vraag_vast([], by=medewerker, at=klok.nu())
            form.add_error(None, _("Wij vinden niet precies één dossier. Controleer wat u invulde, of bel het team."))
        elif noodtoegang := _open(form, dossier, medewerker):
            return _naar_dossier(request, noodtoegang)
    return _formulier(request, form, "")


def _met_kaartje(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    briefje = request.POST.get("kaartje", "")
    dossier = queries.dossier_met_nummer(kaartje.lees(briefje, medewerker) or 0)
    if dossier is None:
        if request.method == "POST":
            messages.warning(request, _("Uw vraag is verlopen. Zoek de inwoner opnieuw."))
        return redirect("toegang:betrokkenheid")
    form = NoodForm(request.POST if "toelichting" in request.POST else None)
    if form.is_bound and form.is_valid() and (noodtoegang := _open(form, dossier, medewerker)):
        return _naar_dossier(request, noodtoegang)
    return _formulier(request, form, briefje)


def _open(form: NoodForm, dossier: Dossier, medewerker: Medewerker) -> Noodtoegang | None:
    gevuld = form.cleaned_data
    try:
        return actions.open_noodtoegang(
            dossier, reden=gevuld["reden"], toelichting=gevuld["toelichting"], by=medewerker, at=klok.nu()
        )
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return None


def _naar_dossier(request: HttpRequest, noodtoegang: Noodtoegang) -> HttpResponse:
    messages.success(request, _("Het dossier is open. De regisseur en de functionaris gegevensbescherming weten dit."))
    return naar(request, reverse("web:huishouden", args=[noodtoegang.dossier_id]))


def _formulier(request: HttpRequest, form: NoodForm, briefje: str) -> HttpResponse:
    context = {"form": form, "kaartje": briefje, "uren": inrichting().noodtoegang_uren}
    return pagina(request, "toegang/noodtoegang_nieuw.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.NOODTOEGANG_BEOORDELEN)
@require_safe
def noodtoegangen(request: HttpRequest) -> HttpResponse:
    """Show what waits for a judgement, and what was judged."""
    rijen = queries.visible_to(medewerker_van(request))
    context = {
        "te_beoordelen": rijen.filter(beoordeeld_op__isnull=True),
        "beoordeeld": rijen.filter(beoordeeld_op__isnull=False)[:HOOGSTENS],
        "nu": klok.nu(),
    }
    return pagina(request, "toegang/noodtoegangen.html", context)


@requires(Recht.NOODTOEGANG_BEOORDELEN)
@require_http_methods(GET_EN_POST)
def noodtoegang(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one use: who, when, why and which routes, never content; a POST judges it."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    form, status = OordeelForm(), 200
    if request.method == "POST":
        form, status = OordeelForm(request.POST), ONVOLLEDIG
        if form.is_valid():
            gevuld = form.cleaned_data
            try:
                actions.beoordeel_noodtoegang(
                    gevonden, oordeel=gevuld["oordeel"], toelichting=gevuld["toelichting"], by=medewerker, at=klok.nu()
                )
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Uw oordeel is bewaard."))
                return naar(request, reverse("toegang:noodtoegangen"))
    else:
        record(Sleutel.SPOOR_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    context = {
        "noodtoegang": gevonden,
        "bezoeken": queries.bezoeken(gevonden),
        "form": form,
        "is_eigen": gevonden.medewerker_id == medewerker.pk,
    }
    return pagina(request, "toegang/noodtoegang.html", context, status=status)


@requires(Recht.NOODTOEGANG_VRAGEN)
@require_POST
def noodtoegang_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the file again before the hours are over."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.eigen_noodtoegang(medewerker), pk=pk)
    actions.sluit_noodtoegang(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De noodtoegang is gesloten."))
    return naar(request, reverse("toegang:mijn_toegang"))
