"""The pages of a file: plan a talk, appoint a coordinator, open and close cases, move the status."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.dossiers import actions, queries
from eenplan.dossiers.forms import AfloopForm, CasusForm, GesprekForm, RegieForm, StatusForm, VervalForm
from eenplan.dossiers.models import Casus, Dossier, Gesprek
from eenplan.dossiers.states import Dossierstatus, Gesprekstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.afscherming import adres_of_niets
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    """Give the worker and the file; the file of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=dossier_id)


# --------------------------------------------------------------------------------------------------------- talks


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def gesprek_nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Plan a talk at the household's own address, unless the worker says otherwise."""
    medewerker, dossier = _dossier(request, dossier_id)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    gehoord = queries.gehoord(dossier.huishouden)
    label: dict[str, Any] = {"bereik": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN), "dossier_id": dossier.pk}
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        adres = adres_of_niets(medewerker, dossier.huishouden)
        begin = {"soort": "huisbezoek", "plaats": str(adres) if adres else ""}
        return _toon_nieuw(request, dossier, gehoord, GesprekForm(gehoord=gehoord, initial=begin, **label))
    form = GesprekForm(request.POST, gehoord=gehoord, **label)
    if form.is_valid():
        nieuw = actions.plan_gesprek(dossier, form.afspraak(), by=medewerker, at=klok.nu())
        messages.success(request, _("Het gesprek staat in uw agenda."))
        return naar(request, reverse("dossiers:gesprek", args=[nieuw.pk]))
    return _toon_nieuw(request, dossier, gehoord, form, status=ONVOLLEDIG)


