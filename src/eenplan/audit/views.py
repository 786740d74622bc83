"""The log: who looked at or changed what and when, for the privacy officer. Never the content, never a resident."""

from __future__ import annotations

from dataclasses import dataclass
from json import dumps
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit import queries
from eenplan.audit.actions import Actor, record
from eenplan.audit.export import verwerkingsactie
from eenplan.audit.forms import SpoorForm
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.register import BEVEILIGING, register
from eenplan.audit.sleutels import Sleutel, onderdeel, zin
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina

PER_BLAD = 100


@dataclass(frozen=True)
class Spoorregel:
    """One line of the log."""

    gebeurtenis: Gebeurtenis
    zin: str | Promise
    onderdeel: str | Promise


@requires(Recht.SPOOR_INZIEN)
@require_safe
def spoor(request: HttpRequest) -> HttpResponse:
    """Show the events that fit the filter, and keep that they were looked at."""
    form = SpoorForm(request.GET or None, medewerkers=queries.actoren())
    if form.is_bound and not form.is_valid():
        return pagina(request, "audit/spoor.html", _leeg(form), status=ONVOLLEDIG)
    vraag = form.vraag() if form.is_bound else queries.Spoorvraag()
    na = request.GET.get("na", "")
    rijen = list(
        queries.voor(queries.spoor(vraag), int(na) if na.isdecimal() and len(na) < 19 else None)[: PER_BLAD + 1]
    )
    record(Sleutel.SPOOR_INGEZIEN, vraag, by=cast("Actor", request.user), at=klok.nu())
    inhoud = _leeg(form) | {
        "regels": [_regel(rij) for rij in rijen[:PER_BLAD]],
        "is_gefilterd": vraag != queries.Spoorvraag() or bool(na),
    }
    inhoud["niet_verzegeld"] = queries.niet_verzegeld()
    if len(rijen) > PER_BLAD:
        inhoud["meer"] = _adres(request, rijen[PER_BLAD - 1].pk)
    return pagina(request, "audit/spoor.html", inhoud)


@requires(Recht.SPOOR_INZIEN)
@require_POST
def bestand(request: HttpRequest) -> HttpResponse:
    """Give what the filter shows as a file in the fields of the VNG standard; that it was taken out is recorded."""
    form = SpoorForm(request.POST, medewerkers=queries.actoren())
    if not form.is_valid():
        return pagina(request, "audit/spoor.html", _leeg(form), status=ONVOLLEDIG)
    vraag = form.vraag()
    record(Sleutel.SPOOR_UITGEVOERD, vraag, by=cast("Actor", request.user), at=klok.nu())
    rijen = queries.spoor(vraag).order_by("moment", "pk").iterator(chunk_size=2_000)
    regels = (f"{dumps(verwerkingsactie(rij), ensure_ascii=False)}\n" for rij in rijen)
    antwoord = StreamingHttpResponse(regels, content_type="application/x-ndjson")
    antwoord["Content-Disposition"] = 'attachment; filename="logboek.jsonl"'
    return cast("HttpResponse", antwoord)


@requires(Recht.SPOOR_INZIEN)
@require_safe
def verwerkingen(request: HttpRequest) -> HttpResponse:
    """Show the processing register as the program itself knows it (AVG 30)."""
    return pagina(request, "audit/verwerkingen.html", {"regels": register(), "beveiliging": BEVEILIGING})


def _leeg(form: SpoorForm) -> dict[str, object]:
    return {"form": form, "regels": [], "meer": "", "is_gefilterd": True, "niet_verzegeld": 0}


def _regel(rij: Gebeurtenis) -> Spoorregel:
    return Spoorregel(rij, zin(rij.sleutel), onderdeel(rij.onderwerp_soort))


def _adres(request: HttpRequest, na: int) -> str:
    keuze = {naam: waarde for naam, waarde in request.GET.items() if waarde and naam != "na"}
    return f"{reverse('audit:spoor')}?{urlencode(keuze | {'na': str(na)})}"
