"""The pages of the team's own hours: per household, and the cases of the team above the month's maximum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Casus, Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import uren_actions, uren_queries
from eenplan.plannen.models import Urenregel, eerste_dag
from eenplan.plannen.uren_actions import Inspanning, RedenGevraagd
from eenplan.plannen.views import GET_EN_POST
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

_MAAND = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


class UrenForm(BasisForm):
    """What was done for which case, on which day, in hours; the reason only above the maximum."""

    casus = forms.ChoiceField(label=_lazy("Voor welke casus?"))
    dag = Datumveld(label=_lazy("Dag"))
    aantal = forms.DecimalField(
        label=_lazy("Hoeveel uur?"),
        help_text=_lazy("In kwartieren, bijvoorbeeld 1,25"),
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.25"),
        max_value=Decimal(24),
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "data-breedte": "kort"}),
    )
    wat = forms.CharField(label=_lazy("Wat hebt u gedaan?"), help_text=_lazy("Eén regel is genoeg."), max_length=200)
    reden = forms.CharField(
        label=_lazy("Waarom meer dan het maximum?"),
        help_text=_lazy("Alleen nodig als de maand boven het maximum komt."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, casussen: list[Casus], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._casussen = {str(casus.pk): casus for casus in casussen}
        keuzes = [(pk, f"{casus.persoon.roepnaam}: {casus.probleem}") for pk, casus in self._casussen.items()]
        self.fields["casus"].choices = keuzes  # type: ignore[attr-defined]

    @property
    def gekozen(self) -> Casus:
        """Give the case the hours are for."""
        return self._casussen[self.cleaned_data["casus"]]

    def inspanning(self) -> Inspanning:
        """Give what was filled in."""
        gevuld = self.cleaned_data
        return Inspanning(gevuld["dag"], gevuld["aantal"], gevuld["wat"], gevuld["reden"])


@dataclass(frozen=True)
class Maand:
    """A calendar month, as the page names it and as its address does."""

    dag: date

    @property
    def naam(self) -> str:
        return date_format(self.dag, "F Y")

    @property
    def code(self) -> str:
        return f"{self.dag:%Y-%m}"


def _maand(request: HttpRequest) -> Maand:
    """Give the month that was asked for, or this month."""
    gevraagd = _MAAND.fullmatch(request.GET.get("maand", ""))
    return Maand(date(int(gevraagd[1]), int(gevraagd[2]), 1) if gevraagd else eerste_dag(klok.vandaag()))


def _maanden(maand: Maand) -> dict[str, Any]:
    """Give the month, and the one before and after it, for the links of a page."""
    volgende = eerste_dag(maand.dag + timedelta(days=31))
    vorige = eerste_dag(maand.dag - timedelta(days=1))
    later = Maand(volgende) if volgende <= klok.vandaag() else None
    return {"maand": maand, "vorige": Maand(vorige), "volgende": later, "maximum": inrichting().eigen_inzet_uren}


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def eigen_inzet(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show the own hours of a household per case in a month; a POST writes a line."""
    medewerker = medewerker_van(request)
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=dossier_id)
    maand = _maand(request)
    rijen = uren_queries.in_maand(dossier_id, maand.dag, medewerker)
    begin = {"dag": klok.vandaag()}
    form = UrenForm(request.POST or None, casussen=[rij.casus for rij in rijen], initial=begin)
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, dossier)
        if form.is_valid() and _schrijf(form, medewerker):
            messages.success(request, _("De uren zijn opgeschreven."))
            return naar(request, _adres(dossier_id, form.cleaned_data["dag"]))
    else:
        record(Sleutel.UREN_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = _maanden(maand) | {
        "dossier": dossier,
        "huishouden": dossier.huishouden,
        "rijen": rijen,
        "elders": dossiers.niet_zichtbaar(dossier_id, medewerker, Casus),
        "form": form,
        "medewerker": medewerker,
        "mag_schrijven": _mag_schrijven(medewerker, dossier),
    }
    status = ONVOLLEDIG if form.errors or request.method == "POST" else 200
    return pagina(request, "plannen/eigen_inzet.html", context, status=status)


def _adres(dossier_id: int, dag: date) -> str:
    return reverse("plannen:eigen_inzet", args=[dossier_id]) + f"?maand={Maand(dag).code}"


def _mag_schrijven(medewerker: Medewerker, dossier: Dossier) -> bool:
    return medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier)


def _schrijf(form: UrenForm, medewerker: Medewerker) -> bool:
    """Write the line; a refusal stands in the form, at the reason when that is what is asked."""
    try:
        uren_actions.schrijf_uren(form.gekozen, form.inspanning(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error("reden" if isinstance(fout, RedenGevraagd) else None, fout.zin)
        return False
    return True


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_POST
def uren_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a line that the worker wrote by mistake."""
    medewerker = medewerker_van(request)
    regel: Urenregel = get_object_or_404(uren_queries.visible_to(medewerker), pk=pk)
    dossier_id, dag = regel.dossier_id, regel.dag
    uren_actions.haal_uren_weg(regel, by=medewerker, at=klok.nu())
    messages.success(request, _("De regel is weggehaald."))
    return naar(request, _adres(dossier_id, dag))


@requires(Recht.TEAM_INZIEN)
@require_safe
def eigen_inzet_team(request: HttpRequest) -> HttpResponse:
    """List the cases in scope that took more own hours in a month than the guard allows, with the reason."""
    medewerker = medewerker_van(request)
    maand = _maand(request)
    record(Sleutel.UREN_INGEZIEN, None, by=medewerker, at=klok.nu())
    context = _maanden(maand) | {"rijen": uren_queries.boven_maximum(medewerker, maand.dag)}
    return pagina(request, "plannen/eigen_inzet_team.html", context)
