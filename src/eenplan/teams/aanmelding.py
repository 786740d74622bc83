"""Who is signed in: read with every request, so the worker brings along what rights follow from."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from eenplan.teams.models import Medewerker


class Aanmelding(ModelBackend):
    """Name and password, as Django checks them; the worker of a session comes with roles and opened files at once."""

    def get_user(self, user_id: int) -> Medewerker | None:
        """Give the active worker of a session, in one question to the database."""
        return Medewerker.objects.met_aanstelling().filter(pk=user_id, is_active=True).first()
