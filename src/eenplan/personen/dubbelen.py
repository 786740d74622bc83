"""Finds residents who may be registered twice, without comparing everybody with everybody.

Only residents who share a key (birth date and sound of the surname, or address and first name) are compared at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.personen.models import Burgerservicenummer, Dubbelkandidaat, Huishoudlid, Persoon, Relatie
from eenplan.personen.queries import leden_van
from eenplan.personen.zoeksleutels import afstand, klank, woorden
from eenplan.teams.models import Medewerker

GRENS: Final = 60  # below this score two residents look too little alike to bother anybody
TE_GROOT: Final = 60  # so many under one key is no key: an institution at one address, an invented birth date
PER_KEER: Final = 5000
REDENEN: Final[dict[str, Promise]] = {
    "geboren": _lazy("zelfde geboortedatum"),
    "verwisseld": _lazy("dag en maand verwisseld"),
    "achternaam": _lazy("achternaam klinkt gelijk"),
    "roepnaam": _lazy("voornaam klinkt gelijk"),
    "roepnaam_lijkt": _lazy("voornaam lijkt erop"),
    "adres": _lazy("zelfde adres"),
}
PUNTEN: Final = {
    "geboren": 40, "verwisseld": 30, "achternaam": 25, "roepnaam": 25, "roepnaam_lijkt": 10, "adres": 20,
}  # fmt: skip


class Kenmerken(NamedTuple):
    """What of a resident is compared: small, so that a whole town fits in memory."""

    pk: int
    geboren: date | None
    geslacht: str
    roepnaam: str
    voornamen: frozenset[str]
    roepklank: str
    achterklank: str
    adres: tuple[str, int, str] | None
    heeft_bsn: bool


@dataclass(frozen=True)
class Gelijkenis:
    """Two residents who look alike, and why."""

    een: int
    ander: int
    redenen: tuple[str, ...]

    @property
    def score(self) -> int:
        return sum(PUNTEN[reden] for reden in self.redenen)


# ------------------------------------------------------------------------------------------------------------- to find


def zoek_dubbelen() -> list[Gelijkenis]:
    """Go through the whole town once and give the pairs that look alike, the strongest first."""
    blokken: dict[tuple[object, ...], list[Kenmerken]] = defaultdict(list)
    for wie in _inwoners():
        for sleutel in _sleutels(wie):
            blokken[sleutel].append(wie)
    gevonden: dict[tuple[int, int], Gelijkenis] = {}
    for blok in blokken.values():
        if len(blok) <= TE_GROOT:
            for een, ander in combinations(sorted(blok), 2):
                paar = (een.pk, ander.pk)
                if een.pk != ander.pk and paar not in gevonden and (lijkt := vergelijk(een, ander)):
                    gevonden[paar] = lijkt
    return sorted(_zonder_familie(gevonden), key=lambda rij: (-rij.score, rij.een, rij.ander))


def _inwoners() -> Iterator[Kenmerken]:
    velden = (
        "pk", "geboortedatum", "geslacht", "roepnaam", "voornamen", "achternaam", "adres", "heeft_bsn",
    )  # fmt: skip
    adressen = {
        lid: (postcode, nummer, toevoeging.casefold())
        for lid, postcode, nummer, toevoeging in Huishoudlid.objects.filter(tot__isnull=True)
        .values_list(
            "persoon_id",
            "huishouden__adres__postcode",
            "huishouden__adres__huisnummer",
            "huishouden__adres__toevoeging",
        )
        .iterator(chunk_size=PER_KEER)
    }
    rijen = (
        Persoon.objects.filter(opgegaan_in__isnull=True)
        .annotate(heeft_bsn=Exists(Burgerservicenummer.objects.filter(persoon=OuterRef("pk"))))
        .values_list(*(veld for veld in velden if veld != "adres"))
    )
    for pk, geboren, geslacht, roepnaam, voornamen, achternaam, heeft_bsn in rijen.iterator(chunk_size=PER_KEER):
        roep = "".join(woorden(roepnaam))
        yield Kenmerken(
            pk, geboren, geslacht, roep, frozenset(woorden(voornamen)), klank(roep),
            klank("".join(woorden(achternaam))), adressen.get(pk), heeft_bsn,
        )  # fmt: skip


def _sleutels(wie: Kenmerken) -> Iterator[tuple[object, ...]]:
    if wie.geboren:
        yield "geboren", wie.geboren, wie.achterklank
        # Day and month in fixed order, so that 03-04 and 04-03 meet; only where both can be a month.
        if wie.geboren.day <= 12 and wie.geboren.day != wie.geboren.month:
            kort = (wie.geboren.year, *sorted((wie.geboren.day, wie.geboren.month)))
            yield "verwisseld", kort, wie.achterklank, wie.roepklank
    if wie.adres:
        yield "adres", wie.adres, wie.roepklank


def vergelijk(een: Kenmerken, ander: Kenmerken) -> Gelijkenis | None:
    """Weigh two residents. Two numbers are two people; twins share everything but the first name."""
    if een.heeft_bsn and ander.heeft_bsn:
        return None
    naam = _voornaam(een, ander)
    geboren = _geboren(een.geboren, ander.geboren)
    if not naam or geboren == "anders" or {een.geslacht, ander.geslacht} == {"v", "m"}:
        return None
    redenen = [geboren, naam]
    if een.achterklank == ander.achterklank:
        redenen.append("achternaam")
    if een.adres and een.adres == ander.adres:
        redenen.append("adres")
    gevonden = Gelijkenis(min(een.pk, ander.pk), max(een.pk, ander.pk), tuple(filter(None, redenen)))
    return gevonden if gevonden.score >= GRENS else None


def _voornaam(een: Kenmerken, ander: Kenmerken) -> str:
    if een.roepklank == ander.roepklank:
        return "roepnaam"
    if een.roepnaam in ander.voornamen or ander.roepnaam in een.voornamen:
        return "roepnaam_lijkt"
    kort = min(len(een.roepnaam), len(ander.roepnaam))
    return "roepnaam_lijkt" if kort > 3 and afstand(een.roepnaam, ander.roepnaam, 1) <= 1 else ""


def _geboren(een: date | None, ander: date | None) -> str:
    if een is None or ander is None:
        return ""
    if een == ander:
        return "geboren"
    omgekeerd = (een.year, een.day, een.month) == (ander.year, ander.month, ander.day)
    return "verwisseld" if omgekeerd else "anders"


def _zonder_familie(gevonden: dict[tuple[int, int], Gelijkenis]) -> Iterable[Gelijkenis]:
    """Leave out who has a tie with the other: father and son may bear one name."""
    ids = {pk for paar in gevonden for pk in paar}
    rijen = Relatie.objects.filter(van__in=ids, naar__in=ids).values_list("van_id", "naar_id")
    banden = {(min(paar), max(paar)) for paar in rijen}
    return (rij for paar, rij in gevonden.items() if (min(paar), max(paar)) not in banden)


# ------------------------------------------------------------------------------------------------------------- to keep


@transaction.atomic
def werk_kandidaten_bij(*, at: datetime) -> int:
    """Compute the candidates anew; a pair of which a worker said no stays away. Gives how many are open."""
    gevonden = {(rij.een, rij.ander): rij for rij in zoek_dubbelen()}
    bekend = {(rij.een_id, rij.ander_id): rij for rij in Dubbelkandidaat.objects.all()}
    weg = [rij.pk for paar, rij in bekend.items() if paar not in gevonden and rij.afgewezen_op is None]
    Dubbelkandidaat.objects.filter(pk__in=weg).delete()
    gewijzigd = [bekend[paar] for paar, rij in gevonden.items() if paar in bekend and bekend[paar].score != rij.score]
    for kandidaat in gewijzigd:
        nieuw = gevonden[kandidaat.een_id, kandidaat.ander_id]
        kandidaat.score, kandidaat.redenen = nieuw.score, list(nieuw.redenen)
    Dubbelkandidaat.objects.bulk_update(gewijzigd, ["score", "redenen"], batch_size=PER_KEER)
    Dubbelkandidaat.objects.bulk_create(
        (
            Dubbelkandidaat(
                een_id=rij.een, ander_id=rij.ander, score=rij.score, redenen=list(rij.redenen), gevonden_op=at
            )
            for paar, rij in gevonden.items()
            if paar not in bekend
        ),
        batch_size=PER_KEER,
    )
    return Dubbelkandidaat.objects.filter(afgewezen_op__isnull=True).count()


def kandidaten(medewerker: Medewerker) -> QuerySet[Dubbelkandidaat]:
    """Give the open candidates of which the worker may find both, the strongest first.

    Somebody without a household, such as a parent from outside, counts with whoever may merge for the whole town.
    """
    bereik = medewerker.bereik(Recht.PERSONEN_SAMENVOEGEN)
    rijen = Dubbelkandidaat.objects.select_related("een", "ander").filter(
        afgewezen_op__isnull=True, een__opgegaan_in__isnull=True, ander__opgegaan_in__isnull=True
    )
    if not bereik:
        return rijen.none()
    for kant in ("een", "ander"):
        gezien = leden_van(medewerker, Recht.PERSONEN_SAMENVOEGEN).filter(persoon=OuterRef(kant))
        binnen = Q(Exists(gezien))
        if bereik.overal:
            binnen |= ~Q(Exists(Huishoudlid.objects.filter(persoon=OuterRef(kant))))
        rijen = rijen.filter(binnen)
    return rijen.order_by("-score", "een", "ander")


@transaction.atomic
def wijs_af(kandidaat: Dubbelkandidaat, *, by: Medewerker, at: datetime) -> None:
    """Keep that these are two people: they are not proposed again."""
    require(by, Recht.PERSONEN_SAMENVOEGEN)
    open_ = Dubbelkandidaat.objects.filter(pk=kandidaat.pk, afgewezen_op__isnull=True)
    if open_.update(afgewezen_op=at, afgewezen_door=by) == 0:
        raise NietMogelijk(_("Een collega heeft dit al beoordeeld."))
    record(Sleutel.DUBBEL_AFGEWEZEN, kandidaat.een, by=by, at=at)
