"""The task that a fact brings along: an aftercare contact, a test, an answer that is due.

Whatever has an owner and a last day is a task, so that it stands on Mijn dag and on the household's page by itself.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Final, Protocol

from django.db import transaction

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.dossiers.models import Dossier, Taak
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker


class Aanleiding(Protocol):
    """A row that asks something of a worker."""

    ONDERWERP: ClassVar[str]

    @property
    def pk(self) -> int: ...


VERTROUWELIJK: Final = "vertrouwelijk"  # a fact of this kind leaves no trace in the file; only its worker sees the task


def herkomst(van: Aanleiding) -> str:
    """Give the name under which a fact is known to its task."""
    return f"{van.ONDERWERP}:{van.pk}"


@transaction.atomic
def leg_klaar(
    van: Aanleiding,
    dossier: Dossier,
    *,
    voor: Medewerker,
    wat: str,
    uiterlijk: date,
    wet: str = Wet.GEEN,
    recht: Recht = Recht.DOSSIER_BIJHOUDEN,
    by: Medewerker,
    at: datetime,
) -> Taak:
    """Have one open task for this fact, with these words and this last day; called again, it moves that task."""
    require(by, recht, dossier)
    feiten = {"voor": voor, "wat": wat, "uiterlijk": uiterlijk, "wet": wet}
    open_taak = Taak.objects.select_for_update().filter(herkomst=herkomst(van), gedaan_op__isnull=True)
    if taak := open_taak.first():
        for veld, waarde in feiten.items():
            setattr(taak, veld, waarde)
        taak.save(update_fields=list(feiten))
        return taak
    taak = Taak.objects.create(dossier=dossier, gemaakt_op=at, herkomst=herkomst(van), **feiten)
    _leg_vast(Sleutel.TAAK_GEMAAKT, taak, van, by=by, at=at)
    return taak


def _leg_vast(sleutel: Sleutel, taak: Taak, van: Aanleiding, *, by: Medewerker, at: datetime) -> None:
    if van.ONDERWERP != VERTROUWELIJK:
        record(sleutel, taak, by=by, at=at, toelichting=taak.wat)


@transaction.atomic
def rond_af(van: Aanleiding, *, by: Medewerker, at: datetime) -> None:
    """Close the task of this fact, when it has one that is open: what was asked has been done, or is asked no more."""
    for taak in Taak.objects.select_for_update().filter(herkomst=herkomst(van), gedaan_op__isnull=True):
        taak.gedaan_op = at
        taak.save(update_fields=["gedaan_op"])
        _leg_vast(Sleutel.TAAK_GEDAAN, taak, van, by=by, at=at)
