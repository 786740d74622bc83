"""The log of the privacy officer: who looked at and changed what, and never the content."""

from datetime import timedelta

import pytest
from django.urls import reverse

import verhalen
from eenplan.audit.actions import record
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.audit.views import PER_BLAD
from eenplan.core import klok
from personas import MAANDAG

LOGBOEK = "/logboek/"


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


def regels(gezien):
    """Give the lines of the log as lists of words."""
    return [
        [" ".join(cel.text_content().split()) for cel in rij.xpath("./th | ./td")]
        for rij in gezien.tree.xpath("//main//tbody/tr")
    ]


@pytest.mark.parametrize("wie", ["amina", "farid", "daan", "gerda"])
def test_only_the_privacy_officer_reads_the_log(page, request, wie):
    page(request.getfixturevalue(wie), LOGBOEK, status=403)


def test_the_log_names_worker_act_and_file_and_no_resident(page, de_wit, amina, els):
    gemeld = verhalen.melding(de_wit, by=amina, at=MAANDAG)
    record(Sleutel.DOSSIER_INGEZIEN, gemeld.dossier, by=amina, at=MAANDAG + timedelta(minutes=5))
    gezien = page(els, LOGBOEK)
    eerste = regels(gezien)[0]
    assert eerste == [
        "23 nov 2026 09:05",
        "Amina Bouzid",
        "dossier bekeken",
        str(gemeld.dossier_id),
        f"dossier {gemeld.dossier_id}",
        "regisseur, Team Noord 1",
    ]
    for geheim in ("Sanne", "de Wit", "Lindelaan", "huishouden niet meer"):
        assert geheim not in gezien.text


def test_looking_in_the_log_is_itself_recorded_with_the_file_asked_for(page, de_wit, els):
    page(els, f"{LOGBOEK}?dossier={de_wit.huishouden.pk}")
    gekeken = Gebeurtenis.objects.get(sleutel=Sleutel.SPOOR_INGEZIEN)
    assert (gekeken.actor_id, gekeken.dossier_id, gekeken.is_inzage) == (els.pk, de_wit.huishouden.pk, True)


@pytest.fixture
def week(amina, bram, de_wit):
    """Amina looked on Monday and Tuesday, Bram wrote on Wednesday."""
    huis = de_wit.huishouden
    record(Sleutel.DOSSIER_INGEZIEN, huis, by=amina, at=MAANDAG)
    record(Sleutel.DOSSIER_INGEZIEN, huis, by=amina, at=MAANDAG + timedelta(days=1))
    record(Sleutel.NOTITIE_GESCHREVEN, huis, by=bram, at=MAANDAG + timedelta(days=2))
    record(Sleutel.AANGEMELD, bram, by=bram, at=MAANDAG + timedelta(days=2, minutes=1))
    return huis


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [
        ("", 5),  # with the household being entered
        ("?soort=inzage", 2),
        ("?soort=wijziging", 2),
        ("?soort=sessie", 1),
        ("?soort=zoeken", 0),
        ("?van=24-11-2026", 3),
        ("?van=24-11-2026&tot_en_met=24-11-2026", 1),
        ("?tot_en_met=23-11-2026", 2),
        ("?medewerker={bram}", 2),
        ("?medewerker={bram}&dossier={huis}", 1),
        ("?dossier=999999", 0),
    ],
)
def test_the_log_is_filtered_by_worker_file_period_and_kind(page, week, bram, els, vraag, aantal):
    gezien = page(els, LOGBOEK + vraag.format(bram=bram.pk, huis=week.pk), queries_max=8)
    assert len(regels(gezien)) == aantal
    if not aantal:
        assert "Niets gevonden" in gezien.words


@pytest.mark.parametrize(
    "vraag", ["?van=31-02-2026", "?van=25-11-2026&tot_en_met=24-11-2026", "?medewerker=0", "?dossier=Sanne", "?soort=x"]
)
def test_a_filter_that_cannot_be_is_refused_with_a_sentence(page, week, els, vraag):
    assert "klopt nog niet" in page(els, LOGBOEK + vraag, status=422).words


def test_a_long_log_is_read_on_by_key_without_losing_or_repeating_a_line(page, amina, els, de_wit):
    for _keer in range(PER_BLAD + 20):
        record(Sleutel.DOSSIER_INGEZIEN, de_wit.huishouden, by=amina, at=MAANDAG)  # all at the same moment
    adres = f"{LOGBOEK}?dossier={de_wit.huishouden.pk}&tot_en_met=23-11-2026&soort=inzage&medewerker={amina.pk}"
    eerste = page(els, adres)
    (meer,) = eerste.tree.xpath("//a[@rel='next']/@href")
    assert f"dossier={de_wit.huishouden.pk}" in meer, "the filter goes along"
    laatste = page(els, meer)
    assert len(regels(eerste)) + len(regels(laatste)) == PER_BLAD + 20
    assert not laatste.tree.xpath("//a[@rel='next']")


def test_a_strange_page_number_reads_from_the_start(page, week, els):
    assert len(regels(page(els, f"{LOGBOEK}?na=abc"))) == 5


def test_the_address_of_the_log_holds_numbers_only(page, week, els):
    gezien = page(els, LOGBOEK)
    assert gezien.tree.xpath("//form[@method='get']/@action") == [reverse("audit:spoor")]
    assert not gezien.tree.xpath("//form[@method='get']//input[@type='search']")


def test_a_number_too_long_to_be_one_is_left_alone(page, els):
    page(els, f"{LOGBOEK}?na={'9' * 5000}")
