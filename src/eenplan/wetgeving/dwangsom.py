"""De dwangsom bij niet tijdig beslissen, in hele centen. De Algemene termijnenwet geldt niet voor de 42 dagen.

Over de eerste dag bestaan twee lezingen; de jurist van de gemeente kiest er een, deze rekenregel niet.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from eenplan.wetgeving.datums import zonder_weekdag
from eenplan.wetgeving.regels import artikel

DAGEN_PER_TRAP: Final = 14
MAXIMUM_DAGEN: Final = 42
TWEE_WEKEN: Final = timedelta(weeks=2)
_DWANGSOM: Final = date(2009, 10, 1)


class DwangsomFout(ValueError):  # noqa: N818 - a Dutch noun says it
    """Een dwangsom die niet te berekenen is; de boodschap is één zin voor het scherm."""


class Lezing(StrEnum):
    """Wanneer twee weken zijn verstreken: op de veertiende dag zelf, of pas na afloop van die dag."""

    DAG_ZELF = "dag-zelf"
    DAG_ERNA = "dag-erna"


@dataclass(frozen=True, slots=True)
class Tarief:
    """De bedragen per dag voor de drie trappen van veertien dagen."""

    vanaf: date
    centen_per_dag: tuple[int, int, int]
    vindplaats: str


TARIEVEN: Final = (
    Tarief(date(2009, 10, 1), (2000, 3000, 4000), "Stb. 2009, 383"),
    Tarief(date(2019, 1, 1), (2300, 3500, 4500), "Stcrt. 2018, 65542"),
)


@dataclass(frozen=True, slots=True)
class Trap:
    """Zoveel dagen tegen zoveel centen."""

    dagen: int
    centen_per_dag: int

    @property
    def centen(self) -> int:
        return self.dagen * self.centen_per_dag


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """Wat het college verschuldigd is, trap voor trap."""

    eerste_dag: date
    trappen: tuple[Trap, ...]
    vindplaats: str

    @property
    def dagen(self) -> int:
        return sum(trap.dagen for trap in self.trappen)

    @property
    def centen(self) -> int:
        return sum(trap.centen for trap in self.trappen)

    @property
    def laatste_dag(self) -> date | None:
        """De laatste dag waarover dwangsom is verschuldigd; `None` als er niets is verschuldigd."""
        return self.eerste_dag + timedelta(days=self.dagen - 1) if self.dagen else None


@artikel("Awb", "4:17 lid 3", vanaf=_DWANGSOM)
def mag_in_gebreke_stellen(einde_beslistermijn: date, *, op: date) -> bool:
    """Een ingebrekestelling telt pas als de beslistermijn voorbij is; op de laatste dag is zij te vroeg."""
    return op > einde_beslistermijn


@artikel("Awb", "4:17 lid 3", vanaf=_DWANGSOM)
def eerste_dwangsomdag(einde_beslistermijn: date, ingebrekestelling: date, *, lezing: Lezing) -> date:
    """De eerste dag waarover dwangsom is verschuldigd: als twee weken zijn verstreken na de ingebrekestelling."""
    if not mag_in_gebreke_stellen(einde_beslistermijn, op=ingebrekestelling):
        raise DwangsomFout(
            f"De ingebrekestelling van {zonder_weekdag(ingebrekestelling)} is te vroeg, want de beslistermijn loopt "
            f"tot en met {zonder_weekdag(einde_beslistermijn)}."
        )
    erna = timedelta(days=1 if lezing is Lezing.DAG_ERNA else 0)
    return ingebrekestelling + TWEE_WEKEN + erna


@artikel("Awb", "4:17 lid 2", vanaf=_DWANGSOM)
def tarief(eerste_dag: date) -> Tarief:
    """De bedragen die gelden op de eerste dag van de dwangsom."""
    geldig = [regel for regel in TARIEVEN if regel.vanaf <= eerste_dag]
    if not geldig:
        raise DwangsomFout(f"De dwangsom bestaat sinds {zonder_weekdag(_DWANGSOM)}.")
    return geldig[-1]


@artikel("Awb", "4:17 lid 1", vanaf=_DWANGSOM)
def dwangsom(eerste_dag: date, *, besluit: date) -> Dwangsom:
    """De dwangsom van de eerste dag tot de dag van het besluit, ten hoogste 42 dagen.

    De dag van het besluit telt niet mee: die dag is het college niet langer in gebreke.
    """
    geldend = tarief(eerste_dag)
    dagen = min(max((besluit - eerste_dag).days, 0), MAXIMUM_DAGEN)
    trappen = []
    for centen in geldend.centen_per_dag:
        in_trap = min(dagen, DAGEN_PER_TRAP)
        dagen -= in_trap
        if in_trap:
            trappen.append(Trap(in_trap, centen))
    return Dwangsom(eerste_dag, tuple(trappen), geldend.vindplaats)


@artikel("Awb", "4:17 lid 1", vanaf=_DWANGSOM)
@artikel("Awb", "4:17 lid 2", vanaf=_DWANGSOM)
def hoogste_dwangsom(eerste_dag: date) -> int:
    """Het maximum in centen als het college 42 dagen in gebreke blijft."""
    return DAGEN_PER_TRAP * sum(tarief(eerste_dag).centen_per_dag)
