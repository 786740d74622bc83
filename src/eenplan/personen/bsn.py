"""The one door to the national number of a resident: kept encrypted, found by a keyed digest (ADR 0010).

Nothing here writes a number in an error, a log or an address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.core.errors import NietMogelijk
from eenplan.core.versleuteling import Onleesbaar, afdruk, is_van, nieuwste, ontsleutel, ring, versleutel
from eenplan.personen.models import Burgerservicenummer, Persoon
from eenplan.wetgeving.bsn import BsnFout, bsn

PARTIJ: Final = 1000  # rows per transaction while the key changes: short enough to leave the work alone
ONLEESBAAR: Final = "onleesbaar"


def zoeksleutel(nummer: str) -> str:
    """Give the digest under which a number is kept now."""
    return afdruk(bsn(nummer), nieuwste())


def zoeksleutels(nummer: str) -> list[str]:
    """Give every digest under which a number may be kept: more than one while the key changes."""
    return [afdruk(bsn(nummer), sleutel) for sleutel in ring()]


def bsn_van(persoon: Persoon) -> str:
    """Give the number of a resident, or nothing when it is not known. Raises Onleesbaar."""
    rij = Burgerservicenummer.objects.filter(persoon=persoon).first()
    return _lees(rij) if rij else ""


def persoon_met_bsn(nummer: str) -> Persoon | None:
    """Give the resident with exactly this number, in one question to the database."""
    return Persoon.objects.filter(bsn__zoeksleutel__in=zoeksleutels(nummer)).first()


@transaction.atomic
def bewaar_bsn(persoon: Persoon, nummer: str) -> None:
    """Keep the number of a resident, in place of an earlier one. Raises BsnFout or NietMogelijk."""
    if Burgerservicenummer.objects.filter(zoeksleutel__in=zoeksleutels(nummer)).exclude(persoon=persoon).exists():
        raise _bezet()
    try:
        with transaction.atomic():
            Burgerservicenummer.objects.update_or_create(
                persoon=persoon,
                defaults={"versleuteld": _versleuteld(persoon.pk, nummer), "zoeksleutel": zoeksleutel(nummer)},
            )
    except IntegrityError:
        raise _bezet() from None


def bewaar_bsns(paren: Iterable[tuple[Persoon, str]]) -> None:
    """Keep the numbers of many new residents at once; the caller holds the transaction. Raises as `bewaar_bsn` does."""
    nieuwe = [(persoon.pk, nummer) for persoon, nummer in paren]
    if len(ring()) > 1 and _staat_er_al(nummer for _pk, nummer in nieuwe):
        raise _bezet()
    try:
        with transaction.atomic():
            Burgerservicenummer.objects.bulk_create(
                Burgerservicenummer(pk=pk, versleuteld=_versleuteld(pk, nummer), zoeksleutel=zoeksleutel(nummer))
                for pk, nummer in nieuwe
            )
    except IntegrityError:
        raise _bezet() from None


@transaction.atomic
def verplaats_bsn(*, van: Persoon, naar: Persoon) -> None:
    """Give the number of one resident to another, as when two rows turn out to be one person.

    The number is bound to its row, so it is encrypted anew. Raises NietMogelijk when both have a different one.
    """
    nummer, bestaand = bsn_van(van), bsn_van(naar)
    if not nummer:
        return
    if bestaand and bestaand != nummer:
        raise NietMogelijk(_("Deze twee inwoners hebben elk een eigen burgerservicenummer: het zijn twee mensen."))
    Burgerservicenummer.objects.filter(persoon=van).delete()
    bewaar_bsn(naar, nummer)


def wissel(*, partij: int = PARTIJ) -> Iterator[int]:
    """Encrypt everything under an older key anew, in batches; yields how many were done. Stop and go on at will.

    Raises Onleesbaar at a row that cannot be read, after keeping every batch before it.
    """
    gedaan = 0
    while True:
        with transaction.atomic():
            oud = Burgerservicenummer.objects.exclude(versleuteld__startswith=f"{nieuwste().naam}:")
            rijen = list(oud.select_for_update(skip_locked=True).order_by("pk")[:partij])
            for rij in rijen:
                nummer = _lees(rij)
                rij.versleuteld = _versleuteld(rij.pk, nummer)
                rij.zoeksleutel = zoeksleutel(nummer)
            try:
                Burgerservicenummer.objects.bulk_update(rijen, ["versleuteld", "zoeksleutel"])
            except IntegrityError:
                raise _bezet() from None
        if not rijen:
            return
        gedaan += len(rijen)
        yield gedaan


def controle() -> dict[str, int]:
    """Read every number and compare it with its digest: how many are right per key, and how many are not."""
    per_sleutel = Counter(_heel_onder(rij) for rij in Burgerservicenummer.objects.order_by("pk").iterator())
    return {naam: per_sleutel[naam] for naam in (*(sleutel.naam for sleutel in ring()), ONLEESBAAR)}


def _heel_onder(rij: Burgerservicenummer) -> str:
    """Give the name of the key under which a row is whole: number readable, valid, and found by its digest."""
    try:
        nummer = bsn(_lees(rij))
    except (Onleesbaar, BsnFout):
        return ONLEESBAAR
    sleutel = next(sleutel for sleutel in ring() if is_van(rij.versleuteld, sleutel))
    return sleutel.naam if afdruk(nummer, sleutel) == rij.zoeksleutel else ONLEESBAAR


def _staat_er_al(nummers: Iterable[str]) -> bool:
    """Tell whether one of these numbers is kept already, under whichever key; the column only guards one key."""
    sleutels = [sleutel for nummer in nummers for sleutel in zoeksleutels(nummer)]
    return Burgerservicenummer.objects.filter(zoeksleutel__in=sleutels).exists()


def _lees(rij: Burgerservicenummer) -> str:
    return ontsleutel(rij.versleuteld, plaats=_plaats(rij.pk))


def _versleuteld(pk: int, nummer: str) -> str:
    return versleutel(bsn(nummer), plaats=_plaats(pk))


def _plaats(pk: int) -> str:
    return f"burgerservicenummer:{pk}"


def _bezet() -> NietMogelijk:
    return NietMogelijk(_("Dit burgerservicenummer staat al bij een andere inwoner. Zoek die inwoner eerst op."))
