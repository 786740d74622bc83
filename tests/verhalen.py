"""Short stories for tests, told through the real actions: a call, a melding, a talk, a plan, a decision."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from eenplan.aanbod.models import Aanbieder, Capaciteit, Contract, Tarief, Voorziening, Voorzieningsoort
from eenplan.besluiten.actions import bereid_besluit_voor, bewaar_besluit, neem_besluit, ontvang_aanvraag
from eenplan.besluiten.models import Aanvraag, Besluit
from eenplan.besluiten.tekst import Besluittekst
from eenplan.delen.actions import NieuweSamenwerking, leg_samenwerking_vast
from eenplan.delen.models import Samenwerking
from eenplan.dossiers.actions import (
    Afspraak,
    begin_verslag,
    bewaar_verslag,
    open_dossier,
    plan_gesprek,
    verstuur_verslag,
    wijs_regisseur_aan,
)
from eenplan.dossiers.models import Dossier, Gespreksverslag, Hoeverteld
from eenplan.dossiers.sluiten import Afronding
from eenplan.evaluaties.actions import Doeluitkomst, Terugblik, evalueer
from eenplan.evaluaties.models import Bereikt, Evaluatie, Vervolg
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.ketenpartners.models import Partnermedewerker
from eenplan.meldingen.actions import (
    Gespreksvraag,
    bevestig_ontvangst,
    maak_melding,
    neem_contact_aan,
    rond_onderzoek_af,
    start_onderzoek,
    voeg_gesprek_toe,
)
from eenplan.meldingen.models import Contact, Melding, Onderzoek
from eenplan.metingen.actions import Uitkomst, meet
from eenplan.metingen.models import Meting, Moment
from eenplan.netwerk.actions import Steun
from eenplan.personen.models import Persoon
from eenplan.plannen.actions import (
    Doeltekst,
    Keuze,
    Leefgebiedtekst,
    begin_plan,
    bewaar_analyse,
    bewaar_doel,
    bewaar_perspectief,
    bied_plan_aan,
    kies_inzet,
    sla_trede_over,
    stel_plan_vast,
)
from eenplan.plannen.models import Eigenaarsoort, Ondersteuningsplan
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.actions import meld_start, wijs_toe
from eenplan.toewijzingen.models import Toewijzing
from eenplan.veiligheid.actions import Afspraken, Antwoord, doe_check
from eenplan.veiligheid.models import Veiligheidscheck
from eenplan.wachtlijsten.actions import Zorg, zet_op_wachtlijst
from eenplan.wachtlijsten.models import Wachtplek
from personas import MAANDAG, Gezin

BRIEF = b"%PDF-1.7 test"


def contact(gezin: Gezin, *, by: Medewerker, at: datetime, vraag: str = "Ik red het huishouden niet meer.") -> Contact:
    """Sanne calls with a request for help."""
    gehoord = Gespreksvraag(naam="Sanne de Wit", vraag=vraag, persoon=gezin.sanne, huishouden=gezin.huishouden)
    return neem_contact_aan(gehoord, by=by, at=at)


def melding(gezin: Gezin, *, by: Medewerker, at: datetime, wet: Wet = Wet.WMO) -> Melding:
    """The call became a melding."""
    return maak_melding(contact(gezin, by=by, at=at), wet=wet, by=by, at=at)


def onderzoek(gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, at: datetime) -> Onderzoek:
    """The melding was confirmed the same day, a coordinator appointed and the onderzoek opened."""
    gemeld = melding(gezin, by=frontoffice, at=at)
    bevestig_ontvangst(gemeld, BRIEF, by=frontoffice, at=at)
    wijs_regisseur_aan(gemeld.dossier, regisseur=regisseur, by=regisseur, at=at)
    return start_onderzoek(gemeld, by=regisseur, at=at)


def verslag(lopend: Onderzoek, *, gezin: Gezin, by: Medewerker, at: datetime) -> Gespreksverslag:
    """A home visit was held a day later and its report is being written."""
    op = at + timedelta(days=1)
    afspraak = Afspraak("huisbezoek", op, "Lindelaan 4", (gezin.sanne,))
    gesprek = plan_gesprek(lopend.dossier, afspraak, by=by, at=at)
    voeg_gesprek_toe(lopend, gesprek, by=by, at=at)
    concept = begin_verslag(gesprek, by=by, at=op)
    bewaar_verslag(concept, {"a": "Sanne is moe en komt niet aan het huishouden toe."}, bewerking=0, by=by, at=op)
    return concept


def veiligheidscheck(dossier: Dossier, *, by: Medewerker, at: datetime) -> Veiligheidscheck:
    """Safety was asked after: all is well, and the boys were seen."""
    antwoorden = {vraag.code: Antwoord("ja") for vraag in inrichting().veiligheidsvragen}
    return doe_check(dossier, antwoorden, kinderen="gezien", by=by, at=at)


def afgerond_onderzoek(gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, at: datetime) -> Onderzoek:
    """The written account went out and the onderzoek was finished, two days after the call."""
    lopend = onderzoek(gezin, frontoffice=frontoffice, regisseur=regisseur, at=at)
    concept = verslag(lopend, gezin=gezin, by=regisseur, at=at)
    later = at + timedelta(days=2)
    verstuur_verslag(concept, BRIEF, by=regisseur, at=later)
    veiligheidscheck(lopend.dossier, by=regisseur, at=later)
    rond_onderzoek_af(lopend, by=regisseur, at=later)
    return lopend


def huishoudelijke_hulp(at: datetime) -> Contract:
    """One provider gives household help: € 30,50 an hour, four places free, nine days waiting."""
    voorziening, _nieuw = Voorziening.objects.get_or_create(
        code="HH1",
        defaults={
            "naam": "Hulp bij het huishouden",
            "soort": Voorzieningsoort.MAATWERK,
            "wet": Wet.WMO,
            "trede": "maatwerk",
            "leefgebied": "huishouden",
            "eenheid": "uur",
        },
    )
    aanbieder, _nieuw = Aanbieder.objects.get_or_create(
        naam="Thuishulp Zonnedaal", defaults={"telefoon": "0123 45 80 00"}
    )
    contract, is_nieuw = Contract.objects.get_or_create(
        voorziening=voorziening, aanbieder=aanbieder, defaults={"vanaf": date(2025, 1, 1)}
    )
    if is_nieuw:
        Tarief.objects.create(contract=contract, bedrag_cent=3050, vanaf=date(2025, 1, 1))
        Capaciteit.objects.create(contract=contract, peildatum=at.date(), plaatsen_vrij=4, wachttijd_dagen=9)
    return contract


def concept_plan(gezin: Gezin, *, regisseur: Medewerker, at: datetime) -> Ondersteuningsplan:
    """A draft that passes the norm check: one goal, three hours of household help a week, with reasons."""
    dossier = open_dossier(gezin.huishouden, by=regisseur, at=at)
    plan = begin_plan(dossier, by=regisseur, at=at)
    wie: dict[str, Any] = {"by": regisseur, "at": at}
    bewaar_perspectief(plan, "Weer rust in huis, en tijd voor de jongens.", bewerking=plan.bewerking, **wie)
    teksten = {"huishouden": Leefgebiedtekst("Sanne is moe en komt niet aan het huishouden toe.", "Ze kookt zelf.")}
    bewaar_analyse(plan, teksten, bewerking=plan.bewerking, **wie)
    woorden = Doeltekst(
        eigen_woorden="Ik wil dat het huis weer schoon is zonder dat ik omval.",
        resultaat="Het huis is elke week schoon en Sanne is ’s avonds niet uitgeput.",
        eigenaar_soort=Eigenaarsoort.INWONER,
        eigenaar="Sanne de Wit",
        leefgebied="huishouden",
        persoon=gezin.sanne,
        streefdatum=at.date() + timedelta(days=180),
        evaluatie_op=at.date() + timedelta(days=90),
    )
    doel = bewaar_doel(plan, woorden, bewerking=plan.bewerking, **wie)
    for trede in inrichting().treden_voor("maatwerk"):
        sla_trede_over(
            doel, trede=trede.code, reden="Dit is geprobeerd en niet genoeg.", bewerking=plan.bewerking, **wie
        )
    contract = huishoudelijke_hulp(at)
    hulp = Keuze(
        trede="maatwerk",
        omschrijving="Hulp bij het huishouden door Thuishulp Zonnedaal",
        voorziening=contract.voorziening,
        contract=contract,
        aantal=Decimal(3),
        frequentie="week",
        vanaf=at.date() + timedelta(days=14),
        tot_en_met=at.date() + timedelta(days=378),
    )
    kies_inzet(doel, hulp, bewerking=plan.bewerking, **wie)
    return plan


def vastgesteld_plan(gezin: Gezin, *, regisseur: Medewerker, manager: Medewerker, at: datetime) -> Ondersteuningsplan:
    """The draft was handed in and adopted by the manager the same day; it holds one paid maatwerk line."""
    plan = concept_plan(gezin, regisseur=regisseur, at=at)
    bied_plan_aan(plan, by=regisseur, at=at)
    stel_plan_vast(plan, by=manager, at=at)
    return plan


GEWONE_TEKST = {
    "eigen_kracht": "U kookt zelf. Schoonmaken lukt u nu niet.",
    "gebruikelijke_hulp": "Uw zoons zijn nog te jong om te helpen.",
    "mantelzorg": "Er is geen mantelzorger.",
    "netwerk": "Uw zus woont te ver weg om elke week te komen.",
    "algemene_voorziening": "De was- en strijkservice is niet genoeg.",
    "passende_bijdrage": "Met deze hulp blijft uw huis schoon en houdt u tijd voor uw zoons.",
}


def aanvraag(
    gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, manager: Medewerker, at: datetime
) -> Aanvraag:
    """After onderzoek and adopted plan Sanne applied for the help in it, a week after the call."""
    lopend = afgerond_onderzoek(gezin, frontoffice=frontoffice, regisseur=regisseur, at=at)
    later = at + timedelta(days=7)
    vastgesteld_plan(gezin, regisseur=regisseur, manager=manager, at=later)
    return ontvang_aanvraag(
        lopend.dossier,
        persoon=gezin.sanne,
        wet=Wet.WMO,
        ontvangen_op=later.date(),
        melding=lopend.melding,
        by=regisseur,
        at=later,
    )


def voorbereid_besluit(gedaan: Aanvraag, *, by: Medewerker, at: datetime) -> Besluit:
    """The back office prepared the decision and wrote summary and grounds; nothing is missing."""
    besluit = bereid_besluit_voor(gedaan, by=by, at=at)
    tekst = Besluittekst("U krijgt drie uur per week hulp bij het huishouden.", besluit.uitkomst, GEWONE_TEKST)
    bewaar_besluit(besluit, tekst, bewerking=besluit.bewerking, by=by, at=at)
    return besluit


def genomen_besluit(gedaan: Aanvraag, *, by: Medewerker, at: datetime) -> Besluit:
    """The decision was taken and sent."""
    return neem_besluit(voorbereid_besluit(gedaan, by=by, at=at), by=by, at=at)


def werkt_voor(helper: Medewerker, partner: Samenwerking, *, sinds: date) -> Partnermedewerker:
    """An outside helper works for this partner."""
    return Partnermedewerker.objects.create(medewerker=helper, partner=partner, vanaf=sinds, vastgelegd_door=helper)


def samenwerking(by: Medewerker, *, at: datetime, **anders: Any) -> Samenwerking:
    """The privacy officer recorded an agreement; unless told otherwise with the provider of help at home."""
    velden = {
        "naam": "Thuiszorg De Brug",
        "soort": "aanbieder",
        "rol": "geeft hulp thuis",
        "artikel_avg": "artikel 6 lid 1 onder e",
        "artikel_nationaal": "artikel 5.2.1 Wmo 2015",
        "doelen": ("wmo",),
        "categorieen": ("contact", "hulpvraag", "plan", "voorzieningen"),
        "overeenkomst": "OV-2026-01",
        "contactpersoon": "Ineke Vos",
        "adres": "Postbus 7, 1230 AB Zonnedaal",
        "vanaf": date(2026, 1, 1),
    }
    return leg_samenwerking_vast(NieuweSamenwerking(**(velden | anders)), by=by, at=at)


def afronding(gezin: Gezin, *, at: datetime, **anders: Any) -> Afronding:
    """Sanne was told in a talk that the file closes, and said what was reached."""
    velden = {
        "reden": "De doelen zijn gehaald.",
        "verteld_aan": gezin.sanne,
        "verteld_op": at.date(),
        "verteld_hoe": Hoeverteld.GESPREK,
        "blijft_contact": "Team Noord 1, 0123 45 00 01",
        "bereikt_inwoner": "Het is weer rustig in huis.",
        "bereikt_medewerker": "Sanne redt het met haar zus.",
    }
    return Afronding(**(velden | anders))


def meting(dossier: Dossier, persoon: Persoon, *, by: Medewerker, at: datetime, **uitkomsten: Uitkomst) -> Meting:
    """Somebody was measured; unless told otherwise money goes badly and the house well."""
    gevonden = uitkomsten or {"geld": Uitkomst(2, "Er is beslag op het loon.", 3), "wonen": Uitkomst(4)}
    return meet(
        dossier,
        persoon=persoon,
        leefgebiedset="dertien",
        moment=Moment.BEGIN,
        dag=at.date(),
        uitkomsten=gevonden,
        by=by,
        at=at,
    )


def evaluatie(dossier: Dossier, *, by: Medewerker, at: datetime) -> Evaluatie:
    """The household and the coordinator looked back at the adopted plan; its goals go on."""
    plan = Ondersteuningsplan.objects.get(dossier=dossier, status="vastgesteld")
    volgende = at.date() + timedelta(days=90)
    uitkomsten = {
        doel: Doeluitkomst(Bereikt.ZOALS, "Het huis is elke week schoon.", Vervolg.DOORGAAN, volgende)
        for doel in plan.doelen.all()
    }
    return evalueer(plan, Terugblik(at.date(), hoe_verder="We gaan zo door."), uitkomsten, by=by, at=at)


def wachtplek(dossier: Dossier, *, by: Medewerker, at: datetime) -> Wachtplek:
    """The household waits for a first talk with the team itself."""
    zorg = Zorg(by, "Wij bellen elke week.", "", at.date() + timedelta(days=28))
    return zet_op_wachtlijst(dossier, waarvoor="Gesprek over schulden", zorg=zorg, sinds=at.date(), by=by, at=at)


def steun(gezin: Gezin, **anders: Any) -> Steun:
    """Neighbour Ria takes the boys to school every week, and it goes well."""
    velden: dict[str, Any] = {
        "rond": gezin.sanne,
        "naam": "buurvrouw Ria",
        "band": "buur",
        "steun": "Brengt de jongens naar school.",
        "hoe_vaak": "wekelijks",
        "werking": "goed",
        "draagkracht": "kan_meer",
    }
    return Steun(**(velden | anders))


def afspraken(herzien_op: date, **anders: Any) -> Afspraken:
    """What Sanne and her sister agreed for when it goes wrong."""
    velden: dict[str, Any] = {
        "met_wie": "Sanne en haar zus",
        "signalen": "Er wordt geschreeuwd en met deuren geslagen.",
        "als_het_misgaat": "De jongens gaan naar boven, Sanne gaat naar buiten.",
        "wie_belt_wie": "Sanne belt haar zus, bij gevaar 112.",
        "wie_let_op": "Haar zus belt elke avond.",
    }
    return Afspraken(herzien_op=herzien_op, **(velden | anders))


def lopende_hulp(
    gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, manager: Medewerker, backoffice: Medewerker
) -> Toewijzing:
    """The help that was granted runs: it started on the seventeenth day after the call of MAANDAG."""
    wie = {"frontoffice": frontoffice, "regisseur": regisseur, "manager": manager}
    besluit = genomen_besluit(aanvraag(gezin, **wie, at=MAANDAG), by=backoffice, at=MAANDAG + timedelta(days=10))
    regel = besluit.regels.get()
    op = MAANDAG + timedelta(days=17)
    toewijzing = wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=backoffice, at=op)
    meld_start(toewijzing, gestart_op=op.date(), by=backoffice, at=op)
    return toewijzing
