"""C9: a consultation with agenda, guests, options and agreements; a guest reads only what was shared; a case unnamed.

Gegeven een overleg over Sanne met haar moeder-kindcoach van buiten (Leeuwarden, P44)
Als de regisseur één punt met de gast deelt en het overleg afspraken maakt
Dan leest de gast dat ene punt, en heeft elke afspraak een eigenaar en een dag.
"""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

import verhalen
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.actions import schrijf_notitie
from eenplan.dossiers.models import Dossier, Taak
from eenplan.overleggen import actions, queries
from eenplan.overleggen.actions import Afloop, Belofte, Gast, NieuwOverleg, TeDelen
from eenplan.overleggen.models import Casusbespreking, Gedeeld, Genodigde, Optie, Overleg, Overlegafspraak
from eenplan.overleggen.states import Afspraakstatus
from eenplan.personen.gezin_actions import scherm_adres_af
from personas import MAANDAG

DAG = MAANDAG.date()
STRAKS = datetime(2026, 11, 25, 10, 0, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def dossier(de_wit, amina, gerda) -> Dossier:
    verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    return Dossier.objects.get()


@pytest.fixture
def overleg(dossier, amina) -> Overleg:
    nieuw = NieuwOverleg("mdo", STRAKS, "Wijkcentrum De Spil", "consensus", "geen")
    return actions.plan_overleg(dossier, nieuw, by=amina, at=MAANDAG)


@pytest.fixture
def brug(els):
    return verhalen.samenwerking(els, at=MAANDAG)


def brieftekst(client, pk: int) -> str:
    pdf = client.get(f"/genodigden/{pk}/uitnodiging/")
    assert pdf["Content-Type"] == "application/pdf"
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf.content)).pages).split())


def test_a_consultation_from_plan_to_agreements_on_the_screens(page, dossier, de_wit, amina, bram):
    lijst = page(amina, f"/huishoudens/{dossier.pk}/overleggen/", queries_max=18)
    assert "Nog geen overleg" in lijst.words
    velden = {
        "soort": "mdo", "datum": "23-11-2026", "tijd": "8:30", "plaats": "Wijkcentrum", "besluitregel": "consensus",
    }  # fmt: skip
    lijst.post(velden | {"tijd": "later"}, status=422)
    overleg = lijst.post(velden).follow(queries_max=22)
    assert "consensus" in overleg.words
    pk = Overleg.objects.get().pk
    eigen = f"/overleggen/{pk}/"
    assert "Dit veld is nog leeg" in overleg.post({"titel": ""}, url=f"{eigen}punten/", status=422).words
    overleg.post({"titel": "Rust in huis", "toelichting": "Sanne slaapt slecht."}, url=f"{eigen}punten/")
    punt = Overleg.objects.get().punten.get()
    for wat in ("Hulp in huis", "Logeren bij oma"):
        optie = {"punt": punt.pk, "wat": wat, "voor": "geeft rust", "tegen": "kost tijd"}
        overleg.post(optie, url=f"{eigen}opties/")
    for wie in (f"m{bram.pk}", f"p{de_wit.sanne.pk}"):
        overleg.post({"wie": wie}, url=f"{eigen}genodigden/")
    assert "al uitgenodigd" in overleg.post({"wie": f"m{bram.pk}"}, url=f"{eigen}genodigden/", status=422).words
    gekozen = Optie.objects.get(wat="Logeren bij oma")
    overleg.post({"optie": gekozen.pk}, url=f"{eigen}optiekeuze/")
    geweigerd = overleg.post({"inwoner_aanwezig": "nee"}, url=f"{eigen}afronding/", status=422)
    assert "waarom de inwoner er niet bij was" in geweigerd.words
    sanne = Genodigde.objects.get(persoon=de_wit.sanne)
    overleg.post({"inwoner_aanwezig": "ja", "aanwezigen": [sanne.pk], "verslag": ""}, url=f"{eigen}afronding/")
    klaar = page(amina, eigen, queries_max=22)
    for woorden in ("gehouden", "gekozen", "Logeren bij oma", "geeft rust", "geen verslag gemaakt"):
        assert woorden in klaar.words
    sleutels = set(Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("sleutel", flat=True))
    assert {
        Sleutel.OVERLEG_GEPLAND,
        Sleutel.OVERLEG_GENODIGD,
        Sleutel.OVERLEG_GEHOUDEN,
        Sleutel.OVERLEG_INGEZIEN,
    } <= sleutels


