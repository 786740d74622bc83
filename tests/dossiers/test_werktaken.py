"""A task that a fact brings along: one at a time, opens that fact, and is done when the fact says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import open_dossier, rond_taak_af
from eenplan.dossiers.models import Taak
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from personas import MAANDAG

pytestmark = pytest.mark.django_db


@dataclass
class Plan:
    pk: int
    ONDERWERP: ClassVar[str] = "plan"


@pytest.fixture
def dossier(de_wit, amina):
    return open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)


def vraag(dossier, amina, dag: date, **anders) -> Taak:
    return leg_klaar(
        Plan(7),
        dossier,
        **{"voor": amina, "wat": "Bekijk het plan", "uiterlijk": dag, "by": amina, "at": MAANDAG} | anders,
    )


def test_asking_again_moves_the_task_and_makes_no_second_one(dossier, amina, bram):
    eerst = vraag(dossier, amina, date(2026, 12, 1))
    later = vraag(dossier, amina, date(2026, 12, 8), voor=bram)
    assert later.pk == eerst.pk
    assert list(Taak.objects.values_list("uiterlijk", "voor")) == [(date(2026, 12, 8), bram.pk)]


def test_the_task_opens_the_fact_and_cannot_be_ticked_off_apart_from_it(dossier, amina, page):
    taak = vraag(dossier, amina, date(2026, 12, 1))
    assert taak.bron == "/plannen/7/"
    assert "/plannen/7/" in page(amina, f"/huishoudens/{dossier.pk}/taken/").text
    with pytest.raises(NietMogelijk):
        rond_taak_af(taak, by=amina, at=MAANDAG)


def test_the_task_is_done_when_the_fact_says_so(dossier, amina):
    vraag(dossier, amina, date(2026, 12, 1))
    rond_af(Plan(7), by=amina, at=MAANDAG)
    assert Taak.objects.get().gedaan_op == MAANDAG
    nieuw = vraag(dossier, amina, date(2026, 12, 8))
    assert nieuw.gedaan_op is None
    assert Taak.objects.count() == 2


def test_a_worker_of_another_team_cannot_have_it_asked(dossier, amina, chantal):
    with pytest.raises(NietToegestaan):
        vraag(dossier, amina, date(2026, 12, 1), by=chantal)
