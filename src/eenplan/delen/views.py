"""The pages of sharing in a household: what goes to whom and why, a new sharing step by step, and how it ends."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen import actions, queries
from eenplan.delen.actions import Weg
from eenplan.delen.forms import JA, DeelForm, DelingAntwoordForm, RedenForm, WegForm
from eenplan.delen.keuzes import Categorie, namen
from eenplan.delen.models import Deling, Wie
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import bewoners
from eenplan.dossiers.queries import visible_to as dossiers_voor
from eenplan.dossiers.wetlabels import eigen_label, labelkeuzes
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]


def dossier_van(request: HttpRequest, dossier_id: int, recht: Recht) -> tuple[Medewerker, Dossier]:
    """Give the worker and the file; one of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(dossiers_voor(medewerker, recht), pk=dossier_id)


def mag_delen(medewerker: Medewerker, dossier: Dossier) -> bool:
    """Tell whether the worker may share from this file."""
    return medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(dossier)


def keuzes_voor(medewerker: Medewerker, dossier: Dossier) -> dict[str, Any]:  # what a form takes
    """Give what may be chosen in this file today: who, with whom, under which law."""
    return {
        "personen": bewoners(dossier.huishouden),
        "samenwerkingen": queries.lopende_samenwerkingen(klok.vandaag()),
        "wetten": labelkeuzes(medewerker.bereik(Recht.GEGEVENS_DELEN), dossier.pk),
    }


