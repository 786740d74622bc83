"""The page of a plan: write a draft part by part, read what was adopted, hand it in, print it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, bewaard, is_bewaarpoging, naar, pagina, wil_fragment
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, Onvolledig
from eenplan.core.opmaak import tijd
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.wetlabels import eigen_label
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen import actions, queries
from eenplan.plannen.actions import Doeltekst
from eenplan.plannen.bijdoel import erbij
from eenplan.plannen.brief import kenmerk, planbrief
from eenplan.plannen.forms import (
    ActieForm,
    AnalyseForm,
    Deelform,
    DoelForm,
    NieuweVersieForm,
    PerspectiefForm,
    VersieForm,
)
from eenplan.plannen.ladder import eenmalige_kosten, ladder, plankosten
from eenplan.plannen.models import Actie, Doel, Eigenaarsoort, Ondersteuningsplan
from eenplan.plannen.schrijfpagina import Schrijfpagina, Terug
from eenplan.plannen.states import OOIT_VASTGESTELD, Planstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.veiligheid.queries import veiligheidsplan_voor_afdruk

GET_EN_POST = ["GET", "HEAD", "POST"]
BOTSING = 409
NUMMER_LENGTE = 18  # what the database holds


def vind(request: HttpRequest, pk: int) -> tuple[Medewerker, Ondersteuningsplan]:
    """Give who asks and the plan, which must lie within that worker's sight."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


def mag_schrijven(medewerker: Medewerker, plan: Ondersteuningsplan) -> bool:
    """Tell whether this worker writes plans for the household's team."""
    return medewerker.bereik(Recht.PLAN_SCHRIJVEN).omvat(plan)


# ------------------------------------------------------------------------------------------ one plan per household


@requires(Recht.PLAN_INZIEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Lead to the plan of the household; a POST begins a draft or a new version, then with a reason."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker, Recht.PLAN_INZIEN), pk=dossier_id)
    huidig = queries.huidig(medewerker, dossier_id)
    if request.method == "POST":
        require(medewerker, Recht.PLAN_SCHRIJVEN, dossier)
        return _begin(request, medewerker, dossier, huidig)
    if huidig:
        return redirect("plannen:plan", huidig.pk)
    return pagina(request, "plannen/geen_plan.html", _geen_plan(medewerker, dossier))


def _geen_plan(medewerker: Medewerker, dossier: Dossier) -> dict[str, object]:
    mag = medewerker.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier)
    return {"dossier": dossier, "huishouden": dossier.huishouden, "mag_schrijven": mag}


def _begin(
    request: HttpRequest, medewerker: Medewerker, dossier: Dossier, huidig: Ondersteuningsplan | None
) -> HttpResponse:
    form = NieuweVersieForm(request.POST)
    klopt = form.is_valid()
    if huidig and huidig.status == Planstatus.VASTGESTELD and not klopt:
        return _toon_lezen(request, medewerker, huidig, form=form, status=ONVOLLEDIG)
    try:
        gemaakt = actions.begin_plan(dossier, by=medewerker, at=klok.nu(), reden=form.cleaned_data.get("reden", ""))
    except NietMogelijk as fout:
        messages.warning(request, fout.zin)
        return naar(request, reverse("plannen:nieuw", args=[dossier.pk]))
    return naar(request, adres(gemaakt))


