"""One way to show and take a form of this room: a page about a household with a few facts and one thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST: Final = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Blad:
    """What stands on the page besides the form: of which household, the title, some facts, the words of the button."""

    dossier: Dossier
    titel: str
    knop: str
    klaar: str
    uitleg: str = ""
    feiten: Sequence[tuple[str, object]] = ()  # what is empty is left out; a day is written as a day
    gevaar: tuple[str, str] | None = None  # the words and the address of another way out

    @property
    def dossier_id(self) -> int:
        return self.dossier.huishouden_id


def dossier_voor(request: HttpRequest, dossier_id: int, recht: Recht) -> tuple[Medewerker, Dossier]:
    """Give the worker and the file; the file of another team does not exist, and the right must hold in it."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)
    require(medewerker, recht, dossier)
    return medewerker, dossier


def gegevens(request: HttpRequest) -> object:
    """Give what was sent, or nothing on a first look."""
    return request.POST if request.method == "POST" else None


def coordinatie(dossier_id: int) -> str:
    """Give the address of the coordination of a household."""
    return reverse("regie:coordinatie", args=[dossier_id])


def toon(
    request: HttpRequest,
    blad: Blad,
    form: Form | None,
    doe: Callable[[], str | None],
    *,
    template: str = "regie/formulier.html",
    **context: object,
) -> HttpResponse:
    """Show the form, or do what was asked and go on; a refusal comes back on the form with all that was typed.

    `doe` gives where to go next, or nothing for the coordination of this household.
    """
    status = 200
    if request.method != "POST":
        record(Sleutel.COORDINATIE_INGEZIEN, blad.dossier, by=medewerker_van(request), at=klok.nu())
    elif form is not None:
        status = ONVOLLEDIG
        if form.is_valid():
            try:
                adres = doe()
            except NietMogelijk as fout:
                form.add_error(None, fout.zin)
            else:
                messages.success(request, blad.klaar)
                return naar(request, adres or coordinatie(blad.dossier.pk))
    return pagina(request, template, {"blad": blad, "form": form, "dossier": blad.dossier, **context}, status=status)
