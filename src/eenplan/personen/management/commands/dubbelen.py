"""`eenplan dubbelen`: look for residents who may be registered twice. Meant for every night; names nobody."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from eenplan.core import klok
from eenplan.personen.dubbelen import werk_kandidaten_bij


class Command(BaseCommand):
    help = "Zoekt inwoners die misschien dubbel staan, voor de pagina Dubbelen van de backoffice."

    def handle(self, *args: object, **options: object) -> None:
        """Write one line with how many pairs wait for somebody's judgement."""
        self.stdout.write(f"{werk_kandidaten_bij(at=klok.nu())} mogelijk dubbele inwoners om te beoordelen")
