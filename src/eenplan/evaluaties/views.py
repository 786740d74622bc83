"""The pages of looking back at the plan: what was found before, and the form at the table."""

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
from eenplan.core.opmaak import datum_kort
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.evaluaties import actions, queries
from eenplan.evaluaties.forms import EvaluatieForm, teken
from eenplan.evaluaties.models import Evaluatie, Vervolg
from eenplan.plannen import queries as plannen
from eenplan.plannen.forms import NieuweVersieForm
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.PLAN_INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def evaluatie(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show when this household looked back; a POST keeps how far each goal of the adopted plan came."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker, Recht.PLAN_INZIEN), pk=dossier_id)
    if request.method == "POST":
        require(medewerker, Recht.PLAN_SCHRIJVEN, dossier)
    else:
        record(Sleutel.PLAN_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    plan = plannen.vastgesteld(dossier_id)
    form = None
    if plan and medewerker.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier):
        form = _form(request, medewerker, dossier)
        gemaakt = _bewaar(form, plan, medewerker) if form.is_valid() else None
        if gemaakt:
            messages.success(request, _("De evaluatie is bewaard."))
            return naar(request, reverse("evaluaties:terugblik", args=[gemaakt.pk]))
    context = {
        "dossier": dossier,
        "plan": plan,
        "form": form,
        "eerdere": queries.van_dossier(dossier_id, medewerker),
        "elders": plannen.doelen_elders(plan, medewerker) if plan else [],
        "teken": teken,
    }
    return pagina(request, "evaluaties/evaluatie.html", context, status=ONVOLLEDIG if request.method == "POST" else 200)


def _form(request: HttpRequest, medewerker: Medewerker, dossier: Dossier) -> EvaluatieForm:
    return EvaluatieForm(
        request.POST if request.method == "POST" else None,
        initial={"dag": klok.vandaag()},
        doelen=queries.te_evalueren(dossier.pk, medewerker),
        personen=dossiers.bewoners(dossier.huishouden),
    )


def _bewaar(form: EvaluatieForm, plan: Ondersteuningsplan, medewerker: Medewerker) -> Evaluatie | None:
    """Keep what was typed; a refusal stands in the form."""
    try:
        return actions.evalueer(plan, form.terugblik(), form.uitkomsten(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return None


@requires(Recht.PLAN_INZIEN)
@require_safe
def terugblik(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one evaluation; where a goal is to be adjusted, the way to a new version of the plan."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    record(Sleutel.PLAN_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    mag_schrijven = medewerker.bereik(Recht.PLAN_SCHRIJVEN).omvat(gevonden)
    context = {
        "evaluatie": gevonden,
        "dossier": gevonden.dossier,
        "teken": teken,
        "mag_schrijven": mag_schrijven,
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "elders": plannen.doelen_elders(gevonden.plan, medewerker),
        "form": _nieuwe_versie(gevonden) if mag_schrijven else None,
    }
    return pagina(request, "evaluaties/terugblik.html", context)


def _nieuwe_versie(gevonden: Evaluatie) -> NieuweVersieForm | None:
    """Give the form for a new version, with the reason ready; none when nothing asks for it or it was begun."""
    bijstellen = [rij for rij in gevonden.doelen.all() if rij.vervolg == Vervolg.BIJSTELLEN]
    if not bijstellen or gevonden.plan.status != Planstatus.VASTGESTELD or queries.in_bewerking(gevonden.dossier_id):
        return None
    reden = _("Na de evaluatie van {dag}: {zin}").format(dag=datum_kort(gevonden.dag), zin=bijstellen[0].zin)
    return NieuweVersieForm(initial={"reden": reden[:200]})
