"""Pages of a contact, a call-back and a melding: the letter that confirms it, and its end."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.leesbaarheid import score
from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.queries import huidige_regie
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen import actions, herkomst, queries, triage_queries
from eenplan.meldingen.brief import bevestigingsbrief
from eenplan.meldingen.forms import Afsluitform, Promotieform, Terugbelform
from eenplan.meldingen.models import Melding, Terugbelverzoek
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.afscherming import op_scherm
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.termijnen.beeld import beeld

GET_EN_POST = ["GET", "HEAD", "POST"]
# What may still be done with a melding in each state.
TE_SLUITEN = (Meldingstatus.ONTVANGEN, Meldingstatus.BEVESTIGD, Meldingstatus.IN_ONDERZOEK, Meldingstatus.ONDERZOCHT)


@requires(Recht.CONTACT_AANNEMEN)
@require_http_methods(GET_EN_POST)
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one contact and how it ended; a POST makes a melding of one that is still to be done."""
    medewerker = medewerker_van(request)
    rijen = queries.contacten(medewerker).select_related("aangenomen_door", "melding", "terugbelverzoek__voor")
    gevonden = get_object_or_404(rijen, pk=pk)
    form = Promotieform(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            wet = Wet(form.cleaned_data["wet"])
            return na_melding(request, actions.maak_melding(gevonden, wet=wet, by=medewerker, at=klok.nu()))
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
    elif request.method != "POST":
        record(Sleutel.CONTACT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    context = {
        "contact": gevonden,
        "bron": herkomst.gesprek(gevonden),
        "is_eigen": gevonden.aangenomen_door == medewerker,
        "form": form,
        "mag_melding": actions.mag_melding_worden(gevonden),
    }
    status = ONVOLLEDIG if request.method == "POST" else 200
    return pagina(request, "meldingen/contact.html", context, status=status)


def na_melding(request: HttpRequest, gemaakt: Melding) -> HttpResponse:
    """Go to the new melding, or say which team has it now when that is not the worker's own."""
    medewerker = medewerker_van(request)
    if medewerker.bereik(Recht.MELDING_INZIEN).omvat(gemaakt):
        messages.success(request, _("De melding is gemaakt met alles wat u hebt opgeschreven."))
        return naar(request, reverse("meldingen:melding", args=[gemaakt.pk]))
    team = gemaakt.dossier.huishouden.team
    messages.success(request, _("De melding is gemaakt en staat nu bij {team}.").format(team=team.naam))
    return naar(request, reverse("web:aannemen"))


# ------------------------------------------------------------------------------------------------------ call back


@requires(Recht.CONTACT_AANNEMEN)
@require_http_methods(GET_EN_POST)
def terugbelverzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show whom to call back before when; a POST records that it was done."""
    medewerker = medewerker_van(request)
    verzoek = get_object_or_404(queries.terugbelverzoeken(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.CONTACT_INGEZIEN, verzoek.contact, by=medewerker, at=klok.nu())
        return _toon_terugbellen(request, verzoek, Terugbelform())
    form = Terugbelform(request.POST)
    if form.is_valid():
        try:
            actions.bel_terug(verzoek, uitkomst=form.cleaned_data["uitkomst"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Vastgelegd dat u hebt teruggebeld."))
            return naar(request, reverse("meldingen:terugbelverzoek", args=[pk]))
    return _toon_terugbellen(request, verzoek, form, status=ONVOLLEDIG)


def _toon_terugbellen(
    request: HttpRequest, verzoek: Terugbelverzoek, form: Terugbelform, *, status: int = 200
) -> HttpResponse:
    context = {"verzoek": verzoek, "form": form, "nu": klok.nu(), "bron": herkomst.gesprek(verzoek.contact)}
    return pagina(request, "meldingen/terugbelverzoek.html", context, status=status)


# -------------------------------------------------------------------------------------------------------- melding


@requires(Recht.MELDING_INZIEN)
@require_safe
def melding(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was asked, where each fact came from, where it goes and why, and the clocks that run."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.met_alles(medewerker), pk=pk)
    record(Sleutel.MELDING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    klokken = queries.klokken(gevonden)
    context = {
        "melding": gevonden,
        "bron": herkomst.gesprek(gevonden.contact),
        "feiten": herkomst.feiten(gevonden),
        "lopend": [beeld(termijn) for termijn in klokken if queries.loopt(termijn, klok.vandaag())],
        "verstreken": [termijn for termijn in klokken if queries.is_kans_voorbij(termijn, klok.vandaag())],
        "voltooid": [termijn for termijn in klokken if termijn.voltooid_op],
        "regie": huidige_regie(gevonden.dossier),
        "vandaag": klok.vandaag(),
        "mag": _mag(medewerker, gevonden),
        "triages": triage_queries.van_melding(gevonden, medewerker),
    }
    return pagina(request, "meldingen/melding.html", context)


def _mag(medewerker: Medewerker, gevonden: Melding) -> dict[str, bool]:
    """Say which acts the page offers; the acts themselves ask again."""

    def hier(recht: Recht) -> bool:
        return medewerker.bereik(recht).omvat(gevonden)

    return {
        "bevestigen": gevonden.status == Meldingstatus.ONTVANGEN and hier(Recht.MELDING_BEVESTIGEN),
        "onderzoeken": gevonden.status not in (Meldingstatus.ONTVANGEN, Meldingstatus.AFGESLOTEN)
        and hier(Recht.ONDERZOEK_DOEN),
        "sluiten": gevonden.status in TE_SLUITEN and gevonden.aanvraag_op is None and hier(Recht.ONDERZOEK_DOEN),
        "triage": gevonden.status != Meldingstatus.AFGESLOTEN and hier(Recht.ONDERZOEK_DOEN),
        "dossier": hier(Recht.DOSSIER_INZIEN),
    }


@requires(Recht.MELDING_BEVESTIGEN)
@require_http_methods(GET_EN_POST)
def bevestiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the confirmation as the resident will read it; a POST sends it (Wmo 2.3.2 lid 1–3)."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, Recht.MELDING_BEVESTIGEN), pk=pk)
    if gevonden.status != Meldingstatus.ONTVANGEN:
        return naar(request, reverse("meldingen:melding", args=[pk]))  # a second press finds the letter sent
    at = klok.nu()
    regie = huidige_regie(gevonden.dossier)
    brief = bevestigingsbrief(
        gevonden,
        klokken=queries.klokken(gevonden),
        van=medewerker,
        op=at.date(),
        behandelaar=regie.regisseur if regie else None,
    )
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, gevonden, by=medewerker, at=at)
        regels = op_scherm(medewerker, gevonden.dossier.huishouden, brief.adresregels)
        return _toon_brief(request, gevonden, replace(brief, adresregels=regels))
    actions.bevestig_ontvangst(gevonden, maak_pdf(brief), by=medewerker, at=at)
    messages.success(request, _("De ontvangstbevestiging is verstuurd."))
    return naar(request, reverse("meldingen:melding", args=[pk]))


def _toon_brief(request: HttpRequest, gevonden: Melding, brief: Brief) -> HttpResponse:
    context = {
        "melding": gevonden,
        "brief": brief,
        "delen": [(type(deel).__name__.lower(), deel) for deel in brief.delen],
        "leesbaarheid": score(brief.tekst),
    }
    return pagina(request, "meldingen/bevestiging.html", context)


@requires(Recht.ONDERZOEK_DOEN)
@require_http_methods(GET_EN_POST)
def afsluiting(request: HttpRequest, pk: int) -> HttpResponse:
    """End the melding without an aanvraag, with how it was solved."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, Recht.ONDERZOEK_DOEN), pk=pk)
    form = Afsluitform(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.sluit_melding(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De melding is afgesloten."))
            return naar(request, reverse("meldingen:melding", args=[pk]))
    elif request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    status = ONVOLLEDIG if request.method == "POST" else 200
    return pagina(request, "meldingen/afsluiting.html", {"melding": gevonden, "form": form}, status=status)
