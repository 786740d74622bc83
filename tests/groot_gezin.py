"""A family of six with four laws, nine providers and two years of history, told through the real actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from eenplan.aanbod.models import Aanbieder, Capaciteit, Contract, Tarief, Voorziening, Voorzieningsoort
from eenplan.besluiten.actions import bereid_besluit_voor, bewaar_besluit, neem_besluit, ontvang_aanvraag
from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.actions import (
    Afspraak,
    begin_verslag,
    bewaar_verslag,
    open_casus,
    plan_gesprek,
    verstuur_verslag,
)
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Huishoudrol, Persoon
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
    sla_treden_over,
    stel_plan_vast,
    voeg_actie_toe,
)
from eenplan.plannen.models import Eigenaarsoort, Ondersteuningsplan
from eenplan.plannen.ontvangst_actions import Ontvangst, leg_ontvangst_vast
from eenplan.teams.models import Medewerker
from personas import Gezin
from verhalen import BRIEF, afgerond_onderzoek

BEGIN = datetime(2024, 11, 25, 9, tzinfo=AMSTERDAM)  # a Monday, two years before most stories
NAMEN = ("Fatima", "Hassan", "Yasmina", "Ilias", "Noor", "Sami")
GEBOREN = ((1984, 2, 3), (1981, 7, 9), (2008, 4, 12), (2011, 9, 30), (2015, 1, 17), (2019, 6, 25))


@dataclass(frozen=True)
class Hulp:
    """One goal with the help of one provider."""

    wie: str
    wet: Wet
    leefgebied: str
    woorden: str
    resultaat: str
    aanbieder: str
    hulp: str
    uren: int
    acties: tuple[tuple[str, str], ...] = ()


VERSIES: tuple[tuple[str, tuple[Hulp, ...]], ...] = (
    (
        "",
        (
            Hulp("Fatima", Wet.WMO, "huishouden", "Ik wil het huis weer aankunnen.", "Het huis is elke week schoon.",
                 "Thuishulp Zonnedaal", "Hulp bij het huishouden", 3, (("Fatima", "maakt een weekrooster"),)),
            Hulp("Hassan", Wet.PARTICIPATIEWET, "werk", "Ik wil weer werken.", "Ik werk twintig uur per week.",
                 "Werkbedrijf Noord", "Begeleiding naar werk", 2, (("Hassan", "schrijft elke week een brief"),)),
            Hulp("Hassan", Wet.WGS, "geld", "Ik wil geen brieven van de deurwaarder meer.", "Er zijn geen schulden.",
                 "Schuldhulp Zonnedaal", "Budgetcoaching", 1, (("Hassan", "brengt alle post mee"),)),
        ),
    ),
    (
        "Ilias gaat niet meer naar school.",
        (
            Hulp("Ilias", Wet.JEUGDWET, "opvoeden", "Ik wil een school waar het rustig is.", "Ilias gaat vier dagen.",
                 "Jeugdhulp De Brug", "Begeleiding van een kind", 2, (("Ilias", "gaat met de coach mee naar school"),)),
            Hulp("Noor", Wet.JEUGDWET, "psychisch", "Ik wil niet meer zo boos worden.", "Noor zegt wat er is.",
                 "Praktijk Kinderrijk", "Speltherapie", 1),
        ),
    ),
    (
        "Hassan werd ziek en de zorg voor de kinderen werd te veel.",
        (
            Hulp("Hassan", Wet.WMO, "lichaam", "Ik wil zelf de trap op.", "Hassan loopt de trap op en af.",
                 "Fysiek Sterk", "Begeleiding thuis", 2, (("Fatima", "oefent elke dag met Hassan"),)),
            Hulp("Fatima", Wet.WMO, "meedoen", "Ik wil een middag voor mezelf.", "Fatima is elke week vrij.",
                 "Respijthuis De Haven", "Respijtzorg", 4, (("oma Samira", "haalt Sami van school"),)),
        ),
    ),
    (
        "Yasmina wordt achttien en wil op zichzelf wonen.",
        (
            Hulp("Yasmina", Wet.JEUGDWET, "wonen", "Ik wil leren om alleen te wonen.", "Yasmina regelt haar geld.",
                 "Stap Vooruit", "Wonen leren", 3, (("Yasmina", "schrijft zich in voor een kamer"),)),
            Hulp("Sami", Wet.JEUGDWET, "opvoeden", "Ik wil goed praten.", "Sami praat in zinnen.",
                 "Logopedie Zuid", "Taalhulp", 1),
        ),
    ),
)  # fmt: skip


@dataclass
class GrootGezin:
    """The family so far, and the workers who helped it."""

    amina: Medewerker
    farid: Medewerker
    gerda: Medewerker
    daan: Medewerker
    leden: dict[str, Persoon] = field(default_factory=dict)
    plannen: list[Ondersteuningsplan] = field(default_factory=list)
    dossier: Dossier = field(init=False)

    @property
    def plan(self) -> Ondersteuningsplan:
        """Return the version that holds."""
        return self.plannen[-1]

    def schrijf_in(self) -> Gezin:
        """The family lives in the area of Team Noord 1."""
        leden = tuple(
            NieuwPersoon(naam, "Amrani Haddou", Huishoudrol.OUDER if nr < 2 else Huishoudrol.KIND,
                         geboortedatum=date(*dag))
            for nr, (naam, dag) in enumerate(zip(NAMEN, GEBOREN, strict=True))
        )  # fmt: skip
        relaties = tuple((ouder, kind, "ouder_van") for ouder in (0, 1) for kind in (2, 3, 4, 5))
        nieuw = NieuwHuishouden(
            straat="Lindelaan",
            huisnummer=66,
            postcode="1231AA",
            woonplaats="Zonnedaal",
            leden=leden,
            relaties=relaties,
        )
        huishouden = schrijf_huishouden_in(nieuw, by=self.gerda, at=BEGIN)
        self.leden = {lid.persoon.roepnaam: lid.persoon for lid in huishouden.leden.select_related("persoon")}
        return Gezin(huishouden, self.leden["Fatima"], self.leden["Ilias"], self.leden["Sami"])

    def schrijf_versie(self, nummer: int, op: datetime) -> None:
        """A version with new goals was written, adopted, and gone through at the table."""
        reden, hulpen = VERSIES[nummer]
        plan = begin_plan(self.dossier, reden=reden, by=self.amina, at=op)
        wie = {"by": self.amina, "at": op}
        if nummer == 0:
            hoop = "Een rustig huis waar iedereen naar school of werk gaat en er genoeg geld is."
            bewaar_perspectief(plan, hoop, bewerking=plan.bewerking, **wie)
        for hulp in hulpen:
            self.voeg_doel_toe(plan, hulp, op)
        bied_plan_aan(plan, **wie)
        vast = stel_plan_vast(plan, by=self.farid, at=op)
        leg_ontvangst_vast(vast, Ontvangst(self.leden["Fatima"], "tafel", op.date()), by=self.amina, at=op)
        self.plannen.append(plan)

    def voeg_doel_toe(self, plan: Ondersteuningsplan, hulp: Hulp, op: datetime) -> None:
        """One goal of one member, with the help of its provider and what the family does itself."""
        wie = {"by": self.amina, "at": op}
        persoon = self.leden[hulp.wie]
        tekst = Leefgebiedtekst(f"{hulp.wie} zegt: {hulp.woorden} Dat lukt nu niet alleen.", "Het gezin helpt elkaar.")
        bewaar_analyse(plan, {hulp.leefgebied: tekst}, bewerking=plan.bewerking, **wie)
        woorden = Doeltekst(
            hulp.woorden,
            resultaat=hulp.resultaat,
            eigenaar_soort=Eigenaarsoort.INWONER,
            eigenaar=persoon.naam,
            leefgebied=hulp.leefgebied,
            persoon=persoon,
            streefdatum=date(2027, 6, 1),
            evaluatie_op=date(2027, 2, 1),
        )
        doel = bewaar_doel(plan, woorden, bewerking=plan.bewerking, **wie)
        redenen = {trede.code: "Dit is geprobeerd en niet genoeg." for trede in inrichting().treden_voor("maatwerk")}
        sla_treden_over(doel, redenen, bewerking=plan.bewerking, **wie)
        contract = bied_hulp_aan(hulp)
        keuze = Keuze(
            trede="maatwerk",
            omschrijving=f"{hulp.hulp} door {hulp.aanbieder}",
            voorziening=contract.voorziening,
            contract=contract,
            aantal=Decimal(hulp.uren),
            frequentie="week",
            vanaf=op.date() + timedelta(days=14),
            tot_en_met=date(2027, 6, 1),
        )
        kies_inzet(doel, keuze, bewerking=plan.bewerking, **wie)
        for naam, wat in hulp.acties:
            voeg_actie_toe(doel, wat=wat, wie=naam, uiterlijk=date(2027, 1, 15), bewerking=plan.bewerking, **wie)

    def spreek(self, op: datetime, wie: str) -> None:
        """A home visit was held, and its report sent."""
        bij = {"by": self.amina, "at": op}
        afspraak = Afspraak("huisbezoek", op, "Lindelaan 66", (self.leden["Fatima"], self.leden[wie]))
        gesprek = plan_gesprek(self.dossier, afspraak, by=self.amina, at=op - timedelta(days=3))
        concept = begin_verslag(gesprek, **bij)
        tekst = f"{wie} vertelt hoe het gaat. Er lukt meer dan de vorige keer, en er blijft nog genoeg over."
        bewaar_verslag(concept, {"a": tekst, "b": "Zij helpen elkaar."}, bewerking=0, **bij)
        verstuur_verslag(concept, BRIEF, **bij)

    def vraag_aan(self, wie: str, wet: Wet, op: datetime, melding: object = None) -> None:
        """Somebody applied for the help in the plan, and got it."""
        gedaan = ontvang_aanvraag(
            self.dossier, persoon=self.leden[wie], wet=wet, ontvangen_op=op.date(), melding=melding,
            by=self.amina, at=op,
        )  # fmt: skip
        wie_besluit = {"by": self.daan, "at": op}
        besluit = bereid_besluit_voor(gedaan, **wie_besluit)
        redenen = {grond.code: "Dit is met het gezin besproken." for grond in gronden_voor(wet)}
        tekst = Besluittekst("U krijgt de hulp uit het plan.", besluit.uitkomst, redenen)
        bewaar_besluit(besluit, tekst, bewerking=besluit.bewerking, **wie_besluit)
        neem_besluit(besluit, **wie_besluit)


def bied_hulp_aan(hulp: Hulp) -> Contract:
    """The provider is in the catalogue, with a tariff and room."""
    voorziening = Voorziening.objects.create(
        code=hulp.aanbieder[:8].upper(), naam=hulp.hulp, soort=Voorzieningsoort.MAATWERK, wet=hulp.wet,
        trede="maatwerk", leefgebied=hulp.leefgebied, eenheid="uur",
    )  # fmt: skip
    aanbieder = Aanbieder.objects.create(naam=hulp.aanbieder, telefoon="0123 45 80 00")
    contract = Contract.objects.create(voorziening=voorziening, aanbieder=aanbieder, vanaf=date(2024, 1, 1))
    Tarief.objects.create(contract=contract, bedrag_cent=4000, vanaf=date(2024, 1, 1))
    Capaciteit.objects.create(contract=contract, peildatum=BEGIN.date(), plaatsen_vrij=4, wachttijd_dagen=9)
    return contract


def bouw(*, amina: Medewerker, farid: Medewerker, gerda: Medewerker, daan: Medewerker) -> GrootGezin:
    """Live through two years: four versions, a talk every two months, four cases and three decisions."""
    groot = GrootGezin(amina, farid, gerda, daan)
    gezin = groot.schrijf_in()
    onderzoek = afgerond_onderzoek(gezin, frontoffice=gerda, regisseur=amina, at=BEGIN)
    groot.dossier = onderzoek.dossier
    for wie, wet in (
        ("Fatima", Wet.WMO),
        ("Hassan", Wet.PARTICIPATIEWET),
        ("Hassan", Wet.WGS),
        ("Ilias", Wet.JEUGDWET),
    ):
        feiten = {"leefgebied": "geld", "probleem": f"{wie} heeft hulp nodig", "by": amina, "at": BEGIN}
        open_casus(groot.dossier, persoon=groot.leden[wie], wet=wet, **feiten)
    for nummer, na_dagen in enumerate((7, 210, 420, 660)):
        groot.schrijf_versie(nummer, BEGIN + timedelta(days=na_dagen))
    for keer in range(12):
        groot.spreek(BEGIN + timedelta(days=20 + 60 * keer), NAMEN[keer % len(NAMEN)])
    groot.vraag_aan("Fatima", Wet.WMO, BEGIN + timedelta(days=667), onderzoek.melding)
    groot.vraag_aan("Ilias", Wet.JEUGDWET, BEGIN + timedelta(days=668))
    groot.vraag_aan("Yasmina", Wet.JEUGDWET, BEGIN + timedelta(days=669))
    return groot
