"""F2: break-glass: a reason, a few hours, every request recorded, the right people told, open until it was judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietToegestaan, Onvolledig
from eenplan.dossiers.actions import open_dossier, schrijf_notitie, wijs_regisseur_aan
from eenplan.dossiers.models import Notitie
from eenplan.inrichting.lezen import OngeldigeInrichting, inrichting, lees
from eenplan.meldingen.models import Contact, Contactsoort
from eenplan.personen.eigen import koppel_medewerker
from eenplan.personen.models import Adresafscherming
from eenplan.teams.models import Dossiertoegang, Rolvervulling
from eenplan.toegang import nood_views, views
from eenplan.toegang.actions import open_noodtoegang
from eenplan.toegang.models import Meewerkverzoek, Noodbezoek, Noodreden, Noodtoegang, Oordeel
from personas import BEGIN, MAANDAG

BETROKKEN, NOOD, LIJST = "/betrokkenheid/", "/noodtoegang/", "/noodtoegangen/"
SANNE = {"bsn": "999900006"}
SANNE_OP_NAAM = {"achternaam": "de Wit", "geboortedatum": "14-03-1988"}
UITLEG = "De politie staat aan de deur en het team neemt niet op."


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, amina):
    geopend = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    wijs_regisseur_aan(geopend, regisseur=amina, by=amina, at=MAANDAG)
    schrijf_notitie(geopend, tekst="Sanne wil niet dat haar ex dit weet.", by=amina, at=MAANDAG)
    return geopend


def kaartje(antwoord):
    """Take the slip along that the answer gave."""
    return antwoord.tree.xpath("//form[@action='/noodtoegang/']//input[@name='kaartje']/@value")[0]


def gevraagd(page, wie, wat=None):
    return page(wie, BETROKKEN).post(wat or SANNE, status=200)


def gebroken(page, wie, **anders):
    """Ask who is involved, and break the glass from the answer."""
    antwoord = gevraagd(page, wie)
    velden = {"kaartje": kaartje(antwoord), "reden": Noodreden.CRISIS, "toelichting": UITLEG} | anders
    return antwoord.post(velden, url=NOOD)


def huispagina(dossier):
    return reverse("web:huishouden", args=[dossier.pk])


# --------------------------------------------------------------------------------- may find is not yet may read


@pytest.mark.parametrize("wat", [SANNE, SANNE_OP_NAAM, {"achternaam": "wit", "geboortedatum": "14 maart 1988"}])
def test_a_worker_of_another_team_learns_that_somebody_is_involved_and_whom_to_call(page, dossier, chantal, wat):
    antwoord = gevraagd(page, chantal, wat)
    for woord in ("Er is iemand betrokken", "Amina Bouzid", "Team Noord 1", "0123 45 67 00"):
        assert woord in antwoord.words
    for geheim in ("Sanne", "Lindelaan", "Mees", "Fam. de Wit", "ex dit weet"):
        assert geheim not in antwoord.text
    page(chantal, huispagina(dossier), status=404)


@pytest.mark.parametrize(
    "wat",
    [
        {"bsn": "999900018"},
        {"achternaam": "Wit", "geboortedatum": "15-03-1988"},
        {"achternaam": "Wi", "geboortedatum": "14-03-1988"},
        {"achternaam": "de", "geboortedatum": "14-03-1988"},
    ],
)
def test_only_exactly_the_right_resident_is_found(page, dossier, chantal, wat):
    antwoord = gevraagd(page, chantal, wat)
    assert "Niemand gevonden" in antwoord.words
    assert "Amina" not in antwoord.text


@pytest.mark.parametrize("wat", [{}, {"achternaam": "Wit"}, {"geboortedatum": "14-03-1988"}, {"bsn": "123456789"}])
def test_half_a_question_is_refused_and_recorded_nowhere(page, dossier, chantal, wat):
    antwoord = page(chantal, BETROKKEN).post(wat, status=422)
    assert antwoord.tree.xpath("//*[@data-foutenlijst]")
    assert not Gebeurtenis.objects.filter(sleutel__startswith="betrokkenheid:").exists()


def test_the_question_is_recorded_hit_or_miss_without_a_name(page, dossier, chantal):
    gevraagd(page, chantal)
    gevraagd(page, chantal, {"bsn": "999900018"})
    raak, mis = Gebeurtenis.objects.filter(sleutel__startswith="betrokkenheid:").order_by("pk")
    assert (raak.sleutel, raak.dossier_id, raak.actor_id) == (Sleutel.BETROKKENHEID_GEVONDEN, dossier.pk, chantal.pk)
    assert (mis.sleutel, mis.dossier_id) == (Sleutel.BETROKKENHEID_NIET_GEVONDEN, None)
    assert not hasattr(raak, "detail")
    assert not hasattr(mis, "detail")


def test_a_protected_address_does_not_give_its_team_away(page, dossier, chantal, amina):
    Adresafscherming.objects.create(huishouden=dossier.huishouden, vanaf=MAANDAG.date(), reden="Stalking", door=amina)
    antwoord = gevraagd(page, chantal)
    assert "Amina Bouzid" in antwoord.words
    assert "Noord" not in antwoord.tree.xpath("string(//main)")


def test_where_the_municipality_does_not_allow_it_nothing_is_answered(page, dossier, chantal, monkeypatch):
    anders = replace(inrichting(), betrokkenheid_zichtbaar=False)
    for plek in (views, nood_views):
        monkeypatch.setattr(plek, "inrichting", lambda: anders)
    antwoord = page(chantal, BETROKKEN, data=SANNE, status=200)
    assert "Uw gemeente toont dit niet" in antwoord.words
    assert "Amina" not in antwoord.text
    # The glass can still be broken by whoever knows the resident: with a reason, as always.
    velden = SANNE | {"reden": Noodreden.CRISIS, "toelichting": UITLEG}
    page(chantal, NOOD)
    page(chantal, NOOD, data=SANNE, status=422)
    page(chantal, NOOD, data=velden | {"bsn": "999900018"}, status=422)
    page(chantal, NOOD, data=velden).follow()


def test_who_has_no_right_to_ask_gets_no_answer(page, dossier, daan, els, gerda):
    for wie in (daan, els, gerda):
        page(wie, BETROKKEN, data=SANNE, status=403)
        page(wie, NOOD, data={}, status=403)


# --------------------------------------------------------------------------------------------- asked along


def test_the_coordinator_lets_a_colleague_in_for_some_days_and_takes_it_back(page, dossier, chantal, amina):
    antwoord = gevraagd(page, chantal)
    briefje = kaartje(antwoord)
    assert "Waarvoor" in antwoord.post({"kaartje": briefje}, url="/meewerken/", status=200).words
    antwoord.post({"kaartje": briefje, "vraag": " "}, url="/meewerken/", status=422)
    antwoord.post({"kaartje": briefje, "vraag": "Ik begeleid de zus van de moeder."}, url="/meewerken/")
    page(chantal, huispagina(dossier), status=404)

    dag = page(amina, "/mijn-dag/")
    assert "Verzoek om mee te werken" in dag.words
    verzoek = Meewerkverzoek.objects.get()
    adres = reverse("toegang:meewerkverzoek", args=[verzoek.pk])
    te_lang = page(amina, adres).post({"besluit": "toestaan", "dagen": "91", "grond": "Samen optrekken."}, status=422)
    assert "van 1 tot en met 90" in te_lang.words
    page(amina, adres).post({"besluit": "toestaan", "dagen": "14", "grond": ""}, status=422)
    page(amina, adres).post({"besluit": "toestaan", "dagen": "14", "grond": "Samen optrekken."})

    page(chantal, huispagina(dossier))
    page(chantal, f"/huishoudens/{dossier.pk}/notities/", data={"tekst": "Ik heb de zus gesproken."})
    assert Notitie.objects.filter(auteur=chantal).exists()
    page(chantal, f"/huishoudens/{dossier.pk}/plan/", data={}, status=403)
    with klok.reis_naar(MAANDAG.date() + timedelta(days=14)):
        page(chantal, huispagina(dossier), status=404)

    toegang = Dossiertoegang.objects.get(medewerker=chantal)
    hier = reverse("toegang:toegang", args=[dossier.pk])
    page(amina, hier).post({"toegang": toegang.pk, "reden": ""}, status=422)
    page(amina, hier).post({"toegang": toegang.pk, "reden": "De zus is verhuisd."})
    page(chantal, huispagina(dossier), status=404)


def test_only_the_coordinator_answers_and_a_no_stays_a_no(page, dossier, chantal, amina, bram):
    antwoord = gevraagd(page, chantal)
    antwoord.post({"kaartje": kaartje(antwoord), "vraag": "Ik wil meekijken."}, url="/meewerken/")
    adres = reverse("toegang:meewerkverzoek", args=[Meewerkverzoek.objects.get().pk])
    page(bram, adres, data={"besluit": "toestaan", "dagen": "5", "grond": "Prima."}, status=403)
    page(chantal, adres, status=404)
    page(amina, adres).post({"besluit": "weigeren", "grond": "Bel mij liever."})
    page(chantal, huispagina(dossier), status=404)
    page(amina, adres, data={"besluit": "toestaan", "dagen": "5", "grond": "Toch wel."}, status=422)


# --------------------------------------------------------------------------------------------- the glass


@pytest.mark.parametrize("anders", [{"reden": ""}, {"toelichting": ""}, {"toelichting": "   "}, {"reden": "zomaar"}])
def test_without_a_reason_or_its_words_nothing_opens(page, dossier, chantal, anders):
    antwoord = gevraagd(page, chantal)
    velden = {"kaartje": kaartje(antwoord), "reden": Noodreden.CRISIS, "toelichting": UITLEG} | anders
    terug = antwoord.post(velden, url=NOOD, status=422)
    assert terug.tree.xpath("//*[@data-foutenlijst]")
    assert not Noodtoegang.objects.exists()
    assert not Dossiertoegang.objects.exists()
    page(chantal, huispagina(dossier), status=404)
    with pytest.raises(Onvolledig):
        open_noodtoegang(dossier, reden=velden["reden"], toelichting=velden["toelichting"], by=chantal, at=MAANDAG)


def test_a_slip_of_somebody_else_or_a_made_up_one_opens_nothing(page, dossier, chantal, farid):
    van_farid = kaartje(gevraagd(page, farid))
    for briefje in (van_farid, str(dossier.pk), "", "x:y:z"):
        page(chantal, NOOD, data={"kaartje": briefje, "reden": Noodreden.CRISIS, "toelichting": UITLEG})
    assert not Noodtoegang.objects.exists()


def test_breaking_the_glass_opens_the_file_for_four_hours_with_a_warning_on_every_page(page, dossier, chantal):
    geopend = gebroken(page, chantal).follow()
    noodtoegang = Noodtoegang.objects.get()
    assert noodtoegang.tot - noodtoegang.vanaf == timedelta(hours=4)
    for deel in ("", "notities/", "taken/", "documenten/", "regie/", "status/", "toegang/"):
        balk = page(chantal, f"/huishoudens/{dossier.pk}/{deel}").tree.xpath("string(//aside[@class='ep-noodbalk'])")
        assert f"Noodtoegang tot {noodtoegang.tot.astimezone(klok.AMSTERDAM):%H:%M}" in balk, deel
        assert "alles wat u bekijkt staat in het logboek" in balk
    assert "Sanne wil niet" in page(chantal, f"/huishoudens/{dossier.pk}/notities/").words
    assert geopend.url == huispagina(dossier)
    assert not page(chantal, "/mijn-dag/").tree.xpath("//aside[@class='ep-noodbalk']")


def test_every_request_on_the_file_is_recorded_pages_fragments_and_refused_sends(page, dossier, chantal):
    gebroken(page, chantal)
    noodtoegang = Noodtoegang.objects.get()
    page(chantal, huispagina(dossier))
    page(chantal, huispagina(dossier), **{"HX-Request": "true"})
    page(chantal, f"/huishoudens/{dossier.pk}/notities/", data={"tekst": "Ik verander iets."}, status=403)
    page(chantal, "/zoeken/", data={"zoek": "Sanne de Wit"}, status=200)
    page(chantal, f"/huishoudens/{dossier.pk}/plan/")
    page(chantal, "/mijn-toegang/")
    bezoeken = [(rij.methode, rij.adres) for rij in noodtoegang.bezoeken.order_by("pk")]
    assert bezoeken == [
        ("GET", "/huishoudens/…/"),
        ("GET", "/huishoudens/…/"),
        ("POST", "/huishoudens/…/notities/"),
        ("POST", "/zoeken/"),
        ("GET", "/huishoudens/…/plan/"),
    ]
    gezien = Gebeurtenis.objects.filter(actor_id=chantal.pk, dossier_id=dossier.pk, moment__gte=noodtoegang.vanaf)
    gezien = gezien.exclude(sleutel__startswith="betrokkenheid:")
    assert gezien.filter(sleutel=Sleutel.NOODTOEGANG_GEBRUIKT).count() == len(bezoeken)
    assert all(doel.startswith("noodtoegang: crisis") for doel in gezien.values_list("doel", flat=True))


def test_break_glass_reads_and_changes_nothing(page, dossier, chantal, de_wit):
    gebroken(page, chantal)
    voor = Gebeurtenis.objects.filter(is_inzage=False).count()
    for deel, velden in (
        ("notities/", {"tekst": "Hallo."}),
        ("taken/", {"wat": "Bellen", "voor": chantal.pk, "uiterlijk": "1-12-2026"}),
        ("plan/", {}),
        ("regie/", {"regisseur": chantal.pk, "reden": "Ik."}),
        ("status/", {"naar": "gesloten"}),
    ):
        page(chantal, f"/huishoudens/{dossier.pk}/{deel}", data=velden, status=403)
    assert Gebeurtenis.objects.filter(is_inzage=False).count() == voor
    with pytest.raises(NietToegestaan):
        schrijf_notitie(dossier, tekst="Buitenom.", by=type(chantal).objects.get(pk=chantal.pk), at=klok.nu())


def test_a_call_cannot_be_written_into_a_file_that_is_open_to_read_only(page, dossier, chantal, de_wit):
    gebroken(page, chantal)
    lid = de_wit.huishouden.leden.get(persoon=de_wit.sanne)
    gehoord = {"naam": "Sanne de Wit", "vraag": "Help.", "soort": Contactsoort.HULPVRAAG, "kanaal": "telefoon"}
    velden = gehoord | {"sleutel": str(uuid4()), "lid": str(lid.pk), "einde": "bewaar"}
    page(chantal, "/aannemen/", data=velden)
    assert Contact.objects.get().huishouden is None


def test_it_expires_in_the_middle_of_a_page(page, dossier, chantal):
    open_pagina = gebroken(page, chantal).follow()
    client = open_pagina.client
    Dossiertoegang.objects.filter(medewerker=chantal).update(tot=klok.nu())
    for adres in (huispagina(dossier), f"/huishoudens/{dossier.pk}/notities/"):
        page(client, adres, status=404, **{"HX-Request": "true"})
        page(client, adres, status=404)
        page(client, adres, data={"tekst": "Nog even."}, status=404 if "notities" in adres else 405)
    voor = Noodbezoek.objects.count()
    page(client, huispagina(dossier), status=404)
    assert Noodbezoek.objects.count() == voor


def test_the_hours_are_real_hours_also_when_the_clock_is_changed(dossier, chantal):
    nacht = datetime(2026, 10, 25, 1, 30, tzinfo=klok.AMSTERDAM)
    noodtoegang = open_noodtoegang(dossier, reden=Noodreden.CRISIS, toelichting=UITLEG, by=chantal, at=nacht)
    assert noodtoegang.tot.astimezone(UTC) - nacht.astimezone(UTC) == timedelta(hours=4)


def test_the_user_closes_it_earlier_and_nobody_else_does(page, dossier, chantal, farid):
    open_pagina = gebroken(page, chantal).follow()
    einde = open_pagina.tree.xpath("//aside[@class='ep-noodbalk']//form/@action")[0]
    page(farid, einde, data={}, status=404)
    page(chantal, huispagina(dossier))
    assert "Noodtoegang" not in open_pagina.post({}, url=einde).follow().tree.xpath("string(//table)")
    page(chantal, huispagina(dossier), status=404)
    page(chantal, einde, data={})
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.NOODTOEGANG_GESLOTEN).count() == 1


def test_twice_pressed_is_once_opened_and_an_open_file_needs_no_glass(page, dossier, chantal, amina):
    gebroken(page, chantal)
    gebroken(page, chantal)
    assert Noodtoegang.objects.count() == 1
    antwoord = gevraagd(page, amina)
    velden = {"kaartje": kaartje(antwoord), "reden": Noodreden.CRISIS, "toelichting": UITLEG}
    assert "al open" in antwoord.post(velden, url=NOOD, status=422).words


# --------------------------------------------------------------------------------------------- told and judged


def test_coordinator_and_privacy_officer_are_told_at_once(page, dossier, chantal, amina, els, bram, farid):
    gebroken(page, chantal)
    voor_amina = page(amina, "/mijn-dag/", queries_max=14).words
    assert "Noodtoegang tot dit dossier" in voor_amina
    assert "Chantal Peeters" in voor_amina
    assert "Noodtoegang tot dit dossier" not in page(bram, "/mijn-dag/").words
    for wie in (els, farid):
        dag = page(wie, "/mijn-dag/")
        assert f"dossier {dossier.pk}" in dag.words
        assert "Noodtoegang beoordelen" in dag.words
        assert "Chantal Peeters" in page(wie, LIJST).words


def test_the_judge_sees_who_when_why_and_which_routes_and_never_content(page, dossier, chantal, els):
    gebroken(page, chantal)
    page(chantal, huispagina(dossier))
    page(chantal, f"/huishoudens/{dossier.pk}/notities/")
    gezien = page(els, reverse("toegang:noodtoegang", args=[Noodtoegang.objects.get().pk]))
    for woord in ("Chantal Peeters", str(dossier.pk), "politie", UITLEG, "/huishoudens/…/notities/"):
        assert woord in gezien.words
    for geheim in ("Sanne", "Lindelaan", "ex dit weet", "Fam. de Wit"):
        assert geheim not in gezien.text
    page(els, huispagina(dossier), status=403)


def test_it_stays_on_the_list_until_somebody_judged_it_with_a_reason(page, dossier, chantal, els, amina):
    gebroken(page, chantal)
    adres = reverse("toegang:noodtoegang", args=[Noodtoegang.objects.get().pk])
    with klok.reis_naar(MAANDAG.date() + timedelta(days=200)):
        assert "wacht op een oordeel" in page(els, LIJST).words
    page(els, adres, data={"oordeel": Oordeel.TERECHT, "toelichting": " "}, status=422)
    page(els, adres, data={"oordeel": "", "toelichting": "Ja."}, status=422)
    page(els, adres, data={"oordeel": Oordeel.NIET_TERECHT, "toelichting": "Het team was bereikbaar."})
    lijst = page(els, LIJST)
    assert "Er wacht niets op een oordeel." in lijst.words
    assert "niet terecht" in lijst.words
    assert "Noodtoegang tot dit dossier" not in page(amina, "/mijn-dag/").words
    assert "niet terecht, Els Hoekstra" in page(amina, reverse("toegang:toegang", args=[dossier.pk])).words
    page(els, adres, data={"oordeel": Oordeel.TERECHT, "toelichting": "Toch wel."}, status=422)


def test_nobody_judges_the_own_use_and_the_database_refuses_it_too(page, dossier, chantal):
    gebroken(page, chantal)
    Rolvervulling.objects.create(medewerker=chantal, rol=Rol.PRIVACY, team=None, vanaf=BEGIN)
    noodtoegang = Noodtoegang.objects.get()
    adres = reverse("toegang:noodtoegang", args=[noodtoegang.pk])
    assert "Een ander beoordeelt dit" in page(chantal, adres).words
    page(chantal, adres, data={"oordeel": Oordeel.TERECHT, "toelichting": "Dat vond ik zelf."}, status=403)
    assert "Noodtoegang beoordelen" not in page(chantal, "/mijn-dag/").words
    velden = {"oordeel": "terecht", "oordeel_toelichting": "x", "beoordeeld_op": klok.nu(), "beoordeeld_door": chantal}
    with pytest.raises(IntegrityError), transaction.atomic():
        Noodtoegang.objects.filter(pk=noodtoegang.pk).update(**velden)


def test_a_manager_judges_only_what_was_opened_in_the_own_teams(page, dossier, chantal, farid, stad):
    gebroken(page, chantal)
    adres = reverse("toegang:noodtoegang", args=[Noodtoegang.objects.get().pk])
    page(farid, adres)
    farid.rolvervullingen.update(team=stad.zuid)
    page(farid, adres, status=404)
    assert "Chantal" not in page(farid, LIJST).words


def test_the_own_file_and_that_of_a_relative_stay_closed(page, dossier, chantal, de_wit, amina):
    briefje = kaartje(gevraagd(page, chantal))
    koppel_medewerker(chantal, de_wit.sanne, by=chantal, at=klok.nu())
    assert "Niemand gevonden" in gevraagd(page, chantal).words
    velden = {"kaartje": briefje, "reden": Noodreden.CRISIS, "toelichting": UITLEG}
    page(chantal, NOOD, data=velden, status=403)
    page(chantal, "/meewerken/", data={"kaartje": briefje, "vraag": "Het is mijn zus."}, status=403)
    assert not Noodtoegang.objects.exists()


def test_what_was_open_closes_when_it_turns_out_to_be_the_own_file(page, dossier, chantal, de_wit):
    gebroken(page, chantal)
    page(chantal, huispagina(dossier))
    koppel_medewerker(chantal, de_wit.mees, by=chantal, at=klok.nu())
    page(chantal, huispagina(dossier), status=404)


def test_a_setting_of_a_whole_day_or_none_is_refused(tmp_path):
    tekst = settings.EENPLAN_INRICHTING.read_text(encoding="utf-8")
    bestand = tmp_path / "gemeente.toml"
    for uren in (0, 25):
        bestand.write_text(tekst.replace("uren = 4\n", f"uren = {uren}\n"), encoding="utf-8")
        with pytest.raises(OngeldigeInrichting, match="noodtoegang"):
            lees(bestand)


def test_asking_along_for_an_own_team_file_is_pointless_and_says_so(page, dossier, amina):
    antwoord = gevraagd(page, amina)
    terug = antwoord.post({"kaartje": kaartje(antwoord), "vraag": "Mag ik?"}, url="/meewerken/", status=422)
    assert "al open" in terug.words
