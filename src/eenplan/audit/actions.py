"""The one way to write in the trail. Every action and every view of a file ends here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.queries import begin_van
from eenplan.audit.sleutels import BETEKENIS, Sleutel
from eenplan.audit.verwerkingen import verwerking_van
from eenplan.audit.zegel import detail_zegel, nieuw_zout

ZELFDE_BLIK = timedelta(minutes=1)
DOEL_LENGTE = 240  # as the column


class Actor(Protocol):
    """Whoever did it: a worker with a number and a name."""

    @property
    def pk(self) -> int | None: ...
    @property
    def naam(self) -> str: ...
    def doel_bij(self, dossier_id: int | None) -> str: ...


def record(
    sleutel: Sleutel, onderwerp: object | None, *, by: Actor, at: datetime, toelichting: str = "", doel: str = ""
) -> Gebeurtenis:
    """Append one event. The subject gives its kind (`ONDERWERP`), number and `dossier_id`.

    `toelichting` holds what the timeline of the file may show and is stored apart, so that it can be erased.
    The purpose holds as what the worker acts: the roles and teams, or the ground on which this one file is open (F7).
    """
    betekenis = BETEKENIS[sleutel]
    dossier_id: int | None = getattr(onderwerp, "dossier_id", None)
    zout = nieuw_zout() if toelichting else ""
    gebeurtenis = Gebeurtenis(
        sleutel=sleutel,
        moment=at,
        actor_id=by.pk,
        actor_naam=by.naam,
        onderwerp_soort=getattr(onderwerp, "ONDERWERP", ""),
        onderwerp_id=getattr(onderwerp, "pk", None),
        dossier_id=dossier_id,
        is_inzage=betekenis.is_inzage,
        verwerking=verwerking_van(sleutel).code,
        doel=_doel(doel, by.doel_bij(dossier_id))[:DOEL_LENGTE],
        detail_zegel=detail_zegel(zout, toelichting) if toelichting else "",
    )
    detail = Gebeurtenisdetail(gebeurtenis=gebeurtenis, toelichting=toelichting, zout=zout) if toelichting else None
    bundel = _bundel.get()
    if bundel is not None:
        bundel.voeg_toe(gebeurtenis, detail)
        return gebeurtenis
    gebeurtenis.save(force_insert=True)
    if detail:
        detail.gebeurtenis_id = gebeurtenis.pk
        detail.save(force_insert=True)
    return gebeurtenis


def _doel(gezegd: str, eigen: str) -> str:
    """Put what the caller says of the purpose before as what the worker is here, unless that says it already."""
    return f"{gezegd} ({eigen})" if gezegd and gezegd not in eigen else eigen


def record_eens_per_dag(sleutel: Sleutel, onderwerp: object, *, by: Actor, at: datetime) -> None:
    """Append an event of which one per worker, subject and day is enough, such as every autosave of a draft."""
    bundel = _bundel.get()
    if bundel is not None and (sleutel, getattr(onderwerp, "pk", None), by.pk, at.date()) in bundel.per_dag:
        return
    vandaag = Gebeurtenis.objects.filter(
        dossier_id=getattr(onderwerp, "dossier_id", None), moment__gte=begin_van(at.date()), moment__lte=at
    )
    zelfde = vandaag.filter(sleutel=sleutel, onderwerp_id=getattr(onderwerp, "pk", None), actor_id=by.pk)
    if not zelfde.exists():
        record(sleutel, onderwerp, by=by, at=at)


@dataclass
class _Bundel:
    """Events that wait to be written together, each with its detail."""

    gebeurtenissen: list[Gebeurtenis] = field(default_factory=list)
    details: list[Gebeurtenisdetail] = field(default_factory=list)
    per_dag: set[tuple[str, int | None, int | None, date]] = field(default_factory=set)

    def voeg_toe(self, gebeurtenis: Gebeurtenis, detail: Gebeurtenisdetail | None) -> None:
        """Keep one event for the end of the block."""
        self.gebeurtenissen.append(gebeurtenis)
        self.details += [detail] if detail else []
        dag = gebeurtenis.moment.date()
        self.per_dag.add((gebeurtenis.sleutel, gebeurtenis.onderwerp_id, gebeurtenis.actor_id, dag))

    def schrijf(self) -> None:
        """Write all of it, in the order in which it happened."""
        Gebeurtenis.objects.bulk_create(self.gebeurtenissen)
        for detail in self.details:
            detail.gebeurtenis_id = detail.gebeurtenis.pk  # now that the events have their numbers
        Gebeurtenisdetail.objects.bulk_create(self.details)


_bundel: ContextVar[_Bundel | None] = ContextVar("bundel", default=None)


@contextmanager
def gebundeld() -> Iterator[None]:
    """Write the events of this block together at its end; for many acts in one transaction, such as an import.

    The transaction belongs around it: acts and events are kept together or not at all.
    """
    bundel = _Bundel()
    vorige = _bundel.set(bundel)
    try:
        yield
        bundel.schrijf()
    finally:
        _bundel.reset(vorige)


def record_blik(sleutel: Sleutel, onderwerp: object | None, *, by: Actor, at: datetime) -> None:
    """Append a look at what changes while one types; the same look within a minute counts once."""
    eerder = Gebeurtenis.objects.filter(
        actor_id=by.pk,
        dossier_id=getattr(onderwerp, "dossier_id", None),
        sleutel=sleutel,
        moment__gt=at - ZELFDE_BLIK,
        moment__lte=at,
    )
    if not eerder.exists():
        record(sleutel, onderwerp, by=by, at=at)
