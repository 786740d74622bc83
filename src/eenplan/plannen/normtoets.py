"""The norm check: what is missing before a plan may be handed in, each as a sentence with the place to go.

Drafts may be incomplete; only handing in asks for all of it (LW6, EN R-04).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import Doel, Inzet, Ondersteuningsplan


@dataclass(frozen=True)
class Gemis:
    """One thing that is missing: the sentence, and the anchor on the plan's page where it can be put right."""

    zin: str
    plek: str


def normtoets(plan: Ondersteuningsplan) -> list[Gemis]:
    """Give everything that is missing, in the order of the page; an empty list means the plan may be handed in."""
    doelen = list(plan.doelen.prefetch_related("inzetten__voorziening", "overgeslagen"))
    gemist = []
    if not plan.perspectief.strip():
        gemist.append(Gemis(_("Schrijf op waar het gezin naartoe wil, in hun eigen woorden."), "perspectief"))
    if not any(analyse.situatie.strip() for analyse in plan.analyses.all()):
        gemist.append(Gemis(_("Beschrijf van ten minste één leefgebied wat er speelt."), "analyse"))
    if not doelen:
        gemist.append(Gemis(_("Voeg ten minste één doel toe."), "doelen"))
    for nummer, doel in enumerate(doelen, 1):
        gemist += [Gemis(zin, f"doel-{doel.pk}") for zin in _gemis_van_doel(nummer, doel)]
    return gemist


def _gemis_van_doel(nummer: int, doel: Doel) -> Iterable[str]:
    if not doel.eigen_woorden.strip():
        yield _("Doel {nummer}: schrijf het doel in de woorden van de inwoner.").format(nummer=nummer)
    if not doel.resultaat.strip():
        yield _("Doel {nummer}: schrijf op waaraan we zien dat het gelukt is.").format(nummer=nummer)
    if not doel.eigenaar_soort or not doel.eigenaar.strip():
        yield _("Doel {nummer}: van wie is dit doel?").format(nummer=nummer)
    if doel.evaluatie_op is None:
        yield _("Doel {nummer}: wanneer kijken we samen terug?").format(nummer=nummer)
    overgeslagen = {rij.trede for rij in doel.overgeslagen.all()}
    inzetten = list(doel.inzetten.all())
    gebruikt = {inzet.trede for inzet in inzetten}
    for inzet in inzetten:
        yield from _gemis_van_inzet(nummer, inzet, gebruikt | overgeslagen)


def _gemis_van_inzet(nummer: int, inzet: Inzet, verantwoord: set[str]) -> Iterable[str]:
    for trede in inrichting().treden_voor(inzet.trede):
        if trede.code not in verantwoord:
            yield _("Doel {nummer}: waarom is ‘{trede}’ niet genoeg? Kies een reden.").format(
                nummer=nummer, trede=trede.naam
            )
    if inzet.voorziening and inzet.voorziening.soort == "maatwerk" and inzet.prijs_cent is None:
        yield _("Doel {nummer}: van ‘{hulp}’ is de prijs niet bekend.").format(nummer=nummer, hulp=inzet.omschrijving)
