"""The provisions of Zonnedaal, of the kinds that Enschede and Leeuwarden name, with invented providers and prices.

Prices are of three years ago, in cents; each 1 January they rise.
"""

# ruff: noqa: E501 - a table reads best with one row per line
from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from eenplan.aanbod.actions import NieuweVoorziening
from eenplan.aanbod.models import Voorzieningsoort
from eenplan.inrichting.keuzes import Wet

ALGEMEEN, COLLECTIEF, MAATWERK = Voorzieningsoort.ALGEMEEN, Voorzieningsoort.COLLECTIEF, Voorzieningsoort.MAATWERK
WMO, JEUGD, PW, WGS, GEEN = Wet.WMO, Wet.JEUGDWET, Wet.PARTICIPATIEWET, Wet.WGS, Wet.GEEN
INDEXERING: Final = (
    1.0,
    1.052,
    1.041,
    1.036,
)  # each year against the one before it, oldest first; the last is this year's


@dataclass(frozen=True)
class Aanbodregel:
    """A provision, what it costs, and which providers give it."""

    voorziening: NieuweVoorziening
    prijs_cent: int
    aanbieders: tuple[str, ...]


THUISZORG: Final = ("Thuiszorg De Linde", "Berkhof Thuis", "Zorggroep Zonnedaal", "Hulp aan Huis Oost")
BEGELEIDING: Final = ("Stichting Op Eigen Benen", "Zorggroep Zonnedaal", "De Wegwijzer Begeleiding", "Kompas Zorg")
DAG: Final = ("Zorgboerderij De Morgenster", "Dagcentrum De Es", "Atelier Kanaalzone", "Zorggroep Zonnedaal")
HULPMIDDEL: Final = ("Hulpmiddelen Oost", "Medivoorziening Zonnedaal")
WONEN: Final = ("Aanpasbouw Van Vliet", "Hulpmiddelen Oost")
VERVOER: Final = ("Zonnetaxi", "Streekvervoer Samen")
JEUGDHULP: Final = ("Jeugdhulp Zonnedaal", "De Vlieger Jeugd en Gezin", "Praktijk Kleine Stap", "Opgroeihuis Oost")
JGGZ: Final = ("Praktijk Kleine Stap", "GGZ Jeugd De Brug")
VERBLIJF: Final = ("Pleegzorg De Kring", "Gezinshuis De Haven", "Opgroeihuis Oost")
BESCHERMING: Final = ("Jeugdbescherming Regio Zonnedaal",)
INKOMEN: Final = ("Werk en Inkomen Zonnedaal",)
WERK: Final = ("Werkplein Zonnedaal", "Leerwerkbedrijf De Schakel", "Werk en Inkomen Zonnedaal")
SCHULD: Final = ("Stadsbank Zonnedaal", "Budgetbeheer De Balans")
WELZIJN: Final = ("Welzijn Zonnedaal",)
TEAM: Final = ("Wijkteams Zonnedaal",)


def _regel(  # noqa: PLR0917 - a row of the table
    code: str,
    naam: str,
    soort: Voorzieningsoort,
    wet: Wet,
    trede: str,
    leefgebied: str,
    eenheid: str,
    prijs_cent: int,
    aanbieders: tuple[str, ...],
    omschrijving: str,
    *,
    is_dienst: bool = True,
) -> Aanbodregel:
    voorziening = NieuweVoorziening(code, naam, soort, wet, trede, leefgebied, eenheid, omschrijving, is_dienst)
    return Aanbodregel(voorziening, prijs_cent, aanbieders)


def _vrijwillig(code: str, naam: str, leefgebied: str, aanbieder: str, omschrijving: str) -> Aanbodregel:
    return _regel(code, naam, ALGEMEEN, GEEN, "vrijwilliger", leefgebied, "keer", 0, (aanbieder,), omschrijving)


def _vrij(  # noqa: PLR0917 - a row of the table
    code: str, naam: str, leefgebied: str, aanbieder: str, omschrijving: str, prijs: int = 0
) -> Aanbodregel:
    return _regel(code, naam, ALGEMEEN, GEEN, "algemeen", leefgebied, "keer", prijs, (aanbieder,), omschrijving)


