"""The pages of a clock: how its date came about, and standing still, running again and running longer."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.core.klok import reis_naar
from eenplan.termijnen.actions import hervat, schort_op, start_termijn, verdaag, voltooi_termijn
from eenplan.termijnen.gronden import gronden
from eenplan.termijnen.models import Opschorting, Termijn, Verdaging
from eenplan.wetgeving.termijnen import REGELS, mag_opschorten, mag_verdagen
from personas import MAANDAG
from verhalen import melding

HTMX = {"HX-Request": "true"}
START = MAANDAG.date()
AANVULLING = "Awb 4:15 lid 1 onder a"


@pytest.fixture(autouse=True)
def _op_maandag():
    with reis_naar(START):
        yield


@pytest.fixture
def gemeld(de_wit, gerda):
    return melding(de_wit, by=gerda, at=MAANDAG)


@pytest.fixture
def klok(gemeld, amina):
    def begin(regel, start=START):
        return start_termijn(regel, gemeld, start=start, by=amina, at=MAANDAG)

    return begin


def adres(termijn, wat="termijn"):
    return reverse(f"termijnen:{wat}", args=[termijn.pk])


def opschorting(**anders):
    return {"grond": AANVULLING, "van": "24-11-2026", "tot_en_met": "26-11-2026", "reden": "loonstrook"} | anders


@pytest.mark.parametrize("regel", [regel for regel in REGELS if regel not in {"wmo-onderzoek", "wmo-persoonlijk-plan"}])
def test_every_clock_shows_what_the_law_allows_and_why_not_otherwise(regel, page, amina, klok):
    termijn = klok(regel)
    seen = page(amina, adres(termijn))
    wet = REGELS[regel]
    assert str(wet.artikel) in seen.words
    assert bool(seen.tree.xpath("//a[@href=$naar]", naar=adres(termijn, "opschorting"))) == mag_opschorten(regel)
    assert bool(seen.tree.xpath("//a[@href=$naar]", naar=adres(termijn, "verdaging"))) == mag_verdagen(regel, weken=1)
    if not mag_opschorten(regel):
        assert wet.opschorting.reden in seen.words
    assert bool(gronden(regel)) == mag_opschorten(regel)


def test_a_suspension_moves_the_end_and_shows_its_ground(page, amina, klok):
    termijn = klok("awb-besluit")
    oud = termijn.einddatum
    seen = page(amina, adres(termijn, "opschorting")).post(opschorting()).follow()
    termijn.refresh_from_db()
    assert termijn.einddatum == oud + timedelta(days=3)
    assert AANVULLING in seen.words
    assert "loonstrook" in seen.words
    assert "artikel 4:15 Awb" in seen.words


def test_the_new_date_is_shown_before_anything_is_saved(page, amina, klok):
    termijn = klok("awb-besluit")
    seen = page(amina, adres(termijn, "opschorting"))
    vraag = opschorting(voorbeeld="1", reden="", grond="")
    part = seen.post(vraag, status=200, **HTMX)
    assert "do 21 januari 2027" in part.words
    assert not part.is_whole
    whole = seen.post(vraag, status=200)
    assert "do 21 januari 2027" in whole.words
    assert not whole.tree.xpath("//*[@data-foutenlijst]"), "asking for the date is no mistake"
    assert not Opschorting.objects.exists()


def test_pressing_twice_suspends_once(page, amina, klok):
    termijn = klok("awb-besluit")
    seen = page(amina, adres(termijn, "opschorting"))
    seen.post(opschorting())
    seen.post(opschorting())
    assert Opschorting.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"grond": ""}, "Kies een antwoord."),
        ({"grond": "Awb 99:99"}, "Dit antwoord staat niet meer in de lijst."),
        ({"reden": ""}, "Dit veld is nog leeg."),
        ({"van": "31-02-2027"}, "Dit is geen bestaande datum."),
        ({"tot_en_met": "01-11-2026"}, "De laatste dag ligt voor de eerste."),
    ],
)
def test_an_incomplete_suspension_comes_back_with_what_is_wrong(anders, zin, page, amina, klok):
    termijn = klok("awb-besluit")
    assert zin in page(amina, adres(termijn, "opschorting")).post(opschorting(**anders), status=422).words
    assert not Opschorting.objects.exists()


def test_the_onderzoek_cannot_stand_still_and_the_page_says_why(page, amina, gemeld):
    termijn = Termijn.objects.get(regel="wmo-onderzoek")
    seen = page(amina, adres(termijn, "opschorting"))
    assert "opschorten kan alleen als er een aanvraag ligt" in seen.words
    assert not seen.tree.xpath("//main//form")
    seen.post(opschorting(), status=422)
    assert not Opschorting.objects.exists()


def test_a_clock_without_an_end_of_its_standstill_is_resumed_first(page, amina, klok):
    termijn = klok("awb-besluit")
    page(amina, adres(termijn, "opschorting")).post(opschorting(tot_en_met=""))
    seen = page(amina, adres(termijn))
    assert "staat stil sinds di 24 november 2026" in seen.words
    assert "Hervat hem eerst." in seen.words
    with reis_naar(START + timedelta(days=10)):
        resumed = page(amina, adres(termijn, "hervatting")).post({"tot_en_met": "02-12-2026"}).follow()
    assert "loopt" in resumed.words
    termijn.refresh_from_db()
    assert termijn.einddatum == date(2027, 1, 18) + timedelta(days=9)


def test_resuming_twice_is_refused_kindly(page, amina, klok):
    termijn = klok("awb-besluit")
    page(amina, adres(termijn, "opschorting")).post(opschorting(tot_en_met=""))
    seen = page(amina, adres(termijn, "hervatting"))
    seen.post({"tot_en_met": "26-11-2026"})
    assert "staat niet stil" in seen.post({"tot_en_met": "27-11-2026"}, status=422).words


def test_resuming_before_the_standstill_began_is_refused(page, amina, klok):
    termijn = klok("awb-besluit")
    page(amina, adres(termijn, "opschorting")).post(opschorting(tot_en_met=""))
    page(amina, adres(termijn, "hervatting")).post({"tot_en_met": "01-11-2026"}, status=422)
    assert Opschorting.objects.get().tot_en_met is None


def test_an_extension_gives_weeks_and_twice_is_once(page, amina, klok):
    termijn = klok("awb-besluit")
    seen = page(amina, adres(termijn, "verdaging"))
    assert "ma 15 februari 2027" in seen.post({"weken": "4", "voorbeeld": "1"}, status=200, **HTMX).words
    seen.post({"weken": "4", "reden": "we wachten op een advies"})
    seen.post({"weken": "4", "reden": "we wachten op een advies"})
    termijn.refresh_from_db()
    assert termijn.einddatum == date(2027, 2, 15)
    assert Verdaging.objects.count() == 1


def test_more_weeks_than_the_law_gives_are_refused_with_the_laws_own_sentence(page, amina, klok):
    termijn = klok("awb-beslissing-op-bezwaar")
    seen = page(amina, adres(termijn, "verdaging"))
    assert "Ten hoogste 6 weken." in seen.words
    assert "ten hoogste zes weken" in seen.post({"weken": "7", "reden": "druk"}, status=422).words
    assert not Verdaging.objects.exists()


def test_a_clock_that_is_over_is_not_extended(page, amina, klok):
    termijn = klok("awb-besluit")
    with reis_naar(termijn.einddatum + timedelta(days=1)):
        seen = page(amina, adres(termijn, "verdaging"))
        assert not seen.tree.xpath("//main//form")
        assert "al voorbij" in seen.post({"weken": "2", "reden": "te laat"}, status=422).words


def test_a_finished_clock_offers_nothing_and_takes_nothing(page, amina, gemeld, klok):
    termijn = klok("awb-besluit")
    voltooi_termijn("awb-besluit", gemeld, by=amina, at=MAANDAG)
    seen = page(amina, adres(termijn))
    assert "voltooid op" in seen.words
    assert not seen.tree.xpath("//main//a[contains(@href, 'opschorting')]")
    page(amina, adres(termijn, "opschorting"), data=opschorting(), status=422)
    page(amina, adres(termijn, "verdaging"), data={"weken": "2", "reden": "x"}, status=422)


def test_two_suspensions_that_overlap_count_each_day_once(amina, klok):
    termijn = klok("awb-besluit")
    oud = termijn.einddatum
    for eerste, laatste in ((24, 26), (25, 27)):
        dagen = {"van": date(2026, 11, eerste), "tot_en_met": date(2026, 11, laatste)}
        schort_op(termijn, **dagen, reden=f"tot de {laatste}e", by=amina, at=MAANDAG)
    termijn.refresh_from_db()
    assert termijn.einddatum == oud + timedelta(days=4)


def test_the_back_office_keeps_clocks_and_another_team_finds_none(page, daan, chantal, gerda, klok):
    termijn = klok("awb-besluit")
    page(daan, adres(termijn))
    for wat in ("termijn", "opschorting", "hervatting", "verdaging"):
        page(chantal, adres(termijn, wat), status=404)
        page(gerda, adres(termijn, wat), status=403)


def test_the_actions_give_the_same_as_the_screens(amina, klok):
    termijn = klok("awb-besluit")
    stil = schort_op(termijn, van=START, tot_en_met=None, reden="stukken", by=amina, at=MAANDAG)
    hervat(stil, tot_en_met=START + timedelta(days=4), by=amina, at=MAANDAG)
    verdaag(termijn, weken=1, reden="advies", by=amina, at=MAANDAG)
    termijn.refresh_from_db()
    assert termijn.einddatum == date(2027, 1, 29)


def test_the_page_of_an_extension_promises_no_message_that_nobody_sends(page, amina, klok):
    seen = page(amina, adres(klok("awb-besluit"), "verdaging"))
    assert "Stuur de inwoner zelf bericht met deze reden en de nieuwe datum." in seen.words
