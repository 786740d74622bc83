"""The municipality's own words: whole words, as capital or small as they were, in texts of the screen only."""

from __future__ import annotations

import gettext
import tomllib
from pathlib import Path

import pytest
from django.utils.translation import gettext as dutch
from django.utils.translation import ngettext, override

from eenplan.inrichting.woorden import fout_in_woorden, lees_mo, maak_catalogus, schrijf_mo, vertaal

COACH = {"regisseur": "wijkcoach", "regisseurs": "wijkcoaches"}
TEKSTEN = Path(__file__).parents[2] / "src/eenplan/locale/en/LC_MESSAGES/django.mo"
GEMEENTEN = Path(__file__).parents[2] / "src/eenplan/inrichting/gemeenten"


@pytest.mark.parametrize(
    ("tekst", "wordt"),
    [
        ("Er is geen regisseur.", "Er is geen wijkcoach."),
        ("Regisseurs van het team", "Wijkcoaches van het team"),
        ("REGISSEUR", "WIJKCOACH"),
        ("het regisseursoverleg en de co-regisseur", "het regisseursoverleg en de co-regisseur"),
        ("{regisseur} en %(regisseur)s", "{regisseur} en %(regisseur)s"),
        ('<a href="/regisseur/">regisseur</a>', '<a href="/regisseur/">wijkcoach</a>'),
        ("de regisseur, de regisseurs", "de wijkcoach, de wijkcoaches"),
    ],
)
def test_a_whole_word_is_replaced_and_nothing_else(tekst, wordt):
    assert vertaal(tekst, COACH) == wordt


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ({"melding": "klacht", "regisseur": "x"}, "melding: dit woord ligt vast"),
        ({"regisseur": "coach"}, "regisseur: schrijf ook op wat regisseurs wordt"),
        ({"regisseurs": "coaches"}, "regisseurs: schrijf ook op wat regisseur wordt"),
        ({"regisseur": "<b>", "regisseurs": "b"}, "gewone woorden"),
        ({"frontoffice": "loket"}, ""),
    ],
)
def test_only_words_that_the_law_leaves_free_can_be_replaced(woorden, zin):
    assert zin in fout_in_woorden(woorden)
    assert bool(zin) == bool(fout_in_woorden(woorden))


def test_a_catalogue_is_written_and_read_back_with_plurals_and_contexts():
    paren = {"": "kop", "een": "één", "a\x00b": "x\x00y", "plek\x04tekst": "é"}
    assert lees_mo(schrijf_mo(paren)) == paren


def test_the_catalogue_holds_only_what_differs_and_is_made_once(tmp_path):
    map_ = maak_catalogus(TEKSTEN, COACH, tmp_path)
    bestand = map_ / "nl/LC_MESSAGES/django.mo"
    with bestand.open("rb") as inhoud:
        catalogus = gettext.GNUTranslations(inhoud)
    alle = [tekst for tekst in lees_mo(bestand.read_bytes()).values() if "Plural-Forms" not in tekst]
    assert len(alle) > 20
    assert all("wijkcoach" in tekst.lower() for tekst in alle)
    assert catalogus.gettext("Bewaard.") == "Bewaard."
    gemaakt = bestand.stat().st_mtime_ns
    assert maak_catalogus(TEKSTEN, COACH, tmp_path) == map_
    assert bestand.stat().st_mtime_ns == gemaakt
    assert maak_catalogus(TEKSTEN, {}, tmp_path) is None


def test_the_screens_of_a_municipality_speak_its_words_and_english_stays(page, settings, tmp_path, amina):
    settings.LOCALE_PATHS = [maak_catalogus(TEKSTEN, COACH, tmp_path), *settings.LOCALE_PATHS]
    with override("nl"):
        assert dutch("regisseur") == "wijkcoach"
        assert ngettext("%(n)s regisseur", "%(n)s regisseurs", 2) in {"%(n)s regisseurs", "%(n)s wijkcoaches"}
        assert "wijkcoach" in page(amina, "/team/").words
        assert "regisseur" not in page(amina, "/team/").words
    with override("en"):
        assert dutch("regisseur") == "coordinator"


@pytest.mark.parametrize("bestand", sorted(GEMEENTEN.rglob("*.toml")), ids=lambda pad: pad.stem)
def test_the_words_of_every_shipped_file_make_a_catalogue(bestand, tmp_path):
    woorden = tomllib.loads(bestand.read_text(encoding="utf-8")).get("woorden", {})
    assert fout_in_woorden(woorden) == ""
    assert (maak_catalogus(TEKSTEN, woorden, tmp_path) is None) == (not woorden)
