"""`eenplan inrichting`: check the configuration of a municipality, or print the schema of its file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from eenplan.core import klok
from eenplan.inrichting.bestanden import OngeldigeInrichting, bestanden
from eenplan.inrichting.lezen import lees
from eenplan.inrichting.schema import als_tekst
from eenplan.wetgeving.datums import zonder_weekdag


class Command(BaseCommand):
    help = "Controleert de inrichting (check <pad>) of drukt het schema van het bestand af (schema)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to do, and for a check the file or the folder."""
        parser.add_argument("wat", choices=("check", "schema"))
        parser.add_argument("pad", type=Path, nargs="?", help="een bestand, of een map met vanaf-JJJJ-MM-DD.toml")

    def handle(self, *args: object, wat: str, pad: Path | None, **options: object) -> None:
        """Do it; a fault ends with its sentence and exit code 1."""
        if wat == "schema":
            self.stdout.write(als_tekst(), ending="")
            return
        if pad is None or not pad.exists():
            raise CommandError("Noem het bestand of de map die u wilt controleren.")
        fouten = list(self._fouten(pad))
        if fouten:
            raise CommandError("\n".join(fouten))
        self.stdout.write("De inrichting is in orde.")

    def _fouten(self, pad: Path) -> list[str]:
        try:
            gevonden = bestanden(pad)
        except OngeldigeInrichting as fout:
            return [str(fout)]
        zinnen = []
        if gevonden[0].vanaf > klok.echte_vandaag():
            zinnen.append(f"{pad}: vóór {zonder_weekdag(gevonden[0].vanaf)} is er geen inrichting.")
        for rij in gevonden:
            try:
                lees(rij.pad)
            except OngeldigeInrichting as fout:
                zinnen.append(str(fout))
        return zinnen
