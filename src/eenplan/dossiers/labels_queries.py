"""Reads for the pages about labels: what a worker sees in a file, and who asked to see more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.labelgronden import wie_moet
from eenplan.dossiers.models import Dossier, Labelgrond
from eenplan.dossiers.queries import TEAM, bewoners, niet_zichtbaar
from eenplan.dossiers.wetlabels import WETTEN, labelnaam
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


def labelgronden(medewerker: Medewerker) -> QuerySet[Labelgrond]:
    """Give the requests and grounds in the worker's scope, with file and who asked."""
    rijen = Labelgrond.objects.select_related("dossier__huishouden__team", "medewerker", "toegekend_door", "toegang")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}")


def van_dossier(dossier_id: int, *, van: Medewerker | None = None) -> list[Labelgrond]:
    """Give the requests and grounds of a file (of one worker), the open ones first."""
    rijen = Labelgrond.objects.select_related("medewerker", "toegekend_door", "afgewezen_door", "ingetrokken_door")
    rijen = rijen.filter(dossier_id=dossier_id)
    rijen = rijen.filter(medewerker=van) if van else rijen
    return list(rijen.order_by(F("op").asc(nulls_first=True), "-gevraagd_op", "-pk"))


@dataclass(frozen=True)
class Labelstand:
    """One law in this file for one worker: seen by role, on a ground, or not, and then how much there is."""

    wet: Wet
    ziet: bool
    door_rol: bool
    aantal: int

    @property
    def naam(self) -> str:
        return labelnaam(self.wet)


def labelstanden(dossier_id: int, medewerker: Medewerker) -> list[Labelstand]:
    """Give what this worker sees of each law in this file."""
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    elders = {rij.wet: rij.aantal for rij in niet_zichtbaar(dossier_id, medewerker)}
    return [
        Labelstand(
            wet,
            ziet=bereik.ziet(dossier_id, wet),
            door_rol=bereik.wetten is None or wet in bereik.wetten,
            aantal=elders.get(wet, 0),
        )
        for wet in WETTEN
    ]


@dataclass(frozen=True)
class Betrokkene:
    """A resident whose data may fall under the label: who must consent, or why that is not known yet."""

    persoon: Persoon
    toestemming_van: tuple[str, ...] = ()
    beletsel: str = ""


def betrokkenen(dossier: Dossier, dag: date) -> list[Betrokkene]:
    """Give the members of the household, each with everybody whose consent counts (Jeugdwet 7.3.4, 7.3.5)."""
    return [_betrokkene(persoon, dag) for persoon in bewoners(dossier.huishouden)]


def _betrokkene(persoon: Persoon, dag: date) -> Betrokkene:
    try:
        return Betrokkene(persoon, wie_moet(persoon, dag))
    except NietMogelijk as fout:
        return Betrokkene(persoon, beletsel=fout.zin)


@dataclass(frozen=True)
class Grondstand:
    """How far a request is: its word, and the shape that goes with it on a page."""

    woord: str
    soort: str
    is_open: bool = False
    loopt: bool = False


def stand_van_grond(grond: Labelgrond, nu: datetime) -> Grondstand:
    """Say how far a request is at this moment."""
    if grond.afgewezen_op:
        return Grondstand(_("afgewezen"), "stop")
    if grond.op is None or grond.tot is None:
        return Grondstand(_("gevraagd"), "wacht", is_open=True)
    if grond.ingetrokken_op:
        return Grondstand(_("ingetrokken"), "stop")
    if grond.tot > nu:
        return Grondstand(_("loopt"), "goed", loopt=True)
    return Grondstand(_("verlopen"), "stop")
