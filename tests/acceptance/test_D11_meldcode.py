"""D11: the meldcode in five steps with who, when and what; for its own access group and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from adressen import LATER, adressen, rij_van_elke_soort
from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import open_dossier
from eenplan.dossiers.models import Dossier, Taak
from eenplan.dossiers.queries import taken_open
from eenplan.personen.omzetten import NieuwAdres, verhuis_huishouden
from eenplan.privacy.verzamelen import verzamel
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling
from eenplan.veiligheid.meldcode_actions import (
    Beslissing,
    Gezet,
    begin_meldcode,
    beslis,
    heropen_meldcode,
    trek_in,
    weeg_af,
    zet_stap,
)
from eenplan.veiligheid.meldcode_queries import visible_to
from eenplan.veiligheid.models import Meldcode, Meldcodestap, Meldcodetoegang, Stap
from eenplan.veiligheid.states import Meldcodestatus
from personas import BEGIN

DAG = LATER.date()
VERDER = DAG + timedelta(days=14)
VERMOEDEN = "Zwaluwvermoeden"
SIGNAAL = "Zwaluwsignaal"
BESLUIT = "Zwaluwbesluit"
GEHEIM = (VERMOEDEN, SIGNAAL, BESLUIT)
JA_TOT_HULP = {"vermoeden": "ja", "onveilig": "nee", "kan_helpen": "ja", "aanvaardt": "ja", "duurzaam": "nog_niet"}


@pytest.fixture(autouse=True)
def _later():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def nadia(stad):
    """Who looks after all meldcodes of Team Noord 1, and has no other role."""
    wie = Medewerker.objects.create_user("nadine", naam="Nadine Kaya", functie="wijkcoach", werkgever="Gemeente")
    Rolvervulling.objects.create(medewerker=wie, rol=Rol.AANDACHTSFUNCTIONARIS, team=stad.noord, vanaf=BEGIN)
    return wie


@pytest.fixture
def dossier(de_wit, bram):
    return open_dossier(de_wit.huishouden, by=bram, at=LATER)


@pytest.fixture
def meldcode(dossier, amina):
    return begin_meldcode(dossier, over="de jongens", vermoeden=VERMOEDEN, by=amina, at=LATER)


def waar(meldcode, rest=""):
    return f"/meldcodes/{meldcode.pk}/{rest}"


def stap(nummer, wat, **anders):
    return {"stap": nummer, "op": DAG.isoformat(), "wat": wat} | anders


# ---------------------------------------------------------------------------------------------------- the five steps


def test_all_five_steps_with_who_when_and_what(page, dossier, amina):
    """Gegeven dat Amina blauwe plekken ziet bij Mees. Als zij de meldcode volgt. Dan staat van elke stap wie, wanneer
    en wat, met de vijf vragen van de weging en de beslissing."""
    begin = page(amina, f"/huishoudens/{dossier.pk}/meldcode/")
    page_ = begin.post({"over": "Mees", "vermoeden": "Blauwe plekken."}).follow(queries_max=15)
    assert "Blauwe plekken." in page_.words
    rij = Meldcode.objects.get()
    page(amina, waar(rij, "stap/"), data=stap(1, "Blauwe plekken gezien op school, bron: juf."))
    page(amina, waar(rij, "stap/"), data=stap(2, "Veilig Thuis adviseert te praten.", met_wie="Veilig Thuis"))
    page(amina, waar(rij, "stap/"), data=stap(3, "Een gesprek is nu niet veilig.", is_overgeslagen="on"))
    page(amina, waar(rij, "weging/"), data=JA_TOT_HULP | {"toelichting": "Moeder wil hulp."})
    besluit = {"is_hulp": "on", "toelichting": "Wij beginnen met hulp.", "volgen_op": VERDER.isoformat()}
    page(amina, waar(rij, "beslissing/"), data=besluit)
    seen = page(amina, waar(rij), queries_max=15).words
    for woord in (
        "bron: juf", "Met: Veilig Thuis", "overgeslagen", "Een gesprek is nu niet veilig.", "Moeder wil hulp.",
        "Vermoed ik acute of structurele onveiligheid? nee", "nog niet te zeggen", "organiseren, en volgen",
        "Wij beginnen met hulp.", "Hulp: ja", "Amina Bouzid", "beslist, wordt gevolgd",
    ):  # fmt: skip
        assert woord in seen, woord
    assert [een.stap for een in Meldcodestap.objects.order_by("pk")] == [1, 2, 3, 4, 5]
    assert {een.door for een in Meldcodestap.objects.all()} == {amina}


@pytest.mark.parametrize(
    ("antwoorden", "uitkomst"),
    [
        ({"vermoeden": "nee"}, "geen vermoeden"),
        ({"vermoeden": "ja", "onveilig": "ja"}, "melden bij Veilig Thuis"),
        ({"vermoeden": "ja", "onveilig": "nee", "kan_helpen": "nee"}, "melden bij Veilig Thuis"),
        ({"vermoeden": "ja", "onveilig": "nee", "kan_helpen": "ja", "aanvaardt": "nee"}, "melden bij Veilig Thuis"),
        (JA_TOT_HULP | {"duurzaam": "nee"}, "melden bij Veilig Thuis"),
        (JA_TOT_HULP | {"duurzaam": "ja"}, "hulp bieden"),
    ],
)
def test_each_answer_of_the_five_leads_where_the_framework_says(page, meldcode, amina, antwoorden, uitkomst):
    page(amina, waar(meldcode, "weging/"), data=antwoorden | {"toelichting": "Gewogen."})
    assert uitkomst in page(amina, waar(meldcode)).words


def test_a_question_that_comes_next_is_not_left_open(page, meldcode, amina):
    fout = page(amina, waar(meldcode, "weging/"), data={"vermoeden": "ja", "toelichting": "x"}, status=422)
    assert "Geef ook op deze vraag antwoord." in fout.words


def test_deciding_comes_after_weighing_and_new_signals_ask_for_weighing_again(page, meldcode, amina):
    besluit = {"is_melden": "on", "toelichting": "Melden.", "volgen_op": VERDER.isoformat()}
    fout = page(amina, waar(meldcode, "beslissing/"), data=besluit, status=422)
    assert "Doe eerst stap 4" in fout.words
    page(amina, waar(meldcode, "weging/"), data={"vermoeden": "ja", "onveilig": "ja", "toelichting": "Nu onveilig."})
    page(amina, waar(meldcode, "stap/"), data=stap(1, "Weer een blauw oog."))
    page(amina, waar(meldcode, "beslissing/"), data=besluit, status=422)
    page(amina, waar(meldcode, "weging/"), data={"vermoeden": "ja", "onveilig": "ja", "toelichting": "Nog steeds."})
    page(amina, waar(meldcode, "beslissing/"), data=besluit)
    assert "Melden bij Veilig Thuis: ja" in page(amina, waar(meldcode)).words


def test_deciding_otherwise_takes_a_reason(page, meldcode, amina):
    page(amina, waar(meldcode, "weging/"), data={"vermoeden": "ja", "onveilig": "ja", "toelichting": "Onveilig."})
    besluit = {"is_hulp": "on", "toelichting": "Eerst hulp.", "volgen_op": VERDER.isoformat()}
    assert "Schrijf op waarom" in page(amina, waar(meldcode, "beslissing/"), data=besluit, status=422).words
    page(amina, waar(meldcode, "beslissing/"), data=besluit | {"reden_anders": "Veilig Thuis raadde dit aan."})
    assert "Veilig Thuis raadde dit aan." in page(amina, waar(meldcode)).words


@pytest.mark.parametrize("tekst", ["Sanne is bang.", "Het gaat om mees.", "Familie WIT."])
def test_advice_without_names_has_no_name(page, meldcode, amina, tekst):
    vraag = stap(2, tekst, met_wie="Veilig Thuis", is_anoniem="on")
    assert "naam uit het huishouden" in page(amina, waar(meldcode, "stap/"), data=vraag, status=422).words
    page(amina, waar(meldcode, "stap/"), data=vraag | {"wat": "Een kind van vijf heeft blauwe plekken."})
    assert "anoniem advies" in page(amina, waar(meldcode)).words


def test_it_closes_only_after_following_or_without_a_suspicion_and_opens_again(page, meldcode, amina):
    page(amina, waar(meldcode, "sluiting/"), data={"reden": "Klaar."}, status=422)
    page(amina, waar(meldcode, "weging/"), data={"vermoeden": "nee", "toelichting": "Het bleek een val."})
    page(amina, waar(meldcode, "sluiting/"), data={"reden": "Geen vermoeden meer."})
    assert Meldcode.objects.get().status == Meldcodestatus.GESLOTEN
    page(amina, waar(meldcode, "stap/"), data=stap(1, "Toch weer."), status=422)
    page(amina, waar(meldcode, "sluiting/") + "?heropenen=1", data={"reden": "Nieuwe plekken."})
    assert Meldcode.objects.get().status == Meldcodestatus.IN_GANG
    page(amina, waar(meldcode, "sluiting/"), data={"reden": "Weer klaar."}, status=422)  # weighed before, not since
    with pytest.raises(NietMogelijk):
        heropen_meldcode(Meldcode.objects.get(), signalen="x", by=amina, at=LATER)


def test_a_step_lies_not_in_the_future_and_weighing_is_never_left_out(meldcode, amina):
    for gezet in (Gezet(Stap.SIGNALEN, VERDER, "x"), Gezet(Stap.WEGEN, DAG, "x", is_overgeslagen=True)):
        with pytest.raises(NietMogelijk):
            zet_stap(meldcode, gezet, by=amina, at=LATER)


# ------------------------------------------------------------------------------------------------- the access group


def test_the_team_the_manager_and_the_coordinator_find_nothing(page, dossier, meldcode, bram, farid, gerda, chantal):
    for wie in (bram, farid, gerda, chantal):
        status = 404 if wie in (bram, chantal) else 403
        page(wie, waar(meldcode), status=status)
    leeg = page(bram, f"/huishoudens/{dossier.pk}/meldcode/").words
    assert VERMOEDEN not in leeg
    assert "Meldcodes die voor u open zijn" not in leeg
    assert not visible_to(bram).exists()
    with pytest.raises(NietToegestaan):
        zet_stap(meldcode, Gezet(Stap.SIGNALEN, DAG, "x"), by=bram, at=LATER)


def test_somebody_is_let_in_by_name_with_a_reason_and_out_again(page, meldcode, amina, bram):
    page(amina, waar(meldcode, "toegang/"), data={"medewerker": bram.pk, "reden": "Hij is de regisseur."})
    assert VERMOEDEN in page(bram, waar(meldcode)).words
    rij = Meldcodetoegang.objects.get(medewerker=bram)
    assert (rij.gegeven_door, rij.reden) == (amina, "Hij is de regisseur.")
    page(amina, waar(meldcode, "toegang/einde/"), data={"medewerker": bram.pk})
    page(bram, waar(meldcode), status=404)
    with pytest.raises(NietMogelijk):  # somebody has to keep it
        trek_in(meldcode, amina, by=amina, at=LATER)


def test_only_teammates_who_may_keep_one_are_let_in(page, meldcode, amina, chantal, farid):
    for wie in (chantal, farid):
        page(amina, waar(meldcode, "toegang/"), data={"medewerker": wie.pk, "reden": "Graag."}, status=422)


def test_who_looks_after_all_of_the_team_sees_them_and_those_of_no_other_team(page, meldcode, nadia, stad):
    assert page(nadia, "/meldcodes/", queries_max=12).tree.xpath(f"//a[@href='{waar(meldcode)}']")
    assert VERMOEDEN in page(nadia, waar(meldcode)).words
    nadia.rolvervullingen.update(team=stad.zuid)
    page(nadia, waar(meldcode), status=404)


def test_it_goes_along_when_the_household_moves_to_another_team(meldcode, de_wit, gerda, amina, chantal, nadia, stad):
    verhuis_huishouden(de_wit.huishouden, NieuwAdres("1232AA", 9, straat="Beukenweg"), reden="x", by=gerda, at=LATER)
    assert not visible_to(amina).exists()
    assert not visible_to(chantal).exists()
    nadia.rolvervullingen.update(team=stad.zuid)
    assert visible_to(Medewerker.objects.get(pk=nadia.pk)).exists()


def test_an_own_file_and_break_glass_open_no_meldcode(dossier, meldcode, amina, chantal):
    for wie, soort in ((amina, "gesloten"), (chantal, "nood"), (chantal, "meewerken")):
        tot = None if soort == "gesloten" else LATER + timedelta(days=1)
        Dossiertoegang.objects.create(medewerker=wie, dossier_id=dossier.pk, soort=soort, vanaf=LATER, tot=tot)
        assert not visible_to(Medewerker.objects.get(pk=wie.pk)).exists()


# --------------------------------------------------------------------------- not even that it exists, to anybody else


@pytest.fixture
def gevuld(meldcode, amina):
    """Everything in it that must stay hidden, and the task of its worker."""
    zet_stap(meldcode, Gezet(Stap.SIGNALEN, DAG, SIGNAAL), by=amina, at=LATER)
    weeg_af(meldcode, JA_TOT_HULP, toelichting="Gewogen.", by=amina, at=LATER)
    beslis(meldcode, Beslissing(False, True, BESLUIT, volgen_op=VERDER), by=amina, at=LATER)
    return meldcode


def test_its_task_is_only_there_for_its_own_worker_and_says_nothing(page, dossier, gevuld, amina, bram):
    taak = Taak.objects.get()
    assert taak.wat == "vertrouwelijke taak"
    assert taak in taken_open(dossier.pk, amina)
    assert page(amina, "/mijn-dag/").tree.xpath(f"//a[@href='{waar(gevuld)}']")
    for adres in (f"/huishoudens/{dossier.pk}/", f"/huishoudens/{dossier.pk}/taken/"):
        seen = page(bram, adres)
        assert "vertrouwelijk" not in seen.words, adres
        assert "/meldcodes/" not in seen.text, adres


def test_the_log_knows_who_did_something_but_not_in_which_file_nor_what(page, gevuld, amina, els):
    page(amina, waar(gevuld))
    rijen = Gebeurtenis.objects.filter(sleutel__startswith="vertrouwelijk:")
    assert rijen.count() >= 4
    assert set(rijen.values_list("dossier_id", flat=True)) == {None}
    assert not Gebeurtenisdetail.objects.filter(gebeurtenis__in=rijen).exists()
    assert not Gebeurtenis.objects.filter(onderwerp_soort="taak").exists()
    assert "eldcode" not in page(els, "/logboek/").words


def test_the_extract_of_the_resident_holds_nothing_of_it(de_wit, gevuld):
    tekst = str(verzamel(de_wit.sanne, at=LATER).inhoud)
    for woord in (*GEHEIM, "ertrouwelijk", "eldcode"):
        assert woord not in tekst, woord


@pytest.fixture
def geplant(de_wit, amina, farid, gerda, daan):
    """A row of every kind in the file, and in between a meldcode of Amina with marks in it."""
    rijen = rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)
    eigen = begin_meldcode(Dossier.objects.get(), over="Mees", vermoeden=VERMOEDEN, by=amina, at=LATER)
    zet_stap(eigen, Gezet(Stap.SIGNALEN, DAG, SIGNAAL), by=amina, at=LATER)
    return rijen | {"meldcodes": eigen.pk}


@pytest.mark.parametrize("naam", ["bram", "farid", "daan", "gerda", "els", "chantal", "iris"])
def test_no_answer_of_the_program_holds_a_word_of_it_nor_a_way_to_it(naam, geplant, request):
    client = Client()
    client.force_login(request.getfixturevalue(naam), backend="eenplan.teams.aanmelding.Aanmelding")
    gevonden = []
    for adres in adressen(geplant):
        if adres.pad == "/ontwerp/":
            continue
        antwoord = client.get(adres.pad)
        inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
        tekst = inhoud.decode("utf-8", "replace")
        woorden = GEHEIM if adres.soort == "meldcodes" else (*GEHEIM, "/meldcodes/")  # a refusal repeats what was asked
        gevonden += [f"{naam} reads {woord} at {adres.pad}" for woord in woorden if woord in tekst]
        if adres.soort == "meldcodes" and adres.heeft_rij and antwoord.status_code not in {403, 404, 405}:
            gevonden.append(f"{naam} opens {adres.pad}")
    assert not gevonden