def test_an_agreement_without_owner_or_day_is_refused(page, overleg, amina):
    eigen = f"/overleggen/{overleg.pk}/"
    blad = page(amina, eigen)
    heel = {"wat": "Met school bellen", "wie": f"m{amina.pk}", "uiterlijk": "30-11-2026"}
    for mist in ("wie", "uiterlijk"):
        geweigerd = blad.post(heel | {mist: ""}, url=f"{eigen}afspraken/", status=422)
        assert "Met school bellen" in geweigerd.text  # nothing typed is lost
    naamloos = blad.post(heel | {"wie": "netwerk"}, url=f"{eigen}afspraken/", status=422)
    assert "Schrijf op wie dit doet" in naamloos.words
    assert "latere dag" in blad.post(heel | {"uiterlijk": "1-11-2026"}, url=f"{eigen}afspraken/", status=422).words
    assert not Overlegafspraak.objects.exists()
    velden = {"overleg": overleg, "wat": "Iets", "gemaakt_op": MAANDAG, "gemaakt_door": amina}
    for fout in (
        {"eigenaar_soort": "netwerk", "uiterlijk": DAG},
        {"eigenaar_soort": "medewerker", "uiterlijk": DAG},
        {"eigenaar_soort": "medewerker", "medewerker": amina, "uiterlijk": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Overlegafspraak.objects.create(**velden, **fout)
    blad.post(heel, url=f"{eigen}afspraken/")
    assert Overlegafspraak.objects.get().wie == "Amina Bouzid"


def test_an_agreement_is_a_task_and_what_was_not_kept_is_listed(page, overleg, dossier, amina, bram, chantal):
    eigen = f"/overleggen/{overleg.pk}/"
    blad = page(amina, eigen)
    blad.post({"wat": "School bellen", "wie": f"m{bram.pk}", "uiterlijk": "24-11-2026"}, url=f"{eigen}afspraken/")
    van_oma = {"wat": "Oppassen", "wie": "netwerk", "eigenaar_naam": "oma", "uiterlijk": "25-11-2026"}
    blad.post(van_oma, url=f"{eigen}afspraken/")
    eerste, tweede = Taak.objects.filter(herkomst__startswith="overlegafspraak").order_by("uiterlijk")
    assert (eerste.voor, eerste.wat) == (bram, "School bellen")
    assert (tweede.voor, tweede.wat) == (amina, "Vraag na bij oma: Oppassen")
    school, oma = Overlegafspraak.objects.order_by("uiterlijk")
    assert eerste.bron == f"/overlegafspraken/{school.pk}/"
    later = DAG + timedelta(days=2)
    assert list(queries.niet_nagekomen(amina, later)) == [school]
    assert list(queries.niet_nagekomen(chantal, later)) == []
    with klok.reis_naar(later):
        bladzij = page(bram, eerste.bron)
        assert "te laat" in bladzij.words
        assert "waarom het niet is gebeurd" in bladzij.post({"naar": "niet_nagekomen"}, status=422).words
        bladzij.post({"naar": "niet_nagekomen", "reden": "School was dicht."})
        page(amina, f"/overlegafspraken/{oma.pk}/").post({"naar": "nagekomen"})
    assert not Taak.objects.filter(herkomst__startswith="overlegafspraak", gedaan_op=None).exists()
    assert list(queries.niet_nagekomen(amina, later)) == [school]
    assert "School was dicht." in page(amina, eigen).words
    page(chantal, eigen, status=404)
    page(chantal, f"/overlegafspraken/{oma.pk}/", status=404)


def test_a_guest_from_outside_reads_only_what_was_shared(als, page, overleg, dossier, de_wit, brug, amina):
    geheim = ("Kwikstaart", "Wielewaal", "Nachtegaal", "Lindelaan", "Sanne")
    schrijf_notitie(dossier, tekst="Notitie over Kwikstaart.", by=amina, at=MAANDAG)
    wel = actions.zet_op_agenda(overleg, titel="Hulp thuis", toelichting="Roodborst", by=amina, at=MAANDAG)
    actions.zet_op_agenda(overleg, titel="Wielewaal", toelichting="Nachtegaal", by=amina, at=MAANDAG)
    eigen = f"/overleggen/{overleg.pk}/"
    blad = page(amina, eigen)
    naamloos = blad.post({"wie": f"s{brug.pk}"}, url=f"{eigen}genodigden/", status=422)
    assert "wie er van deze organisatie komt" in naamloos.words
    blad.post({"wie": f"s{brug.pk}", "naam_extern": "Ineke Vos"}, url=f"{eigen}genodigden/")
    gast = Genodigde.objects.get()
    kaal = brieftekst(als(amina), gast.pk)
    assert "Ineke Vos" in kaal
    assert "Wijkcentrum De Spil" in kaal
    assert not [woord for woord in (*geheim, "Roodborst", "Hulp thuis") if woord in kaal]
    deel = page(amina, f"/genodigden/{gast.pk}/")
    keuze = {"punt": wel.pk, "tekst": "", "persoon": de_wit.sanne.pk, "wet": "wmo", "doel": "wmo", "categorie": "plan"}
    deel.post(keuze | {"persoon": ""}, status=422)
    deel.post(keuze)
    wel.toelichting = "Later geschreven: Nachtegaal"
    wel.save()
    brief = brieftekst(als(amina), gast.pk)
    assert "Hulp thuis" in brief
    assert "Roodborst" in brief
    assert "artikel" in brief
    assert not [woord for woord in geheim if woord in brief]
    assert page(amina, eigen, queries_max=22).words.count("1 stuk, verder niets") == 1
    with klok.reis_naar(DAG + timedelta(days=1)):
        brug.tot, brug.reden_einde, brug.beeindigd_door = DAG, "gestopt", amina
        brug.save()
        assert "Roodborst" not in brieftekst(als(amina), gast.pk)
        assert "loopt op deze dag geen samenwerking" in page(amina, f"/genodigden/{gast.pk}/").words


def test_without_a_ground_nothing_is_shared(page, overleg, de_wit, els, amina):
    zorg = verhalen.samenwerking(
        els, at=MAANDAG, naam="Zilveren Zorg", soort="zorgverzekeraar", doelen=("zorg",), categorieen=("gezondheid",)
    )
    gast = actions.nodig_uit(overleg, Gast(samenwerking=zorg, naam_extern="Jan"), by=amina, at=MAANDAG)
    velden = {
        "tekst": "Sanne is moe.", "persoon": de_wit.sanne.pk, "wet": "wmo", "doel": "zorg", "categorie": "gezondheid",
    }  # fmt: skip
    geweigerd = page(amina, f"/genodigden/{gast.pk}/").post(velden, status=422)
    assert "toestemming nodig" in geweigerd.words
    assert not Gedeeld.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Gedeeld.objects.create(
            genodigde=gast, kop="Kop", tekst="T", persoon=de_wit.sanne, doel="zorg", categorie="gezondheid",
            grond="toestemming", artikel="artikel 9", door=amina, op=MAANDAG,
        )  # fmt: skip


def test_a_protected_address_does_not_leave_through_an_invitation(overleg, dossier, de_wit, amina):
    gast = actions.nodig_uit(overleg, Gast(persoon=de_wit.sanne), by=amina, at=MAANDAG)
    scherm_adres_af(dossier.huishouden, reden="bedreigd", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="afgeschermd"):
        actions.deel_voor_overleg(gast, TeDelen(None, "Wij komen naar de linde-laan."), by=amina, at=MAANDAG)
    actions.deel_voor_overleg(gast, TeDelen(None, "Wij komen langs."), by=amina, at=MAANDAG)


def test_who_cannot_be_there_gives_a_view_beforehand(page, overleg, amina, bram):
    voor_bram = actions.nodig_uit(overleg, Gast(medewerker=bram), by=amina, at=MAANDAG)
    assert "Uw zienswijze vooraf" not in page(amina, f"/overleggen/{overleg.pk}/").words
    blad = page(bram, f"/overleggen/{overleg.pk}/")
    assert "Uw zienswijze vooraf" in blad.words
    adres = f"/genodigden/{voor_bram.pk}/zienswijze/"
    blad.post({"tekst": "Vraag eerst wat Sanne zelf wil."}, url=adres)
    page(amina, f"/genodigden/{voor_bram.pk}/").post({"tekst": "Anders."}, url=adres, status=422)
    assert "wat Sanne zelf wil" in page(amina, f"/overleggen/{overleg.pk}/").words


def test_a_consultation_to_come_cannot_be_held_and_a_cancelled_one_says_why(page, overleg, amina):
    with pytest.raises(NietMogelijk, match="moet nog komen"):
        actions.houd_overleg(overleg, Afloop(inwoner_aanwezig=True), by=amina, at=MAANDAG)
    blad = page(amina, f"/overleggen/{overleg.pk}/")
    blad.post({"reden": ""}, url=f"{blad.url}vervallen/", status=422)
    blad.post({"reden": "Sanne is ziek."}, url=f"{blad.url}vervallen/")
    assert "Sanne is ziek." in page(amina, blad.url).words
    belofte = Belofte("Iets", "medewerker", DAG, medewerker=amina)
    with pytest.raises(NietMogelijk, match="vervallen"):
        actions.maak_afspraak(overleg, belofte, by=amina, at=MAANDAG)


@pytest.mark.parametrize(
    "verraad",
    ["SANNE is moe", "Familie de-wit", "woont aan de Lindelaan", "1231 aa", "geboren 14-3-1988", "bel 0612345600",
     "bsn 999900006", "hulp van Thuiszorg De Brug", "mail iemand@ergens.nl", "Méés van zes"],
)  # fmt: skip
def test_a_case_without_names_is_refused_while_it_tells_who_it_is(page, dossier, overleg, brug, amina, verraad):
    actions.nodig_uit(overleg, Gast(samenwerking=brug, naam_extern="Ineke Vos"), by=amina, at=MAANDAG)
    nieuw = page(amina, f"/huishoudens/{dossier.pk}/casusbespreking/")
    geweigerd = nieuw.post({"vraag": "Wat kan?", "situatie": f"Er speelt dit: {verraad}."}, status=422)
    assert "Deze tekst is niet anoniem" in geweigerd.words
    assert not Casusbespreking.objects.exists()


def test_any_coordinator_advises_on_a_case_and_nobody_learns_whose_it_is(page, dossier, amina, chantal, farid, gerda):
    nieuw = page(amina, f"/huishoudens/{dossier.pk}/casusbespreking/")
    vraag = {"vraag": "Hoe houdt een moeder het vol?", "situatie": "Een moeder van twee zonen slaapt slecht."}
    kaart = nieuw.post(vraag).follow()
    casus = Casusbespreking.objects.get()
    assert casus.kenmerk >= 100_000
    assert kaart.url.endswith(f"/casusbesprekingen/{casus.kenmerk}/")
    lijst = page(chantal, "/casusbesprekingen/", queries_max=12)
    assert vraag["vraag"] in lijst.words
    van_zuid = page(chantal, kaart.url, queries_max=12)
    for spoor in (f"/huishoudens/{dossier.pk}", "de Wit", "Amina", "Noord"):
        assert spoor not in van_zuid.text
    assert "geen postcodes" in van_zuid.post({"tekst": "Bel 06-12345678."}, status=422).words
    # A name is not compared: a refusal would tell a colleague who it is.
    van_zuid.post({"tekst": "Vraag of zij iemand als Sanne kent: een logeerhuis."})
    assert not Gebeurtenis.objects.filter(dossier_id=dossier.pk, actor_id=chantal.pk, is_inzage=True).exists()
    page(farid, kaart.url, status=403)
    page(gerda, kaart.url, status=403)
    page(chantal, f"/huishoudens/{dossier.pk}/casusbespreking/", status=404)
    van_zuid.post({}, url=f"{kaart.url}afronding/", status=404)
    terug = page(amina, kaart.url)
    assert "een logeerhuis" in terug.words
    terug.post({}, url=f"{kaart.url}afronding/")
    assert "afgerond" in page(amina, f"/huishoudens/{dossier.pk}/overleggen/").words
    van_zuid.post({"tekst": "Nog iets."}, status=422)


def test_what_was_agreed_stays_as_it_is(overleg, amina, bram):
    belofte = Belofte("School bellen", "medewerker", DAG, medewerker=bram)
    afspraak = actions.maak_afspraak(overleg, belofte, by=amina, at=MAANDAG)
    actions.handel_afspraak_af(afspraak, naar=Afspraakstatus.NAGEKOMEN, reden="", by=bram, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="Dit kan niet meer"):
        actions.handel_afspraak_af(afspraak, naar=Afspraakstatus.NIET_NAGEKOMEN, reden="x", by=bram, at=MAANDAG)
