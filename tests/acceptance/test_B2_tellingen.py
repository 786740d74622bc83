"""B2: problems of several members and laws stay linked; cases and trajectories are counted apart."""

from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Casus
from eenplan.dossiers.queries import tellingen
from eenplan.dossiers.sluiten import sluit_dossier
from personas import MAANDAG
from verhalen import afronding


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


def dag(nummer):
    return reis_naar(MAANDAG.date() + timedelta(days=nummer))


def test_three_problems_opened_on_day_0_30_and_60_and_closed_on_day_90(page, amina, chantal, dossier, de_wit):
    """EN R-01: three cases of 60 days on average, and one trajectory of 90 days."""
    url = reverse("dossiers:casussen", args=[dossier.pk])
    problemen = [
        (0, de_wit.sanne, "wmo", "zelfzorg", "Sanne komt niet aan het huishouden toe."),
        (30, de_wit.daan, "jeugdwet", "opvoeden", "Daan mist school."),
        (60, de_wit.sanne, "participatiewet", "geld", "De huur is niet betaald."),
    ]
    for nummer, wie, wet, leefgebied, probleem in problemen:
        with dag(nummer):
            page(amina, url).post({"aan": wie.pk, "wet": wet, "leefgebied": leefgebied, "probleem": probleem})
    with dag(90):
        for casus in Casus.objects.all():
            page(amina, reverse("dossiers:casus_sluiting", args=[casus.pk])).post({"afloop": "opgelost"})
        sluit_dossier(dossier, afronding(de_wit, at=klok.nu()), by=amina, at=klok.nu())
        seen = page(amina, url)
        geteld, elders = tellingen(amina), tellingen(chantal)
    assert (geteld.casussen.aantal, geteld.casussen.gemiddeld_dagen) == (3, 60)
    assert (geteld.trajecten.aantal, geteld.trajecten.gemiddeld_dagen) == (1, 90)
    assert "3 casussen gemiddeld 60 dagen" in seen.words
    assert "1 traject gemiddeld 90 dagen" in seen.words
    assert "Sanne de Wit" in seen.words
    assert "Daan de Wit" in seen.words
    assert elders.casussen.aantal == elders.trajecten.aantal == 0


def test_the_period_limits_what_was_closed_and_not_what_runs(page, amina, dossier, de_wit):
    url = reverse("dossiers:casussen", args=[dossier.pk])
    with dag(0):
        for probleem in ("Eerste.", "Tweede."):
            gegevens = {"aan": de_wit.sanne.pk, "wet": "wmo", "leefgebied": "geld", "probleem": probleem}
            page(amina, url).post(gegevens)
    with dag(10):
        page(amina, reverse("dossiers:casus_sluiting", args=[Casus.objects.first().pk])).post({"afloop": "klaar"})
    na = tellingen(amina, gesloten_vanaf=MAANDAG.date() + timedelta(days=11))
    voor = tellingen(amina, gesloten_tot=MAANDAG.date() + timedelta(days=11))
    assert (na.casussen.aantal, na.casussen.gesloten, na.casussen.gemiddeld_dagen) == (1, 0, None)
    assert (voor.casussen.aantal, voor.casussen.gesloten, voor.casussen.gemiddeld_dagen) == (2, 1, 10)
