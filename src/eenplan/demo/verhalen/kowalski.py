"""Jakub Kowalski: a surname that shuts the door to school, and a payment that the rules do not know (LW C6)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, Verteller
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal

VERSLAG = {
    "vraag": "“Op mijn diploma staat een andere naam dan op mijn paspoort. Daardoor mag ik niet beginnen aan de "
    "opleiding.”",
    "a": "Jakub is 19 en woont sinds een halfjaar op zichzelf. Zijn achternaam is bij de scheiding van zijn ouders "
    "anders "
    "geschreven. De opleiding tot verpleegkundige wil hem alleen inschrijven als de papieren kloppen.",
    "b": "Jakub heeft alles zelf uitgezocht. De naam wijzigen kost ruim 700 euro. Dat heeft hij niet.",
    "c": "Zijn moeder heeft een bijstandsuitkering en kan niet meebetalen. Met zijn vader heeft hij geen contact.",
    "e": "Het Formulieren Adviespunt hielp met de aanvraag bij Justis.",
    "f": "De opleiding houdt een plek vrij tot 1 februari.",
    "afspraken": "Bram zoekt uit of de gemeente de kosten kan betalen. Jakub vraagt de opleiding om uitstel op papier.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the plan is being written, with the weighing beside it."""
    zaak = v.gezin(v.mens("Jakub Kowalski", 19, ALLEEN, MAN, jarig=(5, 30)), regisseur=v.wie.bram)
    (jakub,) = zaak.leden
    melding = zaak.vraagt(
        jakub,
        "Ik kan niet naar school door mijn achternaam. Een nieuwe naam kost 700 euro en dat heb ik niet.",
        wet=Wet.PARTICIPATIEWET,
        om=v.toen(19, 14, 30),
        door=v.wie.gerda,
        achter="Verpleegkundige worden.",
        klantgroep="enkelvoudig",
        kanaal=Kanaal.INLOOP,
    )
    zaak.bevestig(melding, om=v.toen(18, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(17, 10), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(17, 10, 10))
    casus = zaak.open_casus(
        jakub,
        wet=Wet.PARTICIPATIEWET,
        leefgebied="werk",
        probleem="Geen opleiding door een verkeerde achternaam",
        om=v.toen(17, 10, 10),
    )
    gesprek = zaak.plan_gesprek(v.toen(12, 13), om=v.toen(17, 10, 20), soort="kantoor")
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(12, 14, 30))
    zaak.verstuur(verslag, om=v.toen(11, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(9, 16))
    zaak.rond_onderzoek_af(om=v.toen(9, 16, 10))
    zaak.noteer(
        "Omgekeerde toets gedaan. Doel van de wet: meedoen en werk. De regels voor bijzondere bijstand noemen een "
        "naamswijziging niet. Rechtmatig: mag als maatwerk. Kosten: ruim 700 euro, één keer. Eigen inzet: Jakub "
        "heeft alles "
        "zelf uitgezocht en gaat 40 euro per maand terugbetalen als hij stage loopt. Zonder dit: een jaar thuis en "
        "een uitkering.",
        om=v.toen(6, 15),
    )
    zaak.begin_plan(
        "Verpleegkundige worden.",
        {
            "werk": (VERSLAG["a"], "Jakub zoekt alles zelf uit en komt elke afspraak na."),
            "geld": (VERSLAG["c"], "Geen schulden."),
        },
        om=v.toen(3, 9),
    )
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=jakub,
            leefgebied="werk",
            woorden="Ik wil op 1 februari beginnen met de opleiding.",
            resultaat="Paspoort en diploma hebben dezelfde naam en Jakub staat ingeschreven.",
            hulp="Kosten van de naamswijziging, bijzondere bijstand als maatwerk",
            evaluatie_op=v.over(48),
            contract=v.contract("PW-02"),
            aantal=2,
            frequentie="eenmalig",
            vanaf=v.over(10),
            redenen={
                "eigen_kracht": "Jakub heeft geen spaargeld en verdient te weinig.",
                "netwerk": "Zijn moeder heeft bijstand; met zijn vader is er geen contact.",
                "vrijwilliger": "Hier helpt geen vrijwilliger.",
                "algemeen": "Het adviespunt hielp met de aanvraag, niet met de kosten.",
                "lichte_hulp": "Het team heeft hier geen eigen geld voor.",
            },
            casus=casus,
        ),
        om=v.toen(3, 10),
    )
    zaak.taak("Werk en Inkomen bellen over de bijzondere bijstand", uiterlijk=v.over(1), om=v.toen(3, 10, 20))
