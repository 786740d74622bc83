"""F1: who may do what where: every address × every member of the cast × look and send × relation to the file, computed.

Nothing here is a list of permissions: what is expected follows from the right a view asks for, the roles of the
worker, what was opened or closed to the worker by name, and the team, the number and the label of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http.cookies import SimpleCookie

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.utils import translation

from adressen import LATER, VAN_DE_EIGENAAR, Adres, adressen, patronen, rij_van_elke_soort
from eenplan.aanmelden.models import Sessie
from eenplan.access.rechten import ROL_RECHTEN, TOEGANG_RECHTEN, Recht, Rol, Toegangsoort
from eenplan.access.toegang import ZONDER_WET
from eenplan.audit.models import Gebeurtenis, Opvallend
from eenplan.core import klok
from eenplan.core.errors import NietToegestaan
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.actions import begin_plan
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Dossiertoegang, Geheimhoudingsverklaring, Medewerker, Rolvervulling
from eenplan.toegang.actions import open_noodtoegang
from eenplan.toegang.models import Noodbezoek
from eenplan.web.dossieradres import RIJEN, dossier_van
from personas import BEGIN, CAST, bouw_de_wit, bouw_medewerker, bouw_stad, standaardmandaat

# What shows or changes something of a file.
INHOUD = (TOEGANG_RECHTEN[Toegangsoort.MEEWERKEN] - {Recht.DAG_INZIEN}) | {
    recht for recht in Recht if recht.startswith(("dossiers:", "meldingen:", "plannen:", "termijnen:", "toewijzingen:"))
}
# The right is there, the row is not (any more, or yet): a plan in the making is the team's own, a decision is taken
# once, and what the resident asked for is a file only after somebody released it.
IN_DE_MAAK = {"plannen:plan", "plannen:afdruk"}
NIET_NU = {"besluiten:bekendmaking", "privacy:bestand"}
# A draft keeps what could be read and says beside it what is not finished yet.
BEWAART_ONAF = {"plannen:doel"}
# Who may only know where it stands is sent on to that page, whatever the number; that page says no.
DOORGESTUURD = {"web:huishouden"}
# Of the household as well, though no reader of the file gets there, so that break-glass need not know of them.
OOK_VAN_HET_HUISHOUDEN = {"dubbelen", "omzettingen"}


@dataclass(frozen=True)
class Noord:
    """The household in Noord with a row of every kind, the cast, and every guarded address with what decides of it."""

    rijen: dict[str, int]
    nummers: dict[str, int]
    adressen: list[tuple[Adres, Rij | None]]
    gegeven: dict[str, list[Cel]] = field(default_factory=dict)

    def __getitem__(self, soort: str) -> int:
        return self.rijen[soort]

    def wie(self, naam: str) -> Medewerker:
        """Give a member of the cast afresh, with the rights of now."""
        return Medewerker.objects.get(pk=self.nummers[naam])

    @property
    def dossier(self) -> Dossier:
        return Dossier.objects.get(pk=self.rijen["huishoudens"])

    def aangesteld(self, wie: str) -> list[Cel]:
        """Give what a member of the cast gets at every address by the appointment alone; asked once."""
        if wie not in self.gegeven:
            self.gegeven[wie] = list(Bezoeker(self.wie(wie)).loop_langs(self.adressen))
        return self.gegeven[wie]

    def in_verhouding(self, verhouding: Verhouding) -> list[Cel]:
        """Give what a worker gets after what happened between that worker and the file.

        That says nothing of pages about no file; nor of those whose right it does not touch, which a worker without
        the right does not reach, whatever the file: both were asked as appointed.
        """
        wie = self.wie(verhouding.wie)
        rechten = {recht for recht in Recht if wie.mag(recht)}
        verhouding.maak(wie, self.dossier)
        wie = self.wie(verhouding.wie)
        rechten |= {recht for recht in Recht if wie.mag(recht)}
        lijst = [(adres, rij) for adres, rij in self.adressen if rij is not None and rechten & set(adres.rechten)]
        return list(Bezoeker(wie).loop_langs(lijst))


@pytest.fixture(scope="module")
def noord(django_db_setup, django_db_blocker) -> Iterator[Noord]:
    """Build it once: every test below takes back what it did, and the last one takes back all of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with klok.reis_naar(LATER.date()), translation.override("nl"):
            gebouwd = _bouw()
        yield gebouwd
        transaction.set_rollback(True)


