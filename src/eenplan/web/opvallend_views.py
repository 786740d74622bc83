"""The privacy officer's list of what is unusual, and the judgement on each line. Numbers only, never the content."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit import oordelen
from eenplan.audit.actions import record
from eenplan.audit.forms import OordeelForm
from eenplan.audit.models import Oordeelsoort, Opvallend, Opvalregel
from eenplan.audit.queries import Spoorsoort, Spoorvraag
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import datum_invoer
from eenplan.teams.sessie import medewerker_van
from eenplan.web import opvallend

HOOGUIT = 200


@requires(Recht.SPOOR_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """Look for what is new, and show what waits for a judgement; with `?alles=1` what was judged as well."""
    medewerker, nu = medewerker_van(request), klok.nu()
    oordelen.bewaar(opvallend.zoek(nu), at=nu)
    record(Sleutel.OPVALLEND_INGEZIEN, Spoorvraag(), by=medewerker, at=nu)
    alles = request.GET.get("alles") == "1"
    rijen = oordelen.opvallend() if alles else oordelen.open_opvallend()
    regels = [(rij, _achter(rij), _uitkomst(rij)) for rij in rijen[:HOOGUIT]]
    return pagina(request, "web/opvallend.html", {"regels": regels, "alles": alles})


@requires(Recht.SPOOR_INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def een(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one line with its judgements, and take a new one."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gevonden = get_object_or_404(oordelen.opvallend(), pk=pk)
    form = OordeelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        gekozen = Oordeelsoort(form.cleaned_data["uitkomst"])
        try:
            oordelen.beoordeel(gevonden, uitkomst=gekozen, reden=form.cleaned_data["reden"], by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Uw oordeel is bewaard."))
            return naar(request, reverse("web:opvallend"))
    elif request.method != "POST":
        record(Sleutel.OPVALLEND_INGEZIEN, gevonden, by=medewerker, at=nu)
    inhoud = {
        "rij": gevonden,
        "achter": _achter(gevonden),
        "oordelen": gevonden.oordelen.order_by("-geoordeeld_op", "-pk"),
        "form": form,
        "is_eigen": gevonden.actor_id == medewerker.pk,
    }
    return pagina(request, "web/opvallend_een.html", inhoud, status=ONVOLLEDIG if request.method == "POST" else 200)


def _achter(rij: Opvallend) -> str:
    """Give the address of the rows in the log behind a line."""
    soort = {Opvalregel.ZOEKEN: Spoorsoort.ZOEKEN, Opvalregel.NOODTOEGANG: Spoorsoort.WIJZIGING}
    dag = datum_invoer(rij.dag)
    vraag = {
        "medewerker": rij.actor_id,
        "van": dag,
        "tot_en_met": dag,
        "soort": soort.get(Opvalregel(rij.regel), Spoorsoort.INZAGE).value,
    }
    return f"{reverse('audit:spoor')}?{urlencode(vraag)}"


def _uitkomst(rij: Opvallend) -> str:
    uitkomst = getattr(rij, "uitkomst", None)
    return str(Oordeelsoort(uitkomst).label) if uitkomst else ""
