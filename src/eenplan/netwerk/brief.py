"""The network on paper for the household: who helps with what. Nobody who is marked is in it.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Tabel
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.netwerk.models import Steunfiguur
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker

KOPPEN = ("Wie", "Voor wie", "Wat", "Hoe vaak")


def netwerkbrief(
    dossier: Dossier, figuren: list[Steunfiguur], *, leden: list[Persoon], van: Medewerker, op: date
) -> Brief:
    """Give the letter with the people around the household, as far as they may be on paper."""
    with override("nl"):
        huishouden, gemeente = dossier.huishouden, inrichting().gemeente
        naam = leden[0].naam if leden else huishouden.naam
        adres = huishouden.adres
        return Brief(
            titel="Wie om u heen staat",
            kenmerk=f"NW-{dossier.pk:06}",
            datum=op,
            naam=naam,
            adresregels=(str(adres), f"{adres.postcode_met_spatie} {adres.woonplaats}".strip()),
            aanhef=f"Beste {naam},",
            delen=tuple(_delen(figuren)),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="De mensen om u heen",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon,
        )


def _delen(figuren: list[Steunfiguur]) -> list[Deel]:
    if not figuren:
        return [Alinea("Wij hebben nog niet opgeschreven wie u steunt. Vertelt u het ons?")]
    rijen = tuple((rij.wie, rij.rond.naam, rij.steun, str(rij.get_hoe_vaak_display())) for rij in figuren)
    return [
        Alinea("Deze mensen staan om u heen. Dat hebt u ons verteld. Klopt er iets niet? Zeg het ons."),
        Tabel("Wie u steunt", KOPPEN, rijen),
    ]
