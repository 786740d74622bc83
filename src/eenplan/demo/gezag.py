"""Custody in the town, as the registers tell it: joint where two parents are known, and of some children unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from eenplan.demo.kaartspel import Kaartspel
from eenplan.personen.actions import Geleverd, leg_gezag_vast_zoals_geleverd
from eenplan.personen.models import Huishouden, Huishoudlid, Huishoudrol, Relatie, Relatiesoort
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.gezagsoorten import Gezagssoort

AANDEEL_ONBEKEND: Final = 0.05  # own choice: of the children with one known parent
BRON: Final = "gezagsregister en BRP"


def ontvang_gezag(
    huishoudens: Iterable[Huishouden], *, by: Medewerker, onbekend: Kaartspel[bool] | None = None
) -> None:
    """Keep the custody of the children of these households: one question, one write.

    With one known parent, `onbekend` draws of whom nothing is delivered, so that somebody has to find out.
    """
    kinderen = Huishoudlid.objects.filter(
        huishouden__in=[huishouden.pk for huishouden in huishoudens], rol=Huishoudrol.KIND, persoon__gezag__isnull=True
    )
    banden = (
        Relatie.objects.filter(soort=Relatiesoort.OUDER_VAN, naar__in=kinderen.values("persoon"))
        .order_by("naar", "van")
        .values_list("naar_id", "naar__geboortedatum", "van_id")
    )
    leg_gezag_vast_zoals_geleverd(_geleverd(banden, onbekend), bron=BRON, by=by)


def _geleverd(banden: Iterable[tuple[int, date | None, int]], onbekend: Kaartspel[bool] | None) -> Iterator[Geleverd]:
    for (kind, geboren), groep in groupby(banden, key=lambda band: band[:2]):
        ouders = tuple(ouder for _kind, _geboren, ouder in groep)
        if geboren is None or (len(ouders) == 1 and onbekend is not None and onbekend.trek()):
            continue
        yield kind, geboren, Gezagssoort.OUDERS if len(ouders) == 2 else Gezagssoort.OUDER, ouders[:2]
