"""C13: closing a file says what was told, whom to call and what was reached; opening it again keeps all of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from eenplan.brieven.leesbaarheid import score
from eenplan.core.errors import Onvolledig
from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Afsluiting, Document, Dossier, Ondersteuningstraject, Statuswissel
from eenplan.dossiers.openstaand import wat_openstaat
from eenplan.dossiers.sluitbrief import afsluitbrief
from eenplan.dossiers.sluiten import sluit_dossier
from eenplan.dossiers.states import Dossierstatus
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.toewijzingen.actions import meld_start, meld_stop, wijs_toe
from personas import MAANDAG
from verhalen import aanvraag, afronding, genomen_besluit, huishoudelijke_hulp, melding

LATER = MAANDAG + timedelta(days=60)


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


def adres(dossier):
    return reverse("dossiers:sluiting", args=[dossier.pk])


def test_nobody_closes_without_saying_what_was_told_and_reached(page, amina, dossier):
    """Gegeven een dossier. Als u sluit zonder iets in te vullen. Dan zegt het scherm wat ontbreekt."""
    with reis_naar(MAANDAG.date()):
        seen = page(amina, adres(dossier)).post({}, status=422)
        seen = page(amina, adres(dossier)).post({"reden": "Klaar.", "bereikt_inwoner": "Rust."}, status=422)
    assert "Wanneer hebt u het verteld?" in seen.words
    assert seen.tree.xpath("//input[@name='reden']/@value") == ["Klaar."]
    assert not Afsluiting.objects.exists()


def test_the_action_refuses_what_is_empty_or_told_in_the_future(amina, dossier, de_wit):
    morgen = afronding(de_wit, at=MAANDAG + timedelta(days=1), bereikt_inwoner=" ")
    with pytest.raises(Onvolledig) as fout:
        sluit_dossier(dossier, morgen, by=amina, at=MAANDAG)
    assert len(fout.value.zinnen) == 2
    assert Dossier.objects.get().status == Dossierstatus.ACTIEF


def test_help_applications_and_terms_are_settled_first(page, amina, farid, gerda, daan, de_wit):
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    dossier, op = gedaan.dossier, MAANDAG + timedelta(days=8)
    assert wat_openstaat(dossier) == [
        "Er loopt nog 1 termijn. Doe eerst wat daarin moet.",
        "Op 1 aanvraag is nog niet besloten. Neem eerst dat besluit.",
    ]
    besluit = genomen_besluit(gedaan, by=daan, at=op)
    toewijzing = wijs_toe(besluit.regels.get(), aanbieder=huishoudelijke_hulp(op).aanbieder, by=daan, at=op)
    levering = meld_start(toewijzing, gestart_op=op.date(), by=daan, at=op)
    assert wat_openstaat(dossier) == []
    Dossier.objects.update(status=Dossierstatus.NAZORG)
    dossier.refresh_from_db()
    with reis_naar(op.date()):
        assert "Er loopt nog hulp van 1 aanbieder." in page(amina, adres(dossier)).words
    with pytest.raises(Onvolledig, match="wie er zicht op houdt"):
        sluit_dossier(dossier, afronding(de_wit, at=op), by=amina, at=op)
    meld_stop(levering, gestopt_op=LATER.date(), reden="Klaar", by=daan, at=LATER)
    sluit_dossier(dossier, afronding(de_wit, at=LATER), by=amina, at=LATER)


def test_help_runs_on_after_closing_when_somebody_keeps_an_eye_on_it(amina, farid, gerda, daan, de_wit):
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    op = MAANDAG + timedelta(days=8)
    besluit = genomen_besluit(gedaan, by=daan, at=op)
    wijs_toe(besluit.regels.get(), aanbieder=huishoudelijke_hulp(op).aanbieder, by=daan, at=op)
    Dossier.objects.update(status=Dossierstatus.NAZORG)
    sluit_dossier(Dossier.objects.get(), afronding(de_wit, at=op, zicht_op_hulp="Daan Mulder, in mei"), by=amina, at=op)
    assert "Daan Mulder, in mei" in afsluitbrief(Afsluiting.objects.get(), van=amina, op=op.date()).tekst


def test_the_resident_gets_a_plain_letter_and_the_page_keeps_what_was_reached(page, amina, dossier, de_wit):
    gedaan = sluit_dossier(dossier, afronding(de_wit, at=MAANDAG), by=amina, at=MAANDAG)
    brief = afsluitbrief(gedaan, van=amina, op=MAANDAG.date())
    assert "Team Noord 1" in brief.tekst
    assert score(brief.tekst).niveau in ("A2", "B1")
    assert Document.objects.get().inhoud[:4] == b"%PDF"
    with reis_naar(MAANDAG.date()):
        seen = page(amina, reverse("dossiers:afsluiting", args=[gedaan.pk]))
    assert "Het is weer rustig in huis." in seen.words
    assert "in een gesprek" in seen.words
    assert seen.tree.xpath("//a[contains(@href, '/ervaringen/')]")


def test_opening_again_keeps_trajectories_statuses_plans_and_the_closing(page, amina, farid, gerda, daan, de_wit):
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    op = MAANDAG + timedelta(days=8)
    genomen_besluit(gedaan, by=daan, at=op)
    dossier = Dossier.objects.get()
    Dossier.objects.update(status=Dossierstatus.NAZORG)
    dossier.refresh_from_db()
    sluit_dossier(dossier, afronding(de_wit, at=op), by=amina, at=op)
    wissels = Statuswissel.objects.count()
    melding(de_wit, by=gerda, at=LATER)
    assert Ondersteuningstraject.objects.filter(dossier=dossier).count() == 2
    assert Statuswissel.objects.count() == wissels + 1
    assert Ondersteuningsplan.objects.exists()
    with reis_naar(LATER.date()):
        seen = page(amina, reverse("dossiers:status", args=[dossier.pk]))
    assert "gesloten op" in seen.words
    assert "De doelen zijn gehaald." in seen.words


def test_another_team_does_not_find_the_page_and_a_manager_may_not_close(page, amina, chantal, farid, dossier):
    page(chantal, adres(dossier), status=404)
    page(farid, adres(dossier), status=403)
