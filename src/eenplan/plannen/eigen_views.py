"""The page of the plans that residents made themselves, and taking their words over into our plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.plannen import eigen_actions, eigen_queries, queries
from eenplan.plannen.eigen_forms import NAAR_DOEL, EigenPlanForm, HulpaanbodForm, OvernameForm
from eenplan.plannen.models import EigenPlan, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.plannen.views import GET_EN_POST, adres
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

AANBOD = "aanbod"


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def eigen_plan(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what residents handed in and to whom we offered help; a POST keeps one of both."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)
    plan_form, aanbod_form = _formulieren(request, medewerker, dossier)
    if request.method == "POST":
        require(medewerker, Recht.PLAN_SCHRIJVEN, dossier)
        if _bewaar(medewerker, dossier, aanbod_form if aanbod_form.is_bound else plan_form):
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("plannen:eigen_plan", args=[dossier_id]))
    else:
        record(Sleutel.EIGENPLAN_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "huishouden": dossier.huishouden,
        "plannen": [(rij, eigen_queries.stukken(rij)) for rij in eigen_queries.eigen_plannen(dossier_id, medewerker)],
        "aanboden": eigen_queries.hulpaanboden(dossier_id, medewerker),
        "elders": dossiers.niet_zichtbaar(dossier_id, medewerker, EigenPlan),
        "plan_form": plan_form,
        "aanbod_form": aanbod_form,
        "mag_schrijven": medewerker.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier),
    }
    status = ONVOLLEDIG if plan_form.errors or aanbod_form.errors else 200
    return pagina(request, "plannen/eigen_plan.html", context, status=status)


def _formulieren(
    request: HttpRequest, medewerker: Medewerker, dossier: Dossier
) -> tuple[EigenPlanForm, HulpaanbodForm]:
    """Give both forms of the page, the one that was sent with what was typed."""
    wie: dict[str, Any] = {
        "personen": list(dossiers.bewoners(dossier.huishouden)),
        "bereik": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN),
        "dossier_id": dossier.pk,
        "initial": {"op": klok.vandaag()},
    }
    is_aanbod = request.POST.get("wat") == AANBOD
    plan_post, aanbod_post = (None, request.POST) if is_aanbod else (request.POST, None)
    if request.method != "POST":
        plan_post = aanbod_post = None
    files = request.FILES if plan_post is not None else None
    return (
        EigenPlanForm(plan_post, files, auto_id="id_plan_%s", **wie),
        HulpaanbodForm(aanbod_post, auto_id="id_aanbod_%s", **wie),
    )


def _bewaar(medewerker: Medewerker, dossier: Dossier, form: EigenPlanForm | HulpaanbodForm) -> bool:
    """Keep what was filled in; a refusal stands in the form."""
    if not form.is_valid():
        return False
    try:
        if isinstance(form, EigenPlanForm):
            eigen_actions.lever_eigen_plan_in(dossier, form.ingeleverd(), by=medewerker, at=klok.nu())
        else:
            eigen_actions.noteer_hulpaanbod(dossier, form.aanbod(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def overname(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a passage of an own plan over into the draft: as a new goal, or below what a life domain says."""
    medewerker = medewerker_van(request)
    eigen: EigenPlan = get_object_or_404(eigen_queries.visible_to(medewerker), pk=pk)
    require(medewerker, Recht.PLAN_SCHRIJVEN, eigen)
    plan = queries.huidig(medewerker, eigen.dossier_id)
    form = OvernameForm(request.POST, eigen=eigen)
    if plan is None or plan.status != Planstatus.CONCEPT or not form.is_valid():
        zin = _("Begin eerst een plan of een nieuwe versie. Daarna kunt u de woorden overnemen.")
        fouten = [str(fout) for regels in form.errors.values() for fout in regels]
        messages.warning(request, fouten[0] if fouten else zin)
        return naar(request, reverse("plannen:eigen_plan", args=[eigen.dossier_id]))
    plek = _neem_over(eigen, form, plan=plan, by=medewerker)
    messages.success(request, _("De woorden staan nu in het plan."))
    return naar(request, adres(plan, plek))


def _neem_over(eigen: EigenPlan, form: OvernameForm, *, plan: Ondersteuningsplan, by: Medewerker) -> str:
    """Do it, and give the place on the plan's page where the words stand now."""
    stuk, doelwit, at = form.cleaned_data["stuk"], form.cleaned_data["naar"], klok.nu()
    if doelwit == NAAR_DOEL:
        return f"doel-{eigen_actions.maak_doel_uit(eigen, stuk, plan=plan, by=by, at=at).pk}"
    eigen_actions.zet_in_analyse(eigen, stuk, leefgebied=doelwit, plan=plan, by=by, at=at)
    return f"gebied-{doelwit}"
