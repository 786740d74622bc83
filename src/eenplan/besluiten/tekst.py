"""What the writer of a decision writes, and what is still missing before it may be taken.

All the rest of a decision comes from the plan and the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.models import Besluit, Uitkomst
from eenplan.plannen.states import Planstatus


@dataclass(frozen=True)
class Besluittekst:
    """The plain summary, the outcome, the text of each ground by its code, and why policy is not followed."""

    samenvatting: str
    uitkomst: str
    gronden: Mapping[str, str] = field(default_factory=dict)
    afwijking: str = ""

    @property
    def geschreven(self) -> str:
        """Everything the worker wrote, for the sentences that are too long."""
        return "\n".join((self.samenvatting, *self.gronden.values(), self.afwijking))


@dataclass(frozen=True)
class Gemis:
    """One thing that is missing: the sentence, and the anchor on the page where it can be put right."""

    zin: str
    plek: str


def ontbreekt(besluit: Besluit, tekst: Besluittekst, *, heeft_regels: bool) -> list[Gemis]:
    """Give everything that is missing, in the order of the page; an empty list means the decision may be taken."""
    return [*_plan(besluit), *_uitkomst(tekst.uitkomst, heeft_regels), *_woorden(besluit.aanvraag.wet, tekst)]


def _plan(besluit: Besluit) -> Iterable[Gemis]:
    if besluit.plan.status != Planstatus.VASTGESTELD:
        yield Gemis(_("Er is intussen een nieuwe versie van het plan vastgesteld. Neem die eerst over."), "plan")


def _uitkomst(uitkomst: str, heeft_regels: bool) -> Iterable[Gemis]:
    if uitkomst == Uitkomst.AFGEWEZEN and heeft_regels:
        yield Gemis(
            _("Het plan geeft deze hulp wel. Wijst u toch af? Dan moet eerst het plan veranderen."), "id_uitkomst_0"
        )
    if uitkomst != Uitkomst.AFGEWEZEN and not heeft_regels:
        yield Gemis(_("In het plan staat geen hulp om toe te kennen. Kies ‘afgewezen’, of verander het plan."), "plan")


def _woorden(wet: str, tekst: Besluittekst) -> Iterable[Gemis]:
    """A decision rests on proper reasons (Awb 3:46)."""
    if not tekst.samenvatting.strip():
        yield Gemis(_("Schrijf in een paar gewone zinnen wat het besluit is."), "id_samenvatting")
    for grond in gronden_voor(wet):
        if not tekst.gronden.get(grond.code, "").strip():
            yield Gemis(_("Schrijf de reden bij ‘{grond}’.").format(grond=grond.naam), f"id_grond_{grond.code}")
