"""What a worker fills in about labels: ask to see another law, and grant, refuse or withdraw that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.dossiers.labelgronden import Toekenning
from eenplan.personen.models import Persoon


class LabelvraagForm(BasisForm):
    """Which law, for which work, and why."""

    wet = forms.ChoiceField(label=_lazy("Wat wilt u zien?"), widget=forms.RadioSelect)
    gebruik = forms.ChoiceField(label=_lazy("Voor welk werk hebt u dit nodig?"), widget=forms.RadioSelect)
    doel = forms.CharField(
        label=_lazy("Waarvoor hebt u het nodig?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: om te weten of de schuldregeling past bij de hulp die al loopt."),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        wetten: list[tuple[str, str]],
        gebruik: list[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401 - what a form takes
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["wet"]).choices = wetten
        cast("forms.ChoiceField", self.fields["gebruik"]).choices = gebruik
        if len(gebruik) == 1:
            self.fields["gebruik"].initial = gebruik[0][0]


class ToekenForm(BasisForm):
    """Until when, and on what ground: a reason, or whose consent was received."""

    over = forms.MultipleChoiceField(
        label=_lazy("Over wie gaan de gegevens, en hebt u hun toestemming?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reden = forms.CharField(label=_lazy("Waarom is dit nodig?"), max_length=200, required=False)
    tot_en_met = Datumveld(label=_lazy("Tot en met"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        personen: Iterable[Persoon],
        vraagt_toestemming: bool,
        **kwargs: Any,  # noqa: ANN401 - what a form takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        cast("forms.MultipleChoiceField", self.fields["over"]).choices = [
            (pk, persoon.naam) for pk, persoon in self._personen.items()
        ]
        if not vraagt_toestemming:
            del self.fields["over"]

    def toekenning(self) -> Toekenning | None:
        """Give what was filled in as the action takes it, or none without a last day."""
        gevuld = self.cleaned_data
        if gevuld["tot_en_met"] is None:
            return None
        over = tuple(self._personen[pk] for pk in gevuld.get("over", []))
        return Toekenning(gevuld["tot_en_met"], gevuld["reden"], over)
