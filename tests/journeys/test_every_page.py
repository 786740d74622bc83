"""Everybody can read every page they can reach, on a phone and on a desk, light and dark."""

import re
from urllib.parse import urlsplit

import pytest

MOST_PAGES = 80


def shape(url):
    """Return the address with its numbers taken out: one household's page stands for all of them."""
    return re.sub(r"\d+", "0", urlsplit(url).path)


def links(page):
    return page.eval_on_selector_all("a[href^='/']", "links => links.map(link => link.getAttribute('href'))")


def fits(page):
    """Return whether nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("persona", [None, "Amina", "Daan", "Els", "Farid", "Gerda"])
def test_every_page_within_reach_is_accessible_and_fits_the_screen(persona, width, browser_page, check_axe):
    page = browser_page(persona, width=width, color_scheme="dark" if width == 360 else "light")
    waiting, seen = [page.url, *links(page)], set()
    while waiting and len(seen) < MOST_PAGES:
        url = waiting.pop(0)
        if shape(url) in seen:
            continue
        seen.add(shape(url))
        answer = page.request.get(url)
        assert answer.status == 200, f"a link led to {answer.status}: {url}"
        # A letter or a paper of the file is a download; only pages are looked at.
        if answer.headers["content-type"].startswith("text/html"):
            page.goto(url)
            check_axe(page)
            assert fits(page), f"scrolls sideways at {width} pixels: {url}"
            waiting += links(page)
    assert seen
