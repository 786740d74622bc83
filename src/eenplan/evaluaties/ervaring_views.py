"""The pages of what residents say of the help: asking, the page for the resident, and the results per team."""

from __future__ import annotations

from urllib.parse import urlencode

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
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.states import Dossierstatus
from eenplan.evaluaties import actions, queries, resultaten
from eenplan.evaluaties.forms import AntwoordForm, VraagForm
from eenplan.evaluaties.models import Aanleiding, Wijze
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

PER_BLAD = 25


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def ervaringen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show when residents were asked; a POST leads to the questions, or keeps that a resident does not want to."""
    medewerker, dossier = _dossier(request, dossier_id)
    personen = dossiers.bewoners(dossier.huishouden)
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        form = VraagForm(request.POST, personen=personen)
        if form.is_valid():
            if form.cleaned_data["wijze"] != Wijze.WIL_NIET:
                return naar(request, _vragen_adres(dossier_id, form))
            if _bewaar(form, None, dossier, medewerker):
                messages.success(request, _("Vastgelegd: de inwoner wil dit niet."))
                return naar(request, reverse("evaluaties:ervaringen", args=[dossier_id]))
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        is_dicht = dossier.status == Dossierstatus.GESLOTEN
        begin = {"aanleiding": Aanleiding.AFSLUITING if is_dicht else Aanleiding.EVALUATIE, "wijze": Wijze.ZELF}
        form = VraagForm(personen=personen, initial=begin)
    context = {
        "dossier": dossier,
        "form": form,
        "rijen": queries.ervaringen(dossier_id, medewerker),
        "vragen": inrichting().ervaringsvragen,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
    }
    return pagina(
        request, "evaluaties/ervaringen.html", context, status=ONVOLLEDIG if request.method == "POST" else 200
    )


def _vragen_adres(dossier_id: int, form: VraagForm) -> str:
    keuze = {naam: form.cleaned_data[naam] for naam in ("persoon", "aanleiding", "wijze")}
    return f"{reverse('evaluaties:inwoner', args=[dossier_id])}?{urlencode(keuze)}"


def _bewaar(vraag: VraagForm, antwoord: AntwoordForm | None, dossier: Dossier, medewerker: Medewerker) -> bool:
    """Keep what was said; a refusal stands in the form."""
    try:
        actions.leg_ervaring_vast(
            dossier,
            vraag.gevraagd(klok.vandaag()),
            antwoord.antwoorden() if antwoord else {},
            by=medewerker,
            at=klok.nu(),
        )
    except NietMogelijk as fout:
        (antwoord or vraag).add_error(None, fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def inwoner(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the questions to the resident, without menu and without anything of the file; then say thank you."""
    medewerker, dossier = _dossier(request, dossier_id)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    terug = reverse("evaluaties:ervaringen", args=[dossier_id])
    if request.GET.get("klaar") == "1" and request.method != "POST":
        return pagina(request, "evaluaties/bedankt.html", {"terug": terug})
    vraag = VraagForm(request.GET, personen=dossiers.bewoners(dossier.huishouden))
    if not vraag.is_valid() or vraag.cleaned_data["wijze"] == Wijze.WIL_NIET:
        messages.warning(request, _("Kies eerst wie u het vraagt."))
        return naar(request, terug)
    form = AntwoordForm(request.POST if request.method == "POST" else None, vragen=inrichting().ervaringsvragen)
    is_zelf = vraag.cleaned_data["wijze"] == Wijze.ZELF
    if form.is_valid() and _bewaar(vraag, form, dossier, medewerker):
        if is_zelf:
            return naar(request, f"{reverse('evaluaties:inwoner', args=[dossier_id])}?klaar=1")
        messages.success(request, _("De antwoorden zijn bewaard."))
        return naar(request, terug)
    context = {"dossier": dossier, "form": form, "is_zelf": is_zelf, "terug": terug}
    return pagina(request, "evaluaties/inwoner.html", context, status=ONVOLLEDIG if form.is_bound else 200)


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """Show per team what residents say; `team` opens who was asked, for whoever may open those files."""
    medewerker, nu = medewerker_van(request), klok.nu()
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=nu)
    per_team = resultaten.resultaten(medewerker, nu.date())
    gekozen = next((rij for rij in per_team if rij.genoeg and str(rij.team.pk) == request.GET.get("team", "")), None)
    rijen = resultaten.rijen_achter(medewerker, gekozen.team, nu.date()) if gekozen else None
    context = {
        "per_team": per_team,
        "gekozen": gekozen,
        "blad": Paginator(rijen, PER_BLAD).get_page(request.GET.get("pagina")) if rijen is not None else None,
        "vanaf": inrichting().ervaringen_vanaf,
        "open_vraag": next((vraag for vraag in inrichting().ervaringsvragen if vraag.is_open), None),
        "mag_rijen": medewerker.mag(Recht.DOSSIER_INZIEN),
    }
    return pagina(request, "evaluaties/cijfers.html", context)
