"""Maakt `docs/wetgeving.md` (welke regel, welk artikel, welke test) en `docs/gezag.md` (wie beslist).

Draai `python -m eenplan.wetgeving.overzicht` in de map van het project na elke wijziging van een regel of een test.
"""

import ast
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from typing import Final

from eenplan.wetgeving import gezagsoverzicht
from eenplan.wetgeving.datums import zonder_weekdag
from eenplan.wetgeving.dwangsom import TARIEVEN
from eenplan.wetgeving.feestdagen import KONINKLIJKE_BESLUITEN
from eenplan.wetgeving.regels import WETTEN, Artikel, artikelen_van
from eenplan.wetgeving.termijnregels import REGELS, Termijnregel

WETSMODULES: Final = (
    "bewaartermijn", "bsn", "datalek", "dwangsom", "feestdagen", "gezag", "grondslag", "inwonerrechten", "leeftijd",
    "lengte", "termijnen", "toestemming", "wetlabel",
)  # fmt: skip
Plek = tuple[str, str]  # wet en nummer
Rechtsregel = Callable[..., object]

INLEIDING: Final = """\
# De wet in Eenplan

Dit bestand is gemaakt door `python -m eenplan.wetgeving.overzicht`; wijzig het niet met de hand. Elke rechtsregel
noemt haar artikel, elk artikel heeft een test. Een norm van de gemeente staat hier niet: die is instelling, geen wet.

## Hoe een termijn wordt gerekend

1. De dag van de gebeurtenis telt niet mee; de lengte komt erbij.
2. Elke dag stilstand binnen de lopende termijn schuift het einde één dag op. Overlapt stilstand, dan telt een dag één
   keer. Stilstand vóór het begin of na het einde telt niet mee.
3. Een verdaging komt erbij. Valt er stilstand in de verdaagde tijd, dan telt ook die.
4. Een termijn van drie dagen of langer bevat ten minste twee werkdagen (artikel 2 Algemene termijnenwet).
5. Eindigt de termijn op een vrije dag, dan loopt hij door tot en met de eerste werkdag daarna (artikel 1). Staat de
   termijn op die werkdag stil, dan wordt het de eerste werkdag na de stilstand.

De Algemene termijnenwet geldt niet voor uren, jaren, meer dan 90 dagen, meer dan twaalf weken of meer dan drie maanden
(artikel 4). Precies twaalf weken valt er nog onder.

## Keuzes die een jurist moet bevestigen

- Stilstand duurt "tot" de dag van de aanvulling: die dag zelf telt niet mee als stilstand.
- De eerste dag van de dwangsom heeft twee lezingen; de gemeente kiest.
- De dag van het besluit telt niet mee voor de dwangsom. De twee weken na de ingebrekestelling schuiven niet door een
  vrije dag. Het tarief is dat van de eerste dag.
- Het bericht van artikel 4:14 lid 1 Awb verlengt een wettelijke termijn niet. Daarom kan `wmo-besluit` niet worden
  verdaagd en `awb-besluit` (artikel 4:14 lid 3) wel.
- De Wgs zegt niet wat een werkdag is; Eenplan telt zoals de Algemene termijnenwet.
- De gronden per label (`wetlabel`): wie onder een andere wet dan de Wmo werkt, ziet stukken uit de Jeugdwet alleen met
  toestemming, en de rest met een reden bij een taak uit de wet.
- De tabel van gronden om te delen (`grondslag`): welke taak voor welke organisatie geldt, en dat wat geen taak is
  toestemming vraagt.
- Wie op 29 februari is geboren, verjaart in een gewoon jaar op 1 maart.
- De Wmo 2015 en de Wgs zijn gelezen in een oudere tekst, artikel 4:17 Awb in de tekst tot 1 januari 2026. Vergelijk
  lengtes en bedragen met de geldende tekst voordat een gemeente erop vertrouwt.
"""


def plek(artikel: Artikel) -> Plek:
    return artikel.wet, artikel.nummer


def rechtsregels() -> dict[str, Rechtsregel]:
    """Elke openbare functie van de wetsmodules, als `module.functie`."""
    gevonden: dict[str, Rechtsregel] = {}
    for naam in WETSMODULES:
        module = import_module(f"eenplan.wetgeving.{naam}")
        for functienaam, functie in getmembers(module, isfunction):
            if functie.__module__ == module.__name__ and not functienaam.startswith("_"):
                gevonden[f"{naam}.{functienaam}"] = functie
    return gevonden


def regels_per_artikel() -> dict[Artikel, list[str]]:
    """Per artikel de functies en de termijnregels die erop rusten."""
    gevonden: dict[Artikel, list[str]] = {}
    for naam, functie in rechtsregels().items():
        for artikel in artikelen_van(functie):
            gevonden.setdefault(artikel, []).append(f"`{naam}`")
    for regel in REGELS.values():
        for artikel in regel.artikelen:
            gevonden.setdefault(artikel, []).append(f"termijn `{regel.code}`")
    return gevonden