def _bouw() -> Noord:
    stad = bouw_stad()
    cast = {wie: bouw_medewerker(wie, stad) for wie in CAST}
    standaardmandaat(cast["daan"])
    werkers = {wie: cast[wie] for wie in ("amina", "farid", "gerda", "daan")}
    rijen = rij_van_elke_soort(bouw_de_wit(cast["gerda"]), **werkers)
    bewaakt = [adres for adres in adressen(rijen) if not adres.is_open]
    paren = [(adres, rij_van(adres, rijen["huishoudens"])) for adres in bewaakt]
    return Noord(rijen, {wie: een.pk for wie, een in cast.items()}, paren)


@pytest.fixture(autouse=True)
def _later(db):
    with klok.reis_naar(LATER.date()):
        yield


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
    *(Verhouding(AANGESTELD, wie) for wie in ("hanna", "iris", "karin", "otto", "vera")),
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


def rij_van(adres: Adres, huishouden: int) -> Rij | None:
    """Give the row an address is about when it belongs to a file."""
    dossier_id = dossier_van(adres.route, {"pk": adres.nummer})
    if adres.soort in OOK_VAN_HET_HUISHOUDEN and adres.heeft_rij:
        dossier_id = huishouden
    if dossier_id is None:
        return None
    team_id = Dossier.objects.values_list("huishouden__team_id", flat=True).get(pk=dossier_id)
    return Rij(dossier_id, team_id, _label_van(adres))


def _label_van(adres: Adres) -> str:
    """Give the label of a row, or of what it is a part of."""
    if adres.soort not in RIJEN:
        return ZONDER_WET
    rij = RIJEN[adres.soort][0]._default_manager.get(pk=adres.nummer)
    geheel = next((deel for naam in ("contact", "doel") if (deel := getattr(rij, naam, None))), rij)
    return getattr(rij, "wet", None) or getattr(geheel, "wet", ZONDER_WET)


def verwacht(adres: Adres, wie: Medewerker, rij: Rij | None, methode: str) -> set[int]:
    """Say what the rights promise: 403 without the right, 404 for a file that is not open, else the page works."""
    if not any(wie.mag(recht) for recht in adres.rechten):
        return {403, 405}
    if methode == "post" and rij is not None and _leest_alleen(wie, rij) and adres.soort not in OOK_VAN_HET_HUISHOUDEN:
        return {403, 404, 405} if adres.naam.startswith("toegang:") else {403}  # only there is the look itself ended
    if adres.naam in VAN_DE_EIGENAAR:
        return {404, 405}
    if rij is not None and not any(wie.bereik(recht).omvat(rij) for recht in adres.rechten):
        return _gesloten(adres, wie, rij, methode)
    if methode == "post":
        # What is sent is empty: the act itself may still refuse it, or miss the part of the file it is about.
        return {200, 302, 403, 404, 405, 409, 422}
    is_er_niet = adres.naam in NIET_NU or (adres.naam in IN_DE_MAAK and not _in_het_team(wie, rij))
    # Of the own sign-in, 409 asks to sign in once more first.
    return {200, 302, 405} | ({404} if is_er_niet else set()) | ({409} if rij is None else set())


def _gesloten(adres: Adres, wie: Medewerker, rij: Rij, methode: str) -> set[int]:
    """A row that is not open does not exist; of one that is open to read, the page of an act is refused."""
    if any(wie.bereik(recht).omvat(rij) for recht in TOEGANG_RECHTEN[Toegangsoort.NOOD] & INHOUD):
        return {403, 404, 405}
    doorgestuurd = adres.naam in DOORGESTUURD and methode == "get" and not wie.mag(Recht.DOSSIER_INZIEN)
    return {302} if doorgestuurd else {404, 405}


def _in_het_team(wie: Medewerker, rij: Rij | None) -> bool:
    return any(wie.bereik(recht).omvat(rij) for recht in (Recht.PLAN_SCHRIJVEN, Recht.PLAN_VASTSTELLEN))


def _leest_alleen(wie: Medewerker, rij: Rij) -> bool:
    """Tell whether break-glass opened the file of the row for this worker, and nobody asked the worker along."""
    soorten = {soort for soort, pk, _wet in wie.toegangen if pk == rij.dossier_id}
    return Toegangsoort.NOOD in soorten and Toegangsoort.MEEWERKEN not in soorten


