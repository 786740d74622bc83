"""Family ties across households, and children born after the household was entered."""

from __future__ import annotations

from datetime import date

from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, leg_relaties_vast, schrijf_huishouden_in
from eenplan.personen.models import Huishoudrol, Relatie, Relatiesoort
from personas import MAANDAG


def test_a_parent_who_lives_apart_is_tied_to_the_child_once(de_wit, gerda):
    elders = schrijf_huishouden_in(
        NieuwHuishouden("Parkweg", 2, "1232AA", (NieuwPersoon("Mark", "Wit"),)), by=gerda, at=MAANDAG
    )
    vader = elders.leden.get().persoon
    for _keer in range(2):
        leg_relaties_vast([(vader, de_wit.daan, Relatiesoort.OUDER_VAN)])
    assert Relatie.objects.filter(van=vader, naar=de_wit.daan).count() == 1


def test_a_child_belongs_to_the_household_from_its_birth_at_the_earliest(stad, gerda):
    geboren = date(2026, 12, 1)
    kind = NieuwPersoon("Fien", "Bos", Huishoudrol.KIND, geboortedatum=geboren)
    huishouden = schrijf_huishouden_in(NieuwHuishouden("Parkweg", 4, "1231AA", (kind,)), by=gerda, at=MAANDAG)
    assert huishouden.leden.get().vanaf == geboren
