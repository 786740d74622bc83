"""What of the adopted plan may be shared with a partner: the goals of one resident, in the resident's own words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from eenplan.delen.bronnen import PER_LEEFGEBIED, Deelbaar, Uitvraag, bron
from eenplan.delen.keuzes import Categorie
from eenplan.plannen.models import Doel
from eenplan.plannen.states import Planstatus
from eenplan.wetgeving.datums import zonder_weekdag


@bron
def doelen(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """The goals of this resident, or of nobody in particular, under the chosen law in the adopted version."""
    van_wie = Q(persoon=uitvraag.persoon) | Q(persoon__isnull=True)
    rijen = Doel.objects.filter(
        van_wie, plan__dossier=uitvraag.dossier, plan__status=Planstatus.VASTGESTELD, wet=uitvraag.wet
    )
    for doel in rijen.order_by("volgorde", "pk"):
        regels = [f"“{doel.eigen_woorden}”", doel.resultaat]
        if doel.streefdatum:
            regels.append(f"streefdatum {zonder_weekdag(doel.streefdatum)}")
        categorie = PER_LEEFGEBIED.get(doel.leefgebied, Categorie.PLAN)
        titel = _("Doel: {doel}").format(doel=doel.eigen_woorden or doel.resultaat)[:200]
        yield Deelbaar(categorie, "doel", doel.pk, titel, tuple(regel for regel in regels if regel))
