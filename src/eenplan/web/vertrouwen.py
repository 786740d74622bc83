"""What the page of a household says about trust: what is shared, what the resident wants known, and where it is kept.

It rides along with the question for the file itself; the pages behind it ask for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eenplan.delen import queries as delen
from eenplan.dossiers.models import Dossier
from eenplan.privacy.models import Beperking, Verklaring
from eenplan.teams.models import Medewerker
from eenplan.web.deuren import opent


@dataclass(frozen=True)
class EigenVerklaring:
    """The resident's own words, shown wherever the file is shown (Jeugdwet 7.3.8 lid 2)."""

    gaat_over: str
    tekst: str
    wie: str


@dataclass(frozen=True)
class Vertrouwen:
    """What the page must say, and the pages where it is kept."""

    verklaringen: list[EigenVerklaring]
    is_beperkt: bool
    deelt: str
    paden: list[tuple[str, str]]


def vraagt(medewerker: Medewerker, dag: date) -> dict[str, Any]:  # Any: expressions of a query
    """Give what the question for a file must bring along."""
    rij = JSONObject(gaat_over="gaat_over", tekst="tekst", wie="persoon__roepnaam")
    eigen = Verklaring.objects.filter(dossier=OuterRef("pk")).order_by("toegevoegd_op", "pk")
    loopt = Q(tot__isnull=True) | Q(tot__gt=dag)
    return {
        "verklaringrijen": ArraySubquery(eigen.values(rij=rij)),
        "is_beperkt": Exists(Beperking.objects.filter(loopt, dossier=OuterRef("pk"), vanaf__lte=dag)),
        **delen.telling(medewerker, dag),
    }


def lees(dossier: Dossier, medewerker: Medewerker) -> Vertrouwen:
    """Put in words what came along with a file."""
    gebracht = vars(dossier)
    som = delen.Samenvatting(*(gebracht[naam] or 0 for naam in delen.TELLING))
    return Vertrouwen(
        verklaringen=[EigenVerklaring(**rij) for rij in gebracht["verklaringrijen"]],
        is_beperkt=gebracht["is_beperkt"],
        deelt=" ".join(_deelzinnen(som)),
        paden=[(naam, adres) for naam, adres in _paden(dossier.pk) if opent(medewerker, adres)],
    )


def _deelzinnen(som: delen.Samenvatting) -> Iterator[str]:
    if som.lopend:
        zin = ngettext("Er loopt één deling met een ander.", "Er lopen %(n)s delingen met anderen.", som.lopend)
        yield zin % {"n": som.lopend}
    if som.geweigerd:
        zin = ngettext("Eén keer is delen geweigerd.", "%(n)s keer is delen geweigerd.", som.geweigerd)
        yield zin % {"n": som.geweigerd}
    if som.open_verzoeken:
        zin = ngettext("Er loopt één informatieverzoek.", "Er lopen %(n)s informatieverzoeken.", som.open_verzoeken)
        yield zin % {"n": som.open_verzoeken}
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