@requires(Recht.PLAN_INZIEN)
@require_http_methods(GET_EN_POST)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in the plan while it is a draft, read it otherwise; a POST saves where the household wants to go."""
    medewerker, gevonden = vind(request, pk)
    if request.method == "POST":
        require(medewerker, Recht.PLAN_SCHRIJVEN, gevonden)
        return _bewaar_perspectief(request, medewerker, gevonden)
    schrijft = gevonden.status == Planstatus.CONCEPT and mag_schrijven(medewerker, gevonden)
    if not (schrijft and wil_fragment(request)):  # only the draft has a part of its own: the rest shows the whole plan
        record(Sleutel.PLAN_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    if schrijft:
        return toon_schrijven(request, medewerker, gevonden)
    return _toon_lezen(request, medewerker, gevonden)


def toon_schrijven(
    request: HttpRequest,
    medewerker: Medewerker,
    gevonden: Ondersteuningsplan,
    *,
    terug: Terug | None = None,
    status: int = 200,
    weigering: list[str] | None = None,
    getypt: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """Show the draft; htmx gets the norm check alone. `getypt` are words that found no place any more."""
    context = Schrijfpagina(gevonden, medewerker, klok.vandaag(), terug).context()
    context |= {"huishouden": gevonden.dossier.huishouden, "weigering": weigering or [], "medewerker": medewerker}
    context["getypt"] = getypt
    return pagina(request, "plannen/plan.html", context, fragment="normtoets", status=status)


def _toon_lezen(
    request: HttpRequest,
    medewerker: Medewerker,
    gevonden: Ondersteuningsplan,
    *,
    form: NieuweVersieForm | None = None,
    getypt: tuple[tuple[str, str], ...] = (),
    status: int = 200,
) -> HttpResponse:
    queries.met_delen(gevonden, medewerker)
    versies = queries.versies(gevonden).rijen
    schrijft = mag_schrijven(medewerker, gevonden)
    zichtbaar = [versie for versie in versies if schrijft or versie.status != Planstatus.CONCEPT]
    context = leescontext(gevonden) | {
        "versies": zichtbaar,
        "versie_form": VersieForm(versies=zichtbaar),
        "nieuwer": next((versie for versie in versies if versie.versie > gevonden.versie), None) if schrijft else None,
        "mag_schrijven": schrijft,
        "mag_terugnemen": schrijft and queries.is_eigen_plan(gevonden, medewerker),
        "mag_vaststellen": medewerker.bereik(Recht.PLAN_VASTSTELLEN).omvat(gevonden),
        "form": form or NieuweVersieForm(),
        "elders": queries.doelen_elders(gevonden, medewerker),
        "getypt": getypt,
        "erbij": erbij(gevonden, medewerker),
        "ontvangsten": queries.ontvangsten(gevonden) if gevonden.status in OOIT_VASTGESTELD else [],
        "bewoners": queries.bewoners(gevonden),
    }
    return pagina(request, "plannen/lezen.html", context, status=status)


def leescontext(gevonden: Ondersteuningsplan) -> dict[str, object]:
    """Give what every reading of a plan shows. The plan comes with its parts."""
    return {
        "plan": gevonden,
        "huishouden": gevonden.dossier.huishouden,
        "leefgebieden": inrichting().leefgebieden,
        "analyses": {
            rij.leefgebied: rij for rij in gevonden.analyses.all() if rij.situatie.strip() or rij.kracht.strip()
        },
        "doelen": [(doel, ladder(doel)) for doel in gevonden.doelen.all()],
        "vandaag": klok.vandaag(),
        "kosten": plankosten(gevonden),
        "eenmalig": eenmalige_kosten(gevonden),
    }


# ------------------------------------------------------------------------------------------------ saving part by part


def _geweigerd(
    request: HttpRequest, medewerker: Medewerker, gevonden: Ondersteuningsplan, terug: Terug, status: int
) -> HttpResponse:
    """Answer a save that could not be done: the page with every word typed, or a word to the autosave."""
    if is_bewaarpoging(request):
        return bewaard(at=klok.nu(), velden={}, status=status)
    return toon_schrijven(request, medewerker, gevonden, terug=terug, status=status)


def _niet_bewaard(
    request: HttpRequest,
    medewerker: Medewerker,
    oud: Ondersteuningsplan,
    *,
    form: Deelform,
    plek: str,
    fout: NietMogelijk,
) -> HttpResponse:
    """Show the sentence at the part it is about, and what a colleague saved there when that is the reason."""
    vers = get_object_or_404(queries.visible_to(medewerker), pk=oud.pk)
    if vers.status != Planstatus.CONCEPT and not is_bewaarpoging(request):
        return _toon_lezen(request, medewerker, vers, getypt=form.getypt(), status=BOTSING)
    botsing = _botsing(vers, form) if isinstance(fout, IntussenGewijzigd) else ()
    form.opnieuw(vers.bewerking)
    if not botsing:
        form.add_error(None, fout.zin)
    return _geweigerd(request, medewerker, vers, Terug(plek, form, botsing), BOTSING if botsing else ONVOLLEDIG)


def _botsing(vers: Ondersteuningsplan, form: Deelform) -> tuple[tuple[str, str], ...]:
    """Give what is kept now for each field where it differs from what was typed."""
    if isinstance(form, PerspectiefForm):
        return ((str(form.fields["perspectief"].label), vers.perspectief),)
    if isinstance(form, AnalyseForm):
        rij = vers.analyses.filter(leefgebied=form.cleaned_data["leefgebied"]).first()
        paren = [(veld, getattr(rij, veld, "")) for veld in ("situatie", "kracht")]
        return tuple((str(form.fields[veld].label), nu) for veld, nu in paren if nu != form.cleaned_data[veld])
    if isinstance(form, DoelForm):
        doel = vers.doelen.select_related("persoon", "casus").filter(pk=form.doel.pk).first()
        return form.anders_dan(doel) if doel else ()
    return ()


def _bewaard(request: HttpRequest, gevonden: Ondersteuningsplan, plek: str) -> HttpResponse:
    """Answer a save that was done: the new number to the autosave, the page again to a press on the button."""
    if is_bewaarpoging(request):
        return bewaard(at=gevonden.bewaard_op, bewerking=gevonden.bewerking)
    messages.success(request, _("Bewaard om %(tijd)s.") % {"tijd": tijd(klok.nu())})
    return naar(request, adres(gevonden, plek))


def adres(gevonden: Ondersteuningsplan, plek: str = "") -> str:
    """Give the address of the plan, at a place on its page."""
    return reverse("plannen:plan", args=[gevonden.pk]) + (f"#{plek}" if plek else "")


def _bewaar_perspectief(request: HttpRequest, medewerker: Medewerker, gevonden: Ondersteuningsplan) -> HttpResponse:
    form = PerspectiefForm(request.POST)
    if not form.is_valid():
        return _geweigerd(request, medewerker, gevonden, Terug("perspectief", form), ONVOLLEDIG)
    schoon = form.cleaned_data
    try:
        actions.bewaar_perspectief(
            gevonden, schoon["perspectief"], bewerking=schoon["bewerking"], by=medewerker, at=klok.nu()
        )
    except NietMogelijk as fout:
        return _niet_bewaard(request, medewerker, gevonden, form=form, plek="perspectief", fout=fout)
    return _bewaard(request, gevonden, "perspectief")


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def analyse(request: HttpRequest, pk: int) -> HttpResponse:
    """Save one life domain; a GET leads to the analysis on the page of the plan."""
    medewerker, gevonden = vind(request, pk)
    if request.method != "POST":
        return redirect(adres(gevonden, "analyse"))
    require(medewerker, Recht.PLAN_SCHRIJVEN, gevonden)
    code = request.POST.get("leefgebied", "")
    form = AnalyseForm(request.POST, merk=code)
    if not form.is_valid():
        return _geweigerd(request, medewerker, gevonden, Terug(code, form), ONVOLLEDIG)
    teksten, bewerking = {code: form.tekst}, form.cleaned_data["bewerking"]
    try:
        actions.bewaar_analyse(gevonden, teksten, bewerking=bewerking, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        return _niet_bewaard(request, medewerker, gevonden, form=form, plek=code, fout=fout)
    return _bewaard(request, gevonden, f"gebied-{code}")


# --------------------------------------------------------------------------------------------------------------- goals


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def doel_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an empty goal, owned by the resident until somebody says otherwise, and lead to it."""
    medewerker, gevonden = vind(request, pk)
    eerste = next((mens.naam for mens in queries.mensen(gevonden, klok.vandaag()) if mens.is_lid), "")
    label = eigen_label(medewerker.bereik(Recht.PLAN_SCHRIJVEN))
    leeg = Doeltekst("", eigenaar=eerste, eigenaar_soort=Eigenaarsoort.INWONER if eerste else "", wet=label)
    gemaakt = actions.bewaar_doel(gevonden, leeg, bewerking=0, by=medewerker, at=klok.nu())
    if not wil_fragment(request):
        return redirect(adres(gevonden, f"doel-{gemaakt.pk}"))
    blok = Schrijfpagina(gevonden, medewerker, klok.vandaag()).doelblokken()[-1]
    context = {"plan": gevonden, "nieuw_blok": blok, "vandaag": klok.vandaag()}
    return _met_melding(pagina(request, "plannen/plan.html", context, fragment="nieuw"))


