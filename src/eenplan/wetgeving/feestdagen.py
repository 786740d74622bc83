"""Vrije dagen volgens de Algemene termijnenwet: weekend, feestdagen en dagen bij koninklijk besluit.

De lijst van koninklijke besluiten is data met bron en moet worden bijgehouden; na het laatste jaar wordt gewaarschuwd.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from eenplan.wetgeving.datums import opsomming
from eenplan.wetgeving.regels import artikel

ZATERDAG: Final = 5
ZONDAG: Final = 6
EERSTE_JAAR: Final = 2014  # eerste jaar met Koningsdag; daarvoor rekent Eenplan niet
_ATW: Final = date(1965, 4, 1)
_KONINGSDAG: Final = date(2014, 1, 1)


@dataclass(frozen=True, slots=True)
class KoninklijkBesluit:
    """Een besluit op grond van artikel 3 lid 3 en de jaren waarvoor het volledig is."""

    eerste_jaar: int
    laatste_jaar: int
    vindplaats: str
    dagen: tuple[date, ...]


KONINKLIJKE_BESLUITEN: Final = (
    KoninklijkBesluit(
        2023,
        2025,
        "Besluit gelijkstelling van 28 april 2023 tot en met 30 mei 2025",
        (date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)),
    ),
    KoninklijkBesluit(
        2026,
        2028,
        "Stcrt. 2025, 24713",
        (date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)),
    ),
)


@dataclass(frozen=True, slots=True)
class Feestdag:
    """Een algemeen erkende feestdag of een dag die de wet daarmee gelijkstelt."""

    datum: date
    naam: str
    lid: int


@artikel("Algemene termijnenwet", "3 lid 1", vanaf=_ATW)
def eerste_paasdag(jaar: int) -> date:
    """Eerste Paasdag in de gregoriaanse kalender (anonieme computus); de andere christelijke dagen volgen hieruit."""
    gulden = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    schrikkel, eeuwrest = divmod(eeuw, 4)
    maan = (19 * gulden + eeuw - schrikkel - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * eeuwrest + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (gulden + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


@artikel("Algemene termijnenwet", "3 lid 1", vanaf=_KONINGSDAG)
def koningsdag(jaar: int) -> date:
    """De dag waarop de verjaardag van de Koning wordt gevierd: 27 april, of 26 april als de 27e een zondag is."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == ZONDAG else dag


@artikel("Algemene termijnenwet", "3 lid 1", vanaf=_KONINGSDAG)
@artikel("Algemene termijnenwet", "3 lid 2", vanaf=_ATW)
@artikel("Algemene termijnenwet", "3 lid 3", vanaf=date(2023, 1, 1))
def feestdagen(jaar: int) -> tuple[Feestdag, ...]:
    """Alle feestdagen van een jaar op volgorde, met Goede Vrijdag en de dagen bij koninklijk besluit."""
    if jaar < EERSTE_JAAR:
        raise ValueError(f"Eenplan kent de feestdagen vanaf {EERSTE_JAAR}, dus niet die van {jaar}.")
    return _feestdagen(jaar)


@artikel("Algemene termijnenwet", "3 lid 1", vanaf=_KONINGSDAG)
def is_feestdag(dag: date) -> bool:
    """Of de dag een feestdag is of daarmee wettelijk is gelijkgesteld; een gewone zondag is dat niet."""
    return any(feestdag.datum == dag for feestdag in feestdagen(dag.year))


@artikel("Algemene termijnenwet", "1 lid 1", vanaf=_KONINGSDAG)
def is_werkdag(dag: date) -> bool:
    """Of de dag geen zaterdag, zondag of feestdag is."""
    return dag.weekday() < ZATERDAG and not is_feestdag(dag)


@artikel("Algemene termijnenwet", "1 lid 1", vanaf=_KONINGSDAG)
def reden_vrije_dag(dag: date) -> str | None:
    """Waarom een termijn niet op deze dag kan eindigen; `None` op een werkdag."""
    namen = [feestdag.naam for feestdag in feestdagen(dag.year) if feestdag.datum == dag]
    if namen:
        return opsomming(namen)
    return {ZATERDAG: "zaterdag", ZONDAG: "zondag"}.get(dag.weekday())


@artikel("Algemene termijnenwet", "3 lid 3", vanaf=date(2023, 1, 1))
def eerste_kb_jaar() -> int:
    """Het eerste jaar waarvoor de dagen bij koninklijk besluit bekend zijn."""
    return min(besluit.eerste_jaar for besluit in KONINKLIJKE_BESLUITEN)


@artikel("Algemene termijnenwet", "3 lid 3", vanaf=date(2023, 1, 1))
def laatste_kb_jaar() -> int:
    """Het laatste jaar waarvoor de dagen bij koninklijk besluit bekend zijn."""
    return max(besluit.laatste_jaar for besluit in KONINKLIJKE_BESLUITEN)


@cache
def _feestdagen(jaar: int) -> tuple[Feestdag, ...]:
    pasen = eerste_paasdag(jaar)
    vast = [
        Feestdag(date(jaar, 1, 1), "Nieuwjaarsdag", 1),
        Feestdag(pasen - timedelta(days=2), "Goede Vrijdag", 2),
        Feestdag(pasen + timedelta(days=1), "tweede Paasdag", 1),
        Feestdag(koningsdag(jaar), "Koningsdag", 1),
        Feestdag(date(jaar, 5, 5), "Bevrijdingsdag", 1),
        Feestdag(pasen + timedelta(days=39), "Hemelvaartsdag", 1),
        Feestdag(pasen + timedelta(days=50), "tweede Pinksterdag", 1),
        Feestdag(date(jaar, 12, 25), "eerste Kerstdag", 1),
        Feestdag(date(jaar, 12, 26), "tweede Kerstdag", 1),
    ]
    aangewezen = [
        Feestdag(dag, f"dag aangewezen bij koninklijk besluit ({besluit.vindplaats})", 3)
        for besluit in KONINKLIJKE_BESLUITEN
        for dag in besluit.dagen
        if dag.year == jaar
    ]
    return tuple(sorted(vast + aangewezen, key=lambda feestdag: feestdag.datum))
