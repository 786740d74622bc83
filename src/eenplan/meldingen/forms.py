"""What is typed during a call and about a melding: read and checked, never written here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld, Tijdveld
from eenplan.core.klok import AMSTERDAM
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import ExtraVraag, Inrichting
from eenplan.meldingen.actions import Gespreksvraag, Verheldering
from eenplan.meldingen.models import Contact, Contactsoort, Kanaal, Urgentie
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon
from eenplan.personen.models import Huishoudlid
from eenplan.personen.zoeksleutels import splits_naam
from eenplan.teams.models import Medewerker

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

BEANTWOORD: Final = "beantwoord"
MELDING: Final = "melding"
TERUGBELLEN: Final = "terugbellen"
BEWAAR: Final = "bewaar"
EXTRA: Final = "extra_"
_POSTCODE = re.compile(r"([1-9]\d{3}) ?([a-z]{2})", re.IGNORECASE)
_HUISNUMMER = re.compile(r"(\d{1,5}) ?-? ?([a-z0-9]{0,6})", re.IGNORECASE)


def tekstvak(label: Tekst, hint: Tekst = "", *, max_length: int = 4000, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=max_length, required=required, widget=forms.Textarea()
    )


def kort(label: Tekst, hint: Tekst = "", *, max_length: int = 120, required: bool = False) -> forms.CharField:
    veld = forms.CharField(label=label, help_text=hint, max_length=max_length, required=required)
    veld.widget.attrs["autocomplete"] = "off"
    return veld


class Gespreksform(BasisForm):
    """One call, in the order of the talk: who, what, how urgent; then one of the ends.

    Two fields are mandatory; a melding of somebody not yet known asks two more. `lid` is the resident that was chosen.
    """

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    lid = forms.IntegerField(widget=forms.HiddenInput, required=False)
    naam = kort(_lazy("Wie belt er?"), _lazy("De naam zoals u hem hoort"), required=True)
    namens = kort(_lazy("Voor wie?"), _lazy("Alleen als dat iemand anders is dan wie er belt"))
    postcode = kort(_lazy("Postcode"), max_length=7)
    huisnummer = kort(_lazy("Huisnummer"), max_length=12)
    geboortedatum = Datumveld(label=_lazy("Geboortedatum"), required=False)
    telefoon = kort(_lazy("Telefoonnummer"), max_length=20)
    soort = forms.ChoiceField(
        label=_lazy("Waar gaat het over?"),
        choices=Contactsoort.choices,
        initial=Contactsoort.HULPVRAAG,
        required=False,
        widget=forms.RadioSelect,
    )
    vraag = tekstvak(_lazy("Wat is de vraag?"), _lazy("In de woorden van de inwoner"), required=True)
    urgentie = forms.ChoiceField(
        label=_lazy("Hoe dringend is het?"),
        choices=Urgentie.choices,
        initial=Urgentie.GEWOON,
        required=False,
        widget=forms.RadioSelect,
    )
    kanaal = forms.ChoiceField(
        label=_lazy("Hoe kwam de vraag binnen?"), choices=Kanaal.choices, initial=Kanaal.TELEFOON, required=False
    )
    organisatie = kort(
        _lazy("Welke organisatie meldt dit?"), _lazy("Alleen als een organisatie de vraag aan ons doorgeeft")
    )
    vraag_achter_de_vraag = tekstvak(_lazy("De vraag achter de vraag"), _lazy("Wat zou er voor u anders moeten zijn?"))
    is_meervoudig = forms.ChoiceField(
        label=_lazy("Speelt er meer tegelijk?"),
        choices=[("", _lazy("weet ik nog niet")), ("nee", _lazy("nee, één ding")), ("ja", _lazy("ja, meer dingen"))],
        required=False,
        widget=forms.RadioSelect,
    )
    klantgroep = forms.ChoiceField(label=_lazy("Welke groep past?"), required=False, widget=forms.RadioSelect)
    antwoord = tekstvak(_lazy("Uw antwoord"))
    wet = forms.ChoiceField(
        label=_lazy("Onder welke wet?"),
        choices=[(wet.value, wet.label) for wet in Wet if wet != Wet.GEEN],
        initial=Wet.WMO,
        required=False,
    )
    voor = forms.ChoiceField(label=_lazy("Wie belt terug?"), required=False)
    dag = Datumveld(label=_lazy("Uiterlijk op"), required=False)
    tijd = Tijdveld(label=_lazy("Uiterlijk om"), required=False, help_text=_lazy("Bijvoorbeeld 14:30"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        einde: str = "",
        gekozen: Huishoudlid | None = None,
        collegas: Iterable[Medewerker] = (),
        extra_vragen: Iterable[ExtraVraag] = (),
        **kwargs: Any,  # noqa: ANN401 - what a form takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self.einde, self.gekozen = einde, gekozen
        self._collegas = {str(collega.pk): collega for collega in collegas}
        self._keuzes("voor", [(pk, collega.naam) for pk, collega in self._collegas.items()])
        regels = inrichting()
        groepen = regels.klantgroepen
        self._zet_ingangen(regels)
        self._keuzes("klantgroep", [("", _("weet ik nog niet")), *((groep.code, groep.naam) for groep in groepen)])
        self.extra_namen = [f"{EXTRA}{vraag.code}" for vraag in extra_vragen]
        for naam, vraag in zip(self.extra_namen, extra_vragen, strict=True):
            self.fields[naam] = kort(vraag.vraag, max_length=200)

    def _keuzes(self, naam: str, keuzes: list[tuple[str, Tekst]]) -> None:
        cast("forms.ChoiceField", self.fields[naam]).choices = keuzes

    def _zet_ingangen(self, regels: Inrichting) -> None:
        """Offer the ways in that the municipality has; without one that asks the organisation that question goes."""
        self._keuzes("kanaal", [(kanaal, regels.kanaal_naam(kanaal)) for kanaal in regels.kanalen])
        if self.initial.get("kanaal", Kanaal.TELEFOON) not in regels.kanalen:
            self.initial["kanaal"] = regels.kanalen[0]
        self.met_organisatie = {kanaal for kanaal in regels.kanalen if regels.organisatie_gevraagd(kanaal)}
        if not self.met_organisatie:
            del self.fields["organisatie"]

    def clean_postcode(self) -> str:
        return lees_postcode(self.cleaned_data["postcode"])

    def clean_huisnummer(self) -> str:
        tekst = self.cleaned_data["huisnummer"].strip()
        if tekst and not _HUISNUMMER.fullmatch(tekst):
            raise ValidationError(_("Schrijf het huisnummer met eventueel een letter, bijvoorbeeld 12 of 12 b."))
        return cast("str", tekst)

    def clean(self) -> dict[str, Any]:
        wat_ontbreekt = {
            BEANTWOORD: self._mist_antwoord,
            MELDING: self._mist_voor_melding,
            TERUGBELLEN: self._mist_voor_terugbellen,
        }.get(self.einde)
        gevraagd = wat_ontbreekt and self.cleaned_data.get("kanaal") in self.met_organisatie
        if gevraagd and not self.cleaned_data.get("organisatie"):
            self.add_error("organisatie", _("Schrijf op welke organisatie dit meldt."))
        for veld, zin in wat_ontbreekt() if wat_ontbreekt else ():
            if veld not in self.errors:
                self.add_error(veld, zin)
        return self.cleaned_data

    def _mist_antwoord(self) -> Iterable[tuple[str, str]]:
        if not self.cleaned_data.get("antwoord"):
            yield "antwoord", _("Schrijf kort op wat u hebt geantwoord.")

    def _mist_voor_melding(self) -> Iterable[tuple[str, str]]:
        if self.cleaned_data.get("soort") == Contactsoort.STATUSVRAAG:
            yield "soort", _("Een vraag waar het staat wordt geen melding. Kies ‘vraag om hulp’ als er meer speelt.")
        if self.gekozen is None:
            if not self.cleaned_data.get("postcode"):
                yield "postcode", _("Nodig voor een melding. Of kies de inwoner.")
            if not self.cleaned_data.get("huisnummer"):
                yield "huisnummer", _("Nodig voor een melding.")

    def _mist_voor_terugbellen(self) -> Iterable[tuple[str, str]]:
        if not self.cleaned_data.get("voor"):
            yield "voor", _("Kies wie er terugbelt.")
        if not self.cleaned_data.get("telefoon"):
            yield "telefoon", _("Vraag op welk nummer we kunnen terugbellen.")
        for veld in ("dag", "tijd"):
            if not self.cleaned_data.get(veld):
                yield veld, _("Zeg wanneer de inwoner uiterlijk wordt gebeld.")

    @property
    def gehoord(self) -> Gespreksvraag:
        """Give what was heard, for the actions."""
        ruw, lid = self.cleaned_data, self.gekozen
        return Gespreksvraag(
            naam=ruw["naam"],
            vraag=ruw["vraag"],
            soort=Contactsoort(ruw["soort"] or Contactsoort.HULPVRAAG),
            kanaal=Kanaal(ruw["kanaal"] or self.initial.get("kanaal") or Kanaal.TELEFOON),
            organisatie=ruw.get("organisatie", ""),
            urgentie=Urgentie(ruw["urgentie"] or Urgentie.GEWOON),
            telefoon=ruw["telefoon"],
            namens=ruw["namens"],
            persoon=lid.persoon if lid else None,
            huishouden=lid.huishouden if lid else None,
            verheldering=Verheldering(
                vraag_achter_de_vraag=ruw["vraag_achter_de_vraag"],
                is_meervoudig={"ja": True, "nee": False}.get(ruw["is_meervoudig"]),
                klantgroep=ruw["klantgroep"],
                extra={naam.removeprefix(EXTRA): ruw[naam] for naam in self.extra_namen if ruw[naam]},
            ),
            sleutel=ruw["sleutel"],
        )

    @property
    def nieuw(self) -> NieuwHuishouden | None:
        """Give the household to register when nobody was chosen: the name as heard, at the address as heard."""
        if self.gekozen is not None:
            return None
        ruw = self.cleaned_data
        wie = ruw["namens"] or ruw["naam"]
        roepnaam, tussenvoegsel, achternaam = splits_naam(wie)
        nummer = _HUISNUMMER.fullmatch(ruw["huisnummer"])
        persoon = NieuwPersoon(
            roepnaam[:60],  # the contact keeps the name as it was heard, however long
            achternaam or wie,
            tussenvoegsel=tussenvoegsel[:20],
            geboortedatum=ruw["geboortedatum"],
            telefoon="" if ruw["namens"] else ruw["telefoon"],
        )
        return NieuwHuishouden(
            straat="",
            huisnummer=int(nummer[1]) if nummer else 0,
            toevoeging=nummer[2] if nummer else "",
            postcode=ruw["postcode"],
            leden=(persoon,),
        )

    @property
    def wie_belt_terug(self) -> Medewerker:
        return self._collegas[self.cleaned_data["voor"]]

    @property
    def beloofd_op(self) -> datetime:
        return datetime.combine(self.cleaned_data["dag"], self.cleaned_data["tijd"], AMSTERDAM)


def lees_postcode(tekst: str) -> str:
    """Read a postcode as 1231AA; empty stays empty. Raises ValidationError."""
    if not tekst.strip():
        return ""
    gevonden = _POSTCODE.fullmatch(tekst.strip())
    if gevonden is None:
        raise ValidationError(_("Schrijf de postcode als vier cijfers en twee letters, bijvoorbeeld 1231 AA."))
    return f"{gevonden[1]}{gevonden[2].upper()}"


def uit_contact(contact: Contact) -> dict[str, object]:
    """Give what a kept call fills in again when it is taken up."""
    helder = getattr(contact, "verheldering", None)
    velden: dict[str, object] = {
        naam: getattr(contact, naam)
        for naam in (
            "sleutel",
            "naam",
            "namens",
            "telefoon",
            "soort",
            "vraag",
            "urgentie",
            "kanaal",
            "organisatie",
            "antwoord",
        )
    }
    if helder:
        velden |= {
            "vraag_achter_de_vraag": helder.vraag_achter_de_vraag,
            "is_meervoudig": {True: "ja", False: "nee"}.get(helder.is_meervoudig, ""),
            "klantgroep": helder.klantgroep,
            **{f"{EXTRA}{code}": tekst for code, tekst in helder.extra.items()},
        }
    return velden


def is_sleutel(tekst: str) -> bool:
    """Tell whether this is the number of a form."""
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True


def aanpakken() -> Mapping[str, str]:
    """Give the approach that each group sets, as a line under the group."""
    regels = inrichting()
    return {
        groep.code: _("Aanpak: {aanpak}").format(aanpak=regels.aanpakken[groep.aanpak]) for groep in regels.klantgroepen
    }


class Terugbelform(BasisForm):
    """What came of the call back."""

    uitkomst = tekstvak(_lazy("Wat is er afgesproken?"), _lazy("Eén of twee zinnen"), max_length=200, required=True)


class Promotieform(BasisForm):
    """Under which law a kept contact becomes a melding."""

    wet = forms.ChoiceField(
        label=_lazy("Onder welke wet?"),
        choices=[(wet.value, wet.label) for wet in Wet if wet != Wet.GEEN],
        initial=Wet.WMO,
    )


class Afsluitform(BasisForm):
    """How a melding was solved without an aanvraag."""

    reden = tekstvak(
        _lazy("Hoe is het opgelost?"),
        _lazy("Bijvoorbeeld: de dochter doet voortaan de boodschappen."),
        max_length=200,
        required=True,
    )