def _toon_nieuw(
    request: HttpRequest, dossier: Dossier, gehoord: list[queries.Gehoord], form: GesprekForm, *, status: int = 200
) -> HttpResponse:
    medewerker = medewerker_van(request)
    context = {
        "dossier": dossier,
        "form": form,
        "gehoord": gehoord,
        "gesprekken": queries.gesprekken_van(dossier.pk, medewerker, limit=10),
    }
    return pagina(request, "dossiers/gesprek_nieuw.html", context, status=status)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def gesprek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a talk with its report and the resident's remarks; a POST says that it does not take place."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.gesprekken(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        return _toon_gesprek(request, medewerker, gevonden, VervalForm())
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, gevonden)
    form = VervalForm(request.POST)
    if form.is_valid():
        try:
            reden = form.cleaned_data["reden"]
            actions.laat_gesprek_vervallen(gevonden, reden=reden, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het gesprek is afgezegd."))
            return naar(request, reverse("dossiers:gesprek", args=[pk]))
    return _toon_gesprek(request, medewerker, gevonden, form, status=ONVOLLEDIG)


def _toon_gesprek(
    request: HttpRequest, medewerker: Medewerker, gevonden: Gesprek, form: VervalForm, *, status: int = 200
) -> HttpResponse:
    verslag = queries.verslag_van(gevonden)
    context = {
        "gesprek": gevonden,
        "verslag": verslag,
        "onderdelen": queries.geschreven(verslag) if verslag else [],
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "is_gepland": gevonden.status == Gesprekstatus.GEPLAND,
        "is_vervallen": gevonden.status == Gesprekstatus.VERVALLEN,
        "is_concept": queries.is_concept(verslag),
        "form": form,
    }
    return pagina(request, "dossiers/gesprek.html", context, status=status)


# --------------------------------------------------------------------------------------------------- coordinator


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def regie(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who coordinates and who did; a POST appoints or hands over, with the reason."""
    medewerker, dossier = _dossier(request, dossier_id)
    kandidaten = queries.kandidaten(dossier, klok.vandaag())
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        huidige = queries.huidige_regie(dossier)
        form = RegieForm(kandidaten=kandidaten, initial={"huidige": huidige.pk if huidige else None})
        return _toon_regie(request, medewerker, dossier, form, kandidaten=kandidaten)
    require(medewerker, Recht.REGIE_TOEWIJZEN, dossier)
    form = RegieForm(request.POST, kandidaten=kandidaten)
    if form.is_valid():
        try:
            _wijs_aan(dossier, form, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            naam = form.medewerker.naam
            messages.success(request, _("%(naam)s is vanaf vandaag de regisseur.") % {"naam": naam})
            terug = "web:huishouden" if request.POST.get("terug") == "huishouden" else "dossiers:regie"
            return naar(request, reverse(terug, args=[dossier_id]))
    return _toon_regie(request, medewerker, dossier, form, kandidaten=kandidaten, status=ONVOLLEDIG)


def _wijs_aan(dossier: Dossier, form: RegieForm, medewerker: Medewerker) -> None:
    huidige = queries.huidige_regie(dossier)
    if form.cleaned_data["huidige"] != (huidige.pk if huidige else None):
        raise IntussenGewijzigd(
            _("Een collega heeft net een regisseur aangewezen. Kijk wie het nu is en kies opnieuw.")
        )
    actions.wijs_regisseur_aan(
        dossier, regisseur=form.medewerker, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu()
    )


def _toon_regie(
    request: HttpRequest,
    medewerker: Medewerker,
    dossier: Dossier,
    form: RegieForm,
    *,
    kandidaten: list[queries.Kandidaat],
    status: int = 200,
) -> HttpResponse:
    regies = list(queries.regies(dossier))
    context = {
        "dossier": dossier,
        "huidige": next((rij for rij in regies if rij.tot is None), None),
        "regies": regies,
        "kandidaten": kandidaten,
        "mag_toewijzen": medewerker.bereik(Recht.REGIE_TOEWIJZEN).omvat(dossier),
        "mag_direct": actions.mag_zonder_akkoord(dossier, medewerker),
        "form": form,
    }
    return pagina(request, "dossiers/regie.html", context, status=status)


# --------------------------------------------------------------------------------------------------------- cases


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def casussen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the cases of all members and laws together, counted apart from the trajectory; a POST opens one."""
    medewerker, dossier = _dossier(request, dossier_id)
    personen, leefgebieden = queries.bewoners(dossier.huishouden), inrichting().leefgebieden
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_casussen(request, medewerker, dossier, CasusForm(personen=personen, leefgebieden=leefgebieden))
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    form = CasusForm(request.POST, personen=personen, leefgebieden=leefgebieden)
    if form.is_valid():
        try:
            actions.open_casus(dossier, **form.feiten(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De casus is geopend."))
            return naar(request, reverse("dossiers:casussen", args=[dossier_id]))
    return _toon_casussen(request, medewerker, dossier, form, status=ONVOLLEDIG)


def _toon_casussen(
    request: HttpRequest, medewerker: Medewerker, dossier: Dossier, form: CasusForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "casussen": queries.casussen_van(dossier.pk, medewerker),
        "elders": queries.niet_zichtbaar(dossier.pk, medewerker, Casus),
        "tellingen": queries.tellingen(medewerker, dossier_id=dossier.pk),
        "leefgebied_naam": inrichting().leefgebied_naam,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "is_gesloten": dossier.status == Dossierstatus.GESLOTEN,
        "form": form,
    }
    return pagina(request, "dossiers/casussen.html", context, status=status)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def casus_sluiting(request: HttpRequest, pk: int) -> HttpResponse:
    """Close one case with its outcome."""
    medewerker = medewerker_van(request)
    casus = get_object_or_404(queries.casussen(medewerker), pk=pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, casus)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, casus, by=medewerker, at=klok.nu())
        return _toon_sluiting(request, casus, AfloopForm())
    form = AfloopForm(request.POST)
    if form.is_valid():
        try:
            actions.sluit_casus(casus, afloop=form.cleaned_data["afloop"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De casus is gesloten."))
            return naar(request, reverse("dossiers:casussen", args=[casus.dossier_id]))
    return _toon_sluiting(request, casus, form, status=ONVOLLEDIG)


def _toon_sluiting(request: HttpRequest, casus: Casus, form: AfloopForm, *, status: int = 200) -> HttpResponse:
    context = {"casus": casus, "dossier": casus.dossier, "form": form}
    return pagina(request, "dossiers/casus_sluiting.html", context, status=status)


# -------------------------------------------------------------------------------------------------------- status


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def status(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show where the file stands and only the steps that are allowed from there; a POST takes one."""
    medewerker, dossier = _dossier(request, dossier_id)
    stappen = queries.mogelijke_stappen(dossier, klok.vandaag())
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_status(request, medewerker, dossier, StatusForm(stappen=stappen), stappen=stappen)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    form = StatusForm(request.POST, stappen=stappen)
    if form.is_valid():
        gekozen = Dossierstatus(form.cleaned_data["naar"])
        try:
            actions.wijzig_status(dossier, to=gekozen, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De status is nu “%(status)s”.") % {"status": gekozen.label})
            return naar(request, reverse("dossiers:status", args=[dossier_id]))
    return _toon_status(request, medewerker, dossier, form, stappen=stappen, status=ONVOLLEDIG)


def _toon_status(
    request: HttpRequest,
    medewerker: Medewerker,
    dossier: Dossier,
    form: StatusForm,
    *,
    stappen: list[queries.Stap],
    status: int = 200,
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "toelichting": {stap.naar.value: stap.reden for stap in stappen},
        "kan_dicht": queries.kan_dicht(dossier, klok.vandaag()),
        "afsluitingen": list(queries.afsluitingen_van(dossier)),
        "wissels": queries.statuswissels(dossier),
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "form": form,
    }
    return pagina(request, "dossiers/status.html", context, status=status)
