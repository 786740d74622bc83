"""Forms of the registers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eenplan.core.formulier import BasisForm, Datumveld, Tijdveld
from eenplan.core.klok import AMSTERDAM
from eenplan.registers.actions import Oordeel
from eenplan.registers.models import Datalek, Effectbeoordeling
from eenplan.registers.states import Datalekstatus
from eenplan.teams.models import Medewerker

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

_ZONDER_NAMEN = _("Zonder namen van inwoners: dit register is geen dossier.")


def _tekst(label: Tekst, *, required: bool = True, help_text: Tekst = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=4000, help_text=help_text, widget=forms.Textarea)


class NieuweBeoordelingForm(BasisForm):
    """What is assessed, by whom, before which day."""

    titel = forms.CharField(label=_("Waarover gaat de beoordeling?"), max_length=160)
    eigenaar = forms.ModelChoiceField(label=_("Eigenaar"), queryset=Medewerker.objects.none())
    risicos = _tekst(_("Risico’s voor inwoners"), help_text=_ZONDER_NAMEN)
    uiterlijk = Datumveld(label=_("Klaar op"))

    def __init__(self, *args: Any, collegas: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].queryset = collegas  # type: ignore[attr-defined]


class BeoordelingForm(BasisForm):
    """Risks, measures, advice, and the next step that the table of states allows."""

    risicos = _tekst(_("Risico’s voor inwoners"), help_text=_ZONDER_NAMEN)
    maatregelen = _tekst(_("Maatregelen"), required=False)
    advies = _tekst(_("Advies van de functionaris gegevensbescherming"), required=False)
    uiterlijk = Datumveld(label=_("Klaar of opnieuw bekijken op"))
    naar = forms.ChoiceField(label=_("Stand"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, beoordeling: Effectbeoordeling, **kwargs: Any) -> None:  # noqa: ANN401
        kwargs.setdefault(
            "initial",
            {veld: getattr(beoordeling, veld) for veld in ("risicos", "maatregelen", "advies", "uiterlijk")}
            | {"naar": beoordeling.status},
        )
        super().__init__(*args, **kwargs)
        self.fields["naar"].choices = _standen(beoordeling)  # type: ignore[attr-defined]


def _standen(rij: Effectbeoordeling | Datalek) -> list[tuple[str, object]]:
    """Give the present state and every state that may follow."""
    namen = dict(type(rij)._meta.get_field("status").flatchoices)
    codes = [rij.status, *(stap.naar for stap in rij.OVERGANGEN.vanuit(rij.status))]
    return [(code, namen[code]) for code in codes]


class DatalekForm(BasisForm):
    """What went wrong and when it was discovered: enough to start the clock."""

    wat = _tekst(_("Wat is er gebeurd?"), help_text=_ZONDER_NAMEN)
    soorten_gegevens = forms.CharField(
        label=_("Om welke gegevens gaat het?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: namen en adressen, gezondheid"),
    )
    aantal_betrokkenen = forms.IntegerField(
        label=_("Hoeveel inwoners ongeveer?"), required=False, min_value=0, max_value=10_000_000
    )
    dag = Datumveld(label=_("Ontdekt op"))
    tijd = Tijdveld(label=_("Hoe laat"))

    def kennisname(self) -> datetime:
        """Give the moment of knowing; call only on a valid form."""
        return datetime.combine(self.cleaned_data["dag"], self.cleaned_data["tijd"], tzinfo=AMSTERDAM)


class OordeelForm(BasisForm):
    """The judgement of a breach."""

    afweging = _tekst(_("Is er een risico voor inwoners? Waarom wel of niet?"))
    naar = forms.ChoiceField(label=_("Stand"), widget=forms.RadioSelect)
    reden_te_laat = _tekst(_("Waarom is de melding later dan 72 uur?"), required=False)
    betrokkenen_ingelicht_op = Datumveld(label=_("Inwoners ingelicht op"), required=False)
    reden_niet_ingelicht = _tekst(_("Waarom hoeven inwoners niet ingelicht te worden?"), required=False)
    maatregelen = _tekst(_("Maatregelen"), required=False)

    def __init__(self, *args: Any, lek: Datalek, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        velden = ("afweging", "reden_te_laat", "betrokkenen_ingelicht_op", "reden_niet_ingelicht", "maatregelen")
        kwargs.setdefault("initial", {veld: getattr(lek, veld) for veld in velden} | {"naar": lek.status})
        super().__init__(*args, **kwargs)
        self.fields["naar"].choices = _standen(lek)  # type: ignore[attr-defined]

    def oordeel(self) -> Oordeel:
        """Give what was decided; call only on a valid form."""
        gegevens = dict(self.cleaned_data)
        return Oordeel(naar=Datalekstatus(gegevens.pop("naar")), **gegevens)


class VerklaringForm(BasisForm):
    """Who signed, when, and till when it holds."""

    medewerker = forms.ModelChoiceField(label=_("Medewerker"), queryset=Medewerker.objects.none())
    getekend_op = Datumveld(label=_("Getekend op"))
    geldig_tot = Datumveld(label=_("Geldig tot"), help_text=_("Op deze dag geldt de verklaring niet meer."))

    def __init__(self, *args: Any, collegas: Any, dag: date | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        if dag is not None:
            kwargs.setdefault("initial", {"getekend_op": dag})
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas  # type: ignore[attr-defined]
