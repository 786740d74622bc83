"""What of the help may be shared with a partner: which help was allocated, with whom and since when."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from eenplan.delen.bronnen import Deelbaar, Uitvraag, bron
from eenplan.delen.keuzes import Categorie
from eenplan.toewijzingen.models import Toewijzing
from eenplan.wetgeving.datums import zonder_weekdag


@bron
def lopende_hulp(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """The help of this resident under the chosen law that was allocated and did not stop."""
    rijen = Toewijzing.objects.filter(
        dossier=uitvraag.dossier,
        regel__besluit__aanvraag__persoon=uitvraag.persoon,
        regel__besluit__aanvraag__wet=uitvraag.wet,
        levering__beeindiging__isnull=True,
    ).select_related("inzet", "aanbieder")
    for toewijzing in rijen.order_by("pk"):
        titel = _("Hulp: {hulp}").format(hulp=toewijzing.inzet.omschrijving)
        sinds = zonder_weekdag(toewijzing.toegewezen_op)
        regel = f"{toewijzing.inzet.omschrijving}, {toewijzing.aanbieder.naam}, toegewezen op {sinds}"
        yield Deelbaar(Categorie.VOORZIENINGEN, "toewijzing", toewijzing.pk, titel[:200], (regel,))
