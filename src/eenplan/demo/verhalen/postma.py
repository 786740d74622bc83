"""Hidde Postma: a resident whose help runs well. He is the one who will sign in as a resident later."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, Verteller
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.regie.actions import besluit_schaal, zet_waakvlam_aan
from eenplan.regie.overdracht import vink_regels_af

VERSLAG = {
    "vraag": "“Ik wil mijn leven weer zelf in de hand hebben.”",
    "a": "Hidde (44) heeft autisme. Sinds zijn moeder is overleden, loopt zijn huishouding vast en slaapt hij overdag.",
    "b": "Hidde werkt twaalf uur per week in het archief en komt daar nooit te laat.",
    "c": "Een oom in Friesland belt op zondag. De buurvrouw heeft een sleutel.",
    "e": "Hidde repareert radio’s in het Repair Café.",
    "g": "Verteld wat de eigen bijdrage is.",
    "afspraken": "Begeleiding bij dagritme en huishouding. Hidde leest het plan en schrijft er zelf bij.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the first evaluation, which went well."""
    zaak = v.gezin(v.mens("Hidde Postma", 44, ALLEEN, MAN, jarig=(3, 28)), regisseur=v.wie.bram)
    (hidde,) = zaak.leden
    melding = zaak.vraagt(
        hidde,
        "Ik krijg mijn dag niet op gang sinds mijn moeder er niet meer is. Mijn baas zei dat ik u moest bellen.",
        wet=Wet.WMO,
        om=v.toen(150, 9),
        door=v.wie.gerda,
        achter="Zelf de baas zijn over het eigen leven.",
        klantgroep="enkelvoudig",
    )
    zaak.bevestig(melding, om=v.toen(149, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(148, 9), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(147, 9))
    casus = zaak.open_casus(hidde, wet=Wet.WMO, leefgebied="zelfzorg", probleem="Geen dagritme", om=v.toen(147, 9))
    gesprek = zaak.plan_gesprek(v.toen(140, 11), om=v.toen(147, 9, 10))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(140, 12))
    zaak.verstuur(verslag, om=v.toen(138, 9))
    zaak.reageert(
        verslag, Verslagstatus.AANGEVULD, "Het zijn geen oude radio’s, maar buizenradio’s.", om=v.toen(134, 9)
    )
    zaak.rond_onderzoek_af(om=v.toen(133, 9))
    zaak.begin_plan("Mijn leven zelf in de hand hebben.", {"zelfzorg": (VERSLAG["a"], VERSLAG["b"])}, om=v.toen(127, 9))
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=hidde,
            leefgebied="zelfzorg",
            woorden="Ik wil om acht uur opstaan en elke dag iets in huis doen.",
            resultaat="Hidde staat vijf dagen per week om acht uur op en houdt zijn huis bij met een weekschema.",
            hulp="Begeleiding individueel door De Wegwijzer Begeleiding",
            evaluatie_op=v.over(30),
            contract=v.contract("BG-01", "De Wegwijzer Begeleiding"),
            aantal=2,
            frequentie="week",
            vanaf=v.kalender.geleden(108),
            tot_en_met=v.over(150),
            redenen={
                "eigen_kracht": "Hidde heeft zelf schema’s gemaakt, maar beginnen lukt niet.",
                "netwerk": "De oom woont ver weg en de buurvrouw is op leeftijd.",
                "vrijwilliger": "Hidde wil iemand die autisme begrijpt.",
                "algemeen": "Het Repair Café doet hem goed, maar helpt niet thuis.",
                "lichte_hulp": "Er is langer hulp nodig dan het team kan geven.",
            },
            casus=casus,
        ),
        om=v.toen(127, 10),
    )
    zaak.bied_aan(om=v.toen(125, 9))
    zaak.stel_vast(om=v.toen(123, 9), door=v.wie.farid)
    besluit = zaak.besluit(
        zaak.vraagt_aan(melding, om=v.toen(122, 9)),
        "U krijgt begeleiding: 2 uur per week. U werkt samen aan een vast ritme en een opgeruimd huis.",
        {
            "eigen_kracht": "U werkt en maakt zelf schema’s. Beginnen lukt u niet.",
            "gebruikelijke_hulp": "U woont alleen.",
            "mantelzorg": "Er is geen mantelzorg.",
            "netwerk": "Uw oom belt. De buurvrouw heeft een sleutel voor nood.",
            "algemene_voorziening": "Het Repair Café is belangrijk voor u, maar helpt niet thuis.",
            "passende_bijdrage": "Met deze hulp krijgt u een ritme dat u zelf volhoudt.",
        },
        om=v.toen(115, 9),
        door=v.wie.daan,
    )
    (toewijzing,) = zaak.wijs_toe(besluit, om=v.toen(114, 9), door=v.wie.daan)
    zaak.start(toewijzing, op=v.kalender.geleden(108), om=v.toen(107, 9), door=v.wie.daan)
    zaak.noteer(
        "Evaluatie: vier van de vijf dagen om acht uur op. Hidde is trots en wil het zo houden.", om=v.toen(30, 14)
    )
    _maak_lichter(v, zaak)


def _maak_lichter(v: Verteller, zaak: Zaak) -> None:
    """The coordinator went through the rules, scaled down, and keeps a light on."""
    wie, om = zaak.regisseur, v.toen(30, 15)
    vink_regels_af(zaak.dossier, ["een_plan", "gehoord", "wie_doet_wat", "terugkijken"], by=wie, at=om)
    grond = "Hidde houdt zijn ritme zelf vol. De begeleiding kan in stappen minder."
    besluit_schaal(zaak.dossier, van="team", naar="basis", grond=grond, bekijk_op=v.over(30), by=wie, at=om)
    zet_waakvlam_aan(zaak.dossier, medewerker=wie, waarom="Hidde vraagt niet zelf om hulp.", weken=4, by=wie, at=om)
