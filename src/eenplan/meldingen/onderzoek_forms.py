"""Which talks belong to the onderzoek."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm
from eenplan.core.opmaak import datum
from eenplan.dossiers.models import Gesprek


class GesprekkenForm(BasisForm):
    """Talks of the household that are not part of the onderzoek yet."""

    gesprekken = forms.MultipleChoiceField(
        label=_lazy("Welke gesprekken horen bij dit onderzoek?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, gesprekken: list[Gesprek], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._gesprekken = {str(gesprek.pk): gesprek for gesprek in gesprekken}
        veld = cast("forms.MultipleChoiceField", self.fields["gesprekken"])
        veld.choices = [
            (pk, f"{datum(gesprek.begint_op)}, {gesprek.get_soort_display()}")
            for pk, gesprek in self._gesprekken.items()
        ]

    def gekozen(self) -> list[Gesprek]:
        """Give the talks that were ticked."""
        return [self._gesprekken[pk] for pk in self.cleaned_data["gesprekken"]]
