"""The log in the fields of the VNG standard for processing logs ("Verwerkingenlogging API", object Verwerkingsactie).

Source: https://vng-realisatie.github.io/gemma-verwerkingenlogging/ (fields actieId up to tijdstipRegistratie, as in the
open implementation of Nijmegen, GemeenteNijmegen/verwerkingenlogging). Numbers only: never a name, never the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid5

from django.conf import settings

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.queries import Spoorvraag, spoor
from eenplan.audit.sleutels import BETEKENIS, Sleutel, onderdeel, zin
from eenplan.audit.verwerkingen import verwerking
from eenplan.core.klok import AMSTERDAM
from eenplan.core.opmaak import vastgelegd

# Numbers become the UUIDs that the standard asks for, the same ones each time.
_RUIMTE: Final = UUID("6f0c0b52-5d2b-5a86-9d1f-2f6c1f5f9e11")
VELDEN: Final = (
    "actieId",
    "actieNaam",
    "handelingNaam",
    "verwerkingId",
    "verwerkingNaam",
    "verwerkingsactiviteitId",
    "verwerkingsactiviteitUrl",
    "vertrouwelijkheid",
    "bewaartermijn",
    "uitvoerder",
    "systeem",
    "gebruiker",
    "gegevensbron",
    "soortAfnemerId",
    "afnemerId",
    "tijdstip",
    "tijdstipRegistratie",
    "verwerkteObjecten",
)


def verwerkingsacties(*, van: date, tot_en_met: date, dossier_id: int | None = None) -> Iterator[dict[str, Any]]:
    """Give every event of a period as a Verwerkingsactie, the oldest first."""
    vraag = Spoorvraag(van=van, tot_en_met=tot_en_met, dossier_id=dossier_id)
    for rij in spoor(vraag).order_by("moment", "pk").iterator(chunk_size=2_000):
        yield verwerkingsactie(rij)


def verwerkingsactie(rij: Gebeurtenis) -> dict[str, Any]:  # Any: what JSON holds
    """Give one event in the fields of the standard. What took place within one file is one `verwerkingId`."""
    activiteit = verwerking(rij.verwerking)
    return {
        "actieId": _uuid("gebeurtenis", rij.pk),
        "actieNaam": vastgelegd(zin(rij.sleutel)),
        "handelingNaam": "Inzien" if rij.is_inzage else "Vastleggen",
        "verwerkingId": _uuid("dossier", rij.dossier_id) if rij.dossier_id else _uuid("gebeurtenis", rij.pk),
        "verwerkingNaam": rij.doel,
        "verwerkingsactiviteitId": _uuid("verwerking", rij.verwerking),
        "verwerkingsactiviteitUrl": f"verwerkingen/#{rij.verwerking}",
        "vertrouwelijkheid": vertrouwelijkheid(rij.sleutel),
        "bewaartermijn": activiteit.duur if activiteit else "",
        "uitvoerder": settings.GEMEENTE,
        "systeem": "Eenplan",
        "gebruiker": str(rij.actor_id or ""),
        "gegevensbron": vastgelegd(onderdeel(rij.onderwerp_soort)),
        "soortAfnemerId": "",
        "afnemerId": "",
        "tijdstip": rij.moment.astimezone(AMSTERDAM).isoformat(),
        "tijdstipRegistratie": rij.vastgelegd_op.astimezone(AMSTERDAM).isoformat(),
        "verwerkteObjecten": _objecten(rij),
    }


def vertrouwelijkheid(sleutel: str) -> str:
    """Tell whether the resident may see the act: `normaal`, or `vertrouwelijk`, as the standard names them."""
    is_bekend = sleutel in set(Sleutel)
    return "vertrouwelijk" if is_bekend and BETEKENIS[Sleutel(sleutel)].niet_voor_inwoner else "normaal"


def _objecten(rij: Gebeurtenis) -> list[dict[str, Any]]:
    if rij.dossier_id is None:
        return []
    return [
        {
            "objecttype": "dossier",
            "soortObjectId": "dossiernummer",
            "objectId": str(rij.dossier_id),
            "betrokkenheid": "onderwerp van het dossier",
            "verwerkteSoortenGegevens": [{"soortGegeven": vastgelegd(onderdeel(rij.onderwerp_soort))}],
        }
    ]


def _uuid(soort: str, nummer: object) -> str:
    return str(uuid5(_RUIMTE, f"{settings.GEMEENTE}:{soort}:{nummer}"))
