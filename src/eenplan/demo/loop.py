"""Two years of history of one household: the road from question to help, with the delays that the reports measured.

Time walks forward step by step and stops at yesterday, so what is still on the way stands where it stood.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from eenplan.besluiten.models import Aanvraag, Besluit
from eenplan.demo import hulpvragen as h
from eenplan.demo import verhoudingen as v
from eenplan.demo.hulpvragen import Hulpvraag
from eenplan.demo.kaartspel import Kaartspel, kans
from eenplan.demo.kalender import kantooruur, om, werkdag_voor, werkdagen_verder
from eenplan.demo.loting import AFGESLOTEN, AFGEWEZEN, GESTOPT, LICHT, LOOPT, ONDERWEG, VRAAG, Lot
from eenplan.demo.stad import Stad
from eenplan.demo.teksten import Gesproken, spreek
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.models import Casus, Gesprek, Gespreksverslag
from eenplan.dossiers.states import Dossierstatus, Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal, Urgentie
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.models import Vertragingsreden
from eenplan.wetgeving.leeftijd import is_minderjarig

ONDERWEG_DAGEN: Final = 100
START_NORM_DAGEN: Final = 14  # the municipality's own norms: 59 days to the allocation, 73 to the start
MAX_JEUGDHULP: Final = 365


class NogNietGebeurd(Exception):  # noqa: N818 - not an error: here the past ends
    """The next step lies after yesterday."""


class Toeval:
    """The dice and decks of the whole history, shared by every household."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.wmo = Kaartspel(v.WMO_HULP, rng)
        self.jeugd = Kaartspel(
            {
                h.OPVOEDEN.code: v.JEUGD_HULP["zonder verblijf"] * 0.65,
                h.JEUGD_PSYCHISCH.code: v.JEUGD_HULP["zonder verblijf"] * 0.35,
                h.PLEEGZORG.code: v.JEUGD_HULP["met verblijf"],
                h.BESCHERMING.code: v.JEUGD_HULP["bescherming"],
            },
            rng,
        )
        self.werk = Kaartspel({h.BIJSTAND.code: 0.8, h.WERK.code: 0.2}, rng)
        self.kanaal = Kaartspel(
            {
                Kanaal.TELEFOON: 0.55,
                Kanaal.INLOOP: 0.1,
                Kanaal.EMAIL: 0.06,
                Kanaal.ONLINE: 0.07,
                Kanaal.PROFESSIONAL: 0.14,
                Kanaal.NAASTE: 0.08,
            },
            rng,
        )
        self.teruggestuurd = kans(v.PLAN_TERUGGESTUURD, rng)
        self.niet_gemeld = kans(v.START_NIET_GEMELD, rng)
        self.ander = kans(v.ANDERE_REGISSEUR, rng)
        self.heropend = kans(v.HEROPEND, rng)
        self.statusvraag = kans(v.STATUSVRAAG_PER_DOSSIER, rng)
        self.reactie = Kaartspel(
            {
                Verslagstatus.AKKOORD: 0.84,
                Verslagstatus.AANGEVULD: 0.13,
                Verslagstatus.NIET_AKKOORD: 0.03,
            },
            rng,
        )
        self.wacht_op_reactie = kans(v.WACHT_OP_REACTIE, rng)
        self.vervallen = kans(v.GESPREK_VERVALLEN, rng)
        self.lang_gewacht = kans(v.LANG_GEWACHT, rng)
        self.rust = Kaartspel(
            {
                Dossierstatus.GESLOTEN: v.HULP_ZONDER_REGIE,
                Dossierstatus.SLAPEND: 0.05,
                Dossierstatus.NAZORG: 0.04,
                Dossierstatus.AFGESCHAALD: 0.02,
                Dossierstatus.IN_REGIE: 0.89 - v.HULP_ZONDER_REGIE,
            },
            rng,
        )
        # The share of late starts falls over the two years; one deck per half year keeps each at its share.
        self.te_laat = [kans(_aandeel_te_laat(deel / 3), rng) for deel in range(4)]

    def hulpvraag(self, wet: str) -> Hulpvraag:
        """Give a kind of question under this law, in the published proportion."""
        if wet == Wet.JEUGDWET:
            return _PER_CODE[self.jeugd.trek()]
        if wet == Wet.PARTICIPATIEWET:
            return _PER_CODE[self.werk.trek()]
        return h.WMO_VRAGEN[self.wmo.trek()]


