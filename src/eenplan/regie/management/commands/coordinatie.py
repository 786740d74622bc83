"""`eenplan coordinatie`: plan the aftercare nobody planned, and ask to evaluate help whose end is in sight.

Meant for every night; it names nobody.
"""

from __future__ import annotations

from django.core.management.base import BaseCommand

from eenplan.core import klok
from eenplan.regie.actions import loop_na


class Command(BaseCommand):
    help = "Plant nazorg die niemand plande en vraagt om evaluatie van hulp die binnenkort afloopt."

    def handle(self, *args: object, **options: object) -> None:
        """Write one line with how much was found."""
        nacht = loop_na(at=klok.nu())
        self.stdout.write(f"{nacht.nazorg} keer nazorg gepland, {nacht.einden} keer om een evaluatie gevraagd")
