"""Dhr. Bakker: after a hospital stay his help has just started. Amina keeps a finger on the pulse."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, Verteller
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal
from eenplan.toewijzingen.models import Vertragingsreden

VERSLAG = {
    "vraag": "“Ik wil mijn zaken weer zelf regelen. Maar alleen lukt me dat nu even niet.”",
    "a": "Henk heeft na een herseninfarct moeite met plannen. De post ligt op de trap en hij vergeet zijn pillen.",
    "b": "Henk wast en kleedt zich zelf, kookt eenvoudig en loopt elke ochtend een rondje met de hond.",
    "c": "Zijn zus belt elke dag. Een oud-collega van de gemeentewerken komt op vrijdag kaarten.",
    "f": "De wijkverpleging zet de pillen klaar. De huisarts stuurde hem naar ons.",
    "g": "Verteld wat de eigen bijdrage is.",
    "afspraken": "Begeleiding om weer grip te krijgen op de dag en de post. Na drie maanden kijken we samen terug.",
}


def vertel(v: Verteller) -> None:
    """Tell it until three weeks after the help started, later than planned."""
    zaak = v.gezin(v.mens("Henk Bakker", 67, ALLEEN, MAN, jarig=(12, 1)), regisseur=v.wie.amina)
    (henk,) = zaak.leden
    melding = zaak.vraagt(
        henk,
        "Ik kom net uit het ziekenhuis en thuis loopt alles in het honderd.",
        wet=Wet.WMO,
        om=v.toen(74, 11, 25),
        door=v.wie.gerda,
        achter="Grip op de dag en de post, zonder dat een ander alles overneemt.",
        klantgroep="enkelvoudig",
        kanaal=Kanaal.PROFESSIONAL,
        namens="Huisartsenpraktijk De Brink",
    )
    zaak.bevestig(melding, om=v.toen(73, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(72, 10), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(72, 10, 30))
    casus = zaak.open_casus(
        henk, wet=Wet.WMO, leefgebied="zelfzorg", probleem="Dag en post op orde houden lukt niet", om=v.toen(72, 10, 30)
    )
    gesprek = zaak.plan_gesprek(v.toen(66, 14), om=v.toen(72, 11), bij="zus Ria")
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(66, 16))
    zaak.verstuur(verslag, om=v.toen(64, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(60, 14))
    zaak.rond_onderzoek_af(om=v.toen(60, 14, 10))
    zaak.begin_plan(
        "Mijn eigen zaken weer regelen, met iemand die meekijkt.",
        {"zelfzorg": (VERSLAG["a"], VERSLAG["b"])},
        om=v.toen(52, 9),
    )
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=henk,
            leefgebied="zelfzorg",
            woorden="Ik wil mijn post weer zelf doen en mijn pillen niet meer vergeten.",
            resultaat="Henk handelt elke week zijn post af en vergeet geen medicijnen.",
            hulp="Begeleiding individueel door Stichting Op Eigen Benen",
            evaluatie_op=v.over(7),
            contract=v.contract("BG-01", "Stichting Op Eigen Benen"),
            aantal=2,
            frequentie="week",
            vanaf=v.kalender.geleden(30),
            tot_en_met=v.over(220),
            redenen={
                "eigen_kracht": "Henk oefent met een weekbord, maar vergeet erop te kijken.",
                "netwerk": "Zijn zus belt elke dag, maar woont te ver weg om te komen.",
                "vrijwilliger": "De kaartvriend is er voor de gezelligheid.",
                "algemeen": "Het Formulieren Adviespunt helpt bij één brief, niet bij overzicht houden.",
                "lichte_hulp": "Er is langer hulp nodig dan het team kan geven.",
            },
            casus=casus,
        ),
        om=v.toen(52, 10),
    )
    zaak.bied_aan(om=v.toen(50, 9))
    zaak.stel_vast(om=v.toen(48, 11), door=v.wie.farid)
    besluit = zaak.besluit(
        zaak.vraagt_aan(melding, om=v.toen(47, 9)),
        "U krijgt begeleiding: 2 uur per week. Samen werkt u aan uw dag, uw post en uw medicijnen.",
        {
            "eigen_kracht": "U doet veel zelf. Overzicht houden lukt sinds uw herseninfarct niet.",
            "gebruikelijke_hulp": "U woont alleen.",
            "mantelzorg": "Uw zus belt elke dag. Langskomen kan zij niet.",
            "netwerk": "Uw kaartvriend komt op vrijdag, en dat is ook goed zo.",
            "algemene_voorziening": "Het Formulieren Adviespunt is niet genoeg.",
            "passende_bijdrage": "Met deze hulp leert u uw eigen zaken weer te regelen.",
        },
        om=v.toen(40, 13),
        door=v.wie.daan,
    )
    (toewijzing,) = zaak.wijs_toe(besluit, om=v.toen(39, 9), door=v.wie.daan)
    zaak.belt(
        "Er zou iemand komen, maar ik heb nog niets gehoord.",
        "De aanbieder heeft nog geen vaste begeleider. Amina belt hen vandaag.",
        om=v.toen(24, 10),
        door=v.wie.gerda,
    )
    zaak.start(
        toewijzing,
        op=v.kalender.geleden(15),
        om=v.toen(14, 10),
        door=v.wie.daan,
        reden=Vertragingsreden.GEEN_PERSONEEL,
    )
    zaak.noteer(
        "Henk gebeld. Begeleider Joost is twee keer geweest. ‘Een rustige vent, we doen één brief per keer.’",
        om=v.toen(6, 11),
    )
    zaak.taak("Evaluatie plannen met Henk, Joost en zus Ria", uiterlijk=v.over(2), om=v.toen(6, 11, 10))
