"""Turns a kind of question into the words of report, plan and decision, about this resident."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from eenplan.besluiten.gronden import gronden_voor
from eenplan.demo.hulpvragen import Hulpvraag
from eenplan.personen.models import Persoon

_GEEN_NETWERK: Final = "Er is niemand die dit elke week kan doen."
_ALGEMEEN: Final = "Wat er in de buurt is, is bekeken. {lichter}"


@dataclass(frozen=True)
class Gesproken:
    """One question about one resident, with the sentences that were chosen for it."""

    hulpvraag: Hulpvraag
    persoon: Persoon
    vraag: str
    behoefte: str
    eigen: str
    netwerk: str
    kracht: str
    doel: str
    resultaat: str

    @property
    def verslag(self) -> dict[str, str]:
        """Give the subjects of the report that were spoken about."""
        return {
            "vraag": self.vraag,
            "a": self.behoefte,
            "b": self.eigen,
            "c": self.netwerk,
            "afspraken": f"We maken samen een plan. {self.persoon.roepnaam} leest dit verslag en zegt of het klopt.",
        }

    @property
    def analyse(self) -> tuple[str, str]:
        """Give what is going on and what goes well, for the plan."""
        return self.behoefte, self.kracht

    @property
    def redenen(self) -> dict[str, str]:
        """Give why each lighter rung is not enough, shared by all kinds of questions."""
        lichter = self.hulpvraag.lichter or "Dat is er wel, maar past niet bij deze vraag."
        return {
            "eigen_kracht": self.eigen,
            "netwerk": self.netwerk,
            "vrijwilliger": "Een vrijwilliger kan dit niet overnemen.",
            "algemeen": lichter,
            "lichte_hulp": "Het team kan dit niet zo vaak en zo lang doen.",
        }

    @property
    def samenvatting(self) -> str:
        """Give the decision in plain words."""
        return f"U krijgt de hulp die in het plan staat. U zei daarover: “{self.doel}”"

    @property
    def gronden(self) -> dict[str, str]:
        """Give a text for every ground that the law asks."""
        keuzes = {
            "eigen_kracht": self.eigen,
            "gebruikelijke_hulp": _GEEN_NETWERK,
            "mantelzorg": self.netwerk,
            "netwerk": self.netwerk,
            "algemene_voorziening": _ALGEMEEN.format(lichter=self.hulpvraag.lichter),
            "passende_bijdrage": self.resultaat,
            "hulpvraag": f"U zei: “{self.doel}”",
            "problemen": self.behoefte,
            "benodigde_hulp": self.resultaat,
            "eigen_mogelijkheden": self.eigen,
            "voorziening": _ALGEMEEN.format(lichter=self.hulpvraag.lichter),
            "aanleiding": self.behoefte,
            "beoordeling": self.hulpvraag.lichter,
            "conclusie": self.resultaat,
        }
        return {grond.code: keuzes[grond.code] for grond in gronden_voor(self.hulpvraag.wet)}


def spreek(hulpvraag: Hulpvraag, persoon: Persoon, rng: Random) -> Gesproken:
    """Choose the sentences for one resident."""

    def kies(zinnen: tuple[str, ...]) -> str:
        return rng.choice(zinnen).replace("{naam}", persoon.roepnaam)

    return Gesproken(
        hulpvraag,
        persoon,
        kies(hulpvraag.vragen),
        kies(hulpvraag.behoefte),
        kies(hulpvraag.eigen),
        kies(hulpvraag.netwerk),
        kies(hulpvraag.kracht),
        kies(hulpvraag.doelen),
        hulpvraag.resultaat.replace("{naam}", persoon.roepnaam),
    )
