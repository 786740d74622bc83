"""F3: consent and ground: nothing is shared without one, every refusal is kept, and what ended goes out no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

import verhalen
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.delen import actions, queries
from eenplan.delen.actions import Antwoord, Weg
from eenplan.delen.brief import GEEN_VOORWAARDE, toestemmingsbrief, verstrekkingsbrief
from eenplan.delen.models import Deling, Toestemming, Toestemmingsvraag, Verstrekking
from eenplan.delen.states import Delingstatus, Toestemmingstatus
from eenplan.dossiers.actions import open_casus, schrijf_notitie
from eenplan.dossiers.models import Document, Documentverberging, Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Adresafscherming, Gezag
from personas import MAANDAG
from schermen import formulier

DAG = MAANDAG.date()
MORGEN = MAANDAG + timedelta(days=1)


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


@pytest.fixture
def aanbieder(els):
    return verhalen.samenwerking(els, at=MAANDAG)


@pytest.fixture
def verzekeraar(els):
    return verhalen.samenwerking(
        els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", rol="betaalt zorg", doelen=("zorg",),
        categorieen=("contact", "hulpvraag", "gezondheid"),
    )  # fmt: skip


def weg(de_wit, ander, *, wet="wmo", doel="zorg", persoon=None) -> Weg:
    return Weg(persoon or de_wit.sanne, ander, wet, doel)


def toegestemd(dossier, de_wit, ander, *, by, categorieen=("contact", "hulpvraag"), tot=None) -> Toestemming:
    vraag = actions.vraag_toestemming(dossier, weg(de_wit, ander), categorieen=categorieen, by=by, at=MAANDAG)
    gegeven = vraag.toestemmingen.get()
    antwoord = Antwoord(True, "schriftelijk", DAG, geldig_tot=tot)
    actions.leg_antwoord_vast(gegeven, antwoord, by=by, at=MAANDAG)
    return gegeven


def gedeeld(dossier, de_wit, ander, *, by, doel="zorg", stukken=None) -> Deling:
    stukken = stukken or [f"persoon-{de_wit.sanne.pk}"]
    tot = DAG + timedelta(days=90)
    gegeven = weg(de_wit, ander, doel=doel)
    deling = actions.bied_aan(dossier, gegeven, stukken=stukken, geldig_tot=tot, by=by, at=MAANDAG)
    actions.aanvaard(deling, by=by, at=MAANDAG)
    return deling


# -------------------------------------------------------------------------------- the whole way, through the screens


def test_amina_shares_on_a_task_of_the_law_and_never_sees_a_consent_form(page, dossier, de_wit, aanbieder, amina):
    keuze = page(amina, f"/huishoudens/{dossier.pk}/delen/nieuw/")
    velden = {"persoon": de_wit.sanne.pk, "ander": f"{aanbieder.pk}:wmo", "wet": "wmo", "stap": "kies"}
    kiezen = keuze.post(velden, status=200)
    assert "artikel 5.2.1 Wmo 2015" in kiezen.words
    assert "U vraagt hiervoor geen toestemming." in kiezen.words
    assert "Toestemming vragen" not in kiezen.words
    vraag = page(amina, f"/huishoudens/{dossier.pk}/toestemmingen/nieuw/").post(
        velden | {"richting": "uit"}, status=200
    )
    assert "U hoeft geen toestemming te vragen" in vraag.words
    assert not vraag.tree.xpath("//input[@name='categorieen']")
    mee = f"persoon-{de_wit.sanne.pk}"
    controle = kiezen.post(
        velden | {"stap": "controleer", "stukken_contact": [mee], "geldig_tot": "01-02-2027"}, status=200
    )
    assert "Dit gaat mee, en niets anders" in controle.words
    gedaan = kiezen.post(formulier(controle, stukken_contact=[mee]))
    deling = gedaan.follow()
    deling.post({"antwoord": "ja"}, url=f"{deling.url}antwoord/").follow()
    klaar = deling.post({}, url=f"{deling.url}verstrekking/").follow()
    assert "Gegevens voor Thuiszorg De Brug" in klaar.words
    assert Verstrekking.objects.get().document.inhoud[:5] == b"%PDF-"
    overzicht = page(amina, f"/huishoudens/{dossier.pk}/delen/")
    assert "Thuiszorg De Brug" in overzicht.words
    tijdlijn = set(Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("sleutel", flat=True))
    assert {Sleutel.DELING_AANGEBODEN, Sleutel.DELING_AANVAARD, Sleutel.DELING_VERSTREKT} <= tijdlijn


def test_consent_is_asked_given_and_withdrawn_with_one_press(page, dossier, de_wit, verzekeraar, amina):
    velden = {"persoon": de_wit.sanne.pk, "ander": f"{verzekeraar.pk}:zorg", "wet": "wmo", "stap": "kies"}
    kiezen = page(amina, f"/huishoudens/{dossier.pk}/delen/nieuw/").post(velden, status=200)
    assert "Dit mag alleen met toestemming" in kiezen.words
    vragen = kiezen.post(
        velden | {"richting": "uit"}, url=f"/huishoudens/{dossier.pk}/toestemmingen/nieuw/", status=200
    )
    assert GEEN_VOORWAARDE in vragen.words
    assert "Sanne de Wit" in vragen.words
    vraag = vragen.post(formulier(vragen, categorieen=["contact", "hulpvraag"])).follow()
    assert page(amina, f"{vraag.url}brief/").response["Content-Type"] == "application/pdf"
    gever = Toestemming.objects.get()
    antwoord = {"toestemming": gever.pk, "antwoord": "ja", "wijze": "schriftelijk", "op": "23-11-2026"}
    vraag.post(antwoord).follow()
    deling = gedeeld(dossier, de_wit, verzekeraar, by=amina)
    overzicht = page(amina, f"/huishoudens/{dossier.pk}/delen/")
    assert "Nu intrekken" in overzicht.words
    register = page(amina, f"/huishoudens/{dossier.pk}/toestemmingen/")
    na = register.post({}, url=f"/toestemmingen/{gever.pk}/intrekking/").follow()
    assert "ingetrokken" in na.words
    deling.refresh_from_db()
    assert deling.status == Delingstatus.INGETROKKEN
    page(amina, f"/delingen/{deling.pk}/verstrekking/", data={}, status=409)
    assert not Verstrekking.objects.exists()


def test_a_refused_consent_is_kept_and_changes_nothing_in_the_file(page, dossier, de_wit, verzekeraar, amina):
    actions.vraag_toestemming(dossier, weg(de_wit, verzekeraar), categorieen=("contact",), by=amina, at=MAANDAG)
    gever, voor = Toestemming.objects.get(), (dossier.status, dossier.meldingen.get().status)
    antwoord = {
        "toestemming": gever.pk, "antwoord": "nee", "wijze": "mondeling", "op": "23-11-2026",
        "aantekening": "Sanne wil dit niet.",
    }  # fmt: skip
    pagina = page(amina, f"/toestemmingsvragen/{gever.vraag_id}/").post(antwoord).follow()
    assert "geweigerd" in pagina.words
    assert "Voor de hulp verandert er niets." in pagina.words
    dossier.refresh_from_db()
    assert voor == (dossier.status, dossier.meldingen.get().status)
    assert Toestemming.objects.get().status == Toestemmingstatus.GEWEIGERD
    with pytest.raises(NietMogelijk):
        gedeeld(dossier, de_wit, verzekeraar, by=amina)


def test_the_letter_says_that_no_changes_nothing(dossier, de_wit, verzekeraar, amina):
    vraag = actions.vraag_toestemming(dossier, weg(de_wit, verzekeraar), categorieen=("contact",), by=amina, at=MAANDAG)
    brief = toestemmingsbrief(vraag, van=amina, op=DAG)
    assert GEEN_VOORWAARDE in brief.tekst
    assert "altijd weer intrekken" in brief.tekst


# ------------------------------------------------------------------------------------------------- never without ground


def test_consent_is_refused_where_another_ground_holds_or_none_can(dossier, de_wit, aanbieder, els, amina):
    with pytest.raises(NietMogelijk, match=r"5\.2\.1"):
        actions.vraag_toestemming(
            dossier, weg(de_wit, aanbieder, doel="wmo"), categorieen=("contact",), by=amina, at=MAANDAG
        )
    schuldeiser = verhalen.samenwerking(
        els, at=MAANDAG, naam="Energie Nu", soort="schuldeiser", doelen=("schuldhulp",), categorieen=("contact",)
    )
    with pytest.raises(NietMogelijk, match="ook met toestemming niet"):
        actions.vraag_toestemming(
            dossier, weg(de_wit, schuldeiser, doel="schuldhulp"), categorieen=("contact",), by=amina, at=MAANDAG
        )
    assert not Toestemmingsvraag.objects.exists()


def test_without_consent_the_action_and_the_database_refuse(dossier, de_wit, verzekeraar, amina):
    with pytest.raises(NietMogelijk, match="toestemming nodig"):
        gedeeld(dossier, de_wit, verzekeraar, by=amina)
    velden = {
        "dossier": dossier, "persoon": de_wit.sanne, "samenwerking": verzekeraar, "wet": "wmo", "doel": "zorg",
        "artikel": "artikel 6 AVG", "categorieen": ["contact"], "aangeboden_op": MAANDAG, "door": amina,
        "geldig_tot": DAG + timedelta(days=9),
    }  # fmt: skip
    for grond in ("geen", "toestemming"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Deling.objects.create(**velden, grond=grond)
    vraag = actions.vraag_toestemming(dossier, weg(de_wit, verzekeraar), categorieen=("contact",), by=amina, at=MAANDAG)
    with pytest.raises(IntegrityError, match="no consent that holds"), transaction.atomic():
        Deling.objects.create(**velden, grond="toestemming", vraag=vraag)


def test_expired_consent_blocks_and_the_database_too(dossier, de_wit, verzekeraar, amina):
    toegestemd(dossier, de_wit, verzekeraar, by=amina, tot=DAG + timedelta(days=10))
    tot = DAG + timedelta(days=10)
    mee = [f"persoon-{de_wit.sanne.pk}"]
    with pytest.raises(NietMogelijk, match="laatste dag"):
        actions.bied_aan(
            dossier, weg(de_wit, verzekeraar), stukken=mee, geldig_tot=DAG + timedelta(days=11), by=amina, at=MAANDAG
        )
    deling = actions.bied_aan(dossier, weg(de_wit, verzekeraar), stukken=mee, geldig_tot=tot, by=amina, at=MAANDAG)
    actions.aanvaard(deling, by=amina, at=MAANDAG)
    actions.verstrek(deling, by=amina, at=MAANDAG + timedelta(days=9))
    later = MAANDAG + timedelta(days=10)
    with pytest.raises(NietMogelijk, match="voorbij"):
        actions.verstrek(deling, by=amina, at=later)
    document = Document.objects.filter(soort="overig").first()
    Verstrekking.objects.all().delete()
    with pytest.raises(IntegrityError, match="the agreed time is over"), transaction.atomic():
        Verstrekking.objects.create(deling=deling, document=document, op=later, door=amina)


def test_an_ended_sharing_and_a_refusal_of_the_partner_give_nothing(dossier, de_wit, aanbieder, amina):
    deling = gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo")
    actions.beeindig_deling(deling, reden="De hulp is klaar.", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        actions.verstrek(deling, by=amina, at=MAANDAG)
    tweede = actions.bied_aan(
        dossier, weg(de_wit, aanbieder, doel="wmo"), stukken=[f"persoon-{de_wit.sanne.pk}"],
        geldig_tot=DAG + timedelta(days=5), by=amina, at=MAANDAG,
    )  # fmt: skip
    with pytest.raises(NietMogelijk, match="nog niet aangenomen"):
        actions.verstrek(tweede, by=amina, at=MAANDAG)
    actions.weiger_aanbod(tweede, door="ander", reden="Wij hebben dit niet nodig.", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk):
        actions.verstrek(tweede, by=amina, at=MAANDAG)
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.DELING_GEWEIGERD, dossier_id=dossier.pk).count() == 1


def test_our_own_refusal_is_recorded_with_its_reason(page, dossier, de_wit, verzekeraar, amina):
    velden = {"persoon": de_wit.sanne.pk, "ander": f"{verzekeraar.pk}:zorg", "wet": "wmo"}
    pagina = page(amina, f"/huishoudens/{dossier.pk}/delen/nieuw/")
    pagina.post(velden | {"stap": "weiger", "reden": ""}, status=422)
    overzicht = pagina.post(velden | {"stap": "weiger", "reden": "Niet nodig voor de zorg."}).follow()
    assert "Niet nodig voor de zorg." in overzicht.words
    assert "geweigerd door wij" in overzicht.words


# ---------------------------------------------------------------------------------------------- exactly what was chosen


def test_the_paper_holds_exactly_what_was_chosen(dossier, de_wit, aanbieder, amina):
    eigen = {"persoon": de_wit.sanne, "leefgebied": "huishouden", "by": amina, "at": MAANDAG}
    open_casus(dossier, wet=Wet.WMO, probleem="Het huishouden lukt niet", **eigen)
    open_casus(dossier, wet=Wet.JEUGDWET, probleem="JEUGDGEHEIM", **eigen)
    schrijf_notitie(dossier, tekst="NOTITIEGEHEIM", by=amina, at=MAANDAG)
    mag = queries.te_kiezen(
        dossier, de_wit.sanne, herkomst="wmo", categorieen=queries.mogelijke_categorieen(aanbieder), dag=DAG
    )
    alles = " ".join(f"{stuk.titel} {stuk.regels}" for stuk in mag)
    assert "Het huishouden lukt niet" in alles
    assert "Ik red het huishouden niet meer." in alles
    assert "JEUGDGEHEIM" not in alles
    assert "NOTITIEGEHEIM" not in alles
    casus = next(stuk.code for stuk in mag if stuk.soort == "casus")
    deling = gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo", stukken=[casus])
    tekst = verstrekkingsbrief(deling, queries.gekozen(deling, DAG), van=amina, op=DAG).tekst
    assert "Het huishouden lukt niet" in tekst
    assert "Lindelaan" not in tekst
    with pytest.raises(NietMogelijk, match="mag niet mee"):
        gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo", stukken=["notitie-1"])


def test_a_kind_of_data_that_the_agreement_does_not_name_cannot_be_chosen(dossier, de_wit, els, amina):
    smal = verhalen.samenwerking(els, at=MAANDAG, categorieen=("hulpvraag",))
    with pytest.raises(NietMogelijk, match="mag niet mee"):
        gedeeld(dossier, de_wit, smal, by=amina, doel="wmo")


def _mag(dossier, de_wit, aanbieder) -> dict[str, tuple[str, ...]]:
    kan = queries.mogelijke_categorieen(aanbieder)
    return {
        stuk.code: stuk.regels
        for stuk in queries.te_kiezen(dossier, de_wit.sanne, herkomst="wmo", categorieen=kan, dag=DAG)
    }


def test_a_protected_address_does_not_go_along_not_even_after_it_was_chosen(dossier, de_wit, aanbieder, amina):
    code = f"persoon-{de_wit.sanne.pk}"
    assert any("Lindelaan" in regel for regel in _mag(dossier, de_wit, aanbieder)[code])
    deling = gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo")
    Adresafscherming.objects.create(huishouden=de_wit.huishouden, vanaf=DAG, reden="Veiligheid", door=amina)
    tekst = verstrekkingsbrief(deling, queries.gekozen(deling, DAG), van=amina, op=DAG).tekst
    assert "Sanne de Wit" in tekst
    assert "Lindelaan" not in tekst
    assert "06 12 34 56 00" not in tekst


def test_a_hidden_paper_does_not_go_along_not_even_after_it_was_chosen(dossier, de_wit, aanbieder, amina):
    document = Document.objects.get(soort="bevestiging")
    Document.objects.filter(pk=document.pk).update(wet="wmo")
    code = f"document-{document.pk}"
    assert code in _mag(dossier, de_wit, aanbieder)
    deling = gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo", stukken=[code])
    Documentverberging.objects.create(document=document, reden="Onveilig", herzien_op=DAG, op=MAANDAG, door=amina)
    assert code not in _mag(dossier, de_wit, aanbieder)
    with pytest.raises(NietMogelijk, match="mag nu niets meer mee"):
        actions.verstrek(deling, by=amina, at=MAANDAG)


def test_a_question_that_somebody_else_asked_stays_with_us(dossier, de_wit, aanbieder):
    melding = dossier.meldingen.get()
    code = f"melding-{melding.pk}"
    assert code in _mag(dossier, de_wit, aanbieder)
    type(melding.contact).objects.filter(pk=melding.contact_id).update(kanaal="professional")
    assert code not in _mag(dossier, de_wit, aanbieder)


# ------------------------------------------------------------------------------------------------------- whose consent


def _gezag(kind, ouder, *, by):
    Gezag.objects.create(
        kind=kind, soort="ouder", houder=ouder, vanaf=date(2017, 1, 1), bron="gezagsregister", vastgelegd_door=by
    )


def test_unknown_custody_is_refused_with_what_to_do_first(page, dossier, de_wit, verzekeraar, amina):
    with pytest.raises(NietMogelijk, match="Zoek eerst uit wie het gezag heeft"):
        actions.vraag_toestemming(
            dossier, weg(de_wit, verzekeraar, persoon=de_wit.daan), categorieen=("contact",), by=amina, at=MAANDAG
        )
    velden = {"persoon": de_wit.daan.pk, "ander": f"{verzekeraar.pk}:zorg", "wet": "wmo", "richting": "uit"}
    pagina = page(amina, f"/huishoudens/{dossier.pk}/toestemmingen/nieuw/").post(velden | {"stap": "kies"}, status=200)
    assert "Zoek eerst uit wie het gezag heeft" in pagina.words
    assert not pagina.tree.xpath("//input[@name='categorieen']")


@pytest.mark.parametrize(
    ("geboren", "gevers"),
    [
        (date(2017, 5, 2), ["Sanne de Wit"]),  # nine: who has custody
        (date(2013, 5, 2), ["Daan de Wit", "Sanne de Wit"]),  # thirteen: both
        (date(2010, 5, 2), ["Daan de Wit"]),  # sixteen: the youngster alone
    ],
)
def test_the_age_decides_whose_consent_counts(dossier, de_wit, verzekeraar, amina, geboren, gevers):
    _gezag(de_wit.daan, de_wit.sanne, by=amina)
    de_wit.daan.geboortedatum = geboren
    de_wit.daan.save()
    over = weg(de_wit, verzekeraar, persoon=de_wit.daan)
    vraag = actions.vraag_toestemming(dossier, over, categorieen=("contact",), by=amina, at=MAANDAG)
    assert sorted(vraag.toestemmingen.values_list("gever_naam", flat=True)) == gevers
    mee, tot = [f"persoon-{de_wit.daan.pk}"], DAG + timedelta(days=30)
    for rij in vraag.toestemmingen.all():
        with pytest.raises(NietMogelijk):
            actions.bied_aan(dossier, over, stukken=mee, geldig_tot=tot, by=amina, at=MAANDAG)
        actions.leg_antwoord_vast(rij, Antwoord(True, "schriftelijk", DAG), by=amina, at=MAANDAG)
    assert actions.bied_aan(dossier, over, stukken=mee, geldig_tot=tot, by=amina, at=MAANDAG).vraag == vraag


def test_when_the_child_grows_up_the_old_consent_no_longer_carries(dossier, de_wit, verzekeraar, amina):
    _gezag(de_wit.daan, de_wit.sanne, by=amina)
    de_wit.daan.geboortedatum = date(2014, 11, 30)  # twelve within a week
    de_wit.daan.save()
    over = weg(de_wit, verzekeraar, persoon=de_wit.daan)
    vraag = actions.vraag_toestemming(dossier, over, categorieen=("contact",), by=amina, at=MAANDAG)
    actions.leg_antwoord_vast(vraag.toestemmingen.get(), Antwoord(True, "schriftelijk", DAG), by=amina, at=MAANDAG)
    assert not queries.waarom_geen_toestemming(vraag, DAG)
    assert "Daan de Wit" in queries.waarom_geen_toestemming(vraag, date(2026, 11, 30))


# ----------------------------------------------------------------------------------------- rights, terms and work-list


def test_another_team_and_other_roles_share_nothing(page, dossier, de_wit, aanbieder, amina, chantal, farid, els, daan):
    deling = gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo")
    page(chantal, f"/delingen/{deling.pk}/", status=404)
    page(chantal, f"/huishoudens/{dossier.pk}/delen/", status=404)
    page(farid, f"/delingen/{deling.pk}/")
    page(farid, f"/delingen/{deling.pk}/verstrekking/", data={}, status=403)
    page(els, f"/huishoudens/{dossier.pk}/delen/", status=403)
    page(daan, f"/delingen/{deling.pk}/", status=403)
    with pytest.raises(NietToegestaan):
        actions.verstrek(deling, by=farid, at=MAANDAG)


def test_a_worker_of_one_law_shares_nothing_of_another(dossier, de_wit, els, amina):
    amina.rolvervullingen.update(wetten=["wmo"])
    del amina.aanstelling
    school = verhalen.samenwerking(
        els, at=MAANDAG, naam="De Regenboog", soort="onderwijs", doelen=("onderwijs",), categorieen=("contact",)
    )
    with pytest.raises(NietToegestaan):
        actions.vraag_toestemming(
            dossier,
            weg(de_wit, school, wet="jeugdwet", doel="onderwijs"),
            categorieen=("contact",),
            by=amina,
            at=MAANDAG,
        )


def test_consent_lasts_a_year_at_most_and_a_spoken_answer_needs_a_note(dossier, de_wit, verzekeraar, amina):
    vraag = actions.vraag_toestemming(dossier, weg(de_wit, verzekeraar), categorieen=("contact",), by=amina, at=MAANDAG)
    gever = vraag.toestemmingen.get()
    te_lang = Antwoord(True, "schriftelijk", DAG, geldig_tot=DAG + timedelta(days=366))
    with pytest.raises(NietMogelijk, match="uiterlijk tot"):
        actions.leg_antwoord_vast(gever, te_lang, by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="mondeling"):
        actions.leg_antwoord_vast(gever, Antwoord(True, "mondeling", DAG), by=amina, at=MAANDAG)
    actions.leg_antwoord_vast(gever, Antwoord(True, "schriftelijk", DAG), by=amina, at=MAANDAG)
    assert gever.geldig_tot == DAG + timedelta(days=365)


def test_the_coordinator_sees_what_expires_within_thirty_days(page, dossier, de_wit, verzekeraar, amina, bram):
    toegestemd(dossier, de_wit, verzekeraar, by=amina, tot=DAG + timedelta(days=20))
    assert "Toestemming loopt af" in page(amina, "/mijn-dag/").words
    assert "Toestemming loopt af" not in page(bram, "/mijn-dag/").words
    assert not queries.loopt_af(amina, DAG - timedelta(days=20)).exists()


def test_the_household_page_gets_its_line_in_one_question(
    dossier, de_wit, aanbieder, amina, chantal, django_assert_num_queries
):
    gedeeld(dossier, de_wit, aanbieder, by=amina, doel="wmo")
    amina.bereik  # noqa: B018 - read before counting
    _ = amina.aanstelling
    with django_assert_num_queries(1):
        assert queries.samenvatting(dossier.pk, amina, DAG).lopend == 1
    assert queries.samenvatting(dossier.pk, amina, DAG + timedelta(days=90)).lopend == 0
