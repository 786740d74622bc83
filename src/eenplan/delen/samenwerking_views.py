"""The register of collaborations: for residents in plain words, for the privacy officer to keep."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import public, requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk, Onvolledig
from eenplan.delen import actions, queries
from eenplan.delen.forms import EindeForm, SamenwerkingForm
from eenplan.delen.keuzes import Categorie, Deeldoel, namen
from eenplan.delen.models import Samenwerking
from eenplan.delen.views import GET_EN_POST
from eenplan.teams.sessie import medewerker_van

Regel = tuple[Samenwerking, list[str], list[str]]


def _regel(samenwerking: Samenwerking) -> Regel:
    """Give an agreement with the names of its purposes and of its kinds of data."""
    doelen = namen(Deeldoel, samenwerking.doelen)
    return samenwerking, doelen, namen(Categorie, list(queries.mogelijke_categorieen(samenwerking)))


@public
@require_safe
def openbaar(request: HttpRequest) -> HttpResponse:
    """Tell residents with whom we work together, on which ground, for what, and what may go."""
    lopend = [_regel(rij) for rij in queries.lopende_samenwerkingen(klok.vandaag())]
    return pagina(request, "delen/openbaar.html", {"samenwerkingen": lopend, "vandaag": klok.vandaag()})


@requires(Recht.SAMENWERKING_BEHEREN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every agreement, those that ended too."""
    regels = [_regel(rij) for rij in queries.samenwerkingen()]
    dag = klok.vandaag()
    context = {
        "lopend": [regel for regel in regels if regel[0].loopt_op(dag)],
        "anders": [regel for regel in regels if not regel[0].loopt_op(dag)],
        "vandaag": dag,
    }
    return pagina(request, "delen/samenwerkingen.html", context)


@requires(Recht.SAMENWERKING_BEHEREN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Record an agreement."""
    form, status = SamenwerkingForm(initial={"vanaf": klok.vandaag()}), 200
    if request.method == "POST":
        form, status = SamenwerkingForm(request.POST), ONVOLLEDIG
        if form.is_valid():
            try:
                actions.leg_samenwerking_vast(form.nieuw(), by=medewerker_van(request), at=klok.nu())
            except Onvolledig as fout:
                for zin in fout.zinnen:
                    form.add_error(None, zin)
            else:
                messages.success(request, _("De samenwerking is vastgelegd en staat op de pagina voor inwoners."))
                return naar(request, reverse("delen:samenwerkingen"))
    return pagina(request, "delen/samenwerking_nieuw.html", {"form": form}, status=status)


@requires(Recht.SAMENWERKING_BEHEREN)
@require_http_methods(GET_EN_POST)
def samenwerking(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one agreement; a POST ends it."""
    gevonden = get_object_or_404(queries.samenwerkingen(), pk=pk)
    form, status = EindeForm(initial={"tot": klok.vandaag()}), 200
    if request.method == "POST":
        form, status = EindeForm(request.POST), ONVOLLEDIG
        if form.is_valid():
            try:
                actions.beeindig_samenwerking(gevonden, **form.cleaned_data, by=medewerker_van(request), at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Het einde van de samenwerking is vastgelegd."))
                return naar(request, reverse("delen:samenwerkingen"))
    _rij, doelen, categorieen = _regel(gevonden)
    context = {"samenwerking": gevonden, "doelen": doelen, "categorieen": categorieen, "form": form}
    context["loopt"] = gevonden.loopt_op(klok.vandaag())
    return pagina(request, "delen/samenwerking.html", context, status=status)
