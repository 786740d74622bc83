"""Schrijft de gezagstabel als leesbare tekst: `docs/gezag.md`. Rekent zelf niets uit."""

from collections.abc import Iterable, Sequence
from typing import Final

from eenplan.wetgeving.gezag import beslissing, leeftijdsgroep
from eenplan.wetgeving.gezagsoorten import GEZAGSITUATIES, Beslissers, Besluitsoort, Leeftijdsgroep, Situatie, Wie
from eenplan.wetgeving.gezagstabel import GRONDSLAG

# Een leeftijd en een oordeel die bij elke groep horen.
VOORBEELDEN: Final[dict[Leeftijdsgroep, tuple[int, bool]]] = {
    Leeftijdsgroep.TOT_12: (8, True),
    Leeftijdsgroep.VAN_12: (14, True),
    Leeftijdsgroep.VAN_16: (17, True),
    Leeftijdsgroep.VOLWASSEN: (40, True),
    Leeftijdsgroep.VOLWASSEN_ONBEKWAAM: (40, False),
}
SITUATIES: Final[dict[Situatie, str]] = {
    Situatie.OUDERS: "Gezamenlijk gezag van de ouders",
    Situatie.OUDER: "Eén ouder heeft het gezag",
    Situatie.OUDER_EN_ANDER: "Gezamenlijk gezag van een ouder en een niet-ouder",
    Situatie.VOOGD: "Voogdij van één natuurlijk persoon",
    Situatie.VOOGDEN: "Gezamenlijke voogdij",
    Situatie.INSTELLING: "Voogdij van een gecertificeerde instelling",
    Situatie.ONBEKEND: "Gezag onbekend",
    Situatie.ZELF: "Volwassene zonder vertegenwoordiger",
    Situatie.GEMACHTIGDE: "Volwassene met een gemachtigde",
    Situatie.MENTOR: "Volwassene met een mentor (alleen zorg)",
    Situatie.BEWIND: "Volwassene met een bewindvoerder (alleen geld)",
    Situatie.BEWIND_EN_MENTOR: "Volwassene met een bewindvoerder en een mentor",
    Situatie.CURATOR: "Volwassene onder curatele",
}
BESLUITEN: Final[dict[Besluitsoort, str]] = {
    Besluitsoort.INFORMEREN: "geïnformeerd worden",
    Besluitsoort.HULP: "toestemming hulp",
    Besluitsoort.DELEN: "toestemming delen",
    Besluitsoort.INZAGE: "inzage dossier",
    Besluitsoort.PLAN: "ondertekenen plan",
    Besluitsoort.AANVRAAG: "aanvraag doen",
    Besluitsoort.BEZWAAR: "bezwaar maken",
    Besluitsoort.GELD: "geldzaken",
}
_GEZAG: Final[dict[Situatie, str]] = {
    Situatie.OUDERS: "beide ouders",
    Situatie.OUDER: "de ouder",
    Situatie.OUDER_EN_ANDER: "de ouder en de ander",
    Situatie.VOOGD: "de voogd",
    Situatie.VOOGDEN: "beide voogden",
    Situatie.INSTELLING: "de instelling",
}
INLEIDING: Final = """\
# Wie hoort het, wie stemt toe, wie tekent

Dit bestand is gemaakt door `python -m eenplan.wetgeving.overzicht`; wijzig het niet met de hand. Eenplan gebruikt deze
tabel op de pagina *Gezin* en waar toestemming wordt gevraagd.

- Gezag dat niet vaststaat, is **onbekend**: dan staat er een taak en beslist niemand namens het kind. Het is nooit een
  gok.
- Iedereen is wilsbekwaam, totdat een deskundige voor een bepaalde beslissing iets anders vaststelt. Een minderjarige
  die iets niet zelf kan wegen, volgt de regels voor een kind onder de twaalf.
- "En" betekent dat allen nodig zijn. Staat er "of", dan kan één het alleen doen; bij gedeeld gezag zolang niet blijkt
  dat de ander bezwaar heeft (artikel 1:253i BW).
- Een ouder zonder gezag krijgt belangrijke informatie alleen op verzoek (artikel 1:377c BW), en niet als een relatie
  als geheim of schadelijk is gemarkeerd: dan weegt een mens het af.
- Een ondertoezichtstelling (artikel 1:255 BW) laat het gezag bij de ouders en staat daarom niet in de tabel.
- Artikel 7:465 BW (de geneeskundige behandelovereenkomst) is een vergelijking: Eenplan legt geen medische behandeling
  vast.

De artikelen van Boek 1 BW, de Jeugdwet, de Wmo 2015 en de UAVG zijn naar beste weten genoemd en niet naast de geldende
tekst gelegd. Wat een jurist in elk geval moet bevestigen, staat onderaan.
"""


