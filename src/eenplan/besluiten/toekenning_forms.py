"""What is asked when a resident wants a decision."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld


class VerzoekForm(BasisForm):
    """Who asked for a decision, and on which day."""

    gevraagd_door = forms.CharField(
        label=_lazy("Wie vroeg om een besluit?"),
        max_length=120,
        help_text=_lazy("De inwoner zelf, of wie namens de inwoner vraagt."),
    )
    gevraagd_op = Datumveld(
        label=_lazy("Op welke dag?"), help_text=_lazy("Vanaf deze dag loopt de termijn voor het besluit.")
    )
