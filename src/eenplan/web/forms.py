"""Forms of the pages that belong to no other room: signing in, and the demo's journey in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.core.opmaak import datum_invoer

# Farther away the free days of the law are unknown, and nobody in the demo is born yet.
EERSTE_JAAR, LAATSTE_JAAR = 2020, 2035


class AanmeldForm(BasisForm):
    """Name and password; `next` and `meegenomen` travel along unseen."""

    gebruikersnaam = forms.CharField(
        label=_lazy("Gebruikersnaam"),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_lazy("Wachtwoord"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)
    meegenomen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)


class TijdreisForm(BasisForm):
    """The day on which the demo is."""

    dag = Datumveld(label=_lazy("Welke dag moet het zijn?"), help_text=_lazy("Bijvoorbeeld 07-04-2027"))

    def clean_dag(self) -> date:
        """Accept only days for which the law's free days are known."""
        dag: date = self.cleaned_data["dag"]
        if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
            raise ValidationError(
                _("Kies een dag tussen %(van)s en %(tot)s.") % {"van": EERSTE_JAAR, "tot": LAATSTE_JAAR}
            )
        return dag


class PeriodeForm(BasisForm):
    """From which day up to and including which day. Dates only, so that it may stand in an address."""

    van = Datumveld(label=_lazy("Van"))
    tot_en_met = Datumveld(label=_lazy("Tot en met"))

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        van, tot_en_met = gegevens.get("van"), gegevens.get("tot_en_met")
        if van and tot_en_met and tot_en_met < van:
            self.add_error("tot_en_met", _("Deze dag ligt voor de eerste dag. Kies een latere dag."))
        return gegevens

    def van_tot(self) -> tuple[date, date]:
        """Give the first day and the day after the last; call only on a valid form."""
        return self.cleaned_data["van"], self.cleaned_data["tot_en_met"] + timedelta(days=1)

    def als_vraag(self) -> str:
        """Give the period as it stands in an address."""
        return urlencode({naam: datum_invoer(self.cleaned_data[naam]) for naam in ("van", "tot_en_met")})
