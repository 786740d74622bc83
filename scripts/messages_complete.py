"""Check that every screen text has its English, and that the catalogue holds no text the screens no longer use."""

import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

CHECKOUT = Path(__file__).resolve().parents[1]
CATALOGUE = CHECKOUT / "src/eenplan/locale/en/LC_MESSAGES/django.po"


def main() -> int:
    """Print what is wrong, one line each, and return 1 when anything is."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "django.pot"
        subprocess.run([CHECKOUT / "scripts/taken.sh", "extract", template], check=True)
        with template.open("rb") as opened:
            wanted = {message.id for message in read_po(opened) if message.id}
    if not CATALOGUE.exists():
        print(f"There is no {CATALOGUE.relative_to(CHECKOUT)}: run make messages.")
        return 1
    with CATALOGUE.open("rb") as opened:
        english = {message.id: message for message in read_po(opened, locale="en") if message.id}
    faults = [
        *(f"not in the catalogue: {text!r}" for text in sorted(wanted - english.keys(), key=str)),
        *(f"no longer used: {text!r}" for text in sorted(english.keys() - wanted, key=str)),
        *(f"without English: {id_!r}" for id_, message in english.items() if not _is_translated(message.string)),
        *(f"marked fuzzy: {id_!r}" for id_, message in english.items() if message.fuzzy),
        *(f"{error}: {id_!r}" for id_, message in english.items() for error in message.check()),
    ]
    print("\n".join(faults[:50]))
    if len(faults) > 50:
        print(f"… and {len(faults) - 50} more")
    return bool(faults)


def _is_translated(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
