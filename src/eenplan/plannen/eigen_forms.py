"""What is filled in of a plan that a resident made, of our offer to help with it, and of its words that are used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.toegang import Bereik
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.dossiers.actions import Stuk
from eenplan.dossiers.forms import lees_bestand
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen.eigen_actions import Hulpaanbod, Ingeleverd
from eenplan.plannen.eigen_queries import stukken
from eenplan.plannen.forms import LENGTE, Tekstveld
from eenplan.plannen.models import EigenPlan, EigenPlansoort, Hulpaanbodantwoord

NAAR_DOEL = "doel"


class _VanWie(BasisForm):
    """Which plan, and whose."""

    soort = forms.ChoiceField(label=_lazy("Welk plan?"), widget=forms.RadioSelect)
    persoon = forms.ChoiceField(
        label=_lazy("Van wie?"), help_text=_lazy("Een persoonlijk plan is van één inwoner."), required=False
    )

    def __init__(self, *args: Any, personen: list[Persoon], bereik: Bereik, dossier_id: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        keuzes = [("", _("het hele gezin")), *((pk, wie.naam) for pk, wie in self._personen.items())]
        self.fields["persoon"].choices = keuzes  # type: ignore[attr-defined]
        soorten = [(soort.value, soort.label) for soort in EigenPlansoort if bereik.ziet(dossier_id, soort.wet)]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]

    def van_wie(self) -> tuple[EigenPlansoort, Persoon | None]:
        """Give the kind and the person."""
        return EigenPlansoort(self.cleaned_data["soort"]), self._personen.get(self.cleaned_data["persoon"])


class EigenPlanForm(_VanWie):
    """A plan as it came in."""

    op = Datumveld(label=_lazy("Ingeleverd op"))
    tekst = Tekstveld(
        label=_lazy("De woorden van het plan"),
        help_text=_lazy("Neem ze letterlijk over. Met een lege regel begint een nieuw stuk."),
        max_length=LENGTE,
        required=False,
        widget=forms.Textarea(),
    )
    bestand = forms.FileField(
        label=_lazy("Of het papier zelf"),
        help_text=_lazy("Een pdf, foto (jpg, png), Word-bestand (docx) of tekst, hooguit 10 MB."),
        required=False,
    )

    def clean_bestand(self) -> Stuk | None:
        """Read the file when there is one, and look what it really is."""
        bestand: UploadedFile[bytes] | None = self.cleaned_data["bestand"]
        return lees_bestand(bestand) if bestand else None

    def ingeleverd(self) -> Ingeleverd:
        """Give the plan as the action takes it; its paper carries the label of its law."""
        soort, persoon = self.van_wie()
        gevuld = self.cleaned_data
        stuk: Stuk | None = gevuld["bestand"]
        if stuk:
            stuk = Stuk(stuk.soort, str(soort.label), stuk.inhoud, stuk.inhoudstype, soort.wet)
        return Ingeleverd(soort, persoon, gevuld["op"], gevuld["tekst"], stuk)


class HulpaanbodForm(_VanWie):
    """Our offer to help make a plan, and the answer."""

    op = Datumveld(label=_lazy("Aangeboden op"))
    antwoord = forms.ChoiceField(
        label=_lazy("Wat zeiden ze?"), choices=Hulpaanbodantwoord.choices, widget=forms.RadioSelect
    )

    def aanbod(self) -> Hulpaanbod:
        """Give the offer as the action takes it."""
        return Hulpaanbod(*self.van_wie(), self.cleaned_data["op"], self.cleaned_data["antwoord"])


class OvernameForm(BasisForm):
    """Which passage of an own plan goes where: into a new goal, or into a life domain."""

    stuk = forms.IntegerField(min_value=0, widget=forms.HiddenInput())
    naar = forms.ChoiceField(label=_lazy("Leefgebied"))

    def __init__(self, *args: Any, eigen: EigenPlan, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._stukken = stukken(eigen)
        gebieden = [(gebied.code, gebied.naam) for gebied in inrichting().leefgebieden]
        self.fields["naar"].choices = [(NAAR_DOEL, _("een nieuw doel")), *gebieden]  # type: ignore[attr-defined]

    def clean_stuk(self) -> str:
        """Give the words of the passage."""
        nummer: int = self.cleaned_data["stuk"]
        if nummer >= len(self._stukken):
            raise forms.ValidationError(_("Dit stuk staat niet in het eigen plan."))
        return self._stukken[nummer]
