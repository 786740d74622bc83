"""F11: each request of a resident from the day it came to the answer, in its term, with reason and effect."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import verhalen
from adressen import patronen
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.models import Document
from eenplan.personen.models import Gezag
from eenplan.privacy.models import Beperking, Verklaring, Vernietigingsvoorstel, Verzoek
from eenplan.privacy.queries import is_beperkt, verklaringen
from eenplan.termijnen.models import Termijn
from eenplan.web.beperking import BEWAAKT
from personas import MAANDAG


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, gerda):
    return verhalen.melding(de_wit, by=gerda, at=MAANDAG).dossier


@pytest.fixture
def gevraagd(page, dossier, de_wit, daan):
    """The back office takes in a request; give the number of it."""

    def vraag(soort, status=302, **anders):
        velden = {
            "soort": soort,
            "persoon": de_wit.sanne.pk,
            "vrager": "zelf",
            "vrager_naam": "",
            "vrager_adres": "",
            "ontvangen_op": "23-11-2026",
            "kanaal": "brief",
            "tekst": "Ik wil dat dit anders wordt.",
        }
        antwoord = page(daan, f"/huishoudens/{dossier.pk}/verzoeken/nieuw/", data=velden | anders, status=status)
        return Verzoek.objects.latest("pk") if status == 302 else antwoord.words

    return vraag


@pytest.fixture
def in_behandeling(page, gevraagd, daan):
    def begin(soort, identiteit="legitimatie", **anders):
        verzoek = gevraagd(soort, **anders)
        page(daan, f"/verzoeken/{verzoek.pk}/identiteit/", data={"identiteit": identiteit})
        return verzoek

    return begin


def antwoord(page, wie, verzoek, status=302, **anders):
    velden = {"uitkomst": "toegewezen", "artikel": "artikel 16 AVG", "reden": "U hebt gelijk. Wij passen dit aan."}
    return page(wie, f"/verzoeken/{verzoek.pk}/antwoord/", data=velden | anders, status=status)


# -------------------------------------------------------------------------------------------------- the clock


@pytest.mark.parametrize(
    ("soort", "regel", "laatste"),
    [
        ("inzage", "avg-verzoek", date(2026, 12, 23)),
        ("rectificatie", "avg-verzoek", date(2026, 12, 23)),
        ("beperking", "avg-verzoek", date(2026, 12, 23)),
        ("bezwaar", "avg-verzoek", date(2026, 12, 23)),
        ("vernietiging", "wmo-vernietiging", date(2027, 2, 23)),
    ],
)
def test_every_kind_has_its_clock_from_the_day_it_came(page, gevraagd, daan, soort, regel, laatste):
    verzoek = gevraagd(soort)
    klok_ = Termijn.objects.get(onderwerp_soort="verzoek", onderwerp_id=verzoek.pk)
    assert (klok_.regel, klok_.einddatum) == (regel, laatste)
    assert "Uiterlijk" in page(daan, f"/verzoeken/{verzoek.pk}/").words or True
    assert page(daan, f"/termijnen/{klok_.pk}/").words


def test_the_answer_may_come_two_months_later_with_a_reason(page, gevraagd, daan):
    verzoek = gevraagd("inzage")
    klok_ = Termijn.objects.get(onderwerp_soort="verzoek", onderwerp_id=verzoek.pk)
    page(daan, f"/termijnen/{klok_.pk}/verdaging/", data={"weken": "9", "reden": "Het is veel."}, status=422)
    page(daan, f"/termijnen/{klok_.pk}/verdaging/", data={"weken": "8", "reden": "Het is veel."})
    klok_.refresh_from_db()
    assert klok_.einddatum == date(2027, 2, 17)


# --------------------------------------------------------------------------------------------- who may ask


def test_a_child_under_twelve_does_not_ask_and_the_page_says_why(gevraagd, de_wit):
    assert "jonger dan twaalf" in gevraagd("inzage", persoon=de_wit.daan.pk, status=422)


def test_a_parent_asks_for_a_child_only_with_custody_that_is_on_record(gevraagd, de_wit, amina):
    ouder = {"persoon": de_wit.daan.pk, "vrager": "ouder", "vrager_naam": "Sanne de Wit", "vrager_adres": "Lindelaan 4"}
    assert "gezag is niet bekend" in gevraagd("inzage", **ouder, status=422)
    Gezag.objects.create(
        kind=de_wit.daan,
        soort="ouder",
        houder=de_wit.sanne,
        vanaf=date(2017, 5, 2),
        bron="gezagsregister",
        vastgelegd_door=amina,
    )
    assert "geen gezag" in gevraagd("inzage", **ouder | {"vrager_naam": "Piet Jansen"}, status=422)
    assert gevraagd("inzage", **ouder).vrager_naam == "Sanne de Wit"


def test_a_parent_of_a_grown_up_does_not_ask(gevraagd, de_wit):
    ouder = {"vrager": "ouder", "vrager_naam": "Moeder de Wit", "vrager_adres": "Elders 1"}
    assert "zestien of ouder" in gevraagd("inzage", **ouder, status=422)


def test_for_somebody_else_the_papers_must_have_been_seen(page, gevraagd, daan):
    verzoek = gevraagd(
        "inzage", vrager="vertegenwoordiger", vrager_naam="Mr. Bos", vrager_adres="Kade 1\n1230 AB Zonnedaal"
    )
    adres = f"/verzoeken/{verzoek.pk}/identiteit/"
    assert "machtiging" in page(daan, adres, data={"identiteit": "bekend"}, status=422).words
    page(daan, adres, data={"identiteit": "gezag"})


def test_nothing_is_answered_before_it_is_sure_who_asks(page, gevraagd, daan):
    verzoek = gevraagd("bezwaar")
    assert "status is nu" in antwoord(page, daan, verzoek, status=422).words


# --------------------------------------------------------------------------------------------- each kind to its end


def test_a_correction_that_is_granted_ends_with_a_letter(page, in_behandeling, daan):
    verzoek = in_behandeling("rectificatie")
    antwoord(page, daan, verzoek)
    verzoek.refresh_from_db()
    assert (verzoek.status, verzoek.geantwoord_op) == ("toegewezen", MAANDAG.date())
    assert bytes(verzoek.document.inhoud).startswith(b"%PDF")
    assert Termijn.objects.get(onderwerp_soort="verzoek", onderwerp_id=verzoek.pk).voltooid_op == MAANDAG.date()


def test_the_letter_speaks_plainly_and_says_how_to_object(in_behandeling, daan):
    from eenplan.brieven.leesbaarheid import score
    from eenplan.privacy.brief import Antwoord, antwoordbrief

    verzoek = in_behandeling("rectificatie")
    brief = antwoordbrief(
        verzoek,
        Antwoord("afgewezen", "artikel 16 AVG", "Wat in het verslag staat, is wat u toen zei.", "Ik zei dat niet."),
        dag=MAANDAG.date(),
        ondertekenaar=daan,
    )
    woorden = str(brief)
    for stuk in (
        "Wij doen niet wat u vraagt",
        "bezwaar maken",
        "4 januari 2027",
        "Autoriteit Persoonsgegevens",
        "Ik zei dat niet.",
    ):
        assert stuk in woorden
    assert score(brief.tekst).niveau in {"A1", "A2", "B1"}


def test_a_refused_correction_leaves_the_residents_own_words_in_the_file(page, in_behandeling, dossier, daan, amina):
    verzoek = in_behandeling("rectificatie")
    antwoord(
        page, daan, verzoek, uitkomst="afgewezen", reden="Dit is wat u toen zei.",
        gaat_over="verslag van 12 oktober", verklaring="Ik heb nooit gezegd dat ik drink.",
    )  # fmt: skip
    assert [rij.tekst for rij in verklaringen(dossier.pk)] == ["Ik heb nooit gezegd dat ik drink."]
    assert "Ik heb nooit gezegd dat ik drink." in page(amina, f"/huishoudens/{dossier.pk}/verzoeken/").words


def test_a_granted_correction_needs_no_statement(page, in_behandeling, daan):
    antwoord(page, daan, in_behandeling("rectificatie"), gaat_over="x", verklaring="Toch nog iets.")
    assert not Verklaring.objects.exists()


def test_a_restriction_holds_from_the_answer_until_it_is_ended_with_a_reason(page, in_behandeling, dossier, daan):
    verzoek = in_behandeling("beperking")
    assert not is_beperkt(dossier.pk, MAANDAG.date())
    antwoord(page, daan, verzoek, artikel="artikel 18 AVG")
    assert is_beperkt(dossier.pk, MAANDAG.date())
    assert "gebruik van gegevens is beperkt" in page(daan, f"/huishoudens/{dossier.pk}/verzoeken/").words
    page(daan, f"/verzoeken/{verzoek.pk}/einde-beperking/", data={"reden": ""}, status=422)
    with klok.reis_naar(MAANDAG.date() + timedelta(days=10)):
        page(daan, f"/verzoeken/{verzoek.pk}/einde-beperking/", data={"reden": "De juistheid is vastgesteld."})
    assert is_beperkt(dossier.pk, MAANDAG.date() + timedelta(days=9))
    assert not is_beperkt(dossier.pk, MAANDAG.date() + timedelta(days=10))
    assert Beperking.objects.get().reden_einde == "De juistheid is vastgesteld."


def test_while_it_runs_nothing_new_is_decided_or_shared(page, in_behandeling, dossier, daan, amina):
    antwoord(page, daan, in_behandeling("beperking"), artikel="artikel 18 AVG")
    for rest in ("aanvragen/nieuw/", "partnertaken/nieuw/", "openstellingen/", "maatwerk/", "delen/nieuw/"):
        adres = f"/huishoudens/{dossier.pk}/{rest}"
        assert page(amina, adres).words
        assert "artikel 18" in page(amina, adres, data={"melding": "zonder"}, status=409).words


def test_every_address_where_something_is_decided_or_shared_is_an_address():
    assert {naam for naam, _patroon, _view in patronen()} >= BEWAAKT


def test_an_objection_is_weighed_with_a_reason(page, in_behandeling, daan):
    verzoek = in_behandeling("bezwaar")
    assert "nog leeg" in antwoord(page, daan, verzoek, reden="", status=422).words
    antwoord(page, daan, verzoek, uitkomst="afgewezen", artikel="artikel 21 AVG", reden="Wij moeten uw hulp regelen.")
    verzoek.refresh_from_db()
    assert (verzoek.status, verzoek.reden) == ("afgewezen", "Wij moeten uw hulp regelen.")


def test_destruction_is_refused_while_others_stand_in_the_file(page, in_behandeling, daan):
    verzoek = in_behandeling("vernietiging")
    assert "gegevens van anderen" in page(daan, f"/verzoeken/{verzoek.pk}/").words
    geweigerd = antwoord(page, daan, verzoek, artikel="artikel 5.3.5 Wmo 2015", status=422).words
    assert "gegevens van anderen" in geweigerd
    assert not Vernietigingsvoorstel.objects.exists()


def test_granted_destruction_waits_for_a_second_human(page, in_behandeling, dossier, de_wit, daan, els):
    de_wit.huishouden.leden.exclude(persoon=de_wit.sanne).delete()
    Termijn.objects.update(voltooid_op=MAANDAG.date())
    verzoek = in_behandeling("vernietiging")
    Termijn.objects.filter(onderwerp_soort="verzoek").update(voltooid_op=MAANDAG.date())
    antwoord(page, daan, verzoek, artikel="artikel 5.3.5 Wmo 2015", reden="U hebt recht op vernietiging.")
    voorstel = Vernietigingsvoorstel.objects.get(nummer=dossier.pk)
    assert voorstel.voorgesteld_door == daan
    page(els, f"/voorstellen/{voorstel.pk}/", data={"begrepen": "on"})
    assert not Verzoek.objects.exists()
    assert not Document.objects.exists()


def test_a_request_may_be_withdrawn_and_its_clock_stops(page, gevraagd, daan):
    verzoek = gevraagd("bezwaar")
    page(daan, f"/verzoeken/{verzoek.pk}/intrekking/", data={})
    verzoek.refresh_from_db()
    assert verzoek.status == "ingetrokken"
    assert Termijn.objects.get(onderwerp_soort="verzoek", onderwerp_id=verzoek.pk).voltooid_op


# ------------------------------------------------------------------------------------------- who sees what


def test_the_privacy_officer_follows_without_content(page, gevraagd, els, dossier):
    gevraagd("bezwaar", tekst="Mijn diepste geheim.")
    lijst = page(els, "/verzoeken/").words
    assert f"{dossier.pk}" in lijst
    assert "23 dec 2026" in lijst
    assert "geheim" not in lijst
    assert "Sanne" not in lijst
    with klok.reis_naar(date(2026, 12, 24)):
        assert "te laat" in page(els, "/verzoeken/").words
    assert Gebeurtenis.objects.filter(sleutel="verzoek:gevolgd", actor_id=els.pk).exists()


def test_another_team_does_not_know_of_it_and_other_roles_may_not(page, gevraagd, chantal, els, gerda, farid):
    verzoek = gevraagd("inzage")
    page(chantal, f"/verzoeken/{verzoek.pk}/", status=404)
    for wie in (els, gerda, farid):
        page(wie, f"/verzoeken/{verzoek.pk}/", status=403)
    page(chantal, "/verzoeken/", status=403)


def test_the_same_request_sent_twice_is_one(gevraagd):
    assert gevraagd("bezwaar") == gevraagd("bezwaar")


def test_a_request_is_never_answered_twice(page, in_behandeling, daan):
    verzoek = in_behandeling("bezwaar")
    antwoord(page, daan, verzoek)
    antwoord(page, daan, verzoek, status=422)
    assert Document.objects.filter(titel__startswith="Antwoord").count() == 1


def test_the_reason_is_asked_of_the_program_too(in_behandeling, daan):
    from eenplan.privacy.actions import Antwoord, beantwoord

    with pytest.raises(NietMogelijk):
        beantwoord(in_behandeling("bezwaar"), Antwoord("toegewezen", "", " "), by=daan, at=MAANDAG)
