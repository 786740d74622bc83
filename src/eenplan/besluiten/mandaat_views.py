"""The pages of the register of mandates and of replacements: look on a day, enter, confirm, end."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.besluiten import mandaat_actions as actions
from eenplan.besluiten import mandaat_queries as queries
from eenplan.besluiten.mandaat import houder
from eenplan.besluiten.mandaat_forms import (
    EindeForm,
    MandaatForm,
    RegisterdagForm,
    WaarnemingEindeForm,
    WaarnemingForm,
)
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.MANDAAT_INZIEN)
@require_safe
def mandaten(request: HttpRequest) -> HttpResponse:
    """Show the register as it holds today or on a chosen day."""
    medewerker = medewerker_van(request)
    form = RegisterdagForm(request.GET)
    status = 200 if form.is_valid() else ONVOLLEDIG
    dag = form.dag(klok.vandaag())
    matrix = queries.matrix(dag)
    context = {
        "form": form,
        "dag": dag,
        "vandaag": klok.vandaag(),
        "matrix": matrix,
        "houder": houder,
        "houders": queries.houders(matrix.lijnen, dag),
        "onbevestigd": queries.onbevestigd(medewerker),
        "mag_beheren": medewerker.mag(Recht.MANDAAT_BEHEREN),
        "mag_bevestigen": medewerker.mag(Recht.MANDAAT_BEVESTIGEN),
    }
    return pagina(request, "besluiten/mandaten.html", context, status=status)


@requires(Recht.MANDAAT_BEHEREN)
@require_http_methods(GET_EN_POST)
def mandaat_nieuw(request: HttpRequest) -> HttpResponse:
    """Enter a line; a manager still has to confirm it."""
    vandaag = klok.vandaag()
    begin: dict[str, object] = {"namens": inrichting().gemeente.college, "vanaf": vandaag}
    form = MandaatForm(request.POST if request.method == "POST" else None, initial=begin, vandaag=vandaag)
    medewerker = medewerker_van(request)
    gelukt = _doe(request, form, lambda: actions.voer_mandaat_in(form.tekst(), by=medewerker, at=klok.nu()))
    if gelukt:
        messages.success(request, _("Het mandaat is ingevoerd. Het geldt zodra een manager het bevestigt."))
        return naar(request, reverse("besluiten:mandaten"))
    return pagina(request, "besluiten/mandaat_nieuw.html", {"form": form}, status=_status(form))


def _doe(request: HttpRequest, form: BasisForm, handeling: Callable[[], object]) -> bool:
    """Do what the form asks when it was sent and is right; what the rules forbid becomes an error on the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        handeling()
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


def _status(form: BasisForm) -> int:
    return ONVOLLEDIG if form.is_bound else 200


@requires(Recht.MANDAAT_BEVESTIGEN)
@require_http_methods(GET_EN_POST)
def mandaat_bevestiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a line to the second pair of eyes; a POST puts it in force."""
    medewerker = medewerker_van(request)
    mandaat = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    form = BasisForm(request.POST if request.method == "POST" else None)
    if _doe(request, form, lambda: actions.bevestig_mandaat(mandaat, by=medewerker, at=klok.nu())):
        messages.success(request, _("Het mandaat is bevestigd en geldt nu."))
        return naar(request, reverse("besluiten:mandaten"))
    context = {"form": form, "mandaat": mandaat, "houder": houder}
    return pagina(request, "besluiten/mandaat_bevestiging.html", context, status=_status(form))


@requires(Recht.MANDAAT_BEHEREN)
@require_http_methods(GET_EN_POST)
def mandaat_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a line end; decisions taken before keep their ground."""
    medewerker = medewerker_van(request)
    mandaat = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    form = EindeForm(request.POST if request.method == "POST" else None, initial={"tot": klok.vandaag()})

    def eindig() -> object:
        return actions.beeindig_mandaat(mandaat, **form.cleaned_data, by=medewerker, at=klok.nu())

    if _doe(request, form, eindig):
        messages.success(request, _("Het mandaat is beëindigd. Besluiten van daarvoor blijven gelden."))
        return naar(request, reverse("besluiten:mandaten"))
    context = {"form": form, "mandaat": mandaat, "houder": houder}
    return pagina(request, "besluiten/mandaat_einde.html", context, status=_status(form))


@requires(Recht.MANDAAT_INZIEN)
@require_http_methods(GET_EN_POST)
def waarneming(request: HttpRequest) -> HttpResponse:
    """Show who replaces whom; a manager arranges a replacement."""
    medewerker, vandaag = medewerker_van(request), klok.vandaag()
    form = WaarnemingForm(
        request.POST if request.method == "POST" else None, initial={"vanaf": vandaag}, vandaag=vandaag
    )

    def regel() -> object:
        return actions.regel_waarneming(**form.cleaned_data, by=medewerker, at=klok.nu())

    if _doe(request, form, regel):
        messages.success(request, _("De waarneming is geregeld."))
        return naar(request, reverse("besluiten:waarneming"))
    context = {
        "form": form,
        "waarnemingen": queries.waarnemingen(medewerker)[:100],
        "vandaag": vandaag,
        "mag_regelen": medewerker.mag(Recht.WAARNEMING_REGELEN),
    }
    return pagina(request, "besluiten/waarneming.html", context, status=_status(form))


@requires(Recht.WAARNEMING_REGELEN)
@require_http_methods(GET_EN_POST)
def waarneming_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a replacement end earlier than was agreed."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.waarnemingen(medewerker), pk=pk)
    form = WaarnemingEindeForm(request.POST if request.method == "POST" else None, initial={"per": klok.vandaag()})

    def eindig() -> object:
        return actions.beeindig_waarneming(gevonden, per=form.cleaned_data["per"], by=medewerker, at=klok.nu())

    if _doe(request, form, eindig):
        messages.success(request, _("De waarneming eindigt eerder."))
        return naar(request, reverse("besluiten:waarneming"))
    return pagina(
        request, "besluiten/waarneming_einde.html", {"form": form, "waarneming": gevonden}, status=_status(form)
    )
