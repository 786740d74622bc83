"""Dhr. Warsame: two months of arrears, and today everybody sits at one table (LW C5)."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, Verteller
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal, Urgentie

VERSLAG = {
    "vraag": "“Ik wil in mijn huis blijven. Ik wil betalen, maar ik begrijp de brieven niet en mijn loon is elke "
    "maand anders.”",
    "a": "Abdi werkt via een uitzendbureau. Hij heeft twee maanden huur niet betaald, 1.340 euro. Lezen in het "
    "Nederlands is moeilijk.",
    "b": "Abdi werkt zo veel als hij kan en heeft deze week 200 euro betaald.",
    "c": "Een vriend van de moskee gaat mee naar afspraken en vertaalt.",
    "f": "Abdi heeft sinds kort een bewindvoerder. Hij vindt het goed dat wij met haar en met de woningcorporatie "
    "praten.",
    "afspraken": "Gesprek met alle drie aan tafel. Tot dan vraagt Amina de corporatie om niet naar de rechter te gaan.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the morning of that talk."""
    zaak = v.gezin(v.mens("Abdi Warsame", 33, ALLEEN, MAN, jarig=(1, 1)), regisseur=v.wie.amina)
    (abdi,) = zaak.leden
    melding = zaak.vraagt(
        abdi,
        "Een huurder heeft twee maanden achterstand. Wij willen eerst met u praten voordat we verder gaan.",
        wet=Wet.WGS,
        om=v.toen(11, 9, 20),
        door=v.wie.gerda,
        achter="In het huis blijven en de brieven begrijpen.",
        klantgroep="schulden",
        kanaal=Kanaal.PROFESSIONAL,
        urgentie=Urgentie.SNEL,
        namens="Mw. De Ruiter, Woningcorporatie Thuis",
    )
    zaak.bevestig(melding, om=v.toen(10, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(10, 11), door=v.wie.amina)
    zaak.start_onderzoek(melding, om=v.toen(10, 11, 5))
    zaak.open_casus(abdi, wet=Wet.WGS, leefgebied="geld", probleem="Twee maanden huurachterstand", om=v.toen(10, 11, 5))
    gesprek = zaak.plan_gesprek(v.toen(7, 17), om=v.toen(10, 11, 20), bij="een vriend die vertaalt")
    zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(6, 9))
    zaak.noteer("Corporatie gevraagd om te wachten met de dagvaarding. Antwoord: tot na het gesprek.", om=v.toen(5, 10))
    zaak.plan_gesprek(
        v.straks(0, 14),
        om=v.toen(5, 10, 20),
        soort="kantoor",
        bij="mw. De Ruiter (woningcorporatie), bewindvoerder, een vriend die vertaalt",
    )
    zaak.taak("Verslag afmaken en versturen", uiterlijk=v.kalender.geleden(1), om=v.toen(6, 9, 40))
