"""Fam. Yılmaz: a father with brain injury. The plan was adopted and the decision is due today (after LW C2)."""

from __future__ import annotations

from datetime import date, datetime

from eenplan.demo.kalender import om, werkdag_vanaf, werkdag_voor, werkdagen_verder
from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal
from eenplan.wetgeving.termijnen import bereken

VERSLAG = {
    "vraag": "“Ik kan hem niet alleen laten. Ik wil dat Emre overdag ergens is waar hij iets kan, en dat ik weer "
    "slaap.”",
    "a": "Emre heeft sinds het ongeluk, anderhalf jaar geleden, niet-aangeboren hersenletsel. Hij is snel "
    "overprikkeld en "
    "raakt in de war als het plan verandert. Hij werkte als monteur en wil iets met zijn handen doen.",
    "b": "Emre staat zelf op en zet thee. Alleen thuis zijn gaat een uur. Elif doet alles in huis en werkt drie dagen.",
    "c": "Een broer haalt Emre op zaterdag op. De moeder van Elif kookt twee keer per week mee.",
    "d": "Elif slaapt vier uur per nacht. Zij wil vaste uren voor zichzelf en de kinderen.",
    "e": "Een inloop zonder begeleiding is geprobeerd: te druk. Emre ging er na een half uur weg.",
    "f": "Emre is onder behandeling bij de revalidatiearts. Met toestemming van Emre heeft de arts gebeld.",
    "g": "Verteld wat de eigen bijdrage is.",
    "afspraken": "We maken een plan met dagbesteding in een kleine groep. Elif gaat naar het mantelzorgspreekuur.",
}
EIGEN_PLAN = (
    "Ik wil overdag weg kunnen, naar een plek waar het rustig is.\n\n"
    "Met mijn handen werken gaat nog goed: ik repareerde vroeger brommers."
)
REDENEN = {
    "eigen_kracht": "Emre houdt het thuis alleen niet vol en Elif is aan het eind van haar kracht.",
    "netwerk": "De broer en de moeder van Elif helpen al zo veel als zij kunnen.",
    "vrijwilliger": "Een vrijwilliger kan Emre niet begeleiden als hij in de war raakt.",
    "algemeen": "De inloop in de buurt is geprobeerd en was te druk.",
    "lichte_hulp": "Het team kan niet vier dagdelen per week begeleiden.",
}


def dag_van_aanvraag(uiterlijk: date) -> date:
    """Give the working day on which an application came in of which this is the last day to decide."""
    dag = werkdag_voor(uiterlijk)
    while bereken("wmo-besluit", dag).einddatum != uiterlijk:
        dag = werkdag_voor(dag)
    return dag


def vertel(v: Verteller) -> None:
    """Tell it until the day on which Daan must decide."""
    zaak = v.gezin(
        v.mens("Emre Yılmaz", 41, OUDER, MAN, jarig=(2, 8)),
        v.mens("Elif Yılmaz", 39, OUDER, VROUW, jarig=(10, 30)),
        v.mens("Deniz Yılmaz", 12, KIND, MAN, jarig=(1, 19)),
        v.mens("Nur Yılmaz", 7, KIND, VROUW, jarig=(7, 4), telefoon=False),
        regisseur=v.wie.amina,
        relaties=((0, 1, "partner_van"), (1, 0, "mantelzorger_van"), *ouders_van((0, 1), (2, 3))),
    )
    emre, elif_, _deniz, _nur = zaak.leden
    # Counted back from the decision, so that its last day is today (or the next day on which it can be taken).
    aangevraagd = dag_van_aanvraag(werkdag_vanaf(v.kalender.vandaag))

    def toen(werkdagen: int, uur: int, minuut: int = 0) -> datetime:
        return om(werkdagen_verder(aangevraagd, -werkdagen) if werkdagen else aangevraagd, uur, minuut)

    melding = zaak.vraagt(
        emre,
        "Mijn man heeft hersenletsel en kan niet alleen zijn. Ik ben op. Is er overdag een plek voor hem?",
        wet=Wet.WMO,
        om=toen(34, 9, 15),
        door=v.wie.gerda,
        achter="Een zinvolle dag voor Emre en lucht voor Elif en de kinderen.",
        klantgroep="enkelvoudig",
        kanaal=Kanaal.NAASTE,
        namens=elif_.naam,
    )
    zaak.bevestig(melding, om=toen(33, 10), door=v.wie.gerda)
    zaak.wijs_aan(om=toen(32, 13), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=toen(31, 9))
    zaak.levert_eigen_plan_in(emre, EIGEN_PLAN, om=toen(30, 10))
    casus = zaak.open_casus(
        emre, wet=Wet.WMO, leefgebied="dag", probleem="Geen dagritme, partner overbelast", om=toen(31, 9)
    )
    gesprek = zaak.plan_gesprek(toen(24, 14), om=toen(31, 10), wie=(emre, elif_))
    zaak.belt(
        "Weet u al wanneer er iemand komt?",
        "Ja, de afspraak staat. Datum herhaald.",
        om=toen(28, 11),
        door=v.wie.gerda,
        persoon=elif_,
    )
    zaak.schrijft_uren(casus, 2, "Met Emre naar de werkplaats gekeken", om=toen(22, 16))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=toen(24, 16))
    zaak.verstuur(verslag, om=toen(21, 11), aan=elif_)
    zaak.reageert(
        verslag,
        Verslagstatus.AANGEVULD,
        "Emre wil er graag bij hebben dat hij vroeger brommers repareerde. Dat zou hij weer willen doen.",
        om=toen(17, 10),
        wie=emre,
    )
    zaak.rond_onderzoek_af(om=toen(15, 9))
    zaak.begin_plan(
        "Emre wil weer iets maken waar een ander wat aan heeft. Elif wil slapen en moeder zijn.",
        {
            "dag": ("Emre heeft geen invulling van zijn dag en kan niet alleen zijn.", "Hij is handig en vriendelijk."),
            "thuis": ("Elif zorgt dag en nacht en slaapt te weinig.", "Het gezin eet elke avond samen."),
        },
        om=toen(9, 9),
    )
    contract = v.contract("DB-01", "Atelier Kanaalzone")
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=emre,
            leefgebied="dag",
            woorden="Ik wil ergens heen waar ik met mijn handen kan werken en waar het rustig is.",
            resultaat="Emre gaat vier dagdelen per week naar de werkplaats en komt ontspannen thuis.",
            hulp="Dagbesteding in een kleine groep door Atelier Kanaalzone",
            evaluatie_op=v.over(60),
            contract=contract,
            aantal=4,
            frequentie="week",
            vanaf=v.over(10),
            tot_en_met=v.over(270),
            redenen=REDENEN,
            casus=casus,
        ),
        om=toen(9, 10),
    )
    zaak.bied_aan(om=toen(6, 15))
    zaak.stel_vast(om=toen(2, 10), door=v.wie.farid, doorgenomen=False)
    zaak.vraagt_aan(melding, om=toen(0, 9, 30))
    zaak.taak("Elif bellen zodra het besluit er is", uiterlijk=v.over(1), om=toen(0, 9, 45))
