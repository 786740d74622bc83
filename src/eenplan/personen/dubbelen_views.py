"""Duplicate residents: the list of who may be one, and the two side by side."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.personen import dubbelen as actions
from eenplan.personen import queries
from eenplan.personen.afscherming import adres_voor
from eenplan.personen.forms import VELDNAMEN, DubbelForm, toon_waarde
from eenplan.personen.models import Persoon
from eenplan.personen.omzetten import PERSOONSVELDEN, voeg_personen_samen, waarom_niet
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

PER_BLAD = 50


@requires(Recht.PERSONEN_SAMENVOEGEN)
@require_safe
def dubbelen(request: HttpRequest) -> HttpResponse:
    """Show the pairs that wait for a judgement, the strongest first."""
    medewerker = medewerker_van(request)
    blad = Paginator(actions.kandidaten(medewerker), PER_BLAD).get_page(request.GET.get("pagina"))
    record(Sleutel.DUBBELEN_INGEZIEN, None, by=medewerker, at=klok.nu())
    return pagina(request, "personen/dubbelen.html", {"blad": blad, "redenen": actions.REDENEN})


@requires(Recht.PERSONEN_SAMENVOEGEN)
@require_http_methods(["GET", "HEAD", "POST"])
def dubbel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two residents side by side; a POST merges them, or says that they are two."""
    medewerker = medewerker_van(request)
    kandidaat = get_object_or_404(actions.kandidaten(medewerker), pk=pk)
    een, ander = kandidaat.een, kandidaat.ander
    if request.POST.get("oordeel") == "anders":
        actions.wijs_af(kandidaat, by=medewerker, at=klok.nu())
        messages.success(request, _("Bewaard: dit zijn twee mensen. We stellen dit paar niet meer voor."))
        return naar(request, reverse("personen:dubbelen"))
    form = DubbelForm(request.POST if request.method == "POST" else None, een=een, ander=ander)
    if form.is_bound and form.is_valid():
        try:
            van, blijft = form.paar
            gedaan = voeg_personen_samen(
                van, blijft, van_links=form.van_links, reden=form.cleaned_data["reden"], by=medewerker, at=klok.nu()
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De twee registraties zijn één geworden."))
            return naar(request, reverse("personen:omzetting", args=[gedaan.pk]))
    return _toon(request, medewerker, (een, ander), form, kandidaat.redenen)


def _toon(
    request: HttpRequest, medewerker: Medewerker, paar: tuple[Persoon, Persoon], form: DubbelForm, redenen: list[str]
) -> HttpResponse:
    for huishouden in queries.huishoudens_van(paar):  # a look at both files, also when the form comes back
        record(Sleutel.DUBBELEN_INGEZIEN, huishouden, by=medewerker, at=klok.nu())
    rijen = [(VELDNAMEN[veld], *(toon_waarde(persoon, veld) for persoon in paar)) for veld in PERSOONSVELDEN]
    context = {
        "paar": paar,
        "form": form,
        "rijen": [*rijen, (_("Woont in"), *(_woont(medewerker, persoon) for persoon in paar))],
        "redenen": [actions.REDENEN[reden] for reden in redenen],
        "beletsel": waarom_niet(*paar),
    }
    return pagina(request, "personen/dubbel.html", context, status=ONVOLLEDIG if form.is_bound else 200)


def _woont(medewerker: Medewerker, persoon: Persoon) -> str:
    leden = queries.leden_van(medewerker, Recht.PERSONEN_SAMENVOEGEN).filter(persoon=persoon)
    return ", ".join(f"{lid.huishouden.naam} ({adres_voor(medewerker, lid.huishouden)})" for lid in leden)
