"""What waits for an answer has a page of its own: a task opens it, and there one writes down how it went."""

from __future__ import annotations

from typing import TypeVar

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.core import klok
from eenplan.core.antwoord import naar
from eenplan.core.errors import NietMogelijk
from eenplan.core.vertaling import vertaald
from eenplan.inrichting.lezen import inrichting
from eenplan.regie import actions, overdracht, queries
from eenplan.regie.blad import GET_EN_POST, Blad, gegevens, toon
from eenplan.regie.forms import (
    AntwoordForm,
    EffectForm,
    EindevaluatieForm,
    IngelichtForm,
    NazorgForm,
    RedenForm,
    UitkomstForm,
    WaakvlamcontactForm,
)
from eenplan.regie.models import Doorzetting, Eindevaluatie, Schaalbesluit
from eenplan.regie.states import Overdrachtstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.toewijzingen.models import Toewijzing
from eenplan.toewijzingen.queries import visible_to as toewijzingen

M = TypeVar("M", bound=Model)


def _zoek(request: HttpRequest, rijen: QuerySet[M], pk: int, recht: Recht, *, is_daad: bool = False) -> M:
    """Give the row; one of another team does not exist. Writing asks the right in its file, and so does `is_daad`."""
    gevonden = get_object_or_404(rijen, pk=pk)
    if is_daad or request.method == "POST":
        require(medewerker_van(request), recht, gevonden)
    return gevonden