def _aandeel_te_laat(verstreken: float) -> float:
    return v.START_TE_LAAT_BEGIN + (v.START_TE_LAAT_EIND - v.START_TE_LAAT_BEGIN) * verstreken


_PER_CODE: Final = {
    vraag.code: vraag
    for vraag in (
        h.OPVOEDEN,
        h.JEUGD_PSYCHISCH,
        h.PLEEGZORG,
        h.BESCHERMING,
        h.BIJSTAND,
        h.WERK,
        h.SCHULDEN,
    )
}


class Loop:
    """Plays what fell to one household, from the first call until yesterday."""

    def __init__(self, zaak: Zaak, lot: Lot, *, toeval: Toeval, stad: Stad) -> None:
        self.zaak = zaak
        self.lot = lot
        self._toeval = toeval
        self._rng = toeval.rng
        self._contracten = stad.contracten
        self._kalender = stad.kalender
        self._personeel = stad.personeel
        # The last working day up to then: an office that is closed takes no calls, and tomorrow is not past.
        self._nu = kantooruur(werkdag_voor(self._eerste_dag() + timedelta(days=1)), self._rng)
        self._begin = self._nu
        self._gesproken: list[Gesproken] = []

    def speel(self) -> None:
        """Let everything happen that happened before today."""
        with suppress(NogNietGebeurd):
            self._speel()
        self._vraag_tussendoor()

    def _speel(self) -> None:
        if self.lot.afloop == VRAAG:
            self._alleen_een_vraag()
            return
        self._kies_vragen()
        self._melding()
        if self.lot.afloop == AFGESLOTEN:
            self._sluit_zonder_aanvraag()
            return
        if all(gesproken.hulpvraag.wet == Wet.PARTICIPATIEWET for gesproken in self._gesproken):
            self._breng_in_beeld()
        else:
            self._onderzoek()
        self._plan()
        if self.lot.afloop != LICHT:
            self._besluiten()
        self._daarna()

    # --- time -------------------------------------------------------------------------------------------------------

    def _eerste_dag(self) -> date:
        """Give the day of the first contact: long enough ago for help to run, or just recently."""
        dagen = (self._kalender.vandaag - self._kalender.begin).days
        if self.lot.afloop == ONDERWEG:
            geleden = self._rng.randint(1, ONDERWEG_DAGEN)
        elif self.lot.afloop in (LOOPT, LICHT):
            geleden = self._rng.randint(ONDERWEG_DAGEN, dagen - 7)
        elif self.lot.afloop == GESTOPT:
            geleden = self._rng.randint(dagen // 3, dagen - 7)
        else:
            geleden = self._rng.randint(2, dagen - 7)
        return self._kalender.vandaag - timedelta(days=geleden)

    def _later(self, minst: int, meest: int) -> datetime:
        """Let so many working days pass, at random between two numbers; none means later the same day."""
        dagen = self._rng.randint(minst, meest)
        if dagen == 0:
            return self._tot(self._nu + timedelta(minutes=self._rng.randint(5, 40)))
        return self._tot(kantooruur(werkdagen_verder(self._nu.date(), dagen), self._rng))

    def _tot(self, moment: datetime) -> datetime:
        """Let time pass until a moment. Raises NogNietGebeurd when that is not past yet."""
        if moment > self._kalender.grens:
            raise NogNietGebeurd
        self._nu = max(self._nu, moment)
        return self._nu

    # --- asking -----------------------------------------------------------------------------------------------------

    def _kies_vragen(self) -> None:
        wetten = self.lot.wetten
        if not wetten:
            vragen = [self._rng.choice(h.LICHTE_VRAGEN)] if self.lot.afloop == LICHT else [self._een_vraag()]
        else:
            vragen = [self._toeval.hulpvraag(wet) for wet in wetten]
            if self.lot.afloop == ONDERWEG and self._rng.random() < 0.15:
                vragen.append(h.SCHULDEN)
        self._gesproken = [spreek(vraag, self._over_wie(vraag), self._rng) for vraag in vragen]

    def _een_vraag(self) -> Hulpvraag:
        return self._rng.choice(
            (h.HUISHOUDEN, h.BEGELEIDING, h.HULPMIDDEL, h.OPVOEDEN, h.EENZAAM, h.PAPIEREN, h.SCHULDEN)
        )

    def _over_wie(self, vraag: Hulpvraag) -> Persoon:
        """Give the member the question is about; a household without children has no question about a child."""
        dag = self._begin.date()
        leden = self.zaak.leden
        geboren = [(lid.geboortedatum, lid) for lid in leden if lid.geboortedatum and lid.geboortedatum <= dag]
        kinderen = [lid for dag_van_geboorte, lid in geboren if is_minderjarig(dag_van_geboorte, op=dag)]
        if vraag.wie == "kind" and kinderen:
            return self._rng.choice(kinderen)
        if vraag.wie == "oudste":
            return min(leden, key=lambda lid: lid.geboortedatum or dag)
        return leden[0]

    def _melding(self) -> None:
        """The first call becomes a melding; a second law comes up in the same week."""
        door = self._rng.choice(self._personeel.frontoffice)
        for nummer, gesproken in enumerate(self._gesproken):
            kanaal = self._toeval.kanaal.trek() if nummer == 0 else Kanaal.RECHTSTREEKS
            self.zaak.vraagt(
                gesproken.persoon,
                gesproken.vraag,
                wet=gesproken.hulpvraag.wet,
                om=self._nu,
                door=door,
                achter=gesproken.hulpvraag.achter,
                klantgroep="meervoudig" if len(self._gesproken) > 1 else gesproken.hulpvraag.klantgroep,
                is_meervoudig=len(self._gesproken) > 1,
                kanaal=kanaal,
                urgentie=self._rng.choices((Urgentie.GEWOON, Urgentie.SNEL, Urgentie.SPOED), (84, 13, 3))[0],
                namens=self._beller(kanaal),
            )
            self._nu += timedelta(minutes=3)
        om = self._later(1, 3)
        for melding in self.zaak.meldingen:
            self.zaak.bevestig(melding, om=om, door=door)

    def _beller(self, kanaal: Kanaal) -> str:
        if kanaal == Kanaal.PROFESSIONAL:
            return self._rng.choice(
                ("Huisartsenpraktijk De Brink", "Basisschool De Regenboog", "Woningcorporatie Thuis")
            )
        if kanaal == Kanaal.NAASTE:
            return self._rng.choice(("een dochter", "een zoon", "een zus", "een buurvrouw"))
        return ""

    def _sluit_zonder_aanvraag(self) -> None:
        self.zaak.wijs_aan(om=self._later(0, 3), door=self.zaak.regisseur)
        self._later(1, 15)
        reden = self._rng.choice(h.SLUITREDENEN)
        for melding in self.zaak.meldingen:
            self.zaak.sluit_melding(melding, reden, om=self._nu)
        self.zaak.status(Dossierstatus.GESLOTEN, reden, om=self._nu + timedelta(minutes=5))

    def _alleen_een_vraag(self) -> None:
        vraag, antwoord = self._rng.choice(h.INFORMATIEVRAGEN)
        self.zaak.vraagt_informatie(vraag, antwoord, om=self._nu, door=self._rng.choice(self._personeel.frontoffice))

    # --- examining --------------------------------------------------------------------------------------------------

    def _breng_in_beeld(self) -> None:
        """Income is decided by Werk en Inkomen: the team maps the question and sends it on, without an onderzoek."""
        self._open_casussen(om=self._begin_regie())
        om = self._later(1, 6)
        for melding in self.zaak.meldingen:
            self.zaak.sluit_melding(melding, "Doorgestuurd naar Werk en Inkomen.", om=om)

    def _begin_regie(self) -> datetime:
        om = self._later(1, 4)
        self.zaak.wijs_aan(om=om, door=self.zaak.regisseur)
        return om

    def _open_casussen(self, *, om: datetime) -> None:
        for gesproken in self._gesproken:
            vraag = gesproken.hulpvraag
            self.zaak.open_casus(
                gesproken.persoon, wet=vraag.wet, leefgebied=vraag.leefgebied, probleem=vraag.probleem, om=om
            )

    def _onderzoek(self) -> None:
        zaak = self.zaak
        self._open_casussen(om=self._begin_regie())
        om = self._later(0, 0)
        for melding in zaak.meldingen:
            zaak.start_onderzoek(melding, om=om)
        verslag = self._spreek_elkaar()
        zaak.verstuur(verslag, om=self._later(1, 4))
        self._reactie(verslag)
        zaak.rond_onderzoek_af(om=self._later(0, 2))
        if self._rng.random() < 0.5:
            zaak.noteer(self._rng.choice(h.NOTITIES), om=self._later(0, 1))

    def _spreek_elkaar(self) -> Gespreksverslag:
        """A conversation is planned and held; now and then the first one falls through, or has to wait too long."""
        if self._toeval.vervallen.trek():
            gesprek = self._plan_gesprek(3, 7)
            self._tot(gesprek.begint_op - timedelta(hours=2))
            self.zaak.laat_vervallen(gesprek, self._rng.choice(_AFZEGGINGEN), om=self._nu)
        gesprek = self._plan_gesprek(14, 24) if self._toeval.lang_gewacht.trek() else self._plan_gesprek(3, 8)
        self._tot(gesprek.begint_op + timedelta(hours=1))
        teksten = {code: tekst for gesproken in reversed(self._gesproken) for code, tekst in gesproken.verslag.items()}
        return self.zaak.schrijf_verslag(gesprek, teksten, om=self._later(0, 1))

    def _plan_gesprek(self, minst: int, meest: int) -> Gesprek:
        begint_op = kantooruur(werkdagen_verder(self._nu.date(), self._rng.randint(minst, meest)), self._rng)
        soort = self._rng.choices(("huisbezoek", "kantoor", "telefoon"), (78, 16, 6))[0]
        return self.zaak.plan_gesprek(begint_op, om=self._later(0, 0), soort=soort)

    def _reactie(self, verslag: Gespreksverslag) -> None:
        """Most residents agree, some correct; who got the report lately may still have to answer."""
        if self.lot.afloop == ONDERWEG and self._toeval.wacht_op_reactie.trek():
            return
        soort = self._toeval.reactie.trek()
        tekst = "" if soort == Verslagstatus.AKKOORD else self._rng.choice(_OPMERKINGEN)
        self.zaak.reageert(verslag, soort, tekst, om=self._later(2, 6))

    # --- planning ---------------------------------------------------------------------------------------------------

    def _plan(self) -> None:
        zaak = self.zaak
        klaar = self._begin.date() + timedelta(days=self._rng.randint(*v.CONTACT_TOT_PLAN_DAGEN))
        self._tot(max(self._nu + timedelta(minutes=30), kantooruur(klaar, self._rng)))
        perspectief = " ".join(gesproken.hulpvraag.achter for gesproken in self._gesproken)
        analyses = {gesproken.hulpvraag.leefgebied: gesproken.analyse for gesproken in self._gesproken}
        zaak.begin_plan(perspectief, analyses, om=self._nu)
        for gesproken, casus in zip(self._gesproken, zaak.casussen, strict=True):
            zaak.voeg_doel_toe(self._doelplan(gesproken, casus), om=self._nu)
        zaak.bied_aan(om=self._later(1, 4))
        manager = self._personeel.managers[zaak.huishouden.team.naam]
        if self._toeval.teruggestuurd.trek():
            zaak.stuur_terug(self._rng.choice(h.TERUGSTUURREDENEN), om=self._later(1, 3), door=manager)
            zaak.bied_aan(om=self._later(1, 5))
        zaak.stel_vast(om=self._later(1, 4), door=manager)

    def _doelplan(self, gesproken: Gesproken, casus: Casus) -> Doelplan:
        """Give the goal with its help; a refusal is a plan without paid help, and an application all the same."""
        doel = Doelplan(
            persoon=gesproken.persoon,
            leefgebied=gesproken.hulpvraag.leefgebied,
            woorden=gesproken.doel,
            resultaat=gesproken.resultaat,
            hulp="",
            evaluatie_op=werkdagen_verder(self._nu.date(), self._rng.randint(55, 70)),
            casus=casus,
        )
        if self.lot.afloop == AFGEWEZEN or not gesproken.hulpvraag.producten:
            return self._met_lichte_hulp(doel, gesproken)
        return self._met_maatwerk(doel, gesproken)

    def _met_lichte_hulp(self, doel: Doelplan, gesproken: Gesproken) -> Doelplan:
        contract = self._contracten[self._rng.choice(gesproken.hulpvraag.lichte_hulp or ("AV-03", "AV-01"))][0]
        trede = contract.voorziening.trede
        return replace(
            doel,
            hulp=contract.voorziening.naam,
            trede=trede,
            contract=contract,
            frequentie="week",
            vanaf=werkdagen_verder(self._nu.date(), 5),
            redenen=_tot_trede(gesproken.redenen, trede),
        )

    def _met_maatwerk(self, doel: Doelplan, gesproken: Gesproken) -> Doelplan:
        product = self._rng.choice(gesproken.hulpvraag.producten)
        contract = self._rng.choice(self._contracten[product.code])
        vanaf = werkdagen_verder(self._nu.date(), 15)
        return replace(
            doel,
            hulp=f"{contract.voorziening.naam} door {contract.aanbieder.naam}",
            contract=contract,
            aantal=self._rng.choice(product.aantal),
            frequentie=product.frequentie,
            vanaf=vanaf,
            tot_en_met=None if product.frequentie == "eenmalig" else self._einde(vanaf, gesproken.hulpvraag),
            redenen=gesproken.redenen,
        )

    def _einde(self, vanaf: date, vraag: Hulpvraag) -> date:
        """Give the last day that is granted: it lies ahead when the help still runs."""
        jaren = 1 if vraag.wet == Wet.JEUGDWET else self._rng.choice((1, 2, 3, 5))
        einde = vanaf + timedelta(days=MAX_JEUGDHULP * jaren - 1)
        if self.lot.afloop == LOOPT and einde <= self._kalender.vandaag:
            einde = self._kalender.vandaag + timedelta(days=self._rng.randint(10, 300))
        return einde

    # --- deciding and helping ---------------------------------------------------------------------------------------

    def _besluiten(self) -> None:
        """Each law has its own application and decision; Werk en Inkomen decides on its own."""
        zaak, door = self.zaak, self._rng.choice(self._personeel.backoffice)
        samen = [
            (melding, gesproken)
            for melding, gesproken in zip(zaak.meldingen, self._gesproken, strict=True)
            if gesproken.hulpvraag.wet != Wet.PARTICIPATIEWET
        ]
        aanvragen = [(zaak.vraagt_aan(melding, om=self._later(0, 0)), gesproken) for melding, gesproken in samen]
        # The Wmo gives two weeks, the others eight: what is due first is decided first.
        aanvragen.sort(key=lambda paar: paar[1].hulpvraag.wet != Wet.WMO)
        besluiten = [self._besluit(aanvraag, gesproken, door) for aanvraag, gesproken in aanvragen]
        if self.lot.afloop != AFGEWEZEN:
            self._begin_hulp(besluiten, door)

    def _besluit(self, aanvraag: Aanvraag, gesproken: Gesproken, door: Medewerker) -> Besluit:
        om = self._later(*((2, 8) if gesproken.hulpvraag.wet == Wet.WMO else (4, 25)))
        samenvatting = _AFWIJZING if self.lot.afloop == AFGEWEZEN else gesproken.samenvatting
        return self.zaak.besluit(aanvraag, samenvatting, gesproken.gronden, om=om, door=door)

    def _begin_hulp(self, besluiten: list[Besluit], door: Medewerker) -> None:
        """The help is allocated, and starts at its own time; some starts are never reported."""
        zaak, om = self.zaak, self._later(0, 2)
        toegewezen = [toewijzing for besluit in besluiten for toewijzing in zaak.wijs_toe(besluit, om=om, door=door)]
        # A start that nobody reported is a missing stamp, which never counts as in time (EN R-05).
        gemeld = [toewijzing for toewijzing in toegewezen if not self._toeval.niet_gemeld.trek()]
        begin = sorted(((self._startdag(om.date()), toewijzing) for toewijzing in gemeld), key=lambda paar: paar[0])
        for (start, reden), toewijzing in begin:
            om_gemeld = self._tot(kantooruur(werkdagen_verder(start, self._rng.randint(1, 4)), self._rng))
            zaak.start(toewijzing, op=start, om=om_gemeld, door=door, reden=reden)
        if self.lot.afloop == GESTOPT:
            self._later(40, 120)
            for levering in zaak.leveringen:
                zaak.stop(levering, self._rng.choice(_STOPREDENEN), op=self._nu.date(), om=self._nu, door=door)
                zaak.nazorg(levering, tot=self._kalender.vandaag - WAT_BLEEF_LIGGEN)

    def _startdag(self, toegewezen: date) -> tuple[date, str]:
        """Give the day on which help began, and why it was late if it was."""
        verstreken = (toegewezen - self._kalender.begin).days / 730
        is_laat = self._toeval.te_laat[min(3, max(0, int(verstreken * 4)))].trek()
        if is_laat:
            dag = toegewezen + timedelta(days=self._rng.randint(START_NORM_DAGEN + 3, 60))
            return werkdagen_verder(dag, 1), self._rng.choice(Vertragingsreden.values)
        return werkdagen_verder(toegewezen, self._rng.randint(1, 8)), ""

    # --- afterwards -------------------------------------------------------------------------------------------------

    def _daarna(self) -> None:
        """The file comes to rest, is passed on, or stays in hand with work to do."""
        zaak = self.zaak
        if self._toeval.ander.trek():
            self._geef_over()
        if self.lot.afloop == AFGEWEZEN:
            zaak.status(Dossierstatus.NAZORG, "het besluit is uitgelegd", om=self._later(1, 10))
            zaak.sluit("Besluit toegelicht; geen vervolg.", om=self._later(1, 10))
            return
        rust = Dossierstatus.GESLOTEN if self.lot.afloop == GESTOPT else self._toeval.rust.trek()
        self._werk_te_doen()
        is_begonnen = zaak.leveringen or any(melding.wet == Wet.PARTICIPATIEWET for melding in zaak.meldingen)
        if is_begonnen or rust in (Dossierstatus.GESLOTEN, Dossierstatus.SLAPEND):
            self._breng_tot_rust(rust)

    def _breng_tot_rust(self, rust: Dossierstatus) -> None:
        zaak = self.zaak
        if rust == Dossierstatus.IN_REGIE:
            return
        if rust == Dossierstatus.AFGESCHAALD:
            zaak.status(rust, "de hulp is lichter geworden", om=self._later(30, 70))
            return
        zaak.status(Dossierstatus.NAZORG, "de doelen zijn gehaald", om=self._later(30, 70))
        if rust == Dossierstatus.SLAPEND:
            zaak.status(rust, "geen vaste contacten meer, de deur staat open", om=self._later(15, 40))
        elif rust == Dossierstatus.GESLOTEN:
            zaak.sluit(self._rng.choice(h.AFLOPEN), om=self._later(15, 40))
            if self._toeval.heropend.trek():
                self._vraag_opnieuw()

    def _vraag_opnieuw(self) -> None:
        """Somebody comes back with a small question: the file opens again, and mostly closes soon."""
        zaak, om = self.zaak, self._later(20, 120)
        gesproken = spreek(self._rng.choice(h.LICHTE_VRAGEN), zaak.leden[0], self._rng)
        door = self._rng.choice(self._personeel.frontoffice)
        melding = zaak.vraagt(gesproken.persoon, gesproken.vraag, wet=gesproken.hulpvraag.wet, om=om, door=door)
        zaak.bevestig(melding, om=self._later(1, 3), door=door)
        zaak.wijs_aan(om=self._later(1, 3), door=zaak.regisseur, reden="Kent het gezin van de vorige keer.")
        reden = self._rng.choice(h.SLUITREDENEN)
        zaak.sluit_melding(melding, reden, om=self._later(3, 15))
        zaak.status(Dossierstatus.GESLOTEN, reden, om=self._later(0, 0))

    def _geef_over(self) -> None:
        zaak = self.zaak
        anderen = [coach for coach in self._personeel.coaches[zaak.huishouden.team.naam] if coach != zaak.regisseur]
        if anderen and zaak.regisseur not in self._personeel.cast.values():
            zaak.regisseur = self._rng.choice(anderen)
            om = self._later(5, 20)
            zaak.wijs_aan(om=om, door=zaak.regisseur, reden="De vorige regisseur werkt hier niet meer.")

    def _werk_te_doen(self) -> None:
        """Something to do that was done, or is still to be done in the coming weeks."""
        om = self._later(3, 15)
        wat = self._rng.choice(h.TAKEN)
        if self._rng.random() < 0.6:
            klaar = kantooruur(werkdagen_verder(om.date(), self._rng.randint(1, 8)), self._rng)
            if klaar <= self._kalender.grens:
                self.zaak.taak(wat, uiterlijk=werkdagen_verder(om.date(), 8), om=om, gedaan_op=klaar)

    def _vraag_tussendoor(self) -> None:
        """Many households call to ask where things stand while they wait."""
        if not self.zaak.meldingen or not self._toeval.statusvraag.trek():
            return
        eind = min(self._nu, self._kalender.grens)
        dagen = min((eind - self._begin).days, 90)
        if dagen < 3:
            return
        om = kantooruur(self._begin.date() + timedelta(days=self._rng.randint(2, dagen - 1)), self._rng)
        if om > self._kalender.grens:
            return
        vraag, antwoord = self._rng.choice(h.STATUSVRAGEN)
        door = self._rng.choice(self._personeel.frontoffice)
        if self._rng.random() < 0.7:
            self.zaak.belt(vraag, antwoord, om=om, door=door)
        else:
            self._terugbellen(vraag, om)

    def _terugbellen(self, vraag: str, om_: datetime) -> None:
        """A promise to call back: mostly kept, sometimes late, and what is left open is recent."""
        door = self._rng.choice(self._personeel.frontoffice)
        beloofd_op = om(werkdagen_verder(om_.date(), 1), self._rng.randrange(9, 17))
        voor = self.zaak.regisseur
        verzoek = self.zaak.vraagt_om_terugbellen(vraag, voor=voor, om=om_, beloofd_op=beloofd_op, door=door)
        is_laat = self._rng.random() < v.TERUGBELLEN_NIET_NAGEKOMEN
        gebeld = beloofd_op + timedelta(days=self._rng.randint(2, 6)) if is_laat else beloofd_op - timedelta(minutes=20)
        gebeld = kantooruur(gebeld.date(), self._rng) if is_laat else gebeld
        if gebeld <= self._kalender.grens:
            self.zaak.belt_terug(verzoek, "Gesproken en uitgelegd hoe het staat.", om=gebeld)


def _tot_trede(redenen: dict[str, str], trede: str) -> dict[str, str]:
    """Keep the reasons of the rungs that are lighter than this one."""
    treden = list(redenen)
    return {code: redenen[code] for code in treden[: treden.index(trede)]} if trede in treden else redenen


_OPMERKINGEN: Final = (
    "Mijn zus komt niet elke week, maar eens in de maand.",
    "Ik heb niet gezegd dat ik nooit buiten kom. Op goede dagen ga ik naar de markt.",
    "U schrijft dat het goed gaat op school. Dat vind ik te mooi gezegd.",
    "De medicijnen staan er verkeerd in.",
)
_AFZEGGINGEN: Final = ("De inwoner was ziek.", "Niemand thuis.", "De regisseur was ziek.")
_AFWIJZING: Final = (
    "U krijgt geen maatwerkvoorziening. Wat u nodig hebt, kan met hulp die voor iedereen open staat. "
    "Het wijkteam helpt u daarbij."
)
WAT_BLEEF_LIGGEN = timedelta(days=21)
_STOPREDENEN: Final = (
    "Het doel is gehaald.",
    "Volgens plan afgesloten.",
    "De inwoner wil niet verder.",
    "Na de operatie niet meer nodig.",
    "Overgegaan naar de Wet langdurige zorg.",
)
