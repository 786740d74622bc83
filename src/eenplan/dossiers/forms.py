"""What a worker types into a file: read and checked, never written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.toegang import Bereik
from eenplan.core.formulier import BasisForm, Datumveld, Tijdveld
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.actions import Afspraak, Stuk
from eenplan.dossiers.bestandssoort import MAX_OMVANG, bestandssoort
from eenplan.dossiers.models import Documentsoort, Gespreksoort
from eenplan.dossiers.onderwerpen import ONDERWERPEN
from eenplan.dossiers.queries import Gehoord, Kandidaat, Stap
from eenplan.dossiers.samenvoegen import Ingediend, vingerafdruk
from eenplan.dossiers.states import Verslagstatus
from eenplan.dossiers.verbergen import Verbergreden
from eenplan.dossiers.virusscan import Oordeel, controleer
from eenplan.dossiers.wetlabels import eigen_label, labelkeuzes
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.model import Leefgebied
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise

VERSLAG_LENGTE = 20_000


def _tekstvak(label: Tekst, hint: Tekst = "", *, max_length: int = 4000, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=max_length, required=required, widget=forms.Textarea()
    )


def _bied_aan(form: forms.Form, naam: str, keuzes: Iterable[tuple[str, Tekst]]) -> None:
    cast("forms.ChoiceField", form.fields[naam]).choices = list(keuzes)


class MetPersoon(BasisForm):
    """A form that asks which resident it is about; `personen` are the ones to choose from."""

    aan = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._personen = {str(persoon.pk): persoon for persoon in personen}
        _bied_aan(self, "aan", ((pk, persoon.naam) for pk, persoon in self._personen.items()))

    @property
    def persoon(self) -> Persoon:
        """Give the resident that was chosen."""
        return self._personen[self.cleaned_data["aan"]]


class MetLabel(BasisForm):
    """A form about one item of a file: under which law it falls. The default is right most of the time."""

    wet = forms.ChoiceField(
        label=_lazy("Label"),
        required=False,
        help_text=_lazy("De wet waaronder dit valt. Wie daar niet onder werkt, leest het niet."),
    )

    def __init__(self, *args: Any, bereik: Bereik | None = None, dossier_id: int | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._standaard = eigen_label(bereik) if bereik else str(Wet.GEEN.value)
        _bied_aan(self, "wet", labelkeuzes(bereik, dossier_id))
        self.fields["wet"].initial = self._standaard

    @property
    def label_wet(self) -> str:
        """Give the label that was chosen, or the default."""
        return str(self.cleaned_data["wet"] or self._standaard)


class MetVerberging(BasisForm):
    """A form about something that may be hidden from the household: then with a reason and a day to look again."""

    verborgen = forms.BooleanField(
        label=_lazy("Verbergen voor het huishouden"),
        required=False,
        help_text=_lazy(
            "Alleen als het niet anders kan, bijvoorbeeld bij gevaar. Het komt dan in geen brief of kopie."
        ),
    )
    reden_verborgen = forms.CharField(label=_lazy("Waarom verbergt u dit?"), max_length=200, required=False)
    herzien_op = Datumveld(label=_lazy("Wanneer bekijkt u dit opnieuw?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason and the day once somebody hides something."""
        gevuld = super().clean() or {}
        if gevuld.get("verborgen"):
            if not gevuld.get("reden_verborgen", "").strip():
                self.add_error("reden_verborgen", _("Schrijf op waarom het huishouden dit niet mag lezen."))
            if "herzien_op" not in self.errors and not gevuld.get("herzien_op"):
                self.add_error("herzien_op", _("Vul een dag in waarop u opnieuw kijkt of verbergen nog nodig is."))
        return gevuld

    def verberging(self) -> Verbergreden | None:
        """Give why it is hidden and until when, or none."""
        gevuld = self.cleaned_data
        return Verbergreden(gevuld["reden_verborgen"], gevuld["herzien_op"]) if gevuld["verborgen"] else None


class VerbergForm(BasisForm):
    """Hide something that stands in the file already."""

    reden_verborgen = forms.CharField(label=_lazy("Waarom verbergt u dit?"), max_length=200)
    herzien_op = Datumveld(label=_lazy("Wanneer bekijkt u dit opnieuw?"))

    def verberging(self) -> Verbergreden:
        """Give why it is hidden and until when."""
        return Verbergreden(self.cleaned_data["reden_verborgen"], self.cleaned_data["herzien_op"])


