"""The pages of retention: what may be destroyed, holds, and the confirmation that nobody can undo. Numbers only."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.privacy import queries, vernietiging
from eenplan.privacy.forms import BevestigForm, BewaarplichtForm
from eenplan.privacy.models import Vernietigingssoort, Vernietigingsvoorstel
from eenplan.privacy.vernietigen import tellingen
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.VERNIETIGING_BEHEREN)
@require_http_methods(GET_EN_POST)
def bewaren(request: HttpRequest) -> HttpResponse:
    """Show what is past its term, the holds and the certificates; a POST lays a hold on a file."""
    medewerker = medewerker_van(request)
    form, status = BewaarplichtForm(), 200
    if request.method == "POST":
        form, status = BewaarplichtForm(request.POST), ONVOLLEDIG
        if form.is_valid() and _houd_vast(form, medewerker):
            messages.success(request, _("De bewaarplicht is vastgelegd."))
            return naar(request, reverse("privacy:bewaren"))
    else:
        record(Sleutel.BEWAARLIJST_INGEZIEN, queries.Lijst(), by=medewerker, at=klok.nu())
    context = {
        "voorstellen": queries.voorstellen(),
        "plichten": queries.bewaarplichten(klok.vandaag()),
        "verklaringen": queries.laatste_verklaringen(),
        "regels": queries.bewaarregels(),
        "form": form,
    }
    return pagina(request, "privacy/bewaren.html", context, status=status)


def _houd_vast(form: BewaarplichtForm, medewerker: Medewerker) -> bool:
    try:
        vernietiging.houd_vast(**form.cleaned_data, vanaf=klok.vandaag(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.VERNIETIGING_BEHEREN)
@require_POST
def opheffing(request: HttpRequest, pk: int) -> HttpResponse:
    """End a hold."""
    plicht = get_object_or_404(queries.bewaarplichten(klok.vandaag()), pk=pk)
    vernietiging.hef_bewaarplicht_op(plicht, by=medewerker_van(request), at=klok.nu())
    messages.success(request, _("De bewaarplicht is opgeheven."))
    return naar(request, reverse("privacy:bewaren"))


@requires(Recht.VERNIETIGING_BEHEREN)
@require_http_methods(GET_EN_POST)
def voorstel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would go and why; a POST proposes it, or approves and destroys what a colleague proposed."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.voorstellen(), pk=pk)
    form = BevestigForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _doe(request, gevonden, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
    elif request.method != "POST":
        record(Sleutel.BEWAARLIJST_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    context = {
        "voorstel": gevonden,
        "soort": Vernietigingssoort(gevonden.soort).label,
        "tellingen": tellingen(gevonden.soort, gevonden.nummer),
        "redenen": vernietiging.waarom_niet(gevonden, vandaag=klok.vandaag()),
        "is_eigen": gevonden.voorgesteld_door_id == medewerker.pk,
        "form": form,
    }
    return pagina(request, "privacy/voorstel.html", context, status=ONVOLLEDIG if form.is_bound else 200)


def _doe(request: HttpRequest, gevonden: Vernietigingsvoorstel, medewerker: Medewerker) -> HttpResponse:
    if gevonden.voorgesteld_door_id is None:
        vernietiging.stel_voor(gevonden, by=medewerker, at=klok.nu())
        messages.success(request, _("U hebt dit voorgesteld. Een collega keurt het goed en vernietigt."))
    else:
        verklaring = vernietiging.keur_goed_en_vernietig(gevonden, by=medewerker, at=klok.nu())
        messages.success(request, _("Vernietigd. Alleen verklaring {n} blijft over.").format(n=verklaring.pk))
    return naar(request, reverse("privacy:bewaren"))
