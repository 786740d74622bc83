"""A2: every channel ends in the same screen; a status question is answered there and opens no case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.models import Dossier
from eenplan.meldingen.models import Afloop, Contact, Contactsoort, Kanaal, Melding, Terugbelverzoek
from eenplan.personen.models import Huishoudlid
from eenplan.teams.models import Medewerker
from page import Page
from personas import MAANDAG, Gezin
from schermen import AANNEMEN, gespreksformulier
from verhalen import onderzoek

Bezoek = Callable[..., Page]


@pytest.fixture
def _maandag() -> object:
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.mark.usefixtures("_maandag")
def test_a_status_question_is_answered_from_the_screen_and_opens_no_case(
    page: Bezoek, gerda: Medewerker, amina: Medewerker, de_wit: Gezin
) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    pagina = page(gerda, AANNEMEN)
    gekozen = pagina.post(gespreksformulier(pagina, naam="sanne de wit", soort="statusvraag", kies=lid.pk), status=200)
    zin = (
        "Uw melding is op 23 november ontvangen. Amina Bouzid doet het onderzoek. "
        "Dat is uiterlijk 4 januari 2027 klaar."
    )
    assert zin in gekozen.words
    assert gespreksformulier(gekozen)["antwoord"] == zin
    assert gekozen.tree.xpath("//*[contains(@class, 'ep-stand--groot')]")
    gekozen.post(gespreksformulier(gekozen, vraag="Hoe ver is het?", einde="beantwoord"))
    contact = Contact.objects.latest("pk")
    assert (contact.soort, contact.afloop) == (Contactsoort.STATUSVRAAG, Afloop.BEANTWOORD)
    assert contact.antwoord == zin
    assert Melding.objects.count() == 1
    assert Contact.objects.filter(soort=Contactsoort.STATUSVRAAG).count() == 1


def test_a_status_question_is_never_made_a_melding(page: Bezoek, gerda: Medewerker, de_wit: Gezin) -> None:
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    pagina = page(gerda, AANNEMEN)
    getypt = {"naam": "Sanne", "lid": lid.pk, "vraag": "Hoe ver is het?", "soort": "statusvraag", "einde": "melding"}
    fout = pagina.post(gespreksformulier(pagina, **getypt), status=422)
    assert "wordt geen melding" in fout.words
    assert not Melding.objects.exists()
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("kanaal", Kanaal.values)
def test_every_channel_is_kept_as_what_it_was(page: Bezoek, gerda: Medewerker, stad: object, kanaal: str) -> None:
    pagina = page(gerda, AANNEMEN)
    getypt = {"naam": "Jan Bos", "vraag": "Waar kan ik terecht?", "soort": "informatie", "antwoord": "Bij het team."}
    pagina.post(gespreksformulier(pagina, kanaal=kanaal, einde="beantwoord", **getypt))
    contact = Contact.objects.get()
    assert (contact.kanaal, contact.afloop, contact.aangenomen_door) == (kanaal, Afloop.BEANTWOORD, gerda)
    assert not Dossier.objects.exists()


def test_an_answer_is_asked_for_before_the_call_is_ended(page: Bezoek, gerda: Medewerker, stad: object) -> None:
    pagina = page(gerda, AANNEMEN)
    fout = pagina.post(gespreksformulier(pagina, naam="Jan", vraag="Waar?", einde="beantwoord"), status=422)
    assert "wat u hebt geantwoord" in fout.words


@pytest.mark.usefixtures("_maandag")
def test_a_promise_to_call_back_goes_to_the_coordinator_with_the_time_filled_in(
    page: Bezoek, gerda: Medewerker, amina: Medewerker, de_wit: Gezin
) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    pagina = page(gerda, AANNEMEN)
    gekozen = pagina.post(gespreksformulier(pagina, kies=lid.pk, vraag="Ik wil Amina spreken"), status=200)
    gekozen.post(gespreksformulier(gekozen, einde="terugbellen"))
    verzoek = Terugbelverzoek.objects.get()
    assert verzoek.voor == amina
    assert verzoek.beloofd_op.date().isoformat() in {"2026-11-24", "2026-11-25"}
    te_bellen = page(amina, f"/terugbelverzoeken/{verzoek.pk}/")
    assert "06 12 34 56 00" in te_bellen.words
    te_bellen.post({"uitkomst": "Dinsdag kom ik langs."})
    verzoek.refresh_from_db()
    assert verzoek.teruggebeld_op
    nogmaals = te_bellen.post({"uitkomst": "Nog eens"}, status=422)
    assert "al teruggebeld" in nogmaals.words
    contact = page(amina, f"/contacten/{verzoek.contact_id}/")
    melding = contact.post({"wet": "jeugdwet"}).follow()
    assert "Ik wil Amina spreken" in melding.words
    assert "Melding maken" not in page(amina, f"/contacten/{verzoek.contact_id}/").words
    assert "al een melding" in contact.post({"wet": "wmo"}, status=422).words


def test_looking_along_while_typing_leaves_one_trace_a_minute(page: Bezoek, gerda: Medewerker, de_wit: Gezin) -> None:
    pagina = page(gerda, AANNEMEN)
    for getypt in ("san", "sann", "sanne"):
        stuk = pagina.post(
            gespreksformulier(pagina, naam=getypt), status=200, **{"HX-Request": "true", "HX-Trigger-Name": "naam"}
        )
        assert "Sanne de Wit" in stuk.text
        assert "<html" not in stuk.text
    gezien = Gebeurtenis.objects.filter(sleutel=Sleutel.STAND_INGEZIEN, dossier_id=de_wit.huishouden.pk)
    assert gezien.count() == 1


def test_a_household_is_seen_only_as_far_as_the_front_office_may(
    page: Bezoek, gerda: Medewerker, de_wit: Gezin
) -> None:
    stand = page(gerda, f"/huishoudens/{de_wit.huishouden.pk}/stand/", queries_max=14)
    assert "Sanne de Wit" in stand.words
    page(gerda, "/huishoudens/999999/stand/", status=404)


def test_a_melding_for_another_team_leaves_the_screen_of_who_took_it(
    page: Bezoek, amina: Medewerker, stad: object
) -> None:
    pagina = page(amina, AANNEMEN)
    vier = {"naam": "Kim Bos", "vraag": "Hulp", "postcode": "1232AA", "huisnummer": "3", "einde": "melding"}
    klaar = pagina.post(gespreksformulier(pagina, **vier)).follow()
    assert "staat nu bij Team Zuid 1" in klaar.words


def test_an_unknown_name_at_a_known_address_shows_who_lives_there(
    page: Bezoek, gerda: Medewerker, de_wit: Gezin
) -> None:
    pagina = page(gerda, AANNEMEN)
    gevonden = pagina.post(
        gespreksformulier(pagina, naam="Xandra Qwerty", postcode="1231aa", huisnummer="4"), status=200, queries_max=20
    )
    assert "Sanne de Wit" in gevonden.words
