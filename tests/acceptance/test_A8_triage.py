"""A8: triage says too light, fits or too heavy, how urgent, who decided and why; and the crisis path (UT13)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.besluiten.actions import ontvang_aanvraag
from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import nu, reis_naar
from eenplan.dossiers.actions import wijs_regisseur_aan, wijzig_status
from eenplan.dossiers.models import Dossier, Taak
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Toelating as Toelatingsregel
from eenplan.meldingen import triage as triage_acties
from eenplan.meldingen import triage_queries, triage_views
from eenplan.meldingen.models import Crisisbericht, Crisishandeling, Melding, Toelating, Triage
from eenplan.meldingen.states import Meldingstatus
from personas import MAANDAG
from verhalen import melding

VANDAAG = MAANDAG.date()
PAST = {"uitkomst": "past", "urgentie": "gewoon", "criteria": ["meer_gebieden"]}
LICHT = {
    "uitkomst": "te_licht",
    "urgentie": "gewoon",
    "criteria": ["een_vraag"],
    "verteld": "De was- en strijkservice in het buurthuis. Sanne belt zelf.",
}
ZWAAR = {
    "uitkomst": "te_zwaar",
    "urgentie": "gewoon",
    "criteria": ["psychiatrie"],
    "verteld": "De ggz belt morgen.",
    "overgedragen_aan": "FACT-team Zonnedaal",
}


@pytest.fixture
def gemeld(de_wit, gerda, amina):
    gedaan = melding(de_wit, by=gerda, at=MAANDAG)
    wijs_regisseur_aan(gedaan.dossier, regisseur=amina, by=amina, at=MAANDAG)
    return gedaan


@pytest.fixture
def samen(monkeypatch):
    """Enschede: casework takes problems on two life domains and two workers who agree."""
    anders = replace(inrichting(), toelatingen=(Toelatingsregel(date(2015, 1, 1)),))
    for kamer in (triage_acties, triage_queries, triage_views):
        monkeypatch.setattr(kamer, "inrichting", lambda: anders)


def doe(page, wie, gemeld, *, status=302, **gegevens):
    with reis_naar(VANDAAG):
        return page(wie, reverse("meldingen:triage", args=[gemeld.pk])).post(gegevens, status=status)


def toon(page, wie, gemeld):
    with reis_naar(VANDAAG):
        return page(wie, reverse("meldingen:melding", args=[gemeld.pk]))


def test_what_fits_is_kept_with_who_decided_when_and_on_which_criteria(page, amina, gemeld):
    doe(page, amina, gemeld, **PAST, eigen_kijk="Sanne durft geen hulp te vragen.")
    seen = toon(page, amina, gemeld)
    assert "past bij het team" in seen.words
    assert "Problemen op meer leefgebieden tegelijk" in seen.words
    assert "Sanne durft geen hulp te vragen." in seen.words
    assert Triage.objects.get().door == amina
    assert Melding.objects.get().status == Meldingstatus.ONTVANGEN


def test_without_a_reason_nothing_is_decided_and_what_was_typed_stays(page, amina, gemeld):
    seen = doe(page, amina, gemeld, status=422, uitkomst="te_zwaar", urgentie="gewoon", bijrol="Huishouden")
    assert "Kies waarom u dit vindt" in seen.words
    assert "Schrijf op wie het overneemt" in seen.words
    assert "Schrijf op wie coördineert" in seen.words
    assert seen.tree.xpath("//input[@name='bijrol']/@value") == ["Huishouden"]
    assert not Triage.objects.exists()


def test_too_light_ends_the_melding_with_what_was_said_and_takes_no_right_away(page, amina, gemeld, de_wit):
    """Gegeven één lichte vraag. Als Amina informatie geeft. Dan sluit de melding, maar een aanvraag kan altijd."""
    with reis_naar(VANDAAG):
        assert "de inwoner mag een aanvraag doen" in page(amina, reverse("meldingen:triage", args=[gemeld.pk])).words
    doe(page, amina, gemeld, **LICHT)
    gemeld.refresh_from_db()
    assert gemeld.status == Meldingstatus.AFGESLOTEN
    assert "was- en strijkservice" in gemeld.afsluiting.reden
    later = MAANDAG + timedelta(days=50)
    with reis_naar(later.date()):
        nieuw = reverse("besluiten:aanvraag_nieuw", args=[gemeld.dossier_id])
        assert str(gemeld.pk) in page(amina, nieuw).tree.xpath("//input[@name='melding']/@value")
    ontvang_aanvraag(
        gemeld.dossier,
        persoon=de_wit.sanne,
        wet=Wet.WMO,
        ontvangen_op=later.date(),
        melding=gemeld,
        by=amina,
        at=later,
    )


def test_too_heavy_is_handed_over_and_the_melding_ends(page, amina, gemeld):
    doe(page, amina, gemeld, **ZWAAR)
    gemeld.refresh_from_db()
    assert gemeld.status == Meldingstatus.AFGESLOTEN
    assert gemeld.afsluiting.reden == "Overgedragen aan FACT-team Zonnedaal."


def test_too_heavy_with_a_side_role_keeps_the_team_in_while_the_specialist_leads(page, amina, gemeld):
    doe(page, amina, gemeld, **ZWAAR, bijrol="Hulp in het huishouden", coordinatie="Joke van het FACT-team")
    seen = toon(page, amina, gemeld)
    assert "Overgedragen aan FACT-team Zonnedaal." in seen.words
    assert "Het team blijft helpen: Hulp in het huishouden. Joke van het FACT-team coördineert." in seen.words
    assert Melding.objects.get().status == Meldingstatus.ONTVANGEN


def test_a_crisis_shows_the_steps_at_once_and_tells_coordinator_and_manager(page, amina, bram, farid, gemeld):
    """Gegeven een crisis. Als Bram triage doet. Dan ziet hij wie te bellen, en weten Amina en Farid het vandaag."""
    seen = doe(page, bram, gemeld, **(PAST | {"urgentie": "crisis"})).follow()
    assert "0800 2000" in seen.words
    taak = Taak.objects.get(herkomst=f"triage:{Triage.objects.get().pk}")
    assert (taak.voor, taak.uiterlijk) == (amina, VANDAAG)
    assert {bericht.aan for bericht in Crisisbericht.objects.all()} == {amina, farid}
    adres = reverse("meldingen:crisis", args=[Triage.objects.get().pk])
    with reis_naar(VANDAAG):
        bericht = Crisisbericht.objects.get(aan=farid)
        page(farid, reverse("meldingen:crisisbericht", args=[bericht.pk]), status=302)
        page(farid, adres).post({"stap": "alarm"}, status=403)
        stap = {"stap": "crisisdienst", "gesproken": "Joke", "om": "00:05", "afspraak": "Zij komt om 15 uur."}
        na = page(bram, adres).post(stap).follow()
        assert "Zij komt om 15 uur." in na.words
        page(bram, adres).post({"stap": "alarm", "gesproken": "", "om": "25", "afspraak": ""}, status=422)
        page(bram, adres).post({"einde": "ja", "hoe": "Sanne is veilig bij haar zus."})
    assert Crisishandeling.objects.get().gesproken == "Joke"
    assert Crisisbericht.objects.get(aan=farid).gelezen_op
    taak.refresh_from_db()
    assert taak.gedaan_op


def test_a_crisis_or_haste_is_never_too_light(page, amina, gemeld):
    seen = doe(page, amina, gemeld, status=422, **(LICHT | {"urgentie": "spoed"}))
    assert "Een vraag met spoed of crisis is niet te licht." in seen.words


def test_haste_gives_a_task_within_the_hours_of_the_municipality(page, amina, gemeld):
    doe(page, amina, gemeld, **(PAST | {"urgentie": "spoed"}))
    assert Taak.objects.get().uiterlijk == VANDAAG + timedelta(hours=inrichting().spoed_uren)


def test_a_later_triage_stands_beside_the_earlier_one_and_closes_its_task(page, amina, gemeld):
    doe(page, amina, gemeld, **(PAST | {"urgentie": "spoed"}))
    doe(page, amina, gemeld, **ZWAAR, bijrol="Administratie", coordinatie="Joke")
    assert Triage.objects.count() == 2
    assert not Taak.objects.filter(gedaan_op=None).exists()
    seen = toon(page, amina, gemeld)
    assert "vervangen door een latere triage" in seen.words


def test_enschede_one_domain_or_one_worker_is_not_enough(page, amina, gemeld, samen):
    seen = doe(page, amina, gemeld, status=422, **PAST, leefgebieden=["geld"])
    assert "op ten minste 2 leefgebieden" in seen.words
    assert "beslissen twee collega’s over toelating" in seen.words
    assert not Triage.objects.exists()


def test_enschede_the_second_worker_agrees_in_person_before_the_file_goes_into_regie(
    page, amina, farid, bram, gemeld, samen
):
    """Gegeven problemen met geld en wonen. Als Farid zelf instemt. Dan kan het dossier in regie."""
    doe(
        page,
        amina,
        gemeld,
        **PAST,
        leefgebieden=["geld", "wonen"],
        grond="Het gezin redt het niet.",
        samen_met=farid.pk,
    )
    dossier = Dossier.objects.get()
    with pytest.raises(NietMogelijk, match="toelating"):
        wijzig_status(dossier, to=Dossierstatus.IN_REGIE, reden="plan", by=amina, at=MAANDAG)
    toelating = Toelating.objects.get()
    assert Taak.objects.get(gedaan_op=None).voor == farid
    adres = reverse("meldingen:toelating", args=[toelating.pk])
    with reis_naar(VANDAAG):
        page(bram, adres).post({"antwoord": "ja"}, status=403)
        page(farid, adres).post({"antwoord": "nee", "reden": ""}, status=422)
        page(farid, adres).post({"antwoord": "ja"})
        assert "toegelaten" in page(amina, adres).words
    assert not Taak.objects.filter(gedaan_op=None).exists()
    wijzig_status(dossier, to=Dossierstatus.IN_REGIE, reden="plan", by=amina, at=MAANDAG)


def test_without_such_a_rule_nothing_more_is_asked(amina, gemeld):
    wijzig_status(gemeld.dossier, to=Dossierstatus.IN_REGIE, reden="plan", by=amina, at=MAANDAG)


def test_another_team_does_not_find_it_and_a_manager_may_not_decide(page, chantal, farid, gemeld):
    adres = reverse("meldingen:triage", args=[gemeld.pk])
    page(chantal, adres, status=404)
    page(farid, adres, status=403)


def test_the_page_of_a_melding_with_ten_triages_asks_no_more_of_the_database(page, amina, gemeld):
    for _keer in range(10):
        Triage.objects.create(
            dossier=gemeld.dossier, melding=gemeld, uitkomst="past", eigen_kijk="x", door=amina, op=nu()
        )
    page(amina, reverse("meldingen:melding", args=[gemeld.pk]), queries_max=15)
