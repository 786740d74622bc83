"""A task in the hands of a volunteer: giving it, and the volunteer's own page, which shows nothing else."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record, record_blik
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.queries import bewoners
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.toegang import actions, queries
from eenplan.toegang.forms import TerugmeldForm, VrijwilligerForm

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def taak_vrijwilliger(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a volunteer for an open task; a POST gives it."""
    medewerker, nu = medewerker_van(request), klok.nu()
    taak = get_object_or_404(queries.taken(medewerker), pk=pk)
    form = VrijwilligerForm(
        request.POST if request.method == "POST" else None,
        vrijwilligers=queries.vrijwilligers(taak.dossier, nu.date()),
        personen=bewoners(taak.dossier.huishouden),
        initial={"tot_en_met": max(taak.uiterlijk, nu.date()), "met_telefoon": True},
    )
    status = ONVOLLEDIG if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            actions.geef_aan_vrijwilliger(
                taak,
                vrijwilliger=form.gekozen_vrijwilliger,
                persoon=form.gekozen_persoon,
                tot=form.tot,
                met_telefoon=form.cleaned_data["met_telefoon"],
                by=medewerker,
                at=nu,
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De vrijwilliger ziet de taak bij Mijn taken."))
            return naar(request, reverse("toegang:toegang", args=[taak.dossier_id]))
    if not form.is_bound:
        record(Sleutel.DOSSIER_INGEZIEN, taak.dossier, by=medewerker, at=nu)
    return pagina(request, "toegang/taak_vrijwilliger.html", {"taak": taak, "form": form}, status=status)


@requires(Recht.TAAK_UITVOEREN)
@require_safe
def mijn_taken(request: HttpRequest) -> HttpResponse:
    """Show the volunteer's own tasks, each with what is needed of one person and no more."""
    return _mijn_taken(request, medewerker_van(request))


@requires(Recht.TAAK_UITVOEREN)
@require_POST
def mijn_taak(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the volunteer's message back."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gegeven = get_object_or_404(queries.mijn_taken(medewerker, nu), pk=pk)
    form = TerugmeldForm(request.POST, prefix=str(pk))
    if form.is_valid():
        gevuld = form.cleaned_data
        try:
            actions.meld_terug(gegeven, bericht=gevuld["bericht"], is_gedaan=gevuld["is_gedaan"], by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Dank u wel. De regisseur ziet uw bericht."))
            return naar(request, reverse("toegang:mijn_taken"))
    return _mijn_taken(request, medewerker, teruggestuurd=(pk, form))


def _mijn_taken(
    request: HttpRequest, medewerker: Medewerker, *, teruggestuurd: tuple[int, TerugmeldForm] | None = None
) -> HttpResponse:
    nu = klok.nu()
    rijen = []
    for gegeven in queries.mijn_taken(medewerker, nu):
        record_blik(Sleutel.TAAK_INGEZIEN, gegeven.taak, by=medewerker, at=nu)
        is_deze = teruggestuurd is not None and teruggestuurd[0] == gegeven.pk
        form = teruggestuurd[1] if is_deze and teruggestuurd else TerugmeldForm(prefix=str(gegeven.pk))
        rijen.append((gegeven, form))
    context = {"rijen": rijen, "vandaag": nu.date()}
    return pagina(request, "toegang/mijn_taken.html", context, status=ONVOLLEDIG if teruggestuurd else 200)
