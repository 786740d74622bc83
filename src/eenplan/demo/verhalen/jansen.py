"""Mw. Jansen, 81: wants to stay at home, and was promised that Amina calls back."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, OUDER, VROUW, Verteller
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.models import Casus
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen.actions import leg_relaties_vast
from eenplan.personen.models import Relatiesoort

VERSLAG = {
    "vraag": "“Ik wil in mijn eigen huis blijven. Hier heb ik met Wim gewoond en hier wil ik ook oud worden.”",
    "a": "Riet is 81 en sinds vorig jaar weduwe. Ze heeft artrose in haar knieën. Stofzuigen, ramen en bedden "
    "verschonen "
    "gaan niet meer. De trap gaat op een slechte dag alleen zittend.",
    "b": "Riet kookt elke dag, doet kleine boodschappen met de rollator en houdt haar administratie zelf bij.",
    "c": "Dochter Annelies komt elke woensdag en doet de was. Zij werkt en woont een half uur rijden weg.",
    "d": "Annelies zegt dat het eigenlijk te veel wordt, maar wil het haar moeder niet zeggen.",
    "e": "Riet gaat op dinsdag naar de koffieochtend en op vrijdag naar bewegen voor ouderen.",
    "g": "Verteld wat de eigen bijdrage is. Riet vindt dat geen bezwaar.",
    "afspraken": "We maken een plan voor hulp in het huishouden. Over de trap praten we later, als het vaker misgaat.",
}
REDENEN = {
    "eigen_kracht": "Riet doet wat zij kan; de zware taken gaan niet meer, ook niet met hulpmiddelen.",
    "netwerk": "Annelies doet de was al en kan niet nog een dag komen.",
    "vrijwilliger": "Elke week schoonmaken vraagt Riet niet van een vrijwilliger.",
    "algemeen": "De was- en strijkservice helpt, maar maakt het huis niet schoon.",
    "lichte_hulp": "Het team doet geen schoonmaak.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the morning on which Amina must call back."""
    zaak = v.gezin(v.mens("Riet Jansen", 81, ALLEEN, VROUW, jarig=(4, 3)), regisseur=v.wie.amina)
    dochter = v.gezin(
        v.mens("Annelies Jansen", 54, OUDER, VROUW),
        v.mens("Kees Mulder", 56, OUDER, MAN),
        regisseur=v.wie.amina,
        relaties=((0, 1, "partner_van"),),
    ).leden[0]
    (riet,) = zaak.leden
    leg_relaties_vast([(riet, dochter, Relatiesoort.OUDER_VAN), (dochter, riet, Relatiesoort.MANTELZORGER_VAN)])
    melding = zaak.vraagt(
        riet,
        "Het huishouden gaat me niet meer. Maar ik wil hier niet weg, laat dat duidelijk zijn.",
        wet=Wet.WMO,
        om=v.toen(210, 10, 20),
        door=v.wie.gerda,
        achter="Zelfstandig in het eigen huis blijven wonen.",
        klantgroep="ouder_wordend",
    )
    zaak.bevestig(melding, om=v.toen(209, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(208, 15), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(207, 9))
    casus = zaak.open_casus(
        riet, wet=Wet.WMO, leefgebied="huishouden", probleem="Het huishouden lukt niet meer", om=v.toen(207, 9)
    )
    gesprek = zaak.plan_gesprek(v.toen(200, 10), om=v.toen(207, 9, 30), bij="dochter Annelies")
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(200, 13))
    zaak.verstuur(verslag, om=v.toen(198, 11))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(194, 10))
    zaak.rond_onderzoek_af(om=v.toen(194, 10, 15))
    _plan_en_besluit(v, zaak, melding, casus)
    zaak.noteer(
        "Huisbezoek evaluatie: huis is schoon, Riet is tevreden over Monique van de thuiszorg. Ze begon zelf over de "
        "trap: "
        "vorige week twee keer zittend naar beneden.",
        om=v.toen(32, 14),
    )
    zaak.taak("Nagaan of een traplift past in het huis", uiterlijk=v.over(6), om=v.toen(32, 14, 10))
    zaak.belt(
        "Komt de hulp volgende week gewoon, met de feestdag?",
        "Ja, op donderdag in plaats van woensdag. Nagevraagd bij de thuiszorg.",
        om=v.toen(12, 11, 5),
        door=v.wie.gerda,
    )
    zaak.vraagt_om_terugbellen(
        "Ik ben gisteren op de trap blijven zitten. Ik wil het met Amina over zo’n lift hebben, maar ik wil hier "
        "niet weg.",
        voor=v.wie.amina,
        om=v.toen(1, 15, 50),
        beloofd_op=v.straks(0, 10),
        door=v.wie.gerda,
    )


def _plan_en_besluit(v: Verteller, zaak: Zaak, melding: Melding, casus: Casus) -> None:
    riet = zaak.leden[0]
    zaak.begin_plan(
        "In mijn eigen huis blijven, met een schoon huis en zonder dat Annelies zich uitslooft.",
        {"huishouden": (VERSLAG["a"], VERSLAG["b"]), "netwerk": (VERSLAG["c"], VERSLAG["e"])},
        om=v.toen(185, 9),
    )
    contract = v.contract("HO-01", "Thuiszorg De Linde")
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=riet,
            leefgebied="huishouden",
            woorden="Ik wil dat mijn huis schoon is zonder dat ik op een trapje moet.",
            resultaat="Het huis is elke week schoon en Riet heeft kracht over voor de koffieochtend.",
            hulp="Huishoudelijke ondersteuning door Thuiszorg De Linde",
            evaluatie_op=v.kalender.geleden(32),
            contract=contract,
            aantal=3,
            frequentie="week",
            vanaf=v.kalender.geleden(165),
            tot_en_met=v.over(500),
            redenen=REDENEN,
            casus=casus,
        ),
        om=v.toen(185, 10),
    )
    zaak.bied_aan(om=v.toen(184, 9))
    zaak.stel_vast(om=v.toen(182, 16), door=v.wie.farid)
    aanvraag = zaak.vraagt_aan(melding, om=v.toen(181, 9))
    besluit = zaak.besluit(
        aanvraag,
        "U krijgt hulp in het huishouden: 3 uur per week. Zo blijft uw huis schoon en kunt u hier blijven wonen.",
        {
            "eigen_kracht": "U kookt, doet boodschappen en regelt uw papieren zelf. De zware taken gaan niet meer.",
            "gebruikelijke_hulp": "U woont alleen.",
            "mantelzorg": "Uw dochter doet elke week de was. Meer kan zij niet doen.",
            "netwerk": "Uw buren zijn er voor een praatje, niet voor schoonmaak.",
            "algemene_voorziening": "De was- en strijkservice maakt uw huis niet schoon.",
            "passende_bijdrage": "Met deze hulp houdt u een schoon huis en kunt u hier blijven wonen.",
        },
        om=v.toen(175, 11),
        door=v.wie.daan,
    )
    (toewijzing,) = zaak.wijs_toe(besluit, om=v.toen(174, 9), door=v.wie.daan)
    zaak.start(toewijzing, op=v.kalender.geleden(165), om=v.toen(164, 10), door=v.wie.daan)
