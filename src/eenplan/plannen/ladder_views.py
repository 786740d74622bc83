"""The ladder of a goal: put something in on a rung or say why not, with price and room before the choice is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.aanbod import queries as aanbod
from eenplan.aanbod.queries import Keuze as Aanbodkeuze
from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import actions, queries
from eenplan.plannen.forms import Deelform, HulpForm, OverslaanForm, ZinForm
from eenplan.plannen.ladder import (
    Hulpkeuze,
    Sport,
    Teambudget,
    eerste_open,
    hulpkeuzes,
    ladder,
    plankosten,
    sleutel,
)
from eenplan.plannen.models import Doel
from eenplan.plannen.schrijfpagina import onderwerpkop
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST: Final = ["GET", "HEAD", "POST"]

# Which subject of a conversation says something about which rung (Wmo 2.3.2 lid 4): shown beside it, ready to use.
GEZEGD_OVER: Final = {"eigen_kracht": "b", "netwerk": "c", "vrijwilliger": "e", "algemeen": "e"}


@dataclass(frozen=True)
class Formulieren:
    """The forms of the rung that is open; one of them may have come back with errors."""

    zin: ZinForm
    hulp: HulpForm
    overslaan: OverslaanForm


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def inzet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the ladder with one rung open; a POST puts something in there, or only calculates."""
    medewerker, doel = _vind(request, pk)
    if request.method != "POST":
        if doel.plan.status != Planstatus.CONCEPT:
            return redirect(reverse("plannen:plan", args=[doel.plan_id]) + f"#doel-{pk}")
        record(Sleutel.PLAN_INGEZIEN, doel.plan, by=medewerker, at=klok.nu())
        return _toon(request, doel, trede=request.GET.get("trede", ""), forms=_forms(doel))
    actions.vereis_concept(doel.plan)
    trede = _trede(request)
    if request.POST.get("stap") == "zin":
        return _zet_zin_in(request, medewerker, doel, trede)
    if request.POST.get("stap") == "hulp":
        return _zet_hulp_in(request, medewerker, doel, trede)
    return _toon(request, doel, trede=trede, forms=_forms(doel, hulp=_hulpform(doel, request.POST)))


def _trede(request: HttpRequest) -> str:
    """Give the rung that was sent, or nothing when the municipality's ladder has no such rung."""
    code = request.POST.get("trede", "")
    return code if code in {trede.code for trede in inrichting().treden} else ""


def _vind(request: HttpRequest, pk: int) -> tuple[Medewerker, Doel]:
    medewerker = medewerker_van(request)
    doel = get_object_or_404(queries.doelen(medewerker), pk=pk)
    return medewerker, doel


def _verder(request: HttpRequest, doel: Doel) -> HttpResponse:
    return naar(request, reverse("plannen:inzet", args=[doel.pk]) + "#open-trede")


