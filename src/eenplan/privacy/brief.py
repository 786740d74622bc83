"""The answer to a request as the resident reads it, and the extract as a readable paper.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Gemeente
from eenplan.personen.afscherming import adres_op_brief
from eenplan.personen.models import Huishouden
from eenplan.personen.queries import leden
from eenplan.privacy.models import Uittreksel, Verzoek, Verzoeksoort, Vragersoort
from eenplan.privacy.states import Verzoekstatus
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import voluit, zonder_weekdag
from eenplan.wetgeving.termijnen import einddatum_bezwaar

WEGGELATEN: Final = "[weggelaten: gaat over iemand anders]"
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}))?\b")
_VRAAG: Final = {
    Verzoeksoort.INZAGE: "welke gegevens wij van u hebben",
    Verzoeksoort.RECTIFICATIE: "om uw gegevens te verbeteren",
    Verzoeksoort.VERNIETIGING: "om uw gegevens te vernietigen",
    Verzoeksoort.BEPERKING: "om uw gegevens een tijd niet te gebruiken",
    Verzoeksoort.BEZWAAR: "om uw gegevens niet meer te gebruiken",
}
_UITKOMST: Final = {
    Verzoekstatus.TOEGEWEZEN: "Wij doen wat u vraagt.",
    Verzoekstatus.DEELS: "Wij doen een deel van wat u vraagt.",
    Verzoekstatus.AFGEWEZEN: "Wij doen niet wat u vraagt.",
}
_GEVOLG: Final = {
    (Verzoeksoort.INZAGE, True): "Bij deze brief krijgt u uw gegevens. Wat over iemand anders gaat, lieten wij weg.",
    (Verzoeksoort.RECTIFICATIE, True): "Wij hebben uw gegevens verbeterd.",
    (Verzoeksoort.RECTIFICATIE, False): "Uw eigen verklaring hoort nu bij het dossier. Wie het dossier leest, leest "
    "ook uw verklaring. Gaf u nog geen verklaring? Dan kan dat altijd nog.",
    (Verzoeksoort.VERNIETIGING, True): "Een tweede medewerker controleert dit. Daarna vernietigen wij uw dossier. Dat "
    "kan niemand ongedaan maken. Wij bewaren dan alleen een verklaring zonder uw naam.",
    (Verzoeksoort.BEPERKING, True): "Wij bewaren uw gegevens, maar delen ze niet en nemen er geen nieuw besluit mee. "
    "Voordat dit eindigt, krijgt u bericht.",
    (Verzoeksoort.BEZWAAR, True): "Wij gebruiken deze gegevens niet meer waarvoor u bezwaar maakte.",
}


@dataclass(frozen=True)
class Antwoord:
    """What is answered: the outcome, the article it rests on, and why, in words the resident understands."""

    uitkomst: str
    artikel: str
    reden: str
    verklaring: str = ""
    gaat_over: str = ""


def kenmerk(verzoek: Verzoek) -> str:
    """Give the reference of a request, without personal data."""
    return f"VZ-{verzoek.pk:06}"


def antwoordbrief(verzoek: Verzoek, antwoord: Antwoord, *, dag: date, ondertekenaar: Medewerker) -> Brief:
    """Give the letter with the answer, the reason, what follows, and how to object (AVG 12 lid 4, UAVG 34)."""
    with override("nl"):
        gemeente = inrichting().gemeente
        naam, regels = _aan(verzoek)
        soort = Verzoeksoort(verzoek.soort)
        vraag = f"Op {zonder_weekdag(verzoek.ontvangen_op)} vroeg u ons {_VRAAG[soort]}."
        return Brief(
            titel="Antwoord op uw verzoek",
            kenmerk=kenmerk(verzoek),
            datum=dag,
            naam=naam,
            adresregels=regels,
            aanhef=f"Beste {naam},",
            delen=(
                Kader("In het kort", f"{vraag} {_UITKOMST[Verzoekstatus(antwoord.uitkomst)]}"),
                Kop("Waarom"),
                Alinea(antwoord.reden),
                Alinea(f"Dit staat in {antwoord.artikel}."),
                *_gevolg(soort, antwoord),
                *_bezwaar(verzoek, dag, gemeente),
            ),
            ondertekenaar=ondertekenaar.naam,
            functie=ondertekenaar.functie,
            onderwerp="uw gegevens bij de gemeente",
            namens=gemeente.college,
            behandelaar=ondertekenaar.naam,
            telefoon=ondertekenaar.telefoon or gemeente.telefoon,
        )


def _gevolg(soort: Verzoeksoort, antwoord: Antwoord) -> Iterator[Deel]:
    deels = antwoord.uitkomst == Verzoekstatus.DEELS
    gevolgen = [antwoord.uitkomst != Verzoekstatus.AFGEWEZEN, *([False] if deels else [])]
    zinnen = [_GEVOLG[soort, ja] for ja in gevolgen if (soort, ja) in _GEVOLG]
    if zinnen:
        yield Kop("Wat dit voor u betekent")
        yield Alinea(" ".join(zinnen))
    if antwoord.verklaring:
        yield Kader("Uw verklaring", antwoord.verklaring)


def _aan(verzoek: Verzoek) -> tuple[str, tuple[str, ...]]:
    """Write to the resident at home; to somebody else at the address that was given."""
    if verzoek.vrager != Vragersoort.ZELF:
        return verzoek.vrager_naam, tuple(regel for regel in verzoek.vrager_adres.splitlines() if regel.strip())
    huishouden = verzoek.dossier.huishouden
    return verzoek.persoon.naam, _adresregels(huishouden, verzoek)


def _adresregels(huishouden: Huishouden, verzoek: Verzoek) -> tuple[str, ...]:
    nu_lid = set(leden(huishouden).values_list("persoon_id", flat=True))
    adres = adres_op_brief(huishouden, aan={verzoek.persoon_id}, personen=nu_lid)
    if adres is None or verzoek.persoon_id not in nu_lid:
        return tuple(regel for regel in verzoek.vrager_adres.splitlines() if regel.strip())
    return (str(adres), f"{adres.postcode_met_spatie}  {adres.woonplaats}".strip())


def _bezwaar(verzoek: Verzoek, dag: date, gemeente: Gemeente) -> tuple[Deel, ...]:
    """AVG 12 lid 4, UAVG 34, Awb 6:5 and 6:7: that one may object or complain, until when and where."""
    laatste = voluit(einddatum_bezwaar(dag).einddatum)
    return (
        Kop("Bent u het niet eens met dit antwoord?"),
        Alinea(f"Bel ons gerust. U kunt ook bezwaar maken. Dat kan tot en met {laatste}. Zet in uw brief:"),
        Lijst(
            (
                "uw naam en adres;",
                "de datum waarop u schrijft;",
                f"om welk antwoord het gaat: kenmerk {kenmerk(verzoek)};",
                "waarom u het er niet mee eens bent;",
                "uw handtekening.",
            )
        ),
        Alinea(f"Stuur de brief naar het {gemeente.college}, {gemeente.bezwaar_adres}."),
        Alinea("U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens."),
        Alinea(
            f"Wilt u dat iemand met u meedenkt? {gemeente.clientondersteuning} helpt u gratis: "
            f"{gemeente.clientondersteuning_telefoon}."
        ),
    )


# -------------------------------------------------------------------------------------------------- the extract


def uittrekselbrief(uittreksel: Uittreksel, gegevens: dict[str, Any], *, dag: date, door: Medewerker) -> Brief:
    """Give everything of the extract as one readable paper: a heading per subject, a paragraph per record."""
    verzoek = uittreksel.verzoek
    naam, regels = _aan(verzoek)
    gemeente = inrichting().gemeente
    return Brief(
        titel="Uw gegevens bij de gemeente",
        kenmerk=kenmerk(verzoek),
        datum=dag,
        naam=naam,
        adresregels=regels,
        aanhef=f"Beste {naam},",
        delen=(
            Alinea(
                "Dit zijn de gegevens die het wijkteam heeft. Wat over iemand anders gaat, lieten wij weg. Daar staat "
                f"dan: {WEGGELATEN}. Dat mag van artikel 15 lid 4 van de AVG."
            ),
            *_onderdelen(gegevens),
            *_stukken(gegevens),
        ),
        ondertekenaar=door.naam,
        functie=door.functie,
        onderwerp=f"alle gegevens over {gegevens['naam']}",
        namens=gemeente.college,
        behandelaar=door.naam,
        telefoon=door.telefoon or gemeente.telefoon,
    )


def _onderdelen(gegevens: dict[str, Any]) -> Iterator[Deel]:
    for onderdeel in gegevens["onderdelen"]:
        yield Kop(onderdeel["kop"])
        for rij in onderdeel["rijen"]:
            yield Alinea("\n".join(f"{kop}: {leesbaar(waarde)}" for _naam, kop, waarde in rij["velden"]))


def _stukken(gegevens: dict[str, Any]) -> Iterator[Deel]:
    yield Kop("Brieven en stukken die erbij zitten")
    punten = tuple(f"{stuk['nummer']:03}: {stuk['titel']}" for stuk in gegevens["bijlagen"])
    yield Lijst(punten) if punten else Alinea("Er zitten geen brieven of stukken bij.")


def leesbaar(waarde: str) -> str:
    """Write the dates in a value as people read them."""

    def als_dag(gevonden: re.Match[str]) -> str:
        jaar, maand, dag, tijd = gevonden.groups()
        try:
            tekst = zonder_weekdag(date(int(jaar), int(maand), int(dag)))
        except ValueError:
            return gevonden[0]
        return f"{tekst} om {tijd}" if tijd else tekst

    return _ISO.sub(als_dag, waarde)
