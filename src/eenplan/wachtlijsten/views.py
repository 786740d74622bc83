"""The pages of waiting: what one household waits for, one place on the list, and the list of the team."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import getal
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.wachtlijsten import actions, queries
from eenplan.wachtlijsten.forms import EindeForm, HerzieningForm, WachtplekForm
from eenplan.wachtlijsten.models import Einde, Wachtplek

GET_EN_POST = ["GET", "HEAD", "POST"]
OPNIEUW = timedelta(weeks=4)
PER_BLAD = 25


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def wachten(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what this household waits and waited for; a POST puts somebody on the list."""
    medewerker, nu = medewerker_van(request), klok.nu()
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)
    mag_bijhouden = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier)
    form = None
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        form = _nieuw(request, medewerker, dossier)
        if form.is_valid() and _zet_op_lijst(form, dossier, medewerker):
            messages.success(request, _("De wachtlijst is bijgewerkt."))
            return naar(request, reverse("wachtlijsten:wachten", args=[dossier_id]))
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=nu)
        form = _nieuw(request, medewerker, dossier) if mag_bijhouden else None
    rijen = list(queries.van_dossier(dossier.pk, medewerker))
    context = {
        "dossier": dossier,
        "wachtend": [rij for rij in rijen if rij.beeindigd_op is None],
        "voorbij": [rij for rij in rijen if rij.beeindigd_op is not None],
        "elders": dossiers.niet_zichtbaar(dossier.pk, medewerker, Wachtplek),
        "form": form,
        "vandaag": nu.date(),
    }
    return pagina(request, "wachtlijsten/wachten.html", context, status=ONVOLLEDIG if request.method == "POST" else 200)


def _nieuw(request: HttpRequest, medewerker: Medewerker, dossier: Dossier) -> WachtplekForm:
    vandaag = klok.vandaag()
    return WachtplekForm(
        request.POST if request.method == "POST" else None,
        initial={"eigenaar": str(medewerker.pk), "sinds": vandaag, "herzien_op": vandaag + OPNIEUW},
        collegas=dossiers.collegas(dossier, vandaag),
        personen=dossiers.bewoners(dossier.huishouden),
        voorzieningen=queries.voorzieningen(dossier, medewerker),
        aanbieders=queries.aanbieders(),
        bereik=medewerker.bereik(Recht.DOSSIER_BIJHOUDEN),
        dossier_id=dossier.pk,
    )


def _zet_op_lijst(form: WachtplekForm, dossier: Dossier, medewerker: Medewerker) -> bool:
    """Keep what was typed; a refusal stands in the form."""
    try:
        actions.zet_op_wachtlijst(dossier, **form.feiten(), zorg=form.zorg(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


def _vind(request: HttpRequest, pk: int) -> tuple[Medewerker, Wachtplek]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def wachtplek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one place on the list with every time somebody looked; a POST writes down the next look."""
    medewerker, gevonden = _vind(request, pk)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        return _toon(request, medewerker, gevonden)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, gevonden)
    form = _herziening(request, gevonden)
    if form.is_valid():
        try:
            schoon = form.cleaned_data
            actions.herzie(
                gevonden,
                bevinding=schoon["bevinding"],
                zorg=form.zorg(),
                gezien=schoon["gezien"],
                by=medewerker,
                at=klok.nu(),
            )
        except NietMogelijk as fout:
            if isinstance(fout, IntussenGewijzigd):  # the page now shows what the colleague wrote
                form.opnieuw(queries.herzieningen(gevonden).count())
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard. De volgende keer kijken staat als taak bij de eigenaar."))
            return naar(request, reverse("wachtlijsten:wachtplek", args=[pk]))
    return _toon(request, medewerker, gevonden, form=form)


def _herziening(request: HttpRequest, gevonden: Wachtplek, gezien: int = 0) -> HerzieningForm:
    begin: dict[str, Any] = {veld: getattr(gevonden, veld) for veld in ("overbrugging", "afspraak")}
    begin |= {"eigenaar": gevonden.eigenaar_id, "herzien_op": klok.vandaag() + OPNIEUW, "gezien": gezien}
    return HerzieningForm(
        request.POST if request.method == "POST" else None,
        initial=begin,
        collegas=dossiers.collegas(gevonden.dossier, klok.vandaag()),
    )


def _toon(
    request: HttpRequest, medewerker: Medewerker, gevonden: Wachtplek, *, form: HerzieningForm | None = None
) -> HttpResponse:
    herzieningen = list(queries.herzieningen(gevonden))
    mag_bijhouden = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden) and gevonden.beeindigd_op is None
    context = {
        "wachtplek": gevonden,
        "dossier": gevonden.dossier,
        "herzieningen": herzieningen,
        "mag_bijhouden": mag_bijhouden,
        "form": form or (_herziening(request, gevonden, len(herzieningen)) if mag_bijhouden else None),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "wachtlijsten/wachtplek.html", context, status=ONVOLLEDIG if form else 200)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def einde(request: HttpRequest, pk: int) -> HttpResponse:
    """End the wait, with its reason."""
    medewerker, gevonden = _vind(request, pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, gevonden)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    form = EindeForm(request.POST if request.method == "POST" else None, initial={"op": klok.vandaag()})
    if form.is_valid():
        schoon = form.cleaned_data
        try:
            actions.beeindig(
                gevonden,
                einde=Einde(schoon["einde"]),
                op=schoon["op"],
                toelichting=schoon["toelichting"],
                by=medewerker,
                at=klok.nu(),
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Van de wachtlijst gehaald."))
            return naar(request, reverse("wachtlijsten:wachten", args=[gevonden.dossier_id]))
    context = {"wachtplek": gevonden, "dossier": gevonden.dossier, "form": form}
    return pagina(request, "wachtlijsten/einde.html", context, status=ONVOLLEDIG if form.is_bound else 200)


@requires(Recht.WACHTLIJST_INZIEN)
@require_safe
def wachtlijst(request: HttpRequest) -> HttpResponse:
    """Show who waits in the worker's teams, longest first, and how many wait for what."""
    medewerker, nu = medewerker_van(request), klok.nu()
    record(Sleutel.WACHTLIJST_INGEZIEN, None, by=medewerker, at=nu)
    groepen = queries.groepen(medewerker)
    gevraagd = request.GET.get("op", "")
    op = gevraagd if any(groep.code == gevraagd for groep in groepen) else ""
    hier = reverse("wachtlijsten:wachtlijst")
    context = {
        "blad": Paginator(queries.wachtlijst(medewerker, op), PER_BLAD).get_page(request.GET.get("pagina")),
        "groepen": groepen,
        "keuzes": [
            (_("Alles"), hier, not op),
            *((f"{groep.naam} ({groep.aantal})", f"{hier}?op={groep.code}", groep.code == op) for groep in groepen),
        ],
        "staven": [(groep.naam, groep.aantal, getal(groep.aantal)) for groep in groepen],
        "adres": f"{hier}?op={op}" if op else hier,
        "vandaag": nu.date(),
    }
    return pagina(request, "wachtlijsten/wachtlijst.html", context)
