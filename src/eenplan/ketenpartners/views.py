"""The pages of tasks at partners for the team: those of a household, one task, and what is late."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.forms import RedenForm
from eenplan.delen.queries import waarom_niet
from eenplan.delen.views import GET_EN_POST, dossier_van, keuzes_voor, mag_delen
from eenplan.dossiers.wetlabels import eigen_label
from eenplan.ketenpartners import actions, queries
from eenplan.ketenpartners.forms import NamensForm, TaakForm
from eenplan.ketenpartners.models import Partnertaak
from eenplan.ketenpartners.states import TAAK_LOOPT, Partnertaakstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.DELING_INZIEN)
@require_safe
def taken(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what partners were asked to do for a household, and what came of it."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.DELING_INZIEN)
    record(Sleutel.PARTNERTAAK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "taken": queries.van_dossier(dossier.pk, medewerker),
        "mag_uitzetten": mag_delen(medewerker, dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "ketenpartners/taken.html", context)


@requires(Recht.GEGEVENS_DELEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Set a task out to a partner."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.GEGEVENS_DELEN)
    keuzes = keuzes_voor(medewerker, dossier) | {"doelen": queries.doelen_van(dossier.pk, medewerker)}
    begin = {"wet": eigen_label(medewerker.bereik(Recht.GEGEVENS_DELEN)), "categorieen": ["hulpvraag"]}
    form, status = TaakForm(initial=begin, **keuzes), 200
    if request.method == "POST":
        form, status = TaakForm(request.POST, **keuzes), ONVOLLEDIG
        if form.is_valid():
            try:
                taak = actions.zet_taak_uit(dossier, **form.gevuld(), by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("De opdracht is uitgezet. De naloop staat op de lijst van de regisseur."))
                return naar(request, reverse("ketenpartners:partnertaak", args=[taak.pk]))
    else:
        record(Sleutel.PARTNERTAAK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {"dossier": dossier, "form": form, "heeft_partners": bool(keuzes["samenwerkingen"])}
    return pagina(request, "ketenpartners/nieuw.html", context, status=status)


# ------------------------------------------------------------------------------------------------------- one task


def _taak(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Partnertaak]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, recht), pk=pk)


@requires(Recht.DELING_INZIEN)
@require_safe
def partnertaak(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one task: what was asked, what went along, where it stands, and what was answered."""
    medewerker, gevonden = _taak(request, pk, Recht.DELING_INZIEN)
    record(Sleutel.PARTNERTAAK_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker)


def _toon(
    request: HttpRequest, gevonden: Partnertaak, medewerker: Medewerker, *, status: int = 200, **forms: object
) -> HttpResponse:
    dag, loopt = klok.vandaag(), gevonden.status in TAAK_LOOPT
    context = {
        "taak": gevonden,
        "vandaag": dag,
        "loopt": loopt,
        "te_laat": loopt and gevonden.uiterlijk < dag,
        "waarom_niet": waarom_niet(gevonden.deling, dag) if loopt else "",
        "antwoorden": queries.antwoorden(gevonden),
        "herinneringen": gevonden.herinneringen.select_related("door").order_by("op"),
        "mag_delen": medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden),
        "is_uitgezet": gevonden.status == Partnertaakstatus.UITGEZET,
        "nog_te_bekijken": queries.is_te_bekijken(gevonden),
        "form": NamensForm(stand=gevonden.status),
        "intrekken": RedenForm(auto_id="id_intrekken_%s"),
    }
    return pagina(request, "ketenpartners/partnertaak.html", context | forms, status=status)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Record for the partner what was said by telephone."""
    medewerker, gevonden = _taak(request, pk, Recht.GEGEVENS_DELEN)
    form = NamensForm(request.POST, stand=gevonden.status)
    if form.is_valid():
        try:
            actions.beantwoord(gevonden, **form.gevuld(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het antwoord is vastgelegd namens de partner."))
            return naar(request, reverse("ketenpartners:partnertaak", args=[pk]))
    return _toon(request, gevonden, medewerker, form=form, status=ONVOLLEDIG)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a task back, with the reason."""
    medewerker, gevonden = _taak(request, pk, Recht.GEGEVENS_DELEN)
    form = RedenForm(request.POST, auto_id="id_intrekken_%s")
    if form.is_valid():
        try:
            actions.trek_in(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De opdracht is ingetrokken. De partner ziet er niets meer van."))
            return naar(request, reverse("ketenpartners:taken", args=[gevonden.dossier_id]))
    return _toon(request, gevonden, medewerker, intrekken=form, status=ONVOLLEDIG)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def herinnering(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that the partner was reminded."""
    return _doe(request, pk, actions.herinner, _("De herinnering is vastgelegd."))


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def gezien(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the coordinator's task: the answer of the partner was looked at."""
    return _doe(request, pk, actions.heb_gezien, _("U hebt het antwoord bekeken. De taak is van de lijst."))


def _doe(request: HttpRequest, pk: int, daad: Callable[..., None], zin: str) -> HttpResponse:
    """Do what needs no form, and go back to the task."""
    medewerker, gevonden = _taak(request, pk, Recht.GEGEVENS_DELEN)
    daad(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, zin)
    return naar(request, reverse("ketenpartners:partnertaak", args=[pk]))


@requires(Recht.DELING_INZIEN)
@require_safe
def te_laat(request: HttpRequest) -> HttpResponse:
    """Show the tasks at partners in one's own teams whose last day has gone by."""
    medewerker, dag = medewerker_van(request), klok.vandaag()
    record(Sleutel.PARTNERTAAK_INGEZIEN, None, by=medewerker, at=klok.nu())
    context = {"taken": queries.te_laat(medewerker, dag), "vandaag": dag}
    return pagina(request, "ketenpartners/te_laat.html", context)
