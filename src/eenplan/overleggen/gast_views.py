"""The page of one guest: what was shared with this guest, the view beforehand, and the invitation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.queries import bewoners
from eenplan.dossiers.wetlabels import labelkeuzes
from eenplan.overleggen import actions, queries
from eenplan.overleggen.brief import uitnodiging as uitnodigingsbrief
from eenplan.overleggen.forms import DeelExternForm, DeelForm, ZienswijzeForm
from eenplan.overleggen.models import Genodigde
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def genodigde(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a guest gets to read; a POST shares something for this consultation."""
    medewerker, gevonden = _genodigde(request, pk)
    if request.method != "POST":
        record(Sleutel.OVERLEG_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        return _toon(request, gevonden, medewerker)
    form = _deelform(gevonden, medewerker, request.POST)
    if form.is_valid():
        try:
            actions.deel_voor_overleg(gevonden, form.te_delen(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Dit staat nu in de uitnodiging."))
            return naar(request, reverse("overleggen:genodigde", args=[pk]))
    return _toon(request, gevonden, medewerker, form=form, status=ONVOLLEDIG)


def _genodigde(request: HttpRequest, pk: int) -> tuple[Medewerker, Genodigde]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.genodigden(medewerker, Recht.DOSSIER_BIJHOUDEN), pk=pk)


def _deelform(gevonden: Genodigde, medewerker: Medewerker, gevuld: Any = None) -> DeelForm:  # noqa: ANN401 - QueryDict
    punten = gevonden.overleg.punten.all()
    if gevonden.samenwerking is None:
        return DeelForm(gevuld, punten=punten)
    return DeelExternForm(
        gevuld,
        punten=punten,
        personen=bewoners(gevonden.overleg.dossier.huishouden),
        ander=gevonden.samenwerking,
        wetten=labelkeuzes(medewerker.bereik(Recht.GEGEVENS_DELEN), gevonden.dossier_id),
    )


def _toon(
    request: HttpRequest, gevonden: Genodigde, medewerker: Medewerker, *, status: int = 200, **eigen: object
) -> HttpResponse:
    gedeeld = list(gevonden.gedeeld.select_related("persoon", "vraag", "door"))
    context = {
        "genodigde": gevonden,
        "overleg": gevonden.overleg,
        "gedeeld": [(rij, queries.waarom_niet(gevonden, rij, klok.vandaag())) for rij in gedeeld],
        "form": _deelform(gevonden, medewerker),
        "zienswijze": ZienswijzeForm(auto_id="id_zienswijze_%s", initial={"tekst": gevonden.zienswijze}),
        "mag_zienswijze": gevonden.overleg.is_open and gevonden.medewerker_id in (None, medewerker.pk),
    }
    return pagina(request, "overleggen/genodigde.html", context | eigen, status=status)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def zienswijze(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what a guest thinks beforehand."""
    medewerker, gevonden = _genodigde(request, pk)
    form = ZienswijzeForm(request.POST, auto_id="id_zienswijze_%s")
    if form.is_valid():
        try:
            actions.geef_zienswijze(gevonden, **form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De zienswijze is bewaard."))
            return naar(request, reverse("overleggen:overleg", args=[gevonden.overleg_id]) + "#genodigden")
    return _toon(request, gevonden, medewerker, zienswijze=form, status=ONVOLLEDIG)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_safe
def uitnodiging(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the invitation as a letter: with what was shared and may still go, and nothing else."""
    medewerker, gevonden = _genodigde(request, pk)
    record(Sleutel.OVERLEG_UITNODIGING, gevonden, by=medewerker, at=klok.nu())
    dag = klok.vandaag()
    brief = uitnodigingsbrief(gevonden, queries.nog_te_lezen(gevonden, dag), van=medewerker, op=dag)
    antwoord = HttpResponse(maak_pdf(brief), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="uitnodiging-{gevonden.pk}.pdf"'
    return antwoord
