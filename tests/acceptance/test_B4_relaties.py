"""B4: a tie that the other may not know of stands in the file of whom it protects, and nowhere else."""

from datetime import date

import pytest

from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.afscherming import banden_voor, naar_buiten, zonder_verborgen
from eenplan.personen.gezin import wie_beslist
from eenplan.personen.models import Markeringsoort, Relatie, Relatiemarkering, Relatiesoort
from eenplan.wetgeving.gezagsoorten import Besluitsoort
from personas import MAANDAG

DAG = MAANDAG.date()
REDEN = "Hij mag niet weten dat zij contact hebben."


@pytest.fixture
def bakker(stad, gerda):
    """The household of Ruud, who may not know, in the same team."""
    return schrijf_huishouden_in(
        NieuwHuishouden("Beukenweg", 12, "1231AA", (NieuwPersoon("Ruud", "Bakker", geboortedatum=date(1985, 2, 3)),)),
        by=gerda,
        at=MAANDAG,
    )


@pytest.fixture
def band(de_wit, bakker):
    ruud = bakker.leden.get().persoon
    return Relatie.objects.create(van=ruud, naar=de_wit.mees, soort=Relatiesoort.OUDER_VAN)


def markeer(page, wie, gezin, band, soort="geheim", **anders):
    velden = {"relatie": band.pk, "soort": soort, "beschermt": gezin.mees.pk, "reden": REDEN}
    return page(wie, f"/huishoudens/{gezin.huishouden.pk}/gezin/markering/", data=velden, **anders)


def test_a_hidden_tie_stands_only_in_the_file_of_whom_it_protects(page, de_wit, bakker, band, amina):
    assert "Mees" in page(amina, f"/huishoudens/{bakker.pk}/gezin/").words
    markeer(page, amina, de_wit, band)
    hier = page(amina, f"/huishoudens/{de_wit.huishouden.pk}/gezin/").words
    assert "Ruud Bakker: ouder van Mees de Wit" in hier
    assert REDEN in hier
    daar = page(amina, f"/huishoudens/{bakker.pk}/gezin/").words
    assert "Mees" not in daar
    assert REDEN not in daar


def test_not_even_a_refusal_tells_that_the_tie_exists(page, de_wit, bakker, band, amina):
    markeer(page, amina, de_wit, band)
    assert "Mees" not in page(amina, f"/huishoudens/{bakker.pk}/gezin/relatie/").words
    assert "Mees" not in page(amina, f"/huishoudens/{bakker.pk}/gezin/markering/").words
    assert "Mees" not in page(amina, f"/huishoudens/{bakker.pk}/gezin/gezag/").words
    velden = {"relatie": band.pk, "soort": "geheim", "beschermt": bakker.leden.get().persoon_id, "reden": "x"}
    geweigerd = page(amina, f"/huishoudens/{bakker.pk}/gezin/markering/", data=velden, status=422)
    assert "Mees" not in geweigerd.words


def test_a_hidden_or_harmful_tie_never_leaves_the_file(page, de_wit, band, amina):
    for soort in Markeringsoort:
        markeer(page, amina, de_wit, band, soort=soort.value)
        assert band not in naar_buiten(Relatie.objects.all())
        Relatiemarkering.objects.update(tot=MAANDAG)


def test_the_queries_of_a_page_leave_hidden_ties_out(page, de_wit, bakker, band, amina):
    markeer(page, amina, de_wit, band)
    alle = Relatie.objects.all()
    assert band in zonder_verborgen(alle, dossier=de_wit.huishouden.pk)
    assert band not in zonder_verborgen(alle, dossier=bakker.pk)
    assert not banden_voor(amina, bakker)


def test_who_does_not_work_in_the_file_sees_no_marked_tie(page, de_wit, band, amina, gerda):
    markeer(page, amina, de_wit, band)
    assert band not in [rij.relatie for rij in banden_voor(gerda, de_wit.huishouden)]
    assert band not in [rij.relatie for rij in banden_voor(None, de_wit.huishouden)]
    assert band in [rij.relatie for rij in banden_voor(amina, de_wit.huishouden)]


