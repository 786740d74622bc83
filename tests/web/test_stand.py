"""Where it stands, in one sentence: at every step of the road, and in three questions for any number of households."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import bevestig_ontvangst, sluit_melding
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.plannen.actions import begin_plan
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.actions import meld_start, meld_stop, wijs_toe
from eenplan.web.stand import Stand, stand, stand_van
from personas import MAANDAG, Gezin
from verhalen import BRIEF, aanvraag, afgerond_onderzoek, genomen_besluit, melding, onderzoek

VANDAAG = MAANDAG.date()
TE_LAAT = date(2027, 1, 5)


def nu(gezin: Gezin, dag: date = VANDAAG) -> Stand:
    return stand(gezin.huishouden.pk, vandaag=dag)


def test_nothing_was_asked_yet(de_wit: Gezin) -> None:
    assert nu(de_wit).zin == "Er is nog geen vraag van dit huishouden bekend."
    assert nu(de_wit).aanspreekpunt.naam == "Team Noord 1"


def test_received_and_confirmed_read_the_same_to_the_resident(gerda: Medewerker, de_wit: Gezin) -> None:
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    zin = (
        "Uw melding is op 23 november ontvangen. Een medewerker van Team Noord 1 neemt contact met u op. "
        "Het onderzoek is uiterlijk 4 januari 2027 klaar."
    )
    assert nu(de_wit).zin == zin
    bevestig_ontvangst(gemeld, BRIEF, by=gerda, at=MAANDAG)
    assert nu(de_wit).zin == zin


def test_the_onderzoek_names_who_does_it_and_when_it_ends(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    gezien = nu(de_wit)
    assert gezien.zin == (
        "Uw melding is op 23 november ontvangen. Amina Bouzid doet het onderzoek. "
        "Dat is uiterlijk 4 januari 2027 klaar."
    )
    assert (gezien.aanspreekpunt.naam, gezien.aanspreekpunt.telefoon) == ("Amina Bouzid", "0123 45 67 00")
    assert gezien.soort == "bezig"


def test_what_is_late_is_said_as_it_is(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    gezien = nu(de_wit, TE_LAAT)
    assert gezien.zin.endswith("Het onderzoek had op 4 januari klaar moeten zijn.")
    assert gezien.soort == "let-op"


def test_after_the_onderzoek_it_waits_for_the_plan(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    klaar = afgerond_onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    assert nu(de_wit).zin == "Het onderzoek is klaar. Amina Bouzid maakt met u het plan."
    begin_plan(klaar.dossier, by=amina, at=MAANDAG + timedelta(days=2))
    Ondersteuningsplan.objects.update(status=Planstatus.AANGEBODEN)
    assert nu(de_wit).zin == "Het onderzoek is klaar. Het plan wacht op vaststelling."
    Ondersteuningsplan.objects.update(status=Planstatus.VASTGESTELD)
    assert nu(de_wit).zin == "Het onderzoek is klaar. Het plan is vastgesteld."


@pytest.mark.parametrize(
    ("wet", "einde"),
    [
        (Wet.WGS, "Het eerste gesprek is uiterlijk 21 december."),
        (Wet.JEUGDWET, "neemt contact met u op."),
    ],
)
def test_a_law_without_a_term_promises_no_day(wet: Wet, einde: str, gerda: Medewerker, de_wit: Gezin) -> None:
    melding(de_wit, by=gerda, at=MAANDAG, wet=wet)
    assert nu(de_wit).zin.endswith(einde)


def test_an_open_question_comes_before_a_closed_one(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    oud = melding(de_wit, by=gerda, at=MAANDAG)
    sluit_melding(oud, reden="opgelost", by=amina, at=MAANDAG + timedelta(days=1))
    assert nu(de_wit).zin == "Uw melding van 23 november is op 24 november afgesloten."
    melding(de_wit, by=gerda, at=MAANDAG - timedelta(days=5), wet=Wet.JEUGDWET)
    gezien = nu(de_wit)
    assert gezien.zin.startswith("Uw melding is op 18 november ontvangen.")
    assert gezien.voorlezen == gezien.zin
    assert len(gezien.regels) == 2


def test_from_aanvraag_to_the_help_itself(
    gerda: Medewerker, amina: Medewerker, farid: Medewerker, daan: Medewerker, de_wit: Gezin
) -> None:
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    assert nu(de_wit, date(2026, 12, 1)).zin == (
        "Uw aanvraag is op 30 november ontvangen. Het besluit komt uiterlijk 14 december."
    )
    assert nu(de_wit, date(2026, 12, 15)).zin.endswith("Het besluit had er op 14 december moeten zijn.")

    op = MAANDAG + timedelta(days=10)
    besluit = genomen_besluit(gedaan, by=daan, at=op)
    assert nu(de_wit, date(2026, 12, 4)).zin == (
        "Het besluit is op 3 december verstuurd. Bezwaar maken kan tot en met 14 januari 2027."
    )
    assert nu(de_wit, date(2027, 1, 15)).zin == "Het besluit is op 3 december 2026 verstuurd."

    regel = besluit.regels.get()
    aanbieder = regel.inzet.contract.aanbieder
    toewijzing = wijs_toe(regel, aanbieder=aanbieder, by=daan, at=op)
    hulp = regel.inzet.voorziening.naam
    assert nu(de_wit, date(2026, 12, 4)).zin == (
        f"{hulp} is toegekend. {aanbieder.naam} is op 3 december gevraagd om te starten."
    )
    levering = meld_start(toewijzing, gestart_op=date(2026, 12, 14), by=daan, at=op + timedelta(days=14))
    gezien = nu(de_wit, date(2026, 12, 20))
    assert (gezien.zin, gezien.soort) == (f"{hulp} is op 14 december gestart.", "goed")
    meld_stop(levering, gestopt_op=date(2027, 1, 31), reden="klaar", by=daan, at=op + timedelta(days=60))
    gestopt = nu(de_wit, date(2027, 2, 1))
    assert (gestopt.zin, gestopt.soort, gestopt.open_regels) == (f"{hulp} is op 31 januari gestopt.", "stop", ())


def test_any_number_of_households_takes_three_questions(gerda: Medewerker, amina: Medewerker, de_wit: Gezin) -> None:
    onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    nieuw = NieuwHuishouden(straat="Zeeweg", huisnummer=1, postcode="1232AA", leden=(NieuwPersoon("Piet", "Jansen"),))
    ander = schrijf_huishouden_in(nieuw, by=gerda, at=MAANDAG)
    with CaptureQueriesContext(connection) as vragen:
        standen = stand_van([de_wit.huishouden.pk, ander.pk, de_wit.huishouden.pk], vandaag=VANDAAG)
    assert len(vragen) == 3
    assert set(standen) == {de_wit.huishouden.pk, ander.pk}
    assert standen[ander.pk].team == "Team Zuid 1"