def overzicht() -> str:
    """De hele tekst van `docs/gezag.md`."""
    delen = [INLEIDING, *(_situatie(situatie) for situatie in SITUATIES), _twijfels()]
    return "\n".join(delen)


def groepen_van(situatie: Situatie) -> list[Leeftijdsgroep]:
    """De leeftijdsgroepen die bij een situatie horen: gezag bij kinderen, vertegenwoordiging bij volwassenen."""
    is_kind = situatie in GEZAGSITUATIES
    volwassen = (Leeftijdsgroep.VOLWASSEN, Leeftijdsgroep.VOLWASSEN_ONBEKWAAM)
    return [groep for groep in Leeftijdsgroep if (groep not in volwassen) == is_kind]


def cel(situatie: Situatie, groep: Leeftijdsgroep, besluit: Besluitsoort) -> Beslissers:
    """Het antwoord van de tabel voor één vak."""
    leeftijd, wilsbekwaam = VOORBEELDEN[groep]
    assert leeftijdsgroep(leeftijd, wilsbekwaam) is groep  # noqa: S101 - the examples belong to their group
    return beslissing(situatie, leeftijd, wilsbekwaam, besluit)


def in_woorden(situatie: Situatie, partijen: Sequence[Wie], *, allen: bool) -> str:
    """De partijen van een vak in gewone woorden."""
    namen = [_GEZAG.get(situatie, "gezag") if wie is Wie.GEZAG else wie.value for wie in partijen]
    if Wie.GEZAG in partijen and situatie in (Situatie.OUDERS, Situatie.VOOGDEN) and not allen:
        namen = [
            naam.replace("beide ouders", "een van de ouders").replace("beide voogden", "een van de voogden")
            for naam in namen
        ]
    return " en ".join(namen) if allen else " of ".join(namen)


def _situatie(situatie: Situatie) -> str:
    artikelen = ", ".join(GRONDSLAG[situatie])
    kop = f"## {SITUATIES[situatie]}" + (f" ({artikelen})" if artikelen else "") + "\n"
    if situatie is Situatie.ONBEKEND:
        return kop + f"\nOp elke leeftijd onder de achttien en bij elk besluit: **eerst uitzoeken**. {_uitzoeken()}\n"
    return kop + "\n" + "\n".join(_groep(situatie, groep) for groep in groepen_van(situatie))


def _uitzoeken() -> str:
    return beslissing(Situatie.ONBEKEND, 8, True, Besluitsoort.HULP).reden


def _groep(situatie: Situatie, groep: Leeftijdsgroep) -> str:
    rijen = [_rij(situatie, besluit, cel(situatie, groep, besluit)) for besluit in Besluitsoort]
    kop = ["besluit", "hoort het", "stemt toe", "tekent", "artikelen", "waarom"]
    return f"### {groep.value}\n\n" + _tabel(kop, rijen)


def _rij(situatie: Situatie, besluit: Besluitsoort, regel: Beslissers) -> list[str]:
    if regel.is_uitzoeken:
        return [BESLUITEN[besluit], *["**eerst uitzoeken**"] * 3, ", ".join(regel.artikelen), regel.reden]
    hoort = in_woorden(situatie, regel.geinformeerd, allen=True)
    if regel.op_verzoek:
        hoort += "; op verzoek " + in_woorden(situatie, regel.op_verzoek, allen=True)
    toe, tekent = (in_woorden(situatie, wie, allen=regel.allen) or "–" for wie in (regel.stemt_toe, regel.tekent))
    return [BESLUITEN[besluit], hoort, toe, tekent, ", ".join(regel.artikelen), regel.reden]


def _twijfels() -> str:
    gevonden: dict[str, list[str]] = {}
    for situatie in SITUATIES:
        for groep in groepen_van(situatie):
            for besluit in Besluitsoort:
                if twijfel := cel(situatie, groep, besluit).onzeker:
                    vak = f"{BESLUITEN[besluit]}, {groep.value}"
                    plekken = gevonden.setdefault(twijfel, [])
                    if vak not in plekken:
                        plekken.append(vak)
    regels = [f"- {twijfel} ({'; '.join(plekken)})" for twijfel, plekken in gevonden.items()]
    return "## Wat een jurist moet bevestigen\n\n" + "\n".join(regels) + "\n"


def _tabel(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join(f"| {' | '.join(cellen)} |" for cellen in regels) + "\n"
