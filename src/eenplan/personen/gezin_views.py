"""The page of a family: custody, who acts for whom, where a child lives, which ties and addresses are hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm
from eenplan.personen import gezin_actions as actions
from eenplan.personen import queries
from eenplan.personen.afscherming import (
    banden_voor,
    is_afgeschermd,
    mag_adres_zien,
    markeringen_van,
    werkt_in,
    zichtbare_relaties,
)
from eenplan.personen.forms import (
    BANDEN,
    BeeindigForm,
    GezagForm,
    MarkeerForm,
    RedenForm,
    RelatieForm,
    VerblijfForm,
    VertegenwoordigingForm,
    WilsbekwaamheidForm,
)
from eenplan.personen.gezin import BESLUITNAMEN, gezinsleden, is_minderjarig, rij_van
from eenplan.personen.models import Huishouden, Markeringsoort, Persoon
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.wetgeving.gezagsoorten import Vertegenwoordigersoort

GET_EN_POST = ["GET", "HEAD", "POST"]
Maak = Callable[..., BasisForm]
Doe = Callable[[Any, Medewerker], object]  # Any: the form that Maak gives


def _huishouden(request: HttpRequest, pk: int) -> tuple[Medewerker, Huishouden]:
    """Give the worker and the household; one of another team does not exist."""
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.visible_to(medewerker, Recht.DOSSIER_INZIEN), pk=pk)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def gezin(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the members with custody, representatives and stays, and who decides on what today."""
    medewerker, huishouden = _huishouden(request, pk)
    record(Sleutel.GEZIN_INGEZIEN, huishouden, by=medewerker, at=klok.nu())
    hier = werkt_in(medewerker, huishouden)
    leden = gezinsleden(huishouden, medewerker, klok.vandaag())
    context = {
        "huishouden": huishouden,
        "leden": leden,
        "uitzoeken": [lid for lid in leden if lid.gezag_uitzoeken],
        "banden": banden_voor(medewerker, huishouden),
        "afgeschermd": is_afgeschermd(huishouden),
        "mag_adres": mag_adres_zien(medewerker, huishouden),
        "omzettingen": queries.omzettingen_van(medewerker, huishouden),
        "mag_bijhouden": medewerker.bereik(Recht.GEZIN_BIJHOUDEN).omvat(huishouden),
        "mag_afschermen": hier and medewerker.mag(Recht.GEZIN_BIJHOUDEN),
        "mag_verhuizen": medewerker.bereik(Recht.HUISHOUDEN_VERHUIZEN).omvat(huishouden),
        "besluitnamen": BESLUITNAMEN,
    }
    return pagina(request, "personen/gezin.html", context)


# ---------------------------------------------------------------------------------------------------- one form per fact


@dataclass(frozen=True)
class Blad:
    """A page with one form: its title, when to use it, how the form is made, and what it does."""

    titel: str | Promise
    uitleg: str | Promise
    maak: Maak
    doe: Doe


def _vastleggen(request: HttpRequest, pk: int, blad: Blad) -> HttpResponse:
    """Show one form, or do what it says and go back to the family; what was typed stays when it cannot be done."""
    medewerker, huishouden = _huishouden(request, pk)
    require(medewerker, Recht.GEZIN_BIJHOUDEN, huishouden)
    form = blad.maak(request.POST if request.method == "POST" else None, huishouden, medewerker)
    if request.method == "POST" and form.is_valid():
        try:
            blad.doe(form, medewerker)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Bewaard."))
            return naar(request, reverse("personen:gezin", args=[pk]))
    elif request.method != "POST":
        record(Sleutel.GEZIN_INGEZIEN, huishouden, by=medewerker, at=klok.nu())
    context = {"huishouden": huishouden, "blad": blad, "form": form}
    return pagina(request, "personen/vastleggen.html", context, status=ONVOLLEDIG if form.is_bound else 200)


