"""What a worker may narrow the catalogue to."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting


class AanbodForm(BasisForm):
    """Law, rung, life domain and the day; all of them may stay empty."""

    wet = forms.ChoiceField(label=_("Wet"), required=False)
    trede = forms.ChoiceField(label=_("Trede van de ladder"), required=False)
    leefgebied = forms.ChoiceField(label=_("Leefgebied"), required=False)
    op = Datumveld(
        label=_("Prijs op datum"),
        required=False,
        help_text=_("Laat leeg voor vandaag. Ook een dag in het verleden kan."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        alles: tuple[str, object] = ("", _("alle"))
        rijen = inrichting()
        self._kies("wet", [alles, *Wet.choices])
        self._kies("trede", [alles, *((trede.code, trede.naam) for trede in rijen.treden)])
        self._kies("leefgebied", [alles, *((gebied.code, gebied.naam) for gebied in rijen.leefgebieden)])

    def _kies(self, naam: str, keuzes: list[tuple[str, object]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared above
        veld.choices = keuzes

    def dag(self, vandaag: date) -> date:
        """Give the chosen day, or today when none was chosen or it could not be read."""
        return getattr(self, "cleaned_data", {}).get("op") or vandaag

    def beperking(self) -> dict[str, str | None]:
        """Give law, rung and life domain as far as they were chosen well."""
        gekozen = getattr(self, "cleaned_data", {})
        return {naam: gekozen.get(naam) or None for naam in ("wet", "trede", "leefgebied")}


class PrijsdagForm(BasisForm):
    """The day for which the prices of one provision are shown."""

    op = Datumveld(
        label=_("Prijs op datum"),
        required=False,
        help_text=_("Laat leeg voor vandaag. Ook een dag in het verleden kan."),
    )

    def dag(self, vandaag: date) -> date:
        """Give the chosen day, or today."""
        return getattr(self, "cleaned_data", {}).get("op") or vandaag