@requires(Recht.DELING_INZIEN)
@require_safe
def overzicht(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show what is shared with whom and why, what was refused, and what was asked."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.DELING_INZIEN)
    record(Sleutel.DELING_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    standen = queries.overzicht(dossier.pk, medewerker, klok.vandaag())
    context = {
        "dossier": dossier,
        "lopend": [stand for stand in standen if stand.loopt],
        "voorbij": [stand for stand in standen if not stand.loopt],
        "verzoeken": queries.verzoeken_van(dossier.pk, medewerker),
        "aantal_vragen": len(queries.vragen_van(dossier.pk, medewerker)),
        "mag_delen": mag_delen(medewerker, dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "delen/overzicht.html", context)


@requires(Recht.GEGEVENS_DELEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Share in three steps: with whom, what, and a last look. The law speaks after the first."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.GEGEVENS_DELEN)
    keuzes = keuzes_voor(medewerker, dossier)
    if request.method != "POST":
        record(Sleutel.DELING_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        begin = {"wet": eigen_label(medewerker.bereik(Recht.GEGEVENS_DELEN))}
        return _toon_weg(request, dossier, WegForm(initial=begin, **keuzes))
    form = WegForm(request.POST, **keuzes)
    if not form.is_valid():
        return _toon_weg(request, dossier, form, status=ONVOLLEDIG)
    return _vervolg(request, dossier, form, medewerker)


def _toon_weg(request: HttpRequest, dossier: Dossier, form: WegForm, *, status: int = 200) -> HttpResponse:
    context = {"dossier": dossier, "form": form, "heeft_partners": bool(form["ander"].field.choices[1:])}  # type: ignore[attr-defined]
    return pagina(request, "delen/nieuw.html", context, status=status)


def _vervolg(request: HttpRequest, dossier: Dossier, form: WegForm, medewerker: Medewerker) -> HttpResponse:
    """Go on with the way that was chosen: say the ground, let choose, look once more, and share or refuse."""
    weg, stap = form.weg(), request.POST.get("stap", "kies")
    oordeel = queries.beoordeel(
        weg.persoon,
        weg.samenwerking,
        dossier_id=dossier.pk,
        herkomst=weg.herkomst,
        doel=weg.doel,
        dag=klok.vandaag(),
    )
    if stap == "weiger":
        return _weiger(request, dossier, form, oordeel, medewerker)
    if not oordeel.mag:
        return _toon_keuze(request, dossier, form, oordeel)
    stukken = queries.te_kiezen(
        dossier, weg.persoon, herkomst=weg.herkomst, categorieen=oordeel.categorieen, dag=klok.vandaag()
    )
    velden: dict[str, Any] = {"stukken": stukken, "tot": oordeel.laatste_tot}
    if stap not in {"controleer", "deel"}:
        return _toon_keuze(request, dossier, form, oordeel, keuze=DeelForm(**velden))
    keuze = DeelForm(request.POST, **velden)
    if not keuze.is_valid():
        return _toon_keuze(request, dossier, form, oordeel, keuze=keuze, status=ONVOLLEDIG)
    if stap == "controleer":
        gekozen = [stuk for stuk in stukken if stuk.code in keuze.stukken]
        return _toon_keuze(request, dossier, form, oordeel, keuze=keuze, gekozen=gekozen)
    return _deel(request, dossier, form, oordeel, keuze=keuze, medewerker=medewerker)


def _deel(
    request: HttpRequest,
    dossier: Dossier,
    form: WegForm,
    oordeel: queries.Beoordeling,
    *,
    keuze: DeelForm,
    medewerker: Medewerker,
) -> HttpResponse:
    try:
        deling = actions.bied_aan(
            dossier,
            form.weg(),
            stukken=keuze.stukken,
            geldig_tot=keuze.cleaned_data["geldig_tot"],
            by=medewerker,
            at=klok.nu(),
        )
    except NietMogelijk as fout:
        keuze.add_error(None, fout.zin)
        return _toon_keuze(request, dossier, form, oordeel, keuze=keuze, status=ONVOLLEDIG)
    messages.success(request, _("Het aanbod staat klaar. Leg vast wat de ander ervan zegt."))
    return naar(request, reverse("delen:deling", args=[deling.pk]))


def _weiger(
    request: HttpRequest, dossier: Dossier, form: WegForm, oordeel: queries.Beoordeling, medewerker: Medewerker
) -> HttpResponse:
    reden = RedenForm(request.POST)
    if not reden.is_valid():
        return _toon_keuze(request, dossier, form, oordeel, reden=reden, status=ONVOLLEDIG)
    actions.weiger_delen(dossier, form.weg(), reden=reden.cleaned_data["reden"], by=medewerker, at=klok.nu())
    messages.success(request, _("De weigering is vastgelegd. Er is niets gedeeld."))
    return naar(request, reverse("delen:overzicht", args=[dossier.pk]))


def _toon_keuze(
    request: HttpRequest,
    dossier: Dossier,
    form: WegForm,
    oordeel: queries.Beoordeling,
    *,
    status: int = 200,
    **verder: object,
) -> HttpResponse:
    """Show the ground, and below it what may be chosen, or why nothing may."""
    weg: Weg = form.weg()
    context = {
        "dossier": dossier,
        "form": form,
        "weg": weg,
        "oordeel": oordeel,
        "keuze": None,
        "gekozen": None,
        "reden": RedenForm(),
        "soorten": namen(Categorie, list(oordeel.categorieen)),
    }
    return pagina(request, "delen/kiezen.html", context | verder, status=status)


# --------------------------------------------------------------------------------------------------- one sharing


def _deling(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Deling]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, recht), pk=pk)


@requires(Recht.DELING_INZIEN)
@require_safe
def deling(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one sharing: what, why, on which ground, what went out, and what comes next."""
    medewerker, gevonden = _deling(request, pk, Recht.DELING_INZIEN)
    record(Sleutel.DELING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    return _toon_deling(request, gevonden, medewerker)


def _toon_deling(
    request: HttpRequest, gevonden: Deling, medewerker: Medewerker, *, status: int = 200, **forms: object
) -> HttpResponse:
    context = {
        "deling": gevonden,
        "stand": queries.Stand(gevonden, queries.waarom_niet(gevonden, klok.vandaag())),
        "onderdelen": gevonden.onderdelen.order_by("pk"),
        "verstrekkingen": queries.verstrekkingen(gevonden),
        "soorten": namen(Categorie, gevonden.categorieen),
        "mag_delen": medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden),
        "form": DelingAntwoordForm(),
        "einde": RedenForm(auto_id="id_einde_%s"),
    }
    return pagina(request, "delen/deling.html", context | forms, status=status)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def antwoord(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the partner said to the offer."""
    medewerker, gevonden = _deling(request, pk, Recht.GEGEVENS_DELEN)
    form = DelingAntwoordForm(request.POST)
    if form.is_valid():
        try:
            _leg_antwoord_vast(gevonden, form, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het antwoord is vastgelegd."))
            return naar(request, reverse("delen:deling", args=[pk]))
    return _toon_deling(request, gevonden, medewerker, form=form, status=ONVOLLEDIG)


def _leg_antwoord_vast(gevonden: Deling, form: DelingAntwoordForm, medewerker: Medewerker) -> None:
    gezegd = form.cleaned_data["antwoord"]
    if gezegd == JA:
        actions.aanvaard(gevonden, by=medewerker, at=klok.nu())
        return
    door = Wie.WIJ if gezegd == Wie.WIJ else Wie.ANDER
    actions.weiger_aanbod(gevonden, door=door, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a sharing with one press; nothing more goes out."""
    medewerker, gevonden = _deling(request, pk, Recht.GEGEVENS_DELEN)
    actions.trek_deling_in(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("Ingetrokken. Er gaat niets meer uit."))
    return naar(request, reverse("delen:overzicht", args=[gevonden.dossier_id]))


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def beeindiging(request: HttpRequest, pk: int) -> HttpResponse:
    """End a sharing whose purpose was reached, with the reason."""
    medewerker, gevonden = _deling(request, pk, Recht.GEGEVENS_DELEN)
    form = RedenForm(request.POST, auto_id="id_einde_%s")
    if form.is_valid():
        try:
            actions.beeindig_deling(gevonden, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het delen is beëindigd."))
            return naar(request, reverse("delen:overzicht", args=[gevonden.dossier_id]))
    return _toon_deling(request, gevonden, medewerker, einde=form, status=ONVOLLEDIG)


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def verstrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the paper with exactly what was chosen; it stays in the file."""
    medewerker, gevonden = _deling(request, pk, Recht.GEGEVENS_DELEN)
    require(medewerker, Recht.GEGEVENS_DELEN, gevonden)
    actions.verstrek(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De brief aan de ander staat klaar en zit in het dossier."))
    return naar(request, reverse("delen:deling", args=[pk]))