def _met_melding(antwoord: HttpResponse) -> HttpResponse:
    """Tell the page that something was saved, so that the norm check beside it is asked again."""
    antwoord["HX-Trigger"] = "eenplan:bewaard"
    return antwoord


def _vind_doel(request: HttpRequest, pk: int) -> tuple[Medewerker, Doel]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.doelen(medewerker), pk=pk)


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def doel(request: HttpRequest, pk: int) -> HttpResponse:
    """Save a goal, or take it out of the draft; a GET leads to it on the page of the plan."""
    try:
        medewerker, gevonden = _vind_doel(request, pk)
    except Http404:
        return _verdwenen_doel(request)
    if request.method != "POST":
        return redirect(adres(gevonden.plan, f"doel-{pk}"))
    if "weghalen" in request.POST:
        form = Deelform(request.POST)
        gezien = form.cleaned_data["bewerking"] if form.is_valid() else 0
        actions.verwijder_doel(gevonden, bewerking=gezien, by=medewerker, at=klok.nu())
        messages.success(request, _("Het doel is weggehaald."))
        return naar(request, adres(gevonden.plan, "doelen"))
    return _bewaar_doel(request, medewerker, gevonden)


def _verdwenen_doel(request: HttpRequest) -> HttpResponse:
    """Show the words typed for a goal that a colleague took out of the draft meanwhile."""
    medewerker = medewerker_van(request)
    nummer = request.POST.get("plan", "")
    getypt = tuple(
        (str(DoelForm.base_fields[veld].label), tekst)
        for veld in ("eigen_woorden", "resultaat")
        if (tekst := request.POST.get(veld, "").strip())
    )
    if not nummer.isdecimal() or len(nummer) > NUMMER_LENGTE or not getypt or is_bewaarpoging(request):
        raise Http404
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=int(nummer), status=Planstatus.CONCEPT)
    require(medewerker, Recht.PLAN_SCHRIJVEN, gevonden)
    return toon_schrijven(request, medewerker, gevonden, getypt=getypt, status=BOTSING)


