"""Every read of residents and households, each starting from what the worker may see."""

from __future__ import annotations

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.personen.models import Huishouden, Huishoudlid
from eenplan.teams.models import Medewerker


def visible_to(medewerker: Medewerker, recht: Recht = Recht.HUISHOUDEN_VINDEN) -> QuerySet[Huishouden]:
    """Give the households for which the worker holds the right, with address and team."""
    rijen = Huishouden.objects.select_related("adres", "team")
    return beperk(rijen, medewerker.bereik(recht), "team")


def leden(huishouden: Huishouden) -> QuerySet[Huishoudlid]:
    """Give who lives in the household now, eldest first."""
    rijen = huishouden.leden.select_related("persoon").filter(tot__isnull=True)
    return rijen.order_by("persoon__geboortedatum", "pk")
