"""The pages about what somebody may see: labels of a file and their grounds, and what is hidden from the household."""

from __future__ import annotations

from collections.abc import Callable

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
from eenplan.dossiers import labelgronden, labels_queries, queries, verbergen
from eenplan.dossiers.forms import VerbergForm
from eenplan.dossiers.labels_forms import LabelvraagForm, ToekenForm
from eenplan.dossiers.models import Document, Dossier, Labelgrond, Notitie
from eenplan.dossiers.wetlabels import labelnaam
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


# ------------------------------------------------------------------------------------------------ labels of one file


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def wetlabels(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what this worker sees under each law; a POST asks to see one more."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(queries.visible_to(medewerker), pk=dossier_id)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_labels(request, medewerker, dossier, _vraagform(dossier, medewerker))
    form = _vraagform(dossier, medewerker, request)
    if form.is_valid():
        try:
            labelgronden.vraag_label(dossier, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De vraag is gesteld. De regisseur of een manager beslist."))
            return naar(request, reverse("dossiers:wetlabels", args=[dossier_id]))
    return _toon_labels(request, medewerker, dossier, form, status=ONVOLLEDIG)


def _vraagform(dossier: Dossier, medewerker: Medewerker, request: HttpRequest | None = None) -> LabelvraagForm:
    standen = labels_queries.labelstanden(dossier.pk, medewerker)
    return LabelvraagForm(
        request.POST if request else None,
        wetten=[(stand.wet.value, stand.naam) for stand in standen if not stand.ziet],
        gebruik=[(stand.wet.value, stand.naam) for stand in standen if stand.door_rol],
    )


def _toon_labels(
    request: HttpRequest, medewerker: Medewerker, dossier: Dossier, form: LabelvraagForm, *, status: int = 200
) -> HttpResponse:
    beslist = labelgronden.beslist_hier(dossier, by=medewerker)
    standen, nu = labels_queries.labelstanden(dossier.pk, medewerker), klok.nu()
    gronden = labels_queries.van_dossier(dossier.pk, van=None if beslist else medewerker)
    context = {
        "dossier": dossier,
        "standen": standen,
        "ziet_alles": all(stand.ziet for stand in standen),
        "gronden": [(grond, labels_queries.stand_van_grond(grond, nu)) for grond in gronden],
        "beslist": beslist,
        "labelnaam": labelnaam,
        "form": form,
    }
    return pagina(request, "dossiers/wetlabels.html", context, status=status)


# ------------------------------------------------------------------------------------------------------- one request


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def labelgrond(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request with the ground the law asks for; a POST grants, refuses or withdraws."""
    medewerker = medewerker_van(request)
    grond = get_object_or_404(labels_queries.labelgronden(medewerker), pk=pk)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, grond, by=medewerker, at=klok.nu())
        return _toon_grond(request, medewerker, grond, _toekenform(grond))
    form = _toekenform(grond, request)
    if form.is_valid() and (gezegd := _beslis(request, medewerker, grond, form)):
        messages.success(request, gezegd)
        return naar(request, reverse("dossiers:wetlabels", args=[grond.dossier_id]))
    return _toon_grond(request, medewerker, grond, form, status=ONVOLLEDIG)


def _toekenform(grond: Labelgrond, request: HttpRequest | None = None) -> ToekenForm:
    return ToekenForm(
        request.POST if request else None,
        personen=queries.bewoners(grond.dossier.huishouden),
        vraagt_toestemming=labelgronden.grond_van(grond).vraagt_toestemming,
    )


def _beslis(request: HttpRequest, medewerker: Medewerker, grond: Labelgrond, form: ToekenForm) -> str:
    """Do what was pressed and say so; a refusal stands in the form and nothing is said."""
    nu = klok.nu()
    try:
        if "intrekken" in request.POST:
            labelgronden.trek_label_in(grond, by=medewerker, at=nu)
            return _("De inzage is meteen gestopt.")
        if "afwijzen" in request.POST:
            labelgronden.wijs_label_af(grond, reden=form.cleaned_data["reden"], by=medewerker, at=nu)
            return _("De vraag is afgewezen.")
        toekenning = form.toekenning()
        if toekenning is None:
            form.add_error("tot_en_met", _("Vul in tot en met welke dag dit nodig is."))
            return ""
        labelgronden.geef_label(grond, toekenning, by=medewerker, at=nu)
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return ""
    return _("De inzage is gegeven. Zij stopt vanzelf op de einddag.")


def _toon_grond(
    request: HttpRequest, medewerker: Medewerker, grond: Labelgrond, form: ToekenForm, *, status: int = 200
) -> HttpResponse:
    van_wet, nu = labelgronden.grond_van(grond), klok.nu()
    stand = labels_queries.stand_van_grond(grond, nu)
    beslist = labelgronden.mag_beslissen(grond, by=medewerker)
    context = {
        "grond": grond,
        "dossier": grond.dossier,
        "van_wet": van_wet,
        "stand": stand,
        "mag_beslissen": stand.is_open and beslist,
        "mag_stoppen": stand.loopt and (beslist or grond.medewerker_id == medewerker.pk),
        "betrokkenen": labels_queries.betrokkenen(grond.dossier, nu.date()) if van_wet.vraagt_toestemming else [],
        "labelnaam": labelnaam,
        "form": form,
    }
    return pagina(request, "dossiers/labelgrond.html", context, status=status)


# ------------------------------------------------------------------------------------------ hidden from the household


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def notitie_verberging(request: HttpRequest, pk: int) -> HttpResponse:
    """Hide a note from the household with a reason and a day to look again, or show it again."""
    notitie = get_object_or_404(queries.notities_in_bereik(medewerker_van(request)), pk=pk)
    return _verberging(
        request,
        notitie,
        auteur_id=notitie.auteur_id,
        kop=_("Notitie van %(naam)s") % {"naam": notitie.auteur.naam},
        terug=reverse("dossiers:notities", args=[notitie.dossier_id]),
        verberg=lambda reden, wie: verbergen.verberg_notitie(notitie, reden, by=wie, at=klok.nu()),
        toon=lambda wie: verbergen.toon_notitie(notitie, by=wie, at=klok.nu()),
    )


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def document_verberging(request: HttpRequest, pk: int) -> HttpResponse:
    """Hide a paper from the household with a reason and a day to look again, or show it again."""
    document = get_object_or_404(queries.documenten_in_bereik(medewerker_van(request)), pk=pk)
    return _verberging(
        request,
        document,
        auteur_id=document.gemaakt_door_id,
        kop=document.titel,
        terug=reverse("dossiers:documenten", args=[document.dossier_id]),
        verberg=lambda reden, wie: verbergen.verberg_document(document, reden, by=wie, at=klok.nu()),
        toon=lambda wie: verbergen.toon_document(document, by=wie, at=klok.nu()),
    )


def _verberging(
    request: HttpRequest,
    onderdeel: Notitie | Document,
    *,
    auteur_id: int,
    kop: str,
    terug: str,
    verberg: Callable[[verbergen.Verbergreden, Medewerker], object],
    toon: Callable[[Medewerker], None],
) -> HttpResponse:
    medewerker = medewerker_van(request)
    form, status = VerbergForm(), 200
    if request.method == "POST":
        if "tonen" in request.POST:
            toon(medewerker)
            messages.success(request, _("Het huishouden mag dit weer lezen."))
            return naar(request, terug)
        form, status = VerbergForm(request.POST), ONVOLLEDIG
        if form.is_valid():
            try:
                verberg(form.verberging(), medewerker)
            except NietMogelijk as fout:
                form.add_error("herzien_op", fout.zin)
            else:
                messages.success(request, _("Dit is nu verborgen voor het huishouden."))
                return naar(request, terug)
    else:
        record(Sleutel.DOSSIER_INGEZIEN, onderdeel, by=medewerker, at=klok.nu())
    context = {
        "dossier": onderdeel.dossier,
        "kop": kop,
        "terug": terug,
        "huidige": queries.verberging_van(onderdeel),
        "mag": verbergen.mag_verbergen(onderdeel, auteur_id, by=medewerker),
        "form": form,
    }
    return pagina(request, "dossiers/verberging.html", context, status=status)
