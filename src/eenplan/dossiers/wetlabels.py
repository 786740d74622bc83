"""The label of each item in a file: under which law it falls, or that it belongs to the household as a whole.

One plan, many laws: who works under one law sees the file, and of the other laws only that something is there.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from eenplan.access.toegang import Bereik
from eenplan.inrichting.keuzes import Wet

WETTEN: tuple[Wet, ...] = tuple(wet for wet in Wet if wet != Wet.GEEN)


def labelnaam(wet: str) -> str:
    """Name a label the way a worker reads it beside an item."""
    return _("hele huishouden") if wet == Wet.GEEN else str(Wet(wet).label)


def labelkeuzes(bereik: Bereik | None = None, dossier_id: int | None = None) -> list[tuple[str, str]]:
    """Give the labels to choose from, those of this worker in this file, the household as a whole first."""
    zichtbaar = (wet for wet in WETTEN if bereik is None or bereik.ziet(dossier_id, wet))
    return [(wet.value, labelnaam(wet)) for wet in (Wet.GEEN, *zichtbaar)]


def eigen_label(bereik: Bereik) -> str:
    """Give the label that a new item gets when nothing else tells: the one law this worker works under, or none."""
    eigen = bereik.wetten or frozenset()
    return next(iter(eigen)) if len(eigen) == 1 else str(Wet.GEEN.value)


def verborgen_wetten(bereik: Bereik, dossier_id: int) -> frozenset[str]:
    """Give the laws under which this worker may see nothing in this file; none for a generalist."""
    if bereik.wetten is None:
        return frozenset()
    return frozenset(wet.value for wet in WETTEN if not bereik.ziet(dossier_id, wet))
