"""The pages of consultations: the list, one consultation with its agenda and agreements, and one agreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import messages
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
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.overleggen import actions, queries
from eenplan.overleggen.forms import (
    AfhandelForm,
    AfloopForm,
    AfspraakForm,
    GastForm,
    OptieForm,
    OverlegForm,
    PuntForm,
    RedenForm,
    ZienswijzeForm,
)
from eenplan.overleggen.models import Optie, Overleg
from eenplan.overleggen.states import Afspraakstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def overleggen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the consultations of a household; a POST plans one."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers_voor(medewerker), pk=dossier_id)
    bereik = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN)
    form = OverlegForm(request.POST or None, bereik=bereik, dossier_id=dossier.pk)
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        if form.is_valid():
            gepland = actions.plan_overleg(dossier, form.nieuw(), by=medewerker, at=klok.nu())
            messages.success(request, _("Het overleg staat gepland. Zet nu punten op de agenda en nodig mensen uit."))
            return naar(request, reverse("overleggen:overleg", args=[gepland.pk]))
    else:
        record(Sleutel.OVERLEG_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "overleggen": queries.overleggen_van(dossier.pk, medewerker),
        "besprekingen": queries.besprekingen_van(dossier.pk, medewerker),
        "mag_bijhouden": bereik.omvat(dossier),
        "form": form,
    }
    return pagina(request, "overleggen/lijst.html", context, status=ONVOLLEDIG if form.errors else 200)


# -------------------------------------------------------------------------------------------------- one consultation


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def overleg(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one consultation: agenda, guests, options, agreements, and what comes next."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    record(Sleutel.OVERLEG_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker)


def _toon(
    request: HttpRequest, gevonden: Overleg, medewerker: Medewerker, *, status: int = 200, **eigen: object
) -> HttpResponse:
    """Show the page; `eigen` holds the form that came back with errors."""
    blad = queries.blad(gevonden)
    keuzes = queries.keuzes(gevonden.dossier, klok.vandaag())
    context: dict[str, Any] = {
        "overleg": gevonden,
        "blad": blad,
        "eigen_plaats": blad.eigen.get(medewerker.pk),
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "vandaag": klok.vandaag(),
        "is_geweest": gevonden.moment <= klok.nu(),
        "punt": PuntForm(auto_id="id_punt_%s"),
        "gast": GastForm(auto_id="id_gast_%s", keuzes=keuzes),
        "afspraak": AfspraakForm(auto_id="id_afspraak_%s", keuzes=keuzes),
        "afloop": AfloopForm(auto_id="id_afloop_%s", genodigden=blad.genodigden),
        "verval": RedenForm(auto_id="id_verval_%s"),
        "zienswijze": ZienswijzeForm(auto_id="id_zienswijze_%s"),
        "opties": {rij.pk: OptieForm(auto_id=f"id_optie{rij.pk}_%s") for rij in blad.punten},
        "fout": None,
    }
    return pagina(request, "overleggen/overleg.html", context | eigen, status=status)


Vorm = Callable[[Overleg], django_forms.Form]
Daad = Callable[[Overleg, Any, Medewerker], object]  # Any: each act its own form


def _doe(request: HttpRequest, pk: int, naam: str, vorm: Vorm, daad: Daad, *, anker: str, gelukt: str) -> HttpResponse:
    """Do one thing on the page of a consultation; a refusal stands in its form, and nothing typed is lost."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=pk)
    form = vorm(gevonden)
    if form.is_valid():
        try:
            daad(gevonden, form, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, gelukt)
            return naar(request, reverse("overleggen:overleg", args=[pk]) + f"#{anker}")
    return _toon(request, gevonden, medewerker, status=ONVOLLEDIG, **{naam: form, "fout": form})


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def punten(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a point on the agenda."""

    def daad(rij: Overleg, form: PuntForm, wie: Medewerker) -> None:
        actions.zet_op_agenda(rij, **form.cleaned_data, by=wie, at=klok.nu())

    def vorm(_rij: Overleg) -> PuntForm:
        return PuntForm(request.POST, auto_id="id_punt_%s")

    return _doe(request, pk, "punt", vorm, daad, anker="agenda", gelukt=_("Het punt staat op de agenda."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def opties(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down an option at a point of the agenda."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=pk)
    punt = get_object_or_404(gevonden.punten, pk=_nummer(request, "punt"))
    form = OptieForm(request.POST, auto_id=f"id_optie{punt.pk}_%s")
    if form.is_valid():
        actions.weeg_optie(punt, **form.cleaned_data, by=medewerker, at=klok.nu())
        messages.success(request, _("De optie is bewaard."))
        return naar(request, reverse("overleggen:overleg", args=[pk]) + "#agenda")
    leeg = {rij.pk: OptieForm(auto_id=f"id_optie{rij.pk}_%s") for rij in gevonden.punten.all()}
    return _toon(request, gevonden, medewerker, status=ONVOLLEDIG, opties=leeg | {punt.pk: form}, fout=form)


def _nummer(request: HttpRequest, naam: str) -> int:
    tekst = request.POST.get(naam, "")
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 19 else 0


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def optiekeuze(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose one of the options of a point."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=pk)
    optie: Optie = get_object_or_404(queries.opties(gevonden), pk=_nummer(request, "optie"))
    actions.kies_optie(optie, by=medewerker, at=klok.nu())
    messages.success(request, _("De keuze is bewaard."))
    return naar(request, reverse("overleggen:overleg", args=[pk]) + "#agenda")


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def genodigden(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody."""

    def daad(rij: Overleg, form: GastForm, wie: Medewerker) -> None:
        actions.nodig_uit(rij, form.gast(), by=wie, at=klok.nu())

    def vorm(rij: Overleg) -> GastForm:
        keuzes = queries.keuzes(rij.dossier, klok.vandaag())
        return GastForm(request.POST, auto_id="id_gast_%s", keuzes=keuzes)

    return _doe(request, pk, "gast", vorm, daad, anker="genodigden", gelukt=_("De gast staat op de lijst."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def afspraken(request: HttpRequest, pk: int) -> HttpResponse:
    """Record an agreement: refused without owner or day."""

    def daad(rij: Overleg, form: AfspraakForm, wie: Medewerker) -> None:
        actions.maak_afspraak(rij, form.belofte(), by=wie, at=klok.nu())

    def vorm(rij: Overleg) -> AfspraakForm:
        keuzes = queries.keuzes(rij.dossier, klok.vandaag())
        return AfspraakForm(request.POST, auto_id="id_afspraak_%s", keuzes=keuzes)

    return _doe(request, pk, "afspraak", vorm, daad, anker="afspraken", gelukt=_("De afspraak is vastgelegd."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def afronding(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the consultation was held."""

    def daad(rij: Overleg, form: AfloopForm, wie: Medewerker) -> None:
        actions.houd_overleg(rij, form.afloop(), by=wie, at=klok.nu())

    def vorm(rij: Overleg) -> AfloopForm:
        return AfloopForm(request.POST, auto_id="id_afloop_%s", genodigden=queries.blad(rij).genodigden)

    return _doe(request, pk, "afloop", vorm, daad, anker="afspraken", gelukt=_("Het overleg is afgerond."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def vervallen(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a planned consultation."""

    def daad(rij: Overleg, form: RedenForm, wie: Medewerker) -> None:
        actions.laat_overleg_vervallen(rij, **form.cleaned_data, by=wie, at=klok.nu())

    def vorm(_rij: Overleg) -> RedenForm:
        return RedenForm(request.POST, auto_id="id_verval_%s")

    return _doe(request, pk, "verval", vorm, daad, anker="inhoud", gelukt=_("Het overleg is vervallen."))


# ------------------------------------------------------------------------------------------------------ one agreement


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def afspraak(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one agreement; a POST says whether it was kept."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.afspraken(medewerker), pk=pk)
    form = AfhandelForm(request.POST or None)
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, gevonden)
        if form.is_valid():
            stand = Afspraakstatus(form.cleaned_data["naar"])
            try:
                actions.handel_afspraak_af(
                    gevonden, naar=stand, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu()
                )
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Vastgelegd hoe het ging."))
                return naar(request, reverse("overleggen:overleg", args=[gevonden.overleg_id]) + "#afspraken")
    else:
        record(Sleutel.OVERLEG_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    context = {
        "afspraak": gevonden,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "vandaag": klok.vandaag(),
        "form": form,
    }
    return pagina(request, "overleggen/afspraak.html", context, status=ONVOLLEDIG if form.errors else 200)
