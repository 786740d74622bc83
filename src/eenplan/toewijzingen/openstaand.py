"""Help that runs on when a file closes: most help does, without coordination, and somebody must keep an eye on it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import ngettext

from eenplan.dossiers.models import Dossier
from eenplan.dossiers.openstaand import mag_doorlopen
from eenplan.toewijzingen.models import Toewijzing


@mag_doorlopen
def lopende_hulp(dossier: Dossier) -> Iterable[str]:
    """Count the help that was asked for and did not end."""
    if aantal := Toewijzing.objects.filter(dossier=dossier, levering__beeindiging__isnull=True).count():
        yield ngettext(
            "Er loopt nog hulp van %(n)s aanbieder.",
            "Er loopt nog hulp van %(n)s aanbieders.",
            aantal,
        ) % {"n": aantal}
