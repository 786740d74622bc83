"""What the pages of an application and a decision accept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.models import Uitkomst
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core.formulier import BasisForm, Datumveld, Veld
from eenplan.core.opmaak import datum
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon

ZONDER = "zonder"  # an application that no melding came before


class AanvraagForm(BasisForm):
    """An application: on which melding it follows, or else of whom and under which law; and when it came in."""

    melding = forms.ChoiceField(label=gettext_lazy("Waar hoort de aanvraag bij?"), widget=forms.RadioSelect)
    persoon = forms.ChoiceField(
        label=gettext_lazy("Voor wie?"),
        required=False,
        help_text=gettext_lazy("Alleen invullen als er geen melding was."),
    )
    wet = forms.ChoiceField(
        label=gettext_lazy("Onder welke wet?"),
        required=False,
        choices=[("", "—"), (Wet.JEUGDWET, Wet.JEUGDWET.label), (Wet.WGS, Wet.WGS.label)],
        help_text=gettext_lazy("Een aanvraag voor de Wmo volgt altijd op een melding."),
    )
    ontvangen_op = Datumveld(
        label=gettext_lazy("Wanneer kwam de aanvraag binnen?"),
        help_text=gettext_lazy("Vanaf deze dag loopt de termijn voor het besluit. Bijvoorbeeld 07-04-2026"),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: dict[str, object] | None = None,
        meldingen: Sequence[Melding],
        leden: Sequence[Persoon],
    ) -> None:
        super().__init__(data, initial=initial)
        self.meldingen = {str(rij.pk): rij for rij in meldingen}
        self.leden = {str(rij.pk): rij for rij in leden}
        keuzes = [(pk, _naam(rij)) for pk, rij in self.meldingen.items()]
        self._choices("melding", [*keuzes, (ZONDER, _("Er was geen melding"))])
        self._choices("persoon", [("", "—"), *((pk, persoon.naam) for pk, persoon in self.leden.items())])

    def _choices(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared above
        veld.choices = keuzes

    def clean(self) -> dict[str, Any]:
        """Without a melding, person and law must be chosen."""
        gegeven: dict[str, Any] = super().clean() or {}
        if gegeven.get("melding") == ZONDER:
            for naam, zin in (("persoon", _("Kies voor wie de aanvraag is.")), ("wet", _("Kies onder welke wet."))):
                if not gegeven.get(naam) and naam not in self.errors:
                    self.add_error(naam, zin)
        return gegeven

    @property
    def gekozen_melding(self) -> Melding | None:
        return self.meldingen.get(self.cleaned_data["melding"])

    @property
    def gekozen_persoon(self) -> Persoon:
        melding = self.gekozen_melding
        return melding.persoon if melding else self.leden[self.cleaned_data["persoon"]]

    @property
    def gekozen_wet(self) -> Wet:
        melding = self.gekozen_melding
        return Wet(melding.wet if melding else self.cleaned_data["wet"])


def _naam(melding: Melding) -> str:
    return _("{persoon}, {wet}: melding van {dag}").format(
        persoon=melding.persoon.naam, wet=melding.get_wet_display(), dag=datum(melding.ontvangen_op)
    )


class Conceptveld(forms.CharField):
    """A text that the decision needs; a draft may still be without it (see eenplan.besluiten.tekst)."""

    widget = forms.Textarea

    def validate(self, value: str) -> None:
        """Accept whatever was written so far."""


class BesluitForm(BasisForm):
    """The words of a decision: summary, outcome, and a text per ground. What is granted is not asked."""

    samenvatting = Conceptveld(
        label=gettext_lazy("Samenvatting voor de inwoner"),
        help_text=gettext_lazy("Dit leest de inwoner het eerst. Schrijf het zoals u het aan tafel zou zeggen."),
    )
    uitkomst = forms.ChoiceField(label=gettext_lazy("Wat is het besluit?"), widget=forms.RadioSelect)
    afwijking = Conceptveld(
        label=gettext_lazy("Wijkt u af van de beleidsregels?"),
        required=False,
        help_text=gettext_lazy(
            "Laat leeg als u de regels volgt. Schrijf anders waarom de regels hier onredelijk zijn (artikel 4:84 Awb)."
        ),
    )
    bewerking = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, object] | None = None, wet: str, heeft_regels: bool
    ) -> None:
        super().__init__(data, initial=initial)
        self.gronden = gronden_voor(wet)
        for grond in self.gronden:
            veld = Conceptveld(label=str(grond.naam), help_text=str(grond.vraag))
            self.fields[f"grond_{grond.code}"] = veld
        uitkomst = self.fields["uitkomst"]
        assert isinstance(uitkomst, forms.ChoiceField)  # noqa: S101 - declared above
        kan = (Uitkomst.TOEGEKEND, Uitkomst.DEELS) if heeft_regels else (Uitkomst.AFGEWEZEN,)
        uitkomst.choices = [(keuze.value, keuze.label) for keuze in kan]

    def grondveld(self, code: str) -> Veld:
        """Give the field of one ground."""
        veld = self[f"grond_{code}"]
        assert isinstance(veld, Veld)  # noqa: S101 - every field of a BasisForm is one
        return veld

    @property
    def tekst(self) -> Besluittekst:
        """Give what was typed, also when something in it is wrong: the preview shows it as it stands."""
        gegeven = getattr(self, "cleaned_data", {})
        gronden = {grond.code: gegeven.get(f"grond_{grond.code}", "") for grond in self.gronden}
        return Besluittekst(
            gegeven.get("samenvatting", ""), gegeven.get("uitkomst", ""), gronden, gegeven.get("afwijking", "")
        )


def begin(tekst: Besluittekst, bewerking: int) -> dict[str, object]:
    """Give the first values of a BesluitForm."""
    gronden: dict[str, object] = {f"grond_{code}": woorden for code, woorden in tekst.gronden.items()}
    vast: dict[str, object] = {
        "samenvatting": tekst.samenvatting,
        "uitkomst": tekst.uitkomst,
        "afwijking": tekst.afwijking,
    }
    return vast | {"bewerking": bewerking} | gronden
