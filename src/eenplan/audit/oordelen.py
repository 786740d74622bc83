"""What was found unusual in the trail, kept until somebody judged it. What is unusual is decided in a room above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from eenplan.audit.actions import Actor, record
from eenplan.audit.models import Oordeel, Oordeelsoort, Opvallend, Opvalregel
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan


@dataclass(frozen=True)
class Vondst:
    """One rule that one worker met on one day, and how much is usual for this worker."""

    regel: Opvalregel
    actor_id: int
    actor_naam: str
    dag: date
    aantal: int
    gewoonlijk: int = 0


def bewaar(vondsten: Iterable[Vondst], *, at: datetime) -> None:
    """Keep what was found; found again on the same day it is the same line with the newest count."""
    rijen = [
        Opvallend(
            regel=rij.regel,
            actor_id=rij.actor_id,
            actor_naam=rij.actor_naam,
            dag=rij.dag,
            aantal=rij.aantal,
            gewoonlijk=rij.gewoonlijk,
            gevonden_op=at,
        )
        for rij in vondsten
    ]
    Opvallend.objects.bulk_create(
        rijen, update_conflicts=True, unique_fields=["regel", "actor_id", "dag"], update_fields=["aantal", "gewoonlijk"]
    )


def opvallend() -> QuerySet[Opvallend]:
    """Give every line with its last judgement, the newest day first."""
    laatste = Oordeel.objects.filter(opvallend=OuterRef("pk")).order_by("-geoordeeld_op", "-pk")
    rijen = Opvallend.objects.annotate(uitkomst=Subquery(laatste.values("uitkomst")[:1]))
    return rijen.order_by("-dag", "actor_naam", "regel")


def open_opvallend() -> QuerySet[Opvallend]:
    """Give what still waits: not judged, or judged to need a closer look."""
    return opvallend().filter(Q(uitkomst__isnull=True) | ~Q(uitkomst=Oordeelsoort.VERKLAARD))


@transaction.atomic
def beoordeel(gevonden: Opvallend, *, uitkomst: Oordeelsoort, reden: str, by: Actor, at: datetime) -> Oordeel:
    """Keep what somebody else than the worker made of it. Explained, it leaves the list; else it stays."""
    if by.pk == gevonden.actor_id:
        raise NietToegestaan(_("Dit gaat over uzelf. Een ander beoordeelt het."))
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u dit zo beoordeelt."))
    oordeel = Oordeel.objects.create(
        opvallend=gevonden,
        uitkomst=uitkomst,
        reden=reden.strip(),
        door_id=by.pk,
        door_naam=by.naam,
        geoordeeld_op=at,
    )
    record(Sleutel.OPVALLEND_BEOORDEELD, gevonden, by=by, at=at)
    return oordeel
