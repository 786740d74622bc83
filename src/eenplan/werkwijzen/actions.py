"""Proposing, releasing, returning and withdrawing a version of the way of working: four eyes, all in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.inrichting.bestanden import OngeldigeInrichting, schrijf
from eenplan.inrichting.lezen import lees_tekst, vergeet
from eenplan.inrichting.model import Inrichting
from eenplan.teams.models import Medewerker
from eenplan.werkwijzen import queries
from eenplan.werkwijzen.models import Werkwijzevoorstel
from eenplan.werkwijzen.states import Voorstelstatus


@dataclass(frozen=True)
class Voorgesteld:
    """What somebody wants to hold from a day, and why. `basis` tells which text it was written against."""

    tekst: str
    vanaf: date
    waarom: str
    basis: str = ""


def lees_voorstel(tekst: str) -> Inrichting:
    """Read and check a proposed text as the program reads a file. Raises OngeldigeInrichting."""
    map_ = queries.pad() if queries.is_map() else queries.pad().parent
    return lees_tekst(tekst, naam=_("de tekst"), map_=map_)


@transaction.atomic
def stel_voor(nieuw: Voorgesteld, *, by: Medewerker, at: datetime) -> Werkwijzevoorstel:
    """Keep a proposal that the program can read. Nothing changes until somebody else releases it.

    Raises NietMogelijk for a day that has passed, a text with a fault, and a text that changes nothing.
    """
    require(by, Recht.WERKWIJZE_VOORSTELLEN)
    _kan_nog_ingaan(nieuw.vanaf, at)
    _is_leesbaar(nieuw.tekst)
    nu = queries.vingerafdruk(queries.tekst_op(nieuw.vanaf))
    if queries.vingerafdruk(nieuw.tekst) == nu:
        raise NietMogelijk(_("Deze tekst is gelijk aan de versie die dan al geldt. Er is niets om vrij te geven."))
    if nieuw.basis not in ("", nu):
        raise NietMogelijk(
            _("Op die dag geldt een andere versie dan de tekst waarmee u begon. Begin met de versie van die dag.")
        )
    voorstel = Werkwijzevoorstel.objects.create(
        waarom=nieuw.waarom,
        vanaf=nieuw.vanaf,
        tekst=nieuw.tekst,
        basis=nu,
        voorgesteld_door=by,
        voorgesteld_op=at,
    )
    record(Sleutel.WERKWIJZE_VOORGESTELD, voorstel, by=by, at=at)
    return voorstel


def _is_leesbaar(tekst: str) -> None:
    try:
        lees_voorstel(tekst)
    except OngeldigeInrichting as fout:
        raise NietMogelijk(str(fout)) from fout


def _kan_nog_ingaan(vanaf: date, at: datetime) -> None:
    if vanaf < at.date():
        raise NietMogelijk(_("De begindag is voorbij. Een versie gaat vandaag of later in; wat was, verandert niet."))


@transaction.atomic
def geef_vrij(voorstel: Werkwijzevoorstel, *, by: Medewerker, at: datetime) -> None:
    """Put the proposed version into the folder, so that it holds from its day, for every process.

    Raises NietMogelijk for one's own proposal, without a folder, after its first day, when the version it was written
    against is no longer the one in force, and when a version that began today would be replaced.
    """
    require(by, Recht.WERKWIJZE_VRIJGEVEN)
    _een_ander(voorstel, by)
    if not queries.is_map():
        raise NietMogelijk(
            _("Deze installatie leest één bestand. Maak er eerst een map van; hoe, staat bij Werkwijze.")
        )
    _kan_nog_ingaan(voorstel.vanaf, at)
    if voorstel.basis != queries.vingerafdruk(queries.tekst_op(voorstel.vanaf)):
        raise NietMogelijk(
            _("Intussen is een andere versie vrijgegeven. Maak een nieuw voorstel, zodat die wijziging blijft staan.")
        )
    vorige = Werkwijzevoorstel.objects.filter(status=Voorstelstatus.VRIJGEGEVEN, vanaf=voorstel.vanaf).first()
    _vervang(voorstel.vanaf, vorige, at)
    _is_leesbaar(voorstel.tekst)  # a release of the program may have made a key unknown since
    _beslis(voorstel, Voorstelstatus.VRIJGEGEVEN, "", by=by, at=at)
    record(Sleutel.WERKWIJZE_VRIJGEGEVEN, voorstel, by=by, at=at)
    schrijf(queries.pad(), voorstel.vanaf, voorstel.tekst)  # last: when the disk refuses, nothing was released
    vergeet()


def _vervang(vanaf: date, vorige: Werkwijzevoorstel | None, at: datetime) -> None:
    """Make room for a version that begins on a day for which there is one already, as long as that did not begin."""
    if any(versie.vanaf == vanaf for versie in queries.later_dan(date.min)) and vanaf <= at.date():
        raise NietMogelijk(_("Er is vandaag al een versie ingegaan. Kies morgen of later als begindag."))
    if vorige:
        transition(vorige, to=Voorstelstatus.VERVANGEN)


@transaction.atomic
def geef_terug(voorstel: Werkwijzevoorstel, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Decline a proposal with the reason; the row stays. Raises NietMogelijk for one's own."""
    require(by, Recht.WERKWIJZE_VRIJGEVEN)
    _een_ander(voorstel, by)
    _beslis(voorstel, Voorstelstatus.TERUGGEGEVEN, reden, by=by, at=at)
    record(Sleutel.WERKWIJZE_TERUGGEGEVEN, voorstel, by=by, at=at)


@transaction.atomic
def trek_in(voorstel: Werkwijzevoorstel, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Let one's own proposal go; the row stays. Raises NietMogelijk for one of somebody else."""
    require(by, Recht.WERKWIJZE_VOORSTELLEN)
    if voorstel.voorgesteld_door_id != by.pk:
        raise NietMogelijk(_("Alleen wie het voorstel deed, trekt het in. U kunt het wel teruggeven."))
    _beslis(voorstel, Voorstelstatus.INGETROKKEN, reden, by=by, at=at)
    record(Sleutel.WERKWIJZE_INGETROKKEN, voorstel, by=by, at=at)


def _een_ander(voorstel: Werkwijzevoorstel, by: Medewerker) -> None:
    if voorstel.voorgesteld_door_id == by.pk:
        raise NietMogelijk(_("Over uw eigen voorstel beslist iemand anders: een andere beheerder of een manager."))


def _beslis(voorstel: Werkwijzevoorstel, naar: Voorstelstatus, reden: str, *, by: Medewerker, at: datetime) -> None:
    """Write who decided together with the step itself: the database asks for both at once."""
    voorstel.beslist_door, voorstel.beslist_op, voorstel.reden = by, at, reden
    Werkwijzevoorstel.objects.filter(pk=voorstel.pk, status=voorstel.status).update(
        beslist_door=by, beslist_op=at, reden=reden
    )
    transition(voorstel, to=naar)


class Einde(Protocol):
    """An act that ends a proposal without releasing it, with the reason."""

    def __call__(self, voorstel: Werkwijzevoorstel, *, reden: str, by: Medewerker, at: datetime) -> None: ...
