"""Every read of clocks, each starting from what the worker may see."""

from __future__ import annotations

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn


def visible_to(medewerker: Medewerker, recht: Recht = Recht.TERMIJN_BIJHOUDEN) -> QuerySet[Termijn]:
    """Give the clocks in the worker's scope, with household."""
    rijen = Termijn.objects.select_related("dossier__huishouden")
    return beperk(rijen, medewerker.bereik(recht), "dossier__huishouden__team")


def lopend(dossier_id: int) -> QuerySet[Termijn]:
    """Give the running clocks of a file, the first to fall due first."""
    return Termijn.objects.filter(dossier_id=dossier_id, voltooid_op__isnull=True).order_by("einddatum", "pk")
