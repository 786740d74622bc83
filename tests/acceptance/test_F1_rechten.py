"""F1: who may do what where: every address × every member of the cast × look and send × relation to the file, computed.

Nothing here is a list of permissions: what is expected follows from the right a view asks for, the roles of the
worker, what was opened or closed to the worker by name, and the team, the number and the label of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client

import verhalen
from adressen import LATER, VAN_DE_EIGENAAR, Adres, adressen, patronen, rij_van_elke_soort
from eenplan.access.rechten import ROL_RECHTEN, TOEGANG_RECHTEN, Recht, Rol, Toegangsoort
from eenplan.access.toegang import ZONDER_WET
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.actions import begin_plan, bied_plan_aan, stel_plan_vast
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Dossiertoegang, Geheimhoudingsverklaring, Medewerker, Rolvervulling
from eenplan.toegang.actions import open_noodtoegang
from eenplan.web.noodtoegang import HUISHOUDENS, RIJEN, dossier_van
from personas import BEGIN, MAANDAG

MAG = {200, 204, 302, 303, 405, 409, 422}
# What shows or changes something of a file.
INHOUD = (TOEGANG_RECHTEN[Toegangsoort.MEEWERKEN] - {Recht.DAG_INZIEN}) | {
    recht for recht in Recht if recht.startswith(("dossiers:", "meldingen:", "plannen:", "termijnen:", "toewijzingen:"))
}
# The right is there, the row is not (any more): a plan in the making is the team's own, a decision is taken once.
IN_DE_MAAK = {"plannen:plan", "plannen:afdruk"}
EENMALIG = {"besluiten:bekendmaking"}
# Who may only know where it stands is sent on to that page, whatever the number; that page says no.
DOORGESTUURD = {"web:huishouden"}


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(LATER.date()):
        yield


@pytest.fixture
def noord(de_wit, amina, farid, gerda, daan):
    return rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)


# --------------------------------------------------------------------------------- what a worker is to the file


@dataclass(frozen=True)
class Verhouding:
    """A member of the cast and what happened between that worker and the file in Noord."""

    naam: str
    wie: str
    maak: Callable[[Medewerker, Dossier], None] = lambda wie, dossier: None


def toegang(soort: Toegangsoort, *, voorbij: bool = False, wet: str = "") -> Callable[[Medewerker, Dossier], None]:
    def maak(wie: Medewerker, dossier: Dossier) -> None:
        vanaf = klok.nu() - timedelta(days=2)
        tot = klok.nu() + timedelta(days=-1 if voorbij else 1)
        gesloten = soort is Toegangsoort.GESLOTEN
        Dossiertoegang.objects.create(
            medewerker=wie, dossier_id=dossier.pk, soort=soort, wet=wet, vanaf=vanaf, tot=None if gesloten else tot
        )

    return maak


def noodtoegang(wie: Medewerker, dossier: Dossier) -> None:
    open_noodtoegang(dossier, reden="crisis", toelichting="Het kan niet wachten.", by=wie, at=klok.nu())


def onderzoek(wie: Medewerker, dossier: Dossier, *, geldig_tot: int = 30) -> None:
    toegang(Toegangsoort.ONDERZOEK)(wie, dossier)
    dag = klok.vandaag()
    Geheimhoudingsverklaring.objects.create(
        medewerker=wie,
        getekend_op=dag - timedelta(days=60),
        geldig_tot=dag + timedelta(days=geldig_tot),
        vastgelegd_door=wie,
    )


def alleen_jeugd(wie: Medewerker, dossier: Dossier) -> None:
    wie.rolvervullingen.update(wetten=[Wet.JEUGDWET])


def _beide(wie: Medewerker, dossier: Dossier) -> None:
    noodtoegang(wie, dossier)
    toegang(Toegangsoort.GESLOTEN)(wie, dossier)


AANGESTELD = "zoals aangesteld"
VERHOUDINGEN = (
    *(Verhouding(AANGESTELD, wie) for wie in ("amina", "bram", "chantal", "daan", "els", "farid", "gerda")),
    *(Verhouding(AANGESTELD, wie) for wie in ("iris", "karin", "otto", "vera")),
    *(Verhouding("eigen dossier", wie, toegang(Toegangsoort.GESLOTEN)) for wie in ("amina", "daan", "farid", "gerda")),
    Verhouding("noodtoegang", "chantal", noodtoegang),
    Verhouding("noodtoegang voorbij", "chantal", toegang(Toegangsoort.NOOD, voorbij=True)),
    Verhouding("noodtoegang tot eigen dossier", "chantal", _beide),
    Verhouding("werkt mee", "chantal", toegang(Toegangsoort.MEEWERKEN)),
    Verhouding("werkte mee", "chantal", toegang(Toegangsoort.MEEWERKEN, voorbij=True)),
    Verhouding("vrijwilliger met een taak", "vera", toegang(Toegangsoort.TAAK)),
    Verhouding("onderzoeker met verklaring", "otto", onderzoek),
    Verhouding("onderzoeker zonder verklaring", "otto", toegang(Toegangsoort.ONDERZOEK)),
    Verhouding("onderzoeker, verklaring verlopen", "otto", lambda wie, dossier: onderzoek(wie, dossier, geldig_tot=-1)),
    Verhouding("buiten het label", "bram", alleen_jeugd),
)


# --------------------------------------------------------------------------------- what the code promises


@dataclass(frozen=True)
class Rij:
    """What decides of a row: its file, the team of the file, and its label."""

    dossier_id: int
    scope_team_id: int
    wet: str


def rij_van(adres: Adres) -> Rij | None:
    """Give the row an address is about when it belongs to a file."""
    dossier_id = dossier_van(adres.route, {"pk": adres.nummer})
    if dossier_id is None:
        return None
    team_id = Dossier.objects.values_list("huishouden__team_id", flat=True).get(pk=dossier_id)
    return Rij(dossier_id, team_id, _label_van(adres))


def _label_van(adres: Adres) -> str:
    """Give the label of a row, or of what it is a part of."""
    if adres.soort == HUISHOUDENS:
        return ZONDER_WET
    rij = RIJEN[adres.soort][0]._default_manager.get(pk=adres.nummer)
    geheel = next((deel for naam in ("contact", "doel") if (deel := getattr(rij, naam, None))), rij)
    return getattr(rij, "wet", None) or getattr(geheel, "wet", ZONDER_WET)


def verwacht(adres: Adres, wie: Medewerker, rij: Rij | None, methode: str) -> set[int]:
    """Say what the rights promise: 403 without the right, 404 for a file that is not open, else the page works."""
    if not any(wie.mag(recht) for recht in adres.rechten):
        return {403, 405}
    if adres.naam in VAN_DE_EIGENAAR:
        return {404, 405}
    if rij is not None and not any(wie.bereik(recht).omvat(rij) for recht in adres.rechten):
        return _gesloten(adres, wie, rij, methode)
    if methode == "post" and rij is not None and _leest_alleen(wie, rij):
        return {403, 405} if adres.soort != "noodtoegangen" else {403, 404, 405}
    niet_nu = adres.naam in EENMALIG or (adres.naam in IN_DE_MAAK and not _in_het_team(wie, rij))
    # What is sent is empty: the act itself may still refuse it, or miss the part of the file it is about.
    return MAG | ({403, 404} if methode == "post" else {404} if niet_nu else set())


def _gesloten(adres: Adres, wie: Medewerker, rij: Rij, methode: str) -> set[int]:
    """Of a file that is open to read, the page of an act may still show; what is sent there changes nothing."""
    leesbaar = any(wie.bereik(recht).omvat(rij) for recht in TOEGANG_RECHTEN[Toegangsoort.NOOD] & INHOUD)
    doorgestuurd = adres.naam in DOORGESTUURD and not wie.mag(Recht.DOSSIER_INZIEN)
    return {403, 404, 405} | ({200, 302} if leesbaar else {302} if doorgestuurd else set())


def _in_het_team(wie: Medewerker, rij: Rij | None) -> bool:
    return any(wie.bereik(recht).omvat(rij) for recht in (Recht.PLAN_SCHRIJVEN, Recht.PLAN_VASTSTELLEN))


def _leest_alleen(wie: Medewerker, rij: Rij) -> bool:
    """Tell whether break-glass is the only reason why this worker sees the row."""
    return any(soort is Toegangsoort.NOOD and pk == rij.dossier_id for soort, pk, _wet in wie.toegangen)


def vraag(client: Client, methode: str, adres: Adres) -> int:
    """Ask the address, and undo whatever that did."""
    return vraag_en_kijk(client, methode, adres)[0]


def vraag_en_kijk(client: Client, methode: str, adres: Adres) -> tuple[int, bool]:
    """Ask the address, tell whether anything changed by it, and undo that."""
    with transaction.atomic():
        laatste = Gebeurtenis.objects.order_by("-pk").values_list("pk", flat=True).first()
        status = getattr(client, methode)(adres.pad).status_code
        is_gewijzigd = methode == "post" and status < 400
        is_gewijzigd = is_gewijzigd and Gebeurtenis.objects.filter(pk__gt=laatste, is_inzage=False).exists()
        transaction.set_rollback(True)
    return status, is_gewijzigd


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
    bewakend = {recht for _naam, _pad, view in patronen() for recht in getattr(view, "rechten", ())}
    assert {recht for rechten in TOEGANG_RECHTEN.values() for recht in rechten} <= bewakend


def test_every_address_about_a_file_tells_which_file(noord):
    leesbaar = TOEGANG_RECHTEN[Toegangsoort.NOOD]
    zonder = [
        adres.naam
        for adres in adressen(noord)
        if adres.heeft_rij
        and leesbaar & set(adres.rechten)
        and dossier_van(adres.route, {"pk": adres.nummer}) != noord["huishoudens"]
    ]
    assert not zonder, f"break-glass would not be recorded here: give web/noodtoegang.py the way to the file: {zonder}"


def test_the_matrix_of_cast_addresses_methods_and_relations(noord, request, als):
    cast = {verhouding.wie: request.getfixturevalue(verhouding.wie) for verhouding in VERHOUDINGEN}
    alles = [(adres, rij_van(adres)) for adres in adressen(noord) if not adres.is_open]
    van_dossiers = [(adres, rij) for adres, rij in alles if rij is not None]
    dossier, mis, cellen = Dossier.objects.get(pk=noord["huishoudens"]), [], 0
    for verhouding in VERHOUDINGEN:
        # What happened between a worker and a file says nothing of pages that are about no file.
        lijst = alles if verhouding.naam == AANGESTELD else van_dossiers
        with transaction.atomic():
            verhouding.maak(Medewerker.objects.get(pk=cast[verhouding.wie].pk), dossier)
            gevonden = list(_cellen(Medewerker.objects.get(pk=cast[verhouding.wie].pk), als, lijst))
            transaction.set_rollback(True)
        assert len(gevonden) == len(lijst) * 2
        cellen += len(gevonden)
        mis += [f"{verhouding.wie}, {verhouding.naam}: {fout}" for fout in gevonden if fout]
    assert not mis, f"{len(mis)} of {cellen} cells:\n" + "\n".join(mis)


def _cellen(wie: Medewerker, als, lijst) -> Iterator[str]:
    """Give per address and method nothing when the answer is as promised, else what is wrong."""
    client = als(wie)
    client.raise_request_exception = False  # a page that falls over is one cell that is wrong
    for adres, rij in lijst:
        binnen = rij is None or any(wie.bereik(recht).omvat(rij) for recht in adres.rechten)
        for methode in ("get", "post"):
            mag = verwacht(adres, wie, rij, methode)
            status, is_gewijzigd = vraag_en_kijk(client, methode, adres)
            if status not in mag:
                yield f"{methode} {adres.pad} ({adres.naam}): {status}, not one of {sorted(mag)}"
            else:
                yield f"{methode} {adres.pad} ({adres.naam}) changed something" if is_gewijzigd and not binnen else ""


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
        if not adres.is_open and rij_van(adres) is not None:
            assert vraag(client, methode, adres) in {403, 404, 405}, adres


def test_the_privacy_officer_and_the_functional_administrator_open_nothing_of_a_file(noord, els, iris, als):
    for client in (als(els), als(iris)):
        for adres in adressen(noord):
            if INHOUD & set(adres.rechten):
                for methode in ("get", "post"):
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


@pytest.mark.parametrize("rol", [Rol.PRIVACY, Rol.BEHEERDER, Rol.CONTROLLER, Rol.ONDERZOEKER, Rol.VRIJWILLIGER])
def test_who_watches_or_arranges_holds_no_right_to_any_content(rol):
    assert not ROL_RECHTEN[rol] & INHOUD


@pytest.mark.parametrize("soort", [Toegangsoort.NOOD, Toegangsoort.ONDERZOEK])
def test_break_glass_and_review_are_for_reading_only(soort):
    schrijft = {Recht.DOSSIER_BIJHOUDEN, Recht.PLAN_SCHRIJVEN, Recht.BESLUIT_NEMEN, Recht.REGIE_TOEWIJZEN}
    assert not TOEGANG_RECHTEN[soort] & (schrijft | {Recht.TERMIJN_BIJHOUDEN, Recht.TOEWIJZING_BIJHOUDEN})


def test_the_log_is_for_the_privacy_officer_alone():
    assert [rol for rol, rechten in ROL_RECHTEN.items() if Recht.SPOOR_INZIEN in rechten] == [Rol.PRIVACY]


def test_a_right_ends_with_the_role(page, noord, amina):
    amina.rolvervullingen.update(tot=LATER.date())
    del amina.aanstelling
    page(amina, f"/huishoudens/{noord['huishoudens']}/", status=403)


def test_one_worker_of_several_employers_has_the_rights_of_each_team_only_there(page, noord, chantal, stad):
    Rolvervulling.objects.create(medewerker=chantal, rol=Rol.MANAGER, team=stad.noord, vanaf=BEGIN)
    page(chantal, f"/huishoudens/{noord['huishoudens']}/")
    page(chantal, f"/huishoudens/{noord['huishoudens']}/notities/", data={"tekst": "Hallo."}, status=403)


def test_a_refusal_says_in_a_sentence_why(page, noord, els):
    assert "Deze pagina hoort niet bij uw rol." in page(els, f"/huishoudens/{noord['huishoudens']}/", status=403).words


def test_nothing_tells_whether_another_teams_file_exists(page, noord, chantal):
    bestaat = page(chantal, f"/huishoudens/{noord['huishoudens']}/", status=404)
    niet = page(chantal, "/huishoudens/99999999/", status=404)
    assert bestaat.words == niet.words
