"""Fam. Bouali: many problems and many calls. Amina deliberately waits a day, and writes that down (LW C12)."""

from __future__ import annotations

from datetime import datetime

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal, Melding
from eenplan.metingen.actions import Uitkomst, meet
from eenplan.metingen.models import Moment
from eenplan.personen.models import Persoon
from eenplan.wachtlijsten.actions import Zorg, zet_op_wachtlijst

VERSLAG = {
    "vraag": "“Iedereen wil iets van mij en ik weet niet waar ik moet beginnen.”",
    "a": "Naima heeft drie kinderen, schulden en een dochter met diabetes. Er komen zeven hulpverleners over de vloer.",
    "b": "Naima regelt de diabetes van Salma goed. Ze belt snel als iets misgaat; vaak is het dan een uur later "
    "opgelost.",
    "c": "Haar zus is elke avond aan de lijn.",
    "f": "Met toestemming van Naima: overleg met ziekenhuis, school en bewindvoerder.",
    "afspraken": "Eén plan. Amina is het vaste gezicht. Wie iets wil afspreken met het gezin, belt eerst Amina.",
}


def vertel(v: Verteller) -> None:
    """Tell it until this week, in regie."""
    zaak = v.gezin(
        v.mens("Naima Bouali", 37, OUDER, VROUW),
        v.mens("Salma Bouali", 14, KIND, VROUW, jarig=(2, 2)),
        v.mens("Ilias Bouali", 11, KIND, MAN, jarig=(9, 1), telefoon=False),
        v.mens("Hamza Bouali", 4, KIND, MAN, jarig=(5, 5), telefoon=False),
        regisseur=v.wie.amina,
        relaties=ouders_van((0,), (1, 2, 3)),
    )
    naima, _salma, ilias, _hamza = zaak.leden
    wmo = zaak.vraagt(
        naima,
        VERSLAG["vraag"].strip("“”"),
        wet=Wet.WMO,
        om=v.toen(130, 9),
        door=v.wie.gerda,
        achter="Overzicht, en minder mensen over de vloer.",
        klantgroep="meervoudig",
        is_meervoudig=True,
    )
    jeugd = zaak.vraagt(
        ilias,
        "Ilias zorgt thuis voor zijn broertje en komt te laat op school.",
        wet=Wet.JEUGDWET,
        om=v.toen(128, 9),
        door=v.wie.amina,
        kanaal=Kanaal.PROFESSIONAL,
        namens="de intern begeleider van school",
        klantgroep="meervoudig",
        is_meervoudig=True,
    )
    for melding in (wmo, jeugd):
        zaak.bevestig(melding, om=v.toen(127, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(126, 9), door=v.wie.farid)
    for melding in (wmo, jeugd):
        zaak.start_onderzoek(melding, om=v.toen(126, 10))
    thuis = zaak.open_casus(
        naima, wet=Wet.WMO, leefgebied="thuis", probleem="Geen overzicht, zeven hulpverleners", om=v.toen(126, 10)
    )
    school = zaak.open_casus(
        ilias,
        wet=Wet.JEUGDWET,
        leefgebied="opvoeden",
        probleem="Jonge mantelzorger, te laat op school",
        om=v.toen(126, 10),
    )
    gesprek = zaak.plan_gesprek(v.toen(120, 10), om=v.toen(126, 10, 20))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(120, 12))
    zaak.verstuur(verslag, om=v.toen(118, 9))
    zaak.reageert(
        verslag,
        Verslagstatus.NIET_AKKOORD,
        "Er staat dat ik snel bel. Als ik niet bel, komt er niemand. Dat wil ik erbij hebben.",
        om=v.toen(113, 9),
    )
    zaak.rond_onderzoek_af(om=v.toen(112, 9))
    _meet(zaak, naima, Moment.BEGIN, geld=(2, 3), thuis=(2, 4), psychisch=(3, 4), netwerk=(3, 6), om=v.toen(112, 11))
    zaak.begin_plan(
        "Eén plan, één gezicht, en weer tijd om te lachen.",
        {"thuis": (VERSLAG["a"], VERSLAG["b"]), "opvoeden": ("Ilias zorgt te veel.", "Hij is lief en slim.")},
        om=v.toen(104, 9),
    )
    redenen = {
        "eigen_kracht": "Naima doet heel veel zelf; het overzicht is zoek.",
        "netwerk": "Haar zus woont ver weg.",
        "vrijwilliger": "Een steungezin komt op zaterdag en is niet genoeg.",
        "algemeen": "Spreekuren zijn er al te veel.",
        "lichte_hulp": "Amina houdt de regie, maar kan niet elke week drie uur thuis zijn.",
    }
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=naima,
            leefgebied="thuis",
            woorden="Ik wil weten wie wat doet, en dat er minder mensen komen.",
            resultaat="Er komen drie vaste hulpverleners in plaats van zeven, en Naima kent hun afspraken.",
            hulp="Thuisbegeleiding voor gezinnen door Zorggroep Zonnedaal",
            evaluatie_op=v.over(9),
            contract=v.contract("BG-03", "Zorggroep Zonnedaal"),
            aantal=3,
            frequentie="week",
            vanaf=v.kalender.geleden(85),
            tot_en_met=v.over(175),
            redenen=redenen,
            casus=thuis,
        ),
        om=v.toen(103, 9),
    )
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=ilias,
            leefgebied="opvoeden",
            woorden="Ik wil op tijd op school zijn en na school voetballen.",
            resultaat="Ilias is elke dag op tijd en voetbalt twee middagen.",
            hulp="Jeugdhulp ambulant door Jeugdhulp Zonnedaal",
            evaluatie_op=v.over(9),
            contract=v.contract("JA-01", "Jeugdhulp Zonnedaal"),
            aantal=2,
            frequentie="week",
            vanaf=v.kalender.geleden(85),
            tot_en_met=v.over(90),
            redenen=redenen,
            casus=school,
        ),
        om=v.toen(103, 9, 30),
    )
    zaak.bied_aan(om=v.toen(102, 9))
    zaak.stel_vast(om=v.toen(100, 9), door=v.wie.farid)
    _besluiten(v, zaak, wmo, jeugd)
    zaak.belt(
        "Er is weer een brief van de bewindvoerder!", "Doorgegeven aan Amina.", om=v.toen(20, 9, 10), door=v.wie.gerda
    )
    zaak.noteer(
        "Paniek over een brief. Bewust tot morgen gewacht met terugbellen: vorige keren was het dan al opgelost en "
        "dat geeft "
        "Naima vertrouwen. Zij belde zelf om drie uur: geregeld.",
        om=v.toen(20, 15, 30),
    )
    zaak.belt(
        "Salma ligt in het ziekenhuis, wie haalt Hamza op?",
        "Meteen met Amina doorverbonden.",
        om=v.toen(8, 8, 55),
        door=v.wie.gerda,
    )
    _meet(zaak, naima, Moment.TUSSEN, geld=(3, 5), thuis=(3, 6), psychisch=(3, 5), netwerk=(4, 7), om=v.toen(8, 15))
    zaak.noteer("Salma mag morgen naar huis. Steungezin haalde Hamza op, Ilias kon naar school.", om=v.toen(8, 16))
    zet_op_wachtlijst(
        zaak.dossier,
        persoon=ilias,
        waarvoor="Groep voor jonge mantelzorgers",
        zorg=Zorg(v.wie.amina, "Het steungezin haalt Hamza op, zodat Ilias kan voetballen.", "", v.over(12)),
        sinds=v.kalender.geleden(41),
        wet=Wet.JEUGDWET,
        by=v.wie.amina,
        at=v.toen(3, 9, 40),
    )
    zaak.plan_gesprek(v.straks(2, 9, 30), om=v.toen(3, 10), bij="alle drie de hulpverleners")
    zaak.taak("Uitnodiging evaluatie naar school en bewindvoerder", uiterlijk=v.over(1), om=v.toen(3, 10, 10))


