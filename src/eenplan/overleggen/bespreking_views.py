"""Cases without names: written from a file, read and advised on by any coordinator of the municipality."""

from __future__ import annotations

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
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.overleggen import bespreking_actions as actions
from eenplan.overleggen import queries
from eenplan.overleggen.forms import CasusadviesForm, CasusForm
from eenplan.overleggen.states import Besprekingstatus
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Put a case before colleagues; refused while a text tells who it is."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers_voor(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=dossier_id)
    form = CasusForm(request.POST or None)
    if request.method != "POST":
        record(Sleutel.OVERLEG_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            gelegd = actions.leg_anoniem_voor(dossier, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Uw vraag staat bij alle regisseurs, zonder namen."))
            return naar(request, reverse("overleggen:casusbespreking", args=[gelegd.kenmerk]))
    context = {"dossier": dossier, "form": form}
    return pagina(request, "overleggen/bespreking_nieuw.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.CASUSBESPREKING_LEZEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every case without names, the open ones first."""
    medewerker = medewerker_van(request)
    record(Sleutel.CASUSBESPREKING_GELEZEN, None, by=medewerker, at=klok.nu())
    rijen = [queries.anoniem(rij) for rij in queries.besprekingen(medewerker)[:200]]
    open_ = [rij for rij in rijen if rij.status == Besprekingstatus.OPEN]
    context = {"open": open_, "afgerond": [rij for rij in rijen if rij not in open_]}
    return pagina(request, "overleggen/besprekingen.html", context)


@requires(Recht.CASUSBESPREKING_LEZEN)
@require_http_methods(GET_EN_POST)
def bespreking(request: HttpRequest, kenmerk: int) -> HttpResponse:
    """Show one case without names; a POST adds advice. Nothing here leads to the file."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.besprekingen(medewerker), kenmerk=kenmerk)
    form = CasusadviesForm(request.POST or None)
    if request.method != "POST":
        record(Sleutel.CASUSBESPREKING_GELEZEN, None, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            actions.adviseer(gevonden, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Dank u: uw advies staat erbij."))
            return naar(request, request.path)
    context = {
        "casus": queries.anoniem(gevonden),
        "is_open": gevonden.status == Besprekingstatus.OPEN,
        "mag_afronden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "form": form,
    }
    return pagina(request, "overleggen/bespreking.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def afronding(request: HttpRequest, kenmerk: int) -> HttpResponse:
    """Close a case of the own team."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.eigen_besprekingen(medewerker), kenmerk=kenmerk)
    actions.rond_bespreking_af(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De bespreking is afgerond. De adviezen blijven bij het huishouden staan."))
    return naar(request, reverse("overleggen:overleggen", args=[gevonden.dossier_id]))
