"""The afwegingskader of the meldcode as one table: five questions, and where each answer leads. Pure.

Basisdocument afwegingskader meldcode, in force since 1 January 2019.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.veiligheid.models import JaNee, Wegingsuitkomst


@dataclass(frozen=True)
class Vraag:
    """One question: the outcome of each answer that ends the weighing; any other answer goes on to the next."""

    veld: str
    tekst: Promise
    eindigt: dict[str, Wegingsuitkomst]


VRAGEN: Final = (
    Vraag(
        "vermoeden",
        _("Heb ik na stap 1 tot en met 3 een vermoeden van (dreigend) geweld of mishandeling?"),
        {JaNee.NEE: Wegingsuitkomst.SLUITEN},
    ),
    Vraag(
        "onveilig",
        _("Vermoed ik acute of structurele onveiligheid?"),
        {JaNee.JA: Wegingsuitkomst.MELDEN},
    ),
    Vraag(
        "kan_helpen",
        _("Kan ik zelf goede hulp bieden of organiseren?"),
        {JaNee.NEE: Wegingsuitkomst.MELDEN},
    ),
    Vraag(
        "aanvaardt",
        _("Aanvaarden de betrokkenen die hulp, en zetten zij zich ervoor in?"),
        {JaNee.NEE: Wegingsuitkomst.MELDEN},
    ),
    Vraag(
        "duurzaam",
        _("Leidt de hulp binnen de afgesproken tijd tot duurzame veiligheid?"),
        {JaNee.NEE: Wegingsuitkomst.MELDEN, JaNee.JA: Wegingsuitkomst.HULP, JaNee.NOG_NIET: Wegingsuitkomst.HULP},
    ),
)


def weeg(antwoorden: dict[str, str]) -> tuple[Wegingsuitkomst | None, Vraag | None]:
    """Give the outcome, or the first question that still has no answer. What comes after the end is not asked."""
    for vraag in VRAGEN:
        antwoord = antwoorden.get(vraag.veld, "")
        if not antwoord or (antwoord == JaNee.NOG_NIET and JaNee.NOG_NIET not in vraag.eindigt):
            return None, vraag
        if uitkomst := vraag.eindigt.get(antwoord):
            return uitkomst, None
    return None, None


def gevraagd(antwoorden: dict[str, str]) -> dict[str, str]:
    """Keep the answers up to the one that ended the weighing."""
    gehouden: dict[str, str] = {}
    for vraag in VRAGEN:
        gehouden[vraag.veld] = antwoorden.get(vraag.veld, "")
        if gehouden[vraag.veld] in vraag.eindigt:
            break
    return gehouden
