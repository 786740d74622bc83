"""The one way to write in the trail. Every action and every view of a file ends here."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.audit.sleutels import BETEKENIS, Sleutel


class Actor(Protocol):
    """Whoever did it: a worker with a number and a name."""

    @property
    def pk(self) -> int | None: ...
    @property
    def naam(self) -> str: ...


def record(
    sleutel: Sleutel, onderwerp: object | None, *, by: Actor, at: datetime, toelichting: str = "", doel: str = ""
) -> Gebeurtenis:
    """Append one event. The subject gives its kind (`ONDERWERP`), number and `dossier_id`.

    `toelichting` holds what the timeline of the file may show and is stored apart, so that it can be erased.
    """
    betekenis = BETEKENIS[sleutel]
    gebeurtenis = Gebeurtenis.objects.create(
        sleutel=sleutel,
        moment=at,
        actor_id=by.pk,
        actor_naam=by.naam,
        onderwerp_soort=getattr(onderwerp, "ONDERWERP", ""),
        onderwerp_id=getattr(onderwerp, "pk", None),
        dossier_id=getattr(onderwerp, "dossier_id", None),
        is_inzage=betekenis.is_inzage,
        doel=doel,
    )
    if toelichting:
        Gebeurtenisdetail.objects.create(gebeurtenis=gebeurtenis, toelichting=toelichting)
    return gebeurtenis
