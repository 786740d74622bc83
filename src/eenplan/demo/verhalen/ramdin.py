"""Mw. Ramdin: the resident may not pay in parts, the worker may. The case is written down as a barrier (LW C9)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet

VERSLAG = {
    "vraag": "“Ik wil mijn energierekening in stukjes betalen, maar aan de telefoon zeggen ze alleen nee.”",
    "a": "Shanti heeft een naheffing van 860 euro. Ze heeft drie keer gebeld voor een regeling en drie keer nee "
    "gekregen.",
    "b": "Ze kan 75 euro per maand missen en heeft dat zelf uitgerekend.",
    "c": "Haar zus helpt met de kinderen, niet met geld.",
    "afspraken": "Bram belt met Shanti erbij. Daarna kijken we of de budgetcursus iets is.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the file is nearly ready to close."""
    zaak = v.gezin(
        v.mens("Shanti Ramdin", 35, OUDER, VROUW, jarig=(10, 10)),
        v.mens("Ravi Ramdin", 10, KIND, MAN, telefoon=False),
        v.mens("Priya Ramdin", 8, KIND, VROUW, jarig=(4, 4), telefoon=False),
        regisseur=v.wie.bram,
        relaties=ouders_van((0,), (1, 2)),
    )
    shanti = zaak.leden[0]
    melding = zaak.vraagt(
        shanti,
        VERSLAG["vraag"].strip("“”"),
        wet=Wet.WGS,
        om=v.toen(26, 10),
        door=v.wie.gerda,
        achter="Serieus genomen worden en kunnen betalen.",
        klantgroep="schulden",
    )
    zaak.bevestig(melding, om=v.toen(25, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(25, 13), door=v.wie.bram)
    zaak.start_onderzoek(melding, om=v.toen(24, 9))
    zaak.open_casus(shanti, wet=Wet.WGS, leefgebied="geld", probleem="Naheffing energie", om=v.toen(24, 9))
    gesprek = zaak.plan_gesprek(v.toen(20, 13), om=v.toen(24, 9, 10), soort="kantoor", wie=(shanti,))
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(20, 14))
    zaak.noteer(
        "Gebeld met de energieleverancier, met Shanti naast me. Zelf kreeg zij drie keer nee; ik kreeg na tien "
        "minuten een "
        "regeling van 75 euro per maand. Gemeld als knelpunt: waarom lukt het de inwoner niet?",
        om=v.toen(20, 14, 30),
    )
    zaak.verstuur(verslag, om=v.toen(18, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(14, 9))
    zaak.rond_onderzoek_af(om=v.toen(14, 9, 5))
    zaak.taak("Na een maand bellen: is de eerste termijn betaald?", uiterlijk=v.over(4), om=v.toen(14, 9, 10))
