"""Fam. Haddad, in Team Zuid 1: Chantal's own work, which nobody in Noord may see."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet

VERSLAG = {
    "vraag": "“Wij willen Nederlands leren en werken, maar onze zoon kan niet alleen zijn.”",
    "a": "Majd (7) heeft epilepsie en gaat halve dagen naar school. Vader en moeder volgen om de beurt taalles.",
    "b": "Ouders kennen de aanvallen en weten wat zij moeten doen.",
    "c": "In de straat woont een gezin uit dezelfde stad, dat soms oppast.",
    "e": "Rania gaat naar het Taalcafé.",
    "afspraken": "We zoeken iemand die Majd na school kan opvangen.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the plan is being written."""
    zaak = v.gezin(
        v.mens("Rania Haddad", 34, OUDER, VROUW),
        v.mens("Khaled Haddad", 38, OUDER, MAN),
        v.mens("Majd Haddad", 7, KIND, MAN, telefoon=False),
        regisseur=v.wie.chantal,
        team="Team Zuid 1",
        relaties=((0, 1, "partner_van"), *ouders_van((0, 1), (2,))),
    )
    majd = zaak.leden[2]
    melding = zaak.vraagt(
        majd,
        "Onze zoon heeft epilepsie en kan na school niet alleen zijn. Wij hebben allebei taalles.",
        wet=Wet.JEUGDWET,
        om=v.toen(22, 10),
        door=v.wie.gerda,
        achter="Meedoen, en een veilige plek voor Majd.",
        klantgroep="gezin",
    )
    zaak.bevestig(melding, om=v.toen(21, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(20, 9), door=v.wie.chantal)
    zaak.start_onderzoek(melding, om=v.toen(20, 9, 10))
    zaak.open_casus(
        majd, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Kan na school niet alleen zijn", om=v.toen(20, 9, 10)
    )
    gesprek = zaak.plan_gesprek(v.toen(14, 15), om=v.toen(20, 9, 20), bij="tolk Arabisch")
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(13, 9))
    zaak.verstuur(verslag, om=v.toen(12, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(8, 9))
    zaak.rond_onderzoek_af(om=v.toen(7, 9))
    zaak.begin_plan(
        "Samen Nederlands leren en werken, met Majd op een veilige plek.",
        {"opvoeden": (VERSLAG["a"], VERSLAG["b"])},
        om=v.toen(3, 9),
    )
    zaak.plan_gesprek(v.straks(0, 13, 30), om=v.toen(3, 9, 30), bij="tolk Arabisch")
    zaak.taak("School bellen over de naschoolse opvang", uiterlijk=v.kalender.vandaag, om=v.toen(3, 9, 40))
