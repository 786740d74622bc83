"""The pages of delivery: give each granted line to a provider, note the start with one click, note the end."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten import queries as besluiten
from eenplan.besluiten.brief import hoeveel
from eenplan.besluiten.models import Aanvraag, Besluitregel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.toewijzingen import actions, queries
from eenplan.toewijzingen.forms import StartForm, StopForm, ToewijzingForm
from eenplan.toewijzingen.models import Toewijzing

GET_EN_POST = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Hulpregel:
    """One granted line on the page: how much, where it stands, and the form that comes next."""

    regel: Besluitregel
    hoeveel: str
    toewijzing: Toewijzing | None
    form: ToewijzingForm | None
    start: StartForm | None


@requires(Recht.BESLUIT_INZIEN)
@require_http_methods(GET_EN_POST)
def toewijzing(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every granted line with where it stands; a POST gives one line to a provider."""
    medewerker = medewerker_van(request)
    aanvraag = get_object_or_404(besluiten.visible_to(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.BESLUIT_INGEZIEN, aanvraag, by=medewerker, at=klok.nu())
        return _toon(request, aanvraag, medewerker)
    regel = next((rij for rij in queries.regels_van(aanvraag) if str(rij.pk) == request.POST.get("regel")), None)
    if regel is None:
        raise Http404
    form = ToewijzingForm(request.POST, regel=regel, aanbieders=queries.aanbieders_voor(regel.inzet, klok.vandaag()))
    if form.is_valid():
        aanbieder = form.cleaned_data["aanbieder"]
        try:
            actions.wijs_toe(regel, aanbieder=aanbieder, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("{aanbieder} heeft de opdracht.").format(aanbieder=aanbieder.naam))
            return naar(request, reverse("toewijzingen:toewijzing", args=[pk]))
    return _toon(request, aanvraag, medewerker, gestuurd=(regel.pk, form), status=ONVOLLEDIG)


def _toon(
    request: HttpRequest,
    aanvraag: Aanvraag,
    medewerker: Medewerker,
    *,
    gestuurd: tuple[int, ToewijzingForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    gestuurde = dict([gestuurd]) if gestuurd else {}
    mag = medewerker.bereik(Recht.TOEWIJZING_BIJHOUDEN).omvat(aanvraag)
    context = {
        "aanvraag": aanvraag,
        "besluit": besluiten.besluit_van(aanvraag),
        "regels": [_hulpregel(regel, gestuurde.get(regel.pk)) for regel in queries.regels_van(aanvraag)],
        "gestuurd": gestuurd[1] if gestuurd else None,
        "mag_bijhouden": mag,
        "mag_dossier": medewerker.mag(Recht.DOSSIER_INZIEN),
    }
    return pagina(request, "toewijzingen/toewijzing.html", context, status=status)


def _hulpregel(regel: Besluitregel, gestuurd: ToewijzingForm | None) -> Hulpregel:
    toegewezen = getattr(regel, "toewijzing", None)
    form = start = None
    if toegewezen is None:
        aanbieders = queries.aanbieders_voor(regel.inzet, klok.vandaag())
        form = gestuurd or ToewijzingForm(regel=regel, aanbieders=aanbieders)
    elif not hasattr(toegewezen, "levering"):
        start = StartForm(initial={"gestart_op": klok.vandaag()}, auto_id=f"id_%s_{regel.pk}")
    return Hulpregel(regel, hoeveel(regel.inzet), toegewezen, form, start)


@requires(Recht.TOEWIJZING_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def levering(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the day on which the help started; today stands ready."""
    medewerker, gevonden = _toewijzing(request, pk)
    if request.method != "POST":
        record(Sleutel.BESLUIT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        form = StartForm(initial={"gestart_op": klok.vandaag()})
        return _toon_stap(request, gevonden, form, "toewijzingen/levering.html")
    form = StartForm(request.POST)
    if form.is_valid():
        try:
            actions.meld_start(gevonden, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De start van de hulp is gemeld."))
            return naar(request, reverse("toewijzingen:toewijzing", args=[gevonden.regel.besluit.aanvraag_id]))
    return _toon_stap(request, gevonden, form, "toewijzingen/levering.html", status=ONVOLLEDIG)


@requires(Recht.TOEWIJZING_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def beeindiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the day on which the help stopped, and why."""
    medewerker, gevonden = _toewijzing(request, pk)
    loopt = getattr(gevonden, "levering", None)
    if loopt is None:
        messages.error(request, _("Deze hulp is nog niet gestart. Meld eerst de start."))
        return naar(request, reverse("toewijzingen:levering", args=[pk]))
    if request.method != "POST":
        record(Sleutel.BESLUIT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        form = StopForm(initial={"gestopt_op": klok.vandaag()})
        return _toon_stap(request, gevonden, form, "toewijzingen/beeindiging.html")
    form = StopForm(request.POST)
    if form.is_valid():
        try:
            actions.meld_stop(loopt, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het einde van de hulp is gemeld."))
            return naar(request, reverse("toewijzingen:toewijzing", args=[gevonden.regel.besluit.aanvraag_id]))
    return _toon_stap(request, gevonden, form, "toewijzingen/beeindiging.html", status=ONVOLLEDIG)


def _toewijzing(request: HttpRequest, pk: int) -> tuple[Medewerker, Toewijzing]:
    """Give the worker and the allocation; one of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, Recht.TOEWIJZING_BIJHOUDEN), pk=pk)


def _toon_stap(
    request: HttpRequest, gevonden: Toewijzing, form: StartForm | StopForm, template: str, *, status: int = 200
) -> HttpResponse:
    context = {
        "toewijzing": gevonden,
        "levering": getattr(gevonden, "levering", None),
        "aanvraag": gevonden.regel.besluit.aanvraag,
        "hoeveel": hoeveel(gevonden.inzet),
        "form": form,
    }
    return pagina(request, template, context, status=status)
