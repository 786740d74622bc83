"""A page as a worker meets it, and what must be true of every page."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.test import Client
from lxml import html

# What a reader sees when a text was not filled in, not translated or not rendered.
LEFTOVERS = ("{{", "}}", "{%", "%(", "&lt;", "__proxy__", "<bound method", " object at 0x", "Undefined")
NO_LABEL_NEEDED = {"hidden", "submit", "button", "image", "reset"}


class Page:
    """An answer: its text, its tree, and the way on."""

    def __init__(self, client: Client, url: str, response: Any, visit: Callable[..., "Page"]) -> None:
        self.client = client
        self.url = url
        self.response = response
        self._visit = visit

    @property
    def text(self) -> str:
        """Return the source as it was sent."""
        return self.response.content.decode()

    @cached_property
    def tree(self) -> Any:
        """Return the page as a tree of lxml."""
        return html.document_fromstring(self.text)

    @property
    def words(self) -> str:
        """Return what there is to read, on one line."""
        if not self.is_html:
            return self.text[:2000]
        return " ".join(" ".join(self.tree.xpath("//body//text()[not(ancestor::script)]")).split())

    @property
    def is_html(self) -> bool:
        """Return whether the answer is HTML with something in it."""
        return self.response.get("Content-Type", "").startswith("text/html") and bool(self.response.content.strip())

    @property
    def is_whole(self) -> bool:
        """Return whether the answer is a whole page, not a fragment for htmx."""
        return self.is_html and "<html" in self.text

    def post(self, data: dict[str, Any], *, url: str = "", status: int = 302, **headers: str) -> "Page":
        """Send a form: to this page, or to another address."""
        return self._visit(self.client, url or self.url, data=data, status=status, **headers)

    def follow(self, **options: Any) -> "Page":
        """Go where this answer sends the browser."""
        return self._visit(self.client, self.response["Location"], **options)


def check_page(page: Page) -> None:
    """Assert what every page promises, and name all that is wrong at once."""
    faults = [fault for check in CHECKS for fault in check(page)]
    assert not faults, f"{page.url}:\n- " + "\n- ".join(faults)


def _head(page: Page) -> list[str]:
    title = " ".join(page.tree.xpath("string(//head/title)").split())
    return [
        *([] if title else ["no <title>"]),
        *([] if page.tree.get("lang") in {"nl", "en"} else ["no lang on <html>"]),
    ]


def _landmarks(page: Page) -> list[str]:
    tree = page.tree
    skip = [
        link
        for link in tree.xpath("//a[starts-with(@href, '#')]")[:1]
        if tree.xpath("//*[@id=$id]", id=link.get("href")[1:])
    ]
    return [
        *([] if len(tree.xpath("//h1")) == 1 else [f"{len(tree.xpath('//h1'))} h1 headings, not one"]),
        *([] if len(tree.xpath("//main")) == 1 else ["no main landmark, or more than one"]),
        *([] if skip else ["no skip link that leads somewhere"]),
    ]


def _ids(page: Page) -> list[str]:
    counted = Counter(page.tree.xpath("//@id"))
    return [f"id {id_!r} {count} times" for id_, count in counted.items() if count > 1]


def _fields(page: Page) -> list[str]:
    fields = page.tree.xpath("//input | //select | //textarea")
    return [
        f"field without a label: {field.tag} {field.get('name')}"
        for field in fields
        if field.get("type") not in NO_LABEL_NEEDED and not _label(page, field)
    ]


def _label(page: Page, field: Any) -> str:
    by_id = page.tree.xpath("//label[@for=$id]", id=field.get("id") or "-")
    named = [page.tree.xpath("//*[@id=$id]", id=id_) for id_ in (field.get("aria-labelledby") or "").split()]
    sources = [*by_id, *field.xpath("ancestor::label"), *(found[0] for found in named if found)]
    return (field.get("aria-label") or "").strip() or " ".join(source.text_content().strip() for source in sources)


def _references(page: Page) -> list[str]:
    ids = set(page.tree.xpath("//@id"))
    named = page.tree.xpath("//@aria-describedby | //@aria-controls | //@aria-labelledby | //label/@for")
    return [f"points at a missing id: {id_}" for value in named for id_ in value.split() if id_ not in ids]


def _policy(page: Page) -> list[str]:
    """Name what the content security policy would silently ignore."""
    return [
        *(f"inline style on <{node.tag}>" for node in page.tree.xpath("//*[@style]")),
        *("inline <script>" for _ in page.tree.xpath("//script[not(@src)][not(@type='application/json')]")),
        *("inline <style>" for _ in page.tree.xpath("//style")),
        *(f"event attribute {name}" for name in page.tree.xpath("//@*[starts-with(name(), 'on')]")),
        *("hx-on attribute" for _ in page.tree.xpath("//@*[starts-with(name(), 'hx-on')]")),
    ]


def _text(page: Page) -> list[str]:
    shown = [
        *page.tree.xpath("//body//text()[not(ancestor::script)]"),
        *page.tree.xpath("//@placeholder | //@aria-label"),
    ]
    return [
        f"left over in the text: {text.strip()[:80]!r}" for text in shown if any(mark in text for mark in LEFTOVERS)
    ]


CHECKS = (_head, _landmarks, _ids, _fields, _references, _policy, _text)
