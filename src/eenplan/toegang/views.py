"""Who is involved, asking to be let in, and who may enter a file besides the roles."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import ROL_NAMEN, Recht, Rol, Toegangsoort
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.sessie import medewerker_van
from eenplan.toegang import actions, kaartje, queries
from eenplan.toegang.forms import TOESTAAN, AntwoordForm, IntrekkingForm, MeewerkForm, ZoekForm

GET_EN_POST = ["GET", "HEAD", "POST"]
SOORTEN = {
    Toegangsoort.NOOD: _lazy("noodtoegang, alleen lezen"),
    Toegangsoort.MEEWERKEN: _lazy("werkt mee"),
    Toegangsoort.TAAK: _lazy("vrijwilliger met een taak"),
    Toegangsoort.ONDERZOEK: _lazy("dossieronderzoeker, alleen lezen"),
}
# What else stands in this room, by the right that opens it.
VERDER = (
    (Recht.BETROKKENHEID_VRAGEN, _lazy("Wie is betrokken?"), "toegang:betrokkenheid"),
    (Recht.NOODTOEGANG_BEOORDELEN, _lazy("Noodtoegang beoordelen"), "toegang:noodtoegangen"),
    (Recht.ONDERZOEK_TOESTAAN, _lazy("Dossieronderzoek"), "toegang:dossieronderzoeken"),
    (Recht.EIGEN_DOSSIER_KOPPELEN, _lazy("Eigen dossiers van medewerkers"), "toegang:eigen_dossiers"),
    (Recht.DATALEK_MELDEN, _lazy("Datalek melden"), "registers:datalek_melden"),
    (Recht.DATALEK_MELDEN, _lazy("Mijn instructie over privacy"), "registers:mijn_instructie"),
)


@requires(Recht.BETROKKENHEID_VRAGEN)
@require_http_methods(GET_EN_POST)
def betrokkenheid(request: HttpRequest) -> HttpResponse:
    """Ask after exactly one resident; the answer of a POST is whom to call, and nothing of the household."""
    medewerker = medewerker_van(request)
    if not inrichting().betrokkenheid_zichtbaar:
        return pagina(request, "toegang/betrokkenheid.html", {"mag_vragen": False})
    form = ZoekForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"mag_vragen": True, "form": form, "gevraagd": False}
    if form.is_bound and form.is_valid():
        gevonden = queries.betrokkenen(medewerker, form.gezocht)
        actions.leg_vraag_vast(gevonden, by=medewerker, at=klok.nu())
        antwoorden = [(wie, kaartje.maak(wie.dossier_id, medewerker)) for wie in gevonden]
        mag_nood = medewerker.mag(Recht.NOODTOEGANG_VRAGEN)
        context |= {"gevraagd": True, "antwoorden": antwoorden, "form": ZoekForm(), "mag_nood": mag_nood}
    return pagina(request, "toegang/betrokkenheid.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.BETROKKENHEID_VRAGEN)
@require_POST
def meewerken(request: HttpRequest) -> HttpResponse:
    """Ask the coordinator that an answer named to be let in: first the form, then the request itself."""
    medewerker = medewerker_van(request)
    briefje = request.POST.get("kaartje", "")
    dossier = queries.dossier_met_nummer(kaartje.lees(briefje, medewerker) or 0)
    if dossier is None:
        messages.warning(request, _("Uw vraag is verlopen. Zoek de inwoner opnieuw."))
        return redirect("toegang:betrokkenheid")
    form, status = MeewerkForm(request.POST if "vraag" in request.POST else None), 200
    if form.is_bound:
        status = ONVOLLEDIG
        if form.is_valid():
            try:
                actions.vraag_mee_te_werken(dossier, vraag=form.cleaned_data["vraag"], by=medewerker, at=klok.nu())
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Uw verzoek staat op Mijn dag van de regisseur."))
                return naar(request, reverse("toegang:mijn_toegang"))
    return pagina(request, "toegang/meewerken.html", {"form": form, "kaartje": briefje}, status=status)


@requires(Recht.MEEWERKEN_TOESTAAN)
@require_http_methods(GET_EN_POST)
def meewerkverzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who asks to be let in and why; a POST lets in for some days, or does not."""
    medewerker, hoogstens = medewerker_van(request), inrichting().meewerken_dagen
    verzoek = get_object_or_404(queries.verzoeken(medewerker), pk=pk)
    form, status = AntwoordForm(hoogstens=hoogstens), 200
    if request.method == "POST":
        form, status = AntwoordForm(request.POST, hoogstens=hoogstens), ONVOLLEDIG
        if form.is_valid():
            gevuld, at = form.cleaned_data, klok.nu()
            try:
                if gevuld["besluit"] == TOESTAAN:
                    actions.sta_meewerken_toe(
                        verzoek, dagen=gevuld["dagen"], grond=gevuld["grond"], by=medewerker, at=at
                    )
                else:
                    actions.weiger_meewerken(verzoek, reden=gevuld["grond"], by=medewerker, at=at)
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("Uw antwoord is bewaard."))
                return naar(request, reverse("toegang:toegang", args=[verzoek.dossier_id]))
    else:
        record(Sleutel.DOSSIER_INGEZIEN, verzoek.dossier, by=medewerker, at=klok.nu())
    return pagina(request, "toegang/meewerkverzoek.html", {"verzoek": verzoek, "form": form}, status=status)


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def toegang(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who may enter this file besides the roles, and why; a POST ends what was granted."""
    medewerker, nu = medewerker_van(request), klok.nu()
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)
    erin = list(queries.wie_erin_mag(dossier, nu))
    in_te_trekken = [rij for rij in erin if rij.soort in {Toegangsoort.MEEWERKEN, Toegangsoort.TAAK}]
    form, status = IntrekkingForm(toegangen=in_te_trekken), 200
    if request.method == "POST":
        require(medewerker, Recht.MEEWERKEN_TOESTAAN, dossier)
        form, status = IntrekkingForm(request.POST, toegangen=in_te_trekken), ONVOLLEDIG
        if form.is_valid():
            gevuld = form.cleaned_data
            try:
                actions.trek_toegang_in(dossier, gevuld["toegang"], reden=gevuld["reden"], by=medewerker, at=nu)
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, _("De toegang is ingetrokken."))
                return naar(request, reverse("toegang:toegang", args=[dossier.pk]))
    else:
        record(Sleutel.DOSSIER_INGEZIEN, dossier, by=medewerker, at=nu)
    mag_intrekken = medewerker.bereik(Recht.MEEWERKEN_TOESTAAN).omvat(dossier)
    context = {
        "dossier": dossier,
        "form": form if mag_intrekken and (in_te_trekken or form.errors) else None,
        "erin": [(rij, SOORTEN[Toegangsoort(rij.soort)]) for rij in erin],
        "noodtoegangen": queries.noodtoegang_van(dossier),
        "verzoeken": queries.open_verzoeken_van(dossier) if mag_intrekken else [],
        "vrijwilligers": queries.bij_vrijwilligers(dossier),
    }
    return pagina(request, "toegang/toegang.html", context, status=status)


@requires(Recht.TOEGANG_INZIEN)
@require_safe
def mijn_toegang(request: HttpRequest) -> HttpResponse:
    """Tell the worker what is open or closed besides the roles, and till when."""
    medewerker, nu = medewerker_van(request), klok.nu()
    context = {
        "toegangen": [(rij, SOORTEN[Toegangsoort(rij.soort)]) for rij in queries.eigen_toegang(medewerker, nu)],
        "rollen": [(ROL_NAMEN[Rol(rij.rol)], rij) for rij in queries.rollen_van(medewerker, nu.date())],
        "is_gekoppeld": queries.is_gekoppeld(medewerker),
        "verder": [(titel, reverse(adres)) for recht, titel, adres in VERDER if medewerker.mag(recht)],
        "mag_dossier": medewerker.mag(Recht.DOSSIER_INZIEN),
    }
    return pagina(request, "toegang/mijn_toegang.html", context)
