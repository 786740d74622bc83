"""Whole pages, blocks of them for htmx, and the pages that say what went wrong."""

from datetime import datetime

import pytest
from django.contrib.messages.storage.base import BaseStorage, Message
from django.template import engines, loader
from django.test import RequestFactory
from django.utils import translation
from lxml import html

from eenplan.core import antwoord
from eenplan.core.fragmenten import render_blok
from eenplan.core.klok import AMSTERDAM
from page import Page, check_page

HTMX = {"HX-Request": "true"}
FOUTPAGINAS = [
    "core/400.html",
    "core/403.html",
    "core/403_csrf.html",
    "core/404.html",
    "core/409.html",
    "core/500.html",
    "core/geblokkeerd.html",
]


class Onthouden(BaseStorage):
    """Messages that are kept in a list, without a session."""

    def _get(self, *args: object, **kwargs: object) -> tuple[list[Message], bool]:
        return [], True

    def _store(self, messages: list[Message], response: object, *args: object, **kwargs: object) -> list[Message]:
        return []


@pytest.fixture
def request_with(rf: RequestFactory):
    def build(zin: str = "", **headers: str):
        request = rf.get("/ontwerp/", headers=headers)
        request._messages = Onthouden(request)
        if zin:
            request._messages.add(25, zin)
        return request

    return build


def test_a_page_is_whole_for_a_browser_and_a_block_for_htmx(request_with):
    whole = antwoord.pagina(request_with(), "core/404.html", fragment="wat_er_is").content.decode()
    part = antwoord.pagina(request_with(**HTMX), "core/404.html", fragment="wat_er_is").content.decode()
    assert whole.startswith("<!doctype html>")
    assert part in whole
    assert "<" not in part
    assert part.startswith("Het adres klopt niet meer")


def test_the_back_button_and_a_boosted_link_get_the_whole_page(request_with):
    for header in ("HX-History-Restore-Request", "HX-Boosted"):
        request = request_with(**HTMX, **{header: "true"})
        assert b"<html" in antwoord.pagina(request, "core/404.html", fragment="wat_er_is").content


def test_caches_are_told_that_the_answer_depends_on_htmx(request_with):
    assert "HX-Request" in antwoord.pagina(request_with(), "core/404.html")["Vary"]


def test_a_block_may_use_what_the_page_imports(request_with):
    text = render_blok("core/404.html", "verder", {}, request_with())
    assert 'href="/"' in text
    assert "utrecht-button" in text


def test_a_block_of_the_parent_is_found_too(request_with):
    assert "Deze pagina bestaat niet" in render_blok("core/404.html", "kop", {}, request_with())


def test_an_unknown_block_is_a_fault_of_ours(request_with):
    with pytest.raises(KeyError, match="no block praatje"):
        render_blok("core/404.html", "praatje", {}, request_with())


def test_values_in_a_block_are_escaped(request_with):
    text = render_blok("core/403.html", "wat_er_is", {"zin": "<script>"}, request_with())
    assert text.strip() == "&lt;script&gt;"


def test_a_fragment_brings_its_message_along(request_with):
    answer = antwoord.pagina(request_with("Het plan is bewaard.", **HTMX), "core/404.html", fragment="wat_er_is")
    tree = html.fragment_fromstring(answer.content.decode(), create_parent=True)
    region = tree.get_element_by_id("mededelingen")
    assert region.get("hx-swap-oob") == "true"
    assert region.get("aria-live") == "polite"
    assert region.text_content().strip() == "Het plan is bewaard."


def test_a_page_shows_its_messages_once(request_with):
    request = request_with("Het plan is bewaard.")
    assert antwoord.pagina(request, "core/404.html").content.decode().count("Het plan is bewaard.") == 1


def test_after_an_act_htmx_and_browser_go_to_the_same_place(request_with):
    assert antwoord.naar(request_with(), "/dag/")["Location"] == "/dag/"
    assert antwoord.naar(request_with(**HTMX), "/dag/")["HX-Redirect"] == "/dag/"


def test_a_kept_draft_says_since_when(request_with):
    assert not antwoord.is_bewaarpoging(request_with())
    assert antwoord.is_bewaarpoging(request_with(**{"Eenplan-Bewaren": "1"}))
    answer = antwoord.bewaard(at=datetime(2026, 4, 7, 14, 2, tzinfo=AMSTERDAM))
    assert (answer.status_code, answer["Eenplan-Bewaard"]) == (204, "14:02")


@pytest.mark.parametrize("name", FOUTPAGINAS)
def test_an_error_page_stands_on_its_own_and_says_what_to_do(name):
    response = antwoord.HttpResponse(loader.render_to_string(name))
    page = Page(None, name, response, None)
    check_page(page)
    assert "Wat u nu kunt doen" in page.words
    assert len(page.tree.xpath("//form")) == 0, "drawn without a request, so without anything that needs one"


def test_the_language_of_the_page_is_told():
    with translation.override("en"):
        assert '<html lang="en">' in loader.render_to_string("core/404.html")


def test_a_forgotten_name_is_an_error_and_not_a_gap():
    template = engines["jinja2"].from_string("{{ regisseur }}")
    with pytest.raises(Exception, match="'regisseur' is undefined"):
        template.render({})


@pytest.mark.django_db
def test_the_page_of_components_keeps_every_promise(page):
    seen = page(None, "/ontwerp/", queries_max=0)
    assert "nog 12 dagen · uiterlijk di 7 april 2026" in seen.words
    assert "art. 1 Algemene termijnenwet" in seen.words


@pytest.mark.django_db
def test_the_page_of_components_is_not_there_where_people_work(page, settings):
    settings.DEBUG = settings.DEMO = False
    page(None, "/ontwerp/", status=404)


@pytest.mark.django_db
def test_a_reader_chooses_a_language_and_comes_back(page):
    answer = page(None, "/taal/", data={"language": "en", "next": "/ontwerp/"})
    assert answer.response["Location"] == "/ontwerp/"
    assert 'lang="en"' in answer.follow().text


@pytest.mark.django_db
def test_the_choice_of_language_leads_to_no_other_site(page):
    answer = page(None, "/taal/", data={"language": "en", "next": "https://elders.example/"})
    assert answer.response["Location"] == "/"
