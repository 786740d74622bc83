"""The way of working on screen: which versions there are, a new one proposed, compared, tried and released."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import lees_datum
from eenplan.inrichting.bestanden import OngeldigeInrichting, bestandsnaam
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.werkwijzen import actions, queries
from eenplan.werkwijzen.forms import Redenform, Voorstelform
from eenplan.werkwijzen.models import Werkwijzevoorstel
from eenplan.werkwijzen.proefdraai import gevolgen, zaken
from eenplan.werkwijzen.states import Voorstelstatus
from eenplan.werkwijzen.verschil import verschil

HOOGSTENS = 50


@requires(Recht.WERKWIJZE_INZIEN)
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show the version in force, the others, and every proposal."""
    medewerker, vandaag = medewerker_van(request), klok.vandaag()
    context = {
        "regels": queries.overzicht(medewerker, vandaag),
        "altijd": date.min,
        "voorstellen": queries.visible_to(medewerker),
        "is_map": queries.is_map(),
        "bestand": queries.pad().name,
        "eerste": bestandsnaam(date(vandaag.year, 1, 1)),
        "mag_voorstellen": medewerker.mag(Recht.WERKWIJZE_VOORSTELLEN),
    }
    return pagina(request, "werkwijzen/overzicht.html", context)


@requires(Recht.WERKWIJZE_VOORSTELLEN)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Begin with the text that is in force on a day, and propose what it should become."""
    if request.method == "POST":
        return _stel_voor(request)
    dag = lees_datum(request.GET.get("vanaf", "")) or klok.vandaag()
    tekst = queries.tekst_op(dag)
    begin = {"tekst": tekst, "basis": queries.vingerafdruk(tekst), "vanaf": dag}
    return _toon_nieuw(request, Voorstelform(initial=begin))


def _stel_voor(request: HttpRequest) -> HttpResponse:
    form = Voorstelform(request.POST, request.FILES)
    if form.is_valid():
        try:
            voorstel = actions.stel_voor(form.voorgesteld, by=medewerker_van(request), at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het voorstel staat klaar. Een ander kijkt ernaar en geeft het vrij."))
            return naar(request, reverse("werkwijzen:voorstel", args=[voorstel.pk]))
    return _toon_nieuw(request, form)


def _toon_nieuw(request: HttpRequest, form: Voorstelform) -> HttpResponse:
    context = {"form": form, "later": queries.later_dan(klok.vandaag())}
    return pagina(request, "werkwijzen/nieuw.html", context, status=ONVOLLEDIG if form.errors else 200)


@requires(Recht.WERKWIJZE_INZIEN)
@require_safe
def voorstel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a proposal changes and what it would do to open cases, and let another one decide."""
    medewerker = medewerker_van(request)
    return _toon(request, medewerker, get_object_or_404(queries.visible_to(medewerker), pk=pk), Redenform())


def _toon(
    request: HttpRequest, medewerker: Medewerker, gezien: Werkwijzevoorstel, form: Redenform, fout: str = ""
) -> HttpResponse:
    eigen = gezien.voorgesteld_door_id == medewerker.pk
    wacht = gezien.status == Voorstelstatus.VOORGESTELD
    context: dict[str, object] = {
        "voorstel": gezien,
        "form": form,
        "fout": fout,
        "wacht": wacht,
        "is_map": queries.is_map(),
        "mag_vrijgeven": wacht and not eigen and medewerker.mag(Recht.WERKWIJZE_VRIJGEVEN),
        "mag_intrekken": wacht and eigen,
        "later": queries.later_dan(gezien.vanaf),
        "hoogstens": HOOGSTENS,
    }
    status = ONVOLLEDIG if fout or form.errors else 200
    return pagina(request, "werkwijzen/voorstel.html", context | _beeld(gezien, medewerker), status=status)


def _beeld(gezien: Werkwijzevoorstel, medewerker: Medewerker) -> dict[str, object]:
    """Compare with the version that it replaces, and try it on what is open as long as it can still be released."""
    try:
        nieuw_ = actions.lees_voorstel(gezien.tekst)
    except OngeldigeInrichting as fout:
        return {"onleesbaar": str(fout), "wijzigingen": None}
    if gezien.status != Voorstelstatus.VOORGESTELD:
        return {"onleesbaar": "", "wijzigingen": None}
    oud = queries.versie_op(gezien.vanaf)
    gevonden = gevolgen(oud.inrichting, nieuw_, gezien.vanaf)
    return {
        "onleesbaar": "",
        "wijzigingen": verschil(oud.inrichting, nieuw_),
        "gevolgen": [(gevolg, zaken(gevolg, medewerker, HOOGSTENS)) for gevolg in gevonden],
    }


@requires(Recht.WERKWIJZE_VRIJGEVEN)
@require_POST
def vrijgave(request: HttpRequest, pk: int) -> HttpResponse:
    """Release a proposal of somebody else."""
    medewerker = medewerker_van(request)
    gezien = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    try:
        actions.geef_vrij(gezien, by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        return _toon(request, medewerker, gezien, Redenform(), fout.zin)
    messages.success(request, _("Vrijgegeven. De nieuwe versie geldt vanaf haar begindag."))
    return naar(request, reverse("werkwijzen:overzicht"))


@requires(Recht.WERKWIJZE_VRIJGEVEN)
@require_POST
def teruggave(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a proposal of somebody else, with the reason."""
    return _eindig(request, pk, actions.geef_terug, _("Teruggegeven. De indiener leest uw reden hier."))


@requires(Recht.WERKWIJZE_VOORSTELLEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one's own proposal go."""
    return _eindig(request, pk, actions.trek_in, _("Ingetrokken. Het voorstel blijft in de lijst staan."))


def _eindig(request: HttpRequest, pk: int, doe: actions.Einde, zin: str) -> HttpResponse:
    medewerker, form = medewerker_van(request), Redenform(request.POST)
    gezien = get_object_or_404(queries.visible_to(medewerker), pk=pk)
    if not form.is_valid():
        return _toon(request, medewerker, gezien, form)
    try:
        doe(gezien, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        return _toon(request, medewerker, gezien, form, fout.zin)
    messages.success(request, zin)
    return naar(request, reverse("werkwijzen:overzicht"))
