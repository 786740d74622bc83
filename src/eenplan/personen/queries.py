"""Every read of residents and households, each starting from what the worker may see."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.personen.models import Huishouden, Huishoudlid
from eenplan.personen.zoeken import MAXIMUM, Zoekresultaat, ontleed, zoek_leden
from eenplan.teams.models import Medewerker


def visible_to(medewerker: Medewerker, recht: Recht = Recht.HUISHOUDEN_VINDEN) -> QuerySet[Huishouden]:
    """Give the households for which the worker holds the right, with address and team."""
    rijen = Huishouden.objects.select_related("adres", "team")
    return beperk(rijen, medewerker.bereik(recht), "team")


def leden(huishouden: Huishouden) -> QuerySet[Huishoudlid]:
    """Give who lives in the household now, eldest first."""
    rijen = huishouden.leden.select_related("persoon").filter(tot__isnull=True)
    return rijen.order_by("persoon__geboortedatum", "pk")


def leden_van(medewerker: Medewerker, recht: Recht = Recht.HUISHOUDEN_VINDEN) -> QuerySet[Huishoudlid]:
    """Give the residents the worker may find, each in the household of now, with address and team."""
    rijen = Huishoudlid.objects.select_related("persoon", "huishouden__adres", "huishouden__team")
    return beperk(rijen.filter(tot__isnull=True), medewerker.bereik(recht), "huishouden__team")


def lid_van(medewerker: Medewerker, huishouden_id: int | None, persoon_id: int | None = None) -> Huishoudlid | None:
    """Give a resident of a household that the worker may find: this one, or else the eldest."""
    rijen = leden_van(medewerker).filter(huishouden=huishouden_id)
    if persoon_id:
        rijen = rijen.filter(persoon=persoon_id)
    return rijen.order_by("persoon__geboortedatum", "pk").first()


def zoek(medewerker: Medewerker, tekst: str, *, vandaag: date, maximum: int = MAXIMUM) -> Zoekresultaat:
    """Find residents by name (misspelt or half typed), birth date, address or BSN, in any combination (B7).

    Nobody outside the worker's scope; at most two questions to the database.
    """
    return zoek_leden(leden_van(medewerker), ontleed(tekst, vandaag=vandaag), maximum=maximum)
