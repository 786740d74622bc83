"""What the front office may do with a call, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import (
    Gespreksvraag,
    beantwoord,
    bel_terug,
    bevestig_ontvangst,
    handel_af_met_antwoord,
    handel_af_met_melding,
    handel_af_met_terugbellen,
    maak_melding,
    neem_contact_aan,
    sluit_melding,
)
from eenplan.meldingen.models import Afloop, Contact, Contactsoort, Melding, Terugbelverzoek, Urgentie
from eenplan.meldingen.queries import contacten, is_kans_voorbij, klokken, open_gesprekken
from eenplan.meldingen.states import Meldingstatus
from eenplan.meldingen.terugbellen import belofte
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon
from eenplan.personen.models import Huishouden
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from personas import MAANDAG, Gezin, Stad
from verhalen import BRIEF, contact, melding

ONBEKEND = NieuwHuishouden(straat="", huisnummer=7, postcode="1231AA", leden=(NieuwPersoon("Jan", "Bos"),))


def gehoord(gezin: Gezin, **anders: object) -> Gespreksvraag:
    """Sanne asks for help, on a form with a number of its own."""
    vraag = Gespreksvraag("Sanne", "Hulp", persoon=gezin.sanne, huishouden=gezin.huishouden, sleutel=uuid4())
    return replace(vraag, **anders)


def test_a_status_question_never_becomes_a_melding(gerda: Medewerker, de_wit: Gezin) -> None:
    vraag = gehoord(de_wit, soort=Contactsoort.STATUSVRAAG)
    with pytest.raises(NietMogelijk, match="waar het staat"):
        handel_af_met_melding(vraag, wet=Wet.WMO, by=gerda, at=MAANDAG)
    assert not Contact.objects.exists(), "a refused end leaves nothing half done"


def test_a_caller_who_was_not_found_cannot_be_promoted(gerda: Medewerker, stad: Stad) -> None:
    opgenomen = neem_contact_aan(Gespreksvraag("Iemand", "Hulp"), by=gerda, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="voor wie"):
        maak_melding(opgenomen, wet=Wet.WMO, by=gerda, at=MAANDAG)


def test_a_contact_is_promoted_once(gerda: Medewerker, de_wit: Gezin) -> None:
    opgenomen = contact(de_wit, by=gerda, at=MAANDAG)
    maak_melding(opgenomen, wet=Wet.WMO, by=gerda, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al een melding"):
        maak_melding(opgenomen, wet=Wet.JEUGDWET, by=gerda, at=MAANDAG)


def test_the_same_form_sent_twice_ends_the_same_call(gerda: Medewerker, bram: Medewerker, de_wit: Gezin) -> None:
    een, twee, drie = (gehoord(de_wit) for _ in range(3))
    eerste = handel_af_met_melding(een, wet=Wet.WMO, by=gerda, at=MAANDAG)
    assert handel_af_met_melding(een, wet=Wet.WMO, by=gerda, at=MAANDAG) == eerste
    for _keer in range(2):
        handel_af_met_antwoord(twee, antwoord="Bel morgen", by=gerda, at=MAANDAG)
        handel_af_met_terugbellen(drie, voor=bram, beloofd_op=MAANDAG, by=gerda, at=MAANDAG)
    assert (Contact.objects.count(), Melding.objects.count(), Terugbelverzoek.objects.count()) == (3, 1, 1)


def test_an_unknown_resident_is_registered_once(gerda: Medewerker, stad: Stad) -> None:
    vraag = Gespreksvraag("Jan Bos", "Hulp", sleutel=uuid4())
    for _keer in range(2):
        gemeld = handel_af_met_melding(vraag, wet=Wet.WMO, nieuw=ONBEKEND, by=gerda, at=MAANDAG)
    huishouden = Huishouden.objects.get()
    assert gemeld.dossier.huishouden == huishouden
    assert str(huishouden.adres) == "1231 AA 7"
    assert huishouden.team == stad.noord


def test_outside_the_municipality_nothing_is_kept(gerda: Medewerker, stad: Stad) -> None:
    elders = replace(ONBEKEND, postcode="9999AA")
    with pytest.raises(NietMogelijk, match="niet in onze gemeente"):
        handel_af_met_melding(Gespreksvraag("Jan", "Hulp"), wet=Wet.WMO, nieuw=elders, by=gerda, at=MAANDAG)
    assert not Contact.objects.exists()
    assert not Huishouden.objects.exists()


def test_a_kept_call_takes_what_was_heard_later_until_it_has_ended(gerda: Medewerker, de_wit: Gezin) -> None:
    vraag = gehoord(de_wit)
    neem_contact_aan(vraag, by=gerda, at=MAANDAG)
    handel_af_met_antwoord(replace(vraag, vraag="Toch anders"), antwoord="Ja", by=gerda, at=MAANDAG)
    neem_contact_aan(replace(vraag, vraag="Te laat"), by=gerda, at=MAANDAG)
    assert Contact.objects.get().vraag == "Toch anders"


def test_the_call_of_a_colleague_is_left_alone(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    vraag = gehoord(de_wit)
    neem_contact_aan(vraag, by=gerda, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="collega"):
        neem_contact_aan(vraag, by=amina, at=MAANDAG)


def test_who_may_not_take_calls_is_refused(daan: Medewerker, de_wit: Gezin) -> None:
    with pytest.raises(NietToegestaan):
        neem_contact_aan(gehoord(de_wit), by=daan, at=MAANDAG)


def test_after_an_answer_there_is_no_other_end(gerda: Medewerker, bram: Medewerker, de_wit: Gezin) -> None:
    vraag = gehoord(de_wit)
    ended = handel_af_met_antwoord(vraag, antwoord="Ja", by=gerda, at=MAANDAG)
    assert not Dossier.objects.exists()
    for einde in (
        lambda: beantwoord(ended, antwoord="Nee", by=gerda, at=MAANDAG),
        lambda: handel_af_met_melding(vraag, wet=Wet.WMO, by=gerda, at=MAANDAG),
        lambda: handel_af_met_terugbellen(vraag, voor=bram, beloofd_op=MAANDAG, by=gerda, at=MAANDAG),
    ):
        with pytest.raises(NietMogelijk):
            einde()


def test_a_promise_to_call_back_may_still_become_a_melding(gerda: Medewerker, bram: Medewerker, de_wit: Gezin) -> None:
    vraag = gehoord(de_wit)
    verzoek = handel_af_met_terugbellen(vraag, voor=bram, beloofd_op=MAANDAG, by=gerda, at=MAANDAG)
    assert verzoek.team == de_wit.huishouden.team
    bel_terug(verzoek, uitkomst="Gesproken", by=bram, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al teruggebeld"):
        bel_terug(verzoek, uitkomst="Nog eens", by=bram, at=MAANDAG)
    assert maak_melding(verzoek.contact, wet=Wet.WMO, by=gerda, at=MAANDAG).contact.afloop == Afloop.MELDING


@pytest.mark.parametrize(
    ("wet", "urgentie", "regels"),
    [
        (Wet.WMO, Urgentie.GEWOON, ["wmo-persoonlijk-plan", "wmo-onderzoek"]),
        (Wet.WMO, Urgentie.SPOED, ["wmo-persoonlijk-plan", "wmo-onderzoek"]),
        (Wet.WGS, Urgentie.GEWOON, ["wgs-gesprek"]),
        (Wet.WGS, Urgentie.SPOED, ["wgs-spoed"]),
        (Wet.JEUGDWET, Urgentie.GEWOON, []),
        (Wet.PARTICIPATIEWET, Urgentie.GEWOON, []),
    ],
)
def test_each_law_starts_its_own_clocks(
    wet: Wet, urgentie: Urgentie, regels: list[str], gerda: Medewerker, de_wit: Gezin
) -> None:
    gemeld = handel_af_met_melding(gehoord(de_wit, urgentie=urgentie), wet=wet, by=gerda, at=MAANDAG)
    assert [klok.regel for klok in klokken(gemeld)] == regels


def test_the_chance_to_hand_in_a_plan_passes_without_anybody_being_late(gerda: Medewerker, de_wit: Gezin) -> None:
    plan, onderzoek = klokken(melding(de_wit, by=gerda, at=MAANDAG))
    assert plan.einddatum == date(2026, 11, 30)
    assert not is_kans_voorbij(plan, date(2026, 11, 30))
    assert is_kans_voorbij(plan, date(2026, 12, 1))
    assert not is_kans_voorbij(onderzoek, date(2027, 12, 1))


def test_a_melding_is_closed_with_how_it_was_solved(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    with pytest.raises(NietToegestaan):
        sluit_melding(gemeld, reden="opgelost", by=gerda, at=MAANDAG)
    sluit_melding(gemeld, reden="De dochter helpt", by=amina, at=MAANDAG)
    gemeld.refresh_from_db()
    assert gemeld.status == Meldingstatus.AFGESLOTEN
    assert gemeld.afsluiting.reden == "De dochter helpt"
    assert not Termijn.objects.filter(voltooid_op__isnull=True).exists()
    with pytest.raises(NietMogelijk):
        bevestig_ontvangst(gemeld, BRIEF, by=gerda, at=MAANDAG)


def test_open_calls_of_today_are_the_chips_and_no_others(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    vandaag = neem_contact_aan(gehoord(de_wit), by=gerda, at=MAANDAG)
    neem_contact_aan(gehoord(de_wit), by=gerda, at=MAANDAG - timedelta(days=1))
    neem_contact_aan(gehoord(de_wit), by=amina, at=MAANDAG)
    handel_af_met_antwoord(gehoord(de_wit), antwoord="Ja", by=gerda, at=MAANDAG)
    assert open_gesprekken(gerda, MAANDAG.date()) == [vandaag]


def test_another_team_sees_no_contacts_of_this_household(
    gerda: Medewerker, chantal: Medewerker, amina: Medewerker, de_wit: Gezin
) -> None:
    opgenomen = contact(de_wit, by=gerda, at=MAANDAG)
    assert opgenomen in contacten(amina)
    assert not contacten(chantal).exists()


@pytest.mark.parametrize(
    ("nu", "beloofd"),
    [
        ("2026-11-23 10:07", "2026-11-24 10:15"),  # Monday → Tuesday, on the next quarter
        ("2026-11-27 10:00", "2026-11-30 09:00"),  # Friday → Monday morning
        ("2026-11-23 16:50", "2026-11-24 17:00"),
        ("2026-11-23 17:30", "2026-11-25 09:00"),  # after closing time
        ("2026-11-23 07:00", "2026-11-24 09:00"),  # before opening time
        ("2026-12-24 10:00", "2026-12-28 09:00"),  # Christmas on Friday and Saturday
    ],
)
def test_a_call_back_is_promised_within_office_hours(nu: str, beloofd: str) -> None:
    moment = datetime.fromisoformat(nu).replace(tzinfo=AMSTERDAM)
    assert belofte(moment, binnen_uren=24) == datetime.fromisoformat(beloofd).replace(tzinfo=AMSTERDAM)


def test_a_number_in_the_address_that_is_too_long_begins_an_empty_call(page: Any, gerda: Medewerker) -> None:
    for naam in ("contact", "huishouden"):
        page(gerda, f"/aannemen/?{naam}={'9' * 5000}")


def test_two_presses_on_a_page_opened_before_make_one_melding(gerda: Medewerker, de_wit: Gezin) -> None:
    opgenomen = contact(de_wit, by=gerda, at=MAANDAG)
    tweede = Contact.objects.select_related("huishouden", "persoon").get(pk=opgenomen.pk)
    maak_melding(opgenomen, wet=Wet.WMO, by=gerda, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al een melding"):
        maak_melding(tweede, wet=Wet.WMO, by=gerda, at=MAANDAG)
    assert Melding.objects.count() == 1


def test_two_colleagues_who_call_back_leave_the_first_result(
    gerda: Medewerker, bram: Medewerker, de_wit: Gezin
) -> None:
    verzoek = handel_af_met_terugbellen(gehoord(de_wit), voor=bram, beloofd_op=MAANDAG, by=gerda, at=MAANDAG)
    tweede = Terugbelverzoek.objects.get(pk=verzoek.pk)
    bel_terug(verzoek, uitkomst="Woensdag komt Bram langs.", by=bram, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="al teruggebeld"):
        bel_terug(tweede, uitkomst="Nog eens gebeld.", by=gerda, at=MAANDAG)
    assert Terugbelverzoek.objects.get().uitkomst == "Woensdag komt Bram langs."


@pytest.mark.parametrize("naam", ["Jan " + "b" * 116, "Anna-" * 20 + "Maria van den Bos", "Jan van der " + "bos " * 27])
def test_a_long_name_is_kept_and_becomes_a_melding(page: Any, gerda: Medewerker, stad: Stad, naam: str) -> None:
    typt = {"sleutel": str(uuid4()), "naam": naam, "vraag": "Hulp", "postcode": "1231AA", "huisnummer": "9"}
    page(gerda, "/aannemen/", data=typt | {"einde": "melding"})
    assert Contact.objects.get().naam == naam.strip()
    assert Melding.objects.count() == 1
