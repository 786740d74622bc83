"""The pages of an application and its decision: left the reasons, right the letter as the resident will get it."""

from __future__ import annotations

from datetime import date

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
from eenplan.besluiten import actions, queries
from eenplan.besluiten.blad import Blad, maak_blad
from eenplan.besluiten.brief import beschikking, kenmerk
from eenplan.besluiten.forms import ZONDER, AanvraagForm, BesluitForm
from eenplan.besluiten.mandaat import bepaal_mandaat
from eenplan.besluiten.models import Aanvraag, Besluit, Vorm
from eenplan.besluiten.states import Besluitstatus
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, bewaard, gelezen_nummer, is_bewaarpoging, naar, pagina
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import datum
from eenplan.dossiers.models import Dossier
from eenplan.personen.afscherming import adres_voor
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]
GEWIJZIGD = 409


# -------------------------------------------------------------------------------------------------- an application


@requires(Recht.AANVRAAG_ONTVANGEN)
@require_http_methods(GET_EN_POST)
def aanvraag_nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Take in an application; what the melding says is not asked again."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(queries.dossiers(medewerker), pk=dossier_id)
    mogelijk = queries.mogelijke_aanvragen(dossier, klok.vandaag(), medewerker)
    meldingen, leden = [keuze.melding for keuze in mogelijk], queries.leden(dossier)
    if request.method != "POST":
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        eerste = next((str(keuze.melding.pk) for keuze in mogelijk if keuze.kan), "" if mogelijk else ZONDER)
        begin: dict[str, object] = {"melding": eerste, "ontvangen_op": klok.vandaag()}
        form = AanvraagForm(initial=begin, meldingen=meldingen, leden=leden)
        return _toon_aanvraag(request, dossier, mogelijk, form)
    form = AanvraagForm(request.POST, meldingen=meldingen, leden=leden)
    if form.is_valid() and (gedaan := _ontvang(request, dossier, form, medewerker)):
        return naar(request, reverse("besluiten:besluit", args=[gedaan.pk]))
    return _toon_aanvraag(request, dossier, mogelijk, form, status=ONVOLLEDIG)


def _ontvang(request: HttpRequest, dossier: Dossier, form: AanvraagForm, medewerker: Medewerker) -> Aanvraag | None:
    try:
        gedaan = actions.ontvang_aanvraag(
            dossier,
            persoon=form.gekozen_persoon,
            wet=form.gekozen_wet,
            ontvangen_op=form.cleaned_data["ontvangen_op"],
            melding=form.gekozen_melding,
            by=medewerker,
            at=klok.nu(),
        )
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return None
    termijn = queries.klok_van(gedaan)
    if termijn:
        zin = _("De aanvraag is ontvangen. Uiterlijk {dag} moet er een besluit zijn.")
        messages.success(request, zin.format(dag=datum(termijn.einddatum)))
    return gedaan


def _toon_aanvraag(
    request: HttpRequest,
    dossier: Dossier,
    mogelijk: list[queries.MogelijkeAanvraag],
    form: AanvraagForm,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "woonadres": adres_voor(medewerker_van(request), dossier.huishouden),
        "form": form,
        "uitleg": {str(keuze.melding.pk): keuze.uitleg for keuze in mogelijk},
        "mag_dossier": medewerker_van(request).mag(Recht.DOSSIER_INZIEN),
    }
    return pagina(request, "besluiten/aanvraag_nieuw.html", context, status=status)


# ------------------------------------------------------------------------------------------------------ the decision


@requires(Recht.BESLUIT_INZIEN)
@require_http_methods(GET_EN_POST)
def besluit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the application and where its decision stands; a POST keeps what was written."""
    medewerker, aanvraag = _aanvraag(request, pk)
    voorbereid = queries.besluit_van(aanvraag)
    if voorbereid is not None and voorbereid.vorm == Vorm.BRIEF:
        return naar(request, reverse("besluiten:toekenning", args=[pk]))
    if request.method == "POST":
        if voorbereid is None:
            raise Http404
        return _bewaar(request, medewerker, voorbereid)
    record(Sleutel.BESLUIT_INGEZIEN, voorbereid or aanvraag, by=medewerker, at=klok.nu())
    return _toon(request, maak_blad(aanvraag, voorbereid, medewerker=medewerker, vandaag=klok.vandaag()))


def _aanvraag(request: HttpRequest, pk: int) -> tuple[Medewerker, Aanvraag]:
    """Give the worker and the application; one of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk)


