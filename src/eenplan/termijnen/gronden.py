"""On which grounds of the law a clock may stand still, as the worker chooses them from a list.

Only data: which clocks may stand still at all is decided by the room `wetgeving`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.wetgeving.termijnregels import REGELS, zoek_regel


@dataclass(frozen=True)
class Grond:
    """One ground: where it stands, what it says, and what the resident must be told."""

    artikel: str
    tekst: str | Promise
    mededeling: str | Promise


_MEDEDELING: Final = _("Laat de aanvrager weten dat de termijn stilstaat en hoe lang.")
_AANVRAAG: Final = (
    Grond(
        "Awb 4:15 lid 1 onder a",
        _("De aanvraag is niet compleet en de aanvrager is gevraagd om hem aan te vullen"),
        _("De termijn staat stil vanaf de dag na het verzoek tot de dag waarop de aanvulling er is."),
    ),
    Grond(
        "Awb 4:15 lid 1 onder b",
        _("Nodige informatie is gevraagd aan een instantie in het buitenland"),
        _("Laat de aanvrager weten dat u die informatie hebt gevraagd. Laat het ook weten als de termijn weer loopt."),
    ),
    Grond(
        "Awb 4:15 lid 2 onder a",
        _("De aanvrager heeft schriftelijk met uitstel ingestemd"),
        _("Bewaar de schriftelijke instemming in het dossier."),
    ),
    Grond(
        "Awb 4:15 lid 2 onder b",
        _("De vertraging komt door de aanvrager"),
        _("Leg vast waardoor, en laat de aanvrager weten wanneer de termijn weer loopt."),
    ),
    Grond("Awb 4:15 lid 2 onder c", _("Overmacht: het college kan tijdelijk niet beslissen"), _MEDEDELING),
)
_BEZWAAR: Final = (
    Grond("Awb 7:10 lid 2", _("De indiener herstelt een verzuim in het bezwaarschrift (artikel 6:6 Awb)"), _MEDEDELING),
)
_PER_ARTIKEL: Final = {"4:15": _AANVRAAG, "7:10 lid 2": _BEZWAAR}


def gronden(regel: str) -> tuple[Grond, ...]:
    """Give the grounds on which the clock of this rule may stand still; none when the law has none."""
    artikel = zoek_regel(regel).opschorting.artikel if regel in REGELS else None
    return _PER_ARTIKEL.get(artikel.nummer, ()) if artikel else ()
