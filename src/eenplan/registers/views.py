"""The registers on screen: what is late first, then each book. Every worker has own steps and may report."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.inrichting.lezen import inrichting
from eenplan.registers import actions, queries
from eenplan.registers.forms import BeoordelingForm, DatalekForm, NieuweBeoordelingForm, OordeelForm, VerklaringForm
from eenplan.registers.states import Beoordelingstatus
from eenplan.teams.sessie import medewerker_van

get_of_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(Recht.REGISTERS_BIJHOUDEN)
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show what is late in all the registers, and the way to each."""
    medewerker, nu = medewerker_van(request), klok.nu()
    inwerken = queries.inwerkingen(nu.date())
    context = {
        "achterstanden": [(rij, _adres(rij)) for rij in queries.achterstanden(nu, inwerken)],
        "aantal_beoordelingen": queries.visible_to(medewerker).count(),
        "aantal_datalekken": queries.datalekken(medewerker).filter(afgehandeld_op__isnull=True).count(),
        "verklaringen": [rij for rij in queries.verklaringen(nu.date()) if rij.geldt(nu.date())],
        "inwerkingen": [rij for rij in inwerken if rij.ontbreekt],
    }
    return pagina(request, "registers/overzicht.html", context)


def _adres(rij: queries.Achterstand) -> str:
    return reverse(rij.adresnaam, args=[rij.pk] if rij.pk else [])


@get_of_post
@requires(Recht.REGISTERS_BIJHOUDEN)
def effectbeoordelingen(request: HttpRequest) -> HttpResponse:
    """Show the impact assessments, and open a new one."""
    medewerker, nu = medewerker_van(request), klok.nu()
    form = NieuweBeoordelingForm(request.POST or None, collegas=queries.collegas())
    if form.is_valid():
        gemaakt = actions.begin_effectbeoordeling(**form.cleaned_data, by=medewerker, at=nu)
        messages.success(request, _("De effectbeoordeling staat in het register."))
        return naar(request, reverse("registers:effectbeoordeling", args=[gemaakt.pk]))
    context = {"form": form, "rijen": queries.visible_to(medewerker), "vandaag": nu.date()}
    return pagina(request, "registers/effectbeoordelingen.html", context, status=ONVOLLEDIG if form.errors else 200)


@get_of_post
@requires(Recht.REGISTERS_BIJHOUDEN)
def effectbeoordeling(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one impact assessment and take its next step."""
    medewerker, nu = medewerker_van(request), klok.nu()
    beoordeling = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    form = BeoordelingForm(request.POST or None, beoordeling=beoordeling)
    if form.is_valid():
        gegevens = form.cleaned_data
        try:
            actions.werk_effectbeoordeling_bij(
                beoordeling, **gegevens | {"naar": Beoordelingstatus(gegevens["naar"])}, by=medewerker, at=nu
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("registers:effectbeoordelingen"))
    context = {"form": form, "beoordeling": beoordeling, "vandaag": nu.date()}
    return pagina(request, "registers/effectbeoordeling.html", context, status=ONVOLLEDIG if form.errors else 200)


@require_safe
@requires(Recht.REGISTERS_BIJHOUDEN)
def datalekken(request: HttpRequest) -> HttpResponse:
    """Show every breach, the open ones first, each with the hour before which it must be reported."""
    context = {"rijen": queries.datalekken(medewerker_van(request)), "nu": klok.nu()}
    return pagina(request, "registers/datalekken.html", context)


@get_of_post
@requires(Recht.REGISTERS_BIJHOUDEN)
def datalek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one breach and judge it."""
    medewerker, nu = medewerker_van(request), klok.nu()
    lek = get_object_or_404(queries.datalekken(medewerker), pk=pk)
    form = OordeelForm(request.POST or None, lek=lek)
    if form.is_valid():
        try:
            actions.beoordeel_datalek(lek, form.oordeel(), by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("registers:datalekken"))
    context = {"form": form, "lek": lek, "nu": nu}
    return pagina(request, "registers/datalek.html", context, status=ONVOLLEDIG if form.errors else 200)


@get_of_post
@requires(Recht.DATALEK_MELDEN)
def datalek_melden(request: HttpRequest) -> HttpResponse:
    """Let any worker tell of a breach at once; the privacy officer takes it from there."""
    nu = klok.nu()
    form = DatalekForm(request.POST or None, initial={"dag": nu.date(), "tijd": nu.time()})
    if form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in ("soorten_gegevens", "aantal_betrokkenen")}
        try:
            actions.meld_datalek(
                form.cleaned_data["wat"], **velden, kennisname=form.kennisname(), by=medewerker_van(request), at=nu
            )
        except NietMogelijk as fout:
            form.add_error("dag", fout.zin)
        else:
            messages.success(request, _("Dank u. De functionaris gegevensbescherming ziet uw melding meteen."))
            return naar(request, reverse("web:start"))
    return pagina(request, "registers/datalek_melden.html", {"form": form}, status=ONVOLLEDIG if form.errors else 200)


@get_of_post
@requires(Recht.REGISTERS_BIJHOUDEN)
def verklaringen(request: HttpRequest) -> HttpResponse:
    """Show whose statement of secrecy holds till when, and keep a new one."""
    medewerker, nu = medewerker_van(request), klok.nu()
    form = VerklaringForm(request.POST or None, collegas=queries.collegas(), dag=nu.date())
    if form.is_valid():
        gegevens = form.cleaned_data
        try:
            actions.leg_verklaring_vast(gegevens.pop("medewerker"), **gegevens, by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De verklaring is vastgelegd."))
            return naar(request, reverse("registers:verklaringen"))
    context = {"form": form, "rijen": queries.verklaringen(nu.date()), "vandaag": nu.date()}
    return pagina(request, "registers/verklaringen.html", context, status=ONVOLLEDIG if form.errors else 200)


@require_safe
@requires(Recht.REGISTERS_BIJHOUDEN)
def instructies(request: HttpRequest) -> HttpResponse:
    """Show how far each worker is with the privacy onboarding, who is late first."""
    vandaag = klok.vandaag()
    context = {"rijen": queries.inwerkingen(vandaag), "vandaag": vandaag, "stappen": inrichting().instructiestappen}
    return pagina(request, "registers/instructies.html", context)


@get_of_post
@requires(Recht.DATALEK_MELDEN)
def mijn_instructie(request: HttpRequest) -> HttpResponse:
    """Show the worker's own steps, and finish one."""
    medewerker, nu = medewerker_van(request), klok.nu()
    if request.method == "POST":
        actions.rond_stap_af(medewerker, request.POST.get("stap", ""), by=medewerker, at=nu)
        messages.success(request, _("Deze stap is afgerond."))
        return naar(request, reverse("registers:mijn_instructie"))
    context = {
        "inwerking": queries.inwerking_van(medewerker, nu.date()),
        "stappen": inrichting().instructiestappen,
        "vandaag": nu.date(),
    }
    return pagina(request, "registers/mijn_instructie.html", context)
