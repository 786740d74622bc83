"""Trust in a real browser: another team's worker breaks the glass, and everybody who should know of it does."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from eenplan.core import klok
from journeys.hand import Hand
from journeys.hoofdweg import dutch

RESIDENT, SURNAME, FAMILY = "Mark de Groot", "de Groot", "Fam. de Groot"
REASON = "politie, crisisdienst of ziekenhuis heeft nu informatie nodig"
SITUATION = "De crisisdienst vraagt of er kinderen in huis zijn."
JUDGEMENT = "De crisisdienst bevestigt dat zij vroeg. Bellen lukte niet."


@pytest.fixture
def staff(browser_page, check_axe):
    """Return a function that gives the hand of a member of the cast; axe looks at every page that hand comes to."""

    def hand(persona: str) -> Hand:
        return Hand(browser_page(persona), persona, look=check_axe)

    return hand


def test_breaking_the_glass_from_the_question_to_what_the_resident_may_read(staff):
    amina, chantal, els = staff("Amina"), staff("Chantal"), staff("Els")
    household, born = amina_knows_the_family(amina)
    chantal_learns_only_whom_to_call(chantal, household, born)
    chantal_breaks_the_glass(chantal, household)
    chantal_reads_and_changes_nothing(chantal, household)
    amina_is_told(amina)
    els_judges_without_reading(els, household)
    the_next_day_the_file_is_closed(chantal, household)
    amina_shows_the_family_who_looked(amina, household)


def amina_knows_the_family(amina: Hand) -> tuple[str, str]:
    """Return the address of the household and the birth date that its coordinator knows."""
    amina.go("/zoeken/")
    amina.type("Wie of wat zoekt u?", RESIDENT)
    hit = amina.page.locator("#treffers a").filter(has_text=RESIDENT)
    born = re.search(r"\d+ \w{3} \d{4}", hit.inner_text())
    return hit.get_attribute("href"), born[0]


def chantal_learns_only_whom_to_call(chantal: Hand, household: str, born: str) -> None:
    assert chantal.page.goto(household).status == 404
    assert RESIDENT not in chantal.look()
    chantal.go("/mijn-toegang/")
    chantal.follow("Wie is betrokken?")
    chantal.type("Achternaam", SURNAME)
    chantal.type("Geboortedatum", born)
    answer = chantal.press("Vraag wie betrokken is")
    for told in ("Er is iemand betrokken", "Amina Bouzid", "Team Noord 1", "Bel eerst."):
        assert told in answer
    for kept in (RESIDENT, FAMILY):
        assert kept not in answer
    assert chantal.page.url.endswith("/betrokkenheid/"), "nobody is named in an address"


def chantal_breaks_the_glass(chantal: Hand, household: str) -> None:
    chantal.press("Noodtoegang", exact=True)
    chantal.press("Open het dossier")
    expect(chantal.page.locator("[data-foutenlijst]")).to_be_focused()
    chantal.tick(REASON)
    chantal.type("Wat is er aan de hand?", SITUATION)
    assert "De regisseur en de functionaris gegevensbescherming weten dit." in chantal.press("Open het dossier")
    assert chantal.page.url.endswith(household)


def chantal_reads_and_changes_nothing(chantal: Hand, household: str) -> None:
    page = chantal.page
    bar = page.get_by_role("complementary", name="Noodtoegang")
    for address in ("", "taken/", "gezin/"):
        assert FAMILY in chantal.go(household + address)
        expect(bar).to_contain_text(re.compile(r"Noodtoegang tot \d\d[.:]\d\d"))
        assert fits_a_phone(page)
    chantal.go(household)
    expect(page.get_by_role("button", name="Notitie opslaan")).to_have_count(0)
    token = bar.locator("[name=csrfmiddlewaretoken]").get_attribute("value")
    form = {"csrfmiddlewaretoken": token, "tekst": "Zij was niet thuis."}
    refused = page.request.post(f"{household}notities/", form=form, headers={"Referer": page.url})
    assert refused.status == 403
    assert "Met noodtoegang leest u alleen" in refused.text()


def fits_a_phone(page) -> bool:
    """Return whether the page with its warning needs no scrolling sideways on a small phone."""
    page.set_viewport_size({"width": 320, "height": 900})
    fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    return fits


def amina_is_told(amina: Hand) -> None:
    amina.go("/mijn-dag/")
    line = amina.page.locator("main li").filter(has_text="Noodtoegang tot dit dossier").filter(has_text=FAMILY)
    expect(line).to_contain_text("Chantal Peeters")
    expect(line).to_contain_text(REASON)
    shown = amina.follow("Noodtoegang tot dit dossier", within=line)
    for told in ("Chantal Peeters", REASON, SITUATION):
        assert told in shown


def els_judges_without_reading(els: Hand, household: str) -> None:
    number = household.rstrip("/").rpartition("/")[2]
    els.go("/mijn-dag/")
    seen = els.follow(f"Beoordelen: Noodtoegang beoordelen, dossier {number}")
    for told in ("Chantal Peeters", REASON, SITUATION, "/huishoudens/…/"):
        assert told in seen
    for kept in (RESIDENT, FAMILY, "Zij was niet thuis"):
        assert kept not in seen
    assert els.page.goto(household).status in {403, 404}
    els.page.go_back()
    els.tick("terecht")
    els.type("Waarom vindt u dat?", JUDGEMENT)
    assert "Uw oordeel is bewaard." in els.press("Bewaar het oordeel")


def the_next_day_the_file_is_closed(chantal: Hand, household: str) -> None:
    """Chantal still has the page open when its time is over: the next click leads nowhere."""
    other = chantal.page.context.new_page()
    other.goto("/rollen/")
    other.get_by_label("Welke dag moet het zijn?").fill(dutch(klok.vandaag() + timedelta(days=1)))
    with other.expect_navigation():
        other.get_by_role("button", name="Naar deze dag").click()
    with chantal.page.expect_navigation():
        chantal.page.locator(f"main a[href^='{household}']").first.click()
    assert RESIDENT not in chantal.look()
    assert chantal.page.goto(household).status == 404
    expect(chantal.page.get_by_role("complementary", name="Noodtoegang")).to_have_count(0)


def amina_shows_the_family_who_looked(amina: Hand, household: str) -> None:
    amina.go(household)
    shown = amina.follow("Wie keek in dit dossier")
    row = amina.page.locator("main tr").filter(has_text="Chantal Peeters").first
    expect(row).to_contain_text("noodtoegang")
    # That the glass was broken is told; why may put somebody else in danger, and is for the coordinator.
    for kept in (REASON, SITUATION):
        assert kept not in shown
