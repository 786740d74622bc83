"""What a worker types to let a clock stand still, run again or run longer."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.termijnen.gronden import Grond


class OpschortingForm(BasisForm):
    """From when till when the clock stands still, on which ground and why."""

    grond = forms.ChoiceField(label=_lazy("Op welke grond?"), widget=forms.RadioSelect)
    van = Datumveld(label=_lazy("Eerste dag waarop de termijn stilstaat"))
    tot_en_met = Datumveld(
        label=_lazy("Laatste dag waarop de termijn stilstaat"),
        required=False,
        help_text=_lazy("Nog niet bekend? Laat dit leeg en hervat de termijn later."),
    )
    reden = forms.CharField(
        label=_lazy("Waarom?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: loonstrook gevraagd op 3 november."),
    )

    def __init__(self, *args: Any, gronden: tuple[Grond, ...], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        veld = cast("forms.ChoiceField", self.fields["grond"])
        veld.choices = [(grond.artikel, f"{grond.tekst} ({grond.artikel})") for grond in gronden]

    def clean_tot_en_met(self) -> date | None:
        """Refuse an end before the beginning."""
        tot_en_met: date | None = self.cleaned_data["tot_en_met"]
        van = self.cleaned_data.get("van")
        if van and tot_en_met and tot_en_met < van:
            raise ValidationError(_("De laatste dag ligt voor de eerste. Controleer beide datums."))
        return tot_en_met


class HervattingForm(BasisForm):
    """The last day on which the clock stood still."""

    tot_en_met = Datumveld(label=_lazy("Laatste dag waarop de termijn stilstond"))


class VerdagingForm(BasisForm):
    """How many weeks more, and the reason the resident is told."""

    weken = forms.IntegerField(label=_lazy("Hoeveel weken erbij?"), min_value=1, max_value=52)
    reden = forms.CharField(
        label=_lazy("Waarom?"),
        max_length=200,
        help_text=_lazy("Stuur de inwoner zelf bericht met deze reden en de nieuwe datum."),
    )

    def __init__(self, *args: Any, max_weken: int | None, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        veld = cast("forms.IntegerField", self.fields["weken"])
        if max_weken:
            veld.help_text = _("Ten hoogste %(weken)s weken.") % {"weken": max_weken}
        veld.widget.attrs["data-breedte"] = "kort"
