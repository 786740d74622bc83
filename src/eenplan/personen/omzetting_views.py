"""Moving, splitting and merging households, and taking any of it back."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.personen import omzetten as actions
from eenplan.personen import queries
from eenplan.personen.afscherming import adres_voor, mag_noemen
from eenplan.personen.forms import AdresForm, MetHuishouden, SamenvoegForm, SplitsForm
from eenplan.personen.models import Daad, Huishouden, Omzetting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def _huishouden(request: HttpRequest, pk: int) -> tuple[Medewerker, Huishouden]:
    """Give the worker and the household; one of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, Recht.HUISHOUDEN_VERHUIZEN), pk=pk)


def _toon(
    request: HttpRequest, huishouden: Huishouden, form: AdresForm, sjabloon: str, *, keuzes: bool = False
) -> HttpResponse:
    medewerker = medewerker_van(request)
    if not form.is_bound:
        record(Sleutel.STAND_INGEZIEN, huishouden, by=medewerker, at=klok.nu())
    context = {
        "huishouden": huishouden,
        "woonadres": adres_voor(medewerker, huishouden),
        "form": form,
        "keuzes": keuzes,
        "mag_dossier": medewerker.bereik(Recht.DOSSIER_INZIEN).omvat(huishouden),
    }
    return pagina(request, sjabloon, context, status=ONVOLLEDIG if form.is_bound else 200)


def _klaar(request: HttpRequest, omzetting: Omzetting, zin: str) -> HttpResponse:
    messages.success(request, zin)
    return naar(request, reverse("personen:omzetting", args=[omzetting.pk]))


@requires(Recht.HUISHOUDEN_VERHUIZEN)
@require_http_methods(GET_EN_POST)
def verhuizing(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a whole household to another address."""
    medewerker, huishouden = _huishouden(request, pk)
    form = AdresForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            gedaan = actions.verhuis_huishouden(
                huishouden, form.adres(), reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu()
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            return _klaar(request, gedaan, _("Het huishouden is verhuisd. Het dossier is meegegaan."))
    return _toon(request, huishouden, form, "personen/verhuizing.html")


@requires(Recht.HUISHOUDEN_VERHUIZEN)
@require_http_methods(GET_EN_POST)
def splitsing(request: HttpRequest, pk: int) -> HttpResponse:
    """Let members leave, to a new household or to one that lives at the address."""
    medewerker, huishouden = _huishouden(request, pk)
    leden = [lid.persoon for lid in queries.leden(huishouden)]
    form = SplitsForm(request.POST if request.method == "POST" else None, leden=leden)
    keuzes = _bied_huishoudens_aan(form, huishouden, medewerker)
    if form.is_bound and form.is_valid():
        if keuzes and not form.cleaned_data["huishouden"]:
            form.add_error("huishouden", _("Op dit adres woont al een huishouden. Kies of dat het is."))
        else:
            try:
                gedaan = actions.splits_huishouden(
                    huishouden,
                    form.verdeling(),
                    form.gekozen or form.adres(),
                    reden=form.cleaned_data["reden"],
                    by=medewerker,
                    at=klok.nu(),
                )
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                return _klaar(request, gedaan, _("Het huishouden is gesplitst."))
    return _toon(request, huishouden, form, "personen/splitsing.html", keuzes=keuzes)


@requires(Recht.HUISHOUDEN_VERHUIZEN)
@require_http_methods(GET_EN_POST)
def samenvoeging(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring everybody to another household; this one then points there."""
    medewerker, huishouden = _huishouden(request, pk)
    form = SamenvoegForm(request.POST if request.method == "POST" else None)
    keuzes = _bied_huishoudens_aan(form, huishouden, medewerker)
    if form.is_bound and form.is_valid():
        doel = form.gekozen
        if not keuzes:
            form.add_error("huisnummer", _("Op dit adres vinden we geen ander huishouden. Controleer het adres."))
        elif doel is None:
            form.add_error("huishouden", _("Kies met welk huishouden u samenvoegt."))
        else:
            try:
                reden = form.cleaned_data["reden"]
                gedaan = actions.voeg_huishoudens_samen(huishouden, doel, reden=reden, by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                return _klaar(request, gedaan, _("De huishoudens zijn samengevoegd."))
    return _toon(request, huishouden, form, "personen/samenvoeging.html", keuzes=keuzes)


def _bied_huishoudens_aan(form: MetHuishouden, eigen: Huishouden, medewerker: Medewerker) -> bool:
    """Offer the other households at the address that was typed; tell whether there are any."""
    postcode, nummer = (str(form.data.get(veld, "")) for veld in ("postcode", "huisnummer"))
    gevonden: list[Huishouden] = []
    if nummer.isdecimal() and len(nummer) < 6:
        plat = postcode.replace(" ", "").upper()
        recht = Recht.HUISHOUDEN_VERHUIZEN
        gevonden = [rij for rij in queries.bij_adres(medewerker, plat, int(nummer), recht) if rij.pk != eigen.pk]
    form.bied_aan(gevonden)
    return bool(gevonden)


@requires(Recht.HUISHOUDEN_VERHUIZEN, Recht.PERSONEN_SAMENVOEGEN)
@require_http_methods(GET_EN_POST)
def omzetting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was moved, and take it back on request."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.omzettingen(medewerker), pk=pk)
    fout = ""
    if request.method == "POST":
        try:
            actions.maak_ongedaan(gevonden, by=medewerker, at=klok.nu())
        except NietMogelijk as weigering:
            fout = weigering.zin
        else:
            messages.success(request, _("Alles staat weer zoals het was."))
            return naar(request, reverse("personen:omzetting", args=[pk]))
    geteld = Counter(gevonden.regels.exclude(daad=Daad.STAND).values_list("model", "daad"))
    huishoudens = list(actions.huishoudens_van(gevonden))
    genoemd = [huishouden for huishouden in huishoudens if mag_noemen(medewerker, huishouden)]
    for huishouden in genoemd if request.method != "POST" else ():
        record(Sleutel.STAND_INGEZIEN, huishouden, by=medewerker, at=klok.nu())
    context = {
        "omzetting": gevonden,
        "fout": fout,
        "aantallen": queries.in_woorden(geteld),
        "huishoudens": [(rij, medewerker.bereik(Recht.DOSSIER_INZIEN).omvat(rij)) for rij in genoemd],
        "is_verzwegen": len(genoemd) < len(huishoudens),
        "mag": any(medewerker.bereik(actions.recht_voor(gevonden)).omvat(rij) for rij in huishoudens),
    }
    return pagina(request, "personen/omzetting.html", context, status=ONVOLLEDIG if fout else 200)
