"""The main job in a real browser: from a call to help that has begun, by everybody who has a part in it."""

import io
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from eenplan import inrichting
from eenplan.core import klok
from journeys import hoofdweg
from journeys.hand import Hand, Ledger
from journeys.hoofdweg import Resident

ZONNEDAAL = Path(inrichting.__file__).parent / "gemeenten" / "zonnedaal.toml"
NOORD_1 = "1231AA"  # Lindehof, the area of Amina's team


@pytest.fixture
def staff(browser_page, check_axe):
    """Return a function that gives the hand of a member of the cast; axe looks at every page that hand comes to."""
    ledger, hands = Ledger(), {}

    def hand(persona: str, **options) -> Hand:
        if persona not in hands or options:
            hands[persona] = Hand(browser_page(persona, **options), persona, ledger, look=check_axe)
        return hands[persona]

    hand.ledger = ledger
    return hand


def mandatory_fields(page) -> int:
    return page.locator("main").get_by_text("verplicht", exact=True).count()


def last_day_for_bezwaar(day: date) -> str:
    """Ask the command for lawyers, so that letter and screen are checked against something outside them."""
    done = subprocess.run(
        [sys.executable, "-m", "eenplan.project.cli", "termijn", "awb-bezwaar", day.isoformat()],
        capture_output=True,
        text=True,
        check=True,
    )
    return re.search(r"Laatste dag: (.+) \(", done.stdout)[1]


@dataclass
class Trail:
    """Where the story came: the addresses that others try afterwards."""

    resident: Resident
    today: date
    melding: str = ""
    household: str = ""
    plan: str = ""
    price: str = ""

    @property
    def number(self) -> str:
        """Return the number of the file."""
        return self.household.rstrip("/").rpartition("/")[2]


def test_from_a_call_to_help_that_has_begun(staff):
    trail = Trail(Resident("Fenna Zandstrook", NOORD_1), klok.vandaag())
    gerda_takes_the_call(staff("Gerda"), trail)
    amina_does_the_onderzoek(staff("Amina"), trail)
    amina_writes_the_plan(staff("Amina"), trail)
    farid_returns_and_adopts_it(staff("Farid"), staff("Amina"), trail)
    amina_records_the_aanvraag(staff("Amina"), trail)
    daan_decides(staff("Daan"), trail)
    the_letter_says_what_the_plan_says(staff("Daan"), trail)
    help_begins(staff("Daan"), staff("Amina"), trail)
    chantal_meets_closed_doors(staff("Chantal"), trail)
    els_sees_the_trail_without_names(staff("Els"), trail)
    assert not staff.ledger.typed_twice


def gerda_takes_the_call(gerda: Hand, trail: Trail) -> None:
    gerda.go("/aannemen/")
    assert mandatory_fields(gerda.page) <= 4
    hoofdweg.hear(gerda, trail.resident)
    gerda.page.locator("#zij").get_by_text(re.compile("Nog niet bekend|Is het een van hen")).wait_for()
    said = hoofdweg.promote(gerda)
    assert "De melding is gemaakt met alles wat u hebt opgeschreven." in said
    for fact in (trail.resident.name, "1231 AA 941", hoofdweg.QUESTION, "telefoongesprek met Gerda", "Team Noord 1"):
        assert fact in said
    trail.melding = gerda.page.url
    assert "ontvangst bevestigd" in hoofdweg.confirm(gerda)


def amina_does_the_onderzoek(amina: Hand, trail: Trail) -> None:
    assert "Amina Bouzid is vanaf vandaag de regisseur." in hoofdweg.take_up(amina, trail.resident)
    trail.household = amina.page.url
    assert "in onderzoek" in hoofdweg.begin_onderzoek(amina)
    assert "Het gesprek staat in uw agenda." in hoofdweg.plan_talk(amina, trail.resident, trail.today)
    hoofdweg.report_talk(amina)
    hoofdweg.saved(amina, amina.page.locator("main"))
    expect(amina.page.get_by_text("7 van 7 besproken")).to_be_visible()
    assert "Het verslag is verstuurd." in hoofdweg.send_report(amina)
    report = hoofdweg.record_correction(amina)
    assert f"“{hoofdweg.CORRECTION}”" in report
    for text in hoofdweg.TALK.values():
        assert text in report, "the report itself stays as it was sent"
    amina.follow(trail.resident.family)
    assert "Het onderzoek is afgerond en de termijn is gestopt." in hoofdweg.finish_onderzoek(amina)


