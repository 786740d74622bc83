"""The help that runs now: shown beside the conversation report, so that nobody asks it twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from eenplan.dossiers.feiten import Feit, bron
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.queries import visible_to


@bron
def lopende_hulp(medewerker: Medewerker, dossier: Dossier, op: date) -> Iterable[Feit]:
    """Each provision that was started and did not stop, with its provider and for whom it is."""
    rijen = visible_to(medewerker).filter(dossier=dossier, levering__isnull=False, levering__beeindiging__isnull=True)
    for toewijzing in rijen.order_by("levering__gestart_op", "pk"):
        wat, wie = toewijzing.inzet.omschrijving, toewijzing.regel.besluit.aanvraag.persoon.naam
        tekst = _("%(wat)s voor %(wie)s") % {"wat": wat, "wie": wie}
        yield Feit(_("Hulp die loopt"), tekst, toewijzing.aanbieder.naam, toewijzing.levering.gestart_op)
