"""Forms of the network: somebody who supports, the end of it, and what was done about an overload."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm
from eenplan.netwerk.actions import Steun
from eenplan.netwerk.models import Bandsoort, Draagkracht, Frequentie, Steunfiguur, Werking
from eenplan.personen.models import Markeringsoort, Persoon


class SteunForm(BasisForm):
    """Who supports whom, with what, how often, how well, and what this person can still carry."""

    rond = forms.ChoiceField(label=_lazy("Wie krijgt de steun?"), widget=forms.RadioSelect)
    persoon = forms.ChoiceField(
        label=_lazy("Wie geeft de steun?"),
        required=False,
        help_text=_lazy("Kies iemand met een relatie, of laat dit leeg en vul hieronder een naam in."),
    )
    naam = forms.CharField(
        label=_lazy("Naam"),
        required=False,
        max_length=80,
        help_text=_lazy("Zoals het huishouden diegene noemt, bijvoorbeeld “buurvrouw Ria”."),
    )
    band = forms.ChoiceField(label=_lazy("Band"), choices=[("", _lazy("Kies de band")), *Bandsoort.choices])
    steun = forms.CharField(
        label=_lazy("Wat geeft deze persoon?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: haalt de kinderen van school, luistert, doet de was."),
    )
    hoe_vaak = forms.ChoiceField(label=_lazy("Hoe vaak?"), choices=Frequentie.choices, widget=forms.RadioSelect)
    werking = forms.ChoiceField(label=_lazy("Hoe goed helpt het?"), choices=Werking.choices, widget=forms.RadioSelect)
    draagkracht = forms.ChoiceField(
        label=_lazy("Wat kan deze persoon nog aan?"),
        choices=Draagkracht.choices,
        widget=forms.RadioSelect,
        help_text=_lazy("Overbelast? Dan krijgt de regisseur de taak om steun voor diegene te bespreken."),
    )
    markeringen = forms.MultipleChoiceField(
        label=_lazy("Afschermen"),
        choices=[
            (Markeringsoort.GEHEIM, _lazy("Anderen mogen niet weten dat deze persoon helpt")),
            (Markeringsoort.SCHADELIJK, _lazy("Dit contact is schadelijk")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_lazy("Dan staat deze persoon in geen afdruk en ziet alleen wie in dit dossier werkt het."),
    )
    reden = forms.CharField(label=_lazy("Waarom afschermen?"), required=False, max_length=200)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        leden: Sequence[Persoon],
        bekenden: Sequence[Persoon] = (),
        mag_afschermen: bool = True,
        rij: Steunfiguur | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._leden = {str(persoon.pk): persoon for persoon in leden}
        self._bekenden = {str(persoon.pk): persoon for persoon in bekenden}
        self._rij = rij
        if rij is not None:
            for veld in ("rond", "persoon", "naam"):
                del self.fields[veld]
        else:
            _keuzes(self, "rond", [(pk, persoon.naam) for pk, persoon in self._leden.items()])
            namen = [(pk, persoon.naam) for pk, persoon in self._bekenden.items()]
            _keuzes(self, "persoon", [("", _("Iemand anders, met naam")), *namen])
        if not mag_afschermen:
            del self.fields["markeringen"], self.fields["reden"]

    def clean(self) -> dict[str, Any]:
        gevuld = super().clean() or self.cleaned_data
        if self._rij is None and not gevuld.get("persoon") and not (gevuld.get("naam") or "").strip():
            self.add_error("naam", _("Kies hierboven iemand, of vul een naam in."))
        if gevuld.get("markeringen") and not (gevuld.get("reden") or "").strip():
            self.add_error("reden", _("Schrijf op waarom dit afgeschermd of schadelijk is."))
        return gevuld

    def gegeven(self) -> Steun:
        """Give what was filled in; call only on a valid form."""
        gevuld, rij = self.cleaned_data, self._rij
        return Steun(
            rond=rij.rond if rij else self._leden[gevuld["rond"]],
            persoon=rij.persoon if rij else self._bekenden.get(gevuld["persoon"]),
            naam=rij.naam if rij else gevuld["naam"],
            **{veld: gevuld[veld] for veld in ("band", "steun", "hoe_vaak", "werking", "draagkracht")},
            markeringen=frozenset(gevuld.get("markeringen", ())),
            reden=gevuld["reden"].strip() if gevuld.get("markeringen") else "",
        )


def _keuzes(form: forms.Form, veld: str, keuzes: list[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[veld]).choices = keuzes


class StopForm(BasisForm):
    """Why the support ended."""

    reden = forms.CharField(label=_lazy("Waarom is de steun gestopt?"), max_length=200)


class UitkomstForm(BasisForm):
    """What was done for somebody who could not go on."""

    uitkomst = forms.CharField(
        label=_lazy("Wat is er gedaan, of waarom was er niets nodig?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_lazy("Bijvoorbeeld: respijtzorg geregeld, taken verdeeld, gesprek met de mantelzorgmakelaar."),
    )
