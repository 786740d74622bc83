"""Forms of the meldcode: begin one, take a step, weigh, decide, close, and let somebody in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.afweging import VRAGEN, weeg
from eenplan.veiligheid.forms import tekst
from eenplan.veiligheid.meldcode_actions import Beslissing, Gezet
from eenplan.veiligheid.models import JaNee, Stap


class BeginForm(BasisForm):
    """What is suspected, and about whom."""

    over = forms.CharField(
        label=_lazy("Over wie gaat het vermoeden?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: de kinderen, of de partner van."),
    )
    vermoeden = tekst(
        _lazy("Wat is het vermoeden?"),
        help_text=_lazy("Schrijf in één of twee zinnen wat u zorgen geeft. De signalen komen bij stap 1."),
    )


class StapForm(BasisForm):
    """One of the first three steps: when, what, with whom; or why it is left out."""

    stap = forms.TypedChoiceField(
        label=_lazy("Welke stap?"),
        choices=[(nummer, f"{nummer}. {naam}") for nummer, naam in Stap.choices if nummer < Stap.WEGEN],
        coerce=lambda waarde: Stap(int(waarde)),
        widget=forms.RadioSelect,
    )
    op = Datumveld(label=_lazy("Op welke dag?"))
    met_wie = forms.CharField(
        label=_lazy("Met wie?"),
        required=False,
        max_length=200,
        help_text=_lazy("Bijvoorbeeld een collega, Veilig Thuis of de betrokkenen."),
    )
    wat = tekst(
        _lazy("Wat is er gedaan en wat kwam eruit?"),
        help_text=_lazy("Schrijf feiten los van indrukken, en noem bij een signaal de bron."),
    )
    is_anoniem = forms.BooleanField(
        label=_lazy("Anoniem advies gevraagd aan Veilig Thuis"),
        required=False,
        help_text=_lazy("Dan mag er geen naam uit het huishouden in de tekst staan."),
    )
    is_overgeslagen = forms.BooleanField(
        label=_lazy("Deze stap is overgeslagen"),
        required=False,
        help_text=_lazy("Schrijf hierboven waarom, bijvoorbeeld omdat een gesprek nu niet veilig is."),
    )

    def gezet(self) -> Gezet:
        """Give the step; call only on a valid form."""
        return Gezet(**self.cleaned_data)


class WeegForm(BasisForm):
    """The five questions of the afwegingskader, in their order; what comes after the end may stay empty."""

    toelichting = tekst(_lazy("Waarop rust deze weging?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        for nummer, vraag in enumerate(VRAGEN, 1):
            keuzes = [(JaNee.JA, _("ja")), (JaNee.NEE, _("nee"))]
            if JaNee.NOG_NIET in vraag.eindigt:
                keuzes.append((JaNee.NOG_NIET, _("nog niet te zeggen")))
            self.fields[vraag.veld] = forms.ChoiceField(
                label=f"{nummer}. {vraag.tekst}", choices=keuzes, widget=forms.RadioSelect, required=nummer == 1
            )
        self.order_fields([*(vraag.veld for vraag in VRAGEN), "toelichting"])

    def clean(self) -> dict[str, Any]:
        gevuld = super().clean() or self.cleaned_data
        uitkomst, ontbreekt = weeg(self.antwoorden())
        if uitkomst is None and ontbreekt and ontbreekt.veld not in self.errors:
            self.add_error(ontbreekt.veld, _("Geef ook op deze vraag antwoord."))
        return gevuld

    def antwoorden(self) -> dict[str, str]:
        """Give the answers by question."""
        return {vraag.veld: self.cleaned_data.get(vraag.veld) or "" for vraag in VRAGEN}


class BeslisForm(BasisForm):
    """Report, help, or both; why; and when one looks again."""

    is_melden = forms.BooleanField(label=_lazy("Melden bij Veilig Thuis"), required=False)
    is_hulp = forms.BooleanField(label=_lazy("Hulp bieden of organiseren"), required=False)
    toelichting = tekst(_lazy("Wat is besloten en waarom?"))
    reden_anders = tekst(_lazy("Beslist u anders dan de weging zegt? Schrijf op waarom"), required=False)
    volgen_op = Datumveld(
        label=_lazy("Wanneer kijkt u of het nu veilig is?"),
        required=False,
        help_text=_lazy("Nodig bij een melding en bij hulp. U krijgt hiervoor een taak die alleen u ziet."),
    )

    def beslissing(self) -> Beslissing:
        """Give what was decided; call only on a valid form."""
        return Beslissing(**self.cleaned_data)


class RedenForm(BasisForm):
    """Why the meldcode closes, or which new signals open it again."""

    reden = tekst(_lazy("Waarom?"))


class ToelaatForm(BasisForm):
    """Who is let in, and why."""

    medewerker = forms.ModelChoiceField(label=_lazy("Welke collega?"), queryset=Medewerker.objects.none())
    reden = forms.CharField(label=_lazy("Waarom moet deze collega erbij kunnen?"), max_length=200)

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:  # noqa: ANN401 - of a form
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas  # type: ignore[attr-defined]
