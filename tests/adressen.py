"""Every address of the program, each with a row of one household in Noord: what the matrix of rights walks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from django.urls import URLPattern, get_resolver, reverse

import verhalen
from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.access.rechten import Recht, Rol
from eenplan.adviezen.models import Advies, Consult
from eenplan.audit.models import Opvallend, Opvalregel
from eenplan.audit.oordelen import Vondst, bewaar
from eenplan.besluiten.models import Mandaat, Waarneming
from eenplan.delen.actions import Antwoord, Weg, bied_aan, leg_antwoord_vast, vraag_toestemming
from eenplan.delen.keuzes import Richting
from eenplan.delen.models import Samenwerking
from eenplan.delen.verzoek_actions import Verzoek, leg_verzoek_vast
from eenplan.dossiers.actions import maak_taak, open_casus, schrijf_notitie
from eenplan.dossiers.models import Afsluiting, Document, Dossier, Labelgrond, Taak
from eenplan.inrichting.keuzes import Wet
from eenplan.ketenpartners.actions import Deelgrond, zet_taak_uit
from eenplan.ketenpartners.models import Partnermedewerker
from eenplan.ketenpartners.opening_actions import Openingsvraag
from eenplan.ketenpartners.opening_actions import leg_antwoord_vast as leg_opening_vast
from eenplan.maatwerk.actions import Vraag as MaatwerkVraag
from eenplan.maatwerk.actions import vraag_maatwerk
from eenplan.meldingen.actions import beloof_terugbellen
from eenplan.meldingen.models import Crisisbericht, Melding, Toelating, Triage
from eenplan.netwerk.actions import leg_steun_vast
from eenplan.overleggen.actions import Belofte, Gast, NieuwOverleg, maak_afspraak, nodig_uit, plan_overleg
from eenplan.overleggen.bespreking_actions import leg_anoniem_voor
from eenplan.personen.models import Dubbelkandidaat, Omzetting
from eenplan.plannen.actions import begin_plan, voeg_actie_toe
from eenplan.plannen.eigen_actions import Ingeleverd, lever_eigen_plan_in
from eenplan.plannen.models import (
    Actie,
    Doel,
    EigenPlan,
    EigenPlansoort,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Vaststelling,
)
from eenplan.plannen.uren_actions import Inspanning, schrijf_uren
from eenplan.privacy.actions import Gevraagd, neem_in_behandeling, neem_verzoek_op, verzamel_uittreksel
from eenplan.privacy.models import Bewaarplicht, Vernietigingsvoorstel
from eenplan.regie.actions import besluit_schaal, bewaak_einde, grijp_in, zet_door, zet_waakvlam_aan
from eenplan.regie.models import Nazorgcontact
from eenplan.regie.overdracht import stel_overdracht_voor
from eenplan.registers.actions import meld_datalek
from eenplan.registers.models import Effectbeoordeling
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling, Team
from eenplan.termijnen.models import Termijn
from eenplan.toegang.actions import geef_aan_vrijwilliger, open_noodtoegang, vraag_mee_te_werken
from eenplan.toewijzingen.actions import meld_start, wijs_toe
from eenplan.toewijzingen.models import Toewijzing
from eenplan.veiligheid.actions import Taxatie, maak_veiligheidsplan, taxeer_risico
from eenplan.veiligheid.meldcode_actions import begin_meldcode
from eenplan.werkwijzen.models import Werkwijzevoorstel
from personas import BEGIN, MAANDAG, Gezin

LATER = MAANDAG + timedelta(days=30)
# The catalogue belongs to the municipality, not to a team.
VAN_IEDEREEN = {
    "privacy:voorstel",
    "privacy:opheffing",
    "aanbod:voorziening",
    "overleggen:casusbespreking",
    "delen:samenwerking",
    "aanmelden:beheer_medewerker",
    "aanmelden:beheer_sessies",
    "aanmelden:beheer_factoren",
    "aanmelden:beheer_koppeling",
    "ketenpartners:partnermedewerker_einde",
}

# Rows that only the worker uses whose they are, whatever the rights of others: here of a colleague or a volunteer.
VAN_DE_EIGENAAR = {
    "meldingen:crisisbericht",
    "toegang:noodtoegang_einde",
    "toegang:mijn_taak",
    *(f"veiligheid:{naam}" for naam in ("meldcode", "stap", "weging", "beslissing", "sluiting", "toegang")),
    "veiligheid:toegang_einde",
}


@dataclass(frozen=True)
class Adres:
    """One address of the program, with a row of the household in Noord where it asks for one."""

    naam: str
    pad: str
    rechten: tuple[Recht, ...]
    is_open: bool
    heeft_rij: bool
    route: str
    soort: str
    nummer: int | None


def rij_van_elke_soort(
    de_wit: Gezin, *, amina: Medewerker, farid: Medewerker, gerda: Medewerker, daan: Medewerker
) -> dict[str, int]:
    """A household in Noord with a row of every kind, by the name under which addresses ask for it."""
    gedaan = verhalen.aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    dossier = Dossier.objects.get()
    op = MAANDAG + timedelta(days=14)
    besluit = verhalen.genomen_besluit(gedaan, by=daan, at=op)
    toewijzing = wijs_toe(besluit.regels.get(), aanbieder=Aanbieder.objects.get(), by=daan, at=op)
    meld_start(toewijzing, gestart_op=(op + timedelta(days=7)).date(), by=daan, at=LATER)
    contact = verhalen.contact(de_wit, by=gerda, at=LATER)
    verzoek = beloof_terugbellen(contact, voor=amina, beloofd_op=LATER, by=gerda, at=LATER)
    taak = maak_taak(dossier, voor=amina, wat="Bellen", uiterlijk=LATER.date(), by=amina, at=LATER)
    casus = open_casus(
        dossier, persoon=de_wit.daan, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Zorg", by=amina, at=LATER
    )
    notitie = schrijf_notitie(dossier, tekst="Daan praat liever buiten.", by=amina, at=LATER)
    grond = Labelgrond.objects.create(
        dossier=dossier, medewerker=gerda, wet=Wet.JEUGDWET, gebruik=Wet.WMO, doel="Afstemmen", gevraagd_op=LATER
    )
    omzetting = Omzetting.objects.create(
        soort="verhuizing", van_id=dossier.pk, naar_id=dossier.pk, reden="Verhuisd", op=LATER, door=gerda
    )
    paar = sorted((de_wit.sanne, de_wit.daan), key=lambda persoon: persoon.pk)
    dubbel = Dubbelkandidaat.objects.create(een=paar[0], ander=paar[1], score=70, redenen=["adres"], gevonden_op=LATER)
    plan = begin_plan(dossier, reden="Er is iets veranderd.", by=amina, at=LATER)
    doel = plan.doelen.first()
    voeg_actie_toe(doel, wat="Bellen", wie="Sanne", uiterlijk=None, bewerking=plan.bewerking, by=amina, at=LATER)
    melding = gedaan.melding
    gesprek = melding.onderzoek.gesprekken.get()
    return {
        "huishoudens": dossier.pk,
        "contacten": contact.pk,
        "terugbelverzoeken": verzoek.pk,
        "meldingen": melding.pk,
        **_triage(melding, amina=amina, farid=farid),
        "gesprekken": gesprek.pk,
        "taken": taak.pk,
        "casussen": casus.pk,
        "afsluitingen": _afsluiting(dossier, de_wit, farid=farid).pk,
        "notities": notitie.pk,
        "labelgronden": grond.pk,
        "omzettingen": omzetting.pk,
        "dubbelen": dubbel.pk,
        "documenten": Document.objects.first().pk,
        "termijnen": Termijn.objects.first().pk,
        "plannen": plan.pk,
        "eigen-plannen": _eigen_plan(dossier, de_wit, amina).pk,
        "urenregels": schrijf_uren(casus, Inspanning(LATER.date(), Decimal(1), "Bellen"), by=amina, at=LATER).pk,
        "vaststellingen": Vaststelling.objects.get().pk,
        "doelen": doel.pk,
        "acties": Actie.objects.get(doel=doel).pk,
        "inzetten": Inzet.objects.get(doel=doel).pk,
        **_overleggen(dossier, de_wit, amina=amina, farid=farid),
        "overgeslagen": OvergeslagenTrede.objects.filter(doel=doel).first().pk,
        "aanvragen": gedaan.pk,
        "toewijzingen": toewijzing.pk,
        "aanbod": Voorziening.objects.get().pk,
        "aanmeldbeheer": amina.pk,
        "mandaten": Mandaat.objects.get().pk,
        "waarneming": _waarneming(daan, farid).pk,
        "logboek": _opvallend(amina).pk,
        **_terugkijken(dossier, de_wit, amina=amina),
        **_coordinatie(dossier, toewijzing, amina=amina, farid=farid),
        **_delen(dossier, de_wit, amina=amina),
        **_netwerk_en_veiligheid(dossier, de_wit, amina=amina),
        **_registers(amina),
        **_werkwijze(amina),
        **_privacy(dossier, de_wit, daan=daan),
        **_toegang(dossier, taak, amina=amina),
        **_ketenpartners(dossier, de_wit, amina=amina),
    }


def _triage(melding: Melding, *, amina: Medewerker, farid: Medewerker) -> dict[str, int]:
    """The melding was a crisis, of which a manager heard; admission waits for Farid."""
    triage = Triage.objects.create(
        dossier=melding.dossier, melding=melding, uitkomst="past", urgentie="crisis", door=amina, op=LATER
    )
    toelating = Toelating.objects.create(triage=triage, grond="Problemen op twee gebieden.", samen_met=farid)
    ander = Medewerker.objects.create_user("mia", naam="Mia Kok", functie="manager", werkgever="Gemeente Zonnedaal")
    bericht = Crisisbericht.objects.create(triage=triage, aan=ander)
    return {"triages": triage.pk, "toelatingen": toelating.pk, "crisisberichten": bericht.pk}


def _afsluiting(dossier: Dossier, de_wit: Gezin, *, farid: Medewerker) -> Afsluiting:
    """Somebody wanted to close the file and a colleague kept it open."""
    return Afsluiting.objects.create(
        dossier=dossier,
        reden="Klaar",
        verteld_aan=de_wit.sanne,
        verteld_op=LATER.date(),
        verteld_hoe="gesprek",
        blijft_contact="Team Noord 1",
        bereikt_inwoner="Rust.",
        bereikt_medewerker="Het huis is schoon.",
        opgesteld_door=farid,
        opgesteld_op=LATER,
        teruggegeven_op=LATER,
        teruggegeven_reden="Nog even wachten.",
    )


def _netwerk_en_veiligheid(dossier: Dossier, gezin: Gezin, *, amina: Medewerker) -> dict[str, int]:
    """A neighbour cannot go on, the risk is judged, there is a safety plan; a colleague keeps a meldcode."""
    dag = LATER.date() + timedelta(days=60)
    steun = verhalen.steun(gezin, draagkracht="overbelast")
    figuur = leg_steun_vast(dossier, steun, by=amina, at=LATER)
    taxatie = Taxatie("LIRIK", "midden", "Er is veel ruzie.", dag)
    risico = taxeer_risico(dossier, taxatie, by=amina, at=LATER)
    plan = maak_veiligheidsplan(dossier, verhalen.afspraken(dag), by=amina, at=LATER)
    nadia = Medewerker.objects.create_user("nadia", naam="Nadia Kaya", functie="wijkcoach", werkgever="Gemeente")
    Rolvervulling.objects.create(
        medewerker=nadia, rol=Rol.AANDACHTSFUNCTIONARIS, team=dossier.huishouden.team, vanaf=BEGIN
    )
    meldcode = begin_meldcode(dossier, over="de kinderen", vermoeden="Blauwe plekken.", by=nadia, at=LATER)
    return {
        "steunfiguren": figuur.pk,
        "overbelastingen": figuur.overbelastingen.get().pk,
        "risicotaxaties": risico.pk,
        "veiligheidsplannen": plan.pk,
        "meldcodes": meldcode.pk,
    }


def _waarneming(daan: Medewerker, farid: Medewerker) -> Waarneming:
    """A replacement in the register, which belongs to the municipality."""
    op = LATER.date()
    return Waarneming.objects.create(
        afwezige=daan,
        waarnemer=farid,
        vanaf=op,
        tot=op + timedelta(days=7),
        reden="Verlof",
        geregeld_door=farid,
        geregeld_op=LATER,
    )


def _terugkijken(dossier: Dossier, gezin: Gezin, *, amina: Medewerker) -> dict[str, int]:
    """Sanne was measured, the plan was looked back at, and she waits for a first talk about debts."""
    meting = verhalen.meting(dossier, gezin.sanne, by=amina, at=LATER)
    evaluatie = verhalen.evaluatie(dossier, by=amina, at=LATER)
    wachtplek = verhalen.wachtplek(dossier, by=amina, at=LATER)
    return {"metingen": meting.pk, "evaluaties": evaluatie.pk, "wachtplekken": wachtplek.pk}


def _coordinatie(dossier: Dossier, toewijzing: Toewijzing, *, amina: Medewerker, farid: Medewerker) -> dict[str, int]:
    """Everything a coordinator keeps in sight; the manager asked Amina to let a colleague take over."""
    collega = Medewerker.objects.create_user("ben", naam="Ben Smit", functie="wijkcoach", werkgever="Gemeente")
    Rolvervulling.objects.create(medewerker=collega, rol=Rol.REGISSEUR, team=dossier.huishouden.team, vanaf=BEGIN)
    dag, wie = LATER.date() + timedelta(days=60), {"by": amina, "at": LATER}
    voorstel = stel_overdracht_voor(dossier, naar=collega, afspraken="Sanne belt vrijdag.", by=farid, at=LATER)
    schaal = besluit_schaal(dossier, van="team", naar="topteam", grond="Te zwaar.", bekijk_op=dag, **wie)
    ingreep = grijp_in(toewijzing, wat="Vaste hulp.", waarom="Veel wissels.", uiterlijk=dag, **wie)
    nazorg = Nazorgcontact.objects.create(dossier=dossier, wat="Nazorg", voor=amina, uiterlijk=dag)
    vlam = zet_waakvlam_aan(dossier, medewerker=amina, waarom="Vinger aan de pols.", weken=13, **wie)
    gezag = zet_door(dossier, wat="Start.", grond="Mandaat", aan_wie="De Brug", bekijk_op=dag, by=farid, at=LATER)
    return {
        "regieoverdrachten": voorstel.pk,
        "schaalbesluiten": schaal.pk,
        "interventies": ingreep.pk,
        "nazorgcontacten": nazorg.pk,
        "waakvlammen": vlam.pk,
        "doorzettingen": gezag.pk,
        "eindevaluaties": bewaak_einde(toewijzing, dag, **wie).pk,
    }


def _delen(dossier: Dossier, de_wit: Gezin, *, amina: Medewerker) -> dict[str, int]:
    """The insurer may be told something with Sanne's consent, and asked whether we know her."""
    velden = {"soort": "zorgverzekeraar", "doelen": ["zorg"], "categorieen": ["contact"], "vanaf": BEGIN}
    verzekeraar = Samenwerking.objects.create(naam="Zilveren Zorg", **velden, vastgelegd_door=amina)
    weg, tot = Weg(de_wit.sanne, verzekeraar, "wmo", "zorg"), LATER.date() + timedelta(days=60)
    vraag = vraag_toestemming(dossier, weg, categorieen=["contact"], by=amina, at=LATER)
    toestemming = vraag.toestemmingen.get()
    leg_antwoord_vast(toestemming, Antwoord(True, "schriftelijk", LATER.date()), by=amina, at=LATER)
    mee = [f"persoon-{de_wit.sanne.pk}"]
    deling = bied_aan(dossier, weg, stukken=mee, geldig_tot=tot, by=amina, at=LATER)
    naar_ons = replace(weg, richting=Richting.IN)
    vragend = leg_verzoek_vast(dossier, naar_ons, Verzoek("planner", "Afstemmen", LATER.date()), by=amina, at=LATER)
    return {
        "samenwerkingen": verzekeraar.pk,
        "toestemmingsvragen": vraag.pk,
        "toestemmingen": toestemming.pk,
        "delingen": deling.pk,
        "informatieverzoeken": vragend.pk,
    }


