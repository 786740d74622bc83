"""The catalogue on screen: what there is, and one provision with its providers and prices."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from eenplan.aanbod import queries
from eenplan.aanbod.forms import AanbodForm, PrijsdagForm
from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.sessie import medewerker_van


@require_safe
@requires(Recht.AANBOD_INZIEN)
def aanbod(request: HttpRequest) -> HttpResponse:
    """Show the catalogue of today or of a chosen day, narrowed as asked."""
    form = AanbodForm(request.GET)
    status = 200 if form.is_valid() else ONVOLLEDIG
    dag = form.dag(klok.vandaag())
    context = {
        "form": form,
        "dag": dag,
        "regels": queries.catalogus(dag, **form.beperking()),
        "inrichting": inrichting(),
    }
    return pagina(request, "aanbod/aanbod.html", context, fragment="lijst", status=status)


@require_safe
@requires(Recht.AANBOD_INZIEN)
def voorziening(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one provision: who gives it, for what price on the chosen day, and how full they are."""
    gevonden = get_object_or_404(queries.visible_to(medewerker_van(request)), pk=pk)
    form = PrijsdagForm(request.GET)
    status = 200 if form.is_valid() else ONVOLLEDIG
    dag = form.dag(klok.vandaag())
    context = {
        "form": form,
        "dag": dag,
        "voorziening": gevonden,
        "keuzes": queries.keuzes_van(gevonden, dag),
        "prijsverloop": queries.prijsverloop(gevonden),
        "inrichting": inrichting(),
    }
    return pagina(request, "aanbod/voorziening.html", context, fragment="prijzen", status=status)