class GesprekForm(MetLabel):
    """When, where and with whom the household is met."""

    soort = forms.ChoiceField(label=_lazy("Soort gesprek"), choices=Gespreksoort.choices, widget=forms.RadioSelect)
    datum = Datumveld(label=_lazy("Dag"))
    tijd = Tijdveld(label=_lazy("Begintijd"), help_text=_lazy("Bijvoorbeeld 14:30"))
    plaats = forms.CharField(
        label=_lazy("Plaats"), max_length=120, required=False, help_text=_lazy("Het huisadres staat al ingevuld.")
    )
    deelnemers = forms.MultipleChoiceField(
        label=_lazy("Wie spreekt u?"),
        help_text=_lazy("Ieder lid van het huishouden wordt gehoord, kinderen ook."),
        widget=forms.CheckboxSelectMultiple,
    )
    anderen = forms.CharField(
        label=_lazy("Wie zijn er nog meer bij?"),
        max_length=200,
        required=False,
        help_text=_lazy("Bijvoorbeeld een mantelzorger, iemand van school of een cliëntondersteuner."),
    )

    def __init__(self, *args: Any, gehoord: list[Gehoord], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._personen = {str(rij.lid.persoon_id): rij.lid.persoon for rij in gehoord}
        _bied_aan(self, "deelnemers", ((pk, persoon.naam) for pk, persoon in self._personen.items()))

    def afspraak(self) -> Afspraak:
        """Give what was filled in as the action takes it."""
        gevuld = self.cleaned_data
        return Afspraak(
            soort=gevuld["soort"],
            begint_op=datetime.combine(gevuld["datum"], gevuld["tijd"], AMSTERDAM),
            plaats=gevuld["plaats"],
            deelnemers=tuple(self._personen[pk] for pk in gevuld["deelnemers"]),
            anderen=gevuld["anderen"],
            wet=self.label_wet,
        )


class VervalForm(BasisForm):
    """Why a conversation does not take place."""

    reden = forms.CharField(
        label=_lazy("Waarom gaat het gesprek niet door?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: Sanne is ziek, we bellen morgen voor een nieuwe afspraak."),
    )


class VerslagForm(BasisForm):
    """The report: a text per subject, and the print of the text each began from, so that two writers see each other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        for onderwerp in ONDERWERPEN:
            self.fields[onderwerp.code] = _tekstvak(
                onderwerp.kop, onderwerp.vraag, max_length=VERSLAG_LENGTE, required=False
            )
            self.fields[f"stand_{onderwerp.code}"] = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def van(cls, teksten: Mapping[str, str]) -> VerslagForm:
        """Give the form as it stands for somebody who opens the report now."""
        return cls(initial=cls.stand(teksten, teksten))

    @classmethod
    def opnieuw(cls, getypt: Mapping[str, str], bewaard: Mapping[str, str]) -> VerslagForm:
        """Give the form with what this worker typed, measured from what is kept now."""
        return cls(initial=cls.stand(getypt, bewaard))

    @staticmethod
    def stand(teksten: Mapping[str, str], bewaard: Mapping[str, str]) -> dict[str, str]:
        """Give the values of the fields: the texts, and the prints of what is kept."""
        velden = {onderwerp.code: teksten.get(onderwerp.code, "") for onderwerp in ONDERWERPEN}
        return velden | {f"stand_{code}": vingerafdruk(bewaard.get(code, "")) for code in velden}

    def ingediend(self) -> dict[str, Ingediend]:
        """Give what was sent; a subject that was not sent at all is left alone."""
        return {
            onderwerp.code: Ingediend(
                self.cleaned_data[onderwerp.code], self.cleaned_data.get(f"stand_{onderwerp.code}", "")
            )
            for onderwerp in ONDERWERPEN
            if onderwerp.code in self.data
        }


class VerzendForm(MetPersoon):
    """Who gets the written account."""

    aan = forms.ChoiceField(label=_lazy("Aan wie sturen we het verslag?"), widget=forms.RadioSelect)
    bewerking = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def gelezen(self) -> int | None:
        """Give the edit number of the report as it stood on the page that was read."""
        nummer: int | None = self.cleaned_data["bewerking"]
        return nummer


class ReactieForm(MetPersoon):
    """What the resident answered to the report."""

    aan = forms.ChoiceField(label=_lazy("Wie reageerde?"), widget=forms.RadioSelect)
    soort = forms.ChoiceField(
        label=_lazy("Wat vindt de inwoner van het verslag?"),
        widget=forms.RadioSelect,
        choices=[
            (Verslagstatus.AKKOORD, _lazy("Akkoord")),
            (Verslagstatus.AANGEVULD, _lazy("Vult aan of verbetert")),
            (Verslagstatus.NIET_AKKOORD, _lazy("Niet akkoord")),
        ],
    )
    tekst = _tekstvak(
        _lazy("Wat zegt de inwoner?"),
        _lazy("In de woorden van de inwoner. Bij akkoord mag dit leeg blijven."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words when the resident does not simply agree."""
        gevuld = super().clean() or {}
        if gevuld.get("soort") not in (None, "", Verslagstatus.AKKOORD) and not gevuld.get("tekst", "").strip():
            self.add_error("tekst", _("Schrijf op wat de inwoner anders ziet, in de woorden van de inwoner."))
        return gevuld


class RegieForm(BasisForm):
    """Who coordinates from now on, and why; `huidige` tells from whom the worker thinks to take over."""

    regisseur = forms.ChoiceField(label=_lazy("Wie wordt regisseur?"), widget=forms.RadioSelect)
    reden = forms.CharField(
        label=_lazy("Waarom deze regisseur?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: kent het huishouden, of: Amina gaat met verlof."),
    )
    huidige = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kandidaten: list[Kandidaat], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._medewerkers = {str(rij.medewerker.pk): rij.medewerker for rij in kandidaten}
        _bied_aan(self, "regisseur", ((pk, medewerker.naam) for pk, medewerker in self._medewerkers.items()))

    @property
    def medewerker(self) -> Medewerker:
        """Give the worker that was chosen."""
        return self._medewerkers[self.cleaned_data["regisseur"]]


class CasusForm(MetPersoon):
    """One problem of one member under one law."""

    aan = forms.ChoiceField(label=_lazy("Voor wie?"), widget=forms.RadioSelect)
    wet = forms.ChoiceField(label=_lazy("Onder welke wet?"), choices=Wet.choices, widget=forms.RadioSelect)
    leefgebied = forms.ChoiceField(label=_lazy("Op welk leefgebied?"))
    probleem = forms.CharField(
        label=_lazy("Wat is er aan de hand?"),
        max_length=200,
        help_text=_lazy("In één zin, bijvoorbeeld: Daan gaat niet meer naar school."),
    )

    def __init__(self, *args: Any, leefgebieden: Iterable[Leefgebied], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        keuzes = [(gebied.code, gebied.naam) for gebied in leefgebieden]
        _bied_aan(self, "leefgebied", [("", _("Kies een leefgebied")), *keuzes])

    def feiten(self) -> dict[str, Any]:
        """Give what was filled in as the action takes it."""
        gevuld = self.cleaned_data
        return {
            "persoon": self.persoon,
            "wet": Wet(gevuld["wet"]),
            "leefgebied": gevuld["leefgebied"],
            "probleem": gevuld["probleem"],
        }


class AfloopForm(BasisForm):
    """How a case ended."""

    afloop = forms.CharField(
        label=_lazy("Hoe is het afgelopen?"),
        max_length=200,
        help_text=_lazy("Bijvoorbeeld: de schuld is geregeld, de betalingen lopen."),
    )


class StatusForm(BasisForm):
    """The next status of the file, and why."""

    naar = forms.ChoiceField(label=_lazy("Nieuwe status"), widget=forms.RadioSelect)
    reden = forms.CharField(label=_lazy("Waarom?"), max_length=200)

    def __init__(self, *args: Any, stappen: list[Stap], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        _bied_aan(self, "naar", ((stap.naar.value, stap.naar.label) for stap in stappen))


class NotitieForm(MetVerberging, MetLabel):
    """A short note."""

    tekst = _tekstvak(_lazy("Notitie"), _lazy("Feiten en afspraken, zo geschreven dat de inwoner het mag lezen."))


class TaakForm(MetLabel):
    """Something to do, by whom and before when."""

    wat = forms.CharField(label=_lazy("Wat moet er gebeuren?"), max_length=200)
    voor = forms.ChoiceField(label=_lazy("Wie doet het?"))
    uiterlijk = Datumveld(label=_lazy("Uiterlijk op"))

    def __init__(self, *args: Any, collegas: Iterable[Medewerker], **kwargs: Any) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(*args, **kwargs)
        self._collegas = {str(collega.pk): collega for collega in collegas}
        _bied_aan(self, "voor", ((pk, collega.naam) for pk, collega in self._collegas.items()))

    @property
    def medewerker(self) -> Medewerker:
        """Give the worker who must do it."""
        return self._collegas[self.cleaned_data["voor"]]


def lees_bestand(bestand: UploadedFile[bytes]) -> Stuk:
    """Give a paper that came in, without title. Raises ValidationError for what may not enter a file."""
    if (bestand.size or 0) > MAX_OMVANG:
        raise ValidationError(_("Dit bestand is groter dan 10 MB. Maak het kleiner of splits het."))
    inhoud = bestand.read()
    soort = bestandssoort(inhoud)
    if not soort:
        raise ValidationError(
            _("Dit soort bestand kan niet in het dossier. Kies een pdf, jpg, png, docx zonder macro’s, of tekst.")
        )
    if controleer(inhoud) == Oordeel.BESMET:
        raise ValidationError(_("De virusscanner houdt dit bestand tegen. Vraag de afzender om een nieuw bestand."))
    return Stuk(Documentsoort.INGEKOMEN, "", inhoud, soort)


class DocumentForm(MetVerberging, MetLabel):
    """A paper that came in, as a file of a kind we trust."""

    titel = forms.CharField(
        label=_lazy("Wat is het?"), max_length=160, help_text=_lazy("Bijvoorbeeld: brief van de woningcorporatie.")
    )
    bestand = forms.FileField(
        label=_lazy("Bestand"),
        help_text=_lazy("Een pdf, foto (jpg, png), Word-bestand (docx) of tekst, hooguit 10 MB."),
    )

    def clean_bestand(self) -> Stuk:
        """Read the file, look what it really is and let the scanner look."""
        return lees_bestand(self.cleaned_data["bestand"])

    def stuk(self) -> Stuk:
        """Give the paper as the action takes it."""
        gelezen: Stuk = self.cleaned_data["bestand"]
        return Stuk(gelezen.soort, self.cleaned_data["titel"], gelezen.inhoud, gelezen.inhoudstype, self.label_wet)
