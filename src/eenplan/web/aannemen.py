"""Taking a call: on one side what is heard, beside it who it is and where that stands, and three ends.

The page is one form. Everything typed comes back with every answer, so nothing is lost and nothing is retyped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record_blik
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina, wil_fragment
from eenplan.core.errors import NietMogelijk
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen import actions
from eenplan.meldingen.forms import (
    BEANTWOORD,
    BEWAAR,
    MELDING,
    TERUGBELLEN,
    Gespreksform,
    aanpakken,
    is_sleutel,
    uit_contact,
)
from eenplan.meldingen.models import Contact, Contactsoort
from eenplan.meldingen.queries import contacten, laatste_contacten, open_gesprekken
from eenplan.meldingen.terugbellen import belofte
from eenplan.meldingen.views import na_melding
from eenplan.personen import queries as personen
from eenplan.personen.models import Huishoudlid
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import collegas_van
from eenplan.teams.sessie import medewerker_van
from eenplan.web.stand import Stand, stand
from eenplan.web.zoeken import Gevonden, Treffer, zoek_met_stand

SJABLOON: Final = "web/aannemen.html"
EINDEN: Final = (BEANTWOORD, MELDING, TERUGBELLEN, BEWAAR)
NAAST_HET_GESPREK: Final = 5
Invoer = dict[str, object]


@dataclass(frozen=True)
class Zijbeeld:
    """What stands beside the call: who may be meant, or everything we may tell about who it is."""

    gekozen: Huishoudlid | None = None
    gevonden: Gevonden | None = None
    treffer: Treffer | None = None
    contacten: tuple[Contact, ...] = ()

    @property
    def stand(self) -> Stand | None:
        return self.treffer.stand if self.treffer else None


@requires(Recht.CONTACT_AANNEMEN)
@require_http_methods(["GET", "HEAD", "POST"])
def aannemen(request: HttpRequest) -> HttpResponse:
    """Show an empty or kept call; a POST looks along while one types, chooses the resident, or ends the call."""
    medewerker, nu = medewerker_van(request), klok.nu()
    if request.method != "POST":
        invoer, gekozen = _begin(request, medewerker)
        return _toon(request, medewerker, nu, invoer, gekozen)
    gekozen = _lid(medewerker, request.POST.get("kies") or request.POST.get("lid", ""))
    if request.POST.get("einde") in EINDEN:
        return _rond_af(request, medewerker, nu, gekozen)
    invoer = _getypt(request.POST)
    if "los" in request.POST:
        return _toon(request, medewerker, nu, invoer | {"lid": ""}, None, fragment="werkblad")
    if "kies" in request.POST and gekozen:
        if invoer.get("voor") == str(medewerker.pk):
            del invoer["voor"]  # nobody chose that: now the coordinator is the one to propose
        return _toon(request, medewerker, nu, _ingevuld(invoer, gekozen), gekozen, fragment="werkblad")
    return _toon(request, medewerker, nu, invoer, gekozen, fragment="zij")


# --------------------------------------------------------------------------------------------------- what is known


def _begin(request: HttpRequest, medewerker: Medewerker) -> tuple[Invoer, Huishoudlid | None]:
    """Begin anew, take up a kept call, or begin with a household that was looked at."""
    if _is_nummer(nummer := request.GET.get("contact", "")):
        contact = contacten(medewerker).filter(pk=nummer, aangenomen_door=medewerker).first()
        if contact:
            lid = personen.lid_van(medewerker, contact.huishouden_id, contact.persoon_id)
            return uit_contact(contact) | {"lid": lid.pk if lid else ""}, lid
    if _is_nummer(nummer := request.GET.get("huishouden", "")):
        lid = personen.lid_van(medewerker, int(nummer))
        if lid:
            return _ingevuld({"sleutel": str(uuid4())}, lid), lid
    return {"sleutel": str(uuid4())}, None


def _lid(medewerker: Medewerker, nummer: str) -> Huishoudlid | None:
    """Give the chosen resident, of a household whose calls this worker takes: a file open to read only is not one."""
    rijen = personen.leden_van(medewerker, Recht.CONTACT_AANNEMEN)
    return rijen.filter(pk=nummer).first() if _is_nummer(nummer) else None


def _is_nummer(tekst: str) -> bool:
    return tekst.isdecimal() and len(tekst) < 19


def _getypt(post: QueryDict) -> Invoer:
    """Give back what was typed, without judging it yet."""
    invoer: Invoer = {naam: post[naam] for naam in post if naam != "csrfmiddlewaretoken"}
    if not is_sleutel(str(invoer.get("sleutel", ""))):
        invoer["sleutel"] = str(uuid4())
    return invoer


def _ingevuld(invoer: Invoer, lid: Huishoudlid) -> Invoer:
    """Fill in who it is. Whoever calls for somebody else keeps the own name and number."""
    wie = "namens" if invoer.get("namens") else "naam"
    bekend: Invoer = {"lid": lid.pk, wie: lid.persoon.naam}
    if wie == "naam" and not invoer.get("telefoon"):
        bekend["telefoon"] = lid.persoon.telefoon
    if getattr(lid, "is_afgeschermd", True):  # nobody reads a protected address in a form (F8)
        return invoer | bekend
    adres = lid.huishouden.adres
    return (
        invoer | bekend | {"postcode": adres.postcode_met_spatie, "huisnummer": f"{adres.huisnummer}{adres.toevoeging}"}
    )


def _zijbeeld(medewerker: Medewerker, nu: datetime, invoer: Invoer, gekozen: Huishoudlid | None) -> Zijbeeld:
    """Find who may be meant. One household found, or one chosen, tells all that may be told."""
    if gekozen:
        treffer = Treffer(gekozen, stand(gekozen.huishouden_id, voor=medewerker, vandaag=nu.date()))
        return _met_contacten(medewerker, nu, Zijbeeld(gekozen=gekozen, treffer=treffer))
    gevonden = _gezocht(medewerker, nu, invoer)
    if gevonden is None:
        return Zijbeeld()
    huishoudens = {treffer.lid.huishouden_id for treffer in gevonden.treffers}
    if len(huishoudens) == 1:
        return _met_contacten(medewerker, nu, Zijbeeld(gevonden=gevonden, treffer=gevonden.treffers[0]))
    if huishoudens:
        record_blik(Sleutel.GEZOCHT, None, by=medewerker, at=nu)
    return Zijbeeld(gevonden=gevonden)


def _gezocht(medewerker: Medewerker, nu: datetime, invoer: Invoer) -> Gevonden | None:
    """Look for name, address and birth date together; when nobody fits all, for the name, then for the address."""
    naam = str(invoer.get("namens") or invoer.get("naam") or "")
    verder = " ".join(str(invoer.get(veld) or "") for veld in ("postcode", "huisnummer", "geboortedatum"))
    pogingen = dict.fromkeys(deel for tekst in (f"{naam} {verder}", naam, verder) if (deel := tekst.strip()))
    gevonden = None
    for tekst in pogingen:
        gevonden = zoek_met_stand(medewerker, tekst, vandaag=nu.date(), maximum=NAAST_HET_GESPREK)
        if gevonden.treffers:
            break
    return gevonden


def _met_contacten(medewerker: Medewerker, nu: datetime, zij: Zijbeeld) -> Zijbeeld:
    assert zij.treffer  # noqa: S101 - both callers just found one
    huishouden = zij.treffer.lid.huishouden
    record_blik(Sleutel.STAND_INGEZIEN, huishouden, by=medewerker, at=nu)
    laatste = laatste_contacten(medewerker, huishouden.pk)
    return Zijbeeld(zij.gekozen, zij.gevonden, zij.treffer, tuple(laatste))


# -------------------------------------------------------------------------------------------------------- the page


def _toon(
    request: HttpRequest,
    medewerker: Medewerker,
    nu: datetime,
    invoer: Invoer,
    gekozen: Huishoudlid | None,
    *,
    fragment: str | None = None,
) -> HttpResponse:
    """Show the call as far as it was typed, unjudged."""
    zij = _zijbeeld(medewerker, nu, invoer, gekozen)
    invoer = _met_voorstellen(invoer, zij, nu)
    if fragment == "zij" and wil_fragment(request):
        form = Gespreksform(initial=invoer, gekozen=gekozen)
        ververs_antwoord = request.headers.get("HX-Trigger-Name") == "soort"
        context = _context(medewerker, nu, form, zij) | {"ververs_antwoord": ververs_antwoord}
        return pagina(request, SJABLOON, context, fragment=fragment)
    form = _form(medewerker, nu, gekozen, zij, initial=invoer)
    return _hele_blad(request, medewerker, nu, form, zij, fragment=fragment)


def _hele_blad(
    request: HttpRequest,
    medewerker: Medewerker,
    nu: datetime,
    form: Gespreksform,
    zij: Zijbeeld,
    *,
    fragment: str | None,
    status: int = 200,
) -> HttpResponse:
    context = _context(medewerker, nu, form, zij) | {"gesprekken": open_gesprekken(medewerker, nu.date())}
    return pagina(request, SJABLOON, context, fragment=fragment, status=status)


def _met_voorstellen(invoer: Invoer, zij: Zijbeeld, nu: datetime) -> Invoer:
    """Prefill what we know already: the promised moment, the coordinator, the answer to a status question."""
    belofte_op = belofte(nu, binnen_uren=inrichting().terugbellen_binnen_uren)
    voorstel: Invoer = {"dag": belofte_op.date(), "tijd": belofte_op.time()}
    if zij.gekozen and zij.stand:
        voorstel["voor"] = str(zij.stand.aanspreekpunt.medewerker_id or "")
        if invoer.get("soort") == Contactsoort.STATUSVRAAG:
            voorstel["antwoord"] = zij.stand.voorlezen
    return voorstel | {naam: waarde for naam, waarde in invoer.items() if waarde or naam not in voorstel}


def _form(
    medewerker: Medewerker,
    nu: datetime,
    gekozen: Huishoudlid | None,
    zij: Zijbeeld,
    *,
    data: QueryDict | None = None,
    einde: str = "",
    initial: Invoer | None = None,
) -> Gespreksform:
    team = gekozen.huishouden.team if gekozen else None
    regisseur = zij.stand.aanspreekpunt.medewerker_id if zij.gekozen and zij.stand else None
    return Gespreksform(
        data,
        initial=initial,
        einde=einde,
        gekozen=gekozen,
        collegas=collegas_van(
            medewerker, team.pk if team else None, Recht.CONTACT_AANNEMEN, nu.date(), eerst=regisseur
        ),
        extra_vragen=[vraag for vraag in inrichting().extra_vragen if team and vraag.team == team.naam],
    )


def _context(medewerker: Medewerker, nu: datetime, form: Gespreksform, zij: Zijbeeld) -> dict[str, object]:
    return {
        "form": form,
        "zij": zij,
        "aanpakken": aanpakken(),
        "vandaag": nu.date(),
        "is_statusvraag": form["soort"].value() == Contactsoort.STATUSVRAAG,
        "mag_dossier": medewerker.mag(Recht.DOSSIER_INZIEN),
        "ververs_antwoord": False,
    }


# -------------------------------------------------------------------------------------------------------- the ends


def _rond_af(request: HttpRequest, medewerker: Medewerker, nu: datetime, gekozen: Huishoudlid | None) -> HttpResponse:
    """End the call as the pressed button says, or come back with everything typed and what is missing."""
    zij = _zijbeeld(medewerker, nu, _getypt(request.POST), gekozen)
    form = _form(medewerker, nu, gekozen, zij, data=request.POST, einde=request.POST["einde"])
    if form.is_valid():
        try:
            return _einde(request, medewerker, nu, form)
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
    return _hele_blad(request, medewerker, nu, form, zij, fragment="werkblad", status=ONVOLLEDIG)


def _einde(request: HttpRequest, medewerker: Medewerker, nu: datetime, form: Gespreksform) -> HttpResponse:
    """Do what the button says and go on: to the melding, or to the next call."""
    if form.einde == MELDING:
        wet = Wet(form.cleaned_data["wet"] or Wet.WMO)
        return na_melding(
            request, actions.handel_af_met_melding(form.gehoord, wet=wet, nieuw=form.nieuw, by=medewerker, at=nu)
        )
    messages.success(request, _doe(medewerker, nu, form))
    return naar(request, reverse("web:aannemen"))


def _doe(medewerker: Medewerker, nu: datetime, form: Gespreksform) -> str:
    """Answer, promise or keep, and say what was done."""
    if form.einde == BEANTWOORD:
        actions.handel_af_met_antwoord(form.gehoord, antwoord=form.cleaned_data["antwoord"], by=medewerker, at=nu)
        return _("Beantwoord. Er is geen dossier geopend.")
    if form.einde == TERUGBELLEN:
        wie = form.wie_belt_terug
        actions.handel_af_met_terugbellen(form.gehoord, voor=wie, beloofd_op=form.beloofd_op, by=medewerker, at=nu)
        return _("Beloofd: {wie} belt terug.").format(wie=wie.naam)
    actions.neem_contact_aan(form.gehoord, by=medewerker, at=nu)
    return _("Bewaard. U vindt dit contact boven aan de pagina terug.")
