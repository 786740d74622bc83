"""What a worker types into a plan: read and checked, never written here.

Every part of the page is a form of its own, so that each saves on its own; fields of a draft are never required.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.aanbod.queries import Keuze as Aanbodkeuze
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.core.opmaak import datum_invoer
from eenplan.dossiers.models import Casus
from eenplan.dossiers.samenvoegen import schoon
from eenplan.dossiers.wetlabels import labelkeuzes, labelnaam
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.actions import Doeltekst, Keuze, Leefgebiedtekst
from eenplan.plannen.models import Analyse, Doel, Eigenaarsoort, Frequentie, Ondersteuningsplan
from eenplan.plannen.queries import Mens

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

LENGTE: Final = 20_000


class Tekstveld(forms.CharField):
    """A text with one kind of line end, so that a text sent twice is seen to be the same."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 - what a browser sends
        return schoon(super().to_python(value) or "")


def _tekst(label: Tekst, hint: Tekst = "", *, lengte: int = LENGTE) -> forms.CharField:
    return Tekstveld(label=label, help_text=hint, max_length=lengte, required=False, widget=forms.Textarea())


def _regel(label: Tekst, hint: Tekst = "", *, lengte: int = 200, required: bool = True) -> forms.CharField:
    kader = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=lengte, required=required, widget=kader)


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class Deelform(BasisForm):
    """A part of the plan; `bewerking` is the number of the last save that this page has seen."""

    bewerking = forms.IntegerField(min_value=0, widget=forms.HiddenInput())

    def __init__(self, *args: Any, merk: str = "", bewerking: int = 0, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        # The mark came along with the form: what is no word in it would break the names of the fields.
        merk = re.sub(r"\W", "", merk)
        kwargs["auto_id"] = f"id_{merk}_%s" if merk else "id_%s"
        kwargs["initial"] = kwargs.get("initial", {}) | {"bewerking": bewerking}
        super().__init__(*args, **kwargs)

    def opnieuw(self, bewerking: int) -> None:
        """Let the next save start from this number: both versions are on the screen now, and the worker decides."""
        self.data = dict(self.data.items()) | {"bewerking": str(bewerking)}

    def getypt(self) -> tuple[tuple[str, str], ...]:
        """Give every text that was typed, with its label: what could not be saved is shown, never lost."""
        teksten = ((veld, str(self.data.get(veld, ""))) for veld in self.fields if not self[veld].is_hidden)
        return tuple((str(self.fields[veld].label), tekst) for veld, tekst in teksten if tekst.strip())


class PerspectiefForm(Deelform):
    """Where the household wants to go."""

    perspectief = _tekst(
        _lazy("In hun eigen woorden"),
        _lazy("Wat moet er over een jaar anders zijn? Schrijf het op zoals zij het zeggen."),
    )

    @classmethod
    def van(cls, plan: Ondersteuningsplan) -> PerspectiefForm:
        """Give the form as the plan holds it."""
        return cls(bewerking=plan.bewerking, initial={"perspectief": plan.perspectief})


class AnalyseForm(Deelform):
    """One life domain."""

    leefgebied = forms.CharField(widget=forms.HiddenInput())
    situatie = _tekst(_lazy("Wat speelt er?"))
    kracht = _tekst(_lazy("Wat gaat goed?"), _lazy("Wat kan de inwoner zelf, en wie of wat helpt al?"))

    def clean_leefgebied(self) -> str:
        code: str = self.cleaned_data["leefgebied"]
        if code not in {gebied.code for gebied in inrichting().leefgebieden}:
            raise forms.ValidationError(_("Dit leefgebied staat niet in de lijst van de gemeente."))
        return code

    @classmethod
    def van(cls, plan: Ondersteuningsplan, code: str, rij: Analyse | None) -> AnalyseForm:
        """Give the form of one life domain, empty when nothing was written yet."""
        inhoud = {"leefgebied": code, "situatie": rij.situatie if rij else "", "kracht": rij.kracht if rij else ""}
        return cls(merk=code, bewerking=plan.bewerking, initial=inhoud)

    @property
    def tekst(self) -> Leefgebiedtekst:
        return Leefgebiedtekst(self.cleaned_data["situatie"], self.cleaned_data["kracht"])


class DoelForm(Deelform):
    """One goal. `mensen` are the ones who may own it, `casussen` the open cases it may belong to."""

    eigen_woorden = _tekst(_lazy("Doel, in de woorden van de inwoner"), _lazy("Bijvoorbeeld: ik wil weer slapen."))
    resultaat = _tekst(_lazy("Waaraan zien we dat het gelukt is?"), _lazy("Iets dat u kunt zien of tellen."))
    eigenaar = _regel(_lazy("Van wie is dit doel?"), lengte=120, required=False)
    eigenaar_soort = forms.ChoiceField(label=_lazy("Dat is een"), required=False)
    persoon = forms.ChoiceField(label=_lazy("Over wie gaat het?"), required=False)
    casus = forms.ChoiceField(label=_lazy("Bij welke casus hoort het?"), required=False)
    wet = forms.ChoiceField(
        label=_lazy("Label"),
        required=False,
        help_text=_lazy("De wet waaronder dit doel valt. Het volgt vanzelf uit de casus of de voorziening."),
    )
    leefgebied = forms.ChoiceField(label=_lazy("Leefgebied"), required=False)
    streefdatum = Datumveld(label=_lazy("Streefdatum"), help_text=_lazy("dag-maand-jaar"), required=False)
    evaluatie_op = Datumveld(label=_lazy("Samen terugkijken op"), help_text=_lazy("dag-maand-jaar"), required=False)

    def __init__(
        self,
        doel: Doel,
        mensen: list[Mens],
        casussen: list[Casus],
        *,
        bewerking: int = 0,
        data: QueryDict | None = None,
    ) -> None:
        inhoud = {veld: getattr(doel, veld) for veld in self.base_fields if veld != "bewerking"}
        inhoud |= {"persoon": doel.persoon_id or "", "casus": doel.casus_id or ""}
        super().__init__(data, merk=f"doel{doel.pk}", bewerking=bewerking, initial=inhoud)
        self.doel = doel
        self._mensen = mensen
        leden = [mens.persoon for mens in mensen if mens.is_lid and mens.persoon]
        self._personen = {str(persoon.pk): persoon for persoon in [*leden, doel.persoon] if persoon}
        self._casussen = {str(casus.pk): casus for casus in [*casussen, doel.casus] if casus}
        leeg, iedereen = ("", _("kies")), ("", _("het hele huishouden"))
        _bied_aan(self, "eigenaar_soort", [leeg, *Eigenaarsoort.choices])
        _bied_aan(self, "persoon", [iedereen, *((pk, wie.naam) for pk, wie in self._personen.items())])
        _bied_aan(self, "casus", [("", _("geen")), *((pk, _casusnaam(casus)) for pk, casus in self._casussen.items())])
        _bied_aan(self, "wet", labelkeuzes())
        _bied_aan(self, "leefgebied", [leeg, *((gebied.code, gebied.naam) for gebied in inrichting().leefgebieden)])
        self.fields["eigenaar"].widget.attrs |= {"list": "eigenaars"}

    @property
    def toont_casus(self) -> bool:
        return bool(self._casussen)

    def tekst(self) -> Doeltekst:
        """Give what was typed; a field that cannot be read keeps what the goal has now."""
        schoon = self.cleaned_data
        gelezen = {veld: schoon.get(veld, getattr(self.doel, veld)) for veld in self.fields if veld != "bewerking"}
        if "persoon" in schoon:
            gelezen["persoon"] = self._personen.get(schoon["persoon"])
        if "casus" in schoon:
            gelezen["casus"] = self._casussen.get(schoon["casus"])
        if self.doel.wet == Wet.GEEN == gelezen["wet"]:
            gelezen["wet"] = ""  # nobody chose: the case tells
        gelezen["eigenaar_soort"] = gelezen["eigenaar_soort"] or self._soort_van(gelezen["eigenaar"])
        return Doeltekst(**gelezen)

    def anders_dan(self, nu: Doel) -> tuple[tuple[str, str], ...]:
        """Give each field that the goal holds differently now, in words."""
        getypt = vars(self.tekst().gelabeld(nu))
        anders = [veld for veld in getypt if getattr(nu, veld) != getypt[veld]]
        return tuple((str(self.fields[veld].label), _in_woorden(nu, veld)) for veld in anders)

    def _soort_van(self, naam: str) -> str:
        """Know who somebody is from the name alone, so that nobody has to choose it."""
        return next((mens.soort.value for mens in self._mensen if mens.naam == naam), "")


def _in_woorden(doel: Doel, veld: str) -> str:
    waarde = getattr(doel, veld)
    if veld == "leefgebied":
        return inrichting().leefgebied_naam(waarde)
    if veld == "wet":
        return labelnaam(doel.wet)
    if veld == "eigenaar_soort":
        return doel.get_eigenaar_soort_display()
    if isinstance(waarde, Casus):
        return _casusnaam(waarde)
    return datum_invoer(waarde) if isinstance(waarde, date) else str(waarde or _("leeg"))


def _casusnaam(casus: Casus) -> str:
    return f"{casus.persoon.roepnaam}: {casus.probleem}"


class ActieForm(Deelform):
    """Who does what towards a goal."""

    wie = _regel(_lazy("Wie"), lengte=120)
    wat = _regel(_lazy("doet wat"))
    uiterlijk = Datumveld(label=_lazy("voor wanneer"), help_text=_lazy("dag-maand-jaar"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["wie"].widget.attrs |= {"list": "eigenaars"}


class NieuweVersieForm(BasisForm):
    """Why the adopted plan changes."""

    reden = _regel(
        _lazy("Waarom verandert het plan?"),
        _lazy("Deze zin staat bij de nieuwe versie en in de brief aan het huishouden."),
    )


class VersieForm(BasisForm):
    """Which two versions stand beside each other; without a choice the last two."""

    oud = forms.ChoiceField(label=_lazy("Eerste versie"))
    nieuw = forms.ChoiceField(label=_lazy("Tweede versie"))

    def __init__(self, *args: Any, versies: Sequence[Ondersteuningsplan], **kwargs: Any) -> None:  # noqa: ANN401
        laatste = {"oud": versies[1].versie, "nieuw": versies[0].versie} if len(versies) > 1 else {}
        kwargs["initial"] = laatste | kwargs.get("initial", {})
        super().__init__(*args, auto_id="id_versie_%s", **kwargs)
        zin = _("versie {nummer}, {status}")
        keuzes = [(rij.versie, zin.format(nummer=rij.versie, status=rij.get_status_display())) for rij in versies]
        for naam in self.fields:
            _bied_aan(self, naam, [(str(nummer), tekst) for nummer, tekst in keuzes])


class TerugzendForm(BasisForm):
    """What must still be done before the plan can be adopted."""

    reden = forms.CharField(
        label=_lazy("Wat moet er nog gebeuren?"),
        help_text=_lazy("De opsteller leest dit bovenaan het plan."),
        max_length=2000,
        widget=forms.Textarea(),
    )


# What to ask on a rung; a rung that the municipality added itself gets the plain question.
VRAAG_BIJ_TREDE: Final = {
    "eigen_kracht": _lazy("Wat doet de inwoner zelf?"),
    "netwerk": _lazy("Wat doen mensen om het huishouden heen?"),
    "vrijwilliger": _lazy("Wat doet een vrijwilliger of een groep?"),
    "lichte_hulp": _lazy("Wat doet het team zelf?"),
}


class ZinForm(Deelform):
    """One sentence about what is put in on a rung that costs nothing: own strength, network, volunteer."""

    omschrijving = _regel(_lazy("Wat zetten we hier in?"), _lazy("Eén zin is genoeg."))

    def vraag_bij(self, trede: str) -> None:
        """Ask what belongs to this rung."""
        self.fields["omschrijving"].label = VRAAG_BIJ_TREDE.get(trede, self.fields["omschrijving"].label)

    def keuze(self, trede: str) -> Keuze:
        """Give what was put in."""
        return Keuze(trede=trede, omschrijving=self.cleaned_data["omschrijving"])


class OverslaanForm(Deelform):
    """Why a rung is not enough: a reason of the municipality's list, or another one."""

    reden = forms.CharField(max_length=200, required=False)
    andere_reden = _regel(_lazy("Of schrijf een andere reden"), required=False)

    @property
    def gegeven_reden(self) -> str:
        gekozen: str = self.cleaned_data["reden"]
        return gekozen or str(self.cleaned_data["andere_reden"])


class HulpForm(Deelform):
    """Choose help from the catalogue. The price follows from provider, amount, frequency and first day."""

    wet = forms.ChoiceField(label=_lazy("Wet"), required=False)
    leefgebied = forms.ChoiceField(label=_lazy("Leefgebied"), required=False)
    aantal = forms.DecimalField(
        label=_lazy("Hoeveel"),
        help_text=_lazy("bijvoorbeeld 3 of 1,5"),
        required=False,
        min_value=Decimal("0.25"),
        max_value=Decimal(1000),
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "data-breedte": "kort"}),
    )
    frequentie = forms.ChoiceField(label=_lazy("Hoe vaak"), required=False, choices=Frequentie.choices)
    vanaf = Datumveld(label=_lazy("Eerste dag"), help_text=_lazy("dag-maand-jaar"))
    tot_en_met = Datumveld(label=_lazy("Laatste dag"), help_text=_lazy("dag-maand-jaar"), required=False)
    hulp = forms.CharField(label=_lazy("Welke hulp, van wie?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _bied_aan(self, "wet", [("", _("alle wetten")), *Wet.choices])
        gebieden = ((gebied.code, gebied.naam) for gebied in inrichting().leefgebieden)
        _bied_aan(self, "leefgebied", [("", _("alle leefgebieden")), *gebieden])

    def waarde(self, veld: str) -> Any:  # noqa: ANN401 - each field has its own type
        """Give what is known of a field now: what was typed when it can be read, else what the form began with."""
        if not self.is_bound:
            return self.initial.get(veld)
        self.is_valid()
        return self.cleaned_data.get(veld)

    @property
    def dag(self) -> date | None:
        dag: date | None = self.waarde("vanaf")
        return dag

    def keuze(self, trede: str, gekozen: Aanbodkeuze) -> Keuze:
        """Give what was chosen, with the words by which the plan speaks of it."""
        schoon, is_betaald = self.cleaned_data, gekozen.bedrag_cent is not None
        return Keuze(
            trede=trede,
            omschrijving=omschrijving(gekozen),
            voorziening=gekozen.voorziening,
            contract=gekozen.contract,
            aantal=schoon["aantal"] if is_betaald else None,
            frequentie=schoon["frequentie"] if is_betaald else "",
            vanaf=schoon["vanaf"],
            tot_en_met=schoon["tot_en_met"],
        )


def omschrijving(gekozen: Aanbodkeuze) -> str:
    """Name help and provider in one phrase, as the plan keeps it: in Dutch, whatever the language of the screen."""
    wie = f" door {gekozen.aanbieder.naam}" if gekozen.aanbieder else ""
    return f"{gekozen.voorziening.naam}{wie}"[:200]