def test_a_harmful_parent_without_custody_is_not_told_on_request(page, de_wit, band, amina):
    velden = {"lid": de_wit.mees.pk, "soort": "ouder", "houders": [de_wit.sanne.pk], "instelling": ""}
    page(
        amina,
        f"/huishoudens/{de_wit.huishouden.pk}/gezin/gezag/",
        data=velden | {"vanaf": "01-11-2026", "bron": "Gezagsregister"},
    )
    assert wie_beslist(de_wit.mees, Besluitsoort.INFORMEREN, DAG).op_verzoek
    markeer(page, amina, de_wit, band, soort="schadelijk")
    assert not wie_beslist(de_wit.mees, Besluitsoort.INFORMEREN, DAG).op_verzoek


def test_a_harmful_mark_is_read_only_where_it_protects(page, de_wit, bakker, band, amina):
    markeer(page, amina, de_wit, band, soort="schadelijk")
    assert "schadelijk" in page(amina, f"/huishoudens/{de_wit.huishouden.pk}/gezin/").words
    assert "schadelijk" not in page(amina, f"/huishoudens/{bakker.pk}/gezin/").words


def test_a_mark_ends_with_who_ended_it(page, de_wit, bakker, band, amina, bram):
    markeer(page, amina, de_wit, band)
    rij = Relatiemarkering.objects.get()
    page(bram, f"/huishoudens/{bakker.pk}/gezin/markering/einde/", data={"markering": rij.pk}, status=404)
    page(bram, f"/huishoudens/{de_wit.huishouden.pk}/gezin/markering/einde/", data={"markering": rij.pk})
    rij.refresh_from_db()
    assert rij.beeindigd_door == bram
    assert "Mees" in page(amina, f"/huishoudens/{bakker.pk}/gezin/").words


def test_a_tie_that_was_wrong_is_taken_away_and_a_marked_one_is_kept(page, de_wit, bakker, band, amina):
    pad = f"/huishoudens/{de_wit.huishouden.pk}/gezin/relatie/einde/"
    markeer(page, amina, de_wit, band)
    page(amina, f"/huishoudens/{bakker.pk}/gezin/relatie/einde/", data={"relatie": band.pk}, status=404)
    page(amina, pad, data={"relatie": band.pk}, status=409)
    Relatiemarkering.objects.all().delete()
    page(amina, pad, data={"relatie": band.pk})
    assert not Relatie.objects.filter(pk=band.pk).exists()


def test_marking_asks_for_a_reason(page, de_wit, band, amina):
    velden = {"relatie": band.pk, "soort": "geheim", "beschermt": de_wit.mees.pk, "reden": ""}
    page(amina, f"/huishoudens/{de_wit.huishouden.pk}/gezin/markering/", data=velden, status=422)
    assert not Relatiemarkering.objects.exists()


@pytest.mark.parametrize("soort", Relatiesoort)
def test_the_household_page_says_every_kind_of_tie_from_both_sides(page, de_wit, bakker, amina, soort):
    from eenplan.dossiers.actions import open_dossier

    ruud = bakker.leden.get().persoon
    Relatie.objects.create(van=ruud, naar=de_wit.sanne, soort=soort)
    for huishouden, ander in ((bakker, "Sanne de Wit"), (de_wit.huishouden, "Ruud Bakker")):
        open_dossier(huishouden, by=amina, at=MAANDAG)
        assert ander in page(amina, f"/huishoudens/{huishouden.pk}/").words


def test_the_household_page_of_the_other_side_does_not_show_the_tie(page, de_wit, bakker, band, amina):
    from eenplan.dossiers.actions import open_dossier

    for huishouden in (bakker, de_wit.huishouden):
        open_dossier(huishouden, by=amina, at=MAANDAG)
    markeer(page, amina, de_wit, band)
    assert "Mees" not in page(amina, f"/huishoudens/{bakker.pk}/").words
