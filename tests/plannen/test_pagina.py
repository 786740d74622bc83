"""The page of a plan, part by part."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from personas import MAANDAG
from verhalen import afgerond_onderzoek, concept_plan, vastgesteld_plan


def test_a_draft_opens_for_its_writer(page, amina, gerda, de_wit):
    afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    with klok.reis_naar(MAANDAG.date()):
        seen = page(amina, reverse("plannen:plan", args=[plan.pk]), queries_max=15)
        assert "Weer rust in huis" in seen.text
        page(amina, reverse("plannen:inzet", args=[plan.doelen.get().pk]), queries_max=25)
