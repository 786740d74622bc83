"""E4: a stamp per step against the municipality's norms; a missing stamp counts as missing, never as on time."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from eenplan.core import klok
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Doorloopnorm
from eenplan.meldingen.models import Melding
from eenplan.toewijzingen import queries
from eenplan.toewijzingen.actions import meld_start, wijs_toe
from eenplan.toewijzingen.doorlooptijd import Oordeel, Stap, te_laat_aandeel
from personas import MAANDAG
from verhalen import aanvraag, genomen_besluit

DAG = timedelta(days=1)
BESLUITDAG = MAANDAG + 10 * DAG


@pytest.fixture
def gestart(de_wit, gerda, amina, farid, daan):
    """Help that started 30 days after the first call."""
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    regel = genomen_besluit(gedaan, by=daan, at=BESLUITDAG).regels.get()
    toewijzing = wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=BESLUITDAG)
    meld_start(toewijzing, gestart_op=MAANDAG.date() + 30 * DAG, by=daan, at=MAANDAG + 31 * DAG)
    return toewijzing


def _weg(dossier_id):
    (weg,) = queries.doorlopen([dossier_id], op=MAANDAG.date() + 60 * DAG)[dossier_id]
    return weg


def test_e4_the_whole_way_is_stamped_and_judged(gestart):
    weg = _weg(gestart.dossier_id)
    assert [stempel.stap for stempel in weg.stappen] == list(Stap)
    assert {stempel.oordeel for stempel in weg.stappen} == {Oordeel.OP_TIJD}
    assert weg.stempel(Stap.START).dagen_sinds_contact == 30
    assert te_laat_aandeel([weg]).procent == Decimal("0.0")


def test_e4_the_household_shows_the_line_and_says_which_stamp_is_missing(page, gestart, amina):
    adres = f"/huishoudens/{gestart.dossier_id}/"
    begin, einde = (
        "Contact 23 nov 2026 Gesprek ",
        " Plan klaar 30 nov 2026 Plan vastgesteld 30 nov 2026 Besluit 3 dec 2026",
    )
    with klok.reis_naar(MAANDAG.date() + 60 * DAG):
        assert f"{begin}24 nov 2026{einde}" in page(amina, adres).words
        Melding.objects.get().onderzoek.gesprekken.clear()
        gestart.dossier.gesprekken.update(status="gepland")
        assert f"{begin}datum ontbreekt{einde}" in page(amina, adres).words


def test_e4_a_talk_that_was_never_recorded_is_missing_and_never_on_time(gestart):
    melding = Melding.objects.get()
    melding.onderzoek.gesprekken.clear()
    gestart.dossier.gesprekken.update(status="gepland")
    stempel = _weg(gestart.dossier_id).stempel(Stap.GESPREK)
    assert (stempel.op, stempel.oordeel) == (None, Oordeel.ONTBREEKT)
    aandeel = te_laat_aandeel([_weg(gestart.dossier_id)], stap=Stap.GESPREK)
    assert (aandeel.aantal, aandeel.ontbreekt, aandeel.procent) == (0, 1, None)


def test_e4_the_most_precise_norm_of_the_municipality_wins():
    algemeen = Doorloopnorm("start", 73)
    normen = (algemeen, Doorloopnorm("start", 42, wet="wmo"), Doorloopnorm("start", 14, wet="wmo", urgentie="spoed"))
    gekozen = replace(inrichting(), normen=normen)
    assert gekozen.normdagen("start") == 73
    assert gekozen.normdagen("start", wet="jeugdwet", urgentie="spoed") == 73
    assert gekozen.normdagen("start", wet="wmo", urgentie="gewoon") == 42
    assert gekozen.normdagen("start", wet="wmo", voorziening="HH1", urgentie="spoed") == 14
    assert gekozen.normdagen("plan") is None


def test_e4_a_late_start_can_be_explained_with_a_code(page, de_wit, gerda, amina, farid, daan):
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    regel = genomen_besluit(gedaan, by=daan, at=BESLUITDAG).regels.get()
    toewijzing = wijs_toe(regel, aanbieder=regel.inzet.contract.aanbieder, by=daan, at=BESLUITDAG)
    with klok.reis_naar(MAANDAG.date() + 80 * DAG):
        blad = page(daan, f"/toewijzingen/{toewijzing.pk}/levering/")
        assert "wachtlijst bij de aanbieder" in blad.words
        blad.post({"gestart_op": "10-02-2027", "reden_vertraging": "wachtlijst"})
        (weg,) = queries.doorlopen([toewijzing.dossier_id], op=klok.vandaag())[toewijzing.dossier_id]
    assert (weg.stempel(Stap.START).oordeel, weg.reden_vertraging) == (Oordeel.TE_LAAT, "wachtlijst")
