"""The pages of a request of a resident: take in, answer, collect, judge, hand over; and the list without content."""

from __future__ import annotations

from typing import Any

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
from eenplan.core.formulier import BasisForm
from eenplan.core.opmaak import datum
from eenplan.personen.gezin import GEZAGSNAMEN, gezag_van
from eenplan.privacy import actions, queries
from eenplan.privacy.brief import kenmerk
from eenplan.privacy.forms import (
    GRONDEN,
    TONEN,
    AntwoordForm,
    EindeForm,
    IdentiteitForm,
    MerkForm,
    VerzoekForm,
)
from eenplan.privacy.models import Uittreksel, Verzoek, Verzoeksoort
from eenplan.privacy.states import OPEN, Verzoekstatus
from eenplan.privacy.uittreksel import zonder_anderen
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.termijnen.beeld import beeld

GET_EN_POST = ["GET", "HEAD", "POST"]


@requires(Recht.VERZOEK_BEHANDELEN)
@require_safe
def verzoeken_dossier(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the requests in one file, the residents' own statements and the restrictions that run."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(queries.dossiers(medewerker), pk=dossier_id)
    record(Sleutel.VERZOEK_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "verzoeken": queries.verzoeken(dossier.pk),
        "verklaringen": queries.verklaringen(dossier.pk),
        "beperkingen": queries.beperkingen(dossier.pk, klok.vandaag()),
        "vandaag": klok.vandaag(),
        "open_statussen": OPEN,
    }
    return pagina(request, "privacy/verzoeken_dossier.html", context)


@requires(Recht.VERZOEK_BEHANDELEN)
@require_http_methods(GET_EN_POST)
def verzoek_nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take in a request; who may not ask by age or custody is refused with the article."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(queries.dossiers(medewerker), pk=dossier_id)
    bewoners = list(queries.bewoners(dossier))
    gezag = [(persoon.naam, gezag_van(persoon, klok.vandaag())) for persoon in bewoners]
    context: dict[str, Any] = {
        "dossier": dossier,
        "gezag": [(naam, GEZAGSNAMEN[rij.soort], rij.houders) for naam, rij in gezag if rij.houders],
    }
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        context["form"] = VerzoekForm(bewoners=bewoners, initial={"ontvangen_op": klok.vandaag(), "vrager": "zelf"})
        return pagina(request, "privacy/verzoek_nieuw.html", context)
    form = context["form"] = VerzoekForm(request.POST, bewoners=bewoners)
    if form.is_valid():
        try:
            verzoek = actions.neem_verzoek_op(dossier, form.gevraagd(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            _zeg_wanneer(request, verzoek)
            return naar(request, reverse("privacy:verzoek", args=[verzoek.pk]))
    return pagina(request, "privacy/verzoek_nieuw.html", context, status=ONVOLLEDIG)


def _zeg_wanneer(request: HttpRequest, verzoek: Verzoek) -> None:
    termijn = queries.klok_van(verzoek)
    if termijn:
        zin = _("Het verzoek is vastgelegd. Uiterlijk {dag} moet er antwoord zijn.")
        messages.success(request, zin.format(dag=datum(termijn.einddatum)))


@requires(Recht.VERZOEK_BEHANDELEN)
@require_safe
def verzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request: what was asked, its clock, and the one thing to do now."""
    medewerker, gevonden = _verzoek(request, pk)
    record(Sleutel.VERZOEK_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon(request, gevonden)


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def identiteit(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how it was made sure who asks, and begin."""
    medewerker, gevonden = _verzoek(request, pk)
    form = IdentiteitForm(request.POST)
    if form.is_valid():
        try:
            actions.neem_in_behandeling(
                gevonden, identiteit=form.cleaned_data["identiteit"], by=medewerker, at=klok.nu()
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het verzoek is in behandeling."))
            return naar(request, reverse("privacy:verzoek", args=[pk]))
    return _toon(request, gevonden, identiteit=form)


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with a letter; what was decided takes effect."""
    medewerker, gevonden = _verzoek(request, pk)
    form = AntwoordForm(request.POST, soort=gevonden.soort)
    if form.is_valid():
        try:
            actions.beantwoord(gevonden, form.antwoord(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het antwoord is gegeven. De brief staat bij de documenten."))
            return naar(request, reverse("privacy:verzoek", args=[pk]))
    return _toon(request, gevonden, antwoord=form)


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """The resident no longer wants it."""
    medewerker, gevonden = _verzoek(request, pk)
    actions.trek_in(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("Het verzoek is ingetrokken."))
    return naar(request, reverse("privacy:verzoek", args=[pk]))


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def einde_beperking(request: HttpRequest, pk: int) -> HttpResponse:
    """End the restriction that this request led to."""
    medewerker, gevonden = _verzoek(request, pk)
    beperking = getattr(gevonden, "beperking", None)
    if beperking is None:
        raise Http404
    form = EindeForm(request.POST)
    if form.is_valid():
        try:
            actions.beeindig_beperking(beperking, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De beperking is beëindigd."))
            return naar(request, reverse("privacy:verzoek", args=[pk]))
    return _toon(request, gevonden, einde=form)


def _verzoek(request: HttpRequest, pk: int) -> tuple[Medewerker, Verzoek]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


def _toon(request: HttpRequest, gevonden: Verzoek, **forms: BasisForm) -> HttpResponse:
    """Show the request with the form that was refused, if any; the others as they begin."""
    termijn = queries.klok_van(gevonden)
    wordt_vernietigd = gevonden.soort == Verzoeksoort.VERNIETIGING and gevonden.status in OPEN
    context = {
        "verzoek": gevonden,
        "kenmerk": kenmerk(gevonden),
        "termijn": termijn,
        "beeld": beeld(termijn) if termijn else None,
        "vandaag": klok.vandaag(),
        "is_open": gevonden.status in OPEN,
        "is_nieuw": gevonden.status == Verzoekstatus.ONTVANGEN,
        "uittreksel": queries.uittreksel_van(gevonden),
        "uitzonderingen": actions.uitzonderingen(gevonden, dag=klok.vandaag()) if wordt_vernietigd else [],
        "verklaring": getattr(gevonden, "verklaring", None),
        "beperking": getattr(gevonden, "beperking", None),
        "identiteitform": forms.get("identiteit") or IdentiteitForm(),
        "antwoordform": forms.get("antwoord") or AntwoordForm(soort=gevonden.soort),
        "eindeform": forms.get("einde") or EindeForm(),
    }
    return pagina(request, "privacy/verzoek.html", context, status=ONVOLLEDIG if forms else 200)


# --------------------------------------------------------------------------------------------------- the extract


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def verzameling(request: HttpRequest, pk: int) -> HttpResponse:
    """Collect everything about the resident, and go on to judging it."""
    medewerker, gevonden = _verzoek(request, pk)
    actions.verzamel_uittreksel(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De gegevens zijn verzameld. Beoordeel nu wat over een ander gaat."))
    return naar(request, reverse("privacy:uittreksel", args=[pk]))


@requires(Recht.VERZOEK_BEHANDELEN)
@require_http_methods(GET_EN_POST)
def uittreksel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every passage that is about somebody else; a POST keeps the choices, also when not all were made."""
    medewerker, gevonden = _verzoek(request, pk)
    collectie = _uittreksel(gevonden)
    if request.method == "POST":
        actions.beoordeel(collectie, _keuzes(request, collectie), by=medewerker, at=klok.nu())
        messages.success(request, _("Uw keuzes zijn bewaard."))
        return naar(request, reverse("privacy:uittreksel", args=[pk]))
    record(Sleutel.VERZOEK_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon_uittreksel(request, gevonden, collectie, MerkForm())


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def merking(request: HttpRequest, pk: int) -> HttpResponse:
    """Withhold words that the search did not find."""
    medewerker, gevonden = _verzoek(request, pk)
    collectie = _uittreksel(gevonden)
    form = MerkForm(request.POST)
    if not form.is_valid():
        return _toon_uittreksel(request, gevonden, collectie, form, status=ONVOLLEDIG)
    woorden, reden = form.cleaned_data["woorden"], form.cleaned_data["reden"]
    aantal = actions.merk_zelf(collectie, woorden, reden=reden, by=medewerker, at=klok.nu())
    if not aantal:
        form.add_error("woorden", _("Deze woorden staan nergens in de gegevens. Plak ze precies zoals ze er staan."))
        return _toon_uittreksel(request, gevonden, collectie, form, status=ONVOLLEDIG)
    messages.success(request, _("Deze woorden worden op {n} plaatsen weggelaten.").format(n=aantal))
    return naar(request, reverse("privacy:uittreksel", args=[pk]))


@requires(Recht.VERZOEK_BEHANDELEN)
@require_POST
def vrijgave(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the file for the resident, once everything was judged."""
    medewerker, gevonden = _verzoek(request, pk)
    collectie = _uittreksel(gevonden)
    try:
        actions.geef_vrij(collectie, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        messages.error(request, fout.zin)
        return naar(request, reverse("privacy:uittreksel", args=[pk]))
    messages.success(request, _("De gegevens staan klaar. Geef nu antwoord op het verzoek."))
    return naar(request, reverse("privacy:verzoek", args=[pk]))


@requires(Recht.VERZOEK_BEHANDELEN)
@require_safe
def bestand(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the file with paper, data and letters; its name holds the reference only."""
    medewerker, gevonden = _verzoek(request, pk)
    inhoud = queries.bestand_van(gevonden)
    if inhoud is None:
        raise Http404
    record(Sleutel.VERZOEK_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    naam = f"{kenmerk(gevonden)}.zip"
    return HttpResponse(
        inhoud,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "no-store"},
    )


def _uittreksel(gevonden: Verzoek) -> Uittreksel:
    collectie = queries.uittreksel_van(gevonden)
    if collectie is None or collectie.vrijgegeven_op:
        raise Http404
    return collectie


def _keuzes(request: HttpRequest, collectie: Uittreksel) -> dict[int, tuple[bool, str]]:
    """Read the choices: per passage, or "withhold" for all that is still open."""
    rest_weglaten = "rest" in request.POST
    gronden = {grond for grond, _zin in GRONDEN}
    keuzes: dict[int, tuple[bool, str]] = {}
    for passage in queries.beoordeling(collectie).passages:
        keuze = request.POST.get(f"keuze-{passage.pk}", "")
        reden = request.POST.get(f"reden-{passage.pk}", "")
        if keuze:
            keuzes[passage.pk] = (keuze == TONEN, "" if keuze == TONEN else reden if reden in gronden else "")
        elif rest_weglaten and passage.is_tonen is None:
            keuzes[passage.pk] = (False, GRONDEN[0][0])
    return keuzes


def _toon_uittreksel(
    request: HttpRequest, gevonden: Verzoek, collectie: Uittreksel, form: MerkForm, *, status: int = 200
) -> HttpResponse:
    koppen = {deel["soort"]: deel["kop"] for deel in collectie.inhoud["onderdelen"]} | {
        "bijlage": _("Stuk in de bijlage")
    }
    context = {
        "verzoek": gevonden,
        "uittreksel": collectie,
        "koppen": koppen,
        "gegevens": zonder_anderen(collectie.inhoud, queries.vaste_passages(collectie)),
        "beoordeling": queries.beoordeling(collectie),
        "aantal_vast": queries.vaste_passages(collectie).count(),
        "gronden": GRONDEN,
        "form": form,
    }
    return pagina(request, "privacy/uittreksel.html", context, status=status)


# ------------------------------------------------------------------------------- for the privacy officer: no content


@requires(Recht.VERZOEK_VOLGEN)
@require_safe
def verzoeken(request: HttpRequest) -> HttpResponse:
    """Show every request without its content: kind, file number, received, due, outcome."""
    alleen_open = request.GET.get("alles") != "1"
    record(Sleutel.VERZOEKEN_GEVOLGD, queries.Lijst("verzoekenlijst"), by=medewerker_van(request), at=klok.nu())
    context = {
        "regels": queries.volglijst(vandaag=klok.vandaag(), alleen_open=alleen_open),
        "tellingen": queries.tellingen(vandaag=klok.vandaag()),
        "alleen_open": alleen_open,
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "privacy/verzoeken.html", context)
