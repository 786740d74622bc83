"""Applications that must be answered before a file closes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import ngettext

from eenplan.besluiten.queries import zonder_antwoord
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.openstaand import moet_eerst


@moet_eerst
def open_aanvragen(dossier: Dossier) -> Iterable[str]:
    """Count the applications on which nobody decided yet."""
    if aantal := zonder_antwoord(dossier.aanvragen.all()).count():
        yield ngettext(
            "Op %(n)s aanvraag is nog niet besloten. Neem eerst dat besluit.",
            "Op %(n)s aanvragen is nog niet besloten. Neem eerst die besluiten.",
            aantal,
        ) % {"n": aantal}
