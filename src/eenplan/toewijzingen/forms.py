"""What the pages of delivery accept: a provider, the day help started, the day it stopped and why."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from eenplan.aanbod.models import Aanbieder
from eenplan.besluiten.models import Besluitregel
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.toewijzingen.models import Vertragingsreden


class ToewijzingForm(BasisForm):
    """Who gives one granted line of help; the provider of the plan's contract is filled in."""

    aanbieder = forms.ModelChoiceField(
        Aanbieder.objects.none(),
        label=_("Wie geeft de hulp?"),
        help_text=_("De aanbieder uit het plan staat al klaar."),
    )

    def __init__(self, data: QueryDict | None = None, *, regel: Besluitregel, aanbieders: QuerySet[Aanbieder]) -> None:
        contract = regel.inzet.contract
        beginwaarden = {"aanbieder": contract.aanbieder_id if contract else None}
        super().__init__(data, initial=beginwaarden, auto_id=f"id_%s_{regel.pk}")
        veld = self.fields["aanbieder"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101 - declared above
        veld.queryset = aanbieders


class StartForm(BasisForm):
    """When the help really started."""

    gestart_op = Datumveld(label=_("Wanneer is de hulp gestart?"))
    reden_vertraging = forms.ChoiceField(
        label=_("Waarom duurde het langer?"),
        required=False,
        choices=[("", "—"), *Vertragingsreden.choices],
        help_text=_("Alleen als de hulp later begon dan de norm van de gemeente."),
    )


class StopForm(BasisForm):
    """When the help stopped, and why."""

    gestopt_op = Datumveld(label=_("Wanneer is de hulp gestopt?"))
    reden = forms.CharField(
        label=_("Waarom stopt de hulp?"),
        max_length=200,
        widget=forms.Textarea,
        help_text=_("Bijvoorbeeld: het doel is gehaald, of de inwoner is verhuisd."),
    )