def _toon(request: HttpRequest, blad: Blad, *, status: int = 200, **meer: object) -> HttpResponse:
    context = {"blad": blad, "aanvraag": blad.aanvraag, "besluit": blad.besluit, "vandaag": blad.vandaag, "botsing": []}
    return pagina(request, "besluiten/besluit.html", context | meer, status=status)


def _formulier(request: HttpRequest, voorbereid: Besluit) -> BesluitForm:
    heeft_regels = bool(queries.regels_van(voorbereid))
    return BesluitForm(request.POST, wet=voorbereid.aanvraag.wet, heeft_regels=heeft_regels)


def _bewaar(request: HttpRequest, medewerker: Medewerker, voorbereid: Besluit) -> HttpResponse:
    """Keep the draft; on request go on to the page before the act."""
    form = _formulier(request, voorbereid)
    if not form.is_valid():
        return _toon_opnieuw(request, medewerker, voorbereid, form)
    nu, bewerking = klok.nu(), form.cleaned_data["bewerking"]
    try:
        actions.bewaar_besluit(voorbereid, form.tekst, bewerking=bewerking, by=medewerker, at=nu)
    except IntussenGewijzigd as fout:
        return _toon_botsing(request, medewerker, voorbereid, form, fout)
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return _toon_opnieuw(request, medewerker, voorbereid, form)
    if is_bewaarpoging(request):
        return bewaard(at=nu, bewerking=voorbereid.bewerking)
    if "verder" in request.POST:
        return naar(request, reverse("besluiten:bekendmaking", args=[voorbereid.aanvraag_id]))
    messages.success(request, _("Bewaard."))
    return naar(request, reverse("besluiten:besluit", args=[voorbereid.aanvraag_id]))


def _toon_opnieuw(request: HttpRequest, medewerker: Medewerker, voorbereid: Besluit, form: BesluitForm) -> HttpResponse:
    blad = maak_blad(voorbereid.aanvraag, voorbereid, medewerker=medewerker, vandaag=klok.vandaag(), form=form)
    return _toon(request, blad, status=ONVOLLEDIG)


def _toon_botsing(
    request: HttpRequest, medewerker: Medewerker, voorbereid: Besluit, form: BesluitForm, fout: IntussenGewijzigd
) -> HttpResponse:
    """Keep every word typed, and show beside it what a colleague kept; saving again chooses the own text."""
    voorbereid.refresh_from_db()
    gegeven = request.POST.copy()
    gegeven["bewerking"] = str(voorbereid.bewerking)
    heeft_regels = bool(queries.regels_van(voorbereid))
    opnieuw = BesluitForm(gegeven, wet=voorbereid.aanvraag.wet, heeft_regels=heeft_regels)
    opnieuw.add_error(None, fout.zin)
    blad = maak_blad(voorbereid.aanvraag, voorbereid, medewerker=medewerker, vandaag=klok.vandaag(), form=opnieuw)
    return _toon(request, blad, status=GEWIJZIGD, botsing=queries.verschillen(voorbereid, form.tekst))


