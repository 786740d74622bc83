"""The answer "somebody is involved" carried to the next step: signed, for one worker, and for a short while only."""

from __future__ import annotations

from typing import Final

from django.core import signing

from eenplan.teams.models import Medewerker

GELDIG: Final = 3600  # seconds: long enough to call the coordinator first


def maak(dossier_id: int, medewerker: Medewerker) -> str:
    """Give a text that only this worker can hand in again."""
    return signing.dumps(dossier_id, salt=_zout(medewerker))


def lees(kaartje: str, medewerker: Medewerker) -> int | None:
    """Give the number of the file, or nothing when the text is not ours, not of this worker, or too old."""
    try:
        nummer: int = signing.loads(kaartje, salt=_zout(medewerker), max_age=GELDIG)
    except signing.BadSignature:
        return None
    return nummer


def _zout(medewerker: Medewerker) -> str:
    return f"toegang.betrokkenheid.{medewerker.pk}"
