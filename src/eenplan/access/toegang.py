"""The two questions of authorisation: may this worker do this here, and is this view guarded.

Rows outside a worker's scope are kept away by `visible_to` in each room's queries; `require` is the second lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.core.errors import NietToegestaan

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
M = TypeVar("M", bound=Model)
F = TypeVar("F", bound=Callable[..., HttpResponse])

ZONDER_WET: Final = "geen"  # what belongs to the household as a whole and to no law in particular


@dataclass(frozen=True)
class Bereik:
    """Where a right holds: the whole municipality or these teams; besides them some files, and never others.

    `wetten` are the labels that the worker's roles carry (none means every label); `wet_gronden` the pairs of file and
    label for which a ground was recorded.
    """

    overal: bool = False
    team_ids: frozenset[int] = frozenset()
    dossier_ids: frozenset[int] = frozenset()
    gesloten_ids: frozenset[int] = frozenset()
    wetten: frozenset[str] | None = None
    wet_gronden: frozenset[tuple[int, str]] = frozenset()

    def __bool__(self) -> bool:
        return self.overal or bool(self.team_ids or self.dossier_ids)

    def omvat(self, onderdeel: object) -> bool:
        """Tell whether a file, or a part of one, lies within this scope: its team, its number and its label."""
        dossier_id: int | None = getattr(onderdeel, "dossier_id", None)
        if dossier_id in self.gesloten_ids or not self.ziet(dossier_id, getattr(onderdeel, "wet", ZONDER_WET)):
            return False
        team_id: int | None = getattr(onderdeel, "scope_team_id", None)
        return self.overal or team_id in self.team_ids or dossier_id in self.dossier_ids

    def ziet(self, dossier_id: int | None, wet: str) -> bool:
        """Tell whether something of this file under this label may be seen (Wmo 5.1.1 lid 4)."""
        return wet == ZONDER_WET or self.wetten is None or wet in self.wetten or (dossier_id, wet) in self.wet_gronden


class Actor(Protocol):
    """Whoever acts: a worker who can say where a right holds."""

    def bereik(self, recht: Recht) -> Bereik: ...


def require(by: Actor, recht: Recht, subject: object | None = None) -> None:
    """Return only when `by` holds the right, and holds it for this subject: its team, its file and its label.

    A subject without `scope_team_id` is not bound to a team. Raises NietToegestaan otherwise.
    """
    bereik = by.bereik(recht)
    if not bereik:
        raise NietToegestaan(_("Uw rol geeft u dit recht niet. Vraag uw manager als u het voor uw werk nodig hebt."))
    if hasattr(subject, "scope_team_id") and not bereik.omvat(subject):
        raise NietToegestaan(_("Dit dossier is voor u niet open."))


def requires(*rechten: Recht) -> Callable[[View[P]], View[P]]:
    """Guard a view: sign in first; 403 unless the worker holds at least one of the rights somewhere."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            user: Any = request.user
            if not user.is_authenticated:
                return redirect(f"{reverse('web:inloggen')}?next={request.path}")
            if not any(user.bereik(recht) for recht in rechten):
                raise NietToegestaan(_("Deze pagina hoort niet bij uw rol."))
            return view(request, *args, **kwargs)

        guarded.rechten = rechten  # type: ignore[attr-defined]
        return cast("View[P]", guarded)

    return decorate


def public(view: F) -> F:
    """Mark a view as open to everybody; the architecture test accepts no unmarked view."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def beperk(rijen: QuerySet[M], bereik: Bereik, pad: str, *, wet: str = "") -> QuerySet[M]:
    """Keep the rows that lie within the scope; no scope gives no rows.

    `pad` leads to the team of the household (`…huishouden__team`, or `team` for households themselves), or to a team
    that has no file (`pk`); `wet` leads to the label of a row, where rows have one.
    """
    if not bereik:
        return rijen.none()
    dossier = (pad.removesuffix("__team") if "__" in pad else "pk") if pad.endswith("team") else ""
    if not bereik.overal:
        binnen = Q(**{f"{pad}__in": bereik.team_ids})
        rijen = rijen.filter(binnen | Q(**{f"{dossier}__in": bereik.dossier_ids}) if dossier else binnen)
    if bereik.gesloten_ids and dossier:
        rijen = rijen.exclude(**{f"{dossier}__in": bereik.gesloten_ids})
    return binnen_label(rijen, bereik, wet=wet, dossier=dossier) if wet else rijen


def binnen_label(rijen: QuerySet[M], bereik: Bereik, *, wet: str = "wet", dossier: str = "dossier") -> QuerySet[M]:
    """Keep the rows of files found before whose label lies within the scope; a generalist keeps all, unasked."""
    return rijen if bereik.wetten is None else rijen.filter(gelabeld(bereik, wet, dossier))


def gelabeld(bereik: Bereik, wet: str, dossier: str) -> Q:
    """Say: under a label of this scope, or of a file and a label for which a ground was recorded."""
    mag = Q(**{f"{wet}__in": [*(bereik.wetten or ()), ZONDER_WET]})
    for dossier_id, label in bereik.wet_gronden:
        mag |= Q(**{dossier: dossier_id, wet: label})
    return mag
