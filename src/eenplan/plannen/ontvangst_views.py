"""The page on which the receipt of an adopted plan is kept, opened by the coordinator's task."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.personen.models import Persoon
from eenplan.plannen import queries
from eenplan.plannen.models import Ontvangstwijze, Vaststelling
from eenplan.plannen.ontvangst_actions import Ontvangst, leg_ontvangst_vast
from eenplan.plannen.views import GET_EN_POST, adres, mag_schrijven
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


class OntvangstForm(BasisForm):
    """Who has the plan, since when and how."""

    persoon = forms.ChoiceField(label=_lazy("Wie heeft het plan?"))
    hoe = forms.ChoiceField(label=_lazy("Hoe?"), choices=Ontvangstwijze.choices, widget=forms.RadioSelect)
    op = Datumveld(label=_lazy("Op welke dag?"))
    reden = forms.CharField(
        label=_lazy("Waarom niet op papier?"),
        help_text=_lazy("Alleen nodig als het plan op papier niet gewenst is."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, personen: list[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        veld = self.fields["persoon"]
        veld.choices = [(pk, persoon.naam) for pk, persoon in self._personen.items()]  # type: ignore[attr-defined]

    def ontvangst(self) -> Ontvangst:
        """Give what was filled in."""
        gevuld = self.cleaned_data
        return Ontvangst(self._personen[gevuld["persoon"]], gevuld["hoe"], gevuld["op"], gevuld["reden"])


@requires(Recht.PLAN_SCHRIJVEN)
@require_http_methods(GET_EN_POST)
def ontvangst(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who has this version of the plan; a POST keeps it."""
    medewerker = medewerker_van(request)
    vaststelling = get_object_or_404(queries.vaststellingen(medewerker), pk=pk)
    require(medewerker, Recht.PLAN_SCHRIJVEN, vaststelling.plan)
    form = _form(request, vaststelling)
    if request.method != "POST":
        record(Sleutel.PLAN_INGEZIEN, vaststelling.plan, by=medewerker, at=klok.nu())
    elif form.is_valid() and _bewaar(vaststelling, form, medewerker):
        messages.success(request, _("De ontvangst van het plan is vastgelegd."))
        return naar(request, adres(vaststelling.plan))
    context = {
        "plan": vaststelling.plan,
        "huishouden": vaststelling.plan.dossier.huishouden,
        "vaststelling": vaststelling,
        "ontvangsten": queries.ontvangsten(vaststelling.plan),
        "form": form,
        "mag_schrijven": mag_schrijven(medewerker, vaststelling.plan),
    }
    return pagina(request, "plannen/ontvangst.html", context, status=ONVOLLEDIG if form.errors else 200)


def _form(request: HttpRequest, vaststelling: Vaststelling) -> OntvangstForm:
    personen = queries.bewoners(vaststelling.plan)
    al_bekend = {rij.persoon_id for rij in queries.ontvangsten(vaststelling.plan)}
    eerste = next((str(persoon.pk) for persoon in personen if persoon.pk not in al_bekend), "")
    begin = {"op": klok.vandaag(), "hoe": Ontvangstwijze.TAFEL, "persoon": eerste}
    return OntvangstForm(request.POST if request.method == "POST" else None, personen=personen, initial=begin)


def _bewaar(vaststelling: Vaststelling, form: OntvangstForm, medewerker: Medewerker) -> bool:
    try:
        leg_ontvangst_vast(vaststelling, form.ontvangst(), by=medewerker, at=klok.nu())
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return False
    return True
