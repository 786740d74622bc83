"""The considerations that each law asks of a decision. Plain data; which ones were written is in the models.

`kop` stands in the letter, in Dutch; `naam` and `vraag` on the screen. `treden` are the rungs of the ladder whose
reasons in the plan help to write this ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.inrichting.keuzes import Wet

Tekst = str | Promise


@dataclass(frozen=True)
class Grond:
    """One consideration: what to weigh, where the law says so, and its name in the letter."""

    code: str
    naam: Tekst
    vraag: Tekst
    artikel: str
    kop: str
    treden: tuple[str, ...] = ()


_WMO: Final = (
    Grond(
        "eigen_kracht",
        _("Eigen kracht"),
        _("Wat kan de inwoner zelf, en waarom is dat niet genoeg?"),
        "Wmo 2.3.5 lid 3",
        "Wat u zelf kunt.",
        ("eigen_kracht",),
    ),
    Grond(
        "gebruikelijke_hulp",
        _("Gebruikelijke hulp"),
        _("Wat mag men van huisgenoten verwachten, en wat niet?"),
        "Wmo 2.3.5 lid 3",
        "Hulp van de mensen met wie u woont.",
        ("netwerk",),
    ),
    Grond(
        "mantelzorg",
        _("Mantelzorg"),
        _("Welke mantelzorg is er? Kan die dit ook dragen?"),
        "Wmo 2.3.5 lid 3",
        "Mantelzorg.",
        ("netwerk",),
    ),
    Grond(
        "netwerk",
        _("Sociaal netwerk"),
        _("Wat kunnen familie, vrienden, buren en vrijwilligers doen?"),
        "Wmo 2.3.5 lid 3",
        "Hulp van mensen om u heen.",
        ("netwerk", "vrijwilliger"),
    ),
    Grond(
        "algemene_voorziening",
        _("Algemene voorziening"),
        _("Welke hulp zonder besluit is bekeken, en waarom lost die het niet op?"),
        "Wmo 2.3.5 lid 3",
        "Hulp die voor iedereen open staat.",
        ("algemeen", "lichte_hulp"),
    ),
    Grond(
        "passende_bijdrage",
        _("Passende bijdrage"),
        _("Waarom helpt deze hulp de inwoner om mee te doen en thuis te blijven wonen?"),
        "Wmo 2.3.5 lid 3",
        "Waarom deze hulp bij u past.",
    ),
)

# The five steps of the Centrale Raad van Beroep, 1 May 2017 (ECLI:NL:CRVB:2017:1477).
_CRVB: Final = "CRvB 1 mei 2017"
_JEUGD: Final = (
    Grond("hulpvraag", _("1. Hulpvraag"), _("Wat vragen jeugdige en ouders?"), _CRVB, "Wat u ons vroeg."),
    Grond(
        "problemen",
        _("2. Problemen"),
        _("Welke opgroei- en opvoedproblemen, psychische problemen of stoornissen zijn er?"),
        _CRVB,
        "Wat er aan de hand is.",
    ),
    Grond(
        "benodigde_hulp",
        _("3. Hulp die nodig is"),
        _("Welke hulp is nodig, en hoeveel, om gezond en veilig op te groeien?"),
        _CRVB,
        "Welke hulp nodig is.",
    ),
    Grond(
        "eigen_mogelijkheden",
        _("4. Eigen mogelijkheden"),
        _("Wat kunnen ouders en netwerk zelf oplossen, en wat niet?"),
        _CRVB,
        "Wat u zelf kunt, met de mensen om u heen.",
        ("eigen_kracht", "netwerk", "vrijwilliger"),
    ),
    Grond(
        "voorziening",
        _("5. Voorziening"),
        _("Welke voorziening vult aan wat dan nog nodig is, en waarom deze?"),
        "Jeugdwet 2.3",
        "Welke hulp u daarom van ons krijgt.",
        ("algemeen", "lichte_hulp"),
    ),
)

_ALGEMEEN: Final = (
    Grond("aanleiding", _("Aanleiding"), _("Wat vraagt de inwoner, en wat speelt er?"), "Awb 3:46", "Wat u ons vroeg."),
    Grond(
        "beoordeling",
        _("Beoordeling"),
        _("Welke regels gelden, en hoe past de situatie daarin?"),
        "Awb 3:46",
        "Hoe wij ernaar kijken.",
    ),
    Grond("conclusie", _("Conclusie"), _("Waarom leidt dat tot dit besluit?"), "Awb 3:46", "Wat dat betekent."),
)


def gronden_voor(wet: str) -> tuple[Grond, ...]:
    """Give what must be weighed in a decision under this law, in the order of the letter."""
    return {Wet.WMO.value: _WMO, Wet.JEUGDWET.value: _JEUGD}.get(wet, _ALGEMEEN)
