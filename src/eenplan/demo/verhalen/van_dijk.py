"""Fam. Van Dijk: the price of the help gave a shock and stands beside the plan, which waits for Farid (LW C13)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal

VERSLAG = {
    "vraag": "“Jesse is vijf en al van twee scholen gestuurd. Wij durven nergens meer met hem heen.”",
    "a": "Jesse (5) kan zijn boosheid niet stoppen en heeft vorige maand een juf gebeten. Broer Teun (3) is bang "
    "voor hem.",
    "b": "Ouders hebben de cursus Opvoeden zo gedaan en houden zich aan een beloningskaart.",
    "c": "Oma vangt Teun op als het misgaat. De buren klagen over het lawaai.",
    "f": "De jeugdarts heeft Jesse gezien en raadt behandeling in het gezin aan.",
    "afspraken": "We vragen intensieve hulp, tijdelijk. Na drie maanden bekijken we of het minder kan.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the plan lies on Farid's desk."""
    zaak = v.gezin(
        v.mens("Lotte van Dijk", 31, OUDER, VROUW),
        v.mens("Bas van Dijk", 33, OUDER, MAN),
        v.mens("Jesse van Dijk", 5, KIND, MAN, jarig=(4, 18), telefoon=False),
        v.mens("Teun van Dijk", 3, KIND, MAN, jarig=(6, 25), telefoon=False),
        regisseur=v.wie.bram,
        relaties=((0, 1, "partner_van"), *ouders_van((0, 1), (2, 3))),
    )
    lotte, bas, jesse, _teun = zaak.leden
    melding = zaak.vraagt(
        jesse,
        "Een jongen van vijf is voor de tweede keer geschorst. De ouders willen hulp en ik maak me zorgen.",
        wet=Wet.JEUGDWET,
        om=v.toen(30, 12),
        door=v.wie.gerda,
        achter="Een kind dat naar school kan en een huis waar het rustig is.",
        klantgroep="gezin",
        kanaal=Kanaal.PROFESSIONAL,
        namens="de jeugdarts",
    )
    zaak.bevestig(melding, om=v.toen(29, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(28, 9), door=v.wie.bram)
    zaak.start_onderzoek(melding, om=v.toen(28, 9, 5))
    casus = zaak.open_casus(
        jesse, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Gedrag, van school gestuurd", om=v.toen(28, 9, 5)
    )
    gesprek = zaak.plan_gesprek(v.toen(21, 9), om=v.toen(28, 9, 20), wie=(lotte, bas, jesse))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(21, 11))
    zaak.verstuur(verslag, om=v.toen(19, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(15, 9), wie=lotte)
    zaak.rond_onderzoek_af(om=v.toen(15, 9, 30))
    zaak.begin_plan("Rust in huis en weer naar school.", {"opvoeden": (VERSLAG["a"], VERSLAG["b"])}, om=v.toen(7, 9))
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=jesse,
            leefgebied="opvoeden",
            woorden="Wij willen weer met z’n vieren naar de speeltuin kunnen. Jesse wil niet meer boos zijn.",
            resultaat="Jesse gaat vier ochtenden per week naar school en slaat of bijt niet meer.",
            hulp="Intensieve gezinsbehandeling door Jeugdhulp Zonnedaal",
            evaluatie_op=v.over(65),
            contract=v.contract("JA-02", "Jeugdhulp Zonnedaal"),
            aantal=4,
            frequentie="week",
            vanaf=v.over(10),
            tot_en_met=v.over(75),
            redenen={
                "eigen_kracht": "Ouders hebben een cursus gedaan en houden vol, maar het is niet genoeg.",
                "netwerk": "Oma vangt Teun op; meer kan zij niet.",
                "vrijwilliger": "Een steungezin durft dit nu niet aan.",
                "algemeen": "Spreekuur en cursus zijn gevolgd.",
                "lichte_hulp": "Een paar gesprekken van het team lossen dit niet op.",
            },
            casus=casus,
            eigenaar=lotte.naam,
        ),
        om=v.toen(6, 10),
    )
    zaak.noteer(
        "Geschrokken van de prijs: bijna 2.000 euro per maand. Met ouders besproken of het lichter kan. Vier uur per "
        "week voor "
        "drie maanden is korter dan een jaar twee uur, en de jeugdarts raadt het aan. Zo staat het in het plan.",
        om=v.toen(6, 15),
    )
    zaak.bied_aan(om=v.toen(2, 14))
