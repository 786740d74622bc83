"""Fam. El Idrissi: a son of thirteen who stays away from school. Farid sent the plan back with a reason."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal

VERSLAG = {
    "vraag": "“Bilal gaat niet meer naar school en wij weten niet meer hoe we hem bereiken.”",
    "a": "Bilal (13) spijbelt sinds de herfst. Hij gamet tot diep in de nacht. Hij zegt dat hij op school voor gek "
    "wordt gezet.",
    "b": "Ouders praten elke avond met hem en hebben de computer uit zijn kamer gehaald. Dat geeft veel ruzie.",
    "c": "Een oom heeft een garage. Bilal helpt daar op zaterdag en is er dan op tijd.",
    "e": "De jongerenwerker kent Bilal van het veldje.",
    "f": "Ouders vinden het goed dat we met de mentor en de leerplichtambtenaar praten. Bilal ook, als hij erbij is.",
    "afspraken": "Gesprek op school met Bilal erbij. Daarna maken we het plan.",
}
TERUG = (
    "Goed plan, maar ik lees Bilal zelf niet terug. Wat wil híj? En beschrijf waaraan we zien dat het is gelukt: "
    "‘beter op school’ kunnen we straks niet meten."
)


def vertel(v: Verteller) -> None:
    """Tell it until the plan lies with Amina again."""
    zaak = v.gezin(
        v.mens("Samira El Idrissi", 36, OUDER, VROUW),
        v.mens("Younes El Idrissi", 40, OUDER, MAN, jarig=(11, 2)),
        v.mens("Bilal El Idrissi", 13, KIND, MAN, jarig=(8, 12)),
        v.mens("Lina El Idrissi", 8, KIND, VROUW, jarig=(2, 27), telefoon=False),
        regisseur=v.wie.amina,
        relaties=((0, 1, "partner_van"), *ouders_van((0, 1), (2, 3))),
    )
    samira, younes, bilal, _lina = zaak.leden
    melding = zaak.vraagt(
        bilal,
        "Onze zoon gaat al weken niet naar school. De leerplichtambtenaar dreigt met een boete.",
        wet=Wet.JEUGDWET,
        om=v.toen(31, 13, 10),
        door=v.wie.gerda,
        achter="Weer met elkaar kunnen praten, en Bilal die ergens bij hoort.",
        klantgroep="gezin",
        kanaal=Kanaal.INLOOP,
        namens=samira.naam,
    )
    zaak.bevestig(melding, om=v.toen(30, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(29, 11), door=v.wie.amina)
    zaak.start_onderzoek(melding, om=v.toen(29, 11, 5))
    casus = zaak.open_casus(
        bilal, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Gaat niet naar school", om=v.toen(29, 11, 5)
    )
    gesprek = zaak.plan_gesprek(v.toen(22, 16), om=v.toen(29, 11, 20), wie=(samira, younes, bilal))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(21, 9))
    zaak.verstuur(verslag, om=v.toen(20, 10))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(17, 9))
    zaak.rond_onderzoek_af(om=v.toen(17, 9, 30))
    zaak.begin_plan(
        "Weer samen eten zonder ruzie, en Bilal die weer naar buiten gaat.",
        {
            "opvoeden": (VERSLAG["a"], VERSLAG["c"]),
            "werk": ("Bilal mist de toetsen van dit blok.", "Hij kan goed sleutelen."),
        },
        om=v.toen(9, 9),
    )
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=bilal,
            leefgebied="opvoeden",
            woorden="Wij willen dat Bilal weer naar school gaat.",
            resultaat="Het gaat beter op school.",
            hulp="Jeugdhulp ambulant door De Vlieger Jeugd en Gezin",
            evaluatie_op=v.over(50),
            contract=v.contract("JA-01", "De Vlieger Jeugd en Gezin"),
            aantal=2,
            frequentie="week",
            vanaf=v.over(15),
            tot_en_met=v.over(140),
            redenen={
                "eigen_kracht": "Ouders hebben van alles geprobeerd en komen er samen niet uit.",
                "netwerk": "De oom helpt op zaterdag, maar kan Bilal niet naar school krijgen.",
                "vrijwilliger": "Een maatje is te licht voor wat er speelt.",
                "algemeen": "De jongerenwerker blijft betrokken, maar kan het thuis niet oplossen.",
                "lichte_hulp": "Twee gesprekken met Amina waren niet genoeg.",
            },
            casus=casus,
            eigenaar=samira.naam,
        ),
        om=v.toen(8, 10),
    )
    zaak.bied_aan(om=v.toen(5, 14))
    zaak.stuur_terug(TERUG, om=v.toen(2, 9, 30), door=v.wie.farid)
    zaak.plan_gesprek(v.straks(1, 15), om=v.toen(2, 11), soort="kantoor", wie=(bilal, younes))
    zaak.taak("Met Bilal zelf praten over wat hij wil", uiterlijk=v.over(1), om=v.toen(2, 11, 5))
