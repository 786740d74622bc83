"""How the goals of two versions belong together, read for the page that shows them side by side."""

from __future__ import annotations

from eenplan.access.rechten import Recht
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.plannen.vergelijking import Stammen
from eenplan.teams.models import Medewerker


def doelstammen(oud: Ondersteuningsplan, nieuw: Ondersteuningsplan, voor: Medewerker) -> Stammen:
    """Give with which goal every goal of the file began: one question, and which of them are not for this worker."""
    bereik = voor.bereik(Recht.PLAN_INZIEN)
    rijen = Doel.objects.filter(plan__dossier_id=oud.dossier_id).order_by("pk")
    eerste: dict[int, int] = {}
    verborgen = set()
    for pk, vorige, plan_id, wet in rijen.values_list("pk", "vorige_id", "plan_id", "wet"):
        eerste[pk] = eerste.get(vorige, pk)
        if plan_id in (oud.pk, nieuw.pk) and not bereik.ziet(oud.dossier_id, wet):
            verborgen.add(eerste[pk])
    return Stammen(eerste, frozenset(verborgen))
