"""L8: a demo municipality generated from published statistics: believable, repeatable, of any size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from demo.dorp import MAANDAG, SEED, gebouwd, maak_schoon, vingerafdruk
from eenplan.core import klok
from eenplan.demo.bevolking import PER_KEER, Bevolking
from eenplan.demo.opbouw import _leg_grondslag, bouw, is_gebouwd
from eenplan.demo.stad import Opdracht, lees_stad
from eenplan.demo.verhalen import vertel
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker


def _een_wijk(seed: int) -> str:
    """Build the stories and one team's area, and give what it all is."""
    opdracht = Opdracht(1_000, seed, MAANDAG)
    with transaction.atomic(), translation.override("nl"):
        maak_schoon()
        _leg_grondslag(opdracht, lambda *_stap: None)
        vertel(lees_stad(opdracht))
        Bevolking(lees_stad(opdracht), "Team Centrum").vul(lambda _erbij: None)
        som = vingerafdruk()
        transaction.set_rollback(True)
    return som


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_town_and_another_seed_another():
    eerste = _een_wijk(SEED)
    assert _een_wijk(SEED) == eerste
    assert _een_wijk(SEED + 1) != eerste


@pytest.mark.django_db
def test_the_smallest_town_is_built_with_progress_and_can_be_worked_in(page: Callable) -> None:
    stappen: list[tuple[str, int, int]] = []
    maak_schoon()
    bouw(inwoners=1_000, seed=SEED, voortgang=lambda *stap: stappen.append(stap), vandaag=MAANDAG)
    assert is_gebouwd()
    assert Persoon.objects.count() == 1_000
    assert stappen[-1] == ("Klaar", 1_000, 1_000)
    assert [gedaan for _wat, gedaan, _totaal in stappen] == sorted(gedaan for _wat, gedaan, _totaal in stappen)

    amina = Medewerker.objects.get(gebruikersnaam="amina")
    de_wit = Huishouden.objects.get(naam="Fam. de Wit", adres__straat="Lindelaan")
    haddad = Huishouden.objects.filter(dossier__regies__regisseur__gebruikersnaam="chantal").earliest("pk")
    with klok.reis_naar(MAANDAG):
        dag = page(amina, reverse("web:dag")).words
        assert "Fam. de Wit" in page(amina, reverse("web:huishouden", args=[de_wit.pk])).words
        page(amina, reverse("web:huishouden", args=[haddad.pk]), status=404)
    for naam in ("Fam. de Wit", "Fam. El Idrissi", "Fam. Warsame", "Riet Jansen", "Fam. Yılmaz"):
        assert naam in dag


@pytest.mark.django_db
def test_a_town_of_a_million_is_made_batch_by_batch():
    opdracht = Opdracht(1_000_000, SEED, MAANDAG)
    with translation.override("nl"):
        _leg_grondslag(opdracht, lambda *_stap: None)
    groepen = Bevolking(lees_stad(opdracht), "Team Centrum")._groepen()
    assert all(len(next(groepen)) <= PER_KEER + 1 for _keer in range(20))


@pytest.mark.django_db
def test_a_build_that_is_thrown_away_leaves_nothing():
    with gebouwd(1_000):
        assert is_gebouwd()
    assert not is_gebouwd()
