"""Fam. De Wit: a tired mother of two with rent arrears. The report was sent and waits for her answer."""

from __future__ import annotations

from eenplan.demo.verhalen.verteller import KIND, MAN, OUDER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Zaak
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Kanaal, Urgentie
from eenplan.netwerk.actions import Steun
from eenplan.personen.models import Persoon

VRAAG = (
    "Ik red het niet meer alleen met de jongens. Ik ben zo moe dat het huis blijft liggen, en er is twee maanden huur "
    "niet betaald. Ik durf de brieven van de woningcorporatie niet open te maken."
)
VERSLAG = {
    "vraag": "“Ik wil weer rust in huis, en dat de huur betaald is. Ik wil een moeder zijn die niet alleen maar moe "
    "is.”",
    "a": "Sanne slaapt slecht sinds de scheiding, twee jaar geleden. Ze werkt twintig uur in de thuiszorg, met "
    "wisselende "
    "diensten. Daan (9) is vaak boos en wil niet naar school; Mees (6) plast weer in bed.",
    "b": "Sanne kookt elke dag en brengt de jongens naar school. De was en de post blijven liggen. Ze heeft alle "
    "brieven in "
    "een tas gedaan en wil ze samen openmaken.",
    "c": "Haar moeder past op woensdag op. Haar ex-man komt de afspraken over de kinderen niet altijd na. Een "
    "buurvrouw wil "
    "Mees af en toe meenemen naar zwemles.",
    "d": "Oma is 67 en heeft last van haar rug. Zij zegt dat het zo niet lang meer gaat.",
    "e": "We hebben het gehad over het Formulieren Adviespunt en een steungezin. Sanne vindt een steungezin spannend.",
    "f": "Sanne vindt het goed dat Amina met de school van Daan en met de woningcorporatie praat. Met de huisarts "
    "liever nog niet.",
    "g": "Verteld dat er voor hulp uit de Wmo een eigen bijdrage is.",
    "afspraken": "Amina belt de woningcorporatie over uitstel. Sanne neemt de tas met brieven mee. We spreken elkaar "
    "weer over "
    "twee weken, dan ook met Daan en Mees.",
}


def vertel(v: Verteller) -> None:
    """Tell it until the day on which Sanne still has to say whether the report is right."""
    zaak = v.gezin(
        v.mens("Sanne de Wit", 38, OUDER, VROUW, jarig=(3, 14)),
        v.mens("Daan de Wit", 9, KIND, MAN, jarig=(5, 2), telefoon=False),
        v.mens("Mees de Wit", 6, KIND, MAN, jarig=(9, 21), telefoon=False),
        regisseur=v.wie.amina,
        relaties=ouders_van((0,), (1, 2)),
    )
    sanne, daan, _mees = zaak.leden
    wmo = zaak.vraagt(
        sanne,
        VRAAG,
        wet=Wet.WMO,
        om=v.toen(15, 9, 40),
        door=v.wie.gerda,
        achter="Rust in huis, de huur betaald, en een moeder die het volhoudt.",
        klantgroep="meervoudig",
        is_meervoudig=True,
        urgentie=Urgentie.SNEL,
    )
    zaak.bevestig(wmo, om=v.toen(14, 11), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(14, 14), door=v.wie.farid)
    schulden = zaak.vraagt(
        sanne,
        "Twee maanden huur en de zorgverzekering zijn niet betaald.",
        wet=Wet.WGS,
        om=v.toen(13, 15),
        door=v.wie.amina,
        kanaal=Kanaal.RECHTSTREEKS,
        klantgroep="schulden",
        is_meervoudig=True,
    )
    jeugd = zaak.vraagt(
        daan,
        "School belt elke week over Daan. Hij is boos en wil niet meer naar binnen.",
        wet=Wet.JEUGDWET,
        om=v.toen(12, 10),
        door=v.wie.amina,
        kanaal=Kanaal.PROFESSIONAL,
        namens="juf Marieke, basisschool De Regenboog",
        klantgroep="gezin",
        is_meervoudig=True,
    )
    for melding in (schulden, jeugd):
        zaak.bevestig(melding, om=v.toen(11, 9), door=v.wie.amina)
    for melding in (wmo, schulden, jeugd):
        zaak.start_onderzoek(melding, om=v.toen(11, 10))
    zaak.open_casus(
        sanne, wet=Wet.WMO, leefgebied="huishouden", probleem="Overbelast, huishouden ligt stil", om=v.toen(11, 10)
    )
    zaak.open_casus(sanne, wet=Wet.WGS, leefgebied="geld", probleem="Twee maanden huurachterstand", om=v.toen(11, 10))
    zaak.open_casus(
        daan, wet=Wet.JEUGDWET, leefgebied="opvoeden", probleem="Boos, wil niet naar school", om=v.toen(11, 10)
    )
    gesprek = zaak.plan_gesprek(v.toen(6, 10), om=v.toen(11, 11), wie=(sanne, daan), bij="moeder van Sanne")
    zaak.noteer(
        "Sanne belde af voor morgen: Mees is ziek. Verzet naar volgende week, zelfde tijd.", om=v.toen(9, 9, 20)
    )
    verslag = zaak.schrijf_verslag(gesprek, VERSLAG, om=v.toen(6, 13))
    _netwerk(v, zaak, sanne)
    zaak.verstuur(verslag, om=v.toen(4, 11), aan=sanne)
    zaak.taak("Woningcorporatie bellen over uitstel van de huur", uiterlijk=v.kalender.vandaag, om=v.toen(6, 14))
    zaak.taak(
        "Toestemming voor overleg met school laten tekenen",
        uiterlijk=v.over(3),
        om=v.toen(6, 14, 5),
    )
    zaak.belt(
        "Ik heb het verslag gekregen, maar nog geen tijd gehad. Is dat erg?",
        "Nee. Amina komt erop terug in het gesprek.",
        om=v.toen(1, 15, 30),
        door=v.wie.gerda,
    )
    zaak.plan_gesprek(v.vandaag(11), om=v.toen(4, 11, 20), wie=tuple(zaak.leden))


def _netwerk(v: Verteller, zaak: Zaak, sanne: Persoon) -> None:
    """Who is around Sanne: her mother who cannot go on, a neighbour who could do more, a friend nobody may know of."""
    oma = Steun(
        sanne, "mantelzorger", "Past op woensdag op de jongens.", "wekelijks", "goed", "overbelast", naam="Oma Wil"
    )
    ria = Steun(sanne, "buur", "Neemt Mees mee naar zwemles.", "maandelijks", "goed", "kan_meer", naam="buurvrouw Ria")
    vriend = Steun(
        sanne, "vriend", "Belt als het niet gaat.", "dagelijks", "wisselend", "grens", naam="Joris",
        markeringen=frozenset({"geheim"}), reden="De vader van de jongens mag niet weten dat zij elkaar spreken.",
    )  # fmt: skip
    for minuut, steun in enumerate((oma, ria, vriend)):
        zaak.steunt(steun, om=v.toen(6, 13, 20 + minuut))
