"""What a worker types about families, moves and duplicates: read and checked, never written here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.personen.gezin import BESLUITNAMEN, GEZAGSNAMEN, VERTEGENWOORDIGERS
from eenplan.personen.gezin_actions import Gezagsopgave, Wie
from eenplan.personen.models import Huishouden, Markeringsoort, Persoon, Relatie, Relatiesoort
from eenplan.personen.omzetten import PERSOONSVELDEN, NieuwAdres, Verdeling
from eenplan.personen.zoeksleutels import splits_naam
from eenplan.wetgeving.gezagsoorten import Gezagssoort, Vertegenwoordigersoort

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
IEMAND_ANDERS: Final = "anders"
NIEUW: Final = "nieuw"
# The tie as a worker says it, from the member's side: kind, and whether the member is the first of the two.
BANDEN: Final[dict[str, tuple[Tekst, Relatiesoort, bool]]] = {
    "ouder": (_lazy("is ouder van"), Relatiesoort.OUDER_VAN, True),
    "kind": (_lazy("is kind van"), Relatiesoort.OUDER_VAN, False),
    "partner": (_lazy("is partner van"), Relatiesoort.PARTNER_VAN, True),
    "mantelzorger": (_lazy("geeft mantelzorg aan"), Relatiesoort.MANTELZORGER_VAN, True),
    "verzorgde": (_lazy("krijgt mantelzorg van"), Relatiesoort.MANTELZORGER_VAN, False),
    "familie": (_lazy("is familie van"), Relatiesoort.FAMILIE_VAN, True),
    "vriend": (_lazy("is bevriend met"), Relatiesoort.VRIEND_VAN, True),
    "buur": (_lazy("is buur van"), Relatiesoort.BUUR_VAN, True),
    "hulpverlener": (_lazy("krijgt hulp van"), Relatiesoort.HULPVERLENER_VAN, False),
}


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


def _reden(label: Tekst, hint: Tekst = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=200)


class MetLid(BasisForm):
    """A form about one member of the household."""

    lid = forms.ChoiceField(label=_lazy("Over wie gaat het?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, leden: Sequence[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._leden = {str(persoon.pk): persoon for persoon in leden}
        _bied_aan(self, "lid", ((pk, persoon.naam) for pk, persoon in self._leden.items()))

    @property
    def persoon(self) -> Persoon:
        """Give the member that was chosen."""
        return self._leden[self.cleaned_data["lid"]]


class GezagForm(MetLid):
    """Who has custody of a child."""

    soort = forms.ChoiceField(
        label=_lazy("Welk gezag is het?"),
        widget=forms.RadioSelect,
        choices=[(str(soort.value), GEZAGSNAMEN[soort]) for soort in Gezagssoort if soort is not Gezagssoort.ONBEKEND],
    )
    houders = forms.MultipleChoiceField(
        label=_lazy("Wie heeft het gezag?"),
        help_text=_lazy("Staat iemand er niet bij? Leg dan eerst de relatie vast."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    instelling = forms.CharField(
        label=_lazy("Naam van de gecertificeerde instelling"),
        help_text=_lazy("Alleen bij voogdij van een instelling."),
        max_length=120,
        required=False,
    )
    vanaf = Datumveld(label=_lazy("Vanaf welke dag?"))
    bron = _reden(_lazy("Waaruit blijkt dit?"), _lazy("Bijvoorbeeld: uittreksel gezagsregister van 3 november 2026."))

    def __init__(self, *args: Any, bekenden: Sequence[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._bekenden = {str(persoon.pk): persoon for persoon in bekenden}
        _bied_aan(self, "houders", ((pk, persoon.naam) for pk, persoon in self._bekenden.items()))

    def opgave(self) -> Gezagsopgave:
        """Give what was filled in as the action takes it."""
        gevuld = self.cleaned_data
        return Gezagsopgave(
            soort=Gezagssoort(gevuld["soort"]),
            vanaf=gevuld["vanaf"],
            bron=gevuld["bron"],
            houders=tuple(self._bekenden[pk] for pk in gevuld["houders"]),
            instelling=gevuld["instelling"],
        )


class VertegenwoordigingForm(MetLid):
    """Who acts for an adult."""

    soort = forms.ChoiceField(
        label=_lazy("Welke vertegenwoordiger is het?"),
        widget=forms.RadioSelect,
        choices=[(str(soort.value), VERTEGENWOORDIGERS[soort]) for soort in Vertegenwoordigersoort],
    )
    door = forms.ChoiceField(label=_lazy("Welke persoon?"), required=False)
    organisatie = forms.CharField(
        label=_lazy("Of welke organisatie?"),
        help_text=_lazy("Bijvoorbeeld een bewindvoerderskantoor."),
        max_length=120,
        required=False,
    )
    reikwijdte = forms.CharField(
        label=_lazy("Waarvoor geldt het?"),
        help_text=_lazy("Verplicht bij een machtiging. Bijvoorbeeld: alleen de aanvraag voor huishoudelijke hulp."),
        max_length=200,
        required=False,
    )
    vanaf = Datumveld(label=_lazy("Vanaf welke dag?"))
    tot = Datumveld(label=_lazy("Tot welke dag?"), required=False)
    bron = _reden(_lazy("Waaruit blijkt dit?"), _lazy("Bijvoorbeeld: beschikking van de kantonrechter van 3 mei 2026."))

    def __init__(self, *args: Any, bekenden: Sequence[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._bekenden = {str(persoon.pk): persoon for persoon in bekenden}
        keuzes = [(pk, persoon.naam) for pk, persoon in self._bekenden.items()]
        _bied_aan(self, "door", [("", _("Geen persoon, een organisatie")), *keuzes])

    def wie(self) -> Wie:
        """Give who acts."""
        return Wie(self._bekenden.get(self.cleaned_data["door"]), self.cleaned_data["organisatie"])


class WilsbekwaamheidForm(MetLid):
    """An expert judged that somebody cannot weigh a decision."""

    besluit = forms.ChoiceField(
        label=_lazy("Welke beslissing kan deze persoon niet wegen?"),
        help_text=_lazy("Wilsonbekwaam is iemand voor een beslissing, bijna nooit voor alles."),
        required=False,
        choices=[("", _lazy("Alle beslissingen")), *((str(b.value), naam) for b, naam in BESLUITNAMEN.items())],  # type: ignore[attr-defined]
    )
    beoordeeld_door = forms.CharField(
        label=_lazy("Wie heeft dit beoordeeld?"),
        help_text=_lazy("Bijvoorbeeld: de huisarts, of: een onafhankelijk arts. Een wijkcoach beoordeelt dit niet."),
        max_length=120,
    )
    vanaf = Datumveld(label=_lazy("Vanaf welke dag?"))


class VerblijfForm(MetLid):
    """How many nights of two weeks a child is here."""

    nachten = forms.IntegerField(
        label=_lazy("Hoeveel nachten in twee weken hier?"), min_value=0, max_value=14, widget=forms.NumberInput
    )
    afspraak = forms.CharField(
        label=_lazy("Wat is de afspraak?"),
        help_text=_lazy("Bijvoorbeeld: de ene week bij de een, de andere week bij de ander."),
        max_length=200,
        required=False,
    )
    vanaf = Datumveld(label=_lazy("Vanaf welke dag?"))


class BeeindigForm(BasisForm):
    """The last day of something that held."""

    soort = forms.ChoiceField(
        widget=forms.HiddenInput,
        choices=[(naam, naam) for naam in ("gezag", "vertegenwoordiging", "wilsonbekwaamheid", "verblijf")],
    )
    rij = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    tot = Datumveld(label=_lazy("Vanaf welke dag geldt dit niet meer?"))


class RelatieForm(MetLid):
    """A tie of a member with somebody known, or with somebody who is not registered yet."""

    band = forms.ChoiceField(
        label=_lazy("Wat is de relatie?"),
        widget=forms.RadioSelect,
        choices=[(code, tekst) for code, (tekst, _soort, _heen) in BANDEN.items()],
    )
    ander = forms.ChoiceField(label=_lazy("Met wie?"))
    naam = forms.CharField(
        label=_lazy("Naam van iemand anders"),
        help_text=_lazy("Alleen als deze persoon niet in de lijst staat."),
        max_length=120,
        required=False,
    )
    geboortedatum = Datumveld(label=_lazy("Geboortedatum van iemand anders"), required=False)

    def __init__(self, *args: Any, bekenden: Sequence[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._bekenden = {str(persoon.pk): persoon for persoon in bekenden}
        keuzes = [(pk, persoon.naam) for pk, persoon in self._bekenden.items()]
        _bied_aan(self, "ander", [*keuzes, (IEMAND_ANDERS, _("Iemand anders, hieronder"))])

    def clean(self) -> dict[str, Any]:
        """Ask for a whole name of somebody who is not in the list."""
        gevuld = super().clean() or {}
        if gevuld.get("ander") == IEMAND_ANDERS and len(gevuld.get("naam", "").split()) < 2:
            self.add_error("naam", _("Schrijf voornaam en achternaam."))
        return gevuld

    @property
    def bekende(self) -> Persoon | None:
        """Give the known resident that was chosen, if any."""
        return self._bekenden.get(self.cleaned_data["ander"])

    @property
    def nieuwe_naam(self) -> tuple[str, str, str]:
        """Give first name, prefix and surname of somebody who is not registered yet."""
        return splits_naam(self.cleaned_data["naam"])


class MarkeerForm(BasisForm):
    """A tie that is hidden from one of the two, or does harm."""

    relatie = forms.ChoiceField(label=_lazy("Welke relatie?"), widget=forms.RadioSelect)
    soort = forms.ChoiceField(
        label=_lazy("Wat is er aan de hand?"), widget=forms.RadioSelect, choices=Markeringsoort.choices
    )
    beschermt = forms.ChoiceField(label=_lazy("Wie beschermen we?"), widget=forms.RadioSelect)
    reden = _reden(_lazy("Waarom?"), _lazy("Alleen wie in dit dossier werkt, leest dit."))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        relaties: Sequence[Relatie],
        leden: Sequence[Persoon],
        **kwargs: Any,  # noqa: ANN401 - what a form takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self._relaties = {str(rij.pk): rij for rij in relaties}
        self._leden = {str(persoon.pk): persoon for persoon in leden}
        zinnen = (
            (pk, f"{rij.van.naam}: {rij.get_soort_display()} {rij.naar.naam}") for pk, rij in self._relaties.items()
        )
        _bied_aan(self, "relatie", zinnen)
        _bied_aan(self, "beschermt", ((pk, persoon.naam) for pk, persoon in self._leden.items()))

    @property
    def gekozen(self) -> Relatie:
        """Give the tie that was chosen."""
        return self._relaties[self.cleaned_data["relatie"]]

    @property
    def persoon(self) -> Persoon:
        """Give who is protected."""
        return self._leden[self.cleaned_data["beschermt"]]


class RedenForm(BasisForm):
    """Only why."""

    reden = _reden(_lazy("Waarom?"))


# ------------------------------------------------------------------------------------------ moving, splitting, merging


class AdresForm(BasisForm):
    """A new address, and why."""

    postcode = forms.CharField(label=_lazy("Postcode"), max_length=7)
    huisnummer = forms.IntegerField(label=_lazy("Huisnummer"), min_value=1, max_value=99999)
    toevoeging = forms.CharField(label=_lazy("Toevoeging"), max_length=6, required=False)
    straat = forms.CharField(label=_lazy("Straat"), max_length=80, required=False)
    woonplaats = forms.CharField(label=_lazy("Woonplaats"), max_length=80, required=False)
    reden = _reden(_lazy("Waarom?"))

    def clean_postcode(self) -> str:
        gevonden = _POSTCODE.fullmatch(self.cleaned_data["postcode"].strip())
        if gevonden is None:
            raise ValidationError(_("Schrijf de postcode als vier cijfers en twee letters, bijvoorbeeld 1231 AA."))
        return (gevonden[1] + gevonden[2]).upper()

    def adres(self) -> NieuwAdres:
        """Give the address that was filled in."""
        velden = ("postcode", "huisnummer", "toevoeging", "straat", "woonplaats")
        return NieuwAdres(**{veld: self.cleaned_data[veld] for veld in velden})


class MetHuishouden(AdresForm):
    """An address at which a household may live already: then the worker says whether it is that one."""

    huishouden = forms.ChoiceField(
        label=_lazy("Welk huishouden op dit adres?"), widget=forms.RadioSelect, required=False
    )
    mag_nieuw = True

    def bied_aan(self, huishoudens: Sequence[Huishouden]) -> None:
        """Offer the households that live at this address."""
        self._huishoudens = {str(rij.pk): rij for rij in huishoudens}
        keuzes: list[tuple[str, Tekst]] = [(pk, rij.naam) for pk, rij in self._huishoudens.items()]
        _bied_aan(self, "huishouden", keuzes + ([(NIEUW, _("Een nieuw huishouden"))] if self.mag_nieuw else []))

    @property
    def gekozen(self) -> Huishouden | None:
        """Give the household that was chosen."""
        return self._huishoudens.get(self.data.get("huishouden", ""))


class SplitsForm(MetHuishouden):
    """Who leaves, who lives in both, and where to."""

    gaat = forms.MultipleChoiceField(label=_lazy("Wie vertrekt?"), widget=forms.CheckboxSelectMultiple, required=False)
    in_beide = forms.MultipleChoiceField(
        label=_lazy("Wie woont straks in beide huishoudens?"),
        help_text=_lazy("Bijvoorbeeld een kind van gescheiden ouders."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = (
        "gaat",
        "in_beide",
        "postcode",
        "huisnummer",
        "toevoeging",
        "straat",
        "woonplaats",
        "huishouden",
        "reden",
    )

    def __init__(self, *args: Any, leden: Sequence[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        keuzes = [(str(persoon.pk), persoon.naam) for persoon in leden]
        _bied_aan(self, "gaat", keuzes)
        _bied_aan(self, "in_beide", keuzes)

    def verdeling(self) -> Verdeling:
        """Give who goes where."""
        gaat, beide = (frozenset(int(pk) for pk in self.cleaned_data[veld]) for veld in ("gaat", "in_beide"))
        return Verdeling(gaat, beide)


class SamenvoegForm(MetHuishouden):
    """With which household this one becomes one."""

    mag_nieuw = False


VELDNAMEN: Final[dict[str, Tekst]] = {
    "voornamen": _lazy("Voornamen"), "roepnaam": _lazy("Roepnaam"), "tussenvoegsel": _lazy("Tussenvoegsel"),
    "achternaam": _lazy("Achternaam"), "geboortedatum": _lazy("Geboortedatum"), "geslacht": _lazy("Geslacht"),
    "overleden_op": _lazy("Overleden op"), "telefoon": _lazy("Telefoon"), "email": _lazy("E-mail"),
}  # fmt: skip


class DubbelForm(BasisForm):
    """Two registrations side by side: which one stays, and which value of every field that differs."""

    blijft = forms.ChoiceField(
        label=_lazy("Welke registratie blijft?"),
        widget=forms.RadioSelect,
        choices=[("ander", _lazy("De tweede")), ("een", _lazy("De eerste"))],
    )
    reden = _reden(_lazy("Waaruit blijkt dat dit dezelfde persoon is?"))

    def __init__(self, *args: Any, een: Persoon, ander: Persoon, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._paar = {"een": een, "ander": ander}
        for veld in PERSOONSVELDEN:
            links, rechts = (toon_waarde(persoon, veld) for persoon in (een, ander))
            if links != rechts:
                self.fields[veld] = forms.ChoiceField(
                    label=VELDNAMEN[veld],
                    widget=forms.RadioSelect,
                    choices=[("een", links or _("leeg")), ("ander", rechts or _("leeg"))],
                    initial="een" if links and not rechts else "ander",
                )
        self.order_fields(["blijft", *PERSOONSVELDEN, "reden"])

    @property
    def paar(self) -> tuple[Persoon, Persoon]:
        """Give who is merged away, and who stays."""
        blijft = self.cleaned_data["blijft"]
        return self._paar["een" if blijft == "ander" else "ander"], self._paar[blijft]

    @property
    def van_links(self) -> set[str]:
        """Give the fields that come from the one that is merged away."""
        blijft = self.cleaned_data["blijft"]
        return {veld for veld in PERSOONSVELDEN if self.cleaned_data.get(veld, blijft) != blijft}


def toon_waarde(persoon: Persoon, veld: str) -> str:
    """Give the value of a field as it stands on the screen."""
    if veld == "geslacht":
        return str(persoon.get_geslacht_display())
    waarde = getattr(persoon, veld)
    return "" if waarde is None else waarde.strftime("%d-%m-%Y") if hasattr(waarde, "strftime") else str(waarde)
