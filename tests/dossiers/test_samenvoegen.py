"""Two writers in one report: whatever either typed is kept or shown, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from eenplan.dossiers.samenvoegen import Ingediend, schoon, vingerafdruk, voeg_samen

TEKSTEN = st.sampled_from(["", "oud", "van Amina", "van Bram", "regel één\nregel twee"])


@given(begin=TEKSTEN, ander=TEKSTEN, eigen=TEKSTEN)
def test_no_words_of_either_writer_are_lost(begin, ander, eigen):
    samen = voeg_samen({"a": ander}, {"a": Ingediend(eigen, vingerafdruk(begin))})
    daarna = samen.te_bewaren.get("a", ander)
    getoond = {tekst for botsing in samen.botsingen for tekst in (botsing.bewaard, botsing.ingediend)}
    if eigen not in (begin, ""):
        assert eigen in {daarna} | getoond
    if ander not in (begin, ""):
        assert ander in {daarna} | getoond


@given(tekst=TEKSTEN, eigen=TEKSTEN)
def test_an_unchanged_report_takes_every_text(tekst, eigen):
    samen = voeg_samen({"a": tekst}, {"a": Ingediend(eigen, vingerafdruk(tekst))})
    assert samen.te_bewaren.get("a", tekst) == eigen
    assert not samen.botsingen


def test_line_ends_of_a_browser_are_no_change():
    tekst = "regel één\nregel twee"
    samen = voeg_samen({"a": tekst}, {"a": Ingediend("regel één\r\nregel twee\r\n", vingerafdruk(tekst))})
    assert not samen.te_bewaren
    assert schoon("\r\n regel \r") == "regel"


def test_a_subject_that_was_not_sent_is_left_alone():
    assert voeg_samen({"a": "tekst"}, {}).te_bewaren == {}