def amina_writes_the_plan(amina: Hand, trail: Trail) -> None:
    amina.follow(trail.resident.family)
    hoofdweg.begin_plan(amina)
    hoofdweg.write_hope_and_analysis(amina)
    refused = hoofdweg.hand_in(amina)
    assert "nog niet aangeboden" in refused
    assert "Voeg ten minste één doel toe." in refused
    hoofdweg.add_goal(amina, trail.today)
    offer = hoofdweg.climb_ladder(amina, trail.today)
    trail.price = re.search(r"Per maand (€ [\d.,]+)", offer)[1]
    assert "Wachttijd" in offer
    assert "Plaatsen vrij" in offer
    assert f"Deze keuze erbij {trail.price}" in offer, "the price is seen before anything is saved"
    assert trail.price in hoofdweg.choose_help(amina)
    assert "Het plan is aangeboden." in hoofdweg.hand_in(amina)
    trail.plan = amina.page.url
    amina.page.goto(f"{trail.plan}vaststelling/")
    assert "Stel het plan vast" not in amina.words(), "nobody adopts a plan of their own"


def farid_returns_and_adopts_it(farid: Hand, amina: Hand, trail: Trail) -> None:
    judged = hoofdweg.review(farid, trail.resident)
    assert trail.price in judged
    assert "De normtoets is schoon" in judged
    assert "Het plan is terug bij de opsteller" in hoofdweg.send_back(farid)
    amina.go("/mijn-dag/")
    assert hoofdweg.RETURNED in amina.follow(f"Openen: Plan is teruggestuurd, {trail.resident.family}")
    assert "Het plan is aangeboden." in hoofdweg.improve(amina)
    farid.go("/mijn-dag/")
    hoofdweg.review(farid, trail.resident)
    assert "Het plan is vastgesteld." in hoofdweg.adopt(farid)


def amina_records_the_aanvraag(amina: Hand, trail: Trail) -> None:
    amina.go("/mijn-dag/")
    assert trail.resident.name in hoofdweg.record_aanvraag(amina, trail.resident)


def daan_decides(daan: Hand, trail: Trail) -> None:
    assert "3 uur per week" in hoofdweg.prepare(daan, trail.resident)
    refused = hoofdweg.try_to_decide(daan)
    assert "Het besluit kan nog niet worden genomen" in refused
    assert "Schrijf de reden bij ‘Eigen kracht’." in refused
    hoofdweg.write_grounds(daan)
    expect(daan.page.locator("#voorbeeld")).to_contain_text(hoofdweg.SUMMARY)
    assert "Besluit nemen en brief maken" not in refused
    hoofdweg.check_decision(daan)
    assert "Het besluit is genomen" in hoofdweg.decide(daan)


def the_letter_says_what_the_plan_says(daan: Hand, trail: Trail) -> None:
    with daan.page.expect_download() as started:
        daan.page.get_by_role("link", name="Brief opslaan (pdf)").click()
    pdf = started.value.path().read_bytes()
    letter = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
    [granted] = daan.page.locator("#plan tbody tr").all()
    cells = [" ".join(cell.split()) for cell in granted.locator("th, td").all_inner_texts()]
    assert "3 uur per week" in cells
    for words in (*cells, hoofdweg.SUMMARY, *hoofdweg.GROUNDS.values()):
        assert words in letter
    assert f"Dat kan tot en met {last_day_for_bezwaar(trail.today)}" in letter
    assert trail.resident.name not in started.value.suggested_filename


