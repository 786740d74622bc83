"""The pages of consults: of a household, one question, what waits for me, and how long answers take."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.adviezen import consult_actions as actions
from eenplan.adviezen import queries
from eenplan.adviezen.forms import ConsultantwoordForm, ConsultForm
from eenplan.adviezen.models import Consult
from eenplan.adviezen.states import Consultstatus
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.queries import lopende_samenwerkingen
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def van_huishouden(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the consults about a household; a POST asks one."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers_voor(medewerker), pk=dossier_id)
    bereik = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN)
    form = ConsultForm(
        request.POST or None,
        partners=lopende_samenwerkingen(klok.vandaag()),
        bereik=bereik,
        dossier_id=dossier.pk,
    )
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        if gevraagd := _vraag(request, dossier, form, medewerker):
            return naar(request, reverse("adviezen:consult", args=[gevraagd.pk]))
    else:
        record(Sleutel.CONSULT_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    rijen = queries.consulten_van(dossier.pk, medewerker)
    context = {
        "dossier": dossier,
        "consulten": [queries.vraagstuk(rij, klok.nu()) for rij in rijen],
        "mag_bijhouden": bereik.omvat(dossier),
        "form": form,
    }
    return pagina(request, "adviezen/consulten_huishouden.html", context, status=ONVOLLEDIG if form.errors else 200)


def _vraag(request: HttpRequest, dossier: Dossier | None, form: ConsultForm, medewerker: Medewerker) -> Consult | None:
    """Ask the specialist; a refusal stands in the form."""
    if not form.is_valid():
        return None
    try:
        gevraagd = actions.vraag_consult(dossier, form.consultvraag(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return None
    messages.success(request, _("Uw vraag is gesteld. Het antwoord wordt bewaakt."))
    return gevraagd


@requires(Recht.CONSULT_BEANTWOORDEN)
@require_http_methods(GET_EN_POST)
def consulten(request: HttpRequest) -> HttpResponse:
    """Show what waits for the worker's expertise and what the worker asked; a POST asks something without a file."""
    medewerker, nu = medewerker_van(request), klok.nu()
    form = ConsultForm(request.POST or None, partners=lopende_samenwerkingen(nu.date()))
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN)
        if gevraagd := _vraag(request, None, form, medewerker):
            return naar(request, reverse("adviezen:consult", args=[gevraagd.pk]))
    else:
        record(Sleutel.CONSULT_INGEZIEN, None, by=medewerker, at=nu)
    voor_mij = [queries.vraagstuk(rij, nu) for rij in queries.voor_deskundige(medewerker)[:200]]
    eigen = queries.consulten(medewerker).filter(gevraagd_door=medewerker).order_by("-gevraagd_op", "-pk")
    context = {
        "deskundigheden": queries.eigen_deskundigheden(medewerker),
        "open": [rij for rij in voor_mij if rij.is_open],
        "klaar": [rij for rij in voor_mij if not rij.is_open],
        "eigen": [queries.vraagstuk(rij, nu) for rij in eigen[:50]],
        "mag_vragen": medewerker.mag(Recht.DOSSIER_BIJHOUDEN),
        "mag_casussen": medewerker.mag(Recht.CASUSBESPREKING_LEZEN),
        "form": form,
    }
    return pagina(request, "adviezen/consulten.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.CONSULT_BEANTWOORDEN, Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def consult(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one consult; a POST answers it. A specialist without the file reads the question and nothing else."""
    medewerker, nu = medewerker_van(request), klok.nu()
    gevonden, ziet_dossier = _consult(medewerker, pk)
    mag = actions.mag_beantwoorden(gevonden, medewerker)
    form = ConsultantwoordForm(request.POST or None)
    if request.method != "POST":
        record(Sleutel.CONSULT_INGEZIEN, gevonden if ziet_dossier else None, by=medewerker, at=nu)
    elif form.is_valid():
        try:
            actions.beantwoord_consult(gevonden, **form.cleaned_data, by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het advies is gegeven."))
            return naar(request, request.path)
    context = {
        "consult": queries.vraagstuk(gevonden, nu),
        "dossier": gevonden.dossier if ziet_dossier else None,
        "mag_beantwoorden": mag and gevonden.status == Consultstatus.GEVRAAGD,
        "mag_intrekken": ziet_dossier and medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "form": form,
    }
    return pagina(request, "adviezen/consult.html", context, status=ONVOLLEDIG if form.errors else 200)


def _consult(medewerker: Medewerker, pk: int) -> tuple[Consult, bool]:
    """Give the consult, and whether the worker sees it as who asked; else only as the specialist."""
    if eigen := queries.consulten(medewerker).filter(pk=pk).first():
        return eigen, True
    if gevraagd := queries.voor_deskundige(medewerker).filter(pk=pk).first():
        return gevraagd, False
    raise Http404


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question back."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.consulten(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=pk)
    actions.trek_consult_in(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De vraag is ingetrokken."))
    return naar(request, reverse("adviezen:consult", args=[pk]))


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """Report how long answers take per expertise; who may open files opens the rows."""
    medewerker, nu = medewerker_van(request), klok.nu()
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=nu)
    code = request.GET.get("deskundigheid", "")[:40]
    rijen = queries.consulten(medewerker).filter(deskundigheid=code) if code else queries.consulten(medewerker).none()
    context = {
        "tijden": queries.antwoordtijden(medewerker, nu),
        "mag_openen": medewerker.mag(Recht.DOSSIER_INZIEN),
        "naam": inrichting().deskundigheid(code).naam if code else "",
        "rijen": [queries.vraagstuk(rij, nu) for rij in rijen.order_by("-gevraagd_op", "-pk")[:200]],
    }
    return pagina(request, "adviezen/consultcijfers.html", context)