@requires(Recht.BESLUIT_NEMEN)
@require_POST
def voorbereiding(request: HttpRequest, pk: int) -> HttpResponse:
    """Start the decision from the adopted plan, or let it follow the version that is adopted now."""
    medewerker, aanvraag = _aanvraag(request, pk)
    voorbereid = queries.besluit_van(aanvraag)
    try:
        if voorbereid:
            actions.volg_nieuw_plan(voorbereid, by=medewerker, at=klok.nu())
            messages.success(
                request, _("De regels van het nieuwe plan zijn overgenomen. Kijk of de redenen nog kloppen.")
            )
        else:
            actions.bereid_besluit_voor(aanvraag, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        messages.error(request, fout.zin)
    return naar(request, reverse("besluiten:besluit", args=[pk]))


@requires(Recht.BESLUIT_NEMEN)
@require_POST
def voorbeeld(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letter with what is being typed; it keeps nothing."""
    medewerker, aanvraag = _aanvraag(request, pk)
    voorbereid = _in_voorbereiding(queries.besluit_van(aanvraag))
    form = _formulier(request, voorbereid)
    form.is_valid()
    blad = maak_blad(aanvraag, voorbereid, medewerker=medewerker, vandaag=klok.vandaag(), form=form)
    context = {"blad": blad, "aanvraag": aanvraag, "besluit": voorbereid, "vandaag": blad.vandaag, "botsing": []}
    return pagina(request, "besluiten/besluit.html", context, fragment="voorbeeld")


def _in_voorbereiding(gevonden: Besluit | None) -> Besluit:
    if gevonden is None or gevonden.status != Besluitstatus.VOORBEREID:
        raise Http404
    return gevonden


@requires(Recht.BESLUIT_INZIEN)
@require_safe
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the letter as PDF: as it was sent, or as it would be sent today."""
    medewerker, aanvraag = _aanvraag(request, pk)
    gevonden = queries.besluit_van(aanvraag)
    if gevonden is None:
        raise Http404
    record(Sleutel.BESLUIT_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    verzonden = queries.verzonden_brief(gevonden)
    inhoud = bytes(verzonden.inhoud) if verzonden else _proef(gevonden, medewerker, klok.vandaag())
    manier = "attachment" if "bewaren" in request.GET else "inline"
    naam = kenmerk(gevonden) if verzonden else f"{kenmerk(gevonden)}-concept"
    return HttpResponse(
        inhoud, content_type="application/pdf", headers={"Content-Disposition": f'{manier}; filename="{naam}.pdf"'}
    )


def _proef(voorbereid: Besluit, medewerker: Medewerker, dag: date) -> bytes:
    tekst, regels = queries.tekst_van(voorbereid), queries.regels_van(voorbereid)
    namens = bepaal_mandaat(voorbereid, medewerker, dag, regels=regels).namens
    return maak_pdf(beschikking(voorbereid, tekst, regels, dag=dag, ondertekenaar=medewerker, namens=namens))


@requires(Recht.BESLUIT_NEMEN)
@require_http_methods(GET_EN_POST)
def bekendmaking(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once more what is decided; a POST takes the decision and makes it known."""
    medewerker, aanvraag = _aanvraag(request, pk)
    voorbereid = queries.besluit_van(aanvraag)
    if voorbereid and voorbereid.status == Besluitstatus.VOORGELEGD:
        return naar(request, reverse("besluiten:besluit", args=[pk]))
    voorbereid = _in_voorbereiding(voorbereid)
    fouten: list[str] = []
    if request.method == "POST":
        try:
            actions.neem_besluit(voorbereid, by=medewerker, at=klok.nu(), gelezen=gelezen_nummer(request))
        except NietMogelijk as fout:
            fouten = getattr(fout, "zinnen", [fout.zin])
        else:
            messages.success(request, _("Het besluit is genomen. Verstuur de brief vandaag nog."))
            return naar(request, reverse("besluiten:besluit", args=[pk]))
    else:
        record(Sleutel.BESLUIT_INGEZIEN, voorbereid, by=medewerker, at=klok.nu())
    blad = maak_blad(aanvraag, voorbereid, medewerker=medewerker, vandaag=klok.vandaag())
    context = {"blad": blad, "aanvraag": aanvraag, "besluit": voorbereid, "vandaag": blad.vandaag, "fouten": fouten}
    return pagina(request, "besluiten/bekendmaking.html", context, status=ONVOLLEDIG if fouten else 200)