def help_begins(daan: Hand, amina: Hand, trail: Trail) -> None:
    hoofdweg.allocate(daan)
    assert "Hulp gestart" in hoofdweg.report_start(daan)
    amina.go(trail.household)
    amina.open("Van eerste contact tot hulp")
    way = amina.page.locator("#doorloop .ep-stappen").last
    expect(way.locator(".ep-stap--gedaan")).to_have_count(way.locator(".ep-stap").count())
    assert way.locator(".ep-stap").count() >= 7, way.inner_text()


def chantal_meets_closed_doors(chantal: Hand, trail: Trail) -> None:
    for address in (trail.household, trail.plan, trail.melding):
        assert chantal.page.goto(address).status == 404
        assert trail.resident.name not in chantal.look()
    chantal.go("/zoeken/")
    chantal.page.get_by_label("Wie of wat zoekt u?").fill(trail.resident.name)
    chantal.page.locator("#treffers").get_by_text("Niemand gevonden").wait_for()


def els_sees_the_trail_without_names(els: Hand, trail: Trail) -> None:
    els.go(f"/logboek/?dossier={trail.number}")
    told = els.words("main").casefold()
    for act in ("plan vastgesteld", "besluit genomen", "verslag verstuurd"):
        assert act in told
    assert trail.resident.name.split()[1].casefold() not in told
    assert els.page.goto(trail.household).status in {403, 404}


# --- The same by keyboard, by phone, enlarged, in English, without JavaScript ---------------------------------------


def test_the_front_office_part_by_keyboard_alone(browser_page):
    page = browser_page("Gerda")
    keys = page.keyboard
    assert page.evaluate("document.activeElement.name") == "naam", "focus lands where one would type next"
    keys.type("Tamar Toetsema")
    tab_to(page, "postcode")
    keys.type(NOORD_1)
    tab_to(page, "huisnummer")
    keys.type("942")
    tab_to(page, "vraag")
    keys.type("Mijn rolstoel past niet door de deur.")
    tab_to_button(page, "Melding maken")
    with page.expect_navigation():
        keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Melding van Tamar Toetsema")
    with page.expect_navigation():
        keys.press("b")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ontvangst bevestigen")
    tab_to_button(page, "Bevestiging versturen")
    with page.expect_navigation():
        keys.press("Enter")
    expect(page.get_by_text("De ontvangstbevestiging is verstuurd.")).to_be_visible()


