"""The written account as the resident reads it (Wmo 2.3.2 lid 8), with every remark of the resident beside it.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Gesprek, Gespreksoort, Gespreksverslag, Verslagreactie
from eenplan.dossiers.onderwerpen import PER_CODE, WETTELIJK
from eenplan.dossiers.queries import geschreven, teksten
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Gemeente
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag

_REACTIE = {
    Verslagstatus.AKKOORD: "{naam} is het eens met dit verslag",
    Verslagstatus.AANGEVULD: "{naam} vult aan of verbetert",
    Verslagstatus.NIET_AKKOORD: "{naam} is het niet eens met dit verslag",
}
_HOE = {
    Gespreksoort.HUISBEZOEK: "Wij spraken elkaar bij u thuis, op {dag}.",
    Gespreksoort.KANTOOR: "Wij spraken elkaar op onze teamlocatie, op {dag}.",
    Gespreksoort.TELEFOON: "Wij spraken elkaar aan de telefoon, op {dag}.",
    Gespreksoort.BEELDBELLEN: "Wij spraken elkaar via beeldbellen, op {dag}.",
}


def verslagbrief(verslag: Gespreksverslag, *, aan: Persoon, van: Medewerker, op: date) -> Brief:
    """Give the letter with the report; reactions that were recorded stand in it, each in a frame of its own."""
    with override("nl"):
        huishouden, gemeente = verslag.dossier.huishouden, inrichting().gemeente
        reacties = list(verslag.reacties.all())
        return Brief(
            titel="Verslag van ons gesprek",
            kenmerk=kenmerk(verslag.gesprek),
            datum=op,
            naam=aan.naam,
            adresregels=_adresregels(huishouden),
            aanhef=f"Beste {aan.naam},",
            delen=(
                *_inleiding(verslag, reacties),
                *_besproken(verslag),
                *(_kader(reactie) for reactie in reacties),
                *_vervolg(verslag, reacties, gemeente),
            ),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Wat wij hebben besproken",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon,
        )


def kenmerk(gesprek: Gesprek) -> str:
    """Give the reference of a report, without personal data."""
    return f"GV-{gesprek.pk:06}"


def _adresregels(huishouden: Huishouden) -> tuple[str, ...]:
    adres = huishouden.adres
    postcode = f"{adres.postcode[:4]} {adres.postcode[4:]}"
    return (str(adres), f"{postcode} {adres.woonplaats}".strip())


def _inleiding(verslag: Gespreksverslag, reacties: list[Verslagreactie]) -> tuple[Deel, ...]:
    gesprek = verslag.gesprek
    dag = _dag(gesprek.begint_op)
    namen = [persoon.naam for persoon in gesprek.deelnemers.all()]
    erbij = [*namen, *([gesprek.anderen] if gesprek.anderen else []), gesprek.door.naam]
    waar = _HOE[Gespreksoort(gesprek.soort)].format(dag=dag)
    delen: list[Deel] = [Alinea(f"{waar} In deze brief leest u wat we toen bespraken.")]
    delen.append(Alinea(f"Bij het gesprek waren: {_rij(erbij)}."))
    if reacties:
        delen.append(Alinea("Na het verslag leest u wat erop is geantwoord. Het verslag zelf is niet veranderd."))
    return tuple(delen)


def _besproken(verslag: Gespreksverslag) -> tuple[Deel, ...]:
    delen: list[Deel] = []
    for onderwerp, tekst in geschreven(verslag):
        delen += [Kop(onderwerp.kop_in_brief), Alinea(tekst)]
    open_gebleven = [PER_CODE[code].kop_in_brief for code in WETTELIJK if code not in teksten(verslag)]
    if open_gebleven:
        delen += [Kop("Wat we niet hebben besproken"), Lijst(tuple(open_gebleven))]
    return tuple(delen)


def _kader(reactie: Verslagreactie) -> Kader:
    kop = _REACTIE[Verslagstatus(reactie.soort)].format(naam=reactie.persoon.naam)
    dag = _dag(reactie.ontvangen_op)
    return Kader(f"{kop} ({dag})", reactie.tekst or "Zonder opmerkingen.")


def _vervolg(verslag: Gespreksverslag, reacties: list[Verslagreactie], gemeente: Gemeente) -> tuple[Deel, ...]:
    if reacties:
        return ()
    contact = verslag.gesprek.door
    telefoon = contact.telefoon or verslag.dossier.huishouden.team.telefoon
    return (
        Kop("Klopt dit verslag?"),
        Alinea(
            "Klopt er iets niet, wilt u iets toevoegen of bent u het niet met ons eens? Laat het ons dan weten. "
            "Uw antwoord bewaren we altijd bij dit verslag."
        ),
        Lijst((f"Bel {contact.naam}, {telefoon}.", "Of schrijf uw antwoord op en stuur het naar ons terug.")),
        Alinea(
            f"Wilt u dat iemand met u meedenkt? {gemeente.clientondersteuning} helpt u gratis: "
            f"{gemeente.clientondersteuning_telefoon}."
        ),
    )


def _dag(moment: datetime) -> str:
    return zonder_weekdag(moment.astimezone(AMSTERDAM).date())


def _rij(namen: list[str]) -> str:
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
