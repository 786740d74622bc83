"""F12: requests for information: known or not first, then stated questions, each answered or refused with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

import verhalen
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.delen import actions, queries, verzoek_actions
from eenplan.delen.actions import Antwoord, Weg
from eenplan.delen.keuzes import Bekendheid, Richting
from eenplan.delen.models import Informatieverzoek, Informatievraag
from eenplan.delen.states import Verzoekstatus
from eenplan.delen.verzoek_actions import Verzoek
from eenplan.dossiers.models import Dossier
from eenplan.termijnen.actions import herbereken_alle, schort_op
from eenplan.termijnen.models import Termijn
from personas import MAANDAG

DAG = MAANDAG.date()
WAAROM = Verzoek("consulent", "Om dubbel werk te voorkomen.", DAG)


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


@pytest.fixture
def brug(els):
    return verhalen.samenwerking(els, at=MAANDAG)


@pytest.fixture
def verzekeraar(els):
    return verhalen.samenwerking(
        els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", doelen=("zorg",),
        categorieen=("contact", "gezondheid"),
    )  # fmt: skip


def gevraagd(dossier, de_wit, ander, *, by, richting=Richting.IN, doel="wmo") -> Informatieverzoek:
    weg = Weg(de_wit.sanne, ander, "wmo", doel, richting)
    return verzoek_actions.leg_verzoek_vast(dossier, weg, WAAROM, by=by, at=MAANDAG)


def test_a_partner_asks_and_every_question_gets_an_answer_or_a_reason(page, dossier, de_wit, brug, amina):
    nieuw = page(amina, f"/huishoudens/{dossier.pk}/informatieverzoeken/nieuw/")
    velden = {
        "richting": "in", "persoon": de_wit.sanne.pk, "ander": f"{brug.pk}:wmo", "wet": "wmo", "rol": "planner",
        "noodzaak": "Wij willen niet twee keer komen.", "ontvangen_op": "23-11-2026",
    }  # fmt: skip
    nieuw.post(velden | {"noodzaak": ""}, status=422)
    verzoek = nieuw.post(velden).follow()
    assert "Stap 1: bekend of niet" in verzoek.words
    assert "nog 14 dagen" in verzoek.words
    pk = Informatieverzoek.objects.get().pk
    vraag = {"categorie": "hulpvraag", "tekst": "Welke hulp is er gevraagd?"}
    te_vroeg = verzoek.post(vraag, url=f"/informatieverzoeken/{pk}/vragen/", status=422)
    assert "Eerst moet bekend zijn" in te_vroeg.words
    verzoek.post({"bekend": "ja"}, url=f"/informatieverzoeken/{pk}/bekendheid/")
    verzoek.post(vraag, url=f"/informatieverzoeken/{pk}/vragen/")
    verzoek.post(vraag | {"tekst": "En waarom?"}, url=f"/informatieverzoeken/{pk}/vragen/")
    eerste, tweede = Informatievraag.objects.order_by("pk")
    antwoord = f"/informatieverzoeken/{pk}/antwoord/"
    assert "één van de twee" in verzoek.post({"vraag": eerste.pk}, url=antwoord, status=422).words
    verzoek.post({"vraag": eerste.pk, "antwoord": "Hulp in huis."}, url=antwoord)
    klaar = verzoek.post({"vraag": tweede.pk, "weigering": "Dat hebt u niet nodig."}, url=antwoord).follow()
    assert "alle vragen zijn beantwoord" in klaar.words
    assert "Dat hebt u niet nodig." in klaar.words
    assert Termijn.objects.get(regel="informatieverzoek").voltooid_op == DAG
    sleutels = set(Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("sleutel", flat=True))
    assert {
        Sleutel.INFORMATIE_GEVRAAGD,
        Sleutel.INFORMATIE_BEKENDHEID,
        Sleutel.INFORMATIE_VRAAG,
        Sleutel.INFORMATIE_BEANTWOORD,
        Sleutel.INFORMATIE_GEWEIGERD,
        Sleutel.INFORMATIE_GESLOTEN,
        Sleutel.INFORMATIE_INGEZIEN,
    } <= sleutels


def test_without_a_ground_we_do_not_even_say_whether_somebody_is_known(page, dossier, de_wit, verzekeraar, amina):
    verzoek = gevraagd(dossier, de_wit, verzekeraar, by=amina, doel="zorg")
    pagina = page(amina, f"/informatieverzoeken/{verzoek.pk}/")
    assert "U mag niets zeggen" in pagina.words
    for bekend in ("ja", "nee"):
        geweigerd = pagina.post({"bekend": bekend}, url=f"{pagina.url}bekendheid/", status=422)
        assert "dat zeggen wij niet" in geweigerd.words
    pagina.post({"bekend": "niet_gezegd"}, url=f"{pagina.url}bekendheid/")
    verzoek.refresh_from_db()
    assert verzoek.status == Verzoekstatus.GESTOPT


def test_consent_opens_the_answer_and_withdrawing_it_closes_it(dossier, de_wit, verzekeraar, amina):
    weg = Weg(de_wit.sanne, verzekeraar, "wmo", "zorg")
    vraag = actions.vraag_toestemming(dossier, weg, categorieen=("gezondheid",), by=amina, at=MAANDAG)
    gever = vraag.toestemmingen.get()
    actions.leg_antwoord_vast(gever, Antwoord(True, "schriftelijk", DAG), by=amina, at=MAANDAG)
    verzoek = gevraagd(dossier, de_wit, verzekeraar, by=amina, doel="zorg")
    verzoek_actions.zeg_bekendheid(verzoek, bekend=Bekendheid.JA, by=amina, at=MAANDAG)
    eerste, tweede = (
        verzoek_actions.stel_vraag(verzoek, categorie=code, tekst="Wat?", by=amina, at=MAANDAG)
        for code in ("gezondheid", "contact")
    )
    with pytest.raises(NietMogelijk, match="Over dit soort gegevens"):
        verzoek_actions.beantwoord(tweede, antwoord="06", by=amina, at=MAANDAG)
    actions.trek_toestemming_in(gever, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="mag hier niets zeggen"):
        verzoek_actions.beantwoord(eerste, antwoord="Gezond.", by=amina, at=MAANDAG)
    for rij in (eerste, tweede):
        verzoek_actions.beantwoord(rij, weigering="Geen toestemming.", by=amina, at=MAANDAG)
    verzoek.refresh_from_db()
    assert verzoek.status == Verzoekstatus.BEANTWOORD


def test_we_ask_only_on_a_ground(dossier, de_wit, brug, verzekeraar, amina):
    mag = gevraagd(dossier, de_wit, brug, by=amina, richting=Richting.UIT)
    assert mag.artikel.endswith("artikel 5.1.1 lid 1 Wmo 2015")
    with pytest.raises(NietMogelijk, match="toestemming nodig"):
        gevraagd(dossier, de_wit, verzekeraar, by=amina, richting=Richting.UIT, doel="zorg")


def test_consent_to_give_is_no_consent_to_ask(dossier, de_wit, verzekeraar, amina):
    weg = Weg(de_wit.sanne, verzekeraar, "wmo", "zorg")
    for richting in (Richting.UIT, Richting.IN):
        vraag = actions.vraag_toestemming(
            dossier, Weg(**(vars(weg) | {"richting": richting})), categorieen=("gezondheid",), by=amina, at=MAANDAG
        )
        if richting == Richting.UIT:
            gegeven = vraag
    actions.leg_antwoord_vast(gegeven.toestemmingen.get(), Antwoord(True, "schriftelijk", DAG), by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="toestemming nodig"):
        gevraagd(dossier, de_wit, verzekeraar, by=amina, richting=Richting.UIT, doel="zorg")


def test_only_for_the_purposes_of_a_running_collaboration(dossier, de_wit, brug, els, amina):
    with pytest.raises(NietMogelijk, match="niet over dit doel"):
        gevraagd(dossier, de_wit, brug, by=amina, doel="zorg")
    verzoek = gevraagd(dossier, de_wit, brug, by=amina)
    actions.beeindig_samenwerking(brug, tot=DAG, reden="Contract", by=els, at=MAANDAG)
    verzoek.refresh_from_db()
    with pytest.raises(NietMogelijk):
        verzoek_actions.zeg_bekendheid(verzoek, bekend=Bekendheid.JA, by=amina, at=MAANDAG)


def test_what_is_late_stands_on_the_list_and_on_mijn_dag(page, dossier, de_wit, brug, amina, chantal):
    gevraagd(dossier, de_wit, brug, by=amina)
    with klok.reis_naar(DAG + timedelta(days=16)):
        assert "te laat" in page(amina, "/informatieverzoeken/").words
        assert "Antwoord op een informatieverzoek" in page(amina, "/mijn-dag/").words
        assert "De Wit" not in page(chantal, "/informatieverzoeken/").words


def test_the_norm_is_the_municipalitys_own_and_stands_as_it_was(page, dossier, de_wit, brug, amina):
    gevraagd(dossier, de_wit, brug, by=amina)
    klok_ = Termijn.objects.get(regel="informatieverzoek")
    assert (klok_.einddatum, klok_.is_wettelijk) == (DAG + timedelta(days=14), False)
    pagina = page(amina, f"/termijnen/{klok_.pk}/")
    assert "Norm van de gemeente, geen termijn uit de wet." in pagina.words
    assert not list(herbereken_alle(vandaag=DAG + timedelta(days=3)))
    with pytest.raises(NietMogelijk, match="norm van de gemeente"):
        schort_op(klok_, van=DAG, tot_en_met=DAG, reden="Vakantie", by=amina, at=MAANDAG)
    page(amina, f"/termijnen/{klok_.pk}/opschorting/")
    page(amina, f"/termijnen/{klok_.pk}/verdaging/")


def test_of_somebody_who_is_not_with_us_no_name_is_kept(page, brug, amina):
    velden = {"ander": f"{brug.pk}:wmo", "rol": "planner", "noodzaak": "Planning", "ontvangen_op": "23-11-2026"}
    page(amina, "/informatieverzoeken/").post(velden).follow()
    verzoek = Informatieverzoek.objects.get()
    assert (verzoek.dossier, verzoek.persoon, verzoek.bekend) == (None, None, Bekendheid.NEE)


def test_another_team_sees_no_request(page, dossier, de_wit, brug, amina, chantal, farid):
    verzoek = gevraagd(dossier, de_wit, brug, by=amina)
    page(chantal, f"/informatieverzoeken/{verzoek.pk}/", status=404)
    page(farid, f"/informatieverzoeken/{verzoek.pk}/")
    page(farid, f"/informatieverzoeken/{verzoek.pk}/bekendheid/", data={"bekend": "ja"}, status=403)


def test_the_lists_stay_constant_in_questions(page, dossier, de_wit, brug, amina):
    for _keer in range(6):
        gevraagd(dossier, de_wit, brug, by=amina)
    page(amina, "/informatieverzoeken/", queries_max=8)
    page(amina, f"/huishoudens/{dossier.pk}/delen/", queries_max=14)
    assert queries.samenvatting(dossier.pk, amina, DAG).open_verzoeken == 6
