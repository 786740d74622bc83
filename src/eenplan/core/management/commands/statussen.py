"""`eenplan statussen`: write the page that draws every state table."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from eenplan.core.statussen import overzicht


class Command(BaseCommand):
    help = "Tekent alle statussen: wat kan waarop volgen, en waarom."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file to write."""
        parser.add_argument("bestand", type=Path, nargs="?", default=Path("docs/statussen.md"))

    def handle(self, *args: object, bestand: Path, **options: object) -> None:
        """Write the page."""
        bestand.write_text(overzicht(), encoding="utf-8")
        self.stdout.write(f"{bestand} is geschreven.")
