"""The files of a worker's own family are closed, and stay so as families change."""

from datetime import date, timedelta

import pytest

from eenplan.access.rechten import Toegangsoort
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.eigen import gesloten_voor, koppel_medewerker, naasten, ontkoppel_medewerker
from eenplan.personen.gezin_actions import leg_relatie_vast, verwijder_relatie
from eenplan.personen.models import Huishoudrol, Relatie, Relatiesoort
from eenplan.personen.omzetten import Verdeling, maak_ongedaan, splits_huishouden, voeg_personen_samen
from eenplan.personen.queries import visible_to
from eenplan.teams.models import Dossiertoegang, Medewerker
from personas import MAANDAG

LATER = MAANDAG + timedelta(days=3)


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date() + timedelta(days=1)):
        yield


def huishouden_van(gerda, naam, huisnummer):
    nieuw = NieuwHuishouden(
        "Beukenweg", huisnummer, "1231AA", (NieuwPersoon(naam, "Bakker", geboortedatum=date(1960, 1, huisnummer)),)
    )
    return schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)


@pytest.fixture
def beheerder(stad):
    from eenplan.access.rechten import Rol
    from personas import _medewerker

    return _medewerker("Ivo Beheer", "functioneel beheerder", Rol.BEHEERDER, None)


@pytest.fixture
def oma(de_wit, gerda):
    huishouden = huishouden_van(gerda, "Ria", 3)
    Relatie.objects.create(van=huishouden.leden.get().persoon, naar=de_wit.sanne, soort=Relatiesoort.OUDER_VAN)
    return huishouden


def ziet(medewerker):
    return set(visible_to(Medewerker.objects.get(pk=medewerker.pk)))


def test_the_own_file_and_that_of_relatives_are_closed_to_the_worker(de_wit, oma, amina, bram, gerda):
    buur = huishouden_van(gerda, "Buur", 9)
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)  # a grandchild of Ria
    assert ziet(amina) == {buur}
    assert ziet(bram) == {buur, oma, de_wit.huishouden}


def test_the_family_reaches_two_degrees_and_the_partners_family(de_wit, oma, gerda):
    ria = oma.leden.get().persoon
    man = huishouden_van(gerda, "Wim", 5).leden.get().persoon
    ver = huishouden_van(gerda, "Ver", 6).leden.get().persoon
    Relatie.objects.create(van=ria, naar=man, soort=Relatiesoort.PARTNER_VAN)
    Relatie.objects.create(van=ver, naar=man, soort=Relatiesoort.OUDER_VAN)
    assert naasten({de_wit.mees.pk}) == {de_wit.mees.pk, de_wit.daan.pk, de_wit.sanne.pk, ria.pk, man.pk}


def test_a_new_tie_closes_and_a_removed_one_opens(de_wit, amina, bram, gerda):
    ander = huishouden_van(gerda, "Ria", 3)
    ria = ander.leden.get().persoon
    koppel_medewerker(amina, ria, by=amina, at=LATER)
    assert de_wit.huishouden in ziet(amina)
    band = leg_relatie_vast(de_wit.huishouden, ria, de_wit.sanne, Relatiesoort.OUDER_VAN, by=bram, at=LATER)
    assert de_wit.huishouden not in ziet(amina)
    verwijder_relatie(band, de_wit.huishouden, by=bram, at=LATER)
    assert de_wit.huishouden in ziet(amina)


def test_a_household_that_a_relative_moves_into_closes_and_opens_again(de_wit, amina, bram, gerda):
    ander = huishouden_van(gerda, "Ria", 3)
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)
    assert ander in ziet(amina)
    omzetting = splits_huishouden(
        de_wit.huishouden, Verdeling(frozenset({de_wit.sanne.pk})), ander, reden="Verhuisd", by=bram, at=LATER
    )
    assert ander not in ziet(amina)
    maak_ongedaan(omzetting, by=bram, at=LATER)
    assert ander in ziet(amina)


def test_a_merge_of_the_own_person_keeps_the_files_closed(de_wit, amina, daan, gerda):
    dubbel = huishouden_van(gerda, "Meesje", 3).leden.get().persoon
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)
    voeg_personen_samen(de_wit.mees, dubbel, van_links=(), reden="Dubbel", by=daan, at=LATER)
    assert not ziet(amina)


def test_nobody_opens_the_own_files(de_wit, amina, beheerder):
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)
    with pytest.raises(NietToegestaan):
        ontkoppel_medewerker(amina, by=amina, at=LATER)
    ontkoppel_medewerker(amina, by=beheerder, at=LATER)
    assert de_wit.huishouden in ziet(amina)


def test_a_worker_is_one_resident(de_wit, amina):
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)
    with pytest.raises(NietMogelijk):
        koppel_medewerker(amina, de_wit.daan, by=amina, at=LATER)


def test_what_others_closed_stays_closed(de_wit, amina, beheerder):
    Dossiertoegang.objects.create(
        medewerker=amina, dossier_id=de_wit.huishouden.pk, soort=Toegangsoort.GESLOTEN, grond="buurman", vanaf=MAANDAG
    )
    koppel_medewerker(amina, de_wit.mees, by=amina, at=LATER)
    ontkoppel_medewerker(amina, by=beheerder, at=LATER)
    assert de_wit.huishouden not in ziet(amina)


def test_who_lived_there_before_counts(de_wit, gerda):
    ander = huishouden_van(gerda, "Ria", 3)
    lid = ander.leden.get()
    ander.leden.update(tot=LATER.date(), vanaf=MAANDAG.date())
    de_wit.huishouden.leden.create(persoon=lid.persoon, rol=Huishoudrol.INWONEND, vanaf=LATER.date())
    assert ander.pk in gesloten_voor(de_wit.sanne.pk)
