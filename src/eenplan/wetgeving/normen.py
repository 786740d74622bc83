"""Normen van de gemeente zelf: een eigen termijn of bewaartermijn, altijd zichtbaar als norm en nooit als wet."""

from dataclasses import dataclass
from datetime import date

from eenplan.wetgeving.afleiding import Afleiding, Bron, Termijn
from eenplan.wetgeving.bewaartermijn import Bewaartermijn
from eenplan.wetgeving.datums import zonder_weekdag
from eenplan.wetgeving.feestdagen import EERSTE_JAAR
from eenplan.wetgeving.lengte import Eenheid, Lengte, TermijnFout, plus_lengte
from eenplan.wetgeving.termijnen import bereken


@dataclass(frozen=True, slots=True)
class Norm:
    """Een termijn die de gemeente zichzelf stelt, met de vindplaats van dat besluit.

    De Algemene termijnenwet geldt alleen als de gemeente dat zelf heeft bepaald (`volgt_termijnenwet`).
    `bij_regel` noemt de wettelijke termijn waar de norm naast staat; die blijft gelden.
    """

    code: str
    naam: str
    vindplaats: str
    start: str
    lengte: Lengte
    volgt_termijnenwet: bool
    bij_regel: str | None = None

    def __post_init__(self) -> None:
        if self.lengte.eenheid is Eenheid.UREN:
            raise TermijnFout("Een norm telt in dagen of langer: kies dagen of werkdagen in plaats van uren.")


@dataclass(frozen=True, slots=True)
class Bewaarnorm:
    """Een bewaartermijn die de gemeente vaststelt, meestal uit de selectielijst."""

    naam: str
    vindplaats: str
    start: str
    lengte: Lengte


def bereken_norm(norm: Norm, start: date) -> Termijn:
    """De laatste dag volgens de norm van de gemeente, met een waarschuwing als de wet eerder afloopt."""
    try:
        afleiding = _leid_af(norm, start)
    except OverflowError as fout:
        raise TermijnFout("De einddatum valt voorbij het jaar 9999.") from fout
    return Termijn(
        regel=norm.code,
        naam=norm.naam,
        artikel=_vindplaats(norm),
        bron=Bron.GEMEENTELIJK,
        start=start,
        einddatum=afleiding.einde,
        stappen=tuple(afleiding.stappen),
        waarschuwingen=tuple(afleiding.waarschuwingen),
    )


def bewaartermijn_norm(norm: Bewaarnorm, start: date) -> Bewaartermijn:
    """Tot en met wanneer de gemeente volgens haar eigen norm bewaart."""
    return Bewaartermijn(
        naam=norm.naam,
        vindplaats=f"norm van de gemeente ({norm.vindplaats})",
        bron=Bron.GEMEENTELIJK,
        gebeurtenis=norm.start,
        start=start,
        tot_en_met=plus_lengte(start, norm.lengte),
    )


def _leid_af(norm: Norm, start: date) -> Afleiding:
    if start.year < EERSTE_JAAR:
        raise TermijnFout(f"Eenplan rekent met de feestdagen vanaf {EERSTE_JAAR}; kies een latere startdatum.")
    afleiding = Afleiding(start, [])
    afleiding.begin(_vindplaats(norm), norm.start)
    afleiding.tel(norm.lengte, _vindplaats(norm))
    if norm.volgt_termijnenwet:
        afleiding.eindigt_op_werkdag()
    if norm.volgt_termijnenwet or norm.lengte.eenheid is Eenheid.WERKDAGEN:
        afleiding.waarschuw_voor_onbekende_vrije_dagen()
    if norm.bij_regel:
        _waarschuw_als_wet_eerder_eindigt(afleiding, bereken(norm.bij_regel, start))
    return afleiding


def _waarschuw_als_wet_eerder_eindigt(afleiding: Afleiding, wettelijk: Termijn) -> None:
    if wettelijk.einddatum < afleiding.einde:
        afleiding.waarschuwingen.append(
            f"De wettelijke termijn ({wettelijk.artikel}) eindigt eerder dan deze norm, op "
            f"{zonder_weekdag(wettelijk.einddatum)}; die dag gaat voor."
        )


def _vindplaats(norm: Norm) -> str:
    return f"norm van de gemeente ({norm.vindplaats})"
