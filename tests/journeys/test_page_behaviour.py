"""What a page does beyond HTML: keys, drafts that save themselves, forms that are sent once."""

import pytest
from playwright.sync_api import expect

AFTER_A_DRAFT_MS = 2_000
AFTER_A_FAILURE_MS = 40_000


@pytest.fixture
def components(browser_page):
    """Return the page of components, as a visitor sees it."""

    def open_page(**options):
        page = browser_page(None, **options)
        page.clock.install()
        page.goto("/ontwerp/")
        return page

    return open_page


@pytest.fixture
def drafts():
    """Return a function that answers drafts in the server's place; its answer may change on the way."""

    def answer(page, replies):
        def handle(route):
            if route.request.method != "POST":
                route.continue_()
            elif (reply := replies.pop(0)) == "line broken":
                route.abort()
            elif reply == "signed out":
                route.fulfill(status=302, headers={"Location": "/inloggen/"})
            else:
                route.fulfill(status=204, headers={"Eenplan-Bewaard": reply})

        page.route("**/ontwerp/", handle)

    return answer


def test_the_slash_key_leads_to_the_search_field(browser_page):
    page = browser_page("Amina")
    page.keyboard.press("/")
    expect(page.locator("#zoek")).to_be_focused()
    expect(page.locator("#zoek")).to_have_value("")


def test_two_keys_lead_to_a_page_of_the_menu(browser_page):
    page = browser_page("Amina")
    item = page.locator("nav [data-toets^='g ']").last
    address = item.get_attribute("href")
    for key in item.get_attribute("data-toets").split():
        page.keyboard.press(key)
    page.wait_for_url(f"**{address}")


def test_keys_do_nothing_while_somebody_types(components):
    page = components()
    field = page.get_by_label("Naam van de beller").first
    field.fill("")
    field.press_sequentially("?v")
    expect(field).to_have_value("?v")
    expect(page.locator("#toetsen")).not_to_have_attribute("open", "")


def test_the_question_mark_shows_the_keys_and_they_can_be_switched_off(components):
    page = components()
    page.locator("main").evaluate("main => main.focus()")
    page.keyboard.press("?")
    expect(page.locator("#toetsen summary")).to_be_focused()
    page.get_by_role("button", name="Sneltoetsen uitzetten").click()
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("#toetsen")).not_to_have_attribute("open", "")


def test_a_draft_is_saved_without_a_key(components, drafts):
    page = components()
    drafts(page, ["14:05"])
    page.get_by_label("Naam van de beller").first.fill("Sanne de Wit")
    status = page.locator("[data-bewaard]")
    expect(status).to_have_text("nog niet bewaard")
    page.clock.run_for(AFTER_A_DRAFT_MS)
    expect(status).to_have_text("bewaard 14:05")


def test_a_broken_line_is_told_and_tried_again_until_the_draft_is_kept(components, drafts):
    page = components()
    drafts(page, ["line broken", "signed out", "14:07"])
    page.get_by_label("Naam van de beller").first.fill("Sanne de Wit")
    status = page.locator("[data-bewaard]")
    page.clock.run_for(AFTER_A_DRAFT_MS)
    expect(status).to_have_text("nog niet bewaard – we proberen het opnieuw")
    page.clock.run_for(AFTER_A_FAILURE_MS)
    expect(status).to_contain_text("u bent uitgelogd")
    page.clock.run_for(AFTER_A_FAILURE_MS)
    expect(status).to_have_text("bewaard 14:07")
    expect(page.get_by_label("Naam van de beller").first).to_have_value("Sanne de Wit")


def test_nothing_typed_stays_behind_in_the_browser(components, drafts):
    page = components()
    drafts(page, ["14:05"])
    page.get_by_label("Naam van de beller").first.fill("Sanne de Wit")
    page.clock.run_for(AFTER_A_DRAFT_MS)
    expect(page.locator("[data-bewaard]")).to_have_text("bewaard 14:05")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Sanne" not in kept


def test_a_form_is_sent_once_and_says_so(components):
    page = components()
    sent = []

    def accept(route):
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request)
        return route.fulfill(status=204)  # the browser stays on the page

    page.route("**/ontwerp/", accept)
    button = page.get_by_role("button", name="Opslaan")
    button.evaluate("button => { button.click(); button.click(); }")
    expect(page.get_by_text("Even geduld, we versturen dit.")).to_be_visible()
    expect(button).to_have_attribute("aria-disabled", "true")
    assert len(sent) == 1
    page.clock.run_for(AFTER_A_FAILURE_MS)
    expect(button).not_to_have_attribute("aria-disabled", "true")


def test_errors_take_the_focus_and_lead_to_their_field(components):
    page = components()
    expect(page.locator("[data-foutenlijst]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#id_fout-geboortedatum")).to_be_focused()


def test_a_section_stays_as_the_reader_left_it_and_opens_by_its_address(components):
    page = components()
    page.locator("#plan summary").first.click()
    page.reload()
    expect(page.locator("#plan > details")).not_to_have_attribute("open", "")
    page.goto("/ontwerp/#plan")
    expect(page.locator("#plan > details")).to_have_attribute("open", "")


def test_escape_closes_the_menu_and_gives_the_focus_back(components):
    page = components()
    page.locator("[data-menu] summary").click()
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu]")).not_to_have_attribute("open", "")
    expect(page.locator("[data-menu] summary")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_every_component_is_accessible_and_fits(components, check_axe, width, scheme):
    page = components(width=width, color_scheme=scheme)
    check_axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_page_works_without_scripts(browser_page):
    page = browser_page(None, java_script_enabled=False)
    page.goto("/ontwerp/")
    page.locator("[data-menu] summary").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
