"""The pages of requests for information: the list with what is late, a new one, and its way to an answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen import queries, verzoek_actions
from eenplan.delen.forms import BekendForm, InformatievraagForm, OnbekendeForm, VerzoekForm, VraagantwoordForm
from eenplan.delen.keuzes import Bekendheid, Richting
from eenplan.delen.models import Informatieverzoek
from eenplan.delen.states import VERZOEK_OPEN, Verzoekstatus
from eenplan.delen.views import GET_EN_POST, dossier_van, keuzes_voor
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.GEGEVENS_DELEN)
@require_http_methods(GET_EN_POST)
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the open requests, late ones first; a POST records one about somebody who is not with us."""
    medewerker = medewerker_van(request)
    samenwerkingen = list(queries.lopende_samenwerkingen(klok.vandaag()))
    form, status = OnbekendeForm(samenwerkingen=samenwerkingen, initial={"ontvangen_op": klok.vandaag()}), 200
    if request.method == "POST":
        form, status = OnbekendeForm(request.POST, samenwerkingen=samenwerkingen), ONVOLLEDIG
        if form.is_valid():
            ander, doel = form.samenwerking
            try:
                verzoek_actions.leg_onbekende_vast(ander, form.verzoek(), doel=doel, by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Vastgelegd, zonder naam. Antwoord aan de ander: niet bekend."))
                return naar(request, reverse("delen:informatieverzoeken"))
    else:
        record(Sleutel.INFORMATIE_INGEZIEN, None, by=medewerker, at=klok.nu())
    rijen = sorted(queries.open_verzoeken(medewerker), key=_uiterlijk)
    context = {"verzoeken": rijen, "form": form, "vandaag": klok.vandaag()}
    return pagina(request, "delen/informatieverzoeken.html", context, status=status)


def _uiterlijk(verzoek: Informatieverzoek) -> tuple[object, int]:
    return getattr(verzoek, "uiterlijk", None) or verzoek.ontvangen_op, verzoek.pk


@requires(Recht.GEGEVENS_DELEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Record a request about a resident of this file, from us or to us."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.GEGEVENS_DELEN)
    keuzes = keuzes_voor(medewerker, dossier)
    form, status = VerzoekForm(initial={"ontvangen_op": klok.vandaag()}, **keuzes), 200
    if request.method == "POST":
        form, status = VerzoekForm(request.POST, **keuzes), ONVOLLEDIG
        if form.is_valid():
            try:
                weg = form.weg(form.cleaned_data["richting"])
                verzoek_ = verzoek_actions.leg_verzoek_vast(dossier, weg, form.verzoek(), by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Het verzoek is vastgelegd. Leg eerst vast of de inwoner bekend is."))
                return naar(request, reverse("delen:informatieverzoek", args=[verzoek_.pk]))
    else:
        record(Sleutel.INFORMATIE_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    return pagina(request, "delen/informatieverzoek_nieuw.html", {"dossier": dossier, "form": form}, status=status)


def _verzoek(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Informatieverzoek]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.verzoeken(medewerker, recht), pk=pk)


@requires(Recht.DELING_INZIEN)
@require_safe
def verzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a request: who asks, why, whether the resident is known, and every question with its answer."""
    medewerker, gevonden = _verzoek(request, pk, Recht.DELING_INZIEN)
    record(Sleutel.INFORMATIE_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden, medewerker)


def _toon(
    request: HttpRequest, gevonden: Informatieverzoek, medewerker: Medewerker, *, status: int = 200, **forms: object
) -> HttpResponse:
    gestuurd = forms.pop("antwoord", None)
    nummer, antwoordform = gestuurd if isinstance(gestuurd, tuple) else (None, None)
    mag = medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden)
    is_open = mag and gevonden.status in VERZOEK_OPEN
    vragen = [
        (
            vraag,
            (antwoordform if vraag.pk == nummer else VraagantwoordForm(auto_id=f"id_%s_{vraag.pk}"))
            if is_open and vraag.beantwoord_op is None
            else None,
        )
        for vraag in queries.vragen_bij(gevonden)
    ]
    context = {
        "verzoek": gevonden,
        "vragen": vragen,
        "gestuurd": antwoordform,
        "oordeel": verzoek_actions.oordeel_over(gevonden, klok.vandaag()),
        "is_open": is_open,
        "mag_vragen": is_open and gevonden.status == Verzoekstatus.VRAGEN,
        "naar_ons": gevonden.richting == Richting.IN,
        "bekend": BekendForm() if is_open and gevonden.bekend == Bekendheid.OPEN else None,
        "vraagform": InformatievraagForm(categorieen=queries.mogelijke_categorieen(gevonden.samenwerking)),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "delen/informatieverzoek.html", context | forms, status=status)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def bekendheid(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the answer to “do you know this person?”."""
    medewerker, gevonden = _verzoek(request, pk, Recht.GEGEVENS_DELEN)
    form = BekendForm(request.POST)
    if form.is_valid():
        try:
            keuze = Bekendheid(form.cleaned_data["bekend"])
            verzoek_actions.zeg_bekendheid(gevonden, bekend=keuze, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Vastgelegd."))
            return naar(request, reverse("delen:informatieverzoek", args=[pk]))
    return _toon(request, gevonden, medewerker, bekend=form, status=ONVOLLEDIG)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def vragen(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one stated question."""
    medewerker, gevonden = _verzoek(request, pk, Recht.GEGEVENS_DELEN)
    form = InformatievraagForm(request.POST, categorieen=queries.mogelijke_categorieen(gevonden.samenwerking))
    if form.is_valid():
        try:
            verzoek_actions.stel_vraag(gevonden, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De vraag is vastgelegd."))
            return naar(request, reverse("delen:informatieverzoek", args=[pk]))
    return _toon(request, gevonden, medewerker, vraagform=form, status=ONVOLLEDIG)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer one question, or refuse it with a reason."""
    medewerker, gevonden = _verzoek(request, pk, Recht.GEGEVENS_DELEN)
    nummer = request.POST.get("vraag", "")
    vraag = next((rij for rij in queries.vragen_bij(gevonden) if str(rij.pk) == nummer), None)
    if vraag is None:
        raise Http404
    form = VraagantwoordForm(request.POST, auto_id=f"id_%s_{vraag.pk}")
    if form.is_valid():
        try:
            verzoek_actions.beantwoord(vraag, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het antwoord is vastgelegd."))
            return naar(request, reverse("delen:informatieverzoek", args=[pk]))
    return _toon(request, gevonden, medewerker, antwoord=(vraag.pk, form), status=ONVOLLEDIG)
