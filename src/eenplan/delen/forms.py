"""What a worker types to share, to ask consent or to answer a request: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld, Veld
from eenplan.delen.actions import Antwoord, NieuweSamenwerking, Weg
from eenplan.delen.bronnen import Deelbaar
from eenplan.delen.keuzes import Bekendheid, Categorie, Deeldoel, Partnersoort, Richting, Wijze
from eenplan.delen.models import Samenwerking, Wie
from eenplan.delen.verzoek_actions import Verzoek
from eenplan.personen.models import Persoon

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

JA, NEE = "ja", "nee"


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class WegForm(BasisForm):
    """Of whom, with whom and for what, and under which law: enough for the law to name the ground."""

    persoon = forms.ChoiceField(label=_lazy("Over wie gaat het?"), widget=forms.RadioSelect)
    ander = forms.ChoiceField(
        label=_lazy("Met wie, en waarvoor?"),
        help_text=_lazy("Alleen organisaties met lopende afspraken staan in de lijst."),
    )
    wet = forms.ChoiceField(
        label=_lazy("Onder welke wet vallen de gegevens?"),
        help_text=_lazy("U deelt alleen wat in het dossier bij deze wet hoort."),
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        personen: Iterable[Persoon],
        samenwerkingen: Iterable[Samenwerking],
        wetten: Iterable[tuple[str, Tekst]],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        self._anderen = {f"{rij.pk}:{doel}": (rij, doel) for rij in samenwerkingen for doel in rij.doelen}
        _bied_aan(self, "persoon", ((pk, persoon.naam) for pk, persoon in self._personen.items()))
        _bied_aan(self, "ander", [("", _("Kies"))] + [(code, _ander(*paar)) for code, paar in self._anderen.items()])
        _bied_aan(self, "wet", wetten)

    def weg(self, richting: str = Richting.UIT) -> Weg:
        """Give the way that was chosen, of a form that is valid."""
        samenwerking, doel = self._anderen[self.cleaned_data["ander"]]
        persoon = self._personen[self.cleaned_data["persoon"]]
        return Weg(persoon, samenwerking, self.cleaned_data["wet"], doel, richting)

    @property
    def gekozen(self) -> list[tuple[str, str]]:
        """The fields as hidden inputs of the next step."""
        return [(naam, str(self.cleaned_data[naam])) for naam in self.fields]


class ToestemmingWegForm(WegForm):
    """The same, and whether we want to give or to ask."""

    richting = forms.ChoiceField(
        label=_lazy("Wat willen wij?"),
        choices=[
            (Richting.UIT, _lazy("gegevens geven aan de ander")),
            (Richting.IN, _lazy("gegevens vragen aan de ander")),
        ],
        initial=Richting.UIT,
        widget=forms.RadioSelect,
    )
    field_order = ("richting", "persoon", "ander", "wet")


def _ander(samenwerking: Samenwerking, doel: str) -> str:
    soort = samenwerking.get_soort_display()
    return _("{naam} ({soort}): {doel}").format(naam=samenwerking.naam, soort=soort, doel=Deeldoel(doel).label)


class DeelForm(BasisForm):
    """Which pieces go, a group of boxes for each kind of data, and till when."""

    def __init__(self, *args: Any, stukken: Iterable[Deelbaar], tot: date, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        per_soort: dict[str, list[tuple[str, str]]] = {}
        for stuk in stukken:
            per_soort.setdefault(stuk.categorie, []).append((stuk.code, stuk.titel))
        for code, keuzes in per_soort.items():
            self.fields[f"stukken_{code}"] = forms.MultipleChoiceField(
                label=str(Categorie(code).label).capitalize(),
                choices=keuzes,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.fields["geldig_tot"] = Datumveld(
            label=_("Tot wanneer deelt u dit?"),
            help_text=_("Vanaf deze dag gaat er niets meer uit. Kort is beter: u kunt later opnieuw delen."),
            initial=tot,
        )

    @property
    def groepen(self) -> list[Veld]:
        """The groups of boxes, in the order of the closed list."""
        return [cast("Veld", self[naam]) for naam in self.fields if naam.startswith("stukken_")]

    @property
    def stukken(self) -> list[str]:
        """The codes that were ticked, of a form that is valid."""
        return [code for naam in self.fields if naam.startswith("stukken_") for code in self.cleaned_data[naam]]

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if not any(gevuld.get(naam) for naam in self.fields if naam.startswith("stukken_")):
            self.add_error(None, _("Kies ten minste één ding om te delen."))
        return gevuld


class RedenForm(BasisForm):
    """Why."""

    reden = forms.CharField(label=_lazy("Waarom?"), max_length=200)


class DelingAntwoordForm(BasisForm):
    """What the partner answered to the offer."""

    antwoord = forms.ChoiceField(
        label=_lazy("Wat zegt de ander?"),
        choices=[
            (JA, _lazy("neemt het aan")),
            (NEE, _lazy("wil het niet hebben")),
            (Wie.WIJ, _lazy("wij delen toch niet")),
        ],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=_lazy("Waarom niet?"), max_length=200, required=False, help_text=_lazy("Alleen nodig bij een weigering.")
    )

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("antwoord") in (NEE, Wie.WIJ) and not gevuld.get("reden"):
            self.add_error("reden", _("Schrijf op waarom er niet wordt gedeeld."))
        return gevuld


class VraagForm(BasisForm):
    """For which kinds of data consent is asked."""

    categorieen = forms.MultipleChoiceField(
        label=_lazy("Welke soorten gegevens?"),
        help_text=_lazy("Kies alleen wat de ander echt nodig heeft."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, categorieen: Iterable[str], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _bied_aan(self, "categorieen", ((code, Categorie(code).label) for code in categorieen))


class AntwoordForm(BasisForm):
    """The answer of somebody whose consent was asked."""

    antwoord = forms.ChoiceField(
        label=_lazy("Wat is het antwoord?"),
        choices=[(JA, _lazy("ja, geeft toestemming")), (NEE, _lazy("nee, geeft geen toestemming"))],
        widget=forms.RadioSelect,
    )
    wijze = forms.ChoiceField(
        label=_lazy("Hoe is het antwoord gegeven?"), choices=Wijze.choices, widget=forms.RadioSelect
    )
    op = Datumveld(label=_lazy("Op welke dag?"))
    geldig_tot = Datumveld(
        label=_lazy("Tot wanneer geldt de toestemming?"),
        required=False,
        help_text=_lazy("Laat leeg voor de langste tijd die in deze gemeente mag."),
    )
    aantekening = forms.CharField(
        label=_lazy("Aantekening"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(),
        help_text=_lazy("Bij een mondeling antwoord: wat is er gezegd, en tegen wie?"),
    )

    def antwoord_gegeven(self) -> Antwoord:
        """Give the answer, of a form that is valid."""
        gevuld = self.cleaned_data
        return Antwoord(
            is_gegeven=gevuld["antwoord"] == JA,
            wijze=gevuld["wijze"],
            op=gevuld["op"],
            aantekening=gevuld["aantekening"],
            geldig_tot=gevuld["geldig_tot"],
        )


class MetVerzoek(BasisForm):
    """What every request says: the role of who asks, why it is needed, and since when."""

    rol = forms.CharField(
        label=_lazy("In welke rol vraagt de vrager dit?"),
        max_length=120,
        help_text=_lazy("Bijvoorbeeld: consulent inkomen."),
    )
    noodzaak = forms.CharField(
        label=_lazy("Waarom is het nodig?"),
        max_length=300,
        help_text=_lazy("En waarom kan het niet bij de inwoner zelf worden gevraagd?"),
    )
    ontvangen_op = Datumveld(label=_lazy("Op welke dag is het gevraagd?"))

    def verzoek(self) -> Verzoek:
        """Give what was filled in, of a form that is valid."""
        gevuld = self.cleaned_data
        return Verzoek(gevuld["rol"], gevuld["noodzaak"], gevuld["ontvangen_op"])


class VerzoekForm(MetVerzoek, WegForm):
    """A request about a resident of this file."""

    richting = forms.ChoiceField(
        label=_lazy("Wie vraagt?"),
        choices=[(Richting.UIT, _lazy("wij vragen de ander")), (Richting.IN, _lazy("de ander vraagt ons"))],
        widget=forms.RadioSelect,
    )
    field_order = ("richting", "persoon", "ander", "wet", "rol", "noodzaak", "ontvangen_op")


class OnbekendeForm(MetVerzoek):
    """A request about somebody who is not with us: no name, so nothing to keep."""

    ander = forms.ChoiceField(label=_lazy("Wie vraagt, en waarvoor?"))
    field_order = ("ander", "rol", "noodzaak", "ontvangen_op")

    def __init__(self, *args: Any, samenwerkingen: Iterable[Samenwerking], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._anderen = {f"{rij.pk}:{doel}": (rij, doel) for rij in samenwerkingen for doel in rij.doelen}
        _bied_aan(self, "ander", [("", _("Kies"))] + [(code, _ander(*paar)) for code, paar in self._anderen.items()])

    @property
    def samenwerking(self) -> tuple[Samenwerking, str]:
        """Give who asks and for what, of a form that is valid."""
        return self._anderen[self.cleaned_data["ander"]]


class BekendForm(BasisForm):
    """Is this resident known?"""

    bekend = forms.ChoiceField(
        label=_lazy("Is deze inwoner bekend?"),
        choices=[paar for paar in Bekendheid.choices if paar[0] != Bekendheid.OPEN],
        widget=forms.RadioSelect,
    )


class InformatievraagForm(BasisForm):
    """One stated question."""

    categorie = forms.ChoiceField(label=_lazy("Over welk soort gegevens gaat de vraag?"))
    tekst = forms.CharField(label=_lazy("Wat is de vraag?"), max_length=300)

    def __init__(self, *args: Any, categorieen: Iterable[str], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _bied_aan(self, "categorie", ((code, Categorie(code).label) for code in categorieen))


class VraagantwoordForm(BasisForm):
    """The answer to one question, or why there is none."""

    antwoord = forms.CharField(label=_lazy("Antwoord"), max_length=2000, required=False, widget=forms.Textarea())
    weigering = forms.CharField(label=_lazy("Of: waarom komt er geen antwoord?"), max_length=200, required=False)


class SamenwerkingForm(BasisForm):
    """An agreement with a partner."""

    naam = forms.CharField(label=_lazy("Naam van de organisatie"), max_length=120)
    soort = forms.ChoiceField(label=_lazy("Wat voor organisatie is het?"), choices=Partnersoort.choices)
    rol = forms.CharField(
        label=_lazy("Wat doet deze organisatie in ons werk?"),
        max_length=200,
        help_text=_lazy("In gewone woorden: dit staat op de pagina voor inwoners."),
    )
    artikel_avg = forms.CharField(
        label=_lazy("Grond in de AVG"), max_length=80, help_text=_lazy("Bijvoorbeeld: artikel 6 lid 1 onder e")
    )
    artikel_nationaal = forms.CharField(
        label=_lazy("Grond in een Nederlandse wet"),
        max_length=120,
        help_text=_lazy("Bijvoorbeeld: artikel 5.2.1 Wmo 2015"),
    )
    doelen = forms.MultipleChoiceField(
        label=_lazy("Waarvoor?"), choices=Deeldoel.choices, widget=forms.CheckboxSelectMultiple
    )
    categorieen = forms.MultipleChoiceField(
        label=_lazy("Welke soorten gegevens mogen mee?"), choices=Categorie.choices, widget=forms.CheckboxSelectMultiple
    )
    overeenkomst = forms.CharField(label=_lazy("Kenmerk van de overeenkomst"), max_length=80)
    contactpersoon = forms.CharField(label=_lazy("Contactpersoon"), max_length=120)
    adres = forms.CharField(
        label=_lazy("Postadres"), max_length=160, help_text=_lazy("Bijvoorbeeld: Postbus 1, 1230 AA Zonnedaal")
    )
    vanaf = Datumveld(label=_lazy("Vanaf welke dag?"))

    def nieuw(self) -> NieuweSamenwerking:
        """Give what was filled in, of a form that is valid."""
        gevuld = self.cleaned_data
        lijsten = {naam: tuple(gevuld[naam]) for naam in ("doelen", "categorieen")}
        return NieuweSamenwerking(**gevuld | lijsten)


class EindeForm(BasisForm):
    """When an agreement ends, and why."""

    tot = Datumveld(
        label=_lazy("Vanaf welke dag geldt de samenwerking niet meer?"),
        help_text=_lazy(
            "Kiest u vandaag, dan stopt alles wat onder deze samenwerking wordt gedeeld of gevraagd meteen."
        ),
    )
    reden = forms.CharField(label=_lazy("Waarom eindigt de samenwerking?"), max_length=200)