def _zet_zin_in(request: HttpRequest, medewerker: Medewerker, doel: Doel, trede: str) -> HttpResponse:
    form = ZinForm(request.POST, merk="zin")
    if form.is_valid():
        try:
            actions.kies_inzet(
                doel, form.keuze(trede), bewerking=form.cleaned_data["bewerking"], by=medewerker, at=klok.nu()
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _verder(request, doel)
    return _toon(request, doel, trede=trede, forms=_forms(doel, zin=form), fout=form, status=ONVOLLEDIG)


def _zet_hulp_in(request: HttpRequest, medewerker: Medewerker, doel: Doel, trede: str) -> HttpResponse:
    form = _hulpform(doel, request.POST)
    gekozen = _gekozen(form, trede) if form.is_valid() else None
    if form.is_valid() and gekozen is None:
        form.add_error("hulp", _("Kies eerst welke hulp het wordt, en van wie."))
    elif gekozen:
        try:
            actions.kies_inzet(
                doel, form.keuze(trede, gekozen), bewerking=form.cleaned_data["bewerking"], by=medewerker, at=klok.nu()
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _verder(request, doel)
    return _toon(request, doel, trede=trede, forms=_forms(doel, hulp=form), fout=form, status=ONVOLLEDIG)


def _gekozen(form: HulpForm, trede: str) -> Aanbodkeuze | None:
    """Give the line of the catalogue that was chosen, as it is on the first day of the help."""
    regels = aanbod.keuzes(form.cleaned_data["vanaf"], trede=trede)
    return next((keuze for keuze in regels if sleutel(keuze) == form.cleaned_data["hulp"]), None)


def _forms(
    doel: Doel, *, zin: ZinForm | None = None, hulp: HulpForm | None = None, overslaan: OverslaanForm | None = None
) -> Formulieren:
    nummer = doel.plan.bewerking
    return Formulieren(
        zin or ZinForm(merk="zin", bewerking=nummer),
        hulp or _hulpform(doel),
        overslaan or OverslaanForm(merk="overslaan", bewerking=nummer),
    )


def _hulpform(doel: Doel, data: Any = None) -> HulpForm:  # noqa: ANN401 - what a form takes
    """Begin with what the goal says already: its case's law, its life domain, from today, once a week."""
    begin = {
        "wet": doel.wet if doel.wet != Wet.GEEN else "",
        "leefgebied": doel.leefgebied,
        "aantal": Decimal(1),
        "frequentie": "week",
        "vanaf": klok.vandaag(),
    }
    return HulpForm(data, merk="hulp", bewerking=doel.plan.bewerking, initial=begin)


def _toon(
    request: HttpRequest, doel: Doel, *, trede: str, forms: Formulieren, fout: Deelform | None = None, status: int = 200
) -> HttpResponse:
    medewerker = medewerker_van(request)
    plan = queries.met_delen(doel.plan, medewerker)
    doel = next(deel for deel in plan.doelen.all() if deel.pk == doel.pk)
    sporten = ladder(doel)
    bekend = {sport.trede.code for sport in sporten}
    code = trede if trede in bekend else eerste_open(sporten)
    forms.zin.vraag_bij(code)
    context: dict[str, Any] = {
        "doel": doel,
        "nummer": [deel.pk for deel in plan.doelen.all()].index(doel.pk) + 1,
        "plan": plan,
        "huishouden": plan.dossier.huishouden,
        "sporten": sporten,
        "open": code,
        "vandaag": klok.vandaag(),
        "forms": forms,
        "fout": fout,
        "redenen": inrichting().redenen_overslaan,
        "gezegd": _gezegd(doel, code, medewerker),
        "onderwerpkop": onderwerpkop,
    } | _aanbod(doel, sporten, code, forms.hulp)
    return pagina(request, "plannen/inzet.html", context, fragment="rekenblad", status=status)


def _gezegd(doel: Doel, code: str, voor: Medewerker) -> list[queries.Gezegd]:
    """Give what was said about this rung in the conversations."""
    onderwerp = GEZEGD_OVER.get(code)
    alles = queries.gezegd(doel.plan.dossier_id, voor) if onderwerp else []
    return [stuk for stuk in alles if stuk.onderwerp == onderwerp]


def _aanbod(doel: Doel, sporten: list[Sport], code: str, form: HulpForm) -> dict[str, Any]:
    """Give what may be chosen on the open rung on the first day, what each costs, and what the team has left."""
    dag: date = form.dag or klok.vandaag()
    alles = aanbod.keuzes(dag, trede=code) if code else []
    wet = form.waarde("wet") or ""
    leefgebied = form.waarde("leefgebied") or ""
    van_wet = [keuze for keuze in alles if not wet or keuze.voorziening.wet == wet]
    keuzes = hulpkeuzes(
        van_wet,
        leefgebied=leefgebied,
        aantal=form.waarde("aantal"),
        frequentie=form.waarde("frequentie") or "",
        gekozen=form.waarde("hulp") or "",
    )
    return {
        "dag": dag,
        "heeft_aanbod": bool(alles),
        "heeft_prijs": any(keuze.bedrag_cent is not None for keuze in alles),
        "is_alleen_betaald": bool(alles) and all(keuze.voorziening.soort == "maatwerk" for keuze in alles),
        "keuzes": keuzes,
        "verborgen": len(alles) - len(keuzes),
        "budget": _budget(doel, dag, keuzes),
    }


def _budget(doel: Doel, dag: date, keuzes: list[Hulpkeuze]) -> Teambudget:
    """Count this household's adopted plan no longer: the draft takes its place."""
    plan = doel.plan
    vastgelegd = queries.vastgelegd_per_maand(plan.scope_team_id, dag, zonder_dossier=plan.dossier_id)
    gekozen = next((keuze for keuze in keuzes if keuze.is_gekozen), None)
    return Teambudget(
        maand=dag,
        kader_cent=inrichting().teambudget_per_maand_cent,
        vastgelegd_cent=vastgelegd,
        plan_cent=plankosten(plan, dag),
        keuze_cent=(gekozen.per_maand_cent or 0) if gekozen else 0,
    )


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def overslaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Skip a rung with a reason: one click on a standard reason, or an own sentence."""
    medewerker, doel = _vind(request, pk)
    if request.method != "POST":
        return redirect("plannen:inzet", pk)
    actions.vereis_concept(doel.plan)
    trede = _trede(request)
    form = OverslaanForm(request.POST, merk="overslaan")
    if form.is_valid():
        try:
            actions.sla_trede_over(
                doel,
                trede=trede,
                reden=form.gegeven_reden,
                bewerking=form.cleaned_data["bewerking"],
                by=medewerker,
                at=klok.nu(),
            )
        except NietMogelijk as fout:
            form.add_error("andere_reden", fout.zin)
            if isinstance(fout, IntussenGewijzigd):  # the colleague's reason stands on the rung; the next press decides
                form.opnieuw(_bewerking_nu(doel))
        else:
            return _verder(request, doel)
    return _toon(request, doel, trede=trede, forms=_forms(doel, overslaan=form), fout=form, status=ONVOLLEDIG)


def _bewerking_nu(doel: Doel) -> int:
    """Give the number of the last save, also when a colleague made it a moment ago."""
    doel.plan.refresh_from_db(fields=["bewerking"])
    return doel.plan.bewerking


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def inzet_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Take help out of the draft; its rung opens again."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.inzetten(medewerker), pk=pk)
    actions.verwijder_inzet(gevonden, bewerking=0, by=medewerker, at=klok.nu())
    messages.success(request, _("Weggehaald uit het plan."))
    return _terug_naar_trede(gevonden.doel_id, gevonden.trede)


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def trede_weer(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at a skipped rung again; a reason that a colleague wrote meanwhile stays, and is shown."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.overgeslagen_treden(medewerker), pk=pk)
    form = Deelform(request.POST)
    gezien = form.cleaned_data["bewerking"] if form.is_valid() else 0
    try:
        actions.betrek_trede_weer(gevonden, bewerking=gezien, by=medewerker, at=klok.nu())
    except IntussenGewijzigd as fout:
        messages.warning(request, fout.zin)
    return _terug_naar_trede(gevonden.doel_id, gevonden.trede)


def _terug_naar_trede(doel_id: int, trede: str) -> HttpResponse:
    return redirect(reverse("plannen:inzet", args=[doel_id]) + f"?trede={trede}#open-trede")
