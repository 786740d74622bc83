"""De wettelijke termijnen als tabel: per regel artikel, lengte, opschorting, verdaging en gevolg.

Alleen gegevens. Een gewijzigde termijn wordt een nieuwe regel met een eigen datum; de oude blijft staan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from eenplan.wetgeving.lengte import Eenheid, Lengte, TermijnFout
from eenplan.wetgeving.regels import Artikel


@dataclass(frozen=True, slots=True)
class Opschortbaarheid:
    """Of een termijn kan stilstaan: het artikel dat dat toestaat, of de reden waarom het niet kan."""

    artikel: Artikel | None
    reden: str


@dataclass(frozen=True, slots=True)
class Verdaagbaarheid:
    """Of een termijn kan worden verdaagd, en met hoeveel weken hoogstens (`None`: geen maximum in de wet)."""

    artikel: Artikel | None
    max_weken: int | None
    reden: str


@dataclass(frozen=True, slots=True)
class Commissie:
    """De langere termijn als een commissie adviseert of de klacht behandelt."""

    lengte: Lengte
    artikel: Artikel
    voorwaarde: str


class RegelGegevens(TypedDict):
    regel: str
    naam: str
    artikel: str
    vanaf: str
    start: str
    lengte: str
    lengte_met_commissie: str | None
    opschortbaar: bool
    verdaagbaar: bool
    verdaging_max_weken: int | None
    toelichting: str
    gevolg: str


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """Eén wettelijke termijn."""

    code: str
    naam: str
    artikel: Artikel
    start: str
    lengte: Lengte
    opschorting: Opschortbaarheid
    verdaging: Verdaagbaarheid
    toelichting: str
    gevolg: str
    commissie: Commissie | None = None
    bij_verordening: bool = False  # de gemeenteraad kan een kortere termijn stellen
    lengte_volgens: str = ""

    @property
    def artikelen(self) -> tuple[Artikel, ...]:
        """Elke vindplaats waarop deze regel rust."""
        mogelijk = (
            self.artikel,
            self.commissie.artikel if self.commissie else None,
            self.opschorting.artikel,
            self.verdaging.artikel,
        )
        return tuple(dict.fromkeys(plek for plek in mogelijk if plek))

    def as_dict(self) -> RegelGegevens:
        return {
            "regel": self.code,
            "naam": self.naam,
            "artikel": str(self.artikel),
            "vanaf": self.artikel.vanaf.isoformat(),
            "start": self.start,
            "lengte": str(self.lengte),
            "lengte_met_commissie": str(self.commissie.lengte) if self.commissie else None,
            "opschortbaar": self.opschorting.artikel is not None,
            "verdaagbaar": self.verdaging.artikel is not None,
            "verdaging_max_weken": self.verdaging.max_weken,
            "toelichting": self.toelichting,
            "gevolg": self.gevolg,
        }


_WMO: Final = date(2015, 1, 1)
_AWB: Final = date(1994, 1, 1)
_AWB_DWANGSOM: Final = date(2009, 10, 1)  # Wet dwangsom en beroep bij niet tijdig beslissen
_AWB_KLACHT: Final = date(1999, 7, 1)
_WGS: Final = date(2012, 7, 1)
_WGS_BESLUIT: Final = date(2021, 1, 1)  # het eerste gesprek geldt sindsdien als aanvraag
_AVG: Final = date(2018, 5, 25)

_OPSCHORTING_AANVRAAG: Final = Opschortbaarheid(
    Artikel("Awb", "4:15", _AWB_DWANGSOM),
    "er ligt een aanvraag, dus artikel 4:15 Awb geldt",
)
_OPSCHORTING_BEZWAAR: Final = Opschortbaarheid(
    Artikel("Awb", "7:10 lid 2", _AWB_DWANGSOM),
    "alleen zolang de indiener een verzuim herstelt (artikel 6:6 Awb)",
)
_VERDAGING_GEEN: Final = Verdaagbaarheid(None, None, "de wet geeft daar geen mogelijkheid voor")


def _niet_opschortbaar(reden: str) -> Opschortbaarheid:
    return Opschortbaarheid(None, reden)


_ALLE_REGELS: Final = (
    Termijnregel(
        code="wmo-onderzoek",
        naam="Onderzoek na een melding",
        artikel=Artikel("Wmo 2015", "2.3.2 lid 1", _WMO),
        start="de dag waarop de melding is ontvangen",
        lengte=Lengte(6, Eenheid.WEKEN),
        opschorting=_niet_opschortbaar("opschorten kan alleen als er een aanvraag ligt (artikel 4:15 Awb)"),
        verdaging=_VERDAGING_GEEN,
        toelichting="Het college doet zo snel mogelijk onderzoek, uiterlijk binnen zes weken na de melding.",
        gevolg="Is het onderzoek dan niet klaar, dan mag de cliënt toch een aanvraag doen (artikel 2.3.2 lid 9).",
    ),
    Termijnregel(
        code="wmo-persoonlijk-plan",
        naam="Persoonlijk plan inleveren",
        artikel=Artikel("Wmo 2015", "2.3.2 lid 2", _WMO),
        start="de dag waarop de melding is ontvangen",
        lengte=Lengte(7, Eenheid.DAGEN),
        opschorting=_niet_opschortbaar("dit is een termijn voor de cliënt, en er ligt nog geen aanvraag"),
        verdaging=_VERDAGING_GEEN,
        toelichting="De cliënt kan zeven dagen lang na de melding een persoonlijk plan inleveren.",
        gevolg="Een plan dat op tijd is ingeleverd, betrekt het college bij het onderzoek (artikel 2.3.2 lid 5).",
    ),
    Termijnregel(
        code="wmo-besluit",
        naam="Besluit op een aanvraag voor een maatwerkvoorziening",
        artikel=Artikel("Wmo 2015", "2.3.5 lid 2", _WMO),
        start="de dag waarop de aanvraag is ontvangen",
        lengte=Lengte(2, Eenheid.WEKEN),
        opschorting=_OPSCHORTING_AANVRAAG,
        verdaging=Verdaagbaarheid(
            None,
            None,
            "het bericht van artikel 4:14 lid 1 Awb noemt de aanvrager een nieuwe datum, maar verlengt de "
            "wettelijke termijn niet",
        ),
        toelichting="De twee weken lopen vanaf de aanvraag, niet vanaf de melding.",
        gevolg="Lukt het niet op tijd, bericht dat de aanvrager dan (artikel 4:14 lid 1 Awb); hij kan het college "
        "in gebreke stellen (artikel 4:17 Awb).",
    ),
    Termijnregel(
        code="wmo-vernietiging",
        naam="Vernietiging van gegevens op verzoek",
        artikel=Artikel("Wmo 2015", "5.3.5", _WMO),
        start="de dag waarop het schriftelijke verzoek is ontvangen",
        lengte=Lengte(3, Eenheid.MAANDEN),
        opschorting=_niet_opschortbaar("de wet geeft voor dit verzoek één vaste termijn"),
        verdaging=_VERDAGING_GEEN,
        toelichting="Niet als een ander groot belang heeft bij het bewaren, of als een andere wet zich verzet.",
        gevolg="De betrokkene kan een klacht indienen bij de Autoriteit Persoonsgegevens.",
    ),
    Termijnregel(
        code="avg-verzoek",
        naam="Antwoord op een verzoek over persoonsgegevens",
        artikel=Artikel("AVG", "12 lid 3", _AVG),
        start="de dag waarop het verzoek is ontvangen",
        lengte=Lengte(1, Eenheid.MAANDEN),
        opschorting=_niet_opschortbaar("de AVG kent geen stilstand, en dit verzoek is geen aanvraag"),
        verdaging=Verdaagbaarheid(
            Artikel("AVG", "12 lid 3", _AVG),
            8,
            "ten hoogste twee maanden, met een bericht binnen de eerste maand; Eenplan rekent in hele weken, dus acht",
        ),
        toelichting="Geldt voor inzage, rectificatie, beperking en bezwaar. Het einde op een vrije dag volgt hier uit "
        "verordening 1182/71, met dezelfde uitkomst als de Algemene termijnenwet.",
        gevolg="De betrokkene kan bezwaar maken of een klacht indienen bij de Autoriteit Persoonsgegevens.",
    ),
    Termijnregel(
        code="awb-besluit",
        naam="Besluit op een aanvraag zonder eigen wettelijke termijn",
        artikel=Artikel("Awb", "4:13", _AWB),
        start="de dag waarop de aanvraag is ontvangen",
        lengte=Lengte(8, Eenheid.WEKEN),
        opschorting=_OPSCHORTING_AANVRAAG,
        verdaging=Verdaagbaarheid(
            Artikel("Awb", "4:14 lid 3", _AWB),
            None,
            "met een bericht binnen de acht weken dat een redelijke nieuwe termijn noemt",
        ),
        toelichting="Geldt voor de Jeugdwet en de Participatiewet, die zelf geen beslistermijn noemen.",
        gevolg="De aanvrager kan het college in gebreke stellen (artikel 4:17 Awb).",
    ),
    Termijnregel(
        code="awb-bezwaar",
        naam="Bezwaar maken",
        artikel=Artikel("Awb", "6:7 en 6:8", _AWB),
        start="de dag waarop het besluit is bekendgemaakt",
        lengte=Lengte(6, Eenheid.WEKEN),
        opschorting=_niet_opschortbaar("dit is een termijn voor de inwoner, geen beslistermijn"),
        verdaging=_VERDAGING_GEEN,
        toelichting="De termijn begint op de dag na de bekendmaking; de laatste dag is dus de bekendmaking plus 42.",
        gevolg="Een later bezwaarschrift is niet-ontvankelijk, tenzij het te verontschuldigen is (artikel 6:11 Awb).",
    ),
    Termijnregel(
        code="awb-beslissing-op-bezwaar",
        naam="Beslissing op bezwaar",
        artikel=Artikel("Awb", "7:10 lid 1", _AWB_DWANGSOM),
        start="de laatste dag van de bezwaartermijn",
        lengte=Lengte(6, Eenheid.WEKEN),
        opschorting=_OPSCHORTING_BEZWAAR,
        verdaging=Verdaagbaarheid(
            Artikel("Awb", "7:10 lid 3", _AWB_DWANGSOM),
            6,
            "ten hoogste zes weken, met een schriftelijk bericht; verder uitstel alleen volgens artikel 7:10 lid 4 Awb",
        ),
        toelichting="De termijn telt vanaf de dag na het einde van de bezwaartermijn, niet vanaf het bezwaarschrift.",
        gevolg="De indiener kan het college in gebreke stellen (artikel 4:17 Awb, via artikel 7:14 Awb).",
        commissie=Commissie(
            Lengte(12, Eenheid.WEKEN),
            Artikel("Awb", "7:13", _AWB_DWANGSOM),
            "geldt alleen als de indiener bericht kreeg dat een adviescommissie adviseert (ECLI:NL:RVS:2016:2233)",
        ),
    ),
    Termijnregel(
        code="awb-dwangsombeschikking",
        naam="Beschikking over de dwangsom",
        artikel=Artikel("Awb", "4:18", _AWB_DWANGSOM),
        start="de laatste dag waarover de dwangsom verschuldigd is",
        lengte=Lengte(2, Eenheid.WEKEN),
        opschorting=_niet_opschortbaar("het college stelt de dwangsom zelf vast, zonder aanvraag"),
        verdaging=_VERDAGING_GEEN,
        toelichting="Het college stelt zelf vast of en hoeveel dwangsom het moet betalen.",
        gevolg="De aanvrager kan beroep instellen omdat de beschikking uitblijft.",
    ),
    Termijnregel(
        code="wgs-gesprek",
        naam="Eerste gesprek over schulden",
        artikel=Artikel("Wgs", "4 lid 1", _WGS),
        start="de dag waarop de inwoner om hulp vraagt",
        lengte=Lengte(4, Eenheid.WEKEN),
        opschorting=_niet_opschortbaar("de wet laat stilstand niet toe: de inwoner wacht op een gesprek"),
        verdaging=_VERDAGING_GEEN,
        toelichting="Het gesprek waarin de hulpvraag wordt vastgesteld, vindt binnen vier weken plaats.",
        gevolg="Het college handelt in strijd met de wet; de inwoner kan een klacht indienen.",
    ),
    Termijnregel(
        code="wgs-spoed",
        naam="Eerste gesprek bij een bedreigende situatie",
        artikel=Artikel("Wgs", "4 lid 2", _WGS),
        start="de dag waarop de inwoner om hulp vraagt",
        lengte=Lengte(3, Eenheid.WERKDAGEN),
        opschorting=_niet_opschortbaar("een bedreigende situatie wacht niet"),
        verdaging=_VERDAGING_GEEN,
        toelichting="Bij dreigende ontruiming, afsluiting van gas, stroom, stadsverwarming of water, of opzegging van "
        "de zorgverzekering. De Wgs zegt niet wat een werkdag is; Eenplan volgt de Algemene termijnenwet.",
        gevolg="Het college handelt in strijd met de wet terwijl de dreiging doorgaat.",
    ),
    Termijnregel(
        code="wgs-besluit",
        naam="Besluit over schuldhulpverlening",
        artikel=Artikel("Wgs", "4a", _WGS_BESLUIT),
        start="de dag van het eerste gesprek over de schulden",
        lengte=Lengte(8, Eenheid.WEKEN),
        opschorting=_OPSCHORTING_AANVRAAG,
        verdaging=Verdaagbaarheid(
            None,
            None,
            "acht weken is het hoogste dat de wet toelaat; een bericht volgens artikel 4:14 Awb verlengt dat niet",
        ),
        toelichting="De termijn loopt vanaf het eerste gesprek, niet vanaf de aanvraag. De gemeenteraad stelt de "
        "lengte vast bij verordening: ten hoogste acht weken.",
        gevolg="De aanvrager kan het college in gebreke stellen (artikel 4:17 Awb).",
        bij_verordening=True,
    ),
    Termijnregel(
        code="klacht",
        naam="Behandeling van een klacht",
        artikel=Artikel("Awb", "9:11 lid 1", _AWB_KLACHT),
        start="de dag waarop het klaagschrift is ontvangen",
        lengte=Lengte(6, Eenheid.WEKEN),
        opschorting=_niet_opschortbaar("een klacht is geen aanvraag, dus artikel 4:15 Awb geldt niet"),
        verdaging=Verdaagbaarheid(
            Artikel("Awb", "9:11 lid 2", _AWB_KLACHT),
            4,
            "ten hoogste vier weken, met een schriftelijk bericht; verder uitstel alleen als de klager instemt",
        ),
        toelichting="Het college handelt de klacht af met een bericht over zijn bevindingen (artikel 9:12 Awb).",
        gevolg="De klager kan naar de ombudsman.",
        commissie=Commissie(
            Lengte(10, Eenheid.WEKEN),
            Artikel("Awb", "9:11 lid 1", _AWB_KLACHT),
            "omdat een klachtencommissie de klacht behandelt (afdeling 9.1.3 Awb)",
        ),
    ),
)

REGELS: Final[Mapping[str, Termijnregel]] = {regel.code: regel for regel in _ALLE_REGELS}


def zoek_regel(code: str) -> Termijnregel:
    """De regel bij een code, of een fout die de lijst wijst."""
    if code not in REGELS:
        raise TermijnFout(f"De regel {code[:40]!r} bestaat niet; kies uit {', '.join(REGELS)}.")
    return REGELS[code]
