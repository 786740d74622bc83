"""C14: the tailor-made route in five fields; small is paid at once and sampled, large is decided by another, all learn.

Een jongeman kan door zijn achternaam niet naar school. Een naamswijziging kost ruim € 700 en valt onder geen enkele
regel. Via de omgekeerde toets wordt het betaald (Leeuwarden 2021).
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.actions import open_dossier, wijs_regisseur_aan
from eenplan.dossiers.models import Dossier, Taak
from eenplan.inrichting.lezen import inrichting
from eenplan.maatwerk import actions
from eenplan.maatwerk.actions import Vraag
from eenplan.maatwerk.forms import MaatwerkForm
from eenplan.maatwerk.models import Maatwerkroute, Maatwerktoets, Precedent
from eenplan.maatwerk.queries import bedragklasse
from eenplan.maatwerk.states import Maatwerkstatus
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Huishoudrol
from personas import MAANDAG

DAG = MAANDAG.date()
NAAM = {
    "perspectief": "Hij wil naar de opleiding tot kok.",
    "effect": "Met een andere achternaam durft hij zich in te schrijven.",
    "regel": "Leges voor een naamswijziging vallen onder geen enkele regeling.",
    "kosten_cent": "85,50",
    "kenmerk": "papieren",
}
TE_LEZEN = "Een jongere kon door zijn achternaam niet naar school; de leges van een naamswijziging zijn betaald."


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, farid) -> Dossier:
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    return geopend


def adres(dossier) -> str:
    return f"/huishoudens/{dossier.pk}/maatwerk/"


def vraag(page, wie, dossier, *, status=302, **anders):
    gezien = page(wie, adres(dossier)).post(NAAM | anders, status=status)
    return Maatwerkroute.objects.order_by("pk").last() if status == 302 else gezien


def betaal(dossier, nummer, *, by, cent=100) -> Maatwerkroute:
    deel = Vraag("Reizen naar school.", f"Keer {nummer}", "Geen regel.", cent, "vervoer")
    return actions.vraag_maatwerk(dossier, deel, by=by, at=MAANDAG + timedelta(minutes=2 * nummer))


def test_the_form_has_at_most_five_fields_and_a_small_amount_is_paid_at_once(page, dossier, amina):
    assert len(MaatwerkForm().fields) == 5
    assert "Nog geen maatwerk" in page(amina, adres(dossier)).words
    route = vraag(page, amina, dossier)
    assert (route.status, route.is_meteen, route.kosten_cent) == (Maatwerkstatus.BETAALD, True, 8550)
    gezien = page(amina, f"/maatwerkroutes/{route.pk}/", queries_max=14).words
    for deel in ("betaald", "€ 85,50", "naar de opleiding tot kok", "onder geen enkele regeling", "meteen"):
        assert deel in gezien.replace("\xa0", " "), deel
    assert "papieren en leges" in page(amina, adres(dossier), queries_max=15).words
    sleutels = set(Gebeurtenis.objects.filter(onderwerp_soort="maatwerkroute").values_list("sleutel", flat=True))
    assert {Sleutel.MAATWERK_GEVRAAGD, Sleutel.MAATWERK_BETAALD} <= sleutels


def test_sent_twice_it_is_paid_once_and_an_empty_field_says_what_to_do(page, dossier, amina):
    vraag(page, amina, dossier)
    vraag(page, amina, dossier)
    assert Maatwerkroute.objects.count() == 1
    fout = vraag(page, amina, dossier, status=422, effect="")
    assert "Dit veld is nog leeg" in fout.words
    assert "opleiding tot kok" in fout.text
    assert "Dit is geen bedrag" in vraag(page, amina, dossier, status=422, kosten_cent="veel").words
    assert "Vul in wat het kost." in vraag(page, amina, dossier, status=422, kosten_cent="0").words


def test_above_the_threshold_somebody_else_decides(page, dossier, amina, bram, farid):
    route = vraag(page, amina, dossier, kosten_cent="712,40")
    assert route.status == Maatwerkstatus.GEVRAAGD
    taak = Taak.objects.get(herkomst=f"maatwerkroute:{route.pk}", gedaan_op__isnull=True)
    assert taak.voor == farid
    assert "Dit wacht op een ander" in page(amina, f"/maatwerkroutes/{route.pk}/").words
    for wie in (amina, bram):
        page(wie, f"/maatwerkroutes/{route.pk}/besluit/", data={"besluit": "toekennen", "reden": "Ja."}, status=403)
    lijst = page(farid, "/maatwerk/te-beoordelen/", queries_max=12)
    assert "papieren en leges" in lijst.words
    hier = page(farid, f"/maatwerkroutes/{route.pk}/")
    hier.post({"besluit": "toekennen", "reden": ""}, url=f"{hier.url}besluit/", status=422)
    hier.post({"besluit": "toekennen", "reden": "Dit voorkomt schooluitval."}, url=f"{hier.url}besluit/")
    route.refresh_from_db()
    assert (route.status, route.is_meteen) == (Maatwerkstatus.BETAALD, False)
    assert "Dit voorkomt schooluitval." in page(amina, f"/maatwerkroutes/{route.pk}/").words
    assert not Taak.objects.filter(herkomst=f"maatwerkroute:{route.pk}", gedaan_op__isnull=True).exists()
    hier.post({"besluit": "afwijzen", "reden": "Toch niet."}, url=f"{hier.url}besluit/", status=422)


def test_a_refusal_has_its_reason_and_pays_nothing(page, dossier, amina, farid):
    route = vraag(page, amina, dossier, kosten_cent="900")
    page(farid, f"/maatwerkroutes/{route.pk}/besluit/", data={"besluit": "afwijzen", "reden": "Het fonds betaalt dit."})
    route.refresh_from_db()
    assert (route.status, route.betaald_op) == (Maatwerkstatus.AFGEWEZEN, None)
    assert "Het fonds betaalt dit." in page(amina, f"/maatwerkroutes/{route.pk}/").words


def test_who_asked_never_decides_or_tests_whatever_the_role(dossier, amina, farid, stad):
    route = actions.vraag_maatwerk(dossier, Vraag("a", "b", "c", 90_000, "wonen"), by=amina, at=MAANDAG)
    Maatwerkroute.objects.filter(pk=route.pk).update(gevraagd_door=farid)
    route.refresh_from_db()
    with pytest.raises(NietToegestaan, match="zelf gevraagd"):
        actions.beslis(route, is_toegekend=True, reden="Ja.", by=farid, at=MAANDAG)


def test_splitting_does_not_get_around_the_threshold_and_a_new_year_begins_anew(page, dossier, amina):
    assert vraag(page, amina, dossier, kosten_cent="400").is_meteen
    assert not vraag(page, amina, dossier, kosten_cent="101").is_meteen
    assert vraag(page, amina, dossier, kosten_cent="100").is_meteen
    with klok.reis_naar(date(2027, 1, 4)):
        assert vraag(page, amina, dossier, kosten_cent="500").is_meteen


def test_the_team_has_a_frame_for_the_year(page, dossier, amina, gerda):
    anderen = schrijf_huishouden_in(
        NieuwHuishouden(
            straat="Lindelaan", huisnummer=6, postcode="1231AA", woonplaats="Zonnedaal",
            leden=(NieuwPersoon("Noor", "Jansen", Huishoudrol.OUDER, geboortedatum=date(1990, 1, 1)),),
        ),
        by=gerda, at=MAANDAG,
    )  # fmt: skip
    ander = open_dossier(anderen, by=amina, at=MAANDAG)
    Maatwerkroute.objects.create(
        dossier=ander, team=anderen.team, perspectief="x", effect="x", regel="x", kenmerk="wonen", status="betaald",
        kosten_cent=inrichting().maatwerk.teamjaar_cent - 5_000, is_meteen=True, jaar=2026, volgnummer=1,
        gevraagd_op=MAANDAG, gevraagd_door=amina, betaald_op=MAANDAG,
    )  # fmt: skip
    assert not vraag(page, amina, dossier, kosten_cent="60").is_meteen
    assert vraag(page, amina, dossier, kosten_cent="50").is_meteen


def test_a_fixed_rule_puts_one_of_every_n_before_somebody_else(page, dossier, amina, farid):
    een_op = inrichting().maatwerk.toets_een_op
    routes = [betaal(dossier, nummer, by=amina) for nummer in range(2 * een_op)]
    assert Maatwerktoets.objects.count() == 2
    toets = Maatwerktoets.objects.order_by("pk").first()
    assert Taak.objects.get(herkomst=f"maatwerktoets:{toets.pk}").voor == farid
    anders = next(route for route in routes if not hasattr(Maatwerkroute.objects.get(pk=route.pk), "toets"))
    page(farid, f"/maatwerkroutes/{anders.pk}/toets/", data={"oordeel": "past", "zin": "Goed."}, status=404)
    page(amina, f"/maatwerkroutes/{toets.route_id}/toets/", data={"oordeel": "past", "zin": "Goed."}, status=403)
    hier = page(farid, f"/maatwerkroutes/{toets.route_id}/")
    hier.post({"oordeel": "past", "zin": ""}, url=f"{hier.url}toets/", status=422)
    hier.post({"oordeel": "past", "zin": "Goed uitgelegd, en goedkoper dan vervoer."}, url=f"{hier.url}toets/")
    assert "Goed uitgelegd" in page(amina, f"/maatwerkroutes/{toets.route_id}/").words
    assert not Taak.objects.filter(herkomst=f"maatwerktoets:{toets.pk}", gedaan_op__isnull=True).exists()
    with pytest.raises(NietMogelijk, match="al getoetst"):
        actions.toets_achteraf(toets, oordeel="past", zin="Nog eens.", by=farid, at=MAANDAG)


def test_a_precedent_is_found_by_every_team_and_tells_nothing_of_whose_it_is(page, dossier, amina, chantal, farid):
    route = vraag(page, amina, dossier)
    assert "Nog geen voorbeelden" in page(chantal, "/maatwerk/precedenten/").words
    page(amina, f"/maatwerkroutes/{route.pk}/").post({"zin": TE_LEZEN}, url=f"/maatwerkroutes/{route.pk}/precedent/")
    for woorden, gevonden in (("naamswijzigingen", True), ("school achternaam", True), ("wasmachine", False)):
        lijst = page(chantal, "/maatwerk/precedenten/").post({"woorden": woorden, "kenmerk": ""}, status=200)
        assert (TE_LEZEN in lijst.words) is gevonden, woorden
    alles = page(chantal, "/maatwerk/precedenten/", queries_max=8)
    for deel in ("2026", "€ 0 tot en met € 100", "papieren en leges", "betaald"):
        assert deel in alles.words.replace("\xa0", " "), deel
    for geheim in ("Wit", "Lindelaan", "Noord", "85,50", "Amina", f"maatwerkroutes/{route.pk}", "opleiding tot kok"):
        assert geheim not in alles.text, geheim
    by_own_words = page(chantal, "/maatwerk/precedenten/").post({"woorden": "kok", "kenmerk": ""}, status=200)
    assert TE_LEZEN not in by_own_words.words, "what was not written without names is not searched"
    page(chantal, f"/maatwerkroutes/{route.pk}/", status=404)
    page(chantal, adres(dossier), status=404)


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Sanne wilde een bed.", "een naam"),
        ("De familie de Wit wilde een bed.", "een naam"),
        ("Op de Lindelaan was geen bed.", "een straat"),
        ("Zij is geboren op 14-03-1988.", "een geboortedatum"),
        ("Haar nummer is 999900006.", "een burgerservicenummer"),
        ("Bel 06 12 34 56 00 voor het bed.", "een telefoonnummer"),
    ],
)
def test_what_tells_who_it_is_is_refused_in_a_sentence_without_repeating_it(page, dossier, amina, zin, soort):
    route = vraag(page, amina, dossier)
    hier = page(amina, f"/maatwerkroutes/{route.pk}/")
    fout = hier.post({"zin": zin}, url=f"{hier.url}precedent/", status=422)
    assert soort in fout.words
    assert zin in fout.text, "what was typed is not lost"
    assert not Precedent.objects.exists()


def test_before_it_is_decided_there_is_nothing_to_learn_from(page, dossier, amina):
    route = vraag(page, amina, dossier, kosten_cent="900")
    page(amina, f"/maatwerkroutes/{route.pk}/precedent/", data={"zin": TE_LEZEN}, status=422)
    assert not Precedent.objects.exists()


@pytest.mark.parametrize(
    ("cent", "zin"),
    [(1, "€ 0 tot en met € 100"), (10_000, "€ 0 tot en met € 100"), (10_001, "€ 100 tot en met € 250"),
     (250_001, "meer dan € 2.500")],
)  # fmt: skip
def test_an_amount_is_told_roughly(cent, zin):
    assert bedragklasse(cent) == zin


def test_only_who_works_in_the_file_asks_and_the_database_keeps_count(page, dossier, amina, farid, gerda, daan):
    page(farid, adres(dossier), data=NAAM, status=403)
    for wie in (gerda, daan):
        page(wie, adres(dossier), status=403)
        page(wie, "/maatwerk/precedenten/", status=403)
    page(amina, "/maatwerk/te-beoordelen/", status=403)
    een, ander = (betaal(dossier, nummer, by=amina) for nummer in (1, 2))
    with pytest.raises(IntegrityError), transaction.atomic():
        Maatwerkroute.objects.filter(pk=ander.pk).update(volgnummer=een.volgnummer)
