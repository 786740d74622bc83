"""Beneath a goal of the plan: the result a partner brought about, and what an outside helper wrote."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from eenplan.core.klok import AMSTERDAM
from eenplan.ketenpartners.opening_queries import bij_doelen, wortels
from eenplan.plannen.bijdoel import Regel, bron
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Medewerker


@bron
def van_buiten(plan: Ondersteuningsplan, voor: Medewerker) -> Iterable[tuple[int, Regel]]:
    """What came from outside for a goal stands beneath that goal, in the version that is being read."""
    rijen = bij_doelen(plan.dossier, voor)
    if not rijen:
        return
    wortel = wortels([plan.dossier_id])
    hier = {wortel[doel.pk]: doel.pk for doel in plan.doelen.all()}
    for doel_id, soort, wie, tekst, op, pk in rijen:
        if wortel.get(doel_id) in hier:
            kop, pagina = (
                (_("Resultaat van {wie}"), "ketenpartners:partnertaak")
                if soort == "resultaat"
                else (_("Voortgang van {wie}"), "ketenpartners:opening")
            )
            regel = Regel(kop.format(wie=wie), tekst, op.astimezone(AMSTERDAM).date(), reverse(pagina, args=[pk]))
            yield hier[wortel[doel_id]], regel
