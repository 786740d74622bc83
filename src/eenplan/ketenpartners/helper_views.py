"""The pages of an outside helper: the tasks of the own organisation, and the goals that a resident opened."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import gebundeld, record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.views import GET_EN_POST
from eenplan.ketenpartners import actions, opening_actions, opening_queries, queries
from eenplan.ketenpartners.forms import AntwoordForm, VoortgangForm
from eenplan.ketenpartners.opening_queries import MijnDoel
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.PARTNERTAAK_UITVOEREN)
@require_safe
def mijn_opdrachten(request: HttpRequest) -> HttpResponse:
    """Show the tasks of the helper's own organisation, each with the information that was given and no more."""
    return _opdrachten(request, medewerker_van(request))


@requires(Recht.PARTNERTAAK_UITVOEREN)
@require_POST
def mijn_opdracht(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the answer of the partner."""
    medewerker, nu = medewerker_van(request), klok.nu()
    taak = get_object_or_404(queries.mijn_opdrachten(medewerker, nu.date()), pk=pk)
    form = AntwoordForm(request.POST, stand=taak.status, prefix=str(pk))
    if form.is_valid():
        try:
            actions.beantwoord(taak, **form.gevuld(), by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Dank u wel. De regisseur ziet uw antwoord."))
            return naar(request, reverse("ketenpartners:mijn_opdrachten"))
    return _opdrachten(request, medewerker, teruggestuurd=(pk, form))


def _opdrachten(
    request: HttpRequest, medewerker: Medewerker, *, teruggestuurd: tuple[int, AntwoordForm] | None = None
) -> HttpResponse:
    nu, rijen = klok.nu(), []
    with transaction.atomic(), gebundeld():
        for taak in queries.mijn_opdrachten(medewerker, nu.date()):
            record(Sleutel.PARTNERTAAK_INGEZIEN, taak, by=medewerker, at=nu)
            form = AntwoordForm(stand=taak.status, prefix=str(taak.pk))
            if teruggestuurd and teruggestuurd[0] == taak.pk:
                form = teruggestuurd[1]
            rijen.append((taak, form))
    context = {"rijen": rijen, "partner": queries.partner_van(medewerker, nu.date()), "vandaag": nu.date()}
    return pagina(
        request, "ketenpartners/mijn_opdrachten.html", context, status=ONVOLLEDIG if teruggestuurd else 200
    )  # fmt: skip


@requires(Recht.EIGEN_DOELEN_INZIEN)
@require_safe
def mijn_doelen(request: HttpRequest) -> HttpResponse:
    """Show the goals that are open to this helper today, in the resident's own words."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gevonden = opening_queries.mijn_doelen(medewerker, nu.date())
    with transaction.atomic(), gebundeld():
        for mijn in gevonden:
            record(Sleutel.OPENGESTELD_DOEL_INGEZIEN, mijn.opening, by=medewerker, at=nu)
    return pagina(request, "ketenpartners/mijn_doelen.html", {"doelen": gevonden})


@requires(Recht.EIGEN_DOELEN_INZIEN)
@require_http_methods(GET_EN_POST)
def mijn_doel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one opened goal and nothing besides; a POST writes how it goes."""
    medewerker, mijn = _mijn(request, pk)
    if request.method != "POST":
        record(Sleutel.OPENGESTELD_DOEL_INGEZIEN, mijn.opening, by=medewerker, at=klok.nu())
        return _toon(request, mijn, medewerker, VoortgangForm())
    form = VoortgangForm(request.POST)
    if form.is_valid():
        opening_actions.schrijf_voortgang(
            mijn.opening, tekst=form.cleaned_data["tekst"], by=medewerker, at=klok.nu()
        )  # fmt: skip
        messages.success(request, _("Uw regel staat bij het doel."))
        return naar(request, reverse("ketenpartners:mijn_doel", args=[pk]))
    return _toon(request, mijn, medewerker, form, status=ONVOLLEDIG)


@requires(Recht.EIGEN_DOELEN_INZIEN)
@require_POST
def mijn_actie(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick an own action off, or take that back."""
    medewerker, mijn = _mijn(request, pk)
    nummer = request.POST.get("actie", "")
    actie = next((een for een in mijn.doel.acties.all() if str(een.pk) == nummer), None)
    if actie is None:
        raise Http404
    is_gedaan = request.POST.get("gedaan") == "1"
    opening_actions.vink_af(mijn.opening, actie, is_gedaan=is_gedaan, by=medewerker, at=klok.nu())
    messages.success(request, _("De actie is afgevinkt.") if is_gedaan else _("De actie staat weer open."))
    return naar(request, reverse("ketenpartners:mijn_doel", args=[pk]))


def _mijn(request: HttpRequest, pk: int) -> tuple[Medewerker, MijnDoel]:
    """Give the helper and the goal; one that is not open to this helper today does not exist."""
    medewerker = medewerker_van(request)
    mijn = opening_queries.mijn_doel(medewerker, pk, klok.vandaag())
    if mijn is None:
        raise Http404
    return medewerker, mijn


def _toon(
    request: HttpRequest, mijn: MijnDoel, medewerker: Medewerker, form: VoortgangForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "mijn": mijn,
        "acties": opening_queries.mijn_acties(mijn, medewerker),
        "voortgang": opening_queries.voortgang(mijn.opening).filter(door=medewerker),
        "form": form,
    }
    return pagina(request, "ketenpartners/mijn_doel.html", context, status=status)
