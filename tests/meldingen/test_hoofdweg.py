"""The main road as far as the onderzoek, told through the actions."""

from __future__ import annotations

from eenplan.meldingen.states import Meldingstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from personas import MAANDAG, Gezin
from verhalen import afgerond_onderzoek


def test_a_finished_onderzoek_stops_its_clock(amina: Medewerker, gerda: Medewerker, de_wit: Gezin) -> None:
    onderzoek = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    onderzoek.melding.refresh_from_db()
    assert onderzoek.melding.status == Meldingstatus.ONDERZOCHT
    assert not Termijn.objects.filter(dossier=de_wit.huishouden.pk, voltooid_op__isnull=True).exists()
