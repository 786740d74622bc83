"""A clock and how its end date came about; let it stand still, run again, run longer.

Each form shows the new end date before it is saved.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.termijnen import actions, queries
from eenplan.termijnen.beeld import beeld
from eenplan.termijnen.forms import HervattingForm, OpschortingForm, VerdagingForm
from eenplan.termijnen.gronden import gronden
from eenplan.termijnen.models import Termijn

GET_EN_POST = ["GET", "HEAD", "POST"]
VOORBEELD = "voorbeeld"  # the name of the button that only asks what the date would become


def _termijn(request: HttpRequest, pk: int) -> tuple[Medewerker, Termijn]:
    """Give the worker and the clock; opening a page about it is looking in the file."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return medewerker, gevonden


def _context(gevonden: Termijn) -> dict[str, Any]:
    """Give what every page of a clock shows."""
    return {
        "termijn": gevonden,
        "beeld": beeld(gevonden),
        "vandaag": klok.vandaag(),
        "kan": queries.mogelijkheden(gevonden, klok.vandaag()),
    }


@requires(Recht.TERMIJN_BIJHOUDEN)
@require_safe
def termijn(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the clock, step by step with the article, and what the law allows to do with it."""
    _medewerker, gevonden = _termijn(request, pk)
    context = _context(gevonden) | {
        "opschortingen": gevonden.opschortingen.select_related("door").order_by("van", "pk"),
        "verdagingen": gevonden.verdagingen.select_related("door").order_by("op", "pk"),
    }
    return pagina(request, "termijnen/termijn.html", context)


@requires(Recht.TERMIJN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def opschorting(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the clock stand still, only where the law allows it (Awb 4:15)."""
    medewerker, gevonden = _termijn(request, pk)
    mogelijk = gronden(gevonden.regel)
    form, gevuld = _lees(request, OpschortingForm, {"van": klok.vandaag()}, gronden=mogelijk)
    if _is_compleet(form):
        try:
            actions.schort_op(gevonden, **gevuld, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _klaar(request, gevonden, _("De termijn staat stil."))
    voorbeeld = queries.voorbeeld_opschorting(
        gevonden, van=gevuld.get("van"), tot_en_met=gevuld.get("tot_en_met"), vandaag=klok.vandaag()
    )
    toelichting = {grond.artikel: grond.mededeling for grond in mogelijk}
    context = {"form": form, "voorbeeld": voorbeeld, "toelichting": toelichting}
    return _toon(request, gevonden, "termijnen/opschorting.html", context)


@requires(Recht.TERMIJN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def hervatting(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the clock run again."""
    medewerker, gevonden = _termijn(request, pk)
    open_staand = queries.mogelijkheden(gevonden, klok.vandaag()).hervatten
    form, gevuld = _lees(request, HervattingForm, {"tot_en_met": klok.vandaag()})
    if _is_compleet(form):
        try:
            actions.hervat_termijn(gevonden, tot_en_met=gevuld["tot_en_met"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _klaar(request, gevonden, _("De termijn loopt weer."))
    voorbeeld = queries.voorbeeld_hervatting(gevonden, tot_en_met=gevuld.get("tot_en_met"), vandaag=klok.vandaag())
    context = {"form": form, "voorbeeld": voorbeeld, "opschorting": open_staand}
    return _toon(request, gevonden, "termijnen/hervatting.html", context)


@requires(Recht.TERMIJN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def verdaging(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the clock more weeks, with the reason that the resident is told (Awb 4:14)."""
    medewerker, gevonden = _termijn(request, pk)
    regel = queries.mogelijkheden(gevonden, klok.vandaag()).regel
    max_weken = regel.verdaging.max_weken if regel else 0
    form, gevuld = _lees(request, VerdagingForm, {}, max_weken=max_weken)
    if _is_compleet(form):
        try:
            actions.verdaag(gevonden, **gevuld, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _klaar(request, gevonden, _("De termijn is verdaagd. Stuur de inwoner bericht met de nieuwe datum."))
    voorbeeld = queries.voorbeeld_verdaging(gevonden, weken=gevuld.get("weken"), vandaag=klok.vandaag())
    return _toon(request, gevonden, "termijnen/verdaging.html", {"form": form, "voorbeeld": voorbeeld})


def _lees(
    request: HttpRequest, soort: type[BasisForm], begin: dict[str, Any], **keuzes: object
) -> tuple[BasisForm, dict[str, Any]]:
    """Give the form to show and what is filled in so far.

    Somebody who only asks what the date would become gets the form back without errors.
    """
    if request.method != "POST":
        return soort(initial=begin, **keuzes), begin
    gebonden = soort(request.POST, **keuzes)
    gebonden.is_valid()
    if VOORBEELD in request.POST:
        return soort(initial=request.POST.dict(), **keuzes), gebonden.cleaned_data
    return gebonden, gebonden.cleaned_data


def _is_compleet(form: BasisForm) -> bool:
    return form.is_bound and form.is_valid()


def _klaar(request: HttpRequest, gevonden: Termijn, zin: str) -> HttpResponse:
    messages.success(request, zin)
    return naar(request, reverse("termijnen:termijn", args=[gevonden.pk]))


def _toon(request: HttpRequest, gevonden: Termijn, template: str, context: dict[str, Any]) -> HttpResponse:
    status = ONVOLLEDIG if context["form"].is_bound else 200
    return pagina(request, template, _context(gevonden) | context, fragment="voorbeeld", status=status)
