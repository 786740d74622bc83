"""What a worker fills in at a triage, in a crisis and about admission."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Tijdveld
from eenplan.core.klok import AMSTERDAM
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Crisisstap
from eenplan.inrichting.model import Toelating as Toelatingsregel
from eenplan.meldingen.forms import kort, tekstvak
from eenplan.meldingen.models import Triageuitkomst, Triageurgentie
from eenplan.meldingen.triage import Weging
from eenplan.teams.models import Medewerker


class Triageform(BasisForm):
    """Outcome, urgency and reasons; what else is asked depends on the outcome, and the action says what lacks."""

    uitkomst = forms.ChoiceField(
        label=_lazy("Is dit een vraag voor het team?"), choices=Triageuitkomst.choices, widget=forms.RadioSelect
    )
    urgentie = forms.ChoiceField(
        label=_lazy("Hoe dringend is het?"),
        choices=Triageurgentie.choices,
        initial=Triageurgentie.GEWOON,
        widget=forms.RadioSelect,
    )
    criteria = forms.MultipleChoiceField(
        label=_lazy("Waarom vindt u dit?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    eigen_kijk = tekstvak(_lazy("Wat ziet u zelf?"), _lazy("Als de lijst niet past, of als u het anders ziet."))
    verteld = tekstvak(
        _lazy("Wat hebt u de inwoner verteld?"),
        _lazy("Welke informatie, en waar de inwoner terechtkan. Nodig bij te licht en te zwaar."),
        max_length=1000,
    )
    overgedragen_aan = kort(_lazy("Wie neemt het over?"), _lazy("De organisatie of de specialist."), max_length=160)
    bijrol = kort(
        _lazy("Wat blijft het team doen?"),
        _lazy("Leeg als het team niets meer doet. Bijvoorbeeld: hulp in het huishouden zolang de ggz leidt."),
        max_length=200,
    )
    coordinatie = kort(_lazy("Wie coördineert dan?"), max_length=160)
    leefgebieden = forms.MultipleChoiceField(
        label=_lazy("Op welke leefgebieden zijn er problemen?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    grond = tekstvak(_lazy("Waarom krijgt dit huishouden hulp van het team?"), max_length=1000)
    samen_met = forms.ChoiceField(label=_lazy("Wie beslist met u mee?"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        toelating: Toelatingsregel | None,
        collegas: Iterable[Medewerker],
        **kwargs: Any,  # noqa: ANN401 - what a form takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self._collegas = {str(collega.pk): collega for collega in collegas}
        self._keuzes("criteria", ((rij.code, rij.tekst) for rij in inrichting().triagecriteria))
        self._keuzes("leefgebieden", ((rij.code, rij.naam) for rij in inrichting().leefgebieden))
        namen = ((pk, collega.naam) for pk, collega in self._collegas.items())
        self._keuzes("samen_met", [("", _("Kies een collega")), *namen])
        if toelating is None:
            for veld in ("leefgebieden", "grond", "samen_met"):
                del self.fields[veld]
        elif not toelating.samen:
            del self.fields["samen_met"]

    def _keuzes(self, veld: str, keuzes: Iterable[tuple[str, str]]) -> None:
        self.fields[veld].choices = list(keuzes)  # type: ignore[attr-defined]

    @property
    def weging(self) -> Weging:
        """Give what was filled in as the action takes it."""
        gevuld = self.cleaned_data
        tekst = ("eigen_kijk", "verteld", "overgedragen_aan", "bijrol", "coordinatie")
        return Weging(
            uitkomst=gevuld["uitkomst"],
            urgentie=gevuld["urgentie"],
            criteria=tuple(gevuld["criteria"]),
            leefgebieden=tuple(gevuld.get("leefgebieden", ())),
            grond=gevuld.get("grond", ""),
            samen_met=self._collegas.get(gevuld.get("samen_met", "")),
            **{veld: gevuld[veld] for veld in tekst},
        )


class Crisisform(BasisForm):
    """One step of the crisis path: with whom was spoken, at what time today, what was agreed."""

    stap = forms.ChoiceField(label=_lazy("Welke stap?"), widget=forms.RadioSelect)
    gesproken = kort(_lazy("Wie hebt u gesproken?"), required=True)
    om = Tijdveld(label=_lazy("Hoe laat?"))
    afspraak = tekstvak(_lazy("Wat is er afgesproken?"), max_length=1000, required=True)

    def __init__(self, *args: Any, stappen: Iterable[Crisisstap], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        keuzes = [(stap.code, stap.wie or stap.tekst) for stap in stappen]
        self.fields["stap"].choices = [*keuzes, ("anders", _("iets anders"))]  # type: ignore[attr-defined]

    def handeling(self, nu: datetime) -> dict[str, Any]:
        """Give the step as the action takes it, on the day of `nu`."""
        gevuld = self.cleaned_data
        om = datetime.combine(nu.astimezone(AMSTERDAM).date(), gevuld["om"], AMSTERDAM)
        return {"stap": gevuld["stap"], "gesproken": gevuld["gesproken"], "om": om, "afspraak": gevuld["afspraak"]}


class Afwendform(BasisForm):
    """How the urgent part ended."""

    hoe = tekstvak(
        _lazy("Hoe is het nu?"), _lazy("Wat er is gedaan, en wie verdergaat."), max_length=1000, required=True
    )


class Toelatingform(BasisForm):
    """The second worker's own answer."""

    antwoord = forms.ChoiceField(
        label=_lazy("Bent u het eens met de toelating?"),
        choices=[("ja", _lazy("ja, dit huishouden krijgt hulp van het team")), ("nee", _lazy("nee"))],
        widget=forms.RadioSelect,
    )
    reden = kort(_lazy("Waarom niet?"), _lazy("Alleen bij nee."), max_length=200)
