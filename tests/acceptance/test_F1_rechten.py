"""F1: who may do what where: every address of the program × every member of the cast × look and send, computed.

Nothing here is a list of permissions: what is expected follows from the right a view asks for, the roles of the
worker, and the team of the file.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client

import verhalen
from adressen import LATER, VAN_IEDEREEN, adressen, patronen, rij_van_elke_soort
from eenplan.access.rechten import ROL_RECHTEN, Recht, Rol
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.models import Dossier
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast
from eenplan.plannen.models import Ondersteuningsplan
from personas import MAANDAG

CAST = ("amina", "bram", "chantal", "daan", "els", "farid", "gerda")
MAG = {200, 204, 302, 303, 405, 409, 422}
# The right is there, the row is not (any more): a plan in the making is the team's own, a decision is taken once.
NIET_NU = {
    ("plannen:plan", "daan"): {404},
    ("plannen:afdruk", "daan"): {404},
    ("besluiten:bekendmaking", "daan"): {404},
}


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date()):
        yield


@pytest.fixture
def noord(de_wit, amina, farid, gerda, daan):
    return rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)


def verwacht(adres, medewerker, team):
    """Say what the rights promise: 403 without the right, 404 for another team's file, else the page works."""
    if not any(medewerker.mag(recht) for recht in adres.rechten):
        return {403, 405}
    if adres.heeft_rij and adres.naam not in VAN_IEDEREEN:
        binnen = any(medewerker.bereik(recht).omvat(team) for recht in adres.rechten)
        return MAG if binnen else {404, 405}
    return MAG


def vraag(client, methode, adres):
    """Ask the address, and undo whatever that did."""
    with transaction.atomic():
        antwoord = getattr(client, methode)(adres.pad)
        transaction.set_rollback(True)
    return antwoord.status_code


# ------------------------------------------------------------------------------------------------------ the matrix


def test_every_address_asks_for_a_right_or_is_public():
    onbewaakt = [
        naam
        for naam, _pad, view in patronen()
        if not getattr(view, "rechten", ()) and not getattr(view, "is_public", 0)
    ]
    assert not onbewaakt


def test_every_right_guards_something_and_belongs_to_somebody():
    vergeven = {recht for rechten in ROL_RECHTEN.values() for recht in rechten}
    assert vergeven == set(Recht)


@pytest.mark.parametrize("methode", ["get", "post"])
@pytest.mark.parametrize("wie", CAST)
def test_the_matrix_of_cast_and_addresses(noord, stad, request, als, wie, methode):
    medewerker = request.getfixturevalue(wie)
    client = als(medewerker)
    mis = []
    for adres in adressen(noord):
        if adres.is_open:
            continue
        mag = verwacht(adres, medewerker, stad.noord)
        # What is sent is empty: the act itself may still refuse it, or miss the part of the file it is about.
        mag = mag | ({403, 404} if methode == "post" else NIET_NU.get((adres.naam, wie), set()))
        if (status := vraag(client, methode, adres)) not in mag:
            mis.append(f"{methode} {adres.pad} ({adres.naam}): {status}, not one of {sorted(mag)}")
    assert not mis, "\n".join(mis)


def test_nobody_gets_in_without_signing_in(noord):
    client = Client()
    for adres in adressen(noord):
        if not adres.is_open:
            gekeken = client.get(adres.pad)
            assert gekeken.status_code == 302, adres
            assert gekeken["Location"].startswith("/inloggen/"), adres
            gestuurd = client.post(adres.pad)
            assert gestuurd.status_code in {302, 401}, adres


@pytest.mark.parametrize("methode", ["get", "post"])
def test_every_file_of_noord_is_hidden_from_zuid(noord, chantal, als, methode):
    client = als(chantal)
    for adres in adressen(noord):
        if adres.heeft_rij and not adres.is_open and adres.naam not in VAN_IEDEREEN:
            assert vraag(client, methode, adres) in {403, 404, 405}, adres


# ------------------------------------------------------------- advising, adopting and formalising are kept apart


def test_the_manager_may_adopt_but_not_write_a_plan(page, noord, farid, amina):
    pk = noord["plannen"]
    for deel in ("analyse", "doelen", "aanbieding"):
        page(farid, f"/plannen/{pk}/{deel}/", data={}, status=403)
    plan = Ondersteuningsplan.objects.get(pk=pk)
    assert plan.bewerking == Ondersteuningsplan.objects.get(pk=pk).bewerking
    assert Recht.PLAN_VASTSTELLEN in ROL_RECHTEN[Rol.MANAGER]


def test_the_back_office_cannot_begin_a_plan(page, noord, daan):
    dossier = Dossier.objects.get(pk=noord["huishoudens"])
    page(daan, f"/huishoudens/{dossier.pk}/plan/", data={"reden": "Ik wil het zelf."}, status=403)
    with pytest.raises(NietToegestaan):
        begin_plan(dossier, by=daan, at=LATER)


def test_who_wrote_the_plan_cannot_adopt_it(de_wit, amina):
    plan = verhalen.concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    bied_plan_aan(plan, by=amina, at=MAANDAG)
    with pytest.raises((NietToegestaan, NietMogelijk)):
        stel_plan_vast(plan, by=amina, at=MAANDAG)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (Recht.PLAN_SCHRIJVEN, Recht.PLAN_VASTSTELLEN),
        (Recht.PLAN_SCHRIJVEN, Recht.BESLUIT_NEMEN),
        (Recht.PLAN_VASTSTELLEN, Recht.BESLUIT_NEMEN),
    ],
)
def test_no_role_holds_two_of_the_three(een, ander):
    assert not [rol for rol, rechten in ROL_RECHTEN.items() if {een, ander} <= rechten]


def test_the_privacy_officer_holds_no_right_to_any_content():
    assert ROL_RECHTEN[Rol.PRIVACY] == {Recht.SPOOR_INZIEN, Recht.DAG_INZIEN}


def test_the_log_is_for_the_privacy_officer_alone():
    assert [rol for rol, rechten in ROL_RECHTEN.items() if Recht.SPOOR_INZIEN in rechten] == [Rol.PRIVACY]


def test_a_right_ends_with_the_role(page, noord, amina):
    amina.rolvervullingen.update(tot=LATER.date())
    del amina.aanstelling
    page(amina, f"/huishoudens/{noord['huishoudens']}/", status=403)


def test_one_worker_of_several_employers_has_the_rights_of_each_team_only_there(page, noord, chantal, stad):
    from eenplan.teams.models import Rolvervulling
    from personas import BEGIN

    Rolvervulling.objects.create(medewerker=chantal, rol=Rol.MANAGER, team=stad.noord, vanaf=BEGIN)
    page(chantal, f"/huishoudens/{noord['huishoudens']}/")
    page(chantal, f"/huishoudens/{noord['huishoudens']}/notities/", data={"tekst": "Hallo."}, status=403)


def test_a_refusal_says_in_a_sentence_why(page, noord, els):
    assert "Deze pagina hoort niet bij uw rol." in page(els, f"/huishoudens/{noord['huishoudens']}/", status=403).words


def test_nothing_tells_whether_another_teams_file_exists(page, noord, chantal):
    bestaat = page(chantal, f"/huishoudens/{noord['huishoudens']}/", status=404)
    niet = page(chantal, "/huishoudens/99999999/", status=404)
    assert bestaat.words == niet.words
