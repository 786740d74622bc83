"""State tables as plain data, and the one way to move a row from one state to the next.

It is not a workflow engine: it holds no guards and starts no work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from eenplan.core.errors import IntussenGewijzigd, NietMogelijk


@dataclass(frozen=True)
class Overgang:
    """One allowed step, and why the law or the work allows it."""

    van: str
    naar: str
    reden: str | Promise


@dataclass(frozen=True)
class Overgangen:
    """All allowed steps of one kind of row; what is not listed is forbidden."""

    begin: str
    overgangen: tuple[Overgang, ...]
    _paren: frozenset[tuple[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_paren", frozenset((o.van, o.naar) for o in self.overgangen))

    def mag(self, van: str, naar: str) -> bool:
        """Tell whether the step is in the table."""
        return (van, naar) in self._paren

    def vanuit(self, van: str) -> Iterable[Overgang]:
        """Give the steps that leave this state."""
        return (o for o in self.overgangen if o.van == van)


class HasStatus(Protocol):
    """A model row with a status column, its table of steps and its names for the screen."""

    pk: int
    status: str
    OVERGANGEN: ClassVar[Overgangen]


def transition(row: HasStatus, *, to: str, **velden: object) -> None:
    """Move the row to the state `to` and save only that column, with what the new state demands beside it.

    Raises NietMogelijk when the table forbids it, IntussenGewijzigd when somebody else moved the row first.
    """
    if not row.OVERGANGEN.mag(row.status, to):
        raise NietMogelijk(
            _("Dit kan niet meer: de status is nu “{status}”. Ververs de pagina om de laatste stand te zien.").format(
                status=_label(row, row.status)
            )
        )
    manager = type(row)._default_manager  # type: ignore[attr-defined]
    if manager.filter(pk=row.pk, status=row.status).update(status=to, **velden) == 0:
        raise IntussenGewijzigd
    for veld, waarde in ({"status": to} | velden).items():
        setattr(row, veld, waarde)


def _label(row: HasStatus, status: str) -> str:
    keuzes: models.Field[str, str] = row._meta.get_field("status")  # type: ignore[attr-defined]
    return str(dict(keuzes.flatchoices).get(status, status))