def _overleggen(dossier: Dossier, de_wit: Gezin, *, amina: Medewerker, farid: Medewerker) -> dict[str, int]:
    """A consultation with a guest and an agreement, a case without names, a weighty advice and a consult."""
    overleg = plan_overleg(dossier, NieuwOverleg("mdo", LATER, "Wijkcentrum", "consensus", "geen"), by=amina, at=LATER)
    gast = nodig_uit(overleg, Gast(persoon=de_wit.sanne), by=amina, at=LATER)
    belofte = Belofte("Bellen met de school", "medewerker", LATER.date(), medewerker=amina)
    casus = leg_anoniem_voor(dossier, vraag="Wat nu?", situatie="Een moeder is moe.", by=amina, at=LATER)
    partner = Samenwerking.objects.create(
        naam="De Linde", soort="aanbieder", doelen=["wmo"], categorieen=["plan"], vanaf=BEGIN, vastgelegd_door=amina
    )
    advies = Advies.objects.create(
        dossier=dossier, plan=Ondersteuningsplan.objects.filter(status="vastgesteld").get(), persoon=de_wit.sanne,
        aan=partner, wet="wmo", doel="wmo", advies="Geef hulp.", motivering="Het kan niet zonder.",
        geschreven_door=amina, geschreven_op=LATER,
    )  # fmt: skip
    consult = Consult.objects.create(
        dossier=dossier, team_id=dossier.scope_team_id, vraag="Wat kan?", deskundigheid="schulden",
        gevraagd_door=amina, gevraagd_op=LATER, uiterlijk=LATER + timedelta(days=2),
    )  # fmt: skip
    return {
        "overleggen": overleg.pk,
        "genodigden": gast.pk,
        "overlegafspraken": maak_afspraak(overleg, belofte, by=amina, at=LATER).pk,
        "casusbesprekingen": casus.kenmerk,
        "adviezen": advies.pk,
        "consulten": consult.pk,
    }


