"""The meldcode on screen. Who was not let in finds nothing, not even that there is one (ADR 0016)."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import gebundeld, record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm
from eenplan.dossiers import queries as dossiers
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import actieve_medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.veiligheid import meldcode_actions as actions
from eenplan.veiligheid import meldcode_queries as queries
from eenplan.veiligheid.afweging import VRAGEN
from eenplan.veiligheid.meldcode_forms import BeginForm, BeslisForm, RedenForm, StapForm, ToelaatForm, WeegForm
from eenplan.veiligheid.models import JaNee, Meldcode, Stap, Weging
from eenplan.veiligheid.states import Meldcodestatus

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.MELDCODE_INZIEN)
@require_safe
def meldcodes(request: HttpRequest) -> HttpResponse:
    """Show who looks after the meldcodes of a team all of them, what must be looked at first on top."""
    medewerker = medewerker_van(request)
    rijen = list(queries.visible_to(medewerker).order_by("volgen_op", "begonnen_op")[:200])
    with transaction.atomic(), gebundeld():
        for rij in rijen:
            record(Sleutel.MELDCODE_INGEZIEN, rij, by=medewerker, at=klok.nu())
    return pagina(request, "veiligheid/meldcodes.html", {"rijen": rijen, "vandaag": klok.vandaag()})


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def bij_huishouden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the meldcodes that are open to this worker, and begin one. Everybody else sees only how to begin."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker, Recht.MELDCODE_BIJHOUDEN), pk=dossier_id)
    form = BeginForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())  # the same, whether there is one or not
    elif form.is_valid():
        begonnen = actions.begin_meldcode(dossier, **form.cleaned_data, by=medewerker, at=klok.nu())
        messages.success(request, _("De meldcode is begonnen. Alleen u en de aandachtsfunctionaris zien hem."))
        return naar(request, reverse("veiligheid:meldcode", args=[begonnen.pk]))
    context = {"dossier": dossier, "form": form, "rijen": list(queries.van_dossier(dossier_id, medewerker))}
    return pagina(request, "veiligheid/bij_huishouden.html", context, status=ONVOLLEDIG if form.errors else 200)


def _meldcode(request: HttpRequest, pk: int) -> tuple[Medewerker, Meldcode]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_safe
def meldcode(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the five steps with who, when and what, the weighing, the decision, and who can read it."""
    medewerker, rij = _meldcode(request, pk)
    record(Sleutel.MELDCODE_INGEZIEN, rij, by=medewerker, at=klok.nu())
    gezet = queries.stappen(rij)
    context = {
        "meldcode": rij,
        "huishouden": rij.bij.huishouden,
        "stappen": [(stap, [een for een in gezet if een.stap == stap]) for stap in Stap],
        "vragen": _vragen,
        "toegangen": queries.toegangen(rij),
        "is_open": rij.status != Meldcodestatus.GESLOTEN,
        "kan_beslissen": queries.weging_om_op_te_beslissen(rij) is not None,
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "veiligheid/meldcode.html", context)


def _vragen(weging: Weging) -> list[tuple[str | Promise, str | Promise]]:
    """Give the questions that were answered, each with its answer."""
    paren = ((vraag.tekst, getattr(weging, vraag.veld)) for vraag in VRAGEN)
    return [(vraag, JaNee(antwoord).label) for vraag, antwoord in paren if antwoord]


