"""What is typed on looking back, by a worker or by the resident: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.evaluaties.actions import Doeluitkomst, Gevraagd, Terugblik
from eenplan.evaluaties.models import GAAT_DOOR, Aanleiding, Bereikt, Vervolg, Wijze
from eenplan.inrichting.meetlat import Ervaringsvraag
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Doel

LENGTE = 2000
SCHAAL = (
    (5, _lazy("5 – helemaal mee eens")),
    (4, _lazy("4 – mee eens")),
    (3, _lazy("3 – niet eens, niet oneens")),
    (2, _lazy("2 – niet mee eens")),
    (1, _lazy("1 – helemaal niet mee eens")),
)


def teken(bereikt: int) -> str:
    """Write a goal attainment with its sign."""
    return f"+{bereikt}" if bereikt > 0 else str(bereikt).replace("-", "−")


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


@dataclass(frozen=True)
class Doelblok:
    """The fields of one goal."""

    doel: Doel
    bereikt: BoundField
    zin: BoundField
    vervolg: BoundField
    volgende_op: BoundField


class EvaluatieForm(BasisForm):
    """How far each goal came and what happens with it. A goal that was not discussed may be skipped."""

    dag = Datumveld(label=_lazy("Samen teruggekeken op"))
    aanwezig = forms.MultipleChoiceField(
        label=_lazy("Wie was erbij?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    anderen = forms.CharField(
        label=_lazy("Wie nog meer?"), required=False, max_length=200, help_text=_lazy("Bijvoorbeeld: de begeleider.")
    )
    hoe_verder = forms.CharField(
        label=_lazy("Hoe gaan we verder?"), required=False, max_length=LENGTE, widget=forms.Textarea()
    )

    def __init__(self, *args: Any, doelen: Iterable[Doel], personen: Iterable[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._doelen = list(doelen)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        _bied_aan(self, "aanwezig", ((pk, persoon.naam) for pk, persoon in self._personen.items()))
        for doel in self._doelen:
            self.voeg_toe(_velden(doel))

    @property
    def blokken(self) -> Iterator[Doelblok]:
        """Give the goals in the order of the plan."""
        for doel in self._doelen:
            velden = (self[f"doel{doel.pk}-{deel}"] for deel in ("bereikt", "zin", "vervolg", "volgende_op"))
            yield Doelblok(doel, *velden)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        for doel in self._doelen:
            self._controleer(f"doel{doel.pk}", schoon)
        return schoon

    def _controleer(self, merk: str, schoon: dict[str, Any]) -> None:
        """Ask for what belongs together: how far it came, one sentence, what happens, and when to look again."""
        bereikt, zin, vervolg = (schoon.get(f"{merk}-{deel}") for deel in ("bereikt", "zin", "vervolg"))
        if not any((bereikt, zin, vervolg, schoon.get(f"{merk}-volgende_op"))):
            return
        if not bereikt:
            self.add_error(f"{merk}-bereikt", _("Kies hoe ver dit doel kwam."))
        if not zin:
            self.add_error(f"{merk}-zin", _("Schrijf in één zin hoe het ging."))
        if not vervolg:
            self.add_error(f"{merk}-vervolg", _("Kies wat er met dit doel gebeurt."))
        volgende = schoon.get(f"{merk}-volgende_op")
        if vervolg in GAAT_DOOR and f"{merk}-volgende_op" not in self.errors:
            dag = schoon.get("dag")
            if not volgende or (dag and volgende <= dag):
                self.add_error(f"{merk}-volgende_op", _("Kies een dag na deze evaluatie om weer terug te kijken."))

    def terugblik(self) -> Terugblik:
        """Give when it was, who was there and what goes on; call only on a valid form."""
        schoon = self.cleaned_data
        aanwezig = tuple(self._personen[pk] for pk in schoon["aanwezig"])
        return Terugblik(schoon["dag"], aanwezig, schoon["anderen"], schoon["hoe_verder"])

    def uitkomsten(self) -> dict[Doel, Doeluitkomst]:
        """Give what was found per goal that was discussed."""
        schoon = self.cleaned_data
        return {
            doel: Doeluitkomst(
                Bereikt(int(schoon[f"doel{doel.pk}-bereikt"])),
                schoon[f"doel{doel.pk}-zin"],
                Vervolg(schoon[f"doel{doel.pk}-vervolg"]),
                schoon[f"doel{doel.pk}-volgende_op"],
            )
            for doel in self._doelen
            if schoon[f"doel{doel.pk}-bereikt"]
        }


def _velden(doel: Doel) -> dict[str, forms.Field]:
    merk, nummer = f"doel{doel.pk}", doel.volgorde
    keuzes = [(str(keuze.value), f"{teken(keuze.value)}: {keuze.label}") for keuze in reversed(Bereikt)]
    return {
        f"{merk}-bereikt": forms.ChoiceField(
            label=_("Hoe ver kwam doel {n}?").format(n=nummer),
            choices=[*keuzes, ("", _("niet besproken"))],
            required=False,
            widget=forms.RadioSelect,
        ),
        f"{merk}-zin": forms.CharField(
            label=_("Hoe ging het, in één zin? (doel {n})").format(n=nummer), required=False, max_length=300
        ),
        f"{merk}-vervolg": forms.ChoiceField(
            label=_("Wat gebeurt er met doel {n}?").format(n=nummer),
            choices=Vervolg.choices,
            required=False,
            widget=forms.RadioSelect,
        ),
        f"{merk}-volgende_op": Datumveld(
            label=_("Weer terugkijken op (doel {n})").format(n=nummer),
            help_text=_("Bij doorgaan of bijstellen. Bijvoorbeeld 07-04-2026."),
            required=False,
        ),
    }


class VraagForm(BasisForm):
    """Whom we ask how the help was, when, and who types."""

    persoon = forms.ChoiceField(label=_lazy("Wie vraagt u het?"), widget=forms.RadioSelect)
    aanleiding = forms.ChoiceField(label=_lazy("Wanneer?"), choices=Aanleiding.choices, widget=forms.RadioSelect)
    wijze = forms.ChoiceField(
        label=_lazy("Hoe?"),
        choices=[
            (Wijze.ZELF.value, _lazy("de inwoner vult het zelf in op dit scherm")),
            (Wijze.SAMEN.value, _lazy("ik typ mee met de inwoner")),
            (Wijze.WIL_NIET.value, _lazy("de inwoner wil dit niet")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        _bied_aan(self, "persoon", ((pk, persoon.naam) for pk, persoon in self._personen.items()))

    def gevraagd(self, dag: date) -> Gevraagd:
        """Give who is asked, when and how; call only on a valid form."""
        schoon = self.cleaned_data
        return Gevraagd(
            self._personen[schoon["persoon"]], Aanleiding(schoon["aanleiding"]), Wijze(schoon["wijze"]), dag
        )


class AntwoordForm(BasisForm):
    """The municipality's questions, each on a scale of 1 to 5, and one open. No answer is required."""

    def __init__(self, *args: Any, vragen: Iterable[Ervaringsvraag], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        for vraag in vragen:
            self.voeg_toe({vraag.code: _vraagveld(vraag)})

    def antwoorden(self) -> dict[str, int | str]:
        """Give what was answered; call only on a valid form."""
        return {code: antwoord for code, antwoord in self.cleaned_data.items() if antwoord}


def _vraagveld(vraag: Ervaringsvraag) -> forms.Field:
    if vraag.is_open:
        return forms.CharField(label=vraag.vraag, required=False, max_length=LENGTE, widget=forms.Textarea())
    keuzes = [*SCHAAL, ("", _lazy("geen antwoord"))]
    return forms.ChoiceField(label=vraag.vraag, choices=keuzes, required=False, widget=forms.RadioSelect)
