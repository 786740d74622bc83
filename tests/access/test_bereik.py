"""Bereik, beperk and omvat: what lies within a right, by team, by single file, by closed file and by label."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from eenplan.access.rechten import TOEGANG_RECHTEN, Recht, Toegangsoort
from eenplan.access.toegang import ZONDER_WET, Bereik, beperk, require
from eenplan.core import klok
from eenplan.core.errors import NietToegestaan
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Dossier, Notitie
from eenplan.personen.models import Huishouden
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling, Team
from personas import BEGIN, MAANDAG

NOORD, ZUID = 1, 2


@dataclass(frozen=True)
class Stuk:
    """A part of a file as rights see it."""

    dossier_id: int = 10
    scope_team_id: int = NOORD
    wet: str = ZONDER_WET


# scope, part, whether it lies within
TAFEL = [
    (Bereik(), Stuk(), False),
    (Bereik(overal=True), Stuk(), True),
    (Bereik(team_ids=frozenset({NOORD})), Stuk(), True),
    (Bereik(team_ids=frozenset({ZUID})), Stuk(), False),
    (Bereik(dossier_ids=frozenset({10})), Stuk(), True),
    (Bereik(dossier_ids=frozenset({11})), Stuk(), False),
    # Closed wins from everything: the whole city, the own team, and what was opened by name.
    (Bereik(overal=True, gesloten_ids=frozenset({10})), Stuk(), False),
    (Bereik(team_ids=frozenset({NOORD}), gesloten_ids=frozenset({10})), Stuk(), False),
    (Bereik(dossier_ids=frozenset({10}), gesloten_ids=frozenset({10})), Stuk(), False),
    (Bereik(overal=True, gesloten_ids=frozenset({11})), Stuk(), True),
    # A label outside the role takes a recorded ground, for that file and that label.
    (Bereik(overal=True, wetten=frozenset({"wmo"})), Stuk(wet="wmo"), True),
    (Bereik(overal=True, wetten=frozenset({"wmo"})), Stuk(wet="jeugdwet"), False),
    (Bereik(overal=True, wetten=frozenset({"wmo"})), Stuk(), True),
    (Bereik(overal=True, wetten=frozenset()), Stuk(wet="wmo"), False),
    (Bereik(overal=True, wetten=None), Stuk(wet="wgs"), True),
    (
        Bereik(overal=True, wetten=frozenset({"wmo"}), wet_gronden=frozenset({(10, "jeugdwet")})),
        Stuk(wet="jeugdwet"),
        True,
    ),
    (
        Bereik(overal=True, wetten=frozenset({"wmo"}), wet_gronden=frozenset({(11, "jeugdwet")})),
        Stuk(wet="jeugdwet"),
        False,
    ),
    # A ground opens a label, never a file.
    (Bereik(wetten=frozenset(), wet_gronden=frozenset({(10, "wmo")})), Stuk(wet="wmo"), False),
]


@pytest.mark.parametrize(("bereik", "stuk", "binnen"), TAFEL)
def test_what_lies_within_a_scope(bereik, stuk, binnen):
    assert bereik.omvat(stuk) is binnen


def test_a_scope_without_anywhere_is_nothing_and_a_closed_file_alone_is_no_scope():
    assert not Bereik()
    assert not Bereik(gesloten_ids=frozenset({10}), wet_gronden=frozenset({(10, "wmo")}))
    assert Bereik(dossier_ids=frozenset({10}))


def test_what_belongs_to_no_team_is_asked_for_the_right_alone():
    class Actor:
        def bereik(self, recht: Recht) -> Bereik:
            return Bereik(team_ids=frozenset({NOORD})) if recht is Recht.DAG_INZIEN else Bereik()

    require(Actor(), Recht.DAG_INZIEN)
    require(Actor(), Recht.DAG_INZIEN, object())
    require(Actor(), Recht.DAG_INZIEN, Stuk())
    with pytest.raises(NietToegestaan):
        require(Actor(), Recht.DAG_INZIEN, Stuk(scope_team_id=ZUID))
    with pytest.raises(NietToegestaan):
        require(Actor(), Recht.PLAN_SCHRIJVEN)


# ------------------------------------------------------------------------ the same answer from the database


@pytest.fixture
def rijen(de_wit, stad, amina):
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    for wet in (ZONDER_WET, "wmo", "jeugdwet"):
        Notitie.objects.create(dossier=dossier, auteur=amina, geschreven_op=MAANDAG, tekst=wet, wet=wet)
    return dossier


def bereiken(dossier, stad):
    """Every combination of where, closed, label and ground that a worker can have."""
    pk, noord, zuid = dossier.pk, frozenset({stad.noord.pk}), frozenset({stad.zuid.pk})
    for plek in ({}, {"overal": True}, {"team_ids": noord}, {"team_ids": zuid}, {"dossier_ids": frozenset({pk})}):
        for gesloten in (frozenset(), frozenset({pk}), frozenset({pk + 1})):
            for wetten in (None, frozenset({"wmo"})):
                for gronden in (frozenset(), frozenset({(pk, "jeugdwet")})):
                    yield Bereik(**plek, gesloten_ids=gesloten, wetten=wetten, wet_gronden=gronden)


def test_the_rows_of_a_list_are_the_rows_that_open_one_by_one(rijen, stad):
    """`beperk` and `omvat` are the two locks on one door: they never differ."""
    for bereik in bereiken(rijen, stad):
        gevonden = set(beperk(Notitie.objects.all(), bereik, "dossier__huishouden__team", wet="wet"))
        verwacht = {rij for rij in Notitie.objects.all() if bereik.omvat(rij)}
        assert gevonden == verwacht, bereik
        for model, pad in ((Dossier, "huishouden__team"), (Huishouden, "team")):
            assert set(beperk(model.objects.all(), bereik, pad)) == {
                rij for rij in model.objects.all() if bereik.omvat(rij)
            }, (model, bereik)


def test_a_file_opened_by_name_does_not_open_its_team(rijen, stad):
    bereik = Bereik(dossier_ids=frozenset({stad.noord.pk, rijen.pk}))
    assert not beperk(Team.objects.all(), bereik, "pk")


# ------------------------------------------------------------------------ from roles and rows to a scope


def geef(wie: Medewerker, soort: Toegangsoort, dossier_id: int, *, tot=None, wet: str = "") -> None:
    Dossiertoegang.objects.create(
        medewerker=wie, dossier_id=dossier_id, soort=soort, wet=wet, grond="test", vanaf=klok.nu(), tot=tot
    )
    wie.__dict__.pop("aanstelling", None)


@pytest.mark.parametrize("soort", [s for s in Toegangsoort if s not in {Toegangsoort.GESLOTEN, Toegangsoort.WETLABEL}])
def test_each_kind_of_access_gives_its_own_rights_and_no_others(chantal, soort):
    from datetime import timedelta

    wat_de_rol_geeft = {recht for recht in Recht if chantal.bereik(recht)}
    geef(chantal, soort, 10, tot=klok.nu() + timedelta(hours=1))
    open_ = {recht for recht in Recht if 10 in chantal.bereik(recht).dossier_ids}
    # A review holds only under a signed statement, and there is none here.
    assert open_ == (set() if soort is Toegangsoort.ONDERZOEK else TOEGANG_RECHTEN[soort])
    assert {recht for recht in Recht if chantal.bereik(recht)} == wat_de_rol_geeft | open_


def test_a_role_with_labels_keeps_the_rest_out_and_two_roles_add_up(bram, stad):
    bram.rolvervullingen.update(wetten=["wmo"])
    assert bram.bereik(Recht.DOSSIER_INZIEN).wetten == {"wmo"}
    Rolvervulling.objects.create(medewerker=bram, rol="regisseur", team=stad.zuid, vanaf=BEGIN, wetten=["jeugdwet"])
    del bram.aanstelling
    assert bram.bereik(Recht.DOSSIER_INZIEN).wetten == {"wmo", "jeugdwet"}


def test_a_closed_file_is_closed_for_every_right(farid):
    geef(farid, Toegangsoort.GESLOTEN, 10)
    assert all(10 in farid.bereik(recht).gesloten_ids for recht in Recht)
    assert not any(
        farid.bereik(recht).omvat(Stuk(scope_team_id=farid.rolvervullingen.get().team_id)) for recht in Recht
    )
