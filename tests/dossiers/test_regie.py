"""One coordinator at a time: through the page, through the action, and when two press at once."""

import pytest
from django.db import IntegrityError, transaction

from eenplan.dossiers.models import Regie
from personas import MAANDAG


def adres(dossier):
    return f"/huishoudens/{dossier.pk}/regie/"


def verborgen(seen):
    return {veld.get("name"): veld.get("value") or "" for veld in seen.tree.xpath("//main//input[@type='hidden']")}


def test_handing_over_keeps_the_former_coordinator_in_the_history(page, amina, bram, farid, dossier):
    seen = page(farid, adres(dossier))
    after = seen.post(verborgen(seen) | {"regisseur": bram.pk, "reden": "Amina gaat met verlof"}).follow()
    assert "Bram Visser is regisseur" in after.words
    rijen = [row.text_content() for row in after.tree.xpath("//table//tbody/tr")]
    assert "Bram Visser" in rijen[0]
    assert "nu" in rijen[0]
    assert "Amina Bouzid" in rijen[1]


def test_the_page_offers_teammates_and_never_the_present_coordinator(page, farid, bram, chantal, dossier):
    seen = page(farid, adres(dossier))
    assert seen.tree.xpath("//input[@name='regisseur']/@value") == [str(bram.pk)]


def test_handing_over_needs_a_reason(page, amina, bram, dossier):
    seen = page(amina, adres(dossier))
    seen.post(verborgen(seen) | {"regisseur": bram.pk, "reden": ""}, status=422)
    assert Regie.objects.get(tot=None).regisseur == amina


def test_a_page_from_before_the_last_handover_changes_nothing(page, bram, farid, dossier):
    vroeg, van_farid = page(farid, adres(dossier)), page(farid, adres(dossier))
    vroeg.post(verborgen(vroeg) | {"regisseur": bram.pk, "reden": "verlof"})
    late = van_farid.post(verborgen(van_farid) | {"regisseur": bram.pk, "reden": "anders"}, status=422)
    assert "heeft net een regisseur aangewezen" in late.words or "Dit antwoord staat niet meer" in late.words
    assert Regie.objects.filter(tot=None).count() == 1


def test_somebody_of_another_team_cannot_be_appointed_by_number(page, amina, chantal, dossier):
    seen = page(amina, adres(dossier))
    seen.post(verborgen(seen) | {"regisseur": chantal.pk, "reden": "handig"}, status=422)
    assert Regie.objects.get(tot=None).regisseur == amina


def test_another_team_sees_no_history(page, chantal, dossier):
    page(chantal, adres(dossier), status=404)


def test_the_database_itself_refuses_a_second_coordinator(amina, bram, dossier):
    with pytest.raises(IntegrityError), transaction.atomic():
        Regie.objects.create(dossier=dossier, regisseur=bram, vanaf=MAANDAG.date())
