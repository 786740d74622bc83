"""`eenplan termijnen`: derive every running clock anew. Silence means that every date was right.

Meant for every night; exit code 1 and a line per clock tell that a stored date was not what the law gives.
"""

from __future__ import annotations

import sys

from django.core.management.base import BaseCommand

from eenplan.core import klok
from eenplan.core.opmaak import datum
from eenplan.termijnen.actions import herbereken_alle


class Command(BaseCommand):
    help = "Rekent alle lopende termijnen opnieuw uit en meldt alleen wat veranderde."

    def handle(self, *args: object, **options: object) -> None:
        """Write one line per clock that moved: its number, its rule and both dates; nothing about a person."""
        verschoven = 0
        for termijn, oud in herbereken_alle(vandaag=klok.vandaag()):
            verschoven += 1
            self.stdout.write(f"termijn {termijn.pk} ({termijn.regel}): {datum(oud)} wordt {datum(termijn.einddatum)}")
        if verschoven:
            sys.exit(1)
