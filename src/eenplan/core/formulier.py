"""Forms that speak plain Dutch: dates as people type them, and errors that say how to put it right.

A form here only reads and checks what was typed; it never writes and never asks the clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.core import opmaak

_CIJFERS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ACHTER_ELKAAR = re.compile(r"(\d{2})(\d{2})(\d{4})")  # the number keys of a phone have no dash
_MET_MAAND = re.compile(r"(?:[a-z]{2,9}\.?,? +)?(\d{1,2})[- ]+([a-z]{3,9})\.?[- ]+(\d{4})")
_TIJD = re.compile(r"(\d{1,2})(?:[:.u ]?(\d{2}))?(?: ?uur)?")
# Outside these years a date is a slip of the finger, and neither database nor law can reckon with every one of them.
_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2100
_BEDRAG = re.compile(r"€? ?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}|-))?")


def lees_datum(tekst: str) -> date | None:
    """Read a date as people write it: 07-04-2026, 7/4/2026, 07042026, 2026-04-07 or 7 april 2026."""
    tekst = tekst.strip().lower()
    if iso := _ISO.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in iso.groups())
    elif cijfers := _CIJFERS.fullmatch(tekst) or _ACHTER_ELKAAR.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in cijfers.groups())
    elif woord := _MET_MAAND.fullmatch(tekst):
        dag, maand, jaar = int(woord[1]), opmaak.maandnummer(woord[2]), int(woord[3])
    else:
        return None
    if not _EERSTE_JAAR <= jaar <= _LAATSTE_JAAR:
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def lees_tijd(tekst: str) -> time | None:
    """Read a time of day as people write it: 14:30, 14.30, 1430, 14u30 or 9 uur."""
    gevonden = _TIJD.fullmatch(tekst.strip().lower())
    if gevonden is None:
        return None
    try:
        return time(int(gevonden[1]), int(gevonden[2] or 0))
    except ValueError:
        return None


def lees_bedrag(tekst: str) -> int | None:
    """Read an amount of euros as people write it (1.234,56 or € 80 or 80,-) into cents."""
    gevonden = _BEDRAG.fullmatch(tekst.strip().replace("\u00a0", " "))
    if gevonden is None:
        return None
    euros, cents = int(gevonden[1].replace(".", "")), (gevonden[2] or "").replace("-", "")
    return euros * 100 + int(cents.ljust(2, "0") or 0)


def _as_typed(value: object) -> str | None:
    """Give back what the worker typed, so that an error can be put right and not typed anew."""
    return None if value is None else str(value)


class DatumInvoer(forms.DateInput):
    """One text box for a whole date; three boxes cost three times the keys."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "data-breedte": "kort"} | (attrs or {}))

    def format_value(self, value: object) -> str | None:
        return opmaak.datum_invoer(value) if isinstance(value, date) else _as_typed(value)


class TijdInvoer(forms.TimeInput):
    """One text box for a time of day."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "data-breedte": "kort"} | (attrs or {}))

    def format_value(self, value: object) -> str | None:
        return opmaak.tijd(value) if isinstance(value, time) else _as_typed(value)


class Datumveld(forms.DateField):
    """A date, typed as dd-mm-jjjj or in any other way that leaves no doubt."""

    widget = DatumInvoer
    default_error_messages = {
        "required": _lazy("Vul een datum in, bijvoorbeeld 07-04-2026."),
        "invalid": _lazy("Dit is geen bestaande datum. Schrijf dag, maand en jaar, bijvoorbeeld 07-04-2026."),
    }

    def to_python(self, value: object) -> date | None:
        if isinstance(value, date):
            return value
        if value in self.empty_values:
            return None
        if (dag := lees_datum(str(value))) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return dag


class Tijdveld(forms.TimeField):
    """A time of day."""

    widget = TijdInvoer
    default_error_messages = {
        "required": _lazy("Vul een tijd in, bijvoorbeeld 14:30."),
        "invalid": _lazy("Dit is geen tijd. Schrijf uren en minuten, bijvoorbeeld 14:30."),
    }

    def to_python(self, value: object) -> time | None:
        if isinstance(value, time):
            return value
        if value in self.empty_values:
            return None
        if (tijdstip := lees_tijd(str(value))) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return tijdstip


class Bedragveld(forms.Field):
    """An amount of money; its value is in whole cents."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "data-breedte": "kort"})
    default_error_messages = {
        "required": _lazy("Vul een bedrag in, bijvoorbeeld 1.234,56."),
        "invalid": _lazy("Dit is geen bedrag. Schrijf euro’s en centen met een komma, bijvoorbeeld 1.234,56."),
    }

    def to_python(self, value: object) -> int | None:
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        if (cents := lees_bedrag(str(value))) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return cents

    def prepare_value(self, value: object) -> object:
        return f"{value // 100},{value % 100:02}" if isinstance(value, int) else value


