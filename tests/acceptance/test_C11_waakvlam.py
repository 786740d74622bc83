"""C11: a pilot light: somebody keeps in touch, help or no help; a contact is two presses, what is overdue is seen."""

from datetime import date, timedelta

import pytest

from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Taak
from eenplan.dossiers.states import Dossierstatus
from eenplan.regie.models import Waakvlam, Waakvlamcontact
from personas import MAANDAG

BEGIN = MAANDAG.date()
WEEK = timedelta(weeks=1)


@pytest.fixture
def dossier(de_wit, gerda, amina):
    geopend = open_dossier(de_wit.huishouden, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


@pytest.fixture
def vlam(page, dossier, amina):
    with reis_naar(BEGIN):
        blad = page(amina, f"/huishoudens/{dossier.pk}/coordinatie/waakvlam/")
        assert blad.tree.xpath("//input[@name='weken']/@value") == ["13"], (
            "the municipality's own interval stands ready"
        )
        blad.post({"medewerker": amina.pk, "waarom": "Sanne belt niet uit zichzelf.", "weken": "13"})
    return Waakvlam.objects.get()


def test_c11_a_contact_is_two_presses_and_moves_the_next_day(page, vlam, amina):
    """Gegeven een waakvlam om de dertien weken, als Amina na twaalf weken even belt,

    dan legt zij dat met twee drukken vast en staat de volgende keer dertien weken verder.
    """
    assert vlam.volgende_op == BEGIN + 13 * WEEK
    dag = BEGIN + 12 * WEEK
    with reis_naar(dag):
        assert f"/waakvlammen/{vlam.pk}/" in page(amina, "/mijn-dag/").text
        lijst = page(amina, "/waakvlam/")
        (eerste,) = lijst.tree.xpath("//a[normalize-space()='Contact gehad']/@href")
        blad = page(amina, eerste)
        gevuld = {v.get("name"): v.get("value") or "" for v in blad.tree.xpath("//main//input[@type='text']")}
        klaar = blad.post(gevuld).follow()
        blad.post(gevuld)
    assert "Het contact is vastgelegd." in klaar.words
    vlam.refresh_from_db()
    assert vlam.volgende_op == dag + 13 * WEEK
    assert Waakvlamcontact.objects.count() == 1, "a second press on the same day is the same contact"
    assert Taak.objects.get(herkomst=f"waakvlam:{vlam.pk}").uiterlijk == dag + 13 * WEEK


def test_c11_an_overdue_light_shows_on_the_list_for_worker_and_manager_even_when_the_file_is_dormant(
    page, vlam, amina, farid, chantal
):
    Dossier.objects.update(status=Dossierstatus.SLAPEND)
    with reis_naar(BEGIN + 14 * WEEK):
        for wie in (amina, farid):
            assert "te laat" in page(wie, "/waakvlam/").words
            assert "Waakvlam is te laat" in page(wie, "/uitzonderingen/").words
        assert "Waakvlam: even contact" in page(amina, "/mijn-dag/").words
        page(amina, f"/waakvlammen/{vlam.pk}/").post({"op": (BEGIN + 14 * WEEK).strftime("%d-%m-%Y"), "hoe": "Goed."})
        assert "te laat" not in page(amina, "/waakvlam/").words
        assert "Er brandt geen waakvlam" in page(chantal, "/waakvlam/").words
        page(chantal, f"/waakvlammen/{vlam.pk}/", status=404)


def test_c11_the_light_goes_out_with_a_reason(page, vlam, amina, dossier):
    with reis_naar(BEGIN + WEEK):
        blad = page(amina, f"/waakvlammen/{vlam.pk}/einde/")
        blad.post({"reden": ""}, status=422)
        seen = blad.post({"reden": "Sanne belt nu zelf."}).follow()
        assert "Sanne belt nu zelf." in seen.words
        page(amina, f"/waakvlammen/{vlam.pk}/").post({"op": "30-11-2026"}, status=422)
    assert not Taak.objects.filter(herkomst=f"waakvlam:{vlam.pk}", gedaan_op=None).exists()


def test_c11_a_contact_is_not_in_the_future_and_there_is_one_light_at_a_time(page, vlam, amina, dossier):
    with reis_naar(BEGIN):
        geweigerd = page(amina, f"/waakvlammen/{vlam.pk}/").post({"op": "01-01-2027"}, status=422)
        assert "niet in de toekomst" in geweigerd.words
        tweede = {"medewerker": amina.pk, "waarom": "Nog een.", "weken": "4"}
        blad = page(amina, f"/huishoudens/{dossier.pk}/coordinatie/waakvlam/").post(tweede, status=422)
        assert "brandt al een waakvlam" in blad.words
        assert "Nog een." in blad.text, "nothing that was typed is lost"


def test_c11_the_manager_reads_and_does_not_write(page, vlam, farid):
    with reis_naar(BEGIN):
        page(farid, f"/waakvlammen/{vlam.pk}/")
        page(farid, f"/waakvlammen/{vlam.pk}/").post({"op": date(2026, 11, 23).strftime("%d-%m-%Y")}, status=403)
