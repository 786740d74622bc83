"""The filter of the log: numbers, dates and choices only, so that it may stand in an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.audit.models import Oordeelsoort
from eenplan.audit.queries import Spoorsoort, Spoorvraag
from eenplan.core.formulier import BasisForm, Datumveld


class SpoorForm(BasisForm):
    """What to look for in the log; every field may stay empty. The caller gives the workers to choose from."""

    medewerker = forms.TypedChoiceField(label=_lazy("Medewerker"), required=False, coerce=int, empty_value=None)
    dossier = forms.IntegerField(
        label=_lazy("Dossiernummer"),
        required=False,
        min_value=1,
        help_text=_lazy("Het nummer op de pagina of de brief"),
    )
    van = Datumveld(label=_lazy("Van"), required=False)
    tot_en_met = Datumveld(label=_lazy("Tot en met"), required=False)
    soort = forms.ChoiceField(label=_lazy("Wat"), required=False, choices=[("", _lazy("alles")), *Spoorsoort.choices])

    def __init__(self, *args: Any, medewerkers: list[tuple[int, str]], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].choices = [("", _("alle medewerkers")), *medewerkers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        van, tot_en_met = gegevens.get("van"), gegevens.get("tot_en_met")
        if van and tot_en_met and tot_en_met < van:
            self.add_error("tot_en_met", _("Deze dag ligt voor de eerste dag. Kies een latere dag, of laat hem leeg."))
        return gegevens

    def vraag(self) -> Spoorvraag:
        """Give what was asked; call only on a valid form."""
        gegevens = self.cleaned_data
        return Spoorvraag(
            medewerker_id=gegevens["medewerker"],
            dossier_id=gegevens["dossier"],
            van=gegevens["van"],
            tot_en_met=gegevens["tot_en_met"],
            soort=Spoorsoort(gegevens["soort"]) if gegevens["soort"] else None,
        )


class OordeelForm(BasisForm):
    """What the privacy officer makes of something unusual."""

    uitkomst = forms.ChoiceField(
        label=_lazy("Wat is uw oordeel?"), choices=Oordeelsoort.choices, widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label=_lazy("Waarom?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_lazy("Schrijf op wat u vroeg en hoorde. Noem geen inwoner bij naam."),
    )