def _vastleggen(
    request: HttpRequest,
    pk: int,
    maak: Callable[[Meldcode], BasisForm],
    doe: Callable[[Meldcode, BasisForm, Medewerker], object],
    *,
    titel: str,
    uitleg: str = "",
) -> HttpResponse:
    """Show one form of a meldcode, or do what it says; what was typed stays when it cannot be done."""
    medewerker, rij = _meldcode(request, pk)
    require(medewerker, Recht.MELDCODE_BIJHOUDEN, rij.bij)
    form = maak(rij)
    if request.method != "POST":
        record(Sleutel.MELDCODE_INGEZIEN, rij, by=medewerker, at=klok.nu())
    elif form.is_valid():
        try:
            doe(rij, form, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("veiligheid:meldcode", args=[pk]))
    context = {"meldcode": rij, "form": form, "titel": titel, "uitleg": uitleg}
    return pagina(request, "veiligheid/meldcode_form.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def stap(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one of the first three steps, or leave it out with a reason."""
    begin = {"op": klok.vandaag(), "stap": request.GET.get("stap", "")}
    data = request.POST if request.method == "POST" else None
    return _vastleggen(
        request,
        pk,
        lambda _rij: StapForm(data, initial=begin),
        lambda rij, form, by: actions.zet_stap(rij, form.gezet(), by=by, at=klok.nu()),  # type: ignore[attr-defined]
        titel=_("Stap opschrijven"),
        uitleg=_("De volgorde is vrij. Alleen beslissen komt altijd na het wegen."),
    )


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def weging(request: HttpRequest, pk: int) -> HttpResponse:
    """Take step 4 by the five questions."""
    data = request.POST if request.method == "POST" else None

    def doe(rij: Meldcode, form: BasisForm, by: Medewerker) -> object:
        antwoorden, tekst = form.antwoorden(), form.cleaned_data["toelichting"]  # type: ignore[attr-defined]
        return actions.weeg_af(rij, antwoorden, toelichting=tekst, by=by, at=klok.nu())

    return _vastleggen(
        request,
        pk,
        lambda _rij: WeegForm(data),
        doe,
        titel=_("Wegen"),
        uitleg=_("Beantwoord de vragen van boven naar beneden. Twijfelt u? Vraag altijd advies aan Veilig Thuis."),
    )


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def beslissing(request: HttpRequest, pk: int) -> HttpResponse:
    """Take step 5."""
    data = request.POST if request.method == "POST" else None

    def maak(rij: Meldcode) -> BasisForm:
        gewogen = queries.weging_om_op_te_beslissen(rij)
        uitkomst = gewogen.uitkomst if gewogen else ""
        return BeslisForm(data, initial={"is_melden": uitkomst == "melden", "is_hulp": uitkomst == "hulp"})

    return _vastleggen(
        request,
        pk,
        maak,
        lambda rij, form, by: actions.beslis(rij, form.beslissing(), by=by, at=klok.nu()),  # type: ignore[attr-defined]
        titel=_("Beslissen"),
        uitleg=_("Twee besluiten: is melden nodig, en kunt u (ook) hulp bieden of organiseren?"),
    )


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def sluiting(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the meldcode, or open it again after new signals."""
    data = request.POST if request.method == "POST" else None
    _medewerker, gevonden = _meldcode(request, pk)
    is_dicht = gevonden.status == Meldcodestatus.GESLOTEN or request.GET.get("heropenen") == "1"

    def doe(rij: Meldcode, form: BasisForm, by: Medewerker) -> None:
        reden = form.cleaned_data["reden"]
        if is_dicht:
            actions.heropen_meldcode(rij, signalen=reden, by=by, at=klok.nu())
        else:
            actions.sluit_meldcode(rij, reden=reden, by=by, at=klok.nu())

    titel = _("Nieuwe signalen") if is_dicht else _("Meldcode sluiten")
    uitleg = _("Wat zag of hoorde u? Daarna loopt de meldcode weer.") if is_dicht else _("De meldcode blijft bewaard.")
    return _vastleggen(request, pk, lambda _rij: RedenForm(data), doe, titel=titel, uitleg=uitleg)


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def toegang(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a teammate in, by name and with a reason."""
    data = request.POST if request.method == "POST" else None
    return _vastleggen(
        request,
        pk,
        lambda rij: ToelaatForm(data, collegas=queries.toe_te_laten(rij, klok.vandaag())),
        lambda rij, form, by: actions.laat_toe(
            rij, form.cleaned_data["medewerker"], reden=form.cleaned_data["reden"], by=by, at=klok.nu()
        ),
        titel=_("Collega toelaten"),
        uitleg=_("Laat alleen toe wie het nodig heeft. Ook de regisseur ziet de meldcode pas daarna."),
    )


@requires(Recht.MELDCODE_BIJHOUDEN)
@require_POST
def toegang_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a teammate in no longer."""
    medewerker, rij = _meldcode(request, pk)
    nummer = request.POST.get("medewerker", "")
    wie = actieve_medewerker(int(nummer)) if nummer.isdecimal() and len(nummer) < 19 else None
    try:
        if wie is not None:
            actions.trek_in(rij, wie, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        messages.error(request, fout.zin)
    else:
        messages.success(request, _("Bewaard."))
    if wie is not None and wie.pk == medewerker.pk:
        return naar(request, reverse("web:huishouden", args=[rij.bij_id]))
    return naar(request, reverse("veiligheid:meldcode", args=[pk]))
