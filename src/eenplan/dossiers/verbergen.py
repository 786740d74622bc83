"""Hide a note or a paper from the household, look at it again, and show it again (F8).

Hidden means: it leaves the team in no print, letter, export or copy. Workers keep seeing it, with a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import Stuk, ontvang_document, schrijf_notitie
from eenplan.dossiers.models import (
    Document,
    Documentverberging,
    Dossier,
    Notitie,
    Notitieverberging,
)
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker

Onderdeel = Notitie | Document


@dataclass(frozen=True)
class Verbergreden:
    """Why something is hidden, and when somebody looks whether that is still needed."""

    reden: str
    herzien_op: date


@transaction.atomic
def schrijf_verborgen_notitie(
    dossier: Dossier, verberg: Verbergreden, *, tekst: str, wet: str = Wet.GEEN, by: Medewerker, at: datetime
) -> Notitie:
    """Write a note that is hidden from its first moment on."""
    notitie = schrijf_notitie(dossier, tekst=tekst, wet=wet, by=by, at=at)
    verberg_notitie(notitie, verberg, by=by, at=at)
    return notitie


@transaction.atomic
def verberg_notitie(notitie: Notitie, verberg: Verbergreden, *, by: Medewerker, at: datetime) -> Notitieverberging:
    """Hide a note; its author or a manager may. One that is hidden already stays as it was hidden."""
    rij: Notitieverberging = _verberg(notitie, notitie.auteur_id, verberg, Sleutel.NOTITIE_VERBORGEN, by=by, at=at)
    return rij


@transaction.atomic
def toon_notitie(notitie: Notitie, *, by: Medewerker, at: datetime) -> None:
    """Let the household see the note again; that it was hidden stays on record."""
    _toon(notitie, notitie.auteur_id, Sleutel.NOTITIE_GETOOND, by=by, at=at)


@transaction.atomic
def ontvang_verborgen_document(
    dossier: Dossier, verberg: Verbergreden, stuk: Stuk, *, by: Medewerker, at: datetime
) -> Document:
    """Take a paper in that is hidden from its first moment on."""
    document = ontvang_document(dossier, stuk, by=by, at=at)
    verberg_document(document, verberg, by=by, at=at)
    return document


@transaction.atomic
def verberg_document(document: Document, verberg: Verbergreden, *, by: Medewerker, at: datetime) -> Documentverberging:
    """Hide a paper; who put it in the file or a manager may. One that is hidden already stays as it was hidden."""
    wie = document.gemaakt_door_id
    rij: Documentverberging = _verberg(document, wie, verberg, Sleutel.DOCUMENT_VERBORGEN, by=by, at=at)
    return rij


@transaction.atomic
def toon_document(document: Document, *, by: Medewerker, at: datetime) -> None:
    """Let the household see the paper again; that it was hidden stays on record."""
    _toon(document, document.gemaakt_door_id, Sleutel.DOCUMENT_GETOOND, by=by, at=at)


def _verberg(
    onderdeel: Onderdeel, auteur_id: int, verberg: Verbergreden, sleutel: Sleutel, *, by: Medewerker, at: datetime
) -> Any:  # noqa: ANN401 - the row that goes with the kind
    _vereis(onderdeel, auteur_id, by=by)
    _heeft_reden(verberg, at=at)
    type(onderdeel)._default_manager.select_for_update().only("pk").get(pk=onderdeel.pk)
    feiten = {"reden": verberg.reden.strip(), "herzien_op": verberg.herzien_op, "op": at, "door": by}
    rij, is_nieuw = onderdeel.verbergingen.get_or_create(opgeheven_op=None, defaults=feiten)
    if is_nieuw:
        record(sleutel, onderdeel, by=by, at=at)
    return rij


def _toon(onderdeel: Onderdeel, auteur_id: int, sleutel: Sleutel, *, by: Medewerker, at: datetime) -> None:
    _vereis(onderdeel, auteur_id, by=by)
    if onderdeel.verbergingen.filter(opgeheven_op__isnull=True).update(opgeheven_op=at, opgeheven_door=by):
        record(sleutel, onderdeel, by=by, at=at)


def mag_verbergen(onderdeel: Onderdeel, auteur_id: int, *, by: Medewerker) -> bool:
    """Tell whether this is its author, still at work in the file, or a manager of it."""
    recht = Recht.DOSSIER_BIJHOUDEN if by.pk == auteur_id else Recht.PLAN_VASTSTELLEN
    return by.bereik(recht).omvat(onderdeel)


def _vereis(onderdeel: Onderdeel, auteur_id: int, *, by: Medewerker) -> None:
    if not mag_verbergen(onderdeel, auteur_id, by=by):
        raise NietToegestaan(_("Alleen wie dit schreef of een manager van het team kan dit doen."))


def _heeft_reden(verberg: Verbergreden, *, at: datetime) -> None:
    if not verberg.reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het huishouden dit niet mag lezen."))
    if verberg.herzien_op <= at.date():
        raise NietMogelijk(_("Kies een dag in de toekomst om opnieuw te kijken."))
