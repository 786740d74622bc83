"""The two questions of authorisation: may this worker do this here, and is this view guarded.

Rows outside a worker's scope are kept away by `visible_to` in each room's queries; `require` is the second lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from django.db.models import Model, QuerySet
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


@dataclass(frozen=True)
class Bereik:
    """Where a right holds: the whole municipality, or these teams."""

    overal: bool = False
    team_ids: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.overal or bool(self.team_ids)

    def omvat(self, team_id: int | None) -> bool:
        """Tell whether the team lies within this scope."""
        return self.overal or (team_id is not None and team_id in self.team_ids)


class Actor(Protocol):
    """Whoever acts: a worker who can say where a right holds."""

    def bereik(self, recht: Recht) -> Bereik: ...


def require(by: Actor, recht: Recht, subject: object | None = None) -> None:
    """Return only when `by` holds the right, and holds it for the team of the subject.

    A subject without `scope_team_id` is not bound to a team. Raises NietToegestaan otherwise.
    """
    bereik = by.bereik(recht)
    if not bereik:
        raise NietToegestaan(_("Uw rol geeft u dit recht niet. Vraag uw manager als u het voor uw werk nodig hebt."))
    if hasattr(subject, "scope_team_id") and not bereik.omvat(subject.scope_team_id):
        raise NietToegestaan(_("Dit dossier hoort bij een ander team."))


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


def beperk(rijen: QuerySet[M], bereik: Bereik, pad: str) -> QuerySet[M]:
    """Keep the rows whose team (at `pad`) lies within the scope; no scope gives no rows."""
    if bereik.overal:
        return rijen
    return rijen.filter(**{f"{pad}__in": bereik.team_ids}) if bereik else rijen.none()