@dataclass(frozen=True)
class Antwoord:
    """What came back, and the acts and tables that show what changed by it, other than that somebody looked."""

    status: int
    gewijzigd: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cel:
    """One cell of the matrix: the address, how it was asked, and what came of it."""

    adres: Adres
    rij: Rij | None
    methode: str
    antwoord: Antwoord

    def __str__(self) -> str:
        return f"{self.methode} {self.adres.pad} ({self.adres.naam}): {self.antwoord.status}"


# What a look leaves behind: the event that it was a look, the visit under break-glass, that the session is in use, and
# on the page of unusual looks what the log makes of them on the spot. None of these is part of a file.
SPOREN = {Gebeurtenis, Noodbezoek, Session, Sessie, Opvallend}
TELLING = """
    SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                    + pg_stat_get_xact_tuples_deleted(oid)
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


class Bezoeker:
    """Somebody signed in who asks one address after another, each as if the ones before were never asked."""

    def __init__(self, wie: Medewerker) -> None:
        self.client = Client(raise_request_exception=False)  # a page that falls over is one cell that is wrong
        self.client.force_login(wie, backend="eenplan.teams.aanmelding.Aanmelding")
        self.koekjes = {naam: koekje.value for naam, koekje in self.client.cookies.items()}
        self.laatste = Gebeurtenis.objects.order_by("-pk").values_list("pk", flat=True).first()
        self.sporen = {model._meta.db_table for model in SPOREN}

    def loop_langs(self, lijst: list[tuple[Adres, Rij | None]]) -> Iterator[Cel]:
        """Look at each address and send something to it."""
        for adres, rij in lijst:
            for methode in ("get", "post"):
                yield Cel(adres, rij, methode, self.vraag(methode, adres))

    def vraag(self, methode: str, adres: Adres) -> Antwoord:
        """Ask the address, tell what changed by it, and undo that: in the database and in the browser."""
        voor = _geteld()
        with transaction.atomic():
            antwoord = getattr(self.client, methode)(adres.pad)
            geraakt = {tabel for tabel, aantal in _geteld().items() if aantal != voor.get(tabel, 0)} - self.sporen
            daarna = _inhoud(geraakt)
            daden = Gebeurtenis.objects.filter(pk__gt=self.laatste, is_inzage=False)
            gewijzigd = set(daden.values_list("sleutel", flat=True))
            transaction.set_rollback(True)
        self.client.cookies = SimpleCookie(self.koekjes)
        # What an act wrote and took back itself (it was refused half-way) was counted, but stands nowhere.
        gewijzigd |= {tabel for tabel, was in _inhoud(geraakt).items() if was != daarna[tabel]}
        is_uit = antwoord.get("Location", "").startswith("/inloggen/")
        return Antwoord(401 if is_uit else antwoord.status_code, tuple(sorted(gewijzigd)))


def _geteld() -> dict[str, int]:
    """Count per table how often this transaction wrote in it."""
    with connection.cursor() as cursor:
        cursor.execute(TELLING)
        return {tabel: aantal for tabel, aantal in cursor.fetchall() if aantal}


def _inhoud(tabellen: set[str]) -> dict[str, str]:
    """Give what stands in these tables, in short."""
    with connection.cursor() as cursor:
        inhoud = {}
        for tabel in tabellen:
            cursor.execute(f"SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {tabel} t")  # noqa: S608
            inhoud[tabel] = cursor.fetchone()[0]
        return inhoud


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
        for adres, _rij in noord.adressen
        if adres.heeft_rij
        and leesbaar & set(adres.rechten)
        and dossier_van(adres.route, {"pk": adres.nummer}) != noord["huishoudens"]
    ]
    assert not zonder, f"break-glass would not be recorded here: give web/dossieradres.py the way to the file: {zonder}"


@pytest.mark.parametrize("verhouding", VERHOUDINGEN, ids=lambda een: f"{een.wie}, {een.naam}")
def test_the_matrix_of_cast_addresses_methods_and_relations(noord, verhouding):
    is_aangesteld = verhouding.naam == AANGESTELD
    cellen = noord.aangesteld(verhouding.wie) if is_aangesteld else noord.in_verhouding(verhouding)
    wie = noord.wie(verhouding.wie)
    mis = [fout for cel in cellen if (fout := _fout(cel, wie))]
    assert cellen or not is_aangesteld
    assert not mis, f"{len(mis)} of {len(cellen)} cells:\n" + "\n".join(mis)


def _fout(cel: Cel, wie: Medewerker) -> str:
    """Give nothing when the answer is as promised, else what is wrong: looking or a refused act changes nothing."""
    mag = verwacht(cel.adres, wie, cel.rij, cel.methode)
    if cel.antwoord.status not in mag:
        return f"{cel}: not one of {sorted(mag)}"
    binnen = cel.rij is None or any(wie.bereik(recht).omvat(cel.rij) for recht in cel.adres.rechten)
    mag_wijzigen = cel.methode == "post" and binnen and (cel.antwoord.status < 400 or cel.adres.naam in BEWAART_ONAF)
    return "" if mag_wijzigen or not cel.antwoord.gewijzigd else f"{cel}: changed {', '.join(cel.antwoord.gewijzigd)}"


def test_nobody_gets_in_without_signing_in(noord):
    client = Client()
    for adres, _rij in noord.adressen:
        gekeken = client.get(adres.pad)
        assert gekeken.status_code == 302, adres
        assert gekeken["Location"].startswith("/inloggen/"), adres
        gestuurd = client.post(adres.pad)
        assert gestuurd.status_code in {302, 401}, adres


def test_every_file_of_noord_is_hidden_from_zuid(noord):
    for cel in noord.aangesteld("chantal"):
        if cel.rij is not None:
            assert cel.antwoord.status in {403, 404, 405}, cel
            assert not cel.antwoord.gewijzigd, cel


@pytest.mark.parametrize("wie", ["els", "iris"])
def test_the_privacy_officer_and_the_functional_administrator_open_nothing_of_a_file(noord, wie):
    for cel in noord.aangesteld(wie):
        if INHOUD & set(cel.adres.rechten):
            assert cel.antwoord.status in {403, 404, 405}, cel


# ------------------------------------------------------------- advising, adopting and formalising are kept apart


def test_the_manager_may_adopt_but_not_write_a_plan(page, noord):
    plan = Ondersteuningsplan.objects.get(pk=noord["plannen"])
    for deel in ("analyse", "doelen", "aanbieding"):
        page(noord.wie("farid"), f"/plannen/{plan.pk}/{deel}/", data={}, status=403)
    assert plan.bewerking == Ondersteuningsplan.objects.get(pk=plan.pk).bewerking
    assert Recht.PLAN_VASTSTELLEN in ROL_RECHTEN[Rol.MANAGER]


def test_the_back_office_cannot_begin_a_plan(page, noord):
    page(noord.wie("daan"), f"/huishoudens/{noord.dossier.pk}/plan/", data={"reden": "Ik wil het zelf."}, status=403)
    with pytest.raises(NietToegestaan):
        begin_plan(noord.dossier, by=noord.wie("daan"), at=LATER)


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


def test_a_right_ends_with_the_role(page, noord):
    noord.wie("amina").rolvervullingen.update(tot=LATER.date())
    page(noord.wie("amina"), f"/huishoudens/{noord['huishoudens']}/", status=403)


def test_one_worker_of_several_employers_has_the_rights_of_each_team_only_there(page, noord):
    team = noord.dossier.huishouden.team
    Rolvervulling.objects.create(medewerker=noord.wie("chantal"), rol=Rol.MANAGER, team=team, vanaf=BEGIN)
    page(noord.wie("chantal"), f"/huishoudens/{noord['huishoudens']}/")
    page(noord.wie("chantal"), f"/huishoudens/{noord['huishoudens']}/notities/", data={"tekst": "Hallo."}, status=403)


def test_a_refusal_says_in_a_sentence_why(page, noord):
    geweigerd = page(noord.wie("els"), f"/huishoudens/{noord['huishoudens']}/", status=403)
    assert "Deze pagina hoort niet bij uw rol." in geweigerd.words


def test_nothing_tells_whether_another_teams_file_exists(page, noord):
    bestaat = page(noord.wie("chantal"), f"/huishoudens/{noord['huishoudens']}/", status=404)
    niet = page(noord.wie("chantal"), "/huishoudens/99999999/", status=404)
    assert bestaat.words == niet.words
