"""What a worker types about a request, an answer, a hold or a destruction."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.personen.models import Persoon
from eenplan.privacy.actions import Gevraagd
from eenplan.privacy.brief import Antwoord
from eenplan.privacy.models import Identiteit, Verzoekkanaal, Verzoeksoort, Vragersoort
from eenplan.privacy.states import BEANTWOORD, Verzoekstatus

GRONDEN = (
    ("artikel 15 lid 4 AVG", _lazy("Het belang van de ander weegt zwaarder (artikel 15 lid 4 AVG)")),
    ("artikel 41 UAVG", _lazy("Nodig om iemand te beschermen (artikel 41 UAVG)")),
    ("artikel 5.3.2 Wmo 2015", _lazy("Het privéleven van de ander gaat voor (artikel 5.3.2 Wmo 2015)")),
)
ARTIKELEN = {
    Verzoeksoort.INZAGE: "artikel 15 AVG",
    Verzoeksoort.RECTIFICATIE: "artikel 16 AVG en artikel 7.3.8 Jeugdwet",
    Verzoeksoort.VERNIETIGING: "artikel 5.3.5 Wmo 2015",
    Verzoeksoort.BEPERKING: "artikel 18 AVG",
    Verzoeksoort.BEZWAAR: "artikel 21 AVG",
}
TONEN, WEGLATEN = "tonen", "weglaten"


class VerzoekForm(BasisForm):
    """A request as it came in."""

    soort = forms.ChoiceField(
        label=_lazy("Wat vraagt de inwoner?"), choices=Verzoeksoort.choices, widget=forms.RadioSelect
    )
    persoon = forms.TypedChoiceField(label=_lazy("Over wie gaat het?"), coerce=int, widget=forms.RadioSelect)
    vrager = forms.ChoiceField(label=_lazy("Wie vraagt het?"), choices=Vragersoort.choices, widget=forms.RadioSelect)
    vrager_naam = forms.CharField(
        label=_lazy("Naam van wie het vraagt"),
        max_length=120,
        required=False,
        help_text=_lazy("Alleen invullen als de inwoner het niet zelf vraagt."),
    )
    vrager_adres = forms.CharField(
        label=_lazy("Adres van wie het vraagt"),
        required=False,
        widget=forms.Textarea,
        help_text=_lazy("Hier gaat het antwoord heen. Straat en nummer, dan postcode en plaats."),
    )
    ontvangen_op = Datumveld(label=_lazy("Ontvangen op"))
    kanaal = forms.ChoiceField(
        label=_lazy("Hoe kwam het binnen?"), choices=Verzoekkanaal.choices, widget=forms.RadioSelect
    )
    tekst = forms.CharField(
        label=_lazy("Wat vraagt de inwoner, in eigen woorden?"), widget=forms.Textarea, max_length=5000
    )

    def __init__(self, *args: Any, bewoners: list[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._bewoners = {persoon.pk: persoon for persoon in bewoners}
        veld = cast("forms.TypedChoiceField", self.fields["persoon"])
        veld.choices = [(persoon.pk, persoon.naam) for persoon in bewoners]

    def gevraagd(self) -> Gevraagd:
        """Give what was asked; call only on a valid form."""
        gevuld = dict(self.cleaned_data)
        return Gevraagd(**gevuld | {"persoon": self._bewoners[gevuld["persoon"]]})


class IdentiteitForm(BasisForm):
    """How it was made sure who asks."""

    identiteit = forms.ChoiceField(
        label=_lazy("Hoe hebt u vastgesteld wie het vraagt?"),
        choices=[keuze for keuze in Identiteit.choices if keuze[0]],
        widget=forms.RadioSelect,
        help_text=_lazy("Maak geen kopie van het identiteitsbewijs."),
    )


class AntwoordForm(BasisForm):
    """The answer, and with a refused correction the resident's own statement."""

    uitkomst = forms.ChoiceField(label=_lazy("Wat is het antwoord?"), widget=forms.RadioSelect)
    artikel = forms.CharField(label=_lazy("Op welk artikel rust dit?"), max_length=120)
    reden = forms.CharField(
        label=_lazy("Waarom?"),
        widget=forms.Textarea,
        max_length=4000,
        help_text=_lazy("Dit leest de inwoner in de brief. Schrijf u, en korte zinnen."),
    )

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        kwargs.setdefault("initial", {"artikel": ARTIKELEN[Verzoeksoort(soort)]})
        super().__init__(*args, **kwargs)
        zonder_deels = soort == Verzoeksoort.VERNIETIGING
        keuzes = [rij for rij in BEANTWOORD if not (zonder_deels and rij == Verzoekstatus.DEELS)]
        cast("forms.ChoiceField", self.fields["uitkomst"]).choices = [(rij.value, rij.label) for rij in keuzes]
        if soort == Verzoeksoort.RECTIFICATIE:
            self.fields["gaat_over"] = forms.CharField(
                label=_lazy("Waar gaat de verklaring van de inwoner over?"), max_length=200, required=False
            )
            self.fields["verklaring"] = forms.CharField(
                label=_lazy("De verklaring van de inwoner, woord voor woord"),
                widget=forms.Textarea,
                max_length=10000,
                required=False,
                help_text=_lazy("Verbetert u niet alles? Dan hoort deze tekst voortaan bij het dossier."),
            )

    def antwoord(self) -> Antwoord:
        """Give the answer; call only on a valid form."""
        return Antwoord(**self.cleaned_data)


class EindeForm(BasisForm):
    """Why a restriction ends."""

    reden = forms.CharField(
        label=_lazy("Waarom eindigt de beperking?"),
        max_length=200,
        help_text=_lazy("De inwoner krijgt hier eerst bericht van (artikel 18 lid 3 AVG)."),
    )


class MerkForm(BasisForm):
    """Words that a worker wants to withhold besides what was found."""

    woorden = forms.CharField(
        label=_lazy("Ook weglaten"),
        min_length=3,
        max_length=1000,
        help_text=_lazy("Plak de zin of de woorden precies zoals ze er staan."),
    )
    reden = forms.ChoiceField(label=_lazy("Waarom?"), choices=GRONDEN)


class BewaarplichtForm(BasisForm):
    """A hold on one file."""

    dossier_id = forms.IntegerField(label=_lazy("Dossiernummer"), min_value=1)
    reden = forms.CharField(
        label=_lazy("Waarom moet het blijven?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: er loopt een beroep. Noem hier geen namen."),
    )
    tot = Datumveld(label=_lazy("Tot welke dag?"), required=False, help_text=_lazy("Leeg: tot u het opheft."))


class BevestigForm(BasisForm):
    """Somebody read what will go and that nobody can undo it."""

    begrepen = forms.BooleanField(label=_lazy("Ik heb gelezen wat er weggaat. Niemand kan dit ongedaan maken."))
