"""What a worker types about a weighty advice or a consult: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.adviezen.actions import NieuwAdvies
from eenplan.adviezen.consult_actions import Consultvraag
from eenplan.adviezen.models import Adviesantwoord
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.delen.forms import WegForm
from eenplan.delen.models import Samenwerking
from eenplan.dossiers.forms import MetLabel
from eenplan.inrichting.lezen import inrichting

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise


def _tekstvak(label: Tekst, *, hint: Tekst = "", required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=4000, required=required, widget=forms.Textarea())


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class AdviesForm(WegForm):
    """An advice: about whom, to whom and what for, what we advise and why."""

    advies = _tekstvak(_lazy("Wat adviseert u?"), hint=_lazy("Schrijf het zo dat de ander het kan overnemen."))
    motivering = _tekstvak(_lazy("Waarom?"), hint=_lazy("Alleen wat de ander nodig heeft om te beslissen."))

    def nieuw(self) -> NieuwAdvies:
        """Give the advice, of a form that is valid."""
        weg, gevuld = self.weg(), self.cleaned_data
        return NieuwAdvies(
            weg.persoon, weg.samenwerking, weg.herkomst, weg.doel, gevuld["advies"], gevuld["motivering"]
        )


class AntwoordForm(BasisForm):
    """What the other organisation does with the advice; deviating needs a reason."""

    antwoord = forms.ChoiceField(
        label=_lazy("Wat doet de ander met het advies?"), choices=Adviesantwoord.choices, widget=forms.RadioSelect
    )
    reden = _tekstvak(
        _lazy("Waarom wijkt de ander af?"),
        required=False,
        hint=_lazy("Nodig als het advies gewijzigd of niet is overgenomen."),
    )
    op = Datumveld(label=_lazy("Op welke dag kwam het antwoord?"))

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("antwoord") in (Adviesantwoord.GEWIJZIGD, Adviesantwoord.NIET) and not gevuld.get("reden"):
            self.add_error("reden", _("Schrijf op waarom de ander afwijkt. Vraag daarnaar als het er niet bij staat."))
        return gevuld


class EscalatieForm(BasisForm):
    """To whom the advice goes next, and on what ground."""

    aan = forms.CharField(
        label=_lazy("Aan wie legt u het voor?"),
        max_length=160,
        required=False,
        help_text=_lazy("Laat leeg voor wie de gemeente voor dit niveau koos."),
    )
    grond = forms.CharField(label=_lazy("Waarom legt u het hoger voor?"), max_length=300)


class EffectForm(BasisForm):
    """What a level brought."""

    effect = forms.CharField(label=_lazy("Wat leverde dit niveau op?"), max_length=300)


class RedenForm(BasisForm):
    """Why."""

    reden = forms.CharField(label=_lazy("Waarom trekt u het in?"), max_length=200)


class ConsultForm(MetLabel):
    """A question to a specialist, without names."""

    deskundigheid = forms.ChoiceField(label=_lazy("Welke deskundigheid?"))
    partner = forms.ChoiceField(
        label=_lazy("Bij welke organisatie?"),
        required=False,
        help_text=_lazy("Laat leeg voor een eigen deskundige."),
    )
    vraag = _tekstvak(
        _lazy("Wat is uw vraag?"),
        hint=_lazy("Zonder namen, adressen, data, nummers of organisaties. De deskundige leest alleen deze tekst."),
    )
    is_spoed = forms.BooleanField(label=_lazy("Dit heeft spoed"), required=False)
    field_order = ("deskundigheid", "partner", "vraag", "is_spoed", "wet")

    def __init__(self, *args: Any, partners: Iterable[Samenwerking], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._partners = {str(rij.pk): rij for rij in partners}
        namen = ((rij.code, self._met_tijd(rij.naam, rij.uren, rij.spoed_uren)) for rij in inrichting().deskundigheden)
        _bied_aan(self, "deskundigheid", [("", _("Kies")), *namen])
        _bied_aan(
            self, "partner", [("", _("eigen deskundige")), *((pk, rij.naam) for pk, rij in self._partners.items())]
        )

    @staticmethod
    def _met_tijd(naam: str, uren: int, spoed: int) -> str:
        return _("{naam}: antwoord binnen {uren} uur, met spoed {spoed} uur").format(naam=naam, uren=uren, spoed=spoed)

    def consultvraag(self) -> Consultvraag:
        """Give the question, of a form that is valid."""
        gevuld = self.cleaned_data
        partner = self._partners.get(gevuld["partner"])
        return Consultvraag(gevuld["vraag"], gevuld["deskundigheid"], gevuld["is_spoed"], partner, self.label_wet)


class ConsultantwoordForm(BasisForm):
    """The advice of a specialist."""

    advies = _tekstvak(_lazy("Advies"))
