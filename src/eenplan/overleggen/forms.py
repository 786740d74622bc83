"""What a worker types about a consultation: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld, Tijdveld
from eenplan.core.klok import AMSTERDAM
from eenplan.delen.keuzes import Categorie, Deeldoel
from eenplan.delen.models import Samenwerking
from eenplan.dossiers.forms import MetLabel
from eenplan.inrichting.lezen import inrichting
from eenplan.overleggen.actions import Afloop, Belofte, Gast, NieuwOverleg, TeDelen
from eenplan.overleggen.models import Afspraakeigenaar, Agendapunt, Genodigde, Overlegsoort
from eenplan.overleggen.queries import Keuzes
from eenplan.overleggen.states import Afspraakstatus
from eenplan.personen.models import Persoon

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

JA, NEE = "ja", "nee"
EXTERN = (Afspraakeigenaar.PARTNER.value, Afspraakeigenaar.NETWERK.value)


def _tekstvak(label: Tekst, *, hint: Tekst = "", max_length: int = 4000, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=max_length, required=required, widget=forms.Textarea()
    )


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class OverlegForm(MetLabel):
    """When, where, of which kind, and how it decides."""

    soort = forms.ChoiceField(label=_lazy("Soort overleg"), choices=Overlegsoort.choices, widget=forms.RadioSelect)
    datum = Datumveld(label=_lazy("Dag"))
    tijd = Tijdveld(label=_lazy("Begintijd"), help_text=_lazy("Bijvoorbeeld 14:30"))
    plaats = forms.CharField(
        label=_lazy("Plaats of wijze"),
        max_length=120,
        help_text=_lazy(
            "Bijvoorbeeld: wijkcentrum, bij de inwoner thuis, of beeldbellen. Zonder adres van de inwoner."
        ),
    )
    besluitregel = forms.ChoiceField(label=_lazy("Hoe beslist het overleg?"), widget=forms.RadioSelect)
    field_order = ("soort", "datum", "tijd", "plaats", "besluitregel", "wet")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _bied_aan(self, "besluitregel", ((regel.code, regel.naam) for regel in inrichting().besluitregels))

    def nieuw(self) -> NieuwOverleg:
        """Give what was filled in, of a form that is valid."""
        gevuld = self.cleaned_data
        moment = datetime.combine(gevuld["datum"], gevuld["tijd"], AMSTERDAM)
        return NieuwOverleg(gevuld["soort"], moment, gevuld["plaats"], gevuld["besluitregel"], self.label_wet)


class PuntForm(BasisForm):
    """A point of the agenda."""

    titel = forms.CharField(label=_lazy("Agendapunt"), max_length=160)
    toelichting = _tekstvak(
        _lazy("Toelichting"), required=False, hint=_lazy("Een gast leest dit pas als u dit punt met die gast deelt.")
    )


class OptieForm(BasisForm):
    """A way to go on at one point."""

    wat = forms.CharField(label=_lazy("Optie"), max_length=200)
    voor = forms.CharField(label=_lazy("Wat pleit ervoor?"), max_length=500, required=False)
    tegen = forms.CharField(label=_lazy("Wat pleit ertegen?"), max_length=500, required=False)


class MetMensen(BasisForm):
    """A form in which a worker, a resident or an organisation is chosen in one list."""

    wie = forms.ChoiceField()

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._collegas = {f"m{rij.pk}": rij for rij in keuzes.collegas}
        self._bewoners = {f"p{rij.pk}": rij for rij in keuzes.bewoners}
        self._partners = {f"s{rij.pk}": rij for rij in keuzes.partners}
        _bied_aan(self, "wie", [("", _("Kies")), *self._mensen(), *self._anderen()])

    def _mensen(self) -> Iterable[tuple[str, str]]:
        for bewoner in self._bewoners:
            yield bewoner, _("{naam} (inwoner)").format(naam=self._bewoners[bewoner].naam)
        for collega in self._collegas:
            yield collega, _("{naam} (collega)").format(naam=self._collegas[collega].naam)

    def _anderen(self) -> Iterable[tuple[str, Tekst]]:
        return []


class GastForm(MetMensen):
    """Whom to invite."""

    wie = forms.ChoiceField(label=_lazy("Wie nodigt u uit?"))
    naam_extern = forms.CharField(
        label=_lazy("Naam van de gast"),
        max_length=120,
        required=False,
        help_text=_lazy("Alleen bij een organisatie: wie komt er?"),
    )

    def _anderen(self) -> Iterable[tuple[str, Tekst]]:
        return ((code, _("iemand van {naam}").format(naam=rij.naam)) for code, rij in self._partners.items())

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("wie") in self._partners and not gevuld.get("naam_extern"):
            self.add_error("naam_extern", _("Schrijf op wie er van deze organisatie komt."))
        return gevuld

    def gast(self) -> Gast:
        """Give the guest, of a form that is valid."""
        wie = self.cleaned_data["wie"]
        partner = self._partners.get(wie)
        naam = self.cleaned_data["naam_extern"] if partner else ""
        return Gast(self._collegas.get(wie), self._bewoners.get(wie), partner, naam)


class AfspraakForm(MetMensen):
    """What is agreed: what, who and before which day; none of the three may be empty."""

    wat = forms.CharField(label=_lazy("Wat is afgesproken?"), max_length=200)
    wie = forms.ChoiceField(label=_lazy("Wie doet dit?"))
    eigenaar_naam = forms.CharField(
        label=_lazy("Naam"),
        max_length=120,
        required=False,
        help_text=_lazy("Alleen bij iemand van een andere organisatie of uit het netwerk."),
    )
    uiterlijk = Datumveld(label=_lazy("Uiterlijk op"))
    field_order = ("wat", "wie", "eigenaar_naam", "uiterlijk")

    def _anderen(self) -> Iterable[tuple[str, Tekst]]:
        return ((code, Afspraakeigenaar(code).label) for code in EXTERN)

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("wie") in EXTERN and not gevuld.get("eigenaar_naam"):
            self.add_error("eigenaar_naam", _("Schrijf op wie dit doet."))
        return gevuld

    def belofte(self) -> Belofte:
        """Give the agreement, of a form that is valid."""
        gevuld, wie = self.cleaned_data, self.cleaned_data["wie"]
        soort = wie if wie in EXTERN else Afspraakeigenaar.MEDEWERKER if wie in self._collegas else "inwoner"
        naam = gevuld["eigenaar_naam"] if wie in EXTERN else ""
        mens = (self._collegas.get(wie), self._bewoners.get(wie))
        return Belofte(gevuld["wat"], str(soort), gevuld["uiterlijk"], *mens, naam)


class AfloopForm(BasisForm):
    """How the consultation went; without the resident there must be a reason."""

    inwoner_aanwezig = forms.ChoiceField(
        label=_lazy("Was de inwoner erbij?"),
        choices=[(JA, _lazy("ja")), (NEE, _lazy("nee"))],
        widget=forms.RadioSelect,
    )
    reden_zonder_inwoner = forms.CharField(
        label=_lazy("Waarom was de inwoner er niet bij?"),
        max_length=300,
        required=False,
        help_text=_lazy("Alleen nodig als de inwoner er niet bij was."),
    )
    aanwezigen = forms.MultipleChoiceField(
        label=_lazy("Wie waren er?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    verslag = _tekstvak(_lazy("Verslag"), required=False, max_length=20_000)

    def __init__(self, *args: Any, genodigden: Iterable[Genodigde], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _bied_aan(self, "aanwezigen", ((str(rij.pk), rij.naam) for rij in genodigden))

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("inwoner_aanwezig") == NEE and not gevuld.get("reden_zonder_inwoner"):
            self.add_error("reden_zonder_inwoner", _("Schrijf op waarom de inwoner er niet bij was."))
        return gevuld

    def afloop(self) -> Afloop:
        """Give how it went, of a form that is valid."""
        gevuld = self.cleaned_data
        erbij = frozenset(int(pk) for pk in gevuld["aanwezigen"])
        return Afloop(gevuld["inwoner_aanwezig"] == JA, gevuld["reden_zonder_inwoner"], erbij, gevuld["verslag"])


class RedenForm(BasisForm):
    """Why."""

    reden = forms.CharField(label=_lazy("Waarom?"), max_length=200)


class ZienswijzeForm(BasisForm):
    """What a guest thinks beforehand."""

    tekst = _tekstvak(_lazy("Zienswijze vooraf"), max_length=2000, hint=_lazy("Wat moet het overleg weten of afwegen?"))


class DeelForm(BasisForm):
    """What a guest from the household gets to read."""

    punt = forms.ChoiceField(label=_lazy("Welk agendapunt?"), required=False)
    tekst = _tekstvak(
        _lazy("Of: welke tekst?"), required=False, hint=_lazy("De gast leest precies dit, en verder niets.")
    )

    def __init__(self, *args: Any, punten: Iterable[Agendapunt], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._punten = {str(punt.pk): punt for punt in punten}
        _bied_aan(self, "punt", [("", _("Geen")), *((pk, punt.titel) for pk, punt in self._punten.items())])

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if not gevuld.get("punt") and not gevuld.get("tekst"):
            self.add_error("tekst", _("Kies een agendapunt of schrijf een tekst."))
        return gevuld

    def te_delen(self) -> TeDelen:
        """Give what was chosen, of a form that is valid."""
        return TeDelen(self._punten.get(self.cleaned_data["punt"]), self.cleaned_data["tekst"])


class DeelExternForm(DeelForm):
    """What a guest from outside gets to read, and what the law needs to know to name the ground."""

    persoon = forms.ChoiceField(label=_lazy("Over wie gaat dit?"), widget=forms.RadioSelect)
    wet = forms.ChoiceField(label=_lazy("Onder welke wet vallen deze gegevens?"))
    doel = forms.ChoiceField(label=_lazy("Waarvoor heeft de gast dit nodig?"))
    categorie = forms.ChoiceField(label=_lazy("Wat voor gegevens zijn het?"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - what a form takes
        personen: Iterable[Persoon],
        ander: Samenwerking,
        wetten: Iterable[tuple[str, Tekst]],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        _bied_aan(self, "persoon", ((pk, persoon.naam) for pk, persoon in self._personen.items()))
        _bied_aan(self, "wet", wetten)
        _bied_aan(self, "doel", ((code, Deeldoel(code).label) for code in ander.doelen))
        _bied_aan(self, "categorie", ((code, Categorie(code).label) for code in ander.categorieen))

    def te_delen(self) -> TeDelen:
        """Give what was chosen, of a form that is valid."""
        gevuld = self.cleaned_data
        rest = {naam: gevuld[naam] for naam in ("wet", "doel", "categorie")}
        return TeDelen(
            self._punten.get(gevuld["punt"]), gevuld["tekst"], persoon=self._personen[gevuld["persoon"]], **rest
        )


class AfhandelForm(BasisForm):
    """Whether an agreement was kept; if not, why."""

    naar = forms.ChoiceField(
        label=_lazy("Hoe ging het?"),
        choices=[paar for paar in Afspraakstatus.choices if paar[0] != Afspraakstatus.OPEN],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=_lazy("Waarom is het niet gebeurd?"),
        max_length=300,
        required=False,
        help_text=_lazy("Alleen nodig als de afspraak niet is nagekomen."),
    )

    def clean(self) -> dict[str, Any]:  # Any: what a form gives
        gevuld = super().clean() or self.cleaned_data
        if gevuld.get("naar") == Afspraakstatus.NIET_NAGEKOMEN and not gevuld.get("reden"):
            self.add_error("reden", _("Schrijf op waarom het niet is gebeurd."))
        return gevuld


class CasusForm(BasisForm):
    """A case without names."""

    vraag = forms.CharField(label=_lazy("Wat is uw vraag aan collega’s?"), max_length=200)
    situatie = _tekstvak(
        _lazy("Wat speelt er?"),
        hint=_lazy(
            "Zonder namen, adressen, data, nummers of organisaties. Schrijf bijvoorbeeld “moeder” of “de school”."
        ),
    )


class CasusadviesForm(BasisForm):
    """Advice on a case without names."""

    tekst = _tekstvak(_lazy("Uw advies"), max_length=2000)
