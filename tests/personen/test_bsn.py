"""The national number at rest: unreadable in every copy of the database, found in one question, bound to its row."""

from __future__ import annotations

import base64
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from eenplan.core import versleuteling
from eenplan.core.errors import NietMogelijk
from eenplan.core.sleutelring import OngeldigeSleutels, lees, nieuwe_regel
from eenplan.core.versleuteling import Onleesbaar
from eenplan.personen import bsn
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Burgerservicenummer, Persoon
from eenplan.personen.queries import zoek
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.bsn import BsnFout
from personas import MAANDAG, Gezin

SANNE = "999900006"
ANDER = "999990019"
OUD, NIEUW = nieuwe_regel("oud"), nieuwe_regel("nieuw")


@pytest.fixture
def sleutels(settings) -> Callable[..., None]:
    """Change the keys of the installation: `sleutels(NIEUW, OUD)`, the newest first."""

    def zet(*regels: str) -> None:
        settings.EENPLAN_BSN_KEYS = "\n".join(regels)

    return zet


def alle_tekst() -> str:
    """Read every column of every table, as whoever takes the files of the database would."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables"
            " WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'"
        )
        delen = []
        for (tabel,) in cursor.fetchall():
            cursor.execute(f"SELECT t::text FROM {tabel} t")  # noqa: S608 - a name from the catalogue itself
            delen += [rij for (rij,) in cursor.fetchall()]
    return "\n".join(delen)


def test_no_column_of_the_database_holds_the_number(de_wit: Gezin) -> None:
    tekst = alle_tekst()
    assert "Sanne" in tekst
    assert SANNE not in tekst
    assert base64.b64encode(SANNE.encode()).decode() not in tekst
    assert bsn.bsn_van(de_wit.sanne) == SANNE


def test_searching_by_number_is_exact_and_one_question(gerda: Medewerker, de_wit: Gezin) -> None:
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        assert bsn.persoon_met_bsn("9999.00.006") == de_wit.sanne
    assert len(vragen) == 1
    assert bsn.persoon_met_bsn(ANDER) is None
    assert [lid.persoon for lid in zoek(gerda, SANNE, vandaag=MAANDAG.date()).treffers] == [de_wit.sanne]


def test_the_question_to_the_database_does_not_name_the_number(de_wit: Gezin) -> None:
    with CaptureQueriesContext(connection) as vragen:
        bsn.persoon_met_bsn(SANNE)
        bsn.bewaar_bsn(de_wit.daan, ANDER)
    assert not [vraag for vraag in vragen if SANNE in vraag["sql"] or ANDER in vraag["sql"]]


def test_a_number_that_fails_the_elfproef_is_refused_without_being_named(de_wit: Gezin) -> None:
    with pytest.raises(BsnFout) as fout:
        bsn.bewaar_bsn(de_wit.daan, "123456789")
    assert "123456789" not in str(fout.value)
    assert bsn.bsn_van(de_wit.daan) == ""


def test_two_residents_never_share_a_number(de_wit: Gezin, gerda: Medewerker) -> None:
    with pytest.raises(NietMogelijk) as fout:
        bsn.bewaar_bsn(de_wit.daan, SANNE)
    assert SANNE not in fout.value.zin
    dubbel = NieuwHuishouden("Lindelaan", 9, "1231AA", (NieuwPersoon("Sanne", "Wit", bsn=SANNE),))
    with pytest.raises(NietMogelijk):
        schrijf_huishouden_in(dubbel, by=gerda, at=MAANDAG)


def test_a_number_can_be_corrected(de_wit: Gezin) -> None:
    bsn.bewaar_bsn(de_wit.sanne, ANDER)
    assert bsn.bsn_van(de_wit.sanne) == ANDER
    assert bsn.persoon_met_bsn(SANNE) is None


def test_the_same_number_looks_different_each_time_it_is_kept(de_wit: Gezin) -> None:
    voor = Burgerservicenummer.objects.get().versleuteld
    bsn.bewaar_bsn(de_wit.sanne, SANNE)
    assert Burgerservicenummer.objects.get().versleuteld != voor


def test_a_swapped_value_is_refused_loudly(de_wit: Gezin) -> None:
    bsn.bewaar_bsn(de_wit.daan, ANDER)
    sanne, daan = (Burgerservicenummer.objects.get(persoon=wie) for wie in (de_wit.sanne, de_wit.daan))
    Burgerservicenummer.objects.filter(pk=daan.pk).update(versleuteld=sanne.versleuteld)
    with pytest.raises(Onleesbaar, match="past niet bij zijn rij"):
        bsn.bsn_van(de_wit.daan)
    with pytest.raises(CommandError, match="1 nummers zijn niet heel"):
        call_command("bsn", "controle", stdout=StringIO())


@pytest.mark.parametrize("schade", ["", "oud", "oud:", "oud:%%%", "oud:AAAA"])
def test_a_damaged_value_is_refused_as_well(schade: str, de_wit: Gezin) -> None:
    Burgerservicenummer.objects.update(versleuteld=schade)
    with pytest.raises(Onleesbaar):
        bsn.bsn_van(de_wit.sanne)


def test_another_key_under_the_same_name_says_so_without_personal_data(sleutels, de_wit: Gezin) -> None:
    sleutels(OUD)
    bsn.bewaar_bsn(de_wit.sanne, SANNE)
    sleutels(nieuwe_regel("oud"))
    with pytest.raises(Onleesbaar, match="onder deze naam staat een andere sleutel") as fout:
        bsn.bsn_van(de_wit.sanne)
    assert SANNE not in str(fout.value)
    assert fout.value.__cause__ is None
    sleutels(NIEUW)
    with pytest.raises(Onleesbaar, match="niet in EENPLAN_BSN_KEYS staat"):
        bsn.bsn_van(de_wit.sanne)


def test_while_the_key_changes_old_and_new_are_both_read_and_found(sleutels, de_wit: Gezin) -> None:
    sleutels(OUD)
    bsn.bewaar_bsn(de_wit.sanne, SANNE)
    sleutels(NIEUW, OUD)
    bsn.bewaar_bsn(de_wit.daan, ANDER)
    assert [bsn.bsn_van(wie) for wie in (de_wit.sanne, de_wit.daan)] == [SANNE, ANDER]
    assert [bsn.persoon_met_bsn(nummer) for nummer in (SANNE, ANDER)] == [de_wit.sanne, de_wit.daan]
    assert bsn.controle() == {"nieuw": 1, "oud": 1, "onleesbaar": 0}


def test_while_the_key_changes_a_number_still_belongs_to_one_resident(sleutels, de_wit: Gezin, gerda) -> None:
    sleutels(OUD)
    bsn.bewaar_bsn(de_wit.sanne, SANNE)
    sleutels(NIEUW, OUD)
    with pytest.raises(NietMogelijk):
        bsn.bewaar_bsn(de_wit.daan, SANNE)
    with pytest.raises(NietMogelijk), transaction.atomic():
        bsn.bewaar_bsns([(de_wit.daan, SANNE)])


def test_changing_the_key_can_be_broken_off_and_goes_on_where_it_was(sleutels, de_wit: Gezin) -> None:
    sleutels(OUD)
    for wie, nummer in ((de_wit.sanne, SANNE), (de_wit.daan, ANDER), (de_wit.mees, "999990020")):
        bsn.bewaar_bsn(wie, nummer)
    sleutels(NIEUW, OUD)
    assert next(bsn.wissel(partij=1)) == 1
    assert bsn.controle() == {"nieuw": 1, "oud": 2, "onleesbaar": 0}
    geschreven = StringIO()
    call_command("bsn", "wissel", stdout=geschreven)
    assert "2 nummers staan onder de sleutel nieuw" in geschreven.getvalue()
    assert bsn.controle() == {"nieuw": 3, "oud": 0, "onleesbaar": 0}
    sleutels(NIEUW)
    assert bsn.persoon_met_bsn(SANNE) == de_wit.sanne
    assert bsn.bsn_van(de_wit.daan) == ANDER


def test_changing_without_the_old_key_is_one_sentence(sleutels, de_wit: Gezin) -> None:
    sleutels(NIEUW)
    with pytest.raises(CommandError, match="Zet die sleutel terug"):
        call_command("bsn", "wissel", stdout=StringIO())


def test_a_merged_person_keeps_the_number(de_wit: Gezin) -> None:
    bsn.verplaats_bsn(van=de_wit.sanne, naar=de_wit.daan)
    assert bsn.bsn_van(de_wit.daan) == SANNE
    assert bsn.bsn_van(de_wit.sanne) == ""


def test_two_people_with_two_numbers_are_never_one(de_wit: Gezin) -> None:
    bsn.bewaar_bsn(de_wit.daan, ANDER)
    with pytest.raises(NietMogelijk, match="twee mensen"):
        bsn.verplaats_bsn(van=de_wit.sanne, naar=de_wit.daan)


def test_the_database_itself_refuses_a_second_row_with_the_same_digest(de_wit: Gezin) -> None:
    rij = Burgerservicenummer.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Burgerservicenummer.objects.create(
            persoon=de_wit.daan, versleuteld=rij.versleuteld, zoeksleutel=rij.zoeksleutel
        )


def test_a_large_load_takes_no_more_questions_than_a_small_one(de_wit: Gezin) -> None:
    mensen = Persoon.objects.bulk_create(Persoon(roepnaam=f"P{n}", achternaam="X", voornamen="P") for n in range(300))
    nummers = [f"{n:09d}" for n in range(999_910_000, 999_920_000) if _is_geldig(f"{n:09d}")][:300]
    with CaptureQueriesContext(connection) as vragen:
        bsn.bewaar_bsns(zip(mensen, nummers, strict=True))
    assert len(vragen) <= 3
    assert bsn.persoon_met_bsn(nummers[299]) == mensen[299]


def _is_geldig(nummer: str) -> bool:
    som = sum(g * int(c) for g, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), nummer, strict=True))
    return som % 11 == 0


# --- The keys themselves --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "Er staat geen sleutel"),
        ("een:AAAA", "Regel 1 van EENPLAN_BSN_KEYS"),
        (f"{OUD}\ngeheim-zonder-naam", "Regel 2 van EENPLAN_BSN_KEYS"),
        (f"{OUD}\n{OUD}", "dezelfde naam"),
    ],
)
def test_a_line_that_is_no_key_is_named_and_not_shown(tekst: str, zin: str) -> None:
    with pytest.raises(OngeldigeSleutels, match=zin) as fout:
        lees(tekst)
    assert "geheim" not in str(fout.value)


def test_a_key_never_shows_itself() -> None:
    assert repr(lees(OUD)) == "(Sleutel(oud),)"


def test_encrypting_and_searching_use_two_keys() -> None:
    sleutel = lees(OUD)[0]
    assert sleutel.versleutelen != sleutel.zoeken
    assert len(sleutel.versleutelen) == len(sleutel.zoeken) == 32
    assert versleuteling.afdruk(SANNE, sleutel) != versleuteling.afdruk(SANNE, lees(NIEUW)[0])
