"""Peoples several teams' areas side by side, each in a process of its own, and reports progress to the first one."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import Queue
from queue import Empty
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from eenplan.demo.stad import Opdracht

MEESTE_PROCESSEN = 8
_meldingen: Queue[int] | None = None


def processen() -> int:
    """Give how many processes may work at once: one per processor, and never more than there are large teams."""
    return min(MEESTE_PROCESSEN, len(os.sched_getaffinity(0)))


def bevolk_naast_elkaar(opdracht: Opdracht, teamnamen: list[str], gemeld: Callable[[int], None]) -> None:
    """People the areas of these teams, the largest first. Raises what the first failing process raised."""
    # A fresh interpreter per process: a copy of this one would share its connections to the database.
    omgeving = get_context("spawn")
    rij: Queue[int] = omgeving.Queue()
    with ProcessPoolExecutor(processen(), mp_context=omgeving, initializer=_begin, initargs=(rij,)) as ploeg:
        werk = [ploeg.submit(_bevolk_team, opdracht, teamnaam) for teamnaam in teamnamen]
        try:
            _wacht(werk, rij, gemeld)
        except BaseException:
            ploeg.shutdown(wait=False, cancel_futures=True)
            raise


def _wacht(werk: list[Future[None]], rij: Queue[int], gemeld: Callable[[int], None]) -> None:
    while not all(taak.done() for taak in werk) or not rij.empty():
        try:
            gemeld(rij.get(timeout=0.2))
        except Empty:
            continue
    for taak in werk:
        taak.result()


def _begin(rij: Queue[int]) -> None:
    """Prepare a new process: Django, our language, and the way to report."""
    global _meldingen  # noqa: PLW0603 - the one thing a process of the pool keeps between its tasks
    import django  # noqa: PLC0415 - a new process is set up here
    from django.utils import translation  # noqa: PLC0415

    django.setup()
    translation.activate("nl")
    _meldingen = rij


def _bevolk_team(opdracht: Opdracht, teamnaam: str) -> None:
    from eenplan.demo.bevolking import Bevolking  # noqa: PLC0415 - models load after the setup
    from eenplan.demo.stad import lees_stad  # noqa: PLC0415

    assert _meldingen is not None  # noqa: S101 - _begin ran first
    with snel():
        Bevolking(lees_stad(opdracht), teamnaam).vul(_meldingen.put)


@contextmanager
def snel() -> Iterator[None]:
    """Skip what only protects against failure half-way: a build that fails is thrown away whole.

    Savepoints cost a question each; looking for cycles in half a million living objects costs a tenth of the time.
    """
    eerder, drempels = connection.features.uses_savepoints, gc.get_threshold()
    connection.features.uses_savepoints = False
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
        yield
    finally:
        connection.features.uses_savepoints = eerder
        gc.set_threshold(*drempels)
        gc.unfreeze()
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")
