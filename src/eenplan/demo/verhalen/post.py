"""Dhr. Post: every week at the desk with another form, until a volunteer notices (LW C10). Nobody coordinates yet."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import ALLEEN, MAN, Verteller
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal

BEZOEKEN = (
    (24, "Kan iemand deze brief van de belasting voor me lezen?", "Voorgelezen en uitgelegd bij het adviespunt."),
    (17, "Ik snap het formulier voor de huurtoeslag niet.", "Samen ingevuld bij het adviespunt."),
    (10, "Er is weer een brief. Ik geloof dat ik te veel heb gekregen.", "Bezwaarbrief gemaakt bij het adviespunt."),
)


def vertel(v: Verteller) -> None:
    """Tell it until the melding lies with the team, confirmed and without a coordinator."""
    zaak = v.gezin(v.mens("Cor Post", 58, ALLEEN, MAN, jarig=(2, 20)), regisseur=v.wie.bram)
    (cor,) = zaak.leden
    for dagen, vraag, antwoord in BEZOEKEN:
        zaak.vraagt_informatie(vraag, antwoord, om=v.toen(dagen, 11), door=v.wie.gerda)
    melding = zaak.vraagt(
        cor,
        "Cor komt elke week met een ander formulier. Volgens mij is er meer aan de hand: hij is zijn baan kwijt en "
        "eet slecht. "
        "Hij vindt het goed dat ik bel.",
        wet=Wet.WMO,
        om=v.toen(2, 14, 40),
        door=v.wie.gerda,
        achter="Niet meer alles alleen hoeven uitzoeken.",
        klantgroep="meervoudig",
        is_meervoudig=True,
        kanaal=Kanaal.NAASTE,
        namens="Ans, vrijwilliger bij het Formulieren Adviespunt",
    )
    zaak.bevestig(melding, om=v.toen(1, 9), door=v.wie.gerda)
