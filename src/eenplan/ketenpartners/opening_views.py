"""The list of opened goals of a household, filled in with the resident at the table, and one opening for the team."""

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
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.views import GET_EN_POST, dossier_van, mag_delen
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import bewoners
from eenplan.ketenpartners import opening_actions as actions
from eenplan.ketenpartners import opening_queries as queries
from eenplan.ketenpartners.brief import openingsbrief
from eenplan.ketenpartners.forms import OpeningForm, SluitForm
from eenplan.ketenpartners.models import Doelopening
from eenplan.ketenpartners.queries import doelen_van, helpers
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.DELING_INZIEN)
@require_http_methods(GET_EN_POST)
def openstellingen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who may see which goal; a POST records what the resident answers."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.DELING_INZIEN)
    if request.method != "POST":
        record(Sleutel.DOELOPENING_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_lijst(request, dossier, medewerker, _form(dossier, medewerker))
    form = _form(dossier, medewerker, request)
    if form.is_valid():
        try:
            actions.leg_antwoord_vast(form.vraag(), is_gegeven=form.is_gegeven, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            ja, nee = _("Het doel staat open. Druk de lijst af voor de inwoner."), _("De weigering is vastgelegd.")
            messages.success(request, ja if form.is_gegeven else nee)
            return naar(request, reverse("ketenpartners:openstellingen", args=[dossier.pk]))
    return _toon_lijst(request, dossier, medewerker, form, status=ONVOLLEDIG)


def _form(dossier: Dossier, medewerker: Medewerker, request: HttpRequest | None = None) -> OpeningForm:
    return OpeningForm(
        request.POST if request else None,
        doelen=doelen_van(dossier.pk, medewerker),
        helpers=queries.helperkeuzes(helpers(klok.vandaag()), klok.vandaag()),
        inwoners=bewoners(dossier.huishouden),
    )


def _toon_lijst(
    request: HttpRequest, dossier: Dossier, medewerker: Medewerker, form: OpeningForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "form": form,
        "rijen": queries.lijst(dossier.pk, medewerker, klok.vandaag()),
        "mag_delen": mag_delen(medewerker, dossier),
        "kan_openen": len(form.fields["doel"].choices) > 1 and len(form.fields["helper"].choices) > 1,  # type: ignore[attr-defined]
    }
    return pagina(request, "ketenpartners/openstellingen.html", context, status=status)


@requires(Recht.DELING_INZIEN)
@require_safe
def afdruk(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Give the list on paper, for the resident to keep."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.DELING_INZIEN)
    record(Sleutel.DOELOPENING_INGEZIEN, dossier, by=medewerker, at=klok.nu(), doel="afgedrukt")
    rijen = queries.lijst(dossier.pk, medewerker, klok.vandaag())
    brief = openingsbrief(dossier, rijen, van=medewerker, op=klok.vandaag())
    antwoord = HttpResponse(maak_pdf(brief), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="opengestelde-doelen-{dossier.pk}.pdf"'
    return antwoord


def _opening(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Doelopening]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, recht), pk=pk)


@requires(Recht.DELING_INZIEN)
@require_safe
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the team one opening: what the helper wrote, and why it was closed."""
    medewerker, gevonden = _opening(request, pk, Recht.DELING_INZIEN)
    record(Sleutel.DOELOPENING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker, SluitForm())


def _toon(
    request: HttpRequest, gevonden: Doelopening, medewerker: Medewerker, form: SluitForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "opening": gevonden,
        "form": form,
        "stand": queries.stand(gevonden, klok.vandaag()),
        "voortgang": queries.voortgang(gevonden),
        "sluiting": queries.sluiting(gevonden),
        "mag_delen": medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden),
    }
    return pagina(request, "ketenpartners/opening.html", context, status=status)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Record with one press that the resident withdraws."""
    medewerker, gevonden = _opening(request, pk, Recht.GEGEVENS_DELEN)
    actions.trek_in(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("Ingetrokken. De hulpverlener ziet dit doel niet meer."))
    return naar(request, reverse("ketenpartners:openstellingen", args=[gevonden.dossier_id]))


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def sluiting(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a goal for somebody's safety."""
    medewerker, gevonden = _opening(request, pk, Recht.GEGEVENS_DELEN)
    form = SluitForm(request.POST)
    if form.is_valid():
        try:
            actions.sluit_om_veiligheid(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Gesloten. De hulpverlener ziet dit doel niet meer."))
            return naar(request, reverse("ketenpartners:opening", args=[pk]))
    return _toon(request, gevonden, medewerker, form, status=ONVOLLEDIG)
