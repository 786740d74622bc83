"""What a worker types while measuring: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.core.opmaak import datum_kort
from eenplan.dossiers.forms import MetLabel
from eenplan.inrichting.meetlat import Domein, Leefgebiedset, anker_sleutel
from eenplan.metingen.actions import Uitkomst
from eenplan.metingen.beeld import NIVEAUS_HOOG_NAAR_LAAG
from eenplan.metingen.models import Meting, Moment, Niveau, Score
from eenplan.metingen.queries import scores_van
from eenplan.personen.models import Persoon

REDEN_TOT_EN_MET = Niveau.BEPERKT  # from "voldoende" on a reason is welcome, not asked


class KiesForm(BasisForm):
    """Of whom, and on which life domains."""

    persoon = forms.ChoiceField(label=_lazy("Van wie?"), widget=forms.RadioSelect)
    leefgebiedset = forms.ChoiceField(label=_lazy("Waarop?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, personen: Iterable[Persoon], sets: Iterable[Leefgebiedset], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        self._sets = {rij.code: rij for rij in sets}
        keuzes = {
            "persoon": [(pk, persoon.naam) for pk, persoon in self._personen.items()],
            "leefgebiedset": [(code, rij.naam) for code, rij in self._sets.items()],
        }
        for naam, opties in keuzes.items():
            cast("forms.ChoiceField", self.fields[naam]).choices = opties
            self.fields[naam].initial = opties[0][0] if opties else ""

    @property
    def gekozen(self) -> tuple[Persoon, Leefgebiedset]:
        """Give who and what; call only on a valid form."""
        return self._personen[self.cleaned_data["persoon"]], self._sets[self.cleaned_data["leefgebiedset"]]


@dataclass(frozen=True)
class Blok:
    """The fields of one life domain, what was found last time, and the municipality's text per level."""

    domein: Domein
    niveau: BoundField
    reden: BoundField
    cijfer: BoundField
    vorige: Score | None
    ankers: dict[str, str]


class MetingForm(MetLabel):
    """A level per life domain from high to low, with the reason, and the resident's own mark. Any may be skipped."""

    moment = forms.ChoiceField(label=_lazy("Wanneer in de hulp?"), choices=Moment.choices, widget=forms.RadioSelect)
    dag = Datumveld(label=_lazy("Besproken op"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        leefgebiedset: Leefgebiedset,
        ankers: Mapping[str, str],
        vorige: Meting | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._set, self._ankers, self.vorige = leefgebiedset, ankers, vorige
        self._vorige = scores_van(vorige)
        for domein in leefgebiedset.domeinen:
            self.voeg_toe(_velden(domein, self._vorige.get(domein.code), vorige.dag if vorige else None))

    @property
    def blokken(self) -> Iterator[Blok]:
        """Give the life domains in the order of the set."""
        for domein in self._set.domeinen:
            niveau, reden, cijfer = (self[f"{domein.code}-{deel}"] for deel in ("niveau", "reden", "cijfer"))
            ankers = {
                str(waarde): tekst
                for waarde in Niveau.values
                if (tekst := self._ankers.get(anker_sleutel(self._set.code, domein.code, waarde)))
            }
            yield Blok(domein, niveau, reden, cijfer, self._vorige.get(domein.code), ankers)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        for domein in self._set.domeinen:
            niveau = schoon.get(f"{domein.code}-niveau")
            if niveau and int(niveau) <= REDEN_TOT_EN_MET and not schoon.get(f"{domein.code}-reden"):
                self.add_error(f"{domein.code}-reden", _("Schrijf in één zin waarom het dit niveau is."))
        return schoon

    def uitkomsten(self) -> dict[str, Uitkomst]:
        """Give what was found per life domain; call only on a valid form."""
        schoon = self.cleaned_data
        return {
            domein.code: Uitkomst(
                niveau=int(schoon[f"{domein.code}-niveau"]) if schoon[f"{domein.code}-niveau"] else None,
                reden=schoon[f"{domein.code}-reden"],
                cijfer=schoon[f"{domein.code}-cijfer"],
            )
            for domein in self._set.domeinen
        }


def _velden(domein: Domein, vorige: Score | None, dag: date | None) -> dict[str, forms.Field]:
    """Make the three fields of a life domain; what was found last time stands beside it and is not chosen yet."""
    return {
        f"{domein.code}-niveau": forms.ChoiceField(
            label=_("Niveau ({domein})").format(domein=domein.naam),
            help_text=_vorige_keer(vorige, dag),
            choices=[
                *((niveau.value, f"{niveau.value} – {niveau.label}") for niveau in NIVEAUS_HOOG_NAAR_LAAG),
                ("", _lazy("niet besproken")),
            ],
            required=False,
            widget=forms.RadioSelect,
        ),
        f"{domein.code}-reden": forms.CharField(
            label=_("Waarom? ({domein})").format(domein=domein.naam),
            required=False,
            max_length=1000,
            widget=forms.Textarea(),
        ),
        f"{domein.code}-cijfer": forms.IntegerField(
            label=_("Cijfer van de inwoner zelf, 1 tot en met 10 ({domein})").format(domein=domein.naam),
            required=False,
            min_value=1,
            max_value=10,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        ),
    }


def _vorige_keer(score: Score | None, dag: date | None) -> str:
    if score is None or dag is None:
        return ""
    cijfers = (
        f"{score.niveau} – {score.get_niveau_display()}" if score.niveau else "",
        _("eigen cijfer {cijfer}").format(cijfer=score.cijfer) if score.cijfer else "",
    )
    delen = (", ".join(filter(None, cijfers)), score.reden)
    return _("Vorige keer ({dag}): {wat}").format(dag=datum_kort(dag), wat=". ".join(filter(None, delen)))


def begin_van(meting: Meting) -> dict[str, Any]:
    """Give what a form shows of a measurement that is put right."""
    gegevens: dict[str, Any] = {"moment": meting.moment, "dag": meting.dag, "wet": meting.wet}
    for score in meting.scores.all():
        gegevens |= {
            f"{score.domein}-niveau": score.niveau or "",
            f"{score.domein}-reden": score.reden,
            f"{score.domein}-cijfer": score.cijfer,
        }
    return gegevens
