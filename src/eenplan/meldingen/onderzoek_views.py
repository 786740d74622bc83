"""The onderzoek after a melding: start it, say which talks belong to it, finish it (Wmo 2.3.2)."""

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
from eenplan.core.errors import NietMogelijk
from eenplan.meldingen import actions, queries
from eenplan.meldingen import onderzoek_queries as reads
from eenplan.meldingen.models import Melding, Onderzoek
from eenplan.meldingen.onderzoek_forms import GesprekkenForm
from eenplan.meldingen.states import Meldingstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.termijnen.beeld import beeld

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def onderzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the onderzoek with its clock and talks; a POST starts it, or counts talks as part of it."""
    medewerker, melding, gevonden = _melding(request, pk)
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, melding, by=medewerker, at=klok.nu())
        return _toon(request, medewerker, melding, gevonden)
    require(medewerker, Recht.ONDERZOEK_DOEN, melding)
    if gevonden is None:
        try:
            actions.start_onderzoek(melding, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            return _toon(request, medewerker, melding, None, bezwaar=fout.zin, status=ONVOLLEDIG)
        messages.success(request, _("Het onderzoek is begonnen."))
    elif "koppelen" in request.POST:
        _koppel(request, medewerker, melding, gevonden)
        messages.success(request, _("De gesprekken horen nu bij het onderzoek."))
    return naar(request, reverse("meldingen:onderzoek", args=[pk]))


def _melding(request: HttpRequest, pk: int) -> tuple[Medewerker, Melding, Onderzoek | None]:
    medewerker = medewerker_van(request)
    melding = get_object_or_404(queries.visible_to(medewerker, Recht.DOSSIER_INZIEN), pk=pk)
    return medewerker, melding, reads.onderzoek_van(melding)


def _koppel(request: HttpRequest, medewerker: Medewerker, melding: Melding, gevonden: Onderzoek) -> None:
    los = [deel.gesprek for deel in reads.onderdelen(melding, gevonden, medewerker) if not deel.hoort_erbij]
    form = GesprekkenForm(request.POST, gesprekken=los)
    if form.is_valid():
        for gesprek in form.gekozen():
            actions.voeg_gesprek_toe(gevonden, gesprek, by=medewerker, at=klok.nu())


def _toon(
    request: HttpRequest,
    medewerker: Medewerker,
    melding: Melding,
    gevonden: Onderzoek | None,
    *,
    bezwaar: str = "",
    status: int = 200,
) -> HttpResponse:
    delen = reads.onderdelen(melding, gevonden, medewerker)
    context = _context(medewerker, melding, gevonden) | {
        "delen": [deel for deel in delen if deel.hoort_erbij],
        "form": GesprekkenForm(gesprekken=[deel.gesprek for deel in delen if not deel.hoort_erbij]),
        "bezwaar": bezwaar,
    }
    return pagina(request, "meldingen/onderzoek.html", context, status=status)


def _context(medewerker: Medewerker, melding: Melding, gevonden: Onderzoek | None) -> dict[str, Any]:
    """Give what both pages show."""
    return {
        "melding": melding,
        "onderzoek": gevonden,
        "klokken": [(klokje, beeld(klokje)) for klokje in queries.klokken(melding)],
        "vandaag": klok.vandaag(),
        "is_ontvangen": melding.status == Meldingstatus.ONTVANGEN,
        "is_bevestigd": melding.status == Meldingstatus.BEVESTIGD,
        "loopt": melding.status == Meldingstatus.IN_ONDERZOEK,
        "mag_onderzoeken": medewerker.bereik(Recht.ONDERZOEK_DOEN).omvat(melding),
    }


@requires(Recht.ONDERZOEK_DOEN)
@require_http_methods(GET_EN_POST)
def onderzoek_afronden(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what finishing means and what still lacks; a POST finishes the onderzoek and stops its clock."""
    medewerker, melding, gevonden = _melding(request, pk)
    require(medewerker, Recht.ONDERZOEK_DOEN, melding)
    if gevonden is None or gevonden.afgerond_op:
        return naar(request, reverse("meldingen:onderzoek", args=[pk]))  # a second press finds it finished
    if request.method != "POST":
        record(Sleutel.MELDING_INGEZIEN, melding, by=medewerker, at=klok.nu())
        return _toon_afronden(request, medewerker, melding, gevonden)
    try:
        _koppel(request, medewerker, melding, gevonden)
        actions.rond_onderzoek_af(gevonden, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        return _toon_afronden(request, medewerker, melding, gevonden, bezwaar=fout.zin, status=ONVOLLEDIG)
    messages.success(request, _("Het onderzoek is afgerond en de termijn is gestopt."))
    return naar(request, reverse("meldingen:melding", args=[pk]))


def _toon_afronden(
    request: HttpRequest,
    medewerker: Medewerker,
    melding: Melding,
    gevonden: Onderzoek,
    *,
    bezwaar: str = "",
    status: int = 200,
) -> HttpResponse:
    delen = reads.onderdelen(melding, gevonden, medewerker)
    los = [deel for deel in delen if not deel.hoort_erbij]
    begin = {"gesprekken": [str(deel.gesprek.pk) for deel in los if deel.is_verstuurd]}
    bezwaren, onveilig = reads.bezwaren(delen), reads.mist_veiligheid(melding)
    bezwaar = "" if bezwaar in onveilig else bezwaar
    context = _context(medewerker, melding, gevonden) | {
        "delen": [deel for deel in delen if deel.hoort_erbij],
        "te_schrijven": [deel for deel in delen if not deel.is_verstuurd],
        "form": GesprekkenForm(gesprekken=[deel.gesprek for deel in los], initial=begin),
        "bezwaren": [bezwaar, *(zin for zin in bezwaren if zin != bezwaar)] if bezwaar else bezwaren,
        "mist_veiligheid": onveilig,
        "kan": not bezwaren and not onveilig,
        "aandacht": reads.aandacht(melding, delen, klok.vandaag()),
    }
    return pagina(request, "meldingen/onderzoek_afronden.html", context, status=status)
