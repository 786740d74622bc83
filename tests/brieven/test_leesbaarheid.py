"""The readability of known Dutch sentences."""

from decimal import Decimal

import pytest

from eenplan.brieven.leesbaarheid import lettergrepen, score, zinnen


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("hulp", 1),
        ("mooi", 1),
        ("nieuw", 1),
        ("draai", 1),
        ("iedereen", 3),
        ("beëindigen", 4),
        ("coördinator", 5),
        ("geïnteresseerd", 5),
        ("reünie", 3),
        ("bijzonder", 3),
        ("voorziening", 3),
        ("huishouden", 3),
        ("gemeente", 3),
        ("maatwerkvoorziening", 5),
        ("verantwoordelijkheid", 6),
        ("situatie", 4),
        ("financieel", 4),
        ("café", 2),
        ("gymles", 2),
        ("2026", 1),
        ("GGD", 1),
    ],
)
def test_syllables_are_counted_by_vowel_sound(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_a_sentence_ends_at_a_full_stop_or_a_new_line_and_not_at_an_abbreviation():
    assert zinnen("Wij spraken dhr. Jansen over bijv. Uw huis. Dat was fijn!\nTot dan") == [
        "Wij spraken dhr. Jansen over bijv. Uw huis.",
        "Dat was fijn!",
        "Tot dan",
    ]


def test_a_date_and_an_amount_do_not_end_a_sentence():
    assert len(zinnen("U betaalt € 1.250,50 per jaar, vanaf 1.12.2026 elke maand.")) == 1


def test_the_score_is_the_formula_of_douma():
    # 1 sentence, 5 words, 7 syllables: 206,84 − 77 × 7/5 − 0,93 × 5 = 94,39.
    assert score("U krijgt hulp bij huishouden.").getal == Decimal("94.4")


def test_short_words_in_short_sentences_read_as_a2():
    gemeten = score("U krijgt hulp in huis. Els komt elke week. Zij helpt u met de was.")
    assert gemeten.niveau == "A2"
    assert gemeten.is_gewoon
    assert gemeten.lange_zinnen == ()


def test_the_language_of_the_law_reads_as_c1_and_names_the_long_sentence():
    wet = (
        "Het college beslist tot verstrekking van een maatwerkvoorziening ter compensatie van de beperkingen in de "
        "zelfredzaamheid of participatie die de cliënt ondervindt, voor zover de cliënt deze beperkingen naar het "
        "oordeel van het college niet op eigen kracht kan verminderen of wegnemen."
    )
    gemeten = score(f"Beste mevrouw. {wet}")
    assert gemeten.niveau == "C1"
    assert not gemeten.is_gewoon
    assert gemeten.lange_zinnen == (wet,)
    assert "1 zin is langer dan 20 woorden" in gemeten.zin


@pytest.mark.parametrize("tekst", ["", "  \n ", "… — !"])
def test_no_words_is_said_and_not_scored(tekst):
    gemeten = score(tekst)
    assert (gemeten.getal, gemeten.niveau) == (Decimal(0), "")
    assert "nog geen tekst" in gemeten.zin


def test_the_score_stays_between_nothing_and_a_hundred():
    assert score("Ja.").getal == 100
    assert score("Verantwoordelijkheidsvraagstukken " * 40).getal == 0
