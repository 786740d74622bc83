"""Somebody else than the drafter reads the plan with what matters, and adopts it or sends it back with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import IntussenGewijzigd
from eenplan.core.opmaak import bedrag
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import actions, queries
from eenplan.plannen.forms import Deelform, TerugzendForm
from eenplan.plannen.ladder import Teambudget, plankosten
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.normtoets import normtoets
from eenplan.plannen.states import Planstatus
from eenplan.plannen.verschil import kostenverschil, verschillen
from eenplan.plannen.views import GET_EN_POST, adres, leescontext, vind
from eenplan.teams.models import Medewerker


@requires(Recht.PLAN_VASTSTELLEN)
@require_http_methods(GET_EN_POST)
def vaststelling(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the plan to whoever may adopt it; a POST adopts and locks it."""
    medewerker, plan = vind(request, pk)
    require(medewerker, Recht.PLAN_VASTSTELLEN, plan)
    if request.method == "POST":
        try:
            actions.stel_plan_vast(plan, by=medewerker, at=klok.nu(), gelezen=_gelezen(request))
        except IntussenGewijzigd as fout:
            messages.warning(request, fout.zin)
            return naar(request, reverse("plannen:vaststelling", args=[pk]))
        messages.success(request, _("Het plan is vastgesteld. Deze versie verandert niet meer."))
        return naar(request, adres(plan))
    if plan.status != Planstatus.AANGEBODEN:
        return redirect("plannen:plan", pk)
    record(Sleutel.PLAN_INGEZIEN, plan, by=medewerker, at=klok.nu())
    return _toon(request, medewerker, plan, TerugzendForm())


def _gelezen(request: HttpRequest) -> int | None:
    """Give the edit number of the plan as it stood on the page that was read."""
    form = Deelform(request.POST)
    return form.cleaned_data["bewerking"] if form.is_valid() else None


@requires(Recht.PLAN_VASTSTELLEN)
@require_http_methods(GET_EN_POST)
def terugzending(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the plan back to its drafter with a reason; without one the page comes back."""
    medewerker, plan = vind(request, pk)
    if request.method != "POST":
        return redirect("plannen:vaststelling", pk)
    require(medewerker, Recht.PLAN_VASTSTELLEN, plan)
    form = TerugzendForm(request.POST)
    if not form.is_valid():
        return _toon(request, medewerker, plan, form, status=ONVOLLEDIG)
    actions.stuur_plan_terug(plan, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
    messages.success(request, _("Het plan is terug bij de opsteller, met uw reden bovenaan."))
    return naar(request, reverse("plannen:nieuw", args=[plan.dossier_id]))


def _toon(
    request: HttpRequest, medewerker: Medewerker, plan: Ondersteuningsplan, form: TerugzendForm, *, status: int = 200
) -> HttpResponse:
    vorige = queries.vorige_versie(queries.met_delen(plan, medewerker), medewerker)
    context = leescontext(plan) | {
        "form": form,
        "vorige": vorige,
        "verschillen": verschillen(plan, vorige) if vorige else [],
        "vergelijking": _vergelijking(plan, vorige),
        "gemist": normtoets(plan),
        "elders": queries.doelen_elders(plan, medewerker),
        "is_eigen": queries.is_eigen_plan(plan, medewerker),
        "aangeboden": queries.laatste_aanbieding(plan),
        "budget": _budget(plan),
    }
    return pagina(request, "plannen/beoordelen.html", context, status=status)


def _vergelijking(plan: Ondersteuningsplan, vorige: Ondersteuningsplan | None) -> str:
    if vorige is None:
        return _("eerste versie")
    meer = kostenverschil(plan, vorige)
    zin = _("{bedrag} meer dan versie {nummer}") if meer > 0 else _("{bedrag} minder dan versie {nummer}")
    if not meer:
        zin = _("evenveel als versie {nummer}")
    return zin.format(bedrag=bedrag(abs(meer)), nummer=vorige.versie)


def _budget(plan: Ondersteuningsplan) -> Teambudget:
    vandaag = klok.vandaag()
    return Teambudget(
        maand=vandaag,
        kader_cent=inrichting().teambudget_per_maand_cent,
        vastgelegd_cent=queries.vastgelegd_per_maand(plan.scope_team_id, vandaag, zonder_dossier=plan.dossier_id),
        plan_cent=plankosten(plan),
    )