def _personen(huishouden: Huishouden) -> list[Persoon]:
    return [lid.persoon for lid in queries.leden(huishouden)]


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def gezag(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who has custody of a child."""

    def maak(data: Any, huishouden: Huishouden, medewerker: Medewerker) -> GezagForm:  # noqa: ANN401 - of the request
        bekenden, vandaag = queries.bekenden(medewerker, huishouden), klok.vandaag()
        kinderen = [persoon for persoon in _personen(huishouden) if is_minderjarig(persoon, vandaag)]
        volwassenen = [persoon for persoon in bekenden if not is_minderjarig(persoon, vandaag)]
        return GezagForm(data, leden=kinderen, bekenden=volwassenen)

    def doe(form: GezagForm, by: Medewerker) -> object:
        huishouden = _huishouden(request, pk)[1]
        return actions.leg_gezag_vast(huishouden, form.persoon, form.opgave(), by=by, at=klok.nu())

    uitleg = _lazy(
        "Leg alleen vast wat blijkt uit een stuk of uit de basisregistratie. Weet u het niet? Zoek het eerst uit."
    )
    return _vastleggen(request, pk, Blad(_lazy("Gezag vastleggen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def vertegenwoordiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who acts for an adult."""

    def maak(data: Any, huishouden: Huishouden, medewerker: Medewerker) -> VertegenwoordigingForm:  # noqa: ANN401
        bekenden, vandaag = queries.bekenden(medewerker, huishouden), klok.vandaag()
        volwassenen = [persoon for persoon in _personen(huishouden) if not is_minderjarig(persoon, vandaag)]
        return VertegenwoordigingForm(data, leden=volwassenen, bekenden=bekenden)

    def doe(form: VertegenwoordigingForm, by: Medewerker) -> object:
        gevuld = form.cleaned_data
        return actions.leg_vertegenwoordiging_vast(
            _huishouden(request, pk)[1],
            form.persoon,
            Vertegenwoordigersoort(gevuld["soort"]),
            form.wie(),
            **{veld: gevuld[veld] for veld in ("vanaf", "tot", "reikwijdte", "bron")},
            by=by,
            at=klok.nu(),
        )

    uitleg = _lazy("Een bewindvoerder beslist alleen over geld, een mentor alleen over zorg. Een curator over allebei.")
    return _vastleggen(request, pk, Blad(_lazy("Vertegenwoordiger vastleggen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def wilsbekwaamheid(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that an expert judged that somebody cannot weigh a decision."""

    def maak(data: Any, huishouden: Huishouden, _medewerker: Medewerker) -> WilsbekwaamheidForm:  # noqa: ANN401
        return WilsbekwaamheidForm(data, leden=_personen(huishouden))

    def doe(form: WilsbekwaamheidForm, by: Medewerker) -> object:
        velden = {veld: form.cleaned_data[veld] for veld in ("besluit", "beoordeeld_door", "vanaf")}
        huishouden = _huishouden(request, pk)[1]
        return actions.leg_wilsonbekwaamheid_vast(huishouden, form.persoon, **velden, by=by, at=klok.nu())

    uitleg = _lazy("Iedereen is wilsbekwaam, totdat een deskundige voor een bepaalde beslissing iets anders vaststelt.")
    return _vastleggen(request, pk, Blad(_lazy("Wilsbekwaamheid vastleggen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def verblijf(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how many nights a child is here."""

    def maak(data: Any, huishouden: Huishouden, _medewerker: Medewerker) -> VerblijfForm:  # noqa: ANN401
        vandaag = klok.vandaag()
        return VerblijfForm(data, leden=[lid for lid in _personen(huishouden) if is_minderjarig(lid, vandaag)])

    def doe(form: VerblijfForm, by: Medewerker) -> object:
        velden = {veld: form.cleaned_data[veld] for veld in ("nachten", "afspraak", "vanaf")}
        huishouden = _huishouden(request, pk)[1]
        return actions.leg_verblijf_vast(huishouden, form.persoon, **velden, by=by, at=klok.nu())

    uitleg = _lazy("Voor een kind dat in twee huishoudens woont. Beide dossiers zien het kind; het telt één keer mee.")
    return _vastleggen(request, pk, Blad(_lazy("Verblijf vastleggen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def beeindiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Let custody, a representative, a judgement or a stay end."""
    vast = {veld: request.GET[veld] for veld in ("soort", "rij") if veld in request.GET}

    def maak(data: Any, _huishouden: Huishouden, _medewerker: Medewerker) -> BeeindigForm:  # noqa: ANN401
        return BeeindigForm(data, initial=vast)

    def doe(form: BeeindigForm, by: Medewerker) -> None:
        huishouden = _huishouden(request, pk)[1]
        gevonden = rij_van(huishouden, form.cleaned_data["soort"], form.cleaned_data["rij"])
        if gevonden is None:
            raise NietMogelijk(_("Dit hoort niet bij dit huishouden."))
        actions.beeindig(gevonden, huishouden, tot=form.cleaned_data["tot"], by=by, at=klok.nu())

    uitleg = _lazy("Wat eindigt, blijft met zijn laatste dag in het dossier staan.")
    return _vastleggen(request, pk, Blad(_lazy("Beëindigen"), uitleg, maak, doe))


# ----------------------------------------------------------------------------------------------------- ties and address


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def relatie(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a tie of a member."""

    def maak(data: Any, huishouden: Huishouden, medewerker: Medewerker) -> RelatieForm:  # noqa: ANN401
        return RelatieForm(data, leden=_personen(huishouden), bekenden=queries.bekenden(medewerker, huishouden))

    def doe(form: RelatieForm, by: Medewerker) -> None:
        huishouden = _huishouden(request, pk)[1]
        ander = form.bekende or form.nieuwe_naam
        _tekst, soort, heen = BANDEN[form.cleaned_data["band"]]
        geboren = form.cleaned_data["geboortedatum"]
        actions.leg_band_vast(
            huishouden, form.persoon, ander, soort, heen=heen, geboortedatum=geboren, by=by, at=klok.nu()
        )

    uitleg = _lazy(
        "Wie horen er bij dit gezin, ook buiten het huishouden: ouders die elders wonen, familie, vrienden, buren."
    )
    return _vastleggen(request, pk, Blad(_lazy("Relatie vastleggen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def markering(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a tie as hidden or harmful."""

    def maak(data: Any, huishouden: Huishouden, _medewerker: Medewerker) -> MarkeerForm:  # noqa: ANN401
        return MarkeerForm(data, relaties=actions.te_markeren(huishouden), leden=_personen(huishouden))

    def doe(form: MarkeerForm, by: Medewerker) -> object:
        huishouden = _huishouden(request, pk)[1]
        return actions.markeer_relatie(
            form.gekozen,
            huishouden,
            soort=Markeringsoort(form.cleaned_data["soort"]),
            beschermt=form.persoon,
            reden=form.cleaned_data["reden"],
            by=by,
            at=klok.nu(),
        )

    uitleg = _lazy(
        "Een relatie die de ander niet mag weten, staat daarna alleen nog in dit dossier. Nooit in een brief of afdruk."
    )
    return _vastleggen(request, pk, Blad(_lazy("Relatie afschermen"), uitleg, maak, doe))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_POST
def relatie_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a tie that was wrong or ended; one that this file may not show does not exist."""
    medewerker, huishouden = _huishouden(request, pk)
    nummer = request.POST.get("relatie", "")
    rijen = zichtbare_relaties(medewerker, huishouden)
    gevonden = get_object_or_404(rijen, pk=int(nummer) if nummer.isdecimal() and len(nummer) < 19 else 0)
    actions.verwijder_relatie(gevonden, huishouden, by=medewerker, at=klok.nu())
    messages.success(request, _("De relatie is verwijderd."))
    return naar(request, reverse("personen:gezin", args=[pk]))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_POST
def markering_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """End a mark that protects a member of this household."""
    medewerker, huishouden = _huishouden(request, pk)
    nummer = request.POST.get("markering", "")
    rijen = markeringen_van(huishouden)
    gevonden = get_object_or_404(rijen, pk=int(nummer) if nummer.isdecimal() and len(nummer) < 19 else 0)
    actions.beeindig_markering(gevonden, huishouden, by=medewerker, at=klok.nu())
    messages.success(request, _("De afscherming van deze relatie is beëindigd."))
    return naar(request, reverse("personen:gezin", args=[pk]))


@requires(Recht.GEZIN_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def adres(request: HttpRequest, pk: int) -> HttpResponse:
    """Protect the address, or end that."""
    _medewerker, huishouden = _huishouden(request, pk)
    dicht = is_afgeschermd(huishouden)

    def maak(data: Any, _huishouden: Huishouden, _medewerker: Medewerker) -> BasisForm:  # noqa: ANN401
        return BasisForm(data) if dicht else RedenForm(data)

    def doe(form: BasisForm, by: Medewerker) -> None:
        if dicht:
            actions.beeindig_afscherming(huishouden, by=by, at=klok.nu())
        else:
            actions.scherm_adres_af(huishouden, reden=form.cleaned_data["reden"], by=by, at=klok.nu())

    uitleg = (
        _lazy("Het adres is daarna weer te vinden en te lezen voor wie in de gemeente mag zoeken.")
        if dicht
        else _lazy("Alleen wie in dit dossier werkt, ziet het adres dan nog. Zoeken op het adres vindt niemand meer.")
    )
    titel = _lazy("Afscherming van het adres beëindigen") if dicht else _lazy("Adres afschermen")
    return _vastleggen(request, pk, Blad(titel, uitleg, maak, doe))