def _privacy(dossier: Dossier, gezin: Gezin, *, daan: Medewerker) -> dict[str, int]:
    """The resident asked what we have of her; the file is on the list and under hold (which is no content)."""
    gevraagd = Gevraagd("inzage", gezin.sanne, LATER.date(), "brief", "Wat hebt u van mij?")
    verzoek = neem_verzoek_op(dossier, gevraagd, by=daan, at=LATER)
    neem_in_behandeling(verzoek, identiteit="legitimatie", by=daan, at=LATER)
    verzamel_uittreksel(verzoek, by=daan, at=LATER)
    voorstel = Vernietigingsvoorstel.objects.create(
        soort="dossier", nummer=dossier.pk, grondslag="Wmo", vernietigen_vanaf=LATER.date(), gevonden_op=LATER
    )
    plicht = Bewaarplicht.objects.create(dossier_id=dossier.pk, reden="Beroep.", vanaf=LATER.date(), door=daan)
    return {"verzoeken": verzoek.pk, "voorstellen": voorstel.pk, "bewaarplichten": plicht.pk}


def _toegang(dossier: Dossier, taak: Taak, *, amina: Medewerker) -> dict[str, int]:
    """Somebody of the other team broke the glass and asked to be let in; a volunteer has a task."""
    zuid = Team.objects.get(naam="Team Zuid 1")
    ander = Medewerker.objects.create_user("zoe", naam="Zoë Maas", functie="wijkcoach", werkgever="Stichting Zuid")
    Rolvervulling.objects.create(medewerker=ander, rol=Rol.REGISSEUR, team=zuid, vanaf=BEGIN)
    noodtoegang = open_noodtoegang(dossier, reden="crisis", toelichting="Het kan niet wachten.", by=ander, at=LATER)
    Dossiertoegang.objects.filter(pk=noodtoegang.toegang_id).update(tot=LATER)
    ander = Medewerker.objects.get(pk=ander.pk)
    verzoek = vraag_mee_te_werken(dossier, vraag="Mag ik meewerken?", by=ander, at=LATER)
    hulp = Medewerker.objects.create_user("veerle", naam="Veerle Bos", functie="vrijwilliger", werkgever="Naast U")
    Rolvervulling.objects.create(medewerker=hulp, rol=Rol.VRIJWILLIGER, team=None, vanaf=BEGIN)
    persoon = dossier.huishouden.leden.first().persoon
    gegeven = geef_aan_vrijwilliger(
        taak, vrijwilliger=hulp, persoon=persoon, tot=LATER + timedelta(days=60), by=amina, at=LATER
    )
    return {
        "noodtoegangen": noodtoegang.pk,
        "meewerkverzoeken": verzoek.pk,
        "mijn-taken": gegeven.pk,
        "eigen-dossiers": hulp.pk,
    }


