"""The pages of a triage: deciding, the crisis path, and the second worker's answer about admission."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
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
from eenplan.core.errors import NietMogelijk
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen import herkomst, queries, triage, triage_queries
from eenplan.meldingen.models import Melding, Triage, Triageurgentie
from eenplan.meldingen.states import Meldingstatus
from eenplan.meldingen.triage_forms import Afwendform, Crisisform, Toelatingform, Triageform
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _zeg(form: Form, fout: NietMogelijk) -> None:
    for zin in getattr(fout, "zinnen", [fout.zin]):
        form.add_error(None, zin)


@requires(Recht.ONDERZOEK_DOEN)
@require_http_methods(GET_EN_POST)
def beslissen(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the melding with the municipality's criteria and earlier triages; a POST decides."""
    medewerker, nu = medewerker_van(request), klok.nu()
    melding = get_object_or_404(queries.visible_to(medewerker, Recht.ONDERZOEK_DOEN), pk=pk)
    regel = inrichting().toelating(nu.date())
    collegas = triage_queries.meebeslissers(melding, medewerker, nu.date()) if regel and regel.samen else []
    form = Triageform(request.POST or None, toelating=regel, collegas=collegas)
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, melding, by=medewerker, at=nu)
        return _toon(request, medewerker, melding, form)
    if form.is_valid():
        try:
            gedaan = triage.beslis_triage(melding, form.weging, by=medewerker, at=nu)
        except NietMogelijk as fout:
            _zeg(form, fout)
        else:
            messages.success(request, _("De triage is vastgelegd."))
            return naar(request, _verder(gedaan))
    return _toon(request, medewerker, melding, form, status=ONVOLLEDIG)


def _verder(gedaan: Triage) -> str:
    if gedaan.urgentie == Triageurgentie.CRISIS:
        return reverse("meldingen:crisis", args=[gedaan.pk])
    return reverse("meldingen:melding", args=[gedaan.melding_id])


def _toon(
    request: HttpRequest, medewerker: Medewerker, melding: Melding, form: Triageform, *, status: int = 200
) -> HttpResponse:
    context = {
        "melding": melding,
        "bron": herkomst.gesprek(melding.contact),
        "form": form,
        "eerder": triage_queries.van_melding(melding, medewerker),
        "is_gesloten": melding.status == Meldingstatus.AFGESLOTEN,
        "crisisstappen": inrichting().crisisstappen,
        "toelating": inrichting().toelating(klok.vandaag()),
    }
    return pagina(request, "meldingen/triage.html", context, status=status)


# --------------------------------------------------------------------------------------------------------- crisis


@requires(Recht.MELDING_INZIEN)
@require_http_methods(GET_EN_POST)
def crisis(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the immediate steps and what was done; a POST keeps a step, or says that the urgent part is over."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gevonden = get_object_or_404(triage_queries.visible_to(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, gevonden.melding, by=medewerker, at=nu)
        return _toon_crisis(request, medewerker, gevonden, _stapform(), Afwendform())
    require(medewerker, Recht.ONDERZOEK_DOEN, gevonden)
    is_einde = "einde" in request.POST
    stap = Crisisform(None if is_einde else request.POST, stappen=inrichting().crisisstappen)
    einde = Afwendform(request.POST if is_einde else None)
    form: Form = einde if is_einde else stap
    if form.is_valid():
        try:
            if is_einde:
                triage.wend_af(gevonden, hoe=einde.cleaned_data["hoe"], by=medewerker, at=nu)
            else:
                triage.leg_handeling_vast(gevonden, **stap.handeling(nu), by=medewerker, at=nu)
        except NietMogelijk as fout:
            _zeg(form, fout)
        else:
            messages.success(request, _("Vastgelegd."))
            return naar(request, reverse("meldingen:crisis", args=[pk]))
    return _toon_crisis(request, medewerker, gevonden, stap, einde, status=ONVOLLEDIG)


def _stapform() -> Crisisform:
    return Crisisform(initial={"om": klok.nu().time()}, stappen=inrichting().crisisstappen)


def _toon_crisis(
    request: HttpRequest, medewerker: Medewerker, gevonden: Triage, stap: Crisisform, einde: Afwendform,
    *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    namen = {rij.code: rij.wie or rij.tekst for rij in inrichting().crisisstappen}
    context = {
        "triage": gevonden,
        "is_crisis": gevonden.urgentie == Triageurgentie.CRISIS,
        "stappen": inrichting().crisisstappen,
        "handelingen": [(rij, namen.get(rij.stap, _("iets anders"))) for rij in
                        gevonden.handelingen.select_related("door").order_by("om", "pk")],
        "berichten": list(gevonden.berichten.select_related("aan").order_by("aan__naam")),
        "stap": stap,
        "einde": einde,
        "mag": gevonden.afgewend_op is None and medewerker.bereik(Recht.ONDERZOEK_DOEN).omvat(gevonden),
    }  # fmt: skip
    return pagina(request, "meldingen/crisis.html", context, status=status)


@requires(Recht.MELDING_INZIEN)
@require_safe
def crisisbericht(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the message of the crisis was read, and show the crisis."""
    medewerker = medewerker_van(request)
    bericht = get_object_or_404(triage_queries.berichten(medewerker), pk=pk)
    triage.lees_bericht(bericht, by=medewerker, at=klok.nu())
    return naar(request, reverse("meldingen:crisis", args=[bericht.triage_id]))


# ------------------------------------------------------------------------------------------------------ admission


@requires(Recht.MELDING_INZIEN)
@require_http_methods(GET_EN_POST)
def toelating(request: HttpRequest, pk: int) -> HttpResponse:
    """Show on what ground the team would help; a POST of the second worker agrees, or says why not."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gevonden = get_object_or_404(triage_queries.toelatingen(medewerker), pk=pk)
    form = Toelatingform(request.POST or None)
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, gevonden.triage.melding, by=medewerker, at=nu)
    elif form.is_valid():
        gevuld = form.cleaned_data
        try:
            triage.beslis_toelating(
                gevonden, is_akkoord=gevuld["antwoord"] == "ja", reden=gevuld["reden"], by=medewerker, at=nu
            )
        except NietMogelijk as fout:
            _zeg(form, fout)
        else:
            messages.success(request, _("Uw beslissing is vastgelegd."))
            return naar(request, reverse("meldingen:toelating", args=[pk]))
    context = {
        "toelating": gevonden,
        "triage": gevonden.triage,
        "form": form,
        "gebieden": [inrichting().leefgebied_naam(code) for code in gevonden.leefgebieden],
        "mag": gevonden.besloten_op is None and gevonden.samen_met_id == medewerker.pk,
    }
    status = ONVOLLEDIG if request.method == "POST" else 200
    return pagina(request, "meldingen/toelating.html", context, status=status)
