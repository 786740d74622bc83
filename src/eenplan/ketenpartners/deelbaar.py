"""A task that runs may be put on paper as well, for a partner that has no account."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from eenplan.delen.bronnen import Deelbaar, Uitvraag, bron
from eenplan.ketenpartners.models import Partnertaak
from eenplan.ketenpartners.states import TAAK_LOOPT
from eenplan.wetgeving.datums import zonder_weekdag


@bron
def opdrachten(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """The tasks about this resident under the chosen law that still run."""
    rijen = Partnertaak.objects.select_related("deling").filter(
        dossier=uitvraag.dossier, deling__persoon=uitvraag.persoon, wet=uitvraag.wet, status__in=TAAK_LOOPT
    )
    for taak in rijen.order_by("pk"):
        regels = [taak.wat, *taak.gegevens.splitlines(), f"uiterlijk {zonder_weekdag(taak.uiterlijk)}"]
        titel = _("Opdracht: {wat}").format(wat=taak.wat)[:200]
        yield Deelbaar(taak.deling.categorieen[0], Partnertaak.ONDERWERP, taak.pk, titel, tuple(regels))
