"""The letter that confirms a melding: what happens next, before when, and who stands beside the resident for free.

Wmo 2.3.2 lid 1 (confirmation), lid 2 (own plan within seven days), lid 3 (independent support). Always in Dutch.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst
from eenplan.core.opmaak import leeftijd
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Gemeente
from eenplan.meldingen.models import Kanaal, Melding
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.wetgeving.datums import zonder_weekdag

EIGEN_POST_VANAF = 16  # a younger child gets no letter of its own: it goes to the parents (Jeugdwet 7.3.4)


def bevestigingsbrief(
    melding: Melding, *, klokken: Iterable[Termijn], van: Medewerker, op: date, behandelaar: Medewerker | None = None
) -> Brief:
    """Give the confirmation of receipt. `behandelaar` is the coordinator, when there is one; else the team answers."""
    with override("nl"):
        gemeente, team = inrichting().gemeente, melding.dossier.huishouden.team
        einde = {klok.regel: zonder_weekdag(klok.einddatum) for klok in klokken}
        wie = behandelaar.naam if behandelaar else team.naam
        telefoon = (behandelaar.telefoon if behandelaar else "") or team.telefoon or gemeente.telefoon
        return Brief(
            titel="Wij hebben uw melding ontvangen",
            kenmerk=kenmerk(melding),
            datum=op,
            naam=_geadresseerde(melding, op),
            adresregels=_adresregels(melding),
            aanhef=f"Beste {_geadresseerde(melding, op)},",
            delen=(
                *_ontvangen(melding, einde, op),
                *_vervolg(melding, einde, wie),
                *_eigen_plan(melding, einde),
                *_ondersteuning(gemeente),
                Kop("Hebt u een vraag?"),
                Alinea(f"Bel dan {wie}, telefoon {telefoon}. Zeg dat het gaat om {kenmerk(melding)}."),
            ),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Ontvangst van uw melding",
            namens=gemeente.college,
            behandelaar=wie,
            telefoon=telefoon,
        )


def kenmerk(melding: Melding) -> str:
    """Give the reference of a melding, without personal data."""
    return f"MD-{melding.pk:06}"


def _geadresseerde(melding: Melding, op: date) -> str:
    geboren = melding.persoon.geboortedatum
    if geboren and leeftijd(geboren, op) < EIGEN_POST_VANAF:
        return f"ouders of verzorgers van {melding.persoon.naam}"
    return melding.persoon.naam


def _adresregels(melding: Melding) -> tuple[str, ...]:
    adres = melding.dossier.huishouden.adres
    return (str(adres), f"{adres.postcode_met_spatie} {adres.woonplaats}".strip())


def _vroeg_zelf(melding: Melding, op: date) -> bool:
    """Tell whether the letter goes to whoever asked: the resident, or somebody at home who asked for a child."""
    contact = melding.contact
    if not contact.namens and contact.kanaal not in (Kanaal.PROFESSIONAL, Kanaal.NAASTE):
        return True
    if _geadresseerde(melding, op) == melding.persoon.naam:
        return contact.naam == melding.persoon.naam
    leden = melding.dossier.huishouden.leden.select_related("persoon")
    return contact.naam in {lid.persoon.naam for lid in leden}


def _vraag(melding: Melding, op: date) -> tuple[Deel, ...]:
    """Say who asked. What another told is not put in the post: the resident hears it in the talk."""
    dag = zonder_weekdag(melding.ontvangen_op)
    if _vroeg_zelf(melding, op):
        eerst = Alinea(f"Op {dag} hebt u ons om hulp gevraagd. Wij hebben dit van u gehoord:")
        return (eerst, Alinea(f"“{melding.omschrijving.strip()}”"))
    return (
        Alinea(
            f"Op {dag} vroeg iemand anders ons om hulp voor {melding.persoon.naam}. "
            "In het gesprek vertellen wij wat wij weten. U vertelt zelf wat er speelt."
        ),
    )


def _ontvangen(melding: Melding, einde: dict[str, str], op: date) -> tuple[Deel, ...]:
    gesprek = einde.get("wgs-spoed") or einde.get("wgs-gesprek", "")
    kern = {
        Wet.WMO: f"Wij zoeken samen met u uit wat nodig is. Dat is uiterlijk {einde.get('wmo-onderzoek', '')} klaar.",
        Wet.WGS: f"Wij praten met u over uw geldzorgen: uiterlijk {gesprek}.",
    }
    kaders = [Kader("In het kort", kern[Wet(melding.wet)])] if melding.wet in kern else []
    return (*_vraag(melding, op), *kaders)


def _vervolg(melding: Melding, einde: dict[str, str], wie: str) -> tuple[Deel, ...]:
    bellen = f"{wie} belt u om een afspraak te maken."
    teksten = {
        Wet.WMO: [
            f"{bellen} Wij praten over uw situatie, over wat u zelf kunt en over wie u kan helpen.",
            "Na het onderzoek kunt u een aanvraag doen. Wij beslissen daarop binnen twee weken.",
            f"Is het onderzoek op {einde.get('wmo-onderzoek', '')} niet klaar? Dan mag u toch een aanvraag doen.",
        ],
        Wet.JEUGDWET: [f"{bellen} Wij praten met u en met uw kind over wat er nodig is."],
        Wet.WGS: [f"{bellen} Leg uw brieven en rekeningen vast klaar. Openmaken hoeft niet."],
        Wet.PARTICIPATIEWET: [
            f"{bellen} Wij kijken met u mee. Over een uitkering beslist de afdeling Werk en Inkomen."
        ],
    }
    return (Kop("Wat gebeurt er nu?"), *(Alinea(tekst) for tekst in teksten.get(Wet(melding.wet), [bellen])))


def _eigen_plan(melding: Melding, einde: dict[str, str]) -> tuple[Deel, ...]:
    if melding.wet == Wet.WMO:
        return (
            Kop("U mag zelf een plan maken"),
            Alinea(
                "In een persoonlijk plan schrijft u op wat er aan de hand is en wat u nodig hebt. Het hoeft niet. "
                f"Stuurt u uw plan uiterlijk {einde.get('wmo-persoonlijk-plan', '')}? "
                "Dan gebruiken wij het bij het onderzoek."
            ),
        )
    if melding.wet == Wet.JEUGDWET:
        return (
            Kop("U mag zelf een plan maken"),
            Alinea(
                "U kunt samen met familie of vrienden een plan maken. Dat heet een familiegroepsplan. Het hoeft niet."
            ),
        )
    return ()


def _ondersteuning(gemeente: Gemeente) -> tuple[Deel, ...]:
    return (
        Kop("Gratis hulp van iemand die naast u staat"),
        Alinea("U kunt hulp krijgen van een onafhankelijke cliëntondersteuner. Dat kost u niets."),
        Lijst(
            (
                "De cliëntondersteuner werkt niet voor ons en staat aan uw kant.",
                "Hij of zij kan met u meedenken en bij gesprekken zijn.",
                f"Bel {gemeente.clientondersteuning}: {gemeente.clientondersteuning_telefoon}.",
            )
        ),
    )
