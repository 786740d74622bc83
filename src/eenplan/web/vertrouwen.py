"""What the page of a household says about trust: who decides, what is shared, what the resident wants to have known.

It composes what the rooms `personen`, `delen` and `privacy` know; the pages behind it ask again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eenplan.access.rechten import Recht
from eenplan.delen import queries as delen
from eenplan.dossiers.models import Dossier
from eenplan.personen.gezin import GezagOnbekend, gezag_onbekend
from eenplan.privacy.models import Verklaring
from eenplan.privacy.queries import verklaringen
from eenplan.teams.models import Medewerker
from eenplan.web.deuren import opent


@dataclass(frozen=True)
class Vertrouwen:
    """What the page must say, and the pages where it is kept."""

    gezag_onbekend: list[GezagOnbekend]
    verklaringen: list[Verklaring]
    deelt: str
    paden: list[tuple[str, str]]


def lees(dossier: Dossier, medewerker: Medewerker, dag: date) -> Vertrouwen:
    """Read it in a number of questions that does not grow with the file."""
    return Vertrouwen(
        gezag_onbekend=gezag_onbekend([dossier.pk], dag) if medewerker.mag(Recht.GEZIN_BIJHOUDEN) else [],
        verklaringen=list(verklaringen(dossier.pk)),
        deelt=" ".join(_deelzinnen(delen.samenvatting(dossier.pk, medewerker, dag))),
        paden=[(naam, adres) for naam, adres in _paden(dossier.pk) if opent(medewerker, adres)],
    )


def _deelzinnen(som: delen.Samenvatting) -> Iterator[str]:
    if som.lopend:
        yield ngettext(
            "Met één partij worden gegevens gedeeld.", "Met %(n)s partijen worden gegevens gedeeld.", som.lopend
        ) % {"n": som.lopend}
    if som.geweigerd:
        yield ngettext("Eén keer is delen geweigerd.", "%(n)s keer is delen geweigerd.", som.geweigerd) % {
            "n": som.geweigerd
        }
    if som.open_verzoeken:
        yield ngettext("Er loopt één informatieverzoek.", "Er lopen %(n)s informatieverzoeken.", som.open_verzoeken) % {
            "n": som.open_verzoeken
        }
    if som.is_leeg:
        yield _("Er worden geen gegevens met anderen gedeeld.")


def _paden(pk: int) -> list[tuple[str, str]]:
    return [
        (_("Gezin en gezag: wie beslist"), reverse("personen:gezin", args=[pk])),
        (_("Delen en toestemming"), reverse("delen:overzicht", args=[pk])),
        (_("Wie mag in dit dossier"), reverse("toegang:toegang", args=[pk])),
        (_("Wetlabels: wie ziet wat"), reverse("dossiers:wetlabels", args=[pk])),
        (_("Verzoeken van de inwoner"), reverse("privacy:verzoeken_dossier", args=[pk])),
        (_("Wie keek in dit dossier"), reverse("web:wie_keek", args=[pk])),
    ]
