"""What a worker writes to close a file, or to keep it open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.dossiers.forms import MetPersoon
from eenplan.dossiers.models import Hoeverteld
from eenplan.dossiers.sluiten import Afronding
from eenplan.teams.models import Medewerker


class SluitForm(MetPersoon):
    """Why, who was told when and how, whom to call later, and what was reached."""

    reden = forms.CharField(
        label=_lazy("Waarom sluit u het dossier?"),
        max_length=200,
        help_text=_lazy("De inwoner leest dit in de brief. Bijvoorbeeld: de doelen zijn gehaald."),
    )
    aan = forms.ChoiceField(label=_lazy("Aan wie hebt u het verteld?"), widget=forms.RadioSelect)
    verteld_op = Datumveld(label=_lazy("Wanneer hebt u het verteld?"))
    verteld_hoe = forms.ChoiceField(
        label=_lazy("Hoe hebt u het verteld?"), choices=Hoeverteld.choices, widget=forms.RadioSelect
    )
    blijft_contact = forms.CharField(
        label=_lazy("Wie kan de inwoner later bellen?"),
        max_length=200,
        help_text=_lazy("Een naam en een telefoonnummer."),
    )
    zicht_op_hulp = forms.CharField(
        label=_lazy("Wie houdt zicht op de hulp die doorloopt?"),
        max_length=200,
        help_text=_lazy("Een naam, en wanneer die weer kijkt."),
    )
    bereikt_inwoner = forms.CharField(
        label=_lazy("Wat is er bereikt, volgens de inwoner?"),
        max_length=2000,
        widget=forms.Textarea(),
        help_text=_lazy("In de woorden van de inwoner. Ook als het minder is dan gehoopt."),
    )
    bereikt_medewerker = forms.CharField(
        label=_lazy("Wat is er bereikt, volgens u?"), max_length=2000, widget=forms.Textarea()
    )
    samen_met = forms.ChoiceField(
        label=_lazy("Wie beslist met u mee?"),
        help_text=_lazy("In deze gemeente sluiten twee collega’s een dossier. Uw collega krijgt een taak."),
    )

    def __init__(self, *args: Any, collegas: Iterable[Medewerker], samen: bool, hulp: bool, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._collegas = {str(collega.pk): collega for collega in collegas}
        if samen:
            namen = [(pk, collega.naam) for pk, collega in self._collegas.items()]
            self.fields["samen_met"].choices = [("", _("Kies een collega")), *namen]  # type: ignore[attr-defined]
        else:
            del self.fields["samen_met"]
        if not hulp:
            del self.fields["zicht_op_hulp"]

    @property
    def collega(self) -> Medewerker | None:
        """Give the colleague who is asked to decide along, where that takes two."""
        return self._collegas.get(self.cleaned_data.get("samen_met", ""))

    @property
    def afronding(self) -> Afronding:
        """Give what was written as the action takes it."""
        velden = [veld for veld in self.fields if veld not in ("aan", "samen_met")]
        return Afronding(verteld_aan=self.persoon, **{veld: self.cleaned_data[veld] for veld in velden})


class TerugForm(BasisForm):
    """Why the file stays open."""

    reden = forms.CharField(label=_lazy("Waarom blijft het dossier open?"), max_length=200)
