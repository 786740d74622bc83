"""`eenplan audit`: seal the log, check it, write down the newest seal, export the log, write the processing register.

Exit code 1 means that the log does not fit its seals; the sentences say what and where, never about whom.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from eenplan.audit.controle import Anker, Uitslag, controleer, laatste_zegel
from eenplan.audit.export import verwerkingsacties
from eenplan.audit.register import als_document
from eenplan.audit.verzegelen import verzegel
from eenplan.core.klok import AMSTERDAM


class Command(BaseCommand):
    help = "Verzegelt het logboek, controleert het en haalt eruit wat u bewaren wilt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Give each task its own words."""
        taken = parser.add_subparsers(dest="taak", required=True, title="taken")
        zegel = taken.add_parser("zegel", help="verzegel nu wat nog niet verzegeld is")
        zegel.add_argument(
            "--elke", type=int, metavar="SECONDEN", help="blijf dit herhalen, zolang het programma loopt"
        )
        verify = taken.add_parser("verify", help="controleer of het logboek nog is wat het was")
        verify.add_argument("--json", action="store_true", help="geef het antwoord als JSON")
        verify.add_argument("--vanaf", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="alleen vanaf deze dag")
        verify.add_argument("--anker", type=Path, help="het bestand met een zegel dat u eerder bewaarde")
        taken.add_parser("anker", help="laat het nieuwste zegel zien, om buiten het systeem te bewaren")
        export = taken.add_parser("export", help="geef het logboek in de velden van de VNG-standaard, als JSON-regels")
        export.add_argument("--van", type=date.fromisoformat, required=True, metavar="JJJJ-MM-DD")
        export.add_argument("--tot", type=date.fromisoformat, required=True, metavar="JJJJ-MM-DD", help="tot en met")
        export.add_argument("--dossier", type=int)
        register = taken.add_parser("verwerkingsregister", help="schrijf het verwerkingsregister (AVG 30)")
        register.add_argument("bestand", type=Path, nargs="?", default=Path("docs/verwerkingsregister.md"))

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - whatever argparse read
        """Do the one task that was asked."""
        getattr(self, f"_{options['taak']}")(options)

    def _zegel(self, options: dict[str, Any]) -> None:
        if options["elke"]:
            _blijf_verzegelen(options["elke"])
            return
        aantal = verzegel()
        if aantal is None:
            raise CommandError("Het logboek is nu in gebruik. Probeer het zo weer.")
        self.stdout.write(f"{aantal} gebeurtenissen verzegeld.")

    def _verify(self, options: dict[str, Any]) -> None:
        anker = _lees_anker(options["anker"]) if options["anker"] else None
        verzegel()
        uitslag = controleer(vanaf=options["vanaf"], anker=anker)
        self.stdout.write(als_json(uitslag) if options["json"] else "\n".join(als_zinnen(uitslag)))
        if not uitslag.klopt:
            sys.exit(1)

    def _anker(self, options: dict[str, Any]) -> None:
        verzegel()
        zegel = laatste_zegel()
        if zegel is None:
            raise CommandError("Er is nog niets verzegeld.")
        op = zegel.gesloten_op.astimezone(AMSTERDAM).isoformat(timespec="seconds")
        self.stdout.write(json.dumps({"nummer": zegel.nummer, "hash": zegel.hash, "gesloten_op": op}))

    def _export(self, options: dict[str, Any]) -> None:
        acties = verwerkingsacties(van=options["van"], tot_en_met=options["tot"], dossier_id=options["dossier"])
        for actie in acties:
            self.stdout.write(json.dumps(actie, ensure_ascii=False))

    def _verwerkingsregister(self, options: dict[str, Any]) -> None:
        options["bestand"].write_text(als_document(), encoding="utf-8")


def _blijf_verzegelen(seconden: int) -> None:
    """Seal again and again until whoever started this is gone. A database that is away for a moment is no reason."""
    ouder, pauze = os.getppid(), Event()
    while os.getppid() == ouder:
        try:
            verzegel()
        except DatabaseError:
            connection.close()
        pauze.wait(seconden)


def _lees_anker(bestand: Path) -> Anker:
    try:
        gelezen = json.loads(bestand.read_text(encoding="utf-8"))
        return Anker(int(gelezen["nummer"]), str(gelezen["hash"]))
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise CommandError(f"{bestand} is geen anker. Maak er een met: eenplan audit anker > bestand") from fout


def als_zinnen(uitslag: Uitslag) -> list[str]:
    """Tell the outcome in sentences, the outcome itself first."""
    klopt = "klopt" if uitslag.klopt else "klopt NIET"
    geteld = f"{uitslag.gebeurtenissen} gebeurtenissen in {uitslag.blokken} blokken gecontroleerd"
    zinnen = [f"Het logboek {klopt}: {geteld}."]
    zinnen += [f"- {bevinding.soort}: {bevinding.zin}" for bevinding in uitslag.bevindingen]
    zinnen.append(f"Nog niet verzegeld: {uitslag.niet_verzegeld}.")
    if uitslag.later_ingevoerd:
        zinnen.append(f"Meer dan een dag na het moment zelf vastgelegd: {uitslag.later_ingevoerd}.")
    if uitslag.laat_verzegeld:
        zinnen.append(
            f"Pas na meer dan een uur verzegeld: {uitslag.laat_verzegeld}. Stond het programma stil? "
            "Zo niet, vergelijk dan met een anker: er kan een zegel aan het einde zijn weggehaald."
        )
    return zinnen


def als_json(uitslag: Uitslag) -> str:
    """Tell the outcome to a machine."""
    return json.dumps(
        {
            "klopt": uitslag.klopt,
            "blokken": uitslag.blokken,
            "gebeurtenissen": uitslag.gebeurtenissen,
            "niet_verzegeld": uitslag.niet_verzegeld,
            "later_ingevoerd": uitslag.later_ingevoerd,
            "laat_verzegeld": uitslag.laat_verzegeld,
            "bevindingen": [
                {
                    "soort": bevinding.soort,
                    "zin": bevinding.zin,
                    "dag": bevinding.dag.isoformat() if bevinding.dag else None,
                    "blok": bevinding.blok,
                    "gebeurtenis": bevinding.gebeurtenis,
                }
                for bevinding in uitslag.bevindingen
            ],
        },
        ensure_ascii=False,
    )
