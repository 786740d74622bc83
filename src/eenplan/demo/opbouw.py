"""Builds Zonnedaal: map, workers, catalogue, the stories of the cast, and then every team's area with its history.

The same seed, size and day give the same town. Everything goes through the actions that the screens call.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import connection, transaction
from django.utils import translation

from eenplan.audit.actions import gebundeld
from eenplan.demo.bevolking import Bevolking
from eenplan.demo.catalogus import Winkel
from eenplan.demo.gebieden import teken_kaart
from eenplan.demo.kalender import Kalender
from eenplan.demo.mandaten import leg_mandaten_vast
from eenplan.demo.personeel import lees_personeel, neem_personeel_aan
from eenplan.demo.ploegen import bevolk_naast_elkaar, processen, snel
from eenplan.demo.samenwerkingen import leg_samenwerkingen_vast
from eenplan.demo.stad import Opdracht, lees_stad
from eenplan.demo.verhalen import vertel
from eenplan.demo.verhoudingen import AANDEEL_PER_TEAM
from eenplan.personen.models import Persoon
from eenplan.teams.models import Gebied, Medewerker

KLEINSTE, GROOTSTE = 1_000, 1_000_000
NAAST_ELKAAR_VANAF = 3_000  # below this, starting processes costs more than it gives
Voortgang = Callable[[str, int, int], None]


class NietLeeg(Exception):  # noqa: N818 - a sentence for whoever builds the demo
    """The database holds data already; a demo is never built over somebody's work."""


def is_gebouwd() -> bool:
    """Tell whether the town stands."""
    return Gebied.objects.exists() and Persoon.objects.exists()


def bouw(*, inwoners: int, seed: int, voortgang: Voortgang, vandaag: date) -> None:
    """Build the town as it is on a day. Raises NietLeeg when the database holds data, ValueError for a wrong size."""
    if not KLEINSTE <= inwoners <= GROOTSTE:
        raise ValueError(f"Kies een aantal inwoners van {KLEINSTE} tot en met {GROOTSTE}.")
    if Gebied.objects.exists() or Persoon.objects.exists() or Medewerker.objects.exists():
        raise NietLeeg("Deze database bevat al gegevens. Een demo wordt alleen in een lege database gemaakt.")
    opdracht = Opdracht(inwoners, seed, vandaag)
    with translation.override("nl"), snel():
        _leg_grondslag(opdracht, voortgang)
        voortgang("Verhalen", 0, inwoners)
        with transaction.atomic(), gebundeld():
            vertel(lees_stad(opdracht))
        _bevolk(opdracht, voortgang)
    voortgang("Klaar", inwoners, inwoners)


def _leg_grondslag(opdracht: Opdracht, voortgang: Voortgang) -> None:
    """Make what everything else stands on: areas, workers, catalogue."""
    voortgang("Wijken en teams", 0, opdracht.inwoners)
    with transaction.atomic():
        teams = teken_kaart(opdracht.inwoners, opdracht.vandaag)
        dobbelstenen = opdracht.dobbelstenen("personeel")
        neem_personeel_aan(teams, inwoners=opdracht.inwoners, vandaag=opdracht.vandaag, rng=dobbelstenen)
    voortgang("Aanbod en prijzen", 0, opdracht.inwoners)
    with transaction.atomic(), gebundeld():
        Winkel(
            beheerder=lees_personeel().ineke,
            kalender=Kalender(opdracht.vandaag),
            rng=opdracht.dobbelstenen("aanbod"),
        ).vul()
        leg_mandaten_vast(lees_personeel(), Kalender(opdracht.vandaag))
        leg_samenwerkingen_vast(lees_personeel(), Kalender(opdracht.vandaag))


def _bevolk(opdracht: Opdracht, voortgang: Voortgang) -> None:
    """People every team's area: side by side where there are processors for it, one after the other in a test."""
    gedaan = Persoon.objects.count()

    def gemeld(erbij: int) -> None:
        nonlocal gedaan
        gedaan += erbij
        voortgang("Huishoudens en hulp", gedaan, opdracht.inwoners)

    if connection.in_atomic_block or opdracht.inwoners < NAAST_ELKAAR_VANAF or processen() == 1:
        stad = lees_stad(opdracht)
        for teamnaam in AANDEEL_PER_TEAM:
            Bevolking(stad, teamnaam).vul(gemeld)
    else:
        bevolk_naast_elkaar(opdracht, list(AANDEEL_PER_TEAM), gemeld)
