"""Forms of one's own way of signing in, and of the administrator who helps out."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm
from eenplan.teams.models import Medewerker

LANGSTE_REDEN = 200


def _wachtwoord(label: Promise, autocomplete: str) -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": autocomplete})
    return forms.CharField(label=cast("str", label), max_length=256, strip=False, widget=widget)


class CodeForm(BasisForm):
    """A code of an app, or one on paper."""

    code = forms.CharField(
        label=_lazy("Code"),
        max_length=30,
        help_text=_lazy("De zes cijfers uit uw app, of een herstelcode van papier."),
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}),
    )


class TweedeStapForm(CodeForm):
    """The second step of signing in: a code, or what a device answered in its place."""

    antwoord = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)

    def __init__(self, *args: object, met_code: bool = True, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = met_code


class MetWachtwoordForm(BasisForm):
    """What one changes only after giving the password once more."""

    wachtwoord = _wachtwoord(_lazy("Uw wachtwoord"), "current-password")

    def __init__(self, *args: object, medewerker: Medewerker, net_ingelogd: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker
        if net_ingelogd:
            del self.fields["wachtwoord"]

    def clean_wachtwoord(self) -> str:
        """Accept only the password of the worker."""
        wachtwoord: str = self.cleaned_data["wachtwoord"]
        if not self.medewerker.check_password(wachtwoord):
            raise ValidationError(_("Dit is niet uw wachtwoord. Probeer het opnieuw."))
        return wachtwoord


class CodeappForm(MetWachtwoordForm):
    """The first code of a new app."""

    code = forms.CharField(
        label=_lazy("Code uit de app"),
        max_length=12,
        help_text=_lazy("De zes cijfers die de app nu toont."),
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric", "data-breedte": "kort"}),
    )

    def clean_code(self) -> str:
        """Leave out the space that many apps show in the middle."""
        return "".join(teken for teken in self.cleaned_data["code"] if teken.isdigit() and teken.isascii())


class PasskeyForm(MetWachtwoordForm):
    """A name for a new passkey, and what the device answered."""

    naam = forms.CharField(
        label=_lazy("Naam van deze passkey"),
        max_length=60,
        help_text=_lazy("Bijvoorbeeld: werklaptop, of sleutel aan mijn bos."),
    )
    antwoord = forms.CharField(max_length=20_000, widget=forms.HiddenInput, label=_lazy("Antwoord van het apparaat"))


class WachtwoordForm(MetWachtwoordForm):
    """A new password, twice."""

    nieuw = _wachtwoord(_lazy("Nieuw wachtwoord"), "new-password")
    herhaling = _wachtwoord(_lazy("Nieuw wachtwoord, nog een keer"), "new-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as its base
        super().__init__(*args, **kwargs)
        self.fields["nieuw"].help_text = _(
            "Ten minste 14 tekens. Een zin van een paar woorden is sterk en te onthouden."
        )

    def clean_nieuw(self) -> str:
        """Hold the new password against the rules."""
        nieuw: str = self.cleaned_data["nieuw"]
        validate_password(nieuw, self.medewerker)
        return nieuw

    def clean(self) -> dict[str, object]:
        """Accept only when both are the same."""
        velden = super().clean() or self.cleaned_data
        if velden.get("nieuw") and velden.get("herhaling") and velden["nieuw"] != velden["herhaling"]:
            self.add_error("herhaling", _("De twee nieuwe wachtwoorden zijn niet gelijk. Typ ze allebei opnieuw."))
        return velden


class RedenForm(BasisForm):
    """Why an administrator takes the second step of a worker away."""

    reden = forms.CharField(
        label=_lazy("Waarom"),
        max_length=LANGSTE_REDEN,
        help_text=_lazy("Bijvoorbeeld: telefoon kwijt, gebeld en aan de balie herkend. Dit komt in het logboek."),
    )


class KoppelForm(BasisForm):
    """By which number the sign-on service knows a worker."""

    kenmerk = forms.CharField(
        label=_lazy("Kenmerk bij de aanmelddienst"),
        max_length=255,
        required=False,
        help_text=_lazy("Het vaste nummer (sub) van deze medewerker bij de dienst. Leeg: niet gekoppeld."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
