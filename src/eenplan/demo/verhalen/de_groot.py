"""Fam. De Groot: the GP referred a child without the team knowing, and the help ends in three weeks (LW C4)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet

VERSLAG = {
    "vraag": "“Onze dochter is alleen nog maar verdrietig. Wij weten niet hoe we haar kunnen helpen.”",
    "a": "Tess (15) is somber sinds de dood van haar opa. Ze ziet geen vriendinnen meer en haar cijfers zakken.",
    "b": "Ouders zijn er veel voor haar. Tess schrijft in een dagboek en wilde daar iets uit voorlezen.",
    "c": "Haar oudere neef neemt haar mee naar zijn band.",
    "f": "De mentor van school denkt mee. De huisarts is op de hoogte.",
    "afspraken": "We vragen hulp voor Tess. Ouders en mentor spreken elkaar elke maand.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the last evaluation is overdue."""
    zaak = v.gezin(
        v.mens("Ilse de Groot", 44, OUDER, VROUW),
        v.mens("Mark de Groot", 46, OUDER, MAN, jarig=(7, 7)),
        v.mens("Tess de Groot", 15, KIND, VROUW, jarig=(3, 9)),
        regisseur=v.wie.amina,
        relaties=((0, 1, "partner_van"), *ouders_van((0, 1), (2,))),
    )
    ilse, _mark, tess = zaak.leden
    melding = zaak.vraagt(
        tess,
        VERSLAG["vraag"].strip("“”"),
        wet=Wet.JEUGDWET,
        om=v.toen(260, 9),
        door=v.wie.gerda,
        achter="Dat Tess weer lacht.",
        klantgroep="gezin",
        namens=ilse.naam,
    )
    zaak.bevestig(melding, om=v.toen(259, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(258, 9), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(257, 9))
    casus = zaak.open_casus(tess, wet=Wet.JEUGDWET, leefgebied="psychisch", probleem="Somber", om=v.toen(257, 9))
    gesprek = zaak.plan_gesprek(v.toen(250, 16), om=v.toen(257, 9, 10))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(249, 9))
    zaak.verstuur(verslag, om=v.toen(247, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(243, 9))
    zaak.rond_onderzoek_af(om=v.toen(243, 10))
    zaak.begin_plan(
        "Dat Tess zich weer zichzelf voelt.", {"psychisch": (VERSLAG["a"], VERSLAG["c"])}, om=v.toen(238, 9)
    )
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=tess,
            leefgebied="psychisch",
            woorden="Ik wil me weer gewoon voelen.",
            resultaat="Tess ziet elke week een vriendin, gaat naar school en slaapt door.",
            hulp="Jeugd-ggz door Praktijk Kleine Stap",
            evaluatie_op=v.kalender.geleden(2),
            contract=v.contract("JG-01", "Praktijk Kleine Stap"),
            aantal=1,
            frequentie="week",
            vanaf=v.kalender.geleden(215),
            tot_en_met=v.over(15),
            redenen={
                "eigen_kracht": "Praten thuis en schrijven helpt, maar is niet genoeg.",
                "netwerk": "De neef en de mentor zijn er voor haar.",
                "vrijwilliger": "Een maatje past niet bij wat er speelt.",
                "algemeen": "Het jongerenspreekuur verwees door.",
                "lichte_hulp": "Drie gesprekken met Amina waren niet genoeg.",
            },
            casus=casus,
            eigenaar=tess.naam,
        ),
        om=v.toen(238, 10),
    )
    zaak.bied_aan(om=v.toen(236, 9))
    zaak.stel_vast(om=v.toen(234, 9), door=v.wie.farid)
    besluit = zaak.besluit(
        zaak.vraagt_aan(melding, om=v.toen(233, 9)),
        "Tess krijgt hulp van Praktijk Kleine Stap: 1 uur per week, bijna een jaar lang.",
        {
            "hulpvraag": "U en Tess vroegen hulp omdat Tess al maanden somber is.",
            "problemen": "Tess is somber na een verlies. Ze ziet geen vriendinnen en haar cijfers zakken.",
            "benodigde_hulp": "Behandeling, elke week een uur, om het verlies een plek te geven.",
            "eigen_mogelijkheden": "U praat veel met Tess en haar neef neemt haar mee. Dat is fijn, en niet genoeg.",
            "voorziening": "Jeugd-ggz vult aan wat nog nodig is. Lichtere hulp is geprobeerd.",
        },
        om=v.toen(222, 9),
        door=v.wie.daan,
    )
    (toewijzing,) = zaak.wijs_toe(besluit, om=v.toen(221, 9), door=v.wie.daan)
    zaak.start(toewijzing, op=v.kalender.geleden(212), om=v.toen(211, 9), door=v.wie.daan)
    zaak.noteer(
        "Moeder belt: Tess is nu ook bij GGZ Jeugd De Brug. De huisarts heeft haar verwezen. Wij wisten van niets. "
        "Uitzoeken "
        "wie wat doet, voordat het twee keer gebeurt.",
        om=v.toen(18, 11),
    )
    zaak.taak(
        "Huisarts bellen over de verwijzing van Tess",
        uiterlijk=v.kalender.geleden(10),
        om=v.toen(18, 11, 10),
        gedaan_op=v.toen(12, 13),
    )
    zaak.noteer(
        "Huisarts gesproken: wist niet van ons plan. De Brug neemt het over, Kleine Stap rondt af. Evaluatie samen.",
        om=v.toen(12, 13, 10),
    )
    zaak.taak(
        "Evaluatie plannen: de hulp van Kleine Stap stopt over drie weken",
        uiterlijk=v.kalender.geleden(2),
        om=v.toen(12, 13, 20),
    )
