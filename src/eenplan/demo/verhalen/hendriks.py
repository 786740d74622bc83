"""Fam. Hendriks: help was refused because a son lives in; now the son is worn out and they ask again (LW C1)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import INWONEND, MAN, OUDER, VROUW, Verteller
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.states import Dossierstatus, Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Urgentie
from eenplan.personen.models import Persoon

VERSLAG = {
    "vraag": "“Mijn moeder kan het huis niet meer schoonhouden. Kan er iemand komen?”",
    "a": "Truus (79) kan door haar hart niet meer stofzuigen en dweilen.",
    "b": "Zoon Rob (52) woont in. Hij werkt vier dagen in de bouw en zegt dat hij het er wel bij kan doen.",
    "c": "Er is verder geen familie in de buurt.",
    "afspraken": "Rob neemt de zware taken over. Als dat niet gaat, bellen ze opnieuw.",
}


def vertel(v: Verteller) -> None:
    """Tell it from the refusal to the new melding, which is urgent: overload was mentioned."""
    zaak = v.gezin(
        v.mens("Truus Hendriks", 79, OUDER, VROUW, jarig=(1, 12)),
        v.mens("Rob Hendriks", 52, INWONEND, MAN, jarig=(9, 9)),
        regisseur=v.wie.bram,
        relaties=((0, 1, "ouder_van"), (1, 0, "mantelzorger_van")),
    )
    truus, rob = zaak.leden
    melding = zaak.vraagt(
        truus,
        VERSLAG["vraag"].strip("“”"),
        wet=Wet.WMO,
        om=v.toen(160, 9, 30),
        door=v.wie.gerda,
        achter="Een schoon huis.",
        klantgroep="ouder_wordend",
        namens=rob.naam,
    )
    zaak.bevestig(melding, om=v.toen(159, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(158, 13), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(157, 9))
    casus = zaak.open_casus(
        truus, wet=Wet.WMO, leefgebied="huishouden", probleem="Het huishouden lukt niet meer", om=v.toen(157, 9)
    )
    gesprek = zaak.plan_gesprek(v.toen(150, 10), om=v.toen(157, 9, 10))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(150, 11))
    zaak.verstuur(verslag, om=v.toen(148, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(144, 9))
    zaak.rond_onderzoek_af(om=v.toen(144, 9, 20))
    zaak.begin_plan("Een schoon huis voor moeder.", {"huishouden": (VERSLAG["a"], VERSLAG["b"])}, om=v.toen(140, 9))
    zaak.voeg_doel_toe(
        Doelplan(
            persoon=truus,
            leefgebied="huishouden",
            woorden="Ik wil dat het hier schoon is.",
            resultaat="Rob doet elke week de zware taken en Truus de lichte.",
            hulp="Rob neemt de zware taken over",
            evaluatie_op=v.kalender.geleden(80),
            trede="eigen_kracht",
            casus=casus,
        ),
        om=v.toen(140, 9, 30),
    )
    zaak.bied_aan(om=v.toen(139, 9))
    zaak.stel_vast(om=v.toen(137, 10), door=v.wie.farid)
    zaak.besluit(
        zaak.vraagt_aan(melding, om=v.toen(136, 9)),
        "U krijgt geen hulp in het huishouden van de gemeente. Uw zoon woont bij u en kan de zware taken doen.",
        {
            "eigen_kracht": "U doet de lichte taken zelf.",
            "gebruikelijke_hulp": "Uw zoon woont bij u. Van huisgenoten mag men verwachten dat zij meedoen.",
            "mantelzorg": "Dit is gewone hulp van een huisgenoot en nog geen mantelzorg.",
            "netwerk": "Verder is er niemand.",
            "algemene_voorziening": "De was- en strijkservice kan u de was uit handen nemen.",
            "passende_bijdrage": "Met de hulp van uw zoon blijft het huis schoon.",
        },
        om=v.toen(129, 14),
        door=v.wie.daan,
    )
    zaak.status(Dossierstatus.NAZORG, "het besluit is uitgelegd", om=v.toen(110, 9))
    zaak.sluit("Rob doet de zware taken; geen hulp van de gemeente nodig.", om=v.toen(90, 11))
    _opnieuw(v, zaak, rob)


def _opnieuw(v: Verteller, zaak: Zaak, rob: Persoon) -> None:
    """Overload was mentioned, so the front office makes a melding, whatever it thinks of it (EN S-03)."""
    opnieuw = zaak.vraagt(
        rob,
        "Ik zit thuis met een burn-out. Werken en voor mijn moeder zorgen ging niet samen. De praktijkondersteuner "
        "zegt dat "
        "ik overbelast ben en dat ik u moet bellen.",
        wet=Wet.WMO,
        om=v.toen(6, 16),
        door=v.wie.gerda,
        achter="Op adem komen, en dat moeder thuis kan blijven.",
        klantgroep="meervoudig",
        is_meervoudig=True,
        urgentie=Urgentie.SNEL,
    )
    zaak.bevestig(opnieuw, om=v.toen(5, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(5, 11), door=v.wie.farid, reden="Bram kent het gezin van de vorige keer.")
    zaak.start_onderzoek(opnieuw, om=v.toen(4, 9))
    zaak.open_casus(rob, wet=Wet.WMO, leefgebied="thuis", probleem="Mantelzorger is overbelast", om=v.toen(4, 9))
    zaak.plan_gesprek(v.straks(1, 10), om=v.toen(4, 9, 10), bij="praktijkondersteuner van de huisarts")
    zaak.noteer(
        "Kosten naast elkaar gezet: 3 uur hulp kost 108 euro per week. Rob is al zes weken ziek gemeld, en is bij "
        "huisarts, "
        "praktijkondersteuner en psycholoog. Dit meenemen in het gesprek.",
        om=v.toen(3, 14),
    )