def _licht(code: str, naam: str, wet: Wet, leefgebied: str, omschrijving: str) -> Aanbodregel:
    return _regel(code, naam, ALGEMEEN, wet, "lichte_hulp", leefgebied, "uur", 0, TEAM, omschrijving)


def _maatwerk(  # noqa: PLR0917 - a row of the table
    code: str,
    naam: str,
    wet: Wet,
    leefgebied: str,
    eenheid: str,
    prijs: int,
    aanbieders: tuple[str, ...],
    omschrijving: str,
    *,
    is_dienst: bool = True,
) -> Aanbodregel:
    return _regel(
        code, naam, MAATWERK, wet, "maatwerk", leefgebied, eenheid, prijs, aanbieders, omschrijving, is_dienst=is_dienst
    )


CATALOGUS: Final = (
    # Volunteers and groups
    _vrijwillig("VW-01", "Maatje", "netwerk", "Humanitas Zonnedaal", "Een vrijwilliger die elke week langskomt."),
    _vrijwillig("VW-02", "Schuldhulpmaatje", "geld", "Schuldhulpmaatje Zonnedaal", "Hulp bij post, budget en regelen."),
    _vrijwillig("VW-03", "Boodschappenhulp", "huishouden", "Burenhulp Noord", "Een buurtgenoot doet mee boodschappen."),
    _vrijwillig("VW-04", "Vervoer door vrijwilligers", "meedoen", "Burenhulp Noord", "Rijden naar arts of familie."),
    _vrijwillig("VW-05", "Steungezin", "opvoeden", "Steungezin Zonnedaal", "Een gezin in de buurt springt bij."),
    _vrijwillig("VW-06", "Voorleeshulp aan huis", "opvoeden", "Bibliotheek Zonnedaal", "Voorlezen bij gezinnen thuis."),
    _vrijwillig("VW-07", "Bezoekdienst ouderen", "netwerk", "Zonnebloem Zonnedaal", "Bezoek voor wie alleen is."),
    _vrijwillig("VW-08", "Buurtcirkel", "netwerk", "Stichting Op Eigen Benen", "Een groep buren die elkaar helpt."),
    _vrijwillig("VW-09", "Respijt door vrijwilligers", "thuis", "Mantelzorgsteunpunt", "Een paar uur vrij voor wie zorgt."),
    # General provisions
    _vrij("AV-01", "Koffieochtend in het buurthuis", "meedoen", "Welzijn Zonnedaal", "Elke dinsdag en donderdag.", 100),
    _vrij("AV-02", "Repair Café", "meedoen", "Repair Café Zonnedaal", "Samen kapotte spullen maken."),
    _vrij("AV-03", "Formulieren Adviespunt", "geld", "Welzijn Zonnedaal", "Hulp bij brieven en toeslagen."),
    _vrij("AV-04", "Budgetcursus", "geld", "Stadsbank Zonnedaal", "Zes avonden rondkomen met uw geld."),
    _vrij("AV-05", "Taalcafé", "meedoen", "Bibliotheek Zonnedaal", "Nederlands oefenen met anderen."),
    _vrij("AV-06", "Opvoedspreekuur", "opvoeden", "Centrum voor Jeugd en Gezin", "Vragen over opvoeden, zonder afspraak."),
    _vrij("AV-07", "Oudercursus Opvoeden zo", "opvoeden", "Centrum voor Jeugd en Gezin", "Vijf avonden met andere ouders."),
    _vrij("AV-08", "Bewegen voor ouderen", "lichaam", "Sportservice Zonnedaal", "Elke week samen bewegen.", 300),
    _vrij("AV-09", "Mantelzorgspreekuur", "thuis", "Mantelzorgsteunpunt", "Advies voor wie voor een ander zorgt."),
    _vrij("AV-10", "Open eettafel", "meedoen", "Welzijn Zonnedaal", "Samen warm eten in de wijk.", 550),
    _vrij("AV-11", "Inloop geestelijke gezondheid", "psychisch", "Inloophuis De Kade", "Binnenlopen zonder afspraak."),
    _vrij("AV-12", "Maaltijd aan huis", "zelfzorg", "Maaltijdservice De Pan", "Een warme maaltijd aan de deur.", 795),
    _vrij("AV-13", "Was- en strijkservice", "huishouden", "Leerwerkbedrijf De Schakel", "Halen en brengen.", 1200),
    _vrij("AV-14", "Klussendienst", "wonen", "Welzijn Zonnedaal", "Kleine klussen in huis.", 1000),
    _vrij("AV-15", "Jongerenwerk", "meedoen", "Welzijn Zonnedaal", "Activiteiten en een luisterend oor."),
    _vrij("AV-16", "Kindertelefoon en jongerenspreekuur", "opvoeden", "Centrum voor Jeugd en Gezin", "Praten over thuis."),
    _regel(
        "CV-01", "Collectief vervoer", COLLECTIEF, WMO, "algemeen", "meedoen", "rit", 180, VERVOER,
        "De regiotaxi voor wie niet met de bus kan.",
    ),
    _regel(
        "CV-02", "Dagactiviteit in de buurt", COLLECTIEF, WMO, "algemeen", "dag", "dagdeel", 500, WELZIJN,
        "Een ochtend of middag met een groep, zonder besluit.",
    ),
    _regel(
        "CV-03", "Sociale vaardigheden op school", COLLECTIEF, JEUGD, "algemeen", "opvoeden", "keer", 0,
        ("Centrum voor Jeugd en Gezin",), "Een training in een groep op school.",
    ),
    # The team's own light help
    _licht("LH-01", "Hulp van de wijkcoach", WMO, "huishouden", "Kortdurende hulp van het team zelf."),
    _licht("LH-02", "Opvoedhulp van de wijkcoach", JEUGD, "opvoeden", "Een paar gesprekken over opvoeden."),
    _licht("LH-03", "Hulp bij geld van de wijkcoach", WGS, "geld", "Orde in de post en een plan voor de rekeningen."),
    _licht("LH-04", "Hulp naar werk van de wijkcoach", PW, "werk", "Samen zoeken naar werk of scholing."),
    # Wmo
    _maatwerk("HO-01", "Huishoudelijke ondersteuning", WMO, "huishouden", "uur", 3120, THUISZORG, "Een schoon en leefbaar huis."),
    _maatwerk("HO-02", "Huishoudelijke ondersteuning met regie", WMO, "huishouden", "uur", 3420, THUISZORG[:3], "Ook plannen en ordenen."),
    _maatwerk("BG-01", "Begeleiding individueel", WMO, "zelfzorg", "uur", 6180, BEGELEIDING, "Leren om het dagelijks leven te regelen."),
    _maatwerk("BG-02", "Begeleiding individueel speciaal", WMO, "psychisch", "uur", 8240, BEGELEIDING[:3], "Bij ernstige psychische problemen."),
    _maatwerk("BG-03", "Thuisbegeleiding voor gezinnen", WMO, "thuis", "uur", 6450, BEGELEIDING[1:], "Hulp in het gezin bij de dag."),
    _maatwerk("DB-01", "Dagbesteding", WMO, "dag", "dagdeel", 4350, DAG, "Een zinvolle dag buiten de deur."),
    _maatwerk("DB-02", "Dagbesteding bij dementie", WMO, "dag", "dagdeel", 5625, DAG[:2], "Met begeleiding en vervoer."),
    _maatwerk("KV-01", "Kortdurend verblijf", WMO, "thuis", "etmaal", 14300, ("Logeerhuis De Wilg", "Zorggroep Zonnedaal"), "Logeren, zodat thuis op adem komt."),
    _maatwerk("PV-01", "Persoonlijke verzorging", WMO, "zelfzorg", "uur", 5790, THUISZORG[:2], "Hulp bij wassen en aankleden."),
    _maatwerk("HM-01", "Scootmobiel", WMO, "meedoen", "maand", 9850, HULPMIDDEL, "Zelf op pad in de buurt.", is_dienst=False),
    _maatwerk("HM-02", "Rolstoel", WMO, "lichaam", "maand", 6420, HULPMIDDEL, "Op maat, met onderhoud.", is_dienst=False),
    _maatwerk("HM-03", "Driewielfiets", WMO, "meedoen", "maand", 5875, HULPMIDDEL, "Veilig fietsen.", is_dienst=False),
    _maatwerk("HM-04", "Tillift", WMO, "lichaam", "maand", 4630, HULPMIDDEL, "Veilig uit bed.", is_dienst=False),
    _maatwerk("WV-01", "Traplift", WMO, "wonen", "stuk", 248000, WONEN, "Weer naar boven in het eigen huis.", is_dienst=False),
    _maatwerk("WV-02", "Aanpassing badkamer", WMO, "wonen", "stuk", 612000, WONEN, "Douchen zonder drempel.", is_dienst=False),
    _maatwerk("WV-03", "Drempels weghalen", WMO, "wonen", "stuk", 38500, WONEN, "Veilig door het huis.", is_dienst=False),
    _maatwerk("VV-01", "Vervoer naar dagbesteding", WMO, "dag", "rit", 1190, VERVOER, "Halen en brengen."),
    _maatwerk("VV-02", "Individueel taxivervoer", WMO, "meedoen", "rit", 2240, VERVOER, "Als de regiotaxi niet kan."),
    _maatwerk("BW-01", "Beschut wonen", WMO, "wonen", "etmaal", 9480, ("RIBW Zonnedaal", "Stichting Op Eigen Benen"), "Zelf wonen met hulp dichtbij."),
    # Youth
    _maatwerk("JA-01", "Jeugdhulp ambulant", JEUGD, "opvoeden", "uur", 8625, JEUGDHULP, "Hulp voor kind en ouders, thuis of op school."),
    _maatwerk("JA-02", "Intensieve gezinsbehandeling", JEUGD, "opvoeden", "uur", 10980, JEUGDHULP[:2], "Enkele keren per week in het gezin."),
    _maatwerk("JA-03", "Dagbehandeling jonge kind", JEUGD, "opvoeden", "dagdeel", 14150, JEUGDHULP[2:], "Een groep met behandeling."),
    _maatwerk("JA-04", "Begeleiding groep jeugd", JEUGD, "opvoeden", "dagdeel", 5210, JEUGDHULP[1:], "Oefenen met leeftijdgenoten."),
    _maatwerk("JG-01", "Jeugd-ggz", JEUGD, "psychisch", "uur", 11890, JGGZ, "Behandeling van psychische klachten."),
    _maatwerk("JG-02", "Hulp bij ernstige dyslexie", JEUGD, "opvoeden", "uur", 9740, ("Praktijk Kleine Stap",), "Behandeling naast school."),
    _maatwerk("JV-01", "Pleegzorg", JEUGD, "opvoeden", "etmaal", 5560, VERBLIJF[:1], "Wonen in een pleeggezin."),
    _maatwerk("JV-02", "Gezinshuis", JEUGD, "opvoeden", "etmaal", 18670, VERBLIJF[1:], "Wonen met vaste opvoeders."),
    _maatwerk("JB-01", "Ondertoezichtstelling", JEUGD, "veiligheid", "maand", 83400, BESCHERMING, "Een jeugdbeschermer na uitspraak van de rechter."),
    # Income, work and debts
    _maatwerk("PW-01", "Bijstandsuitkering", PW, "geld", "maand", 128550, INKOMEN, "Inkomen als er geen ander inkomen is."),
    _maatwerk("PW-02", "Bijzondere bijstand", PW, "geld", "stuk", 42500, INKOMEN, "Voor kosten die echt moeten.", is_dienst=False),
    _maatwerk("PW-03", "Traject naar werk", PW, "werk", "maand", 31250, WERK, "Een jobcoach en een leerplek."),
    _maatwerk("PW-04", "Beschut werk", PW, "werk", "maand", 78900, WERK[1:2], "Werken met begeleiding."),
    _maatwerk("SH-01", "Schuldregeling", WGS, "geld", "maand", 14800, SCHULD[:1], "Een regeling met alle schuldeisers."),
    _maatwerk("SH-02", "Budgetbeheer", WGS, "geld", "maand", 6150, SCHULD, "De vaste lasten worden betaald."),
)  # fmt: skip
