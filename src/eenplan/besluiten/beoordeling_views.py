"""A prepared decision goes to whoever may take it: put it there, read and take it, or give it back with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten import actions, mandaat, mandaat_queries, queries
from eenplan.besluiten.blad import maak_blad
from eenplan.besluiten.mandaat_forms import TerugForm
from eenplan.besluiten.models import Aanvraag, Besluit
from eenplan.besluiten.states import Besluitstatus
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, gelezen_nummer, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _besluit(request: HttpRequest, pk: int) -> tuple[Medewerker, Aanvraag, Besluit]:
    """Give the worker, the application and its decision; of another team, or not yet prepared, there is none."""
    medewerker = medewerker_van(request)
    aanvraag = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    gevonden = queries.besluit_van(aanvraag)
    if gevonden is None:
        raise Http404
    return medewerker, aanvraag, gevonden


@requires(Recht.BESLUIT_NEMEN)
@require_POST
def voorlegging(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the decision to who holds the chosen mandate."""
    medewerker, _aanvraag, gevonden = _besluit(request, pk)
    gekozen = request.POST.get("aan", "")
    aan = get_object_or_404(mandaat_queries.visible_to(medewerker), pk=int(gekozen) if gekozen.isdecimal() else 0)
    try:
        actions.leg_besluit_voor(gevonden, aan=aan, by=medewerker, at=klok.nu(), gelezen=gelezen_nummer(request))
    except NietMogelijk as fout:
        messages.error(request, fout.zin)
        return naar(request, reverse("besluiten:bekendmaking", args=[pk]))
    messages.success(request, _("Het besluit is voorgelegd aan {wie}.").format(wie=mandaat.houder(aan)))
    return naar(request, reverse("besluiten:besluit", args=[pk]))


@requires(Recht.BESLUIT_BEOORDELEN)
@require_http_methods(GET_EN_POST)
def beoordeling(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a decision that was put to somebody, with the letter; a POST takes it."""
    medewerker, aanvraag, gevonden = _besluit(request, pk)
    if gevonden.status != Besluitstatus.VOORGELEGD:
        return naar(request, reverse("besluiten:besluit", args=[pk]))
    fouten: list[str] = []
    if request.method == "POST":
        try:
            actions.neem_besluit(gevonden, by=medewerker, at=klok.nu(), gelezen=gelezen_nummer(request))
        except NietMogelijk as fout:
            fouten = getattr(fout, "zinnen", [fout.zin])
        else:
            messages.success(request, _("Het besluit is genomen. De backoffice verstuurt de brief vandaag nog."))
            return naar(request, reverse("besluiten:besluit", args=[pk]))
    else:
        record(Sleutel.BESLUIT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, medewerker, aanvraag, gevonden, fouten=fouten, form=TerugForm())


@requires(Recht.BESLUIT_BEOORDELEN)
@require_POST
def terugzending(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the decision back to who prepared it, with what must still be done."""
    medewerker, aanvraag, gevonden = _besluit(request, pk)
    form = TerugForm(request.POST)
    if form.is_valid():
        try:
            actions.stuur_besluit_terug(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het besluit is terug bij de backoffice."))
            return naar(request, reverse("besluiten:besluit", args=[pk]))
    return _toon(request, medewerker, aanvraag, gevonden, fouten=[], form=form)


def _toon(
    request: HttpRequest,
    medewerker: Medewerker,
    aanvraag: Aanvraag,
    gevonden: Besluit,
    *,
    fouten: list[str],
    form: TerugForm,
) -> HttpResponse:
    blad = maak_blad(aanvraag, gevonden, medewerker=medewerker, vandaag=klok.vandaag())
    context = {
        "blad": blad,
        "aanvraag": aanvraag,
        "besluit": gevonden,
        "vandaag": blad.vandaag,
        "fouten": fouten,
        "form": form,
    }
    status = ONVOLLEDIG if request.method == "POST" else 200
    return pagina(request, "besluiten/beoordeling.html", context, status=status)
