"""What the law and the record say in Dutch is read in English; what somebody typed is left alone."""

import re
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from eenplan.core.vertaling import _van_gezag, _van_gronden, _van_verzoeken, als_rol, vertaald, wetsteksten
from eenplan.wetgeving.termijnen import REGELS, Opschorting, TermijnFout, bereken

NEDERLANDS = re.compile(
    r"\b(de|het|een|en|van|tot|dag|dagen|weken|erbij|termijn|artikel|lid|niet|zaterdag|zondag|januari|maart|mei)\b",
    re.IGNORECASE,
)


def zinnen(regel, start):
    """Everything the screen can say about a term that begins on this day."""
    mag = REGELS[regel]
    keuzes = [{}]
    if mag.opschorting.artikel:
        keuzes.append(
            {
                "opschortingen": [
                    Opschorting(start + timedelta(days=3), start + timedelta(days=9), "wacht op loonstrook")
                ]
            }
        )
        keuzes.append({"opschortingen": [Opschorting(start + timedelta(days=400), start + timedelta(days=401))]})
    if mag.verdaging.artikel:
        keuzes.append({"verdaging_weken": 2})
    if mag.commissie:
        keuzes.append({"commissie": True})
    for keuze in keuzes:
        termijn = bereken(regel, start, **keuze)
        yield from (termijn.naam, termijn.artikel, *termijn.waarschuwingen)
        for stap in termijn.stappen:
            yield from (stap.reden, stap.artikel)


@pytest.mark.parametrize("regel", REGELS)
def test_every_step_of_every_term_is_read_in_english(regel):
    gezegd = {zin for dag in range(0, 400, 3) for zin in zinnen(regel, date(2025, 11, 1) + timedelta(days=dag))}
    gezegd |= set(zinnen(regel, date(2031, 4, 1)))
    with override("en"):
        engels = {zin: vertaald(zin).replace("wacht op loonstrook", "") for zin in gezegd}
    assert not {zin: en for zin, en in engels.items() if NEDERLANDS.search(en)}


@pytest.mark.parametrize(
    "mislukt",
    [
        lambda: bereken(
            "wmo-onderzoek", date(2026, 3, 2), opschortingen=[Opschorting(date(2026, 3, 3), date(2026, 3, 4))]
        ),
        lambda: bereken("wmo-besluit", date(2026, 3, 2), verdaging_weken=1),
        lambda: bereken("klacht", date(2026, 3, 2), verdaging_weken=9),
        lambda: bereken("wmo-besluit", date(2014, 3, 2)),
        lambda: Opschorting(date(2026, 3, 4), date(2026, 3, 3)),
        lambda: bereken("awb-besluit", date(2026, 3, 2), verdaging_weken=999_999),
    ],
)
def test_a_refusal_of_the_law_is_read_in_english(mislukt):
    with pytest.raises(TermijnFout) as fout, override("en"):
        mislukt()
    with override("en"):
        assert not NEDERLANDS.search(vertaald(str(fout.value)))


def test_a_suspension_keeps_the_reason_as_it_was_typed():
    reden = "De termijn stond 8 dagen stil, van 2 juni 2026 tot en met 9 juni 2026 (wachten op het rapport van 1 mei)."
    with override("en"):
        assert vertaald(reden) == (
            "The term stood still for 8 days, from 2 June 2026 through 9 June 2026 (wachten op het rapport van 1 mei)."
        )


def test_the_law_reads_as_it_is_in_dutch():
    assert all(vertaald(zin) == zin for zin in zinnen("awb-bezwaar", date(2026, 3, 2)))


def test_a_line_of_two_parts_is_read_in_english_when_both_are_ours():
    with override("en"):
        assert vertaald("in regie: de hulp is gestart") == "under coordination: the help has started"
        assert vertaald("plan: eerst naar de kapper") == "plan: eerst naar de kapper"
        assert vertaald("gesloten: het gezin is verhuisd") == "gesloten: het gezin is verhuisd"


@pytest.mark.parametrize("getypt", ["", "Sanne belt 7 april terug.", "Ze zei: {ik} kan niet meer, %s"])
def test_what_somebody_typed_is_left_alone(getypt):
    with override("en"):
        assert vertaald(getypt) == getypt


@pytest.mark.parametrize(
    "wet", [_van_gronden, _van_gezag, _van_verzoeken], ids=["sharing", "custody", "requests about a file"]
)
def test_every_reason_of_the_law_is_read_in_english(wet):
    with override("en"):
        engels = {zin: vertaald(zin) for zin in wet() if zin}
    assert engels
    assert not {zin: en for zin, en in engels.items() if NEDERLANDS.search(en)}


def test_as_what_somebody_acted_is_read_in_english():
    with override("en"):
        assert als_rol("regisseur, Team Noord 1; manager wijkteam, Team Zuid") == (
            "coordinator, Team Noord 1; manager of the neighbourhood team, Team Zuid"
        )
        assert als_rol("afgedrukt (medewerker backoffice)") == "printed (back office worker)"
        assert als_rol("") == ""
    assert als_rol("regisseur, Team Noord 1") == "regisseur, Team Noord 1"


def test_what_a_passage_was_found_by_keeps_the_word_itself():
    with override("en"):
        assert vertaald("de naam ‘Sanne’") == "the name ‘Sanne’"
        assert vertaald("‘zij’ na een zin over een ander") == "‘zij’ after a sentence about another"


def test_the_fixed_texts_of_every_rule_are_collected():
    teksten = {tekst for _regel, _functie, tekst, _toelichting in wetsteksten()}
    assert {regel.naam for regel in REGELS.values()} <= teksten
    assert all(teksten)
