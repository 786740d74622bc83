"""Every write of the tailor-made route: asked, paid at once or decided by somebody else, tested, told without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import bedrag, vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import DUBBEL
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import Aanleiding, leg_klaar, rond_af
from eenplan.dossiers.wetlabels import eigen_label
from eenplan.inrichting.lezen import inrichting
from eenplan.maatwerk.models import Kenmerk, Maatwerkbesluit, Maatwerkroute, Maatwerktoets, Oordeel, Precedent
from eenplan.maatwerk.queries import ruimte, volgend_nummer
from eenplan.maatwerk.states import Maatwerkstatus
from eenplan.maatwerk.steekproef import valt_in_steekproef
from eenplan.personen.herkenbaar import eis_zonder_namen
from eenplan.teams.models import Medewerker, Team
from eenplan.teams.queries import teamgenoten

BESLISSEN: Final = timedelta(days=3)  # the route is meant to be quick
TOETSEN: Final = timedelta(days=30)


@dataclass(frozen=True)
class Vraag:
    """The five fields: what the resident wants to reach, its effect, the rule that stands in the way, cost, mark."""

    perspectief: str
    effect: str
    regel: str
    kosten_cent: int
    kenmerk: str


@transaction.atomic
def vraag_maatwerk(dossier: Dossier, vraag: Vraag, *, by: Medewerker, at: datetime) -> Maatwerkroute:
    """Ask for what the rules do not give: paid in the same act when it is small, else put before somebody else.

    Small is what the municipality set per household and per team for a year. Sent twice it is asked once. Raises
    Onvolledig when one of the five fields says nothing.
    """
    require(by, Recht.MAATWERK_AANVRAGEN, dossier)
    _is_volledig(vraag)
    team = Team.objects.select_for_update().get(pk=dossier.huishouden.team_id)
    gelijk = Maatwerkroute.objects.filter(dossier=dossier, **vars(vraag), gevraagd_op__gt=at - DUBBEL)
    if dubbel := gelijk.first():
        return dubbel
    route = Maatwerkroute.objects.create(
        dossier=dossier,
        team=team,
        **vars(vraag),
        wet=eigen_label(by.bereik(Recht.MAATWERK_AANVRAGEN)),
        jaar=at.year,
        gevraagd_op=at,
        gevraagd_door=by,
    )
    record(Sleutel.MAATWERK_GEVRAAGD, route, by=by, at=at, toelichting=_kort(route))
    if ruimte(dossier, at.date()).waarom_niet(route.kosten_cent):
        wat = vastgelegd(_lazy("Besluit over maatwerk: {wat}"), wat=_kort(route))
        _leg_voor(route, route, wat=wat, dagen=BESLISSEN, by=by, at=at)
    else:
        _betaal_meteen(route, by=by, at=at)
    return route


def _is_volledig(vraag: Vraag) -> None:
    teksten = {"perspectief": _("Schrijf op wat de inwoner wil bereiken."),
               "effect": _("Schrijf op wat er dan verandert."),
               "regel": _("Schrijf op welke regel in de weg staat.")}  # fmt: skip
    zinnen = [zin for veld, zin in teksten.items() if not getattr(vraag, veld).strip()]
    if vraag.kosten_cent < 1:
        zinnen.append(_("Vul in wat het kost."))
    if vraag.kenmerk not in Kenmerk.values:
        zinnen.append(_("Kies waar het geld voor is."))
    if zinnen:
        raise Onvolledig(zinnen)


def _kort(route: Maatwerkroute) -> str:
    return f"{vastgelegd(Kenmerk(route.kenmerk).label)}, {bedrag(route.kosten_cent)}"


def _betaal_meteen(route: Maatwerkroute, *, by: Medewerker, at: datetime) -> None:
    """Pay in the same act and number it; the numbered rule, not a person, says whether it is looked at afterwards."""
    route.is_meteen, route.betaald_op = True, at
    route.volgnummer = volgend_nummer(route.team_id, route.jaar)
    route.save(update_fields=["is_meteen", "betaald_op", "volgnummer"])
    transition(route, to=Maatwerkstatus.BETAALD)
    record(Sleutel.MAATWERK_BETAALD, route, by=by, at=at, toelichting=_kort(route))
    een_op = inrichting().maatwerk.toets_een_op
    if valt_in_steekproef(route.team.naam, route.jaar, route.volgnummer, een_op=een_op):
        toets = Maatwerktoets.objects.create(route=route, gekozen_op=at)
        wat = vastgelegd(_lazy("Toets maatwerk achteraf: {wat}"), wat=_kort(route))
        _leg_voor(toets, route, wat=wat, dagen=TOETSEN, by=by, at=at)


def _leg_voor(
    feit: Aanleiding, route: Maatwerkroute, *, wat: str, dagen: timedelta, by: Medewerker, at: datetime
) -> None:
    """Put it on the list of somebody of the team who judges; without one it waits on the page of who does."""
    anderen = teamgenoten(route.team_id, Recht.MAATWERK_BEOORDELEN, at.date()).exclude(pk=by.pk)
    wie = next((een for een in anderen if een.bereik(Recht.MAATWERK_BEOORDELEN).omvat(route)), None)
    if wie:
        leg_klaar(
            feit,
            route.dossier,
            voor=wie,
            wat=wat[:200],
            uiterlijk=at.date() + dagen,
            wet=route.wet,
            recht=Recht.MAATWERK_AANVRAGEN,
            by=by,
            at=at,
        )


def _niet_van_mij(route: Maatwerkroute, by: Medewerker) -> None:
    if route.gevraagd_door_id == by.pk:
        raise NietToegestaan(_("U hebt dit zelf gevraagd. Een ander beoordeelt het."))


@transaction.atomic
def beslis(route: Maatwerkroute, *, is_toegekend: bool, reden: str, by: Medewerker, at: datetime) -> Maatwerkbesluit:
    """Decide on what was not paid at once, with the reason; granted is paid. Never by who asked for it."""
    require(by, Recht.MAATWERK_BEOORDELEN, route)
    _niet_van_mij(route, by)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u dit besluit. De aanvrager en de inwoner lezen dat."))
    if is_toegekend:
        Maatwerkroute.objects.filter(pk=route.pk, status=Maatwerkstatus.GEVRAAGD).update(betaald_op=at)
    transition(route, to=Maatwerkstatus.BETAALD if is_toegekend else Maatwerkstatus.AFGEWEZEN)
    besluit = Maatwerkbesluit.objects.create(
        route=route, is_toegekend=is_toegekend, reden=reden.strip(), op=at, door=by
    )  # fmt: skip
    sleutel = Sleutel.MAATWERK_BETAALD if is_toegekend else Sleutel.MAATWERK_AFGEWEZEN
    record(sleutel, route, by=by, at=at, toelichting=f"{_kort(route)}: {reden.strip()}")
    rond_af(route, by=by, at=at)
    return besluit


@transaction.atomic
def toets_achteraf(toets: Maatwerktoets, *, oordeel: str, zin: str, by: Medewerker, at: datetime) -> None:
    """Judge a payment of the sample in a sentence; never by who asked for it, and once."""
    require(by, Recht.MAATWERK_BEOORDELEN, toets)
    _niet_van_mij(toets.route, by)
    if oordeel not in Oordeel.values or not zin.strip():
        raise NietMogelijk(_("Kies wat u ervan vindt, en schrijf in een zin waarom."))
    nu = Maatwerktoets.objects.select_for_update().get(pk=toets.pk)
    if nu.beoordeeld_op:
        raise IntussenGewijzigd(_("Een collega heeft dit al getoetst. Ververs de pagina."))
    nu.oordeel, nu.zin, nu.beoordeeld_op, nu.beoordeeld_door = oordeel, zin.strip(), at, by
    nu.save(update_fields=["oordeel", "zin", "beoordeeld_op", "beoordeeld_door"])
    record(Sleutel.MAATWERK_GETOETST, toets.route, by=by, at=at, toelichting=zin.strip())
    rond_af(toets, by=by, at=at)


@transaction.atomic
def schrijf_zonder_namen(route: Maatwerkroute, *, zin: str, by: Medewerker, at: datetime) -> Precedent:
    """Tell the case in a sentence that every team may find; written again it replaces the one before.

    Raises NietMogelijk before it was decided, and when the sentence tells who it is: a name, address, birth date,
    national number, telephone number or organisation of this household.
    """
    require(by, Recht.MAATWERK_AANVRAGEN, route)
    if route.status == Maatwerkstatus.GEVRAAGD:
        raise NietMogelijk(_("Er is nog niet besloten. Schrijf dit op als het klaar is."))
    if not zin.strip():
        raise NietMogelijk(_("Schrijf in een zin op wat er speelde, welke regel in de weg stond en wat hielp."))
    eis_zonder_namen([zin], route.dossier.huishouden)
    precedent, _nieuw = Precedent.objects.update_or_create(
        route=route, defaults={"zin": zin.strip(), "geschreven_op": at, "geschreven_door": by}
    )
    record(Sleutel.MAATWERK_PRECEDENT, route, by=by, at=at)
    return precedent
