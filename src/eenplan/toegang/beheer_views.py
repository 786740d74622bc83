"""What others arrange: files for a reviewer (the manager), and whose own files are closed (the administrator)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.access.rechten import Recht, Rol
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.personen.eigen import koppel_medewerker, ontkoppel_medewerker
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import medewerkers
from eenplan.teams.sessie import medewerker_van
from eenplan.toegang import actions, queries
from eenplan.toegang.forms import KoppelForm, OnderzoekForm

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.ONDERZOEK_TOESTAAN)
@require_http_methods(GET_EN_POST)
def dossieronderzoeken(request: HttpRequest) -> HttpResponse:
    """Show which files are open to reviewers; a POST opens a named list for a period."""
    medewerker, nu = medewerker_van(request), klok.nu()
    onderzoekers = queries.met_rol(Rol.ONDERZOEKER, nu.date())
    form, status = OnderzoekForm(onderzoekers=onderzoekers, initial={"vanaf": nu.date()}), 200
    if request.method == "POST":
        form, status = OnderzoekForm(request.POST, onderzoekers=onderzoekers), ONVOLLEDIG
        if form.is_valid() and _opende(form, medewerker):
            messages.success(request, _("De onderzoeker kan de dossiers lezen, tot en met de laatste dag."))
            return naar(request, reverse("toegang:dossieronderzoeken"))
    context = {"form": form, "lopend": queries.lopende_onderzoeken(medewerker, nu)}
    return pagina(request, "toegang/dossieronderzoeken.html", context, status=status)


def _opende(form: OnderzoekForm, medewerker: Medewerker) -> bool:
    """Open the files; one that is not there, or of another team, is named as not found."""
    nummers: list[int] = form.cleaned_data["dossiers"]
    dossiers = queries.dossiers_voor_onderzoek(medewerker, nummers)
    if onbekend := sorted(set(nummers) - {dossier.pk for dossier in dossiers}):
        form.add_error("dossiers", _("Niet gevonden: {nummers}.").format(nummers=", ".join(map(str, onbekend))))
        return False
    vanaf, tot = form.periode
    try:
        actions.open_voor_onderzoek(
            dossiers,
            onderzoeker=form.gekozen_onderzoeker,
            vanaf=vanaf,
            tot=tot,
            grond=form.cleaned_data["grond"],
            by=medewerker,
            at=klok.nu(),
        )
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.EIGEN_DOSSIER_KOPPELEN)
@require_http_methods(GET_EN_POST)
def eigen_dossiers(request: HttpRequest) -> HttpResponse:
    """Show which workers are linked to a resident; a POST links one. Nothing of the resident is shown."""
    medewerker = medewerker_van(request)
    form, status = KoppelForm(medewerkers=medewerkers()), 200
    if request.method == "POST":
        form, status = KoppelForm(request.POST, medewerkers=medewerkers()), ONVOLLEDIG
        if form.is_valid() and _koppelde(form, medewerker):
            messages.success(request, _("Gekoppeld. De eigen dossiers zijn voor deze medewerker gesloten."))
            return naar(request, reverse("toegang:eigen_dossiers"))
    context = {"form": form, "koppelingen": queries.koppelingen(), "ik": medewerker.pk}
    return pagina(request, "toegang/eigen_dossiers.html", context, status=status)


def _koppelde(form: KoppelForm, medewerker: Medewerker) -> bool:
    gevuld = form.cleaned_data
    personen = list(queries.personen_met(gevuld["achternaam"], gevuld["geboortedatum"])[:2])
    if len(personen) != 1:
        form.add_error(
            None, _("Wij vinden niet precies één inwoner met deze naam en geboortedatum. Controleer ze allebei.")
        )
        return False
    try:
        koppel_medewerker(form.gekozen_medewerker, personen[0], by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.EIGEN_DOSSIER_KOPPELEN)
@require_POST
def koppeling_los(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away the link of a worker."""
    wie = get_object_or_404(medewerkers(), pk=pk)
    ontkoppel_medewerker(wie, by=medewerker_van(request), at=klok.nu())
    messages.success(request, _("De koppeling is los."))
    return naar(request, reverse("toegang:eigen_dossiers"))
