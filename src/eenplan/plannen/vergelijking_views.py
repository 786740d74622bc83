"""Two versions of a plan beside each other, to be chosen on the page of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.core.opmaak import bedrag
from eenplan.dossiers import queries as dossiers
from eenplan.plannen import queries
from eenplan.plannen.forms import VersieForm
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.vergelijking import vergelijk
from eenplan.plannen.vergelijking_queries import doelstammen
from eenplan.plannen.verschil import kostenverschil
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.PLAN_INZIEN)
@require_safe
def vergelijking(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show two versions side by side, with why the later ones came; without a choice the last two."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker, Recht.PLAN_INZIEN), pk=dossier_id)
    versies = queries.versies_van(medewerker, dossier_id)
    form = VersieForm(request.GET or None, versies=versies)
    context: dict[str, Any] = {"dossier": dossier, "huishouden": dossier.huishouden, "form": form, "paar": None}
    if len(versies) > 1:
        oud, nieuw = _gekozen(form, versies)
        context |= _naast_elkaar(medewerker, oud, nieuw)
        context["waarom"] = [rij for rij in versies if oud.versie < rij.versie <= nieuw.versie]
        context["form"] = VersieForm(versies=versies, initial={"oud": oud.versie, "nieuw": nieuw.versie})
    for plan in dict.fromkeys(context["paar"] or versies):
        record(Sleutel.PLAN_INGEZIEN, plan, by=medewerker, at=klok.nu())
    return pagina(request, "plannen/vergelijking.html", context)


def _gekozen(form: forms.Form, versies: Sequence[Ondersteuningsplan]) -> tuple[Ondersteuningsplan, Ondersteuningsplan]:
    """Give the two versions, the older first; what was not chosen well falls back on the last two."""
    per_nummer = {str(rij.versie): rij for rij in versies}
    if form.is_bound and form.is_valid():
        paar = [per_nummer[form.cleaned_data[naam]] for naam in ("oud", "nieuw")]
    else:
        paar = list(versies[:2])
    oud, nieuw = sorted(paar, key=lambda plan: plan.versie)
    return oud, nieuw


def _naast_elkaar(medewerker: Medewerker, oud: Ondersteuningsplan, nieuw: Ondersteuningsplan) -> dict[str, Any]:
    queries.met_delen_samen([oud, nieuw], medewerker)
    blokken = vergelijk(oud, nieuw, doelstammen(oud, nieuw, medewerker))
    meer = kostenverschil(nieuw, oud)
    return {
        "paar": (oud, nieuw),
        "anders": [blok for blok in blokken if blok.soort],
        "gelijk": [blok for blok in blokken if not blok.soort],
        "kosten": _("{bedrag} per maand meer") if meer > 0 else _("{bedrag} per maand minder") if meer else "",
        "verschil": bedrag(abs(meer)),
        "elders": queries.doelen_elders(nieuw, medewerker),
    }
