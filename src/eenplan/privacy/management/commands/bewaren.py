"""`eenplan bewaren`: name the files whose last term has passed; for every night. It destroys nothing by itself.

`--na-herstel` destroys again what certificates list, after a copy of the database was put back.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from eenplan.core import klok
from eenplan.privacy.queries import verklaringen_van_vernietiging
from eenplan.privacy.vernietiging import als_regel, gebroken_schakels, maak_lijst, vernietig_opnieuw


class Command(BaseCommand):
    help = "Zet de dossiers op de lijst waarvan de laatste bewaartermijn voorbij is. Vernietigt zelf niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the register outside the database, and whether a copy was put back."""
        parser.add_argument(
            "--register", type=Path, help="bestand met alle verklaringen van vernietiging, buiten de database"
        )
        parser.add_argument(
            "--na-herstel",
            action="store_true",
            help="vernietig opnieuw wat volgens de verklaringen vernietigd was (na het terugzetten van een kopie)",
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - what Django passes
        """Write counts and numbers of files only; nothing about a person."""
        register: Path | None = options["register"]
        if options["na_herstel"]:
            aantal = vernietig_opnieuw(_lees(register), at=klok.nu())
            self.stdout.write(f"{aantal} opnieuw vernietigd")
        else:
            nieuw, weg = maak_lijst(vandaag=klok.vandaag(), at=klok.nu())
            self.stdout.write(f"{nieuw} nieuw op de lijst, {weg} eraf")
        if register:
            _vul_aan(register)
        if gebroken := gebroken_schakels():
            self.stderr.write(f"verklaringen die niet kloppen: {', '.join(map(str, gebroken))}")
            sys.exit(1)


def _lees(register: Path | None) -> list[dict[str, Any]]:
    if register is None or not register.exists():
        return []
    return [json.loads(regel) for regel in register.read_text(encoding="utf-8").splitlines() if regel.strip()]


def _vul_aan(register: Path) -> None:
    """Add the certificates that the register does not hold yet; it only ever grows."""
    bekend = {_merk(regel) for regel in _lees(register)}
    nieuw = [regel for regel in map(als_regel, verklaringen_van_vernietiging()) if _merk(regel) not in bekend]
    with register.open("a", encoding="utf-8") as bestand:
        bestand.writelines(json.dumps(regel, ensure_ascii=False) + "\n" for regel in nieuw)


def _merk(regel: dict[str, Any]) -> tuple[str, int, str]:
    return regel["soort"], regel["nummer"], regel["vernietigd_op"]
