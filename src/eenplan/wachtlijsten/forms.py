"""What a worker types about somebody who waits: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.dossiers.forms import MetLabel
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.wachtlijsten.actions import Zorg
from eenplan.wachtlijsten.models import Einde

LENGTE = 2000


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class ZorgForm(BasisForm):
    """Who looks after somebody who waits, and when somebody looks again."""

    eigenaar = forms.ChoiceField(
        label=_lazy("Eigenaar"),
        help_text=_lazy("De collega die zorgt dat dit niet blijft liggen. Zonder eigenaar staat niemand op de lijst."),
        error_messages={"required": _lazy("Kies een eigenaar. Zonder eigenaar komt niemand op de wachtlijst.")},
    )
    overbrugging = forms.CharField(
        label=_lazy("Wat gebeurt er in de tussentijd?"),
        help_text=_lazy("De steun tot de hulp begint, en wie die geeft."),
        max_length=LENGTE,
        widget=forms.Textarea(),
    )
    afspraak = forms.CharField(
        label=_lazy("Wat is er met de aanbieder afgesproken?"),
        help_text=_lazy("Wie doet wat tijdens het wachten, en wie belt wie als het misgaat."),
        max_length=LENGTE,
        required=False,
        widget=forms.Textarea(),
    )
    herzien_op = Datumveld(label=_lazy("Opnieuw kijken op"))

    def __init__(self, *args: Any, collegas: Iterable[Medewerker], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._collegas = {str(collega.pk): collega for collega in collegas}
        _bied_aan(
            self, "eigenaar", [("", _("Kies een collega")), *((pk, rij.naam) for pk, rij in self._collegas.items())]
        )

    def zorg(self) -> Zorg:
        """Give who looks after it; call only on a valid form."""
        schoon = self.cleaned_data
        return Zorg(
            self._collegas[schoon["eigenaar"]], schoon["overbrugging"], schoon["afspraak"], schoon["herzien_op"]
        )


class WachtplekForm(ZorgForm, MetLabel):
    """Who waits, for what, and since when."""

    aan = forms.ChoiceField(label=_lazy("Wie wacht er?"), required=False, widget=forms.RadioSelect)
    waarvoor = forms.CharField(
        label=_lazy("Waar wacht men op?"), max_length=160, help_text=_lazy("Bijvoorbeeld: begeleiding thuis.")
    )
    voorziening = forms.ChoiceField(
        label=_lazy("Voorziening"), required=False, help_text=_lazy("Laat leeg als men op het team zelf wacht.")
    )
    aanbieder = forms.ChoiceField(label=_lazy("Aanbieder"), required=False)
    sinds = Datumveld(label=_lazy("Wacht sinds"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        personen: Iterable[Persoon],
        voorzieningen: Sequence[Voorziening],
        aanbieders: Iterable[Aanbieder],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._rijen: dict[str, dict[str, Any]] = {
            "aan": {str(rij.pk): rij for rij in personen},
            "voorziening": {str(rij.pk): rij for rij in voorzieningen},
            "aanbieder": {str(rij.pk): rij for rij in aanbieders},
        }
        leeg = {"aan": _("het hele huishouden"), "voorziening": _("geen"), "aanbieder": _("geen")}
        for naam, rijen in self._rijen.items():
            _bied_aan(self, naam, [("", leeg[naam]), *((pk, rij.naam) for pk, rij in rijen.items())])

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if (schoon.get("voorziening") or schoon.get("aanbieder")) and not schoon.get("afspraak"):
            self.add_error(
                "afspraak", _("Schrijf op wat u met de aanbieder afsprak: wie doet wat tijdens het wachten?")
            )
        return schoon

    def feiten(self) -> dict[str, Any]:
        """Give who waits and for what; the label follows the provision, unless the worker chose one."""
        schoon = self.cleaned_data
        voorziening = self._rijen["voorziening"].get(schoon["voorziening"])
        wet = self.label_wet
        return {
            "persoon": self._rijen["aan"].get(schoon["aan"]),
            "voorziening": voorziening,
            "aanbieder": self._rijen["aanbieder"].get(schoon["aanbieder"]),
            "waarvoor": schoon["waarvoor"],
            "sinds": schoon["sinds"],
            "wet": voorziening.wet if voorziening and wet == Wet.GEEN else wet,
        }


class HerzieningForm(ZorgForm):
    """What was found on looking again. `gezien` is how many earlier looks this page showed."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)
    bevinding = forms.CharField(
        label=_lazy("Hoe staat het ervoor?"),
        help_text=_lazy("Wat hoorde u van de inwoner en de aanbieder?"),
        max_length=LENGTE,
        widget=forms.Textarea(),
    )

    def opnieuw(self, gezien: int) -> None:
        """Keep every word, and take over what the page shows now."""
        self.data = dict(self.data.items()) | {"gezien": str(gezien)}


class EindeForm(BasisForm):
    """Why somebody waits no longer."""

    einde = forms.ChoiceField(label=_lazy("Waarom stopt het wachten?"), choices=Einde.choices, widget=forms.RadioSelect)
    op = Datumveld(label=_lazy("Sinds welke dag?"))
    toelichting = forms.CharField(
        label=_lazy("Toelichting"), required=False, max_length=200, help_text=_lazy("Nodig bij ‘anders’.")
    )
