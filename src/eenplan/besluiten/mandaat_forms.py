"""What the pages of the register of mandates accept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import ROL_NAMEN
from eenplan.besluiten import mandaat_queries as queries
from eenplan.besluiten.mandaat import houder
from eenplan.besluiten.mandaat_actions import Mandaattekst
from eenplan.besluiten.models import MANDAATROLLEN
from eenplan.core.formulier import BasisForm, Bedragveld, Datumveld
from eenplan.teams.models import Medewerker

ROL, MEDEWERKER = "rol:", "medewerker:"


class RegisterdagForm(BasisForm):
    """The day on which the register is shown."""

    op = Datumveld(
        label=_lazy("Register op datum"),
        required=False,
        help_text=_lazy("Laat leeg voor vandaag. Ook een dag in het verleden kan."),
    )

    def dag(self, vandaag: date) -> date:
        """Give the chosen day, or today."""
        return getattr(self, "cleaned_data", {}).get("op") or vandaag


class MandaatForm(BasisForm):
    """One line of a mandaatbesluit."""

    houder = forms.ChoiceField(label=_lazy("Wie krijgt het mandaat?"))
    wet = forms.ChoiceField(
        label=_lazy("Onder welke wet?"),
        required=False,
        help_text=_lazy("Werk en uitkering staat hier niet bij: daarover beslist Werk en Inkomen."),
    )
    voorziening = forms.ChoiceField(label=_lazy("Voor welke hulp?"), required=False)
    max_per_maand_cent = Bedragveld(
        label=_lazy("Tot hoeveel euro per maand?"),
        required=False,
        help_text=_lazy("Eenmalige hulp telt in één maand. Laat leeg als er geen grens is."),
    )
    mag_afwijzen = forms.BooleanField(label=_lazy("Mag ook afwijzen"), required=False)
    mag_afwijken = forms.BooleanField(label=_lazy("Mag afwijken van de beleidsregels"), required=False)
    mag_na_vaststellen = forms.BooleanField(
        label=_lazy("Mag ook besluiten over een plan dat deze medewerker zelf vaststelde"),
        required=False,
        help_text=_lazy("Gewoonlijk niet: adviseren, vaststellen en besluiten zijn gescheiden."),
    )
    namens = forms.CharField(
        label=_lazy("Namens het"), max_length=160, help_text=_lazy("Zo staat het in de brief, na ‘namens het’.")
    )
    grondslag = forms.CharField(label=_lazy("Naam van het mandaatbesluit"), max_length=160)
    grondslag_datum = Datumveld(label=_lazy("Datum van het mandaatbesluit"))
    vanaf = Datumveld(label=_lazy("Geldt vanaf"))
    tot = Datumveld(label=_lazy("Geldt tot"), required=False, help_text=_lazy("Op deze dag geldt het niet meer."))
    ondermandaat_van = forms.ChoiceField(
        label=_lazy("Ondermandaat van"),
        required=False,
        help_text=_lazy("Alleen als een gemandateerde dit mandaat op zijn beurt verleent."),
    )

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, object] | None = None, vandaag: date
    ) -> None:
        super().__init__(data, initial=initial)
        self._medewerkers = {f"{MEDEWERKER}{rij.pk}": rij for rij in queries.beslissers(vandaag)}
        self._hulp = {str(rij.pk): rij for rij in queries.maatwerk()}
        self._bronnen = {str(rij.pk): rij for rij in queries.bronnen(vandaag)}
        rollen = [(f"{ROL}{rol.value}", ROL_NAMEN[rol]) for rol in MANDAATROLLEN]
        namen = [(sleutel, f"{rij.naam}, {rij.functie}") for sleutel, rij in self._medewerkers.items()]
        self._kies("houder", [*rollen, *namen])
        self._kies("wet", [("", _("alle wetten")), *((wet.value, wet.label) for wet in queries.WETTEN)])
        hulp = [(pk, f"{rij.naam} ({rij.get_wet_display()})") for pk, rij in self._hulp.items()]
        self._kies("voorziening", [("", _("alle hulp")), *hulp])
        bronnen = [(pk, f"{houder(rij, met_grens=True)}, {rij.grondslag}") for pk, rij in self._bronnen.items()]
        self._kies("ondermandaat_van", [("", _("geen")), *bronnen])

    def _kies(self, naam: str, keuzes: list[tuple[str, Any]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared above
        veld.choices = keuzes

    def tekst(self) -> Mandaattekst:
        """Give the line as it was filled in well."""
        gelezen = dict(self.cleaned_data)
        wie = gelezen.pop("houder")
        gelezen["rol"] = wie.removeprefix(ROL) if wie.startswith(ROL) else ""
        gelezen["medewerker"] = self._medewerkers.get(wie)
        gelezen["voorziening"] = self._hulp.get(gelezen["voorziening"])
        gelezen["ondermandaat_van"] = self._bronnen.get(gelezen["ondermandaat_van"])
        return Mandaattekst(**gelezen)


class EindeForm(BasisForm):
    """When a line of the register ends, and why."""

    tot = Datumveld(
        label=_lazy("Geldt tot"), help_text=_lazy("Op deze dag geldt het mandaat niet meer. Op zijn vroegst vandaag.")
    )
    reden = forms.CharField(label=_lazy("Waarom eindigt het?"), max_length=200)


class WaarnemingForm(BasisForm):
    """Who is away, who acts instead, from when till when, and why."""

    afwezige = forms.ModelChoiceField(label=_lazy("Wie is afwezig?"), queryset=Medewerker.objects.none())
    waarnemer = forms.ModelChoiceField(label=_lazy("Wie neemt waar?"), queryset=Medewerker.objects.none())
    vanaf = Datumveld(label=_lazy("Eerste dag"))
    tot = Datumveld(label=_lazy("Tot"), help_text=_lazy("Op deze dag is de afwezige er weer."))
    reden = forms.CharField(
        label=_lazy("Waarom?"), max_length=200, help_text=_lazy("Bijvoorbeeld vakantie. Schrijf niets over ziekte.")
    )

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, object] | None = None, vandaag: date
    ) -> None:
        super().__init__(data, initial=initial)
        for naam in ("afwezige", "waarnemer"):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101 - declared above
            veld.queryset = queries.beslissers(vandaag)


class WaarnemingEindeForm(BasisForm):
    """From which day the absent worker is back, earlier than was agreed."""

    per = Datumveld(label=_lazy("Weer aanwezig vanaf"))


class TerugForm(BasisForm):
    """Why a decision goes back to who prepared it."""

    reden = forms.CharField(
        label=_lazy("Wat moet er nog gebeuren?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