def tests_per_plek(bronnen: Mapping[str, str]) -> dict[Plek, list[str]]:
    """Per wet en nummer de tests met het merk `@pytest.mark.artikel(wet, nummer)`; `bronnen` is naam → broncode."""
    gevonden: dict[Plek, list[str]] = {}
    for naam, bron in sorted(bronnen.items()):
        for knoop in ast.walk(ast.parse(bron)):
            if isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("test_"):
                for gemerkt in _merken(knoop.decorator_list):
                    gevonden.setdefault(gemerkt, []).append(f"{naam}::{knoop.name}")
    return gevonden


def overzicht(bronnen: Mapping[str, str]) -> str:
    """De hele tekst van `docs/wetgeving.md`."""
    delen = [INLEIDING, _termijnen(), _artikelen(tests_per_plek(bronnen)), _gegevens()]
    return "\n".join(delen)


def lees_tests(map_met_tests: Path) -> dict[str, str]:
    return {pad.name: pad.read_text(encoding="utf-8") for pad in map_met_tests.glob("test_*.py")}


def main(argv: Sequence[str]) -> int:
    """Schrijf `docs/wetgeving.md` en `docs/gezag.md` in de projectmap (het eerste argument, anders de huidige map)."""
    project = Path(argv[0]) if argv else Path()
    tekst = overzicht(lees_tests(project / "tests" / "wetgeving"))
    (project / "docs" / "wetgeving.md").write_text(tekst, encoding="utf-8")
    (project / "docs" / "gezag.md").write_text(gezagsoverzicht.overzicht(), encoding="utf-8")
    return 0


def _merken(versieringen: Iterable[ast.expr]) -> list[Plek]:
    gevonden = []
    for versiering in versieringen:
        if isinstance(versiering, ast.Call) and ast.unparse(versiering.func) == "pytest.mark.artikel":
            wet, nummer = (ast.literal_eval(argument) for argument in versiering.args)
            gevonden.append((wet, nummer))
    return gevonden


def _termijnen() -> str:
    kop = ["code", "termijn", "artikel", "lengte", "start", "stilstand", "verdaging", "gevolg"]
    return "## De termijnen\n\n" + _tabel(kop, [_termijnrij(regel) for regel in REGELS.values()])


def _termijnrij(regel: Termijnregel) -> list[str]:
    lengte = f"{regel.lengte}; {regel.commissie.lengte} met commissie" if regel.commissie else str(regel.lengte)
    return [
        f"`{regel.code}`",
        regel.naam,
        str(regel.artikel),
        lengte,
        regel.start,
        _ja_of_nee(regel.opschorting.artikel, regel.opschorting.reden),
        _ja_of_nee(regel.verdaging.artikel, regel.verdaging.reden),
        regel.gevolg,
    ]


def _ja_of_nee(artikel: Artikel | None, reden: str) -> str:
    return f"ja: {reden} ({artikel})" if artikel else f"nee: {reden}"


def _artikelen(tests: Mapping[Plek, list[str]]) -> str:
    regels = regels_per_artikel()
    delen = []
    for citeertitel, wet in WETTEN.items():
        rijen = [
            [
                artikel.nummer,
                zonder_weekdag(artikel.vanaf),
                "<br>".join(namen),
                _testnamen(tests.get(plek(artikel), [])),
            ]
            for artikel, namen in sorted(regels.items(), key=lambda paar: (_sorteersleutel(paar[0]), paar[0].vanaf))
            if artikel.wet == citeertitel
        ]
        delen.append(f"### [{wet.naam}]({wet.url})\n\n" + _tabel(["artikel", "geldt vanaf", "regel", "tests"], rijen))
    return "## Regel, artikel, test\n\n" + "\n".join(delen)


def _testnamen(namen: list[str]) -> str:
    return "<br>".join(f"`{naam}`" for naam in namen) or "**geen test**"


def _sorteersleutel(artikel: Artikel) -> list[tuple[int, str]]:
    """`4:15` na `4:5`: getallen als getal."""
    delen = artikel.nummer.replace(":", " ").replace(".", " ").split()
    return [(int(deel), "") if deel.isdigit() else (0, deel) for deel in delen]


def _gegevens() -> str:
    besluiten = [
        [
            f"{besluit.eerste_jaar}–{besluit.laatste_jaar}",
            besluit.vindplaats,
            ", ".join(map(zonder_weekdag, besluit.dagen)),
        ]
        for besluit in KONINKLIJKE_BESLUITEN
    ]
    tarieven = [
        [
            zonder_weekdag(regel.vanaf),
            " / ".join(f"€ {centen // 100}" for centen in regel.centen_per_dag),
            regel.vindplaats,
        ]
        for regel in TARIEVEN
    ]
    return (
        "## Gegevens met een datum\n\n### Vrije dagen bij koninklijk besluit\n\n"
        + _tabel(["jaren", "vindplaats", "dagen"], besluiten)
        + "\n### Dwangsom per dag (drie keer veertien dagen)\n\n"
        + _tabel(["vanaf", "bedrag", "vindplaats"], tarieven)
    )


def _tabel(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join(f"| {' | '.join(cellen)} |" for cellen in regels) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
