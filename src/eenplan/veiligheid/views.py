"""Safety in the file: what was asked, how high the risk is, and what was agreed."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import gebundeld, record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk, Onvolledig
from eenplan.core.formulier import BasisForm
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.wetlabels import eigen_label, labelkeuzes
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.veiligheid import actions, queries
from eenplan.veiligheid.forms import CheckForm, OverslaanForm, PlanForm, RisicoForm

GET_EN_POST = ["GET", "HEAD", "POST"]
LANGSTE_NUMMER = 19  # the database knows no longer ones
_PLANVELDEN = ("met_wie", "signalen", "als_het_misgaat", "wie_belt_wie", "veilige_plek", "wie_let_op", "wet")


def _dossier(request: HttpRequest, dossier_id: int) -> tuple[Medewerker, Dossier]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def veiligheid(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the last check, the risk as it was judged, and the safety plan with its versions."""
    medewerker, dossier = _dossier(request, dossier_id)
    record(Sleutel.VEILIGHEID_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    plannen = list(queries.veiligheidsplannen(medewerker).filter(dossier=dossier))
    context = {
        "dossier": dossier,
        "checks": list(queries.visible_to(medewerker).filter(dossier=dossier)),
        "overgeslagen": list(queries.overgeslagen_van(dossier)),
        "risicos": list(queries.risicotaxaties(medewerker).filter(dossier=dossier)),
        "plan": next((rij for rij in plannen if not rij.is_vervangen), None),
        "eerdere_plannen": [rij for rij in plannen if rij.is_vervangen],
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "veiligheid/veiligheid.html", context)


def _verder(request: HttpRequest, dossier: Dossier) -> str:
    """Give where one goes on: the onderzoek that waited for the check, or the page of safety."""
    melding = request.GET.get("melding", "")
    if melding.isdecimal() and len(melding) < LANGSTE_NUMMER:
        return reverse("meldingen:onderzoek_afronden", args=[int(melding)])
    return reverse("veiligheid:veiligheid", args=[dossier.pk])


def _vastleggen(
    request: HttpRequest,
    medewerker: Medewerker,
    dossier: Dossier,
    form: BasisForm,
    *,
    titel: str | Promise,
    uitleg: str | Promise,
    doe: Callable[[], object],
) -> HttpResponse:
    """Show one form, or do what it says and go back; what was typed stays when it cannot be done."""
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
    if request.method != "POST":
        record(Sleutel.VEILIGHEID_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            doe()
        except Onvolledig as fout:
            for zin in fout.zinnen:
                form.add_error(None, zin)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, _verder(request, dossier))
    context = {"dossier": dossier, "form": form, "titel": titel, "uitleg": uitleg}
    return pagina(request, "veiligheid/vastleggen.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def check(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask after basic care and safety."""
    medewerker, dossier = _dossier(request, dossier_id)
    form = CheckForm(request.POST if request.method == "POST" else None, vragen=inrichting().veiligheidsvragen)

    def doe() -> object:
        kinderen = {veld: form.cleaned_data[veld] for veld in ("kinderen", "kinderen_toelichting")}
        return actions.doe_check(dossier, form.antwoorden(), **kinderen, by=medewerker, at=klok.nu())

    uitleg = _("Ja betekent dat het goed is. Is er een zorg, of is het niet besproken? Schrijf op wat of waarom.")
    return _vastleggen(request, medewerker, dossier, form, titel=_("Veiligheidscheck"), uitleg=uitleg, doe=doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def overslaan(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Say why safety is not asked after at this intake."""
    medewerker, dossier = _dossier(request, dossier_id)
    form = OverslaanForm(request.POST if request.method == "POST" else None)

    def doe() -> object:
        return actions.sla_check_over(dossier, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())

    uitleg = _("Alleen als vragen naar veiligheid nu echt niet kan. De manager ziet elke overgeslagen check.")
    titel = _("Veiligheidscheck overslaan")
    return _vastleggen(request, medewerker, dossier, form, titel=titel, uitleg=uitleg, doe=doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def risico(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Keep an assessment of risk."""
    medewerker, dossier = _dossier(request, dossier_id)
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    form = RisicoForm(
        request.POST if request.method == "POST" else None,
        labels=labelkeuzes(bereik, dossier.pk),
        initial={"wet": eigen_label(bereik)},
    )

    def doe() -> object:
        return actions.taxeer_risico(dossier, form.taxatie(), by=medewerker, at=klok.nu())

    uitleg = _("U krijgt een taak voor de dag waarop u opnieuw kijkt.")
    return _vastleggen(request, medewerker, dossier, form, titel=_("Risico taxeren"), uitleg=uitleg, doe=doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def plan(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Make the safety plan with the household, or a new version that begins from the last one."""
    medewerker, dossier = _dossier(request, dossier_id)
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    vorige = queries.veiligheidsplan_nu(dossier, medewerker)
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        labels=labelkeuzes(bereik, dossier.pk),
        is_eerste=not dossier.veiligheidsplannen.exists(),
        initial={veld: getattr(vorige, veld) for veld in _PLANVELDEN} if vorige else {"wet": eigen_label(bereik)},
    )

    def doe() -> object:
        return actions.maak_veiligheidsplan(dossier, form.afspraken(), by=medewerker, at=klok.nu())

    uitleg = _("Spreek met het huishouden af wat iedereen doet als het misgaat. Een wijziging wordt een nieuwe versie.")
    return _vastleggen(request, medewerker, dossier, form, titel=_("Veiligheidsplan"), uitleg=uitleg, doe=doe)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def risico_van(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from an assessment to the page of its household; of another team it does not exist."""
    rij = get_object_or_404(queries.risicotaxaties(medewerker_van(request)), pk=pk)
    return naar(request, reverse("veiligheid:veiligheid", args=[rij.dossier_id]) + "#risico")


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def plan_van(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from a safety plan to the page of its household; of another team it does not exist."""
    rij = get_object_or_404(queries.veiligheidsplannen(medewerker_van(request)), pk=pk)
    return naar(request, reverse("veiligheid:veiligheid", args=[rij.dossier_id]) + "#plan")


@requires(Recht.TEAM_INZIEN)
@require_safe
def overgeslagen(request: HttpRequest) -> HttpResponse:
    """Show the manager every check that was left out in the team, with its reason."""
    medewerker = medewerker_van(request)
    rijen = list(queries.overgeslagen(medewerker)[:200])
    with transaction.atomic(), gebundeld():
        for rij in rijen:
            record(Sleutel.VEILIGHEID_INGEZIEN, rij, by=medewerker, at=klok.nu())
    return pagina(request, "veiligheid/overgeslagen.html", {"rijen": rijen})
