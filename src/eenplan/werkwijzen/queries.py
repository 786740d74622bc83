"""Every read of versions and proposals. They hold no resident, so scope is the right itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.inrichting.bestanden import bestanden, van_kracht
from eenplan.inrichting.lezen import Versie, versies
from eenplan.teams.models import Medewerker
from eenplan.werkwijzen.models import Werkwijzevoorstel
from eenplan.werkwijzen.states import Voorstelstatus


def visible_to(medewerker: Medewerker) -> QuerySet[Werkwijzevoorstel]:
    """Give the proposals, the latest first."""
    rijen = Werkwijzevoorstel.objects.select_related("voorgesteld_door", "beslist_door").order_by("-voorgesteld_op")
    return rijen if medewerker.mag(Recht.WERKWIJZE_INZIEN) else rijen.none()


@dataclass(frozen=True)
class Regel:
    """One version in the list: from when, whether it holds now, and the proposal that it came of, if any."""

    versie: Versie
    geldt_nu: bool
    voorstel: Werkwijzevoorstel | None


def overzicht(medewerker: Medewerker, vandaag: date) -> list[Regel]:
    """Give every version that lies in the folder, the latest first."""
    alle = versies()
    nu = _op(alle, vandaag)
    vrij = {rij.vanaf: rij for rij in visible_to(medewerker).filter(status=Voorstelstatus.VRIJGEGEVEN)}
    return [Regel(versie, versie is nu, vrij.get(versie.vanaf)) for versie in reversed(alle)]


def versie_op(dag: date) -> Versie:
    """Give the version that is in force on a day as things stand."""
    return _op(versies(), dag)


def later_dan(dag: date) -> list[Versie]:
    """Give the versions that begin after a day: each is complete, and knows nothing of what changes before it."""
    return [versie for versie in versies() if versie.vanaf > dag]


def _op(alle: tuple[Versie, ...], dag: date) -> Versie:
    return next((versie for versie in reversed(alle) if versie.vanaf <= dag), alle[0])


def tekst_op(dag: date) -> str:
    """Give the text of the file that is in force on a day."""
    return van_kracht(bestanden(pad()), dag).pad.read_text(encoding="utf-8")


def vingerafdruk(tekst: str) -> str:
    """Give what tells two texts apart; empty lines around them do not."""
    return hashlib.sha256(tekst.strip().encode()).hexdigest()


def pad() -> Path:
    """Give the file or the folder of the configuration."""
    return Path(settings.EENPLAN_INRICHTING)


def is_map() -> bool:
    """Tell whether versions can be released here: only a folder can hold more than one."""
    return pad().is_dir()
