"""Every read of residents and households, each starting from what the worker may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.apps import apps
from django.db.models import Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.personen.afscherming import afgeschermd, met_afscherming, zichtbare_relaties
from eenplan.personen.models import Daad, Huishouden, Huishoudlid, Omzetting, Omzettingsoort, Persoon
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
    rijen = met_afscherming(rijen.filter(tot__isnull=True), "huishouden")
    return beperk(rijen, medewerker.bereik(recht), "huishouden__team")


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


def bij_adres(medewerker: Medewerker, postcode: str, huisnummer: int, recht: Recht) -> list[Huishouden]:
    """Give the households the worker may find at an address; a protected one is found by nobody this way."""
    rijen = visible_to(medewerker, recht).filter(adres__postcode=postcode, adres__huisnummer=huisnummer)
    return list(rijen.filter(~afgeschermd(), opgegaan_in__isnull=True).order_by("naam", "pk")[:MAXIMUM])


def bekenden(medewerker: Medewerker, huishouden: Huishouden) -> list[Persoon]:
    """Give the members and whoever has a tie with one that this file may show, the eldest first."""
    banden = zichtbare_relaties(medewerker, huishouden).values_list("van_id", "naar_id")
    leden_ids = leden(huishouden).values_list("persoon_id", flat=True)
    ids = {pk for paar in banden for pk in paar} | set(leden_ids)
    return list(Persoon.objects.filter(pk__in=ids).order_by("geboortedatum", "pk"))


def huishoudens_van(personen: Iterable[Persoon]) -> QuerySet[Huishouden]:
    """Give the households where these residents live now; for the trail, not for a page."""
    return Huishouden.objects.filter(leden__persoon__in=list(personen), leden__tot__isnull=True).distinct()


def omzettingen(medewerker: Medewerker) -> QuerySet[Omzetting]:
    """Give the moves, splits and merges the worker may see and take back: by right and by household."""
    huishoudens = visible_to(medewerker, Recht.HUISHOUDEN_VERHUIZEN).values("pk")
    van_huishouden = ~Q(soort=Omzettingsoort.PERSONEN) & (Q(van_id__in=huishoudens) | Q(naar_id__in=huishoudens))
    voeg_samen = visible_to(medewerker, Recht.PERSONEN_SAMENVOEGEN).values("pk")
    leden_ = Huishoudlid.objects.filter(huishouden__in=voeg_samen).values("persoon")
    van_persoon = Q(soort=Omzettingsoort.PERSONEN) & (Q(van_id__in=leden_) | Q(naar_id__in=leden_))
    return Omzetting.objects.select_related("door", "ongedaan_door").filter(van_huishouden | van_persoon)


def omzettingen_van(medewerker: Medewerker, huishouden: Huishouden) -> list[Omzetting]:
    """Give what happened to this household, newest first."""
    rijen = omzettingen(medewerker).exclude(soort=Omzettingsoort.PERSONEN)
    return list(rijen.filter(Q(van_id=huishouden.pk) | Q(naar_id=huishouden.pk)).order_by("-pk")[:MAXIMUM])


def in_woorden(geteld: Mapping[tuple[str, str], int]) -> list[str]:
    """Say how many rows of each kind an omzetting changed, made, took away or left."""
    zinnen = []
    for (model, daad), aantal in sorted(geteld.items()):
        soort = apps.get_model(model)._meta.verbose_name
        zinnen.append(f"{soort}: {aantal} × {Daad(daad).label}")
    return zinnen
