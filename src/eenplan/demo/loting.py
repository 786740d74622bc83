"""Which households need which help: the published shares, spread over kinds of households that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from eenplan.demo import verhoudingen as v
from eenplan.demo.gezinnen import ALLEEN, ALLEEN_OUDER, EENOUDER, GEZIN, PAAR, PAAR_OUDER, SAMENSTELLING
from eenplan.demo.kaartspel import Kaartspel

# How far it came: help that runs, help that stopped, a refusal, still on the way, closed without application,
# light help only, one question that was answered, or nothing at all.
LOOPT, GESTOPT, AFGEWEZEN, ONDERWEG, AFGESLOTEN, LICHT, VRAAG, NIETS = (
    "loopt",
    "gestopt",
    "afgewezen",
    "onderweg",
    "afgesloten",
    "licht",
    "vraag",
    "niets",
)

# Per combination of laws: which part of it falls to which kind of household (own choice; each row sums to 1).
_WIE: Final = {
    ("jeugdwet",): {GEZIN: 0.62, EENOUDER: 0.38},
    ("wmo",): {ALLEEN_OUDER: 0.44, PAAR_OUDER: 0.24, ALLEEN: 0.20, PAAR: 0.05, GEZIN: 0.05, EENOUDER: 0.02},
    ("participatiewet",): {ALLEEN: 0.58, EENOUDER: 0.18, PAAR: 0.12, GEZIN: 0.12},
    ("participatiewet", "wmo"): {ALLEEN: 0.62, EENOUDER: 0.14, PAAR: 0.16, GEZIN: 0.08},
    ("jeugdwet", "wmo"): {GEZIN: 0.60, EENOUDER: 0.40},
    ("jeugdwet", "participatiewet"): {EENOUDER: 0.60, GEZIN: 0.40},
}


_ZELF_BESLIST: Final = sum(kans for wetten, kans in v.WETTEN.items() if "participatiewet" not in wetten)


@dataclass(frozen=True)
class Lot:
    """What fell to a household: how far it came, and under which laws."""

    afloop: str
    wetten: tuple[str, ...] = ()


def _loten(soort: str) -> dict[Lot, float]:
    """Give the chance of each lot for one kind of household; together they sum to 1."""
    deel = SAMENSTELLING[soort]
    voorzieningen = {wetten: v.WETTEN[wetten] * per_soort.get(soort, 0.0) / deel for wetten, per_soort in _WIE.items()}
    al_geholpen = v.NOG_ONDERWEG * v.AL_GEHOLPEN / v.HUISHOUDENS_MET_VOORZIENING
    loten = {Lot(LOOPT, wetten): kans * (1 - al_geholpen) for wetten, kans in voorzieningen.items()}
    # Whatever else happens, happens to the kinds of households that ask for help, in the same measure.
    vraagt = sum(voorzieningen.values())
    for wetten, kans in voorzieningen.items():
        loten[Lot(ONDERWEG, wetten)] = kans * v.NOG_ONDERWEG / v.HUISHOUDENS_MET_VOORZIENING
        if "participatiewet" not in wetten:  # on income Werk en Inkomen decides, so the team refuses and ends nothing
            loten[Lot(GESTOPT, wetten)] = kans * v.HULP_GESTOPT / _ZELF_BESLIST
            loten[Lot(AFGEWEZEN, wetten)] = kans * v.AFGEWEZEN * v.HUISHOUDENS_MET_VOORZIENING / _ZELF_BESLIST
    for afloop, aandeel in (
        (AFGESLOTEN, v.MELDING_ZONDER_AANVRAAG),
        (LICHT, v.ALLEEN_LICHTE_HULP),
        (VRAAG, v.ALLEEN_EEN_VRAAG),
    ):
        loten[Lot(afloop)] = aandeel * (0.5 + 0.5 * vraagt / v.HUISHOUDENS_MET_VOORZIENING)
    loten[Lot(NIETS)] = 1 - sum(loten.values())
    return loten


class Loting:
    """Draws a lot for every household of the town."""

    def __init__(self, rng: Random) -> None:
        self._stapels = {soort: Kaartspel(_loten(soort), rng) for soort in SAMENSTELLING}

    def trek(self, soort: str) -> Lot:
        """Give what falls to the next household of this kind."""
        return self._stapels[soort].trek()
