"""The norm check: what is missing before a plan may be handed in, each as a sentence with the place to go.

Drafts may be incomplete; only handing in asks for all of it (LW6, EN R-04).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from eenplan.access.toegang import Bereik, binnen_label
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.wetlabels import labelnaam
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import Analyse, Doel, Inzet, Ondersteuningsplan

HEEL: Final = Bereik(overal=True)


def delen(bereik: Bereik = HEEL) -> tuple[str | Prefetch[str], ...]:
    """Give everything a plan consists of, in one question per kind of row; goals as far as their label is in scope."""
    doelen = Doel.objects.select_related("persoon", "casus", "uit_eigen_plan__persoon")
    doelen = binnen_label(doelen, bereik, dossier="plan__dossier")
    return (
        Prefetch("analyses", Analyse.objects.select_related("uit_eigen_plan__persoon")),
        Prefetch("doelen", doelen),
        "doelen__acties",
        Prefetch("doelen__inzetten", Inzet.objects.select_related("voorziening", "contract__aanbieder")),
        "doelen__overgeslagen",
    )


@dataclass(frozen=True)
class Gemis:
    """One thing that is missing: the sentence, and the anchor on the plan's page where it can be put right."""

    zin: str
    plek: str


def normtoets(plan: Ondersteuningsplan, bereik: Bereik = HEEL) -> list[Gemis]:
    """Give everything that is missing, in the order of the page; an empty list means the plan may be handed in.

    Of a goal under a label outside the scope it says only that it is not finished.
    """
    prefetch_related_objects([plan], *delen())
    doelen = [doel for doel in plan.doelen.all() if bereik.ziet(plan.dossier_id, doel.wet)]
    elders = [doel for doel in plan.doelen.all() if doel not in doelen]
    gemist = []
    if not plan.perspectief.strip():
        gemist.append(Gemis(_("Schrijf op waar het huishouden naartoe wil, in hun eigen woorden."), "perspectief"))
    if not any(analyse.situatie.strip() for analyse in plan.analyses.all()):
        gemist.append(Gemis(_("Beschrijf van ten minste één leefgebied wat er speelt."), "analyse"))
    if not doelen and not elders:
        gemist.append(Gemis(_("Voeg ten minste één doel toe."), "doelen"))
    for nummer, doel in enumerate(doelen, 1):
        gemist += [Gemis(zin, f"doel-{doel.pk}") for zin in _gemis_van_doel(nummer, doel, plan)]
    onaf = {doel.wet for doel in elders if any(_gemis_van_doel(0, doel, plan))}
    zin = _("Een doel onder de {wet} is nog niet af. Een collega die onder die wet werkt, kan dat doen.")
    return gemist + [Gemis(zin.format(wet=labelnaam(wet)), "doelen") for wet in sorted(onaf)]


def _gemis_van_doel(nummer: int, doel: Doel, plan: Ondersteuningsplan) -> Iterable[str]:
    if not doel.eigen_woorden.strip():
        yield _("Doel {nummer}: schrijf het doel in de woorden van de inwoner.").format(nummer=nummer)
    if not doel.resultaat.strip():
        yield _("Doel {nummer}: schrijf op waaraan we zien dat het gelukt is.").format(nummer=nummer)
    if not doel.eigenaar_soort or not doel.eigenaar.strip():
        yield _("Doel {nummer}: van wie is dit doel?").format(nummer=nummer)
    if doel.evaluatie_op is None:
        yield _("Doel {nummer}: wanneer kijken we samen terug?").format(nummer=nummer)
    elif doel.evaluatie_op < plan.begonnen_op.astimezone(AMSTERDAM).date():
        yield _("Doel {nummer}: de dag waarop we terugkijken is al geweest. Kies een nieuwe.").format(nummer=nummer)
    overgeslagen = {rij.trede for rij in doel.overgeslagen.all()}
    inzetten = list(doel.inzetten.all())
    yield from _gemis_van_ladder(nummer, inzetten, overgeslagen)
    for inzet in inzetten:
        if inzet.voorziening and inzet.voorziening.soort == "maatwerk" and inzet.prijs_cent is None:
            yield _("Doel {nummer}: van ‘{hulp}’ is de prijs niet bekend.").format(
                nummer=nummer, hulp=inzet.omschrijving
            )


def _gemis_van_ladder(nummer: int, inzetten: list[Inzet], overgeslagen: set[str]) -> Iterable[str]:
    """Name each rung below the heaviest help that is neither used nor passed over with a reason, once."""
    verantwoord = overgeslagen | {inzet.trede for inzet in inzetten}
    lichter = {trede.code for inzet in inzetten for trede in inrichting().treden_voor(inzet.trede)}
    for trede in inrichting().treden:
        if trede.code in lichter - verantwoord:
            yield _("Doel {nummer}: waarom is ‘{trede}’ niet genoeg? Kies een reden.").format(
                nummer=nummer, trede=trede.naam
            )
