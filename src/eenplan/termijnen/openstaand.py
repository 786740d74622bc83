"""Clocks that must have stopped before a file closes: those in which the municipality still has to do something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.translation import ngettext

from eenplan.dossiers.models import Dossier
from eenplan.dossiers.openstaand import moet_eerst
from eenplan.termijnen.models import Termijn

# A chance of the resident, or a question about the file itself: these run on when the help has ended.
LOOPT_DOOR: Final = ("wmo-persoonlijk-plan", "awb-bezwaar", "avg-verzoek", "klacht", "wmo-vernietiging")


@moet_eerst
def open_termijnen(dossier: Dossier) -> Iterable[str]:
    """Count the clocks that still ask something of the municipality."""
    lopend = Termijn.objects.filter(dossier=dossier, voltooid_op__isnull=True).exclude(regel__in=LOOPT_DOOR)
    if aantal := lopend.count():
        yield ngettext(
            "Er loopt nog %(n)s termijn. Doe eerst wat daarin moet.",
            "Er lopen nog %(n)s termijnen. Doe eerst wat daarin moet.",
            aantal,
        ) % {"n": aantal}
