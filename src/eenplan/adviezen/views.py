"""The pages of weighty advice: of a household, one advice, what waits, and what organisations do with our advice."""

from __future__ import annotations

from collections.abc import Callable

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.adviezen import actions, queries
from eenplan.adviezen.forms import AdviesForm, AntwoordForm, EffectForm, EscalatieForm, RedenForm
from eenplan.adviezen.models import Advies, Adviesantwoord
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.views import keuzes_voor
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

LENGTE = 200  # as many rows as one list shows


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def adviezen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the weighty advices of a household; a POST writes one."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers_voor(medewerker), pk=dossier_id)
    form = AdviesForm(request.POST or None, **keuzes_voor(medewerker, dossier))
    if request.method == "POST":
        require(medewerker, Recht.GEGEVENS_DELEN, dossier)
        if form.is_valid():
            try:
                geschreven = actions.schrijf_advies(dossier, form.nieuw(), by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Het advies staat klaar. Lees het na en verstuur het."))
                return naar(request, reverse("adviezen:advies", args=[geschreven.pk]))
    else:
        record(Sleutel.ADVIES_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "adviezen": queries.adviezen_van(dossier.pk, medewerker),
        "plan": queries.plan_van(dossier.pk),
        "mag_schrijven": medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(dossier),
        "vandaag": klok.vandaag(),
        "form": form,
    }
    return pagina(request, "adviezen/van_huishouden.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def advies(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one advice: what it says, where it stands, and what comes next."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    record(Sleutel.ADVIES_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker)


def _toon(
    request: HttpRequest, gevonden: Advies, medewerker: Medewerker, *, status: int = 200, **eigen: object
) -> HttpResponse:
    escalaties = queries.escalaties(gevonden)
    context = {
        "advies": gevonden,
        "escalaties": escalaties,
        "open_escalatie": next((rij for rij in escalaties if rij.gesloten_op is None), None),
        "trap": queries.volgende_trap(len(escalaties)),
        "mag_versturen": medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden),
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gevonden),
        "vandaag": klok.vandaag(),
        "antwoord": AntwoordForm(auto_id="id_antwoord_%s", initial={"op": klok.vandaag()}),
        "escalatie": EscalatieForm(auto_id="id_escalatie_%s"),
        "effect": EffectForm(auto_id="id_effect_%s"),
        "intrekking": RedenForm(auto_id="id_intrekking_%s"),
        "fout": None,
    }
    return pagina(request, "adviezen/advies.html", context | eigen, status=status)


def _doe(
    request: HttpRequest,
    pk: int,
    naam: str,
    form: django_forms.Form,
    daad: Callable[[Advies, Medewerker], object],
    *,
    recht: Recht = Recht.DOSSIER_BIJHOUDEN,
    gelukt: str,
) -> HttpResponse:
    """Do one thing with an advice; a refusal stands in its form, and nothing typed is lost."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.visible_to(medewerker, recht), pk=pk)
    if form.is_valid():
        try:
            daad(gevonden, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, gelukt)
            return naar(request, reverse("adviezen:advies", args=[pk]))
    return _toon(request, gevonden, medewerker, status=ONVOLLEDIG, **{naam: form, "fout": form})


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def verzending(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the advice as a letter that stays in the file."""

    def daad(rij: Advies, wie: Medewerker) -> None:
        actions.verstuur_advies(rij, by=wie, at=klok.nu())

    form = django_forms.Form(request.POST)
    gelukt = _("De brief staat klaar en zit in het dossier. Het antwoord wordt bewaakt.")
    return _doe(request, pk, "verzending", form, daad, recht=Recht.GEGEVENS_DELEN, gelukt=gelukt)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the other organisation does with the advice."""
    form = AntwoordForm(request.POST, auto_id="id_antwoord_%s")

    def daad(rij: Advies, wie: Medewerker) -> None:
        gezegd = Adviesantwoord(form.cleaned_data["antwoord"])
        reden, op = form.cleaned_data["reden"], form.cleaned_data["op"]
        actions.leg_antwoord_vast(rij, antwoord=gezegd, reden=reden, op=op, by=wie, at=klok.nu())

    return _doe(request, pk, "antwoord", form, daad, gelukt=_("Het antwoord is vastgelegd."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def escalatie(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the advice to the next level."""
    form = EscalatieForm(request.POST, auto_id="id_escalatie_%s")

    def daad(rij: Advies, wie: Medewerker) -> None:
        actions.escaleer(rij, **form.cleaned_data, by=wie, at=klok.nu())

    return _doe(request, pk, "escalatie", form, daad, gelukt=_("Vastgelegd dat u dit hoger voorlegt."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def effect(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the level that is open brought."""
    form = EffectForm(request.POST, auto_id="id_effect_%s")

    def daad(rij: Advies, wie: Medewerker) -> None:
        open_ = get_object_or_404(queries.open_escalaties(wie), advies=rij)
        actions.leg_effect_vast(open_, **form.cleaned_data, by=wie, at=klok.nu())

    return _doe(request, pk, "effect", form, daad, gelukt=_("Vastgelegd wat dit niveau opleverde."))


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the advice back."""
    form = RedenForm(request.POST, auto_id="id_intrekking_%s")

    def daad(rij: Advies, wie: Medewerker) -> None:
        actions.trek_advies_in(rij, **form.cleaned_data, by=wie, at=klok.nu())

    return _doe(request, pk, "intrekking", form, daad, gelukt=_("Het advies is ingetrokken."))


# ----------------------------------------------------------------------------------------------------- lists, figures


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the advices that went out in the worker's scope: what is overdue, what waits, what was answered."""
    medewerker, vandaag = medewerker_van(request), klok.vandaag()
    record(Sleutel.ADVIES_INGEZIEN, None, by=medewerker, at=klok.nu())
    keuze = request.GET.get("organisatie", "")
    organisatie = int(keuze) if keuze.isascii() and keuze.isdecimal() and len(keuze) < 19 else None
    rijen = list(queries.lijst(medewerker, organisatie)[:LENGTE])
    te_laat = [rij for rij in rijen if rij.is_te_laat(vandaag)]
    context = {
        "te_laat": te_laat,
        "andere": [rij for rij in rijen if rij not in te_laat],
        "organisatie": rijen[0].aan.naam if rijen and organisatie is not None else "",
        "vandaag": vandaag,
    }
    return pagina(request, "adviezen/lijst.html", context)


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """Count per organisation what became of our advices; who may open files opens the rows."""
    medewerker = medewerker_van(request)
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=klok.nu())
    context = {"rijen": queries.opvolging(medewerker), "mag_openen": medewerker.mag(Recht.DOSSIER_INZIEN)}
    return pagina(request, "adviezen/cijfers.html", context)