# A group around the field may show the focus in its place.
FOCUS = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const drawn = part => { const style = getComputedStyle(part);
    return style.outlineStyle !== "none" || style.boxShadow !== "none"; };
  return {name: at.name || "", text: at.innerText || "", tag: at.tagName,
          visible: box.width > 0 && (drawn(at) || (at.parentElement && drawn(at.parentElement)))};
}"""


def tab_until(page, found) -> None:
    """Press Tab until the focus is there, and see at every stop where it is."""
    for _ in range(80):
        focus = page.evaluate(FOCUS)
        if found(focus):
            return
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["tag"] == "BODY" or focus["visible"], f"the focus cannot be seen: {focus}"
    pytest.fail("Tab never came there")


def tab_to(page, name: str) -> None:
    tab_until(page, lambda focus: focus["name"] == name)


def tab_to_button(page, text: str) -> None:
    tab_until(page, lambda focus: focus["tag"] == "BUTTON" and focus["text"] == text)


MAIN_PAGES = {
    "Gerda": ["/aannemen/", "/zoeken/", "/mijn-dag/"],
    "Amina": ["/mijn-dag/", "HOUSEHOLD", "REPORT", "PLAN", "/aanbod/"],
    "Farid": ["/mijn-dag/", "/team/"],
    "Daan": ["/mijn-dag/"],
    "Els": ["/logboek/"],
}
NO_SCROLL = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def addresses(page, persona: str) -> list[str]:
    """Return the main pages of this worker; those of a file are of the first one on Mijn dag that has them."""
    own = {"HOUSEHOLD": "/huishoudens/", "REPORT": "/verslag/", "PLAN": "/plannen/"}
    page.goto("/mijn-dag/")
    links = page.eval_on_selector_all("main a[href^='/']", "links => links.map(link => link.getAttribute('href'))")
    found = {name: next((link for link in links if part in link), None) for name, part in own.items()}
    return [url for url in (found.get(name, name) for name in MAIN_PAGES[persona]) if url]


@pytest.mark.parametrize("persona", MAIN_PAGES)
def test_the_main_pages_fit_a_screen_of_320_pixels(persona, browser_page, check_axe):
    page = browser_page(persona, width=320)
    for url in addresses(page, persona):
        page.goto(url)
        assert page.evaluate(NO_SCROLL), f"scrolls sideways at 320 pixels: {url}"
        check_axe(page)


@pytest.mark.parametrize("persona", MAIN_PAGES)
def test_the_main_pages_can_be_enlarged_to_twice_their_size(persona, browser_page):
    # 200 % zoom in a window of 1280 pixels is a page of 640 CSS pixels, drawn twice as large.
    page = browser_page(persona, width=640, device_scale_factor=2)
    for url in addresses(page, persona):
        page.goto(url)
        assert page.evaluate(NO_SCROLL), f"scrolls sideways at 200 %: {url}"
        # Text alone twice as large, as a reader sets in the browser.
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(NO_SCROLL), f"scrolls sideways with text twice as large: {url}"


def test_the_front_office_part_in_english(browser_page, check_axe):
    page = browser_page("Gerda", language="en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("[name=naam]").fill("Emma Englander")
    page.locator("[name=postcode]").fill(NOORD_1)
    page.locator("[name=huisnummer]").fill("943")
    page.locator("[name=vraag]").fill("I cannot manage the household any more.")
    check_axe(page)
    assert not dutch_words(page)
    with page.expect_navigation():
        page.locator("button[value=melding]").click()
    check_axe(page)
    assert not dutch_words(page)
    # The letter to the resident stays Dutch, and says so to a screen reader.
    page.goto(page.url + "bevestiging/")
    expect(page.locator("article.ep-brief")).to_have_attribute("lang", "nl")
    expect(page.locator("article.ep-brief")).to_contain_text("Wij hebben uw melding ontvangen")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()
    assert not dutch_words(page)


# Words of Dutch sentences that no English one has; the terms of the law stay Dutch (Melding, Wmo 2015).
DUTCH = re.compile(r"\b(de|het|een|niet|wordt|hebt|uw|voor|naar|nog|waar|deze)\b", re.IGNORECASE)


def dutch_words(page) -> list[str]:
    """Return what is still Dutch on the page, outside the own words of people and of the municipality's settings."""
    lines = page.evaluate(
        """() => { const page = document.body.cloneNode(true);
        page.querySelectorAll('[lang=nl], blockquote, textarea, script, .ep-demobalk').forEach(part => part.remove());
        return [...page.querySelectorAll('h1, h2, h3, p, label, legend, button, a, li, dt, dd, summary, option')]
          .filter(part => !part.children.length).map(part => part.textContent.trim()).filter(Boolean); }"""
    )
    own = ZONNEDAAL.read_text(encoding="utf-8")
    return [line for line in lines if len(DUTCH.findall(line)) > 1 and line.rpartition(": ")[2] not in own]


def test_without_javascript_from_the_call_to_the_sent_report(browser_page):
    resident, today = Resident("Nanda Noscripta", NOORD_1, "944"), klok.vandaag()
    gerda = Hand(browser_page("Gerda", java_script_enabled=False), "Gerda")
    hoofdweg.hear(gerda, resident)
    # Enter in a text box looks the resident up and keeps what was typed; it never ends the call.
    with gerda.page.expect_navigation():
        gerda.field("Huisnummer").press("Enter")
    assert gerda.field("Wat is de vraag?").input_value() == hoofdweg.QUESTION
    hoofdweg.promote(gerda)
    hoofdweg.confirm(gerda)
    amina = Hand(browser_page("Amina", java_script_enabled=False), "Amina")
    hoofdweg.take_up(amina, resident)
    hoofdweg.begin_onderzoek(amina)
    hoofdweg.plan_talk(amina, resident, today)
    hoofdweg.report_talk(amina)
    assert "Bewaard om" in amina.press("Opslaan", exact=True)
    assert "7 van 7 besproken" in amina.words()
    assert "Het verslag is verstuurd." in hoofdweg.send_report(amina)
    assert hoofdweg.CORRECTION in hoofdweg.record_correction(amina)


