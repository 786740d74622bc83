"""What is typed about a proposed version. An uploaded file takes the place of the text on the page."""

from __future__ import annotations

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.inrichting.bestanden import OngeldigeInrichting
from eenplan.werkwijzen.actions import Voorgesteld, lees_voorstel

LANGST: Final = 400_000


class Voorstelform(BasisForm):
    """Why, from when, and the whole text of the version."""

    waarom = forms.CharField(
        label=_lazy("Wat verandert er, en waarom?"),
        help_text=_lazy("Eén of twee zinnen, voor wie het vrijgeeft"),
        max_length=400,
        widget=forms.Textarea,
    )
    vanaf = Datumveld(label=_lazy("Geldt vanaf"), help_text=_lazy("Vandaag of een dag in de toekomst"))
    bestand = forms.FileField(
        label=_lazy("Bestand"),
        help_text=_lazy("De inhoud komt dan in plaats van de tekst hieronder."),
        required=False,
    )
    tekst = forms.CharField(
        label=_lazy("De werkwijze"),
        help_text=_lazy("De hele tekst (TOML). Wat u niet verandert, laat u staan."),
        max_length=LANGST,
        strip=False,
        required=False,
        widget=forms.Textarea,
    )
    basis = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return self.cleaned_data
        if tekst := self._uit_bestand():
            self.cleaned_data["basis"] = ""  # a whole file of one's own was written against nothing of this page
        else:
            tekst = self.cleaned_data["tekst"].replace("\r\n", "\n")
        self.cleaned_data["tekst"] = tekst = tekst.strip() + "\n"
        if not tekst.strip():
            raise ValidationError({"tekst": _("Schrijf of kies de hele tekst van de nieuwe versie.")})
        try:
            lees_voorstel(tekst)
        except OngeldigeInrichting as fout:
            self.data = dict(self.data.items()) | {"tekst": tekst}  # what was in the file can be put right on the page
            raise ValidationError({"tekst": str(fout)}) from fout
        return self.cleaned_data

    @property
    def plek(self) -> list[tuple[int, str, bool]]:
        """Give the lines around the fault of the text with their numbers, and which of them is meant."""
        gevonden = re.search(r"regel (\d+)|line (\d+)", " ".join(map(str, self.errors.get("tekst", []))))
        if gevonden is None:
            return []
        nummer = int(gevonden[1] or gevonden[2])
        regels = list(enumerate(str(self["tekst"].value()).splitlines(), 1))[max(0, nummer - 3) : nummer + 2]
        return [(nr, regel, nr == nummer) for nr, regel in regels]

    def _uit_bestand(self) -> str:
        bestand: UploadedFile[bytes] | None = self.cleaned_data.get("bestand")
        if bestand is None:
            return ""
        if not bestand.size or bestand.size > LANGST:
            raise ValidationError({"bestand": _("Dit bestand is leeg of te groot voor een werkwijze.")})
        try:
            inhoud: bytes = bestand.read()
            return inhoud.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as fout:
            raise ValidationError({"bestand": _("Dit is geen tekst. Kies het TOML-bestand zelf.")}) from fout

    @property
    def voorgesteld(self) -> Voorgesteld:
        """Give what is proposed; call only on a valid form."""
        ruw = self.cleaned_data
        return Voorgesteld(tekst=ruw["tekst"], vanaf=ruw["vanaf"], waarom=ruw["waarom"], basis=ruw["basis"])


class Redenform(BasisForm):
    """Why a proposal is returned or withdrawn."""

    reden = forms.CharField(label=_lazy("Waarom?"), max_length=400, widget=forms.Textarea)
