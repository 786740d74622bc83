"""B1: one household, every member heard, exactly one coordinator at any time, with the full history."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Gesprek, Regie
from personas import MAANDAG


@pytest.fixture
def dossier(de_wit, gerda):
    return open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)


def verborgen(seen):
    return {veld.get("name"): veld.get("value") or "" for veld in seen.tree.xpath("//main//input[@type='hidden']")}


def draag_over(page, wie, dossier, *, naar, reden):
    seen = page(wie, reverse("dossiers:regie", args=[dossier.pk]))
    return seen.post(verborgen(seen) | {"regisseur": naar.pk, "reden": reden}).follow()


def test_the_coordination_passes_from_hand_to_hand_and_every_day_has_one_name(page, amina, bram, farid, dossier):
    with reis_naar(MAANDAG.date()):
        draag_over(page, farid, dossier, naar=amina, reden="kent het gezin")
    with reis_naar(MAANDAG.date() + timedelta(days=30)):
        draag_over(page, farid, dossier, naar=bram, reden="Amina gaat met verlof")
    with reis_naar(MAANDAG.date() + timedelta(days=90)):
        seen = draag_over(page, farid, dossier, naar=amina, reden="Amina is terug")
    rijen = [row.text_content() for row in seen.tree.xpath("//table//tbody/tr")]
    assert ["Amina" in rijen[0], "Bram" in rijen[1], "Amina" in rijen[2]] == [True, True, True]
    assert [reden in rij for reden, rij in zip(("is terug", "met verlof", "kent het gezin"), rijen, strict=True)]
    for dag in range(120):
        op = MAANDAG.date() + timedelta(days=dag)
        assert Regie.objects.filter(vanaf__lte=op).exclude(tot__lte=op).count() == 1


def test_the_database_refuses_a_second_coordinator_at_the_same_time(amina, bram, dossier):
    Regie.objects.create(dossier=dossier, regisseur=amina, vanaf=MAANDAG.date())
    with pytest.raises(IntegrityError, match="regie_een_regisseur"), transaction.atomic():
        Regie.objects.create(dossier=dossier, regisseur=bram, vanaf=MAANDAG.date())


def test_every_member_is_heard_the_children_too(page, amina, dossier, de_wit):
    url = reverse("dossiers:gesprek_nieuw", args=[dossier.pk])
    with reis_naar(MAANDAG.date()):
        seen = page(amina, url)
        assert seen.words.count("nog niet gesproken") == 3
        data = {"soort": "huisbezoek", "datum": "23-11-2026", "tijd": "9:00", "plaats": "Lindelaan 4"}
        seen.post(data | {"deelnemers": [de_wit.sanne.pk, de_wit.mees.pk]})
        page(amina, reverse("dossiers:verslag", args=[Gesprek.objects.get().pk]), data={"a": "Mees slaapt slecht."})
        again = page(amina, url)
    assert again.words.count("laatst gesproken op ma 23 november 2026") == 2
    assert again.words.count("nog niet gesproken") == 1
