"""The processing register (AVG 30), put together from the list of activities and the program's own tables.

Written in Dutch, whatever the language of the screen: it is a document of the municipality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.apps import apps
from django.db.models import Field, Model

from eenplan.audit.sleutels import BETEKENIS, Sleutel
from eenplan.audit.verwerkingen import VERWERKINGEN, Verwerking, verwerking_van, verwerking_van_kamer
from eenplan.core.opmaak import vastgelegd

KOPPEN: Final = (
    ("doel", "Doel"),
    ("grond_avg6", "Grond (AVG 6)"),
    ("grond_avg9", "Bijzondere gegevens (AVG 9)"),
    ("artikel", "Wetsartikelen"),
    ("betrokkenen", "Van wie"),
    ("gegevens", "Welke gegevens"),
    ("ontvangers", "Ontvangers"),
    ("bewaartermijn", "Bewaartermijn"),
)
BEVEILIGING: Final = (
    "Alleen wie het voor het werk nodig heeft, ziet een dossier. Elke inzage en elke wijziging staat in een verzegeld "
    "logboek. Het burgerservicenummer is versleuteld. Er gaan geen gegevens naar landen buiten de Europese Unie."
)

_AANHEF: Final = """# Verwerkingsregister

Welke persoonsgegevens Eenplan verwerkt en waarom (AVG 30). Gemaakt uit het programma zelf met
`eenplan audit verwerkingsregister`; verander het daar, niet hier. De gemeente vult aan: de naam van het college en van
de functionaris gegevensbescherming, en de eigen keuzes bij een bewaartermijn.
"""


@dataclass(frozen=True)
class Regel:
    """One activity with the tables that hold its data and the events that tell of it."""

    verwerking: Verwerking
    tabellen: tuple[str, ...]
    gebeurtenissen: tuple[str, ...]

    @property
    def paren(self) -> list[tuple[str, str]]:
        """Give what the law asks, head by head."""
        return [(kop, getattr(self.verwerking, naam)) for naam, kop in KOPPEN]


def register() -> list[Regel]:
    """Give every activity, in the order of the list."""
    return [Regel(rij, _tabellen(rij), _gebeurtenissen(rij)) for rij in VERWERKINGEN]


def eigen_modellen() -> list[type[Model]]:
    """Give every table of the program itself."""
    return [model for model in apps.get_models() if model.__module__.startswith("eenplan.")]


def _tabellen(verwerking: Verwerking) -> tuple[str, ...]:
    eigen = (model for model in eigen_modellen() if verwerking_van_kamer(model._meta.app_label) == verwerking)
    return tuple(sorted(f"{vastgelegd(model._meta.verbose_name_plural or '')} ({_velden(model)})" for model in eigen))


def _velden(model: type[Model]) -> str:
    velden = (veld for veld in model._meta.concrete_fields if not _is_nummer(veld))
    return ", ".join(vastgelegd(veld.verbose_name) for veld in velden) or "alleen een verwijzing"


def _is_nummer(veld: Field) -> bool:  # type: ignore[type-arg]
    return veld.primary_key or veld.name.endswith("_id")


def _gebeurtenissen(verwerking: Verwerking) -> tuple[str, ...]:
    return tuple(vastgelegd(BETEKENIS[sleutel].zin) for sleutel in Sleutel if verwerking_van(sleutel) == verwerking)


def als_document() -> str:
    """Write the register as docs/verwerkingsregister.md."""
    delen = [_AANHEF, f"**Beveiliging (AVG 32).** {BEVEILIGING}\n"]
    delen += [_hoofdstuk(regel) for regel in register()]
    return "\n".join(delen)


def _hoofdstuk(regel: Regel) -> str:
    regels = [
        f"## {regel.verwerking.naam}\n",
        f"Code: `{regel.verwerking.code}`\n",
        "| Vraag | Antwoord |",
        "|---|---|",
    ]
    regels += [f"| {kop} | {waarde} |" for kop, waarde in regel.paren]
    if regel.tabellen:
        regels += ["\nWaar het staat:\n", *(f"- {tabel}" for tabel in regel.tabellen)]
    if regel.gebeurtenissen:
        regels += ["\nWat het logboek ervan vertelt: " + "; ".join(regel.gebeurtenissen) + "."]
    return "\n".join(regels) + "\n"
