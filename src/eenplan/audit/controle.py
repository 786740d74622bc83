"""Hold the log against its seals and say in plain sentences what was touched, and where.

Reads only. What was cut off at the end shows when it is held against an anchor that was kept outside the system.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from eenplan.audit.models import Gebeurtenis, Zegel
from eenplan.audit.sleutels import BETEKENIS
from eenplan.audit.zegel import KOLOMMEN, afdruk, detail_zegel, gedrukt, hash_van_blok, sleutelkenmerk
from eenplan.core.opmaak import datum_invoer, moment

LAAT: Final = timedelta(hours=1)  # the serving process seals every minute; much later asks for an explanation
ACHTERAF: Final = timedelta(days=1)
_VASTGELEGD, _MOMENT = KOLOMMEN.index("vastgelegd_op"), KOLOMMEN.index("moment")
_ZEGEL, _DOSSIER = KOLOMMEN.index("detail_zegel"), KOLOMMEN.index("dossier_id")


class Schending(StrEnum):
    """What can have been done to the log."""

    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"
    INGEVOEGD = "ingevoegd"
    VERWISSELD = "van plaats verwisseld"
    DETAIL_GEWIJZIGD = "detail gewijzigd"
    DETAIL_VERWIJDERD = "detail verwijderd"
    ZEGEL_VERWIJDERD = "zegel verwijderd"
    ZEGEL_GEWIJZIGD = "zegel gewijzigd"
    SLEUTEL = "andere sleutel"
    EINDE_AFGEKNIPT = "einde afgeknipt"


@dataclass(frozen=True)
class Bevinding:
    """One thing that does not fit, in one Dutch sentence without a name."""

    soort: Schending
    zin: str
    dag: date | None = None
    blok: int | None = None
    gebeurtenis: int | None = None


@dataclass(frozen=True)
class Anker:
    """The newest seal as it was once written down outside the system."""

    nummer: int
    hash: str


@dataclass
class Uitslag:
    """What the check found."""

    blokken: int = 0
    gebeurtenissen: int = 0
    niet_verzegeld: int = 0
    later_ingevoerd: int = 0
    laat_verzegeld: int = 0
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def klopt(self) -> bool:
        return not self.bevindingen


@dataclass(frozen=True)
class _Rij:
    """An event as it stands in the database now, with its erasable words."""

    pk: int
    waarden: tuple[Any, ...]  # Any: the columns, in the order of KOLOMMEN
    toelichting: str | None
    zout: str | None


def controleer(*, vanaf: date | None = None, anker: Anker | None = None) -> Uitslag:
    """Check every block from this day on, and the words of the events in them."""
    uitslag = Uitslag()
    zegels = Zegel.objects.order_by("nummer")
    eerder = zegels.filter(dag__lt=vanaf).last() if vanaf else None
    if eerder:
        zegels = zegels.filter(nummer__gt=eerder.nummer)
    _Controle(uitslag, eerder).loop(zegels.iterator(chunk_size=50))
    if anker:
        _anker(uitslag, anker)
    return uitslag


class _Controle:
    """One walk over blocks and events together, both in the order of their numbers."""

    def __init__(self, uitslag: Uitslag, vorige: Zegel | None) -> None:
        self.uitslag = uitslag
        self.vorige = vorige
        self.ondergrens: datetime | None = None
        self.vernietigd = _vernietigd()
        self.rijen = _rijen(vorige.laatste_id if vorige else None)
        self.volgende = next(self.rijen, None)

    def loop(self, zegels: Iterator[Zegel]) -> None:
        for zegel in zegels:
            self._keten(zegel)
            self._blok(zegel, list(self._tot(zegel.laatste_id)))
            if self.vorige and self.vorige.gesloten_op < zegel.gesloten_op:
                self.ondergrens = self.vorige.gesloten_op
            self.vorige = zegel
            self.uitslag.blokken += 1
        while self.volgende:
            self.uitslag.niet_verzegeld += 1
            self._woorden(self.volgende, None)
            self.volgende = next(self.rijen, None)

    def _tot(self, laatste_id: int) -> Iterator[_Rij]:
        while self.volgende and self.volgende.pk <= laatste_id:
            yield self.volgende
            self.volgende = next(self.rijen, None)

    def _keten(self, zegel: Zegel) -> None:
        """Hold a seal against the one before and against its own hash."""
        nummer, oud = (self.vorige.nummer, self.vorige.hash) if self.vorige else (0, "")
        if zegel.nummer != nummer + 1:
            weg = ", ".join(str(n) for n in range(nummer + 1, min(zegel.nummer, nummer + 11)))
            self._meld(Schending.ZEGEL_VERWIJDERD, f"Zegel {weg} is verwijderd.", zegel)
        elif zegel.vorige_hash != oud:
            self._meld(Schending.ZEGEL_GEWIJZIGD, f"Zegel {zegel.nummer} sluit niet aan op het zegel ervoor.", zegel)
        if zegel.sleutelkenmerk != sleutelkenmerk():
            zin = f"Zegel {zegel.nummer} is niet met deze sleutel gemaakt. Controleer EENPLAN_AUDIT_KEY."
            self._meld(Schending.SLEUTEL, zin, zegel)
        elif zegel.hash != _hash(zegel):
            self._meld(Schending.ZEGEL_GEWIJZIGD, f"Zegel {zegel.nummer} is gewijzigd.", zegel)

    def _blok(self, zegel: Zegel, rijen: list[_Rij]) -> None:
        """Hold the events of a block against their prints."""
        self.uitslag.gebeurtenissen += len(rijen)
        if zegel.nummer != (self.vorige.nummer if self.vorige else 0) + 1:
            # The events of a seal that went are here as well; what they were can no longer be told one by one.
            rijen = [rij for rij in rijen if rij.pk >= zegel.eerste_id]
        if zegel.sleutelkenmerk == sleutelkenmerk():
            nu = {rij.pk: afdruk(rij.waarden) for rij in rijen}
            self._vergelijk(zegel, dict(gedrukt(bytes(zegel.afdrukken))), nu)
            for rij in rijen:
                self._woorden(rij, zegel)
        for rij in rijen:
            self._tijd(rij, zegel)

    def _vergelijk(self, zegel: Zegel, toen: dict[int, bytes], nu: dict[int, bytes]) -> None:
        if toen == nu:
            return
        was = {druk: pk for pk, druk in toen.items()}
        for pk in sorted(toen.keys() | nu.keys()):
            if pk not in nu:
                self._meld(Schending.VERWIJDERD, f"Gebeurtenis {pk} is verwijderd.", zegel, pk)
            elif pk not in toen:
                self._meld(Schending.INGEVOEGD, f"Gebeurtenis {pk} is later ingevoegd.", zegel, pk)
            elif toen[pk] != nu[pk] and nu[pk] in was:
                zin = f"Gebeurtenis {pk} is van plaats verwisseld met gebeurtenis {was[nu[pk]]}."
                self._meld(Schending.VERWISSELD, zin, zegel, pk)
            elif toen[pk] != nu[pk]:
                self._meld(Schending.GEWIJZIGD, f"Gebeurtenis {pk} is gewijzigd.", zegel, pk)

    def _woorden(self, rij: _Rij, zegel: Zegel | None) -> None:
        """Hold the erasable words against their seal; erased is right only when the file was destroyed after it."""
        verwacht = rij.waarden[_ZEGEL]
        if rij.toelichting is None:
            if verwacht and self.vernietigd.get(rij.waarden[_DOSSIER], 0) <= rij.pk:
                zin = f"De toelichting bij gebeurtenis {rij.pk} is weg, en het dossier is niet vernietigd."
                self._meld(Schending.DETAIL_VERWIJDERD, zin, zegel, rij.pk)
        elif detail_zegel(rij.zout or "", rij.toelichting) != verwacht:
            zin = f"De toelichting bij gebeurtenis {rij.pk} is gewijzigd."
            self._meld(Schending.DETAIL_GEWIJZIGD, zin, zegel, rij.pk)

    def _tijd(self, rij: _Rij, zegel: Zegel) -> None:
        """Hold the clock of the database against the moments between which the block was filled."""
        op = rij.waarden[_VASTGELEGD]
        if op > zegel.gesloten_op or (self.ondergrens and op < self.ondergrens):
            zin = f"Gebeurtenis {rij.pk} zegt te zijn vastgelegd op {moment(op)}, en dat kan niet in dit blok."
            self._meld(Schending.INGEVOEGD, zin, zegel, rij.pk)
        self.uitslag.laat_verzegeld += zegel.gesloten_op - op > LAAT
        self.uitslag.later_ingevoerd += op - rij.waarden[_MOMENT] > ACHTERAF

    def _meld(self, soort: Schending, zin: str, zegel: Zegel | None, pk: int | None = None) -> None:
        dag, blok = (zegel.dag, zegel.nummer) if zegel else (None, None)
        waar = f" Dag {datum_invoer(dag)}, blok {blok}." if dag else ""
        self.uitslag.bevindingen.append(Bevinding(soort, f"{zin}{waar}", dag, blok, pk))


def _hash(zegel: Zegel) -> str:
    return hash_van_blok(
        nummer=zegel.nummer,
        dag=zegel.dag,
        gesloten_op=zegel.gesloten_op,
        eerste_id=zegel.eerste_id,
        laatste_id=zegel.laatste_id,
        aantal=zegel.aantal,
        afdrukken=bytes(zegel.afdrukken),
        vorige=zegel.vorige_hash,
    )


def _rijen(na: int | None) -> Iterator[_Rij]:
    """Give every event above a number, with its words, in the order of the numbers."""
    rijen = Gebeurtenis.objects.order_by("pk")
    if na is not None:
        rijen = rijen.filter(pk__gt=na)
    for rij in rijen.values_list("pk", "detail__toelichting", "detail__zout", *KOLOMMEN).iterator(chunk_size=10_000):
        yield _Rij(pk=rij[0], toelichting=rij[1], zout=rij[2], waarden=rij[3:])


def _vernietigd() -> dict[int | None, int]:
    """Give per file the number of the last event that says its details were destroyed."""
    sleutels = [sleutel for sleutel, betekenis in BETEKENIS.items() if betekenis.is_vernietiging]
    rijen = Gebeurtenis.objects.filter(sleutel__in=sleutels, dossier_id__isnull=False).order_by("pk")
    return {dossier_id: pk for pk, dossier_id in rijen.values_list("pk", "dossier_id")}


def _anker(uitslag: Uitslag, anker: Anker) -> None:
    """Hold the chain against a seal that was kept elsewhere: it must still be there, the same."""
    gevonden = Zegel.objects.filter(nummer=anker.nummer).values_list("hash", flat=True).first()
    if gevonden is None:
        zin = f"Zegel {anker.nummer} van het anker is er niet meer: het einde van het logboek is afgeknipt."
        uitslag.bevindingen.append(Bevinding(Schending.EINDE_AFGEKNIPT, zin, blok=anker.nummer))
    elif gevonden != anker.hash:
        zin = f"Zegel {anker.nummer} is een ander zegel dan dat van het anker."
        uitslag.bevindingen.append(Bevinding(Schending.ZEGEL_GEWIJZIGD, zin, blok=anker.nummer))


def laatste_zegel() -> Zegel | None:
    """Give the newest seal: its number and hash are what to keep outside the system."""
    return Zegel.objects.defer("afdrukken").order_by("-nummer").first()
