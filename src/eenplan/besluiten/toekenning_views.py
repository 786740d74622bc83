"""The pages of help without a decision: the letter before it goes, as it went, and the request for a decision."""

from __future__ import annotations

from dataclasses import replace

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
from eenplan.besluiten import queries, toekenning
from eenplan.besluiten.models import Aanvraag, Besluit, Vorm
from eenplan.besluiten.toekenning_forms import VerzoekForm
from eenplan.besluiten.toekenningsbrief import toekenningsbrief
from eenplan.brieven.leesbaarheid import score
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import datum
from eenplan.personen.afscherming import op_scherm
from eenplan.plannen.models import Inzet
from eenplan.plannen.queries import vastgesteld
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.BESLUIT_INZIEN)
@require_http_methods(GET_EN_POST)
def toekenning_brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letter as the resident will read it; a POST sends it."""
    medewerker = medewerker_van(request)
    aanvraag = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    fout = ""
    if request.method == "POST":
        try:
            toekenning.stuur_toekenningsbrief(aanvraag, by=medewerker, at=klok.nu())
        except NietMogelijk as geweigerd:
            fout = geweigerd.zin
        else:
            messages.success(request, _("De brief is verstuurd. De hulp kan beginnen."))
            return naar(request, reverse("besluiten:toekenning", args=[pk]))
    antwoord = queries.besluit_van(aanvraag)
    if antwoord is not None and antwoord.vorm != Vorm.BRIEF and not fout:
        return naar(request, reverse("besluiten:besluit", args=[pk]))
    if request.method != "POST":
        record(Sleutel.BESLUIT_INGEZIEN, antwoord or aanvraag, by=medewerker, at=klok.nu())
    return _toon(request, medewerker, aanvraag, antwoord, fout=fout)


def _toon(
    request: HttpRequest, medewerker: Medewerker, aanvraag: Aanvraag, antwoord: Besluit | None, *, fout: str
) -> HttpResponse:
    concept = antwoord or _concept(aanvraag, medewerker)
    regels = queries.regels_van(antwoord) if antwoord else _planregels(concept)
    brief = None
    if concept and regels:
        dag = concept.genomen_op or klok.vandaag()
        brief = toekenningsbrief(concept, regels, dag=dag, ondertekenaar=concept.genomen_door or medewerker)
        brief = replace(brief, adresregels=op_scherm(medewerker, aanvraag.dossier.huishouden, brief.adresregels))
    context = {
        "aanvraag": aanvraag,
        "antwoord": antwoord,
        "plan": concept.plan if concept else None,
        "brief": brief,
        "leesbaarheid": score(brief.tekst) if brief else None,
        "verzoek": getattr(antwoord, "verzoek", None) if antwoord else None,
        "kan_vragen": queries.kan_besluit_vragen(aanvraag) and medewerker.bereik(Recht.BESLUIT_VRAGEN).omvat(aanvraag),
        "mag_sturen": antwoord is None and medewerker.bereik(Recht.TOEKENNING_STUREN).omvat(aanvraag),
        "mag_dossier": medewerker.mag(Recht.DOSSIER_INZIEN),
        "fout": fout,
    }
    return pagina(request, "besluiten/toekenning.html", context, status=ONVOLLEDIG if fout else 200)


def _concept(aanvraag: Aanvraag, medewerker: Medewerker) -> Besluit | None:
    """Give the letter as it would be today, kept nowhere."""
    plan = vastgesteld(aanvraag.dossier_id)
    if plan is None:
        return None
    return Besluit(
        pk=0, dossier=aanvraag.dossier, aanvraag=aanvraag, plan=plan, vorm=Vorm.BRIEF, opgesteld_door=medewerker
    )


def _planregels(concept: Besluit | None) -> list[Inzet]:
    if concept is None:
        return []
    rijen = queries.planregels(concept.aanvraag, concept.plan)
    return list(rijen.select_related("voorziening", "contract__aanbieder", "doel"))


@requires(Recht.BESLUIT_VRAGEN)
@require_http_methods(GET_EN_POST)
def besluitverzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who wants a decision since when; a POST starts the way to it, with its clock."""
    medewerker = medewerker_van(request)
    aanvraag = get_object_or_404(queries.visible_to(medewerker, Recht.BESLUIT_VRAGEN), pk=pk)
    require(medewerker, Recht.BESLUIT_VRAGEN, aanvraag)
    begin = {"gevraagd_door": aanvraag.persoon.naam, "gevraagd_op": klok.vandaag()}
    form = VerzoekForm(request.POST or None, initial=begin)
    if request.method != "POST":
        record(Sleutel.BESLUIT_INGEZIEN, aanvraag, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            gevraagd = toekenning.vraag_besluit(aanvraag, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            termijn = queries.klok_van(gevraagd.aanvraag)
            zin = _("Het verzoek is vastgelegd. Het besluit komt uiterlijk {dag}.")
            messages.success(request, zin.format(dag=datum(termijn.einddatum) if termijn else ""))
            return naar(request, _terug(medewerker, gevraagd.aanvraag))
    context = {"aanvraag": aanvraag, "form": form, "kan": queries.kan_besluit_vragen(aanvraag)}
    status = ONVOLLEDIG if request.method == "POST" else 200
    return pagina(request, "besluiten/besluitverzoek.html", context, status=status)


def _terug(medewerker: Medewerker, aanvraag: Aanvraag) -> str:
    if medewerker.bereik(Recht.BESLUIT_INZIEN).omvat(aanvraag):
        return reverse("besluiten:besluit", args=[aanvraag.pk])
    return reverse("web:stand", args=[aanvraag.dossier_id])
