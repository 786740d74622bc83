"""The decision as the resident reads it: what it is, what is granted, why, what it means, and how to object.

A letter is always in Dutch, whatever the language of the worker's screen. The table holds the plan's own lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.models import Besluit, Uitkomst
from eenplan.besluiten.tekst import Besluittekst
from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst, Tabel
from eenplan.dossiers.queries import huidige_regie
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Gemeente
from eenplan.personen.models import Huishouden, Persoon
from eenplan.plannen.models import Inzet
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import opsomming, voluit, zonder_weekdag
from eenplan.wetgeving.leeftijd import leeftijd
from eenplan.wetgeving.termijnen import einddatum_bezwaar

_PER: Final = {"week": "per week", "vier_weken": "per vier weken", "maand": "per maand", "eenmalig": "eenmalig"}
_MEERVOUD: Final = {
    "dag": "dagen",
    "dagdeel": "dagdelen",
    "etmaal": "etmalen",
    "maand": "maanden",
    "rit": "ritten",
    "stuk": "stuks",
    "traject": "trajecten",
}
_GRONDSLAG: Final = {
    Wet.WMO.value: "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015 (Wmo)",
    Wet.JEUGDWET.value: "artikel 2.3 van de Jeugdwet",
    Wet.WGS.value: "de Wet gemeentelijke schuldhulpverlening",
}
# On the screen in its own language, in the letter in Dutch.
KOPPEN: Final = (_("Hulp"), _("Hoeveel"), _("Van"), _("Tot en met"), _("Aanbieder"))


def beschikking(
    besluit: Besluit,
    tekst: Besluittekst,
    regels: Sequence[Inzet],
    *,
    dag: date,
    ondertekenaar: Medewerker,
    namens: str = "",
) -> Brief:
    """Give the letter of a decision that is taken and sent on this day.

    `namens` says on whose behalf and by which mandate (Awb 10:10); a draft of somebody without one leaves that out.
    """
    with override("nl"):
        huishouden, gemeente = besluit.dossier.huishouden, inrichting().gemeente
        naam, aanhef = geadresseerde(besluit.aanvraag.persoon, dag)
        return Brief(
            titel="Besluit op uw aanvraag",
            kenmerk=kenmerk(besluit),
            datum=dag,
            naam=naam,
            adresregels=adresregels(huishouden),
            aanhef=aanhef,
            delen=(
                Kader("In het kort", tekst.samenvatting),
                *_wat(besluit, tekst.uitkomst, regels),
                *_waarom(besluit, tekst),
                *betekent(besluit, regels),
                *_veranderingen(besluit.aanvraag.wet, regels),
                *_bezwaar(besluit, dag, gemeente),
                *vragen(besluit, gemeente),
            ),
            ondertekenaar=ondertekenaar.naam,
            functie=ondertekenaar.functie,
            onderwerp=_onderwerp(besluit),
            namens=namens or gemeente.college,
            behandelaar=ondertekenaar.naam,
            telefoon=ondertekenaar.telefoon or gemeente.telefoon,
        )


def kenmerk(besluit: Besluit) -> str:
    """Give the reference of a decision, without personal data."""
    return f"BS-{besluit.pk:06}"


def hulpregel(inzet: Inzet) -> tuple[str, ...]:
    """Give one line of the plan as it stands in the letter, in the order of `KOPPEN`."""
    with override("nl"):
        return (
            str(inzet.voorziening) if inzet.voorziening else inzet.omschrijving,
            hoeveel(inzet),
            zonder_weekdag(inzet.vanaf) if inzet.vanaf else "zo snel mogelijk",
            zonder_weekdag(inzet.tot_en_met) if inzet.tot_en_met else "zolang het nodig is",
            inzet.contract.aanbieder.naam if inzet.contract else "kiest u nog",
        )


def hoeveel(inzet: Inzet) -> str:
    """Write how much help there is and how often: `3 uur per week`."""
    if inzet.aantal is None or inzet.voorziening is None:
        return "in overleg"
    eenheid = inzet.voorziening.eenheid
    naam = eenheid if inzet.aantal == 1 else _MEERVOUD.get(eenheid, eenheid)
    return f"{_getal(inzet.aantal)} {naam} {_PER.get(inzet.frequentie, '')}".strip()


def _getal(aantal: Decimal) -> str:
    return f"{aantal.normalize():f}".replace(".", ",")


def geadresseerde(persoon: Persoon, dag: date) -> tuple[str, str]:
    """Write to a child under 16 through the parents; from 16 on the young person applies and is written to."""
    if persoon.geboortedatum and leeftijd(persoon.geboortedatum, op=dag) < 16:
        return (
            f"De ouder(s) of verzorger(s) van {persoon.naam}",
            f"Beste ouder(s) of verzorger(s) van {persoon.roepnaam},",
        )
    return persoon.naam, f"Beste {persoon.naam},"


def adresregels(huishouden: Huishouden) -> tuple[str, ...]:
    adres = huishouden.adres
    return (str(adres), f"{adres.postcode[:4]} {adres.postcode[4:]}  {adres.woonplaats}".strip())


def _onderwerp(besluit: Besluit) -> str:
    wet = Wet(besluit.aanvraag.wet).label
    if hasattr(besluit.aanvraag, "verzoek"):
        return f"uw verzoek om een besluit van {zonder_weekdag(besluit.aanvraag.verzoek.gevraagd_op)} ({wet})"
    return f"uw aanvraag van {zonder_weekdag(besluit.aanvraag.ontvangen_op)} voor hulp ({wet})"


def _wat(besluit: Besluit, uitkomst: str, regels: Sequence[Inzet]) -> tuple[Deel, ...]:
    if not regels:
        return (Kop("Wat wij besluiten"), Alinea("Wij wijzen uw aanvraag af. U krijgt deze hulp niet van ons."))
    vaststelling = getattr(besluit.plan, "vaststelling", None)
    vast = f" Dat plan is vastgesteld op {zonder_weekdag(vaststelling.op.date())}." if vaststelling else ""
    deels = "Wij kennen een deel van uw aanvraag toe. De rest wijzen wij af. " if uitkomst == Uitkomst.DEELS else ""
    resultaten = tuple(dict.fromkeys(inzet.doel.resultaat for inzet in regels if inzet.doel.resultaat))
    doel = (Alinea("Wat de hulp moet opleveren:"), Lijst(resultaten)) if resultaten else ()
    return (
        Kop("Wat u krijgt"),
        Alinea(f"{deels}U krijgt de hulp die in uw plan staat.{vast}"),
        Tabel("De hulp uit uw plan", tuple(map(str, KOPPEN)), tuple(hulpregel(inzet) for inzet in regels)),
        *doel,
    )


def _waarom(besluit: Besluit, tekst: Besluittekst) -> tuple[Deel, ...]:
    gronden = [
        Alinea(woorden, grond.kop)
        for grond in gronden_voor(besluit.aanvraag.wet)
        if (woorden := tekst.gronden.get(grond.code, "").strip())
    ]
    wet = _GRONDSLAG.get(besluit.aanvraag.wet)
    grondslag = (Alinea(f"Wij nemen dit besluit op grond van {wet}."),) if wet else ()
    afwijking = tekst.afwijking.strip()
    anders = (Alinea(afwijking, "Wij wijken af van onze regels (artikel 4:84 Awb)."),) if afwijking else ()
    return (
        Kop("Waarom wij dit besluiten"),
        Alinea("Wij spraken met u over uw situatie. Samen maakten wij een plan. Wij keken naar het volgende."),
        *gronden,
        *anders,
        *grondslag,
    )


def betekent(besluit: Besluit, regels: Sequence[Inzet]) -> tuple[Deel, ...]:
    if not regels:
        opnieuw = "Verandert uw situatie? Dan kunt u altijd opnieuw om hulp vragen."
        return (Kop("Wat dit voor u betekent"), Alinea(opnieuw))
    punten = [f"{naam} neemt contact met u op om te beginnen." for naam in _aanbieders(regels)]
    if dagen := sorted({inzet.doel.evaluatie_op for inzet in regels if inzet.doel.evaluatie_op}):
        punten.append(f"Op {opsomming([zonder_weekdag(dag) for dag in dagen])} kijken wij samen of de hulp nog past.")
    if besluit.aanvraag.wet == Wet.WMO:
        punten.append("U betaalt misschien een eigen bijdrage. Het CAK schrijft u daarover.")
    return (Kop("Wat dit voor u betekent"), Lijst(tuple(punten)))


def _aanbieders(regels: Sequence[Inzet]) -> list[str]:
    return list(dict.fromkeys(inzet.contract.aanbieder.naam for inzet in regels if inzet.contract))


def _veranderingen(wet: str, regels: Sequence[Inzet]) -> tuple[Deel, ...]:
    """Wmo 2.3.8 and 2.3.9: who receives help reports changes, and the college looks again from time to time."""
    if not regels:
        return ()
    delen: list[Deel] = [Kop("Geef veranderingen door")]
    delen.append(
        Alinea(
            "Verandert er iets? Laat het ons dan meteen weten. Denk aan een verhuizing, een opname, of meer of minder "
            "hulp van mensen om u heen."
        )
    )
    if wet == Wet.WMO:
        delen.append(
            Alinea(
                "Dit moet van de wet (artikel 2.3.8 van de Wmo). Wij kijken af en toe opnieuw of de hulp nog past "
                "(artikel 2.3.9). Dan kunnen wij dit besluit veranderen."
            )
        )
    return tuple(delen)


def _bezwaar(besluit: Besluit, dag: date, gemeente: Gemeente) -> tuple[Deel, ...]:
    """Awb 3:45, 6:5 and 6:7: that one may object, until when, where, and what the letter must hold."""
    laatste = voluit(einddatum_bezwaar(dag).einddatum)
    return (
        Kop("Bent u het niet eens met dit besluit?"),
        Alinea(
            f"Bel ons gerust. Vaak komen wij er samen uit. U kunt ook bezwaar maken. Dat kan tot en met {laatste}. "
            "Schrijf een brief. Zet daarin:"
        ),
        Lijst(
            (
                "uw naam en adres;",
                "de datum waarop u schrijft;",
                f"om welk besluit het gaat: kenmerk {kenmerk(besluit)};",
                "waarom u het er niet mee eens bent;",
                "uw handtekening.",
            )
        ),
        Alinea(f"Stuur de brief naar het {gemeente.college}, {gemeente.bezwaar_adres}."),
        Alinea(
            "Kunt u niet wachten op ons antwoord? Vraag dan naast uw bezwaar de rechter om een voorlopige voorziening."
        ),
    )


def vragen(besluit: Besluit, gemeente: Gemeente) -> tuple[Deel, ...]:
    regie = huidige_regie(besluit.dossier)
    team = besluit.dossier.huishouden.team
    if regie:
        wie = f"Bel dan met {regie.regisseur.naam}, {regie.regisseur.telefoon or team.telefoon or gemeente.telefoon}."
    else:
        wie = f"Bel dan met {team.naam}, {team.telefoon or gemeente.telefoon}."
    return (
        Kop("Hebt u vragen?"),
        Alinea(
            f"{wie} Wilt u dat iemand met u meedenkt? {gemeente.clientondersteuning} helpt u gratis: "
            f"{gemeente.clientondersteuning_telefoon}."
        ),
    )
