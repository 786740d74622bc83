"""Which worker gets the next household: the cast first until their load is full, then whoever has least."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Final

from django.db.models import Count

from eenplan.demo import verhoudingen as v
from eenplan.demo.personeel import Personeel
from eenplan.demo.zaak import Zaak
from eenplan.dossiers.models import Regie
from eenplan.dossiers.states import Dossierstatus
from eenplan.teams.models import Medewerker

RUST: Final = (Dossierstatus.GESLOTEN, Dossierstatus.SLAPEND)


class Werkverdeling:
    """Counts what everybody has in hand."""

    def __init__(self, personeel: Personeel, rng: Random) -> None:
        self._personeel = personeel
        self._rng = rng
        lopend = Regie.objects.filter(tot__isnull=True).values_list("regisseur").annotate(aantal=Count("pk"))
        self._in_handen = Counter(dict(lopend))

    def kies(self, teamnaam: str) -> Medewerker:
        """Give the worker for the next household of a team: Amina two out of three while she has room."""
        coaches = self._personeel.coaches[teamnaam]
        amina = self._personeel.amina
        if amina in coaches and self._in_handen[amina.pk] < v.WERKVOORRAAD and self._rng.random() < 0.67:
            return amina
        anderen = [coach for coach in coaches if coach != amina] or coaches
        minst = min(self._in_handen[coach.pk] for coach in anderen)
        return self._rng.choice([coach for coach in anderen if self._in_handen[coach.pk] == minst])

    def tel(self, zaak: Zaak) -> None:
        """Count a household that is still in somebody's hands."""
        if zaak.meldingen and zaak.dossier.status not in RUST and zaak.is_toegewezen:
            self._in_handen[zaak.regisseur.pk] += 1
