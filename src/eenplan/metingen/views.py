"""The pages of measurements: how each member of the household does over time, and the form at the kitchen table."""

from __future__ import annotations

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
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.meetlat import Leefgebiedset
from eenplan.metingen import actions, queries
from eenplan.metingen.beeld import NIVEAUS_HOOG_NAAR_LAAG, beeld_van
from eenplan.metingen.forms import KiesForm, MetingForm, begin_van
from eenplan.metingen.models import Meting, Moment
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    """Give the worker and the file; the file of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def metingen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show per person and set how it went: trend, polygon, and the tables that say the same."""
    medewerker, dossier = _dossier(request, dossier_id)
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "beelden": [beeld_van(reeks) for reeks in queries.reeksen(dossier.pk, medewerker)],
        "elders": dossiers.niet_zichtbaar(dossier.pk, medewerker, Meting),
        "niveaus": NIVEAUS_HOOG_NAAR_LAAG,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "metingen/metingen.html", context)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask of whom and on what, then every life domain; the address keeps the choice, a POST keeps the measurement."""
    medewerker, dossier = _dossier(request, dossier_id)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    personen = dossiers.bewoners(dossier.huishouden)
    gevraagd = request.GET if "persoon" in request.GET else None
    kies = KiesForm(gevraagd, personen=personen, sets=inrichting().leefgebiedsets)
    if not kies.is_valid():
        fout = request.method == "POST" or bool(kies.errors)
        context = {"dossier": dossier, "form": kies}
        return pagina(request, "metingen/kiezen.html", context, status=ONVOLLEDIG if fout else 200)
    return _meet(request, medewerker, dossier, kies.gekozen)


def _meet(
    request: HttpRequest, medewerker: Medewerker, dossier: Dossier, gekozen: tuple[Persoon, Leefgebiedset]
) -> HttpResponse:
    persoon, leefgebiedset = gekozen
    vorige = queries.laatste(dossier.pk, persoon, leefgebiedset.code, medewerker)
    form = MetingForm(
        request.POST if request.method == "POST" else None,
        leefgebiedset=leefgebiedset,
        ankers=inrichting().ankers,
        vorige=vorige,
        initial={"dag": klok.vandaag(), "moment": Moment.TUSSEN if vorige else Moment.BEGIN},
        bereik=medewerker.bereik(Recht.DOSSIER_BIJHOUDEN),
        dossier_id=dossier.pk,
    )
    if form.is_valid() and _bewaar(form, dossier, persoon, leefgebiedset, by=medewerker):
        messages.success(request, _("De meting is bewaard."))
        return naar(request, reverse("metingen:metingen", args=[dossier.pk]))
    context = {"dossier": dossier, "persoon": persoon, "leefgebiedset": leefgebiedset, "form": form, "oud": None}
    return pagina(request, "metingen/meten.html", context, status=ONVOLLEDIG if form.is_bound else 200)


def _bewaar(
    form: MetingForm,
    dossier: Dossier,
    persoon: Persoon,
    leefgebiedset: Leefgebiedset,
    *,
    vervangt: Meting | None = None,
    by: Medewerker,
) -> bool:
    """Keep what was typed; a refusal stands in the form."""
    try:
        actions.meet(
            dossier,
            persoon=persoon,
            leefgebiedset=leefgebiedset.code,
            moment=Moment(form.cleaned_data["moment"]),
            dag=form.cleaned_data["dag"],
            uitkomsten=form.uitkomsten(),
            wet=form.label_wet,
            vervangt=vervangt,
            by=by,
            at=klok.nu(),
        )
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def meting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one measurement with every reason, and the way to the next one."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    record(Sleutel.DOSSIER_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    context = {
        "meting": gevonden,
        "dossier": gevonden.dossier,
        "scores": queries.scores_van(gevonden),
        "leefgebiedset": queries.set_van([gevonden]),
        "opvolger": queries.opvolger(gevonden),
        "opnieuw_op": queries.opnieuw_op(gevonden),
        "is_bekend": inrichting().leefgebiedset(gevonden.leefgebiedset) is not None,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
    }
    return pagina(request, "metingen/meting.html", context)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def verbetering(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a measurement right; what was written before stays readable behind it."""
    medewerker = medewerker_van(request)
    oud = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, oud)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, oud, by=medewerker, at=klok.nu())
    leefgebiedset = queries.set_van([oud])
    form = MetingForm(
        request.POST if request.method == "POST" else None,
        leefgebiedset=leefgebiedset,
        ankers=inrichting().ankers,
        initial=begin_van(oud),
        bereik=medewerker.bereik(Recht.DOSSIER_BIJHOUDEN),
        dossier_id=oud.dossier_id,
    )
    if form.is_valid() and _bewaar(form, oud.dossier, oud.persoon, leefgebiedset, vervangt=oud, by=medewerker):
        messages.success(request, _("De meting is verbeterd."))
        return naar(request, reverse("metingen:metingen", args=[oud.dossier_id]))
    context = {"dossier": oud.dossier, "persoon": oud.persoon, "leefgebiedset": leefgebiedset, "form": form, "oud": oud}
    return pagina(request, "metingen/meten.html", context, status=ONVOLLEDIG if form.is_bound else 200)
