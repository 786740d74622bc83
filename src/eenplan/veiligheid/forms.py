"""Forms about safety: the check, the assessment of risk and the safety plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.inrichting.model import Veiligheidsvraag
from eenplan.veiligheid.actions import Afspraken, Antwoord, Taxatie
from eenplan.veiligheid.models import Checkantwoordsoort, KinderenGezien, Risiconiveau

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise


def tekst(label: Tekst, *, required: bool = True, help_text: Tekst = "") -> forms.CharField:
    """Give a field for some sentences."""
    return forms.CharField(label=label, required=required, max_length=4000, help_text=help_text, widget=forms.Textarea)


class CheckForm(BasisForm):
    """Every question of the municipality with its answer, and whether the children were seen."""

    kinderen = forms.ChoiceField(
        label=_lazy("Zijn de kinderen gezien?"), choices=KinderenGezien.choices, widget=forms.RadioSelect
    )
    kinderen_toelichting = forms.CharField(
        label=_lazy("Waarom niet gezien, of wat viel op?"), required=False, max_length=200
    )

    def __init__(self, *args: Any, vragen: Sequence[Veiligheidsvraag], **kwargs: Any) -> None:  # noqa: ANN401 - of a form
        super().__init__(*args, **kwargs)
        self._vragen = vragen
        for vraag in vragen:
            self.fields[f"antwoord_{vraag.code}"] = forms.ChoiceField(
                label=vraag.vraag, choices=Checkantwoordsoort.choices, widget=forms.RadioSelect
            )
            self.fields[f"toelichting_{vraag.code}"] = forms.CharField(
                label=_("Toelichting"),
                required=False,
                max_length=2000,
                help_text=_("Nodig bij een zorg, en als het niet is besproken."),
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.order_fields([naam for naam in self.fields if naam not in {"kinderen", "kinderen_toelichting"}])

    def clean(self) -> dict[str, Any]:
        gevuld = super().clean() or self.cleaned_data
        for vraag in self._vragen:
            soort, woorden = gevuld.get(f"antwoord_{vraag.code}"), gevuld.get(f"toelichting_{vraag.code}") or ""
            if soort and soort != Checkantwoordsoort.JA and not woorden.strip():
                self.add_error(
                    f"toelichting_{vraag.code}", _("Schrijf op wat de zorg is, of waarom het niet is besproken.")
                )
        if gevuld.get("kinderen") == KinderenGezien.NIET and not (gevuld.get("kinderen_toelichting") or "").strip():
            self.add_error("kinderen_toelichting", _("Schrijf op waarom de kinderen niet zijn gezien."))
        return gevuld

    def antwoorden(self) -> dict[str, Antwoord]:
        """Give the answer to every question; call only on a valid form."""
        gevuld = self.cleaned_data
        codes = (vraag.code for vraag in self._vragen)
        return {code: Antwoord(gevuld[f"antwoord_{code}"], gevuld[f"toelichting_{code}"]) for code in codes}


class OverslaanForm(BasisForm):
    """Why safety is not asked after."""

    reden = forms.CharField(
        label=_lazy("Waarom slaat u de veiligheidscheck over?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_lazy("De manager leest deze reden."),
    )


class _MetLabel(BasisForm):
    """A form whose row carries a label, and may be kept from the household."""

    wet = forms.ChoiceField(label=_lazy("Onder welke wet valt dit?"))
    reden_verborgen = forms.CharField(
        label=_lazy("Mag het huishouden dit niet lezen? Schrijf op waarom"),
        required=False,
        max_length=200,
        help_text=_lazy("Laat leeg als het wel mag. Met een reden staat dit in geen afdruk en geen uittreksel."),
    )

    def __init__(self, *args: Any, labels: Sequence[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 - of a form
        super().__init__(*args, **kwargs)
        self.fields["wet"].choices = list(labels)  # type: ignore[attr-defined]
        self.order_fields([naam for naam in self.fields if naam not in {"wet", "reden_verborgen"}])


class RisicoForm(_MetLabel):
    """The instrument, the level, what it rests on, and when it is done again."""

    instrument = forms.CharField(
        label=_lazy("Welk instrument?"),
        max_length=80,
        help_text=_lazy("Bijvoorbeeld LIRIK, ARIJ of het gezamenlijke oordeel van het team."),
    )
    niveau = forms.ChoiceField(
        label=_lazy("Hoe hoog is het risico?"), choices=Risiconiveau.choices, widget=forms.RadioSelect
    )
    onderbouwing = tekst(_lazy("Waarop rust dat oordeel?"), help_text=_lazy("Houd feiten en indrukken uit elkaar."))
    opnieuw_op = Datumveld(label=_lazy("Wanneer kijkt u opnieuw?"))

    def taxatie(self) -> Taxatie:
        """Give what was judged; call only on a valid form."""
        return Taxatie(**self.cleaned_data)


class PlanForm(_MetLabel):
    """What is agreed with the household for when it goes wrong."""

    met_wie = forms.CharField(
        label=_lazy("Met wie is dit plan gemaakt?"),
        max_length=200,
        help_text=_lazy("Een veiligheidsplan maakt u met het huishouden, niet over het huishouden."),
    )
    signalen = tekst(_lazy("Waaraan merken we dat het misgaat?"))
    als_het_misgaat = tekst(_lazy("Wat doen we dan?"))
    wie_belt_wie = tekst(_lazy("Wie belt wie?"))
    veilige_plek = tekst(_lazy("Waar is een veilige plek?"), required=False)
    wie_let_op = tekst(_lazy("Wie kijkt of iedereen zich aan de afspraken houdt?"))
    herzien_op = Datumveld(label=_lazy("Wanneer bekijken we dit plan opnieuw?"))
    waarom_nieuw = forms.CharField(label=_lazy("Waarom is er een nieuwe versie?"), max_length=200)

    def __init__(self, *args: Any, is_eerste: bool, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        if is_eerste:
            del self.fields["waarom_nieuw"]

    def afspraken(self) -> Afspraken:
        """Give what was agreed; call only on a valid form."""
        return Afspraken(**self.cleaned_data)
