"""`eenplan bsn wissel` and `controle`: change the key of the national numbers, and see whether all are whole.

Both print numbers of rows only; making a key (`eenplan bsn sleutel`) needs no database and lives in the command itself.
"""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser

from eenplan.core.errors import NietMogelijk
from eenplan.core.versleuteling import Onleesbaar, nieuwste
from eenplan.personen.bsn import ONLEESBAAR, controle, wissel


class Command(BaseCommand):
    help = "Wisselt de sleutel van alle burgerservicenummers, of controleert of elk nummer leesbaar en vindbaar is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take one word: which of the two."""
        parser.add_argument("wat", choices=["wissel", "controle"], help="wissel of controle")

    def handle(self, *args: object, wat: str, **options: object) -> None:
        """Do it, or stop with one sentence."""
        try:
            self._wissel() if wat == "wissel" else self._controle()
        except (Onleesbaar, NietMogelijk) as fout:
            raise CommandError(str(fout)) from None

    def _wissel(self) -> None:
        for gedaan in wissel():
            self.stdout.write(f"{gedaan} nummers staan onder de sleutel {nieuwste().naam}")
        self.stdout.write("Klaar. Haal een oude sleutel pas weg als eenplan bsn controle er 0 nummers onder telt.")

    def _controle(self) -> None:
        uitkomst = controle()
        for naam, aantal in uitkomst.items():
            self.stdout.write(f"{naam}: {aantal}" if naam == ONLEESBAAR else f"sleutel {naam}: {aantal}")
        if uitkomst[ONLEESBAAR]:
            raise CommandError(
                f"{uitkomst[ONLEESBAAR]} nummers zijn niet heel: de sleutel ontbreekt of een rij is veranderd."
            )