# ------------------------------------------------------------------------------------------------------ handover


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def regieoverdracht(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was proposed; the one who is asked says yes, or no with a reason."""
    medewerker = medewerker_van(request)
    voorstel = _zoek(request, queries.visible_to(medewerker), pk, Recht.DOSSIER_INZIEN)
    mag = voorstel.status == Overdrachtstatus.VOORGESTELD and overdracht.wie_antwoordt(voorstel).pk == medewerker.pk
    form = AntwoordForm(gegevens(request))
    weigert = request.POST.get("antwoord") == "nee"
    klaar = _("Uw collega leest waarom niet.") if weigert else _("De regie is overgedragen.")
    blad = Blad(voorstel.dossier, _("Overdracht van de regie"), _("Ja, neem de regie over"), klaar)

    def doe() -> str | None:
        if weigert:
            overdracht.weiger_overdracht(voorstel, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
            return reverse("web:dag")
        if request.POST.get("antwoord") != "ja":
            raise NietMogelijk(_("Kies ja of nee."))
        overdracht.aanvaard_overdracht(voorstel, by=medewerker, at=klok.nu())
        return reverse("web:dag") if voorstel.team_id and voorstel.naar_id != medewerker.pk else None

    context = {"voorstel": voorstel, "mag_antwoorden": mag, "mag_intrekken": _mag_regie(medewerker, voorstel)}
    return toon(request, blad, form, doe, template="regie/regieoverdracht.html", **context)


def _mag_regie(medewerker: Medewerker, voorstel: object) -> bool:
    return medewerker.bereik(Recht.REGIE_TOEWIJZEN).omvat(voorstel)


@requires(Recht.REGIE_TOEWIJZEN)
@require_http_methods(GET_EN_POST)
def overdracht_intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proposal back."""
    medewerker = medewerker_van(request)
    voorstel = _zoek(request, queries.visible_to(medewerker), pk, Recht.REGIE_TOEWIJZEN, is_daad=True)
    form = RedenForm(gegevens(request))
    blad = Blad(voorstel.dossier, _("Voorstel intrekken"), _("Trek in"), _("Het voorstel is ingetrokken."))

    def doe() -> None:
        overdracht.trek_overdracht_in(voorstel, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def inwoner_ingelicht(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep on which day the household was told."""
    medewerker = medewerker_van(request)
    voorstel = _zoek(request, queries.visible_to(medewerker), pk, Recht.DOSSIER_BIJHOUDEN, is_daad=True)
    form = IngelichtForm(gegevens(request), initial={"op": klok.vandaag()})
    blad = Blad(voorstel.dossier, _("Het huishouden is ingelicht"), _("Leg vast"), _("De dag is vastgelegd."))

    def doe() -> None:
        overdracht.vertel_inwoner(voorstel, op=form.cleaned_data["op"], by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


# ---------------------------------------------------------------------------------------- scaling, interventions


def _effect(request: HttpRequest, rij: Schaalbesluit | Doorzetting, blad: Blad) -> HttpResponse:
    """Show a decision, and take what it brought when nobody wrote that yet."""
    form = EffectForm(gegevens(request)) if rij.effect_op is None or request.method == "POST" else None
    feiten = [*blad.feiten, (_("Bekijken op"), rij.bekijk_op), (_("Wat het bracht"), rij.effect)]
    blad = Blad(blad.dossier, blad.titel, _("Leg het effect vast"), _("Het effect is vastgelegd."), feiten=feiten)
    medewerker = medewerker_van(request)

    def doe() -> None:
        assert form is not None  # noqa: S101 - a POST has a form
        effect = form.cleaned_data["effect"]
        if isinstance(rij, Schaalbesluit):
            actions.leg_schaaleffect_vast(rij, effect=effect, by=medewerker, at=klok.nu())
        else:
            actions.leg_doorzettingseffect_vast(rij, effect=effect, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def schaalbesluit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a decision to scale up or down, and take its effect."""
    rij = _zoek(request, queries.schaalbesluiten(medewerker_van(request)), pk, Recht.REGIE_TOEWIJZEN)
    naam = inrichting().schaalniveau_naam
    feiten = [
        (_("Van"), naam(rij.van)),
        (_("Naar"), naam(rij.naar)),
        (_("Waarom"), rij.grond),
        (_("Besloten op"), rij.op),
        (_("Door"), rij.door.naam),
    ]
    titel = _("Opgeschaald") if rij.is_zwaarder else _("Afgeschaald")
    return _effect(request, rij, Blad(rij.dossier, titel, "", "", feiten=feiten))


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def doorzetting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a decision by authority, and take its effect."""
    rij = _zoek(request, queries.doorzettingen(medewerker_van(request)), pk, Recht.REGIE_TOEWIJZEN)
    feiten = [
        (_("Besluit"), rij.wat),
        (_("Grond"), rij.grond),
        (_("Aan wie"), rij.aan_wie),
        (_("Besloten op"), rij.op),
        (_("Door"), rij.door.naam),
    ]
    return _effect(request, rij, Blad(rij.dossier, _("Besluit met gezag"), "", "", feiten=feiten))


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def interventie(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was asked of a provider, and take what came of it."""
    medewerker = medewerker_van(request)
    rij = _zoek(request, queries.interventies(medewerker), pk, Recht.DOSSIER_BIJHOUDEN)
    form = UitkomstForm(gegevens(request)) if rij.uitkomst_op is None or request.method == "POST" else None
    feiten = [
        (_("Hulp"), rij.toewijzing.inzet.omschrijving),
        (_("Aanbieder"), rij.toewijzing.aanbieder.naam),
        (_("Wat moet anders"), rij.wat),
        (_("Waarom"), rij.waarom),
        (_("Uiterlijk"), rij.uiterlijk),
        (_("Als taak naar een partner"), rij.partnertaak.partner.naam if rij.partnertaak else _("nee, zelf verteld")),
        (_("Uitkomst"), rij.uitkomst),
    ]
    klaar = _("De uitkomst is vastgelegd.")
    blad = Blad(rij.dossier, _("Ingrijpen in hulp"), _("Leg de uitkomst vast"), klaar, feiten=feiten)

    def doe() -> None:
        assert form is not None  # noqa: S101 - a POST has a form
        uitkomst = form.cleaned_data["uitkomst"]
        actions.leg_interventie_uitkomst_vast(rij, uitkomst=uitkomst, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


# -------------------------------------------------------------------------------------- aftercare, pilot lights


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def nazorgcontact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show planned aftercare, and take how it goes."""
    medewerker = medewerker_van(request)
    rij = _zoek(request, queries.nazorg(medewerker), pk, Recht.DOSSIER_BIJHOUDEN)
    begin = {"op": klok.vandaag()}
    form = NazorgForm(gegevens(request), initial=begin) if rij.gehouden_op is None or request.method == "POST" else None
    feiten = [
        (_("Waarover"), vertaald(rij.wat)),
        (_("Voor"), rij.voor.naam),
        (_("Uiterlijk"), rij.uiterlijk),
        (_("Gehouden op"), rij.gehouden_op),
        (_("Hoe het ging"), rij.get_uitkomst_display()),
        (_("Wat er verteld is"), rij.verslag),
    ]
    blad = Blad(rij.dossier, _("Nazorg"), _("Leg vast"), _("De nazorg is vastgelegd."), feiten=feiten)

    def doe() -> None:
        assert form is not None  # noqa: S101 - a POST has a form
        actions.houd_nazorg(rij, **form.cleaned_data, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def waakvlam(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a pilot light with its last contact; one press keeps that there was contact today."""
    medewerker = medewerker_van(request)
    rij = _zoek(request, queries.waakvlammen(medewerker), pk, Recht.DOSSIER_BIJHOUDEN)
    begin = {"op": klok.vandaag()}
    brandt = rij.beeindigd_op is None
    mag_uit = brandt and medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(rij)
    form = WaakvlamcontactForm(gegevens(request), initial=begin) if brandt or request.method == "POST" else None
    feiten = [
        (_("Waarom"), rij.waarom),
        (_("Wie"), rij.medewerker.naam),
        (_("Volgende contact uiterlijk"), rij.volgende_op if brandt else _("geen, de waakvlam is uit")),
        *((contact.door.naam, contact.hoe or contact.op) for contact in list(rij.contacten.all())[:1]),
    ]
    uit = (_("Zet de waakvlam uit"), reverse("regie:waakvlam_einde", args=[rij.pk])) if mag_uit else None
    klaar = _("Het contact is vastgelegd.")
    blad = Blad(rij.dossier, _("Waakvlam"), _("Leg dit contact vast"), klaar, feiten=feiten, gevaar=uit)

    def doe() -> str:
        assert form is not None  # noqa: S101 - a POST has a form
        actions.leg_waakvlamcontact_vast(rij, **form.cleaned_data, by=medewerker, at=klok.nu())
        return reverse("regie:waakvlamlijst")

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def waakvlam_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the light out, with a reason."""
    medewerker = medewerker_van(request)
    rij = _zoek(request, queries.waakvlammen(medewerker), pk, Recht.DOSSIER_BIJHOUDEN, is_daad=True)
    form = RedenForm(gegevens(request))
    blad = Blad(rij.dossier, _("Waakvlam uitzetten"), _("Zet de waakvlam uit"), _("De waakvlam is uit."))

    def doe() -> None:
        actions.doe_waakvlam_uit(rij, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


# ----------------------------------------------------------------------------------------------- before help ends


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def eindevaluatie(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the evaluation that a task asked for."""
    rij = _zoek(request, queries.eindevaluaties(medewerker_van(request)), pk, Recht.DOSSIER_BIJHOUDEN)
    return _evaluatie(request, rij.toewijzing, rij)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Evaluate help before its end, from the list."""
    medewerker = medewerker_van(request)
    rijen = queries.met_einde(toewijzingen(medewerker, Recht.DOSSIER_INZIEN))
    hulp = _zoek(request, rijen, pk, Recht.DOSSIER_BIJHOUDEN)
    einddatum = hulp.einde
    if einddatum is None:
        messages.error(request, _("Deze hulp heeft geen einddatum. Zet die eerst in het plan."))
        return naar(request, reverse("regie:einddata"))
    gedaan = queries.eindevaluaties(medewerker).filter(toewijzing=hulp, einddatum=einddatum).first()
    return _evaluatie(
        request, hulp, gedaan or Eindevaluatie(dossier=hulp.dossier, toewijzing=hulp, einddatum=einddatum)
    )


def _evaluatie(request: HttpRequest, hulp: Toewijzing, rij: Eindevaluatie) -> HttpResponse:
    medewerker = medewerker_van(request)
    form = EindevaluatieForm(gegevens(request)) if rij.geevalueerd_op is None or request.method == "POST" else None
    feiten = [
        (_("Hulp"), hulp.inzet.omschrijving),
        (_("Aanbieder"), hulp.aanbieder.naam),
        (_("Afgesproken resultaat"), hulp.beoogd_resultaat),
        (_("Loopt tot en met"), rij.einddatum),
        (_("Geëvalueerd op"), rij.geevalueerd_op),
        (_("Uitkomst"), rij.get_uitkomst_display()),
        (_("Toelichting"), rij.toelichting),
    ]
    klaar = _("De evaluatie is vastgelegd.")
    blad = Blad(rij.dossier, _("Evalueren voor het einde"), _("Geëvalueerd"), klaar, feiten=feiten)

    def doe() -> str:
        assert form is not None  # noqa: S101 - a POST has a form
        plan = actions.evalueer(hulp, rij.einddatum, **form.cleaned_data, by=medewerker, at=klok.nu())
        return reverse("plannen:plan", args=[plan.pk]) if plan else reverse("regie:einddata")

    return toon(request, blad, form, doe)
