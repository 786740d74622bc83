"""The pages of closing a file: what must be settled and told first, and the second worker's own decision."""

from __future__ import annotations

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
from eenplan.core.errors import NietMogelijk, Onvolledig
from eenplan.dossiers import queries, sluiten
from eenplan.dossiers.models import Afsluiting, Dossier
from eenplan.dossiers.openstaand import wat_doorloopt, wat_openstaat
from eenplan.dossiers.sluiten_forms import SluitForm, TerugForm
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def sluiting(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what must be settled first and ask what must be known; a POST closes, or asks the second worker."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(queries.visible_to(medewerker), pk=dossier_id)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        begin = {"verteld_op": klok.vandaag(), "blijft_contact": _team(dossier)}
        return _toon(request, dossier, _formulier(dossier, medewerker, initial=begin))
    form = _formulier(dossier, medewerker, data=request.POST)
    if form.is_valid() and (gedaan := _sluit(dossier, form, medewerker)):
        zin = _("Het dossier is gesloten. De brief staat klaar.")
        messages.success(request, zin if gedaan.gesloten_op else _("Uw collega is gevraagd om mee te beslissen."))
        return naar(request, reverse("dossiers:afsluiting", args=[gedaan.pk]))
    return _toon(request, dossier, form, status=ONVOLLEDIG)


def _team(dossier: Dossier) -> str:
    team = dossier.huishouden.team
    return ", ".join(filter(None, (team.naam, team.telefoon)))


def _formulier(dossier: Dossier, medewerker: Medewerker, **invoer: object) -> SluitForm:
    dag = klok.vandaag()
    samen = queries.sluit_samen(dag)
    collegas = queries.medebeslissers(dossier, medewerker, dag) if samen else []
    return SluitForm(
        **invoer,
        personen=queries.bewoners(dossier.huishouden),
        collegas=collegas,
        samen=samen,
        hulp=bool(wat_doorloopt(dossier)),
    )


def _sluit(dossier: Dossier, form: SluitForm, medewerker: Medewerker) -> Afsluiting | None:
    try:
        return sluiten.sluit_dossier(dossier, form.afronding, samen_met=form.collega, by=medewerker, at=klok.nu())
    except Onvolledig as fout:
        for zin in fout.zinnen:
            form.add_error(None, zin)
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
    return None


def _toon(request: HttpRequest, dossier: Dossier, form: SluitForm, *, status: int = 200) -> HttpResponse:
    context = {
        "dossier": dossier,
        "form": form,
        "openstaand": wat_openstaat(dossier),
        "doorloopt": wat_doorloopt(dossier),
        "kan_dicht": queries.kan_dicht(dossier, klok.vandaag()),
    }
    return pagina(request, "dossiers/sluiting.html", context, status=status)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def afsluiting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how a file ended or is about to; a POST of the second worker closes it or keeps it open."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.afsluitingen(medewerker), pk=pk)
    form = TerugForm(request.POST if "terug" in request.POST else None)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        sluiten.lees_terug(gevonden, by=medewerker, at=klok.nu())
        return _toon_afsluiting(request, medewerker, gevonden, form)
    fouten: list[str] = []
    if "terug" not in request.POST or form.is_valid():
        try:
            _beslis(request, gevonden, form, medewerker)
        except NietMogelijk as fout:
            fouten = getattr(fout, "zinnen", [fout.zin])
        else:
            return naar(request, reverse("dossiers:afsluiting", args=[pk]))
    return _toon_afsluiting(request, medewerker, gevonden, form, fouten=fouten, status=ONVOLLEDIG)


def _beslis(request: HttpRequest, gevonden: Afsluiting, form: TerugForm, medewerker: Medewerker) -> None:
    if "terug" in request.POST:
        sluiten.geef_terug(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        messages.success(request, _("Het dossier blijft open. Uw collega leest waarom."))
    else:
        sluiten.stem_in(gevonden, by=medewerker, at=klok.nu())
        messages.success(request, _("Het dossier is gesloten. De brief staat klaar."))


def _toon_afsluiting(
    request: HttpRequest,
    medewerker: Medewerker,
    gevonden: Afsluiting,
    form: TerugForm,
    *,
    fouten: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "afsluiting": gevonden,
        "dossier": gevonden.dossier,
        "form": form,
        "fouten": fouten or [],
        "mag_instemmen": gevonden.is_open and gevonden.samen_met_id == medewerker.pk,
        "mag_terug": gevonden.is_open and medewerker.pk in (gevonden.samen_met_id, gevonden.opgesteld_door_id),
    }
    return pagina(request, "dossiers/afsluiting.html", context, status=status)