def _bewaar_doel(request: HttpRequest, medewerker: Medewerker, gevonden: Doel) -> HttpResponse:
    """Keep what could be read, also when a date is not finished yet: no word waits for a number."""
    van_plan, at = gevonden.plan, klok.nu()
    form = DoelForm(
        gevonden, queries.mensen(van_plan, at.date()), queries.casussen(van_plan, medewerker), data=request.POST
    )
    plek = f"doel-{gevonden.pk}"
    klopt = form.is_valid()
    bewerking = form.cleaned_data.get("bewerking", 0)
    try:
        actions.bewaar_doel(van_plan, form.tekst(), doel=gevonden, bewerking=bewerking, by=medewerker, at=at)
    except NietMogelijk as fout:
        return _niet_bewaard(request, medewerker, van_plan, form=form, plek=plek, fout=fout)
    if klopt:
        return _bewaard(request, van_plan, plek)
    if is_bewaarpoging(request):
        return bewaard(at=at, velden={"bewerking": str(van_plan.bewerking)}, status=ONVOLLEDIG)
    form.opnieuw(van_plan.bewerking)
    return toon_schrijven(request, medewerker, van_plan, terug=Terug(plek, form), status=ONVOLLEDIG)


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def actie_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Add who does what towards a goal."""
    medewerker, gevonden = _vind_doel(request, pk)
    form, plek = ActieForm(request.POST, merk=f"actie{pk}"), f"doel-{pk}"
    if not form.is_valid():
        return _geweigerd(request, medewerker, gevonden.plan, Terug(plek, form), ONVOLLEDIG)
    gegevens = {veld: form.cleaned_data[veld] for veld in ("wat", "wie", "uiterlijk", "bewerking")}
    try:
        actions.voeg_actie_toe(gevonden, **gegevens, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        return _niet_bewaard(request, medewerker, gevonden.plan, form=form, plek=plek, fout=fout)
    return redirect(adres(gevonden.plan, plek))


@requires(Recht.PLAN_SCHRIJVEN)
@require_POST
def actie(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an action out of the draft."""
    medewerker = medewerker_van(request)
    gevonden: Actie = get_object_or_404(queries.acties(medewerker), pk=pk)
    actions.verwijder_actie(gevonden, bewerking=0, by=medewerker, at=klok.nu())
    if wil_fragment(request):
        return _met_melding(HttpResponse())
    return redirect(adres(gevonden.doel.plan, f"doel-{gevonden.doel_id}"))


