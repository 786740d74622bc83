"""The processing activities of the program (AVG 30): why it keeps what it keeps, on what ground, how long, for whom.

A closed list in Dutch, the language of the register. Every event of the trail belongs to one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from eenplan.audit.sleutels import BETEKENIS, Sleutel

_TAAK = "6 lid 1 onder e (taak van algemeen belang) en c (wettelijke plicht)"
_PLICHT = "6 lid 1 onder c (wettelijke plicht)"
_ZORG = "9 lid 2 onder h (zorg en sociale diensten), UAVG 30"
_GEEN = "geen bijzondere gegevens"
_INWONERS = "inwoners die hulp vragen, hun gezinsleden, vertegenwoordigers en netwerk"
_MEDEWERKERS = "medewerkers van de gemeente en van partners"
_LANG = (
    "15 jaar na ontvangst (Wmo 5.3.4); 20 jaar na de laatste wijziging als jeugdhulp is gegeven (Jeugdwet 7.3.8 lid 3)"
)
_LOGBOEK = "5 jaar: de keuze van de gemeente, geen wet noemt een termijn"


@dataclass(frozen=True)
class Verwerking:
    """One processing activity as the register tells it (AVG 30 lid 1). `kamers` are the rooms that keep its data."""

    code: str
    naam: str
    doel: str
    grond_avg6: str
    grond_avg9: str
    artikel: str
    betrokkenen: str
    gegevens: str
    ontvangers: str
    bewaartermijn: str
    duur: str  # the same term as an ISO 8601 duration, for the export; empty when it differs per record
    kamers: tuple[str, ...] = ()


VERWERKINGEN: Final = (
    Verwerking(
        "persoonsbeeld",
        "Inwoners en huishoudens",
        "Weten wie er hulp vraagt, met wie hij woont, wie hem vertegenwoordigt en welk team erover gaat.",
        _TAAK,
        _GEEN,
        "Wmo 5.1.1 lid 1, 5.2.9; Jeugdwet 7.2.1, 7.4.0",
        _INWONERS,
        "naam, geboortedatum, adres, telefoon, e-mail, burgerservicenummer, familiebanden, gezag en vertegenwoordiging",
        "geen buiten de gemeente",
        _LANG,
        "P20Y",
        ("personen",),
    ),
    Verwerking(
        "toegang-tot-hulp",
        "Vraag, melding en onderzoek",
        "Een vraag om hulp aannemen, de ontvangst bevestigen en onderzoeken wat nodig is.",
        _TAAK,
        _ZORG,
        "Wmo 2.3.2, 5.1.1; Jeugdwet 2.3, 2.6, 7.4.0; Wgs 3, 4, 8; Participatiewet 53a",
        _INWONERS,
        "de vraag in eigen woorden, wat is onderzocht, gezondheid voor zover nodig, werk en inkomen voor zover nodig",
        "geen buiten de gemeente",
        _LANG,
        "P20Y",
        ("meldingen",),
    ),
    Verwerking(
        "dossier",
        "Dossier en regie",
        "Eén dossier per huishouden bijhouden, met één regisseur, gesprekken, verslagen, notities en documenten.",
        _TAAK,
        _ZORG,
        "Wmo 2.3.2, 5.1.1 lid 1 tot en met 3; Jeugdwet 2.3, 7.3.8, 7.4.0",
        _INWONERS,
        "gespreksverslagen, notities, documenten, taken, wie de regie heeft, termijnen van de wet",
        "geen buiten de gemeente",
        _LANG,
        "P20Y",
        ("dossiers", "termijnen", "metingen", "regie", "overleggen"),
    ),
    Verwerking(
        "ondersteuningsplan",
        "Het plan van het huishouden",
        "Met het huishouden afspreken wat we gaan doen, wie wat doet en wanneer we weer kijken.",
        _TAAK,
        _ZORG,
        "Wmo 2.3.2 lid 4; Jeugdwet 2.1, 2.3, 4.1.2",
        _INWONERS,
        "leefgebieden, doelen, afspraken, inzet van hulp en kosten",
        "wie in het plan een taak heeft, voor zover nodig en met de grond die daarbij hoort",
        _LANG,
        "P20Y",
        ("plannen", "evaluaties"),
    ),
    Verwerking(
        "besluit",
        "Aanvraag en besluit",
        "Op een aanvraag beslissen en het besluit met zijn redenen bekendmaken.",
        _TAAK,
        _ZORG,
        "Awb 1:3, 3:46, 4:13; Wmo 2.3.5, 2.6.1; Jeugdwet 2.3; Wgs 4a",
        "aanvragers en wie hen vertegenwoordigt",
        "aanvraag, afweging, besluit, bedragen, mandaat",
        "de aanvrager; bij bezwaar of beroep de commissie of de rechter",
        _LANG,
        "P20Y",
        ("besluiten", "maatwerk"),
    ),
    Verwerking(
        "levering",
        "Toewijzing en levering van hulp",
        "Een aanbieder vragen om de hulp te leveren, en weten of en wanneer dat gebeurt.",
        _TAAK,
        _ZORG,
        "Wmo 2.6.4, 5.1.1, 5.2.1; Jeugdwet 2.11, 7.4.0",
        "inwoners met een besluit",
        "voorziening, omvang, begin en einde, kosten",
        "de aanbieder die de hulp levert (Wmo 5.2.1)",
        _LANG,
        "P20Y",
        ("toewijzingen", "wachtlijsten"),
    ),
    Verwerking(
        "delen",
        "Gegevens delen met anderen",
        "Alleen delen wat nodig is, met wie het nodig heeft, op een grond die is vastgelegd en die kan eindigen.",
        "6 lid 1 onder a (toestemming) waar de wet die vraagt, anders e (taak van algemeen belang)",
        "9 lid 2 onder a (toestemming) of h (zorg en sociale diensten)",
        "Wmo 5.1.1 lid 4 en 5, 5.2.1; Jeugdwet 7.3.11; Wgs 8",
        _INWONERS,
        "wat is gedeeld, met wie, waarvoor, op welke grond, tot wanneer; ook wat is geweigerd of ingetrokken",
        "partners met wie de gemeente een afspraak heeft, per keer genoemd",
        _LANG,
        "P20Y",
        ("delen", "ketenpartners", "adviezen"),
    ),
    Verwerking(
        "rechten-betrokkene",
        "Rechten van de inwoner",
        "Verzoeken om inzage, verbetering, beperking, bezwaar en vernietiging op tijd beantwoorden.",
        _PLICHT,
        _ZORG,
        "AVG 12, 15 tot en met 22; Wmo 5.3.2, 5.3.5; Jeugdwet 7.3.8 tot en met 7.3.10",
        "inwoners en wie hen vertegenwoordigt",
        "het verzoek, wie het deed, wat is verstrekt of achtergehouden, het antwoord",
        "de verzoeker",
        "tot 5 jaar na het antwoord; een verklaring van vernietiging blijft, zonder persoonsgegevens",
        "P5Y",
        ("privacy",),
    ),
    Verwerking(
        "aanbod",
        "Het aanbod van hulp",
        "Weten welke hulp er is, wie die levert, wat die kost en of er plaats is.",
        "6 lid 1 onder e (taak van algemeen belang)",
        _GEEN,
        "Wmo 2.1.4, 2.6.4; Jeugdwet 2.6, 2.11",
        "contactpersonen van aanbieders",
        "naam en zakelijke bereikbaarheid van aanbieders; geen inwoners",
        "geen buiten de gemeente",
        "zolang het contract loopt en 7 jaar daarna",
        "P7Y",
        ("aanbod",),
    ),
    Verwerking(
        "toegangsbeheer",
        "Medewerkers, rechten en toegang",
        "Regelen wie wat mag zien en doen, en elke uitzondering met haar reden bewaren.",
        _PLICHT,
        _GEEN,
        "AVG 5 lid 1 onder f, 24, 32; Wmo 5.1.1 lid 4; BIO2",
        _MEDEWERKERS,
        "naam, functie, werkgever, rollen, aanmelden en afmelden, noodtoegang met reden, geheimhouding",
        "geen buiten de gemeente",
        _LOGBOEK,
        "P5Y",
        ("teams", "toegang", "aanmelden", "werkwijzen"),
    ),
    Verwerking(
        "verantwoording",
        "Logboek en toezicht",
        "Kunnen laten zien wie wat wanneer en waarom bekeek of wijzigde, en zien wat opvalt.",
        _PLICHT,
        _GEEN,
        "AVG 5 lid 2, 24, 32; Wmo 5.3.1; BIO2",
        _MEDEWERKERS + "; het nummer van het dossier van inwoners",
        "wie, wanneer, welk dossier, welke handeling, met welk doel; nooit de inhoud",
        "de inwoner van wie het dossier is",
        _LOGBOEK,
        "P5Y",
        ("audit",),
    ),
    Verwerking(
        "privacyregisters",
        "Registers van de functionaris gegevensbescherming",
        "Effectbeoordelingen, datalekken en afspraken bijhouden en op tijd afhandelen.",
        _PLICHT,
        _GEEN,
        "AVG 30, 33 tot en met 36, 39",
        _MEDEWERKERS,
        "wie eigenaar is, wanneer het klaar moet zijn, wat er is gebeurd en besloten; geen inwoners bij naam",
        "de Autoriteit Persoonsgegevens, bij een melding",
        "5 jaar na afhandeling: de keuze van de gemeente",
        "P5Y",
        ("registers",),
    ),
    Verwerking(
        "netwerk",
        "Het netwerk rond een huishouden",
        "Weten wie het huishouden steunt, hoe goed dat gaat en wie het niet meer volhoudt.",
        _TAAK,
        _ZORG,
        "Wmo 2.3.2 lid 4 onder c en d",
        _INWONERS,
        "wie steunt, welke band, wat die steun is, hoe vaak, hoe goed en wat iemand nog kan dragen",
        "geen buiten de gemeente",
        _LANG,
        "P20Y",
        ("netwerk",),
    ),
    Verwerking(
        "veiligheid",
        "Veiligheid en meldcode",
        "Nagaan of iedereen veilig is, afspraken maken voor als het misgaat, en bij een vermoeden de meldcode volgen.",
        _TAAK,
        _ZORG,
        "Wmo 3.3, 5.2.6; Jeugdwet 4.1.7, 7.3.11; Besluit verplichte meldcode; AVG 23, UAVG 41",
        _INWONERS,
        "veiligheidscheck, risicotaxatie, veiligheidsplan; van een meldcode de vijf stappen en de weging",
        "Veilig Thuis, als wordt gemeld; bij anoniem advies gaan geen namen mee",
        _LANG,
        "P20Y",
        ("veiligheid",),
    ),
    Verwerking(
        "sturing",
        "Cijfers voor sturing",
        "Zien hoe lang vragen duren, hoe vol teams zijn en wat hulp kost, zonder inwoners te kennen.",
        "6 lid 1 onder e (taak van algemeen belang)",
        _GEEN,
        "Wmo 2.5.1, 5.1.1 lid 3; Jeugdwet 7.4.1",
        _INWONERS,
        "aantallen en bedragen; geen namen",
        "college en raad, alleen in aantallen",
        "zolang de gegevens er zijn waaruit wordt geteld",
        "",
        ("web",),
    ),
)

_OP_CODE: Final = {verwerking.code: verwerking for verwerking in VERWERKINGEN}

# The activity of a key, by the first word of the key.
_VAN_WOORD: Final = {
    "sessie": "toegangsbeheer",
    "account": "toegangsbeheer",
    "medewerker": "toegangsbeheer",
    "noodtoegang": "toegangsbeheer",
    "toegang": "toegangsbeheer",
    "waarneming": "toegangsbeheer",
    "mandaat": "toegangsbeheer",
    "werkwijze": "toegangsbeheer",
    "bsn": "toegangsbeheer",
    "betrokkenheid": "persoonsbeeld",
    "personen": "persoonsbeeld",
    "persoon": "persoonsbeeld",
    "huishouden": "persoonsbeeld",
    "gezin": "persoonsbeeld",
    "omzetting": "persoonsbeeld",
    "dubbelen": "persoonsbeeld",
    "contact": "toegang-tot-hulp",
    "melding": "toegang-tot-hulp",
    "triage": "toegang-tot-hulp",
    "onderzoek": "toegang-tot-hulp",
    "stand": "toegang-tot-hulp",
    "dossier": "dossier",
    "regie": "dossier",
    "casus": "dossier",
    "afsluiting": "dossier",
    "notitie": "dossier",
    "taak": "dossier",
    "document": "dossier",
    "gesprek": "dossier",
    "verslag": "dossier",
    "termijn": "dossier",
    "meting": "dossier",
    "formulier": "dossier",
    "overleg": "dossier",
    "casusbespreking": "dossier",
    "consult": "dossier",
    "advies": "delen",
    "plan": "ondersteuningsplan",
    "evaluatie": "ondersteuningsplan",
    "ervaring": "ondersteuningsplan",
    "uren": "ondersteuningsplan",
    "aanvraag": "besluit",
    "besluit": "besluit",
    "toewijzing": "levering",
    "hulp": "levering",
    "wachtplek": "levering",
    "wachtlijst": "levering",
    "delen": "delen",
    "labelgrond": "delen",
    "samenwerking": "delen",
    "maatwerk": "besluit",
    "partner": "toegangsbeheer",
    "partnertaak": "delen",
    "doelopening": "delen",
    "deling": "delen",
    "toestemming": "delen",
    "informatieverzoek": "delen",
    "verzoek": "rechten-betrokkene",
    "uittreksel": "rechten-betrokkene",
    "beperking": "rechten-betrokkene",
    "bewaarplicht": "rechten-betrokkene",
    "bewaarlijst": "rechten-betrokkene",
    "vernietiging": "rechten-betrokkene",
    "wiekeek": "rechten-betrokkene",
    "registers": "privacyregisters",
    "spoor": "verantwoording",
    "cijfers": "sturing",
    "aanbod": "aanbod",
    "netwerk": "netwerk",
    "veiligheid": "veiligheid",
    "vertrouwelijk": "veiligheid",
}


def verwerking_van(sleutel: Sleutel) -> Verwerking:
    """Give the processing activity to which an event of this key belongs."""
    return _OP_CODE[code_van(sleutel) or "dossier"]


def code_van(sleutel: Sleutel) -> str:
    """Give the code of the activity of a key; empty when nobody said to which it belongs, which a test refuses."""
    return BETEKENIS[sleutel].verwerking or _VAN_WOORD.get(sleutel.value.partition(":")[0], "")


def verwerking(code: str) -> Verwerking | None:
    """Give an activity by its code; none for a code that a later version dropped."""
    return _OP_CODE.get(code)


def verwerking_van_kamer(kamer: str) -> Verwerking | None:
    """Give the activity for which a room keeps its tables."""
    return next((rij for rij in VERWERKINGEN if kamer in rij.kamers), None)
