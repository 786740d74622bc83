"""Put what happened since the last seal in a sealed block. Writing an event waits for nobody; sealing may.

The short lock guarantees that no event with a lower number is still on its way when a block is closed (ADR 0007).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Final

import structlog
from django.db import DatabaseError, connection, transaction

from eenplan.audit.models import Gebeurtenis, Zegel
from eenplan.audit.zegel import KOLOMMEN, afdruk, drukken, hash_van_blok, sleutelkenmerk
from eenplan.core.klok import AMSTERDAM

log = structlog.get_logger("eenplan.audit")

GROOTTE: Final = 10_000  # events in a block at most: a check names the block, a database reads it in one go
WACHT_HOOGUIT: Final = "300ms"  # longer than this no worker waits behind the seal
_SLOT: Final = 0x7A6567656C  # "zegel": the number of the lock that keeps two sealers apart
_BEZET: Final = "55P03"  # lock_not_available


def verzegel() -> int | None:
    """Seal every event that was not sealed yet and give how many; none when the table was too busy to look."""
    tot = _stand()
    if tot is None:
        return None
    laatste_id, gesloten_op = tot
    with transaction.atomic():
        if not _alleen():
            return 0
        vorige = Zegel.objects.order_by("-nummer").first()
        return sum(zegel.aantal for zegel in _blokken(vorige, laatste_id, gesloten_op))


def _stand() -> tuple[int, datetime] | None:
    """Wait till nobody is writing, and give the last number and the moment. Held for no longer than this question."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{WACHT_HOOGUIT}'")
            cursor.execute("LOCK TABLE audit_gebeurtenis IN SHARE MODE")
            cursor.execute("SELECT coalesce(max(id), 0), clock_timestamp() FROM audit_gebeurtenis")
            laatste_id, nu = cursor.fetchone()
            return laatste_id, nu
    except DatabaseError as fout:
        if getattr(fout.__cause__, "sqlstate", "") != _BEZET:
            raise
        return None


def _alleen() -> bool:
    """Tell whether no other process seals at this moment; ours holds till the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SLOT])
        return bool(cursor.fetchone()[0])


def _blokken(vorige: Zegel | None, laatste_id: int, gesloten_op: datetime) -> Iterator[Zegel]:
    begin = vorige.laatste_id if vorige else -(2**63)
    nieuw = Gebeurtenis.objects.filter(pk__gt=begin, pk__lte=laatste_id).order_by("pk")
    rijen = nieuw.values_list("pk", *KOLOMMEN).iterator(chunk_size=GROOTTE)
    while blok := list(islice(rijen, GROOTTE)):
        vorige = _zegel(vorige, blok, gesloten_op)
        yield vorige


def _zegel(vorige: Zegel | None, rijen: list[tuple[Any, ...]], gesloten_op: datetime) -> Zegel:  # Any: the columns
    """Keep one block, chained to the one before, on the day it was closed. Its number and hash go to the log file."""
    nummer, oud = (vorige.nummer + 1, vorige.hash) if vorige else (1, "")
    dag, eerste_id, laatste_id = gesloten_op.astimezone(AMSTERDAM).date(), rijen[0][0], rijen[-1][0]
    afdrukken = drukken((rij[0], afdruk(rij[1:])) for rij in rijen)
    zegel = Zegel.objects.create(
        nummer=nummer,
        dag=dag,
        gesloten_op=gesloten_op,
        eerste_id=eerste_id,
        laatste_id=laatste_id,
        aantal=len(rijen),
        afdrukken=afdrukken,
        sleutelkenmerk=sleutelkenmerk(),
        vorige_hash=oud,
        hash=hash_van_blok(
            nummer=nummer,
            dag=dag,
            gesloten_op=gesloten_op,
            eerste_id=eerste_id,
            laatste_id=laatste_id,
            aantal=len(rijen),
            afdrukken=afdrukken,
            vorige=oud,
        ),
    )
    log.info("zegel", nummer=nummer, hash=zegel.hash, events=zegel.aantal)
    return zegel