# ----------------------------------------------------------------------------------------------- handing in, printing


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def aanbieding(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the draft in for adoption, or take it back; refused with the list of what is missing."""
    medewerker, gevonden = vind(request, pk)
    if request.method != "POST":
        return redirect(adres(gevonden))
    if "terugnemen" in request.POST:
        actions.neem_plan_terug(gevonden, by=medewerker, at=klok.nu())
        messages.success(request, _("U kunt weer in het plan schrijven."))
        return naar(request, adres(gevonden))
    try:
        actions.bied_plan_aan(gevonden, by=medewerker, at=klok.nu())
    except Onvolledig as fout:
        return toon_schrijven(request, medewerker, gevonden, weigering=fout.zinnen, status=ONVOLLEDIG)
    messages.success(request, _("Het plan is aangeboden. Een ander leest het en stelt het vast."))
    return naar(request, adres(gevonden))


def _voor_wie(request: HttpRequest, bewoners: list[Persoon]) -> Persoon | None:
    """Give the member whose own part was asked for, or nobody for the whole plan."""
    nummer = request.GET.get("voor", "")
    if not nummer:
        return None
    for persoon in bewoners:
        if str(persoon.pk) == nummer:
            return persoon
    raise Http404


@requires(Recht.PLAN_INZIEN)
@require_safe
def afdruk(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the plan as PDF for the kitchen table: the whole, or the own part of one member (`?voor=`)."""
    medewerker, gevonden = vind(request, pk)
    record(Sleutel.PLAN_INGEZIEN, gevonden, by=medewerker, at=klok.nu(), doel="afgedrukt")
    bewoners = queries.bewoners(gevonden)
    brief = planbrief(
        queries.met_delen(gevonden, medewerker),
        bewoners=bewoners,
        voor=_voor_wie(request, bewoners),
        van=gevonden.opgesteld_door,
        op=klok.vandaag(),
        is_deel=bool(queries.doelen_elders(gevonden, medewerker)),
        veiligheidsplan=veiligheidsplan_voor_afdruk(gevonden.dossier, medewerker),
    )
    antwoord = HttpResponse(maak_pdf(brief), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{kenmerk(gevonden)}.pdf"'
    return antwoord
