"""The town as far as it stands: read from the database, so that every process that peoples a part knows the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from eenplan.aanbod.models import Contract
from eenplan.demo.catalogus import lees_contracten
from eenplan.demo.gebieden import Adressen
from eenplan.demo.kalender import Kalender
from eenplan.demo.personeel import Personeel, lees_personeel
from eenplan.teams.models import Team


@dataclass(frozen=True)
class Opdracht:
    """What town is asked for. The same order gives the same town."""

    inwoners: int
    seed: int
    vandaag: date

    def dobbelstenen(self, waarvoor: str) -> Random:
        """Give the dice for one part of the work; every part has its own, so parts do not wait for each other."""
        return Random(f"{self.seed}/{waarvoor}")


@dataclass(frozen=True)
class Stad:
    """Workers, contracts and teams, and the calendar of the order."""

    opdracht: Opdracht
    kalender: Kalender
    personeel: Personeel
    contracten: dict[str, list[Contract]]
    teams: dict[str, Team]

    def adressen(self, teamnaam: str) -> Adressen:
        """Give the addresses of a team's area from the first on; whoever comes second skips what is taken."""
        return Adressen(self.teams[teamnaam], self.opdracht.dobbelstenen(f"adressen/{teamnaam}"))


def lees_stad(opdracht: Opdracht) -> Stad:
    """Give the town as it stands in the database."""
    teams = {team.naam: team for team in Team.objects.order_by("pk")}
    return Stad(opdracht, Kalender(opdracht.vandaag), lees_personeel(), lees_contracten(), teams)