def _meet(zaak: Zaak, wie: Persoon, moment: Moment, *, om: datetime, **gevonden: tuple[int, int]) -> None:
    """Measure how somebody does on a few life domains; the others were not discussed."""
    reden = "Er komt nog te veel tegelijk op haar af."
    uitkomsten = {domein: Uitkomst(niveau, reden, cijfer) for domein, (niveau, cijfer) in gevonden.items()}
    meet(
        zaak.dossier,
        persoon=wie,
        leefgebiedset="dertien",
        moment=moment,
        dag=om.date(),
        uitkomsten=uitkomsten,
        by=zaak.regisseur,
        at=om,
    )


def _besluiten(v: Verteller, zaak: Zaak, wmo: Melding, jeugd: Melding) -> None:
    voor_naima = zaak.besluit(
        zaak.vraagt_aan(wmo, om=v.toen(99, 9)),
        "U krijgt thuisbegeleiding: 3 uur per week. Het doel is overzicht en minder mensen over de vloer.",
        {
            "eigen_kracht": "U doet heel veel zelf. Overzicht houden lukt nu niet.",
            "gebruikelijke_hulp": "Uw kinderen zijn te jong om dit van hen te vragen.",
            "mantelzorg": "Uw zoon Ilias zorgt al te veel.",
            "netwerk": "Uw zus belt elke dag en woont ver weg.",
            "algemene_voorziening": "Spreekuren lossen dit niet op.",
            "passende_bijdrage": "Met een vaste begeleider krijgt u overzicht en rust.",
        },
        om=v.toen(92, 10),
        door=v.wie.daan,
    )
    voor_ilias = zaak.besluit(
        zaak.vraagt_aan(jeugd, om=v.toen(99, 9, 20)),
        "Ilias krijgt hulp: 2 uur per week. Het doel is dat hij op tijd op school is en kan voetballen.",
        {
            "hulpvraag": "U en de school vroegen hulp voor Ilias.",
            "problemen": "Ilias zorgt voor zijn broertje en komt te laat op school.",
            "benodigde_hulp": "Iemand die met Ilias en u afspraken maakt en ze oefent.",
            "eigen_mogelijkheden": "U wilt dat Ilias kind kan zijn. Alleen lukt dat nu niet.",
            "voorziening": "Ambulante jeugdhulp past hierbij; lichtere hulp was niet genoeg.",
        },
        om=v.toen(88, 10),
        door=v.wie.daan,
    )
    for besluit, geleden in ((voor_naima, 86), (voor_ilias, 84)):
        for toewijzing in zaak.wijs_toe(besluit, om=v.toen(geleden + 1, 11), door=v.wie.daan):
            zaak.start(toewijzing, op=v.kalender.geleden(geleden - 4), om=v.toen(geleden - 5, 9), door=v.wie.daan)
