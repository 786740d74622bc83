"""What is typed about tasks at partners and opened goals: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.delen.forms import JA, NEE, WegForm
from eenplan.delen.keuzes import Categorie
from eenplan.delen.models import Samenwerking
from eenplan.ketenpartners.deling import Deelgrond
from eenplan.ketenpartners.opening_actions import Openingsvraag
from eenplan.ketenpartners.states import Partnertaakstatus
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Doel
from eenplan.teams.models import Medewerker

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


def doelnaam(doel: Doel) -> str:
    """Name a goal in a list: the resident's own words, short."""
    woorden = doel.eigen_woorden.strip() or doel.resultaat.strip() or _("doel zonder woorden")
    return woorden if len(woorden) <= 90 else woorden[:89] + "…"


class TaakForm(WegForm):
    """Who is asked to do what, about whom, under which law, with which information, before which day."""

    wat = forms.CharField(
        label=_lazy("Wat vraagt u de partner?"),
        max_length=200,
        help_text=_lazy("Zonder namen. Dit ziet de partner meteen."),
    )
    doel_van_plan = forms.ChoiceField(
        label=_lazy("Bij welk doel van het plan hoort het?"),
        required=False,
        help_text=_lazy("Het resultaat komt bij dit doel te staan."),
    )
    gegevens = forms.CharField(
        label=_lazy("Wat moet de partner weten?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_lazy(
            "Alleen wat nodig is voor deze opdracht. De partner ziet dit pas als hij de opdracht aanneemt."
        ),
    )
    categorieen = forms.MultipleChoiceField(
        label=_lazy("Welke soort gegevens geeft u mee?"),
        choices=Categorie.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Categorie.HULPVRAAG.value],
    )
    uiterlijk = Datumveld(label=_lazy("Uiterlijk klaar op"))
    field_order = ("ander", "wat", "persoon", "gegevens", "categorieen", "wet", "doel_van_plan", "uiterlijk")

    def __init__(self, *args: Any, doelen: Iterable[Doel], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._doelen = {str(doel.pk): doel for doel in doelen}
        namen = [(pk, doelnaam(doel)) for pk, doel in self._doelen.items()]
        _bied_aan(self, "doel_van_plan", [("", _("bij geen doel in het bijzonder")), *namen])

    def gevuld(self) -> dict[str, Any]:
        """Give what the action takes, of a form that is valid."""
        weg, schoon = self.weg(), self.cleaned_data
        return {
            "partner": weg.samenwerking,
            "wat": schoon["wat"],
            "gegevens": schoon["gegevens"],
            "uiterlijk": schoon["uiterlijk"],
            "doel": self._doelen.get(schoon["doel_van_plan"]),
            "grond": Deelgrond(weg.persoon, weg.herkomst, weg.doel, tuple(schoon["categorieen"])),
        }


_ANTWOORDEN: dict[str, list[tuple[str, Tekst]]] = {
    Partnertaakstatus.UITGEZET: [
        (Partnertaakstatus.AANVAARD.value, _lazy("neemt de opdracht aan")),
        (Partnertaakstatus.GEWEIGERD.value, _lazy("neemt de opdracht niet aan")),
    ],
    Partnertaakstatus.AANVAARD: [
        (Partnertaakstatus.GEREED.value, _lazy("de opdracht is klaar")),
        (Partnertaakstatus.TERUGGEGEVEN.value, _lazy("het lukt toch niet: de opdracht gaat terug")),
    ],
}


class AntwoordForm(BasisForm):
    """What the partner answers now."""

    antwoord = forms.ChoiceField(label=_lazy("Wat is het antwoord?"), widget=forms.RadioSelect)
    tekst = forms.CharField(
        label=_lazy("Resultaat of reden"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_lazy("Is de opdracht klaar: wat kwam eruit? Gaat hij niet door: waarom niet?"),
    )

    def __init__(self, *args: Any, stand: str, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _bied_aan(self, "antwoord", _ANTWOORDEN.get(stand, []))

    def gevuld(self) -> dict[str, Any]:
        """Give what the action takes, of a form that is valid."""
        schoon = dict(self.cleaned_data)
        return {"naar": Partnertaakstatus(schoon.pop("antwoord")), **schoon}


class NamensForm(AntwoordForm):
    """The same, heard by telephone: a worker writes it down for the partner."""

    gehoord_van = forms.CharField(
        label=_lazy("Wie van de partner zei dit?"),
        max_length=120,
        help_text=_lazy("U legt het antwoord vast namens de partner. Dat staat erbij."),
    )


class OpeningForm(BasisForm):
    """The answer of the resident at the table: which goal, for which helper, yes or no, till when."""

    doel = forms.ChoiceField(label=_lazy("Welk doel?"))
    helper = forms.ChoiceField(label=_lazy("Voor welke hulpverlener?"))
    inwoner = forms.ChoiceField(label=_lazy("Wie van het huishouden antwoordt?"), widget=forms.RadioSelect)
    antwoord = forms.ChoiceField(
        label=_lazy("Mag deze hulpverlener het doel zien?"),
        choices=[(JA, _lazy("ja")), (NEE, _lazy("nee"))],
        widget=forms.RadioSelect,
        help_text=_lazy("Nee zeggen mag altijd. Voor de hulp verandert er dan niets."),
    )
    tot_en_met = Datumveld(label=_lazy("Tot en met welke dag?"), required=False)
    allen_akkoord = forms.BooleanField(
        label=_lazy("Ook wie verder moet instemmen, vindt het goed"),
        required=False,
        help_text=_lazy("Bij een kind is dat bijvoorbeeld de andere ouder met gezag, of het kind zelf vanaf 12 jaar."),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        doelen: Iterable[Doel],
        helpers: Iterable[tuple[Medewerker, str]],
        inwoners: Iterable[Persoon],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._doelen = {str(doel.pk): doel for doel in doelen}
        paren = list(helpers)
        self._helpers = {str(helper.pk): helper for helper, _partner in paren}
        self._inwoners = {str(persoon.pk): persoon for persoon in inwoners}
        kies = ("", _("Kies"))
        _bied_aan(self, "doel", [kies, *((pk, doelnaam(doel)) for pk, doel in self._doelen.items())])
        _bied_aan(self, "helper", [kies, *((str(helper.pk), f"{helper.naam}, {naam}") for helper, naam in paren)])
        _bied_aan(self, "inwoner", ((pk, persoon.naam) for pk, persoon in self._inwoners.items()))

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("antwoord") == JA and not gevuld.get("tot_en_met") and "tot_en_met" not in self.errors:
            self.add_error("tot_en_met", _("Vul in tot en met welke dag de hulpverlener dit doel mag zien."))
        return gevuld

    @property
    def is_gegeven(self) -> bool:
        """Whether the answer is yes, of a form that is valid."""
        return bool(self.cleaned_data["antwoord"] == JA)

    def vraag(self) -> Openingsvraag:
        """Give what was asked, of a form that is valid."""
        schoon = self.cleaned_data
        doel = self._doelen[schoon["doel"]]
        dag = schoon["tot_en_met"] or doel.evaluatie_op or doel.plan.bewaard_op.date()
        return Openingsvraag(
            doel,
            self._helpers[schoon["helper"]],
            self._inwoners[schoon["inwoner"]],
            dag + timedelta(days=1),
            allen_akkoord=schoon["allen_akkoord"],
        )


class SluitForm(BasisForm):
    """Why the coordinator closes a goal for somebody's safety."""

    reden = forms.CharField(
        label=_lazy("Waarom sluit u dit doel?"),
        max_length=1000,
        widget=forms.Textarea,
        help_text=_lazy("Alleen het team leest dit. Het staat niet op de lijst van de inwoner en niet op papier."),
    )


class VoortgangForm(BasisForm):
    """How an opened goal goes, in the words of the helper."""

    tekst = forms.CharField(
        label=_lazy("Hoe gaat het met dit doel?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_lazy("Het huishouden en het team lezen dit. De dag en uw naam komen erbij."),
    )


class VerbindForm(BasisForm):
    """Which outside helper works for which organisation."""

    medewerker = forms.ModelChoiceField(
        label=_lazy("Hulpverlener"),
        queryset=Medewerker.objects.none(),
        help_text=_lazy("Alleen wie de rol “hulpverlener van een partner” heeft en nog bij geen partner hoort."),
    )
    partner = forms.ModelChoiceField(label=_lazy("Werkt voor"), queryset=Samenwerking.objects.none())

    def __init__(self, *args: Any, helpers: Any, partners: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Medewerker]", self.fields["medewerker"]).queryset = helpers
        cast("forms.ModelChoiceField[Samenwerking]", self.fields["partner"]).queryset = partners