class Veld(BoundField):
    """A field on a page: knows which macro draws it and which texts describe it."""

    @property
    def soort(self) -> str:
        """Name the macro of componenten.html that draws this field."""
        return next((soort for widget, soort in _SOORTEN if isinstance(self.field.widget, widget)), "invoer")

    @property
    def hint(self) -> str:
        """Give the line between label and field; a date shows how it may be typed."""
        if not self.help_text and isinstance(self.field, Datumveld):
            return _("Bijvoorbeeld 07-04-2026")
        return str(self.help_text)

    @property
    def is_verplicht(self) -> bool:
        return self.field.required

    @property
    def anker(self) -> str:
        """Name the element that a link in the list of errors leads to."""
        return f"{self.auto_id}_0" if self.soort in {"radios", "vinkjes"} else str(self.id_for_label)

    @property
    def hint_id(self) -> str:
        return f"{self.auto_id}_helptext"

    @property
    def fout_id(self) -> str:
        return f"{self.auto_id}_error"

    @property
    def wie_id(self) -> str:
        return f"{self.auto_id}_wie"

    def beschreven_door(self, *, wie: bool = False) -> str:
        """List the ids of the texts that a screen reader speaks with this field."""
        parts = [(self.hint, self.hint_id), (self.errors, self.fout_id), (wie, self.wie_id)]
        return " ".join(name for present, name in parts if present)

    def invoer(self, *, wie: bool = False, attrs: Mapping[str, Any] | None = None) -> SafeString:
        """Draw the control itself, without label."""
        css = {"tekstvak": "utrecht-textarea", "keuze": "utrecht-select utrecht-select--html-select"}.get(
            self.soort, "utrecht-textbox utrecht-textbox--html-input"
        )
        own: dict[str, Any] = {"class": f"{css} {css.split()[0]}--invalid" if self.errors else css, "dir": "auto"}
        if described := self.beschreven_door(wie=wie):
            own["aria-describedby"] = described
        return self.as_widget(attrs=own | dict(attrs or {}))


# From special to general: a widget is drawn by the first line it belongs to.
_SOORTEN: Final[tuple[tuple[type[forms.Widget], str], ...]] = (
    (forms.HiddenInput, "verborgen"),
    (forms.CheckboxSelectMultiple, "vinkjes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "vinkje"),
    (forms.Textarea, "tekstvak"),
    (forms.Select, "keuze"),
    (DatumInvoer, "datumveld"),
)


class FormulierMixin:
    """What every form of Eenplan does: own drawing of fields, plain error texts, no bubbles of the browser."""

    use_required_attribute = False  # the browser's own bubbles are not in our language and vanish
    bound_field_class: type[BoundField] | None = Veld
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django's form as they are
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.voeg_toe(self.fields)

    def voeg_toe(self, velden: Mapping[str, forms.Field]) -> None:
        """Take these fields along; also for what depends on what the form is about."""
        for field in velden.values():
            _spreek_gewoon(field)
        self.fields |= velden


class BasisForm(FormulierMixin, forms.Form):
    """The base of every form: `help_text` is the hint, `required` shows as a word beside the label."""


def _spreek_gewoon(field: forms.Field) -> None:
    """Replace the framework's error texts by ours; a text that the form chose itself stays."""
    standard = _standard_messages(type(field))
    for code, text in _messages_for(field).items():
        if field.error_messages.get(code) is standard.get(code):
            field.error_messages[code] = text


def _standard_messages(kind: type[forms.Field]) -> dict[str, Any]:
    messages: dict[str, Any] = {}
    for parent in reversed(kind.__mro__):
        messages |= getattr(parent, "default_error_messages", {})
    return messages


def _messages_for(field: forms.Field) -> dict[str, str]:
    if isinstance(field, (Datumveld, Tijdveld, Bedragveld)):
        return {}
    messages = {
        "max_length": _("Maak de tekst korter: hooguit %(limit_value)s tekens. Nu zijn het er %(show_value)s."),
        "min_length": _("Maak de tekst langer: ten minste %(limit_value)s tekens. Nu zijn het er %(show_value)s."),
        "max_value": _("Dit getal is te hoog. Vul hooguit %(limit_value)s in."),
        "min_value": _("Dit getal is te laag. Vul ten minste %(limit_value)s in."),
        "invalid_choice": _("Dit antwoord staat niet meer in de lijst. Kies een ander antwoord."),
        "required": _required_message(field),
    }
    if invalid := _invalid_message(field):
        messages["invalid"] = invalid
    return messages


def _required_message(field: forms.Field) -> str:
    if isinstance(field, (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)):
        return _("Kies ten minste één antwoord.")
    if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)):
        return _("Kies een antwoord.")
    if isinstance(field, forms.BooleanField):
        return _("Zet hier een vinkje om verder te gaan.")
    if isinstance(field, forms.FileField):
        return _("Kies een bestand.")
    return _("Dit veld is nog leeg. Vul het in.")


def _invalid_message(field: forms.Field) -> str:
    if isinstance(field, forms.EmailField):
        return _("Dit e-mailadres is niet volledig. Schrijf het als naam@voorbeeld.nl.")
    if isinstance(field, (forms.DecimalField, forms.FloatField)):
        return _("Vul een getal in, bijvoorbeeld 3,5.")
    if isinstance(field, forms.IntegerField):
        return _("Vul een heel getal in, met alleen cijfers.")
    if isinstance(field, forms.URLField):
        return _("Dit webadres is niet volledig. Schrijf het als https://www.voorbeeld.nl.")
    return ""
