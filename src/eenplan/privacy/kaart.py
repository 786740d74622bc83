"""The map of personal data: every kind of record once, how it is reached from a file or a resident, and whose it is.

A kind that is not on the map fails the suite; destruction finds its rows by the relations themselves, not by this map.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Van(StrEnum):
    """Whose a kind of record is."""

    PERSOON = "persoon"  # about the resident that `persoon` leads to
    HUISHOUDEN = "huishouden"  # about everybody in the file


@dataclass(frozen=True)
class Soort:
    """One kind of record. `dossier` and `persoon` are paths to the number of the file and of the resident."""

    model: str
    kop: str | Promise
    dossier: str = ""
    persoon: tuple[str, ...] = ()
    van: Van = Van.HUISHOUDEN

    @property
    def klasse(self) -> type[Model]:
        return apps.get_model(self.model)


def _persoon(model: str, kop: str | Promise, *persoon: str, dossier: str = "") -> Soort:
    return Soort(model, kop, dossier, persoon, Van.PERSOON)


# In the order in which a resident reads them.
SOORTEN: Final[tuple[Soort, ...]] = (
    _persoon("personen.Persoon", _("Wie u bent"), "pk"),
    _persoon("personen.Burgerservicenummer", _("Uw burgerservicenummer"), "persoon_id"),
    _persoon("personen.Huishoudlid", _("In welk huishouden u woont of woonde"), "persoon_id", dossier="huishouden_id"),
    _persoon("personen.Verblijf", _("Waar u woont als u in twee huizen woont"), "persoon_id", dossier="huishouden_id"),
    _persoon("personen.Relatie", _("Uw relaties"), "van_id", "naar_id"),
    _persoon("personen.Gezag", _("Gezag"), "kind_id", "houder_id"),
    _persoon("personen.Vertegenwoordiging", _("Wie u vertegenwoordigt"), "persoon_id", "vertegenwoordiger_id"),
    _persoon("personen.Wilsonbekwaamheid", _("Of u zelf kunt beslissen"), "persoon_id"),
    _persoon("personen.Eigenpersoon", _("Dat u ook medewerker bent"), "persoon_id"),
    Soort("personen.Huishouden", _("Uw huishouden"), "pk"),
    Soort("personen.Adres", _("Uw adres"), "huishoudens__pk"),
    Soort("personen.Adresafscherming", _("Dat uw adres is afgeschermd"), "huishouden_id"),
    _persoon("meldingen.Contact", _("Wanneer u contact met ons had"), "persoon_id", dossier="huishouden_id"),
    Soort(
        "meldingen.Vraagverheldering", _("Wat wij u toen vroegen"), "contact__huishouden_id", ("contact__persoon_id",)
    ),
    Soort("meldingen.Terugbelverzoek", _("Terugbellen"), "contact__huishouden_id", ("contact__persoon_id",)),
    _persoon("meldingen.Melding", _("Uw meldingen"), "persoon_id", dossier="dossier_id"),
    _persoon(
        "meldingen.Ontvangstbevestiging", _("Bevestigingen"), "melding__persoon_id", dossier="melding__dossier_id"
    ),
    _persoon("meldingen.Onderzoek", _("Onderzoek na uw melding"), "melding__persoon_id", dossier="dossier_id"),
    _persoon(
        "meldingen.Afsluiting", _("Hoe een melding eindigde"), "melding__persoon_id", dossier="melding__dossier_id"
    ),
    _persoon("meldingen.Triage", _("Wat wij van uw melding vonden"), "melding__persoon_id", dossier="dossier_id"),
    _persoon(
        "meldingen.Toelating",
        _("Of het team u kon helpen"),
        "triage__melding__persoon_id",
        dossier="triage__dossier_id",
    ),
    _persoon(
        "meldingen.Crisishandeling",
        _("Wat wij in een crisis deden"),
        "triage__melding__persoon_id",
        dossier="triage__dossier_id",
    ),
    _persoon(
        "meldingen.Crisisbericht",
        _("Wie van een crisis hoorde"),
        "triage__melding__persoon_id",
        dossier="triage__dossier_id",
    ),
    Soort("dossiers.Dossier", _("Uw dossier"), "pk"),
    Soort("dossiers.Statuswissel", _("Veranderingen in het dossier"), "dossier_id"),
    Soort("dossiers.Afsluiting", _("Hoe de hulp eindigde"), "dossier_id"),
    Soort("dossiers.Regie", _("Wie uw regisseur is of was"), "dossier_id"),
    Soort("dossiers.Ondersteuningstraject", _("Perioden van ondersteuning"), "dossier_id"),
    _persoon("dossiers.Casus", _("Waar wij u bij helpen"), "persoon_id", dossier="dossier_id"),
    Soort("dossiers.Gesprek", _("Gesprekken"), "dossier_id"),
    Soort("dossiers.Gespreksverslag", _("Verslagen van gesprekken"), "dossier_id"),
    Soort("dossiers.Verslagonderdeel", _("Wat in de verslagen staat"), "verslag__dossier_id"),
    _persoon("dossiers.Verslagreactie", _("Uw antwoord op een verslag"), "persoon_id", dossier="verslag__dossier_id"),
    Soort("dossiers.Notitie", _("Notities van medewerkers"), "dossier_id"),
    Soort("dossiers.Taak", _("Taken van medewerkers"), "dossier_id"),
    Soort("dossiers.Document", _("Brieven en stukken"), "dossier_id"),
    Soort("termijnen.Termijn", _("Termijnen"), "dossier_id"),
    Soort("termijnen.Opschorting", _("Termijnen die stilstonden"), "termijn__dossier_id"),
    Soort("termijnen.Verdaging", _("Termijnen die langer werden"), "termijn__dossier_id"),
    Soort("plannen.Ondersteuningsplan", _("Het plan"), "dossier_id"),
    Soort("plannen.Planauteur", _("Het plan: wie het schreef"), "plan__dossier_id"),
    Soort("plannen.Analyse", _("Het plan: hoe het gaat"), "plan__dossier_id"),
    Soort("plannen.Doel", _("Het plan: doelen"), "plan__dossier_id", ("persoon_id",)),
    Soort("plannen.Actie", _("Het plan: acties"), "doel__plan__dossier_id", ("doel__persoon_id",)),
    Soort("plannen.Inzet", _("Het plan: hulp"), "doel__plan__dossier_id", ("doel__persoon_id",)),
    Soort("plannen.OvergeslagenTrede", _("Het plan: lichtere hulp"), "doel__plan__dossier_id", ("doel__persoon_id",)),
    Soort("plannen.Aanbieding", _("Het plan: ter goedkeuring"), "plan__dossier_id"),
    Soort("plannen.Terugzending", _("Het plan: teruggestuurd"), "plan__dossier_id"),
    Soort("plannen.Vaststelling", _("Het plan: vastgesteld"), "plan__dossier_id"),
    _persoon(
        "plannen.Planontvangst", _("Dat u het plan kreeg"), "persoon_id", dossier="vaststelling__plan__dossier_id"
    ),
    Soort("plannen.EigenPlan", _("Uw eigen plan"), "dossier_id", ("persoon_id",)),
    Soort("plannen.EigenPlanaanbod", _("Hulp bij een eigen plan"), "dossier_id", ("persoon_id",)),
    Soort("plannen.Urenregel", _("Hulp van het team zelf"), "dossier_id", ("casus__persoon_id",)),
    Soort(
        "plannen.Urenoverschrijding",
        _("Waarom het team meer hielp dan gewoonlijk"),
        "casus__dossier_id",
        ("casus__persoon_id",),
    ),
    _persoon("besluiten.Aanvraag", _("Uw aanvragen"), "persoon_id", dossier="dossier_id"),
    _persoon("besluiten.Besluit", _("Besluiten"), "aanvraag__persoon_id", dossier="dossier_id"),
    _persoon("besluiten.Besluitverzoek", _("Dat u een besluit vroeg"), "aanvraag__persoon_id", dossier="dossier_id"),
    _persoon(
        "besluiten.Voorlegging",
        _("Aan wie een besluit is voorgelegd"),
        "besluit__aanvraag__persoon_id",
        dossier="besluit__dossier_id",
    ),
    _persoon(
        "besluiten.Overweging",
        _("Waarom wij zo besloten"),
        "besluit__aanvraag__persoon_id",
        dossier="besluit__dossier_id",
    ),
    _persoon(
        "besluiten.Besluitregel",
        _("Wat wij toekenden"),
        "besluit__aanvraag__persoon_id",
        dossier="besluit__dossier_id",
    ),
    _persoon("toewijzingen.Toewijzing", _("Wie u helpt"), "regel__besluit__aanvraag__persoon_id", dossier="dossier_id"),
    _persoon(
        "toewijzingen.Levering",
        _("Wanneer de hulp begon"),
        "toewijzing__regel__besluit__aanvraag__persoon_id",
        dossier="toewijzing__dossier_id",
    ),
    _persoon(
        "toewijzingen.Beeindiging",
        _("Wanneer de hulp stopte"),
        "levering__toewijzing__regel__besluit__aanvraag__persoon_id",
        dossier="levering__toewijzing__dossier_id",
    ),
    _persoon("metingen.Meting", _("Hoe het met u ging, per leefgebied"), "persoon_id", dossier="dossier_id"),
    _persoon(
        "metingen.Score", _("Wat er per leefgebied is besproken"), "meting__persoon_id", dossier="meting__dossier_id"
    ),
    Soort("evaluaties.Evaluatie", _("Wanneer wij samen terugkeken"), "dossier_id"),
    Soort("evaluaties.Doelevaluatie", _("Hoe ver een doel kwam"), "evaluatie__dossier_id", ("doel__persoon_id",)),
    _persoon("evaluaties.Ervaring", _("Dat wij vroegen hoe de hulp was"), "persoon_id", dossier="dossier_id"),
    _persoon(
        "evaluaties.Ervaringsantwoord",
        _("Wat u van de hulp vond"),
        "ervaring__persoon_id",
        dossier="ervaring__dossier_id",
    ),
    Soort("wachtlijsten.Wachtplek", _("Waar u op wacht of wachtte"), "dossier_id", ("persoon_id",)),
    Soort(
        "wachtlijsten.Wachtherziening",
        _("Wanneer wij opnieuw naar het wachten keken"),
        "wachtplek__dossier_id",
        ("wachtplek__persoon_id",),
    ),
    Soort("netwerk.Steunfiguur", _("Wie u steunt"), "dossier_id", ("rond_id",)),
    Soort("veiligheid.Veiligheidscheck", _("Dat wij naar veiligheid vroegen"), "dossier_id"),
    Soort("veiligheid.Checkantwoord", _("Wat u over veiligheid vertelde"), "check_rij__dossier_id"),
    Soort("veiligheid.OvergeslagenCheck", _("Waarom wij niet naar veiligheid vroegen"), "dossier_id"),
    Soort("veiligheid.Risicotaxatie", _("Hoe wij het risico zagen"), "dossier_id"),
    Soort("veiligheid.Veiligheidsplan", _("Het veiligheidsplan"), "dossier_id"),
    _persoon("delen.Toestemmingsvraag", _("Waarvoor wij toestemming vroegen"), "persoon_id", dossier="dossier_id"),
    _persoon("delen.Toestemming", _("Toestemming"), "vraag__persoon_id", dossier="vraag__dossier_id"),
    _persoon("delen.Deling", _("Wat wij met anderen deelden"), "persoon_id", dossier="dossier_id"),
    _persoon("delen.Delingonderdeel", _("Wat er bij hoorde"), "deling__persoon_id", dossier="deling__dossier_id"),
    _persoon("delen.Verstrekking", _("Wanneer wij het gaven"), "deling__persoon_id", dossier="deling__dossier_id"),
    _persoon("delen.Informatieverzoek", _("Vragen om informatie over u"), "persoon_id", dossier="dossier_id"),
    _persoon(
        "delen.Informatievraag",
        _("Wat er gevraagd en geantwoord werd"),
        "verzoek__persoon_id",
        dossier="verzoek__dossier_id",
    ),
    Soort("maatwerk.Maatwerkroute", _("Maatwerk: wat wij buiten de regels deden"), "dossier_id"),
    Soort("maatwerk.Maatwerkbesluit", _("Maatwerk: wat een ander besloot"), "route__dossier_id"),
    Soort("maatwerk.Maatwerktoets", _("Maatwerk: hoe wij er later naar keken"), "route__dossier_id"),
    Soort("maatwerk.Precedent", _("Maatwerk: het geval zonder namen"), "route__dossier_id"),
    _persoon("ketenpartners.Partnertaak", _("Wat wij een partner vroegen"), "deling__persoon_id", dossier="dossier_id"),
    _persoon(
        "ketenpartners.Partnerantwoord",
        _("Wat de partner antwoordde"),
        "taak__deling__persoon_id",
        dossier="taak__dossier_id",
    ),
    _persoon(
        "ketenpartners.Partnerherinnering",
        _("Wanneer wij de partner herinnerden"),
        "taak__deling__persoon_id",
        dossier="taak__dossier_id",
    ),
    Soort("ketenpartners.Doelopening", _("Wie een doel mag of mocht zien"), "dossier_id", ("doel__persoon_id",)),
    Soort(
        "ketenpartners.Voortgang",
        _("Wat een hulpverlener van buiten schreef"),
        "opening__dossier_id",
        ("opening__doel__persoon_id",),
    ),
    Soort(
        "ketenpartners.Afvinking",
        _("Wat een hulpverlener van buiten afvinkte"),
        "opening__dossier_id",
        ("opening__doel__persoon_id",),
    ),
    _persoon("toegang.Vrijwilligerstaak", _("Wat een vrijwilliger voor u doet"), "persoon_id", dossier="dossier_id"),
    Soort("overleggen.Overleg", _("Overleggen over uw huishouden"), "dossier_id"),
    Soort("overleggen.Agendapunt", _("Overleggen: waarover"), "overleg__dossier_id"),
    Soort("overleggen.Optie", _("Overleggen: wat is afgewogen"), "punt__overleg__dossier_id"),
    Soort("overleggen.Genodigde", _("Overleggen: wie was uitgenodigd"), "overleg__dossier_id", ("persoon_id",)),
    Soort(
        "overleggen.Gedeeld",
        _("Overleggen: wat een gast te lezen kreeg"),
        "genodigde__overleg__dossier_id",
        ("persoon_id",),
    ),
    Soort("overleggen.Overlegafspraak", _("Overleggen: afspraken"), "overleg__dossier_id", ("persoon_id",)),
    Soort("overleggen.Casusbespreking", _("Vragen aan collega’s zonder uw naam"), "dossier_id"),
    Soort("overleggen.Casusadvies", _("Advies van collega’s zonder uw naam"), "bespreking__dossier_id"),
    _persoon("adviezen.Advies", _("Adviezen aan een andere organisatie"), "persoon_id", dossier="dossier_id"),
    _persoon(
        "adviezen.Escalatie",
        _("Adviezen die wij hoger voorlegden"),
        "advies__persoon_id",
        dossier="advies__dossier_id",
    ),
    Soort("adviezen.Consult", _("Vragen aan een deskundige zonder uw naam"), "dossier_id"),
    Soort("toegang.Noodtoegang", _("Noodtoegang tot uw dossier"), "dossier_id"),
    Soort("toegang.Noodbezoek", _("Wat er bij noodtoegang is bekeken"), "noodtoegang__dossier_id"),
    Soort("toegang.Meewerkverzoek", _("Wie vroeg om mee te werken"), "dossier_id"),
    Soort("dossiers.Labelgrond", _("Wie iets onder een andere wet mocht zien"), "dossier_id"),
    _persoon("privacy.Verzoek", _("Uw verzoeken over uw gegevens"), "persoon_id", dossier="dossier_id"),
    _persoon("privacy.Verklaring", _("Uw eigen verklaringen"), "persoon_id", dossier="dossier_id"),
    _persoon("privacy.Beperking", _("Beperkingen van het gebruik"), "persoon_id", dossier="dossier_id"),
    Soort("teams.Dossiertoegang", _("Wie bijzondere toegang tot uw dossier had"), "dossier_id"),
    Soort("privacy.Bewaarplicht", _("Waarom wij langer moeten bewaren"), "dossier_id"),
    Soort("regie.Regieoverdracht", _("Hoe de regie overging"), "dossier_id"),
    Soort("regie.Regelvink", _("Welke regels voor coördinatie zijn nagelopen"), "dossier_id"),
    Soort("regie.Nazorgcontact", _("Nazorg"), "dossier_id"),
    Soort("regie.Schaalbesluit", _("Wanneer de hulp zwaarder of lichter werd"), "dossier_id"),
    Soort("regie.Interventie", _("Wanneer wij ingrepen in hulp"), "dossier_id"),
    Soort("regie.Waakvlam", _("Dat wij contact houden"), "dossier_id"),
    Soort("regie.Waakvlamcontact", _("Wanneer wij contact hadden"), "waakvlam__dossier_id"),
    Soort("regie.Doorzetting", _("Wat met gezag is besloten"), "dossier_id"),
    Soort("regie.Eindevaluatie", _("Hoe de hulp ging voordat zij afliep"), "dossier_id"),
)

# Kinds of records of a file that an extract does not hold, and why. Destruction takes them along.
NIET_IN_UITTREKSEL: Final[dict[str, str | Promise]] = {
    "privacy.Uittreksel": _("het uittreksel zelf"),
    "privacy.Passage": _("de beoordeling van wat over een ander gaat"),
    "privacy.Vernietigingsvoorstel": _("alleen nummers en regels, geen inhoud"),
    "audit.Gebeurtenis": _("staat in het uittreksel als logboek"),
    "audit.Gebeurtenisdetail": _("staat in het uittreksel als logboek"),
    "dossiers.Notitieverberging": _("waarom een notitie voor het huishouden verborgen is of was"),
    "dossiers.Documentverberging": _("waarom een stuk voor het huishouden verborgen is of was"),
    "netwerk.Steunmarkering": _("beschermt iemand: staat nooit in een uittreksel"),
    "netwerk.Overbelasting": _("gaat over een ander: wie steunt en dat niet volhoudt"),
    **dict.fromkeys(
        (
            "veiligheid.Meldcode",
            "veiligheid.Meldcodestap",
            "veiligheid.Meldcodetoegang",
            "veiligheid.Weging",
            "veiligheid.Meldbeslissing",
        ),
        _("achtergehouden om een ander te beschermen (AVG 23 lid 1 onder i, UAVG 41); de functionaris beslist"),
    ),
    "ketenpartners.Veiligheidssluiting": _("beschermt iemand: waarom een doel om veiligheid is gesloten"),
    "personen.Relatiemarkering": _("beschermt iemand: staat nooit in een uittreksel"),
    "personen.Dubbelkandidaat": _("een vermoeden over twee inwoners, nog niet beoordeeld"),
    "personen.Omzetting": _("journaal van verhuizen en samenvoegen; wat geldt, staat bij de inwoner zelf"),
    "personen.Omzettingregel": _("journaal van verhuizen en samenvoegen; wat geldt, staat bij de inwoner zelf"),
    "personen.Zoekwoord": _("losse woorden om namen te vinden, van niemand in het bijzonder"),
}

# Columns of kinds on the map that an extract does not hold, and why.
KOLOMMEN_ZONDER_INHOUD: Final[dict[str, str | Promise]] = {
    "dossiers.Document.inhoud": _("zit als bijlage in het bestand"),
    "dossiers.Document.sha256": _("controlegetal van het bestand"),
    "meldingen.Contact.sleutel": _("nummer van het invulscherm"),
    "termijnen.Termijn.onderwerp_soort": _("verwijzing binnen het programma"),
    "termijnen.Termijn.onderwerp_id": _("verwijzing binnen het programma"),
}

# Kinds of records that hold nothing about a resident: they stay when a file is destroyed.
ZONDER_INWONER: Final[dict[str, str | Promise]] = {
    "teams.Gebied": _("gebiedsindeling"),
    "teams.Team": _("organisatie"),
    "teams.Werkgebied": _("organisatie"),
    "teams.Postcodegebied": _("gebiedsindeling"),
    "teams.Medewerker": _("medewerkers"),
    "teams.Rolvervulling": _("medewerkers"),
    "teams.Geheimhoudingsverklaring": _("medewerkers"),
    "teams.Formatie": _("organisatie"),
    "aanbod.Voorziening": _("aanbod"),
    "aanbod.Aanbieder": _("aanbod"),
    "aanbod.Contract": _("aanbod"),
    "aanbod.Tarief": _("aanbod"),
    "aanbod.Capaciteit": _("aanbod"),
    "aanmelden.Aanmeldkoppeling": _("medewerkers"),
    "aanmelden.Aanmeldpoging": _("medewerkers"),
    "aanmelden.Codeapp": _("medewerkers"),
    "aanmelden.Herstelcode": _("medewerkers"),
    "aanmelden.Passkey": _("medewerkers"),
    "aanmelden.Sessie": _("medewerkers"),
    "audit.Zegel": _("controlegetallen van het logboek"),
    "audit.Opvallend": _("medewerkers"),
    "audit.Oordeel": _("medewerkers"),
    "besluiten.Mandaat": _("medewerkers"),
    "besluiten.Mandaatbevestiging": _("medewerkers"),
    "besluiten.Mandaateinde": _("medewerkers"),
    "besluiten.Waarneming": _("medewerkers"),
    "delen.Samenwerking": _("organisaties"),
    "ketenpartners.Partnermedewerker": _("medewerkers"),
    "registers.Datalek": _("register zonder inwoners"),
    "registers.Effectbeoordeling": _("register zonder inwoners"),
    "registers.Instructie": _("medewerkers"),
    "werkwijzen.Werkwijzevoorstel": _("instellingen van de gemeente, zonder inwoners"),
    "privacy.Vernietigingsverklaring": _("het bewijs van vernietiging, zonder persoonsgegevens"),
    "regie.Achterwacht": _("medewerkers"),
}

# Records that know a file or a resident by number only: kind → column. Destruction cannot find them by a relation.
BIJ_NUMMER: Final[dict[str, str]] = {
    "teams.Dossiertoegang": "dossier_id",
    "privacy.Bewaarplicht": "dossier_id",
    "privacy.Vernietigingsvoorstel": "nummer",
}


def op_de_kaart() -> set[str]:
    """Give every kind of record that is declared somewhere on the map."""
    return {soort.model for soort in SOORTEN} | NIET_IN_UITTREKSEL.keys() | ZONDER_INWONER.keys()
