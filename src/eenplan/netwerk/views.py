"""The network of a household: a list to work in, a drawing of the same people, and what each can carry."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.netwerk import actions, queries
from eenplan.netwerk.brief import netwerkbrief
from eenplan.netwerk.forms import SteunForm, StopForm, UitkomstForm
from eenplan.netwerk.models import Overbelasting, Steunfiguur
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def netwerk(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who is around the household: the list first, the drawing of the same people after it."""
    medewerker, dossier = _dossier(request, dossier_id)
    record(Sleutel.NETWERK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    regels = queries.netwerk(dossier, medewerker)
    context = {
        "dossier": dossier,
        "regels": [regel for regel in regels if not regel.is_gestopt],
        "gestopt": [regel for regel in regels if regel.is_gestopt],
        "tekening": queries.tekening(regels),
        "overbelastingen": queries.overbelastingen_van(dossier, medewerker),
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "netwerk/netwerk.html", context)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Add somebody; from a tie that is known, the two are filled in already."""
    medewerker, dossier = _dossier(request, dossier_id)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    leden = list(dossiers.bewoners(dossier.huishouden))
    form = SteunForm(
        request.POST if request.method == "POST" else None,
        leden=leden,
        bekenden=queries.bekenden_buiten(dossier, medewerker),
        mag_afschermen=queries.mag_afschermen(dossier, medewerker),
        initial={naam: request.GET.get(naam, "") for naam in ("rond", "persoon")},
    )
    if request.method != "POST":
        record(Sleutel.NETWERK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            actions.leg_steun_vast(dossier, form.gegeven(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("netwerk:netwerk", args=[dossier_id]))
    return _toon(request, dossier, form, _("Iemand toevoegen"))


def _toon(request: HttpRequest, dossier: Dossier, form: SteunForm, titel: str, **extra: object) -> HttpResponse:
    context = {"dossier": dossier, "form": form, "titel": titel, "rij": None} | extra
    return pagina(request, "netwerk/steunfiguur.html", context, status=ONVOLLEDIG if form.errors else 200)


def _figuur(request: HttpRequest, pk: int) -> tuple[Medewerker, Steunfiguur]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def steunfiguur(request: HttpRequest, pk: int) -> HttpResponse:
    """Show somebody who supports and change how it is now."""
    medewerker, rij = _figuur(request, pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, rij)
    mag_afschermen = queries.mag_afschermen(rij.dossier, medewerker)
    form = SteunForm(
        request.POST if request.method == "POST" else None,
        leden=[rij.rond],
        mag_afschermen=mag_afschermen,
        rij=rij,
        initial=_begin(rij),
    )
    if request.method != "POST":
        record(Sleutel.NETWERK_INGEZIEN, rij, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            actions.wijzig_steun(rij, form.gegeven(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("netwerk:netwerk", args=[rij.dossier_id]))
    return _toon(request, rij.dossier, form, rij.wie, rij=rij)


def _begin(rij: Steunfiguur) -> dict[str, Any]:
    velden = {veld: getattr(rij, veld) for veld in ("band", "steun", "hoe_vaak", "werking", "draagkracht")}
    return velden | {"markeringen": sorted(queries.soorten_van(rij)), "reden": queries.reden_van(rij)}


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the support of somebody end."""
    medewerker, rij = _figuur(request, pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, rij)
    form = StopForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        record(Sleutel.NETWERK_INGEZIEN, rij, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            actions.stop_steun(rij, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De steun is gestopt. De regel blijft bewaard."))
            return naar(request, reverse("netwerk:netwerk", args=[rij.dossier_id]))
    context = {"dossier": rij.dossier, "rij": rij, "form": form}
    return pagina(request, "netwerk/stop.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def overbelasting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who cannot go on, and write what was done."""
    medewerker = medewerker_van(request)
    rij: Overbelasting = get_object_or_404(queries.overbelastingen(medewerker), pk=pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, rij)
    form = UitkomstForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        record(Sleutel.NETWERK_INGEZIEN, rij, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            actions.rond_overbelasting_af(rij, uitkomst=form.cleaned_data["uitkomst"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard. De taak is klaar."))
            return naar(request, reverse("netwerk:netwerk", args=[rij.dossier_id]))
    context = {"dossier": rij.dossier, "rij": rij, "form": form}
    return pagina(request, "netwerk/overbelasting.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def afdruk(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Give the network as PDF for the household, without anybody who is marked."""
    medewerker, dossier = _dossier(request, dossier_id)
    record(Sleutel.NETWERK_INGEZIEN, dossier, by=medewerker, at=klok.nu(), doel="afgedrukt")
    brief = netwerkbrief(
        dossier,
        queries.om_af_te_drukken(dossier),
        leden=list(dossiers.bewoners(dossier.huishouden)),
        van=medewerker,
        op=klok.vandaag(),
    )
    antwoord = HttpResponse(maak_pdf(brief), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{brief.kenmerk}.pdf"'
    return antwoord
