"""The small pieces of a file: notes, tasks and documents. Their forms also stand on the household's page."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
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
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import actions, queries, verbergen, virusscan
from eenplan.dossiers.bestandssoort import EINDE
from eenplan.dossiers.forms import DocumentForm, NotitieForm, TaakForm
from eenplan.dossiers.models import Document, Dossier, Notitie, Taak
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]
PER_BLAD = 25
M = TypeVar("M", bound=Model)


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=dossier_id)


def _blad(request: HttpRequest, rijen: QuerySet[M]) -> Page[M]:
    return Paginator(rijen, PER_BLAD).get_page(request.GET.get("pagina"))


def _terug(request: HttpRequest, hier: str, dossier_id: int) -> HttpResponse:
    """Go back to the page where the form stood: the household's own, or the list."""
    naam = "web:huishouden" if request.POST.get("terug") == "huishouden" else hier
    return naar(request, reverse(naam, args=[dossier_id]))


def _mag_bijhouden(medewerker: Medewerker, dossier: Dossier) -> bool:
    return medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def notities(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the notes; a POST adds one."""
    medewerker, dossier = _dossier(request, dossier_id)
    label = _label(medewerker, dossier)
    form, status = NotitieForm(**label), 200
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        form, status = NotitieForm(request.POST, **label), ONVOLLEDIG
        if form.is_valid() and _schrijf(dossier, form, medewerker):
            messages.success(request, _("De notitie is bewaard."))
            return _terug(request, "dossiers:notities", dossier_id)
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "blad": _blad(request, queries.notities(dossier.pk, medewerker)),
        "elders": queries.niet_zichtbaar(dossier.pk, medewerker, Notitie),
        **_verbergers(medewerker, dossier),
        "mag_bijhouden": _mag_bijhouden(medewerker, dossier),
        "form": form,
    }
    return pagina(request, "dossiers/notities.html", context, status=status)


def _label(medewerker: Medewerker, dossier: Dossier) -> dict[str, Any]:
    """Give a form what it needs to offer the labels of this worker in this file."""
    return {"bereik": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN), "dossier_id": dossier.pk}


def _verbergers(medewerker: Medewerker, dossier: Dossier) -> dict[str, Any]:
    """Say who may hide something from the household: its author, or a manager."""
    return {"medewerker": medewerker, "is_manager": medewerker.bereik(Recht.PLAN_VASTSTELLEN).omvat(dossier)}


def _schrijf(dossier: Dossier, form: NotitieForm, medewerker: Medewerker) -> bool:
    """Write the note, hidden when that was asked; a refusal stands in the form."""
    tekst, wet, verberg = form.cleaned_data["tekst"], form.label_wet, form.verberging()
    try:
        if verberg:
            verbergen.schrijf_verborgen_notitie(dossier, verberg, tekst=tekst, wet=wet, by=medewerker, at=klok.nu())
        else:
            actions.schrijf_notitie(dossier, tekst=tekst, wet=wet, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error("herzien_op", fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def taken(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what is to be done and what was done; a POST adds a task."""
    medewerker, dossier = _dossier(request, dossier_id)
    collegas = queries.collegas(dossier, klok.vandaag())
    label = _label(medewerker, dossier)
    form, status = TaakForm(collegas=collegas, initial={"voor": str(medewerker.pk)}, **label), 200
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        form, status = TaakForm(request.POST, collegas=collegas, **label), ONVOLLEDIG
        if form.is_valid() and _maak_taak(dossier, form, medewerker):
            messages.success(request, _("De taak is gemaakt."))
            return _terug(request, "dossiers:taken", dossier_id)
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "taken": queries.taken_open(dossier.pk, medewerker),
        "gedaan": queries.taken_gedaan(dossier.pk, medewerker),
        "elders": queries.niet_zichtbaar(dossier.pk, medewerker, Taak),
        "vandaag": klok.vandaag(),
        "mag_bijhouden": _mag_bijhouden(medewerker, dossier),
        "form": form,
    }
    return pagina(request, "dossiers/taken.html", context, status=status)


def _maak_taak(dossier: Dossier, form: TaakForm, medewerker: Medewerker) -> bool:
    """Make the task; a refusal stands in the form."""
    gevuld = form.cleaned_data
    feiten: dict[str, Any] = {"wat": gevuld["wat"], "uiterlijk": gevuld["uiterlijk"], "wet": form.label_wet}
    try:
        actions.maak_taak(dossier, voor=form.medewerker, **feiten, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error("voor", fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def taak_gedaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a task as done and go back to where it was pressed."""
    medewerker = medewerker_van(request)
    taak = get_object_or_404(queries.taken(medewerker), pk=pk)
    actions.rond_taak_af(taak, by=medewerker, at=klok.nu())
    messages.success(request, _("De taak is gedaan."))
    if request.POST.get("terug") == "dag":
        return naar(request, reverse("web:dag"))
    return _terug(request, "dossiers:taken", taak.dossier_id)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def documenten(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the papers of the file, a page at a time; a POST takes one in."""
    medewerker, dossier = _dossier(request, dossier_id)
    label = _label(medewerker, dossier)
    form, status = DocumentForm(**label), 200
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        form, status = DocumentForm(request.POST, request.FILES, **label), ONVOLLEDIG
        if form.is_valid() and _ontvang(dossier, form, medewerker):
            messages.success(request, _("Het stuk zit in het dossier."))
            return _terug(request, "dossiers:documenten", dossier_id)
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "blad": _blad(request, queries.documenten(dossier.pk, medewerker)),
        "elders": queries.niet_zichtbaar(dossier.pk, medewerker, Document),
        **_verbergers(medewerker, dossier),
        "wordt_gescand": virusscan.is_aangesloten(),
        "mag_bijhouden": _mag_bijhouden(medewerker, dossier),
        "form": form,
    }
    return pagina(request, "dossiers/documenten.html", context, status=status)


def _ontvang(dossier: Dossier, form: DocumentForm, medewerker: Medewerker) -> bool:
    """Take the paper in, hidden when that was asked; a refusal stands in the form."""
    verberg = form.verberging()
    try:
        if verberg:
            verbergen.ontvang_verborgen_document(dossier, verberg, form.stuk(), by=medewerker, at=klok.nu())
        else:
            actions.ontvang_document(dossier, form.stuk(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error("bestand", fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out a paper under a name that says nothing about anybody."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.documenten_in_bereik(medewerker), pk=pk)
    record(Sleutel.DOCUMENT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    antwoord = HttpResponse(bytes(gevonden.inhoud), content_type=gevonden.inhoudstype)
    einde = EINDE.get(gevonden.inhoudstype, "bin")
    antwoord["Content-Disposition"] = f'attachment; filename="document-{gevonden.pk}.{einde}"'
    return antwoord
