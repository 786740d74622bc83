"""What a worker types to ask who is involved, to be let in, to break the glass, and to judge it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.core.klok import AMSTERDAM
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Medewerker
from eenplan.toegang.models import Noodreden, Oordeel
from eenplan.toegang.queries import Gezocht
from eenplan.wetgeving.bsn import is_bsn

LENGTE = 1000


def _tekstvak(label: Any, hint: Any) -> forms.CharField:  # noqa: ANN401 - a text or a lazy text
    return forms.CharField(label=label, help_text=hint, max_length=LENGTE, widget=forms.Textarea())


def _keuzes(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


def begin_van(dag: date) -> datetime:
    """Give the first moment of a day in Amsterdam."""
    return datetime.combine(dag, time.min, tzinfo=AMSTERDAM)


class ZoekForm(BasisForm):
    """Exactly one resident: by number, or by surname and birth date."""

    bsn = forms.CharField(
        label=_lazy("BSN"),
        max_length=11,
        required=False,
        help_text=_lazy("Alle negen cijfers. Weet u het niet? Vul dan achternaam en geboortedatum in."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    achternaam = forms.CharField(
        label=_lazy("Achternaam"), max_length=120, required=False, help_text=_lazy("Precies zoals in het paspoort.")
    )
    geboortedatum = Datumveld(label=_lazy("Geboortedatum"), required=False)

    def clean_bsn(self) -> str:
        """Refuse a number that cannot be one."""
        cijfers = "".join(teken for teken in self.cleaned_data["bsn"] if teken.isdigit())
        if self.cleaned_data["bsn"] and not is_bsn(cijfers):
            raise ValidationError(_("Dit nummer kan geen BSN zijn: de cijfers kloppen niet samen. Vraag het nog eens."))
        return cijfers

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways, whole."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        heeft_naam = bool(gegevens.get("achternaam", "").strip() and gegevens.get("geboortedatum"))
        if not self.errors and not (gegevens.get("bsn") or heeft_naam):
            self.add_error(None, _("Vul een BSN in, of een achternaam met een geboortedatum."))
        return gegevens

    @property
    def gezocht(self) -> Gezocht:
        """Give who is asked after; call only on a valid form."""
        gegevens = self.cleaned_data
        return Gezocht(gegevens["bsn"], gegevens["achternaam"].strip(), gegevens["geboortedatum"])


class MeewerkForm(BasisForm):
    """Why a worker wants to be let in."""

    vraag = _tekstvak(
        _lazy("Waarvoor hebt u het dossier nodig?"),
        _lazy("De regisseur leest dit en beslist. Noem geen namen van inwoners."),
    )


class NoodForm(BasisForm):
    """Why the glass must be broken: a reason from the list and words of one's own."""

    reden = forms.ChoiceField(label=_lazy("Waarom kan het niet wachten?"), widget=forms.RadioSelect)
    toelichting = _tekstvak(
        _lazy("Wat is er aan de hand?"),
        _lazy("De regisseur en de functionaris gegevensbescherming lezen dit. Noem geen namen van inwoners."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _keuzes(self, "reden", ((code, str(naam)) for code, naam in Noodreden.choices))


class NoodZoekForm(ZoekForm, NoodForm):
    """Break-glass by whoever knows the resident, where the municipality shows no involvement."""


class OordeelForm(BasisForm):
    """Whether breaking the glass was right."""

    oordeel = forms.TypedChoiceField(
        label=_lazy("Was deze noodtoegang terecht?"), coerce=Oordeel, choices=Oordeel.choices, widget=forms.RadioSelect
    )
    toelichting = _tekstvak(_lazy("Waarom vindt u dat?"), _lazy("Dit blijft bij de noodtoegang staan."))


TOESTAAN, WEIGEREN = "toestaan", "weigeren"


class AntwoordForm(BasisForm):
    """The coordinator's answer to who asks to be let in."""

    besluit = forms.ChoiceField(
        label=_lazy("Mag deze collega meewerken in het dossier?"),
        choices=[(TOESTAAN, _lazy("ja, voor een aantal dagen")), (WEIGEREN, _lazy("nee"))],
        widget=forms.RadioSelect,
    )
    dagen = forms.IntegerField(label=_lazy("Voor hoeveel dagen?"), required=False, min_value=1)
    grond = _tekstvak(_lazy("Waarom?"), _lazy("Uw collega leest dit, en de inwoner kan het opvragen."))

    def __init__(self, *args: Any, hoogstens: int, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self.fields["dagen"].help_text = _("Hooguit {dagen} dagen.").format(dagen=hoogstens)

    def clean(self) -> dict[str, Any]:
        """A yes needs a number of days."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        if gegevens.get("besluit") == TOESTAAN and not gegevens.get("dagen") and "dagen" not in self.errors:
            self.add_error("dagen", _("Vul in voor hoeveel dagen."))
        return gegevens


class IntrekkingForm(BasisForm):
    """Why access that was granted ends early."""

    toegang = forms.TypedChoiceField(label=_lazy("Van wie?"), coerce=int, widget=forms.RadioSelect)
    reden = forms.CharField(label=_lazy("Waarom trekt u de toegang in?"), max_length=200)

    def __init__(self, *args: Any, toegangen: Iterable[Dossiertoegang], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _keuzes(self, "toegang", ((str(rij.pk), rij.medewerker.naam) for rij in toegangen))


class VrijwilligerForm(BasisForm):
    """Who takes the task over, about whom, and till when."""

    vrijwilliger = forms.ChoiceField(label=_lazy("Welke vrijwilliger?"))
    persoon = forms.ChoiceField(label=_lazy("Over wie gaat de taak?"), widget=forms.RadioSelect)
    tot_en_met = Datumveld(label=_lazy("Tot en met"))
    met_telefoon = forms.BooleanField(
        label=_lazy("De vrijwilliger heeft het telefoonnummer nodig"), required=False, initial=True
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        vrijwilligers: Iterable[Medewerker],
        personen: Iterable[Persoon],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._vrijwilligers = {str(iemand.pk): iemand for iemand in vrijwilligers}
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        _keuzes(self, "vrijwilliger", ((pk, iemand.naam) for pk, iemand in self._vrijwilligers.items()))
        _keuzes(self, "persoon", ((pk, persoon.naam) for pk, persoon in self._personen.items()))

    @property
    def gekozen_vrijwilliger(self) -> Medewerker:
        return self._vrijwilligers[self.cleaned_data["vrijwilliger"]]

    @property
    def gekozen_persoon(self) -> Persoon:
        return self._personen[self.cleaned_data["persoon"]]

    @property
    def tot(self) -> datetime:
        """Give the first moment after the last day."""
        return begin_van(self.cleaned_data["tot_en_met"] + timedelta(days=1))


class TerugmeldForm(BasisForm):
    """A volunteer's short message back."""

    is_gedaan = forms.BooleanField(label=_lazy("Het is gedaan"), required=False)
    bericht = forms.CharField(
        label=_lazy("Bericht aan de regisseur"),
        max_length=300,
        required=False,
        help_text=_lazy("Kort: wat is er gelukt, of wat moet de regisseur weten?"),
    )


class OnderzoekForm(BasisForm):
    """A named list of files for one reviewer and a period."""

    onderzoeker = forms.ChoiceField(label=_lazy("Welke onderzoeker?"))
    dossiers = forms.CharField(
        label=_lazy("Welke dossiers?"),
        max_length=LENGTE,
        help_text=_lazy("De dossiernummers, met een komma of spatie ertussen."),
    )
    vanaf = Datumveld(label=_lazy("Vanaf"))
    tot_en_met = Datumveld(label=_lazy("Tot en met"))
    grond = _tekstvak(_lazy("Waarvoor is het onderzoek?"), _lazy("De inwoner kan dit opvragen."))

    def __init__(self, *args: Any, onderzoekers: Iterable[Medewerker], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._onderzoekers = {str(iemand.pk): iemand for iemand in onderzoekers}
        _keuzes(self, "onderzoeker", ((pk, iemand.naam) for pk, iemand in self._onderzoekers.items()))

    def clean_dossiers(self) -> list[int]:
        """Read the numbers."""
        woorden = str(self.cleaned_data["dossiers"]).replace(",", " ").split()
        if not all(woord.isdecimal() and len(woord) < 19 for woord in woorden):
            raise ValidationError(_("Schrijf alleen nummers, bijvoorbeeld 12, 18, 204."))
        return sorted({int(woord) for woord in woorden})

    @property
    def gekozen_onderzoeker(self) -> Medewerker:
        return self._onderzoekers[self.cleaned_data["onderzoeker"]]

    @property
    def periode(self) -> tuple[datetime, datetime]:
        """Give the first moment, and the first moment after the last day."""
        gegevens = self.cleaned_data
        return begin_van(gegevens["vanaf"]), begin_van(gegevens["tot_en_met"] + timedelta(days=1))


class KoppelForm(BasisForm):
    """Which worker is which resident; found by exact surname and birth date, and never shown."""

    medewerker = forms.ChoiceField(label=_lazy("Welke medewerker?"))
    achternaam = forms.CharField(
        label=_lazy("Achternaam als inwoner"), max_length=120, help_text=_lazy("Precies zoals in het paspoort.")
    )
    geboortedatum = Datumveld(label=_lazy("Geboortedatum"))

    def __init__(self, *args: Any, medewerkers: Iterable[Medewerker], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._medewerkers = {str(iemand.pk): iemand for iemand in medewerkers}
        namen = ((pk, f"{iemand.naam} ({iemand.gebruikersnaam})") for pk, iemand in self._medewerkers.items())
        _keuzes(self, "medewerker", namen)

    @property
    def gekozen_medewerker(self) -> Medewerker:
        return self._medewerkers[self.cleaned_data["medewerker"]]
