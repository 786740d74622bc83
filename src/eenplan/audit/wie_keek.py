"""Who looked at a file, as its resident may read it (AVG 15, G4): per day and per worker, never what was read.

Rooms above decide who may ask; the rule of what a resident does not read is here, in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils.functional import Promise

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.queries import begin_van
from eenplan.audit.sleutels import BETEKENIS, onderdeel
from eenplan.audit.verwerkingen import verwerking
from eenplan.core.klok import AMSTERDAM


@dataclass(frozen=True)
class Blik:
    """One worker was in the file on one day: as what, for what, in which parts and how often."""

    dag: date
    actor_id: int | None
    naam: str
    rol: str
    waarvoor: str
    delen: tuple[str | Promise, ...]
    aantal: int


def wie_keek(dossier_id: int, van: date, tot: date) -> list[Blik]:
    """Give the looks from one day till another (exclusive), the latest day first, collapsed per worker per day."""
    rijen = (
        _voor_inwoner(dossier_id)
        .filter(moment__gte=begin_van(van), moment__lt=begin_van(tot))
        .values("actor_id", "actor_naam", "doel", dag=TruncDate("moment", tzinfo=AMSTERDAM))
        .annotate(
            soorten=ArrayAgg("onderwerp_soort", distinct=True, order_by="onderwerp_soort"),
            verwerkingen=ArrayAgg("verwerking", distinct=True, order_by="verwerking"),
            aantal=Count("pk"),
        )
    )
    return [_blik(rij) for rij in rijen.order_by("-dag", "actor_naam", "doel")]


def eerste_blik(dossier_id: int) -> date | None:
    """Give the day of the first look, to know how far back one can ask."""
    moment = _voor_inwoner(dossier_id).order_by("moment").values_list("moment", flat=True).first()
    return moment.astimezone(AMSTERDAM).date() if moment else None


def _voor_inwoner(dossier_id: int) -> QuerySet[Gebeurtenis]:
    """Keep the looks that the resident may know of; break-glass is among them, a protocol for safety is not."""
    verzwegen = [sleutel for sleutel, betekenis in BETEKENIS.items() if betekenis.niet_voor_inwoner]
    return Gebeurtenis.objects.filter(dossier_id=dossier_id, is_inzage=True).exclude(sleutel__in=verzwegen)


def _blik(rij: Mapping[str, Any]) -> Blik:  # Any: a row of values
    gevonden = (verwerking(code) for code in rij["verwerkingen"])
    return Blik(
        dag=rij["dag"],
        actor_id=rij["actor_id"],
        naam=rij["actor_naam"],
        rol=rij["doel"],
        waarvoor="; ".join(een.naam for een in gevonden if een),
        delen=tuple(onderdeel(soort) for soort in rij["soorten"] if soort),
        aantal=rij["aantal"],
    )