def _eigen_plan(dossier: Dossier, gezin: Gezin, amina: Medewerker) -> EigenPlan:
    """Sanne handed in a plan of her own."""
    ingeleverd = Ingeleverd(EigenPlansoort.PERSOONLIJK, gezin.sanne, LATER.date(), "Ik wil weer werken.")
    return lever_eigen_plan_in(dossier, ingeleverd, by=amina, at=LATER)


def _ketenpartners(dossier: Dossier, de_wit: Gezin, *, amina: Medewerker) -> dict[str, int]:
    """An outside helper (Hanna, where the whole cast is there) has a task of her organisation and an opened goal."""
    hulp = Medewerker.objects.filter(gebruikersnaam="hanna").first()
    if hulp is None:
        hulp = Medewerker.objects.create_user("hugo", naam="Hugo Bos", functie="begeleider", werkgever="De Brug")
        Rolvervulling.objects.create(medewerker=hulp, rol=Rol.KETENPARTNER, team=None, vanaf=BEGIN)
    velden = {"soort": "aanbieder", "doelen": ["wmo"], "categorieen": ["hulpvraag"], "vanaf": BEGIN}
    partner = Samenwerking.objects.create(naam="Thuiszorg De Brug", **velden, vastgelegd_door=amina)
    band = Partnermedewerker.objects.create(medewerker=hulp, partner=partner, vanaf=BEGIN, vastgelegd_door=amina)
    grond = Deelgrond(de_wit.sanne, "wmo", "wmo")
    dag = LATER.date() + timedelta(days=7)
    taak = zet_taak_uit(dossier, partner=partner, wat="Bellen", uiterlijk=dag, grond=grond, by=amina, at=LATER)
    doel = Doel.objects.get(plan__dossier=dossier, plan__status="vastgesteld")
    vraag = Openingsvraag(doel, hulp, de_wit.sanne, dag)
    opening = leg_opening_vast(vraag, is_gegeven=True, by=amina, at=LATER)
    vraag_om = MaatwerkVraag("Weer slapen.", "Rust in huis.", "Een bed valt onder geen regel.", 90_000, "wonen")
    route = vraag_maatwerk(dossier, vraag_om, by=amina, at=LATER)
    return {
        "maatwerkroutes": route.pk,
        "partnermedewerkers": band.pk,
        "partnertaken": taak.pk,
        "openstellingen": opening.pk,
        "mijn-opdrachten": taak.pk,
        "mijn-doelen": opening.pk,
    }


