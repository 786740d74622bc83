"""What of a melding may be shared with a partner: the resident's own question, never what another told."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from eenplan.delen.bronnen import Deelbaar, Uitvraag, bron
from eenplan.delen.keuzes import Categorie
from eenplan.meldingen.models import Kanaal, Melding
from eenplan.wetgeving.datums import zonder_weekdag

VAN_EEN_ANDER = (Kanaal.PROFESSIONAL, Kanaal.NAASTE)


@bron
def eigen_hulpvraag(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """Every question that this resident, or somebody at home, asked under the chosen law."""
    rijen = Melding.objects.filter(dossier=uitvraag.dossier, persoon=uitvraag.persoon, wet=uitvraag.wet)
    zelf = rijen.filter(contact__namens="").exclude(contact__kanaal__in=VAN_EEN_ANDER)
    for melding in zelf.order_by("-ontvangen_op", "-pk"):
        dag = zonder_weekdag(melding.ontvangen_op)
        titel = _("Hulpvraag van {dag}").format(dag=dag)
        yield Deelbaar(Categorie.HULPVRAAG, "melding", melding.pk, titel, (f"{dag}: “{melding.omschrijving}”",))
