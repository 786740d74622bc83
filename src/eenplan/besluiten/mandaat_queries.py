"""The register on screen: the matrix of a day, every line that was or is to come, and who replaces whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Voorziening, Voorzieningsoort
from eenplan.access.rechten import ROL_NAMEN, Recht, Rol, rollen_met
from eenplan.besluiten.mandaat import houder, in_kracht
from eenplan.besluiten.models import Mandaat, Waarneming
from eenplan.core.opmaak import bedrag
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker, Rolvervulling

WETTEN = (Wet.WMO, Wet.JEUGDWET, Wet.WGS)  # work and income is never within the mandate of the team


def visible_to(medewerker: Medewerker) -> QuerySet[Mandaat]:
    """Give every line of the register; it belongs to the municipality, not to a team."""
    rijen = Mandaat.objects.select_related(
        "medewerker",
        "voorziening",
        "bevestiging__door",
        "einde__door",
        "ingevoerd_door",
        "ondermandaat_van__medewerker",
    )
    return rijen if medewerker.mag(Recht.MANDAAT_INZIEN) else rijen.none()


def onbevestigd(medewerker: Medewerker) -> QuerySet[Mandaat]:
    """Give the lines that wait for a second pair of eyes, longest waiting first."""
    rijen = visible_to(medewerker).filter(bevestiging__isnull=True, einde__isnull=True)
    return rijen.order_by("ingevoerd_op", "pk")


@dataclass(frozen=True)
class Matrixrij:
    """One law and one kind of help: what each holder may, in words."""

    wet: str
    hulp: str
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """The register of a day: who may decide on what, up to which amount."""

    houders: tuple[str, ...]
    rijen: tuple[Matrixrij, ...]
    lijnen: tuple[Mandaat, ...]


def matrix(dag: date) -> Matrix:
    """Give law × help × holder with amounts, as it holds on a day."""
    lijnen = in_kracht(dag)
    per_houder: dict[str, list[Mandaat]] = {}
    for lijn in lijnen:
        per_houder.setdefault(houder(lijn), []).append(lijn)
    rijen = [
        Matrixrij(
            str(wet.label),
            str(hulp) if hulp else _("alle hulp"),
            tuple(_cel(van_een, wet, hulp) for van_een in per_houder.values()),
        )
        for wet in WETTEN
        for hulp in _hulp(lijnen, wet)
    ]
    return Matrix(tuple(per_houder), tuple(rijen), tuple(lijnen))


def _hulp(lijnen: Iterable[Mandaat], wet: str) -> list[Voorziening | None]:
    eigen = {lijn.voorziening for lijn in lijnen if lijn.voorziening and lijn.voorziening.wet == wet}
    return [None, *sorted(eigen, key=lambda voorziening: voorziening.naam)]


def _cel(lijnen: Iterable[Mandaat], wet: str, hulp: Voorziening | None) -> str:
    """Say what one holder may here by the widest line, or that there is none."""
    passend = [lijn for lijn in lijnen if lijn.wet in ("", wet) and lijn.voorziening in (None, hulp)]
    if not passend:
        return _("geen")
    lijn = passend[-1]
    grens = lijn.max_per_maand_cent
    delen = [_("zonder grens") if grens is None else _("tot {bedrag}").format(bedrag=bedrag(grens))]
    delen += [_("ook afwijzen")] * any(rij.mag_afwijzen for rij in passend)
    delen += [_("ook afwijken")] * any(rij.mag_afwijken for rij in passend)
    return ", ".join(delen)


@dataclass(frozen=True)
class Houder:
    """A worker who holds a mandate by role: for which team, since when."""

    naam: str
    rolnaam: str
    team: str
    vanaf: date


def houders(lijnen: Iterable[Mandaat], dag: date) -> list[Houder]:
    """Give who fills the roles of these lines on a day, and since when."""
    rollen = {lijn.rol for lijn in lijnen if lijn.rol}
    rijen = Rolvervulling.objects.in_dienst_op(dag).filter(rol__in=rollen).select_related("medewerker", "team")
    return [
        Houder(rij.medewerker.naam, str(ROL_NAMEN[Rol(rij.rol)]), rij.team.naam if rij.team else "", rij.vanaf)
        for rij in rijen.order_by("rol", "medewerker__naam", "pk")
    ]


def maatwerk() -> QuerySet[Voorziening]:
    """Give the help on which somebody must decide, by law and name."""
    return Voorziening.objects.filter(soort=Voorzieningsoort.MAATWERK, wet__in=WETTEN).order_by("wet", "naam")


def beslissers(dag: date) -> QuerySet[Medewerker]:
    """Give who may be named in a mandate or replace another: whoever may take a decision by role on a day."""
    rollen = rollen_met(Recht.BESLUIT_BEOORDELEN)
    vervulling = Rolvervulling.objects.in_dienst_op(dag).filter(rol__in=rollen).values("medewerker")
    return Medewerker.objects.filter(pk__in=vervulling, is_active=True).order_by("naam")


def bronnen(dag: date) -> list[Mandaat]:
    """Give the lines from which a sub-mandate may come."""
    return [lijn for lijn in in_kracht(dag) if lijn.ondermandaat_van_id is None]


def waarnemingen(medewerker: Medewerker) -> QuerySet[Waarneming]:
    """Give the replacements, the latest first."""
    rijen = Waarneming.objects.select_related("afwezige", "waarnemer", "geregeld_door", "beeindigd_door")
    rijen = rijen if medewerker.mag(Recht.MANDAAT_INZIEN) else rijen.none()
    return rijen.order_by("-vanaf", "-pk")