def _opvallend(wie: Medewerker) -> Opvallend:
    """Something unusual in the trail, of no file in particular."""
    bewaar([Vondst(Opvalregel.ONGEWOON_UUR, wie.pk, wie.naam, LATER.date(), 2)], at=LATER)
    return Opvallend.objects.get()


def _registers(wie: Medewerker) -> dict[str, int]:
    """A line in each register of the privacy officer: no file, so of no team."""
    beoordeling = Effectbeoordeling.objects.create(
        titel="Eén dossier", eigenaar=wie, risicos="Te breed zicht.", uiterlijk=LATER.date(), begonnen_op=LATER
    )
    lek = meld_datalek(
        "Brief verkeerd bezorgd.", soorten_gegevens="adres", aantal_betrokkenen=1, kennisname=LATER, by=wie, at=LATER
    )
    return {"effectbeoordelingen": beoordeling.pk, "datalekken": lek.pk}


def _werkwijze(wie: Medewerker) -> dict[str, int]:
    """A proposed way of working, which belongs to the municipality."""
    voorstel = Werkwijzevoorstel.objects.create(
        waarom="Korter.", vanaf=LATER.date(), tekst="# oud", basis="", voorgesteld_door=wie, voorgesteld_op=LATER
    )
    return {"werkwijzevoorstellen": voorstel.pk}


def patronen() -> Iterator[tuple[str, str, object]]:
    """Walk every address of the resolver."""

    def loop(lijst, ruimte="", voor=""):
        for punt in lijst:
            if isinstance(punt, URLPattern):
                yield f"{ruimte}{punt.name}", voor + str(punt.pattern), punt.callback
            else:
                eigen = f"{punt.app_name}:" if punt.app_name else ruimte
                yield from loop(punt.url_patterns, eigen, voor + str(punt.pattern))

    yield from loop(get_resolver().url_patterns)


def adressen(rijen: dict[str, int]) -> Iterator[Adres]:
    """Give every address with the row of Noord that it asks for, taken by the first word of the address."""
    for naam, patroon, view in patronen():
        open_, heeft_rij = getattr(view, "is_public", False), "<" in patroon
        soort = patroon.split("/")[0]
        assert not heeft_rij or soort in rijen, f"give {naam} a row in `rij_van_elke_soort`: {soort}"
        nummer = rijen[soort] if heeft_rij else None
        pad = reverse(naam, args=[nummer]) if heeft_rij else reverse(naam)
        yield Adres(naam, pad, getattr(view, "rechten", ()), open_, heeft_rij, patroon, soort, nummer)
