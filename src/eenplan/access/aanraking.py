"""Which files a request shows something of beside the one in its address, such as hits of a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_geraakt: ContextVar[set[int] | None] = ContextVar("geraakt", default=None)


def raak_aan(dossier_ids: Iterable[int]) -> None:
    """Note that something of these files is shown; nothing outside a request that keeps count."""
    geraakt = _geraakt.get()
    if geraakt is not None:
        geraakt.update(dossier_ids)


@contextmanager
def houd_bij() -> Iterator[set[int]]:
    """Give the set that fills while this block runs."""
    geraakt: set[int] = set()
    merk = _geraakt.set(geraakt)
    try:
        yield geraakt
    finally:
        _geraakt.reset(merk)
