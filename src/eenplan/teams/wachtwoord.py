"""The words that everybody here would think of first, and why a password needs more than those."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

WOORDEN: Final = (
    *("eenplan", "wachtwoord", "welkom", "password", "gemeente", "wijkteam", "wijkcoach", "regisseur", "backoffice"),
    *("frontoffice", "beheerder", "lente", "voorjaar", "zomer", "herfst", "najaar", "winter", "qwerty", "123456789"),
)
MINSTE: Final = 8  # signs that are left when those words are taken out


class VanHier(CommonPasswordValidator):
    """Refuse a password made of words of this place: the program, the municipality, the work, the season."""

    def validate(self, password: str, user: object = None) -> None:
        """Return only when enough is left beside those words, whatever kind of signs it is. Raises ValidationError."""
        over = "".join(password.lower().split())
        for woord in (*settings.GEMEENTE.lower().split(), *WOORDEN):
            over = over.replace(woord, "")
        if len(over) < MINSTE:
            raise ValidationError(self.get_error_message(), code="password_too_common")
