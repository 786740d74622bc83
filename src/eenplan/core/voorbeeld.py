"""Invented people and cases for the page that shows every component (/ontwerp/). Nothing here is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms

from eenplan.core.formulier import BasisForm, Bedragveld, Datumveld
from eenplan.core.klok import AMSTERDAM

VANDAAG = date(2026, 3, 26)


@dataclass(frozen=True)
class Termijn:
    """What the macro `termijn` asks of a term."""

    naam: str
    einddatum: date
    stappen: list[dict[str, Any]] = field(default_factory=list)
    is_gemeentelijk: bool = False
    waarschuwingen: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Stap:
    """One stamp on the way from contact to help."""

    naam: str
    op: date | None = None


@dataclass(frozen=True)
class Punt:
    """One event of a story."""

    op: date | datetime
    titel: str
    tekst: str = ""
    wie: str = ""
    soort: str = ""
    adres: str = ""


class Meldingformulier(BasisForm):
    """A form with one field of every kind."""

    naam = forms.CharField(label="Naam van de beller", help_text="Zoals iemand zich voorstelt; de rest volgt later.")
    geboortedatum = Datumveld(label="Geboortedatum", required=False)
    vraag = forms.CharField(
        label="Wat vraagt de inwoner?",
        help_text="In de eigen woorden van de inwoner. Eén of twee zinnen is genoeg.",
        widget=forms.Textarea,
    )
    wet = forms.ChoiceField(
        label="Waar gaat het vooral over?",
        choices=[
            ("", "Kies een onderwerp"),
            ("wmo", "Ondersteuning thuis (Wmo)"),
            ("jeugd", "Opgroeien en opvoeden (Jeugdwet)"),
            ("schuld", "Geldzorgen (schuldhulpverlening)"),
        ],
    )
    spoed = forms.ChoiceField(
        label="Hoe dringend is het?",
        widget=forms.RadioSelect,
        choices=[("nee", "Kan wachten op het wijkteam"), ("week", "Deze week"), ("nu", "Vandaag nog")],
    )
    erbij = forms.MultipleChoiceField(
        label="Wie denkt er mee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("netwerk", "Iemand uit de eigen omgeving"),
            ("oco", "Een onafhankelijke cliëntondersteuner"),
            ("huisarts", "De huisarts"),
        ],
    )
    bedrag = Bedragveld(label="Huurachterstand", required=False, help_text="In euro’s, bijvoorbeeld 1.234,56.")
    gewezen = forms.BooleanField(label="Ik heb verteld dat cliëntondersteuning gratis is")


def inhoud() -> dict[str, Any]:
    """Give everything the page shows."""
    return {
        "vandaag": VANDAAG,
        "nu": datetime(2026, 3, 26, 14, 2, tzinfo=AMSTERDAM),
        "navigatie": _navigatie(),
        "toon_zoek": True,
        "termijnen": _termijnen(),
        "stappen": [
            Stap("Contact", date(2026, 2, 3)),
            Stap("Melding", date(2026, 2, 4)),
            Stap("Gesprek", None),
            Stap("Onderzoeksverslag", date(2026, 3, 12)),
            Stap("Beschikking"),
            Stap("Start hulp"),
        ],
        "verhaal": _verhaal(),
        "leeg_formulier": Meldingformulier(prefix="leeg"),
        "fout_formulier": Meldingformulier(
            {
                "fout-naam": "Sanne de Wit",
                "fout-geboortedatum": "31-02-1987",
                "fout-spoed": "week",
                "fout-wet": "jeugd",
                "fout-erbij": ["netwerk", "huisarts"],
            },
            prefix="fout",
        ),
    }


def _navigatie() -> list[dict[str, Any]]:
    names = [("Mijn dag", "g d"), ("Aannemen", "g a"), ("Huishoudens", "g h"), ("Team", "g t"), ("Cijfers", "g c")]
    return [
        {"titel": titel, "adres": "/ontwerp/", "huidig": titel == "Huishoudens", "toets": toets}
        for titel, toets in names
    ]


def _termijnen() -> list[Termijn]:
    return [
        Termijn(
            "Onderzoek Wmo",
            date(2026, 4, 7),
            stappen=[
                _stap(date(2026, 2, 4), "melding ontvangen", "art. 2.3.2 lid 1 Wmo 2015"),
                _stap(date(2026, 3, 18), "zes weken na de melding", "art. 2.3.2 lid 1 Wmo 2015"),
                _stap(date(2026, 4, 6), "19 dagen opgeschort: wacht op gegevens van de inwoner", "art. 4:15 Awb"),
                _stap(date(2026, 4, 7), "eerste werkdag na tweede paasdag", "art. 1 Algemene termijnenwet"),
            ],
        ),
        Termijn("Eerste gesprek", date(2026, 3, 27), is_gemeentelijk=True),
        Termijn(
            "Besluit op aanvraag",
            date(2026, 3, 23),
            waarschuwingen=["De inwoner kan de gemeente nu in gebreke stellen."],
        ),
    ]


def _stap(datum: date, reden: str, artikel: str) -> dict[str, Any]:
    return {"datum": datum, "reden": reden, "artikel": artikel}


def _verhaal() -> list[Punt]:
    return [
        Punt(
            datetime(2026, 3, 24, 11, 0, tzinfo=AMSTERDAM),
            "Gesprek aan de Lindelaan",
            "Sanne wil vooral rust. Mees slaapt slecht sinds de verhuizing; school denkt mee over een vaste plek.",
            "Amina Bensaïd, team Noord",
            "Gesprek",
            "/ontwerp/",
        ),
        Punt(date(2026, 3, 12), "Plan versie 3 vastgesteld", "", "Farid Aydın, manager", "Besluit"),
        Punt(
            datetime(2026, 2, 3, 9, 41, tzinfo=AMSTERDAM),
            "Telefoontje van Sanne de Wit",
            "Vraagt hulp bij de opvoeding en de huur.",
            "Gerda Smit, frontoffice",
            "Contact",
        ),
    ]
