"""The lists of the coordination: pilot lights, aftercare, ends in sight, exceptions, and who stands in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.inrichting.lezen import inrichting
from eenplan.regie import overdracht, queries, uitzonderingen
from eenplan.regie.blad import GET_EN_POST, gegevens
from eenplan.regie.forms import AchterwachtForm
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

PER_BLAD = 50
IK = "ik"


def _lijst(request: HttpRequest) -> tuple[Medewerker, bool]:
    """Give the worker and whether only the own lines are asked for; looking at a list is on record."""
    medewerker = medewerker_van(request)
    record(Sleutel.COORDINATIELIJST_INGEZIEN, None, by=medewerker, at=klok.nu())
    return medewerker, request.GET.get("wie") == IK


_LIJSTEN = (
    (_lazy("Uitzonderingen"), "regie:uitzonderingen", Recht.TEAM_INZIEN),
    (_lazy("Hulp die afloopt"), "regie:einddata", Recht.TEAM_INZIEN),
    (_lazy("Nazorg"), "regie:nazorglijst", Recht.TEAM_INZIEN),
    (_lazy("Waakvlam"), "regie:waakvlamlijst", Recht.TEAM_INZIEN),
    (_lazy("Achterwacht"), "regie:achterwacht", Recht.DOORZETTEN),
)


def _lijsten(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Give the way to the other lists that this worker may open."""
    medewerker = medewerker_van(request)
    paren = [(str(titel), reverse(naam)) for titel, naam, recht in _LIJSTEN if medewerker.mag(recht)]
    return [(titel, adres, adres == request.path) for titel, adres in paren]


def _chips(adres: str, *, eigen: bool) -> list[tuple[str, str, bool]]:
    return [(_("Het hele team"), adres, not eigen), (_("Alleen van mij"), f"{adres}?wie={IK}", eigen)]


def _toon(
    request: HttpRequest,
    naam: str,
    rijen: Any,  # noqa: ANN401 - rows of any kind, or a list
    *,
    eigen: bool,
    **context: object,
) -> HttpResponse:
    adres = reverse(f"regie:{naam}")
    blad = Paginator(rijen, PER_BLAD).get_page(request.GET.get("pagina"))
    context |= {"blad": blad, "vandaag": klok.vandaag(), "chips": _chips(adres, eigen=eigen)}
    context["lijsten"] = _lijsten(request)
    context["adres"] = f"{adres}?wie={IK}" if eigen else adres
    return pagina(request, f"regie/{naam}.html", context)


@require_safe
@requires(Recht.TEAM_INZIEN)
def waakvlamlijst(request: HttpRequest) -> HttpResponse:
    """Show every light that burns, the first due on top."""
    medewerker, eigen = _lijst(request)
    rijen = queries.waakvlammen(medewerker).filter(beeindigd_op__isnull=True)
    return _toon(request, "waakvlamlijst", rijen.filter(medewerker=medewerker) if eigen else rijen, eigen=eigen)


@require_safe
@requires(Recht.TEAM_INZIEN)
def nazorglijst(request: HttpRequest) -> HttpResponse:
    """Show the aftercare that is to be held within four weeks or is late, with whose it is."""
    medewerker, eigen = _lijst(request)
    grens = klok.vandaag() + timedelta(weeks=4)
    rijen = queries.nazorg(medewerker).filter(gehouden_op__isnull=True, uiterlijk__lte=grens)
    return _toon(request, "nazorglijst", rijen.filter(voor=medewerker) if eigen else rijen, eigen=eigen)


@require_safe
@requires(Recht.TEAM_INZIEN)
def einddata(request: HttpRequest) -> HttpResponse:
    """Show running help whose end is in sight, what nobody evaluated first."""
    medewerker, eigen = _lijst(request)
    rijen = queries.eindigende_hulp(medewerker, klok.vandaag())
    weken = inrichting().coordinatie.einddatum_weken
    rijen = rijen.filter(eigenaar_id=medewerker.pk) if eigen else rijen
    return _toon(request, "einddata", rijen, eigen=eigen, weken=weken, uitkomsten=queries.UITKOMSTEN)


@require_safe
@requires(Recht.TEAM_INZIEN)
def uitzonderingenlijst(request: HttpRequest) -> HttpResponse:
    """Show what goes wrong in the coordination, since when and whose turn it is, and what was decided by authority."""
    medewerker, eigen = _lijst(request)
    rijen = uitzonderingen.uitzonderingen(medewerker, klok.nu())
    if eigen:
        rijen = [rij for rij in rijen if rij.aan_zet == medewerker.naam]
    gezag = queries.doorzettingen(medewerker)[:20]
    soorten = uitzonderingen.SOORTEN
    return _toon(request, "uitzonderingen", rijen, eigen=eigen, soorten=soorten, doorzettingen=gezag)


@requires(Recht.DOORZETTEN)
@require_http_methods(GET_EN_POST)
def achterwacht(request: HttpRequest) -> HttpResponse:
    """Show who stands in for each team of the manager, and appoint another."""
    medewerker, nu = medewerker_van(request), klok.nu()
    wachten = queries.achterwachten(medewerker)
    mensen = queries.mogelijke_regisseurs(nu.date(), team_ids=[team.pk for team, _wacht in wachten])
    form = AchterwachtForm(gegevens(request), mensen=mensen)
    if form.is_bound and form.is_valid():
        wie, team = form.keuze()
        try:
            overdracht.wijs_achterwacht_aan(team, medewerker=wie, by=medewerker, at=nu)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("%(naam)s is vanaf vandaag achterwacht.") % {"naam": wie.naam})
            return naar(request, reverse("regie:achterwacht"))
    namen = [(team.naam, wacht.medewerker.naam if wacht else _("de manager")) for team, wacht in wachten]
    context = {"form": form, "namen": namen, "lijsten": _lijsten(request)}
    return pagina(request, "regie/achterwacht.html", context, status=ONVOLLEDIG if form.errors else 200)
