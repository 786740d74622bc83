"""Everybody can read every page they can reach, on a phone and on a desk, light and dark, and enlarged."""

import re
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest

MOST_PAGES = 120
# These two see what others see, and first of all what nobody else does.
FEW_PAGES = {"Saskia": 8, "Willem": 8}

# Where something rare is to be seen: an address, or a resident of a story with pages of that household. They are
# walked first, so that what stands behind them is what is looked at.
BEGINS = {
    None: ("/inloggen/",),
    "Amina": (
        ("Samira El Idrissi", "", "verzoeken/"),
        ("Naima Bouali", "", "delen/", "toestemmingen/", "gezin/"),
        ("Anouk Vermeer", "gezin/"),
        ("Abdi Warsame", "toegang/"),
    ),
    "Saskia": (("Sanne de Wit", "", "wetlabels/"),),
}


def shape(url):
    """Return the address with its numbers taken out: one household's page stands for all of them."""
    return re.sub(r"\d+", "0", urlsplit(url).path)


def links(page):
    return page.eval_on_selector_all("a[href^='/']", "links => links.map(link => link.getAttribute('href'))")


def fits(page):
    """Return whether nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def household(page, name):
    """Return the page of the household of this resident, found as a worker finds it."""
    page.goto("/zoeken/")
    page.get_by_label("Wie of wat zoekt u?").fill(name)
    found = page.locator("#treffers a").filter(has_text=name).first
    return found.get_attribute("href")


def begins(page, persona):
    """Return where a walk begins: what is rare, then where this worker begins the day."""
    first = page.url
    for begin in BEGINS.get(persona, ()):
        if isinstance(begin, str):
            yield begin
        else:
            name, *pages = begin
            address = household(page, name)
            yield from (address + part for part in pages)
    yield first


def look(page, check_axe):
    """Tell what is wrong with one page on a desk, on a tablet, with large letters, and on a phone."""
    wrong = []

    def axe():
        try:
            check_axe(page)
        except AssertionError as fault:
            wrong.append(str(fault))

    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(color_scheme="light")
    axe()
    if not fits(page):
        wrong.append(f"scrolls sideways at 1440 pixels: {page.url}")
    page.set_viewport_size({"width": 768, "height": 900})
    if not fits(page):
        wrong.append(f"scrolls sideways at 768 pixels: {page.url}")
    # 200 % zoom of a window of 1280 pixels is a page of 640, here with text alone twice as large as well.
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if not fits(page):
        wrong.append(f"scrolls sideways when enlarged: {page.url}")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(color_scheme="dark")
    axe()
    if not fits(page):
        wrong.append(f"scrolls sideways at 320 pixels: {page.url}")
    return wrong


@pytest.mark.parametrize(
    "persona", [None, "Amina", "Daan", "Els", "Farid", "Gerda", "Ilse", "Ineke", "Koen", "Saskia", "Vera", "Willem"]
)
def test_every_page_within_reach_is_accessible_and_fits_the_screen(persona, browser_page, check_axe):
    page = browser_page(persona)
    waiting = list(begins(page, persona))
    rare, seen, wrong = set(waiting), set(), []
    while waiting and len(seen) < FEW_PAGES.get(persona, MOST_PAGES):
        url = waiting.pop(0)
        if shape(url) in seen and url not in rare:
            continue
        rare.discard(url)
        seen.add(shape(url))
        answer = page.request.get(url)
        if answer.status != HTTPStatus.OK:
            wrong.append(f"a link led to {answer.status}: {url}")
        # A letter or a paper of the file is a download; only pages are looked at.
        elif answer.headers["content-type"].startswith("text/html"):
            page.goto(url)
            wrong += look(page, check_axe)
            waiting += links(page)
    assert seen
    assert not wrong, "\n".join(wrong)