# --- What goes wrong in real life -----------------------------------------------------------------------------------


def test_a_double_click_on_melding_maken_makes_one_melding(browser_page):
    resident = Resident("Dorus Dubbelklik", NOORD_1, "945")
    gerda = Hand(browser_page("Gerda"), "Gerda")
    hoofdweg.hear(gerda, resident)
    with gerda.page.expect_navigation():
        gerda.page.get_by_role("button", name="Melding maken", exact=True).dblclick()
    confirm = f"{gerda.page.url}bevestiging/"
    gerda.go(confirm)
    with gerda.page.expect_navigation():
        gerda.page.get_by_role("button", name="Bevestiging versturen").dblclick()
    amina = Hand(browser_page("Amina"), "Amina")
    new = amina.page.locator("#nieuw li").filter(has_text=resident.family)
    expect(new).to_have_count(1)
    with amina.page.expect_navigation():
        new.get_by_role("button").dblclick()
    expect(amina.page.locator("#contact").get_by_text("Vraag om hulp")).to_have_count(1)
    expect(amina.page.locator("#documenten").get_by_text("Ontvangstbevestiging")).to_have_count(1)
    amina.page.get_by_label("Notitie").fill("Buurman heeft de sleutel.")
    with amina.page.expect_navigation():
        amina.page.get_by_role("button", name="Notitie opslaan").dblclick()
    expect(amina.page.locator("#verhaal").get_by_text("Buurman heeft de sleutel.")).to_have_count(1)


def test_the_back_button_gives_back_what_was_written(browser_page):
    gerda = Hand(browser_page("Gerda"), "Gerda")
    hoofdweg.hear(gerda, Resident("Terry Terugknop", NOORD_1, "946"))
    gerda.go("/zoeken/")
    gerda.page.go_back()
    assert gerda.field("Wat is de vraag?").input_value() == hoofdweg.QUESTION


def test_a_session_that_ended_while_typing_loses_no_word(browser_page):
    page = browser_page("Gerda")
    gerda = Hand(page, "Gerda")
    resident = Resident("Serra Sessieverlies", NOORD_1, "947")
    hoofdweg.hear(gerda, resident)
    page.context.clear_cookies(name="eenplan_sessie")
    with page.expect_navigation():
        page.get_by_role("button", name="Melding maken", exact=True).click()
    expect(page.get_by_text("U was uitgelogd, maar uw tekst is er nog")).to_be_visible()
    expect(page.get_by_text(hoofdweg.QUESTION)).to_be_visible()


def test_a_report_is_kept_on_screen_when_the_session_ends_and_saved_after_signing_in_elsewhere(browser_page):
    page, today = browser_page("Amina"), klok.vandaag()
    gerda = Hand(browser_page("Gerda"), "Gerda")
    resident = Resident("Ava Aflopend", NOORD_1, "948")
    hoofdweg.hear(gerda, resident)
    hoofdweg.promote(gerda)
    hoofdweg.confirm(gerda)
    amina = Hand(page, "Amina")
    amina.go("/mijn-dag/")
    hoofdweg.take_up(amina, resident)
    hoofdweg.plan_talk(amina, resident, today, "08:15")
    amina.follow("Verslag schrijven")
    page.context.clear_cookies(name="eenplan_sessie")
    amina.type("Afspraken", "Wij bellen de woningcorporatie.")
    expect(page.get_by_text("u bent uitgelogd")).to_be_visible()
    other = page.context.new_page()
    other.goto("/")
    other.get_by_role("button", name=re.compile(r"\bAmina\b")).click()
    other.get_by_role("heading", level=1).wait_for()
    expect(page.get_by_text(re.compile(r"^bewaard \d\d:\d\d"))).to_be_visible(timeout=30_000)
    page.reload()
    assert amina.field("Afspraken").input_value() == "Wij bellen de woningcorporatie."
