"""One household's road from question to help, step by step: each method is one thing somebody did, at a moment.

Every step calls the action that the screen calls. Stories give the moments by hand, history draws them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from eenplan.aanbod.models import Contract
from eenplan.access.rechten import Recht
from eenplan.besluiten.actions import (
    bereid_besluit_voor,
    bewaar_besluit,
    leg_besluit_voor,
    neem_besluit,
    ontvang_aanvraag,
)
from eenplan.besluiten.mandaat import bepaal_mandaat
from eenplan.besluiten.models import Aanvraag, Besluit, Uitkomst
from eenplan.besluiten.tekst import Besluittekst
from eenplan.demo import kalender
from eenplan.demo.brieven import Post
from eenplan.dossiers import actions as dossier_acties
from eenplan.dossiers.models import Casus, Dossier, Gesprek, Gespreksverslag, Hoeverteld
from eenplan.dossiers.sluiten import Afronding, sluit_dossier
from eenplan.dossiers.states import Dossierstatus, Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen import actions as melding_acties
from eenplan.meldingen.actions import Gespreksvraag, Verheldering
from eenplan.meldingen.models import Contact, Contactsoort, Kanaal, Melding, Onderzoek, Terugbelverzoek, Urgentie
from eenplan.netwerk.actions import Steun, leg_steun_vast
from eenplan.netwerk.models import Steunfiguur
from eenplan.personen.models import Huishouden, Persoon
from eenplan.plannen import actions as plan_acties
from eenplan.plannen.eigen_actions import Ingeleverd, lever_eigen_plan_in
from eenplan.plannen.models import Doel, Eigenaarsoort, EigenPlansoort, Ondersteuningsplan, Ontvangstwijze
from eenplan.plannen.ontvangst_actions import Ontvangst, leg_ontvangst_vast
from eenplan.plannen.uren_actions import Inspanning, schrijf_uren
from eenplan.regie.actions import houd_nazorg
from eenplan.regie.models import Nazorguitkomst
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.actions import meld_start, meld_stop, wijs_toe
from eenplan.toewijzingen.models import Levering, Toewijzing
from eenplan.veiligheid.actions import Antwoord, doe_check
from eenplan.wetgeving.leeftijd import MEERDERJARIG, leeftijd

LICHTER = ("eigen_kracht", "netwerk", "vrijwilliger", "algemeen", "lichte_hulp")


@dataclass(frozen=True)
class Doelplan:
    """A goal with the help for it. Without a contract the help is light and costs nothing."""

    persoon: Persoon
    leefgebied: str
    woorden: str
    resultaat: str
    hulp: str
    evaluatie_op: date
    trede: str = "maatwerk"
    contract: Contract | None = None
    aantal: int = 1
    frequentie: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None
    redenen: Mapping[str, str] = field(default_factory=dict)
    casus: Casus | None = None
    eigenaar: str = ""


@dataclass
class Zaak:
    """A household that asks for help, and everything that has come of it so far."""

    huishouden: Huishouden
    leden: list[Persoon]
    post: Post
    regisseur: Medewerker
    dossier: Dossier = field(init=False)
    meldingen: list[Melding] = field(default_factory=list)
    onderzoeken: list[Onderzoek] = field(default_factory=list)
    casussen: list[Casus] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    aanvragen: list[Aanvraag] = field(default_factory=list)
    toewijzingen: list[Toewijzing] = field(default_factory=list)
    leveringen: list[Levering] = field(default_factory=list)
    plan: Ondersteuningsplan = field(init=False)
    is_toegewezen: bool = False

    # --- someone asks -----------------------------------------------------------------------------------------------

    def vraagt(
        self,
        persoon: Persoon,
        vraag: str,
        *,
        wet: Wet,
        om: datetime,
        door: Medewerker,
        achter: str = "",
        klantgroep: str = "",
        is_meervoudig: bool = False,
        kanaal: Kanaal = Kanaal.TELEFOON,
        urgentie: Urgentie = Urgentie.GEWOON,
        namens: str = "",
    ) -> Melding:
        """Somebody asks for help and the call becomes a melding at once."""
        helder = Verheldering(achter, is_meervoudig, klantgroep)
        gehoord = Gespreksvraag(
            naam=namens or persoon.naam,
            vraag=vraag,
            kanaal=kanaal,
            urgentie=urgentie,
            telefoon=persoon.telefoon,
            namens=persoon.naam if namens else "",
            persoon=persoon,
            huishouden=self.huishouden,
            verheldering=helder,
        )
        melding = melding_acties.handel_af_met_melding(gehoord, wet=wet, by=door, at=om)
        self.dossier = melding.dossier
        self.meldingen.append(melding)
        return melding

    def belt(
        self, vraag: str, antwoord: str, *, om: datetime, door: Medewerker, persoon: Persoon | None = None
    ) -> Contact:
        """Somebody asks where things stand, and gets the answer at once."""
        gehoord = self._gehoord(persoon or self.leden[0], vraag, Contactsoort.STATUSVRAAG)
        return melding_acties.handel_af_met_antwoord(gehoord, antwoord=antwoord, by=door, at=om)

    def vraagt_om_terugbellen(
        self, vraag: str, *, voor: Medewerker, om: datetime, beloofd_op: datetime, door: Medewerker
    ) -> Terugbelverzoek:
        """Somebody is promised that a worker calls back."""
        gehoord = self._gehoord(self.leden[0], vraag, Contactsoort.STATUSVRAAG)
        return melding_acties.handel_af_met_terugbellen(gehoord, voor=voor, beloofd_op=beloofd_op, by=door, at=om)

    def belt_terug(self, verzoek: Terugbelverzoek, uitkomst: str, *, om: datetime) -> None:
        """The promise to call back is kept."""
        melding_acties.bel_terug(verzoek, uitkomst=uitkomst, by=self.regisseur, at=om)

    def vraagt_informatie(self, vraag: str, antwoord: str, *, om: datetime, door: Medewerker) -> Contact:
        """Somebody asks for information, and gets it at once."""
        gehoord = self._gehoord(self.leden[0], vraag, Contactsoort.INFORMATIE)
        return melding_acties.handel_af_met_antwoord(gehoord, antwoord=antwoord, by=door, at=om)

    def _gehoord(self, persoon: Persoon, vraag: str, soort: Contactsoort) -> Gespreksvraag:
        return Gespreksvraag(
            naam=persoon.naam,
            vraag=vraag,
            soort=soort,
            telefoon=persoon.telefoon,
            persoon=persoon,
            huishouden=self.huishouden,
        )

    # --- from melding to written account ------------------------------------------------------------------------------

    def bevestig(self, melding: Melding, *, om: datetime, door: Medewerker) -> None:
        """The letter of receipt goes out."""
        melding_acties.bevestig_ontvangst(
            melding, self.post.bevestiging(melding, op=om.date(), van=door), by=door, at=om
        )

    def wijs_aan(self, *, om: datetime, door: Medewerker, reden: str = "") -> None:
        """The worker of this case becomes its coordinator."""
        dossier_acties.draag_regie_over(self.dossier, regisseur=self.regisseur, by=door, at=om, reden=reden)
        self.is_toegewezen = True

    def start_onderzoek(self, melding: Melding, *, om: datetime) -> Onderzoek:
        """The coordinator opens the onderzoek."""
        onderzoek = melding_acties.start_onderzoek(melding, by=self.regisseur, at=om)
        self.onderzoeken.append(onderzoek)
        return onderzoek

    def open_casus(self, persoon: Persoon, *, wet: Wet, leefgebied: str, probleem: str, om: datetime) -> Casus:
        """One problem of one member is put on the trajectory."""
        casus = dossier_acties.open_casus(
            self.dossier,
            persoon=persoon,
            wet=wet,
            leefgebied=leefgebied,
            probleem=probleem,
            by=self.regisseur,
            at=om,
        )
        self.casussen.append(casus)
        return casus

    def plan_gesprek(
        self,
        begint_op: datetime,
        *,
        om: datetime,
        soort: str = "huisbezoek",
        wie: tuple[Persoon, ...] = (),
        bij: str = "",
    ) -> Gesprek:
        """A conversation is planned, at home unless told otherwise; it counts for every open onderzoek."""
        plaats = str(self.huishouden.adres) if soort == "huisbezoek" else ""
        afspraak = dossier_acties.Afspraak(soort, begint_op, plaats, wie or tuple(self.leden), bij)
        gesprek = dossier_acties.plan_gesprek(self.dossier, afspraak, by=self.regisseur, at=om)
        for onderzoek in self.onderzoeken:
            if onderzoek.afgerond_op is None:
                melding_acties.voeg_gesprek_toe(onderzoek, gesprek, by=self.regisseur, at=om)
        return gesprek

    def laat_vervallen(self, gesprek: Gesprek, reden: str, *, om: datetime) -> None:
        """The conversation did not take place."""
        dossier_acties.laat_gesprek_vervallen(gesprek, reden=reden, by=self.regisseur, at=om)

    def schrijf_verslag(self, gesprek: Gesprek, teksten: Mapping[str, str], *, om: datetime) -> Gespreksverslag:
        """The conversation was held and its report is a draft."""
        verslag = dossier_acties.begin_verslag(gesprek, by=self.regisseur, at=om)
        dossier_acties.bewaar_verslag(verslag, teksten, bewerking=verslag.bewerking, by=self.regisseur, at=om)
        return verslag

    def verstuur(self, verslag: Gespreksverslag, *, om: datetime, aan: Persoon | None = None) -> None:
        """The report goes to the resident."""
        aan = aan or self.leden[0]
        brief = self.post.verslag(verslag, aan=aan, van=self.regisseur, op=om.date())
        dossier_acties.verstuur_verslag(verslag, brief, by=self.regisseur, at=om, aan=aan)

    def reageert(
        self,
        verslag: Gespreksverslag,
        soort: Verslagstatus,
        tekst: str = "",
        *,
        om: datetime,
        wie: Persoon | None = None,
    ) -> None:
        """The resident answered to the report."""
        dossier_acties.leg_reactie_vast(
            verslag, persoon=wie or self.leden[0], soort=soort, tekst=tekst, by=self.regisseur, at=om
        )

    def rond_onderzoek_af(self, *, om: datetime) -> None:
        """Every open onderzoek of the household is finished; safety was asked after, once for all of them."""
        lopend = [onderzoek for onderzoek in self.onderzoeken if onderzoek.afgerond_op is None]
        if lopend:
            antwoorden = {vraag.code: Antwoord("ja") for vraag in inrichting().veiligheidsvragen}
            doe_check(self.dossier, antwoorden, kinderen=self._kinderen(om.date()), by=self.regisseur, at=om)
        for onderzoek in lopend:
            melding_acties.rond_onderzoek_af(onderzoek, by=self.regisseur, at=om)

    def _kinderen(self, dag: date) -> str:
        geboren = [lid.geboortedatum for lid in self.leden if lid.geboortedatum]
        return "gezien" if any(leeftijd(dag_, op=dag) < MEERDERJARIG for dag_ in geboren) else "geen"

    def steunt(self, steun: Steun, *, om: datetime) -> Steunfiguur:
        """The household told who is around it."""
        return leg_steun_vast(self.dossier, steun, by=self.regisseur, at=om)

    def sluit_melding(self, melding: Melding, reden: str, *, om: datetime) -> None:
        """A melding ends without an application."""
        melding_acties.sluit_melding(melding, reden=reden, by=self.regisseur, at=om)

    # --- the plan ---------------------------------------------------------------------------------------------------

    def begin_plan(
        self, perspectief: str, analyses: Mapping[str, tuple[str, str]], *, om: datetime, reden: str = ""
    ) -> None:
        """A draft (or a new version, with a reason) holds where the household wants to go and how things stand."""
        self.plan = plan_acties.begin_plan(self.dossier, by=self.regisseur, at=om, reden=reden)
        plan_acties.bewaar_perspectief(self.plan, perspectief, bewerking=self.plan.bewerking, by=self.regisseur, at=om)
        teksten = {code: plan_acties.Leefgebiedtekst(*tekst) for code, tekst in analyses.items()}
        plan_acties.bewaar_analyse(self.plan, teksten, bewerking=self.plan.bewerking, by=self.regisseur, at=om)

    def voeg_doel_toe(self, doelplan: Doelplan, *, om: datetime) -> Doel:
        """A goal stands in the plan, with its help and with the reason why lighter help is not enough."""
        tekst = plan_acties.Doeltekst(
            eigen_woorden=doelplan.woorden,
            resultaat=doelplan.resultaat,
            eigenaar_soort=Eigenaarsoort.INWONER,
            eigenaar=doelplan.eigenaar or doelplan.persoon.naam,
            leefgebied=doelplan.leefgebied,
            persoon=doelplan.persoon,
            casus=doelplan.casus,
            streefdatum=doelplan.evaluatie_op,
            evaluatie_op=doelplan.evaluatie_op,
        )
        doel = plan_acties.bewaar_doel(self.plan, tekst, bewerking=self.plan.bewerking, by=self.regisseur, at=om)
        doel.plan = self.plan
        plan_acties.sla_treden_over(doel, doelplan.redenen, bewerking=self.plan.bewerking, by=self.regisseur, at=om)
        keuze = plan_acties.Keuze(
            trede=doelplan.trede,
            omschrijving=doelplan.hulp,
            voorziening=doelplan.contract.voorziening if doelplan.contract else None,
            contract=doelplan.contract,
            aantal=Decimal(doelplan.aantal) if doelplan.contract else None,
            frequentie=doelplan.frequentie,
            vanaf=doelplan.vanaf,
            tot_en_met=doelplan.tot_en_met,
        )
        plan_acties.kies_inzet(doel, keuze, bewerking=self.plan.bewerking, by=self.regisseur, at=om)
        self.doelen.append(doel)
        return doel

    def bied_aan(self, *, om: datetime) -> None:
        """The plan is handed in for adoption."""
        plan_acties.bied_plan_aan(self.plan, by=self.regisseur, at=om)

    def stuur_terug(self, reden: str, *, om: datetime, door: Medewerker) -> None:
        """The manager sends the plan back."""
        plan_acties.stuur_plan_terug(self.plan, reden=reden, by=door, at=om)

    def stel_vast(self, *, om: datetime, door: Medewerker, doorgenomen: bool = True) -> None:
        """The manager adopts the plan, and the coordinator goes through it at the household's table."""
        vaststelling = plan_acties.stel_plan_vast(self.plan, by=door, at=om)
        if doorgenomen:
            ontvangen = Ontvangst(self.leden[0], Ontvangstwijze.TAFEL, om.date())
            leg_ontvangst_vast(vaststelling, ontvangen, by=self.regisseur, at=om)

    def levert_eigen_plan_in(self, wie: Persoon, tekst: str, *, om: datetime) -> None:
        """The resident hands in a personal plan (Wmo 2.3.2 lid 2)."""
        plan = Ingeleverd(EigenPlansoort.PERSOONLIJK, wie, om.date(), tekst)
        lever_eigen_plan_in(self.dossier, plan, by=self.regisseur, at=om)

    def schrijft_uren(self, casus: Casus, aantal: int, wat: str, *, om: datetime) -> None:
        """The coordinator writes down hours of own light support."""
        schrijf_uren(casus, Inspanning(om.date(), Decimal(aantal), wat), by=self.regisseur, at=om)

    # --- decision and help --------------------------------------------------------------------------------------------

    def vraagt_aan(self, melding: Melding, *, om: datetime) -> Aanvraag:
        """The resident applies; the plan with a signature is the application (Wmo 2.3.2 lid 9)."""
        aanvraag = ontvang_aanvraag(
            self.dossier,
            persoon=melding.persoon,
            wet=Wet(melding.wet),
            ontvangen_op=om.date(),
            melding=melding,
            by=self.regisseur,
            at=om,
        )
        self.aanvragen.append(aanvraag)
        return aanvraag

    def besluit(
        self,
        aanvraag: Aanvraag,
        samenvatting: str,
        gronden: Mapping[str, str],
        *,
        om: datetime,
        door: Medewerker,
        uitkomst: Uitkomst | None = None,
    ) -> Besluit:
        """The back office decides and the letter goes out."""
        besluit = bereid_besluit_voor(aanvraag, by=door, at=om)
        tekst = Besluittekst(samenvatting, uitkomst or besluit.uitkomst, gronden)
        bewaar_besluit(besluit, tekst, bewerking=besluit.bewerking, by=door, at=om)
        return self._neem(besluit, om=om, door=door)

    def _neem(self, besluit: Besluit, *, om: datetime, door: Medewerker) -> Besluit:
        """Take the decision, or have it taken by whoever has the widest mandate when the worker's own is too small."""
        bevoegdheid = bepaal_mandaat(besluit, door, om.date())
        if bevoegdheid:
            return neem_besluit(besluit, by=door, at=om, zet=self.post.zet)
        lijn = bevoegdheid.bevoegd[-1]
        leg_besluit_voor(besluit, aan=lijn, by=door, at=om)
        return neem_besluit(besluit, by=lijn.medewerker or door, at=om, zet=self.post.zet)

    def wijs_toe(self, besluit: Besluit, *, om: datetime, door: Medewerker) -> list[Toewijzing]:
        """The providers are asked for the granted help."""
        regels = besluit.regels.select_related("inzet__contract__aanbieder", "inzet__doel", "inzet__voorziening")
        gedaan = []
        for regel in regels:
            if regel.inzet.contract:
                regel.besluit = besluit
                toewijzing = wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=door, at=om)
                toewijzing.dossier = self.dossier  # one and the same file, so that its status stays in step
                gedaan.append(toewijzing)
        self.toewijzingen += gedaan
        return gedaan

    def start(self, toewijzing: Toewijzing, *, op: date, om: datetime, door: Medewerker, reden: str = "") -> Levering:
        """The provider reports that the help began."""
        levering = meld_start(toewijzing, gestart_op=op, by=door, at=om, reden_vertraging=reden)
        self.leveringen.append(levering)
        return levering

    def stop(self, levering: Levering, reden: str, *, op: date, om: datetime, door: Medewerker) -> None:
        """The provider reports that the help ended."""
        meld_stop(levering, gestopt_op=op, reden=reden, by=door, at=om)

    def nazorg(self, levering: Levering, *, tot: date) -> None:
        """Whoever was to ask how it goes after the help asked so on the day; what comes later is still to be done."""
        for contact in levering.toewijzing.nazorgcontacten.filter(uiterlijk__lt=tot).order_by("uiterlijk"):
            if contact.voor.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(self.dossier):
                gehouden = kalender.om(contact.uiterlijk, 10)
                goed, dag = Nazorguitkomst.GOED, contact.uiterlijk
                houd_nazorg(contact, uitkomst=goed, verslag="", op=dag, by=contact.voor, at=gehouden)

    # --- the file ---------------------------------------------------------------------------------------------------

    def noteer(self, tekst: str, *, om: datetime) -> None:
        """The coordinator writes a note."""
        dossier_acties.schrijf_notitie(self.dossier, tekst=tekst, wet=self.label, by=self.regisseur, at=om)

    @property
    def label(self) -> Wet:
        """Give the law that everything here is about, or none when there are several."""
        wetten = {Wet(melding.wet) for melding in self.meldingen}
        return wetten.pop() if len(wetten) == 1 else Wet.GEEN

    def taak(self, wat: str, *, uiterlijk: date, om: datetime, gedaan_op: datetime | None = None) -> None:
        """The coordinator gets something to do, and perhaps did it."""
        taak = dossier_acties.maak_taak(
            self.dossier, voor=self.regisseur, wat=wat, uiterlijk=uiterlijk, wet=self.label, by=self.regisseur, at=om
        )
        if gedaan_op:
            dossier_acties.rond_taak_af(taak, by=self.regisseur, at=gedaan_op)

    def status(self, naar: Dossierstatus, reden: str, *, om: datetime) -> None:
        """The file moves on; closing it says what was told and what was reached."""
        if naar == Dossierstatus.GESLOTEN:
            self._sluit_af(reden, om=om)
        else:
            dossier_acties.wijzig_status(self.dossier, to=naar, reden=reden, by=self.regisseur, at=om)

    def _sluit_af(self, reden: str, *, om: datetime) -> None:
        team = self.huishouden.team
        afronding = Afronding(
            reden=reden,
            verteld_aan=self.leden[0],
            verteld_op=om.date(),
            verteld_hoe=Hoeverteld.TELEFOON,
            blijft_contact=f"{team.naam}, {team.telefoon}",
            bereikt_inwoner="Ik weet nu waar ik terechtkan.",
            zicht_op_hulp=f"{team.naam}, elk jaar een telefoontje" if self.toewijzingen else "",
            bereikt_medewerker="De vraag is beantwoord. De inwoner kan zelf verder.",
        )
        sluit_dossier(self.dossier, afronding, by=self.regisseur, at=om, zet=self.post.zet)

    def sluit(self, afloop: str, *, om: datetime) -> None:
        """Every case ends with its outcome, and the file is closed."""
        for casus in self.casussen:
            dossier_acties.sluit_casus(casus, afloop=afloop, by=self.regisseur, at=om)
        self.status(Dossierstatus.GESLOTEN, afloop, om=om)
