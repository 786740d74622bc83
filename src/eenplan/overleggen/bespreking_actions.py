"""A case put before colleagues of all teams without names: written, advised on, and closed (C9)."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.dossiers.models import Dossier
from eenplan.overleggen.models import Casusadvies, Casusbespreking
from eenplan.overleggen.states import Besprekingstatus
from eenplan.personen.herkenbaar import Kenmerken, eis_zonder_namen, soorten_in
from eenplan.teams.models import Medewerker

KLEINSTE: Final = 100_000  # a reference has six digits, drawn by lot


@transaction.atomic
def leg_anoniem_voor(dossier: Dossier, *, vraag: str, situatie: str, by: Medewerker, at: datetime) -> Casusbespreking:
    """Put a case before every coordinator of the municipality, under a reference that tells nothing.

    Raises NietMogelijk while a text tells who it is: a name, address, date, number or organisation.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    eis_zonder_namen([vraag, situatie], dossier.huishouden)
    bespreking = Casusbespreking.objects.create(
        dossier=dossier, kenmerk=_vrij_kenmerk(), vraag=vraag, situatie=situatie, door=by, op=at
    )
    record(Sleutel.CASUSBESPREKING_BEGONNEN, bespreking, by=by, at=at)
    return bespreking


def _vrij_kenmerk() -> int:
    while Casusbespreking.objects.filter(kenmerk=(kenmerk := KLEINSTE + secrets.randbelow(9 * KLEINSTE))).exists():
        pass
    return kenmerk


@transaction.atomic
def adviseer(bespreking: Casusbespreking, *, tekst: str, by: Medewerker, at: datetime) -> Casusadvies:
    """Add the advice of a colleague.

    It is refused for numbers of anybody, but never compared with the household: a refusal would tell who it is.
    """
    require(by, Recht.CASUSBESPREKING_LEZEN)
    if bespreking.status != Besprekingstatus.OPEN:
        raise NietMogelijk(_("Deze bespreking is afgerond. U kunt niet meer adviseren."))
    if soorten_in(tekst, Kenmerken()):
        raise NietMogelijk(_("Schrijf geen postcodes, nummers of e-mailadressen in een advies."))
    advies = Casusadvies.objects.create(bespreking=bespreking, tekst=tekst, door=by, op=at)
    record(Sleutel.CASUSBESPREKING_ADVIES, bespreking, by=by, at=at)
    return advies


@transaction.atomic
def rond_bespreking_af(bespreking: Casusbespreking, *, by: Medewerker, at: datetime) -> None:
    """Close a case: nobody advises any more; what was advised stays with the file."""
    require(by, Recht.DOSSIER_BIJHOUDEN, bespreking)
    transition(bespreking, to=Besprekingstatus.AFGEROND, afgerond_op=at)
    record(Sleutel.CASUSBESPREKING_AFGEROND, bespreking, by=by, at=at)
