"""What the pages of coordination accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.inrichting.model import Gouderegel, Schaalniveau
from eenplan.regie.models import Eindeuitkomst, Nazorguitkomst
from eenplan.teams.models import Medewerker, Team

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise


def _tekst(label: Tekst, *, required: bool = True, help_text: Tekst = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=4000, help_text=help_text, widget=forms.Textarea)


def _regel(label: Tekst, *, required: bool = True, help_text: Tekst = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=200, help_text=help_text)


def _keuzes(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, object]]) -> None:
    form.fields[naam].choices = list(keuzes)  # type: ignore[attr-defined]


class _MetRij(BasisForm):
    """A form in which one field offers rows: the value is the row itself."""

    rijveld = ""

    def bied_aan(self, rijen: Sequence[Any], namen: Sequence[str]) -> None:  # Any: a row of any model
        """Offer these rows under these names."""
        self._rijen = {str(rij.pk): rij for rij in rijen}
        _keuzes(self, self.rijveld, zip(self._rijen, namen, strict=True))

    def feiten(self) -> dict[str, Any]:
        """Give what was typed, with the row in its field; call only on a valid form."""
        gegevens = dict(self.cleaned_data)
        return gegevens | {self.rijveld: self._rijen.get(gegevens[self.rijveld])}


class RegelsForm(BasisForm):
    """The golden rules that hold now."""

    regels = forms.MultipleChoiceField(
        label=_("Wat klopt er nu voor dit huishouden?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, regels: Sequence[Gouderegel], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _keuzes(self, "regels", ((regel.code, regel.tekst) for regel in regels))


class OverdrachtForm(_MetRij):
    """Who is asked to coordinate, in which team, and what is agreed."""

    rijveld = "naar"
    naar = forms.ChoiceField(label=_("Wie wordt regisseur?"))
    afspraken = _tekst(
        _("Wat spreekt u af?"),
        help_text=_(
            "Wat loopt er, wie weet ervan, wat moet het eerst? De nieuwe regisseur leest dit en zegt ja of nee."
        ),
    )
    regels = forms.MultipleChoiceField(
        label=_("Regels voor coördinatie die nu kloppen"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        mensen: Sequence[tuple[Medewerker, Team]],
        eigen_team: int,
        regels: Sequence[Gouderegel],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        eigen = [paar for paar in mensen if paar[1].pk == eigen_team]
        self._paren = {f"{wie.pk}-{team.pk}": (wie, team) for wie, team in (*eigen, *mensen)}
        _keuzes(
            self,
            "naar",
            [("", "—"), *((code, f"{wie.naam}, {team.naam}") for code, (wie, team) in self._paren.items())],
        )
        _keuzes(self, "regels", ((regel.code, regel.tekst) for regel in regels))

    def feiten(self) -> dict[str, Any]:
        """Give who and in which team; call only on a valid form."""
        wie, team = self._paren[self.cleaned_data["naar"]]
        return dict(self.cleaned_data) | {"naar": wie, "team": team}


class AntwoordForm(BasisForm):
    """Yes, or no with a reason."""

    reden = _regel(_("Waarom niet?"), required=False, help_text=_("Alleen als u de regie niet overneemt."))


class RedenForm(BasisForm):
    """Why something ends."""

    reden = _regel(_("Waarom?"))


class IngelichtForm(BasisForm):
    """On which day the household was told."""

    op = Datumveld(label=_("Wanneer hebt u het huishouden verteld wie nu regisseur is?"))


class SchaalForm(BasisForm):
    """From which level to which, on what ground, and when its effect is looked at."""

    van = forms.ChoiceField(label=_("Nu"))
    naar = forms.ChoiceField(label=_("Wordt"))
    grond = _tekst(_("Waarom?"), help_text=_("Wat is er veranderd, en wat is nu nodig?"))
    bekijk_op = Datumveld(label=_("Wanneer kijkt u wat het deed?"))

    def __init__(self, *args: Any, niveaus: Sequence[Schaalniveau], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for naam in ("van", "naar"):
            _keuzes(self, naam, ((niveau.code, niveau.naam) for niveau in niveaus))


class EffectForm(BasisForm):
    """What something brought."""

    effect = _tekst(_("Wat bracht het?"), help_text=_("Ook als er niets veranderde: schrijf dat op."))


class InterventieForm(_MetRij):
    """In which help, what must change, why and before when; and which partner is asked."""

    rijveld = "toewijzing"
    toewijzing = forms.ChoiceField(label=_("In welke hulp grijpt u in?"), widget=forms.RadioSelect)
    wat = _regel(_("Wat moet de aanbieder anders doen?"), help_text=_("Dit leest de aanbieder."))
    waarom = _tekst(_("Waarom?"), help_text=_("Dit blijft bij het team."))
    uiterlijk = Datumveld(label=_("Uiterlijk"))
    partner = forms.ChoiceField(
        label=_("Als taak sturen aan"),
        required=False,
        help_text=_("Alleen organisaties waarmee een samenwerking is vastgelegd. Niets gekozen? Vertel het zelf."),
    )

    def __init__(self, *args: Any, partners: Sequence[Any], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._partners = {str(rij.pk): rij for rij in partners}
        _keuzes(self, "partner", [("", "—"), *((pk, rij.naam) for pk, rij in self._partners.items())])

    def feiten(self) -> dict[str, Any]:
        """Give the help and the partner as rows; call only on a valid form."""
        return super().feiten() | {"partner": self._partners.get(self.cleaned_data["partner"])}


class UitkomstForm(BasisForm):
    """What stepping in brought."""

    uitkomst = _tekst(_("Wat is er veranderd?"), help_text=_("Ook als er niets veranderde: schrijf dat op."))


class NazorgForm(BasisForm):
    """How it goes after help stopped."""

    uitkomst = forms.ChoiceField(label=_("Hoe gaat het?"), choices=Nazorguitkomst.choices, widget=forms.RadioSelect)
    verslag = _tekst(
        _("Wat is er verteld, en wat hebt u gedaan?"),
        required=False,
        help_text=_("Verplicht als het minder goed gaat."),
    )
    op = Datumveld(label=_("Wanneer sprak u het huishouden?"))


class WaakvlamForm(_MetRij):
    """Who keeps in touch, why, and how often."""

    rijveld = "medewerker"
    medewerker = forms.ChoiceField(label=_("Wie houdt contact?"))
    waarom = _regel(_("Waarom blijft er een waakvlam aan?"))
    weken = forms.IntegerField(label=_("Om de hoeveel weken?"), min_value=1, max_value=104)


class WaakvlamcontactForm(BasisForm):
    """That there was contact; today stands ready."""

    op = Datumveld(label=_("Wanneer had u contact?"))
    hoe = _regel(_("Hoe gaat het?"), required=False)


class DoorzettingForm(BasisForm):
    """What is decided by authority, on which mandate, towards whom."""

    wat = _tekst(_("Wat besluit u?"))
    grond = _regel(_("Op welke grond of welk mandaat?"))
    aan_wie = forms.CharField(label=_("Aan wie?"), max_length=120)
    bekijk_op = Datumveld(label=_("Wanneer wordt gekeken wat het deed?"))


class EindevaluatieForm(BasisForm):
    """How help is judged before it ends."""

    uitkomst = forms.ChoiceField(
        label=_("Wat gebeurt er met deze hulp?"), choices=Eindeuitkomst.choices, widget=forms.RadioSelect
    )
    toelichting = _tekst(_("Hoe werkt de hulp, en wat vindt het huishouden ervan?"))


class AchterwachtForm(BasisForm):
    """Who stands in for which team."""

    wie = forms.ChoiceField(label=_("Wie is achterwacht?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, mensen: Sequence[tuple[Medewerker, Team]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._paren = {f"{wie.pk}-{team.pk}": (wie, team) for wie, team in mensen}
        _keuzes(self, "wie", ((code, f"{wie.naam}, {team.naam}") for code, (wie, team) in self._paren.items()))

    def keuze(self) -> tuple[Medewerker, Team]:
        """Give who and for which team; call only on a valid form."""
        return self._paren[self.cleaned_data["wie"]]
