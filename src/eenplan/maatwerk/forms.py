"""The short form of the tailor-made route: five fields; and what somebody else says of it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from eenplan.core.formulier import BasisForm, Bedragveld
from eenplan.maatwerk.actions import Vraag
from eenplan.maatwerk.models import Kenmerk, Oordeel

TOEKENNEN, AFWIJZEN = "toekennen", "afwijzen"


class MaatwerkForm(BasisForm):
    """Start from what the resident wants to reach; the rule comes after."""

    perspectief = forms.CharField(
        label=_("Wat wil de inwoner bereiken?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    effect = forms.CharField(
        label=_("Wat verandert er als dit lukt?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ook wat het voorkomt: een groter probleem, duurdere hulp."),
    )
    regel = forms.CharField(
        label=_("Welke regel staat in de weg?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    kosten_cent = Bedragveld(label=_("Wat kost het?"))
    kenmerk = forms.ChoiceField(label=_("Waar is het geld voor?"), choices=Kenmerk.choices, widget=forms.RadioSelect)

    def vraag(self) -> Vraag:
        """Give what was typed, of a form that is valid."""
        return Vraag(**self.cleaned_data)


class BesluitForm(BasisForm):
    """What somebody else decides on an amount above the threshold."""

    besluit = forms.ChoiceField(
        label=_("Uw besluit"),
        choices=[(TOEKENNEN, _("toekennen en betalen")), (AFWIJZEN, _("afwijzen"))],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=_("Waarom?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De aanvrager en de inwoner lezen dit."),
    )  # fmt: skip


class ToetsForm(BasisForm):
    """What somebody else thinks of a payment afterwards."""

    oordeel = forms.ChoiceField(label=_("Wat vindt u ervan?"), choices=Oordeel.choices, widget=forms.RadioSelect)
    zin = forms.CharField(label=_("Waarom, in een zin"), max_length=500)


class PrecedentForm(BasisForm):
    """The case without names."""

    zin = forms.CharField(
        label=_("Zonder namen"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Wat speelde er, welke regel stond in de weg, wat hielp? Schrijf “een moeder”, geen naam of plaats."
        ),
    )


class ZoekForm(BasisForm):
    """Words and mark by which a precedent is found."""

    woorden = forms.CharField(label=_("Zoek op woorden"), required=False, max_length=120)
    kenmerk = forms.ChoiceField(label=_("Waar is het geld voor?"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].choices = [("", _("alles")), *Kenmerk.choices]  # type: ignore[attr-defined]
